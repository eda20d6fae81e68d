import { screen, waitFor, within } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { err } from "#core/result";
import { CaseBody } from "#core/schema/case";
import { ExportFile } from "#core/schema/export-file";
import type { Visit } from "#core/schema/visit";
import { changeLoves, changeVoice } from "#core/visit/change-section";
import { finishVisit } from "#core/visit/finish-visit";
import { placeMark } from "#core/visit/mark";
import type { OutFile } from "#platform/file-hand-over";
import type { PdfWorker } from "#report/pdf/pdf-maker";
import { agreedVisit, amelia, dad, mum, openAtTheTable } from "../../support/at-the-table";
import { inProcessPdfWorker } from "../../support/pdf-worker";
import { renderApp } from "../../support/render-app";
import { seedFamily, seedRecord, seedVisit } from "../../support/seeded-family";
import { grace } from "../../support/test-device";
import { valueOf } from "../../support/value-of";

const said = (visit: Visit): Visit => {
  const marked = placeMark(
    changeLoves(visit, amelia, { loves: "Snails" }),
    { strandId: "attention", personId: mum, enteredBy: grace.id, atMs: 1 },
    { position: 30, input: "drag" },
  );
  return changeVoice(marked, "attention", mum, { harder: "Mornings with Dad", hiddenFrom: [dad] });
};

interface OpenCopy {
  readonly open?: boolean;
  readonly change?: (visit: Visit) => Visit;
  readonly mustNotReceive?: string;
  readonly canShare?: boolean;
  readonly startPdfWorker?: () => PdfWorker;
}

/** Opens the copy of a finished profile; gives every file that left the app. */
const openCopy = async ({
  open = true,
  change = said,
  mustNotReceive,
  canShare = false,
  startPdfWorker = inProcessPdfWorker,
}: OpenCopy = {}) => {
  const files: OutFile[] = [];
  let profileId = "";
  const app = await renderApp({
    change: () => ({
      startPdfWorker,
      handOver: {
        save: (file) => void files.push(file),
        open: (file) => {
          if (open) files.push(file);
          return open;
        },
        ...(canShare ? { share: async () => "shared" as const } : {}),
      },
    }),
    seed: async (services) => {
      const family = await seedFamily(services, {
        people: [
          { name: "Sarah Lowe", childCalls: "Mum", kind: "family", role: "mum" },
          { name: "Tom Lowe", childCalls: "Dad", kind: "family", role: "dad" },
          { name: "Miss Ionescu", kind: "setting", role: "class-teacher" },
        ],
      });
      const visit = await seedVisit(services, family, (fresh) => change(agreedVisit(fresh)));
      const when = { today: services.today(), nowMs: services.clock.nowMs(), caseBody: family.body };
      const { profile } = valueOf(finishVisit(visit, { kind: "for-today" }, when));
      valueOf(await services.store.drafts.remove(visit.profileId));
      profileId = visit.profileId;
      await seedRecord(services, { recordType: "profile", recordId: profileId, caseId: family.caseId, body: profile });
      if (mustNotReceive === undefined) return;
      const section = family.body.sections[`person/${mustNotReceive}`]!;
      const person = { ...section.person, mustNotReceive: true };
      const sections = { ...family.body.sections, [`person/${mustNotReceive}`]: { ...section, person } };
      await seedRecord(services, {
        recordType: "case",
        recordId: family.caseId,
        caseId: family.caseId,
        body: CaseBody.parse({ ...family.body, sections }),
      });
    },
    path: () => `/profiles/${profileId}/report`,
  });
  await screen.findByRole("heading", { level: 1, name: "A copy of Amelia's profile" });
  return { ...app, files };
};

const choose = async (user: Awaited<ReturnType<typeof openCopy>>["user"], name: RegExp): Promise<HTMLElement> => {
  await user.click(screen.getByRole("radio", { name }));
  const copy = await screen.findByRole("region", { name: /copy says$/ });
  await user.click(within(copy).getByRole("button", { name: "Show the copy" }));
  return copy;
};

test("nobody is chosen beforehand, and nothing can be saved until somebody is", async () => {
  await openCopy();
  expect(screen.getAllByRole("radio").map((radio) => radio.closest("label")?.textContent)).toEqual([
    "Amelia (the child)",
    "Mum",
    "Dad",
  ]);
  for (const radio of screen.getAllByRole("radio")) expect(radio).not.toBeChecked();
  expect(screen.getByRole("button", { name: "Save" })).toBeDisabled();
});

test("the copy is read before it is made: what is loved first, the fixed words last", async () => {
  const { user } = await openCopy();
  const copy = await choose(user, /^Mum/);
  expect(within(copy).getByText("Made for: Mum")).toBeVisible();
  const headings = within(copy).getAllByRole("heading");
  expect(headings[1]).toHaveTextContent("What Amelia loves");
  expect(headings.at(-1)).toHaveTextContent("What this is");
  expect(within(copy).getByText("Mornings with Dad")).toBeVisible();
  expect(copy.querySelectorAll("h1")).toHaveLength(0);
});

test("HAZ-07 another person's copy is another copy: what was kept from them is not there", async () => {
  const { user } = await openCopy();
  await choose(user, /^Mum/);
  const copy = await choose(user, /^Dad/);
  expect(within(copy).getByText("Made for: Dad")).toBeVisible();
  expect(document.body).not.toHaveTextContent("Mornings with Dad");
});

test("HAZ-07 a copy is covered until somebody says that it may be read here, again for each person, whatever is in it", async () => {
  const { user } = await openCopy();
  await choose(user, /^Mum/);
  await user.click(screen.getByRole("radio", { name: /^Amelia/ }));
  await screen.findByText(/^This copy shows what Amelia may see\./);
  expect(screen.queryByText("Mornings with Dad")).toBeNull();
  expect(screen.queryByRole("article")).toBeNull();
});

test("HAZ-07 somebody who must not receive anything is not offered", async () => {
  await openCopy({ mustNotReceive: dad });
  await waitFor(() => {
    expect(screen.getAllByRole("radio")).toHaveLength(2);
  });
  expect(screen.queryByRole("radio", { name: /^Dad/ })).toBeNull();
});

test("Save hands over a PDF, and says where it went", async () => {
  const { user, files } = await openCopy();
  await choose(user, /^Mum/);
  await user.click(screen.getByRole("button", { name: "Save" }));
  await screen.findByText(/^Saved as profile-2026-11-24-for-M\.pdf\./);
  expect(files).toHaveLength(1);
  expect(new TextDecoder().decode((files[0]?.content as Uint8Array).subarray(0, 5))).toBe("%PDF-");
});

test("HAZ-07 a copy under way does not arrive after another person was chosen", async () => {
  let drawNow = (): void => undefined;
  const { user, files } = await openCopy({
    // The first copy is as slow as the test wants it.
    startPdfWorker: () => {
      const worker = inProcessPdfWorker();
      return {
        ...worker,
        postMessage: (request) => {
          const draw = (): void => {
            worker.postMessage(request);
          };
          if (request.ask === "pdf" && request.document.title.endsWith("Mum")) drawNow = draw;
          else draw();
        },
      };
    },
  });
  await choose(user, /^Mum/);
  await user.click(screen.getByRole("button", { name: "Save" }));
  expect(screen.getByRole("progressbar")).toBeVisible();
  await choose(user, /^Dad/);
  drawNow();
  await user.click(screen.getByRole("button", { name: "Save" }));
  await screen.findByText(/^Saved as/);
  expect(files.map(({ content }) => new TextDecoder("latin1").decode(content as Uint8Array))).toEqual([
    expect.stringContaining("made for Dad"),
  ]);
});

test("a long copy can be stopped, and nothing is made", async () => {
  const { user, files } = await openCopy({
    startPdfWorker: () => ({ ...inProcessPdfWorker(), postMessage: () => undefined }),
  });
  await choose(user, /^Mum/);
  await user.click(screen.getByRole("button", { name: "Save" }));
  await user.click(screen.getByRole("button", { name: "Stop" }));
  await screen.findByText("Stopped. Nothing was made.");
  expect(files).toEqual([]);
});

test("Print opens the PDF in the system; where no window opens, it is saved and says so", async () => {
  const opens = await openCopy();
  await choose(opens.user, /^Mum/);
  await opens.user.click(screen.getByRole("button", { name: "Print" }));
  await screen.findByText(/The pages opened in another window/);
  opens.close();

  const closed = await openCopy({ open: false });
  await choose(closed.user, /^Mum/);
  await closed.user.click(screen.getByRole("button", { name: "Print" }));
  await screen.findByText(/The pages were saved instead/);
  expect(closed.files).toHaveLength(1);
});

test("Share is there only where the device can share files", async () => {
  const without = await openCopy();
  expect(screen.queryByRole("button", { name: "Share" })).toBeNull();
  without.close();
  const { user } = await openCopy({ canShare: true });
  await choose(user, /^Mum/);
  await user.click(screen.getByRole("button", { name: "Share" }));
  await screen.findByText("The pages were handed on.");
});

test("what was opened, saved, printed and exported is kept for the audit; where it cannot be kept, nothing is handed over", async () => {
  const { user, files, services } = await openCopy();
  const kept = async () => valueOf(await services.store.events.untold()).map(({ kind }) => kind);
  await choose(user, /^Mum/);
  await user.click(screen.getByRole("button", { name: "Save" }));
  await screen.findByText(/^Saved as/);
  await user.click(screen.getByRole("button", { name: "Print" }));
  await screen.findByText(/The pages opened in another window/);
  await user.click(screen.getByRole("button", { name: "Export as a file" }));
  await waitFor(() => {
    expect(files).toHaveLength(3);
  });
  expect(await kept()).toEqual(["opened", "exported", "printed", "exported"]);

  vi.spyOn(services.store.events, "keep").mockResolvedValue(err({ type: "DatabaseClosed" }));
  await user.click(screen.getByRole("button", { name: "Save" }));
  await screen.findByText(/^The pages could not be made/);
  await user.click(screen.getByRole("button", { name: "Export as a file" }));
  await screen.findByText(/Nothing has been removed/);
  expect(files).toHaveLength(3);
});

test("a sign that cannot be printed is named before anything is made", async () => {
  const { user } = await openCopy({ change: (visit) => changeLoves(visit, amelia, { loves: "Snails 🐌" }) });
  await choose(user, /^Mum/);
  expect(await screen.findByText(/One sign cannot be printed and will stand as \[\?\]:/)).toHaveTextContent("🐌");
});

test("the whole profile can be exported as a file, which says what it holds", async () => {
  const { user, files } = await openCopy();
  expect(screen.getByText(/also what some people should not see/)).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Export as a file" }));
  const read = ExportFile.parse(JSON.parse(files[0]?.content as string));
  expect(read.profile.body.sections[`voice/attention/${mum}`]?.harder).toBe("Mornings with Dad");
  expect(files[0]?.name).toBe("profile-2026-11-24.json");
});

test("a visit that is not finished has no copy yet, and the way to the plan", async () => {
  await openAtTheTable({ page: "report" });
  expect(screen.getByRole("heading", { level: 1, name: "The copy comes after the visit" })).toBeVisible();
  expect(screen.getByRole("link", { name: "See the plan" })).toBeVisible();
  expect(screen.queryByRole("radio")).toBeNull();
});
