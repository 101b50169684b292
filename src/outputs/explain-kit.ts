import type { Plan } from '../plan/plan.ts';
import type { PlannedSku } from '../plan/planned-sku.ts';
import type { Fact } from './fact.ts';
import { reasonTexts } from './reasons.ts';

/** What a kit is made of, and how many of it each part makes. */
export function kitFacts({ sku, position }: PlannedSku, { kits, skus }: Plan): Fact[] {
  const parts = kits.get(sku) ?? [];
  const bySku = new Map(skus.map((planned) => [planned.sku, planned]));
  const made = parts.map(({ sku: part, quantity }, i): Fact => {
    const planned = bySku.get(part);
    return {
      fact: i === 0 ? 'made of' : '',
      value: `${quantity} × ${part}${planned ? `: ${partText(planned, quantity)}` : ''}`,
    };
  });
  const { free, onHand, committed } = position;
  return [
    ...made,
    {
      fact: 'free',
      value: `${free}: so many can be had whole, or made of what is free of its parts (${onHand} of all there is, ${committed} owed to open orders)`,
    },
  ];
}

function partText({ verdict, position }: PlannedSku, quantity: number): string {
  const { status, reason, sellable, aheadLimit = 0, shipDate } = verdict;
  const units = status === 'available' ? sellable : aheadLimit;
  const kits = `enough for ${Math.floor(units / quantity)}`;
  switch (status) {
    case 'available':
      return `available, ${sellable} free, ${kits}`;
    case 'backorder':
    case 'preorder':
      return `${status}, ${aheadLimit} may be sold ahead, ships ${shipDate}, ${kits}`;
    case 'unavailable':
      return `unavailable, ${position.free} free: ${reasonTexts[reason]}`;
  }
}
