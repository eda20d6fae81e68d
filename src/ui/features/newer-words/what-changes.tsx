import { useTranslation } from "react-i18next";
import type { VersionDifference } from "#core/questionnaire/versions/compare-versions";
import type { NewerVersion } from "#core/questionnaire/versions/move-draft";
import { type ChangedPlace, type WordChange, wordChanges } from "#core/questionnaire/versions/word-changes";
import { Card } from "../../components/card";
import styles from "./newer-words.module.css";
import { usePartWords, usePlaceNames } from "./place-names";

interface WhatChangesProps {
  readonly differences: readonly VersionDifference[];
  readonly versions: readonly NewerVersion[];
}

const FEW = 3;

/** Every changed word, before beside after, by the line or page it stands on. A long list is folded by line. */
export const WhatChanges = ({ differences, versions }: WhatChangesProps) => {
  const { t } = useTranslation("newer-words");
  const groups = differences.flatMap((difference) =>
    wordChanges(difference).map((changed) => ({ ...changed, id: difference.from.id })),
  );
  const { groupName } = usePlaceNames(versions);
  return (
    <Card>
      <h2>{t("changes")}</h2>
      {groups.length === 0 && <p>{t("changesNone")}</p>}
      {groups.map((changed) => (
        <Group
          key={`${changed.id} ${changed.group}`}
          name={groupName(changed.id, changed.group)}
          changed={changed}
          open={groups.length <= FEW}
        />
      ))}
    </Card>
  );
};

interface GroupProps {
  readonly name: string;
  readonly changed: ChangedPlace;
  readonly open: boolean;
}

const Group = ({ name, changed, open }: GroupProps) => (
  <details className={styles.group} open={open}>
    <summary>{name}</summary>
    <ul className={styles.changes}>
      {changed.changes.map((change, index) => (
        <Change key={`${change.place} ${change.part} ${index}`} change={change} />
      ))}
    </ul>
  </details>
);

const Change = ({ change }: { readonly change: WordChange }) => {
  const { t } = useTranslation("newer-words");
  const partWords = usePartWords();
  const { before, after } = change;
  const isSetting = change.part === "answered";
  return (
    <li className={styles.change}>
      <p className={styles.part}>
        {partWords(change)}
        {before === undefined && <span> · {t("added")}</span>}
        {after === undefined && <span> · {t("removed")}</span>}
      </p>
      {!isSetting && (
        <dl className={styles.pair}>
          {before !== undefined && (
            <div>
              <dt>{t("before")}</dt>
              <dd>{after === undefined ? <del>{before}</del> : before}</dd>
            </div>
          )}
          {after !== undefined && (
            <div>
              <dt>{t("after")}</dt>
              <dd>{after}</dd>
            </div>
          )}
        </dl>
      )}
    </li>
  );
};
