/** What the laws are tried on, in one place, so that the same laws can be tried on a core with a bug in it. */
export { ProfileBody } from "#core/schema/profile";
export { checkGolden } from "#core/scoring/golden";
export { hide } from "#core/scoring/hide";
export { pictureFor } from "#core/scoring/picture";
export { scoreAnswers } from "#core/scoring/score-answers";
export { suggestPosition } from "#core/scoring/suggest-position";
export { addAmendment, amendmentsOf } from "#core/visit/amendments";
export { changeVoice, voiceIn, withSection } from "#core/visit/change-section";
export { answerWithoutMark, placeMark } from "#core/visit/mark";
export { areTogether, placeAgreed, seeEverythingTogether, seeTogether } from "#core/visit/together";
