import { createLeadingRunner } from "./leading-runner";
import { createSyncRunner, type RunnerDeps, type SyncRunner } from "./runner";
import { createTransport, type TransportDeps } from "./transport";

export interface WindowRunnerDeps extends Omit<RunnerDeps, "transport">, TransportDeps {
  readonly locks: Pick<LockManager, "request">;
}

/** The runner of one window, for the person whose families it shows. */
export const createWindowRunner = ({ fetch, accountId, locks, ...deps }: WindowRunnerDeps): SyncRunner => {
  const name = `sync:${accountId}`;
  return createLeadingRunner({
    own: createSyncRunner({ ...deps, transport: createTransport({ fetch, accountId, sha256: deps.sha256 }) }),
    locks,
    channel: new BroadcastChannel(name),
    name,
  });
};
