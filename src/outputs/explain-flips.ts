import type { Policy } from '../model/policy.ts';
import type { Sku } from '../model/sku.ts';
import type { Change, Cut, OwnRule, OwnUnits } from '../plan/flips/change.ts';
import type { LineResult, SkuResult } from '../plan/flips/flips.ts';
import type { Flip } from '../plan/flips/search.ts';
import type { PlanInput } from '../plan/input.ts';
import { daysText } from './explain-supply.ts';
import type { Fact } from './fact.ts';
import { reasonTexts } from './reasons.ts';

/** The changes that would lead elsewhere, in plain words: what to change, and what comes of it. */
export function flipFacts<Result>(
  flips: readonly Flip<Result>[],
  resultText: (result: Result, change: Change) => string,
  shop: ShopWords,
  indent = '',
): Fact[] {
  return flips.map(({ change, result }, i) => ({
    fact: i === 0 ? `${indent}what would change it` : `${indent}  or`,
    value: `${changeText(change, shop)} → ${resultText(result, change)}`,
  }));
}

/** What would become of a SKU. */
export function skuResultText({ status, reason, sellable, aheadLimit }: SkuResult): string {
  if (status === 'available') return `available, ${sellable} may be sold`;
  if (status === 'unavailable') return `unavailable: ${reasonTexts[reason]}`;
  return aheadLimit === undefined ? status : `${status}, ${aheadLimit} may be sold ahead`;
}

/** What would become of an order line. */
export function lineResultText({ state, shipDate, late }: LineResult, change: Change): string {
  if (state === 'unfillable') return 'it cannot be filled';
  if (state === 'undated') return 'it waits without a date';
  const kept = late === undefined ? '' : late > 0 ? `, ${daysText(late, 'day')} late` : ', in time';
  if (state === 'ships-now') return `it ships now${kept}`;
  const isOpen = 'sense' in change && change.sense !== 'from';
  if (isOpen && late === 0) return 'it ships in time';
  return isOpen ? 'it has a date that its customer can be told' : `it ships ${shipDate}${kept}`;
}

/** The SKU that is spoken of, and what its plan is made from. */
interface ShopWords {
  readonly sku: Sku;
  readonly input: PlanInput;
}

function changeText(change: Change, shop: ShopWords): string {
  const { input } = shop;
  switch (change.kind) {
    case 'units':
      return unitsText(change, shop.sku);
    case 'fresh-file': {
      const list = `a list of ${change.article.supplier} dated ${change.asOf} or later`;
      return change.units === undefined
        ? `${list} that says the same of it`
        : `${list} that shows ${change.units} or more of it`;
    }
    case 'listed':
      return listedText(change, input);
    case 'restock-date':
      return restockText(change, input);
    case 'restock-units':
      return countText(change, '', `in the arrival of ${change.day} at ${change.article.supplier}`);
    case 'cancelled':
      return `cancel ${cutsText(change.cuts)}`;
    case 'ordered':
      return `${change.units} more ${change.units === 1 ? 'unit' : 'units'} ordered`;
    default:
      return ruleText(change, input);
  }
}

function ruleText(change: OwnRule, input: PlanInput): string {
  switch (change.kind) {
    case 'own-date': {
      const now = change.from === undefined ? '' : ` (now ${change.from})`;
      return `${boundText(`${change.key}_date`, change)} in skus.csv${now}`;
    }
    case 'own-units':
      return `${ownKeys[change.key]} = ${limitText(change)} in skus.csv${nowText(change, input)}`;
    case 'unpinned':
      return `status left empty in skus.csv (now ${change.status})`;
    case 'continued':
      return 'discontinued = no in skus.csv';
    case 'policy-number':
      return `${policyKeys[change.key]} = ${limitText(change)} in dropship.toml (now ${change.from})`;
    case 'uncertain-restock':
      return `uncertain_restock = "${change.to}" in dropship.toml (now "${input.policy.uncertainRestock}")`;
    case 'ship-available':
      return 'shipping = "ship-available" in dropship.toml';
  }
}

const ownKeys: { readonly [Key in OwnUnits]: string } = {
  safetyStock: 'safety_stock',
  backorderLimit: 'backorder_limit',
  preorderLimit: 'preorder_limit',
};

const policyKeys = {
  backorderMaxWaitDays: 'backorder_max_wait_days',
  preorderMaxWaitDays: 'preorder_max_wait_days',
  unknownRestockLimit: 'unknown_restock_limit',
  returnQuantity: 'return_quantity',
} satisfies { readonly [Key in keyof Policy]?: string };

function limitText({ from, to }: { readonly from: number; readonly to: number }): string {
  return `${to} or ${to > from ? 'more' : 'less'}`;
}

function nowText(change: Extract<Change, { kind: 'own-units' }>, { overrides }: PlanInput): string {
  const own = overrides.get(change.sku)?.[change.key];
  return own === undefined ? ` (the suppliers' buffers hold back ${change.from})` : ` (now ${own})`;
}

function unitsText(change: Extract<Change, { kind: 'units' }>, sku: Sku): string {
  const { supplier, supplierSku } = change.article;
  if (!change.isWord)
    return countText(change, supplierSku === sku ? '' : supplierSku, `at ${supplier}`);
  const now = `(now in stock without a number, counted as ${change.from})`;
  return `${change.to === 0 ? 'none left' : `${change.to} or more`} at ${supplier} ${now}`;
}

/** `one more unit at acme (6 instead of 5)` */
function countText(
  { from, to }: { readonly from: number; readonly to: number },
  article: string,
  where: string,
): string {
  const count = Math.abs(to - from);
  const noun = count === 1 ? 'unit' : 'units';
  const what = article === '' ? ` ${noun}` : ` of its ${article}`;
  const many = `${count === 1 ? 'one' : count} ${to > from ? 'more' : 'fewer'}`;
  return `${many}${what} ${where} (${to} instead of ${from})`;
}

function listedText(
  { article: { supplier, supplierSku }, units }: Extract<Change, { kind: 'listed' }>,
  { missing }: PlanInput,
): string {
  const isLost = missing.some(
    (own) => own.supplier === supplier && own.supplierSku === supplierSku,
  );
  return `${supplier} lists it ${isLost ? 'again ' : ''}with ${units} or more`;
}

function restockText(
  change: Extract<Change, { kind: 'restock-date' }>,
  { offers, today }: PlanInput,
): string {
  const { supplier, supplierSku } = change.article;
  const offer = offers.find((own) => own.supplier === supplier && own.supplierSku === supplierSku);
  const isFurther = change.from === undefined && offer !== undefined && offer.restocks.length > 0;
  const date = boundText(
    isFurther ? 'further restock date' : 'restock date',
    change,
    ` at ${supplier}`,
  );
  if (isFurther) return date;
  if (change.from === undefined) return `${date} (none is stated)`;
  return `${date} (${change.from < today ? `${change.from} has passed` : `now ${change.from}`})`;
}

function boundText(
  what: string,
  { sense, day }: Extract<Change, { sense: unknown }>,
  where = '',
): string {
  if (sense === 'any') return `any ${what}${where}`;
  return `a ${what}${where} on or ${sense === 'until' ? 'before' : 'after'} ${day}`;
}

const shownCuts = 4;

/** `3 units of open orders (#3963, 2 of #3938)` */
function cutsText(cuts: readonly Cut[]): string {
  const units = cuts.reduce((sum, cut) => sum + cut.units, 0);
  const shown = cuts.slice(0, shownCuts).map((cut) => `${cut.units} of ${cut.line.orderId}`);
  const more = cuts.length > shownCuts ? [`and ${cuts.length - shownCuts} more`] : [];
  return `${units} ${units === 1 ? 'unit' : 'units'} of open orders (${[...shown, ...more].join(', ')})`;
}
