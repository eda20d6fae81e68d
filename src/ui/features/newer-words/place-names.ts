import { useTranslation } from "react-i18next";
import { partsOfKey } from "#core/questionnaire/answer-key";
import { partsOfSection, WORDS_OF_A_VOICE } from "#core/questionnaire/versions/everything-said";
import type { NewerVersion } from "#core/questionnaire/versions/move-draft";
import type { MovedAnswer } from "#core/questionnaire/versions/moved";
import type { WordChange } from "#core/questionnaire/versions/word-changes";
import { AgeBand } from "#core/schema/age-band";
import { useChartPeople } from "../../app/visit/use-picture";

const AT = ["left", "middle", "right"] as const;
const THINGS = ["mark", "agreed", "pattern", ...WORDS_OF_A_VOICE] as const;

/** How the parts of a questionnaire are called where its words are compared. */
export const usePartWords = (): ((change: WordChange) => string) => {
  const { t } = useTranslation("newer-words");
  const { t: common } = useTranslation();
  return ({ place, part }) => {
    const [first = "", second = "", third = ""] = part.split("/");
    const [kind] = place.split("/");
    const isPrompt = place.includes("/prompts/");
    const at = (id: string): string => {
      const known = AT.find((each) => each === id);
      return known === undefined ? id : t(`at.${known}`);
    };
    switch (first) {
      case "text":
        if (place === "title") return t("part.title");
        return t(isPrompt ? "part.prompt" : kind === "pages" ? "part.page" : "part.item");
      case "question":
      case "heading":
      case "family":
      case "short":
      case "prefix":
      case "choice":
      case "points":
      case "pattern":
        return t(`part.${first}`);
      case "line":
      case "lineForChild":
        return t(`part.${first}`, { place: at(second) });
      case "descriptions": {
        const band = AgeBand.safeParse(second).data;
        return t("part.description", { place: at(third), band: band === undefined ? second : common(`band.${band}`) });
      }
      case "answered":
        return t(isPrompt ? "part.answeredPrompt" : "part.answered");
      default:
        return t("part.other");
    }
  };
};

/** What lines, pages and what was said are called, in the words of either version. */
export const usePlaceNames = (versions: readonly NewerVersion[]) => {
  const { t } = useTranslation("newer-words");
  const { nameOf } = useChartPeople();
  const lines = versions.flatMap((each) => (each.kind === "lines" ? [each.old.wording, each.next.wording] : []));
  const pages = versions.flatMap((each) =>
    each.kind === "pages" ? [each.old, each.next].map(({ structure, wording }) => ({ id: structure.id, wording })) : [],
  );
  const strandName = (strandId: string): string =>
    lines.map(({ strands }) => strands[strandId]?.family).find((each) => each !== undefined) ?? strandId;
  const prompt = (strandId: string, promptId: string): string =>
    lines.map(({ strands }) => strands[strandId]?.prompts[promptId]).find((each) => each !== undefined) ?? promptId;
  const titleOf = (id: string): string => pages.find((each) => each.id === id)?.wording.title ?? id;
  const itemOf = (id: string, itemId: string): string =>
    pages.filter((each) => each.id === id).map(({ wording }) => wording.items[itemId]?.text)[0] ?? itemId;
  const quoted = (words: string): string => t("quoted", { words });

  return {
    groupName: (questionnaireId: string, group: string): string => {
      if (group.startsWith("strands/")) return strandName(group.slice("strands/".length));
      return pages.some(({ id }) => id === questionnaireId) ? titleOf(questionnaireId) : t("group.all");
    },
    /** Whose something is, where it was said, and what it is; never what was said. */
    saidName: ({ sectionId, key }: MovedAnswer): string => {
      const parts = partsOfSection(sectionId);
      if (parts === undefined) return key;
      const thing = THINGS.find((each) => each === key);
      if (parts.kind === "page") {
        const where = titleOf(parts.questionnaireId);
        const what = quoted(itemOf(parts.questionnaireId, partsOfKey(key).itemId));
        return t("whose", { name: nameOf(parts.personId), where, what });
      }
      return t("whose", {
        name: parts.kind === "agreed" ? t("together") : nameOf(parts.personId),
        where: strandName(parts.strandId),
        what: thing === undefined ? quoted(prompt(parts.strandId, key)) : t(`thing.${thing}`),
      });
    },
  };
};
