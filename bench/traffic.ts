import type { CDPSession } from "playwright-core";

/**
 * One request as it went over the wire.
 *
 * Units  bytes of the bodies as they were sent, packed where they were packed; the heads, with their first line, apart.
 */
export interface Exchange {
  readonly path: string;
  readonly bytesUp: number;
  readonly bytesDown: number;
  readonly headUp: number;
  readonly headDown: number;
  readonly packedUp: string;
  readonly packedDown: string;
}

/** Everything that a page asks from now on; `ended` waits until every answer is whole. */
export interface Traffic {
  readonly ended: () => Promise<readonly Exchange[]>;
}

type Counted = { -readonly [K in keyof Exchange]: Exchange[K] };

/** Counts what a page sends and is sent, as the browser's own network log says. */
export const countTraffic = async (channel: CDPSession): Promise<Traffic> => {
  const byId = new Map<string, Counted>();
  const open = new Set<string>();
  const of = (id: string): Counted => {
    const known = byId.get(id);
    if (known !== undefined) return known;
    const counted = { path: "", bytesUp: 0, bytesDown: 0, headUp: 0, headDown: 0, packedUp: "", packedDown: "" };
    byId.set(id, counted);
    return counted;
  };
  channel.on("Network.requestWillBeSent", ({ requestId, request }) => {
    const { pathname, search } = new URL(request.url);
    of(requestId).path = pathname;
    of(requestId).headUp += `${request.method} ${pathname}${search} HTTP/1.1\r\n\r\n`.length;
    open.add(requestId);
  });
  // The headers that were really sent: a page's own list lacks the length, and a body that is a blob is not shown.
  channel.on("Network.requestWillBeSentExtraInfo", ({ requestId, headers }) => {
    of(requestId).bytesUp = Number(headerIn(headers, "content-length") ?? 0);
    of(requestId).packedUp = headerIn(headers, "content-encoding") ?? "";
    of(requestId).headUp += Object.entries(headers).reduce(
      (sum, [name, value]) => sum + `${name}: ${value}\r\n`.length,
      0,
    );
  });
  channel.on("Network.responseReceivedExtraInfo", ({ requestId, headers, headersText = "" }) => {
    of(requestId).headDown = headersText.length;
    of(requestId).packedDown = headerIn(headers, "content-encoding") ?? "";
  });
  channel.on("Network.dataReceived", ({ requestId, encodedDataLength }) => {
    of(requestId).bytesDown += encodedDataLength;
  });
  channel.on("Network.loadingFinished", ({ requestId }) => {
    open.delete(requestId);
  });
  channel.on("Network.loadingFailed", ({ requestId }) => {
    open.delete(requestId);
  });
  await channel.send("Network.enable");
  return {
    ended: async () => {
      for (let waits = 0; open.size > 0 && waits < 100; waits += 1)
        await new Promise((resolve) => setTimeout(resolve, 20));
      if (open.size > 0) throw new Error("a request did not end");
      const seen = [...byId.values()];
      byId.clear();
      return seen;
    },
  };
};

const headerIn = (headers: Readonly<Record<string, string>>, name: string): string | undefined =>
  Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
