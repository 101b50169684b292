import { addDays, daysBetween } from '../model/day.ts';
import type { Policy, SkuOverride } from '../model/policy.ts';
import { flipsOfSku, type Made } from '../plan/flips/flips.ts';
import type { PlannedSku } from '../plan/planned-sku.ts';
import type { Part } from '../plan/serve.ts';
import type { Position, Verdict } from '../plan/status.ts';
import { type StrategyRules, strategist } from '../plan/strategy/strategy.ts';
import type { Supply } from '../plan/supply.ts';
import { demandFacts } from './explain-demand.ts';
import { flipFacts, skuResultText } from './explain-flips.ts';
import { kitFacts } from './explain-kit.ts';
import {
  arrivalFacts,
  bufferText,
  daysText,
  dispatchText,
  missingFacts,
  overrideFacts,
  sourceFacts,
} from './explain-supply.ts';
import { basisText, explanation, fromWhere, waitText } from './explain-words.ts';
import type { Fact } from './fact.ts';
import { placeText } from './problems.ts';
import { qualityFacts } from './quality.ts';
import { reasonTexts } from './reasons.ts';
import { strategyFacts } from './strategy.ts';
import type { View } from './view.ts';

/** Why a SKU has its status: the rule, the arithmetic, the inputs behind it, and what would change it. */
export function explainSku(
  made: Made,
  planned: PlannedSku,
  currency: StrategyRules['currency'],
): View {
  const { sku, title, verdict } = planned;
  const { plan, input } = made;
  const advise = strategist(plan, { policy: input.policy, currency });
  return explanation(sku, [
    {
      fact: 'status',
      value: `${verdict.status} (${verdict.reason})${title === undefined ? '' : ` – ${title}`}`,
    },
    { fact: 'because', value: reasonTexts[verdict.reason] },
    { fact: 'label', value: planned.label },
    ...overrideFacts(planned, made),
    ...sourceFacts(planned, made),
    ...missingFacts(planned, made),
    ...(planned.isKit ? kitFacts(planned, plan) : positionFacts(planned, made)),
    ...arrivalFacts(planned, made),
    ...verdictFacts(planned, made),
    ...flipFacts(flipsOfSku(made, sku), skuResultText, { sku, input }),
    ...demandFacts(planned, plan.today),
    ...qualityFacts(plan, planned),
    ...strategyFacts(advise(planned), plan.today),
    ...plan.parts.filter(({ line }) => line.sku === sku).map(openOrderFact),
  ]);
}

function positionFacts(planned: PlannedSku, { input }: Made): Fact[] {
  const { position, verdict } = planned;
  const { onHand, safetyStock, committed, free, uncovered } = position;
  const rest = onHand - safetyStock - committed;
  const sum = rest < 0 ? `−${-rest}, so ${free}` : `${free}`;
  const facts: Fact[] = [
    {
      fact: 'free',
      value: `${onHand} on hand − ${safetyStock} buffer − ${committed} owed to open orders = ${sum}`,
    },
  ];
  if (safetyStock > 0)
    facts.push({ fact: '  buffer', value: `${safetyStock}: ${bufferText(planned, input)}` });
  if (uncovered > 0)
    facts.push({
      fact: 'sold ahead',
      value: `${committed} owed − ${onHand} on hand = ${uncovered}`,
    });
  if (verdict.status === 'available') facts.push({ fact: 'may be sold', value: verdict.sellable });
  return facts;
}

function verdictFacts(planned: PlannedSku, made: Made): Fact[] {
  const { input } = made;
  const { sku, verdict, supply, position } = planned;
  const facts: Fact[] = [];
  if (verdict.aheadLimit !== undefined)
    facts.push({
      fact: 'may be sold ahead',
      value:
        limitText(verdict, position, supply, input.policy, input.overrides.get(sku)) ??
        verdict.aheadLimit,
    });
  if (verdict.shipDate !== undefined) {
    facts.push({
      fact: 'ship date',
      value: shipText(planned, made),
    });
  }
  return [...facts, ...waitFacts(planned, made)];
}

/** The sum behind the limit, where it is one. */
function limitText(
  { reason, aheadLimit, shipDate }: Verdict,
  { uncovered, committed, onHand, safetyStock }: Position,
  { arrivals }: Supply,
  { unknownRestockLimit }: Policy,
  own: SkuOverride | undefined,
): string | undefined {
  const sum = (all: Supply['arrivals']) => all.reduce((units, { quantity }) => units + quantity, 0);
  const byThen = sum(arrivals.filter((arrival) => arrival.shipDate <= (shipDate ?? '')));
  const expected = Math.max(0, onHand - safetyStock) + sum(arrivals);
  const isRelease = reason === 'not-released';
  const ahead = isRelease ? committed : uncovered;
  const sums: readonly (readonly [number | undefined, string])[] = [
    [own?.preorderLimit, 'by preorder_limit'],
    [own?.backorderLimit, 'by backorder_limit'],
    isRelease ? [expected, 'on hand and coming in'] : [byThen, 'coming in by then'],
    [unknownRestockLimit, 'by unknown_restock_limit'],
  ];
  const found = sums.find(([units]) => units !== undefined && units - ahead === aheadLimit);
  return found && `${found[0]} ${found[1]} − ${ahead} sold ahead = ${aheadLimit}`;
}

/** The days on which it turns from backorder to preorder to neither. */
function waitFacts({ verdict }: PlannedSku, { input }: Made): Fact[] {
  const { today, policy } = input;
  const { backorderMaxWaitDays: soon, preorderMaxWaitDays: far } = policy;
  const day = (days: number) => `${addDays(today, days)} (today + ${daysText(days, 'day')})`;
  switch (verdict.reason) {
    case 'restock-dated':
    case 'restock-far':
      return [{ fact: '  backorder', value: `if it ships on or before ${day(soon)}` }];
    case 'restock-uncertain':
      return [
        {
          fact: '  preorder',
          value: `no supplier states the date, and uncertain_restock = "${policy.uncertainRestock}"`,
        },
      ];
    case 'restock-too-far':
    case 'release-too-far':
      return [{ fact: '  preorder', value: `if it shipped on or before ${day(far)}` }];
    default:
      return [];
  }
}

function shipText({ sku, verdict, supply, deliverBy }: PlannedSku, { input }: Made): string {
  const { shipDate, supplier, basis } = verdict;
  if (shipDate === undefined || basis === undefined) return '';
  const source = supply.sources.find((own) => own.supplier === supplier);
  const override = input.overrides.get(sku);
  const sum =
    basis === 'stock' && source
      ? dispatchText(input.today, shipDate, source.terms, source.offer, override)
      : undefined;
  const days = deliverBy === undefined ? 0 : daysBetween(shipDate, deliverBy);
  const from = sum === undefined ? '' : `: today ${sum}`;
  return `${shipDate} by ${supplier} (${basisText(basis)})${from}; delivered by ${deliverBy}: + ${daysText(days, 'day')} on the way`;
}

function openOrderFact(part: Part): Fact {
  const { line } = part;
  const when =
    part.shipDate === undefined ? `, no date: ${waitText(part)}` : `, ships ${part.shipDate}`;
  return {
    fact: `order ${line.orderId || '(none)'}`,
    value: `${part.quantity} of ${line.quantity}: ${part.state}${fromWhere(part)}${when}`,
    source: placeText(line.place),
  };
}
