import fc from "fast-check";
import { describe, expect, test } from "vitest";
import "../support/runs";
import {
  anyBeginningFinds,
  findsWhatFits,
  oneMoreWordFindsNoMore,
  orderIsOfTheSet,
  writingChangesNothing,
} from "../property/laws/strategy-search";
import { notesStayWithTheAction, withdrawnIsNotOffered } from "../property/laws/taken-strategies";
import { type Core, coreWith, type SeededBug } from "../support/seed-bug";

// A seeded bug is caught or it is not; nobody needs the smallest example of it.
fc.configureGlobal({ ...fc.readConfigureGlobal(), endOnFailure: true });

type Seeded = SeededBug & { readonly bug: string; readonly caughtBy: readonly ((core: Core) => void)[] };

const searching = "strategies/search-strategies.ts";
const finding = "search/find-words.ts";
const withdrawing = "strategies/withdrawn.ts";

const bugs: readonly Seeded[] = [
  {
    bug: "one of the words is enough",
    file: searching,
    from: "finds.every((worth)",
    to: "finds.length === 0 || finds.some((worth)",
    caughtBy: [findsWhatFits, oneMoreWordFindsNoMore],
  },
  {
    bug: "only whole words are found",
    file: finding,
    from: "word.startsWith(sought)",
    to: "word === sought",
    caughtBy: [findsWhatFits, anyBeginningFinds],
  },
  {
    bug: "the age is not looked at",
    file: searching,
    from: "strategy.bands.includes(band)",
    to: "true",
    caughtBy: [findsWhatFits],
  },
  {
    bug: "accents count",
    file: finding,
    from: '.replace(/[\\p{M}\'’]/gu, "")',
    to: '.replace(/[\'’]/gu, "")',
    caughtBy: [writingChangesNothing],
  },
  {
    bug: "capitals count",
    file: finding,
    from: ".toLowerCase()",
    to: "",
    caughtBy: [writingChangesNothing],
  },
  {
    bug: "the order is not that of the set",
    file: searching,
    from: "b.worth - a.worth",
    to: "b.worth - a.worth || (a.strategy.title < b.strategy.title ? -1 : 1)",
    caughtBy: [orderIsOfTheSet],
  },
  {
    bug: "HAZ-15 a change can take the notes from an action",
    file: "plan/change-plan.ts",
    from: "...(idea && { idea })",
    to: "",
    caughtBy: [notesStayWithTheAction],
  },
  {
    bug: "HAZ-15 an action is made without when to stop",
    file: "plan/take-strategy.ts",
    from: "stopIf: strategy.stopIf,",
    to: "",
    caughtBy: [notesStayWithTheAction],
  },
  {
    bug: "HAZ-15 an action is made without whom to check with first",
    file: "plan/take-strategy.ts",
    from: "checkWith: strategy.checkWith,",
    to: "",
    caughtBy: [notesStayWithTheAction],
  },
  {
    bug: "HAZ-15 what was withdrawn is still offered",
    file: withdrawing,
    from: "withdrawn) === undefined)",
    to: "withdrawn) !== null)",
    caughtBy: [withdrawnIsNotOffered],
  },
  {
    bug: "what was withdrawn of one version is withdrawn of every one",
    file: withdrawing,
    from: "each.id === id && each.version === strategyVersion",
    to: "each.id === id",
    caughtBy: [withdrawnIsNotOffered],
  },
  {
    bug: "HAZ-15 one withdrawn strategy leads to another",
    file: withdrawing,
    from: "useInstead = further;",
    to: "break;",
    caughtBy: [withdrawnIsNotOffered],
  },
];

describe("a core with this bug in it does not get past the tests", () => {
  test.each(bugs)("$bug", async ({ caughtBy, ...bug }) => {
    const withBug = await coreWith(bug);
    for (const guard of caughtBy) {
      expect(() => {
        guard(withBug);
      }, guard.name).toThrow();
    }
  });
});
