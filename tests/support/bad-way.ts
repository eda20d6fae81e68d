import { Agent, type IncomingMessage, request, type Server, createServer, type ServerResponse } from "node:http";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import fc from "fast-check";

/** What a bad connection does to one message: to the request, to the answer, or to both. */
export const MISHAPS = [
  "request-lost",
  "request-cut-short",
  "request-twice",
  "answer-lost",
  "answer-cut-short",
  "late",
] as const;
export type Mishap = (typeof MISHAPS)[number];

/** How the way to the server is: bad to what is synced, gone for everything, or good. */
export type Weather = "bad" | "gone" | "good";

/** A way to a server on which messages are lost, cut short, late and doubled. */
export interface BadWay {
  readonly origin: string;
  readonly becomes: (weather: Weather) => void;
  /** What happened to messages, by how often. */
  readonly happened: () => ReadonlyMap<Mishap, number>;
  readonly close: () => Promise<void>;
}

/**
 * Opens a way to the server on `port`. Each mishap comes as often as each other one, in an order that the seed decides,
 * and every third message comes through as it is: however bad the way, it gets on.
 */
export const openBadWay = async (port: () => number, seed: number): Promise<BadWay> => {
  const order = fc
    .sample(fc.shuffledSubarray([...MISHAPS], { minLength: MISHAPS.length }), { numRuns: 60, seed })
    .flat();
  const happened = new Map<Mishap, number>();
  let weather: Weather = "good";
  let messages = 0;
  let mishaps = 0;
  const nextMishap = (): Mishap | undefined => {
    messages += 1;
    if (messages % 3 === 0) return undefined;
    const mishap = order[mishaps++ % order.length];
    if (mishap !== undefined) happened.set(mishap, (happened.get(mishap) ?? 0) + 1);
    return mishap;
  };

  const server: Server = createServer((asked, answer) => {
    const isSynced = asked.url?.startsWith("/api/sync/") === true;
    const mishap = weather === "bad" && isSynced ? nextMishap() : undefined;
    if (weather === "gone") {
      asked.socket.destroy();
      return;
    }
    carry(port(), asked, answer, mishap).catch(() => asked.socket.destroy());
  });
  server.listen(0, "localhost");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("a way without a port");
  return {
    origin: `http://localhost:${address.port}`,
    becomes: (next) => (weather = next),
    happened: () => happened,
    close: async () => {
      forPages.destroy();
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
};

const carry = async (port: number, asked: IncomingMessage, answer: ServerResponse, mishap?: Mishap): Promise<void> => {
  const body = await wholeOf(asked);
  if (mishap === "late") await pause(300);
  if (mishap === "request-lost") return void asked.socket.destroy();
  if (mishap === "request-cut-short") {
    await askServer(port, asked, body, body.subarray(0, body.length >> 1)).catch(() => undefined);
    return void asked.socket.destroy();
  }
  if (mishap === "request-twice") await askServer(port, asked, body);
  const given = await askServer(port, asked, body);
  if (mishap === "answer-lost") return void asked.socket.destroy();
  answer.writeHead(given.status, { ...given.headers, "content-length": String(given.body.length) });
  if (mishap === "answer-cut-short") {
    // An answer without a body has nothing to cut but its head.
    answer.write(given.body.subarray(0, given.body.length >> 1), () => asked.socket.destroy());
    return;
  }
  answer.end(given.body);
};

interface Given {
  readonly status: number;
  readonly headers: IncomingMessage["headers"];
  readonly body: Buffer;
}

/** The whole app comes in a hundred files and more: not with a connection each. */
const forPages = new Agent({ keepAlive: true, maxSockets: 8 });

/** Asks the server itself; a message of which only a part is sent ends with its connection. */
const askServer = (port: number, asked: IncomingMessage, body: Buffer, sent = body): Promise<Given> =>
  new Promise((resolve, reject) => {
    const { connection: _, "transfer-encoding": __, origin, host: ___, ...rest } = asked.headers;
    // The page came over this way; the server knows itself by its own port.
    const headers = origin === undefined ? rest : { ...rest, origin: `http://localhost:${port}` };
    const onward = request(
      {
        ...{ host: "localhost", port, path: asked.url, method: asked.method },
        agent: asked.method === "GET" ? forPages : false,
        headers: body.length === 0 ? headers : { ...headers, "content-length": String(body.length) },
      },
      (got) => {
        wholeOf(got).then((whole) => {
          const { connection: _connection, "transfer-encoding": _encoding, ...given } = got.headers;
          resolve({ status: got.statusCode ?? 502, headers: given, body: whole });
        }, reject);
      },
    );
    onward.on("error", reject);
    if (sent.length === body.length) onward.end(body);
    else onward.write(sent, () => onward.destroy(new Error("cut short")));
  });

const wholeOf = async (message: IncomingMessage): Promise<Buffer> => {
  const parts: Buffer[] = [];
  for await (const part of message) parts.push(part as Buffer);
  return Buffer.concat(parts);
};
