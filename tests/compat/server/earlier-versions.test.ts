import { afterAll, beforeAll, describe } from "vitest";
import { describeEarlier } from "../../support/server/earlier-rules";
import { keepInMemory, keepInPostgres, type Keeper } from "../../support/server/keepers";
import { createTestServer, type TestServer } from "../../support/server/test-server";

describe.each([
  ["PGlite", keepInMemory],
  ["PostgreSQL", keepInPostgres],
] as const)("earlier versions, over %s", (_, keep) => {
  let keeper: Keeper;
  let server: TestServer;
  beforeAll(async () => {
    keeper = await keep();
    server = await createTestServer(keeper.store);
  }, 120_000);
  afterAll(async () => {
    await server.close();
    await keeper.close();
  });
  describeEarlier(
    () => server,
    () => keeper,
  );
});
