import { z } from "zod";
import { Document } from "../document";

/** What a page asks the worker that draws: which signs cannot be printed, or the PDF itself. */
export const PdfRequest = z.object({ id: z.int(), ask: z.enum(["missing", "pdf"]), document: Document });
export type PdfRequest = z.infer<typeof PdfRequest>;

/** What the worker answers, each with the number of what was asked. */
export const PdfAnswer = z.discriminatedUnion("kind", [
  z.object({ id: z.int(), kind: z.literal("missing"), missing: z.array(z.string()) }),
  z.object({ id: z.int(), kind: z.literal("progress"), share: z.number() }),
  z.object({
    id: z.int(),
    kind: z.literal("pdf"),
    bytes: z.instanceof(Uint8Array),
    pages: z.int(),
    missing: z.array(z.string()),
  }),
  z.object({ id: z.int(), kind: z.literal("failed"), name: z.string() }),
]);
export type PdfAnswer = z.infer<typeof PdfAnswer>;
