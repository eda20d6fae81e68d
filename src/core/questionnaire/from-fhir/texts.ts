import { isPlainText, QUESTIONNAIRE_LIMITS } from "../../schema/questionnaire";
import type { ImportReport } from "./report";

/** A foreign text as it may stand in a questionnaire of ours; why it may not is said at its place. */
export const textFor = (foreign: string | undefined, path: string, report: ImportReport): string => {
  const text = (foreign ?? "").replace(/\r\n?/g, "\n").replace(/\t/g, " ").trim();
  if (text === "") report.refuse(path, "there are no words to show");
  else if (text.length > QUESTIONNAIRE_LIMITS.text) {
    report.refuse(path, `the text is longer than ${QUESTIONNAIRE_LIMITS.text} characters`);
  } else if (!isPlainText(text)) report.refuse(path, "the text holds a control character, or half of a character");
  return text;
};
