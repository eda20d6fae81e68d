import { readFile } from "node:fs/promises";
import { join } from "node:path";
import react from "@vitejs/plugin-react";
import { build, preview, type InlineConfig } from "vite";

const root = join(import.meta.dirname, "..");
const builtFolder = join(root, "dist/bench");
const bareFormFolder = join(builtFolder, "bare-form");

const bareForm: InlineConfig = {
  root: join(import.meta.dirname, "peers/bare-form"),
  configFile: false,
  logLevel: "warn",
  plugins: [react()],
  build: { target: "es2022", outDir: bareFormFolder, emptyOutDir: true },
};

/** Scripts that run in a page beside or without the app, each a file of `in-page/`, by the global that it becomes. */
const inPageScripts = {
  "seed-device": "strandlineBench",
  "syncing-device": "strandlineSync",
  "sealed-device": "strandlineSealed",
} as const;
export type InPageScript = keyof typeof inPageScripts;

const inPage = (file: InPageScript): InlineConfig => ({
  root,
  configFile: false,
  logLevel: "warn",
  publicDir: false,
  build: {
    target: "es2022",
    outDir: builtFolder,
    emptyOutDir: false,
    lib: {
      entry: join(import.meta.dirname, `in-page/${file}.ts`),
      formats: ["iife"],
      name: inPageScripts[file],
      fileName: () => `${file}.js`,
    },
  },
});

/** Builds what the bench needs beside the app: the page to compare with, and the scripts that work in a page. */
export const buildPages = async (): Promise<void> => {
  await build(bareForm);
  for (const file of Object.keys(inPageScripts)) await build(inPage(file as InPageScript));
};

export const inPageScript = (file: InPageScript): Promise<string> => readFile(join(builtFolder, `${file}.js`), "utf8");

/** Serves the page to compare with on a free port. */
export const serveBareForm = async (): Promise<{ readonly url: string; readonly stop: () => Promise<void> }> => {
  const server = await preview({ ...bareForm, preview: { port: 0, host: "127.0.0.1" } });
  const address = server.httpServer.address();
  if (address === null || typeof address === "string") throw new Error("the page to compare with is not served");
  return { url: `http://127.0.0.1:${address.port}/`, stop: () => server.close() };
};
