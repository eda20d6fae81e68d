import { createTestDevice, grace } from "../../support/test-device"; // first: it brings the database that Dexie finds
import { describe, expect, test } from "vitest";
import { err, type Result } from "#core/result";
import { peopleOf } from "#core/schema/case";
import { ProfileBody } from "#core/schema/profile";
import { addAmendment, amendmentsOf, type SaidAmendment } from "#core/visit/amendments";
import { makeOperation } from "#storage/make-operation";
import type { FinishedDraft } from "#storage/outbox";
import type { Services } from "../../../src/ui/app/services";
import { openForm } from "../../../src/ui/app/forms/open-form";
import { createAmendmentAdder } from "../../../src/ui/features/amendments/amendment-adder";
import { amendmentOf } from "../../../src/ui/features/amendments/amendment-draft";
import { seedFamily, seedFinished } from "../../support/seeded-family";
import { uuid } from "../../support/uuid";
import { valueOf } from "../../support/value-of";

const amelia = uuid(100);
const mum = uuid(101);
const said: SaidAmendment = { what: "It is trams, not trains.", byId: amelia, why: "I said trams.", hiddenFrom: [] };

type Finish = Services["store"]["outbox"]["finish"];
interface Opening {
  readonly outbox?: (real: Finish) => Finish;
  readonly get?: (real: Services["store"]["records"]["get"]) => Services["store"]["records"]["get"];
}

/** A finished profile, with something typed about it, on a device whose store a test may come between. */
const ready = async ({ outbox = (real) => real, get = (real) => real }: Opening = {}) => {
  const device = createTestDevice();
  const services = await device.open();
  const family = await seedFamily(services);
  const profileId = await seedFinished(services, family);
  const people = peopleOf(family.body);
  const opened = await openForm(services, amendmentOf({ profileId, caseId: family.caseId }));
  if (opened.kind !== "open") throw new Error("the form did not open");
  const { draft } = opened;
  draft.changed({ ...said, hiddenFrom: [] });
  const { store } = services;
  const adder = createAmendmentAdder({
    services: {
      ...services,
      store: { records: { get: get(store.records.get) }, outbox: { finish: outbox(store.outbox.finish) } },
    },
    draft,
    profileId,
  });
  const record = async () => {
    const seen = valueOf(await store.records.get(profileId));
    if (seen.recordType !== "profile") throw new Error("not a profile");
    return seen;
  };
  return {
    services,
    device,
    draft,
    family,
    profileId,
    people,
    record,
    add: (change: Partial<SaidAmendment> = {}) => adder.add({ ...said, ...change }, people),
    amendments: async () => amendmentsOf((await record()).body.sections).map(({ content }) => content?.what),
    drafts: async () => valueOf(await store.drafts.list()).drafts,
  };
};

/** Another window, or a delivery, brings the next version of the profile. */
const amendElsewhere = async ({ services, record, people }: Awaited<ReturnType<typeof ready>>): Promise<void> => {
  const { revId, recordId, caseId, body } = await record();
  const { clock, ids, sha256, store } = services;
  const amendment = { id: ids.next(), atMs: 1, what: "From elsewhere", byId: mum, why: "x", hiddenFrom: [] };
  const operation = await makeOperation({
    recordType: "profile",
    recordId,
    caseId,
    parents: [revId],
    body: valueOf(addAmendment(body, amendment, people)),
    nowMs: clock.nowMs(),
    ids,
    sha256,
  });
  valueOf(await store.outbox.add([valueOf(operation)]));
};

const typeOf = <E extends { readonly type: string }>(result: Result<unknown, E>): string =>
  result.ok ? "ok" : result.error.type;

test("HAZ-23 the next revision has everything that stood there and the amendment beside it", async () => {
  const { add, record, drafts, device } = await ready();
  const before = await record();
  device.nowMs += 60_000;
  const amendmentId = valueOf(await add());
  const after = await record();
  expect(after.body).toEqual({
    ...before.body,
    sections: {
      ...before.body.sections,
      [`amendment/${amendmentId}`]: { ...said, atMs: device.nowMs },
    },
  });
  expect(after.revId).not.toBe(before.revId);
  expect(after.otherRevIds).toEqual([]);
  expect(await drafts()).toEqual([]);
});

describe("law 1: it follows the newest version there is", () => {
  test("also where another window has put something right since the form was opened", async () => {
    const opened = await ready();
    await amendElsewhere(opened);
    expect(typeOf(await opened.add())).toBe("ok");
    expect(await opened.amendments()).toEqual(["From elsewhere", "It is trams, not trains."]);
    expect((await opened.record()).otherRevIds).toEqual([]);
  });

  test("also after a first try that the device refused", async () => {
    let tries = 0;
    const opened = await ready({
      outbox: (real) => async (finished) => ((tries += 1) === 1 ? err({ type: "QuotaExceeded" }) : real(finished)),
    });
    expect(typeOf(await opened.add())).toBe("QuotaExceeded");
    await amendElsewhere(opened);
    expect(typeOf(await opened.add())).toBe("ok");
    expect((await opened.record()).otherRevIds).toEqual([]);
    expect(await opened.amendments()).toHaveLength(2);
  });
});

describe("laws 2 and 3: there is one amendment, and no draft of it", () => {
  test("from two calls at once", async () => {
    const { add, amendments, drafts } = await ready();
    expect((await Promise.all([add(), add()])).map(typeOf)).toEqual(["ok", "ok"]);
    expect(await amendments()).toHaveLength(1);
    expect(await drafts()).toEqual([]);
  });

  test("from two calls one after the other", async () => {
    const { add, amendments } = await ready();
    expect([typeOf(await add()), typeOf(await add())]).toEqual(["ok", "ok"]);
    expect(await amendments()).toHaveLength(1);
  });

  test("where the answer to the commit was lost", async () => {
    const offered: FinishedDraft[] = [];
    const { add, amendments, drafts, record } = await ready({
      outbox: (real) => async (finished) => {
        offered.push(finished);
        await real(finished);
        return err({ type: "DatabaseClosed" });
      },
    });
    expect([typeOf(await add()), typeOf(await add())]).toEqual(["DatabaseClosed", "ok"]);
    expect(offered).toHaveLength(1);
    expect(await amendments()).toHaveLength(1);
    expect(await drafts()).toEqual([]);
    expect((await record()).otherRevIds).toEqual([]);
  });

  test("and where the commit was refused, the draft is there with what was typed since", async () => {
    const { add, draft, amendments, drafts } = await ready({
      outbox: () => async () => err({ type: "QuotaExceeded" }),
    });
    expect(typeOf(await add())).toBe("QuotaExceeded");
    draft.changed({ ...said, what: "And the bus.", hiddenFrom: [] });
    await draft.saving.flush();
    expect(await amendments()).toEqual([]);
    expect((await drafts())[0]?.body).toMatchObject({ what: "And the bus." });
  });
});

describe("nothing is added", () => {
  test("that is not saved as a draft first", async () => {
    const { add, services } = await ready();
    services.store.close();
    expect(typeOf(await add())).toBe("DatabaseClosed");
  });

  test("that would make the record larger than it may be; nothing is cut and nothing is lost", async () => {
    const { add, amendments, drafts } = await ready({
      get: (real) => async (recordId) => {
        const record = await real(recordId);
        if (!record.ok || record.value.recordType !== "profile") return record;
        const body = ProfileBody.parse({
          ...record.value.body,
          sections: { ...record.value.body.sections, newer: { text: "x".repeat(524_000) } },
        });
        return { ok: true, value: { ...record.value, body } };
      },
    });
    expect(typeOf(await add())).toBe("TooLarge");
    expect(await amendments()).toEqual([]);
    expect(await drafts()).toHaveLength(1);
  });

  test("by somebody who is not on the record, or without words", async () => {
    const { add, amendments } = await ready();
    expect(await add({ byId: uuid(0x777), why: " " })).toEqual({
      ok: false,
      error: { type: "NotReadyToAmend", reasons: [{ type: "WhoMissing" }, { type: "WhyMissing" }] },
    });
    expect(await amendments()).toEqual([]);
  });

  test("to a record that is not there", async () => {
    const { add, drafts } = await ready({ get: (real) => () => real(uuid(0x778)) });
    expect(typeOf(await add())).toBe("NotFound");
    expect(await drafts()).toHaveLength(1);
  });
});

test("the form is held by one window at a time, and let go of once it is added", async () => {
  const { services, profileId, family, add, device } = await ready();
  const other = await device.open();
  const of = { profileId, caseId: family.caseId };
  expect((await openForm(other, amendmentOf(of))).kind).toBe("held-elsewhere");
  expect(typeOf(await add({ byId: grace.id }))).toBe("ok");
  const again = await openForm(services, amendmentOf(of));
  expect(again.kind === "open" && again.draft.opened.what).toBe("");
});
