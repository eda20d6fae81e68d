import { scoreAnswers } from "#core/scoring/score-answers";
import { faultLines, readJsonFile } from "../files/read-json-file";
import { readStructure } from "../files/read-structure";
import type { Command } from "./command";

const USAGE = "usage: score <structure.json> <answers.json>\n";

/** Works out suggestions and the picture from a file of answers, as the app does, and prints them as JSON. */
export const runScore: Command = (argv, terminal) => {
  const [structureFile, answersFile, ...more] = argv;
  if (structureFile === undefined || answersFile === undefined || more.length > 0) {
    terminal.err(USAGE);
    return 2;
  }
  const structure = readStructure(structureFile);
  const answers = readJsonFile(answersFile);
  if (!structure.ok || !answers.ok) {
    terminal.err(faultLines([...(structure.ok ? [] : structure.error), ...(answers.ok ? [] : answers.error)]));
    return 1;
  }
  const scored = scoreAnswers(structure.value, answers.value);
  if (!scored.ok) {
    terminal.err(faultLines(scored.error.map((fault) => ({ file: answersFile, ...fault }))));
    return 1;
  }
  terminal.out(`${JSON.stringify(scored.value, null, 2)}\n`);
  return 0;
};
