import { makeReady } from "../../scripts/ready.mjs";

/** Builds what is out of date before the tests that run what people run. */
export default function setup(): void {
  makeReady();
}
