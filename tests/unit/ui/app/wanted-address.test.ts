import { expect, test } from "vitest";
import { unlockAddress, wantedAddress } from "../../../../src/ui/app/wanted-address";

const wantedAfter = (to: string): string =>
  wantedAddress({ pathname: "/unlock", search: `?${new URLSearchParams({ to }).toString()}` });

test("an address comes back as it was asked for, with what follows it", () => {
  for (const address of ["/", "/settings", "/cases/1/notes?from=home", "/profiles/1/strands/a%2Fb"]) {
    const { pathname, searchParams } = new URL(unlockAddress(address), "http://here.example");
    expect(pathname).toBe("/unlock");
    expect(wantedAfter(searchParams.get("to") ?? "/")).toBe(address);
  }
});

test.each([
  ["another site", "//evil.example/x"],
  ["another site behind a tab, which browsers leave out", "/\t/evil.example/x"],
  ["another site behind a line break", "/\n/evil.example/x"],
  ["another site behind a dot", "/.//evil.example/x"],
  ["another site by backslashes", "/\\evil.example/x"],
  ["another site by its whole address", "https://evil.example/x"],
  ["a script", "javascript:alert(1)"],
  ["nothing at all", ""],
  ["what is no address", "//"],
  ["the way in itself", "/unlock?to=/settings"],
  ["the way in behind a step back", "/x/../unlock"],
])("whoever makes a link to %s only gets the opening screen", (_, to) => {
  const wanted = wantedAfter(to);
  expect(wanted).toBe("/");
  expect(new URL(wanted, "http://here.example").origin).toBe("http://here.example");
});
