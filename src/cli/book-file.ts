import type { Book } from '../book/book.ts';
import type { PageRow } from '../book/page-row.ts';
import { type Page, type PageName, pageColumns, pageNames, toPages } from '../book/pages.ts';
import { bookOf, type PageItem } from '../book/read-book.ts';
import { fromPage } from '../book/read-pages.ts';
import { readTable } from '../ingest/table.ts';
import { sameBytes } from '../model/content.ts';
import type { OutputFile } from '../model/output-file.ts';
import { toCsv } from '../outputs/csv.ts';
import { wordingOf } from '../outputs/problem-texts.ts';
import { placeText } from '../outputs/problems.ts';
import { watched } from './progress.ts';
import { cannotRun, type World, type WritePart } from './world.ts';

/** The book's folder in a workspace. */
export const folderName = 'book';

/** The workspace's book; undefined when there is none yet. Never a mixture of two: a writer is waited for. */
export async function openBook(world: World, workspace: string): Promise<Book | undefined> {
  return whenSettled(world, workspace, (folder) => bookOf((name) => readPage(world, folder, name)));
}

/** That a command needs a book and there is none. */
export function noBook(): Error {
  return cannotRun('there is no book here yet', 'run "dropship ingest" to read your files into it');
}

/** The bytes of the book's pages, those that are there; undefined when there is no book. */
export async function openPages(
  world: World,
  workspace: string,
): Promise<ReadonlyMap<PageName, Uint8Array> | undefined> {
  return whenSettled(world, workspace, (folder) => {
    const found = pageNames.map(
      (name) => [name, world.disk.read(world.disk.resolve(folder, name))?.bytes] as const,
    );
    return new Map(found.flatMap(([name, bytes]) => (bytes ? [[name, bytes] as const] : [])));
  });
}

async function whenSettled<T>(
  world: World,
  workspace: string,
  read: (folder: string) => T,
): Promise<T | undefined> {
  const folder = bookFolder(world, workspace);
  if (!world.disk.isFolder(folder)) return undefined;
  for (;;) {
    if (world.disk.isUnsettled(folder)) await settle(world, workspace);
    const found = read(folder);
    if (!world.disk.isUnsettled(folder)) return found;
  }
}

/** Waits until nobody writes, and puts in order what a killed process left. */
async function settle(world: World, workspace: string): Promise<void> {
  await withLock(world, workspace, async () => undefined);
}

type PageReader<Name extends PageName> = (row: PageRow) => PageItem<Name> | undefined;

function readPage<Name extends PageName>(
  world: World,
  folder: string,
  name: Name,
): PageItem<Name>[] {
  const read = fromPage[name] as PageReader<Name>;
  const content = world.disk.read(world.disk.resolve(folder, name));
  if (!content || content.bytes.length === 0) return [];
  const items: PageItem<Name>[] = [];
  const place = `${folderName}/${name}`;
  const { bytes } = content;
  const found = readTable(
    watched(world.progress, place, { content: bytes, size: bytes.length }),
    place,
    ({ header }) => {
      const at = new Map(header.map((column, i) => [column, i]));
      let cells: readonly string[] = [];
      const row: PageRow = (column) => cells[at.get(column) ?? -1] ?? '';
      return {
        take: (taken, line) => {
          cells = taken;
          const item = read(row);
          if (item === undefined) throw damaged(`${place}:${line}: not a line of the book`);
          items.push(item);
        },
      };
    },
    { expected: pageColumns[name] },
  );
  const [first] = found;
  if (first) throw damaged(`${placeText(first.place)}: ${wordingOf(first).message}`);
  return items;
}

function damaged(message: string): Error {
  return cannotRun(
    message,
    `the book was changed by hand; put the file back as it was, or run "dropship book --repair"`,
  );
}

/** The book's files as they are to be written; those that stay the same are not touched. */
export function bookPart(world: World, workspace: string, book: Book): WritePart {
  const path = bookFolder(world, workspace);
  const files = toPages(book).flatMap((page): OutputFile[] => {
    const bytes = pageBytes(page);
    const before = world.disk.read(world.disk.resolve(path, page.name));
    return before && sameBytes(before.bytes, bytes) ? [] : [{ path: page.name, bytes }];
  });
  return { kind: 'files', path, files };
}

/** A page as it is written. */
export function pageBytes(page: Page): Uint8Array {
  return new TextEncoder().encode(toCsv(page));
}

function bookFolder(world: World, workspace: string): string {
  return world.disk.resolve(workspace, folderName);
}

/** Runs work on the book while no other process does; first it puts in order what a killed one left. */
export async function withLock<T>(
  world: World,
  workspace: string,
  work: () => Promise<T>,
): Promise<T> {
  const release = await world.disk.lock(workspace);
  if (!release) {
    throw cannotRun(
      'another dropship is at work on this book',
      'wait until it has finished, then try again',
    );
  }
  try {
    world.disk.recover(bookFolder(world, workspace), true);
    world.disk.recover(world.disk.resolve(workspace, 'out'), false);
    return await work();
  } finally {
    release();
  }
}
