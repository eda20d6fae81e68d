import { beforeAll, describe, expect, test } from "vitest";
import { caseOperation, profileOperation, reviewBody, reviewOperation } from "./bodies";
import { sectionsIn, type TestDevice, type TestServer } from "./test-server";

/** What a push and a pull promise of a review, whichever database keeps it. */
export const describeReviews = (server: () => TestServer): void => {
  let jo: TestDevice;
  let ash: TestDevice;
  let practice: boolean;
  beforeAll(async () => {
    practice = server().practice;
    const areaId = await server().newArea();
    [jo, ash] = await Promise.all([server().newPerson(areaId), server().newPerson(areaId)]);
  });
  const profileAndCase = async () => {
    const theCase = caseOperation(practice);
    const profile = profileOperation(practice, theCase.caseId);
    await jo.push([theCase, profile]);
    return { caseId: theCase.caseId, profileId: profile.recordId };
  };

  test("a review is accepted with a receipt, and pulled by a colleague with the case", async () => {
    const { caseId, profileId } = await profileAndCase();
    const op = reviewOperation(caseId, { body: reviewBody(practice, profileId, { next: { words: "On." } }) });
    const [result] = await jo.push([op]);
    expect(result).toMatchObject({ status: "accepted", receipt: { revId: op.opId, sha256: op.sha256 } });
    expect((await ash.pull()).puts.map(({ recordId }) => recordId)).not.toContain(op.recordId);
    await ash.isGiven(caseId);
    const pulled = await ash.pull();
    expect(pulled.puts.find(({ recordId }) => recordId === op.recordId)).toMatchObject({
      recordType: "review",
      caseId,
    });
    expect(sectionsIn(pulled, op.recordId)["next"]).toMatchObject({ words: "On." });
  });

  test("HAZ-08 what one person said and keeps from another does not reach that one, nor does that it exists", async () => {
    const { caseId, profileId } = await profileAndCase();
    await ash.isGiven(caseId);
    const shown = { "action/a": { tried: "yes" } };
    const hidden = { "action/a/p": { hiddenFrom: [ash.who.accountId], helped: "no", words: "Zephyrine" } };
    const op = reviewOperation(caseId, { body: reviewBody(practice, profileId, { ...shown, ...hidden }) });
    await jo.deliver(op);
    expect(Object.keys(sectionsIn(await jo.pull(), op.recordId))).toEqual(["frame", "action/a", "action/a/p"]);
    const pulled = await ash.pull();
    expect(Object.keys(sectionsIn(pulled, op.recordId))).toEqual(["frame", "action/a"]);
    expect(JSON.stringify(pulled)).not.toContain("Zephyrine");
  });

  describe("is held, whole, and a person looks at it", () => {
    test.each([
      ["a review without its frame", { frame: undefined }],
      ["a review of another shape", { "action/a": { tried: 3 } }],
    ])("%s", async (_, sections) => {
      const { caseId, profileId } = await profileAndCase();
      const op = reviewOperation(caseId, { body: reviewBody(practice, profileId, sections) });
      expect((await jo.push([op])).map(({ status }) => status)).toEqual(["quarantined"]);
    });
  });

  test("a review that says it is of another sort of data than the server's is not taken in", async () => {
    const { caseId, profileId } = await profileAndCase();
    const op = reviewOperation(caseId, { body: reviewBody(!practice, profileId) });
    const like = profileOperation(!practice, caseId);
    const [review, profile] = await jo.push([op, like]);
    expect([review?.status, review?.reason]).toEqual([profile?.status, profile?.reason]);
    expect(review?.status).not.toBe("accepted");
  });
};
