import { gzipSync } from "node:zlib";
import { onEmptyDevice } from "./device";
import type { Figure } from "./figure";
import { openUntilUsable } from "./first-screen";

/**
 * Every script that a browser without anything of ours asked for until the first screen was usable, each compressed by
 * itself at level 9. What the service worker fetches for later is not among them: it begins after.
 *
 * Units  1 KB is 1,000 bytes.
 */
export const firstScript: Figure = {
  name: "first-script",
  what: "script executed before the sign-in screen is usable, gzip",
  target: { atMost: 170, unit: "KB" },
  measure: () =>
    onEmptyDevice(async ({ app, page }) => {
      const { report } = await openUntilUsable(page, app.origin);
      const scripts = await Promise.all(
        report.scripts.map(async ({ path, transferredBytes }) => {
          const source = Buffer.from(await (await fetch(app.origin + path)).arrayBuffer());
          return { path, bytes: source.length, gzipBytes: gzipSync(source, { level: 9 }).length, transferredBytes };
        }),
      );
      const sum = (of: "gzipBytes" | "transferredBytes") => scripts.reduce((total, script) => total + script[of], 0);
      return {
        value: sum("gzipBytes") / 1000,
        note: `${scripts.length} files, each at gzip -9; ${Math.round(sum("transferredBytes") / 1000)} KB came over the wire`,
        details: { scripts },
      };
    }),
};
