import { useEffect, useRef, useState } from "react";
import type { Result } from "#core/result";

/** Long work that shows how far it is and can be stopped. */
export type WorkState<T, E> =
  | { readonly kind: "idle" }
  | { readonly kind: "working"; readonly share: number }
  | { readonly kind: "done"; readonly value: T }
  | { readonly kind: "failed"; readonly error: E };

export interface Watching {
  readonly signal: AbortSignal;
  readonly onProgress: (share: number) => void;
}

/** Runs one piece of long work at a time; leaving the page stops it. */
export const useWork = <T, E>() => {
  const [state, setState] = useState<WorkState<T, E>>({ kind: "idle" });
  const stopping = useRef<AbortController | null>(null);
  useEffect(
    () => () => {
      stopping.current?.abort();
    },
    [],
  );
  const run = async (work: (watching: Watching) => Promise<Result<T, E>>): Promise<Result<T, E>> => {
    const stopper = new AbortController();
    stopping.current = stopper;
    setState({ kind: "working", share: 0 });
    const result = await work({
      signal: stopper.signal,
      onProgress: (share) => {
        if (!stopper.signal.aborted) setState({ kind: "working", share });
      },
    });
    setState(result.ok ? { kind: "done", value: result.value } : { kind: "failed", error: result.error });
    return result;
  };
  return {
    state,
    run,
    stop: () => {
      stopping.current?.abort();
    },
  };
};
