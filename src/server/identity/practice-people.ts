import { sql } from "kysely";
import { z } from "zod";
import { AreaSettings } from "#core/schema/area-settings";
import { PracticePeopleResponse } from "#core/schema/wire";
import { type Api, problems } from "../api-shape";
import { ensurePracticeKey } from "../recovery/area-keys";
import type { Store } from "../store/store";
import { hashPassphrase } from "./passphrase";
import { addAccount, ensureAgency, ensureArea, setTraining } from "./people";

/**
 * The made-up agencies and practitioners of the practice area.
 *
 * Shape   the passphrase is the same for everyone and stands in the open: it guards nothing but made-up families.
 * Source  practice/people.json, practice/area.json
 */
export const PracticePeople = z.object({
  areaId: z.uuid(),
  passphrase: z.string(),
  agencies: z.array(z.object({ id: z.uuid(), name: z.string() })),
  people: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      agencyId: z.uuid(),
      role: z.string(),
      training: z.array(z.string()),
    }),
  ),
});
export type PracticePeople = z.infer<typeof PracticePeople>;

const PracticeArea = z.object({
  name: z.string(),
  practice: z.literal(true),
  suggestions: z.boolean(),
  settings: AreaSettings,
});

/** Makes whatever the practice area lacks of its people, and brings its names and settings up to date. */
export const seedPracticePeople = async (store: Store, practice: PracticePeople, areaFile: unknown): Promise<void> => {
  const { name, suggestions, settings } = PracticeArea.parse(areaFile);
  const { areaId, agencies, people, passphrase } = practice;
  const known = await store.asDesk(async (tx) => {
    const { rows } = await sql<{ id: string }>`select account_id as id from account where area_id = ${areaId}`.execute(
      tx,
    );
    return new Set(rows.map(({ id }) => id));
  });
  const missing = people.filter(({ id }) => !known.has(id));
  const hashes = await Promise.all(missing.map(() => hashPassphrase(passphrase)));
  await store.asDesk(async (tx) => {
    await ensureArea(tx, { areaId, name, settings: { suggestions, ...settings } });
    for (const agency of agencies) await ensureAgency(tx, { areaId, agencyId: agency.id, name: agency.name });
    for (const [index, { id, ...person }] of missing.entries()) {
      await addAccount(tx, { areaId, accountId: id, ...person, passphraseHash: hashes[index] ?? "" });
    }
    for (const { id, training } of people) await setTraining(tx, { areaId, accountId: id, training });
  });
  await ensurePracticeKey(store, areaId);
};

/** Says who can sign in, in practice only, where everybody is made up. */
export const practicePeopleRoute = (api: Api, { people, agencies }: PracticePeople): void => {
  const answer: PracticePeopleResponse = {
    people: people.map(({ id, name, agencyId, role }) => ({
      ...{ id, name, role },
      agency: agencies.find((agency) => agency.id === agencyId)?.name ?? "",
    })),
  };
  api.get("/api/practice/people", { schema: { response: { 200: PracticePeopleResponse, ...problems } } }, () => answer);
};
