import type { Voice } from "../schema/profile";

/** Whether one person has marked, answered or written anything on a strand. */
export const saidAnything = (voice: Voice): boolean =>
  voice.mark.kind !== "none" ||
  voice.strengthPinned ||
  voice.pattern !== "" ||
  Object.keys(voice.answersByPromptId).length > 0 ||
  [voice.goesWell, voice.harder, voice.helps, voice.takesOut].some((words) => words.trim() !== "");
