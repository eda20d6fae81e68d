import type { FastifyHelmetOptions } from "@fastify/helmet";

/**
 * The headers that every answer carries.
 *
 * The service worker keeps the page together with these, so they hold without a connection too. `strandline` is the
 * one Trusted Types policy; it lets through the addresses of our own worker scripts.
 */
export const securityHeaders = (publicOrigin: string): FastifyHelmetOptions => ({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      "default-src": ["'self'"],
      "script-src": ["'self'", "'wasm-unsafe-eval'"],
      "style-src": ["'self'"],
      "img-src": ["'self'", "data:"],
      "font-src": ["'self'"],
      "connect-src": ["'self'"],
      "manifest-src": ["'self'"],
      "worker-src": ["'self'"],
      "object-src": ["'none'"],
      "base-uri": ["'none'"],
      "form-action": ["'self'"],
      "frame-ancestors": ["'none'"],
      "frame-src": ["'none'"],
      "require-trusted-types-for": ["'script'"],
      "trusted-types": ["strandline"],
    },
  },
  referrerPolicy: { policy: "no-referrer" },
  // A browser that once heard this for localhost would refuse every other program there.
  strictTransportSecurity: publicOrigin.startsWith("https:") ? { maxAge: 31_536_000, includeSubDomains: false } : false,
  crossOriginResourcePolicy: { policy: "same-origin" },
  xFrameOptions: { action: "deny" },
});

/** What the app never asks a browser for is refused in advance; passkeys and a screen that stays on are its own. */
export const permissionsPolicy = [
  ...["accelerometer", "camera", "display-capture", "geolocation", "gyroscope", "hid", "magnetometer", "microphone"],
  ...["midi", "payment", "serial", "usb"],
]
  .map((feature) => `${feature}=()`)
  .concat("publickey-credentials-create=(self)", "publickey-credentials-get=(self)", "screen-wake-lock=(self)")
  .join(", ");
