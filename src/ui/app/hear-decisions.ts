import type { HeldHere } from "#storage/held-here";
import type { HeldDesk } from "#sync/held-desk";
import type { SyncRunner } from "#sync/runner";

export interface HearDeps {
  readonly sync: Pick<SyncRunner, "status" | "syncNow">;
  readonly held: HeldHere;
  readonly desk: () => Promise<HeldDesk>;
}

/** After each round: what was decided about what is held. What was taken in is fetched right after, where it may be seen. */
export const hearDecisions = ({ sync, held, desk }: HearDeps): void => {
  sync.status.subscribe(() => {
    const { kind } = sync.status.get();
    if (kind !== "all-delivered" && kind !== "some-left") return;
    void import("#sync/take-decisions").then(async ({ takeDecisions }) => {
      const taken = await takeDecisions(held, desk);
      if (taken.ok && taken.value.isAnyReleased) await sync.syncNow();
    });
  });
};
