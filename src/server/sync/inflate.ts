import { Transform, type TransformCallback } from "node:stream";
import { constants, createGunzip } from "node:zlib";
import type { FastifyInstance } from "fastify";

/** What was sent is more than may be sent, packed or unpacked. */
export class TooMuch extends Error {
  readonly statusCode = 413;
  readonly code = "TOO_MUCH";
}

/** What was sent is not the gzip that it says it is. */
export class NotGzip extends Error {
  readonly statusCode = 400;
  readonly code = "NOT_GZIP";
}

/** A stream that ends with an error at the first byte over its limit, and so stops whatever feeds it. */
export const limitedTo = (bytes: number): Transform => {
  let passed = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback) {
      passed += chunk.length;
      if (passed > bytes) done(new TooMuch());
      else done(null, chunk);
    },
  });
};

/**
 * Inflates what arrives as gzip, as far as the limit and no further.
 *
 * Shape  the framework does not inflate by itself. The parser's own limit would count a piece after it had been
 *        inflated; here the inflating itself stops, so that a small body can never become a large one in memory.
 */
export const acceptGzip = (app: FastifyInstance, largestBytes: number): void => {
  app.addHook("preParsing", (request, reply, payload, done) => {
    const encoding = request.headers["content-encoding"];
    if (encoding === undefined || encoding === "identity") {
      done(null, payload);
      return;
    }
    if (encoding !== "gzip") {
      done(Object.assign(new Error("encoding"), { statusCode: 415, code: "ENCODING" }));
      return;
    }
    // The length that was announced is the packed one; the parser would hold it against the unpacked.
    delete request.headers["content-length"];
    const packed = limitedTo(largestBytes);
    const gunzip = createGunzip({ finishFlush: constants.Z_FINISH });
    const inflated = limitedTo(largestBytes);
    const stop = (error: Error): void => {
      payload.unpipe(packed);
      packed.destroy();
      gunzip.destroy();
      // The rest of the body is not wanted: after the answer, the connection ends.
      reply.header("connection", "close");
      inflated.destroy(error);
    };
    packed.on("error", stop);
    gunzip.on("error", () => {
      stop(new NotGzip());
    });
    inflated.on("error", stop);
    payload.on("error", stop);
    payload.pipe(packed).pipe(gunzip).pipe(inflated);
    done(null, inflated);
  });
};
