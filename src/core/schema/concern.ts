import { z } from "zod";
import { Id } from "./ids";
import { sectionsBy, Words } from "./section";
import { BodyVersion } from "./operation";

/** The five doors: whom to ring, by what it is about. */
export const DOORS = [
  "danger-now",
  "child-front-door",
  "adult-safeguarding",
  "worry-about-a-colleague",
  "suicide-or-self-harm",
] as const;
export type DoorId = (typeof DOORS)[number];

/** A word of a list, or what a newer version calls it. */
const Known = z.string().max(60).default("");

/** Who has been told: through which door, whom, and when, in whatever words were to hand. */
export const Told = z.looseObject({ door: Known, who: Words, when: Words });
export type Told = z.infer<typeof Told>;

/** Whose words a private record holds, and when they were written down. */
const Written = z.looseObject({
  byId: Id,
  byName: Words,
  atMs: z.int(),
  practice: z.boolean(),
  words: Words,
});

/**
 * A safety concern, as it was written.
 *
 * Shape    `words` are verbatim; `dangerNow` is `yes`, `no`, `not-known` or what a newer version calls it, and
 *          `familyTold` is `yes` or `no`. `alsoReadBy` are accounts that may read it beside its author and the custodian.
 * Units    `atMs` is milliseconds since 1970.
 * Missing  everything but who wrote it and when: what is empty was left. Nothing is worked out from any of it.
 */
export const Concern = Written.extend({
  saidBy: Words,
  about: Words,
  aboutIds: z.array(Id).default([]),
  when: Words,
  dangerNow: Known,
  told: z.array(Told).default([]),
  familyTold: Known,
  whyNotTold: Words,
  notSafeToAsk: z.boolean().default(false),
  alsoReadBy: z.array(Id).default([]),
});
export type Concern = z.infer<typeof Concern>;

/** A practitioner's private note about a family, read by nobody else. */
export const Note = Written;
export type Note = z.infer<typeof Note>;

/**
 * What was added after a private record was sent; the words that stood stay.
 *
 * Shape    its section id is `added/<id>`.
 * Missing  an empty `answeredBy` says nothing about whether somebody answered; `alsoReadBy` is read of a concern alone.
 */
export const Added = z.looseObject({
  atMs: z.int(),
  words: Words,
  answeredBy: Words,
  alsoReadBy: z.array(Id).default([]),
});
export type Added = z.infer<typeof Added>;

export interface ConcernSections {
  readonly concern: Concern;
  readonly [added: `added/${string}`]: Added;
}
export interface NoteSections {
  readonly note: Note;
  readonly [added: `added/${string}`]: Added;
}

const sectionsWith = (first: string, schema: z.ZodType) =>
  sectionsBy((sectionId) =>
    sectionId === first ? schema : sectionId.startsWith("added/") ? Added : undefined,
  ).superRefine((sections, context) => {
    if (sections[first] === undefined) context.addIssue({ code: "custom", path: [first], message: "is missing" });
  });

/** A safety concern: a record of its own, of no case's and no profile's body. */
export const ConcernBody = z.looseObject({
  schemaVersion: BodyVersion,
  sections: sectionsWith("concern", Concern).transform((sections) => sections as unknown as ConcernSections),
});
export type ConcernBody = z.infer<typeof ConcernBody>;

/** A private note: a record of its own. */
export const NoteBody = z.looseObject({
  schemaVersion: BodyVersion,
  sections: sectionsWith("note", Note).transform((sections) => sections as unknown as NoteSections),
});
export type NoteBody = z.infer<typeof NoteBody>;
