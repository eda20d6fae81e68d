import fc from "fast-check";
import { versionOf } from "#server/sync/version-of";
import { newId } from "../server/bodies";

/** When something is in force, in hours from now. */
interface Spell {
  readonly from: number;
  readonly until: number | undefined;
}
type Agency = "ours" | "other";

/** Somebody, where they work, and all that lets them at one case. */
export interface World {
  readonly memberships: readonly (Spell & { readonly agency: Agency; readonly role: string })[];
  readonly relationships: readonly (Spell & { readonly agency: Agency; readonly ground: "given" | "shared" })[];
  readonly sharings: readonly (Spell & {
    readonly to: Agency | "me" | "somebody else";
    readonly ofCase: "this" | "another";
    readonly kinds: readonly string[] | undefined;
  })[];
  readonly glass: readonly { readonly from: number; readonly agency: Agency }[];
}

export interface SectionThere {
  readonly sectionId: string;
  readonly kinds: readonly string[];
  readonly hiddenFromMe: boolean;
  readonly onlyFor: "me" | "somebody else" | undefined;
}
export interface RecordThere {
  readonly type: string;
  readonly sections: readonly SectionThere[];
}

const plain = (type: string, sectionId: string, ...kinds: string[]): SectionThere => ({
  ...{ sectionId, hiddenFromMe: false, onlyFor: undefined },
  kinds: [type, ...kinds.map((kind) => `${type}/${kind}`)],
});

/** What there is of each case: a record in which nothing is hidden, one in which something is, and one without a frame. */
export const RECORDS: readonly RecordThere[] = [
  {
    type: "profile",
    sections: [
      plain("profile", "frame", "opens"),
      plain("profile", "loves/a", "loves", "loves/a"),
      plain("profile", "voice/motor/a", "voice", "voice/motor"),
    ],
  },
  {
    type: "profile",
    sections: [
      plain("profile", "frame", "opens"),
      plain("profile", "voice/motor/a", "voice", "voice/motor"),
      { ...plain("profile", "voice/motor/b", "voice", "voice/motor"), hiddenFromMe: true },
      { ...plain("profile", "page/story-so-far/a", "page", "page/story-so-far"), onlyFor: "me" },
      { ...plain("profile", "page/story-so-far/b", "page", "page/story-so-far"), onlyFor: "somebody else" },
    ],
  },
  { type: "plan", sections: [plain("plan", "action/a", "action", "action/a")] },
];

/** Which roles read, and whether they write; nobody else reads anything. */
const ROLES: Readonly<Record<string, { readonly writes: boolean }>> = {
  "early-help": { writes: true },
  coordinator: { writes: true },
  iro: { writes: false },
};

const isNow = ({ from, until }: Spell): boolean => from <= 0 && (until === undefined || until > 0);

/**
 * The rule of access, read as it is written and worked out without the database.
 *
 * Shape  role in an agency, and relationship to the case in it, and a ground; then whom it is hidden from.
 */
export const mayReach = (world: World, section: Pick<SectionThere, "kinds">, to: "see" | "write"): boolean => {
  const worksIn = (agency: Agency): boolean =>
    world.memberships.some((each) => {
      const role = ROLES[each.role];
      return isNow(each) && each.agency === agency && role !== undefined && (to === "see" || role.writes);
    });
  const isShared = (agency: Agency): boolean =>
    world.sharings.some(
      (each) =>
        isNow(each) &&
        each.ofCase === "this" &&
        (each.to === agency || each.to === "me") &&
        (each.kinds === undefined || each.kinds.some((kind) => section.kinds.includes(kind))),
    );
  const byRelationship = world.relationships.some(
    (each) => isNow(each) && worksIn(each.agency) && (each.ground === "given" || isShared(each.agency)),
  );
  const byGlass = world.glass.some(({ from, agency }) => isNow({ from, until: from + 4 }) && worksIn(agency));
  return byRelationship || (to === "see" && byGlass);
};

export const maySee = (world: World, section: SectionThere): boolean =>
  !section.hiddenFromMe && section.onlyFor !== "somebody else" && mayReach(world, section, "see");

/** What a pull calls a record for somebody, where it gives it at all. */
export const verFor = (world: World, record: RecordThere, recordId: string, headRev: string): string | undefined => {
  if (!mayReach(world, { kinds: [record.type, `${record.type}/opens`] }, "see")) return undefined;
  const seen = record.sections.filter((section) => maySee(world, section));
  return versionOf(
    headRev,
    seen.map(({ sectionId }) => `${recordId}/${sectionId}`),
  );
};

const spell = (whole: boolean) =>
  fc.record({
    from: fc.constantFrom(-48, -2, -2, ...(whole ? [] : [1])),
    until: fc.constantFrom(undefined, undefined, 2, -1),
  });
const agency = fc.constantFrom<Agency>("ours", "ours", "ours", "other");
const with_ = <T extends object>(rest: fc.Arbitrary<T>): fc.Arbitrary<Spell & T> =>
  fc.tuple(spell(false), rest).map(([when, each]) => ({ ...when, ...each }));
const kinds = fc.constantFrom(
  undefined,
  ["case/opens", "profile/opens", "profile/voice/motor"],
  ["case/opens", "profile/opens", "profile/voice"],
  ["case/opens", "profile/opens", "profile"],
  ["case/opens", "plan/opens", "plan"],
);

export const world: fc.Arbitrary<World> = fc.record({
  memberships: fc.array(
    with_(
      fc.record({
        agency,
        role: fc.constantFrom(
          ...["early-help", "early-help", "coordinator", "iro", "custodian", "analyst", "gardener"],
        ),
      }),
    ),
    { minLength: 1, maxLength: 2 },
  ),
  relationships: fc.array(with_(fc.record({ agency, ground: fc.constantFrom("given", "shared", "shared") })), {
    minLength: 1,
    maxLength: 2,
  }),
  sharings: fc.array(
    with_(
      fc.record({
        to: fc.constantFrom(...(["ours", "ours", "other", "me", "somebody else"] as const)),
        ofCase: fc.constantFrom(...(["this", "this", "this", "another"] as const)),
        kinds,
      }),
    ),
    { maxLength: 2 },
  ),
  glass: fc.oneof(
    { weight: 4, arbitrary: fc.constant([]) },
    {
      weight: 1,
      arbitrary: fc.array(fc.record({ from: fc.constantFrom(-6, -1, 1), agency }), { minLength: 1, maxLength: 1 }),
    },
  ),
});

/** A world in the database: its ids. */
export interface Placed {
  readonly world: World;
  readonly accountId: string;
  readonly caseId: string;
  readonly records: readonly { readonly recordId: string; readonly headRev: string }[];
}
export const placed = (made: World): Placed => ({
  ...{ world: made, accountId: newId(), caseId: newId() },
  records: RECORDS.map(() => ({ recordId: newId(), headRev: newId() })),
});
