import type { CommandSpec } from '../command.ts';
import { type CommonOptions, withCommon } from '../options.ts';

interface IngestOptions extends CommonOptions {
  readonly dryRun?: boolean;
}

export const ingest: CommandSpec<IngestOptions> = {
  name: 'ingest',
  usage: 'ingest [files...]',
  summary: 'read supplier stock and orders into the book, and report every problem in them',
  examples: [
    ['dropship ingest', 'all new files that dropship.toml names'],
    ['dropship ingest acme-2026-11-23.csv orders_export.csv', 'these files'],
    ['dropship ingest --dry-run --problems problems.csv', 'only report'],
  ],
  declare: (command) =>
    withCommon(command).option('--dry-run', 'only report; the book stays as it is'),
  async run(world, options, files) {
    const { readSettings } = await import('../settings.ts');
    const { ingestInto, tellIngested } = await import('../ingesting.ts');
    const { openBook, saveBook, withLock } = await import('../book-file.ts');
    const { emptyBook } = await import('../../book/book.ts');
    const { severities } = await import('../../model/problem.ts');
    const { printProblems } = await import('../print.ts');
    const settings = readSettings(world, options);
    return withLock(world, settings.folder, async () => {
      const book = (await openBook(world, settings.folder)) ?? emptyBook;
      const ingested = await ingestInto(world, settings, book, files);
      if (!options.dryRun) saveBook(world, settings.folder, ingested.book);
      await printProblems(world, options, ingested.problems);
      if (!options.quiet) world.stderr.write(`${tellIngested(ingested)}\n`);
      return ingested.fresh.some(({ kind }) => severities[kind] !== 'note') ? 1 : 0;
    });
  },
};
