import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { peopleOf } from "#core/schema/case";
import { createTestDevice, grace } from "../../support/test-device";
import { uuid } from "../../support/uuid";
import { amelia, goOn, mum, openStart, radio, tick } from "./open-start";

const notHere = () => within(screen.getByRole("alert")).queryByText("Tick who is here with you");

describe("who is in the room", () => {
  test("the child is asked first, and the one who leads the visit is ticked", async () => {
    await openStart();
    const people = within(screen.getByRole("group", { name: "Tick everyone who is in the room" }));
    expect(people.getAllByRole("checkbox")[0]).toBe(tick("Amelia"));
    expect(tick("Amelia")).not.toBeChecked();
    expect(tick("Grace")).toBeChecked();
  });

  test("the one who leads is not enough: a profile is made with somebody", async () => {
    const { user } = await openStart();
    await user.click(goOn());
    await screen.findByRole("alert");
    expect(notHere()).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Tick who is here with you" }));
    expect(tick("Amelia")).toHaveFocus();
    await user.click(tick("Mum"));
    await waitFor(() => {
      expect(notHere()).not.toBeInTheDocument();
    });
    // What is put right does not take the eye away from where it is.
    expect(tick("Mum")).toHaveFocus();
  });

  test("who was ticked is kept on the device, and still ticked when the app is opened again", async () => {
    const device = createTestDevice();
    const { user, keptHere, close, profileId } = await openStart({ device });
    await user.click(tick("Amelia"));
    await user.click(tick("Mum"));
    await waitFor(async () => {
      expect((await keptHere()).presentIds).toEqual([amelia, mum, grace.id]);
    });
    close();
    const { renderApp } = await import("../../support/render-app");
    await renderApp({ device, path: `/profiles/${profileId}/start` });
    expect(await screen.findByRole("checkbox", { name: "Mum" })).toBeChecked();
    expect(tick("Miss Ionescu")).not.toBeChecked();
  });
});

describe("someone else is here", () => {
  test("is added to the child's record and ticked at once, without leaving the visit", async () => {
    const { user, services, path, profileId, keptHere } = await openStart();
    await user.click(screen.getByRole("button", { name: "Someone else is here" }));
    await user.type(screen.getByRole("textbox", { name: "Their name" }), "Ada Lowe");
    await user.type(screen.getByRole("textbox", { name: "What Amelia calls them" }), "Auntie");
    await user.selectOptions(screen.getByRole("combobox", { name: "Who they are to Amelia" }), "Other carer");
    await user.selectOptions(screen.getByRole("combobox", { name: "Parental responsibility" }), "No");
    await user.click(screen.getByRole("button", { name: "Add them" }));

    expect(await screen.findByRole("checkbox", { name: "Auntie" })).toBeChecked();
    expect(path()).toBe(`/profiles/${profileId}/start`);
    const record = await services.store.records.get(uuid(150));
    if (!record.ok || record.value.recordType !== "case") throw new Error("no record");
    const auntie = peopleOf(record.value.body).find(({ name }) => name === "Ada Lowe");
    expect(auntie).toMatchObject({
      childCalls: "Auntie",
      kind: "family",
      role: "other-carer",
      parentalResponsibility: "no",
    });
    expect(record.value.otherRevIds).toEqual([]);
    await waitFor(async () => {
      expect((await keptHere()).presentIds).toContain(auntie?.id);
    });
    expect(screen.getByRole("button", { name: "Auntie" })).toBeVisible();
  });

  test("without a name or a role nobody is added, and it is said beside the field", async () => {
    const { user, services } = await openStart();
    await user.click(screen.getByRole("button", { name: "Someone else is here" }));
    await user.click(screen.getByRole("button", { name: "Add them" }));
    const name = screen.getByRole("textbox", { name: "Their name" });
    await waitFor(() => {
      expect(name).toHaveAccessibleDescription("Write their name");
    });
    expect(screen.getByRole("combobox", { name: "Who they are to Amelia" })).toHaveAccessibleDescription(
      "Choose who they are",
    );
    const record = await services.store.records.get(uuid(150));
    expect(record).toMatchObject({ ok: true, value: { delivery: { kind: "waiting" } } });
    expect(record.ok && record.value.recordType === "case" && peopleOf(record.value.body)).toHaveLength(7);
  });

  test("when the device cannot write, it is said and the words stay", async () => {
    let isFull = false;
    const { user } = await openStart({
      services: ({ store }) => {
        const add: typeof store.outbox.add = async (operations) =>
          isFull ? { ok: false, error: { type: "QuotaExceeded" } } : store.outbox.add(operations);
        return { store: { ...store, outbox: { ...store.outbox, add } } };
      },
    });
    isFull = true;
    await user.click(screen.getByRole("button", { name: "Someone else is here" }));
    await user.type(screen.getByRole("textbox", { name: "Their name" }), "Ada Lowe");
    await user.selectOptions(screen.getByRole("combobox", { name: "Who they are to Amelia" }), "Other carer");
    await user.click(screen.getByRole("button", { name: "Add them" }));
    expect(await screen.findByText(/could not be added just now/)).toBeVisible();
    expect(screen.getByRole("textbox", { name: "Their name" })).toHaveValue("Ada Lowe");
  });
});

describe("languages", () => {
  test("spoken, read and signed are shown as three, and today's language is kept", async () => {
    const { user, keptHere } = await openStart({
      services: ({ store }) => ({
        store: {
          ...store,
          records: {
            ...store.records,
            get: async (id) => {
              const found = await store.records.get(id);
              if (!found.ok || found.value.recordType !== "case") return found;
              const { child } = found.value.body.sections;
              const languages = { spoken: "Romanian and English", read: "English", signed: "" };
              const sections = { ...found.value.body.sections, child: { ...child, languages } };
              return { ok: true, value: { ...found.value, body: { ...found.value.body, sections } } };
            },
          },
        },
      }),
    });
    expect(screen.getByText("Speaks").nextSibling).toHaveTextContent("Romanian and English");
    expect(screen.getByText("Reads").nextSibling).toHaveTextContent("English");
    expect(screen.getByText("Signs").nextSibling).toHaveTextContent("not written down yet");
    const today = screen.getByRole("textbox", { name: "Which language do we speak today?" });
    expect(today).toHaveValue("Romanian and English");
    await user.clear(today);
    await user.type(today, "Romanian");
    await waitFor(async () => {
      expect((await keptHere()).languageToday).toBe("Romanian");
    });
  });
});

describe("HAZ-19 a relative interprets", () => {
  const interpreting = "Is someone interpreting?";

  test("a relative who insists needs a name and the reason, and closes the safety questions", async () => {
    const { user, keptHere } = await openStart();
    expect(screen.getByText("A child, a brother or a sister never interprets.")).toBeVisible();
    expect(screen.queryByText(/safety questions stay closed/)).not.toBeInTheDocument();
    await user.click(radio(interpreting, "An adult relative insists"));
    expect(screen.getByText("The safety questions stay closed while a relative interprets.")).toBeVisible();

    await user.click(goOn());
    const summary = within(await screen.findByRole("alert"));
    expect(summary.getByText("Write who interprets")).toBeVisible();
    await user.click(summary.getByText("Write why a relative interprets"));
    const reason = screen.getByRole("textbox", { name: "Why a relative interprets today" });
    expect(reason).toHaveFocus();
    await user.type(reason, "The interpreter did not come.");
    await user.type(screen.getByRole("textbox", { name: "The relative's name" }), "Uncle Radu");
    await waitFor(() => {
      expect(summary.queryByText(/interprets$/)).not.toBeInTheDocument();
    });
    await waitFor(async () => {
      expect((await keptHere()).interpreter).toEqual({
        kind: "relative-insisted",
        name: "Uncle Radu",
        reason: "The interpreter did not come.",
      });
    });
  });

  test.each(["Ben", "ben lowe", "Amelia"])(
    "%s, the child or a brother, is not taken as the interpreter",
    async (name) => {
      const { user } = await openStart();
      await user.click(radio(interpreting, "An adult relative insists"));
      await user.type(screen.getByRole("textbox", { name: "The relative's name" }), name);
      await user.click(goOn());
      expect(
        within(await screen.findByRole("alert")).getByText(/a child, a brother or a sister never interprets/),
      ).toBeVisible();
    },
  );

  test("a professional is kept by name and leaves the safety questions open", async () => {
    const { user, keptHere } = await openStart();
    await user.click(radio(interpreting, "A professional interpreter"));
    await user.type(screen.getByRole("textbox", { name: "The interpreter's name" }), "Ioana Popa");
    await waitFor(async () => {
      expect((await keptHere()).interpreter).toEqual({ kind: "professional", name: "Ioana Popa" });
    });
    expect(screen.queryByText(/safety questions stay closed/)).not.toBeInTheDocument();
  });
});
