/**
 * Who may import whom, and which packages. This is the one table; ESLint reads it, and so does the editor.
 *
 * [Note: Layers]
 * core ← platform, storage, sync, report, server, cli · storage ← sync · core, platform, storage, sync, report ← ui.
 * Only `cli` imports `server`. `main.tsx` sees the whole client side, `sw.ts` nothing of ours.
 *
 * @typedef {object} Layer
 * @property {readonly string[]} mayUse    other layers
 * @property {readonly string[]} packages  npm packages; an entry ending in `/` allows a whole scope
 * @property {boolean} [node]              Node's own modules
 */

/** @type {Readonly<Record<string, Layer>>} */
export const layers = {
  core: { mayUse: [], packages: ["zod"] },
  platform: { mayUse: ["core"], packages: ["hash-wasm", "zod"] },
  storage: { mayUse: ["core"], packages: ["dexie", "zod"] },
  sync: { mayUse: ["core", "storage"], packages: ["zod"] },
  // Of `fhir/r4` there are only types.
  report: { mayUse: ["core"], packages: ["bidi-js", "fhir", "harfbuzzjs", "linebreak", "pdfkit", "zod"] },
  ui: {
    mayUse: ["core", "platform", "storage", "sync", "report"],
    packages: [
      "react",
      "react-dom",
      "react-router",
      "react-hook-form",
      "@hookform/resolvers",
      "i18next",
      "react-i18next",
      "zod",
    ],
  },
  server: {
    mayUse: ["core"],
    packages: [
      "fastify",
      "@fastify/",
      "fastify-type-provider-zod",
      "close-with-grace",
      "kysely",
      "pg",
      "@electric-sql/pglite",
      "hash-wasm",
      "zod",
    ],
    node: true,
  },
  cli: { mayUse: ["core", "report", "server"], packages: ["zod"], node: true },
  "main.tsx": {
    mayUse: ["core", "platform", "storage", "sync", "report", "ui"],
    packages: ["react", "react-dom", "react-router", "i18next", "react-i18next", "zod"],
  },
  "sw.ts": { mayUse: [], packages: ["workbox-precaching", "workbox-routing"] },
};

/**
 * Where a program is put together, and only there, it may bring in data that lies outside `src`.
 *
 * @type {Readonly<Record<string, readonly string[]>>}
 */
export const dataFor = {
  "src/main.tsx": ["questionnaires", "practice"],
  "src/server/main.ts": ["practice"],
};
