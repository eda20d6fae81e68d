/**
 * The service worker: it keeps the app itself on the device, and nothing else.
 *
 * It never answers for `/api` or `/healthz` and keeps no answer of theirs. A new version waits until a page posts
 * `{ type: "SKIP_WAITING" }`, which a page does only when no draft is being edited in any tab. A page that has no
 * worker, though one is active, posts `{ type: "CLAIM" }`.
 *
 * [Note: Verified whole] Each file is named with the SHA-256 of its bytes, and the browser hands over none that differ:
 * one that is missing, cut short or another fails the whole installation, and the version before it goes on. What lies
 * here from that version is not fetched again, having been verified then. See docs/decisions/0003.
 */
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from "workbox-precaching";
import { NavigationRoute, registerRoute } from "workbox-routing";

declare const self: ServiceWorkerGlobalScope & {
  readonly __WB_MANIFEST: { url: string; revision: string | null; integrity?: string }[];
};

cleanupOutdatedCaches();
precacheAndRoute(self.__WB_MANIFEST);
registerRoute(
  new NavigationRoute(createHandlerBoundToURL("/index.html"), { denylist: [/^\/api(?:\/|$)/, /^\/healthz$/] }),
);

self.addEventListener("message", (event) => {
  if (saysOnly(event.data, "SKIP_WAITING")) event.waitUntil(self.skipWaiting());
  if (saysOnly(event.data, "CLAIM")) event.waitUntil(self.clients.claim());
});

// The page that installed the worker is under its control at once, so that even the first visit can lose its signal.
self.addEventListener("activate", (event) => {
  event.waitUntil(self.clients.claim());
});

const saysOnly = (message: unknown, type: string): boolean =>
  typeof message === "object" && message !== null && "type" in message && message.type === type;
