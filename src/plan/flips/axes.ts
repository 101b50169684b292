import { articleKey } from '../../match/matcher.ts';
import { addDays, daysBetween, laterDay } from '../../model/day.ts';
import type { Policy } from '../../model/policy.ts';
import type { Sku } from '../../model/sku.ts';
import type { DatedOffer, PlanInput } from '../input.ts';
import type { PlannedSku } from '../planned-sku.ts';
import { mayRestock, type Source } from '../supply.ts';
import type { Bound, Change, Cut, OwnUnits, PolicyNumber } from './change.ts';
import type { Axis } from './search.ts';

/** A SKU in a narrow plan, and what that is made from. */
export interface Bench {
  readonly input: PlanInput;
  readonly planned: PlannedSku;
}

/** How many units up or down are tried; shares that are held back make many of few. */
function reach({ position, verdict }: PlannedSku): number {
  const { committed, safetyStock, onHand } = position;
  return 200 + 20 * (committed + safetyStock) + onHand + verdict.sellable;
}

/** A day ahead that is too far for any promise. */
function horizon({ backorderMaxWaitDays, preorderMaxWaitDays }: Policy): number {
  return Math.min(3650, Math.max(backorderMaxWaitDays, preorderMaxWaitDays)) + 1;
}

/** Other goods: numbers, dates and quantities of the suppliers. */
export function supplyAxes(bench: Bench): Axis[] {
  const { sources, arrivals } = bench.planned.supply;
  if (sources.length === 0) return listedAxes(bench);
  const isUsedUp = arrivals.every(({ left }) => left === 0);
  // Of suppliers that state no date the first speaks for all.
  const asked = sources.find((source) => mayRestock(source) && (isUsedUp || isSilent(source)));
  return sources.flatMap((source) => {
    const offer = bench.input.offers.find((own) => articleKey(own) === articleKey(source.offer));
    if (!offer) return [];
    if (source.stale) return freshAxes(bench, source, offer);
    const own = unitAxes(bench, source, offer);
    if (source.discontinued) return own;
    return [...own, ...restockAxes(bench, source, offer, source === asked)];
  });
}

function isSilent({ offer }: Source): boolean {
  return offer.restocks.length === 0;
}

function listedAxes({ input, planned }: Bench): Axis[] {
  const { sku } = planned;
  const supplier = planned.supply.preferred.id;
  const lost = input.missing.map(({ supplier, supplierSku }) => ({ supplier, supplierSku }));
  const articles = lost.length > 0 || supplier === '' ? lost : [{ supplier, supplierSku: sku }];
  return articles.map((article) => ({
    towards: 'better',
    steps: reach(planned),
    at: (units) => ({ kind: 'listed', article, sku, units }),
    base: 1,
    weight: 1,
  }));
}

function numberOfArticle({ supplier, supplierSku }: DatedOffer) {
  return { supplier, supplierSku };
}

function freshAxes({ input, planned }: Bench, source: Source, offer: DatedOffer): Axis[] {
  const article = numberOfArticle(offer);
  const asOf = addDays(input.today, -source.terms.staleAfterDays);
  const again: Axis = {
    towards: 'better',
    steps: offer.unread ? 0 : Math.max(0, daysBetween(offer.asOf, input.today)),
    at: (days) => ({ kind: 'fresh-file', article, asOf: addDays(offer.asOf, days) }),
    base: 1,
    weight: 0,
  };
  const withUnits: Axis = {
    towards: 'better',
    steps: reach(planned),
    at: (step) => ({
      kind: 'fresh-file',
      article,
      asOf: laterDay(asOf, offer.asOf),
      units: step - 1,
    }),
    base: 1,
    weight: 1,
  };
  return [again, withUnits];
}

function unitAxes({ planned }: Bench, { terms }: Source, offer: DatedOffer): Axis[] {
  const article = numberOfArticle(offer);
  const isWord = offer.quantityKind === 'unknown';
  const from = isWord ? terms.wordQuantity : offer.quantity;
  const at = (to: number): Change => ({ kind: 'units', article, from, isWord, to });
  const more = units('better', reach(planned));
  // A word stands for a number of ours, which may be another in the supplier's units: the first step is that number itself.
  if (isWord) return [{ ...more, at: (step) => at(from + step - 1) }, single('worse', at(0), 1)];
  return [
    { ...more, at: (step) => at(from + step) },
    { ...units('worse', from), at: (fewer) => at(Math.max(0, from - fewer)) },
  ];
}

function units(towards: Axis['towards'], steps: number, base = 0) {
  return { towards, steps: Math.ceil(steps), base, weight: 1 };
}

function restockAxes(bench: Bench, source: Source, offer: DatedOffer, isAsked: boolean): Axis[] {
  const article = numberOfArticle(offer);
  const at = (bound: Bound): Change => ({ kind: 'restock-date', article, ...bound });
  const isAlive = (day: string) =>
    bench.planned.supply.arrivals.some(
      (arrival) => arrival.supplier === source.supplier && arrival.day === day,
    );
  const stated = offer.restocks.flatMap(({ day, quantity }) => {
    if (!isAlive(day)) return [untilAxis(bench, at, day, 1)];
    return [
      ...movedAxes(bench, at, day),
      ...(quantity === undefined ? [] : restockUnitAxes(bench, article, day, quantity)),
    ];
  });
  return isAsked ? [...stated, untilAxis(bench, at, undefined, 2)] : stated;
}

function restockUnitAxes(
  { planned }: Bench,
  article: ReturnType<typeof numberOfArticle>,
  day: Bound['day'],
  from: number,
): Axis[] {
  const at = (to: number): Change => ({ kind: 'restock-units', article, day, from, to });
  return [
    { ...units('better', reach(planned)), at: (more) => at(from + more) },
    { ...units('worse', from), at: (fewer) => at(Math.max(0, from - fewer)) },
  ];
}

/** A date that is not stated, or has passed: from the farthest day inwards. */
function untilAxis(
  { input }: Bench,
  at: (bound: Bound) => Change,
  from: Bound['from'],
  base: number,
): Axis {
  const days = horizon(input.policy);
  return {
    towards: 'better',
    steps: days + 1,
    at: (step) =>
      at({
        sense: step === 1 ? 'any' : 'until',
        day: addDays(input.today, days + 1 - step),
        from,
      }),
    base,
    weight: 1 / 600,
  };
}

/** A date that is stated: sooner, down to today, and later. */
function movedAxes({ input }: Bench, at: (bound: Bound) => Change, from: Bound['day']): Axis[] {
  const { today, policy } = input;
  return [
    {
      towards: 'better',
      steps: Math.max(0, daysBetween(today, from)),
      at: (days) => at({ sense: 'until', day: addDays(from, -days), from }),
      base: 0,
      weight: 1 / 7,
    },
    {
      towards: 'worse',
      steps: Math.max(0, daysBetween(from, addDays(today, horizon(policy)))),
      at: (days) => at({ sense: 'from', day: addDays(from, days), from }),
      base: 0,
      weight: 1 / 7,
    },
  ];
}

/** The merchant's own word on the SKU in `skus.csv`. */
export function ownAxes(bench: Bench): Axis[] {
  const { planned, input } = bench;
  const { sku, supply, position } = planned;
  const override = input.overrides.get(sku);
  const restock = (bound: Bound): Change => ({ kind: 'own-date', sku, key: 'restock', ...bound });
  const release = (bound: Bound): Change => ({ kind: 'own-date', sku, key: 'release', ...bound });
  const isAhead = supply.release !== undefined && supply.release > input.today;
  // A supplier that may restock is asked for the date.
  const isOwn = override?.restock !== undefined || !supply.sources.some(mayRestock);
  return [
    ...(isOwn && supply.overrideRestock === undefined
      ? [untilAxis(bench, restock, override?.restock, 5)]
      : []),
    ...(supply.overrideRestock ? movedAxes(bench, restock, supply.overrideRestock) : []),
    ...(supply.release && isAhead ? movedAxes(bench, release, supply.release) : []),
    {
      ...units('better', position.safetyStock, 1),
      at: (fewer) => ownUnits(sku, 'safetyStock', position.safetyStock, -fewer),
    },
    ...limitAxes(bench, ['backorderLimit', 'preorderLimit']),
    ...continuedAxes(sku, supply.sources),
  ];
}

function ownUnits(sku: Sku, key: OwnUnits, from: number, by: number): Change {
  return { kind: 'own-units', sku, key, from, to: from + by };
}

function limitAxes({ planned, input }: Bench, keys: readonly OwnUnits[]): Axis[] {
  const { sku } = planned;
  return keys.flatMap((key): Axis[] => {
    const from = input.overrides.get(sku)?.[key];
    if (from === undefined) return [];
    return [{ ...units('better', reach(planned), 1), at: (by) => ownUnits(sku, key, from, by) }];
  });
}

function continuedAxes(sku: Sku, sources: readonly Source[]): Axis[] {
  if (sources.every(({ discontinued }) => !discontinued)) return [];
  return [single('better', { kind: 'continued', sku }, 3)];
}

export function single(towards: Axis['towards'], change: Change, base: number): Axis {
  return { towards, steps: 1, at: () => change, base, weight: 0 };
}

/** The rules of `dropship.toml`, made less strict. */
export function policyAxes(bench: Bench): Axis[] {
  const { policy } = bench.input;
  const words = (['backorder', 'preorder'] as const).filter(
    (word) => word !== policy.uncertainRestock,
  );
  return [
    ruleAxis(
      policy,
      'backorderMaxWaitDays',
      Math.max(0, policy.preorderMaxWaitDays - policy.backorderMaxWaitDays),
    ),
    ruleAxis(policy, 'preorderMaxWaitDays', 730),
    unknownLimitAxis(bench),
    ruleAxis(policy, 'returnQuantity', policy.returnQuantity - 1),
    ...words.map((to) => single('better', { kind: 'uncertain-restock', to }, 5)),
  ];
}

/** More sold ahead of goods of which nobody says how many come. */
export function unknownLimitAxis({ input, planned }: Bench): Axis {
  return ruleAxis(input.policy, 'unknownRestockLimit', reach(planned));
}

function ruleAxis(policy: Policy, key: PolicyNumber, steps: number): Axis {
  const from = policy[key];
  const by = key === 'returnQuantity' ? -1 : 1;
  return {
    towards: 'better',
    steps,
    at: (step) => ({ kind: 'policy-number', key, from, to: from + step * by }),
    base: 5,
    weight: key.endsWith('Days') ? 1 / 7 : 1,
  };
}

/** Units of open lines, in the order in which they would be cancelled. */
export function cancelAxis(open: readonly Cut[]): Axis {
  return {
    ...units(
      'better',
      open.reduce((sum, cut) => sum + cut.units, 0),
      3,
    ),
    at: (step) => {
      let left = step;
      const cuts = open.flatMap(({ line, units: own }) => {
        const taken = Math.min(left, own);
        left -= taken;
        return taken > 0 ? [{ line, units: taken }] : [];
      });
      return { kind: 'cancelled', cuts };
    },
  };
}

/** More orders than there are. */
export function orderedAxis({ planned }: Bench): Axis {
  const { sku, verdict } = planned;
  return {
    ...units('worse', reach(planned) + (verdict.aheadLimit ?? 0)),
    at: (more) => ({ kind: 'ordered', sku, units: more }),
  };
}
