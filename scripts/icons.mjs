// Draws the PNG icons from public/icons/*.svg. The PNGs are committed: run this only when a drawing changes.
import { readFileSync, writeFileSync } from "node:fs";
import { chromium } from "playwright-core";
import { chromiumFlags, ensureChromium } from "./find-chromium.mjs";

/** @type {[source: string, target: string, size: number][]} */
const drawings = [
  ["icon.svg", "icon-192.png", 192],
  ["icon.svg", "icon-512.png", 512],
  ["icon-maskable.svg", "icon-maskable-512.png", 512],
];
const folder = new URL("../public/icons/", import.meta.url);

const browser = await chromium.launch({ executablePath: ensureChromium(), args: chromiumFlags });
for (const [source, target, size] of drawings) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const svg = readFileSync(new URL(source, folder)).toString("base64");
  await page.setContent(
    `<body style="margin:0"><img width="${size}" height="${size}" src="data:image/svg+xml;base64,${svg}"></body>`,
  );
  await page.evaluate("document.images[0].decode()");
  writeFileSync(new URL(target, folder), await page.screenshot({ omitBackground: true }));
  await page.close();
}
await browser.close();
