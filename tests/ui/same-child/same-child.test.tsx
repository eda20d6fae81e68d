import { renderApp } from "../../support/render-app";
import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { withIdentityProtected } from "#core/case/change-case";
import { SameChildBody, type Verdict } from "#core/schema/same-child";
import { amendCase } from "../../../src/ui/app/amend-case";
import type { Services } from "../../../src/ui/app/services";
import { seedFamily, seedFinished, seedRecord } from "../../support/seeded-family";
import { uuid } from "../../support/uuid";
import { valueOf } from "../../support/value-of";

const [ONE, OTHER] = [uuid(150), uuid(250)];
const both = async (services: Services): Promise<void> => {
  await seedFamily(services);
  const other = await seedFamily(services, { from: 200, child: { name: "Lowe, Amélia" } });
  await seedFinished(services, other);
};
const said = (services: Services, recordId: string, verdict: Verdict, byName: string): Promise<void> =>
  seedRecord(services, {
    ...{ recordType: "same-child", recordId, caseId: ONE },
    body: SameChildBody.parse({
      schemaVersion: 1,
      sections: { decision: { verdict, otherCaseId: OTHER, byId: uuid(7), byName, atMs: 1, practice: true } },
    }),
  });
const decisionsIn = async ({ store }: Services) => valueOf(await store.records.list("same-child")).records;
const heading = (name: string, level = 1) => screen.findByRole("heading", { level, name });

describe("two records of one child", () => {
  test("are suggested with the reason, set side by side, joined by a person, and taken apart again", async () => {
    const { user, services, path } = await renderApp({ path: `/cases/${OTHER}`, seed: both });
    await heading("Is this the same child?", 2);
    expect(screen.getByText("There is another record: Amelia Lowe, born 31 March 2018.")).toBeVisible();
    expect(screen.getByText("Both have the same birth date and the same name.")).toBeVisible();
    expect(await decisionsIn(services)).toEqual([]);
    await user.click(screen.getByRole("link", { name: "Look at both" }));
    await heading("One child, or two?");
    const side = (name: string) => within(screen.getByRole("region", { name }));
    expect(side("The other record Amelia Lowe").getByText("Miss Ionescu")).toBeVisible();
    expect(side("This record Lowe, Amélia").getByRole("link", { name: /^Profile of/ })).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Yes, one child" }));
    // The record that was begun first leads.
    await heading("One child: the other record leads", 2);
    expect(path()).toBe(`/cases/${OTHER}`);
    await user.click(screen.getByRole("link", { name: "Open the record that leads" }));
    await heading("One child, two records", 2);
    const card = within(screen.getByRole("region", { name: "One child, two records" }));
    expect(card.getByText(/^Grace Okafor said one child/)).toBeVisible();
    expect(card.getByRole("link", { name: /^Profile of/ })).toBeVisible();
    expect(card.getByText("Waiting to be sent")).toBeVisible();
    await user.click(card.getByRole("link", { name: "Look at both" }));
    await user.click(await screen.findByRole("button", { name: "They are not joined after all" }));
    await heading("Is this the same child?", 2);
    expect(await decisionsIn(services)).toHaveLength(2);
  });

  test("are not suggested again once a person said that they are two children, from either side", async () => {
    const { user, path } = await renderApp({ path: `/cases/${ONE}/same-child/${OTHER}`, seed: both });
    await user.click(await screen.findByRole("button", { name: "No, two children" }));
    await screen.findByText("The other record, Lowe, Amélia, is another child's.");
    expect(screen.queryByRole("heading", { name: "Is this the same child?" })).toBeNull();
    await user.click(screen.getByRole("link", { name: "Look again" }));
    await user.click(await screen.findByRole("button", { name: "Ask about them again" }));
    await heading("Is this the same child?", 2);
    expect(path()).toBe(`/cases/${ONE}`);
  });

  test("of which two people said otherwise are not joined: both answers are shown until somebody answers both", async () => {
    const { user, services } = await renderApp({
      path: `/cases/${OTHER}`,
      seed: async (seeded) => {
        await both(seeded);
        await said(seeded, uuid(701), "one", "Jo Reed");
        await said(seeded, uuid(702), "two", "Sam Hill");
      },
    });
    await heading("People decided differently", 2);
    expect(screen.getByText(/^Jo Reed said one child/)).toBeVisible();
    expect(screen.getByText(/^Sam Hill said two children/)).toBeVisible();
    await user.click(screen.getByRole("link", { name: "Look at both" }));
    await user.click(await screen.findByRole("button", { name: "No, two children" }));
    await screen.findByText("The other record, Amelia Lowe, is another child's.");
    const newest = (await decisionsIn(services)).at(-1);
    expect(newest?.body.sections.decision.replaces).toEqual([uuid(701), uuid(702)]);
  });
});

describe("HAZ-11 a record marked identity protected", () => {
  test.each([
    ["the one that is open", ONE],
    ["the other", OTHER],
  ])("is shown beside no other from then on, though somebody joined them: %s", async (_, mark) => {
    const { services } = await renderApp({
      path: `/cases/${ONE}`,
      seed: async (seeded) => {
        await both(seeded);
        await said(seeded, uuid(701), "one", "Jo Reed");
      },
    });
    await heading("One child, two records", 2);
    valueOf(await amendCase(services, mark, (body) => withIdentityProtected(body, true)));
    await waitFor(() => {
      expect(screen.queryByRole("link", { name: "Look at both" })).toBeNull();
    });
    expect(screen.queryByText(/Amélia/)).toBeNull();
    expect(await decisionsIn(services)).toHaveLength(1);
  });

  test("by its address is as one that nobody has", async () => {
    await renderApp({
      path: `/cases/${ONE}/same-child/${OTHER}`,
      seed: async (seeded) => {
        await both(seeded);
        valueOf(await amendCase(seeded, OTHER, (body) => withIdentityProtected(body, true)));
      },
    });
    await heading("There is nothing here");
    expect(screen.queryByRole("button", { name: "Yes, one child" })).toBeNull();
  });

  test("is marked on the child's record, at once; taking the mark away is asked about", async () => {
    const { user } = await renderApp({ path: `/cases/${ONE}`, seed: both });
    await heading("Is this the same child?", 2);
    await user.click(screen.getByRole("button", { name: "Mark as identity protected" }));
    await screen.findByText("This record is set beside no other, for anybody.");
    await waitFor(() => {
      expect(screen.queryByRole("heading", { name: "Is this the same child?" })).toBeNull();
    });
    await user.click(screen.getByRole("button", { name: "Take the mark away" }));
    await screen.findByText("This record can then be set beside others again.");
    await user.click(screen.getAllByRole("button", { name: "Take the mark away" }).at(-1) as HTMLElement);
    await heading("Is this the same child?", 2);
  });
});
