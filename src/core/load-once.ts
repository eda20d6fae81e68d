/**
 * Loads something once for everybody who asks. After a failure the next who asks tries again.
 *
 * Errors  whoever asked is given the reason for which it did not load.
 */
export const loadOnce = <T>(load: () => Promise<T>): (() => Promise<T>) => {
  let loading: Promise<T> | undefined;
  return () => {
    loading ??= load().catch((reason: unknown) => {
      loading = undefined;
      throw reason;
    });
    return loading;
  };
};
