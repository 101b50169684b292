import type { Part } from './serve.ts';
import { holdPart } from './shipping.ts';

/** What there is of one part of a kit, for one kit after the other. */
export interface PartList {
  /** Units in each kit. */
  readonly quantity: number;
  readonly parts: readonly Part[];
}

/** A kit ships complete: what is there of its parts waits for the rest. The parts in the order of the lists. */
export function together(lists: readonly PartList[]): readonly Part[] {
  const cuts = lists.flatMap(({ quantity, parts }) => {
    let units = 0;
    return parts.flatMap((part) => {
      units += part.quantity;
      return [Math.floor(units / quantity), Math.ceil(units / quantity)];
    });
  });
  const edges = [...new Set([0, ...cuts])].toSorted((a, b) => a - b);
  const held = lists.map((): Part[] => []);
  edges.slice(1).forEach((to, i) => {
    const from = edges[i] ?? 0;
    const pieces = lists.map((list) => pieceOf(list, from, to));
    const kit = pieces.flat();
    pieces.forEach((own, at) => {
      held[at]?.push(...own.map((piece) => holdPart(piece, kit, ({ line }) => `part ${line.sku}`)));
    });
  });
  return held.flatMap(joined);
}

/** The parts of an article that belong to the kits from one count to another. */
function pieceOf({ quantity, parts }: PartList, from: number, to: number): Part[] {
  let at = 0;
  return parts.flatMap((part) => {
    const [start, end] = [
      Math.max(at, from * quantity),
      Math.min(at + part.quantity, to * quantity),
    ];
    at += part.quantity;
    return end > start ? [{ ...part, quantity: end - start }] : [];
  });
}

/** Neighbours that differ in nothing but their number are one. */
function joined(parts: readonly Part[]): Part[] {
  const result: Part[] = [];
  for (const part of parts) {
    const last = result.at(-1);
    if (last && isAlike(last, part))
      result[result.length - 1] = { ...last, quantity: last.quantity + part.quantity };
    else result.push(part);
  }
  return result;
}

function isAlike(a: Part, b: Part): boolean {
  return (
    a.state === b.state &&
    a.supplier === b.supplier &&
    a.source === b.source &&
    a.offer === b.offer &&
    a.shipDate === b.shipDate &&
    a.basis === b.basis &&
    a.blockedBy === b.blockedBy
  );
}
