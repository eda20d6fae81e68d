import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { nameInitials } from "#core/case/name-initials";
import { childOf } from "#core/schema/case";
import type { Person } from "#core/schema/person";
import { shownName } from "#core/schema/person";
import { useServices } from "../../app/services";
import { Button } from "../../components/button";
import { SelectField } from "../../components/form/text-field";
import styles from "../../app/rescue/rescue.module.css";

interface WhatGoesInProps {
  readonly chosen: string | undefined;
  readonly onChoose: (caseId: string | undefined) => void;
}

/** Everything, or one child's record: by initials until somebody asks for names. */
export const WhatGoesIn = ({ chosen, onChoose }: WhatGoesInProps) => {
  const { t } = useTranslation("rescue");
  const children = useChildren();
  const [showsNames, setShowsNames] = useState(false);
  return (
    <div className={styles.what}>
      <SelectField
        label={t("make.what")}
        value={chosen ?? ""}
        onChange={({ target }) => {
          onChoose(target.value === "" ? undefined : target.value);
        }}
      >
        <option value="">{t("make.everything")}</option>
        {children.map(({ caseId, child }) => (
          <option key={caseId} value={caseId}>
            {showsNames ? shownName(child) : nameInitials(child.name)}
          </option>
        ))}
      </SelectField>
      {children.length > 0 && (
        <Button
          weight="quiet"
          onClick={() => {
            setShowsNames(!showsNames);
          }}
        >
          {t(showsNames ? "make.hideNames" : "make.showNames")}
        </Button>
      )}
    </div>
  );
};

interface ChildHere {
  readonly caseId: string;
  readonly child: Person;
}

const useChildren = (): readonly ChildHere[] => {
  const { store } = useServices();
  const [children, setChildren] = useState<readonly ChildHere[]>([]);
  useEffect(() => {
    const ending = new AbortController();
    void store.records.list("case").then((cases) => {
      if (ending.signal.aborted || !cases.ok) return;
      setChildren(cases.value.records.map(({ recordId, body }) => ({ caseId: recordId, child: childOf(body) })));
    });
    return () => {
      ending.abort();
    };
  }, [store]);
  return children;
};
