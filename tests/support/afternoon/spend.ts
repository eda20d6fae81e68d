import { expect } from "vitest";
import { endRelationship, giveRelationship } from "#server/identity/people";
import { caseBody, newId } from "../server/bodies";
import { newDevice, type TestDevice, type TestServer } from "../server/test-server";
import { aDeviceOnTheRoad, type DeviceOnTheRoad, sectionsOf } from "./device";
import type { Step } from "./steps";

/** Who is there on an afternoon: Jo with two devices, Ash with one, and Kit, whom nobody gives anything. */
export interface Afternoon {
  readonly devices: readonly DeviceOnTheRoad[];
  readonly stranger: DeviceOnTheRoad;
  /** The words that somebody was not to see, with the account that was not to see them. */
  readonly hidden: ReadonlyMap<string, string>;
}

/** Lets people spend an afternoon, and then brings every device to a good connection until nothing moves any more. */
export const spend = async (server: TestServer, steps: readonly Step[]): Promise<Afternoon> => {
  const areaId = await server.newArea();
  const [jo, ash, kit] = await Promise.all([1, 2, 3].map(() => server.newPerson(areaId)));
  if (jo === undefined || ash === undefined || kit === undefined) throw new Error("nobody is there");
  const jos = await newDevice(server.app, server.store, jo.who);
  const devices = await Promise.all([jo, jos, ash].map((person) => aDeviceOnTheRoad(server, person)));
  const stranger = await aDeviceOnTheRoad(server, kit);
  const hidden = new Map<string, string>();
  for (const step of steps) await take(server, { devices, people: [jo, ash], hidden }, step);
  for (let round = 0; round < QUIET_ROUNDS; round += 1) {
    for (const device of [...devices, stranger]) expect((await device.sync()).ok).toBe(true);
  }
  return { devices, stranger, hidden };
};
/** What one delivers, another may have to deliver after; then each is told of it once. */
const QUIET_ROUNDS = 4;

interface There {
  readonly devices: readonly DeviceOnTheRoad[];
  readonly people: readonly TestDevice[];
  readonly hidden: Map<string, string>;
}

const take = async (server: TestServer, there: There, step: Step): Promise<void> => {
  const { devices, people, hidden } = there;
  switch (step.kind) {
    case "begin":
      return at(devices, step.device)?.begin(caseBody(server.practice));
    case "sync":
      await at(devices, step.device)?.sync(step.ways);
      return;
    case "write":
    case "merge": {
      const device = at(devices, step.device);
      if (device === undefined) return;
      const seen = await device.seen();
      if (step.kind === "merge") {
        const two = at(
          seen.filter(({ otherHeads }) => otherHeads.length > 0),
          step.record,
        );
        return two === undefined ? undefined : device.follow([two.head, ...two.otherHeads.slice(0, 1)], {});
      }
      const record = at(seen, step.record);
      if (record === undefined) return;
      const other = people.find(({ who }) => who.accountId !== device.person.who.accountId);
      const word = newId();
      const hiddenFrom = step.isHidden && other !== undefined ? [other.who.accountId] : [];
      for (const accountId of hiddenFrom) hidden.set(word, accountId);
      const person = { id: newId(), name: word, kind: "family", role: "mum" };
      return device.follow([record.head], { [`person/${person.id}`]: { hiddenFrom, person } });
    }
    case "give":
    case "end": {
      const person = at(people, step.person);
      const record = at(await begun(devices), step.record);
      if (person === undefined || record === undefined) return;
      const change = step.kind === "give" ? giveRelationship : endRelationship;
      await server.store.asDesk((tx) => change(tx, { ...person.who, caseId: record }));
    }
  }
};

/** The records that any of these devices began, whether they are delivered or not. */
const begun = (devices: readonly DeviceOnTheRoad[]): Promise<readonly string[]> =>
  Promise.resolve(
    devices
      .flatMap(({ written }) => written.filter(({ parents }) => parents.length === 0))
      .map(({ recordId }) => recordId),
  );

const at = <T>(list: readonly T[], index: number): T | undefined => list[index % list.length];

/** The words that stand in a version, as somebody wrote them. */
export const wordsIn = (version: { readonly body: string }): readonly string[] =>
  Object.values(sectionsOf(version)).flatMap((section) => {
    const person = (section as { person?: { name?: string } }).person?.name;
    return person === undefined || person === "Robin" ? [] : [person];
  });
