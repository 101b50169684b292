import { type Day, laterDay } from '../model/day.ts';
import type { DueNotice } from '../model/notice.ts';
import type { StockRequest } from '../model/stock-request.ts';
import type { Plan } from '../plan/plan.ts';
import type { DraftedNotice } from './history.ts';

/**
 * Messages to those who asked to be told when an article can be bought again, once for each time that they asked. They
 * count as marketing: nobody else gets one.
 */
export function backInStock(
  { skus, today }: Plan,
  requests: readonly StockRequest[],
  recorded: readonly DraftedNotice[],
): readonly DueNotice[] {
  if (requests.length === 0) return [];
  const there = new Map(
    skus.flatMap(({ sku, title, verdict: { status, sellable } }) =>
      status === 'available' && sellable > 0 ? [[sku, title] as const] : [],
    ),
  );
  const last = new Map<string, StockRequest>();
  for (const request of requests) {
    if (request.requestedAt > today) continue;
    const key = keyOf(request.email, request.sku);
    const known = last.get(key);
    if (!known || known.requestedAt < request.requestedAt) last.set(key, request);
  }
  const told = new Map<string, Day>();
  for (const { type, draftedOn, to, sku } of recorded) {
    if (type !== 'BACK_IN_STOCK' || draftedOn >= today) continue;
    const key = keyOf(to, sku);
    told.set(key, laterDay(told.get(key) ?? draftedOn, draftedOn));
  }
  return [...last].flatMap(([key, { email, sku, consent, requestedAt }]): DueNotice[] => {
    const isTold = (told.get(key) ?? '') >= requestedAt;
    if (!consent || isTold || !there.has(sku)) return [];
    return [
      {
        ...{ type: 'BACK_IN_STOCK', targetDate: today, title: there.get(sku) },
        ...{ orderId: '', lineId: '', sku, jurisdiction: '', to: email, locale: '' },
      },
    ];
  });
}

function keyOf(email: string, sku: string): string {
  return `${email.toLowerCase()}\0${sku}`;
}
