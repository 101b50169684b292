import type { Answer } from '../model/answer.ts';
import { inOrderOfWords } from '../model/answer.ts';
import { type Day, laterDay } from '../model/day.ts';
import { groupBy } from '../model/group-by.ts';
import { asArrival, hasStock, type Offer, unreadOffer } from '../model/offer.ts';
import type { Book, OfferRun } from './book.ts';
import { type Article, type Count, correctedRestocks, type Word, wordOn } from './in-force.ts';
import {
  type FileDays,
  fileDays,
  offersAt,
  type Standing,
  type StandingOffer,
} from './standing.ts';

/** Adds the answers of one file; a file read again replaces what it said before. */
export function mergeAnswers(
  known: readonly Answer[],
  added: readonly Answer[],
  read: { readonly asOf: Day; readonly file: string },
): readonly Answer[] {
  const others = known.filter(
    ({ fileAsOf, place }) => fileAsOf !== read.asOf || place.file !== read.file,
  );
  return [...others, ...added];
}

type Said = Pick<Book, 'files' | 'runs' | 'answers'>;

/** The latest word of each supplier on or before a day: of its files, as its answers correct them. */
export function standingAt(book: Said, today: Day): Standing {
  const standing = offersAt(book.files, book.runs, today);
  if (book.answers.every(({ asOf }) => asOf > today)) return standing;
  const known = fileDays(book.files, today);
  const articles = answeredArticles(book, known, today);
  const offers = standing.offers.map((offer) => {
    const word = articles.wordOn(offer, today);
    return word ? corrected(offer, word) : offer;
  });
  const back = new Set<Standing['missing'][number]>();
  const found = standing.missing.flatMap((article) => {
    const word = articles.wordOn(article, today);
    if (!word) return [];
    const { title, barcode } = article;
    back.add(article);
    return [
      answeredOffer({ ...unreadOffer(article, word.last.place), title, barcode }, word, known),
    ];
  });
  const alone = articles.unheard(today).map((word) => ({
    ...answeredOffer(unreadOffer(word.last, word.last.place), word, known),
    isOnlyAnswered: true as const,
  }));
  return {
    offers: [...offers, ...found, ...alone],
    missing: standing.missing.filter((article) => !back.has(article)),
  };
}

/**
 * What suppliers said of each article from day to day, with the restocks of their answers from the days of these on:
 * the history by which their word is judged.
 */
export function toldRuns(book: Said, today: Day): readonly OfferRun[] {
  if (book.answers.length === 0) return book.runs;
  const articles = answeredArticles(book, fileDays(book.files, today), today);
  const others = book.runs.filter((run) => !articles.has(run));
  return [...others, ...articles.all().flatMap(answeredRuns)];
}

function answeredRuns(article: Article): OfferRun[] {
  const { runs, answers, known } = article;
  return runs.flatMap((run, i): OfferRun[] => {
    const { offer } = run;
    if (!offer) return [run];
    const end = endOf(run, runs[i + 1], known);
    const within = answers
      .map(({ asOf }) => asOf)
      .filter((day) => day > run.since && !(day >= end));
    const starts = [...new Set([run.since, ...within])];
    return starts.map((since, at) => {
      const word = wordOn(article, since);
      const next = starts[at + 1];
      const days = known?.days.filter((day) => day <= run.seen && !(day >= (next ?? end))) ?? [];
      const seen = laterDay(days.at(-1) ?? since, since);
      return { ...run, since, seen, offer: word ? withRestocks(offer, word) : offer };
    });
  });
}

/** The first day on which a run is no longer what the supplier says; later than any where it still is. */
function endOf(run: OfferRun, next: OfferRun | undefined, known: FileDays | undefined): string {
  const gone = known?.coverage === 'full' ? known.days.find((day) => day > run.seen) : undefined;
  return [gone, next?.since].reduce<string>(
    (a, b) => (b !== undefined && b < a ? b : a),
    '9999-99',
  );
}

interface AnsweredArticles {
  has(article: OfferRun): boolean;
  all(): readonly Article[];
  wordOn(article: Pick<Offer, 'supplier' | 'supplierSku' | 'sku'>, day: Day): Word | undefined;
  /** What is said of articles that no file ever had. */
  unheard(day: Day): readonly Word[];
}

/** Brings answers and runs of an article together: by the supplier's number, or by the SKU that its files name. */
function answeredArticles(
  { runs, answers }: Said,
  files: ReadonlyMap<string, FileDays>,
  today: Day,
): AnsweredArticles {
  const inTime = answers.filter(({ asOf }) => asOf <= today).toSorted(inOrderOfWords);
  const byNumber = groupBy(inTime, ({ supplier, supplierSku }) => `${supplier}\0${supplierSku}`);
  const numberOf = (article: Pick<Offer, 'supplier' | 'supplierSku' | 'sku'>) =>
    [article.supplierSku, article.sku]
      .map((number) => `${article.supplier}\0${number}`)
      .find((key) => byNumber.has(key));
  const own = runs.filter((run) => run.since <= today && numberOf(run) !== undefined);
  const keyOf = (one: Pick<Offer, 'supplier' | 'supplierSku' | 'sku'>) =>
    `${one.supplier}\0${one.supplierSku}\0${one.sku}`;
  const heard = new Set(own.map(numberOf));
  const articles = new Map(
    [...groupBy(own, keyOf)].map(([key, group]) => [
      key,
      {
        answers: byNumber.get(numberOf(group[0] as OfferRun) ?? '') ?? [],
        runs: group.toSorted((a, b) => (a.since < b.since ? -1 : 1)),
        known: files.get(group[0]?.supplier ?? ''),
      },
    ]),
  );
  return {
    has: (run) => articles.has(keyOf(run)),
    all: () => [...articles.values()],
    wordOn: (article, day) => {
      const found = articles.get(keyOf(article));
      return found && wordOn(found, day);
    },
    unheard: (day) =>
      [...byNumber].flatMap(([key, group]) => {
        const known = files.get(group[0]?.supplier ?? '');
        return heard.has(key) ? [] : (wordOn({ answers: group, runs: [], known }, day) ?? []);
      }),
  };
}

/** What a supplier's file says of an article, as its answers correct it. */
function corrected(stated: StandingOffer, word: Word): StandingOffer {
  const { availableFrom } = stated;
  const offer =
    availableFrom !== undefined && availableFrom > word.last.asOf ? asArrival(stated) : stated;
  const count = word.count && word.count.asOf >= offer.asOf ? word.count : undefined;
  if (offer.unread && !count && word.restockDate !== undefined)
    return marked(
      { ...withRestocks(noneOf(offer), word), unread: undefined, asOf: word.last.asOf },
      word,
    );
  const counted = count ? withCount(offer, count) : offer;
  const changed = withRestocks(counted, word);
  return changed !== offer ? marked(changed, word) : stated;
}

const noneOf = <Of extends Offer>(offer: Of): Of => ({
  ...offer,
  quantity: 0,
  quantityKind: 'exact',
});

function withCount(offer: StandingOffer, count: Count): StandingOffer {
  const counted: StandingOffer = {
    ...offer,
    ...count,
    availableFrom: undefined,
    unread: undefined,
    unreadSince: undefined,
  };
  return { ...counted, ranOutOn: hasStock(counted) ? undefined : (offer.ranOutOn ?? count.asOf) };
}

/** The same object where the answer changes nothing of it. */
function withRestocks<Of extends Offer>(offer: Of, word: Word): Of {
  const restocks = correctedRestocks(offer, word);
  const discontinued = word.discontinued ?? offer.discontinued;
  const isSame = restocks === offer.restocks && discontinued === offer.discontinued;
  return isSame ? offer : { ...offer, restocks, discontinued };
}

function marked(offer: StandingOffer, { last }: Word): StandingOffer {
  return { ...offer, place: last.place, answeredOn: last.asOf };
}

/** The offer of an article that the supplier's newest file does not have: none of it, but for what was answered since. */
function answeredOffer(
  article: Offer,
  word: Word,
  files: ReadonlyMap<string, FileDays>,
): StandingOffer {
  const { count, last } = word;
  const file = files.get(article.supplier);
  const listed = file?.coverage === 'full' ? file.days.at(-1) : undefined;
  const isCounted = count !== undefined && (listed === undefined || count.asOf >= listed);
  const asOf = laterDay(last.asOf, listed ?? last.asOf);
  const none: StandingOffer = { ...noneOf(article), asOf, ranOutOn: word.since };
  return marked(withRestocks(isCounted ? withCount(none, count) : none, word), word);
}
