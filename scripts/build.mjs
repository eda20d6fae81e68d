// Builds the app, the server and the command-line programs into dist/.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "vite";
import { writePictures } from "./pictures.mjs";
import { root, sourceHash, stampFile } from "./source-hash.mjs";

process.env["NODE_ENV"] = "production";

// Taken before the build: a file changed while it runs makes the next start build again.
const builtFrom = sourceHash();
rmSync(stampFile, { force: true });

await import("./fonts.mjs");
await import("./document-fonts.mjs");
writePictures();
const configFile = join(root, "vite.config.ts");
await build({ root, configFile, logLevel: "warn" });
for (const folder of ["server", "cli", "shared"]) rmSync(join(root, "dist", folder), { recursive: true, force: true });
await build({ root, configFile, logLevel: "warn", build: { ssr: true } });

mkdirSync(join(root, "dist"), { recursive: true });
writeFileSync(stampFile, builtFrom);
