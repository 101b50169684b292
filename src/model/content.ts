/**
 * The bytes of a file: whole, or piece by piece from the beginning. Pieces may be asked for again, and each is only
 * good until the next is asked for.
 */
export type Content = Uint8Array | (() => Iterable<Uint8Array>);

/** All bytes of a content in one piece. */
export function wholeOf(content: Content): Uint8Array {
  if (content instanceof Uint8Array) return content;
  // A buffer's own slice would be no copy.
  const pieces = Array.from(content(), (piece) => new Uint8Array(piece));
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}
