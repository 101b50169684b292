import { type Day, spellDay } from '../model/day.ts';
import type { Policy } from '../model/policy.ts';
import type { Status } from '../model/status.ts';

/** What a shopper reads. A status that sells ahead names its date. */
export function labelOf(
  status: Status,
  shipDate: Day | undefined,
  deliverBy: Day | undefined,
  policy: Policy,
): string {
  if (status === 'available') return 'In stock';
  const day = policy.labelDate === 'delivery' ? deliverBy : shipDate;
  if (status === 'unavailable' || day === undefined) return 'Currently unavailable';
  const verb = policy.labelDate === 'delivery' ? 'arrives by' : 'ships by';
  return `${status === 'backorder' ? 'Backordered' : 'Preorder'} – ${verb} ${spellDay(day)}`;
}
