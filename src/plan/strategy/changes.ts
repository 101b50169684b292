import {
  type Advice,
  type Circumstances,
  cancellationCost,
  decide,
  type Outlook,
  steadyDays,
} from './decide.ts';

/** A single change of circumstances after which the advice is another. */
export type Turn = Turning & { readonly advice: Advice };

type Turning =
  | {
      readonly kind:
        | 'sold-out'
        | 'stock'
        | 'room'
        | 'stated'
        | 'record'
        | 'continued'
        | 'fewer-returns';
    }
  /** Goods that ship so many days ahead: that day or sooner, that day or later. */
  | { readonly kind: 'sooner' | 'later'; readonly wait: number }
  | { readonly kind: 'sales'; readonly days: number }
  /** A price of so much or more. */
  | { readonly kind: 'price'; readonly from: number };

interface Trial {
  readonly turning: Turning;
  readonly given: Circumstances;
}

/** The nearest change of each kind that leads to another advice, each tried by deciding anew. */
export function turnsOf(given: Circumstances): readonly Turn[] {
  const now = decide(given).advice;
  return trialsOf(given).flatMap(({ turning, given: changed }) => {
    const { advice } = decide(changed);
    return advice === now ? [] : [{ ...turning, advice }];
  });
}

function trialsOf(given: Circumstances): Trial[] {
  return [
    { turning: { kind: 'fewer-returns' }, given: { ...given, isHeld: false } },
    ...priceTrials(given),
    { turning: { kind: 'continued' }, given: { ...given, isDiscontinued: false } },
    { turning: { kind: 'room' }, given: { ...given, isPromised: false } },
    ...(given.release === undefined ? soldTrials(given) : releaseTrials(given, given.release)),
  ];
}

/** Of a SKU that is released. */
function soldTrials(given: Circumstances): Trial[] {
  const { isPromised, saleDays = steadyDays } = given;
  // Of goods that nobody may order any more another date changes nothing.
  const outlook = isPromised ? undefined : given.outlook;
  if (given.isInStock)
    return [{ turning: { kind: 'sold-out' }, given: { ...given, isInStock: false } }];
  const trials = isPromised && given.outlook ? [] : soonerTrials(given);
  if (outlook) trials.push(...laterTrials(given, outlook));
  if (outlook?.isBadRecord)
    trials.push(withOutlook(given, { kind: 'record' }, { ...outlook, isBadRecord: false }));
  if (outlook?.date === 'estimate')
    trials.push(withOutlook(given, { kind: 'stated' }, { ...outlook, date: 'firm' }));
  if (saleDays < steadyDays)
    trials.push({
      turning: { kind: 'sales', days: steadyDays },
      given: { ...given, saleDays: steadyDays },
    });
  trials.push({ turning: { kind: 'stock' }, given: { ...given, isInStock: true } });
  return trials;
}

function withOutlook(given: Circumstances, turning: Turning, outlook: Outlook): Trial {
  return { turning, given: { ...given, isPromised: false, outlook } };
}

function sellsAhead(given: Circumstances): Advice | undefined {
  const { advice } = decide(given);
  return advice === 'backorder' || advice === 'preorder' ? advice : undefined;
}

/** The latest date that is soon enough to sell ahead, or to sell ahead in another way. */
function soonerTrials(given: Circumstances): Trial[] {
  const { outlook, preorderMaxWait } = given;
  const known = outlook ?? { wait: preorderMaxWait + 1, date: 'firm' as const, isBadRecord: false };
  const now = decide(given).advice;
  for (let wait = Math.min(known.wait, preorderMaxWait + 1) - 1; wait >= 0; wait -= 1) {
    const trial = withOutlook(given, { kind: 'sooner', wait }, { ...known, wait });
    const then = sellsAhead(trial.given);
    if (then !== undefined && then !== now) return [trial];
  }
  return [];
}

/** The first date that is too late for what is advised now. */
function laterTrials(given: Circumstances, outlook: Outlook): Trial[] {
  const now = sellsAhead(given);
  if (now === undefined) return [];
  for (let wait = outlook.wait + 1; wait <= given.preorderMaxWait + 1; wait += 1) {
    const trial = withOutlook(given, { kind: 'later', wait }, { ...outlook, wait });
    if (decide(trial.given).advice !== now) return [trial];
  }
  return [];
}

function releaseTrials(given: Circumstances, release: number): Trial[] {
  const { preorderMaxWait: far } = given;
  const [kind, wait] = release > far ? (['sooner', far] as const) : (['later', far + 1] as const);
  return [{ turning: { kind, wait }, given: { ...given, release: wait } }];
}

/** The price from which selling pays: at the cost, or at what covers the cancellations too. */
function priceTrials(given: Circumstances): Trial[] {
  const { cost, outlook } = given;
  if (cost === undefined) return [];
  const lost = given.isInStock || !outlook ? 0 : given.cancelled(outlook.wait);
  const kept = 1 - lost - lost * cancellationCost;
  const prices = [cost, ...(kept > 0 ? [((1 - lost) * cost) / kept + 0.01] : [])];
  return prices
    .map((price) => Math.ceil(price * 100 - 1e-6) / 100)
    .filter((price) => price > (given.price ?? price))
    .slice(0, 1)
    .map((price) => ({
      turning: { kind: 'price', from: price } as const,
      given: { ...given, price },
    }));
}
