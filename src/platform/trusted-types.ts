/** The part of the browser's Trusted Types that is used here; the DOM's own types do not know them yet. */
export interface PolicyFactory {
  readonly createPolicy: (
    name: string,
    rules: { readonly createScriptURL: (url: string) => string },
  ) => { readonly createScriptURL: (url: string) => unknown };
}

/**
 * The page's one Trusted Types policy: it lets this site's own service worker and built scripts be loaded, and
 * nothing else. The browser allows a policy's name once, so this is called once, in `main.tsx`.
 *
 * Shape   gives the URL for `register` or `new Worker`; without Trusted Types it is checked all the same.
 * Errors  any other address is a bug, and throws.
 */
export const createScriptUrls = (factory: PolicyFactory | undefined, origin: string): ((path: string) => string) => {
  const createScriptURL = (path: string): string => {
    const url = new URL(path, origin);
    if (url.origin !== origin || !isOurScript(url.pathname)) throw new TypeError("not a script of this site");
    return url.href;
  };
  const policy = factory?.createPolicy("strandline", { createScriptURL }) ?? { createScriptURL };
  // A browser's TrustedScriptURL goes wherever a script's address goes, but the DOM's types say string.
  return (path) => policy.createScriptURL(path) as string;
};

/** As the build names them: the service worker, and files of letters, digits and hyphens under /assets. */
const isOurScript = (pathname: string): boolean =>
  pathname === "/sw.js" || /^\/assets\/[\w-]+(?:\.[\w-]+)*\.m?js$/.test(pathname);
