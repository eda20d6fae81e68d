import { test } from "vitest";
import * as core from "../support/core-under-test";
import { notesStayWithTheAction, withdrawnIsNotOffered } from "./laws/taken-strategies";

test("HAZ-15 an action keeps whom to ask first and when to stop, however its words are changed", () => {
  notesStayWithTheAction(core);
});

test("HAZ-15 what was withdrawn is not offered, and nothing leads from one withdrawn strategy to another", () => {
  withdrawnIsNotOffered(core);
});
