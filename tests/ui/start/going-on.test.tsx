import { screen, waitFor, within } from "@testing-library/react";
import type { UserEvent } from "@testing-library/user-event";
import { describe, expect, test } from "vitest";
import { CaseBody, peopleOf } from "#core/schema/case";
import type { Visit } from "#core/schema/visit";
import { emptyAgreement, emptyHere, lovesIn, withSection } from "#core/visit/change-section";
import { renderApp } from "../../support/render-app";
import { familyBody, seedRecord, seedVisit } from "../../support/seeded-family";
import { createTestDevice, grace } from "../../support/test-device";
import { uuid } from "../../support/uuid";
import { amelia, goOn, mum, openStart, tick } from "./open-start";

const begun = (visit: Visit): Visit =>
  withSection(
    withSection(visit, "here", { ...emptyHere, rightChild: true, presentIds: [amelia, mum, grace.id] }),
    "agreement",
    { ...emptyAgreement, privacyLimitSaid: true, understands: "yes", decision: "yes", words: "Yes." },
  );

const box = (name: string) => screen.getByRole("textbox", { name });

describe("to the nine lines", () => {
  test("everything that is missing is named in the order of the page, and what was typed stays", async () => {
    const { user } = await openStart();
    await user.type(box("What does Amelia love?"), "drums");
    await user.click(goOn());
    const summary = within(await screen.findByRole("alert"));
    expect(summary.getAllByRole("button").map((each) => each.textContent)).toEqual([
      "Say whether this is Amelia",
      "Tick who is here with you",
      "Say how far privacy goes, and tick that you said it",
      "Say whether Amelia understands what this is",
    ]);
    expect(box("What does Amelia love?")).toHaveValue("drums");
    expect(tick("Yes, this is Amelia")).toHaveAccessibleDescription("Say whether this is Amelia");
  });

  test("a second try brings the eye back to what is missing", async () => {
    const { user } = await openStart();
    await user.click(goOn());
    await screen.findByRole("alert");
    await user.click(tick("Amelia"));
    await user.click(goOn());
    await waitFor(() => {
      expect(screen.getByRole("alert")).toHaveFocus();
    });
  });

  test("goes to the first line, or to all nine for those who prefer one page", async () => {
    const { user, path, profileId } = await openStart({
      change: begun,
      device: createTestDevice({ strandsPage: "all" }),
    });
    await user.click(goOn());
    await waitFor(() => {
      expect(path()).toBe(`/profiles/${profileId}/strands`);
    });
  });

  test("whoever leads the visit and is not on the child's record is one of the voices afterwards", async () => {
    let profileId = "";
    const caseId = uuid(150);
    const app = await renderApp({
      seed: async (services) => {
        const { sections } = familyBody({}, grace);
        const others = Object.entries(sections).filter(([sectionId]) => sectionId !== `person/${grace.id}`);
        const family = { caseId, body: CaseBody.parse({ schemaVersion: 1, sections: Object.fromEntries(others) }) };
        await seedRecord(services, { recordType: "case", recordId: caseId, ...family });
        profileId = (await seedVisit(services, family, begun)).profileId;
      },
      path: () => `/profiles/${profileId}/start`,
    });
    await app.user.click(await screen.findByRole("button", { name: "Go to the nine lines" }));
    const voices = await screen.findByRole("group", { name: "Who is marking?" });
    expect(await within(voices).findByRole("button", { name: "Grace" })).toBeVisible();
    const record = await app.services.store.records.get(caseId);
    expect(record.ok && record.value.recordType === "case" && peopleOf(record.value.body)).toContainEqual(grace);
  });
});

describe("the nine lines, the picture and the plan stay closed", () => {
  test.each(["strands", "strands/energy", "picture", "plan"])("at %s, until the start is done", async (page) => {
    const { user, path, profileId } = await openStart({ page });
    expect(screen.getByRole("heading", { level: 1, name: "The start comes first" })).toBeVisible();
    expect(screen.queryByRole("slider")).not.toBeInTheDocument();
    await user.click(screen.getByRole("link", { name: "Go to the start of the visit" }));
    expect(path()).toBe(`/profiles/${profileId}/start`);
  });

  test("after a no, which is fine", async () => {
    const saidNo = (visit: Visit) => withSection(begun(visit), "agreement", { ...emptyAgreement, decision: "no" });
    await openStart({ page: "strands", change: saidNo });
    expect(screen.getByRole("heading", { level: 1, name: "No profile is made today" })).toBeVisible();
  });

  test("HAZ-01 with a yes, but before it is said that this is the right child", async () => {
    const unsure = (visit: Visit) => withSection(begun(visit), "here", { ...emptyHere, presentIds: [amelia] });
    await openStart({ page: "strands", change: unsure });
    expect(screen.getByRole("heading", { level: 1, name: "The start comes first" })).toBeVisible();
  });

  test("and open once it is done", async () => {
    await openStart({ page: "strands/energy", change: begun });
    expect(await screen.findByRole("slider")).toBeVisible();
  });
});

describe("what comes first", () => {
  const choose = (user: UserEvent, name: string) => user.click(screen.getByRole("button", { name }));

  test("each person in the room has their own words, the child first", async () => {
    const { user, kept } = await openStart({ change: begun });
    expect(screen.getByRole("button", { name: "Amelia", pressed: true })).toBeVisible();
    await user.type(box("What does Amelia love?"), "drums");
    await choose(user, "Mum");
    expect(box("What does Amelia love?")).toHaveValue("");
    await user.type(box("What is one thing you'd like to be easier?"), "mornings");
    await choose(user, "Amelia");
    expect(box("What does Amelia love?")).toHaveValue("drums");
    await waitFor(async () => {
      const visit = await kept();
      expect(lovesIn(visit, amelia)).toMatchObject({ loves: "drums", easier: "" });
      expect(lovesIn(visit, mum)).toMatchObject({ loves: "", easier: "mornings" });
    });
    expect(screen.queryByRole("button", { name: "Dad" })).not.toBeInTheDocument();
  });

  test("what is kept from somebody in the room is not on the screen", async () => {
    const hidden = (visit: Visit) =>
      withSection(begun(visit), `loves/${amelia}`, { loves: "a secret", easier: "", hiddenFrom: [mum] });
    await openStart({ change: hidden });
    expect(screen.getByText("Amelia has answered here. It is kept from someone in the room.")).toBeVisible();
    expect(document.body).not.toHaveTextContent("a secret");
  });
});

test("a finished profile has no start: it opens at its picture", async () => {
  const device = createTestDevice();
  let profileId = "";
  const app = await renderApp({
    device,
    seed: async (services) => {
      const caseId = uuid(150);
      const body = familyBody({}, grace);
      await seedRecord(services, { recordType: "case", recordId: caseId, caseId, body });
      const visit = await seedVisit(services, { caseId, body }, begun);
      await services.store.drafts.remove(visit.profileId);
      profileId = visit.profileId;
      await seedRecord(services, { recordType: "profile", recordId: profileId, caseId, body: visit.profile });
    },
    path: () => `/profiles/${profileId}/start`,
  });
  await waitFor(() => {
    expect(app.path()).toBe(`/profiles/${profileId}/picture`);
  });
});
