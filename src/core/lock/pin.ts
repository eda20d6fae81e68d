import { z } from "zod";
import { err, ok, type Result } from "../result";

const FEWEST_DIGITS = 6;
const MOST_DIGITS = 32;

/** Why a PIN is not taken. */
export interface PinFault {
  readonly type: "TooFewDigits" | "TooManyDigits" | "NotDigits" | "EasilyGuessed";
}

/**
 * A PIN as it may be chosen: six digits or more, of any script, that are not one digit over and over nor a plain run.
 * It uncovers what is open already; it opens nothing that is locked.
 */
export const choosePin = (typed: string): Result<string, PinFault> => {
  const digits = asTyped(typed);
  if (!/^\p{Nd}*$/u.test(digits)) return err({ type: "NotDigits" });
  const values = Array.from(digits, (digit) => digit.codePointAt(0) ?? 0);
  if (values.length < FEWEST_DIGITS) return err({ type: "TooFewDigits" });
  if (values.length > MOST_DIGITS) return err({ type: "TooManyDigits" });
  const steps = new Set(values.slice(1).map((value, index) => value - (values[index] ?? 0)));
  const [step] = steps;
  const isPlain = steps.size === 1 && step !== undefined && Math.abs(step) <= 1;
  return isPlain ? err({ type: "EasilyGuessed" }) : ok(digits);
};

/** A PIN as it is compared, without the spaces that people put between digits. */
export const asTyped = (typed: string): string => typed.normalize("NFKC").replace(/\s/g, "");

/**
 * A person's PIN as it is kept, inside what is sealed: a slow hash with its salt.
 *
 * Units  `memoryKiB` and `passes` as Argon2id counts them; `salt` and `hash` in base64.
 */
export const KeptPin = z.looseObject({
  salt: z.base64(),
  hash: z.base64(),
  memoryKiB: z.int().min(1),
  passes: z.int().min(1),
});
export type KeptPin = z.infer<typeof KeptPin>;
