import { groupBy } from '../../model/group-by.ts';
import type { Book, FileRecord } from '../book.ts';
import { toReadAnew } from '../forget-file.ts';
import type { PageName } from '../pages.ts';
import type { KeptRecord } from '../read-pages.ts';
import { type Checked, textOf, writtenRows } from './check.ts';
import type { Examined } from './examine.ts';
import type { Fault } from './fault.ts';
import { careOf } from './table.ts';

/** A line of the book as it stood there, which the repaired book does not have. */
export interface SetAside {
  readonly page: PageName;
  readonly line: number;
  /** Why; undefined where only other lines are at fault. */
  readonly fault: Fault | undefined;
  readonly text: string;
}

export interface Repaired {
  readonly book: Book;
  readonly setAside: readonly SetAside[];
  /** Files that the next `ingest` reads anew, where they are still there. */
  readonly anew: readonly FileRecord[];
}

/** Makes a sound book of what can stand. What a line told and the book does not tell any more is set aside. */
export function repairBook({ found, examined, sound, written, faults }: Checked): Repaired {
  const kept = new Map(written.map((page) => [page.name, new Set(writtenRows(page))]));
  const faultsOn = groupBy(faults, ({ page, line }) => `${page}\0${line}`);
  const setAside = [...found.values()].flatMap(({ name, rows, broken }): SetAside[] => {
    const absent = rows.filter(({ cells }) => !kept.get(name)?.has(textOf(cells)));
    const lines = [...absent, ...broken.map(({ text, fault }) => ({ text, line: fault.line }))];
    return lines
      .toSorted((a, b) => a.line - b.line)
      .map(({ line, text }) => ({
        page: name,
        line,
        fault: faultsOn.get(`${name}\0${line}`)?.[0],
        text,
      }));
  });
  const { book, marked } = markLost(sound, examined);
  return { book, setAside, anew: [...examined.restored, ...marked] };
}

/** Marks the files that may have told what was lost: the same bytes will be taken for another reading of them. */
function markLost(
  book: Book,
  { losing, restored }: Examined,
): { readonly book: Book; readonly marked: readonly FileRecord[] } {
  const ofLosing = [...losing].flatMap((name) => careOf[name].isFrom ?? []);
  const known = new Set(restored.map(({ file, asOf }) => `${file}\0${asOf}`));
  const marked: FileRecord[] = [];
  const mark = (files: readonly FileRecord[], place: KeptRecord['place']) =>
    files.map((record) => {
      if (!ofLosing.some((isFrom) => isFrom({ ...record, place }))) return record;
      if (!known.has(`${record.file}\0${record.asOf}`)) marked.push(record);
      return toReadAnew(record);
    });
  const files = mark(book.files, undefined);
  const held = { ...book.held, files: mark(book.held.files, 'held') };
  return { book: { ...book, files, held }, marked };
}
