import { daysBetween } from '../model/day.ts';
import type { ShipPromise } from '../model/promise.ts';
import { outstandingUnits } from '../plan/outstanding.ts';
import type { Plan } from '../plan/plan.ts';
import type { PlannedSku } from '../plan/planned-sku.ts';
import { daysLate, promisedShipDay } from '../plan/promise.ts';
import type { Part } from '../plan/serve.ts';
import type { Source } from '../plan/supply.ts';
import { demandFacts } from './explain-demand.ts';
import type { Fact } from './fact.ts';
import { placeText } from './problems.ts';
import { qualityFacts } from './quality.ts';
import { reasonTexts } from './reasons.ts';
import type { Row, View } from './view.ts';

/** Why a SKU has its status: the rule, the arithmetic and the inputs behind it. */
export function explainSku(plan: Plan, planned: PlannedSku): View {
  const { sku, title, verdict } = planned;
  const facts: Fact[] = [
    {
      fact: 'status',
      value: `${verdict.status} (${verdict.reason})${title === undefined ? '' : ` – ${title}`}`,
    },
    { fact: 'because', value: reasonTexts[verdict.reason] },
    { fact: 'label', value: planned.label },
    ...planned.supply.sources.map((source) => sourceFact(source, plan)),
    ...positionFacts(planned),
    ...supplyFacts(planned),
    ...verdictFacts(planned),
    ...demandFacts(planned, plan.today),
    ...qualityFacts(plan, planned),
    ...plan.parts.filter(({ line }) => line.sku === sku).map(openOrderFact),
  ];
  return view(sku, facts);
}

/** How an order is filled, line by line. */
export function explainOrder(plan: Plan, order: string, promise: ShipPromise | undefined): View {
  const parts = plan.parts.filter(({ line }) => line.orderId === order);
  const facts = parts.flatMap((part): Fact[] => {
    const { line } = part;
    const due = promisedShipDay(line, promise) ?? line.promisedDeliveryDate;
    const late = daysLate(part, promise, plan.today);
    return [
      {
        fact: `${line.sku} × ${part.quantity}`,
        value: `${part.state}${fromWhere(part)}${part.shipDate === undefined ? ', no date' : `, ships ${part.shipDate} (${part.basis})`}`,
        source: placeText(line.place),
      },
      ...(part.blockedBy === undefined ? [] : [{ fact: '  waits for', value: part.blockedBy }]),
      ...(due === undefined
        ? []
        : [{ fact: '  promised', value: `${due}, ${inTime(part, late)}` }]),
      {
        fact: '  ordered',
        value: `${line.orderedAt.slice(0, 10)}: ${line.quantity}, of which open ${outstandingUnits(line, plan.today)}`,
      },
    ];
  });
  const parcels = plan.lines
    .filter(({ orderId }) => orderId === order)
    .flatMap(({ sku, quantity, parcels: own = [] }) =>
      own.map(({ units, day, supplier, tracking, place }) => ({
        fact: `${sku} × ${units}`,
        value: `shipped ${day}${supplier === undefined ? '' : ` by ${supplier}`}${tracking === undefined ? '' : `, tracking ${tracking}`}, of ${quantity} ordered`,
        source: placeText(place),
      })),
    );
  return view(order, [...facts, ...parcels]);
}

/** Whether a promise is kept. Without a date nobody knows that it will be. */
function inTime(part: Part, late: number | undefined): string {
  if (late) return `${late} days late`;
  return part.shipDate === undefined ? 'no date to keep it by' : 'on time';
}

function view(subject: string, facts: readonly Fact[]): View {
  return {
    columns: ['subject', 'fact', 'value', 'source'],
    rows: facts.map((fact): Row => ({ subject, ...fact })),
    whenEmpty: `${subject} has no open lines.`,
    glance: [
      { column: 'fact', heading: subject, rank: 0 },
      {
        column: 'value',
        heading: '',
        rank: 0,
        wide: true,
        show: ({ value, source }) => `${value}${source === undefined ? '' : `   [${source}]`}`,
      },
    ],
  };
}

function sourceFact(
  { supplier, offer, stale, discontinued, usable, stated }: Source,
  { today }: Plan,
): Fact {
  if (offer.unread) {
    const value = `its row could not be read as of ${offer.asOf}: no number is known`;
    return { fact: `at ${supplier}`, value, source: placeText(offer.place) };
  }
  const words = offer.quantityKind === 'exact' ? '' : ` (${offer.quantityKind.replace('_', ' ')})`;
  const drawn = stated > usable ? `, ${stated - usable} shipped since` : '';
  const marks = `${stale ? `, stale: ${daysBetween(offer.asOf, today)} days old` : ''}${discontinued ? ', discontinued' : ''}`;
  return {
    fact: `at ${supplier}`,
    value: `${stale ? offer.quantity : stated}${words} as of ${offer.asOf}${drawn}${marks}${matchText(offer)}`,
    source: placeText(offer.place),
  };
}

/** How the supplier's article was found to be this SKU, where it does not bear it. */
function matchText({ matchedBy, supplierSku }: Source['offer']): string {
  switch (matchedBy) {
    case 'map':
      return `, as its ${supplierSku} by sku-map.csv`;
    case 'prefix':
      return `, as its ${supplierSku} by prefix`;
    case 'barcode':
      return `, as its ${supplierSku} by barcode`;
    case 'number':
    case undefined:
      return '';
  }
}

function positionFacts({ position, verdict }: PlannedSku): Fact[] {
  const { onHand, safetyStock, committed, free, uncovered } = position;
  const facts: Fact[] = [
    {
      fact: 'free',
      value: `${onHand} on hand − ${safetyStock} buffer − ${committed} owed to open orders = ${free}`,
    },
  ];
  if (uncovered > 0)
    facts.push({
      fact: 'sold ahead',
      value: `${committed} owed − ${onHand} on hand = ${uncovered}`,
    });
  if (verdict.status === 'available') facts.push({ fact: 'may be sold', value: verdict.sellable });
  return facts;
}

function supplyFacts({ supply }: PlannedSku): Fact[] {
  const placeOf = (supplier: string) => {
    const offer = supply.sources.find((source) => source.supplier === supplier)?.offer;
    return offer ? { source: placeText(offer.place) } : {};
  };
  const facts: Fact[] = supply.arrivals.map((arrival) => ({
    fact: `arrival ${arrival.day}`,
    value: `${arrival.quantityKnown ? arrival.quantity : `unknown quantity, counted as ${arrival.quantity},`} at ${arrival.supplier}, ships ${arrival.shipDate}`,
    ...(arrival.basis === 'override' ? { source: 'skus.csv' } : placeOf(arrival.supplier)),
  }));
  for (const estimate of supply.estimates) {
    facts.push({
      fact: `estimate ${estimate.day}`,
      value: `at ${estimate.supplier}, from its ${estimate.basis === 'typical' ? 'restock_days' : 'release'}, ships ${estimate.shipDate}`,
      ...placeOf(estimate.supplier),
    });
  }
  if (supply.release !== undefined)
    facts.push({ fact: 'release', value: `${supply.release}, ships ${supply.releaseShipDate}` });
  if (supply.overdue) facts.push({ fact: 'overdue', value: 'a stated restock date has passed' });
  return facts;
}

function verdictFacts({ verdict, deliverBy }: PlannedSku): Fact[] {
  const facts: Fact[] = [];
  if (verdict.aheadLimit !== undefined)
    facts.push({ fact: 'may be sold ahead', value: verdict.aheadLimit });
  if (verdict.shipDate !== undefined) {
    facts.push({
      fact: 'ship date',
      value: `${verdict.shipDate} by ${verdict.supplier} (${verdict.basis}), delivered by ${deliverBy}`,
    });
  }
  return facts;
}

function openOrderFact(part: Part): Fact {
  const { line } = part;
  return {
    fact: `order ${line.orderId || '(none)'}`,
    value: `${part.quantity} of ${line.quantity}: ${part.state}${fromWhere(part)}${part.shipDate === undefined ? ', no date' : `, ships ${part.shipDate}`}`,
    source: placeText(line.place),
  };
}

function fromWhere({ supplier, source }: Part): string {
  if (supplier === undefined || source === undefined) return '';
  return source === 'stock' ? ` from ${supplier}` : ` for the arrival of ${source} at ${supplier}`;
}
