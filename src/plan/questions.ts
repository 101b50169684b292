import { articleKey } from '../match/matcher.ts';
import { addDays, type Day, daysBetween } from '../model/day.ts';
import { groupBy } from '../model/group-by.ts';
import { orderDay } from '../model/order.ts';
import { byBytes, type Sku } from '../model/sku.ts';
import { questionsOn, undatedFor } from './article-questions.ts';
import { asked, byUrgency, type Question, type QuestionInput } from './question.ts';
import type { Part } from './serve.ts';
import { shipDay } from './ship-day.ts';

/** Sold in so many days: its return is worth a question even while no order waits. */
const sellingDays = 180;
/** What to ask suppliers on the day of the plan, the most urgent first: only where something of ours depends on the answer. */
export function questionsFor(input: QuestionInput): readonly Question[] {
  const { plan } = input;
  const waiting = groupBy(
    plan.parts.filter(({ state }) => state === 'waiting'),
    ({ line }) => line.sku,
  );
  const first = addDays(plan.today, -sellingDays);
  const sold = new Set(plan.lines.flatMap((line) => (orderDay(line) >= first ? [line.sku] : [])));
  const stale = staleFeeds(input);
  const moved = groupBy(input.moved, articleKey);
  const ofArticles = plan.skus.flatMap((planned) => {
    const { sku, supply, inShop, isKit } = planned;
    const parts = waiting.get(sku) ?? [];
    if (isKit || (parts.length === 0 && !(inShop && sold.has(sku)))) return [];
    return supply.sources
      .filter(({ supplier, discontinued }) => !discontinued && !stale.has(supplier))
      .flatMap((source) =>
        questionsOn({
          input,
          planned,
          source,
          parts,
          moved: moved.get(articleKey(source.offer)) ?? [],
        }),
      );
  });
  const ofFeeds = [...stale].flatMap(([supplier, day]) => ofFeed(input, supplier, day, waiting));
  return [...ofFeeds, ...notShipped(input), ...ofArticles].toSorted(byUrgency);
}

/** Suppliers whose newest file is too old to count, with its day. */
function staleFeeds({ plan, terms, files }: QuestionInput): ReadonlyMap<string, Day> {
  return new Map(
    [...files].flatMap(([supplier, { days }]) => {
      const [newest, limit] = [days.at(-1), terms.get(supplier)?.staleAfterDays];
      if (newest === undefined || limit === undefined) return [];
      return daysBetween(newest, plan.today) > limit ? [[supplier, newest] as const] : [];
    }),
  );
}

function ofFeed(
  input: QuestionInput,
  supplier: string,
  since: Day,
  waiting: ReadonlyMap<Sku, readonly Part[]>,
): Question[] {
  const own = input.plan.skus.filter(
    ({ inShop, supply }) => inShop && supply.sources.some((one) => one.supplier === supplier),
  );
  if (own.length === 0) return [];
  const parts = own.flatMap(({ sku }) => undatedFor(supplier, waiting.get(sku) ?? []));
  return [{ ...asked(input, 'feed-stale', supplier, parts), since }];
}

/** Goods that a supplier was told of and should have shipped by now, one question an article. */
function notShipped(input: QuestionInput): Question[] {
  const { plan, terms } = input;
  const planned = new Map(plan.skus.map((one) => [one.sku, one]));
  const late = plan.parts.filter(({ state, supplier = '', line, toldOn }) => {
    const { supply } = planned.get(line.sku) ?? {};
    const source = supply?.sources.find((one) => one.supplier === supplier);
    const agreed = source?.terms ?? terms.get(supplier);
    const isUnreleased = supply?.release !== undefined && supply.release > plan.today;
    if (state !== 'forwarded' || toldOn === undefined || !agreed || isUnreleased) return false;
    return shipDay(toldOn, agreed, source?.offer) < plan.today;
  });
  const articles = groupBy(late, ({ supplier = '', line }) => `${supplier}\0${line.sku}`);
  return [...articles.values()].flatMap((parts) => {
    const [first] = parts;
    if (!first) return [];
    const { line, supplier = '' } = first;
    const one = planned.get(line.sku);
    const source = one?.supply.sources.find((source) => source.supplier === supplier);
    const since = parts.map((part) => part.toldOn ?? plan.today).toSorted(byBytes)[0];
    return [
      {
        ...asked(input, 'not-shipped', supplier, parts),
        sku: line.sku,
        supplierSku: source?.offer.supplierSku,
        title: source?.offer.title ?? one?.title,
        since,
      },
    ];
  });
}
