import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { FastifyInstance } from "fastify";

const FROM_CHARACTERS = 1_024;

/**
 * Packs long answers for whoever can unpack them: words shrink to a sixth, and there is a tablet on a weak signal at the
 * other end.
 *
 * Shape  quickly rather than tightly, so that nobody near waits for it. Brotli takes half of gzip's time; browsers know
 *        it wherever the app may run, on https and on the machine itself.
 */
export const packAnswers = (app: FastifyInstance): void => {
  app.addHook("onSend", async (request, reply, payload) => {
    if (typeof payload !== "string" || payload.length < FROM_CHARACTERS) return payload;
    const accepted = request.headers["accept-encoding"] ?? "";
    const [coding, pack] = packings.find(([name]) => accepted.includes(name)) ?? [];
    if (coding === undefined || pack === undefined) return payload;
    void reply.header("content-encoding", coding).header("vary", "accept-encoding").removeHeader("content-length");
    return pack(payload);
  });
};

const packings: readonly (readonly [name: string, pack: (text: string) => Promise<Buffer>])[] = [
  ["br", (text) => promisify(brotliCompress)(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } })],
  ["gzip", (text) => promisify(gzip)(text, { level: constants.Z_BEST_SPEED })],
];
