import { addAction, changeAction } from "#core/plan/change-plan";
import type { CaseBody } from "#core/schema/case";
import type { Visit } from "#core/schema/visit";
import { changeLoves, changeVoice } from "#core/visit/change-section";
import { marked, mum, robin, robinsFamily, robinsVisit } from "./made-up-copy";
import { uuid } from "./uuid";

/** Eighty characters, most of them without a place to break. */
export const LONGEST_NAME = "Wolfeschlegelsteinhausenbergerdorff-Oyelowo-Vandermeer-Papadopoulou de la Vega x";
export const MIXED_NAME = "Zażółć Gęślą-Jaźń عبد الرحمن بن علي";

/** Five thousand characters, each sentence with a number, so that a missing one is found. */
export const LONG_WORDS = Array.from({ length: 240 }, (_, at) => `sentence ${at + 1} of many.`)
  .join(" ")
  .slice(0, 4991)
  .concat("the end.");

export const awkwardFamily = (): CaseBody => robinsFamily({ child: LONGEST_NAME, mum: MIXED_NAME });

/** Long names, long notes, many scripts, signs that no typeface has, a word without an end. */
export const awkwardVisit = (caseBody: CaseBody): Visit => {
  let visit = marked(marked(robinsVisit(caseBody), "energy", robin, 0), "energy", mum, 100);
  visit = changeLoves(visit, robin, { loves: "x".repeat(300) });
  visit = changeVoice(visit, "energy", mum, {
    harder: LONG_WORDS,
    helps: "أميليا تحب الرسم (Amelia) وتحتاج إلى 5 دقائق من الحركة قبل الكتابة.",
  });
  visit = changeVoice(visit, "energy", robin, {
    goesWell: "Trains 🚂 and 👨‍👩‍👧 very much\nПривет мир. Ελληνικά. Tiếng Việt rất đẹp. שלום (12)!",
    harder: "অ্যামেলিয়া ছবি আঁকতে ভালোবাসে।",
    strengthPinned: true,
  });
  const [first, second] = [uuid(0xb01), uuid(0xb02)];
  visit = changeAction(addAction(visit, first), first, {
    what: LONG_WORDS,
    changes: "adults-or-place",
    howWeKnow: "A short answer.",
    whoId: mum,
    setting: "home",
  });
  return changeAction(addAction(visit, second), second, { what: "Something short", changes: "adults-or-place" });
};
