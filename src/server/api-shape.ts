import type { FastifyBaseLogger, FastifyInstance, FastifySchemaCompiler, RawServerDefault } from "fastify";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { type ShapeFault, shapeFaults } from "#core/schema/shape-faults";
import { ErrorResponse } from "#core/schema/wire";

/** The server, whose routes take their types from the schemas that they are given. */
export type Api = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>;

/** What any route may answer with instead. */
export const problems = { "4xx": ErrorResponse, "5xx": ErrorResponse };

/** A message that does not have the shape it must have. Holds places and reasons, never what was sent. */
export class Misshapen extends Error {
  readonly statusCode = 400;
  readonly code = "MISSHAPEN";
  constructor(readonly faults: readonly ShapeFault[]) {
    super("not of the shape");
  }
}

/** Reads what was sent by the schema that the route documents. */
export const byItsSchema: FastifySchemaCompiler<unknown> = ({ schema }) =>
  schema instanceof z.ZodType ? readBy(schema) : () => ({ error: new Misshapen([]) });

/** Reads what was sent by another schema than the one that the route documents. */
export const onlyTheShape =
  (schema: z.ZodType): FastifySchemaCompiler<unknown> =>
  () =>
    readBy(schema);

const readBy = (schema: z.ZodType) => (sent: unknown) => {
  const read = schema.safeParse(sent);
  return read.success ? { value: read.data } : { error: new Misshapen(shapeFaults(read.error)) };
};
