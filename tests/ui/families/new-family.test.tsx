import { renderApp, type RenderedApp } from "../../support/render-app";
import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { childOf, peopleOf } from "#core/schema/case";
import type { SeedServices } from "../../support/seeded-family";
import { createTestDevice, grace, type TestDevice } from "../../support/test-device";
import { uuid } from "../../support/uuid";
import { valueOf } from "../../support/value-of";

const open = async (device?: TestDevice): Promise<RenderedApp> => {
  const app = await renderApp({ path: "/cases/new", ...(device === undefined ? {} : { device }) });
  await screen.findByRole("heading", { level: 1, name: "New family" });
  return app;
};
const field = (label: string) => screen.getByLabelText(label);
const born = (part: string) => within(screen.getByRole("group", { name: "Date of birth" })).getByLabelText(part);
const person = (number: number) => within(screen.getByRole("group", { name: `Person ${number}` }));
const madeUp = () => screen.getByRole("checkbox", { name: /This is a made-up family/ });
const save = () => screen.getByRole("button", { name: "Save this family" });
const isSaved = () =>
  waitFor(() => {
    expect(document.querySelector("[data-save-state]")).toHaveAttribute("data-save-state", "saved");
  });

const put = async ({ user }: RenderedApp, label: string, text: string): Promise<void> => {
  await user.click(field(label));
  await user.paste(text);
};
const putBirth = async ({ user }: RenderedApp, day: string, month: string, year: string): Promise<void> => {
  for (const [part, text] of [
    ["Day", day],
    ["Month", month],
    ["Year", year],
  ] as const) {
    const input = born(part);
    await user.clear(input);
    if (text !== "") await user.paste(text);
  }
};
const addPerson = async ({ user }: RenderedApp, number: number, name: string, role: string): Promise<void> => {
  await user.click(screen.getByRole("button", { name: "Add a person" }));
  await user.click(person(number).getByLabelText("Their name"));
  await user.paste(name);
  await user.selectOptions(person(number).getByLabelText("Who they are to the child"), role);
};
const fillLeast = async (app: RenderedApp, name = "Amelia Lowe"): Promise<void> => {
  await put(app, "Full name", name);
  await putBirth(app, "31", "3", "2018");
  await app.user.click(madeUp());
};
const caseOf = async ({ services }: Pick<RenderedApp, "services">) => {
  const { records } = valueOf(await services.store.records.list("case"));
  expect(records).toHaveLength(1);
  const [record] = records;
  if (record === undefined) throw new Error("no case");
  return record;
};
const nothingSaved = async ({ services }: Pick<RenderedApp, "services">): Promise<void> => {
  expect(valueOf(await services.store.records.list("case")).records).toEqual([]);
};
const draftsOf = async ({ store }: Pick<SeedServices, "store">) => valueOf(await store.drafts.list()).drafts;

describe("a new family", () => {
  test("with a name, a date of birth and the tick is saved, and its record opens", async () => {
    const app = await open();
    await fillLeast(app);
    await app.user.click(save());
    expect(await screen.findByRole("heading", { level: 1, name: "Amelia Lowe" })).toBeVisible();
    const { recordId, body, delivery } = await caseOf(app);
    expect(app.path()).toBe(`/cases/${recordId}`);
    expect(delivery.kind).toBe("waiting");
    expect(body.sections.child).toMatchObject({ bornOn: "2018-03-31", practice: true });
    expect(childOf(body)).toMatchObject({ id: body.sections.child.childId, name: "Amelia Lowe", kind: "child" });
    expect(peopleOf(body).map(({ id }) => id)).toEqual([body.sections.child.childId, grace.id]);
    expect(body.sections["next-visit"]).toBeUndefined();
    expect(await draftsOf(app.services)).toEqual([]);
  });

  test("keeps everything that was written: people, languages, the visit and who comes", async () => {
    const app = await open();
    await fillLeast(app);
    await put(app, "What they like to be called (optional)", "Amelia");
    await put(app, "Spoken", "English, Romanian");
    await put(app, "Signed", "Makaton");
    await addPerson(app, 1, "Sarah Lowe", "Mum");
    await app.user.click(person(1).getByLabelText("What the child calls them (optional)"));
    await app.user.paste("Mummy");
    await app.user.selectOptions(person(1).getByLabelText("Parental responsibility"), "Yes");
    await addPerson(app, 2, "Miss Ionescu", "Class teacher");
    expect(person(2).queryByLabelText("Parental responsibility")).toBeNull();
    const visit = within(
      screen.getByRole("heading", { name: "The next visit (optional)" }).closest("section") as HTMLElement,
    );
    await app.user.type(visit.getByLabelText("Day"), "2026-12-01");
    await app.user.type(visit.getByLabelText("Time (optional)"), "10:30");
    await app.user.type(visit.getByLabelText("Where (optional)"), "At school");
    await app.user.click(visit.getByRole("checkbox", { name: "Mummy" }));
    await app.user.click(save());
    expect(await screen.findByRole("heading", { level: 1, name: "Amelia" })).toBeVisible();
    const { body } = await caseOf(app);
    const [child, mum, teacher, practitioner] = peopleOf(body);
    expect(child).toMatchObject({ name: "Amelia Lowe", childCalls: "Amelia", role: "child" });
    expect(mum).toMatchObject({
      name: "Sarah Lowe",
      childCalls: "Mummy",
      kind: "family",
      parentalResponsibility: "yes",
    });
    expect(teacher).toMatchObject({ name: "Miss Ionescu", kind: "setting", parentalResponsibility: "not-known" });
    expect(practitioner).toMatchObject({ id: grace.id, kind: "practitioner" });
    expect(body.sections.child.languages).toMatchObject({ spoken: "English, Romanian", read: "", signed: "Makaton" });
    expect(body.sections["next-visit"]).toMatchObject({
      on: "2026-12-01",
      at: "10:30",
      where: "At school",
      withPersonIds: [mum?.id],
    });
  });

  test("two people who are both chosen for the visit both come", async () => {
    const app = await open();
    await fillLeast(app);
    await addPerson(app, 1, "Sarah", "Mum");
    await addPerson(app, 2, "Tom", "Dad");
    const visit = within(
      screen.getByRole("heading", { name: "The next visit (optional)" }).closest("section") as HTMLElement,
    );
    await app.user.type(visit.getByLabelText("Day"), "2026-12-01");
    await app.user.click(visit.getByRole("checkbox", { name: "Sarah" }));
    await app.user.click(visit.getByRole("checkbox", { name: "Tom" }));
    await app.user.click(person(1).getByRole("button", { name: "Remove Sarah" }));
    expect(screen.queryByRole("checkbox", { name: "Sarah" })).toBeNull();
    expect(visit.getByRole("checkbox", { name: "Tom" })).toBeChecked();
    await app.user.click(save());
    await screen.findByRole("heading", { level: 1, name: "Amelia Lowe" });
    const { body } = await caseOf(app);
    const tom = peopleOf(body).find(({ name }) => name === "Tom");
    expect(body.sections["next-visit"]?.withPersonIds).toEqual([tom?.id]);
    expect(peopleOf(body).map(({ name }) => name)).toEqual(["Amelia Lowe", "Tom", "Grace Okafor"]);
  });

  test("somebody who was to come to the visit and is removed asks for no visit", async () => {
    const app = await open();
    await fillLeast(app);
    await addPerson(app, 1, "Sarah", "Mum");
    await app.user.click(screen.getByRole("checkbox", { name: "Sarah" }));
    await app.user.click(person(1).getByRole("button", { name: "Remove Sarah" }));
    await app.user.click(save());
    await screen.findByRole("heading", { level: 1, name: "Amelia Lowe" });
    expect((await caseOf(app)).body.sections["next-visit"]).toBeUndefined();
  });

  test.each([
    ["one letter", "A"],
    ["eighty characters", "x".repeat(80)],
    ["a right-to-left script", "مريم الأحمد"],
    ["an emoji", "Star 🌟"],
    ["what looks like a script", "<script>alert(1)</script>"],
    ["what looks like a template", "{{name}} $t(appName)"],
  ])("a name of %s is kept and shown as it was typed", async (_, name) => {
    const app = await open();
    await fillLeast(app, name);
    await app.user.click(save());
    expect(await screen.findByRole("heading", { level: 1, name })).toBeVisible();
    expect(childOf((await caseOf(app)).body).name).toBe(name);
    expect(document.querySelector("main script")).toBeNull();
  });

  test.each([
    ["nothing", "", "Type a name."],
    ["only spaces", "    ", "Type a name."],
    ["eighty-one characters", "x".repeat(81), "Use 80 characters or fewer."],
  ])("a name of %s is refused beside the field", async (_, name, words) => {
    const app = await open();
    await putBirth(app, "31", "3", "2018");
    await app.user.click(madeUp());
    if (name !== "") await put(app, "Full name", name);
    await app.user.click(save());
    await waitFor(() => {
      expect(field("Full name")).toHaveAccessibleDescription(words);
    });
    expect(field("Full name")).toBeInvalid();
    await nothingSaved(app);
  });

  test("a date of birth is refused beside its fields, with what is wrong with it", async () => {
    const app = await open();
    await put(app, "Full name", "Robin");
    await app.user.click(madeUp());
    await app.user.click(save());
    const group = screen.getByRole("group", { name: "Date of birth" });
    for (const [day, month, year, words, wrong] of [
      ["", "", "", "Type the date of birth.", "Day"],
      ["31", "2", "2020", "There is no such day. Check the day and the month.", "Day"],
      ["1", "1", "1", "Type all four numbers of the year, such as 2018.", "Year"],
      ["25", "11", "2026", "This day is still to come. Check the year.", "Year"],
      ["24", "11", "2000", "Profiles are for people up to 25. Check the year.", "Year"],
    ] as const) {
      await putBirth(app, day, month, year);
      await waitFor(() => {
        expect(group).toHaveAccessibleDescription(`For example, 31 3 2018 ${words}`);
      });
      expect(born(wrong)).toBeInvalid();
    }
    await nothingSaved(app);
    await putBirth(app, "25", "11", "2000");
    await app.user.click(save());
    expect(await screen.findByRole("heading", { level: 1, name: "Robin" })).toBeVisible();
  });

  test("every fault stands in one list on top, which leads to its field", async () => {
    const app = await open();
    await app.user.click(screen.getByRole("button", { name: "Add a person" }));
    await app.user.click(save());
    const summary = within(await screen.findByRole("alert"));
    expect(screen.getByRole("alert")).toHaveFocus();
    expect(summary.getAllByRole("button").map((each) => each.textContent)).toEqual([
      "Full name: Type a name.",
      "Date of birth: Type the date of birth.",
      "Person 1: Type a name.",
      "Person 1: Choose who they are to the child.",
      "Practice only, for now: Tick this if the family is made up. A real family cannot be written here yet.",
    ]);
    await app.user.click(summary.getByRole("button", { name: /^Date of birth/ }));
    expect(born("Day")).toHaveFocus();
    await app.user.click(summary.getByRole("button", { name: /Choose who/ }));
    expect(person(1).getByLabelText("Who they are to the child")).toHaveFocus();
  });

  test("mending one fault does not take the focus away from the field", async () => {
    const app = await open();
    await app.user.click(save());
    await screen.findByRole("alert");
    await app.user.type(field("Full name"), "Robin");
    expect(field("Full name")).toHaveFocus();
    expect(field("Full name")).toHaveValue("Robin");
    await app.user.click(save());
    await waitFor(() => {
      expect(screen.getByRole("alert")).toHaveFocus();
    });
    expect(screen.getByRole("alert")).not.toHaveTextContent("Full name");
    await app.user.click(save());
    await waitFor(() => {
      expect(screen.getByRole("alert")).toHaveFocus();
    });
  });

  test("is not saved without the word that it is made up", async () => {
    const app = await open();
    await fillLeast(app);
    await app.user.click(madeUp());
    await app.user.click(save());
    expect(await screen.findByRole("alert")).toHaveTextContent("A real family cannot be written here yet.");
    expect(screen.getByText(/not locked with a passphrase yet/)).toBeVisible();
    await nothingSaved(app);
  });
});

describe("a half-filled form", () => {
  test("says when it is saved, and comes back as it was after the page is lost", async () => {
    const device = createTestDevice();
    const first = await open(device);
    expect(document.querySelector("[data-save-state]")).toHaveAttribute("data-save-state", "empty");
    await put(first, "Full name", "  Robin 🌟 مريم ");
    await first.user.type(born("Day"), "31");
    await addPerson(first, 1, "Sarah", "Mum");
    await first.user.selectOptions(person(1).getByLabelText("Parental responsibility"), "Shared with the council");
    const visit = within(
      screen.getByRole("heading", { name: "The next visit (optional)" }).closest("section") as HTMLElement,
    );
    await first.user.click(visit.getByRole("checkbox", { name: "Sarah" }));
    await isSaved();
    expect(screen.getByText(/Saved on this device, 09:00/)).toBeVisible();
    first.close();

    await open(device);
    expect(field("Full name")).toHaveValue("  Robin 🌟 مريم ");
    expect(born("Day")).toHaveValue("31");
    expect(person(1).getByLabelText("Their name")).toHaveValue("Sarah");
    expect(person(1).getByLabelText("Parental responsibility")).toHaveDisplayValue("Shared with the council");
    expect(screen.getByRole("checkbox", { name: "Sarah" })).toBeChecked();
    expect(madeUp()).not.toBeChecked();
    expect(document.querySelector("[data-save-state]")).toHaveAttribute("data-save-state", "saved");
  });

  test("stands first in what waits, by no name, and opens from there", async () => {
    const app = await open();
    await put(app, "Full name", "Robin");
    await isSaved();
    await app.user.click(within(screen.getByRole("banner")).getByRole("link", { name: /Strandline/ }));
    const row = await screen.findByRole("link", { name: /A new family, not saved yet/ });
    expect(row).toHaveTextContent("Started 24 NovemberOn this device only");
    expect(document.body).not.toHaveTextContent("Robin");
    await app.user.click(row);
    expect(await screen.findByLabelText("Full name")).toHaveValue("Robin");
  });

  test("becomes the record in one step: no draft is left, and a second save makes no second family", async () => {
    const device = createTestDevice();
    const app = await open(device);
    await fillLeast(app);
    await app.user.dblClick(save());
    await screen.findByRole("heading", { level: 1, name: "Amelia Lowe" });
    await caseOf(app);
    expect(await draftsOf(app.services)).toEqual([]);
    app.close();
    await open(device);
    expect(field("Full name")).toHaveValue("");
  });

  test("is thrown away only when somebody says so twice", async () => {
    const app = await open();
    expect(screen.queryByRole("button", { name: "Throw this form away" })).toBeNull();
    await put(app, "Full name", "Robin");
    await isSaved();
    await app.user.click(screen.getByRole("button", { name: "Throw this form away" }));
    await app.user.click(screen.getByRole("button", { name: "Keep it", hidden: true }));
    expect(await draftsOf(app.services)).toHaveLength(1);
    await app.user.click(screen.getByRole("button", { name: "Throw this form away" }));
    await app.user.click(screen.getByRole("button", { name: "Throw it away", hidden: true }));
    await screen.findByRole("heading", { level: 1, name: /Ready/ });
    expect(await draftsOf(app.services)).toEqual([]);
  });

  test("is edited in one window at a time, and the other says so", async () => {
    const device = createTestDevice();
    const other = await device.open();
    const hold = await other.draftLocks.holdDraft("new-family");
    await renderApp({ device, path: "/cases/new" });
    expect(await screen.findByRole("heading", { name: "This form is open in another window" })).toBeVisible();
    hold.release();
  });

  test("that the device cannot turn into a record says so and stays", async () => {
    const app = await renderApp({
      path: "/cases/new",
      change: ({ store }) => ({
        store: {
          ...store,
          outbox: { ...store.outbox, finish: async () => ({ ok: false, error: { type: "QuotaExceeded" } }) as const },
        },
      }),
    });
    await screen.findByRole("heading", { level: 1, name: "New family" });
    await fillLeast(app);
    await app.user.click(save());
    expect(await screen.findByRole("alert")).toHaveTextContent("What you typed is still here.");
    expect(field("Full name")).toHaveValue("Amelia Lowe");
    await put(app, "Spoken", "English");
    await isSaved();
    expect((await draftsOf(app.services))[0]?.body).toMatchObject({ languages: { spoken: "English" } });
  });

  test("that another version wrote otherwise opens with what can be read", async () => {
    const app = await renderApp({
      path: "/cases/new",
      seed: async ({ store }) => {
        const body = { child: { name: "Robin", calls: 7 }, born: "31 March", people: [{ id: "x" }], later: true };
        valueOf(await store.drafts.save({ kind: "new-family", id: uuid(5), caseId: null, startedAtMs: 1, body }, 0));
      },
    });
    await screen.findByRole("heading", { level: 1, name: "New family" });
    expect(field("Full name")).toHaveValue("Robin");
    expect(born("Day")).toHaveValue("");
    await fillLeast(app, "");
    await app.user.click(save());
    expect(await screen.findByRole("heading", { level: 1, name: "Robin" })).toBeVisible();
  });
});
