import { emptyBook } from '../../book/book.ts';
import type { ExplainedFile } from '../../model/explained-file.ts';
import { severities } from '../../model/severity.ts';
import { explainedView } from '../../outputs/explained-files.ts';
import { harmless } from '../../outputs/terminal.ts';
import { bookPart, openBook, withLock } from '../book-file.ts';
import type { IngestOptions } from '../commands/ingest.ts';
import { explainFile } from '../explaining.ts';
import { type ForgottenFile, forgetFile } from '../forgotten-files.ts';
import { findFiles } from '../inbox.ts';
import { type Ingested, ingestInto, tellIngested } from '../ingesting.ts';
import { conclude } from '../print.ts';
import { type MapFile, proposedMapFile } from '../proposed-map-file.ts';
import { readSettings, type Settings } from '../settings.ts';
import { glanceAtShop } from '../shop.ts';
import { cannotRun, type ExitCode, type World } from '../world.ts';

export async function ingest(
  world: World,
  options: IngestOptions,
  files: readonly string[],
): Promise<ExitCode> {
  const settings = readSettings(world, options);
  if (options.forget !== undefined && (files.length > 0 || options.explain || options.accept))
    throw cannotRun('--forget takes one file out and does nothing else', 'run the other by itself');
  if (options.explain) return explain(world, settings, options, files);
  return withLock(world, settings.folder, async () => {
    const kept = (await openBook(world, settings.folder)) ?? emptyBook;
    const shop = await glanceAtShop(world, settings);
    const { accept, forget } = options;
    const forgotten =
      forget === undefined ? undefined : await forgetFile(world, settings, kept, forget);
    const wish = { files, shop, accept, only: forgotten?.only };
    const ingested = await ingestInto(world, settings, forgotten?.book ?? kept, wish);
    const map = proposeMap(world, options, settings.folder, ingested);
    const bookParts = options.dryRun ? [] : [bookPart(world, settings.folder, ingested.book)];
    const parts = [...map.parts, ...bookParts];
    await conclude(world, options, { problems: ingested.problems, told: ingested.told, parts });
    if (!options.quiet)
      world.stderr.write(
        `${tellForgotten(forgotten)}${tellIngested(ingested)}\n${map.told}${whatNext(options)}`,
      );
    return ingested.fresh.some(({ kind }) => severities[kind] !== 'note') ? 1 : 0;
  });
}

function tellForgotten(forgotten: ForgottenFile | undefined): string {
  return (forgotten?.told ?? []).map((line) => `${harmless(line)}\n`).join('');
}

/** What was accepted is in none of today's files yet, and after a dry run nothing has changed at all. */
function whatNext({ dryRun, accept }: IngestOptions): string {
  if (dryRun) return 'This was a dry run: nothing was written.\n';
  return accept === undefined ? '' : 'Next: dropship run\n';
}

/** Shows how the files are understood. The problems of the rows shown are part of the view. */
async function explain(
  world: World,
  settings: Settings,
  options: IngestOptions,
  files: readonly string[],
): Promise<ExitCode> {
  const explained: ExplainedFile[] = [];
  for (const found of await findFiles(world, settings, files, false))
    explained.push(await explainFile(world, settings, found));
  const problems = explained.flatMap((file) => file.problems);
  await conclude(world, options, { problems, told: [], view: explainedView(explained) });
  const isLeftOut = problems.some(({ kind }) => ['refused', 'left-out'].includes(severities[kind]));
  return isLeftOut ? 1 : 0;
}

function proposeMap(
  world: World,
  { writeMap, dryRun }: IngestOptions,
  folder: string,
  { matching }: Ingested,
): MapFile {
  if (!writeMap || dryRun) return { parts: [], told: '' };
  if (matching) return proposedMapFile(world, folder, matching);
  throw cannotRun(
    'no SKU map can be proposed: your own files could not be read',
    'run "dropship classify" to see why',
  );
}
