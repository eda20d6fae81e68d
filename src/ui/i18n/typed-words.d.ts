import type everywhere from "./en-GB/everywhere.json";
import type families from "./en-GB/families.json";
import type home from "./en-GB/home.json";
import type picture from "./en-GB/picture.json";
import type plan from "./en-GB/plan.json";
import type report from "./en-GB/report.json";
import type settings from "./en-GB/settings.json";
import type start from "./en-GB/start.json";
import type strands from "./en-GB/strands.json";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "everywhere";
    resources: {
      everywhere: typeof everywhere;
      families: typeof families;
      home: typeof home;
      picture: typeof picture;
      plan: typeof plan;
      report: typeof report;
      settings: typeof settings;
      start: typeof start;
      strands: typeof strands;
    };
  }
}
