import type { Policy } from '../model/policy.ts';
import type { Change, Cut, OwnUnits } from '../plan/flips/change.ts';
import type { LineResult, SkuResult } from '../plan/flips/flips.ts';
import type { PlanInput } from '../plan/input.ts';
import type { Fact } from './fact.ts';
import { reasonTexts } from './reasons.ts';

/** The changes that would lead elsewhere, in plain words: what to change, and what comes of it. */
export function flipFacts<Result>(
  flips: readonly { readonly change: Change; readonly result: Result }[],
  resultText: (result: Result, change: Change) => string,
  input: PlanInput,
  indent = '',
): Fact[] {
  return flips.map(({ change, result }, i) => ({
    fact: i === 0 ? `${indent}what would change it` : `${indent}  or`,
    value: `${changeText(change, input)} → ${resultText(result, change)}`,
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
  if (state === 'undated') return 'it has no date any more';
  const kept = late === undefined ? '' : late > 0 ? `, ${late} days late` : ', in time';
  if (state === 'ships-now') return `it ships now${kept}`;
  const isOpen = 'sense' in change && change.sense !== 'from';
  if (isOpen && late === 0) return 'it ships in time';
  return isOpen ? 'it has a date that its customer can be told' : `it ships ${shipDate}${kept}`;
}

function changeText(change: Change, input: PlanInput): string {
  switch (change.kind) {
    case 'units':
      return unitsText(change, input);
    case 'fresh-file': {
      const list = `a list of ${change.article.supplier} dated ${change.asOf} or later`;
      return change.units === undefined
        ? `${list} that says the same of it`
        : `${list} that shows ${change.units} or more of it`;
    }
    case 'listed':
      return `${change.article.supplier} lists it with ${change.units} or more`;
    case 'restock-date':
      return restockText(change, input);
    case 'restock-units':
      return `${countText(change, '')} in the arrival of ${change.day} at ${change.article.supplier}`;
    case 'cancelled':
      return `cancel ${cutsText(change.cuts)}`;
    case 'ordered':
      return `${change.units} more ${change.units === 1 ? 'unit' : 'units'} ordered`;
    default:
      return ruleText(change, input);
  }
}

type Rule = Exclude<
  Change,
  {
    readonly kind:
      | 'units'
      | 'fresh-file'
      | 'listed'
      | 'restock-date'
      | 'restock-units'
      | 'cancelled'
      | 'ordered';
  }
>;

function ruleText(change: Rule, input: PlanInput): string {
  switch (change.kind) {
    case 'own-date': {
      const now = change.from === undefined ? '' : ` (now ${change.from})`;
      return `${change.key}_date ${boundText(change)} in skus.csv${now}`;
    }
    case 'own-units':
      return `${ownKeys[change.key]} = ${limitText(change)} in skus.csv${nowText(change, input)}`;
    case 'unpinned':
      return `no status in skus.csv (now ${change.status})`;
    case 'continued':
      return 'discontinued = no in skus.csv';
    case 'policy-number':
      return `${policyKeys[change.key]} = ${limitText(change)} in dropship.toml (now ${change.from})`;
    case 'uncertain-restock':
      return `uncertain_restock = "${change.to}" in dropship.toml (now "${input.policy.uncertainRestock}")`;
    case 'ship-available':
      return 'shipping = "ship-available" in dropship.toml (now "hold-together")';
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

function unitsText(change: Extract<Change, { kind: 'units' }>, { offers }: PlanInput): string {
  const { supplier, supplierSku } = change.article;
  const offer = offers.find((own) => own.supplier === supplier && own.supplierSku === supplierSku);
  const isNamed = offer === undefined || offer.sku === supplierSku;
  const of = isNamed || offer.matchedBy === 'number' ? '' : supplierSku;
  if (!change.isWord) return `${countText(change, of)} at ${supplier}`;
  return change.to === 0
    ? `none left at ${supplier} (now in stock without a number, counted as ${change.from})`
    : `${change.to} or more at ${supplier} (now in stock without a number, counted as ${change.from})`;
}

/** `one more unit (6 instead of 5)` */
function countText(
  { from, to }: { readonly from: number; readonly to: number },
  article: string,
): string {
  const count = Math.abs(to - from);
  const noun = article === '' ? (count === 1 ? 'unit' : 'units') : `of its ${article}`;
  return `${count === 1 ? 'one' : count} ${noun} ${to > from ? 'more' : 'fewer'} (${to} instead of ${from})`;
}

function restockText(
  change: Extract<Change, { kind: 'restock-date' }>,
  { offers, today }: PlanInput,
): string {
  const { supplier, supplierSku } = change.article;
  const offer = offers.find((own) => own.supplier === supplier && own.supplierSku === supplierSku);
  const hasOther = offer !== undefined && offer.restocks.length > 0;
  if (change.from === undefined) {
    const further = hasOther ? 'a further restock date' : 'a restock date';
    const none = hasOther ? '' : ' (none is stated)';
    return `${further} at ${supplier} ${boundText(change)}${none}`;
  }
  const now = change.from < today ? `${change.from} has passed` : `now ${change.from}`;
  return `a restock date at ${supplier} ${boundText(change)} (${now})`;
}

function boundText({ sense, day }: Extract<Change, { sense: unknown }>): string {
  if (sense === 'any') return 'on any day';
  return sense === 'until' ? `on or before ${day}` : `on or after ${day}`;
}

const shownCuts = 4;

/** `3 units of open orders (#3963, 2 of #3938)` */
function cutsText(cuts: readonly Cut[]): string {
  const units = cuts.reduce((sum, cut) => sum + cut.units, 0);
  const shown = cuts.slice(0, shownCuts).map((cut) => `${cut.units} of ${cut.line.orderId}`);
  const more = cuts.length > shownCuts ? [`and ${cuts.length - shownCuts} more`] : [];
  return `${units} ${units === 1 ? 'unit' : 'units'} of open orders (${[...shown, ...more].join(', ')})`;
}
