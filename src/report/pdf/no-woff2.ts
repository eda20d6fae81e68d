/**
 * Stands in for the decompressor that fontkit brings for WOFF2 files. Documents use TrueType files only, and the real
 * one unpacks a dictionary of its own before the first page could be drawn. See `resolve.alias` in vite.config.ts.
 */
const decompress = (): never => {
  throw new Error("documents are drawn with TrueType files only");
};
export default decompress;
