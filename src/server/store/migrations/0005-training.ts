import type { Migration } from "./migration";

/** What somebody has been trained for, by name: without the mark, what asks for it is not offered. */
export const training: Migration = {
  number: 5,
  name: "training",
  statements: [
    `alter table account add column training text[] not null default '{}'`,
    `grant select (training) on account to strandline_app`,
  ],
};
