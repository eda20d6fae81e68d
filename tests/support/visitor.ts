import type { Page } from "playwright-core";
import practicePeople from "../../practice/people.json";
import { DEVICE_PASSPHRASE } from "./device-passphrase";
import type { Hands } from "./hands";

const PRACTICE_PASSPHRASE = practicePeople.passphrase;

/** A family that a visitor writes down; made up. */
export interface VisitorFamily {
  readonly name: string;
  readonly called: string;
  readonly born: { readonly day: string; readonly month: string; readonly year: string };
  readonly people: readonly { readonly name: string; readonly called: string; readonly role: string }[];
  /** Whose yes it is. */
  readonly decides: "child" | "parent" | "young-person";
}

/** Amelia, who is eight, and the two parents who come with her. Made up. */
export const AMELIA: VisitorFamily = {
  name: "Amelia Reed",
  called: "Amelia",
  born: { day: "31", month: "3", year: "2018" },
  people: [
    { name: "Sarah Reed", called: "Mum", role: "Mum" },
    { name: "Tom Reed", called: "Dad", role: "Dad" },
  ],
  decides: "child",
};

/** A practitioner who works through the app as the README says, with whichever hands she has. */
export const createVisitor = (page: Page, hands: Hands, family: VisitorFamily = AMELIA) => {
  const button = (name: string | RegExp) => page.getByRole("button", { name, exact: typeof name === "string" });
  const link = (name: string | RegExp) => page.getByRole("link", { name, exact: typeof name === "string" });
  const line = (name: string) => page.getByRole("slider", { name: `${name}'s mark`, exact: true });

  const visitor = {
    /** Signs in as one of the made-up practitioners, and stays until the app is installed and has asked the server. */
    signIn: async (name = "Grace Okafor"): Promise<void> => {
      // A device that asks to be unlocked first lists people too.
      await page.getByRole("heading", { name: "Sign in" }).waitFor();
      await hands.press(page.getByRole("radio", { name: new RegExp(name) }));
      await hands.write(page.getByLabel("Passphrase", { exact: true }), PRACTICE_PASSPHRASE);
      await hands.press(button("Sign in"));
      const isOpen = page.getByRole("link", { name: "Settings" });
      // The first time on a device; from then on it is asked for whenever the page is loaded.
      const choose = button("Use this passphrase");
      await isOpen.or(choose).first().waitFor();
      if (await choose.isVisible()) {
        await hands.write(page.getByRole("textbox", { name: "Passphrase for this device" }), DEVICE_PASSPHRASE);
        await hands.press(choose);
      }
      await isOpen.waitFor();
      await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
      await page.locator('[data-sync="all-delivered"]').waitFor();
    },

    newFamily: async (): Promise<void> => {
      await hands.press(link("New family").first());
      await hands.write(page.getByLabel("Full name"), family.name);
      await hands.write(page.getByLabel(/What they like to be called/), family.called);
      await hands.write(page.getByLabel("Day", { exact: true }).first(), family.born.day);
      await hands.write(page.getByLabel("Month", { exact: true }), family.born.month);
      await hands.write(page.getByLabel("Year", { exact: true }), family.born.year);
      for (const [index, person] of family.people.entries()) {
        const group = page.getByRole("group", { name: `Person ${index + 1}` });
        if ((await group.count()) === 0) await hands.press(button("Add a person"));
        await hands.write(group.getByLabel("Their name"), person.name);
        await hands.write(group.getByLabel(/What the child calls them/), person.called);
        await hands.pick(group.getByLabel("Who they are to the child"), person.role);
        await hands.pick(group.getByLabel("Parental responsibility"), "Yes");
      }
      await hands.press(page.getByRole("checkbox", { name: /This is a made-up family/ }));
      await hands.press(button("Save this family"));
      await page.waitForURL(/\/cases\/[0-9a-f-]{36}$/);
    },

    startVisit: async (): Promise<void> => {
      await hands.press(button("Start the visit"));
      await page.waitForURL(/\/profiles\/[0-9a-f-]{36}\/start$/);
    },

    agree: async ({ loves = "Building dens", words = "Yes, I want to show you." } = {}): Promise<void> => {
      await hands.press(page.getByLabel(/Yes, this is/));
      for (const name of [family.called, ...family.people.map(({ called }) => called)])
        await hands.press(page.getByRole("checkbox", { name: new RegExp(`^${name}`) }));
      await hands.press(page.getByRole("checkbox", { name: "I have said this" }));
      await visitor.sayWhoDecides();
      await hands.press(page.getByRole("radio", { name: "Yes, go ahead" }));
      await hands.write(page.getByLabel(/^In .+'s words/), words);
      await hands.write(page.getByLabel(`What does ${family.called} love?`), loves);
      await visitor.goOn("Go to the nine lines");
      // The address changes before the page does, and the page before has the same names to press.
      await page.waitForURL(/\/strands\/communication$/);
      await page.locator('section[data-strand="communication"]').waitFor();
    },

    /** Under 16 by whether the child understands; from 16 it is the young person's own decision unless somebody doubts it. */
    sayWhoDecides: async (): Promise<void> => {
      if (family.decides === "young-person") {
        await page.getByText(`It is ${family.called}'s own decision.`, { exact: false }).waitFor();
        return;
      }
      const understands = page.getByRole("group", { name: `Does ${family.called} understand` });
      await hands.press(understands.getByRole("radio", { name: family.decides === "child" ? "Yes" : "No" }));
      if (family.decides === "child") return;
      const [parent] = family.people;
      await hands.press(
        page
          .getByRole("group", { name: "Who decides?" })
          .getByRole("radio", { name: new RegExp(`^${parent?.called ?? ""}`) }),
      );
    },

    as: async (name: string): Promise<void> => {
      await hands.press(button(new RegExp(`^${name}`)));
      await line(name).waitFor();
    },

    mark: async (name: string, position: number): Promise<void> => {
      await visitor.as(name);
      await hands.mark(line(name), position);
    },

    pass: async (name: string): Promise<void> => {
      await visitor.as(name);
      await hands.press(button("Pass"));
    },

    seeTogether: async (): Promise<void> => {
      await hands.press(button("See them together"));
      const goOn = button("They say go on");
      await goOn
        .or(page.getByRole("heading", { name: "A mark together" }))
        .first()
        .waitFor();
      if (await goOn.isVisible()) await hands.press(goOn);
      await page.getByRole("heading", { name: "A mark together" }).waitFor();
    },

    goOn: (name: string | RegExp): Promise<void> =>
      hands.press(button(name).or(link(name)).filter({ visible: true }).first()),

    toPicture: async (): Promise<void> => {
      // On a phone the way to the picture is in the list behind the nine small lines.
      const list = button("The nine lines: choose another");
      if (await list.isVisible()) await hands.press(list);
      await visitor.goOn("See the picture");
      const sure = button("Look at the picture");
      await sure
        .or(page.getByRole("heading", { name: `${family.called}'s picture` }))
        .first()
        .waitFor();
      if (await sure.isVisible()) await hands.press(sure);
      await page.waitForURL(/\/picture$/);
    },

    toPlan: async (): Promise<void> => {
      await visitor.goOn("Choose what to work on first");
      await page.waitForURL(/\/plan$/);
    },

    tryOneThing: async (what: string): Promise<void> => {
      await hands.press(button("Add something to try"));
      const action = page.getByRole("group", { name: "Action 1" });
      await hands.write(action.getByLabel(/What will we try/), what);
      await hands.press(action.getByRole("radio", { name: "Adults or the place" }));
    },

    finish: async (way: string): Promise<void> => {
      await hands.press(page.getByRole("radio", { name: new RegExp(way) }));
      await hands.press(button("Finish").last());
      await hands.press(page.getByRole("dialog").getByRole("button", { name: "Finish" }));
      await page.waitForURL(/\/picture$/);
    },

    /** To what else there is to talk about, from wherever there is a way. */
    openMore: async (): Promise<void> => {
      const list = button("The nine lines: choose another");
      if (await list.isVisible()) await hands.press(list);
      await visitor.goOn("More to talk about");
      await page.waitForURL(/\/more$/);
      await page.getByRole("heading", { name: "More to talk about" }).waitFor();
    },

    /** Opens a questionnaire of pages from there; `name` is who answers, where several may. */
    openPages: async (title: string, name?: string): Promise<void> => {
      await hands.press(link(title));
      if (name !== undefined) await hands.press(link(new RegExp(`^${name}`)));
      await page.waitForURL(/\/pages\/[a-z0-9-]+\/[0-9a-f-]{36}\/[a-z0-9-]+$/);
      await page.locator("[data-page]").waitFor();
    },

    /** Chooses an answer, or one more where several may be chosen. */
    answerChoice: async (question: string, choice: string): Promise<void> => {
      const group = page.getByRole("group", { name: question, exact: true });
      await hands.press(
        group
          .getByRole("radio", { name: choice, exact: true })
          .or(group.getByLabel(choice, { exact: true }))
          .first(),
      );
    },

    answerWords: (question: string, words: string): Promise<void> =>
      hands.write(page.getByLabel(question, { exact: true }), words),

    /** Passes, does not know, leaves it for later: any of the quiet ways, by its words. */
    answerQuietly: async (question: string, way: string): Promise<void> => {
      const item = page.locator("[data-item]").filter({ hasText: question }).first();
      await hands.press(item.getByRole("button", { name: way, exact: true }));
    },

    /** Goes on to the next page of a questionnaire, or to its end, and says where that is. */
    nextPage: async (): Promise<string> => {
      const before = page.url();
      await visitor.goOn(/^(?:Next|Go on to the end)$/);
      await page.waitForURL((url) => url.href !== before);
      await page.locator("h1").first().waitFor();
      return new URL(page.url()).pathname.split("/").slice(3).join("/");
    },

    doneForNow: async (): Promise<void> => {
      await visitor.goOn("Done for now");
      await page.waitForURL(/\/more$/);
    },

    leave: async (): Promise<void> => {
      await hands.press(button("Leave the visit"));
      const dialog = page.getByRole("dialog");
      await hands.write(dialog.getByLabel("Passphrase for this device"), DEVICE_PASSPHRASE);
      await hands.press(dialog.getByRole("button", { name: "Leave the visit" }));
      await page.waitForURL(/\/$/);
    },

    /** From a child's record: opens what is never on the shared screen, and says that nobody else looks. */
    openAlone: async (): Promise<void> => {
      await hands.press(link("Open it"));
      await hands.press(button("Only I am looking"));
      await page.locator("[data-page]").waitFor();
    },

    saved: () => page.locator('[data-save-state="saved"]').waitFor(),
  };
  return visitor;
};
