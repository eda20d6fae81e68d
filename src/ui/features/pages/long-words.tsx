import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { TextArea } from "../../components/form/text-field";

/** What a field is meant for. Words that are longer are kept too, and the field says so: nothing is cut. */
export const MEANT_FOR = 5_000;

interface LongWordsProps {
  readonly label: ReactNode;
  readonly hint: string | undefined;
  readonly words: string;
  readonly onWords: (words: string) => void;
}

/** Words at the table. The field keeps its own text while it is typed. */
export const LongWords = ({ label, hint, words, onWords }: LongWordsProps) => {
  const { t } = useTranslation("pages");
  const [isLong, setIsLong] = useState(words.length > MEANT_FOR);
  return (
    <TextArea
      label={label}
      hint={hint}
      error={isLong ? t("longWords", { most: MEANT_FOR }) : undefined}
      maxLength={undefined}
      defaultValue={words}
      onChange={(event) => {
        setIsLong(event.currentTarget.value.length > MEANT_FOR);
        onWords(event.currentTarget.value);
      }}
    />
  );
};
