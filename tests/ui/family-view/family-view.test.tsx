import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { placeMark } from "#core/visit/mark";
import type { Visit } from "#core/schema/visit";
import { amelia, mum, openAtTheTable } from "../../support/at-the-table";
import { madeUpPages } from "../../support/made-up-pages";
import { renderApp } from "../../support/render-app";
import { seedFamily } from "../../support/seeded-family";
import { shelfOf } from "../../support/shelf-of";
import { showPractitioner } from "../../support/show-practitioner";
import { grace } from "../../support/test-device";

const heading = (name: string) => screen.findByRole("heading", { level: 1, name });
const services = () => ({ shelf: shelfOf(madeUpPages) });

describe("in family view", () => {
  test("an address outside the visit is closed, the way back is one tap, and a wrong passphrase leaves it closed", async () => {
    const { user, path, profileId } = await openAtTheTable({ page: "strands/attention" });
    history.pushState(null, "", "/cases");
    globalThis.dispatchEvent(new PopStateEvent("popstate"));
    await heading("You are in a visit");
    expect(screen.queryByText(/Amelia/)).toBeNull();
    await user.click(screen.getByRole("button", { name: "Leave the visit" }));
    await showPractitioner(user, "Leave the visit", "not the words");
    expect(await screen.findByText(/That is not the passphrase/)).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Stay" }));
    await user.click(screen.getByRole("button", { name: "Go on with the visit" }));
    expect(path()).toBe(`/profiles/${profileId}/strands/attention`);
    expect(await screen.findByRole("slider")).toBeVisible();
  });

  test("the practitioner leaves it there too, and comes to where they were going", async () => {
    const app = await openAtTheTable({ page: "strands/attention" });
    history.pushState(null, "", "/settings");
    globalThis.dispatchEvent(new PopStateEvent("popstate"));
    await heading("You are in a visit");
    await app.user.click(screen.getByRole("button", { name: "Leave the visit" }));
    await showPractitioner(app.user, "Leave the visit");
    await heading("Settings");
    await waitFor(async () => {
      const kept = await app.services.store.drafts.load(app.profileId);
      expect(kept.ok && kept.value.kind === "visit" && kept.value.body.left).toBe(true);
    });
  });

  test("a page that is loaded anew at another child's address is closed as well", async () => {
    const first = await openAtTheTable({ page: "strands/attention" });
    await seedFamily(first.services, { from: 300, child: { name: "Tomasz Bednarek" } });
    first.close();
    await renderApp({ device: first.device, path: "/cases" });
    await heading("You are in a visit");
    expect(document.body).not.toHaveTextContent(/Tomasz|Amelia/);
  });

  test("what was said last is saved, whatever way somebody tried to go", async () => {
    const { user, services: opened, profileId } = await openAtTheTable({ page: "strands/attention" });
    await user.type(screen.getByLabelText("What goes well"), "Last words");
    history.pushState(null, "", "/cases");
    globalThis.dispatchEvent(new PopStateEvent("popstate"));
    await heading("You are in a visit");
    await waitFor(async () => {
      const kept = await opened.store.drafts.load(profileId);
      expect(JSON.stringify(kept)).toContain("Last words");
    });
  });
});

describe("in guest mode", () => {
  const mumMarked = (visit: Visit): Visit =>
    placeMark(
      visit,
      { strandId: "energy", personId: mum, enteredBy: grace.id, atMs: 1 },
      { position: 30, input: "tap" },
    );

  test("HAZ-07 the child has their own line and nothing else, and only the practitioner takes it back", async () => {
    const { user, path, kept } = await openAtTheTable({ page: "strands/energy", change: mumMarked });
    await user.click(screen.getByRole("button", { name: "Hand it to Amelia" }));
    const giveBack = await screen.findByRole("button", { name: "Give it back" });
    expect(screen.queryByRole("navigation")).toBeNull();
    expect(screen.getAllByRole("slider").map((line) => line.getAttribute("aria-label"))).toEqual(["Amelia's mark"]);
    expect(within(screen.getByRole("main")).queryByText(/Mum|Dad/)).toBeNull();
    expect(screen.queryByText("Leave the visit")).toBeNull();
    screen.getByRole("slider").focus();
    await user.keyboard("{ArrowRight}");
    for (const elsewhere of ["/", "/cases", path().replace("energy", "sensory"), path().replace("energy", "")]) {
      history.pushState(null, "", elsewhere);
      globalThis.dispatchEvent(new PopStateEvent("popstate"));
      await waitFor(() => {
        expect(path()).toMatch(/\/strands\/energy$/);
      });
    }
    expect((await kept()).handedTo).toMatchObject({ personId: amelia, to: "strands/energy" });
    await user.click(giveBack.isConnected ? giveBack : screen.getByRole("button", { name: "Give it back" }));
    await showPractitioner(user, "Go on with the visit", "guessed");
    expect(await screen.findByText(/That is not the passphrase/)).toBeVisible();
    await showPractitioner(user, "Go on with the visit");
    expect(await screen.findByRole("button", { name: "Leave the visit" })).toBeVisible();
    expect((await kept()).handedTo).toBeUndefined();
  });

  test("a page of the child's own ends in thanks, and a reopened app is still in their hands", async () => {
    const page = `pages/about-me/${amelia}/_open`;
    const first = await openAtTheTable({ page, services });
    await first.user.click(await screen.findByRole("button", { name: "Hand it to Amelia" }));
    await screen.findByRole("button", { name: "Give it back" });
    expect(screen.queryByText("Copy from paper")).toBeNull();
    const place = first.path();
    await first.kept();
    first.close();
    const again = await renderApp({ device: first.device, change: services });
    await waitFor(() => {
      expect(again.path()).toBe(place);
    });
    const [done] = await screen.findAllByRole("link", { name: "Done for now" });
    await again.user.click(done ?? document.body);
    await heading("Thank you, Amelia");
    await again.user.click(screen.getAllByRole("button", { name: "Give it back" }).at(-1) ?? document.body);
    await showPractitioner(again.user, "Go on with the visit");
    await heading("More to talk about");
  });
});
