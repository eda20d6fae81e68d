import { describe, expect, test } from "vitest";
import { offeredBand } from "#core/flow/age-band";

describe("the age band offered", () => {
  test.each([
    ["the day before the second birthday", "2024-11-23", "2026-11-22", "under-2"],
    ["the second birthday", "2024-11-22", "2026-11-22", "early-years"],
    ["the day of birth", "2026-11-22", "2026-11-22", "under-2"],
  ])("%s", (_, born, on, band) => {
    expect(offeredBand(born, on)).toBe(band);
  });

  describe("turns with the school year, on 1 September, and not with the birthday", () => {
    test.each([
      ["Reception: 4 by 31 August", "2022-08-31", "2026-08-31", "early-years"],
      ["Reception: 4 by 31 August, term has begun", "2022-08-31", "2026-09-01", "primary"],
      ["born a day later waits a year", "2022-09-01", "2026-09-01", "early-years"],
      ["born a day later, a year on", "2022-09-01", "2027-08-31", "early-years"],
      ["born a day later, the next September", "2022-09-01", "2027-09-01", "primary"],
      ["the last day of primary school", "2015-08-31", "2026-08-31", "primary"],
      ["Year 7", "2015-08-31", "2026-09-01", "secondary"],
      ["eleven in Year 6", "2015-09-01", "2026-09-01", "primary"],
      ["sixteen in Year 11", "2010-09-01", "2027-06-30", "secondary"],
      ["after Year 11", "2010-09-01", "2027-09-01", "16-to-25"],
      ["twenty-five", "2001-01-01", "2026-11-22", "16-to-25"],
    ])("%s", (_, born, on, band) => {
      expect(offeredBand(born, on)).toBe(band);
    });
  });

  test("of a child born on 29 February follows the same rule", () => {
    expect(offeredBand("2020-02-29", "2024-09-01")).toBe("primary");
    expect(offeredBand("2024-02-29", "2026-02-28")).toBe("under-2");
    expect(offeredBand("2024-02-29", "2026-03-01")).toBe("early-years");
  });
});
