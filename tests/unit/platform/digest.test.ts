import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { sha256Hex } from "#platform/digest";

test("the hash of nothing is the one that everybody knows", async () => {
  expect(await sha256Hex("")).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
});

test("the hash is of the UTF-8 bytes", async () => {
  const text = "Zoë · 朋友 · 🚂";
  expect(await sha256Hex(text)).toBe(createHash("sha256").update(text, "utf8").digest("hex"));
});
