import { z } from "zod";
import type { CarriedRow } from "./rescue-content";

const DraftText = z.looseObject({
  kind: z.string(),
  savedAtMs: z.unknown(),
  body: z.looseObject({ place: z.unknown(), left: z.unknown() }),
});
const VisitText = z.looseObject({
  kind: z.literal("visit"),
  body: z.looseObject({ profileId: z.string(), planId: z.string(), plan: z.looseObject({ profileId: z.string() }) }),
});

/**
 * Whether two drafts say the same. When they were saved, and on which page somebody last was, are not counted.
 *
 * Missing  a draft that cannot be read is the same as nothing but itself.
 */
export const isSameDraft = (one: string, other: string): boolean => one === other || said(one) === said(other);

/** The text that stands for all that a draft says; for one that cannot be read, the draft itself. */
const said = (content: string): string => {
  const draft = DraftText.safeParse(jsonOf(content));
  if (!draft.success) return content;
  const { savedAtMs: _at, body, ...rest } = draft.data;
  const { place: _place, left: _left, ...words } = body;
  return JSON.stringify([rest, words]);
};

/**
 * The same draft under another id, so that it can lie beside the one that has its own.
 *
 * Shape   `hash` is the SHA-256 of `besideText(draft)`: the same draft comes back under the same other id, however often.
 */
export const draftBeside = (draft: CarriedRow, hash: string): CarriedRow => {
  const id = uuidFrom(hash.slice(0, 32));
  const visit = VisitText.safeParse(jsonOf(draft.content));
  if (!visit.success) return { ...draft, id };
  const planId = uuidFrom(hash.slice(32, 64));
  const { body } = visit.data;
  const beside = { ...body, profileId: id, planId, plan: { ...body.plan, profileId: id } };
  return { ...draft, id, content: JSON.stringify({ ...visit.data, body: beside }) };
};

export const besideText = ({ id, content }: CarriedRow): string => `${id}|${said(content)}`;

/** 32 hexadecimal digits as a UUID of version 8, which is the one for ids that are worked out. */
const uuidFrom = (hex: string): string =>
  [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join("-");

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // the engine's own message quotes the text
  }
};
