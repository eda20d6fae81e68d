import type { Consent } from "fhir/r4";
import { codeSystem, extended, type FhirFrom, moment, texts } from "./fhir-from";
import { metaOf, referenceTo, subjectOf } from "./people";

/**
 * Who agreed to make the profile, in their words, as the nearest resource that FHIR has.
 *
 * Missing  nothing where nobody has decided: undecided is neither a yes nor a no.
 */
export const agreementIn = (from: FhirFrom): Consent | undefined => {
  const { agreement, frame } = from.view.sections;
  if (agreement === undefined || agreement.decision === "undecided") return undefined;
  const isYes = agreement.decision === "yes";
  const text = from.language.words.data.agreement;
  const performer = agreement.decidedById === "" ? undefined : referenceTo(from, agreement.decidedById);
  return {
    resourceType: "Consent",
    ...metaOf(from),
    ...extended(texts({ "in-their-words": agreement.words, "what-the-child-wishes": agreement.childWish })),
    status: isYes ? "active" : "rejected",
    scope: { coding: [{ system: "http://terminology.hl7.org/CodeSystem/consentscope", code: "treatment" }] },
    category: [{ coding: [{ system: codeSystem("agreement"), code: "make-a-profile", display: text }], text }],
    patient: subjectOf(from),
    dateTime: moment(frame.startedAtMs),
    ...(performer === undefined ? {} : { performer: [performer] }),
    policyRule: { text },
    provision: { type: isYes ? "permit" : "deny" },
  };
};
