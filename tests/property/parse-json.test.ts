import fc from "fast-check";
import { expect, test } from "vitest";
import { parseJson } from "#core/json/parse-json";
import { decodeUtf8 } from "#core/json/utf8";
import { runs } from "../support/runs";

const limits = { levels: 1_000, values: 100_000 };

const parsedByEngine = (text: string): { readonly ok: boolean; readonly value?: unknown } => {
  try {
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch {
    return { ok: false };
  }
};

test("law 1: what is accepted is read as JSON.parse reads it, however it is laid out", () => {
  fc.assert(
    fc.property(fc.jsonValue({ noUnicodeString: false }), fc.constantFrom(0, 2, "\t"), (value, space) => {
      const text = JSON.stringify(value, null, space);
      const read = parseJson(text, limits);
      if (read.ok) expect(read.value).toEqual(JSON.parse(text));
      // Only a name that means something to JavaScript, or half a character, may stand in the way.
      else expect(text).toMatch(/__proto__|constructor|\\ud/);
    }),
    runs,
  );
});

test("law 2: what JSON.parse refuses is refused, and a slip of the hand that it accepts is read the same", () => {
  const slip = fc.record({
    value: fc.jsonValue(),
    at: fc.nat(),
    take: fc.nat({ max: 2 }),
    put: fc.constantFrom("", ",", '"', "{", "}", "[", "]", ":", "0", "-", "e", ".", "\\", "\n", "u", "null", "/"),
  });
  fc.assert(
    fc.property(slip, ({ value, at, take, put }) => {
      const text = JSON.stringify(value);
      const from = at % (text.length + 1);
      const slipped = text.slice(0, from) + put + text.slice(from + take);
      const [ours, engines] = [parseJson(slipped, limits), parsedByEngine(slipped)];
      if (ours.ok) expect(ours.value).toEqual(engines.value);
      if (!engines.ok) expect(ours.ok).toBe(false);
      if (engines.ok && !ours.ok) expect(ours.error.some(({ reason }) => /not JSON/.test(reason))).toBe(false);
    }),
    runs,
  );
});

test("bytes become the text that the platform's own decoder makes of them, or both refuse", () => {
  const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 12, size: "max" }),
    fc.string({ unit: "binary", maxLength: 200 }).map((text) => new TextEncoder().encode(text)),
  );
  fc.assert(
    fc.property(bytes, (raw) => {
      const ours = decodeUtf8(raw);
      let engines: string | undefined;
      try {
        engines = strict.decode(raw);
      } catch {
        engines = undefined;
      }
      expect(ours.ok ? ours.value : undefined).toBe(engines);
    }),
    runs,
  );
});
