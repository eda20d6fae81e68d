import { fireEvent, screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { err } from "#core/result";
import { openAtTheTable } from "../../support/at-the-table";
import { showPractitioner } from "../../support/show-practitioner";

test("HAZ-02 a visit whose words cannot be saved is not left: the page stays, says so, and saves once it can", async () => {
  let isFull = false;
  const { user, path, services, profileId } = await openAtTheTable({
    page: "strands/attention",
    services: ({ store }) => ({
      store: {
        ...store,
        drafts: {
          ...store.drafts,
          save: (draft, version) =>
            isFull ? Promise.resolve(err({ type: "QuotaExceeded" })) : store.drafts.save(draft, version),
        },
      },
    }),
  });
  isFull = true;
  await user.type(screen.getByLabelText("What goes well"), "Words on a full device");
  await user.click(screen.getByRole("button", { name: "Leave the visit" }));
  await showPractitioner(user, "Leave the visit");
  await screen.findByText(/this device is full/);
  expect(path()).toContain("/strands/attention");
  expect(screen.getByLabelText("What goes well")).toHaveValue("Words on a full device");

  isFull = false;
  await waitFor(
    async () => {
      const kept = await services.store.drafts.load(profileId);
      expect(JSON.stringify(kept.ok ? kept.value.body : kept)).toContain("Words on a full device");
    },
    { timeout: 20_000 },
  );
});

test("an address that is no page of the visit is not where the app comes back to", async () => {
  const { services, profileId } = await openAtTheTable({ page: `strands/${"x".repeat(300)}` });
  expect(screen.getByRole("heading", { name: "There is nothing here" })).toBeVisible();
  await new Promise((resolve) => setTimeout(resolve, 500)); // longer than any save waits
  const kept = await services.store.drafts.load(profileId);
  expect(kept.ok && kept.value.kind === "visit" && kept.value.body.place).toBe("start");
});

test("HAZ-02 what is too long is not lost by going Back: the visit is asked about, opens with the words, and they are gone only on somebody's word", async () => {
  const { user, path, services, profileId } = await openAtTheTable({ page: "strands/attention" });
  const field = () => screen.getByLabelText("What goes well");
  await user.type(field(), "Short enough.");
  await screen.findByText(/Saved on this device/);
  const long = `Last words. ${"a".repeat(520 * 1024)}`;
  fireEvent.change(field(), { target: { value: long } });
  await screen.findByText(/longer than one record can be/);

  history.pushState(null, "", "/cases");
  globalThis.dispatchEvent(new PopStateEvent("popstate"));
  await screen.findByRole("heading", { level: 1, name: "You are in a visit" });
  await user.click(screen.getByRole("button", { name: "Leave the visit" }));
  expect(await screen.findByText(/The last words of this visit could not be saved/)).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Stay" }));

  await user.click(screen.getByRole("button", { name: "Go on with the visit" }));
  await waitFor(() => {
    expect(field()).toHaveValue(long);
  });
  await screen.findByText(/longer than one record can be/);

  history.pushState(null, "", "/cases");
  globalThis.dispatchEvent(new PopStateEvent("popstate"));
  await screen.findByRole("heading", { level: 1, name: "You are in a visit" });
  await user.click(screen.getByRole("button", { name: "Leave the visit" }));
  await showPractitioner(user, "Leave without the last words");
  await waitFor(() => {
    expect(path()).toBe("/cases");
    expect(screen.queryByText("You are in a visit")).toBeNull();
  });
  const kept = await services.store.drafts.load(profileId);
  expect(JSON.stringify(kept.ok ? kept.value.body : kept)).toContain("Short enough.");
  expect(JSON.stringify(kept)).not.toContain("Last words.");
});
