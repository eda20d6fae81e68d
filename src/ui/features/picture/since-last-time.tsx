import { useTranslation } from "react-i18next";
import type { Ghost } from "#core/scoring/since-last-time";
import { useOpenVisit } from "../../app/visit/open-visit";
import { useChartPeople, usePicture } from "../../app/visit/use-picture";
import { Card } from "../../components/card";
import { useFormat } from "../../i18n/use-format";

/** What is said of a mark of last time, and whether it is a thing to talk about or the same for many marks. */
type Said =
  | "since.was-further-left"
  | "since.was-further-right"
  | "since.about-the-same"
  | "notComparable.other-person"
  | "notComparable.other-band"
  | "notComparable.other-wording";

/** One by one, because each of them asks something. */
const ONE_BY_ONE = ["since.was-further-left", "since.was-further-right"] as const;
/** Once for all the marks of which it is so. */
const FOR_ALL = [
  "since.about-the-same",
  "notComparable.other-person",
  "notComparable.other-band",
  "notComparable.other-wording",
] as const;

/** Since last time: where a mark has moved, line by line; what holds of many, in one sentence. */
export const SinceLastTime = () => {
  const { t } = useTranslation("picture");
  const { before, instrument } = useOpenVisit();
  const { rows } = usePicture();
  const { nameOf } = useChartPeople();
  const format = useFormat();
  const marks = rows.flatMap(({ strandId, ghosts }) =>
    ghosts.flatMap((ghost) => {
      const said = saidOf(ghost);
      const strand = instrument.wording.strands[strandId]?.short ?? "";
      const name = ghost.ownerId === "agreed" ? t("keyTogether") : nameOf(ghost.ownerId);
      return said === undefined ? [] : [{ said, strand, name }];
    }),
  );
  if (before === undefined || rows.every(({ ghosts }) => ghosts.length === 0)) return null;
  const date = format.monthYear(before.frame.startedAtMs);
  return (
    <Card>
      <h2>{t("sinceLast", { date })}</h2>
      <ul>
        {ONE_BY_ONE.flatMap((said) =>
          marks
            .filter((mark) => mark.said === said)
            .map(({ strand, name }) => <li key={`${strand} ${name}`}>{t(said, { strand, name, date })}</li>),
        )}
        {FOR_ALL.map((said) => {
          const these = marks.filter((mark) => mark.said === said);
          if (these.length === 0) return null;
          const list = [...new Set(these.map(({ strand }) => strand))].map((strand) => {
            const names = these.filter((mark) => mark.strand === strand).map(({ name }) => name);
            return t("marksOn", { strand, names: format.names(names) });
          });
          return <li key={said}>{t(said, { marks: list.join("; ") })}</li>;
        })}
      </ul>
    </Card>
  );
};

const saidOf = ({ comparison }: Ghost): Said | undefined => {
  if (comparison.kind === "not-comparable") return `notComparable.${comparison.why}`;
  return comparison.now === undefined ? undefined : `since.${comparison.now}`;
};
