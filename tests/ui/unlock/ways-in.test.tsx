import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import { I18nextProvider } from "react-i18next";
import { ok } from "#core/result";
import type { PersonOnDevice } from "#storage/people";
import { CoverForm } from "../../../src/ui/app/lock/cover-form";
import type { DevicePin } from "../../../src/ui/app/lock/device-pin";
import type { Uncover } from "../../../src/ui/app/lock/uncover";
import { ChooseForm } from "../../../src/ui/features/unlock/choose-form";
import { createWords } from "../../../src/ui/i18n/i18n";
import { uuid } from "../../support/uuid";

afterEach(cleanup);

const grace = {
  userId: uuid(1),
  name: "Grace Okafor",
  areaName: "Saltmarsh",
  earlier: [],
} as unknown as PersonOnDevice;

/** The cover of somebody who chose a PIN, with a passkey or without. */
const covered = async (change: Partial<Uncover>) => {
  const forgotten = vi.fn<() => void>();
  const pin = { hasPin: async () => true, mayTry: () => true, forgetWrongPins: forgotten } as unknown as DevicePin;
  const uncover: Uncover = {
    withPassphrase: async () => ({ kind: "wrong", waitMs: 1_000 }),
    hasPasskey: async () => true,
    withPasskey: async () => "right",
    ...change,
  };
  const onUncovered = vi.fn<() => void>();
  render(
    <I18nextProvider i18n={await createWords("en-GB")}>
      <CoverForm pin={pin} uncover={uncover} onUncovered={onUncovered} />
    </I18nextProvider>,
  );
  await screen.findByLabelText("PIN");
  return { user: userEvent.setup(), onUncovered, forgotten };
};

test("HAZ-18 the cover is taken away by a passkey too, where the person has one", async () => {
  const { user, onUncovered, forgotten } = await covered({});
  await user.click(screen.getByRole("button", { name: "Use the passkey" }));
  await vi.waitFor(() => {
    expect(onUncovered).toHaveBeenCalledTimes(1);
  });
  expect(forgotten).toHaveBeenCalledTimes(1);
});

test("a passkey that does not answer uncovers nothing, says so, and the PIN can still be typed", async () => {
  const { user, onUncovered } = await covered({ withPasskey: async () => "failed" });
  await user.click(screen.getByRole("button", { name: "Use the passkey" }));
  expect(await screen.findByText(/The passkey did not answer/)).toBeVisible();
  expect(onUncovered).not.toHaveBeenCalled();
  expect(screen.getByLabelText("PIN")).toBeEnabled();
});

test("whoever has no passkey is offered none", async () => {
  await covered({ hasPasskey: async () => false });
  expect(screen.queryByRole("button", { name: "Use the passkey" })).toBeNull();
});

test("what was wrong with a passphrase is no longer said once it is being mended", async () => {
  const onChosen = vi.fn(async () => ok(undefined));
  render(
    <I18nextProvider i18n={await createWords("en-GB")}>
      <ChooseForm person={grace} onChosen={onChosen} />
    </I18nextProvider>,
  );
  const user = userEvent.setup();
  const field = await screen.findByLabelText("Passphrase for this device");
  await user.type(field, "short");
  await user.click(screen.getByRole("button", { name: "Use this passphrase" }));
  expect(await screen.findByText("Use at least twelve characters")).toBeVisible();
  expect(onChosen).not.toHaveBeenCalled();
  await user.type(field, "er words of otters");
  expect(screen.queryByText("Use at least twelve characters")).toBeNull();
});
