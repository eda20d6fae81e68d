import { furtherFromDelivered } from "#core/schema/delivery";
import type { ProfileSections } from "#core/schema/profile";
import { SCHEMA_VERSION } from "#core/schema/operation";
import { PlanBody } from "#core/schema/plan";
import { Visit } from "#core/schema/visit";
import { createAutosave } from "#storage/autosave";
import { createDraftWriter } from "#storage/draft-writer";
import type { VisitDraft } from "#storage/drafts";
import type { SeenRecord } from "#storage/records";
import type { Services } from "../services";
import { leftUnsavedOf } from "../unsaved/left-unsaved";
import { caseAround } from "./case-around";
import { followDraft } from "./follow-draft";
import { followProfile } from "./follow-profile";
import type { OpenVisit } from "./open-visit";
import type { Saving } from "./saving";
import { createVisitStore } from "./visit-store";

export type OpenedVisit =
  | { readonly kind: "open"; readonly visit: OpenVisit; readonly saving: Saving | null; readonly close: () => void }
  /** Another window writes it: this one shows what that one saves. */
  | { readonly kind: "followed"; readonly visit: OpenVisit; readonly close: () => void }
  | { readonly kind: "not-found" }
  | { readonly kind: "unreadable"; readonly path: string; readonly reason: string }
  | { readonly kind: "storage-failed" }
  /** A bug, or a part of the app that is no longer there: for the nearest boundary. */
  | { readonly kind: "failed"; readonly thrown: unknown };

/** Opens what an address names: the draft of a visit, to go on with or to follow, or a finished profile, to look at. */
export const openVisit = async (services: Services, profileId: string): Promise<OpenedVisit> => {
  const left = leftUnsavedOf(services).takeUp(profileId) as OpenedVisit | undefined;
  if (left !== undefined) return left;
  const hold = await holdUnlessHeld(services, profileId);
  try {
    const opened = await openHeld(services, profileId, hold);
    if (opened.kind !== "open" || opened.visit.finished) hold.release();
    return opened;
  } catch (thrown) {
    // A lock that is kept would also keep back the new version that may bring what was missing.
    hold.release();
    return { kind: "failed", thrown };
  }
};

/** A device that is slow to answer is not another window. */
const holdUnlessHeld = async ({ draftLocks }: Services, profileId: string): Promise<Hold> => {
  for (;;) {
    const hold = await draftLocks.holdDraft(profileId);
    if (hold.held || (await draftLocks.isHeldElsewhere(profileId))) return hold;
  }
};

interface Hold {
  readonly held: boolean;
  readonly release: () => void;
}

const openHeld = async (services: Services, profileId: string, hold: Hold): Promise<OpenedVisit> => {
  const draft = await services.store.drafts.load(profileId);
  if (draft.ok) {
    if (draft.value.kind !== "visit") return { kind: "not-found" };
    return hold.held ? openDraft(services, draft.value, hold) : openFollowed(services, draft.value);
  }
  if (draft.error.type === "NotFound") return openFinished(services, profileId);
  return notOpened(draft.error);
};

const openDraft = async (services: Services, draft: VisitDraft, hold: Hold): Promise<OpenedVisit> => {
  const around = await loadAround(services, draft.caseId, draft.body.profile.sections, draft.id);
  if ("kind" in around) return around;
  const writer = createDraftWriter(services.store.drafts, draft);
  const autosave = createAutosave({ save: writer.save, clock: services.clock, savedAtMs: draft.savedAtMs });
  const store = createVisitStore(draft.body, autosave.changed);
  const opened: OpenedVisit = {
    kind: "open",
    visit: { ...around, finished: false, delivery: { kind: "draft" }, store },
    saving: {
      status: autosave.status,
      flush: autosave.flush,
      version: writer.version,
      stop: autosave.stop,
      unsaved: () => writer.carried(store.get(), services.clock.nowMs()),
    },
    close: () => {
      // The page is gone, its words are not.
      void leftUnsavedOf(services).leave(draft.id, {
        opened,
        saving: autosave,
        letGo: () => {
          autosave.stop();
          hold.release();
        },
      });
    },
  };
  return opened;
};

const openFollowed = async (services: Services, draft: VisitDraft): Promise<OpenedVisit> => {
  const around = await loadAround(services, draft.caseId, draft.body.profile.sections, draft.id);
  if ("kind" in around) return around;
  const followed = followDraft(services, draft);
  return {
    kind: "followed",
    // Read as a finished profile is: nothing is changed here, and nothing is shown that is hidden from anybody.
    visit: { ...around, finished: true, delivery: { kind: "draft" }, store: followed.store },
    close: followed.stop,
  };
};

const openFinished = async (services: Services, profileId: string): Promise<OpenedVisit> => {
  const record = await services.store.records.get(profileId);
  if (!record.ok) return notOpened(record.error);
  if (record.value.recordType !== "profile") return { kind: "not-found" };
  const profile = record.value;
  const around = await loadAround(services, profile.caseId, profile.body.sections, profileId);
  if ("kind" in around) return around;
  const plans = await services.store.records.plansOf(profile.caseId);
  const plan = plans.ok ? plans.value.records.find(({ body }) => body.profileId === profileId) : undefined;
  const visit: Visit = {
    profileId,
    planId: plan?.recordId ?? profileId,
    caseId: profile.caseId,
    profile: profile.body,
    plan: plan?.body ?? PlanBody.parse({ schemaVersion: SCHEMA_VERSION, profileId, sections: {} }),
    place: "picture",
    left: true,
  };
  const followed = followProfile(services, visit, profile.revId);
  return {
    kind: "open",
    visit: {
      ...around,
      finished: true,
      delivery: furtherFromDelivered(profile.delivery, plan?.delivery ?? profile.delivery),
      store: followed.store,
    },
    saving: null,
    close: followed.stop,
  };
};

type Around = Omit<OpenVisit, "finished" | "delivery" | "store">;

/** The case, its people, the questionnaire and the profile before this one. */
const loadAround = async (
  services: Services,
  caseId: string,
  sections: ProfileSections,
  profileId: string,
): Promise<Around | NotOpened> => {
  const record = await services.store.records.get(caseId);
  if (!record.ok) return notOpened(record.error);
  if (record.value.recordType !== "case") return { kind: "not-found" };
  const { frame } = sections;
  const instrument = await services.loadInstrument(frame.instrument, services.preferences.get().language);
  const before = await profileBefore(services, caseId, profileId, frame.startedAtMs);
  return {
    ...caseAround(record.value, frame.startedAtMs),
    instrument,
    strandIds: instrument.structure.strands.map((strand) => strand.id),
    ...(before === undefined ? {} : { before: before.body.sections }),
  };
};

/** The latest profile of the same child that began before this one. */
const profileBefore = async (
  services: Services,
  caseId: string,
  profileId: string,
  startedAtMs: number,
): Promise<SeenRecord<"profile"> | undefined> => {
  const profiles = await services.store.records.profilesOf(caseId);
  if (!profiles.ok) return undefined;
  return profiles.value.records
    .filter((each) => each.recordId !== profileId && each.body.sections.frame.startedAtMs < startedAtMs)
    .sort((a, b) => b.body.sections.frame.startedAtMs - a.body.sections.frame.startedAtMs)[0];
};

type NotOpened = Exclude<OpenedVisit, { kind: "open" | "followed" }>;
type Problem = { readonly type: string; readonly path?: string; readonly reason?: string };

const notOpened = (problem: Problem): NotOpened => {
  if (problem.type === "NotFound") return { kind: "not-found" };
  if (problem.type === "Unreadable")
    return { kind: "unreadable", path: problem.path ?? "", reason: problem.reason ?? "" };
  return { kind: "storage-failed" };
};
