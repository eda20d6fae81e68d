/** What the core needs of the world outside. Adapters are in `platform/`; tests bring their own. */
export interface Clock {
  /** Milliseconds since 1970, as this device believes; never trusted for order. */
  readonly nowMs: () => number;
}

export interface Ids {
  /** A new UUIDv7. */
  readonly next: () => string;
}
