import { screen, waitFor } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { documentLanguage } from "#report/words/report-words";
import type { Services } from "../../../src/ui/app/services";
import { openAtTheTable } from "../../support/at-the-table";
import { ndProfile } from "../../support/nd-profile";
import { newerNdProfile } from "../../support/newer-nd-profile";
import { renderApp } from "../../support/render-app";
import { seedFamily, seedFinished } from "../../support/seeded-family";
import { valueOf } from "../../support/value-of";

const second = newerNdProfile();

/** A device that has heard of what was withdrawn, and has these versions of the nine lines. */
const heard =
  (useInstead: string, { version = 1, versions = [1] }: { version?: number; versions?: readonly number[] } = {}) =>
  ({ store }: Services): Partial<Services> => ({
    versionsHere: async () => versions,
    loadInstrument: async (ref) => (ref !== "current" && ref.version === 2 ? second : ndProfile),
    store: {
      ...store,
      deliveries: {
        ...store.deliveries,
        policy: async () => ({
          ok: true,
          value: {
            version: "2",
            withdrawnWording: [{ id: "nd-profile", version, useInstead }],
            questionnaires: [],
            settings: {},
            minimumProtocol: 1,
          },
        }),
      },
    },
  });

describe("HAZ-16 the words of an open visit that were withdrawn", () => {
  test("are said to be so, and what to use instead leads to the newer words", async () => {
    const { user, path } = await openAtTheTable({
      page: "strands/energy",
      services: heard("nd-profile/v2", { versions: [1, 2] }),
    });
    expect(await screen.findByText("The words of this visit have been withdrawn.")).toBeVisible();
    await user.click(await screen.findByRole("link", { name: "Use the newer words instead" }));
    await screen.findByRole("button", { name: "Move to the new words" });
    expect(path()).toContain("/newer-words");
  });

  test("with words in their place say those words", async () => {
    await openAtTheTable({ page: "strands/energy", services: heard("Ask Jo for the paper set.") });
    expect(await screen.findByText("Use instead: Ask Jo for the paper set.")).toBeVisible();
    expect(screen.queryByRole("link", { name: "Use the newer words instead" })).not.toBeInTheDocument();
  });

  test("say so where what takes their place is not on this device yet", async () => {
    await openAtTheTable({ page: "strands/energy", services: heard("nd-profile/v2") });
    expect(await screen.findByText("The newer words are not on this device yet.")).toBeVisible();
  });

  test("are those of no visit whose version stands", async () => {
    await openAtTheTable({ page: "strands/energy", services: heard("", { version: 2 }) });
    await screen.findByRole("slider");
    expect(screen.queryByText(/withdrawn/)).not.toBeInTheDocument();
  });
});

describe("HAZ-16 a new visit", () => {
  const startedWith = async (services: (real: Services) => Partial<Services>) => {
    const app = await renderApp({
      seed: async (seeding) => {
        await seedFamily(seeding, { nextVisit: { on: "2026-11-24", at: "10:30" } });
      },
      change: services,
    });
    await app.user.click(await screen.findByRole("button", { name: "Start the visit" }));
    await waitFor(() => {
      expect(app.path()).toMatch(/start$/);
    });
    const drafts = valueOf(await app.services.store.drafts.list()).drafts;
    return drafts.flatMap((draft) =>
      draft.kind === "visit" ? [draft.body.profile.sections.frame.instrument.version] : [],
    );
  };

  test("begins with the newest words that were not withdrawn", async () => {
    expect(await startedWith(heard("", { version: 1, versions: [1, 2] }))).toEqual([2]);
  });

  test("does not begin with newer ones that were withdrawn", async () => {
    expect(await startedWith(heard("", { version: 2, versions: [1, 2] }))).toEqual([1]);
  });

  test("begins all the same where there are no others, and says so", async () => {
    expect(await startedWith(heard(""))).toEqual([1]);
    expect(await screen.findByText("The words of this visit have been withdrawn.")).toBeVisible();
  });
});

describe("HAZ-16 a finished profile whose words were withdrawn", () => {
  const openFinished = async (page: string) => {
    let profileId = "";
    return renderApp({
      seed: async (services) => {
        profileId = await seedFinished(services, await seedFamily(services));
      },
      path: () => `/profiles/${profileId}/${page}`,
      change: heard("nd-profile/v2"),
    });
  };

  test("keeps them, and its picture says so", async () => {
    await openFinished("picture");
    expect(await screen.findByText(/have been withdrawn since\. They stand here as they were/)).toBeVisible();
    expect(screen.getByText("Energy and rest")).toBeVisible();
    expect(screen.queryByText("The words of this visit have been withdrawn.")).not.toBeInTheDocument();
  });

  test("says so in the family's copy", async () => {
    const { user } = await openFinished("report");
    await user.click(await screen.findByRole("radio", { name: /^Mum/ }));
    await user.click(await screen.findByRole("button", { name: /^Show/ }));
    const { words } = valueOf(documentLanguage("en-GB"));
    expect(await screen.findByText(words.withdrawn)).toBeVisible();
    expect(screen.getByText(words.withdrawnNewer)).toBeVisible();
  });
});
