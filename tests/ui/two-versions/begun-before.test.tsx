import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { mergeOf } from "../../../src/ui/features/two-versions/merge-draft";
import { renderApp } from "../../support/render-app";
import { seedFamily } from "../../support/seeded-family";
import { valueOf } from "../../support/value-of";

test("HAZ-02 what was begun for a record that somebody else brought together can still be read, and thrown away", async () => {
  let caseId = "";
  const { user, services } = await renderApp({
    seed: async (seeded) => {
      ({ caseId } = await seedFamily(seeded));
      const kind = mergeOf({ recordId: caseId, caseId });
      const begun = kind.begin({ id: seeded.ids.next(), startedAtMs: seeded.clock.nowMs() });
      const choices = { 'next-visit#["where"]': { how: "words", value: "At the gate" } };
      valueOf(
        await seeded.store.drafts.save({ ...begun, body: { ...begun.body, choices, seenRevIds: [] } } as never, 0),
      );
    },
    path: () => `/cases/${caseId}/two-versions`,
  });
  await screen.findByRole("heading", { level: 1, name: "There is one version" });
  await screen.findByText("At the gate");
  await user.click(await screen.findByRole("button", { name: "Throw my choices away" }));
  await user.click(await screen.findByRole("button", { name: "Throw away" }));
  await screen.findByRole("heading", { level: 1, name: /Amelia/ });
  expect(valueOf(await services.store.drafts.list()).drafts).toEqual([]);
});
