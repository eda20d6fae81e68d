const COMPRESS_FROM_BYTES = 1_024;

/** A message as it is sent. */
export interface Packed {
  readonly body: Blob | string;
  readonly encoding: Record<string, string>;
}

/** Compresses what is long enough to gain by it. */
export const packed = async (text: string): Promise<Packed> => {
  if (text.length < COMPRESS_FROM_BYTES) return { body: text, encoding: {} };
  const zipped = new Blob([text]).stream().pipeThrough(new CompressionStream("gzip"));
  return { body: await new Response(zipped).blob(), encoding: { "content-encoding": "gzip" } };
};
