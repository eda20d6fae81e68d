import { expect, test } from "vitest";
import { createPreferences } from "../../../../src/ui/app/preferences";

const deviceWith = (texts = new Map<string, string>()) => {
  const shown: string[] = [];
  return {
    texts,
    shown,
    open: () =>
      createPreferences(
        { read: (name) => texts.get(name) ?? null, write: (name, text) => void texts.set(name, text) },
        ({ theme }) => shown.push(theme),
      ),
  };
};

test("each person has their own, also after somebody else was here", () => {
  const device = deviceWith();
  const grace = device.open();
  grace.belongTo("one");
  grace.set({ theme: "dark", spacing: "larger" });
  const daniel = device.open();
  daniel.belongTo("two");
  daniel.set({ theme: "light", spacing: "usual" });
  const again = device.open();
  again.belongTo("one");
  expect(again.get()).toMatchObject({ theme: "dark", spacing: "larger" });
});

test("whoever is new keeps what the screen showed, and what others choose later changes nothing for them", () => {
  const device = deviceWith(new Map([["preferences", JSON.stringify({ theme: "dark" })]]));
  device.open().belongTo("one");
  const other = device.open();
  other.belongTo("two");
  other.set({ theme: "light" });
  const again = device.open();
  again.belongTo("one");
  expect(again.get().theme).toBe("dark");
});

test("the way in looks as the screen looked last", () => {
  const device = deviceWith();
  const grace = device.open();
  grace.belongTo("one");
  grace.set({ theme: "dark" });
  device.open();
  expect(device.shown.at(-1)).toBe("dark");
});

test("a store that is forbidden, full or spoilt gives the usual preferences", () => {
  const forbidden = (): never => {
    throw new Error("no store");
  };
  const none = createPreferences({ read: forbidden, write: forbidden }, () => undefined);
  none.belongTo("one");
  none.set({ theme: "dark" });
  expect(none.get()).toMatchObject({ theme: "dark", language: "en-GB" });
  expect(
    deviceWith(new Map([["preferences", "{"]]))
      .open()
      .get(),
  ).toMatchObject({ theme: "system", spacing: "usual" });
});
