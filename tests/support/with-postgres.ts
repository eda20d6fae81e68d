import type { TestProject } from "vitest/node";
import { startCluster } from "./postgres";

declare module "vitest" {
  export interface ProvidedContext {
    readonly postgresPort: number;
  }
}

/** One PostgreSQL for all tests of the server; each makes databases of its own in it. */
export default async function setup(project: TestProject): Promise<() => void> {
  const cluster = await startCluster();
  project.provide("postgresPort", cluster.port);
  return cluster.stop;
}
