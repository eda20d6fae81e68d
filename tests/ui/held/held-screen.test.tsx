import { renderApp } from "../../support/render-app";
import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { err, ok } from "#core/result";
import type { DecideHeldRequest, HeldItem } from "#core/schema/held-wire";
import type { HeldDesk } from "#sync/held-desk";
import type { Services } from "../../../src/ui/app/services";
import { receiptOf } from "../../support/revisions";
import { seedFamily, type SeedServices, seedFinished } from "../../support/seeded-family";
import { uuid } from "../../support/uuid";
import { valueOf } from "../../support/value-of";

const openHeld = () =>
  renderApp({
    seed: async (services: SeedServices) => {
      const family = await seedFamily(services);
      await seedFinished(services, family, { kind: "right-for-today" });
    },
    path: "/settings/held",
  });
/** The server keeps the case, and holds the rest. */
const settle = async ({ store: { deliveries } }: Services): Promise<string> => {
  const sent = valueOf(await deliveries.pending());
  const results = sent.map(({ opId, sha256, recordType }, index) => ({
    opId,
    status: recordType === "profile" ? ("quarantined" as const) : ("accepted" as const),
    ...(recordType === "profile" ? { reason: "access" } : { ver: "v" }),
    receipt: { ...receiptOf(40 + index), revId: opId, sha256 },
  }));
  valueOf(await deliveries.settle(sent, results));
  return sent.find(({ recordType }) => recordType === "profile")?.opId ?? "";
};

test("HAZ-02 whoever sent it sees what is held, whose it is and why, what came back, and can keep a copy", async () => {
  const { services } = await openHeld();
  expect(await screen.findByText("Nothing that you sent is held.")).toBeVisible();
  const opId = await settle(services);
  const item = within(await screen.findByRole("listitem"));
  expect(item.getByRole("heading", { level: 3 })).toHaveTextContent(/^A profile, \S+/);
  expect(item.getByText("You no longer had this family when it arrived.")).toBeVisible();
  expect(item.getByText(/^The records keeper of your area looks at it/)).toBeVisible();
  expect(screen.getByRole("link", { name: "Keep a copy in a rescue file" })).toHaveAttribute(
    "href",
    "/settings/rescue",
  );
  expect(screen.queryByRole("heading", { name: "What is held in your area" })).toBeNull();
  const sentBack = { opId, kind: "returned", words: "Please ask Siân.", byName: "Ruth Adeyemi", atMs: 9_000 };
  valueOf(await services.store.heldHere.decide([sentBack]));
  expect(await screen.findByText("Please ask Siân.")).toBeVisible();
  expect(screen.getByText(/^Ruth Adeyemi sent it back to you on /)).toBeVisible();
});

const opId = uuid(70);
const item: HeldItem = {
  ...{ opId, recordType: "profile", reason: "access", senderName: "Jo Reed", deviceId: uuid(71), atMs: 8_000 },
};
const openAsKeeper = async (desk: Partial<HeldDesk>) => {
  const noAnswer = async () => err({ type: "NoAnswer" } as const);
  return renderApp({
    path: "/settings/held",
    change: (services) => ({
      practitioner: { ...services.practitioner, role: "custodian" },
      heldDesk: async () => ({
        list: noAnswer,
        open: noAnswer,
        decide: noAnswer,
        decided: noAnswer,
        overview: noAnswer,
        ...desk,
      }),
    }),
  });
};

test("the records keeper opens one thing, sees it whole, and says a few words with what they decide", async () => {
  const asked: DecideHeldRequest[] = [];
  let isTried = false;
  let isDecided = false;
  const app = await openAsKeeper({
    list: async () =>
      ok([isDecided ? { ...item, decision: { kind: "released", words: "", byName: "Ruth", atMs: 9_000 } } : item]),
    open: async () =>
      ok({ ...item, schemaVersion: 1, body: '{"sections":{"words":"The tide comes in.","position":63}}' }),
    decide: async (request) => {
      asked.push(request);
      if (!isTried) {
        isTried = true;
        return err({ type: "StillHeld", reason: "follows-quarantined" });
      }
      isDecided = true;
      return ok({ kind: "released", words: request.words, byName: "Ruth", atMs: 9_000 });
    },
  });
  await screen.findByRole("heading", { name: "What is held in your area" });
  expect(screen.queryByText(/The tide comes in/)).toBeNull();
  await app.user.click(screen.getByRole("button", { name: "Open a profile from Jo Reed" }));
  const dialog = within(await screen.findByRole("dialog"));
  expect(dialog.getByText(/The tide comes in[^]*"position": "a place on the line"/)).toBeVisible();
  expect(dialog.queryByText(/63/)).toBeNull();
  await app.user.click(dialog.getByRole("button", { name: "Take it in" }));
  expect(dialog.getByText("Write a few words to the sender")).toBeVisible();
  expect(asked).toEqual([]);
  await app.user.type(dialog.getByLabelText("What you say to Jo Reed"), "Thank you.");
  await app.user.click(dialog.getByRole("button", { name: "Take it in" }));
  expect(await dialog.findByText(/nothing was changed\. It follows something that is held too/)).toBeVisible();
  await app.user.click(dialog.getByRole("button", { name: "Take it in" }));
  expect(await screen.findByText(/^Taken in by Ruth on /)).toBeVisible();
  expect(asked.at(-1)).toEqual({ opId, kind: "released", words: "Thank you." });
  expect(screen.queryByRole("button", { name: /^Open/ })).toBeNull();
});

test("without a connection the records keeper is told so, and can try again", async () => {
  await openAsKeeper({});
  expect(await screen.findByText("This needs a connection. Please try again in a while.")).toBeVisible();
  expect(screen.getByRole("button", { name: "Try again" })).toBeVisible();
});
