import type { Book, FileRecord } from '../book/book.ts';
import { isMarked, withoutMark } from '../book/forget-file.ts';
import { standingLines } from '../book/open-lists.ts';
import { type OrdersSetup, toSupplier, type Workspace } from '../config/workspace.ts';
import type { DayOrder } from '../formats/day-cell.ts';
import { type FileStyle, styleOf } from '../formats/file-style.ts';
import { isBroken } from '../ingest/broken.ts';
import { readStock } from '../ingest/stock.ts';
import type { StockSource } from '../ingest/stock-source.ts';
import type { Day } from '../model/day.ts';
import { groupBy } from '../model/group-by.ts';
import { byFileName } from '../model/place.ts';
import type { Problem } from '../model/problem.ts';
import { byBytes } from '../model/sku.ts';
import { addToEmpty, addToKept } from './add-stock.ts';
import type { InputFile } from './file-facts.ts';
import { unknownSupplier } from './supplier-names.ts';
import { readingOfAnswers, takeAnswers } from './take-answers.ts';
import { type ListRole, readingOfList, takeList } from './take-lists.ts';
import { longOpen, takeOrders } from './take-orders.ts';
import { readingOfUnits, takeUnits, type UnitsRole } from './take-units.ts';
import type { World } from './world.ts';

/** What an input file is to be read as. */
export type Role =
  | { readonly kind: 'stock'; readonly supplier: string }
  | { readonly kind: 'orders'; readonly setup: OrdersSetup }
  | UnitsRole
  | { readonly kind: 'answers'; readonly style: FileStyle }
  | ListRole;

export interface Intake {
  readonly file: InputFile;
  readonly role: Role;
  /** Named by hand: also what was taken out of the book before is read. */
  readonly isNamed?: boolean | undefined;
}

export interface TakenIn {
  readonly book: Book;
  readonly problems: readonly Problem[];
  /** Files that were read, and of those how many rows. */
  readonly read: readonly {
    readonly file: string;
    readonly role: Role['kind'];
    readonly rows: number;
  }[];
  /** Files the book had already. */
  readonly known: number;
  /** Names of the files that were looked into, read or refused. */
  readonly looked: ReadonlySet<string>;
}

/**
 * Reads files into a book, the oldest first. Files that the book has, as they are, are passed over. A book that is kept
 * holds suspicious stock files back; one that is not needs no fingerprints, and takes all but those of which too many
 * rows cannot be read.
 */
export async function takeIn(
  world: World,
  workspace: Workspace,
  book: Book,
  intakes: readonly Intake[],
  today: Day,
  isKept = true,
): Promise<TakenIn> {
  const inTime = intakes.map((one) => withDay(workspace, one)).toSorted(byDate);
  const problems: (readonly Problem[])[] = [];
  const read: TakenIn['read'][number][] = [];
  let known = 0;
  const looked = new Set<string>();
  let current = book;
  for (const { file, role, isNamed } of inTime) {
    if (file.asOf > today) {
      problems.push(datedLater(file.name, file.asOf, today));
      continue;
    }
    await world.progress.step(`reading ${file.name}`);
    const hash = await fingerprintOf(world, workspace, file, role, isKept);
    const marked = { file: file.name, hash };
    if (isKnown(current, file, hash) || (!isNamed && isMarked(current, marked))) {
      known += 1;
      continue;
    }
    looked.add(file.name);
    const taken = await take(workspace, current, file, role, hash, today, isKept);
    current = withoutMark(taken.book, marked);
    problems.push(taken.problems);
    if (taken.rows === undefined) continue;
    read.push({ file: file.name, role: role.kind, rows: taken.rows });
    if (file.undated || file.doubt) {
      const isUnclear = file.doubt !== undefined;
      const place = { file: file.name };
      problems.push([{ kind: 'as-of-file-date', place, day: file.asOf, isUnclear }]);
    }
  }
  const found = withoutFoundHeads(problems.flat(), current);
  const told = withoutClosed(found, current, today);
  return { book: current, problems: told, read, known, looked };
}

/** A list of open orders may have closed the lines of which their own file does not tell whether they left. */
function withoutClosed(problems: readonly Problem[], book: Book, today: Day): readonly Problem[] {
  const isListed = book.files.some(({ isOpenList }) => isOpenList);
  if (!isListed || problems.every(({ kind }) => kind !== 'fulfilment-untold')) return problems;
  const open = new Set(longOpen(standingLines(book), today).map(({ place }) => place.file));
  return problems.filter(({ kind, place }) => kind !== 'fulfilment-untold' || open.has(place.file));
}

/** An order whose first row stood in another part of the export lacks nothing. */
function withoutFoundHeads(problems: readonly Problem[], { lines }: Book): readonly Problem[] {
  if (problems.every(({ kind }) => kind !== 'order-without-head')) return problems;
  const orders = groupBy(lines, ({ orderId }) => orderId);
  const isWhole = (order: string) =>
    orders.get(order)?.every(({ headAsOf }) => headAsOf !== undefined) ?? false;
  return problems.filter(
    (problem) => problem.kind !== 'order-without-head' || !isWhole(problem.order),
  );
}

/** A date in a file's name that may have its month first is read as configured, else as the file's last change tells. */
function withDay(workspace: Workspace, intake: Intake): Intake {
  const { file, role } = intake;
  if (!file.doubt) return intake;
  const { monthFirst, changed } = file.doubt;
  const order = dayOrderOf(workspace, role);
  const isMonthFirst = order === undefined ? changed === monthFirst : order === 'month-first';
  const isTold = order !== undefined || isMonthFirst || changed === file.asOf;
  const asOf = isMonthFirst ? monthFirst : file.asOf;
  return { ...intake, file: { ...file, asOf, doubt: isTold ? undefined : file.doubt } };
}

function dayOrderOf({ suppliers }: Workspace, role: Role): DayOrder | undefined {
  if (role.kind === 'stock') return suppliers.get(role.supplier)?.dayOrder;
  return 'setup' in role ? role.setup.dayOrder : role.style.dayOrder;
}

function byDate({ file: a }: Intake, { file: b }: Intake): number {
  return byBytes(a.asOf, b.asOf) || byFileName(a.name, b.name);
}

function isKnown({ files, held }: Book, { name, asOf }: InputFile, hash: string): boolean {
  const isSame = (known: FileRecord) =>
    known.file === name && known.asOf === asOf && known.hash === hash;
  return files.some(isSame) || held.files.some(isSame);
}

/** Names a file's content and the way it is read, in two parts. */
async function fingerprintOf(
  { disk }: World,
  workspace: Workspace,
  { content }: InputFile,
  role: Role,
  isKept: boolean,
): Promise<string> {
  if (!isKept) return '';
  const reading = await disk.fingerprint(readingOf(workspace, role));
  return `${await disk.fingerprint(content)}-${reading.slice(0, 8)}`;
}

/** What decides how a file is read, beside its bytes: when that changes, the file is read again. */
function readingOf(workspace: Workspace, role: Role): string {
  if (role.kind === 'orders')
    return JSON.stringify([
      role.setup.columns,
      styleOf(role.setup),
      role.setup.history,
      role.setup.openOnly,
      workspace.timezone,
    ]);
  if (role.kind === 'answers') return readingOfAnswers(workspace, role.style);
  if (role.kind === 'shipments' || role.kind === 'returns')
    return readingOfUnits(workspace, role.setup);
  if (role.kind !== 'stock') return readingOfList(workspace, role);
  const { supplier } = role;
  const setup = workspace.suppliers.get(supplier);
  return JSON.stringify([
    supplier,
    workspace.timezone,
    setup?.columns,
    setup && styleOf(setup),
    setup?.coverage,
    [...(setup?.words ?? [])],
    setup?.quantityCap,
  ]);
}

interface Taken {
  readonly book: Book;
  readonly problems: readonly Problem[];
  /** Undefined when the file was refused. */
  readonly rows?: number | undefined;
}

function take(
  workspace: Workspace,
  book: Book,
  file: InputFile,
  role: Role,
  hash: string,
  today: Day,
  isKept: boolean,
): Promise<Taken> | Taken {
  switch (role.kind) {
    case 'stock':
      return takeStock(workspace, book, file, role.supplier, hash, today, isKept);
    case 'orders':
      return takeOrders(workspace, book, file, role.setup, hash, today);
    case 'shipments':
    case 'returns':
      return takeUnits(workspace, book, file, role, hash);
    case 'answers':
      return takeAnswers(workspace, book, file, role.style, hash, today);
    case 'events':
    case 'requests':
      return takeList(workspace, book, file, role, hash);
  }
}

async function takeStock(
  workspace: Workspace,
  book: Book,
  file: InputFile,
  supplier: string,
  hash: string,
  today: Day,
  isKept: boolean,
): Promise<Taken> {
  const setup = workspace.suppliers.get(supplier) ?? toSupplier(supplier);
  const source: StockSource = {
    supplier,
    asOf: file.asOf,
    timezone: workspace.timezone,
    coverage: setup.coverage,
    hash,
    columns: setup.columns,
    words: setup.words,
    marks: setup.marks,
    ...styleOf(setup),
    quantityCap: setup.quantityCap,
  };
  const reading = await readStock(file.content, file.name, source);
  const added = isKept
    ? addToKept(book, reading, source, file.name, workspace.guard)
    : addToEmpty(book, reading, file.name, workspace.guard);
  if (added.problems.some(isBroken)) return added;
  const problems = added.files.flatMap((stock) => [
    ...unknownSupplier(workspace, stock.supplier, file.name, supplier),
    ...datedLater(file.name, stock.asOf, today),
  ]);
  const rows = added.files.reduce((sum, { offers }) => sum + offers.length, 0);
  return { book: added.book, problems: [...added.problems, ...problems], rows };
}

function datedLater(file: string, day: Day, today: Day): Problem[] {
  return day > today ? [{ kind: 'dated-later', place: { file }, day }] : [];
}
