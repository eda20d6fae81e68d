import { useTranslation } from "react-i18next";

interface Counted {
  readonly drafts: number;
  readonly waiting: number;
  readonly records: number;
}

/** What a file holds, or what came back from one, in three parts of a sentence. */
export const useHolds = () => {
  const { t } = useTranslation("rescue");
  return ({ drafts, waiting, records }: Counted) => ({
    begun: t("begun", { count: drafts }),
    waiting: t("waiting", { count: waiting }),
    records: t("records", { count: records }),
  });
};
