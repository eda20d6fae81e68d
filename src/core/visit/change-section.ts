import type { Section } from "../schema/section";
import { Agreement, Here, Loves, type ProfileSections, StrandTalk, Voice } from "../schema/profile";
import type { PlanSections } from "../schema/plan";
import type { PersonId, StrandId } from "../schema/ids";
import type { Visit } from "../schema/visit";

/** The ids of a profile's sections: one place that knows how they are written. */
export const sectionIds = {
  loves: (personId: PersonId) => `loves/${personId}` as const,
  voice: (strandId: StrandId, personId: PersonId) => `voice/${strandId}/${personId}` as const,
  agreed: (strandId: StrandId) => `agreed/${strandId}` as const,
  talk: (strandId: StrandId) => `talk/${strandId}` as const,
};

/** A section that nobody has written in yet, so that a screen need not tell "absent" from "empty". */
export const emptyVoice: Voice = Voice.parse({});
export const emptyTalk: StrandTalk = StrandTalk.parse({});
export const emptyLoves: Loves = Loves.parse({});
export const emptyHere: Here = Here.parse({});
export const emptyAgreement: Agreement = Agreement.parse({});

/** A visit with one profile section replaced; every other section is the very same object. */
export const withSection = <Id extends keyof ProfileSections>(
  visit: Visit,
  sectionId: Id,
  content: NonNullable<ProfileSections[Id]>,
): Visit => ({
  ...visit,
  profile: { ...visit.profile, sections: { ...visit.profile.sections, [sectionId]: content } },
});

/** A visit with some plan sections replaced, or taken out where the new content is undefined. */
export const withPlan = (visit: Visit, sections: { readonly [id: string]: Section | undefined }): Visit => {
  const next = Object.fromEntries(
    Object.entries<Section | undefined>({ ...(visit.plan.sections as object), ...sections }).filter(
      ([, content]) => content !== undefined,
    ),
  );
  return { ...visit, plan: { ...visit.plan, sections: next as unknown as PlanSections } };
};

export const hereIn = (visit: Visit): Here => visit.profile.sections.here ?? emptyHere;

export const agreementIn = (visit: Visit): Agreement => visit.profile.sections.agreement ?? emptyAgreement;

export const lovesIn = (visit: Visit, personId: PersonId): Loves =>
  visit.profile.sections[sectionIds.loves(personId)] ?? emptyLoves;

export const voiceIn = (visit: Visit, strandId: StrandId, personId: PersonId): Voice =>
  visit.profile.sections[sectionIds.voice(strandId, personId)] ?? emptyVoice;

export const talkIn = (visit: Visit, strandId: StrandId): StrandTalk =>
  visit.profile.sections[sectionIds.talk(strandId)] ?? emptyTalk;

/** Changes who is here and how they understand each other. */
export const changeHere = (visit: Visit, change: Partial<Here>): Visit =>
  withSection(visit, "here", { ...hereIn(visit), ...change });

/** Changes what one person says the child loves, or would like to be easier. */
export const changeLoves = (visit: Visit, personId: PersonId, change: Partial<Loves>): Visit =>
  withSection(visit, sectionIds.loves(personId), { ...lovesIn(visit, personId), ...change });

/** Changes what one person said on one strand: words, answers, pin, who should not see it. */
export const changeVoice = (visit: Visit, strandId: StrandId, personId: PersonId, change: Partial<Voice>): Visit =>
  withSection(visit, sectionIds.voice(strandId, personId), { ...voiceIn(visit, strandId, personId), ...change });

export const changeTalk = (visit: Visit, strandId: StrandId, change: Partial<StrandTalk>): Visit =>
  withSection(visit, sectionIds.talk(strandId), { ...talkIn(visit, strandId), ...change });
