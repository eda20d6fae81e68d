import type { FastifyInstance } from "fastify";
import { ORIGIN } from "./server/test-server";

/** What one request asked, for a test to look at. */
export interface Asked {
  readonly method: string;
  readonly path: string;
}

/** A `fetch` that asks a server without a network, as a browser would with this cookie. */
export const fetchInto = (app: FastifyInstance, cookie = "") => {
  const asked: Asked[] = [];
  const fetch: typeof globalThis.fetch = async (path, { method = "GET", headers, body } = {}) => {
    asked.push({ method, path: path as string });
    const payload =
      body === undefined || body === null ? undefined : Buffer.from(await new Response(body).arrayBuffer());
    const answer = await app.inject({
      method: method as "GET" | "POST",
      url: path as string,
      headers: { ...Object.fromEntries(new Headers(headers)), cookie, origin: ORIGIN },
      ...(payload === undefined ? {} : { payload }),
    });
    const { statusCode: status } = answer;
    return new Response(status === 204 ? null : answer.body, { status });
  };
  return { fetch, asked };
};
