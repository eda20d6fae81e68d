import type { HandedTo, Visit } from "../schema/visit";

/** The visit while the device is in one person's hands, with one part of it and nothing else. */
export const handOver = (visit: Visit, handedTo: HandedTo): Visit => ({ ...visit, handedTo });

/** The visit once the device was given back. */
export const giveBack = (visit: Visit): Visit => {
  const { handedTo, ...rest } = visit;
  return handedTo === undefined ? visit : rest;
};
