import { screen, within } from "@testing-library/react";
import type { UserEvent } from "@testing-library/user-event";
import { DEVICE_PASSPHRASE } from "./device-passphrase";

/** The practitioner shows that it is her, in the dialog that asks, and goes on by the button of this name. */
export const showPractitioner = async (user: UserEvent, goOn: string, typed = DEVICE_PASSPHRASE): Promise<void> => {
  const dialog = within(await screen.findByRole("dialog"));
  await user.type(await dialog.findByLabelText("Passphrase for this device"), typed);
  await user.click(dialog.getByRole("button", { name: goOn, hidden: true }));
};
