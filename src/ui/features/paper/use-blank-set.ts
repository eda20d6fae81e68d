import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { offeredBand } from "#core/flow/age-band";
import { canBeOnPaper } from "#core/paper/can-be-on-paper";
import { type CaseBody, childOf, peopleOf } from "#core/schema/case";
import type { AgeBand } from "#core/schema/age-band";
import type { Instrument } from "#core/schema/instrument";
import type { Person } from "#core/schema/person";
import type { Questionnaire } from "#core/schema/questionnaire";
import { useServices } from "../../app/services";

/** What a set can be printed from: one child's record, and the words that this device has. */
export interface CanBePrinted {
  readonly caseId: string;
  readonly caseBody: CaseBody;
  readonly child: Person;
  readonly people: readonly Person[];
  readonly instrument: Instrument;
  readonly pages: readonly Questionnaire[];
  /** By the child's age today. */
  readonly offeredBand: AgeBand;
}

export type Opening =
  | { readonly kind: "opening" }
  | { readonly kind: "not-found" }
  | { readonly kind: "failed" }
  | { readonly kind: "open"; readonly from: CanBePrinted };

/** Reads the record and the words, all from this device. */
export const useBlankSet = (caseId: string): Opening => {
  const { store, loadInstrument, shelf, today } = useServices();
  const { i18n } = useTranslation();
  const [opening, setOpening] = useState<Opening>({ kind: "opening" });
  useEffect(() => {
    let isLeft = false;
    const open = async (): Promise<Opening> => {
      const [record, instrument, shelved] = await Promise.all([
        store.records.get(caseId),
        loadInstrument("current", i18n.language),
        shelf.list(),
      ]);
      if (!record.ok) return { kind: record.error.type === "NotFound" ? "not-found" : "failed" };
      if (record.value.recordType !== "case") return { kind: "not-found" };
      const caseBody = record.value.body;
      const pages = shelved.filter(({ structure }) => canBeOnPaper(structure));
      return {
        kind: "open",
        from: {
          caseId,
          caseBody,
          child: childOf(caseBody),
          people: peopleOf(caseBody),
          instrument,
          pages: await Promise.all(pages.map(async ({ ref }) => shelf.load(ref))),
          offeredBand: offeredBand(caseBody.sections.child.bornOn, today()),
        },
      };
    };
    void open().then((opened) => {
      if (!isLeft) setOpening(opened);
    });
    return () => {
      isLeft = true;
    };
  }, [store, loadInstrument, shelf, today, i18n.language, caseId]);
  return opening;
};
