import type { Day } from '../model/day.ts';
import { groupBy } from '../model/group-by.ts';
import type { Notice } from '../model/notice.ts';
import { articleIdentity, customerLine, type OrderLine } from '../model/order.ts';
import type { LinePromise } from '../model/promise.ts';
import { byBytes } from '../model/sku.ts';
import { flipsOfLine, type Made } from '../plan/flips/flips.ts';
import { finishedLines, outstandingUnits } from '../plan/outstanding.ts';
import type { Plan } from '../plan/plan.ts';
import { daysLate, promisedShipDay } from '../plan/promise.ts';
import type { Part } from '../plan/serve.ts';
import type { Source } from '../plan/supply.ts';
import { finishedFacts } from './explain-finished.ts';
import { flipFacts, lineResultText } from './explain-flips.ts';
import { daysText } from './explain-supply.ts';
import { basisText, explanation, fromWhere, waitText } from './explain-words.ts';
import type { Fact } from './fact.ts';
import { placeText } from './problems.ts';
import type { View } from './view.ts';

/** A notice as the book remembers it. */
type Drafted = Notice & { readonly draftedOn: string };

/** What the book remembers of an order's lines. */
interface Remembered {
  readonly notices: readonly Drafted[];
  readonly promises: readonly LinePromise[];
}

/** How an order is filled, line by line: from where and why, what it waits for, and what would change it. */
export function explainOrder(made: Made, order: string, book: Remembered): View {
  const { plan } = made;
  const parts = plan.parts.filter(({ line }) => line.orderId === order);
  const open = [...groupBy(parts, ({ line }) => line)].flatMap(([line, own]) => [
    ...lineFacts(line, own, made),
    ...toldFacts(line, plan, book),
    ...flipFacts(
      flipsOfLine(made, line),
      lineResultText,
      { sku: line.sku, input: made.input },
      '  ',
    ),
  ]);
  const lines = plan.lines.filter(({ orderId }) => orderId === order);
  const finished = finishedLines(lines, plan.today).flatMap((line) => [
    ...finishedFacts(line, plan),
    ...toldFacts(line, plan, book),
  ]);
  return explanation(order, [...open, ...finished, ...parcelFacts(lines)]);
}

/** What suppliers and the customer were told of a line. */
function toldFacts(line: OrderLine, { today }: Plan, { promises, notices }: Remembered): Fact[] {
  return [
    ...purchaseFacts(line),
    ...ledgerFacts(customerLine(line), promises, today),
    ...noticeFacts(line, notices),
  ];
}

function lineFacts(line: OrderLine, parts: readonly Part[], made: Made): Fact[] {
  const { plan } = made;
  const title = line.title === undefined ? '' : `${line.title}: `;
  const kit = line.ofKit && line.ofKit.line.sku !== line.sku ? line.ofKit : undefined;
  const of = kit ? `, ${kit.quantity} in each ${kit.line.sku}` : '';
  const owed = outstandingUnits(line, plan.today);
  const facts: Fact[] = [
    {
      fact: line.sku,
      value: `${title}${line.quantity} ordered ${line.orderedAt.slice(0, 10)}, ${owed} still owed${of}`,
      source: placeText(line.place),
    },
  ];
  for (const part of parts) facts.push(...partFacts(part, made));
  if (parts.some(({ state }) => state === 'waiting')) facts.push(...earlierFacts(line, plan));
  return [...facts, ...promiseFacts(line, made)];
}

function partFacts(part: Part, { plan, input }: Made): Fact[] {
  const when =
    part.shipDate === undefined
      ? ', no date'
      : `, ships ${part.shipDate} (${basisText(part.basis ?? 'stock')})`;
  const late = daysLate(part, input.orderPromise, plan.today);
  const facts: Fact[] = [
    {
      fact: `  × ${part.quantity}`,
      value: `${part.state}${fromWhere(part)}${when}${late ? `, ${daysText(late, 'day')} late` : ''}`,
    },
  ];
  const why = supplierText(part, plan);
  if (why !== undefined) facts.push({ fact: '    why there', value: why });
  if (part.blockedBy !== undefined)
    facts.push({
      fact: part.state === 'unfillable' ? '    because' : '    waits for',
      value: waitText(part),
    });
  return facts;
}

/** Why a part comes from the stock of its supplier. */
function supplierText({ line, source, supplier, state }: Part, plan: Plan): string | undefined {
  if (source !== 'stock' || supplier === undefined) return undefined;
  if (state === 'forwarded') return `the order was passed on to ${supplier}`;
  const sources = plan.skus.find(({ sku }) => sku === line.sku)?.supply.sources ?? [];
  const filled = sources.filter(({ usable }) => usable > 0);
  const others = filled.filter((other) => other.supplier !== supplier);
  if (others.length === 0) return `${supplier} is the only one to have it in stock`;
  const chosen = filled.find((own) => own.supplier === supplier);
  const rules = chosen && others.map((other) => rule(chosen, other, line.quantity));
  return rules?.every((one) => one !== undefined)
    ? rules.join('; ')
    : 'the others have less left after earlier orders';
}

/** Why one supplier serves before another, by the first rule that tells them apart; undefined where that speaks against it. */
function rule(chosen: Source, other: Source, needed: number): string | undefined {
  const name = other.supplier;
  const short = ({ usable }: Source) => (usable < needed ? 1 : 0);
  const cost = ({ offer }: Source) => offer.unitCost ?? 0;
  const rules: readonly (readonly [number, string])[] = [
    [short(chosen) - short(other), `it has enough for the whole line, ${name} has not`],
    [
      chosen.terms.priority - other.terms.priority,
      `priority ${chosen.terms.priority} goes before ${other.terms.priority} of ${name}`,
    ],
    [cost(chosen) - cost(other), `it costs less than at ${name}`],
    [byBytes(chosen.readyOn, other.readyOn), `it ships sooner than from ${name}`],
    [-1, `it is as good as ${name}, whose name comes later`],
  ];
  const decisive = rules.find(([difference]) => difference !== 0);
  return decisive && decisive[0] < 0 ? decisive[1] : undefined;
}

const shownEarlier = 5;

/** Who took the goods before. */
function earlierFacts(line: OrderLine, plan: Plan): Fact[] {
  const at = plan.parts.findIndex((part) => part.line === line);
  const earlier = plan.parts
    .slice(0, at)
    .filter((part) => part.line.sku === line.sku && part.source !== undefined);
  if (earlier.length === 0) return [];
  const shown = earlier
    .slice(0, shownEarlier)
    .map((part) => `${part.line.orderId} (${part.quantity}${fromWhere(part)})`);
  const more = earlier.length > shownEarlier ? [`and ${earlier.length - shownEarlier} more`] : [];
  return [{ fact: '  served before', value: [...shown, ...more].join(', ') }];
}

function promiseFacts(line: OrderLine, { input, plan }: Made): Fact[] {
  const ship = promisedShipDay(line, input.orderPromise);
  const due = ship ?? line.promisedDeliveryDate;
  if (due === undefined) return [];
  const verb = ship === undefined ? 'delivered' : 'shipped';
  return [
    {
      fact: '  promised',
      value: `${verb} by ${due}${due < plan.today ? ', which has passed' : ''}`,
    },
  ];
}

/** The purchase orders that have it. */
function purchaseFacts({ purchases = [] }: OrderLine): Fact[] {
  return purchases
    .filter(({ units }) => units > 0)
    .map(({ supplier, day, units }) => ({
      fact: '  ordered from',
      value: `${supplier} on ${day}: ${units}`,
    }));
}

/** When it was to ship, as runs said so: the first date, and each that it moved to. */
function ledgerFacts(line: OrderLine, promises: readonly LinePromise[], today: Day): Fact[] {
  const own = articleIdentity(line);
  const dates = promises
    .filter((promise) => promise.day < today && articleIdentity(promise) === own)
    .toSorted((a, b) => byBytes(a.day, b.day))
    .map(({ day, shipDate }) => `${shipDate ?? 'no date'} (said ${day})`);
  return dates.length === 0 ? [] : [{ fact: '  dates so far', value: dates.join(', then ') }];
}

function noticeFacts(line: OrderLine, drafted: readonly Drafted[]): Fact[] {
  return drafted
    .filter((notice) => notice.orderId === line.orderId && notice.lineId === line.lineId)
    .map(({ type, draftedOn, sendBy, newDate, file }) => ({
      fact: '  notice',
      value: `${type} drafted ${draftedOn}, ${sendBy === undefined ? 'to be sent at once' : `to be sent by ${sendBy}`}${newDate === undefined ? '' : `, with the new date ${newDate}`}`,
      ...(file !== '' && { source: file }),
    }));
}

function parcelFacts(lines: readonly OrderLine[]): Fact[] {
  return lines.flatMap(({ sku, quantity, parcels = [] }) =>
    parcels.map(({ units, day, supplier, tracking, place }) => ({
      fact: `${sku} × ${units}`,
      value: `shipped ${day}${supplier === undefined ? '' : ` by ${supplier}`}${tracking === undefined ? '' : `, tracking ${tracking}`}, of ${quantity} ordered`,
      source: placeText(place),
    })),
  );
}
