import { expect, test } from "vitest";
import type { ReturnedDraft } from "#core/schema/sealed-wire";
import { createTaking } from "#sync/take-returned";
import { uuid } from "../../support/uuid";

const draft = (n: number): ReturnedDraft => ({
  ...{ deviceId: uuid(1), database: "strandline-old", id: uuid(n), version: n },
  ...{ content: "{}", receivedAt: 1 },
});

/** A server that holds drafts and gives two at a time. */
const holding = (...drafts: readonly ReturnedDraft[]) => {
  let held = [...drafts];
  const requests: { readonly path: string; readonly headers: Headers }[] = [];
  const fetch: typeof globalThis.fetch = async (path, { headers, body } = {}) => {
    requests.push({ path: path as string, headers: new Headers(headers) });
    if (path === "/api/sync/sealed")
      return Response.json({ drafts: held.slice(0, 2), elsewhere: [], more: held.length > 2 });
    const taken = JSON.parse(body as string) as { readonly drafts: readonly { readonly id: string }[] };
    held = held.filter(({ id }) => !taken.drafts.some((each) => each.id === id));
    return new Response(null, { status: 204 });
  };
  const taking = createTaking({ fetch, accountId: uuid(7), database: "strandline-new" });
  return { taking, requests, left: () => held.map(({ id }) => id) };
};

test("taking, law 1: a draft is said to be taken only once it is safe here", async () => {
  const { taking, left } = holding(draft(1), draft(2), draft(3));
  const put: string[] = [];
  const takes = await taking.takeReturned(async ({ id }) => {
    expect(left()).toContain(id);
    put.push(id);
    return true;
  });
  expect(takes).toEqual({ ok: true, value: { taken: 3, elsewhere: [] } });
  expect([put, left()]).toEqual([[uuid(1), uuid(2), uuid(3)], []]);
});

test("taking, law 2: one that cannot be put here stays at the server, and holds up no other", async () => {
  const { taking, left } = holding(draft(1), draft(2), draft(3));
  const takes = await taking.takeReturned(async ({ id }) => id !== uuid(1));
  expect([takes, left()]).toMatchObject([{ ok: true, value: { taken: 2 } }, [uuid(1)]]);
});

test("where none can be put here it ends all the same", async () => {
  const { taking, left, requests } = holding(draft(1), draft(2), draft(3));
  expect(await taking.takeReturned(async () => false)).toMatchObject({ ok: true, value: { taken: 0 } });
  expect([left().length, requests.length]).toEqual([3, 1]);
});

test("HAZ-07 every request says for whom it is, and into which database", async () => {
  const { taking, requests } = holding(draft(1));
  await taking.takeReturned(async () => true);
  expect(
    requests.map(({ headers }) => [headers.get("strandline-account"), headers.get("strandline-database")]),
  ).toEqual(requests.map(() => [uuid(7), "strandline-new"]));
});
