import { useTranslation } from "react-i18next";
import type { ChartMark, ChartRow } from "#report/chart/layout";
import { useOpenVisit } from "../../app/visit/open-visit";
import { useChartPeople } from "../../app/visit/use-picture";
import { VoiceGlyph } from "../../components/voice-glyph";
import { useFormat } from "../../i18n/use-format";
import styles from "./picture.module.css";

/** Names every shape that stands on the lines, and nothing that does not. */
export const MarkKey = ({ rows }: { readonly rows: readonly ChartRow[] }) => {
  const { t } = useTranslation("picture");
  const { before } = useOpenVisit();
  const { nameOf } = useChartPeople();
  const format = useFormat();
  const marks = rows.flatMap((row) => row.marks);
  const people = [...new Map(marks.filter((mark) => mark.ghost === "no").map((mark) => [mark.ownerId, mark])).values()];
  const has = (test: (mark: ChartMark) => boolean): boolean => marks.some(test);
  if (marks.length === 0) return null;
  return (
    <ul className={styles.key} aria-label={t("key")}>
      {people.map((mark) => (
        <li key={mark.ownerId}>
          <VoiceGlyph shape={mark.shape} initials={mark.initials} size={mark.initials === "" ? 18 : 28} />
          <bdi>{mark.ownerId === "agreed" ? t("keyTogether") : nameOf(mark.ownerId)}</bdi>
        </li>
      ))}
      {has((mark) => mark.open) && (
        <li>
          <VoiceGlyph shape="child" open size={18} />
          {t("keyOpen")}
        </li>
      )}
      {has((mark) => mark.ghost === "comparable") && before !== undefined && (
        <li>
          <VoiceGlyph shape="agreed" ghost="comparable" size={18} />
          {t("keyLast", { date: format.monthYear(before.frame.startedAtMs) })}
        </li>
      )}
      {has((mark) => mark.ghost === "not-comparable") && (
        <li>
          <VoiceGlyph shape="child" ghost="not-comparable" size={18} />
          {t("keyLastHollow")}
        </li>
      )}
      {rows.some((row) => row.range !== undefined) && (
        <li>
          <span className={styles.swatch} aria-hidden="true" />
          {t("keyDifferent")}
        </li>
      )}
    </ul>
  );
};
