import { SCHEMA_VERSION } from "#core/schema/operation";
import { CaseBody } from "#core/schema/case";
import { type Finish, ProfileBody } from "#core/schema/profile";
import type { Visit } from "#core/schema/visit";
import { startVisit } from "#core/visit/start-visit";
import { makeOperation, type BodyByType } from "#storage/make-operation";
import type { Services } from "../../src/ui/app/services";
import { uuid } from "./uuid";
import { valueOf } from "./value-of";

/** What of the app is needed to put a family on a device. */
export type SeedServices = Pick<
  Services,
  "clock" | "ids" | "loadInstrument" | "practitioner" | "sha256" | "store" | "today"
>;

/** The made-up people of one family, by a name that a test may use. */
export interface SeededFamily {
  readonly caseId: string;
  readonly body: CaseBody;
}

interface FamilyToSeed {
  /** Makes every id of the family; two families of one test need two numbers, a hundred apart. */
  readonly from?: number;
  readonly child?: { readonly name: string; readonly childCalls?: string; readonly bornOn?: string };
  readonly people?: readonly {
    readonly name: string;
    readonly childCalls?: string;
    readonly kind: string;
    readonly role: string;
    readonly parentalResponsibility?: string;
  }[];
  readonly nextVisit?: {
    readonly on: string;
    readonly at?: string;
    readonly where?: string;
    readonly withPersonIds?: readonly string[];
  };
}

/** Amelia, eight, her mum and her teacher, with the practitioner who leads; each part can be another. */
export const familyBody = ({ from = 100, child, people, nextVisit }: FamilyToSeed, practitioner: object): CaseBody => {
  const childId = uuid(from);
  const around = (
    people ?? [
      { name: "Sarah Lowe", childCalls: "Mum", kind: "family", role: "mum", parentalResponsibility: "yes" },
      { name: "Miss Ionescu", kind: "setting", role: "class-teacher" },
    ]
  ).map((person, index) => ({ id: uuid(from + 1 + index), ...person }));
  return CaseBody.parse({
    schemaVersion: SCHEMA_VERSION,
    sections: {
      child: { childId, bornOn: child?.bornOn ?? "2018-03-31", practice: true },
      ...(nextVisit === undefined ? {} : { "next-visit": nextVisit }),
      ...Object.fromEntries(
        [
          {
            id: childId,
            name: child?.name ?? "Amelia Lowe",
            childCalls: child === undefined ? "Amelia" : (child.childCalls ?? ""),
            kind: "child",
            role: "child",
          },
          ...around,
          practitioner as { id: string },
        ].map((person) => [`person/${person.id}`, { person }]),
      ),
    },
  });
};

/** Puts a family on the device, as it is right after it was written down. Its case has the id `uuid(from + 50)`. */
export const seedFamily = async (services: SeedServices, family: FamilyToSeed = {}): Promise<SeededFamily> => {
  const caseId = uuid((family.from ?? 100) + 50);
  const body = familyBody(family, services.practitioner);
  await seedRecord(services, { recordType: "case", recordId: caseId, caseId, body });
  return { caseId, body };
};

/** Puts the first revision of any record in the outbox. */
export const seedRecord = async <T extends keyof BodyByType>(
  services: SeedServices,
  record: { readonly recordType: T; readonly recordId: string; readonly caseId: string; readonly body: BodyByType[T] },
): Promise<void> => {
  const { clock, ids, sha256 } = services;
  const operation = valueOf(await makeOperation({ ...record, parents: [], nowMs: clock.nowMs(), ids, sha256 }));
  valueOf(await services.store.outbox.add([operation]));
};

/** Starts a visit with a family and saves it as a draft; `change` is what was said in it so far. */
export const seedVisit = async (
  services: SeedServices,
  { caseId, body }: SeededFamily,
  change: (visit: Visit) => Visit = (visit) => visit,
): Promise<Visit> => {
  const nowMs = services.clock.nowMs();
  const instrument = await services.loadInstrument("current", "en-GB");
  const visit = change(
    startVisit(
      { caseId, caseBody: body, instrument, ledBy: services.practitioner.id, today: services.today(), nowMs },
      services.ids,
    ),
  );
  valueOf(
    await services.store.drafts.save(
      { kind: "visit", id: visit.profileId, caseId, startedAtMs: nowMs, body: visit },
      0,
    ),
  );
  return visit;
};

/** Puts a finished profile of a family in the outbox, finished at this moment of the device. */
export const seedFinished = async (
  services: SeedServices,
  { caseId, body }: SeededFamily,
  outcome: Finish["outcome"] = { kind: "for-today" },
  change: (visit: Visit) => Visit = (visit) => visit,
): Promise<string> => {
  const nowMs = services.clock.nowMs();
  const instrument = await services.loadInstrument("current", "en-GB");
  const begun = { caseId, caseBody: body, instrument, ledBy: services.practitioner.id, today: services.today(), nowMs };
  const { profileId, profile } = change(startVisit(begun, services.ids));
  const finished = ProfileBody.parse({
    ...profile,
    sections: { ...profile.sections, finish: { outcome, atMs: nowMs } },
  });
  await seedRecord(services, { recordType: "profile", recordId: profileId, caseId, body: finished });
  return profileId;
};
