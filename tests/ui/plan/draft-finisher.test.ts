import { createTestDevice } from "../../support/test-device"; // first: it brings the database that Dexie finds
import { describe, expect, test } from "vitest";
import { addNotAvailable, changeNotAvailable } from "#core/plan/change-plan";
import { err, type Result } from "#core/result";
import { chooseWay } from "#core/visit/finishing";
import type { FinishedDraft } from "#storage/outbox";
import type { Services } from "../../../src/ui/app/services";
import { openVisit } from "../../../src/ui/app/visit/open-draft-or-record";
import { createDraftFinisher } from "../../../src/ui/features/plan/draft-finisher";
import { agreedVisit } from "../../support/at-the-table";
import { seedFamily, seedVisit } from "../../support/seeded-family";
import { uuid } from "../../support/uuid";
import { valueOf } from "../../support/value-of";

type Finish = Services["store"]["outbox"]["finish"];
interface Opening {
  readonly outbox?: (real: Finish) => Finish;
  readonly sha256?: Services["sha256"];
}

/** A visit that is ready to finish, open on a device whose outbox a test may come between. */
const ready = async ({ outbox = (real) => real, sha256 }: Opening = {}) => {
  const services = await createTestDevice().open();
  const family = await seedFamily(services);
  const { profileId } = await seedVisit(services, family, (visit) =>
    chooseWay(agreedVisit(visit), "for-today", uuid(0x900)),
  );
  const opened = await openVisit(services, profileId);
  if (opened.kind !== "open" || opened.saving === null) throw new Error("the visit did not open");
  const { store } = opened.visit;
  const finisher = createDraftFinisher({
    services: {
      ...services,
      ...(sha256 === undefined ? {} : { sha256 }),
      store: { outbox: { finish: outbox(services.store.outbox.finish) } },
    },
    saving: opened.saving,
    store,
    when: () => ({ today: services.today(), nowMs: services.clock.nowMs(), caseBody: family.body }),
  });
  return {
    finish: finisher.finish,
    store,
    saving: opened.saving,
    /** For each record of a type: how many versions of it there are that nothing follows. */
    heads: async (recordType: "profile" | "plan") =>
      valueOf(await services.store.records.list(recordType)).records.map(({ otherRevIds }) => 1 + otherRevIds.length),
    plans: async () => JSON.stringify(valueOf(await services.store.records.list("plan")).records),
    hasDraft: async () => (await services.store.drafts.load(profileId)).ok,
  };
};

const typeOf = <E extends { readonly type: string }>(result: Result<unknown, E>): string =>
  result.ok ? "ok" : result.error.type;

describe("a visit makes one profile and one plan", () => {
  test("from two calls at once", async () => {
    const { finish, heads, hasDraft } = await ready();
    expect((await Promise.all([finish(), finish()])).map(typeOf)).toEqual(["ok", "ok"]);
    expect([await heads("profile"), await heads("plan")]).toEqual([[1], [1]]);
    expect(await hasDraft()).toBe(false);
  });

  test("from two calls one after the other", async () => {
    const { finish, heads } = await ready();
    expect([typeOf(await finish()), typeOf(await finish())]).toEqual(["ok", "ok"]);
    expect([await heads("profile"), await heads("plan")]).toEqual([[1], [1]]);
  });

  test("when the answer to the first commit was lost, the second try offers the very same revisions", async () => {
    const offered: FinishedDraft[] = [];
    const { finish, heads } = await ready({
      outbox: (real) => async (finished) => {
        offered.push(finished);
        const result = await real(finished);
        return offered.length === 1 ? err({ type: "DatabaseClosed" }) : result;
      },
    });
    expect([typeOf(await finish()), typeOf(await finish())]).toEqual(["DatabaseClosed", "ok"]);
    expect(offered[1]).toEqual(offered[0]);
    expect([await heads("profile"), await heads("plan")]).toEqual([[1], [1]]);
  });
});

describe("only what is saved is finished", () => {
  test("what was typed after a refusal is in the second try", async () => {
    let tries = 0;
    const { finish, store, plans } = await ready({
      outbox: (real) => async (finished) => ((tries += 1) === 1 ? err({ type: "QuotaExceeded" }) : real(finished)),
    });
    expect(typeOf(await finish())).toBe("QuotaExceeded");
    store.change((visit) => changeNotAvailable(addNotAvailable(visit, uuid(0x901)), uuid(0x901), "A therapist"));
    expect(typeOf(await finish())).toBe("ok");
    expect(await plans()).toContain("A therapist");
  });

  test("a change that is still on its way is saved first", async () => {
    const { finish, store, plans } = await ready();
    store.change((visit) => changeNotAvailable(addNotAvailable(visit, uuid(0x901)), uuid(0x901), "A therapist"));
    expect(typeOf(await finish())).toBe("ok");
    expect(await plans()).toContain("A therapist");
  });

  test("after it, nothing is saved any more: a change is a bug and throws", async () => {
    const { finish, store } = await ready();
    await finish();
    expect(() => {
      store.change((visit) => ({ ...visit, place: "picture" }));
    }).toThrow("a change after the last save");
  });
});

test("a visit that is not ready says why, and stays a draft", async () => {
  const { finish, store, hasDraft } = await ready();
  store.change((visit) => chooseWay(visit, "seen-differently", uuid(0x901)));
  expect(await finish()).toEqual({
    ok: false,
    error: { type: "NotReadyToFinish", reasons: [{ type: "NoDifferentView" }] },
  });
  expect(await hasDraft()).toBe(true);
});

test("a bug on the way is an answer that can be tried again, without a word of what was being finished", async () => {
  const { finish, hasDraft } = await ready({
    sha256: async () => {
      throw new TypeError("Amelia said something");
    },
  });
  expect(await finish()).toEqual({ ok: false, error: { type: "Unknown", name: "TypeError" } });
  expect(await hasDraft()).toBe(true);
});

test("a record that would be too large is refused whole", async () => {
  const { finish, store, hasDraft } = await ready();
  store.change((visit) => ({
    ...visit,
    profile: {
      ...visit.profile,
      sections: { ...visit.profile.sections, newer: { hiddenFrom: [], text: "x".repeat(600_000) } },
    },
  }));
  expect(typeOf(await finish())).toBe("TooLarge");
  expect(await hasDraft()).toBe(true);
});
