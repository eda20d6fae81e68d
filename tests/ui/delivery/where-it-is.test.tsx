import { renderApp } from "../../support/render-app";
import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { createObserved } from "#core/observed";
import type { SyncStatus } from "#sync/runner";
import type { Services } from "../../../src/ui/app/services";
import { receiptOf } from "../../support/revisions";
import { seedFamily, seedFinished, type SeedServices } from "../../support/seeded-family";
import { valueOf } from "../../support/value-of";

/** Opens a finished profile; `settle` is the server's answer to everything that waits. */
const openFinished = async (sync: SyncStatus = { kind: "no-connection" }) => {
  let profileId = "";
  const app = await renderApp({
    seed: async (services: SeedServices) => {
      const family = await seedFamily(services);
      profileId = await seedFinished(services, family, { kind: "right-for-today" });
    },
    path: () => `/profiles/${profileId}/picture`,
    change: (services) => ({ sync: { ...services.sync, status: createObserved<SyncStatus>(sync) } }),
  });
  await screen.findByRole("heading", { level: 1, name: /picture/ });
  return app;
};

const settle = async ({ store: { deliveries } }: Services, status: "accepted" | "quarantined" | "refused") => {
  const sent = valueOf(await deliveries.pending());
  const results = sent.map(({ opId, sha256 }, index) => ({
    opId,
    status,
    ...(status === "refused"
      ? { reason: "hash" }
      : { receipt: { ...receiptOf(40 + index), revId: opId, sha256 }, ver: "v" }),
  }));
  valueOf(await deliveries.settle(sent, results));
};

const state = () => document.querySelector("header [data-delivery]");

test("a finished profile waits, and says that it is sent by itself", async () => {
  const { user } = await openFinished();
  expect(state()).toHaveAttribute("data-delivery", "waiting");
  await user.click(screen.getByRole("button", { name: /Waiting to be sent/ }));
  expect(within(screen.getByRole("dialog", { name: "Where this is" })).getByText(/sent by itself/)).toBeVisible();
});

test("once it is delivered the page says so without being opened again, and the receipt is one tap away", async () => {
  const { user, services } = await openFinished();
  await settle(services, "accepted");
  await user.click(await screen.findByRole("button", { name: /^Sent/ }));
  expect(state()).toHaveAttribute("data-delivery", "delivered");
  const dialog = within(screen.getByRole("dialog", { name: "Where this is" }));
  expect(dialog.getByText("Your area's server has it, word for word.")).toBeVisible();
  expect(dialog.getByText("Receipt number").nextElementSibling).toHaveTextContent(/^4\d$/);
  expect(dialog.getByText("Fingerprint of the words").nextElementSibling).toHaveTextContent(/^[0-9a-f]{64}$/);
  await user.click(dialog.getByRole("button", { name: "Close" }));
  expect(screen.queryByRole("dialog")).toBeNull();
});

test.each([
  ["quarantined", /holds this version safely/],
  ["refused", /could not take this/],
] as const)("what was %s needs a person, and says why", async (status, words) => {
  const { user, services } = await openFinished();
  await settle(services, status);
  await user.click(await screen.findByRole("button", { name: /^Needs you/ }));
  expect(state()).toHaveAttribute("data-delivery", "needs-you");
  expect(screen.getByText(words)).toBeVisible();
  expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent("Amelia's picture");
});

test("while what waits cannot go because the session ended, the way to sign in stands beside it", async () => {
  await openFinished({ kind: "signed-out" });
  expect(screen.getByRole("link", { name: "Sign in to send" })).toHaveAttribute("href", "/sign-in");
});
