import { useState } from "react";
import type { FromPaper } from "#core/schema/paper";

/** Whether a page is being copied into one person's line now, and which. */
export interface Copying {
  readonly paper: FromPaper | undefined;
  readonly begin: (paper: FromPaper) => void;
  readonly stop: () => void;
}

/** A page is one person's on one line: whoever else is chosen enters on the screen until another code is typed. */
export const useCopying = (strandId: string, personId: string): Copying => {
  const [begun, setBegun] = useState<{ readonly key: string; readonly paper: FromPaper } | null>(null);
  const key = `${strandId}/${personId}`;
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
