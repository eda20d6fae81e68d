import { renderApp, type RenderedApp } from "../../support/render-app";
import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { withPerson } from "#core/case/change-case";
import { type CaseBody, peopleOf } from "#core/schema/case";
import { amendCase } from "../../../src/ui/app/amend-case";
import { type SeedServices, seedFamily, seedFinished, seedVisit } from "../../support/seeded-family";
import { createTestDevice } from "../../support/test-device";
import { uuid } from "../../support/uuid";
import { valueOf } from "../../support/value-of";

const path = `/cases/${uuid(150)}`;
const amelia = async (services: SeedServices): Promise<void> => {
  await seedFamily(services);
};
const card = (name: string) => {
  const section = screen.getByRole("heading", { level: 2, name }).closest("section");
  if (section === null) throw new Error(`no card ${name}`);
  return within(section);
};
const heading = (name: string) => screen.findByRole("heading", { level: 1, name });
const recordOf = async ({ services }: RenderedApp) => {
  const record = valueOf(await services.store.records.get(uuid(150)));
  if (record.recordType !== "case") throw new Error("not a case");
  return record;
};
const bodyOf = async (app: RenderedApp): Promise<CaseBody> => (await recordOf(app)).body;

describe("a child's record", () => {
  test("says who they are, who is around them, and where the record is", async () => {
    await renderApp({ path, seed: amelia });
    expect(await heading("Amelia")).toBeVisible();
    const main = within(screen.getByRole("main"));
    expect(main.getByText("Amelia Lowe")).toBeVisible();
    expect(main.getByText("31 March 2018, 8 years old")).toBeVisible();
    expect(main.getByText("Waiting to be sent")).toBeVisible();
    expect(
      card("People around the child")
        .getAllByRole("listitem")
        .map((row) => row.textContent),
    ).toEqual([
      "MumSarah LoweMumHas parental responsibility",
      "Miss IonescuClass teacher",
      "GraceGrace OkaforEarly help workerYou",
    ]);
    expect(card("Languages").getByText("No language is written down.")).toBeVisible();
    expect(card("Profiles").getByText(/No profile yet/)).toBeVisible();
  });

  test("a child under one year is said to be so", async () => {
    await renderApp({
      path,
      seed: async (services) => {
        await seedFamily(services, { child: { name: "Noor", bornOn: "2026-02-01" } });
      },
    });
    expect(await screen.findByText("1 February 2026, under one year old")).toBeVisible();
  });

  test("lists its visits: the begun one to carry on with, the finished ones with how and where they are", async () => {
    const device = createTestDevice();
    await renderApp({
      device,
      path,
      seed: async (services) => {
        const family = await seedFamily(services);
        device.nowMs -= 300 * 86_400_000;
        await seedFinished(services, family, { kind: "right-for-today" });
        device.nowMs += 200 * 86_400_000;
        await seedFinished(services, family, { kind: "seen-differently", views: [] });
        device.nowMs += 100 * 86_400_000;
        await seedVisit(services, family, (visit) => ({ ...visit, place: "strands/motor", left: true }));
      },
    });
    await heading("Amelia");
    const rows = card("Profiles").getAllByRole("link");
    expect(rows.map((row) => row.textContent)).toEqual([
      "Visit not finishedStarted 24 NovemberSaved 24 November, 09:00On this device only",
      "16 August 2026See the pictureSome of it is seen differently",
      "28 January 2026See the pictureRight for today",
      "See the profiles side by side",
    ]);
    const where = card("Profiles").getAllByRole("button");
    expect(where.map((button) => button.textContent)).toEqual(Array(2).fill("Waiting to be sent. Show where it is"));
    expect(rows[0]).toHaveAttribute("href", expect.stringMatching(/^\/profiles\/[0-9a-f-]+\/strands\/motor$/));
    expect(rows[1]).toHaveAttribute("href", expect.stringMatching(/^\/profiles\/[0-9a-f-]+\/picture$/));
  });

  test("an address of no record says that there is nothing here", async () => {
    await renderApp({ path: `/cases/${uuid(1)}`, seed: amelia });
    expect(await heading("There is nothing here")).toBeVisible();
  });

  test("a record that cannot be read says where and why", async () => {
    await renderApp({
      path,
      seed: async ({ store }) => {
        const operation = {
          opId: uuid(990),
          recordType: "case" as const,
          recordId: uuid(150),
          caseId: uuid(150),
          parents: [],
          schemaVersion: 1,
          body: `{"schemaVersion":1}`,
          sha256: "0".repeat(64),
          clientTime: 1,
        };
        valueOf(await store.outbox.add([operation]));
      },
    });
    expect(await heading("This record cannot be shown")).toBeVisible();
  });
});

describe("the next visit", () => {
  test("is set, changed and taken out, each as a revision that follows the one before", async () => {
    const app = await renderApp({ path, seed: amelia });
    await heading("Amelia");
    const first = await recordOf(app);
    const visit = card("Next visit");
    await app.user.click(visit.getByRole("button", { name: "Set a visit" }));
    await app.user.type(visit.getByLabelText("Day"), "2026-12-01");
    await app.user.type(visit.getByLabelText("Time (optional)"), "10:30");
    await app.user.type(visit.getByLabelText("Where (optional)"), "At school");
    await app.user.click(visit.getByRole("checkbox", { name: "Mum" }));
    await app.user.click(visit.getByRole("button", { name: "Save the visit" }));
    expect(await visit.findByText("Tuesday 1 December at 10:30")).toBeVisible();
    const second = await recordOf(app);
    expect(second.revId).not.toBe(first.revId);
    expect(second.otherRevIds).toEqual([]);
    expect(second.body.sections["next-visit"]).toMatchObject({
      on: "2026-12-01",
      at: "10:30",
      where: "At school",
      withPersonIds: [uuid(101)],
    });
    expect(second.body.sections.child).toEqual(first.body.sections.child);

    await app.user.click(visit.getByRole("button", { name: "Change" }));
    expect(visit.getByLabelText("Where (optional)")).toHaveValue("At school");
    expect(visit.getByRole("checkbox", { name: "Mum" })).toBeChecked();
    expect(visit.getByRole("checkbox", { name: "Miss Ionescu" })).not.toBeChecked();
    await app.user.clear(visit.getByLabelText("Time (optional)"));
    await app.user.click(visit.getByRole("button", { name: "Save the visit" }));
    expect(await visit.findByText("Tuesday 1 December")).toBeVisible();

    await app.user.click(visit.getByRole("button", { name: "Take the visit out" }));
    expect(await visit.findByText("No visit is set.")).toBeVisible();
    expect((await bodyOf(app)).sections["next-visit"]).toMatchObject({ on: "", where: "", withPersonIds: [] });
    expect((await recordOf(app)).otherRevIds).toEqual([]);
  });

  test("is refused beside the field: no day, a day gone by, too long a place", async () => {
    const app = await renderApp({ path, seed: amelia });
    await heading("Amelia");
    const visit = card("Next visit");
    await app.user.click(visit.getByRole("button", { name: "Set a visit" }));
    await app.user.click(visit.getByLabelText("Where (optional)"));
    await app.user.paste("x".repeat(201));
    await app.user.click(visit.getByRole("button", { name: "Save the visit" }));
    expect(await visit.findByText("Choose the day of the visit.")).toBeVisible();
    expect(visit.getByLabelText("Day")).toHaveAccessibleDescription("Choose the day of the visit.");
    expect(visit.getByLabelText("Where (optional)")).toHaveAccessibleDescription("Use 200 characters or fewer.");
    await app.user.type(visit.getByLabelText("Day"), "2026-11-23");
    expect(await visit.findByText("This day has gone by. Choose today or a later day.")).toBeVisible();
    expect((await bodyOf(app)).sections["next-visit"]).toBeUndefined();
  });

  test("a cancelled change changes nothing", async () => {
    const app = await renderApp({ path, seed: amelia });
    await heading("Amelia");
    const before = await recordOf(app);
    const visit = card("Next visit");
    await app.user.click(visit.getByRole("button", { name: "Set a visit" }));
    await app.user.type(visit.getByLabelText("Day"), "2026-12-01");
    await app.user.click(visit.getByRole("button", { name: "Cancel" }));
    expect(visit.getByText("No visit is set.")).toBeVisible();
    expect((await recordOf(app)).revId).toBe(before.revId);
  });

  test("what another window wrote meanwhile stays", async () => {
    const device = createTestDevice();
    const app = await renderApp({ device, path, seed: amelia });
    await heading("Amelia");
    const visit = card("Next visit");
    await app.user.click(visit.getByRole("button", { name: "Set a visit" }));
    await app.user.type(visit.getByLabelText("Day"), "2026-12-01");
    const sam = { id: uuid(777), name: "Sam", childCalls: "", kind: "family", role: "dad" } as const;
    const added = await amendCase(await device.open(), uuid(150), (body) =>
      withPerson(body, { ...sam, parentalResponsibility: "yes", mustNotReceive: false }),
    );
    expect(added.ok).toBe(true);
    await app.user.click(visit.getByRole("button", { name: "Save the visit" }));
    expect(await visit.findByText("Tuesday 1 December")).toBeVisible();
    const { body, otherRevIds } = await recordOf(app);
    expect(peopleOf(body).map(({ name }) => name)).toContain("Sam");
    expect(otherRevIds).toEqual([]);
  });

  test("says that it is not saved when the device could not, and keeps what was typed", async () => {
    let isFull = false;
    const app = await renderApp({
      path,
      seed: amelia,
      change: ({ store }) => ({
        store: {
          ...store,
          outbox: {
            ...store.outbox,
            add: async (operations) =>
              isFull ? { ok: false, error: { type: "QuotaExceeded" } } : store.outbox.add(operations),
          },
        },
      }),
    });
    await heading("Amelia");
    const visit = card("Next visit");
    await app.user.click(visit.getByRole("button", { name: "Set a visit" }));
    await app.user.type(visit.getByLabelText("Day"), "2026-12-01");
    isFull = true;
    await app.user.click(visit.getByRole("button", { name: "Save the visit" }));
    expect(await visit.findByRole("alert")).toHaveTextContent("This is not saved yet. Try again.");
    expect(visit.getByLabelText("Day")).toHaveValue("2026-12-01");
    isFull = false;
    await app.user.click(visit.getByRole("button", { name: "Save the visit" }));
    expect(await visit.findByText("Tuesday 1 December")).toBeVisible();
  });
});

describe("a person added later", () => {
  test("stands among the people, with the voice that the role decides", async () => {
    const app = await renderApp({ path, seed: amelia });
    await heading("Amelia");
    const people = card("People around the child");
    await app.user.click(people.getByRole("button", { name: "Add a person" }));
    const form = within(people.getByRole("form", { name: "Add a person" }));
    await app.user.type(form.getByLabelText("Their name"), "Bilal Khan");
    await app.user.selectOptions(form.getByLabelText("Who they are to the child"), "SENCO");
    expect(form.queryByLabelText("Parental responsibility")).toBeNull();
    await app.user.click(form.getByRole("button", { name: "Save this person" }));
    expect(await people.findByText("Bilal Khan")).toBeVisible();
    expect(people.queryByRole("form")).toBeNull();
    const added = peopleOf(await bodyOf(app)).find(({ name }) => name === "Bilal Khan");
    expect(added).toMatchObject({ kind: "setting", role: "senco", parentalResponsibility: "not-known" });
  });

  test("is asked about parental responsibility where the role is in the family", async () => {
    const app = await renderApp({ path, seed: amelia });
    await heading("Amelia");
    const people = card("People around the child");
    await app.user.click(people.getByRole("button", { name: "Add a person" }));
    const form = within(people.getByRole("form", { name: "Add a person" }));
    await app.user.type(form.getByLabelText("Their name"), "Ravi");
    await app.user.selectOptions(form.getByLabelText("Who they are to the child"), "Foster carer");
    await app.user.selectOptions(form.getByLabelText("Parental responsibility"), "Shared with the council");
    await app.user.click(form.getByRole("button", { name: "Save this person" }));
    expect(await people.findByText("Parental responsibility shared with the council")).toBeVisible();
  });

  test("without a name or a role is refused beside the field", async () => {
    const app = await renderApp({ path, seed: amelia });
    await heading("Amelia");
    const people = card("People around the child");
    await app.user.click(people.getByRole("button", { name: "Add a person" }));
    await app.user.click(people.getByRole("button", { name: "Save this person" }));
    await waitFor(() => {
      expect(people.getByLabelText("Their name")).toHaveAccessibleDescription("Type a name.");
    });
    expect(people.getByLabelText("Who they are to the child")).toHaveAccessibleDescription(
      "Choose who they are to the child.",
    );
    expect(peopleOf(await bodyOf(app))).toHaveLength(4);
  });
});
