import type { Day } from '../model/day.ts';
import { groupBy } from '../model/group-by.ts';
import type { Offer, StockFile } from '../model/offer.ts';
import { byFileName } from '../model/place.ts';
import { byBytes } from '../model/sku.ts';
import { type FileRecord, lostFile, type OfferRun, type StockHistory } from './book.ts';

/** What one file says of an article: an offer, that its row could not be read, or (absent) nothing. */
interface Observation {
  readonly day: Day;
  readonly state: 'absent' | 'unread' | Offer;
}

/**
 * Adds a stock file to the history of offers, as if all files had been read in the order of their dates. Of two files
 * of one supplier and day the one with the later name counts; a file read again under its name replaces itself.
 */
export function addStockFile(history: StockHistory, stock: StockFile): StockHistory {
  const record: FileRecord = {
    role: 'stock',
    supplier: stock.supplier,
    asOf: stock.asOf,
    coverage: stock.coverage,
    file: stock.file,
    hash: stock.hash,
    rows: stock.rows,
    leftOut: stock.leftOut,
  };
  const ofSupplier = filesOf(history, stock.supplier);
  const known = ofSupplier.find((file) => isSameFile(file, stock));
  if (known?.hash === stock.hash) return history;
  const isReplaced = (file: FileRecord) => file === known || isSameFile(file, lostFile(stock));
  const files = [...history.files.filter((file) => !isReplaced(file)), record];
  const outranked = ofSupplier.some(
    (file) => file.asOf === stock.asOf && byFileName(file.file, stock.file) > 0,
  );
  if (outranked && stock.coverage === 'full') return { files, runs: history.runs };
  const days = daysOf(ofSupplier);
  const runs =
    stock.coverage === 'full'
      ? withPlaces(addFull(history.runs, stock, days), stock.supplier, files)
      : addChanges(history.runs, stock);
  return { files, runs };
}

/**
 * Takes a stock file out again, as if it had never been read. Other files of its day go with it: what they said was
 * not kept beside it.
 */
export function removeStockFile(
  history: StockHistory,
  { supplier, asOf, coverage }: Pick<FileRecord, 'supplier' | 'asOf' | 'coverage'>,
): StockHistory {
  const files = history.files.filter(
    (file) => file.role !== 'stock' || file.supplier !== supplier || file.asOf !== asOf,
  );
  if (coverage === 'changes') {
    const isOfFile = (run: OfferRun) => run.supplier === supplier && run.since === asOf;
    return { files, runs: history.runs.filter((run) => !isOfFile(run)) };
  }
  const days = daysOf(filesOf({ files }, supplier));
  const others = history.runs.filter((run) => run.supplier !== supplier);
  const own = groupBy(
    history.runs.filter((run) => run.supplier === supplier),
    articleKey,
  );
  const kept = [...own.values()].flatMap(([first, ...rest]) =>
    first ? fold(observe([first, ...rest], days), first) : [],
  );
  return { files, runs: withPlaces([...others, ...kept], supplier, files) };
}

/** What a file of the history says, as if it were read now. */
export function readAgain({ runs }: StockHistory, record: FileRecord): StockFile {
  const { supplier, asOf, coverage, file, hash, rows = 0, leftOut = 0 } = record;
  const said = runs.filter(
    (run) => run.supplier === supplier && run.since <= asOf && asOf <= run.seen,
  );
  return {
    supplier,
    asOf,
    coverage,
    file,
    hash,
    rows,
    leftOut,
    offers: said.flatMap(({ offer }) => (offer ? [offer] : [])),
    unread: said.filter(({ offer }) => offer === undefined),
  };
}

/** A supplier's stock files. */
export function filesOf(
  { files }: Pick<StockHistory, 'files'>,
  supplier: string,
): readonly FileRecord[] {
  return files.filter((file) => file.role === 'stock' && file.supplier === supplier);
}

/** Whether two records are of one file, in whatever state it was read. */
export function isSameFile(
  a: Pick<FileRecord, 'supplier' | 'asOf' | 'file'>,
  b: Pick<FileRecord, 'supplier' | 'asOf' | 'file'>,
): boolean {
  return a.supplier === b.supplier && a.asOf === b.asOf && a.file === b.file;
}

function daysOf(files: readonly FileRecord[]): Day[] {
  return [...new Set(files.map(({ asOf }) => asOf))].toSorted();
}

/** What makes two offers of a supplier speak of the same article. */
export function articleKey(article: {
  readonly supplierSku: string;
  readonly sku: string;
}): string {
  return `${article.supplierSku}\0${article.sku}`;
}

/** What a file says of an article that it names. */
interface Said {
  readonly article: Pick<Offer, 'sku' | 'supplierSku'>;
  readonly state: Offer | 'unread';
}

function statesOf(stock: StockFile): Map<string, Said> {
  const states = new Map<string, Said>();
  for (const article of stock.unread) states.set(articleKey(article), { article, state: 'unread' });
  for (const offer of stock.offers) states.set(articleKey(offer), { article: offer, state: offer });
  return states;
}

function addFull(all: readonly OfferRun[], stock: StockFile, days: readonly Day[]): OfferRun[] {
  const others = all.filter(({ supplier }) => supplier !== stock.supplier);
  const states = statesOf(stock);
  if (days.length === 0)
    return [...others, ...Array.from(states.values(), (said) => runOf(said, stock))];
  const own = groupBy(
    all.filter(({ supplier }) => supplier === stock.supplier),
    articleKey,
  );
  const keys = new Set([...own.keys(), ...states.keys()]);
  const result: OfferRun[] = [];
  for (const key of keys) {
    const runs = own.get(key) ?? [];
    const said = states.get(key);
    const article = said?.article ?? runs[0];
    if (article)
      result.push(
        ...insert(runs, { day: stock.asOf, state: said?.state ?? 'absent' }, days, {
          ...article,
          supplier: stock.supplier,
        }),
      );
  }
  return [...others, ...result];
}

/** What a supplier says on one day alone. */
function runOf(
  { article, state }: Said,
  { supplier, asOf }: Pick<StockFile, 'supplier' | 'asOf'>,
): OfferRun {
  return {
    supplier,
    sku: article.sku,
    supplierSku: article.supplierSku,
    since: asOf,
    seen: asOf,
    offer: state === 'unread' ? undefined : state,
  };
}

type Article = Pick<OfferRun, 'supplier' | 'sku' | 'supplierSku'>;

/** Adds what a file says; in between others, the runs are spelled out over their days and folded again. */
function insert(
  runs: readonly OfferRun[],
  added: Observation,
  days: readonly Day[],
  article: Article,
): OfferRun[] {
  const newest = days.at(-1);
  if (newest === undefined || newest < added.day) return append(runs, added, newest, article);
  const others = days.filter((day) => day !== added.day);
  const observations = [...observe(runs, others), added];
  return fold(
    observations.toSorted((a, b) => byBytes(a.day, b.day)),
    article,
  );
}

function observe(runs: readonly OfferRun[], days: readonly Day[]): Observation[] {
  return days.map((day) => {
    const run = runs.find(({ since, seen }) => since <= day && day <= seen);
    return { day, state: run ? (run.offer ?? 'unread') : 'absent' };
  });
}

/** Makes runs of observations in the order of their days. */
function fold(observations: readonly Observation[], article: Article): OfferRun[] {
  let folded: OfferRun[] = [];
  let previous: Observation | undefined;
  for (const observation of observations) {
    folded = append(folded, observation, previous?.day, article);
    previous = observation;
  }
  return folded;
}

/** The usual case: the file is newer than all before it. */
function append(
  runs: readonly OfferRun[],
  { day, state }: Observation,
  newest: Day | undefined,
  article: Article,
): OfferRun[] {
  if (state === 'absent') return [...runs];
  const last = runs.at(-1);
  const offer = state === 'unread' ? undefined : state;
  if (last && last.seen === newest && same(last.offer ?? 'unread', state))
    return [...runs.slice(0, -1), { ...last, seen: day, offer }];
  return [...runs, runOf({ article, state }, { supplier: article.supplier, asOf: day })];
}

/**
 * Which line a past offer stood on is forgotten: it would depend on the order in which files were read. The file is
 * the one of the last day on which it stood so; offers of the newest file keep their line.
 */
function withPlaces(
  runs: readonly OfferRun[],
  supplier: string,
  files: readonly FileRecord[],
): OfferRun[] {
  const names = new Map<Day, string>();
  for (const { role, supplier: owner, asOf, file } of files) {
    if (role !== 'stock' || owner !== supplier) continue;
    const other = names.get(asOf);
    if (other === undefined || byFileName(other, file) < 0) names.set(asOf, file);
  }
  const newest = [...names.keys()].reduce<string>((a, b) => (b > a ? b : a), '');
  return runs.map((run) => {
    if (run.supplier !== supplier || !run.offer) return run;
    const file = names.get(run.seen) ?? run.offer.place.file;
    if (run.seen === newest && run.offer.place.file === file) return run;
    return { ...run, offer: { ...run.offer, place: { file } } };
  });
}

/** A file of changes speaks of the articles in it only; each mention stands for itself. */
function addChanges(all: readonly OfferRun[], stock: StockFile): OfferRun[] {
  const runs = new Map(
    all.map((run) => [`${run.supplier}\0${articleKey(run)}\0${run.since}`, run]),
  );
  for (const [key, said] of statesOf(stock)) {
    const id = `${stock.supplier}\0${key}\0${stock.asOf}`;
    const before = runs.get(id)?.offer;
    if (before && (said.state === 'unread' || byFileName(before.place.file, stock.file) > 0))
      continue;
    runs.set(id, runOf(said, stock));
  }
  return [...runs.values()];
}

function same(a: Observation['state'], b: Observation['state']): boolean {
  if (typeof a === 'string' || typeof b === 'string') return a === b;
  return facts(a) === facts(b);
}

/** An offer's content, without where it was read: the same whether it comes from a file or from the book. */
function facts(offer: Offer): string {
  return JSON.stringify([
    offer.title,
    offer.barcode,
    offer.quantity,
    offer.quantityKind,
    offer.restocks.map(({ day, quantity }) => [day, quantity]),
    offer.release,
    offer.availableFrom,
    offer.discontinued,
    offer.unitCost,
    offer.currency,
    offer.packSize,
    offer.dispatchDays,
    offer.asOf,
  ]);
}

/** Order in the book: supplier, article, day. */
export function inBook(a: OfferRun, b: OfferRun): number {
  return (
    byBytes(a.supplier, b.supplier) ||
    byBytes(a.supplierSku, b.supplierSku) ||
    byBytes(a.sku, b.sku) ||
    byBytes(a.since, b.since)
  );
}
