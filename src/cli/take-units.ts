import type { Book } from '../book/book.ts';
import { recordFile } from '../book/record.ts';
import { mergeReturns, mergeShipments } from '../book/shipments.ts';
import type { ReturnsSetup, ShipmentsSetup, Workspace } from '../config/workspace.ts';
import { styleOf } from '../formats/file-style.ts';
import { isBroken } from '../ingest/broken.ts';
import { readReturns } from '../ingest/read-returns.ts';
import { readShipments } from '../ingest/read-shipments.ts';
import type { Day } from '../model/day.ts';
import type { Problem } from '../model/problem.ts';
import { ownArticles } from '../plan/own-units.ts';
import { findReturned } from '../plan/returned.ts';
import { withShipments } from '../plan/shipped.ts';
import type { InputFile } from './file-facts.ts';
import type { Matching } from './matching.ts';
import { supplierNames, unknownSupplier } from './supplier-names.ts';

/** Shipments and returns that find no order line, or are too much for it: the lines may come with a later export. */
export function unitsProblems(
  { lines, shipments, returns }: Book,
  { articles, rules, kits }: Matching,
  today: Day,
): readonly Problem[] {
  if (shipments.length + returns.length === 0) return [];
  const own = ownArticles(articles, rules);
  const shipped = withShipments(lines, shipments, own, kits, today);
  return [...shipped.problems, ...findReturned(shipped.lines, returns, own, today).problems];
}

/** What decides how a file of shipments or returns is read, beside its bytes. */
export function readingOfUnits(workspace: Workspace, setup: ShipmentsSetup | ReturnsSetup): string {
  const names = [...supplierNames(workspace)];
  const { supplier, columns } = setup;
  return JSON.stringify([supplier, columns, styleOf(setup), workspace.timezone, names]);
}

/** A file of units that left or came back, and how it is to be read. */
export type UnitsRole =
  | { readonly kind: 'shipments'; readonly setup: ShipmentsSetup }
  | { readonly kind: 'returns'; readonly setup: ReturnsSetup };

/** Adds what a file says was shipped, or came back, to the book. */
export async function takeUnits(
  workspace: Workspace,
  book: Book,
  file: InputFile,
  role: UnitsRole,
  hash: string,
): Promise<{ book: Book; problems: readonly Problem[]; rows?: number }> {
  const { name, asOf } = file;
  const { said, pages, problems } = await readInto(workspace, book, file, role);
  if (problems.some(isBroken)) return { book, problems };
  const named = new Set(said.flatMap((one) => one.supplier ?? []));
  const unknown = [...named].flatMap((one) => unknownSupplier(workspace, one, name));
  const files = recordFile(book.files, { role: role.kind, asOf, file: name, hash });
  return {
    book: { ...book, ...pages, files },
    problems: [...problems, ...unknown],
    rows: said.length,
  };
}

interface ReadInto {
  readonly said: readonly { readonly supplier?: string | undefined }[];
  /** The page of the book with what was read. */
  readonly pages: Partial<Pick<Book, 'shipments' | 'returns'>>;
  readonly problems: readonly Problem[];
}

async function readInto(
  workspace: Workspace,
  book: Book,
  { name, asOf, content }: InputFile,
  { kind, setup }: UnitsRole,
): Promise<ReadInto> {
  const read = { asOf, file: name };
  const source = {
    asOf,
    timezone: workspace.timezone,
    supplier: setup.supplier,
    suppliers: supplierNames(workspace),
    ...styleOf(setup),
  };
  if (kind === 'returns') {
    const { columns } = setup;
    const { returns, problems } = await readReturns(content, name, { ...source, columns });
    return {
      said: returns,
      pages: { returns: mergeReturns(book.returns, returns, read) },
      problems,
    };
  }
  const { columns } = setup;
  const { shipments, problems } = await readShipments(content, name, { ...source, columns });
  return {
    said: shipments,
    pages: { shipments: mergeShipments(book.shipments, shipments, read) },
    problems,
  };
}
