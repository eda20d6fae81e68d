import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { changeHere } from "#core/visit/change-section";
import type { Visit } from "#core/schema/visit";
import { amelia, mum, openAtTheTable, senco, teacher } from "../../support/at-the-table";
import { madeUpPages } from "../../support/made-up-pages";
import { grace } from "../../support/test-device";
import { shelfOf } from "../../support/shelf-of";

const services = () => ({ shelf: shelfOf(madeUpPages) });
const open = (page: string, more: Partial<Parameters<typeof openAtTheTable>[0]> = {}) =>
  openAtTheTable({ page, services, ...more });
const heading = (name: string) => screen.findByRole("heading", { level: 1, name });
const pageOf = (visit: Visit, pageId: string, personId: string, id = "worth-knowing") =>
  visit.profile.sections[`page/${id}/${pageId}/${personId}`];

test("what is offered is named with who has begun it, and what is too early or needs training is not", async () => {
  const { user } = await open("more");
  expect(await screen.findByRole("link", { name: "Worth knowing" })).toBeVisible();
  expect(screen.getByRole("link", { name: "About me" })).toBeVisible();
  expect(screen.queryByText("Moving on")).toBeNull();
  expect(screen.queryByText("The story so far")).toBeNull();
  expect(screen.getAllByText("Nobody has begun this yet.")).toHaveLength(2);

  await user.click(screen.getByRole("link", { name: "Worth knowing" }));
  await heading("Who answers?");
  expect(screen.queryByRole("link", { name: /Miss Ionescu/ })).toBeNull();
  await user.click(screen.getByRole("link", { name: "Mum" }));
  await user.click(await screen.findByRole("radio", { name: "Alone" }));
  await user.click(screen.getByRole("button", { name: "Leave the visit" }));
  await user.click(within(screen.getByRole("dialog")).getByRole("button", { name: "Stay" }));
  await user.click(screen.getByRole("link", { name: "Back" }));
  expect(await screen.findByText("Begun by Mum.")).toBeVisible();
});

test("HAZ-12 the health card is there whatever was answered: beside the list, and on every page worth knowing", async () => {
  const { user } = await open("more");
  expect(await screen.findByText("Ring the GP today.")).toBeVisible();
  await user.click(await screen.findByRole("link", { name: "Worth knowing" }));
  await user.click(await screen.findByRole("link", { name: "Mum" }));
  for (const name of ["Nights", "Days", "Feeling safe"]) {
    await heading(name);
    expect(screen.getByText("Ring the GP today.")).toBeVisible();
    if (name !== "Feeling safe") await user.click(screen.getByRole("link", { name: "Next" }));
  }
});

test("HAZ-02 an answer opens a question at once, and what it hides comes back with its words", async () => {
  const { user, kept } = await open(`pages/worth-knowing/${mum}/nights`);
  await user.click(await screen.findByRole("radio", { name: "With somebody near" }));
  await user.type(screen.getByLabelText("Who is near?"), "Her sister");
  await user.click(screen.getByRole("radio", { name: "Alone" }));
  expect(screen.queryByLabelText("Who is near?")).toBeNull();
  await user.click(screen.getByRole("radio", { name: "With somebody near" }));
  expect(screen.getByLabelText("Who is near?")).toHaveValue("Her sister");
  expect(pageOf(await kept(), "nights", mum)?.answers).toMatchObject({
    sleeps: { value: { choice: "together" } },
    "what-helps": { value: { words: "Her sister" } },
  });
});

test("the class teacher and the SENCO are asked about apart, each by name", async () => {
  const { user, kept } = await open(`pages/worth-knowing/${mum}/days`, {
    alsoAround: [{ name: "Mr Rees", kind: "setting", role: "senco" }],
  });
  const about = await screen.findAllByRole("heading", { level: 2, name: /At school/ });
  expect(about.map(({ textContent }) => textContent)).toEqual([
    "At school: Miss Ionescu (Class teacher)",
    "At school: Mr Rees (SENCO)",
  ]);
  const [first, second] = screen.getAllByLabelText("What do they see?");
  await user.type(first!, "Quiet");
  await user.type(second!, "Busy");
  expect(pageOf(await kept(), "days", mum)?.answers).toMatchObject({
    [`sees@${teacher}`]: { value: { words: "Quiet" } },
    [`sees@${senco}`]: { value: { words: "Busy" } },
  });
});

test("another is added as far as there is room, and one that was taken away comes back with its words", async () => {
  const { user } = await open(`pages/worth-knowing/${mum}/days`);
  await user.click(await screen.findByRole("button", { name: "Add one" }));
  await user.type(screen.getByLabelText("Which club?"), "Chess");
  await user.click(screen.getByRole("button", { name: "Add another" }));
  expect(screen.queryByRole("button", { name: "Add another" })).toBeNull();
  await user.click(screen.getByRole("button", { name: "Take number 1 away" }));
  expect(screen.queryByDisplayValue("Chess")).toBeNull();
  await user.click(screen.getByRole("button", { name: "Bring back what was taken away" }));
  expect(screen.getByDisplayValue("Chess")).toBeVisible();
});

test("every kind of question keeps its answer, and what is none is said at its field", async () => {
  const { user, kept } = await open(`pages/worth-knowing/${mum}/days`);
  await user.click(await screen.findByRole("checkbox", { name: "Rain" }));
  await user.type(screen.getByLabelText("In Mum's own words"), "and hail");
  await user.click(screen.getByRole("radio", { name: "In other words" }));
  const own = screen.getAllByLabelText("In Mum's own words").at(-1)!;
  await user.type(own, "By boat");
  await user.type(screen.getByLabelText("Day"), "31");
  await user.type(screen.getByLabelText("Month"), "2");
  await user.type(screen.getByLabelText("Year"), "2024");
  expect(screen.getByText(/This is not kept yet/)).toBeVisible();
  await user.clear(screen.getByLabelText("Day"));
  await user.type(screen.getByLabelText("Day"), "3");
  expect(pageOf(await kept(), "days", mum)?.answers).toMatchObject({
    likes: { value: { choices: [{ choice: "rain" }], ownWords: "and hail" } },
    way: { value: { type: "words", words: "By boat" } },
    since: { value: { value: "2024-02-03" } },
  });
});

test("to pass is an answer, and what was said before comes back when it is taken back", async () => {
  const { user, kept } = await open(`pages/worth-knowing/${mum}/nights`);
  await user.type(await screen.findByLabelText("How often are they up?"), "3");
  const others = screen.getAllByRole("group", { name: "Other answers from Mum" }).at(-1)!;
  await user.click(within(others).getByRole("button", { name: "Pass" }));
  expect(screen.getByLabelText("How often are they up?")).toHaveValue("");
  expect(pageOf(await kept(), "nights", mum)?.answers["wakes"]).toMatchObject({ kind: "passed" });
  await user.click(within(others).getByRole("button", { name: "Pass" }));
  expect(screen.getByLabelText("How often are they up?")).toHaveValue("3");
});

test("what was left for later is passed by and named at the end, with a way back to it", async () => {
  const { user } = await open(`pages/worth-knowing/${mum}/nights`);
  const [first] = await screen.findAllByRole("button", { name: "Leave this for later" });
  await user.click(first!);
  await user.type(screen.getByLabelText("How often are they up?"), "0");
  for (const name of ["Days", "Feeling safe"]) {
    await user.click(screen.getByRole("link", { name: "Next" }));
    await heading(name);
  }
  await user.click(screen.getByRole("link", { name: "Go on to the end" }));
  await heading("That is the end for now");
  await user.click(screen.getByRole("link", { name: "Nights" }));
  await heading("Nights");
  await waitFor(() => {
    expect(screen.getByRole("radio", { name: "Alone" })).toHaveFocus();
  });
  await user.click(screen.getByText("All the pages"));
  await user.click(screen.getByRole("link", { name: "What was left for later" }));
  await user.click(await screen.findByRole("link", { name: "Done for now" }));
  await heading("More to talk about");
});

test("words longer than the field is meant for are all kept, and the field says so", async () => {
  const { user, kept } = await open(`pages/about-me/${amelia}/my-day`);
  const field = await screen.findByLabelText("What is the best part of your day?");
  await user.click(field);
  await user.paste("a".repeat(5_001));
  expect(screen.getByText(/longer than 5000 letters/)).toBeVisible();
  expect(pageOf(await kept(), "my-day", amelia, "about-me")?.answers["best"]).toMatchObject({
    value: { words: "a".repeat(5_001) },
  });
});

describe("the child's own pages", () => {
  test("begin with the limit of privacy, and are answered by the child alone", async () => {
    const { user, path } = await open("pages/about-me");
    await heading("Before we start");
    expect(path()).toContain(`/about-me/${amelia}/before-we-start`);
    expect(screen.getByText(/I have to tell someone who can help/)).toBeVisible();
    await user.click(screen.getByRole("link", { name: "Next" }));
    await heading("A picture for me");
  });

  test("carry the picture that the child chose, on each page from then on", async () => {
    const { user } = await open(`pages/about-me/${amelia}/my-picture-page`);
    await heading("A picture for me");
    expect(screen.queryByRole("img", { name: "A fox" })).toBeNull();
    await user.click(screen.getByRole("radio", { name: "A fox" }));
    expect(screen.getByRole("img", { name: "A fox" })).toBeVisible();
    await user.click(screen.getByRole("link", { name: "Next" }));
    await heading("My day");
    expect(screen.getByRole("img", { name: "A fox" })).toBeVisible();
  });

  test("HAZ-07 a page is kept from somebody in the child's words, and leaves no trace on the shared screen", async () => {
    const { user, kept } = await open(`pages/about-me/${amelia}/my-day`);
    await user.type(await screen.findByLabelText("What is the best part of your day?"), "At Nan's");
    await user.click(screen.getByText("Don't show this to …", { selector: "summary" }));
    await user.click(screen.getByRole("checkbox", { name: "Dad" }));
    expect(pageOf(await kept(), "my-day", amelia, "about-me")?.hiddenFrom).toHaveLength(1);
    expect(screen.getByLabelText("What is the best part of your day?")).toHaveValue("At Nan's");

    await user.click(screen.getByText("All the pages"));
    await user.click(screen.getByRole("link", { name: "What was left for later" }));
    await user.click(await screen.findByRole("link", { name: "Done for now" }));
    await heading("More to talk about");
    expect(await screen.findAllByText("Nobody has begun this yet.")).toHaveLength(2);
    await user.click(screen.getByRole("link", { name: "About me" }));
    await heading("Some of what Amelia said is kept from somebody here");
    expect(screen.queryByText("At Nan's")).toBeNull();
    await user.click(screen.getByRole("button", { name: "Show it to Amelia" }));
    expect(await screen.findByRole("main")).toBeVisible();
  });
});

test("HAZ-19 while a relative interprets, the safety questions are closed: no page, no name, no address", async () => {
  const interpreted = (visit: Visit): Visit =>
    changeHere(visit, { interpreter: { kind: "relative-insisted", name: "Aunt Ola", reason: "She asked to." } });
  const { user } = await open(`pages/worth-knowing/${mum}/days`, { change: interpreted });
  await heading("Days");
  await user.click(screen.getByText("All the pages"));
  expect(screen.queryByText("Feeling safe")).toBeNull();
  expect(screen.getByText("Some pages stay closed while a relative interprets.")).toBeVisible();
  await user.click(screen.getByRole("link", { name: "Go on to the end" }));
  expect(await screen.findByRole("link", { name: "Done for now" })).toBeVisible();
  expect(screen.queryByText("Is anybody worried?")).toBeNull();
});

test("the page is kept as the place to come back to, and the story so far never is", async () => {
  const { kept, close } = await open(`pages/worth-knowing/${mum}/days`);
  await heading("Days");
  expect((await kept()).place).toBe(`pages/worth-knowing/${mum}/days`);
  close();
  expect((await open(`pages/story-so-far/${grace.id}/moves`)).path()).toContain("story-so-far");
  expect(await screen.findByText("There is nothing here")).toBeVisible();
});
