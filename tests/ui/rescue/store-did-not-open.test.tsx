import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { ok } from "#core/result";
import { RescueContent } from "#core/sealed/rescue-content";
import { readRescueFile } from "#core/sealed/rescue-file";
import type { OutFile } from "#platform/file-hand-over";
import { createRescueSeal } from "#platform/sealing/rescue-seal";
import { StoreDidNotOpen } from "../../../src/ui/app/store-did-not-open";
import { createWords } from "../../../src/ui/i18n/i18n";
import "../../support/render-app"; // what jsdom does not have
import { quickDerive } from "../../support/quick-derive";
import { countedIds, uuid } from "../../support/uuid";
import { valueOf } from "../../support/value-of";

const PASSPHRASE = "four made up words";

test("HAZ-02 where the store did not open, a rescue file of what lies there is one tap away", async () => {
  const saved: OutFile[] = [];
  const rescueSeal = createRescueSeal({ derive: quickDerive, areaKey: undefined });
  const drafts = [{ id: uuid(801), version: 3, content: '{"words":"of the harbour"}' }];
  const user = userEvent.setup();
  render(
    <StoreDidNotOpen
      words={await createWords("en-GB")}
      rescue={{
        ids: countedIds(50),
        clock: { nowMs: () => Date.UTC(2026, 10, 24, 9) },
        practice: true,
        rescueSeal,
        handOver: { save: (file) => void saved.push(file), open: () => true },
        collect: async () => ok(RescueContent.parse({ userId: uuid(1), drafts })),
      }}
    />,
  );
  await user.click(screen.getByRole("button", { name: "Make a rescue file" }));
  const dialog = within(await screen.findByRole("dialog"));
  await user.type(await dialog.findByLabelText("A passphrase for this file"), PASSPHRASE);
  await user.type(dialog.getByLabelText("The same passphrase again"), PASSPHRASE);
  await user.click(dialog.getByRole("button", { name: "Make the file", hidden: true }));
  expect(await dialog.findByText(/was handed to this device/)).toBeVisible();
  const file = valueOf(readRescueFile(String(saved[0]?.content)));
  expect(valueOf(await rescueSeal.open(file, PASSPHRASE)).drafts).toEqual(drafts);
});
