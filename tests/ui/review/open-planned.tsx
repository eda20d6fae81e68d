import { screen, waitFor } from "@testing-library/react";
import { expect } from "vitest";
import { addAction, changeAction, changeGoal } from "#core/plan/change-plan";
import type { Action } from "#core/schema/plan";
import type { Visit } from "#core/schema/visit";
import { chooseWay, finishAsChosen } from "#core/visit/finishing";
import { withPlan } from "#core/visit/change-section";
import { agreedVisit } from "../../support/at-the-table";
import { renderApp, type RenderAppOptions } from "../../support/render-app";
import { seedFamily, seedRecord, type SeedServices, seedVisit } from "../../support/seeded-family";
import { createTestDevice, type TestDevice } from "../../support/test-device";
import { uuid } from "../../support/uuid";
import { valueOf } from "../../support/value-of";

/** Amelia, her mum, and her teacher. Made up. */
export const [amelia, mum, teacher] = [uuid(100), uuid(101), uuid(102)] as const;
export const [corner, pictures] = [uuid(0x910), uuid(0x911)] as const;

const idea = { strategyId: "made-up", strategyVersion: 1, notFor: "", checkWith: "", stopIf: "They stop eating." };

/** A plan with two things to try, the first of them from an idea that says when to stop, and a goal. */
export const planned =
  (hidden: Partial<Action> = {}) =>
  (visit: Visit): Visit =>
    [
      (each: Visit) => changeGoal(each, { words: "To play football" }),
      (each: Visit) => addAction(each, corner),
      (each: Visit) => changeAction(each, corner, { what: "A quiet corner\nAfter lunch.", changes: "adults-or-place" }),
      (each: Visit) => {
        const action = each.plan.sections[`action/${corner}`];
        return action === undefined ? each : withPlan(each, { [`action/${corner}`]: { ...action, idea } });
      },
      (each: Visit) => addAction(each, pictures),
      (each: Visit) => changeAction(each, pictures, { what: "Pictures of the day", ...hidden }),
      (each: Visit) => chooseWay(each, "right-for-today", uuid(0x912)),
    ].reduce((each, step) => step(each), visit);

/** Puts a finished profile with its plan on the device. */
export const seedPlanned = async (
  services: SeedServices,
  change: (visit: Visit) => Visit = planned(),
): Promise<{ readonly profileId: string; readonly caseId: string; readonly planId: string }> => {
  const family = await seedFamily(services);
  const visit = await seedVisit(services, family, (fresh) => change(agreedVisit(fresh)));
  valueOf(await services.store.drafts.remove(visit.profileId));
  const when = { today: services.today(), nowMs: services.clock.nowMs(), caseBody: family.body };
  const finished = valueOf(finishAsChosen(visit, when));
  const { caseId, profileId, planId } = visit;
  await seedRecord(services, { recordType: "profile", recordId: profileId, caseId, body: finished.profile });
  await seedRecord(services, { recordType: "plan", recordId: planId, caseId, body: finished.plan });
  return { profileId, caseId, planId };
};

interface ToOpen {
  readonly page?: "review" | "plan";
  readonly change?: (visit: Visit) => Visit;
  readonly device?: TestDevice;
  readonly services?: NonNullable<RenderAppOptions["change"]>;
}

/** Opens a page of a profile that was finished on Tuesday 24 November 2026. */
export const openPlanned = async ({ page = "review", change, device = createTestDevice(), services }: ToOpen = {}) => {
  let seeded = { profileId: "", caseId: "", planId: "" };
  const app = await renderApp({
    device,
    seed: async (opened) => {
      seeded = await seedPlanned(opened, change);
    },
    path: () => `/profiles/${seeded.profileId}/${page}`,
    ...(services === undefined ? {} : { change: services }),
  });
  await isOpen();
  return { ...app, ...seeded };
};

/** Opens the app again on the same device, as after it was killed. */
export const openAgain = async (device: TestDevice, path: string) => {
  const app = await renderApp({ device, path });
  await isOpen();
  return app;
};

const isOpen = () =>
  waitFor(() => {
    expect(screen.getByRole("heading", { level: 1 })).not.toHaveTextContent("One moment");
  });
