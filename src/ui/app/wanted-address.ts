const UNLOCK = "/unlock";

/**
 * Where the app goes once it is unlocked: the address that was asked for, which `/unlock?to=…` carries meanwhile, so that
 * a page that is loaded again while it waits forgets nothing.
 *
 * Missing  anything that is no path of this app leads to the opening screen.
 */
export const wantedAddress = ({ pathname, search }: Pick<Location, "pathname" | "search">): string => {
  if (pathname !== UNLOCK) return pathname + search;
  const to = new URLSearchParams(search).get("to") ?? "/";
  return /^\/(?![/\\])/.test(to) && !to.startsWith(UNLOCK) ? to : "/";
};

export const unlockAddress = (wanted: string): string =>
  wanted === "/" ? UNLOCK : `${UNLOCK}?${new URLSearchParams({ to: wanted }).toString()}`;
