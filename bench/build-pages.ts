import { readFile } from "node:fs/promises";
import { join } from "node:path";
import react from "@vitejs/plugin-react";
import { build, preview, type InlineConfig } from "vite";

const root = join(import.meta.dirname, "..");
const seedFile = join(root, "dist/bench/seed-device.js");
const bareFormFolder = join(root, "dist/bench/bare-form");

const bareForm: InlineConfig = {
  root: join(import.meta.dirname, "peers/bare-form"),
  configFile: false,
  logLevel: "warn",
  plugins: [react()],
  build: { target: "es2022", outDir: bareFormFolder, emptyOutDir: true },
};

const seed: InlineConfig = {
  root,
  configFile: false,
  logLevel: "warn",
  publicDir: false,
  build: {
    target: "es2022",
    outDir: join(root, "dist/bench"),
    emptyOutDir: false,
    lib: {
      entry: join(import.meta.dirname, "in-page/seed-device.ts"),
      formats: ["iife"],
      name: "strandlineBench",
      fileName: () => "seed-device.js",
    },
  },
};

/** Builds what the bench needs beside the app: the page to compare with, and the script that fills a device. */
export const buildPages = async (): Promise<void> => {
  await build(bareForm);
  await build(seed);
};

/** The script whose global `strandlineBench` has `seedDevice`. */
export const seedScript = (): Promise<string> => readFile(seedFile, "utf8");

/** Serves the page to compare with on a free port. */
export const serveBareForm = async (): Promise<{ readonly url: string; readonly stop: () => Promise<void> }> => {
  const server = await preview({ ...bareForm, preview: { port: 0, host: "127.0.0.1" } });
  const address = server.httpServer.address();
  if (address === null || typeof address === "string") throw new Error("the page to compare with is not served");
  return { url: `http://127.0.0.1:${address.port}/`, stop: () => server.close() };
};
