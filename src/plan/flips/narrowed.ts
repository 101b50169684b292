import { reorder } from '../../forecast/reorder.ts';
import { articleKey, ownForm } from '../../match/matcher.ts';
import { once } from '../../model/once.ts';
import type { Sku } from '../../model/sku.ts';
import { skuFamilies } from '../family.ts';
import type { PlanInput } from '../input.ts';
import { leadTimeSpreads } from '../lead-times.ts';
import { linesThatCount } from '../outstanding.ts';
import type { Plan } from '../plan.ts';
import type { PlannedSku } from '../planned-sku.ts';
import { coverOf } from '../position.ts';
import { skusOfSharedArticles } from '../shared-articles.ts';

/** Kits that the SKUs are in and what kits are made of, SKUs that are the same article, and again of those. */
export function relativesOf(
  skus: Iterable<Sku>,
  { kits, matching }: Pick<PlanInput, 'kits' | 'matching'>,
): Set<Sku> {
  const found = new Set(skus);
  const shared = [...skusOfSharedArticles(matching.skuMap).values()];
  for (const family of skuFamilies(kits, shared))
    if (family.some((sku) => found.has(sku))) for (const sku of family) found.add(sku);
  return found;
}

/**
 * What a plan of a few SKUs alone is made from: their own offers, lines and rules, all else as it was. Shipments are on
 * the lines already. Buffers of `subject` that follow the demand have the size that the whole shop's past gave them.
 */
export function narrowed(
  input: PlanInput,
  plan: Plan,
  skus: ReadonlySet<Sku>,
  subject?: PlannedSku,
): PlanInput {
  const planned = plan.skus.filter(({ sku }) => skus.has(sku));
  const articles = new Set(
    planned.flatMap(({ supply }) => supply.sources.map(({ offer }) => articleKey(offer))),
  );
  const has = ({ sku }: { readonly sku: Sku }) => skus.has(sku);
  const only = <Value>(all: ReadonlyMap<Sku, Value>) =>
    new Map([...skus].flatMap((sku) => (all.has(sku) ? [[sku, all.get(sku) as Value]] : [])));
  const rules = { ...input.matching, isOurs: (sku: Sku) => skus.has(sku) };
  const skuMap = rules.skuMap.filter(has);
  const mapped = new Set(skuMap.map(articleKey));
  const numbers = new Set([...articles].map((key) => key.slice(key.indexOf('\0') + 1)));
  const offers = input.offers.filter(
    (offer) => numbers.has(offer.supplierSku) && articles.has(articleKey(offer)),
  );
  return {
    ...input,
    records: plan.records,
    terms: subject ? fixedBuffers(input, plan, subject) : input.terms,
    offers,
    missing: input.missing.filter(
      (article) => skus.has(ownForm(article, rules)) || mapped.has(articleKey(article)),
    ),
    lines: linesThatCount(plan.lines.filter(has), offers, plan.today),
    shipments: [],
    overrides: only(input.overrides),
    kits: only(input.kits),
    matching: { ...input.matching, skuMap, barcodes: only(input.matching.barcodes) },
    listed: only(input.listed),
  };
}

/** Terms under which a SKU's suppliers hold back as many units as its demand makes them. */
function fixedBuffers(input: PlanInput, plan: Plan, planned: PlannedSku): PlanInput['terms'] {
  const spreads = once(() => leadTimeSpreads(plan.lines, input.terms));
  const terms = new Map(input.terms);
  for (const own of input.terms.values()) {
    if (own.buffer.kind !== 'auto') continue;
    const cover = coverOf(own, input, spreads);
    const { forecast } = planned;
    const units = forecast ? reorder(forecast, cover, input.policy.serviceLevel).point : 0;
    terms.set(own.id, { ...own, buffer: { kind: 'units', units } });
  }
  return terms;
}
