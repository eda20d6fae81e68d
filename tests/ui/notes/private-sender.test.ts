import { createTestDevice } from "../../support/test-device"; // first: it brings the database that Dexie finds
import { expect, test } from "vitest";
import { additionsOf } from "#core/concern/additions";
import { err, ok, type Result } from "#core/result";
import { openForm } from "../../../src/ui/app/forms/open-form";
import type { Services } from "../../../src/ui/app/services";
import { additionFrom, concernFrom } from "../../../src/ui/features/notes/make-private";
import { additionTo, ConcernValues, newPrivate } from "../../../src/ui/features/notes/private-draft";
import { createSender } from "../../../src/ui/features/notes/private-sender";
import { uuid } from "../../support/uuid";
import { valueOf } from "../../support/value-of";

type Finish = Services["store"]["outbox"]["finish"];

/** A concern that was typed, on a device whose outbox a test may come between. */
const ready = async (outbox: (real: Finish) => Finish = (real) => real) => {
  const services = await createTestDevice().open();
  const opened = await openForm(services, newPrivate("concern", uuid(150), ConcernValues));
  if (opened.kind !== "open") throw new Error("the form did not open");
  const { draft } = opened;
  const values = { ...draft.opened, words: "Word for word." };
  draft.changed(values);
  const { send } = createSender<ConcernValues>({
    services: { ...services, store: { outbox: { finish: outbox(services.store.outbox.finish) } } },
    draft,
    make: (typed, id, nowMs) => Promise.resolve(ok(concernFrom(uuid(150), typed, { services, id, nowMs }))),
  });
  const { records, drafts } = services.store;
  return {
    services,
    send: () => send(values),
    concerns: async () => valueOf(await records.list("concern")).records,
    drafts: async () => valueOf(await drafts.list()).drafts,
  };
};
const typeOf = <E extends { readonly type: string }>(result: Result<unknown, E>): string =>
  result.ok ? "ok" : result.error.type;

test("law 1: two calls at once make one concern, and the draft is gone", async () => {
  const { send, concerns, drafts } = await ready();
  expect((await Promise.all([send(), send()])).map(typeOf)).toEqual(["ok", "ok"]);
  expect([(await concerns()).length, (await drafts()).length]).toEqual([1, 0]);
});

test("HAZ-02 law 1: a commit whose answer was lost is not made twice", async () => {
  let isFirst = true;
  const { send, concerns } = await ready((real) => async (finished) => {
    const answer = await real(finished);
    if (!isFirst) return answer;
    isFirst = false;
    return err({ type: "DatabaseClosed" });
  });
  expect([typeOf(await send()), typeOf(await send())]).toEqual(["DatabaseClosed", "ok"]);
  expect((await concerns()).map(({ otherRevIds }) => otherRevIds)).toEqual([[]]);
});

test("HAZ-02 what could not be sent is still a draft, word for word", async () => {
  const { send, concerns, drafts } = await ready(() => async () => err({ type: "QuotaExceeded" }));
  expect(typeOf(await send())).toBe("QuotaExceeded");
  expect(await concerns()).toEqual([]);
  expect((await drafts())[0]?.body).toMatchObject({ words: "Word for word." });
});

test("HAZ-23 what is added follows the newest version, and stands beside the old words", async () => {
  const { services, send, concerns } = await ready();
  await send();
  const [concern] = await concerns();
  const recordId = concern?.recordId ?? "";
  for (const answeredBy of ["", "Dana"]) {
    const opened = await openForm(services, additionTo("concern", uuid(150), recordId));
    if (opened.kind !== "open") throw new Error("the form did not open");
    const values = { words: "More.", answeredBy };
    opened.draft.changed(values);
    const sender = createSender<typeof values>({
      ...{ services, draft: opened.draft },
      make: (typed, id, nowMs) => additionFrom(recordId, typed, { services, id, nowMs }),
    });
    expect(typeOf(await sender.send(values))).toBe("ok");
  }
  const [added, ...others] = await concerns();
  expect([others, added?.otherRevIds]).toEqual([[], []]);
  expect(added?.body.sections.concern).toEqual(concern?.body.sections.concern);
  expect(added && additionsOf(added.body.sections).map(({ answeredBy }) => answeredBy)).toEqual(["", "Dana"]);
});
