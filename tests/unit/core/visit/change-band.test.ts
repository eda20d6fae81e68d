import { expect, test } from "vitest";
import { bandOn } from "#core/scoring/since-last-time";
import { changeBand } from "#core/visit/change-band";
import { begin } from "../../../support/scenario";

const strandIds = ["attention", "energy"];

test("another age gives its words to the strands, but a marked strand keeps the words that it was marked with", () => {
  const visit = begin({ here: ["child"] });
  visit.mark("attention", { as: "child", position: 68 });
  const changed = changeBand(visit.kept(), "secondary", strandIds);
  expect(bandOn("energy", changed.profile.sections)).toBe("secondary");
  expect(bandOn("attention", changed.profile.sections)).toBe("primary");
  const again = changeBand(changed, "16-to-25", strandIds);
  expect(bandOn("attention", again.profile.sections)).toBe("primary");
});

test("the age that it has already changes nothing", () => {
  const visit = begin({ here: ["child"] }).kept();
  expect(changeBand(visit, visit.profile.sections.frame.band, strandIds)).toBe(visit);
});
