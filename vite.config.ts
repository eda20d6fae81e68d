import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig, type UserConfig } from "vite";
import { VitePWA, type ManifestOptions } from "vite-plugin-pwa";

// `vite build` makes the app; `vite build --ssr` makes what plain Node runs.
export default defineConfig(({ isSsrBuild }) => (isSsrBuild === true ? forNode : forBrowsers));

interface Precached {
  readonly url: string;
  revision: string | null;
  integrity?: string;
  size: number;
}

/**
 * Says of each file that the worker keeps what its bytes are, so that the browser itself refuses what comes otherwise:
 * a revision only names a version, and nobody compares it with anything.
 */
const withIntegrity = (entries: Precached[]): { manifest: Precached[] } => ({
  manifest: entries.map((entry) => {
    const bytes = readFileSync(new URL(`dist/app/${entry.url}`, import.meta.url));
    return { ...entry, integrity: `sha256-${createHash("sha256").update(bytes).digest("base64")}` };
  }),
});

const manifest: Partial<ManifestOptions> = {
  id: "/",
  name: "Strandline",
  short_name: "Strandline",
  description: "A neurodiversity profile made with a family, offline, on the device.",
  lang: "en-GB",
  dir: "ltr",
  start_url: "/",
  scope: "/",
  display: "standalone",
  background_color: "#fbfaf6",
  theme_color: "#0b5c66",
  icons: [
    { src: "/icons/icon.svg", sizes: "any", type: "image/svg+xml" },
    { src: "/icons/icon-192.png", sizes: "192x192", type: "image/png" },
    { src: "/icons/icon-512.png", sizes: "512x512", type: "image/png" },
    { src: "/icons/icon-maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
  ],
};

/** Where `npm run dev` runs the server. */
const server = `http://127.0.0.1:${process.env["PORT"] ?? "8080"}`;

const forBrowsers: UserConfig = {
  resolve: {
    alias: { "brotli/decompress.js": fileURLToPath(new URL("src/report/pdf/no-woff2.ts", import.meta.url)) },
  },
  plugins: [
    react(),
    VitePWA({
      strategies: "injectManifest",
      srcDir: "src",
      filename: "sw.ts",
      injectRegister: false, // main.tsx registers, through the page's Trusted Types policy
      manifest,
      includeManifestIcons: false, // they are among the files below already, with what their bytes are
      injectManifest: {
        // With any other format the worker builds without a word and never takes control.
        rollupFormat: "iife",
        globPatterns: ["**/*.{js,css,html,svg,png,woff2,ttf,wasm,json,webmanifest}"],
        manifestTransforms: [withIntegrity],
      },
    }),
  ],
  build: {
    // Where a browser does not know `modulepreload`, files come a little later; every other would read the stand-in for it.
    modulePreload: { polyfill: false },
    target: "es2022",
    outDir: "dist/app",
    emptyOutDir: true,
    rolldownOptions: {
      output: {
        // A part of its own, so that it has run before any part in which zod reads an object.
        codeSplitting: { groups: [{ name: "no-eval", test: /no-eval\.ts$/ }] },
      },
    },
    assetsInlineLimit: 0, // the content security policy allows fonts and scripts from files only
  },
  worker: {
    format: "es",
    rolldownOptions: {
      onLog: (level, log, defaultHandler) => {
        // HarfBuzz asks for Node's own "module" only where it runs in Node.
        if (!log.message.includes('Module "module" has been externalized')) defaultHandler(level, log);
      },
    },
  },
  server: {
    port: 5173,
    strictPort: true,
    proxy: { "/api": server, "/healthz": server },
  },
};

/** One program a file: `src/cli/score.ts` becomes `dist/cli/score.js`. What programs share lives in folders. */
const cliEntries = Object.fromEntries(
  readdirSync(new URL("src/cli", import.meta.url))
    .filter((file) => file.endsWith(".ts"))
    .map((file) => [`cli/${file.slice(0, -".ts".length)}`, `src/cli/${file}`]),
);

const forNode: UserConfig = {
  publicDir: false,
  build: {
    ssr: true,
    target: "node20",
    outDir: "dist",
    emptyOutDir: false, // dist/app is here too; scripts/build.mjs clears the rest
    rolldownOptions: {
      input: { "server/main": "src/server/main.ts", ...cliEntries },
      output: { entryFileNames: "[name].js", chunkFileNames: "shared/[name]-[hash].js" },
    },
  },
};
