import type { ProfileSections } from "../schema/profile";
import type { Visit } from "../schema/visit";
import { areTogether } from "./together";

/**
 * What of a visit a window may show that only follows it. Nobody there has asked to see the marks together, and nobody
 * is asked whether they may be seen: so it shows what the room has seen already, and no more.
 *
 * Laws   1. the result is the same whatever was said on a strand that is not seen together yet
 *        2. with the device in a guest's hands it is the same whatever they and others have said so far
 * (tests/property/as-followed.test.ts)
 */
export const asFollowed = (visit: Visit): Visit => {
  const { beforeMove: _before, finishing: _finishing, ...rest } = visit;
  const sections = Object.entries(visit.profile.sections as unknown as Record<string, unknown>).filter(([sectionId]) =>
    isShown(visit, sectionId),
  );
  return {
    ...rest,
    profile: { ...visit.profile, sections: Object.fromEntries(sections) as unknown as ProfileSections },
    plan: { ...visit.plan, sections: {} },
  };
};

const AROUND = ["frame", "here"];
const ON_A_STRAND = ["voice", "agreed"];

const isShown = (visit: Visit, sectionId: string): boolean => {
  const [kind = "", strandId = ""] = sectionId.split("/");
  if (visit.handedTo !== undefined) return AROUND.includes(kind);
  if (ON_A_STRAND.includes(kind)) return areTogether(visit, strandId);
  return AROUND.includes(kind) || kind === "loves";
};
