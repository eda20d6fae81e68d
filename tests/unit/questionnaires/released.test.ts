import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runValidate } from "../../../src/cli/commands/run-validate";
import { collectingTerminal } from "../../support/collecting-terminal";

const check = (file: string) => {
  const terminal = collectingTerminal();
  return { exit: runValidate([file], terminal), ...terminal.written };
};

test("every released questionnaire is word for word as it was released", () => {
  expect(check("questionnaires/released.json")).toMatchObject({ exit: 0, err: "" });
});

test("a released file that changes by one word is found", () => {
  const folder = mkdtempSync(join(tmpdir(), "released-"));
  try {
    cpSync("questionnaires/nd-profile/v1", join(folder, "nd-profile/v1"), { recursive: true });
    const [path, list] = ["nd-profile/v1/en-GB.json", join(folder, "released.json")];
    const sha256 = createHash("sha256")
      .update(readFileSync(join(folder, path)))
      .digest("hex");
    writeFileSync(list, JSON.stringify({ format: 1, files: { [path]: sha256 } }));
    expect(check(list)).toMatchObject({ exit: 0, out: `${list}: ok, 1 released file, as released\n` });

    const words = readFileSync(join(folder, path), "utf8");
    writeFileSync(join(folder, path), words.replace("Energy and rest", "Energy and sleep"));
    expect(check(list)).toMatchObject({
      exit: 1,
      err: `${list}: files/${path}: this was released and has changed: make a new version instead\n`,
    });

    rmSync(join(folder, path));
    expect(check(list).err).toContain("this was released and is not there any more");
  } finally {
    rmSync(folder, { recursive: true });
  }
});
