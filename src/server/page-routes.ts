/** The addresses that are pages of the app: for these, and no others, the server answers with the app's shell. */
export const pageRoutes = [
  "/",
  "/sign-in",
  "/unlock",
  "/cases",
  "/cases/*",
  "/profiles/*",
  "/settings",
  "/settings/*",
] as const;
