import type { FontShelf } from "./font-shelf";
import { findMissing, makePdf } from "./make-pdf";
import { type PdfAnswer, PdfRequest } from "./pdf-messages";

/**
 * Does what was asked and answers, as often as there is something to say.
 *
 * Errors  what is not a request is a bug of ours, and throws; a bug while drawing is answered as `failed` with its
 *         name and nothing of the document.
 */
export const answerRequest = async (
  message: unknown,
  shelf: FontShelf,
  answer: (answer: PdfAnswer) => void,
): Promise<void> => {
  const { id, ask, document } = PdfRequest.parse(message);
  try {
    if (ask === "missing") {
      answer({ id, kind: "missing", missing: [...(await findMissing(document, shelf))] });
      return;
    }
    const { bytes, pages, missing } = await makePdf(document, shelf, (share) => {
      answer({ id, kind: "progress", share });
    });
    answer({ id, kind: "pdf", bytes: new Uint8Array(bytes), pages, missing: [...missing] });
  } catch (thrown) {
    answer({ id, kind: "failed", name: thrown instanceof Error ? thrown.name : "unknown" });
  }
};
