import { emptyBook } from '../../book/book.ts';
import { severities } from '../../model/problem.ts';
import { bookPart, openBook, withLock } from '../book-file.ts';
import type { IngestOptions } from '../commands/ingest.ts';
import { ingestInto, tellIngested } from '../ingesting.ts';
import { conclude } from '../print.ts';
import { readSettings } from '../settings.ts';
import type { ExitCode, World } from '../world.ts';

export async function ingest(
  world: World,
  options: IngestOptions,
  files: readonly string[],
): Promise<ExitCode> {
  const settings = readSettings(world, options);
  return withLock(world, settings.folder, async () => {
    const book = (await openBook(world, settings.folder)) ?? emptyBook;
    const ingested = await ingestInto(world, settings, book, files);
    const parts = options.dryRun ? [] : [bookPart(world, settings.folder, ingested.book)];
    await conclude(world, options, { problems: ingested.problems, parts });
    if (!options.quiet) world.stderr.write(`${tellIngested(ingested)}\n`);
    return ingested.fresh.some(({ kind }) => severities[kind] !== 'note') ? 1 : 0;
  });
}
