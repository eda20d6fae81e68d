import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { lockFolder } from "#server/store/folder-lock";
import { valueOf } from "../support/value-of";

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "strandline-lock-"));
  file = join(folder, "data", "practice.lock");
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

test("one holds it, and the next is told who", () => {
  const lock = valueOf(lockFolder(file));
  expect(lockFolder(file)).toEqual({ ok: false, error: { type: "InUse", pid: process.pid } });
  lock.release();
  expect(existsSync(file)).toBe(false);
  valueOf(lockFolder(file)).release();
  expect(readdirSync(join(folder, "data"))).toEqual([]);
});

test("what a process that is no more left behind is taken over", async () => {
  const child = spawn("true");
  await once(child, "exit");
  valueOf(lockFolder(file)).release();
  writeFileSync(file, JSON.stringify({ pid: child.pid, started: "" }));
  const lock = valueOf(lockFolder(file));
  expect(JSON.parse(readFileSync(file, "utf8"))).toMatchObject({ pid: process.pid });
  lock.release();
});

test("a living process that got the number of the one that died does not count as its holder", () => {
  valueOf(lockFolder(file)).release();
  writeFileSync(file, JSON.stringify({ pid: process.ppid, started: "another boot/1" }));
  valueOf(lockFolder(file)).release();
});

test("a file that says nothing is taken over", () => {
  valueOf(lockFolder(file)).release();
  for (const nothing of ["", "{", '{"pid":"x"}']) {
    writeFileSync(file, nothing);
    valueOf(lockFolder(file)).release();
  }
});

test("who lets go late does not take it from the next", () => {
  const lock = valueOf(lockFolder(file));
  rmSync(file);
  const next = valueOf(lockFolder(file));
  writeFileSync(file, JSON.stringify({ pid: process.ppid, started: "" }));
  lock.release();
  expect(existsSync(file)).toBe(true);
  next.release();
});
