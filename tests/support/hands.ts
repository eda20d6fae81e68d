import type { Locator, Page } from "playwright-core";

/** How a person works the screen: by keys alone, by a finger, or by a mouse. The visit is the same. */
export interface Hands {
  readonly press: (target: Locator) => Promise<void>;
  readonly write: (field: Locator, words: string) => Promise<void>;
  /** Chooses from a list. */
  readonly pick: (list: Locator, label: string) => Promise<void>;
  /** Marks a line at about a place, 0 to 100. */
  readonly mark: (line: Locator, position: number) => Promise<void>;
}

const LONGEST_WAY = 220;

/** The keyboard alone: Tab until the thing has focus, then the keys that it answers to. */
export const byKeys = (page: Page): Hands => {
  const reach = async (target: Locator): Promise<void> => {
    await target.waitFor();
    const there = () => target.evaluate((element) => element === document.activeElement);
    for (let step = 0; step < LONGEST_WAY; step += 1) {
      if (await there()) return;
      await page.keyboard.press("Tab");
    }
    throw new Error(`no way by Tab to ${target.toString()}`);
  };
  /** In a group of radio buttons Tab stops at one, and the arrows choose. */
  const chooseRadio = async (target: Locator): Promise<void> => {
    const name = (await target.getAttribute("name")) ?? "";
    const group = page.locator(`input[type=radio][name="${name}"]`);
    const inGroup = () =>
      page.evaluate((groupName) => document.activeElement?.getAttribute("name") === groupName, name);
    for (let step = 0; step < LONGEST_WAY && !(await inGroup()); step += 1) await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    for (let step = 0; step < (await group.count()) && !(await target.isChecked()); step += 1) {
      await page.keyboard.press("ArrowDown");
    }
    if (!(await target.isChecked())) throw new Error(`no arrow chose ${target.toString()}`);
  };
  return {
    press: async (target) => {
      await target.waitFor();
      if ((await target.getAttribute("type")) === "radio") {
        await chooseRadio(target);
        return;
      }
      await reach(target);
      const isBox = (await target.getAttribute("type")) === "checkbox";
      await page.keyboard.press(isBox ? "Space" : "Enter");
    },
    write: async (field, words) => {
      await reach(field);
      await page.keyboard.press("ControlOrMeta+a");
      await page.keyboard.type(words);
    },
    pick: async (list, label) => {
      await reach(list);
      await page.keyboard.type(label.slice(0, 12), { delay: 5 });
      const chosen = await list.evaluate(
        (element) => (element as HTMLSelectElement).selectedOptions[0]?.textContent ?? "",
      );
      if (!chosen.includes(label)) throw new Error(`typing "${label}" chose "${chosen}"`);
    },
    mark: async (line, position) => {
      await reach(line);
      await page.keyboard.press(position < 50 ? "Home" : "End");
      const key = position < 50 ? ["PageUp", "ArrowRight"] : ["PageDown", "ArrowLeft"];
      const distance = position < 50 ? position : 100 - position;
      for (let tens = 0; tens < Math.floor(distance / 10); tens += 1) await page.keyboard.press(key[0] ?? "");
      for (let ones = 0; ones < distance % 10; ones += 1) await page.keyboard.press(key[1] ?? "");
    },
  };
};

/** A finger on a touch screen. */
export const byTouch = (page: Page): Hands => ({
  press: (target) => target.tap(),
  write: async (field, words) => {
    await field.tap();
    await field.fill(words);
  },
  pick: async (list, label) => {
    await list.selectOption({ label });
  },
  mark: async (line, position) => {
    const { x, y } = await pointOn(line, position);
    await page.touchscreen.tap(x, y);
  },
});

/** A mouse, or a trackpad. */
export const byMouse = (page: Page): Hands => ({
  press: (target) => target.click(),
  write: (field, words) => field.fill(words),
  pick: async (list, label) => {
    await list.selectOption({ label });
  },
  mark: async (line, position) => {
    const { x, y } = await pointOn(line, position);
    await page.mouse.click(x, y);
  },
});

/** Where on the glass a place of the line is: the line is the slider's box less its margins of 20 px. */
export const pointOn = async (line: Locator, position: number): Promise<{ readonly x: number; readonly y: number }> => {
  await line.evaluate((element) => {
    element.scrollIntoView({ block: "center" });
  });
  const box = await line.boundingBox();
  if (box === null) throw new Error("the line is not on the screen");
  return { x: box.x + 20 + ((box.width - 40) * position) / 100, y: box.y + 48 };
};
