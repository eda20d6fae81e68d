import { z } from "zod";
import { err, ok, type Result } from "../result";
import { isOffered } from "../instrument/offered-choices";
import { AgeBand } from "../schema/age-band";
import { Answer } from "../schema/answer";
import { Slug } from "../schema/ids";
import type { Structure } from "../schema/instrument";
import { MarkInput, Position } from "../schema/mark";
import { type ShapeFault, shapeFaults } from "../schema/shape-faults";

const Marked = z.union(
  [
    z.strictObject({ position: Position, input: MarkInput.default("drag"), band: AgeBand.optional() }),
    z.enum(["none", "passed", "too-early"]),
  ],
  'use "none", "passed", "too-early", or { "position": a whole number from 0 to 100 }',
);

const AgreedMark = z.union(
  [z.strictObject({ position: Position, band: AgeBand.optional() }), z.literal("differently")],
  'use "differently", or { "position": a whole number from 0 to 100 }',
);

/** A short name for somebody. `agreed` is taken: it is whose mark the one is that people placed together. */
const PersonSlug = Slug.refine((name) => name !== "agreed", '"agreed" names the mark that people placed together');

const Conversation = {
  band: AgeBand,
  wordingVersion: z.int().min(1).optional(),
  bandByStrand: z.record(Slug, AgeBand).default({}),
  voices: z.array(
    z.strictObject({
      person: PersonSlug,
      strand: Slug,
      hiddenFrom: z.array(PersonSlug).default([]),
      mark: Marked.default("none"),
      answers: z.record(Slug, Answer).default({}),
    }),
  ),
  agreed: z
    .array(z.strictObject({ strand: Slug, mark: AgreedMark, hiddenFrom: z.array(PersonSlug).default([]) }))
    .default([]),
};

/**
 * What people marked and answered, as the `score` command reads it. People are short names, not ids.
 *
 * Source  docs/formats.md, "answers.json"
 */
export const AnswersFile = z.strictObject({
  youngPerson: PersonSlug,
  ageYears: z.int().min(0).max(25),
  readers: z.array(PersonSlug).default([]),
  ...Conversation,
  lastTime: z.strictObject(Conversation).optional(),
});
export type AnswersFile = z.infer<typeof AnswersFile>;
export type ConversationFile = NonNullable<AnswersFile["lastTime"]>;

/**
 * Reads an answers file and holds it against the questionnaire that it was answered with.
 *
 * Shape   last time may have been made with another version, of which only the marks count: its band and answers are
 *         not held against this one's.
 * Errors  every fault with its place: an unknown strand, band, prompt or choice, points that are not the choice's, a
 *         choice where it is not offered, anything given twice.
 */
export const readAnswersFile = (structure: Structure, input: unknown): Result<AnswersFile, readonly ShapeFault[]> => {
  const parsed = AnswersFile.safeParse(input);
  if (!parsed.success) return err(shapeFaults(parsed.error));
  const answers = parsed.data;
  const faults = [
    ...conversationFaults(structure, answers, ""),
    ...bandFaults(structure, answers),
    ...answers.voices.flatMap((voice, index) => answerFaults(structure, answers, voice, `voices/${index}/answers`)),
    ...(answers.lastTime === undefined ? [] : conversationFaults(structure, answers.lastTime, "lastTime/")),
  ];
  return faults.length > 0 ? err(faults) : ok(answers);
};

/** The age band whose prompts were asked on a strand. */
export const bandAsked = (conversation: ConversationFile, strandId: string): AgeBand =>
  conversation.bandByStrand[strandId] ?? conversation.band;

const conversationFaults = (structure: Structure, conversation: ConversationFile, at: string): ShapeFault[] => {
  const faults: ShapeFault[] = [];
  const strandIds = new Set(structure.strands.map((strand) => strand.id));
  const known = (path: string, strand: string): void => {
    if (!strandIds.has(strand)) faults.push({ path, reason: `"${strand}" is no strand of this questionnaire` });
  };
  const seen = new Set<string>();
  const once = (path: string, key: string, reason: string): void => {
    if (seen.has(key)) faults.push({ path, reason });
    seen.add(key);
  };
  for (const strand of Object.keys(conversation.bandByStrand)) known(`${at}bandByStrand/${strand}`, strand);
  conversation.voices.forEach(({ strand, person }, index) => {
    known(`${at}voices/${index}/strand`, strand);
    once(`${at}voices/${index}`, `voice ${strand} ${person}`, `the same person is given twice on ${strand}`);
  });
  conversation.agreed.forEach(({ strand }, index) => {
    known(`${at}agreed/${index}/strand`, strand);
    once(`${at}agreed/${index}`, `agreed ${strand}`, `the mark placed together is given twice on ${strand}`);
  });
  return faults;
};

const bandFaults = (structure: Structure, conversation: ConversationFile): ShapeFault[] => {
  const named: readonly (readonly [path: string, band: AgeBand | undefined])[] = [
    ["band", conversation.band],
    ...Object.entries(conversation.bandByStrand).map(([id, band]) => [`bandByStrand/${id}`, band] as const),
    ...(["voices", "agreed"] as const).flatMap((list) =>
      conversation[list].map(({ mark }, index) => [`${list}/${index}/mark/band`, bandBeside(mark)] as const),
    ),
  ];
  return named
    .filter(([, band]) => band !== undefined && !structure.bands.includes(band))
    .map(([path, band]) => ({ path, reason: `"${band}" is not one of this questionnaire's bands` }));
};

const bandBeside = (mark: string | { readonly band?: AgeBand | undefined }): AgeBand | undefined =>
  typeof mark === "string" ? undefined : mark.band;

type VoiceFile = AnswersFile["voices"][number];

const answerFaults = (structure: Structure, answers: AnswersFile, voice: VoiceFile, at: string): ShapeFault[] => {
  const strand = structure.strands.find(({ id }) => id === voice.strand);
  if (strand === undefined) return [];
  return Object.entries(voice.answers).flatMap(([promptId, answer]): ShapeFault[] => {
    const path = `${at}/${promptId}`;
    const prompt = strand.prompts.find(({ id }) => id === promptId);
    if (prompt === undefined) return [{ path, reason: `"${promptId}" names no prompt of ${strand.id}` }];
    if (answer.kind !== "answered") return [];
    const choice = structure.choices.find(({ id }) => id === answer.choice);
    if (choice === undefined) return [{ path: `${path}/choice`, reason: "this is no choice of this questionnaire" }];
    if (!isOffered(choice, prompt, bandAsked(answers, strand.id))) {
      return [{ path: `${path}/choice`, reason: `"${choice.id}" is for skills under school age only` }];
    }
    if (choice.points !== answer.points) {
      return [{ path: `${path}/points`, reason: `"${choice.id}" is worth ${choice.points}, not ${answer.points}` }];
    }
    return [];
  });
};
