import { groupBy } from '../model/group-by.ts';
import { type OrderLine, orderDay, orderIdentity } from '../model/order.ts';
import type { Problem } from '../model/problem.ts';
import { orderKey } from '../model/shipment.ts';
import { byBytes } from '../model/sku.ts';

/** Two shops may number their orders alike, and sell as many of an article on the same day. */
const leastAlike = 3;
const leastShare = 0.1;

/**
 * Order lines that the book has twice, as files tell of them under two channels, or under one and under none, or write their
 * number otherwise, without its `#` or its leading zeros: of the same order number, day, article and units. Said once for
 * each two channels and ways to write.
 */
export function twoChannels(lines: readonly OrderLine[]): readonly Problem[] {
  const named = lines.filter(({ orderId }) => orderId !== '');
  if (!mayBeTwice(named)) return [];
  const sizes = new Map<string, number>();
  for (const { channel = '' } of named) sizes.set(channel, (sizes.get(channel) ?? 0) + 1);
  const twice = [...groupBy(named, alikeKey).values()].flatMap((own): readonly Pair[] => {
    const [one, other] = own.length > 1 ? ordersOf(own) : [];
    return one && other ? [{ one, other }] : [];
  });
  const pairs = groupBy(
    twice,
    ({ one, other }) => `${one.channel}\0${other.channel}\0${one.orderId === other.orderId}`,
  );
  return [...pairs.values()].flatMap((own): Problem[] => {
    const [first] = own;
    if (!first || own.length < leastAlike) return [];
    const { orderId: order, place, channel: one = '' } = first.one;
    const { orderId: written, channel: other = '' } = first.other;
    // In one channel no two orders have numbers that differ by a sign only.
    const share = one === other ? 0 : leastShare;
    if (own.length < share * Math.min(sizes.get(one) ?? 0, sizes.get(other) ?? 0)) return [];
    return [
      {
        kind: 'orders-twice',
        place: { file: place.file },
        count: own.length,
        order,
        channels: [one, other],
        written: written === order ? undefined : written,
      },
    ];
  });
}

/** Most books have one channel, which writes all its numbers alike. */
function mayBeTwice(lines: readonly OrderLine[]): boolean {
  const [first] = lines;
  const isSigned = first && hasSigns(first);
  return lines.some((line) => line.channel !== first?.channel || hasSigns(line) !== isSigned);
}

function hasSigns({ orderId }: OrderLine): boolean {
  return bareNumber(orderId) !== orderId;
}

/** Without what files leave out: the `#`, and zeros that a spreadsheet takes off. */
function bareNumber(orderId: string): string {
  return orderKey(orderId).replace(/^0+(?=.)/, '');
}

interface Pair {
  readonly one: OrderLine;
  readonly other: OrderLine;
}

function alikeKey(line: OrderLine): string {
  return [bareNumber(line.orderId), orderDay(line), line.sku, line.quantity].join('\0');
}

/** A line of each channel and way to write the number, that without a channel first, then the one that lacks a sign. */
function ordersOf(lines: readonly OrderLine[]): readonly OrderLine[] {
  const first = new Map(lines.toReversed().map((line) => [orderIdentity(line), line]));
  return [...first.values()].toSorted(
    (a, b) =>
      byBytes(a.channel ?? '', b.channel ?? '') ||
      a.orderId.length - b.orderId.length ||
      byBytes(a.orderId, b.orderId),
  );
}
