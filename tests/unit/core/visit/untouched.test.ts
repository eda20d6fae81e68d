import { expect, test } from "vitest";
import { changeHere, changeLoves } from "#core/visit/change-section";
import { changeAgreement } from "#core/visit/change-agreement";
import { isUntouched } from "#core/visit/untouched";
import { idOf } from "../../../support/family";
import { begin } from "../../../support/scenario";

const fresh = begin({ here: ["child"] }).kept();

test("who was ticked as here is nobody's words", () => {
  expect(isUntouched(fresh)).toBe(true);
});

test.each([
  ["loves", changeLoves(fresh, idOf("child"), { loves: "drums" })],
  ["agreement", changeAgreement(fresh, 8, { words: "No." })],
  ["an interpreter", changeHere(fresh, { interpreter: { kind: "professional", name: "Ioana Popa" } })],
  ["a plan", { ...fresh, plan: { ...fresh.plan, sections: { "work-on-first": { strandIds: [], hiddenFrom: [] } } } }],
])("with %s said, a visit is not untouched", (_, visit) => {
  expect(isUntouched(visit)).toBe(false);
});
