import { fireEvent, screen, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { notAvailableOf } from "#core/plan/actions";
import { reviewOfferIn } from "#core/plan/change-plan";
import { openAtTheTable } from "../../support/at-the-table";

const open = () => openAtTheTable({ page: "plan" });

test("what would help and is not available is a list of short texts; one taken away comes back with its words", async () => {
  const { user, kept } = await open();
  const add = () => user.click(screen.getByRole("button", { name: "Add something that would help" }));
  const texts = async () => notAvailableOf((await kept()).plan.sections).map(({ content }) => content.what);
  await add();
  expect(screen.getByRole("textbox", { name: "What would help? (1)" })).toHaveFocus();
  await user.keyboard("A therapist in school");
  await add();
  await user.keyboard("A swimming club");
  await user.click(screen.getByRole("button", { name: "Take number 1 away" }));
  expect(await texts()).toEqual(["A swimming club"]);
  await user.click(screen.getByRole("button", { name: "Undo" }));
  expect(await texts()).toEqual(["A therapist in school", "A swimming club"]);
  expect(screen.getByRole("textbox", { name: "What would help? (1)" })).toHaveValue("A therapist in school");
});

describe("when people talk again", () => {
  const review = () => within(screen.getByRole("group", { name: "Look at it again together" }));
  const call = () => within(screen.getByRole("group", { name: "A call to hear how it goes" }));
  const days = async (kept: Awaited<ReturnType<typeof open>>["kept"]) => {
    const { reviewOn, callOn } = reviewOfferIn(await kept());
    return { reviewOn, callOn };
  };

  test("the days are offered and not set: the school day nearest twelve weeks, outside the holidays, and two weeks", async () => {
    const { kept } = await open();
    // Twelve weeks from 24 November is 16 February, in half term; the nearest school day is the Friday before.
    expect(review().getByRole("status")).toHaveTextContent(/^Offered, not set: Friday,? 12 February 2027$/);
    expect(call().getByRole("status")).toHaveTextContent(/^Offered, not set: Tuesday,? 8 December 2026$/);
    expect(await days(kept)).toEqual({ reviewOn: "", callOn: "" });
  });

  test("a day is set on a tap, and left open again", async () => {
    const { user, kept } = await open();
    await user.click(review().getByRole("button", { name: "Set this day" }));
    expect(review().getByRole("status")).toHaveTextContent(/^Set: Friday,? 12 February 2027$/);
    expect(review().getByLabelText("Or another day")).toHaveValue("2027-02-12");
    expect(await days(kept)).toEqual({ reviewOn: "2027-02-12", callOn: "" });
    await user.click(review().getByRole("button", { name: "Leave it open" }));
    expect(review().getByLabelText("Or another day")).toHaveValue("");
    expect(await days(kept)).toEqual({ reviewOn: "", callOn: "" });
  });

  test("another day can be chosen, and a day on which schools are closed is said to be one", async () => {
    const { kept } = await open();
    fireEvent.change(review().getByLabelText("Or another day"), { target: { value: "2027-02-17" } });
    expect(review().getByRole("status")).toHaveTextContent("Schools are closed on this day.");
    fireEvent.change(call().getByLabelText("Or another day"), { target: { value: "2026-12-05" } });
    expect(call().getByRole("status")).not.toHaveTextContent("Schools");
    expect(await days(kept)).toEqual({ reviewOn: "2027-02-17", callOn: "2026-12-05" });
  });

  test("a day that has gone by is refused beside the field, and what was set stays", async () => {
    const { user, kept } = await open();
    await user.click(call().getByRole("button", { name: "Set this day" }));
    const field = call().getByLabelText("Or another day");
    fireEvent.change(field, { target: { value: "2026-11-23" } });
    fireEvent.blur(field);
    expect(field).toHaveAccessibleDescription(/^This day has gone by/);
    expect(await days(kept)).toEqual({ reviewOn: "", callOn: "2026-12-08" });
    fireEvent.change(field, { target: { value: "2026-12-09" } });
    expect(field).not.toHaveAccessibleDescription();
  });
});
