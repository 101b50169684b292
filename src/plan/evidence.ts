import type { MatchRules } from '../match/input.ts';
import type { OrderLine } from '../model/order.ts';
import type { Evidence } from '../suppliers/evidence.ts';
import { articlePasts, shownIn } from '../suppliers/shown.ts';
import type { PlanInput } from './input.ts';
import { ownArticles } from './own-units.ts';
import { nobody } from './planned-sku.ts';

/** What is on record of suppliers, in our SKUs and units. */
export function evidenceOf(
  lines: readonly OrderLine[],
  { today, terms, offers, missing, memory, records, feedGapDays }: PlanInput,
  rules: MatchRules,
): Evidence {
  const files = memory?.files ?? new Map();
  const pasts = articlePasts(memory?.offers ?? [], ownArticles([...offers, ...missing], rules));
  return {
    today,
    terms,
    fallbackTerms: nobody,
    lines,
    files,
    feedGapDays,
    records: records ?? new Map(),
    shown: shownIn(pasts, files),
    pasts,
  };
}
