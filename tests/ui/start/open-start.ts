import { screen } from "@testing-library/react";
import type { Visit } from "#core/schema/visit";
import { agreementIn, hereIn } from "#core/visit/change-section";
import { renderApp, type RenderAppOptions } from "../../support/render-app";
import { seedFamily, seedVisit } from "../../support/seeded-family";
import { uuid } from "../../support/uuid";

export const amelia = uuid(100);
export const mum = uuid(101);
export const dad = uuid(102);
export const nan = uuid(103);
export const ben = uuid(104);
export const teacher = uuid(105);

const around = [
  { name: "Sarah Lowe", childCalls: "Mum", kind: "family", role: "mum", parentalResponsibility: "not-known" },
  { name: "Tom Lowe", childCalls: "Dad", kind: "family", role: "dad", parentalResponsibility: "yes" },
  { name: "Jean Carter", childCalls: "Nan", kind: "family", role: "grandparent", parentalResponsibility: "no" },
  { name: "Ben Lowe", childCalls: "Ben", kind: "family", role: "sibling", parentalResponsibility: "no" },
  { name: "Miss Ionescu", kind: "setting", role: "class-teacher" },
] as const;

export interface StartToOpen {
  readonly bornOn?: string;
  readonly change?: (visit: Visit) => Visit;
  readonly people?: Parameters<typeof seedFamily>[1] extends infer F
    ? F extends { people?: infer P }
      ? NonNullable<P>
      : never
    : never;
  readonly page?: string;
  readonly services?: NonNullable<RenderAppOptions["change"]>;
  readonly device?: NonNullable<RenderAppOptions["device"]>;
}

/** Opens the start of a fresh visit with Amelia Rose Lowe, eight, and what the device keeps of it. */
export const openStart = async (start: StartToOpen = {}) => {
  const { bornOn = "2018-03-31", change, people = around, page = "start", services, device } = start;
  let profileId = "";
  const app = await renderApp({
    seed: async (seeding) => {
      const family = await seedFamily(seeding, {
        child: { name: "Amelia Rose Lowe", childCalls: "Amelia", bornOn },
        people,
      });
      profileId = (await seedVisit(seeding, family, change)).profileId;
    },
    path: () => `/profiles/${profileId}/${page}`,
    ...(services === undefined ? {} : { change: services }),
    ...(device === undefined ? {} : { device }),
  });
  await screen.findByRole("main");
  await screen.findByText(/^(✓ )?Saved on this device|The start comes first|No profile is made/);

  const kept = async (): Promise<Visit> => {
    await screen.findByText(/Saved on this device/);
    const draft = await app.services.store.drafts.load(profileId);
    if (!draft.ok || draft.value.kind !== "visit") throw new Error("the visit is not on the device");
    return draft.value.body;
  };
  return {
    ...app,
    profileId,
    kept,
    keptHere: async () => hereIn(await kept()),
    keptAgreement: async () => agreementIn(await kept()),
  };
};

export const tick = (name: string | RegExp): HTMLElement => screen.getByRole("checkbox", { name });
export const radio = (question: string, answer: string | RegExp): HTMLElement => {
  const group = screen.getByRole("group", { name: question });
  const found = [...group.querySelectorAll<HTMLInputElement>("input[type=radio]")].find((input) =>
    input.labels?.[0]?.textContent.match(answer),
  );
  if (found === undefined) throw new Error(`${question} has no answer ${String(answer)}`);
  return found;
};
export const goOn = (): HTMLElement => screen.getByRole("button", { name: "Go to the nine lines" });
