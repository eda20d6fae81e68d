import "../../support/test-device"; // first: it brings the database that Dexie finds
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { IDBFactory } from "fake-indexeddb";
import { expect, test, vi } from "vitest";
import { err, ok, type Result } from "#core/result";
import type { SessionResponse, SignInRequest } from "#core/schema/wire";
import { createPeopleHere } from "#storage/people";
import type { Sessions, SignInError } from "#sync/sessions";
import { createDoor } from "../../../src/ui/app/door";
import { createDeviceNotes } from "#platform/device-notes";
import { Entrance } from "../../../src/ui/app/entrance";
import type { Unlocking } from "../../../src/ui/app/unlocking";
import { createWords } from "../../../src/ui/i18n/i18n";
import { countedIds, uuid } from "../../support/uuid";
import { valueOf } from "../../support/value-of";

const noNotes = createDeviceNotes({
  kept: { read: () => null, write: () => undefined },
  databases: undefined,
  register: "strandline",
  clock: { nowMs: () => 0 },
});

const area = { id: uuid(900), name: "Saltmarsh and Dunes (made up)" };
const listed = [
  { id: uuid(1), name: "Grace Okafor", agency: "Saltmarsh Early Help (made up)", role: "early-help" },
  { id: uuid(2), name: "Siân Pritchard", agency: "Dunes Children's Health (made up)", role: "health-visitor" },
];

const signedIn = (accountId: string, practice: boolean): SessionResponse => ({
  signedIn: true,
  practice,
  area,
  account: {
    accountId,
    name: "Siân Pritchard",
    memberships: [{ agencyId: uuid(901), agency: "Dunes", role: "health-visitor" }],
    training: ["story-so-far"],
  },
});

/** A device that nobody has signed in on yet. */
const nothingToUnlock: Unlocking = {
  everyone: async () => ok([]),
  withPassphrase: async () => err({ type: "NotOnThisDevice" }),
  askPasskey: async () => err({ type: "NotOnThisDevice" }),
  withPasskey: async () => err({ type: "NotOnThisDevice" }),
  chooseAnother: async () => err({ type: "NotOnThisDevice" }),
  waitMs: async () => ok(0),
  enrol: async () => err({ type: "NotOnThisDevice" }),
};

/** The way in at a server that answers as it is told. */
const atTheDoor = async ({ practice = true, answer }: { practice?: boolean; answer?: Result<never, SignInError> }) => {
  const asked: SignInRequest[] = [];
  const sessions: Sessions = {
    ask: async () => ok({ signedIn: false, practice, area }),
    practicePeople: async () => ok({ people: listed }),
    signIn: async (request) => {
      asked.push(request);
      return answer ?? ok(signedIn(uuid(2), practice));
    },
    signOut: async () => ok(undefined),
  };
  const people = createPeopleHere({ ids: countedIds(80), factory: new IDBFactory() });
  const loadAnew = vi.fn<() => void>();
  const door = createDoor({ sessions, people, here: undefined, again: () => undefined, loadAnew });
  render(
    <Entrance
      door={door}
      unlocking={nothingToUnlock}
      everyone={[]}
      notes={noNotes}
      onShown={() => undefined}
      words={await createWords("en-GB")}
    />,
  );
  await screen.findByLabelText("Passphrase");
  return { user: userEvent.setup(), asked, people, loadAnew };
};

test("in practice a person is chosen from the list, and the page is loaded anew with them here", async () => {
  const { user, asked, people, loadAnew } = await atTheDoor({});
  await user.click(screen.getByRole("radio", { name: /Siân Pritchard/ }));
  await user.type(screen.getByLabelText("Passphrase"), "heron over the salt marsh");
  await user.click(screen.getByRole("button", { name: "Sign in" }));
  await vi.waitFor(() => {
    expect(loadAnew).toHaveBeenCalledTimes(1);
  });
  expect(asked).toEqual([{ accountId: uuid(2), passphrase: "heron over the salt marsh" }]);
  expect(valueOf(await people.everyone())[0]).toMatchObject({
    isHere: true,
    keyring: undefined,
    userId: uuid(2),
    practice: true,
    name: "Siân Pritchard",
    role: "health-visitor",
    areaName: area.name,
    training: ["story-so-far"],
  });
});

test("in a real area nobody is listed: a person writes their name", async () => {
  const { user, asked } = await atTheDoor({ practice: false });
  expect(screen.queryAllByRole("radio")).toEqual([]);
  await user.type(screen.getByLabelText("Your name"), " Siân Pritchard ");
  await user.type(screen.getByLabelText("Passphrase"), "a passphrase of her own");
  await user.click(screen.getByRole("button", { name: "Sign in" }));
  await vi.waitFor(() => {
    expect(asked).toEqual([{ name: "Siân Pritchard", passphrase: "a passphrase of her own" }]);
  });
});

test("what is missing is said beside its field, and nothing is asked of the server", async () => {
  const { user, asked } = await atTheDoor({});
  await user.click(screen.getByRole("button", { name: "Sign in" }));
  expect(await screen.findByText("Choose who you are")).toBeVisible();
  expect(screen.getByLabelText("Passphrase")).toHaveAccessibleDescription(/Write the passphrase/);
  expect(asked).toEqual([]);
});

test.each([
  ["a wrong passphrase", { type: "NotSignedIn" }, "The name or the passphrase does not match. Please try again."],
  ["too many tries", { type: "TooOften" }, "There were too many tries. Please wait a minute and try again."],
  ["no connection", { type: "NoAnswer" }, /The server did not answer/],
] as const)("%s is said, and nobody is let in", async (_, error, words) => {
  const { user, people, loadAnew } = await atTheDoor({ answer: err(error) });
  await user.click(screen.getByRole("radio", { name: /Grace Okafor/ }));
  await user.type(screen.getByLabelText("Passphrase"), "not the one");
  await user.click(screen.getByRole("button", { name: "Sign in" }));
  expect(await screen.findByText(words)).toBeVisible();
  expect(screen.getByLabelText("Passphrase")).toHaveValue("not the one");
  expect([loadAnew.mock.calls, valueOf(await people.everyone())]).toEqual([[], []]);
});

test("without a connection on a new device it says why nothing can be done yet, and looks again when asked", async () => {
  let answers = 0;
  const sessions: Sessions = {
    ask: async () => {
      answers += 1;
      return answers === 1 ? err({ type: "NoAnswer" }) : ok({ signedIn: false, practice: true, area });
    },
    practicePeople: async () => ok({ people: listed }),
    signIn: async () => err({ type: "NoAnswer" }),
    signOut: async () => ok(undefined),
  };
  const people = createPeopleHere({ ids: countedIds(80), factory: new IDBFactory() });
  const nothing = (): void => undefined;
  const door = createDoor({ sessions, people, here: undefined, again: nothing, loadAnew: nothing });
  render(
    <Entrance
      door={door}
      unlocking={nothingToUnlock}
      everyone={[]}
      notes={noNotes}
      onShown={() => undefined}
      words={await createWords("en-GB")}
    />,
  );
  await screen.findByRole("heading", { name: "No connection just now" });
  await userEvent.setup().click(screen.getByRole("button", { name: "Try again" }));
  expect(await screen.findByRole("radio", { name: /Grace Okafor/ })).toBeVisible();
});
