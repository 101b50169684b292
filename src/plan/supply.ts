import { addDays, type Day, daysBetween, laterDay } from '../model/day.ts';
import type { Restock } from '../model/offer.ts';
import type { Policy, SkuOverride, SupplierTerms } from '../model/policy.ts';
import { byBytes, type Sku } from '../model/sku.ts';
import type { DateBasis } from '../model/status.ts';
import type { DatedOffer } from './input.ts';
import type { Goods } from './pool.ts';
import { dispatchDaysOf, shipDay } from './ship-day.ts';

/** One supplier's offer of a SKU, judged on the day of the plan. `left` shrinks as units are given away. */
export interface Source extends Goods {
  readonly supplier: string;
  readonly terms: SupplierTerms;
  readonly offer: DatedOffer;
  readonly stale: boolean;
  readonly discontinued: boolean;
  /** The supplier's number in our units, word values filled in, 0 when stale; units drawn since its date come off. */
  readonly stated: number;
  /** Working days until the carrier has what it is told to ship: the SKU's own, else the offer's, else its terms'. */
  readonly dispatchDays: number;
  /** The day on which the carrier has what is sent off today. */
  readonly readyOn: Day;
  usable: number;
  /** Units that orders of other SKUs took, where the article is several of ours; they are off `usable`. */
  readonly elsewhere?: number | undefined;
}

/** Goods that will come in and may still be given away. */
export interface Arrival extends Goods {
  readonly supplier: string;
  readonly terms: SupplierTerms;
  /** As stated, without slip. */
  readonly day: Day;
  /** The supplier's word of it, where it is no word of the merchant's. */
  readonly restock?: Restock | undefined;
  readonly quantity: number;
  readonly quantityKnown: boolean;
  /** The day on which its supplier can start: as stated, with slip. */
  readonly startsOn: Day;
  readonly shipDate: Day;
  readonly basis: Extract<DateBasis, 'stated' | 'stated+record' | 'override'>;
}

/** A restock that nobody stated a date for. */
export interface Estimate {
  readonly supplier: string;
  readonly terms: SupplierTerms;
  readonly day: Day;
  readonly shipDate: Day;
  readonly basis: Extract<DateBasis, 'learned' | 'typical' | 'release'>;
}

/** All that can be had of one SKU, from whom and when. */
export interface Supply {
  readonly sku: Sku;
  readonly sources: readonly Source[];
  readonly arrivals: readonly Arrival[];
  readonly estimates: readonly Estimate[];
  readonly release?: Day | undefined;
  readonly releaseShipDate?: Day | undefined;
  /** The supplier that serves when nothing else decides. */
  readonly preferred: SupplierTerms;
  /** A stated restock date has passed without the goods. */
  readonly overdue: boolean;
  /** The merchant's own restock date, when it has not passed. */
  readonly overrideRestock?: Day | undefined;
}

export interface SupplyInput {
  readonly sku: Sku;
  readonly offers: readonly DatedOffer[];
  readonly override?: SkuOverride | undefined;
  readonly terms: ReadonlyMap<string, SupplierTerms>;
  readonly fallbackTerms: SupplierTerms;
  readonly policy: Policy;
  readonly today: Day;
}

/** The day on which goods released on `release` ship, by the supplier that serves when nothing else decides. */
export function releaseShipDay(
  release: Day,
  { sources, preferred }: Pick<Supply, 'sources' | 'preferred'>,
  override: SkuOverride | undefined,
): Day {
  const offer = sources.find(({ terms }) => terms.id === preferred.id)?.offer;
  return shipDay(release, preferred, offer, override);
}

/** Gathers sources, living arrivals and estimates of a SKU. */
export function gatherSupply(input: SupplyInput): Supply {
  const { override, today } = input;
  const sources = input.offers.map((offer) => toSource(offer, input));
  const preferred = preferredTerms(sources, input);
  const overrideRestock =
    override?.restock !== undefined && override.restock >= today ? override.restock : undefined;
  const preferredOffer = sources.find(({ terms }) => terms.id === preferred.id)?.offer;
  const restated = overrideRestock === undefined ? undefined : preferred.id;
  const { arrivals, hasPassed } = statedArrivals(sources, restated, input);
  if (overrideRestock !== undefined)
    arrivals.push(overrideArrival(overrideRestock, preferred, preferredOffer, input));
  const release = override?.release ?? latestRelease(sources);
  return {
    sku: input.sku,
    sources,
    arrivals: arrivals.sort(inArrivalOrder),
    estimates: estimates(sources, arrivals, release, preferred, input),
    release,
    releaseShipDate: release && releaseShipDay(release, { sources, preferred }, override),
    preferred,
    overdue: hasPassed || (override?.restock !== undefined && override.restock < today),
    overrideRestock,
  };
}

/** What suppliers say will come in, but for the one whose word the merchant's own replaces; and whether a date has passed. */
function statedArrivals(
  sources: readonly Source[],
  restated: string | undefined,
  input: SupplyInput,
): { readonly arrivals: Arrival[]; readonly hasPassed: boolean } {
  const arrivals: Arrival[] = [];
  let hasPassed = false;
  for (const source of sources) {
    if (!mayRestock(source) || source.terms.id === restated) continue;
    for (const restock of source.offer.restocks) {
      const expected = addDays(restock.day, source.terms.slipDays);
      if (expected < input.today) hasPassed = true;
      else arrivals.push(toArrival(source, restock, expected, input));
    }
  }
  return { arrivals, hasPassed };
}

function overrideArrival(
  day: Day,
  preferred: SupplierTerms,
  offer: DatedOffer | undefined,
  input: SupplyInput,
): Arrival {
  const shipDate = shipDay(day, preferred, offer, input.override);
  const quantity = unknownQuantity(input, shipDate);
  return {
    supplier: preferred.id,
    terms: preferred,
    day,
    quantity,
    quantityKnown: false,
    startsOn: day,
    shipDate,
    basis: 'override',
    left: quantity,
  };
}

function toArrival(
  { supplier, terms, offer }: Source,
  restock: Restock,
  expected: Day,
  input: SupplyInput,
): Arrival {
  const shipDate = shipDay(expected, terms, offer, input.override);
  const quantity = restock.quantity ?? unknownQuantity(input, shipDate);
  return {
    supplier,
    terms,
    day: restock.day,
    restock,
    quantity,
    quantityKnown: restock.quantity !== undefined,
    startsOn: expected,
    shipDate,
    basis: terms.slipIsLearned ? 'stated+record' : 'stated',
    left: quantity,
  };
}

function toSource(
  offer: DatedOffer,
  { terms, fallbackTerms, override, today }: SupplyInput,
): Source {
  const own = terms.get(offer.supplier) ?? {
    ...fallbackTerms,
    id: offer.supplier,
    name: offer.supplier,
  };
  const stale = offer.unread === true || daysBetween(offer.asOf, today) > own.staleAfterDays;
  const quantity = offer.quantityKind === 'unknown' ? own.wordQuantity : offer.quantity;
  const stated = stale ? 0 : Math.max(0, quantity);
  return {
    supplier: offer.supplier,
    terms: own,
    offer,
    stale,
    discontinued: override?.discontinued ?? offer.discontinued,
    stated,
    dispatchDays: dispatchDaysOf(own, offer, override),
    readyOn: shipDay(today, own, offer, override),
    usable: stated,
    left: stated,
  };
}

/** The terms of the source that comes first, of the fresh ones where there are any; without a source those of the first supplier. */
function preferredTerms(
  sources: readonly Source[],
  { terms, fallbackTerms }: SupplyInput,
): SupplierTerms {
  let best: Source | undefined;
  for (const source of sources) if (!best || comesBefore(source, best)) best = source;
  return best?.terms ?? firstOf(terms.values()) ?? fallbackTerms;
}

/** Whether what a supplier says of an article still holds, and more of it may come. */
export function mayRestock({ stale, discontinued }: Source): boolean {
  return !stale && !discontinued;
}

function comesBefore(a: Source, b: Source): boolean {
  const isGone = (source: Source) => Number(!mayRestock(source));
  return (isGone(a) - isGone(b) || byPriority(a.terms, b.terms)) < 0;
}

function firstOf(all: Iterable<SupplierTerms>): SupplierTerms | undefined {
  let first: SupplierTerms | undefined;
  for (const one of all) if (first === undefined || byPriority(one, first) < 0) first = one;
  return first;
}

/** Lower priority number first, then supplier id. */
function byPriority(a: SupplierTerms, b: SupplierTerms): number {
  return a.priority - b.priority || byBytes(a.id, b.id);
}

function inArrivalOrder(a: Arrival, b: Arrival): number {
  return byBytes(a.shipDate, b.shipDate) || byPriority(a.terms, b.terms) || byBytes(a.day, b.day);
}

/** What an arrival without a stated quantity counts as: the SKU's own limit for selling ahead, else the policy's. */
function unknownQuantity({ override, policy, today }: SupplyInput, shipDate: Day): number {
  const near = shipDate <= addDays(today, policy.backorderMaxWaitDays);
  const { backorderLimit, preorderLimit } = override ?? {};
  return (
    (near ? (backorderLimit ?? preorderLimit) : (preorderLimit ?? backorderLimit)) ??
    policy.unknownRestockLimit
  );
}

const releaseGraceDays = 7;

function estimates(
  sources: readonly Source[],
  arrivals: readonly Arrival[],
  release: Day | undefined,
  preferred: SupplierTerms,
  { today, override }: SupplyInput,
): Estimate[] {
  const typical: Estimate[] = [];
  for (const { supplier, terms, offer, stale, discontinued } of sources) {
    if (stale || discontinued || terms.restockDays === undefined) continue;
    if (arrivals.some((arrival) => arrival.supplier === supplier)) continue;
    const day = laterDay(addDays(offer.ranOutOn ?? today, terms.restockDays), today);
    const shipDate = shipDay(day, terms, offer, override);
    const basis = terms.restockIsLearned ? 'learned' : 'typical';
    typical.push({ supplier, terms, day, shipDate, basis });
  }
  const justReleased =
    release !== undefined && release <= today && addDays(release, releaseGraceDays) >= today;
  const isEmpty = sources.every(({ stated }) => stated === 0);
  if (justReleased && isEmpty && typical.length === 0 && arrivals.length === 0) {
    const offer = sources.find(({ terms }) => terms.id === preferred.id)?.offer;
    typical.push({
      supplier: preferred.id,
      terms: preferred,
      day: today,
      shipDate: shipDay(today, preferred, offer, override),
      basis: 'release',
    });
  }
  return typical.toSorted(
    (a, b) => byBytes(a.shipDate, b.shipDate) || byPriority(a.terms, b.terms),
  );
}

function latestRelease(sources: readonly Source[]): Day | undefined {
  let latest: Day | undefined;
  for (const { offer } of sources)
    if (latest === undefined || (offer.release ?? latest) > latest) latest = offer.release;
  return latest;
}
