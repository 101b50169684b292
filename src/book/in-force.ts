import type { Answer } from '../model/answer.ts';
import type { Day } from '../model/day.ts';
import { type Offer, type Restock, wordQuantity } from '../model/offer.ts';
import type { OfferRun } from './book.ts';
import { asOn, type FileDays } from './standing.ts';

/** Units that a supplier says it has, in place of what its file says. */
export interface Count extends Pick<Offer, 'quantity' | 'quantityKind'> {
  readonly asOf: Day;
}

/** What the answers on one article that are in force on a day say together; the later word goes before the earlier. */
export interface Word {
  readonly count?: Count | undefined;
  readonly restockDate?: Day | undefined;
  readonly restockQuantity?: number | undefined;
  readonly discontinued?: boolean | undefined;
  /** The first answer of them, and the last. */
  readonly since: Day;
  readonly last: Answer;
}

/** An article as answers and files speak of it. */
export interface Article {
  /** In the order of words. */
  readonly answers: readonly Answer[];
  /** In the order of days. */
  readonly runs: readonly OfferRun[];
  /** The days of the supplier's files; undefined where it has sent none. */
  readonly known: FileDays | undefined;
}

/**
 * The answers in force on a day. One stays in force under later files as long as these repeat what they said when it
 * was given: a date of their own is the newer word, more stock tells that the goods have come.
 */
export function wordOn(article: Article, day: Day): Word | undefined {
  const told = article.answers.filter((answer) => answer.asOf <= day);
  return told
    .filter((answer) => !isOver(answer, told, article, day))
    .reduce<Word | undefined>(addTo, undefined);
}

function addTo(word: Word | undefined, answer: Answer): Word {
  const { quantity, quantityKind = 'exact', restockDate, restockQuantity, asOf } = answer;
  // Who names a day on which goods come does not end them.
  const goesOn = restockDate === undefined ? word?.discontinued : false;
  return {
    count: quantity === undefined ? word?.count : { quantity, quantityKind, asOf },
    restockDate: restockDate ?? word?.restockDate,
    restockQuantity: restockQuantity ?? word?.restockQuantity,
    discontinued: answer.discontinued ?? goesOn,
    since: word?.since ?? asOf,
    last: answer,
  };
}

function isOver(
  answer: Answer,
  told: readonly Answer[],
  { runs, known }: Article,
  day: Day,
): boolean {
  const before = saidOn(answer.asOf, runs, known);
  const had = answer.quantity === undefined ? before : answer;
  const units = had ? unitsOf(had) : 0;
  const hasMoreNow = told
    .slice(told.indexOf(answer) + 1)
    .some((later) => later.quantity !== undefined && unitsOf(later) > units);
  if (hasMoreNow) return true;
  return runs.some(({ since, offer }) => {
    if (since <= answer.asOf || since > day || !offer) return false;
    const said = asOn(since, offer);
    const isEnd = said.discontinued && before?.discontinued !== true;
    return unitsOf(said) > units || isEnd || statesAnew(said.restocks, before, answer);
  });
}

/** What the file that was the newest on a day said; undefined where it did not have the article. */
function saidOn(
  day: Day,
  runs: readonly OfferRun[],
  known: FileDays | undefined,
): Offer | undefined {
  const run = runs.findLast(({ since, offer }) => since <= day && offer !== undefined);
  const isGone =
    run !== undefined &&
    known?.coverage === 'full' &&
    known.days.some((one) => one > run.seen && one <= day);
  return run?.offer && !isGone ? asOn(day, run.offer) : undefined;
}

function unitsOf({
  quantity = 0,
  quantityKind,
}: Pick<Answer, 'quantity' | 'quantityKind'>): number {
  return quantityKind === 'unknown' ? wordQuantity : quantity;
}

/** A file that goes on stating what the answer replaced, or states the day of the answer itself, says nothing new. */
function statesAnew(
  stated: readonly Restock[],
  before: Offer | undefined,
  { restockDate }: Answer,
): boolean {
  if (stated.length === 0 || isSame(stated, before?.restocks ?? [])) return false;
  const [first, ...others] = stated;
  const repeats =
    others.length === 0 && first?.quantity === undefined && first?.day === restockDate;
  return !repeats;
}

function isSame(a: readonly Restock[], b: readonly Restock[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ day, quantity }, i) => day === b[i]?.day && quantity === b[i]?.quantity)
  );
}

/**
 * The arrivals of an offer as an answer corrects them. A day without a quantity moves the one arrival that the file
 * states, with its quantity; a quantity without a day is that of the first arrival of which none was known.
 */
export function correctedRestocks(
  { restocks }: Pick<Offer, 'restocks'>,
  { restockDate, restockQuantity }: Word,
): readonly Restock[] {
  if (restockDate !== undefined) {
    const moved = restocks.length === 1 ? restocks[0]?.quantity : undefined;
    return [{ day: restockDate, quantity: restockQuantity ?? moved }];
  }
  if (restockQuantity === undefined || restocks.length === 0) return restocks;
  const unknown = restocks.findIndex(({ quantity }) => quantity === undefined);
  const at = Math.max(0, unknown);
  return restocks.map((restock, i) =>
    i === at ? { ...restock, quantity: restockQuantity } : restock,
  );
}
