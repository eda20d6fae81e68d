import type amendments from "./en-GB/amendments.json";
import type document from "./en-GB/document.json";
import type everywhere from "./en-GB/everywhere.json";
import type families from "./en-GB/families.json";
import type familyView from "./en-GB/family-view.json";
import type overview from "./en-GB/overview.json";
import type held from "./en-GB/held.json";
import type home from "./en-GB/home.json";
import type keeping from "./en-GB/keeping.json";
import type length from "./en-GB/length.json";
import type lock from "./en-GB/lock.json";
import type pages from "./en-GB/pages.json";
import type paper from "./en-GB/paper.json";
import type newerWords from "./en-GB/newer-words.json";
import type notes from "./en-GB/notes.json";
import type overTime from "./en-GB/over-time.json";
import type picture from "./en-GB/picture.json";
import type plan from "./en-GB/plan.json";
import type report from "./en-GB/report.json";
import type rescue from "./en-GB/rescue.json";
import type review from "./en-GB/review.json";
import type sameChild from "./en-GB/same-child.json";
import type settings from "./en-GB/settings.json";
import type signIn from "./en-GB/sign-in.json";
import type start from "./en-GB/start.json";
import type strands from "./en-GB/strands.json";
import type twoVersions from "./en-GB/two-versions.json";
import type unlock from "./en-GB/unlock.json";
import type unsent from "./en-GB/unsent.json";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "everywhere";
    resources: {
      amendments: typeof amendments;
      document: typeof document;
      everywhere: typeof everywhere;
      families: typeof families;
      "family-view": typeof familyView;
      overview: typeof overview;
      held: typeof held;
      home: typeof home;
      keeping: typeof keeping;
      length: typeof length;
      lock: typeof lock;
      pages: typeof pages;
      paper: typeof paper;
      "newer-words": typeof newerWords;
      notes: typeof notes;
      "over-time": typeof overTime;
      picture: typeof picture;
      plan: typeof plan;
      report: typeof report;
      rescue: typeof rescue;
      review: typeof review;
      "same-child": typeof sameChild;
      settings: typeof settings;
      "sign-in": typeof signIn;
      start: typeof start;
      strands: typeof strands;
      "two-versions": typeof twoVersions;
      unlock: typeof unlock;
      unsent: typeof unsent;
    };
  }
}
