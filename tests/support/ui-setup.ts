import "@testing-library/jest-dom/vitest";
import { cleanup, configure } from "@testing-library/react";
import { afterEach } from "vitest";

afterEach(() => {
  cleanup();
});

// Long enough for a busy machine; what is there sooner is found sooner.
configure({ asyncUtilTimeout: 20_000 });
