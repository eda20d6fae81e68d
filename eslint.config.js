import reactHooks from "eslint-plugin-react-hooks";
import { defineConfig, globalIgnores } from "eslint/config";
import tseslint from "typescript-eslint";
import { layersRule } from "./scripts/lint/layers-rule.mjs";

export default defineConfig(
  globalIgnores(["dist/", ".cache/", "coverage/", "data/", "public/"]),
  { linterOptions: { reportUnusedDisableDirectives: "error", reportUnusedInlineConfigs: "error" } },
  {
    files: ["**/*.{ts,tsx,js,mjs}"],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      eqeqeq: "error",
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
    },
  },
  {
    files: ["src/**/*.{ts,tsx}"],
    plugins: { house: { rules: { layers: layersRule } } },
    rules: {
      "house/layers": "error",
      "no-console": "error",
    },
  },
  {
    files: ["src/core/**/*.ts"],
    rules: {
      "no-restricted-globals": [
        "error",
        ...["performance", "crypto", "setTimeout", "setInterval", "fetch", "globalThis"].map((name) => ({
          name,
          message: "The core knows no clock, no chance and no world outside: take a port (src/core/ports.ts).",
        })),
      ],
      "no-restricted-properties": [
        "error",
        { object: "Date", property: "now", message: "Take a Clock (src/core/ports.ts)." },
        { object: "Math", property: "random", message: "Take Ids, or another port (src/core/ports.ts)." },
      ],
      "no-restricted-syntax": [
        "error",
        {
          // One argument is a conversion; none reads the clock, and several are read in the device's time zone.
          selector: 'NewExpression[callee.name="Date"]:not([arguments.length=1])',
          message: "Take a Clock (src/core/ports.ts), or convert one number: new Date(ms).",
        },
        { selector: 'CallExpression[callee.name="Date"]', message: "Take a Clock (src/core/ports.ts)." },
        {
          selector: "MemberExpression[property.name=/^(get|set)(FullYear|Month|Date|Day|Hours|Minutes)$/]",
          message: "This depends on the device's time zone: use PlainDate, or the UTC methods.",
        },
      ],
    },
  },
  {
    files: ["src/**/*.tsx", "src/ui/**/*.ts", "tests/ui/**/*.{ts,tsx}"],
    extends: [reactHooks.configs.flat["recommended-latest"]],
  },
  {
    files: ["src/cli/**/*.ts"],
    rules: { "no-console": "off" },
  },
  {
    // The linter does not see the casts that plain JavaScript writes as comments; the compiler does.
    files: ["**/*.mjs"],
    rules: { "@typescript-eslint/no-unsafe-assignment": "off" },
  },
  {
    files: ["tests/**/*.{ts,tsx}"],
    rules: {
      // Fakes are async because the real thing is.
      "@typescript-eslint/require-await": "off",
      // What is not there makes the test fail, as it should.
      "@typescript-eslint/no-non-null-assertion": "off",
    },
  },
);
