import { expect, test } from "vitest";
import { z } from "zod";
import { caseOperation } from "./bodies";
import { type TestServer } from "./test-server";
import type { Watch } from "./watch-statements";

const Described = z.object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) });

/** That nothing is asked of the database outside of a role, whichever route it comes from. */
export const describeRoles = (server: () => TestServer, watch: () => Watch): void => {
  const routes = async (): Promise<readonly (readonly [string, string])[]> => {
    const answer = await server().app.inject({ url: "/openapi.json" });
    return Object.entries(Described.parse(answer.json()).paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => [method, path] as const),
    );
  };

  test("every route that there is, asked by somebody signed in, works under a role alone", async () => {
    const jo = await server().newPerson(await server().newArea());
    const theCase = caseOperation(server().practice);
    await jo.deliver(theCase);
    const payloads: Readonly<Record<string, object>> = {
      "post /api/sync/push": {
        protocol: 1,
        deviceId: jo.deviceId,
        ops: [caseOperation(server().practice)],
        events: [],
      },
      "post /api/sync/digest": { digest: "0".repeat(64) },
      "post /api/sync/pull": { manifest: [] },
    };
    const asked: string[] = [];
    // Signing out comes last: what is asked after it would be asked by nobody.
    const all = [...(await routes())].sort(([one], [other]) => Number(one === "delete") - Number(other === "delete"));
    for (const [method, path] of all) {
      const before = watch().heard();
      const payload = payloads[`${method} ${path}`];
      const answer = await server().app.inject({
        method: method.toUpperCase() as "GET" | "POST",
        url: path.replaceAll(/\{\w+\}/g, "1"),
        remoteAddress: "10.250.0.1",
        headers: { origin: "https://strandline.example", cookie: jo.cookie, "content-type": "application/json" },
        ...(method === "get" ? {} : { payload: payload ?? {} }),
      });
      expect(answer.statusCode, `${method} ${path}`).toBeLessThan(500);
      if (payload !== undefined) expect(answer.statusCode, `${method} ${path}`).toBe(200);
      // Who asks is looked up for every one of them.
      expect(watch().heard(), `${method} ${path}`).toBeGreaterThan(before);
      asked.push(`${method} ${path}`);
    }
    for (const path of ["/readyz", "/metrics", "/healthz"]) await server().app.inject({ url: path });
    expect(asked).toEqual(expect.arrayContaining(Object.keys(payloads)));
    expect(watch().outside()).toEqual([]);
  });

  test("and so did everything that was asked of this server before, whoever asked it", () => {
    expect(watch().heard()).toBeGreaterThan(0);
    expect(watch().outside()).toEqual([]);
  });
};
