import { useEffect, useState } from "react";
import { peopleOf } from "#core/schema/case";
import type { Id } from "#core/schema/ids";
import type { Person } from "#core/schema/person";
import { useServices } from "../../app/services";

/** The practitioners around a child but the one here: whom a concern may be shown to by name. */
export const useColleagues = (caseId: Id): readonly Person[] => {
  const { store, practitioner } = useServices();
  const [colleagues, setColleagues] = useState<readonly Person[]>([]);
  useEffect(() => {
    const ending = new AbortController();
    void store.records.get(caseId).then((record) => {
      if (ending.signal.aborted || !record.ok || record.value.recordType !== "case") return;
      setColleagues(
        peopleOf(record.value.body).filter(({ kind, id }) => kind === "practitioner" && id !== practitioner.id),
      );
    });
    return () => {
      ending.abort();
    };
  }, [store, caseId, practitioner.id]);
  return colleagues;
};
