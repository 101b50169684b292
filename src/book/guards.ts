import type { Alarm, GuardLimits } from '../model/guard.ts';
import { hasStock, type Offer, type StockFile, wordQuantity } from '../model/offer.ts';
import { articleKey } from './offers.ts';

/** Below this many articles (or rows) a share tells nothing: three of ten articles may well sell out in a day. */
const countsFrom = 20;

/** More than this share of the articles changing between some and none is no day's business but a wrong column. */
const maxFlips = 0.5;

/**
 * What is suspicious about a supplier's file beside the stock that stood before it; nothing when it may count. Files of
 * changes leave most articles out by their nature: of them only the rows that could not be read tell something.
 */
export function judge(
  last: readonly Offer[],
  stock: StockFile,
  limits: GuardLimits,
): readonly Alarm[] {
  const isFull = stock.coverage === 'full';
  if (isFull && stock.offers.length === 0 && stock.leftOut >= stock.rows)
    return [{ rule: 'nothing-readable', rows: stock.rows }];
  const unparsable = judgeRows(stock, limits);
  return isFull && last.length >= countsFrom
    ? [...unparsable, ...judgeStock(last, stock, limits)]
    : unparsable;
}

/** Judges a file by itself, without what its supplier had before. */
export function judgeRows(
  { rows, leftOut }: Pick<StockFile, 'rows' | 'leftOut'>,
  { maxUnparsable }: GuardLimits,
): readonly Alarm[] {
  const isTooMuch = rows >= countsFrom && exceeds(leftOut, maxUnparsable, rows);
  return isTooMuch ? [{ rule: 'unparsable', leftOut, rows }] : [];
}

function judgeStock(last: readonly Offer[], stock: StockFile, limits: GuardLimits): Alarm[] {
  const { maxTotalDrop, maxTotalRise, maxMissingSkus } = limits;
  const next = inForce(last, stock);
  const [before, after] = [totalUnits(last), totalUnits(next)];
  const articles = last.length;
  const now = new Map(next.map((offer) => [articleKey(offer), offer]));
  const both = last.flatMap((offer) => {
    const later = now.get(articleKey(offer));
    return later ? [{ was: hasStock(offer), is: hasStock(later) }] : [];
  });
  const gone = articles - both.length;
  const flips = both.filter(({ was, is }) => was !== is).length;
  // Nothing is a multiple of nothing: stock that comes back from none at all is told by its flips.
  const isRise = before > 0 && exceeds(after, maxTotalRise, before);
  const alarms: Alarm[] = [];
  if (exceeds(before - after, maxTotalDrop, before) || isRise)
    alarms.push({ rule: 'total', before, after });
  if (exceeds(gone, maxMissingSkus, articles))
    alarms.push({ rule: 'articles-gone', gone, articles });
  if (exceeds(flips, maxFlips, articles)) alarms.push({ rule: 'flips', flips, articles });
  return alarms;
}

/** Shares are decimal fractions: 0.29 of 100 is 29, whatever binary arithmetic makes of it. */
function exceeds(part: number, share: number, whole: number): boolean {
  return part > share * whole + 1e-9;
}

/** What stands once a file counts: its offers, and the last ones of articles whose row could not be read. */
export function inForce(last: readonly Offer[], stock: StockFile): readonly Offer[] {
  if (stock.unread.length === 0) return stock.offers;
  const unread = new Set(stock.unread.map(articleKey));
  return [...stock.offers, ...last.filter((offer) => unread.has(articleKey(offer)))];
}

function totalUnits(offers: readonly Offer[]): number {
  return offers.reduce(
    (sum, { quantity, quantityKind }) =>
      sum + (quantityKind === 'unknown' ? wordQuantity : quantity),
    0,
  );
}
