import { err, type Result } from "../result";
import { type ShapeFault, shownKey } from "../schema/shape-faults";
import { parseJson } from "./parse-json";
import { decodeUtf8 } from "./utf8";

/** What one file may hold; more is nobody's questionnaire, and reading it would make everyone wait. */
export const JSON_LIMITS = { bytes: 2 * 1_048_576, levels: 64, values: 200_000 } as const;
export type JsonLimits = Readonly<Record<keyof typeof JSON_LIMITS, number>>;

/**
 * Reads the bytes of a file from outside as JSON. It is the one way in for every kind of file.
 *
 * Errors  every fault that can be told apart: too large, empty, a byte order mark, not UTF-8, not JSON (with line and
 *         character), too many levels or values, a key twice or a key that JavaScript gives a meaning to, half a
 *         character, a number beyond all numbers. Nothing of what the file holds is repeated; it may be what somebody
 *         said.
 */
export const readJson = (
  bytes: Uint8Array,
  limits: JsonLimits = JSON_LIMITS,
): Result<unknown, readonly ShapeFault[]> => {
  if (bytes.length > limits.bytes) return refused(largerThan(limits));
  if (bytes.length === 0) return refused("this file is empty");
  if (MARKS.some((mark) => mark.every((byte, at) => bytes[at] === byte))) {
    return refused("this file starts with a byte order mark; save it as UTF-8 without one");
  }
  const text = decodeUtf8(bytes);
  if (!text.ok) return refused(`this file is not UTF-8, from byte ${text.error.byte} on`);
  const parsed = parseJson(text.value, limits);
  if (parsed.ok) return parsed;
  return err(parsed.error.map(({ path, reason }) => ({ path: path.map(shownKey).join("/"), reason })));
};

/** Why a file over the limit is refused; also said where only its size was looked at. */
export const largerThan = ({ bytes }: Pick<JsonLimits, "bytes">): string =>
  `this is larger than ${bytes / 1_048_576} MB`;

const refused = (reason: string) => err([{ path: "", reason }]);

const MARKS = [
  [0xef, 0xbb, 0xbf],
  [0xff, 0xfe],
  [0xfe, 0xff],
];
