import { expect, test } from "vitest";
import { nameInitials } from "#core/case/name-initials";

test.each([
  ["Yusuf Rahman", "Y. R."],
  ["  Amelia  ", "A."],
  ["Christopher Bartholomew of Somewhere Long", "C. B. L."],
  ["مريم الأحمد", "م. ا."],
  ["王小明", "王."],
  ["Zoë Ångström", "Z. Å."],
  ["A\u030angström", "A\u030a."],
  ["👩‍🚀 Star", "👩‍🚀. S."],
  ["<script>alert(1)</script>", "<."],
])("%s is %s", (name, initials) => {
  expect(nameInitials(name)).toBe(initials);
});
