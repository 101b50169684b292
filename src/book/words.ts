import { byWord } from '../model/shipment.ts';

type Word = Parameters<typeof byWord>[0];

/**
 * Adds what one file says to what is known: of two words on one thing that of the later file counts, of two files of a
 * day the one with the later name, whatever was read first. A file read again replaces what it said before.
 */
export function mergeWords<Said extends Word>(
  known: readonly Said[],
  added: readonly Said[],
  read: { readonly asOf: string; readonly file: string },
  identity: (said: Said) => string,
): Said[] {
  const others = known.filter(({ asOf, place }) => asOf !== read.asOf || place.file !== read.file);
  const words = new Map(others.map((one) => [identity(one), one]));
  for (const one of added) {
    const before = words.get(identity(one));
    if (!before || byWord(before, one) <= 0) words.set(identity(one), one);
  }
  return [...words.values()];
}
