import { expect, test } from "vitest";
import { createScriptUrls, type PolicyFactory } from "#platform/trusted-types";

const ORIGIN = "https://strandline.example";

test("the service worker and built scripts of this site go through", () => {
  const scriptUrl = createScriptUrls(undefined, ORIGIN);
  expect(scriptUrl("/sw.js")).toBe(`${ORIGIN}/sw.js`);
  expect(scriptUrl("/assets/report-worker-B4x_9.js")).toBe(`${ORIGIN}/assets/report-worker-B4x_9.js`);
});

test.each([
  "https://elsewhere.example/sw.js",
  "//elsewhere.example/sw.js",
  "data:text/javascript,alert(1)",
  "javascript:alert(1)",
  "/api/sync/pull",
  "/assets/../uploads/evil.js",
  "/assets/picture.svg",
  "/sw.js.map",
])("%s does not", (path) => {
  expect(() => createScriptUrls(undefined, ORIGIN)(path)).toThrow(TypeError);
});

test("where the browser has Trusted Types, one policy named strandline makes what it accepts", () => {
  const names: string[] = [];
  const factory: PolicyFactory = {
    createPolicy: (name, rules) => {
      names.push(name);
      return { createScriptURL: (path) => ({ trusted: rules.createScriptURL(path) }) };
    },
  };
  const scriptUrl = createScriptUrls(factory, ORIGIN);
  expect(scriptUrl("/sw.js")).toEqual({ trusted: `${ORIGIN}/sw.js` });
  expect(() => scriptUrl("/elsewhere.js")).toThrow(TypeError);
  expect(names).toEqual(["strandline"]);
});
