import { relative, sep } from "node:path";
import { importFault } from "./import-fault.mjs";

/**
 * The ESLint rule `house/layers`: every way of naming another module is held against [Note: Layers].
 *
 * @type {import("eslint").Rule.RuleModule}
 */
export const layersRule = {
  meta: {
    type: "problem",
    schema: [],
    messages: { notAllowed: "{{fault}} (scripts/lint/layers.mjs)" },
  },
  create(context) {
    const file = relative(context.cwd, context.filename).split(sep).join("/");

    /** @param {unknown} source */
    const check = (source) => {
      const node = /** @type {import("estree").Literal | null | undefined} */ (source);
      if (typeof node?.value !== "string") return;
      const fault = importFault(file, node.value);
      if (fault !== undefined) context.report({ node, messageId: "notAllowed", data: { fault } });
    };

    return {
      ImportDeclaration: (node) => {
        check(node.source);
      },
      ExportNamedDeclaration: (node) => {
        check(node.source);
      },
      ExportAllDeclaration: (node) => {
        check(node.source);
      },
      ImportExpression: (node) => {
        check(node.source);
      },
      // `typeof import("…")` is TypeScript's own node, which ESLint's types do not know.
      TSImportType: (/** @type {{ source?: unknown }} */ node) => {
        check(node.source);
      },
      // A worker is named by `new URL("./sealing-worker.ts", import.meta.url)`.
      'NewExpression[callee.name="URL"][arguments.1.type="MemberExpression"]': (
        /** @type {import("estree").NewExpression} */ node,
      ) => {
        check(node.arguments[0]);
      },
    };
  },
};
