import type { FastifyInstance } from "fastify";
import { POLICY_HEADER } from "#core/schema/wire";
import { ORIGIN } from "./server/test-server";

/** What one request asked, for a test to look at. */
export interface Asked {
  readonly method: string;
  readonly path: string;
}

/** The headers that a device reads. */
const HEARD = ["retry-after", POLICY_HEADER];

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
    const heard = new Headers();
    for (const name of HEARD) {
      const value = answer.headers[name];
      if (value !== undefined) heard.set(name, String(value));
    }
    return new Response(status === 204 ? null : answer.body, { status, headers: heard });
  };
  return { fetch, asked };
};
