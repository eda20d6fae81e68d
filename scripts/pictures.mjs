// Takes the pictures that questionnaires name out of OpenMoji: public/pictures/<name>.svg, with their licence beside
// them. Nothing of OpenMoji is committed but the list of names, questionnaires/pictures.json.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const from = new URL("../node_modules/@iconify-json/openmoji/", import.meta.url);
const list = new URL("../questionnaires/pictures.json", import.meta.url);
const to = new URL("../public/pictures/", import.meta.url);

/** @param {URL} file @returns {unknown} */
const read = (file) => JSON.parse(readFileSync(file, "utf8"));

/** @typedef {Record<string, { body: string } | undefined>} Icons */
/** @typedef {{ chars: Record<string, string>, icons: Icons, size: number }} OpenMoji */

/** The whole of OpenMoji as its package holds it: names by code point, drawings by name. */
export const openmoji = () => {
  const chars = /** @type {Record<string, string>} */ (read(new URL("chars.json", from)));
  const { icons, height } = /** @type {{ icons: Icons, height: number }} */ (read(new URL("icons.json", from)));
  return { chars, icons, size: height };
};

/**
 * The drawings that are asked for, each as a whole SVG; throws with the name of one that OpenMoji does not have.
 *
 * @param {Record<string, string>} codePointsByName
 * @param {OpenMoji} openmoji
 * @returns {[name: string, svg: string][]}
 */
export const drawings = (codePointsByName, { chars, icons, size }) =>
  Object.entries(codePointsByName).map(([name, codePoint]) => {
    if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name)) throw new Error(`pictures: "${name}" cannot be the name of a file`);
    const body = icons[chars[codePoint.toLowerCase()] ?? ""]?.body;
    if (body === undefined) throw new Error(`pictures: OpenMoji has no "${name}" (${codePoint})`);
    return [name, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}">${body}</svg>\n`];
  });

const LICENCE = `The pictures in this folder are from OpenMoji, the open-source emoji and icon project.
https://openmoji.org

Authors: the OpenMoji project, HfG Schwäbisch Gmünd, by Benedikt Groß, Daniel Utz, the students there and other
contributors. https://github.com/hfg-gmuend/openmoji

Licence: Creative Commons Attribution-ShareAlike 4.0 International (CC BY-SA 4.0)
https://creativecommons.org/licenses/by-sa/4.0/

Changes: the drawings are as the npm package @iconify-json/openmoji holds them, which tidied the files. The file names
are Strandline's own, and each name says what is drawn.
`;

export const writePictures = () => {
  const { pictures } = /** @type {{ pictures: Record<string, string> }} */ (read(list));
  const drawn = drawings(pictures, openmoji());
  rmSync(to, { recursive: true, force: true }); // one that is named no more goes
  mkdirSync(to, { recursive: true });
  for (const [name, svg] of drawn) writeFileSync(new URL(`${name}.svg`, to), svg);
  writeFileSync(new URL("LICENSE.txt", to), LICENCE);
  const bytes = drawn.reduce((sum, [, svg]) => sum + svg.length, 0);
  console.error(`pictures: ${drawn.length} of OpenMoji, ${Math.round(bytes / 1024)} KB`);
};

if (process.argv[1] === fileURLToPath(import.meta.url)) writePictures();
