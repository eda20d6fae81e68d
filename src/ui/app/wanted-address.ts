const UNLOCK = "/unlock";
const HERE = "http://here.invalid";

/**
 * Where the app goes once it is unlocked: the address that was asked for, which `/unlock?to=…` carries meanwhile, so that
 * a page that is loaded again while it waits forgets nothing.
 *
 * Missing  anything that is no path of this app leads to the opening screen.
 */
export const wantedAddress = ({ pathname, search }: Pick<Location, "pathname" | "search">): string => {
  if (pathname !== UNLOCK) return pathname + search;
  const to = new URLSearchParams(search).get("to") ?? "/";
  // Read as the browser will read it, which leaves out tabs and line breaks: what it would not open throws at the way in.
  if (!to.startsWith("/") || !URL.canParse(to, HERE)) return "/";
  const { origin, pathname: wanted, search: asked } = new URL(to, HERE);
  return origin === HERE && wanted !== UNLOCK && !wanted.startsWith("//") ? wanted + asked : "/";
};

export const unlockAddress = (wanted: string): string =>
  wanted === "/" ? UNLOCK : `${UNLOCK}?${new URLSearchParams({ to: wanted }).toString()}`;
