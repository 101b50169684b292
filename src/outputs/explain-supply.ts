import { articleKey } from '../match/matcher.ts';
import { addDays, type Day, daysBetween } from '../model/day.ts';
import type { SkuOverride, SupplierTerms } from '../model/policy.ts';
import type { Made } from '../plan/flips/flips.ts';
import type { DatedOffer, PlanInput } from '../plan/input.ts';
import type { Plan } from '../plan/plan.ts';
import type { PlannedSku } from '../plan/planned-sku.ts';
import { shipDay } from '../plan/ship-day.ts';
import { type Arrival, type Estimate, mayRestock, type Source } from '../plan/supply.ts';
import type { SupplierRecord, SupplierRecords } from '../suppliers/record.ts';
import type { Fact } from './fact.ts';
import { placeText } from './problems.ts';

/** What suppliers say of a SKU, and what of it does not count. */
export function sourceFacts({ supply }: PlannedSku, { input }: Made): Fact[] {
  return supply.sources.map((source) => ({
    fact: `at ${source.supplier}`,
    value: sourceText(source, input),
    source: placeText(source.offer.place),
  }));
}

function sourceText(source: Source, input: PlanInput): string {
  const { offer, stated, usable, elsewhere = 0, stale, discontinued } = source;
  const shipped = stated - usable - elsewhere;
  const text = offer.unread
    ? `its row could not be read as of ${offer.asOf}: no number is known`
    : `${quantityText(source)} as of ${offer.asOf}`;
  return [
    text,
    matchText(offer, input),
    shipped > 0 ? `less ${shipped} shipped since = ${usable + elsewhere}` : '',
    elsewhere > 0
      ? `less ${elsewhere} for orders of your other SKUs of the article = ${usable}`
      : '',
    stale && !offer.unread ? staleText(source, input.today) : '',
    discontinued ? 'discontinued: what is left may be sold, no more will come' : '',
  ]
    .filter((part) => part !== '')
    .join(', ');
}

function quantityText({ offer, terms }: Source): string {
  switch (offer.quantityKind) {
    case 'exact':
      return String(offer.quantity);
    case 'at_least':
      return `at least ${offer.quantity}`;
    case 'unknown':
      return `in stock without a number, counted as ${terms.wordQuantity},`;
  }
}

function staleText({ offer, terms }: Source, today: Day): string {
  return `which does not count: it is ${daysText(daysBetween(offer.asOf, today), 'day')} old, stale_after_days is ${terms.staleAfterDays}`;
}

/** How the supplier's article was found to be this SKU, where it does not bear it. */
function matchText(offer: DatedOffer, input: PlanInput): string {
  const { matchedBy, supplierSku } = offer;
  if (matchedBy === undefined || matchedBy === 'number') return '';
  const key = articleKey(offer);
  const raw = input.offers.find((own) => articleKey(own) === key);
  const mapping = input.matching.skuMap.find(
    (own) => own.sku === offer.sku && articleKey(own) === key,
  );
  const { numerator, denominator } = mapping?.units ?? {
    numerator: raw?.packSize ?? 1,
    denominator: 1,
  };
  const isCounted = raw !== undefined && offer.quantityKind !== 'unknown';
  const units = `${numerator}${denominator === 1 ? '' : `/${denominator}`}`;
  const sum = isCounted && units !== '1' ? ` (${raw.quantity} × ${units})` : '';
  const line = mapping?.place?.line === undefined ? '' : `:${mapping.place.line}`;
  const way = matchedBy === 'map' ? `sku-map.csv${line}` : matchedBy;
  return `as its ${supplierSku}${sum} by ${way}`;
}

/** Suppliers that had it once. */
export function missingFacts({ sku }: PlannedSku, { input }: Made): Fact[] {
  const mapped = new Set(input.matching.skuMap.filter((own) => own.sku === sku).map(articleKey));
  return input.missing
    .filter((article) => article.sku === sku || mapped.has(articleKey(article)))
    .map(({ supplier }) => ({
      fact: `at ${supplier}`,
      value: 'in an older list, not in the newest',
    }));
}

/** The merchant's own word on the SKU. */
export function overrideFacts({ sku }: PlannedSku, { input }: Made): Fact[] {
  const override = input.overrides.get(sku);
  const cells = override ? cellsOf(override) : [];
  if (!override || cells.length === 0) return [];
  return [
    {
      fact: 'your own word',
      value: cells.map(([name, value]) => `${name} ${value}`).join(', '),
      source: placeText(override.place ?? { file: 'skus.csv' }),
    },
  ];
}

function cellsOf(own: SkuOverride): [string, string | number][] {
  const discontinued = own.discontinued === undefined ? undefined : own.discontinued ? 'yes' : 'no';
  const cells: [string, string | number | undefined][] = [
    ['release_date', own.release],
    ['restock_date', own.restock],
    ['safety_stock', own.safetyStock],
    ['backorder_limit', own.backorderLimit],
    ['preorder_limit', own.preorderLimit],
    ['dispatch_days', own.dispatchDays],
    ['discontinued', discontinued],
    ['status', own.status],
  ];
  return cells.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
}

/** What will come in, what may, and what should have. */
export function arrivalFacts(planned: PlannedSku, { input, plan }: Made): Fact[] {
  const { sku, supply } = planned;
  const override = input.overrides.get(sku);
  const offerOf = (supplier: string) =>
    supply.sources.find((source) => source.supplier === supplier)?.offer;
  const placeOf = (supplier: string) => {
    const offer = offerOf(supplier);
    return offer ? { source: placeText(offer.place) } : {};
  };
  const ownPlace = { source: placeText(override?.place ?? { file: 'skus.csv' }) };
  return [
    ...supply.arrivals.map((arrival) => ({
      fact: `arrival ${arrival.day}`,
      value: arrivalText(arrival, offerOf(arrival.supplier), override, plan.records),
      ...(arrival.basis === 'override' ? ownPlace : placeOf(arrival.supplier)),
    })),
    ...supply.estimates.map((estimate) => ({
      fact: `estimate ${estimate.day}`,
      value: estimateText(estimate, offerOf(estimate.supplier), override, plan),
      ...placeOf(estimate.supplier),
    })),
    ...releaseFacts(planned, override),
    ...passedFacts(planned, input, override),
  ];
}

function arrivalText(
  arrival: Arrival,
  offer: DatedOffer | undefined,
  override: SkuOverride | undefined,
  records: SupplierRecords,
): string {
  const { supplier, terms, day, quantity, quantityKnown, left, shipDate, basis } = arrival;
  const units = quantityKnown ? `${quantity}` : `unknown quantity, counted as ${quantity},`;
  const taken = quantity > left ? `, ${quantity - left} of them for open orders` : '';
  const expected = basis === 'override' ? day : addDays(day, terms.slipDays);
  const late = slipText(arrival, expected, records.get(supplier));
  const sum = dispatchText(expected, shipDate, terms, offer, override);
  return `${units} at ${supplier}${taken}; ${sum === undefined ? '' : `${late}${sum} = `}ships ${shipDate}`;
}

/** From the day that was stated to the day on which the goods are expected. */
function slipText(
  { day, terms: { slipDays }, basis }: Arrival,
  expected: Day,
  record: SupplierRecord | undefined,
): string {
  if (basis === 'override') return '';
  if (basis === 'stated')
    return slipDays > 0 ? `${day} + ${daysText(slipDays, 'day')} slip = ${expected}, ` : '';
  const learned = `as usual (learned of ${daysText(record?.restocks ?? 0, 'restock')})`;
  return slipDays > 0
    ? `${day} + ${daysText(slipDays, 'day')} late ${learned} = ${expected}, `
    : `${day}, not late ${learned}, `;
}

/** `+ 2 working days to dispatch`; undefined where that does not lead to the ship date. */
export function dispatchText(
  from: Day,
  shipDate: Day,
  terms: SupplierTerms,
  offer: DatedOffer | undefined,
  override: SkuOverride | undefined,
): string | undefined {
  if (shipDay(from, terms, offer, override) !== shipDate) return undefined;
  const days = override?.dispatchDays ?? offer?.dispatchDays ?? terms.dispatchDays;
  return `+ ${daysText(days, 'working day')} to dispatch`;
}

export function daysText(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function estimateText(
  { supplier, terms, day, shipDate, basis }: Estimate,
  offer: DatedOffer | undefined,
  override: SkuOverride | undefined,
  { today, records }: Plan,
): string {
  const sum = dispatchText(day, shipDate, terms, offer, override);
  const ships = `${sum === undefined ? '' : `${sum} = `}ships ${shipDate}`;
  if (basis === 'release') return `at ${supplier}, just released; ${ships}`;
  const { restockDays = 0 } = terms;
  const since = offer?.ranOutOn ?? today;
  const isSum = addDays(since, restockDays) === day;
  const from = since === today ? 'if out from today' : `out since ${since}`;
  const comebacks = records.get(supplier)?.comebacks ?? 0;
  const length =
    basis === 'learned'
      ? `, in which 4 of 5 articles were back before (${comebacks} on record)`
      : ' of restock_days';
  const out = isSum ? `${from} + ${daysText(restockDays, 'day')}${length} = ${day}, ` : '';
  return `at ${supplier}, which states no date: ${out}${ships}`;
}

function releaseFacts({ supply }: PlannedSku, override: SkuOverride | undefined): Fact[] {
  const { release, releaseShipDate, preferred, sources } = supply;
  if (release === undefined || releaseShipDate === undefined) return [];
  const offer = sources.find(({ terms }) => terms.id === preferred.id)?.offer;
  const stating = sources.find((source) => source.offer.release === release)?.offer;
  const sum = dispatchText(release, releaseShipDate, preferred, offer, override);
  const place = override?.release === undefined ? stating?.place : override.place;
  return [
    {
      fact: 'release',
      value: `${release}; ${sum === undefined ? '' : `${sum} = `}ships ${releaseShipDate}`,
      ...(place && { source: placeText(place) }),
    },
  ];
}

function passedFacts(
  { supply }: PlannedSku,
  { today }: PlanInput,
  override: SkuOverride | undefined,
): Fact[] {
  if (!supply.overdue) return [];
  const facts = supply.sources.filter(mayRestock).flatMap(({ supplier, terms, offer }) =>
    offer.restocks
      .filter(({ day }) => addDays(day, terms.slipDays) < today)
      .map(({ day }) => ({
        fact: 'overdue',
        value: `${supplier} stated ${day}; the day has passed and the goods are not in its list`,
        source: placeText(offer.place),
      })),
  );
  if (override?.restock !== undefined && override.restock < today)
    facts.push({
      fact: 'overdue',
      value: `your restock_date ${override.restock} has passed`,
      source: placeText(override.place ?? { file: 'skus.csv' }),
    });
  return facts;
}

/** Who holds back how much. */
export function bufferText({ sku, supply }: PlannedSku, { overrides }: PlanInput): string {
  if (overrides.get(sku)?.safetyStock !== undefined) return 'safety_stock in skus.csv';
  const rules = new Map(
    supply.sources
      .filter(({ usable }) => usable > 0)
      .map(({ terms }) => [terms.id, ruleText(terms)]),
  );
  return [...rules].map(([supplier, rule]) => `${rule} at ${supplier}`).join(', ');
}

function ruleText({ buffer }: SupplierTerms): string {
  switch (buffer.kind) {
    case 'units':
      return `buffer = ${buffer.units}`;
    case 'share':
      return `buffer = "${Math.round(buffer.share * 1000) / 10}%"`;
    case 'auto':
      return 'buffer = "auto" (what may be sold until its next list)';
  }
}
