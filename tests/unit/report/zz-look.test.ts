import { writeFileSync } from "node:fs";
import { test } from "vitest";
import { AgeBand } from "#core/schema/age-band";
import { blankDocument } from "#report/blank/blank-document";
import { createFontShelf } from "#report/pdf/font-shelf";
import { makePdf } from "#report/pdf/make-pdf";
import { fontsOnDisk } from "../../support/made-up-copy";
import { setOf } from "../../support/made-up-set";
import { valueOf } from "../../support/value-of";
test.each(AgeBand.options)("%s", async (band) => {
  const made = await makePdf(valueOf(blankDocument(setOf({ band }))), createFontShelf(fontsOnDisk));
  writeFileSync(`/tmp/paper-out/${band}.pdf`, made.bytes);
  console.log(band, made.pages, made.missing);
});
