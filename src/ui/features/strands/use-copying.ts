import { useState } from "react";
import type { AgeBand } from "#core/schema/age-band";
import type { FromPaper } from "#core/schema/paper";

/** Whether a page is being copied into one person's line now, and which. */
export interface Copying {
  readonly paper: FromPaper | undefined;
  readonly begin: (paper: FromPaper) => void;
  readonly stop: () => void;
}

/**
 * A page is one person's on one line, in the words of one age: whoever else is chosen enters on the screen until another
 * code is typed, and so do all once the line has other words.
 */
export const useCopying = (strandId: string, personId: string, band: AgeBand): Copying => {
  const [begun, setBegun] = useState<{ readonly key: string; readonly paper: FromPaper } | null>(null);
  const key = `${strandId}/${personId}/${band}`;
  return {
    paper: begun?.key === key ? begun.paper : undefined,
    begin: (paper) => {
      setBegun({ key, paper });
    },
    stop: () => {
      setBegun(null);
    },
  };
};
