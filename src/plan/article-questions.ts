import { addDays, type Day } from '../model/day.ts';
import type { Reason } from '../model/status.ts';
import type { MovedRestock } from '../suppliers/restocks.ts';
import type { PlannedSku } from './planned-sku.ts';
import { daysLate } from './promise.ts';
import {
  asked,
  ordersOf,
  type Question,
  type QuestionInput,
  type QuestionKind,
} from './question.ts';
import type { Part } from './serve.ts';
import type { Source } from './supply.ts';

/** An article of one supplier, with what waits for its SKU. */
interface Article {
  readonly input: QuestionInput;
  readonly planned: PlannedSku;
  readonly source: Source;
  readonly parts: readonly Part[];
  /** Goods to come of it whose date has moved. */
  readonly moved: readonly MovedRestock[];
}

/** What to ask a supplier about one of its articles; nothing where it has what is needed, or states it. */
export function questionsOn(article: Article): Question[] {
  const { input, planned, source, parts } = article;
  const { offer, supplier, stale } = source;
  const undated = undatedFor(supplier, parts);
  const isNeeded = undated.length > 0 || planned.verdict.status !== 'available';
  if (offer.unreadSince !== undefined)
    return isNeeded ? [{ ...about(article, 'unread', undated), since: offer.unreadSince }] : [];
  if (stale) return isNeeded ? [{ ...about(article, 'outdated', undated), since: offer.asOf }] : [];
  const { today } = input.plan;
  const living = offer.restocks.filter(({ day }) => addDays(day, source.terms.slipDays) >= today);
  return living.length > 0
    ? [...slipped(article, living), ...quantities(article, living, undated)]
    : withoutDate(article, undated);
}

/** Parts without a date that a supplier could serve: what was forwarded waits for that supplier alone. */
export function undatedFor(supplier: string, parts: readonly Part[]): readonly Part[] {
  return parts.filter(({ line, shipDate }) => {
    const bound = line.forwardedAt === undefined ? undefined : line.supplier;
    return shipDate === undefined && (bound ?? supplier) === supplier;
  });
}

/** Reasons of a status that a stated date would change. */
const undatedReasons: ReadonlySet<Reason> = new Set<Reason>([
  'restock-learned',
  'restock-uncertain',
  'restock-overdue',
  'no-restock-information',
  'limit-reached',
]);

function withoutDate(article: Article, undated: readonly Part[]): Question[] {
  const { planned, source, input } = article;
  const { verdict, supply } = planned;
  const { today } = input.plan;
  const isOwnWord = supply.overrideRestock !== undefined && supply.preferred.id === source.supplier;
  const isUnreleased = supply.release !== undefined && supply.release > today;
  if (source.left > 0 || isOwnWord || isUnreleased) return [];
  if (undated.length === 0 && !undatedReasons.has(verdict.reason)) return [];
  const passed = source.offer.restocks.at(-1)?.day;
  return passed === undefined
    ? [{ ...about(article, 'no-date', undated), since: source.offer.ranOutOn }]
    : [{ ...about(article, 'overdue', undated), since: passed, statedDate: passed }];
}

type Restocks = Source['offer']['restocks'];

/** The first arrival whose date is later than it was stated first, unless the supplier has answered on it since. */
function slipped(article: Article, living: Restocks): Question[] {
  const { input, source } = article;
  const { offer } = source;
  const found = living.flatMap(({ day }) =>
    article.moved.filter(
      (one) =>
        one.stated === day &&
        one.firstStated < day &&
        !(offer.answeredOn !== undefined && offer.answeredOn >= one.statedOn),
    ),
  );
  const moved = found.find(({ stated }) => isCountedOn(article, stated));
  if (!moved) return [];
  const { stated: statedDate, firstStated, statedOn: since } = moved;
  const parts = onArrival(article, statedDate);
  const late = parts.filter((part) => (daysLate(part, input.promise, input.plan.today) ?? 0) > 0);
  const question = about(article, 'slipped', parts);
  return [{ ...question, since, statedDate, firstStated, late: ordersOf(late) }];
}

/** How many come, where nobody knows, or more is sold ahead than comes. */
function quantities(article: Article, living: Restocks, undated: readonly Part[]): Question[] {
  const unknown = living.find(
    ({ day, quantity }) => quantity === undefined && isCountedOn(article, day),
  );
  if (unknown) {
    const parts = [...onArrival(article, unknown.day), ...undated];
    return [{ ...about(article, 'quantity-unknown', parts), statedDate: unknown.day }];
  }
  const [first] = living;
  if (undated.length === 0 || !first || living.some(({ quantity }) => quantity === undefined))
    return [];
  const statedQuantity = living.reduce((sum, { quantity = 0 }) => sum + quantity, 0);
  const question = about(article, 'quantity-short', undated);
  return [{ ...question, statedDate: first.day, statedQuantity }];
}

function onArrival({ source, parts }: Article, day: Day): readonly Part[] {
  return parts.filter((part) => part.supplier === source.supplier && part.source === day);
}

/** Whether orders wait for an arrival, or what is sold now is sold on it. */
function isCountedOn(article: Article, day: Day): boolean {
  const { verdict } = article.planned;
  const isShown = verdict.supplier === article.source.supplier && verdict.restockDay === day;
  return isShown || onArrival(article, day).length > 0;
}

function about(article: Article, kind: QuestionKind, parts: readonly Part[]): Question {
  const { input, planned, source } = article;
  const { supplierSku, title } = source.offer;
  return {
    ...asked(input, kind, source.supplier, parts),
    sku: planned.sku,
    supplierSku,
    title: title ?? planned.title,
  };
}
