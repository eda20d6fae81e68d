import { loadQuestionnaire } from "#core/questionnaire/load-questionnaire";
import type { Questionnaire } from "#core/schema/questionnaire";
import { valueOf } from "./value-of";

/** A questionnaire of one page that a child answers, with as many questions of two kinds as are wanted. Made up. */
export const bathTime = (count: number): Questionnaire => {
  const numbers = Array.from({ length: count }, (_, at) => at + 1);
  return valueOf(
    loadQuestionnaire(
      {
        file: "structure.json",
        content: {
          format: 1,
          id: "bath-time",
          version: 1,
          licence: "CC-BY-4.0",
          use: { answeredBy: "child" },
          pages: [
            {
              id: "at-home",
              items: numbers.flatMap((number) => [
                { kind: "choice", id: `which-${number}`, choices: [{ id: "bath" }, { id: "neither" }] },
                { kind: "text", id: `helps-${number}` },
              ]),
            },
          ],
        },
      },
      {
        file: "en-GB.json",
        content: {
          language: "en-GB",
          title: "Bath time",
          pages: { "at-home": "At home" },
          items: Object.fromEntries(
            numbers.flatMap((number) => [
              [
                `which-${number}`,
                { text: `Bath or shower? ${number}`, choices: { bath: "Bath", neither: "Rather neither" } },
              ],
              [`helps-${number}`, { text: `What helps a little? ${number}` }],
            ]),
          ),
        },
      },
    ),
  );
};
