import { act, renderHook } from "@testing-library/react";
import { expect, test } from "vitest";
import type { AgeBand } from "#core/schema/age-band";
import { useCopying } from "../../../src/ui/features/strands/use-copying";
import { mum } from "../../support/at-the-table";
import { grace } from "../../support/test-device";

const paper = { by: grace.id, atMs: 1, code: "K7QF-PRA-NDX" };
const amelia = "019ac000-0000-7000-8000-000000000100";

test.each<[string, { strandId?: string; personId?: string; band?: AgeBand }]>([
  ["another line", { strandId: "energy" }],
  ["another person", { personId: amelia }],
  ["words of another age", { band: "secondary" }],
])("HAZ-20 a page is copied no further once there is %s", (_, change) => {
  const first = { strandId: "attention", personId: mum, band: "primary" as AgeBand };
  const { result, rerender } = renderHook(({ strandId, personId, band }) => useCopying(strandId, personId, band), {
    initialProps: first,
  });
  act(() => {
    result.current.begin(paper);
  });
  expect(result.current.paper).toEqual(paper);
  rerender({ ...first, ...change });
  expect(result.current.paper).toBeUndefined();
});
