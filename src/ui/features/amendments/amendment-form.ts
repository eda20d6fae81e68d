import { z } from "zod";
import type { Person } from "#core/schema/person";
import { type AmendmentFault, amendmentFaults } from "#core/visit/amendments";

/** In the order in which the fields stand on the page. */
export const FIELD_OF = { WhatMissing: "what", WhoMissing: "byId", WhyMissing: "why" } as const satisfies Readonly<
  Record<AmendmentFault["type"], string>
>;

const Values = z.object({
  what: z.string(),
  byId: z.string(),
  why: z.string(),
  hiddenFrom: z.array(z.string()),
});
/** What the fields hold while something is written down. */
export type AmendmentValues = z.infer<typeof Values>;

/** The form, checked by the rules of the core. Messages are the faults' types, put into words where they are shown. */
export const amendmentForm = (people: readonly Person[]) =>
  Values.superRefine((values, context) => {
    for (const { type } of amendmentFaults(values, people)) {
      context.addIssue({ code: "custom", path: [FIELD_OF[type]], message: type, input: "" });
    }
  });

const text = z.string().catch("");

/**
 * What was typed so far, as a draft keeps it.
 *
 * Missing  a field that is absent, or that another version wrote otherwise, is empty; no other field suffers.
 */
const Kept = z.object({ what: text, byId: text, why: text, hiddenFrom: z.array(z.string()).catch([]) });

export const keptAmendmentValues = (kept: Readonly<Record<string, unknown>>): AmendmentValues => Kept.parse(kept);

export const isAnythingTyped = ({ what, why }: AmendmentValues): boolean => what.trim() !== "" || why.trim() !== "";
