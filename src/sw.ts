/**
 * The service worker: it keeps the app itself on the device, and nothing else.
 *
 * It never answers for `/api` or `/healthz` and keeps no answer of theirs. A new version waits until a page posts
 * `{ type: "SKIP_WAITING" }`, which a page does only when no draft is being edited in any tab.
 */
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from "workbox-precaching";
import { NavigationRoute, registerRoute } from "workbox-routing";

declare const self: ServiceWorkerGlobalScope & {
  readonly __WB_MANIFEST: (string | { url: string; revision: string | null })[];
};

cleanupOutdatedCaches();
precacheAndRoute(self.__WB_MANIFEST);
registerRoute(
  new NavigationRoute(createHandlerBoundToURL("/index.html"), { denylist: [/^\/api(?:\/|$)/, /^\/healthz$/] }),
);

self.addEventListener("message", (event) => {
  if (isSkipWaiting(event.data)) event.waitUntil(self.skipWaiting());
});

// The page that installed the worker is under its control at once, so that even the first visit can lose its signal.
self.addEventListener("activate", (event) => {
  event.waitUntil(self.clients.claim());
});

const isSkipWaiting = (message: unknown): boolean =>
  typeof message === "object" && message !== null && "type" in message && message.type === "SKIP_WAITING";
