import { z } from "zod";

/** The five ages for which a strand has its own descriptions and prompts. Chosen by school year, changeable. */
export const AgeBand = z.enum(["under-2", "early-years", "primary", "secondary", "16-to-25"]);
export type AgeBand = z.infer<typeof AgeBand>;
