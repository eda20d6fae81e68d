import fc from "fast-check";
import { expect, test } from "vitest";
import { PageSection } from "#core/schema/page";
import * as core from "../support/core-under-test";
import { rawSections, READERS, readSections, someReaders } from "../support/arbitrary-profile";
import { idOf } from "../support/family";
import { runs } from "../support/runs";
import {
  hiddenLeavesNoTrace,
  hiddenOpensNothing,
  hiddenVoiceIsNotScored,
  hidingMoreShowsNoMore,
} from "./laws/hidden-marks";

test("HAZ-08 law 1: everything derived is the same whether or not a hidden section exists, and whatever it holds", () => {
  hiddenLeavesNoTrace(core);
});

test("HAZ-08 law 1 in the room: opening the picture treats a line with a hidden mark as the empty line that is seen", () => {
  hiddenOpensNothing(core);
});

test("HAZ-08 law 1 for the command: a hidden voice gives its readers neither mark nor suggestion", () => {
  hiddenVoiceIsNotScored(core);
});

test("HAZ-07 law 2: hiding more never shows more", () => {
  hidingMoreShowsNoMore(core);
});

test("HAZ-07 what is never shared is seen by its writer alone, whomever it names and whoever came to the record later", () => {
  const hiddenFrom = fc.subarray(READERS.map(idOf));
  fc.assert(
    fc.property(rawSections, fc.constantFrom(...READERS), hiddenFrom, someReaders, (raw, writer, named, readerIds) => {
      const id = `page/story-so-far/moves/${idOf(writer)}` as const;
      const instrument = { id: "story-so-far", version: 1, language: "en-GB" };
      const page = PageSection.parse({ instrument, neverShared: true, hiddenFrom: named });
      const seen = core.hide(readerIds, { ...readSections(raw), [id]: page });
      const isAlone = readerIds.length === 1 && readerIds[0] === idOf(writer) && !named.includes(idOf(writer));
      expect(id in seen).toBe(isAlone);
      if (!isAlone) expect(seen).toEqual(core.hide(readerIds, readSections(raw)));
    }),
    runs,
  );
});
