import type { Book, FileRecord } from '../book/book.ts';
import { mergeShipments } from '../book/shipments.ts';
import type { ShipmentsSetup, Workspace } from '../config/workspace.ts';
import { styleOf } from '../formats/file-style.ts';
import { isBroken } from '../ingest/broken.ts';
import { readShipments } from '../ingest/read-shipments.ts';
import type { Day } from '../model/day.ts';
import type { Problem } from '../model/problem.ts';
import { ownArticles } from '../plan/own-units.ts';
import { withShipments } from '../plan/shipped.ts';
import type { InputFile } from './file-facts.ts';
import type { Matching } from './matching.ts';
import { supplierNames, unknownSupplier } from './supplier-names.ts';

/** Shipments that find no order line, or are too much for it: the lines may come with a later export. */
export function shipmentProblems(
  { lines, shipments }: Book,
  { articles, rules }: Matching,
  today: Day,
): readonly Problem[] {
  if (shipments.length === 0) return [];
  return withShipments(lines, shipments, ownArticles(articles, rules), today).problems;
}

/** What decides how a shipments file is read, beside its bytes. */
export function readingOfShipments(workspace: Workspace, setup: ShipmentsSetup): string {
  const names = [...supplierNames(workspace)];
  const { supplier, columns } = setup;
  return JSON.stringify([supplier, columns, styleOf(setup), workspace.timezone, names]);
}

/** Adds what a file says was shipped to the book. */
export async function takeShipments(
  workspace: Workspace,
  book: Book,
  { name, asOf, content }: InputFile,
  setup: ShipmentsSetup,
  hash: string,
): Promise<{ book: Book; problems: readonly Problem[]; rows?: number }> {
  const { shipments, problems } = await readShipments(content, name, {
    asOf,
    timezone: workspace.timezone,
    supplier: setup.supplier,
    suppliers: supplierNames(workspace),
    columns: setup.columns,
    ...styleOf(setup),
  });
  if (problems.some(isBroken)) return { book, problems };
  const named = new Set(shipments.flatMap((one) => one.supplier ?? []));
  const unknown = [...named].flatMap((one) => unknownSupplier(workspace, one, name));
  const files: FileRecord[] = [
    ...book.files.filter((known) => known.file !== name || known.asOf !== asOf),
    { role: 'shipments', supplier: '', asOf, coverage: 'full', file: name, hash },
  ];
  return {
    book: {
      ...book,
      files,
      shipments: mergeShipments(book.shipments, shipments, { asOf, file: name }),
    },
    problems: [...problems, ...unknown],
    rows: shipments.length,
  };
}
