import { daysBetween } from '../model/day.ts';
import { type OrderLine, orderDay, orderIdentity } from '../model/order.ts';

/** Order lines under channels by which no two orders are one, and the first of those that needed one of their own. */
export interface KeptApart {
  readonly lines: readonly OrderLine[];
  readonly orders: number;
  readonly first?: { readonly line: OrderLine; readonly other: OrderLine } | undefined;
}

/**
 * Two shops of one platform may number their orders alike. An order does not change its day: one that is known of another day
 * and section, or of another day and customer, is another order, and the section becomes part of its channel.
 */
export function keptApart(
  known: readonly OrderLine[],
  read: readonly OrderLine[],
  section: string,
): KeptApart {
  if (known.length === 0) return { lines: read, orders: 0 };
  const heads = new Map<string, OrderLine>();
  for (const line of read) if (line.orderId !== '') heads.set(orderIdentity(line), line);
  const others = new Map<string, OrderLine>();
  for (const other of known) {
    const line = heads.get(orderIdentity(other));
    if (line && isAnother(line, other)) others.set(orderIdentity(line), other);
  }
  if (others.size === 0) return { lines: read, orders: 0 };
  const channelOf = ({ channel }: OrderLine) =>
    channel === undefined ? section : `${channel} ${section}`;
  const first = read.find((line) => others.has(orderIdentity(line)));
  const other = first && others.get(orderIdentity(first));
  return {
    lines: read.map((line) =>
      others.has(orderIdentity(line)) ? { ...line, channel: channelOf(line) } : line,
    ),
    orders: others.size,
    first: first && other && { line: first, other },
  };
}

function isAnother(line: OrderLine, other: OrderLine): boolean {
  const days = Math.abs(daysBetween(orderDay(line), orderDay(other)));
  const { customerEmail: mail, progressSource: source } = line;
  const isOthers =
    mail !== undefined && other.customerEmail !== undefined && mail !== other.customerEmail;
  const isElsewhere =
    source !== undefined && other.progressSource !== undefined && source !== other.progressSource;
  // Time zones may put one order on two days.
  return (days > 0 && isOthers) || (days > 1 && isElsewhere);
}
