import { Readable } from "node:stream";
import { gzipSync } from "node:zlib";
import Fastify from "fastify";
import { expect, test } from "vitest";
import { acceptGzip, limitedTo } from "#server/sync/inflate";

const ONE_MB = 1_048_576;

test("what is packed small and unpacks large is stopped by us, where the framework would let it through", async () => {
  const app = Fastify();
  acceptGzip(app, ONE_MB);
  app.post("/", { bodyLimit: 2_000_000_000 }, () => "taken");
  const bomb = gzipSync(JSON.stringify(" ".repeat(200_000_000)), { level: 9 });
  expect(bomb.length).toBeLessThan(ONE_MB);
  const headers = { "content-type": "application/json", "content-encoding": "gzip" };
  const answer = await app.inject({ method: "POST", url: "/", payload: bomb, headers });
  expect(answer.statusCode).toBe(413);
  expect(answer.headers["connection"]).toBe("close");
  const small = gzipSync(JSON.stringify("trains"));
  expect((await app.inject({ method: "POST", url: "/", payload: small, headers })).body).toBe("taken");
  await app.close();
});

test("what feeds a limited stream is asked for no more than the limit and what was on its way", async () => {
  let asked = 0;
  const endless = new Readable({
    read() {
      asked += 65_536;
      this.push(Buffer.alloc(65_536));
    },
  });
  const limited = endless.pipe(limitedTo(ONE_MB));
  limited.resume();
  await expect(
    new Promise((_, reject) => {
      limited.on("error", reject);
    }),
  ).rejects.toMatchObject({ statusCode: 413 });
  expect(asked).toBeLessThan(2 * ONE_MB);
});
