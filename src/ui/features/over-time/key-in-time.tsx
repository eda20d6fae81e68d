import { useTranslation } from "react-i18next";
import type { ChartMark, ChartRow } from "#report/chart/layout";
import { VoiceGlyph } from "../../components/voice-glyph";
import styles from "./over-time.module.css";
import { useMarkWords } from "./time-words";

/** Names every shape that stands on the lines, and nothing that does not. */
export const KeyInTime = ({ rows }: { readonly rows: readonly ChartRow[] }) => {
  const { t } = useTranslation("over-time");
  const { ownerName } = useMarkWords();
  const marks = rows.flatMap((row) => row.marks);
  const owners = [...new Map(marks.map((mark) => [mark.ownerId, mark])).values()];
  const has = (test: (mark: ChartMark) => boolean): boolean => marks.some(test);
  if (marks.length === 0) return null;
  return (
    <ul className={styles.key} aria-label={t("key")}>
      {owners.map((mark) => (
        <li key={mark.ownerId}>
          <VoiceGlyph shape={mark.shape} initials={mark.initials} size={mark.initials === "" ? 18 : 28} />
          <bdi>{ownerName(mark.ownerId)}</bdi>
        </li>
      ))}
      {has((mark) => mark.open) && (
        <li>
          <VoiceGlyph shape="child" open size={18} />
          {t("keyOpen")}
        </li>
      )}
      {has((mark) => mark.ghost === "not-comparable") && (
        <li>
          <VoiceGlyph shape="child" ghost="not-comparable" size={18} />
          {t("keyHollow")}
        </li>
      )}
    </ul>
  );
};
