import type { Page } from "playwright-core";
import practicePeople from "../../practice/people.json";
import { openDevice, type Device } from "./browser";
import { byMouse } from "./hands";
import { createVisitor } from "./visitor";

/** The id in an address, behind the name of its folder; empty where there is none. */
export const idIn = (url: string, folder: string): string =>
  new RegExp(`/${folder}/([0-9a-f-]{36})`).exec(url)?.[1] ?? "";

/** The account of one of the made-up practitioners. */
export const accountOf = (name: string): string => practicePeople.people.find((each) => each.name === name)?.id ?? "";

/** Somebody's own device, signed in; `devices` is told of it, so that it is put away afterwards. */
export const deviceOf = async (origin: string, name: string, devices: Device[]) => {
  const device = await openDevice();
  devices.push(device);
  const page = device.context().pages()[0] ?? (await device.context().newPage());
  await page.goto(origin);
  const visitor = createVisitor(page, byMouse(page));
  await visitor.signIn(name);
  return { device, page, visitor };
};

/** Puts something right in a profile, and says where the next visit is. */
export const putRightAndSetVisit = async (
  page: Page,
  ids: { readonly caseId: string; readonly profileId: string },
  words: string,
): Promise<void> => {
  const { origin } = new URL(page.url());
  await page.goto(`${origin}/profiles/${ids.profileId}/amend`);
  await page.getByLabel("What is to be put right or added?").fill(words);
  await page.getByRole("radio", { name: /^Mum/ }).check();
  await page.getByLabel("Why?").fill("It was forgotten.");
  await page.getByRole("button", { name: "Add it" }).click();
  await page.getByRole("heading", { name: "Amelia's picture" }).waitFor();
  await page.goto(`${origin}/cases/${ids.caseId}`);
  await page.getByRole("button", { name: "Set a visit" }).click();
  await page.getByLabel("Day", { exact: true }).fill(`${new Date().getFullYear() + 1}-05-04`);
  await page.getByLabel(/^Where/).fill(`${words}, at the door`);
  await page.getByRole("button", { name: "Save the visit" }).click();
  await page.getByRole("button", { name: "Set a visit" }).waitFor({ state: "detached" });
  await page.getByText(`${words}, at the door`).waitFor();
};
