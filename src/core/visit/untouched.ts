import type { Visit } from "../schema/visit";

/**
 * Whether nobody has said anything in this visit yet, so that a visit opened on the wrong child can go without a trace.
 *
 * Shape  who was ticked as here is nobody's words; an interpreter's name is.
 */
export const isUntouched = (visit: Visit): boolean => {
  const { here, ...sections } = visit.profile.sections;
  return (
    Object.keys(sections).every((sectionId) => sectionId === "frame") &&
    Object.keys(visit.plan.sections).length === 0 &&
    (here === undefined || here.interpreter.kind === "none")
  );
};
