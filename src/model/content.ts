/**
 * The bytes of a file: whole, or piece by piece from the beginning. Pieces may be asked for again, and each is only
 * good until the next is asked for.
 */
export type Content = Uint8Array | (() => Iterable<Uint8Array>);

/** All bytes of a content in one piece. */
export function wholeOf(content: Content): Uint8Array {
  if (content instanceof Uint8Array) return content;
  const pieces = [...content()].map((piece) => piece.slice());
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
