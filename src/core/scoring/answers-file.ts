import { z } from "zod";
import { err, ok, type Result } from "../result";
import { AgeBand } from "../schema/age-band";
import { Answer } from "../schema/answer";
import { Slug } from "../schema/ids";
import type { Choice, Prompt, Structure } from "../schema/instrument";
import { MarkInput, Position } from "../schema/mark";
import { type ShapeFault, shapeFaults } from "../schema/shape-faults";

const Marked = z.union(
  [z.strictObject({ position: Position, input: MarkInput.default("drag") }), z.enum(["none", "passed", "too-early"])],
  'use "none", "passed", "too-early", or { "position": a whole number from 0 to 100 }',
);

const AgreedMark = z.union(
  [z.strictObject({ position: Position }), z.literal("differently")],
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

const bandFaults = (structure: Structure, { band, bandByStrand }: ConversationFile): ShapeFault[] =>
  [["band", band] as const, ...Object.entries(bandByStrand).map(([id, each]) => [`bandByStrand/${id}`, each] as const)]
    .filter(([, each]) => !structure.bands.includes(each))
    .map(([path, each]) => ({ path, reason: `"${each}" is not one of this questionnaire's bands` }));

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

const UNDER_SCHOOL_AGE: readonly AgeBand[] = ["under-2", "early-years"];

const isOffered = (choice: Choice, prompt: Prompt, band: AgeBand): boolean =>
  choice.onlyIn === undefined || (prompt.skill === true && UNDER_SCHOOL_AGE.includes(band));
