import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

// Dates must not depend on where a test runs; `npm test` runs the unit tests a second time, fourteen hours further on.
process.env["TZ"] = process.env["TEST_TZ"] ?? "Europe/London";

// Nothing is timed by a test: this only ends one that hangs, on a machine that may be busy with others.
const BUSY_MS = 90_000;

const anyTest = (...folders: string[]) => folders.map((folder) => `tests/${folder}/**/*.test.{ts,tsx}`);

export default defineConfig({
  test: {
    allowOnly: false,
    restoreMocks: true,
    projects: [
      {
        test: {
          name: "unit",
          environment: "node",
          include: anyTest("unit", "golden", "property", "scenario", "contract", "compat", "architecture"),
          exclude: anyTest("compat/server"),
          testTimeout: BUSY_MS,
        },
      },
      {
        plugins: [react()],
        test: {
          name: "ui",
          environment: "jsdom",
          include: anyTest("ui"),
          setupFiles: ["tests/support/ui-setup.ts"],
          // The first test of a file waits for the pages that it opens to be loaded and turned into JavaScript.
          testTimeout: BUSY_MS,
        },
      },
      {
        test: {
          name: "server",
          environment: "node",
          include: anyTest("server", "compat/server"),
          globalSetup: ["tests/support/built.ts", "tests/support/with-postgres.ts"],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: "e2e",
          environment: "node",
          include: anyTest("e2e"),
          globalSetup: ["tests/support/built.ts"],
          // One browser at a time: several on two cores only wait for each other.
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
