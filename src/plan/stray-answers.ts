import { groupBy } from '../model/group-by.ts';
import type { Problem } from '../model/problem.ts';
import type { DatedOffer } from './input.ts';

/**
 * Takes out answers for numbers that no file has, where the supplier's files have the same SKU under another one: the
 * number was changed on its way, and the goods would count twice.
 */
export function withoutStrays(offers: readonly DatedOffer[]): {
  readonly offers: readonly DatedOffer[];
  readonly problems: readonly Problem[];
} {
  if (offers.every(({ isOnlyAnswered }) => !isOnlyAnswered)) return { offers, problems: [] };
  const keyOf = ({ supplier, sku }: DatedOffer) => `${supplier}\0${sku}`;
  const filed = groupBy(
    offers.filter(({ isOnlyAnswered }) => !isOnlyAnswered),
    keyOf,
  );
  const isStray = (offer: DatedOffer) => offer.isOnlyAnswered === true && filed.has(keyOf(offer));
  return {
    offers: offers.filter((offer) => !isStray(offer)),
    problems: offers.filter(isStray).map((offer): Problem => {
      const { supplier, sku, supplierSku: value, place } = offer;
      const number = filed.get(keyOf(offer))?.[0]?.supplierSku ?? '';
      return { kind: 'answer-stray', place, value, supplier, sku, number };
    }),
  };
}
