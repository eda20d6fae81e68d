import { createTestDevice } from "../../support/test-device"; // first: it brings the database that Dexie finds
import { expect, test } from "vitest";
import { err, type Result } from "#core/result";
import { openForm } from "../../../src/ui/app/forms/open-form";
import type { Services } from "../../../src/ui/app/services";
import { reviewOf } from "../../../src/ui/features/review/review-draft";
import { createReviewFinisher } from "../../../src/ui/features/review/review-finisher";
import { valueOf } from "../../support/value-of";
import { seedPlanned } from "./open-planned";

type Finish = Services["store"]["outbox"]["finish"];

/** Something said of a plan, on a device whose outbox a test may come between. */
const ready = async (outbox: (real: Finish) => Finish = (real) => real) => {
  const services = await createTestDevice().open();
  const { profileId, caseId, planId } = await seedPlanned(services);
  const opened = await openForm(services, reviewOf({ profileId, planId, caseId }));
  if (opened.kind !== "open") throw new Error("the form did not open");
  const { draft } = opened;
  const values = { ...draft.opened, sections: { next: { hiddenFrom: [], words: "On." } } };
  draft.changed(values);
  const store = { outbox: { finish: outbox(services.store.outbox.finish) } };
  const of = { profileId, planId, caseId, plan: {}, practice: true };
  const { finish } = createReviewFinisher({ services: { ...services, store }, draft, of });
  return {
    finish: () => finish(values),
    draft,
    reviews: async () => valueOf(await services.store.records.list("review")).records,
    drafts: async () => valueOf(await services.store.drafts.list()).drafts,
  };
};
const typeOf = <E extends { readonly type: string }>(result: Result<unknown, E>): string =>
  result.ok ? "ok" : result.error.type;

test("law 2: two calls at once make one review, and the draft is gone", async () => {
  const { finish, reviews, drafts } = await ready();
  expect((await Promise.all([finish(), finish()])).map(typeOf)).toEqual(["ok", "ok"]);
  expect([(await reviews()).length, (await drafts()).length]).toEqual([1, 0]);
});

test("HAZ-02 law 2: a commit whose answer was lost is not made twice", async () => {
  let isFirst = true;
  const { finish, reviews } = await ready((real) => async (finished) => {
    const answer = await real(finished);
    if (!isFirst) return answer;
    isFirst = false;
    return err({ type: "DatabaseClosed" });
  });
  expect(typeOf(await finish())).toBe("DatabaseClosed");
  expect(typeOf(await finish())).toBe("ok");
  expect((await reviews()).map(({ otherRevIds }) => otherRevIds)).toEqual([[]]);
});

test("HAZ-02 law 3: what could not be finished is still a draft, word for word", async () => {
  const { finish, reviews, drafts } = await ready(() => async () => err({ type: "QuotaExceeded" }));
  expect(typeOf(await finish())).toBe("QuotaExceeded");
  expect(await reviews()).toEqual([]);
  expect((await drafts())[0]?.body).toMatchObject({ sections: { next: { words: "On." } } });
});
