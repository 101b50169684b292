import { groupBy } from '../model/group-by.ts';
import { type OrderLine, orderDay } from '../model/order.ts';
import type { Problem } from '../model/problem.ts';
import { byBytes } from '../model/sku.ts';

/** Two shops may number their orders alike, and sell as many of an article on the same day. */
const leastAlike = 3;
const leastShare = 0.1;

/**
 * Order lines that the book has twice, as files tell of them under two channels, or under one and under none: of the same
 * order number, day, article and units. Said once for each two channels.
 */
export function twoChannels(lines: readonly OrderLine[]): readonly Problem[] {
  if (lines.every(({ channel }) => channel === lines[0]?.channel)) return [];
  const named = lines.filter(({ orderId }) => orderId !== '');
  const sizes = new Map<string, number>();
  for (const { channel = '' } of named) sizes.set(channel, (sizes.get(channel) ?? 0) + 1);
  const twice = [...groupBy(named, alikeKey).values()].flatMap((own) => {
    const [one, other] = channelsOf(own);
    return one && other ? [{ one, other }] : [];
  });
  const pairs = groupBy(twice, ({ one, other }) => `${one.channel}\0${other.channel}`);
  return [...pairs.values()].flatMap((own): Problem[] => {
    const [first] = own;
    if (!first || own.length < leastAlike) return [];
    const { orderId: order, place, channel: one = '' } = first.one;
    const { channel: other = '' } = first.other;
    const least = leastShare * Math.min(sizes.get(one) ?? 0, sizes.get(other) ?? 0);
    if (own.length < least) return [];
    const channels = [one, other] as const;
    return [
      { kind: 'orders-twice', place: { file: place.file }, count: own.length, order, channels },
    ];
  });
}

function alikeKey(line: OrderLine): string {
  return [line.orderId, orderDay(line), line.sku, line.quantity].join('\0');
}

/** A line of each channel, that without one first. */
function channelsOf(lines: readonly OrderLine[]): readonly OrderLine[] {
  const first = new Map(lines.toReversed().map((line) => [line.channel ?? '', line]));
  return [...first].toSorted(([a], [b]) => byBytes(a, b)).map(([, line]) => line);
}
