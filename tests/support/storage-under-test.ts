/** What the promises of storage are tried on, in one place, so that they can be tried on storage with a bug in it. */
export { createRowSeal } from "#platform/sealing/row-seal";
export { createAutosave } from "#storage/autosave";
export { makeOperation } from "#storage/make-operation";
export { openStore } from "#storage/open-store";
