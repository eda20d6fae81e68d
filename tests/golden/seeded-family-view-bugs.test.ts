import { describe, expect, test } from "vitest";
import { err, ok } from "#core/result";
import { type SeededBug, waysInWith, type WaysInUnderTest } from "../support/seed-bug";
import { uuid } from "../support/uuid";
import * as waysIn from "../support/ways-in-under-test";

type Guard = (app: WaysInUnderTest) => Promise<void>;
type Seeded = SeededBug & { readonly bug: string; readonly caughtBy: Guard };

const [visit, other, child] = [uuid(1), uuid(2), uuid(3)];
const here = `/profiles/${visit}`;
const handedTo = { personId: child, to: `pages/about-me/${child}` };
const on = { kind: "on", profileId: visit, place: "strands/energy" } as const;
const guest = { kind: "guest", profileId: visit, place: "strands/energy", handedTo } as const;

/** A device with one visit on it, as it was when its page went. */
const openedOn = async (
  { createFamilyView }: WaysInUnderTest,
  { drafts = [], isHeld = false }: { drafts?: readonly object[]; isHeld?: boolean },
) => {
  const store = {
    drafts: { list: async () => ok({ drafts, unreadable: [] }) },
    watch: { subscribe: () => () => undefined },
  };
  const draftLocks = { isAnyDraftHeld: async () => isHeld, isHeldElsewhere: async () => isHeld };
  const view = createFamilyView({ store, draftLocks } as unknown as Parameters<typeof createFamilyView>[0]);
  const asItOpens = view.state.get().kind;
  await new Promise((resolve) => setImmediate(resolve));
  return { view, asItOpens };
};
const draftOf = (more: object) => ({
  kind: "visit",
  savedAtMs: 1,
  body: { profileId: visit, place: "strands/energy", left: false, ...more },
});

const familySeesThisVisitAlone: Guard = async ({ mayShow }) => {
  expect(
    ["/", "/cases", "/settings", `/profiles/${other}/picture`, `${here}/own/story-so-far/_open`, here].filter((path) =>
      mayShow(on, path),
    ),
  ).toEqual([]);
  expect(mayShow(on, `${here}/strands/energy`)).toBe(true);
};
const guestSeesWhatWasHandedOver: Guard = async ({ mayShow, placeFor }) => {
  const others = ["/", `${here}/picture`, `${here}/strands/energy`, `${here}/pages/about-me/${child}0/love`];
  expect(others.filter((path) => mayShow(guest, path))).toEqual([]);
  expect(mayShow(guest, `${here}/pages/about-me/${child}/love`)).toBe(true);
  expect(mayShow(guest, placeFor(guest))).toBe(true);
};
const nothingIsShownBeforeItIsKnown: Guard = async (app) => {
  expect((await openedOn(app, {})).asItOpens).toBe("reading");
};
const handedOverOutlivesThePage: Guard = async (app) => {
  const { view } = await openedOn(app, { drafts: [draftOf({ handedTo })] });
  expect(view.state.get()).toEqual(guest);
  const alone = await openedOn(app, { drafts: [draftOf({ left: true })] });
  expect(alone.view.state.get()).toEqual({ kind: "off" });
};
const visitsPagesTurnItOnAndKeepIt: Guard = async (app) => {
  const { view } = await openedOn(app, {});
  view.shows({ profileId: other, place: "picture", finished: true });
  expect(view.state.get().kind).toBe("off");
  view.shows({ profileId: visit, place: "strands/energy", finished: false });
  view.shows({ profileId: other, place: "picture", finished: false });
  expect(view.state.get()).toEqual(on);
  view.handedOver(handedTo);
  view.shows({ profileId: visit, place: "pages/about-me", finished: true });
  expect(view.state.get()).toEqual({ ...guest, place: "pages/about-me" });
  view.givenBack();
  expect(view.state.get()).toEqual({ ...on, place: "pages/about-me" });
};

/** A person with a PIN that may be tried, a passkey that answers or not, and a passphrase. */
const asked = ({ createPinCheck, createUncover }: WaysInUnderTest) => {
  const world = { mayTry: true, isPasskeyTheirs: false, forgotten: 0 };
  const pin = {
    hasPin: async () => true,
    mayTry: () => world.mayTry,
    checkPin: async (typed: string) =>
      typed === "384921"
        ? ({ kind: "right" } as const)
        : ({ kind: "wrong", ask: { kind: "wait", waitMs: 5_000 } } as const),
    forgetWrongPins: () => {
      world.forgotten += 1;
    },
  };
  const uncover = createUncover({
    read: async () => ok({ hasPassphrase: true, passkeys: [], mayAddPasskey: true }),
    prove: async (typed) => (typed === "otters" ? ok(undefined) : err({ type: "Erased" })),
    proveByPasskey: async () => (world.isPasskeyTheirs ? ok(undefined) : err({ type: "TurnedAway" })),
  });
  return { world, uncover, check: createPinCheck(pin as unknown as Parameters<typeof createPinCheck>[0], uncover) };
};
const onlyThePractitionerIsLetOut: Guard = async (app) => {
  const { check, world, uncover } = asked(app);
  expect(await check.isHere("111222")).toEqual({ kind: "wrong", asks: "pin", waitMs: 5_000 });
  expect(await check.isHere("384921")).toEqual({ kind: "here" });
  expect(await check.withPasskey()).toEqual({ kind: "failed" });
  expect([world.forgotten, await check.hasPasskey()]).toEqual([0, false]);
  world.mayTry = false;
  expect(await check.asks()).toBe("passphrase");
  expect(await check.isHere("384921")).toEqual({ kind: "failed" });
  expect(await uncover.withPassphrase("another")).toEqual({ kind: "erased" });
  expect(await check.isHere("otters")).toEqual({ kind: "here" });
  expect(world.forgotten).toBe(1);
};

const gate = "ui/app/family-view/may-show.ts";
const kept = "ui/app/family-view/family-view-store.ts";
const bugs: readonly Seeded[] = [
  {
    bug: "HAZ-01 family view shows another child's visit",
    file: gate,
    from: "profileId === view.profileId && ",
    to: "",
    caughtBy: familySeesThisVisitAlone,
  },
  {
    bug: "family view shows what is the practitioner's own",
    file: gate,
    from: `  "report",\n`,
    to: `  "report",\n  "own",\n`,
    caughtBy: familySeesThisVisitAlone,
  },
  {
    bug: "HAZ-07 a guest may go anywhere in the visit",
    file: gate,
    from: `if (view.kind === "guest") return isWithin(`,
    to: `if (view.kind === "guest") return pathname.startsWith(\`/profiles/\${view.profileId}/\`) || isWithin(`,
    caughtBy: guestSeesWhatWasHandedOver,
  },
  {
    bug: "HAZ-07 an address that only begins like the child's page is the child's page",
    file: gate,
    from: "other.startsWith(`${place}/`)",
    to: "other.startsWith(place)",
    caughtBy: guestSeesWhatWasHandedOver,
  },
  {
    bug: "a guest is sent back to what was on the screen before",
    file: gate,
    from: `if (view.kind === "on" || isWithin(view.handedTo.to, view.place))`,
    to: 'if (view.place !== "")',
    caughtBy: guestSeesWhatWasHandedOver,
  },
  {
    bug: "everything is shown until the device has been read",
    file: kept,
    from: `createObserved<FamilyViewState>({ kind: "reading" })`,
    to: `createObserved<FamilyViewState>({ kind: "off" })`,
    caughtBy: nothingIsShownBeforeItIsKnown,
  },
  {
    bug: "HAZ-07 a page that is loaded anew is out of the child's hands",
    file: kept,
    from: `handedTo === undefined ? { kind: "on", profileId, place } : { kind: "guest", profileId, place, handedTo };`,
    to: `handedTo === undefined ? { kind: "on", profileId, place } : { kind: "on", profileId, place };`,
    caughtBy: handedOverOutlivesThePage,
  },
  {
    bug: "another visit's page takes the place of the one that is open",
    file: kept,
    from: "view.profileId === profileId;",
    to: 'profileId !== "";',
    caughtBy: visitsPagesTurnItOnAndKeepIt,
  },
  {
    bug: "finishing takes the page out of the child's hands",
    file: kept,
    from: "state.set(isThis ? { ...view, place } :",
    to: `state.set(isThis && !finished ? { ...view, place } :`,
    caughtBy: visitsPagesTurnItOnAndKeepIt,
  },
  {
    bug: "a finished profile turns family view on",
    file: kept,
    from: `view.kind === "off" && !finished)`,
    to: `view.kind === "off")`,
    caughtBy: visitsPagesTurnItOnAndKeepIt,
  },
  {
    bug: "a wrong PIN lets out",
    file: "ui/app/lock/pin-check.ts",
    from: `if (answer.kind === "right") return { kind: "here" };`,
    to: `if (answer.kind === "right" || answer.kind === "wrong") return { kind: "here" };`,
    caughtBy: onlyThePractitionerIsLetOut,
  },
  {
    bug: "a PIN may be tried for ever",
    file: "ui/app/lock/pin-check.ts",
    from: "pin.mayTry() && ",
    to: "",
    caughtBy: onlyThePractitionerIsLetOut,
  },
  {
    bug: "a passkey that was turned away lets out",
    file: "ui/app/lock/uncover.ts",
    from: `(await ownKeys.proveByPasskey()).ok ? "right" : "failed"`,
    to: `(await ownKeys.proveByPasskey()) ? "right" : "failed"`,
    caughtBy: onlyThePractitionerIsLetOut,
  },
  {
    bug: "a passkey is offered to whoever has none",
    file: "ui/app/lock/uncover.ts",
    from: "ways.ok && ways.value.passkeys.length > 0",
    to: "ways.ok",
    caughtBy: onlyThePractitionerIsLetOut,
  },
];

const guards = [...new Set(bugs.map(({ caughtBy }) => caughtBy))].map((guard) => [guard.name, guard] as const);

test.each(guards)("the app as it is: %s", async (_, guard) => {
  await guard(waysIn);
});

describe("with this bug in it the app does not get past the tests", () => {
  test.each(bugs)("$bug", async ({ caughtBy, bug: _bug, ...seeded }) => {
    const withBug = await waysInWith(seeded);
    await expect(caughtBy(withBug), caughtBy.name).rejects.toThrow();
  });
});
