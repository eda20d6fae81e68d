import { loadInstrument } from "#core/instrument/load-instrument";
import { Person } from "#core/schema/person";
import { createClock, localDay } from "#platform/clock";
import { sha256Hex } from "#platform/digest";
import { createIds } from "#platform/ids";
import { deriveHere } from "#platform/sealing/derive-here";
import { createKeyringWork } from "#platform/sealing/keyring-work";
import { createRowSeal } from "#platform/sealing/row-seal";
import { openStore } from "#storage/open-store";
import { createPeopleHere } from "#storage/people";
import practiceArea from "../../practice/area.json";
import practicePeople from "../../practice/people.json";
import wording from "../../questionnaires/nd-profile/v1/en-GB.json";
import structure from "../../questionnaires/nd-profile/v1/structure.json";
import { seedFamily, seedRecord, seedVisit, type SeedServices } from "../../tests/support/seeded-family";
import { valueOf } from "../../tests/support/value-of";
import { createWords } from "../words";
import { DEVICE_PASSPHRASE } from "../../tests/support/device-passphrase";
import { visitUnderWay } from "../made-up-visit";

/** What is put on a device: so many families, each with a finished profile; the first one is in the middle of a new visit. */
export interface SeedPlan {
  readonly families: number;
  readonly seed: number;
}

export interface SeededDevice {
  readonly profileId: string;
  /** The draft of the visit under way, as it is stored. */
  readonly draftBytes: number;
}

/**
 * Puts made-up families on this device, through the same storage code as the app.
 *
 * Shape  the same seed gives the same names, words and marks; ids and times are of the moment.
 */
export const seedDevice = async ({ families, seed }: SeedPlan): Promise<SeededDevice> => {
  const words = createWords(seed);
  const services = await openServices(words.chance);
  const instrument = await services.loadInstrument("current", "en-GB");
  const strandIds = instrument.structure.strands.map(({ id }) => id);
  let seeded: SeededDevice | undefined;

  for (let index = 0; index < families; index += 1) {
    const name = words.childName();
    const family = await seedFamily(services, {
      from: 1000 + index * 100,
      child: { name, childCalls: name.split(" ")[0] ?? name },
      people: [
        { name: words.adultName(), childCalls: "Mum", kind: "family", role: "mum", parentalResponsibility: "yes" },
        { name: words.adultName(), childCalls: "Grandad", kind: "family", role: "grandparent" },
        { name: words.adultName(), kind: "setting", role: "class-teacher" },
      ],
      ...(index < 3 ? { nextVisit: { on: services.today(), at: `${10 + index}:30`, where: "At home" } } : {}),
    });
    const underWay = visitUnderWay(family.body, strandIds, words);
    const visit = await seedVisit(services, family, underWay);
    if (index === 0) {
      seeded = { profileId: visit.profileId, draftBytes: new Blob([JSON.stringify(visit)]).size };
      continue;
    }
    valueOf(await services.store.drafts.remove(visit.profileId));
    await seedRecord(services, {
      recordType: "profile",
      recordId: visit.profileId,
      caseId: family.caseId,
      body: {
        ...visit.profile,
        sections: {
          ...visit.profile.sections,
          finish: { hiddenFrom: [], outcome: { kind: "right-for-today" }, atMs: services.clock.nowMs() },
        },
      },
    });
  }
  services.store.close();
  if (seeded === undefined) throw new Error("no family was asked for");
  return seeded;
};

const openServices = async (chance: () => number): Promise<SeedServices> => {
  const clock = createClock();
  const ids = createIds({
    clock,
    fillRandom: (bytes) => {
      for (let index = 0; index < bytes.length; index += 1) bytes[index] = Math.floor(chance() * 256);
    },
  });
  const [{ agencyId: _, ...account }] = practicePeople.people as [(typeof practicePeople.people)[number]];
  const practitioner = Person.parse({ ...account, kind: "practitioner" });
  const here = { userId: practitioner.id, practice: practiceArea.practice, areaName: practiceArea.name };
  // As after signing in, so that the app opens for her without a server.
  const people = createPeopleHere({ ids, factory: indexedDB });
  valueOf(await people.comes({ ...here, ...account }));
  const enrolled = await createKeyringWork(deriveHere).enrol({
    userId: practitioner.id,
    passphrase: DEVICE_PASSPHRASE,
    areaKey: undefined,
  });
  valueOf(await people.changeKeyring(practitioner.id, () => enrolled.keyring));
  const codec = createRowSeal({ epochs: () => enrolled.keys.epochs, userId: practitioner.id });
  const instrument = valueOf(
    loadInstrument({ file: "structure.json", content: structure }, { file: "en-GB.json", content: wording }),
  );
  return {
    clock,
    ids,
    practitioner,
    store: valueOf(
      await openStore({
        userId: practitioner.id,
        practice: practiceArea.practice,
        clock,
        ids,
        sha256: sha256Hex,
        codec,
      }),
    ),
    today: () => localDay(clock.nowMs()),
    sha256: sha256Hex,
    loadInstrument: () => Promise.resolve(instrument),
  };
};
