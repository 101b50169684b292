import type { Book } from '../book/book.ts';
import type { FoundProblem } from '../book/record.ts';
import { addDays, type Day } from '../model/day.ts';
import { severityOf } from '../model/severity.ts';

/** A fault that no file of so many days told is news again. */
const rememberedDays = 31;

/**
 * The problems that are told anew though an earlier file of the same supplier, or of the shop, told the like: an export
 * tells every day what stands in it. Of problems that are alike as many count as told as one file had. Where a whole
 * file is refused, that is news each time.
 */
export function repeatedProblems<Found extends FoundProblem>(
  book: Book,
  told: readonly FoundProblem[],
  found: readonly Found[],
): ReadonlySet<Found> {
  const lastTold = new Map<string, Day>();
  for (const { likeness, asOf } of likenesses(book, told)) {
    if (asOf > (lastTold.get(likeness) ?? '')) lastTold.set(likeness, asOf);
  }
  const repeated = likenesses(book, found).filter(({ problem, likeness, asOf }) => {
    const last = lastTold.get(likeness);
    return last && severityOf(problem.kind) !== 'refused' && addDays(last, rememberedDays) >= asOf;
  });
  return new Set(repeated.map(({ problem }) => problem));
}

interface Likeness<Found> {
  readonly problem: Found;
  readonly likeness: string;
  /** The day of the file. */
  readonly asOf: Day;
}

/** By what problems in files of the book are known again in later ones. */
function likenesses<Found extends FoundProblem>(
  { files, held }: Book,
  problems: readonly Found[],
): Likeness<Found>[] {
  const records = new Map([...files, ...held.files].map((record) => [record.file, record]));
  const counts = new Map<string, number>();
  // Exports have the newest on top: of rows that are alike the first is the one that was added.
  return problems.toReversed().flatMap((problem) => {
    const record = records.get(problem.file);
    if (!record) return [];
    const words = likenessOf(problem);
    const inFile = `${problem.file}\0${words}`;
    const nth = (counts.get(inFile) ?? 0) + 1;
    counts.set(inFile, nth);
    const likeness = [record.role, record.supplier, words, nth].join('\0');
    return [{ problem, likeness, asOf: record.asOf }];
  });
}

/** A row is known by what is said of it, wherever it stands; a file by what is the matter, whatever the count. */
function likenessOf({ line, column, kind, value, message }: FoundProblem): string {
  return [kind, column, value, line === '' ? '' : message].join('\0');
}
