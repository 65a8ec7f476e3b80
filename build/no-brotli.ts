/**
 * Stands in for the Brotli decoder of fontkit, which only WOFF2 fonts need: ours are TrueType, and the decoder would be
 * a third of the PDF writer.
 */
export default function decompress(): never {
  throw new Error('WOFF2 fonts are not supported here: use TrueType.');
}
