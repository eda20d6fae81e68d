import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { renderApp } from "../../support/render-app";
import { seedFamily, seedVisit } from "../../support/seeded-family";
import { goOn, openStart, tick } from "./open-start";
import { showPractitioner } from "../../support/show-practitioner";

describe("HAZ-01 the wrong child is opened", () => {
  test("twins born on one day are told apart by full name, called name, day and age, and by nothing of the other", async () => {
    const bornOn = "2018-03-31";
    let profileId = "";
    await renderApp({
      seed: async (services) => {
        await seedFamily(services, { from: 500, child: { name: "Emilia Grace Lowe", childCalls: "Emmy", bornOn } });
        const family = await seedFamily(services, {
          child: { name: "Amelia Rose Lowe", childCalls: "Milly", bornOn },
        });
        profileId = (await seedVisit(services, family)).profileId;
      },
      path: () => `/profiles/${profileId}/start`,
    });
    expect(await screen.findByText("Amelia Rose Lowe")).toBeVisible();
    expect(screen.getByText("Called Milly")).toBeVisible();
    expect(screen.getByText("Born 31 March 2018")).toBeVisible();
    expect(screen.getByText("8 years old")).toBeVisible();
    expect(document.body).not.toHaveTextContent(/Emilia|Emmy/);
  });

  test("nothing goes on until it is said that this is the child", async () => {
    const { user, path, profileId, keptHere } = await openStart();
    await user.click(tick("Amelia"));
    await user.click(goOn());
    const summary = await screen.findByRole("alert");
    expect(summary).toHaveFocus();
    await user.click(within(summary).getByRole("button", { name: "Say whether this is Amelia" }));
    expect(tick("Yes, this is Amelia")).toHaveFocus();
    expect(path()).toBe(`/profiles/${profileId}/start`);

    await user.keyboard(" ");
    await waitFor(async () => {
      expect((await keptHere()).rightChild).toBe(true);
    });
    expect(within(summary).queryByText("Say whether this is Amelia")).not.toBeInTheDocument();
  });

  test("going back from the wrong child leaves no trace of a visit in which nothing was said", async () => {
    const { user, path, profileId, services } = await openStart();
    await user.click(tick("Yes, this is Amelia"));
    await user.click(screen.getByRole("button", { name: "No, go back" }));
    await showPractitioner(user, "Leave the visit");
    await waitFor(() => {
      expect(path()).toBe("/");
    });
    expect(await services.store.drafts.load(profileId)).toMatchObject({ ok: false, error: { type: "NotFound" } });
  });

  test("going back keeps what was said, and does not keep that it was the right child", async () => {
    const { user, path, profileId, services } = await openStart();
    await user.click(tick("Yes, this is Amelia"));
    await user.type(screen.getByRole("textbox", { name: "What does Amelia love?" }), "drums");
    await user.click(screen.getByRole("button", { name: "No, go back" }));
    await showPractitioner(user, "Leave the visit");
    await waitFor(() => {
      expect(path()).toBe("/");
    });
    expect(await services.store.drafts.load(profileId)).toMatchObject({
      ok: true,
      value: { body: { left: true, profile: { sections: { here: { rightChild: false } } } } },
    });
  });
});

test("a child under one year old has an age in words", async () => {
  await openStart({ bornOn: "2026-09-01" });
  expect(screen.getByText("under 1 year old")).toBeVisible();
});
