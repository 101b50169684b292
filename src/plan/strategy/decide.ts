/** What to do with a SKU; `unknown` where nothing tells. */
export type Advice = 'sell' | 'backorder' | 'preorder' | 'waitlist' | 'drop' | 'stop' | 'unknown';

/** Why: the rule that fired. */
export type Ground =
  | 'comes-back'
  | 'sold-at-a-loss'
  | 'not-released'
  | 'release-too-far'
  | 'in-stock'
  | 'discontinued'
  | 'dated-soon'
  | 'no-demand'
  | 'all-promised'
  | 'eaten-by-cancellations'
  | 'bad-record'
  | 'too-far'
  | 'too-many-cancel'
  | 'dated-far'
  | 'estimated'
  | 'thin-demand'
  | 'never-sold'
  | 'no-date'
  | 'nothing-known';

/** When the goods ship that a new customer would get. */
export interface Outlook {
  /** Calendar days from today until they ship. */
  readonly wait: number;
  /** `firm`: somebody stated the day, or it is learned from past restocks; `estimate`: the usual time of its supplier. */
  readonly date: 'firm' | 'estimate';
  /** Its supplier's past restocks came so irregularly that its dates are worth little. */
  readonly isBadRecord: boolean;
}

/** All that an advice rests on. */
export interface Circumstances {
  /** So much of it comes back that a stop is proposed. */
  readonly isHeld: boolean;
  /** Days until a release to come ships; undefined where it is released, or nobody says when. */
  readonly release?: number | undefined;
  readonly isInStock: boolean;
  /** Every supplier that lists it has discontinued it. */
  readonly isDiscontinued: boolean;
  /** All that may be sold ahead is sold already. */
  readonly isPromised: boolean;
  readonly outlook?: Outlook | undefined;
  /** Days with a sale among the last 180 on which it could be bought; undefined where it was never sold. */
  readonly saleDays?: number | undefined;
  /** Units expected to be asked for in so many days. */
  readonly demand: (days: number) => number;
  /** The share of units that is cancelled when they wait so many days. */
  readonly cancelled: (days: number) => number;
  /** As much of it as the shop's own lines prove. */
  readonly proven: (days: number) => number;
  /** Of one unit, in one currency. */
  readonly price?: number | undefined;
  readonly cost?: number | undefined;
  readonly backorderMaxWait: number;
  readonly preorderMaxWait: number;
}

/** An advice and its reason. */
export interface Decision {
  readonly advice: Advice;
  readonly ground: Ground;
}

/** Sales on so many of the last 180 days are a demand that goes on. */
export const steadyDays = 3;
/** A preorder that more of its customers cancel than this is more trouble than it is worth: an assumption. */
export const tolerable = 0.25;
/** What a cancelled unit costs, of its price: fees that are not paid back, and the time it takes. An assumption. */
export const cancellationCost = 0.05;

/** The first rule that applies. */
export function decide(given: Circumstances): Decision {
  return beforeSelling(given) ?? withoutStock(given);
}

function beforeSelling(given: Circumstances): Decision | undefined {
  const { isHeld, release, isInStock, isDiscontinued } = given;
  if (isHeld) return { advice: 'stop', ground: 'comes-back' };
  if ((marginOf(given) ?? 0) < 0) return { advice: 'drop', ground: 'sold-at-a-loss' };
  if (release !== undefined) return beforeRelease(release, given);
  if (isInStock) return { advice: 'sell', ground: 'in-stock' };
  return isDiscontinued ? { advice: 'drop', ground: 'discontinued' } : undefined;
}

function beforeRelease(release: number, { isPromised, preorderMaxWait }: Circumstances): Decision {
  if (release > preorderMaxWait) return { advice: 'waitlist', ground: 'release-too-far' };
  return isPromised
    ? { advice: 'waitlist', ground: 'all-promised' }
    : { advice: 'preorder', ground: 'not-released' };
}

/** Sold out: whether to sell ahead hangs on how soon and how surely more comes in. */
function withoutStock(given: Circumstances): Decision {
  const { outlook, isPromised, backorderMaxWait } = given;
  const isSoon = outlook?.date === 'firm' && outlook.wait <= backorderMaxWait;
  if (isSoon && !isPromised && !outlook.isBadRecord && !isEaten(given, outlook.wait))
    return { advice: 'backorder', ground: 'dated-soon' };
  if (isDead(given)) return { advice: 'drop', ground: 'no-demand' };
  if (isPromised) return { advice: 'waitlist', ground: 'all-promised' };
  if (outlook) return byOutlook(given, outlook);
  return given.saleDays === undefined
    ? { advice: 'unknown', ground: 'nothing-known' }
    : { advice: 'waitlist', ground: 'no-date' };
}

/** Far or uncertain goods: a preorder, unless something speaks against it. */
function byOutlook(given: Circumstances, outlook: Outlook): Decision {
  const against = objectionTo(given, outlook);
  if (against !== undefined) return { advice: 'waitlist', ground: against };
  return { advice: 'preorder', ground: outlook.date === 'firm' ? 'dated-far' : 'estimated' };
}

function objectionTo(given: Circumstances, { wait, isBadRecord }: Outlook): Ground | undefined {
  const { saleDays, preorderMaxWait, proven } = given;
  if (isBadRecord) return 'bad-record';
  if (wait > preorderMaxWait) return 'too-far';
  if (isEaten(given, wait)) return 'eaten-by-cancellations';
  if (proven(wait) > tolerable) return 'too-many-cancel';
  if (saleDays === undefined) return 'never-sold';
  return saleDays < steadyDays ? 'thin-demand' : undefined;
}

/** Nobody bought it in half a year in which it could be bought, and nobody is expected to. */
function isDead({ saleDays, outlook, demand, backorderMaxWait }: Circumstances): boolean {
  return saleDays === 0 && demand(outlook?.wait ?? backorderMaxWait) < 1;
}

/** Selling ahead brings less than its cancellations cost. */
function isEaten(given: Circumstances, wait: number): boolean {
  return (gainPerUnit(given, wait) ?? 1) <= 0;
}

/** Price less cost; undefined where one of them is not known, or they are in two currencies. */
export function marginOf({ price, cost }: Circumstances): number | undefined {
  return price === undefined || cost === undefined ? undefined : price - cost;
}

/**
 * What a unit brings that is sold so many days ahead: its margin where the customer waits, less what a cancellation costs
 * where not.
 */
export function gainPerUnit(given: Circumstances, wait: number): number | undefined {
  const margin = marginOf(given);
  if (margin === undefined) return undefined;
  const lost = given.cancelled(wait);
  return (1 - lost) * margin - lost * cancellationCost * (given.price ?? 0);
}
