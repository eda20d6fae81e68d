import { screen, waitFor } from "@testing-library/react";
import { expect } from "vitest";
import type { Visit } from "#core/schema/visit";
import { emptyAgreement, emptyHere, withSection } from "#core/visit/change-section";
import { renderApp, type RenderAppOptions, type RenderedApp } from "./render-app";
import { seedFamily, seedFinished, seedVisit } from "./seeded-family";
import { uuid } from "./uuid";
import { grace } from "./test-device";

/** Amelia, who is eight, her two parents and her teacher; everyone but the teacher is in the room and has agreed. */
export const amelia = uuid(100);
export const mum = uuid(101);
export const dad = uuid(102);
export const teacher = uuid(103);
export const senco = uuid(104);

export const agreedVisit = (visit: Visit): Visit =>
  withSection(
    withSection(visit, "here", { ...emptyHere, rightChild: true, presentIds: [amelia, mum, dad, grace.id] }),
    "agreement",
    { ...emptyAgreement, privacyLimitSaid: true, understands: "yes", decision: "yes", words: "Yes please." },
  );

const LAST_YEAR_MS = Date.UTC(2025, 10, 20, 9, 0);

interface AtTheTable {
  readonly page: string;
  readonly change?: (visit: Visit) => Visit;
  readonly services?: NonNullable<RenderAppOptions["change"]>;
  /** Who else is on the record; the first has the id `senco`. */
  readonly alsoAround?: readonly { readonly name: string; readonly kind: string; readonly role: string }[];
  /** A conversation with Amelia was finished a year before this one, in which this was said. */
  readonly visitedBefore?: (visit: Visit) => Visit;
}

/** Opens a page of Amelia's visit, and gives what the device keeps of it. */
export const openAtTheTable = async ({
  page,
  change = (visit) => visit,
  services,
  alsoAround = [],
  visitedBefore,
}: AtTheTable) => {
  let profileId = "";
  const app: RenderedApp = await renderApp({
    seed: async (seeding) => {
      const family = await seedFamily(seeding, {
        people: [
          { name: "Sarah Lowe", childCalls: "Mum", kind: "family", role: "mum", parentalResponsibility: "yes" },
          { name: "Tom Lowe", childCalls: "Dad", kind: "family", role: "dad", parentalResponsibility: "yes" },
          { name: "Miss Ionescu", kind: "setting", role: "class-teacher" },
          ...alsoAround,
        ],
      });
      if (visitedBefore !== undefined) {
        const lastYear = { ...seeding, clock: { nowMs: () => LAST_YEAR_MS } };
        await seedFinished(lastYear, family, { kind: "for-today" }, visitedBefore);
      }
      const visit = await seedVisit(seeding, family, (fresh) => change(agreedVisit(fresh)));
      profileId = visit.profileId;
    },
    path: () => `/profiles/${profileId}/${page}`,
    ...(services === undefined ? {} : { change: services }),
  });
  await waitFor(() => {
    expect(screen.getByRole("heading", { level: 1 })).not.toHaveTextContent("One moment");
  });
  return {
    ...app,
    profileId,
    /** The visit as it lies on the device, once what is on the screen has been saved. */
    kept: async (): Promise<Visit> => {
      await screen.findByText(/Saved on this device/);
      const draft = await app.services.store.drafts.load(profileId);
      if (!draft.ok || draft.value.kind !== "visit") throw new Error("the visit is not on the device");
      return draft.value.body;
    },
  };
};
