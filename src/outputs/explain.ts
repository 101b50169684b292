import { addDays } from '../model/day.ts';
import type { Part } from '../plan/allocation.ts';
import { flipsOfSku, type Made } from '../plan/flips/flips.ts';
import type { PlannedSku } from '../plan/plan.ts';
import type { Position, Verdict } from '../plan/status.ts';
import type { Supply } from '../plan/supply.ts';
import { demandFacts } from './explain-demand.ts';
import { flipFacts, skuResultText } from './explain-flips.ts';
import {
  arrivalFacts,
  bufferText,
  daysText,
  overrideFacts,
  sourceFacts,
} from './explain-supply.ts';
import { explanation, fromWhere, waitText } from './explain-words.ts';
import type { Fact } from './fact.ts';
import { placeText } from './problems.ts';
import { reasonTexts } from './reasons.ts';
import type { View } from './view.ts';

/** Why a SKU has its status: the rule, the arithmetic, the inputs behind it, and what would change it. */
export function explainSku(made: Made, planned: PlannedSku): View {
  const { sku, title, verdict } = planned;
  const { plan, input } = made;
  return explanation(sku, [
    {
      fact: 'status',
      value: `${verdict.status} (${verdict.reason})${title === undefined ? '' : ` – ${title}`}`,
    },
    { fact: 'because', value: reasonTexts[verdict.reason] },
    { fact: 'label', value: planned.label },
    ...overrideFacts(planned, made),
    ...sourceFacts(planned, made),
    ...positionFacts(planned, made),
    ...arrivalFacts(planned, made),
    ...verdictFacts(planned, made),
    ...flipFacts(flipsOfSku(made, sku), skuResultText, input),
    ...demandFacts(planned, plan.today),
    ...plan.parts.filter(({ line }) => line.sku === sku).map(openOrderFact),
  ]);
}

function positionFacts(planned: PlannedSku, { input }: Made): Fact[] {
  const { position, verdict } = planned;
  const { onHand, safetyStock, committed, free, uncovered } = position;
  const rest = onHand - safetyStock - committed;
  const sum = rest < 0 ? `${rest}, so ${free}` : `${free}`;
  const facts: Fact[] = [
    {
      fact: 'free',
      value: `${onHand} on hand − ${safetyStock} buffer − ${committed} owed to open orders = ${sum}`,
    },
  ];
  if (safetyStock > 0)
    facts.push({ fact: '  buffer', value: `${safetyStock} by ${bufferText(planned, input)}` });
  if (uncovered > 0)
    facts.push({
      fact: 'sold ahead',
      value: `${committed} owed − ${onHand} on hand = ${uncovered}`,
    });
  if (verdict.status === 'available') facts.push({ fact: 'may be sold', value: verdict.sellable });
  return facts;
}

function verdictFacts(planned: PlannedSku, made: Made): Fact[] {
  const { verdict, deliverBy, supply, position } = planned;
  const facts: Fact[] = [];
  if (verdict.aheadLimit !== undefined)
    facts.push({
      fact: 'may be sold ahead',
      value: limitText(verdict, position, supply, made) ?? verdict.aheadLimit,
    });
  if (verdict.shipDate !== undefined) {
    facts.push({
      fact: 'ship date',
      value: `${verdict.shipDate} by ${verdict.supplier} (${verdict.basis}), delivered by ${deliverBy}`,
    });
  }
  return [...facts, ...waitFacts(planned, made)];
}

/** The sum behind the limit, where it is one. */
function limitText(
  { reason, aheadLimit, shipDate }: Verdict,
  { uncovered, committed, onHand, safetyStock }: Position,
  { arrivals }: Supply,
  { input }: Made,
): string | undefined {
  const { unknownRestockLimit } = input.policy;
  const sum = (all: Supply['arrivals']) => all.reduce((units, { quantity }) => units + quantity, 0);
  const byThen = sum(arrivals.filter((arrival) => arrival.shipDate <= (shipDate ?? '')));
  const expected = Math.max(0, onHand - safetyStock) + sum(arrivals);
  const sums: readonly (readonly [boolean, number, number, string, string])[] = [
    [reason !== 'not-released', byThen, uncovered, 'coming in by then', 'sold ahead'],
    [
      reason === 'restock-uncertain',
      unknownRestockLimit,
      uncovered,
      'by unknown_restock_limit',
      'sold ahead',
    ],
    [reason === 'not-released', expected, committed, 'on hand and coming in', 'owed'],
    [
      reason === 'not-released' && expected === 0,
      unknownRestockLimit,
      committed,
      'by unknown_restock_limit',
      'owed',
    ],
  ];
  const found = sums.find(([fits, units, less]) => fits && units - less === aheadLimit);
  return found && `${found[1]} ${found[3]} − ${found[2]} ${found[4]} = ${aheadLimit}`;
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
