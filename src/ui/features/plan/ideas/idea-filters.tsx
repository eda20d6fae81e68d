import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { AgeBand } from "#core/schema/age-band";
import type { Setting } from "#core/schema/plan";
import { useOpenVisit } from "../../../app/visit/open-visit";
import { Button } from "../../../components/button";
import { SelectField, TextField } from "../../../components/form/text-field";
import styles from "./ideas.module.css";
import { asBand, asSetting, type SoughtIdeas } from "./sought-ideas";

interface IdeaFiltersProps {
  readonly sought: SoughtIdeas;
  readonly firstIds: readonly string[];
  readonly settings: readonly Setting[];
  readonly onChange: (sought: SoughtIdeas) => void;
}

/** What to look through: words, a line, a place and an age. Each choice can be opened wide again. */
export const IdeaFilters = ({ sought, firstIds, settings, onChange }: IdeaFiltersProps) => {
  const { t } = useTranslation("plan");
  const { t: common } = useTranslation();
  const { instrument, strandIds } = useOpenVisit();
  const choicesId = useId();
  const [isOpen, setIsOpen] = useState(false);
  const familyWordsOf = (strandId: string): string => instrument.wording.strands[strandId]?.family ?? "";
  const line = sought.line === "first" && firstIds.length === 0 ? "all" : sought.line;
  const setting = sought.setting !== "" && settings.includes(sought.setting) ? sought.setting : "";
  const chosen = [
    line === "first" ? t("ideas.lineFirst") : line === "all" ? t("ideas.lineAll") : familyWordsOf(line),
    setting === "" ? t("ideas.anywhere") : t(`setting.${setting}`),
    sought.band === "" ? t("ideas.anyAge") : common(`band.${sought.band}`),
  ];
  const change = (changed: Partial<SoughtIdeas>): void => {
    onChange({ ...sought, ...changed });
  };
  return (
    <search className={styles.filters}>
      <TextField
        type="search"
        label={t("ideas.search")}
        enterKeyHint="search"
        value={sought.words}
        onChange={(event) => {
          change({ words: event.currentTarget.value });
        }}
      />
      {/* On a phone the three choices would stand between people and the first idea. */}
      <div className={styles.chosen}>
        <p>
          {chosen.map((each, at) => (
            <span key={at}>
              {at > 0 && " · "}
              <bdi>{each}</bdi>
            </span>
          ))}
        </p>
        <Button
          weight="quiet"
          aria-expanded={isOpen}
          aria-controls={choicesId}
          onClick={() => {
            setIsOpen(!isOpen);
          }}
        >
          {t("ideas.change")}
        </Button>
      </div>
      <div id={choicesId} className={styles.choices} data-open={isOpen}>
        <SelectField
          label={t("try.strand")}
          value={line}
          onChange={(event) => {
            change({ line: event.currentTarget.value });
          }}
        >
          {firstIds.length > 0 && <option value="first">{t("ideas.lineFirst")}</option>}
          <option value="all">{t("ideas.lineAll")}</option>
          {strandIds.map((strandId) => (
            <option key={strandId} value={strandId}>
              {familyWordsOf(strandId)}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={t("try.where")}
          value={setting}
          onChange={(event) => {
            change({ setting: asSetting(event.currentTarget.value) });
          }}
        >
          <option value="">{t("ideas.anywhere")}</option>
          {settings.map((each) => (
            <option key={each} value={each}>
              {t(`setting.${each}`)}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={t("ideas.age")}
          value={sought.band}
          onChange={(event) => {
            change({ band: asBand(event.currentTarget.value) });
          }}
        >
          <option value="">{t("ideas.anyAge")}</option>
          {AgeBand.options.map((band) => (
            <option key={band} value={band}>
              {common(`band.${band}`)}
            </option>
          ))}
        </SelectField>
      </div>
    </search>
  );
};
