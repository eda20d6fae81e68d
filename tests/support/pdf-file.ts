import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensurePdfTools } from "../../scripts/find-pdf-tools.mjs";

/** What other programs read in a PDF. */
export interface PdfFile {
  /** `pdfinfo`, by its own names: Title, Tagged, Pages … */
  readonly info: Readonly<Record<string, string>>;
  /** `pdftotext`: the words of each page, as they are copied from it. */
  readonly pages: readonly string[];
  readonly text: string;
  /** `qpdf --json`: every object of the file. */
  readonly objects: ReadonlyMap<string, PdfValue>;
  readonly tags: readonly Tag[];
}

export type PdfValue = unknown;

/** One structure element with those under it. */
export interface Tag {
  readonly name: string;
  readonly alt?: string;
  readonly scope?: string;
  readonly children: readonly Tag[];
  /** Whether it has content of its own on a page. */
  readonly hasContent: boolean;
}

/** Reads a PDF with qpdf and poppler; a file that they complain about fails the test. */
export const readPdf = (bytes: Uint8Array): PdfFile => {
  ensurePdfTools();
  const folder = mkdtempSync(join(tmpdir(), "strandline-pdf-"));
  try {
    const file = join(folder, "it.pdf");
    writeFileSync(file, bytes);
    const run = (program: string, ...args: string[]) =>
      execFileSync(program, args, { encoding: "utf8", maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "pipe"] });
    run("qpdf", "--check", file);
    const info = Object.fromEntries(
      run("pdfinfo", file)
        .split("\n")
        .map((line) => /^([^:]+):\s+(.*)$/.exec(line))
        .flatMap((found) => (found === null ? [] : [[found[1] ?? "", found[2] ?? ""]])),
    );
    const text = run("pdftotext", file, "-");
    const objects = objectsOf(JSON.parse(run("qpdf", "--json=2", "--json-stream-data=none", file)));
    return { info, text, pages: text.split("\f").slice(0, -1), objects, tags: tagsOf(objects) };
  } finally {
    rmSync(folder, { recursive: true });
  }
};

type Dictionary = Readonly<Record<string, unknown>>;

const isDictionary = (value: unknown): value is Dictionary =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const objectsOf = (json: unknown): ReadonlyMap<string, PdfValue> => {
  const { qpdf } = json as { qpdf: [unknown, Record<string, { value?: unknown; stream?: { dict: unknown } }>] };
  return new Map(
    Object.entries(qpdf[1]).map(([key, { value, stream }]) => [key.replace(/^obj:/, ""), value ?? stream?.dict]),
  );
};

/** What a reference leads to; anything else is itself. */
export const follow = (objects: PdfFile["objects"], value: unknown): unknown =>
  typeof value === "string" && /^\d+ \d+ R$/.test(value) ? follow(objects, objects.get(value)) : value;

/** The dictionary that the whole file hangs on. */
export const catalogOf = (objects: PdfFile["objects"]): Dictionary => {
  for (const value of objects.values()) if (isDictionary(value) && value["/Type"] === "/Catalog") return value;
  throw new Error("a PDF without a catalog");
};

/** Texts come as `u:…`, names as `/…`. */
export const textOf = (value: unknown): string => (typeof value === "string" ? value.replace(/^u:/, "") : "");

const tagsOf = (objects: PdfFile["objects"]): readonly Tag[] => {
  const root = follow(objects, catalogOf(objects)["/StructTreeRoot"]);
  return isDictionary(root) ? kidsOf(objects, root["/K"]) : [];
};

const kidsOf = (objects: PdfFile["objects"], kids: unknown): readonly Tag[] => {
  const list: readonly unknown[] = Array.isArray(kids) ? kids : [kids];
  return list.flatMap((kid) => {
    const value = follow(objects, kid);
    return isDictionary(value) && typeof value["/S"] === "string" ? [tagOf(objects, value)] : [];
  });
};

const tagOf = (objects: PdfFile["objects"], element: Dictionary): Tag => {
  const attributes = follow(objects, element["/A"]);
  const scope = isDictionary(attributes) ? attributes["/Scope"] : undefined;
  const kids: readonly unknown[] = Array.isArray(element["/K"]) ? element["/K"] : [element["/K"]];
  return {
    name: textOf(element["/S"]).slice(1),
    ...(element["/Alt"] === undefined ? {} : { alt: textOf(element["/Alt"]) }),
    ...(typeof scope === "string" ? { scope: scope.slice(1) } : {}),
    children: kidsOf(objects, element["/K"]),
    hasContent: kids.some((kid) => {
      const value = follow(objects, kid);
      return typeof value === "number" || (isDictionary(value) && value["/Type"] === "/MCR");
    }),
  };
};

/** Every tag in reading order, from the top down. */
export const flat = (tags: readonly Tag[]): readonly Tag[] => tags.flatMap((tag) => [tag, ...flat(tag.children)]);

/** The whole file with its streams unpacked, to look at what no reader shows. */
export const unpacked = (bytes: Uint8Array): string => {
  ensurePdfTools();
  const folder = mkdtempSync(join(tmpdir(), "strandline-pdf-"));
  try {
    const [packed, open] = [join(folder, "packed.pdf"), join(folder, "open.pdf")];
    writeFileSync(packed, bytes);
    execFileSync("qpdf", ["--qdf", "--object-streams=disable", packed, open]);
    return readFileSync(open, "latin1");
  } finally {
    rmSync(folder, { recursive: true });
  }
};
