import { afterAll, beforeAll, describe } from "vitest";
import { describeAccess } from "./access-rules";
import { describeAnswers } from "./answer-rules";
import { describeDevices } from "./device-rules";
import { describeAudit } from "./audit-rules";
import { describeAreaFiles } from "./area-files-rules";
import { describeConcerns } from "./concern-rules";
import { describeGrounds } from "./ground-rules";
import { describeHeld } from "./held-rules";
import { describeIdentity } from "./identity-rules";
import type { Keeper } from "./keepers";
import { describeOverview } from "./overview-rules";
import { describePrivate } from "./private-rules";
import { describeProbing } from "./probing-rules";
import { describePull } from "./pull-rules";
import { describePush } from "./push-rules";
import { describeReviews } from "./review-rules";
import { describeRoles } from "./role-rules";
import { describeSameChild } from "./same-child-rules";
import { describeSealed } from "./sealed-rules";
import { createTestServer, type TestServer } from "./test-server";
import { describeVersions } from "./version-rules";
import { type Watch, watchStatements } from "./watch-statements";

/** Everything that the server promises, over one database. */
export const describeServer = (keep: () => Promise<Keeper>): void => {
  let keeper: Keeper;
  let server: TestServer;
  let watch: Watch;
  beforeAll(async () => {
    keeper = await keep();
    watch = watchStatements();
    server = await createTestServer(keeper.store);
  }, 120_000);
  afterAll(async () => {
    watch.stop();
    await server.close();
    await keeper.close();
  });
  describe("push", () => {
    describePush(() => server);
  });
  describe("pull", () => {
    describePull(() => server);
  });
  describe("versions", () => {
    describeVersions(() => server);
  });
  describe("reviews", () => {
    describeReviews(() => server);
  });
  describe("devices", () => {
    describeDevices(
      () => server,
      () => keeper,
    );
  });
  describe("sealed delivery", () => {
    describeSealed(
      () => server,
      () => keeper,
    );
  });
  describe("concerns and notes", () => {
    describeConcerns(
      () => server,
      () => keeper,
    );
  });
  describe("what is not in", () => {
    describeOverview(
      () => server,
      () => keeper,
    );
  });
  describe("held safely", () => {
    describeHeld(
      () => server,
      () => keeper,
    );
  });
  describe("private records, looked into", () => {
    describePrivate(
      () => server,
      () => keeper,
    );
  });
  describe("in the database", () => {
    describeAccess(
      () => server,
      () => keeper,
    );
  });
  describe("grounds", () => {
    describeGrounds(
      () => server,
      () => keeper,
    );
  });
  describe("decisions about two children's records", () => {
    describeSameChild(
      () => server,
      () => keeper,
    );
  });
  describe("probing", () => {
    describeProbing(
      () => server,
      () => keeper,
    );
  });
  describe("the audit's chain", () => {
    describeAudit(
      () => server,
      () => keeper,
    );
  });
  describe("identity", () => {
    describeIdentity(
      () => server,
      () => keeper,
    );
  });
  describe("an area's own files", () => {
    describeAreaFiles(() => server);
  });
  describe("answers", () => {
    describeAnswers(() => server);
  });
  describe("statements", () => {
    describeRoles(
      () => server,
      () => watch,
    );
  });
};
