import { screen, waitFor } from "@testing-library/react";
import { expect } from "vitest";
import { peopleOf } from "#core/schema/case";
import type { Finish } from "#core/schema/profile";
import { addAmendment, amendmentsOf, type SaidAmendment } from "#core/visit/amendments";
import { makeOperation } from "#storage/make-operation";
import type { Services } from "../../../src/ui/app/services";
import { renderApp, type RenderAppOptions } from "../../support/render-app";
import { seedFamily, seedFinished } from "../../support/seeded-family";
import { createTestDevice, type TestDevice } from "../../support/test-device";
import { uuid } from "../../support/uuid";
import { valueOf } from "../../support/value-of";

/** Amelia, who is eight, her mum and dad, and her teacher. Made up. */
export const [amelia, mum, dad, teacher] = [uuid(100), uuid(101), uuid(102), uuid(103)] as const;

const PEOPLE = [
  { name: "Sarah Lowe", childCalls: "Mum", kind: "family", role: "mum", parentalResponsibility: "yes" },
  { name: "Tom Lowe", childCalls: "Dad", kind: "family", role: "dad", parentalResponsibility: "yes" },
  { name: "Miss Ionescu", kind: "setting", role: "class-teacher" },
];

interface ToOpen {
  readonly page: string;
  readonly outcome?: Finish["outcome"];
  /** What was put right before the page opens. */
  readonly amendments?: readonly Partial<SaidAmendment>[];
  /** How long after it was finished the page is opened. */
  readonly laterMs?: number;
  readonly change?: NonNullable<RenderAppOptions["change"]>;
  readonly device?: TestDevice;
}

/** Puts something right in the newest version of a profile, as another window or a delivery would. */
export const amendRecord = async (
  { store, clock, ids, sha256 }: Pick<Services, "store" | "clock" | "ids" | "sha256">,
  profileId: string,
  change: Partial<SaidAmendment> = {},
): Promise<void> => {
  const record = valueOf(await store.records.get(profileId));
  if (record.recordType !== "profile") throw new Error("not a profile");
  const around = valueOf(await store.records.get(record.caseId));
  if (around.recordType !== "case") throw new Error("not a case");
  const nowMs = clock.nowMs();
  const said = { what: "It is trams.", byId: amelia, why: "I said so.", hiddenFrom: [], ...change };
  const body = valueOf(addAmendment(record.body, { ...said, id: ids.next(), atMs: nowMs }, peopleOf(around.body)));
  const { caseId, revId } = record;
  const revision = { recordType: "profile", recordId: profileId, caseId, parents: [revId], body, nowMs } as const;
  valueOf(await store.outbox.add([valueOf(await makeOperation({ ...revision, ids, sha256 }))]));
};

/** Opens a page of a profile that was finished on Tuesday 24 November 2026. */
export const openFinished = async (opening: ToOpen) => {
  const { page, outcome, amendments = [], laterMs = 0, change, device = createTestDevice() } = opening;
  let profileId = "";
  const app = await renderApp({
    device,
    seed: async (services) => {
      const family = await seedFamily(services, { people: PEOPLE });
      profileId = await seedFinished(services, family, outcome);
      for (const each of amendments) {
        device.nowMs += 1_000;
        await amendRecord(services, profileId, each);
      }
      device.nowMs += laterMs;
    },
    path: () => `/profiles/${profileId}/${page}`,
    ...(change === undefined ? {} : { change }),
  });
  await isOpen();
  if (page !== "amend") await cardIsThere();
  return {
    ...app,
    profileId,
    /** Everything that was put right, as the device keeps it. */
    kept: async () => {
      const record = valueOf(await app.services.store.records.get(profileId));
      if (record.recordType !== "profile") throw new Error("not a profile");
      return amendmentsOf(record.body.sections).map(({ content }) => content);
    },
    drafts: async () => valueOf(await app.services.store.drafts.list()).drafts,
  };
};

/** Opens the app again on the same device, as after a reload. */
export const openAgain = async (device: TestDevice, path: string) => {
  const app = await renderApp({ device, path });
  await isOpen();
  return app;
};

/** What can be put right comes a moment after the page that it stands on. */
const cardIsThere = () =>
  waitFor(() => {
    expect(screen.getAllByRole("link").map((link) => link.getAttribute("href"))).toContainEqual(
      expect.stringMatching(/\/amend$/),
    );
  });

const isOpen = () =>
  waitFor(() => {
    expect(screen.getByRole("heading", { level: 1 })).not.toHaveTextContent("One moment");
  });
