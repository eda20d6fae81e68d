import type { z } from "zod";
import { err, ok, type Result } from "../result";
import { CaseBody } from "../schema/case";
import { ConcernBody, NoteBody } from "../schema/concern";
import type { Operation, RecordType } from "../schema/operation";
import { PlanBody } from "../schema/plan";
import { ProfileBody } from "../schema/profile";
import { ReviewBody } from "../schema/review";
import { SameChildBody } from "../schema/same-child";
import { type ShapeFault, shapeFaults } from "../schema/shape-faults";
import { isNeverShared } from "../scoring/hide";
import { kindsOf } from "./section-kinds";

/** The schema of each type of record's body. */
export const bodySchemas: Readonly<Record<RecordType, z.ZodType>> = {
  case: CaseBody,
  profile: ProfileBody,
  plan: PlanBody,
  review: ReviewBody,
  concern: ConcernBody,
  note: NoteBody,
  "same-child": SameChildBody,
};

/**
 * One section of a body, as it was written.
 *
 * Missing  without `onlyFor` anybody may read it whom it is not hidden from.
 */
export interface WrittenSection {
  readonly sectionId: string;
  readonly content: unknown;
  readonly hiddenFrom: readonly string[];
  /** By which names a sharing may name it; see `kindsOf`. */
  readonly kinds: readonly string[];
  /** Its writer, where nobody else may ever read it. */
  readonly onlyFor?: string;
}

/**
 * A body taken apart: its sections, and everything around them.
 *
 * Shape    contents are as they were written, with whatever a newer version put into them; `isAccepted` says whether
 *          this build's schema reads them.
 * Missing  `practice` is undefined where the body does not say; `alsoReadBy` is empty but for a concern that names
 *          other readers.
 */
export interface TakenApart {
  readonly outer: Readonly<Record<string, unknown>>;
  readonly sections: readonly WrittenSection[];
  readonly practice: boolean | undefined;
  readonly alsoReadBy: readonly string[];
  /** The other case that a decision about two is of. */
  readonly otherCaseId?: string;
}

/**
 * Takes an operation's body apart, if it is one that this build accepts.
 *
 * Errors  the places and reasons, without what was written there.
 */
export const takeApart = (
  op: Pick<Operation, "recordType" | "schemaVersion" | "body">,
): Result<TakenApart, readonly ShapeFault[]> => {
  const raw = jsonIn(op.body);
  if (!isObject(raw)) return err([{ path: "", reason: "the body is not a JSON object" }]);
  const read = bodySchemas[op.recordType].safeParse(raw);
  if (!read.success) return err(shapeFaults(read.error));
  if (raw["schemaVersion"] !== op.schemaVersion) {
    return err([{ path: "schemaVersion", reason: "differs from the operation's" }]);
  }
  const { sections, ...outer } = raw;
  const written = isObject(sections) ? Object.entries(sections) : [];
  const open = alwaysShown(op.recordType, written);
  return ok({
    outer,
    sections: written.map(([sectionId, content]) => ({
      sectionId,
      content,
      kinds: kindsOf(op.recordType, open.has(sectionId) ? "opens" : sectionId),
      hiddenFrom: open.has(sectionId) ? [] : hiddenFromIn(content),
      ...(open.has(sectionId) || !isNeverShared(content) ? {} : { onlyFor: writerOf(sectionId) }),
    })),
    practice: practiceIn(op.recordType, isObject(sections) ? sections : {}),
    alsoReadBy: op.recordType === "concern" ? namedIn(written) : [],
    ...(op.recordType === "same-child"
      ? { otherCaseId: (read.data as SameChildBody).sections.decision.otherCaseId }
      : {}),
  });
};

/** Puts a body together from what surrounds its sections and those of them that are to be in it. */
export const putTogether = (
  outer: Readonly<Record<string, unknown>>,
  sections: readonly (readonly [sectionId: string, content: unknown])[],
): Readonly<Record<string, unknown>> => ({ ...outer, sections: Object.fromEntries(sections) });

/**
 * The sections without which nothing can be read, and which hold nobody's words: they are not hidden one by one. Who must
 * not know the child has no relationship to the case.
 */
const alwaysShown = (
  recordType: RecordType,
  sections: readonly (readonly [string, unknown])[],
): ReadonlySet<string> => {
  switch (recordType) {
    case "profile":
    case "review":
      return new Set(["frame"]);
    case "same-child":
      return new Set(["decision"]);
    case "case": {
      const child = sections.find(([sectionId]) => sectionId === "child")?.[1];
      const childId = isObject(child) && typeof child["childId"] === "string" ? child["childId"] : "";
      return new Set(["child", `person/${childId}`]);
    }
    case "plan":
      return new Set();
    // Who reads one reads all of it.
    case "concern":
    case "note":
      return new Set(sections.map(([sectionId]) => sectionId));
  }
};

/** Everybody whom some section of a concern names as a further reader. */
const namedIn = (sections: readonly (readonly [string, unknown])[]): readonly string[] => [
  ...new Set(sections.flatMap(([, content]) => personIdsIn(content, "alsoReadBy"))),
];

/** Who must not see a section; in a section of a newer version, whatever can be understood of it. */
const hiddenFromIn = (content: unknown): readonly string[] => personIdsIn(content, "hiddenFrom");

const personIdsIn = (content: unknown, field: string): readonly string[] => {
  const named = isObject(content) ? content[field] : undefined;
  return Array.isArray(named) ? named.filter((id): id is string => typeof id === "string" && UUID.test(id)) : [];
};

/** Whoever a section's id ends with wrote it; where that is nobody's id, it is nobody's to read. */
const writerOf = (sectionId: string): string => {
  const last = sectionId.slice(sectionId.lastIndexOf("/") + 1);
  return UUID.test(last) ? last : NOBODY;
};
const NOBODY = "00000000-0000-0000-0000-000000000000";

/** The section that says whether a record is of practice; a plan does not say. */
const SAYS_PRACTICE: Readonly<Partial<Record<RecordType, string>>> = {
  case: "child",
  profile: "frame",
  review: "frame",
  concern: "concern",
  note: "note",
  "same-child": "decision",
};

const practiceIn = (recordType: RecordType, sections: Readonly<Record<string, unknown>>): boolean | undefined => {
  const section = sections[SAYS_PRACTICE[recordType] ?? ""];
  return isObject(section) && typeof section["practice"] === "boolean" ? section["practice"] : undefined;
};

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const jsonIn = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined; // what is not JSON is not an object either, which is all that is said of it
  }
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
