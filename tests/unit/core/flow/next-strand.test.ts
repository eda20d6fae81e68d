import { expect, test } from "vitest";
import { strandAfter, strandBefore } from "#core/flow/next-strand";

const strands = ["communication", "energy", "attention"];

test("strands follow each other in the questionnaire's order, and end at both ends", () => {
  expect(strandAfter(strands, "communication")).toBe("energy");
  expect(strandAfter(strands, "attention")).toBeUndefined();
  expect(strandBefore(strands, "attention")).toBe("energy");
  expect(strandBefore(strands, "communication")).toBeUndefined();
});

test("a strand that the questionnaire does not have is before and after none", () => {
  expect(strandBefore(strands, "sleep")).toBeUndefined();
  expect(strandAfter(strands, "sleep")).toBeUndefined();
});

test("with today's worry only its strands come next, also from one that is not among them", () => {
  const all = [...strands, "emotions", "motor"];
  const today = ["energy", "emotions"];
  expect(strandAfter(all, "energy", today)).toBe("emotions");
  expect(strandAfter(all, "attention", today)).toBe("emotions");
  expect(strandAfter(all, "emotions", today)).toBeUndefined();
  expect(strandBefore(all, "motor", today)).toBe("emotions");
  expect(strandBefore(all, "energy", today)).toBeUndefined();
});
