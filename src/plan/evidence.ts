import { type Day, laterDay } from '../model/day.ts';
import type { OrderLine } from '../model/order.ts';
import type { Evidence } from '../suppliers/evidence.ts';
import { articlePasts } from '../suppliers/shown.ts';
import type { PlanInput } from './input.ts';
import type { OwnArticle } from './own-units.ts';
import { nobody } from './planned-sku.ts';
import type { Quality } from './quality.ts';

/** What is on record of suppliers, and what tells which of their articles are alike. */
export interface PlanEvidence extends Evidence {
  readonly kits: PlanInput['kits'];
  readonly matching: PlanInput['matching'];
}

/** What is on record of suppliers, in our SKUs and units. */
export function evidenceOf(
  lines: readonly OrderLine[],
  input: PlanInput,
  articles: ReadonlyMap<string, readonly OwnArticle[]>,
  quality: () => Quality,
): PlanEvidence {
  const { today, terms, memory, records, feedGapDays } = input;
  return {
    today,
    terms,
    fallbackTerms: nobody,
    lines,
    heardOf: newestLists(input),
    returned: tellsReturns(lines, input) ? quality().returned : undefined,
    files: memory?.files ?? new Map(),
    feedGapDays,
    records: records ?? new Map(),
    pasts: articlePasts(memory?.offers ?? [], articles),
    kits: input.kits,
    matching: input.matching,
  };
}

function newestLists({ shipments, today }: PlanInput): ReadonlyMap<string, Day> {
  const newest = new Map<string, Day>();
  for (const { supplier, asOf } of shipments)
    if (supplier !== undefined && asOf <= today)
      newest.set(supplier, laterDay(newest.get(supplier) ?? asOf, asOf));
  return newest;
}

/** Where neither exports nor lists ever told of a return nobody knows of any. */
function tellsReturns(lines: readonly OrderLine[], { returns = [] }: PlanInput): boolean {
  return returns.length > 0 || lines.some(({ returnedQuantity }) => returnedQuantity > 0);
}
