import type { Buffer, Policy, SupplierTerms } from '../../src/model/policy.ts';
import type { PurchaseLine } from '../../src/model/purchase-order.ts';
import type { Sku } from '../../src/model/sku.ts';
import type { Status } from '../../src/model/status.ts';
import type { PlanInput } from '../../src/plan/input.ts';
import type { SupplierRecord } from '../../src/suppliers/record.ts';
import {
  day,
  type LineSketch,
  line,
  matchingBy,
  type OfferSketch,
  type OverrideSketch,
  offer,
  planOf,
  type Situation,
  sku,
  terms,
  told,
  verdictInWords,
} from './builders.ts';

/** A case of the rules in words: what is known, and what follows from it. */
export interface RuleCase {
  readonly name: string;
  readonly given: readonly string[];
  readonly expected: readonly string[];
}

/** Cases are separated by blank lines: the name, then what is given, then `= ` and what follows. `//` is a note. */
export function casesIn(text: string): RuleCase[] {
  return text
    .trim()
    .split(/\n\s*\n/)
    .map((block) => {
      const [name = '', ...lines] = block
        .split('\n')
        .map((one) => one.replace(/\s*\/\/.*/, '').trim())
        .filter((one) => one !== '');
      const isExpected = (one: string) => one.startsWith('= ');
      return {
        name,
        given: lines.filter((one) => !isExpected(one)),
        expected: lines.filter(isExpected).map((one) => one.slice(2)),
      };
    });
}

type Clauses<T> = readonly (readonly [RegExp, (...found: string[]) => T])[];

/** Each clause of a text is read by the one pattern that fits it. */
function read<T>(text: string, clauses: Clauses<T>): T[] {
  if (text === '') return [];
  return text.split(', ').map((clause) => {
    for (const [pattern, meaning] of clauses) {
      const found = pattern.exec(clause);
      if (found) return meaning(...found.slice(1));
    }
    throw new Error(`nobody understands: ${clause}`);
  });
}

const date = String.raw`(\d{4}-\d\d-\d\d)`;
const clause = (text: string) => new RegExp(`^${text.replaceAll('DATE', date)}$`);

const offerClauses: Clauses<OfferSketch> = [
  [
    clause('(-?\\d+)(?: of (\\w+))?'),
    (units, name = 'X') => ({ quantity: Number(units), sku: name }),
  ],
  [clause('in stock'), () => ({ quantityKind: 'unknown' })],
  [clause('at least (\\d+)'), (units) => ({ quantity: Number(units), quantityKind: 'at_least' })],
  [clause('due (DATE(?: x \\d+)?)'), (due = '') => ({ restocks: [due] })],
  [clause('file DATE'), (on = '') => ({ asOf: on })],
  [clause('release DATE'), (on = '') => ({ release: on })],
  [clause('out since DATE'), (on = '') => ({ ranOutOn: on })],
  [clause('discontinued'), () => ({ discontinued: true })],
  [clause('dispatch (\\d+)'), (days) => ({ dispatchDays: Number(days) })],
  [clause('pack of (\\d+)'), (units) => ({ packSize: Number(units) })],
  [clause('costs ([\\d.]+) (\\w+)'), (cost, currency) => ({ unitCost: Number(cost), currency })],
];

function offerIn(supplier: string, text: string) {
  const found = read(text, offerClauses);
  const restocks = found.flatMap((one) => one.restocks ?? []);
  return offer({ supplier, ...Object.assign({}, ...found), restocks });
}

const lineClauses: Clauses<LineSketch> = [
  [
    clause('(\\d+)(?: of (\\w+))?'),
    (units, name = 'X') => ({ quantity: Number(units), sku: name }),
  ],
  [clause('at (\\S+)'), (at = '') => ({ orderedAt: at })],
  [clause('shipped (\\d+)'), (units) => ({ fulfilledQuantity: Number(units) })],
  [
    clause('shipped (\\d+) on DATE'),
    (units, on = '') => ({ fulfilledQuantity: Number(units), fulfilledAt: on }),
  ],
  [clause('by (\\w+)'), (supplier) => ({ supplier })],
  [clause('cancelled (\\d+)'), (units) => ({ cancelledQuantity: Number(units) })],
  [clause('forwarded to (\\w+) on DATE'), (supplier, on = '') => ({ supplier, forwardedAt: on })],
  [
    clause('(pending|authorized|voided|refunded)'),
    (state) => ({ paymentState: state as 'pending' | 'authorized' | 'voided' | 'refunded' }),
  ],
];

const buffer = (text: string): Buffer =>
  text.endsWith('%')
    ? { kind: 'share', share: Number(text.slice(0, -1)) / 100 }
    : { kind: 'units', units: Number(text) };

const holiday = (from: string, to = from) => ({
  holidays: new Set([day(from), day(to)]),
});

const termsClauses: Clauses<Partial<SupplierTerms>> = [
  [clause('buffer auto'), () => ({ buffer: { kind: 'auto' } })],
  [clause('buffer (\\d+%?)'), (units = '') => ({ buffer: buffer(units) })],
  [clause('dispatch (\\d+)'), (days) => ({ dispatchDays: Number(days) })],
  [clause('transit (\\d+)'), (days) => ({ transitDays: Number(days) })],
  [clause('slip (\\d+)'), (days) => ({ slipDays: Number(days) })],
  [clause('restock (\\d+)'), (days) => ({ restockDays: Number(days) })],
  [clause('stale after (\\d+)'), (days) => ({ staleAfterDays: Number(days) })],
  [clause('priority (\\d+)'), (priority) => ({ priority: Number(priority) })],
  [clause('word counts (\\d+)'), (units) => ({ wordQuantity: Number(units) })],
  [clause('holidays DATE(?: and DATE)?'), (from = '', to = from) => holiday(from, to)],
  [clause('same-day'), () => ({ forwarded: 'same-day' })],
];

const overrideClauses: Clauses<OverrideSketch> = [
  [clause('([A-Z]+)'), (name = 'X') => ({ sku: name })],
  [clause('release DATE'), (on = '') => ({ release: on })],
  [clause('restock DATE'), (on = '') => ({ restock: on })],
  [clause('safety (\\d+)'), (units) => ({ safetyStock: Number(units) })],
  [clause('backorder limit (\\d+)'), (units) => ({ backorderLimit: Number(units) })],
  [clause('preorder limit (\\d+)'), (units) => ({ preorderLimit: Number(units) })],
  [clause('dispatch (\\d+)'), (days) => ({ dispatchDays: Number(days) })],
  [clause('discontinued'), () => ({ discontinued: true })],
  [clause('not discontinued'), () => ({ discontinued: false })],
  [clause('pinned (\\w+)'), (status) => ({ status: status as Status })],
];

const policyClauses: Clauses<Partial<Policy>> = [
  [clause('backorder wait (\\d+)'), (days) => ({ backorderMaxWaitDays: Number(days) })],
  [clause('preorder wait (\\d+)'), (days) => ({ preorderMaxWaitDays: Number(days) })],
  [
    clause('uncertain (\\w+)'),
    (status) => ({ uncertainRestock: status as Policy['uncertainRestock'] }),
  ],
  [clause('unknown limit (\\d+)'), (units) => ({ unknownRestockLimit: Number(units) })],
  [clause('return quantity (\\d+)'), (units) => ({ returnQuantity: Number(units) })],
  [clause('hold-together'), () => ({ waitMaxDays: Number.POSITIVE_INFINITY })],
  [clause('wait-max (\\d+)'), (days) => ({ waitMaxDays: Number(days) })],
  [clause('first order (\\w+)'), (id = '') => ({ priorityOrders: new Set([id]) })],
];

const recordClauses: Clauses<Partial<SupplierRecord>> = [
  [clause('(\\d+) restocks'), (count) => ({ restocks: Number(count), predictable: Number(count) })],
  [clause('(\\d+) as expected'), (count) => ({ predictable: Number(count) })],
  [clause('slip (\\d+)'), (days) => ({ slipP50: Number(days), slipP80: Number(days) })],
  [
    clause('(\\d+) comebacks in (\\d+) days'),
    (count, days) => ({ comebacks: Number(count), restockDays: Number(days) }),
  ],
];

/** What a text of one kind begins with, and what follows. */
function after(lines: readonly string[], pattern: RegExp): string[][] {
  return lines.flatMap((one) => {
    const found = pattern.exec(one);
    return found ? [found.slice(1)] : [];
  });
}

const kinds = {
  day: /^day (.+)$/,
  terms: /^(acme|beta|gamma): (.+)$/,
  record: /^record of (\w+): (.+)$/,
  offer: /^(acme|beta|gamma) (.+)$/,
  line: /^(#\w+)(?:\/(\w+))? wants (.+)$/,
  override: /^skus\.csv: (.+)$/,
  policy: /^policy: (.+)$/,
  kit: /^kit (\w+) = (.+)$/,
  units: /^one (\w+) of (\w+) is (\d+)(?:\/(\d+)) X$/,
  before: /^before: (\w+)$/,
  missing: /^gone from acme: (\w+)$/,
  listed: /^listed: (\w+)$/,
  purchase: new RegExp(`^purchase order ${date}: (\\w+) ships (\\d+) of (#\\w+)$`),
};

const purchase = ([on = '', supplier = '', units, orderId = '']: string[]): PurchaseLine => ({
  poNumber: `PO-${on}-${supplier}`,
  day: day(on),
  action: 'order',
  supplier,
  channel: '',
  orderId,
  lineId: '1',
  sku: sku('X'),
  supplierSku: 'X',
  quantity: Number(units),
  corrects: '',
});

const kitParts = (text: string) =>
  text.split(' + ').map((part) => {
    const [quantity, name = ''] = part.split(' ');
    return { sku: sku(name), quantity: Number(quantity) };
  });

/** The situation that a case describes; what it does not say is as `dropship` has it without a configuration. */
function situationOf(given: readonly string[]): Situation {
  for (const one of given)
    if (!Object.values(kinds).some((kind) => kind.test(one))) throw new Error(`what is: ${one}`);
  const of = (kind: keyof typeof kinds) => after(given, kinds[kind]);
  const own = new Map(of('terms').map(([id = '', text = '']) => [id, read(text, termsClauses)]));
  const [on] = of('day')[0] ?? [];
  const [before] = of('before')[0] ?? [];
  const records = of('record').map(([id = '', text = '']): [string, SupplierRecord] => [
    id,
    Object.assign({ restocks: 0, predictable: 0, comebacks: 0 }, ...read(text, recordClauses)),
  ]);
  return {
    ...(on !== undefined && { today: on }),
    ...(before !== undefined && { previous: before as Status }),
    offers: of('offer').map(([supplier = '', text = '']) => offerIn(supplier, text)),
    lines: of('line').map(([orderId = '', lineId = '1', text = '']) =>
      line({ orderId, lineId, ...Object.assign({}, ...read(text, lineClauses)) }),
    ),
    terms: ['acme', 'beta', 'gamma'].map((id) =>
      terms(id, { buffer: buffer('0'), ...Object.assign({}, ...(own.get(id) ?? [])) }),
    ),
    overrides: of('override').map(([text = '']) =>
      Object.assign({}, ...read(text, overrideClauses)),
    ),
    policy: Object.assign({}, ...of('policy').flatMap(([text = '']) => read(text, policyClauses))),
    missing: of('missing').flat(),
    listed: of('listed').flat(),
    more: {
      kits: new Map(of('kit').map(([name = '', parts = '']) => [sku(name), kitParts(parts)])),
      purchases: of('purchase').map(purchase),
      records: new Map(records),
      matching: matchingBy({
        skuMap: of('units').map(([theirs = '', supplier = '', n, d = '1']) => ({
          supplier,
          supplierSku: sku(theirs),
          sku: sku('X'),
          units: { numerator: Number(n), denominator: Number(d) },
        })),
      }),
    },
  };
}

const isOfPart = (expected: string) => expected.startsWith('#');

/** What the plan says in the words of the expectation: of a SKU's verdict, of its numbers, of the parts of lines. */
export function planned(given: readonly string[], expected: readonly string[]): string[] {
  const plan = planOf(situationOf(given));
  const ofSkus = expected
    .filter((one) => !isOfPart(one))
    .map((one) => {
      const name = /^([A-Z]+)(?=:| has )/.exec(one)?.[1] ?? 'X';
      const found = plan.skus.find((own) => own.sku === (name as Sku));
      if (!found) return `${name} is not in the plan`;
      if (!one.startsWith(`${name} has `)) {
        return one.startsWith(name) ? `${name}: ${verdictInWords(found)}` : verdictInWords(found);
      }
      const facts = Object.entries(told(found));
      const named = one.slice(name.length + 5).split(', ');
      return `${name} has ${named
        .map((fact) => {
          const key = fact.slice(0, fact.lastIndexOf(' '));
          const [, value = 'none'] = facts.find(([own]) => own === camel(key)) ?? [];
          return `${key} ${value}`;
        })
        .join(', ')}`;
    });
  if (!expected.some(isOfPart)) return ofSkus;
  const parts = plan.parts.map((part) => {
    const { line: own, quantity, state, supplier, source, shipDate, blockedBy } = part;
    const id = own.lineId === '1' ? own.orderId : `${own.orderId}/${own.lineId}`;
    const stale = blockedBy === 'stale-feed' ? blockedBy : undefined;
    return [id, quantity, state, supplier, source, shipDate, stale]
      .filter((word) => word !== undefined)
      .join(' ');
  });
  return [...ofSkus, ...parts.toSorted()];
}

const camel = (words: string) =>
  words.replace(/ (\w)/g, (_, letter: string) => letter.toUpperCase());

/** The expectation in the order of `planned`. */
export function inOrder(expected: readonly string[]): string[] {
  return [...expected.filter((one) => !isOfPart(one)), ...expected.filter(isOfPart).toSorted()];
}

/** An input in the words of a case, as far as these go: what a random shop that fails looks like. */
export function inWords({ terms: all, policy, ...input }: PlanInput): string {
  const word = (name: string, value: unknown) =>
    value === undefined || value === 0 ? [] : [`${name} ${value}`];
  const suppliers = [...all.values()].map(({ id, buffer: kept, holidays, ...own }) => {
    const units = kept.kind === 'auto' ? 'auto' : kept.kind === 'units' ? kept.units : kept.share;
    const numbers = Object.entries(own).filter(([, value]) => typeof value === 'number');
    return `${id}: buffer ${units}, ${numbers.flatMap((one) => one.join(' ')).join(', ')}, holidays ${[...holidays].join(' ')}`;
  });
  const offers = input.offers.map((own) => {
    const due = own.restocks.map(({ day: on, quantity }) => `due ${on} x ${quantity ?? '?'}`);
    const facts = [...due, ...word('release', own.release), ...word('pack of', own.packSize)];
    if (own.discontinued) facts.push('discontinued');
    return `${own.supplier} ${[`${own.quantity} of ${own.sku}`, `file ${own.asOf}`, ...facts].join(', ')}`;
  });
  const lines = input.lines.map((own) => {
    const facts = [
      ...word('shipped', own.fulfilledQuantity),
      ...word('on', own.fulfilledAt),
      ...word('by', own.supplier),
      ...word('forwarded', own.forwardedAt),
    ];
    const wanted = `${own.orderId}/${own.lineId} wants ${own.quantity} of ${own.sku}`;
    return [wanted, `at ${own.orderedAt}`, ...facts].join(', ');
  });
  const parcels = input.shipments.map(
    (own) =>
      `parcel ${own.shippedAt}: ${own.supplier} ${own.quantity} of ${own.orderId}/${own.lineId}`,
  );
  const purchases = (input.purchases ?? []).map(
    (own) =>
      `purchase order ${own.day}: ${own.supplier} ships ${own.quantity} of ${own.orderId}/${own.lineId}`,
  );
  const said = { policy, skus: [...input.overrides.values()], records: [...(input.records ?? [])] };
  const rest = Object.entries(said).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  return ['', ...suppliers, ...rest, ...offers, ...lines, ...parcels, ...purchases].join('\n  ');
}
