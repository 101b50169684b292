import { emptyBook } from '../book/book.ts';
import type { Workspace } from '../config/workspace.ts';
import { explainColumns, type FirstRows, firstRows, type ReadAs } from '../ingest/explain.ts';
import { recognise } from '../ingest/recognise.ts';
import type { ExplainedFile, ExplainedRow } from '../model/explained-file.ts';
import type { Problem } from '../model/problem.ts';
import { readyLines } from '../outputs/config-file.ts';
import { wordingOf } from '../outputs/problem-texts.ts';
import { type InputFile, supplierFromName } from './file-facts.ts';
import { type FoundFile, isRefusal } from './inbox.ts';
import { type Role, type TakenIn, takeIn } from './intake.ts';
import { patternsFor } from './patterns.ts';
import type { Settings } from './settings.ts';
import { lookAt } from './survey.ts';
import type { World } from './world.ts';

/** Tells how a file is understood: by the same readers that take it into the book. */
export async function explainFile(
  world: World,
  settings: Settings,
  { file, role, isConfigured }: FoundFile,
): Promise<ExplainedFile> {
  if (isRefusal(role)) return explainUnread(file, role);
  if (!file) throw new Error('a file with a role has a content');
  if (role === 'listing') return explainListing(file);
  const { workspace, today } = settings;
  const as = readAs(workspace, role);
  const first = firstRows(file.content, file.name, as);
  const taken = await takeIn(world, workspace, emptyBook, [{ file, role }], today, false);
  const columns = first ? explainColumns(first, file.name, as) : [];
  const skuAt = columns.findIndex(({ field }) => field === 'sku');
  const rows = first ? explainRows(first, taken, skuAt) : [];
  const last = rows.at(-1)?.line ?? 0;
  const why = isConfigured ? 'as "files" in dropship.toml says' : 'by its columns';
  return {
    file: file.name,
    title: `${titleOf(file, role)}, ${why}`,
    head: first && headOf(first),
    columns,
    rows,
    problems: taken.problems.filter(({ place }) => (place.line ?? 0) <= last),
    ready: [],
  };
}

function readAs(workspace: Workspace, role: Role): ReadAs {
  switch (role.kind) {
    case 'stock': {
      const setup = workspace.suppliers.get(role.supplier);
      return { role: 'stock', columns: setup?.columns, encoding: setup?.encoding };
    }
    case 'orders':
    case 'shipments':
    case 'returns':
      return { role: role.kind, columns: role.setup.columns, encoding: role.setup.encoding };
    case 'answers':
    case 'events':
    case 'requests':
      return { role: role.kind, encoding: role.style.encoding };
  }
}

function titleOf({ name, content }: InputFile, role: Role): string {
  if (role.kind === 'stock') return `stock of ${role.supplier}`;
  const found = recognise(content, name);
  return 'head' in found && found.role === role.kind ? found.title : role.kind;
}

const rowsShown = 5;

function explainRows(
  { rows }: FirstRows,
  { book: { runs, lines, shipments, returns, answers } }: TakenIn,
  skuAt: number,
): readonly ExplainedRow[] {
  const offers = runs.flatMap(({ offer }) => offer ?? []);
  const facts = [...offers, ...lines, ...shipments, ...returns, ...answers];
  const byLine = new Map(facts.map((fact) => [fact.place.line, fact]));
  return rows.slice(0, rowsShown).map(({ line, cells }): ExplainedRow => {
    const fact = byLine.get(line);
    if (fact) return { line, cells, fact };
    const other = facts.find(({ sku }) => sku !== undefined && sku === cells[skuAt]?.trim());
    return { line, cells, joined: other?.place.line };
  });
}

function headOf({ head }: FirstRows): ExplainedFile['head'] {
  const { encoding, isGuess, delimiter, quote, headerLine, above } = head;
  return { encoding, isGuess, delimiter, quote, headerLine, above };
}

function explainListing({ name, content }: InputFile): ExplainedFile {
  const found = recognise(content, name);
  const title = 'head' in found ? found.title : 'a product file';
  const first = firstRows(content, name);
  return {
    file: name,
    title: `${title}, by its columns; nothing of it goes into the book, "listings" writes it anew`,
    head: first && headOf(first),
    columns: first?.head.header.map((header) => ({ header })) ?? [],
    rows: first?.rows.slice(0, rowsShown) ?? [],
    problems: [],
    ready: ['[listings.shop]', `file = ${JSON.stringify(name)}`],
  };
}

function explainUnread(file: InputFile | undefined, problem: Problem): ExplainedFile {
  const name = problem.place.file;
  const unread = file && lookAt(file.content, name, wordingOf(problem).message);
  const isHeaderless = unread?.glimpse?.headerless === true;
  // A mapping by number is what says that a file has no header line.
  const as: ReadAs | undefined = isHeaderless ? { role: 'stock', columns: { sku: 1 } } : undefined;
  const first = file && firstRows(file.content, name, as);
  const [pattern = name] = patternsFor([name], []);
  return {
    file: name,
    title: isHeaderless ? `not read, ${unread.why}` : 'not read',
    head: first && headOf(first),
    columns: first?.head.header.map((header) => ({ header })) ?? [],
    rows: first?.rows.slice(0, rowsShown) ?? [],
    problems: [problem],
    ready: unread ? readyLines(unread, supplierFromName(name), pattern) : [],
  };
}
