import fc from "fast-check";
import { expect } from "vitest";
import { actionsOf } from "#core/plan/actions";
import type { Action } from "#core/schema/plan";
import { begin } from "../../support/scenario";
import { runs } from "../../support/runs";
import type { Core } from "../../support/seed-bug";
import { shippedStrategies } from "../../support/strategies";
import { uuid } from "../../support/uuid";

const { strategies, version } = shippedStrategies;
const actionId = uuid(0x9000);

/** What a field, or a mistake in the code, may do to an action. */
const change: fc.Arbitrary<Partial<Action>> = fc.record(
  {
    what: fc.string(),
    strandId: fc.constantFrom("", "energy"),
    setting: fc.constantFrom("" as const, "home" as const),
    asked: fc.constantFrom("not-yet" as const, "asked" as const, "yes" as const),
    howWeKnow: fc.string(),
    childThinks: fc.string(),
    idea: fc.constantFrom(undefined, { strategyId: "x", strategyVersion: 9, notFor: "", checkWith: "", stopIf: "" }),
  },
  { requiredKeys: [] },
);

/** However its words are changed, an action keeps whom its idea is not for, whom to ask first, and when to stop. */
export const notesStayWithTheAction = (core: Core): void => {
  fc.assert(
    fc.property(fc.nat(), fc.array(change, { maxLength: 10, size: "max" }), (which, changes) => {
      const strategy = strategies[which % strategies.length]!;
      const taken = core.takeStrategy(begin({ here: ["child"] }).kept(), actionId, { strategy, version });
      if (!taken.ok) throw new Error("an empty plan has room");
      const after = changes.reduce((visit, each) => core.changeAction(visit, actionId, each), taken.value);
      const [action] = actionsOf(after.plan.sections);
      expect(action?.content.idea).toEqual({
        strategyId: strategy.id,
        strategyVersion: version,
        notFor: strategy.notFor ?? "",
        checkWith: strategy.checkWith ?? "",
        stopIf: strategy.stopIf,
      });
    }),
    runs,
  );
};

/** What was withdrawn is not offered, everything else is, and nobody is led from one withdrawn strategy to another. */
export const withdrawnIsNotOffered = (core: Core): void => {
  const ids = strategies.slice(0, 12).map(({ id }) => id);
  const entry = fc.record({
    id: fc.constantFrom(...ids, "not.of.this-set"),
    version: fc.constantFrom(1, 2),
    useInstead: fc.constantFrom("", "Ask the school nurse.", ...ids),
  });
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 12, size: "max" }), (withdrawn) => {
      const gone = new Set(withdrawn.filter((each) => each.version === version).map(({ id }) => id));
      const offered = core.offeredStrategies(shippedStrategies, withdrawn);
      expect(offered).toEqual(strategies.filter(({ id }) => !gone.has(id)));
      for (const { id } of strategies.slice(0, 12)) {
        const withdrawal = core.withdrawalOf({ strategyId: id, strategyVersion: version }, withdrawn);
        expect(withdrawal !== undefined).toBe(gone.has(id));
        if (withdrawal !== undefined) expect(gone.has(withdrawal.useInstead)).toBe(false);
      }
    }),
    runs,
  );
};
