import { type Checked, checkBook } from '../../book/care/check.ts';
import { type Repaired, repairBook } from '../../book/care/repair.ts';
import { faultsView, setAsideView } from '../../outputs/book-care.ts';
import { toCsv } from '../../outputs/csv.ts';
import { harmless } from '../../outputs/terminal.ts';
import { bookPart, folderName, noBook, openPages, pageBytes, withLock } from '../book-file.ts';
import type { BookOptions } from '../commands/book.ts';
import { conclude } from '../print.ts';
import { readSettings, type Settings } from '../settings.ts';
import { cannotRun, type ExitCode, type World, type WritePart } from '../world.ts';
import { forgetInBook } from './book-forget.ts';

export async function book(world: World, options: BookOptions): Promise<ExitCode> {
  const { check, repair, forget, dryRun } = options;
  const wishes = [check, repair, forget].filter((wish) => wish !== undefined);
  if (wishes.length !== 1)
    throw cannotRun(
      wishes.length === 0 ? 'say what to do with the book' : 'one thing at a time',
      'give --check, --repair or --forget EMAIL',
    );
  const settings = readSettings(world, options);
  if (check) return showFaults(world, options, await examineBook(world, settings));
  const work = () =>
    forget === undefined
      ? repairFaults(world, options, settings)
      : forgetInBook(world, options, settings, forget);
  return dryRun ? work() : withLock(world, settings.folder, work);
}

async function examineBook(world: World, { folder }: Settings): Promise<Checked> {
  const pages = await openPages(world, folder);
  if (!pages) throw noBook();
  return checkBook(pages, pageBytes);
}

async function showFaults(
  world: World,
  options: BookOptions,
  { faults }: Checked,
): Promise<ExitCode> {
  await conclude(world, options, { problems: [], view: faultsView(faults, folderName) });
  if (!options.quiet) world.stderr.write(`${faultCount(faults.length)}\n`);
  return faults.length > 0 ? 1 : 0;
}

function faultCount(faults: number): string {
  if (faults === 0) return 'The book is sound.';
  return `${plural(faults, 'fault')}. Next: dropship book --repair`;
}

async function repairFaults(
  world: World,
  options: BookOptions,
  settings: Settings,
): Promise<ExitCode> {
  const checked = await examineBook(world, settings);
  if (checked.faults.length === 0) return showFaults(world, options, checked);
  const repaired = repairBook(checked);
  const aside = setAsidePart(world, settings, repaired);
  const parts = options.dryRun ? [] : [repairedPart(world, settings, repaired, aside)];
  const view = faultsView(checked.faults, folderName);
  await conclude(world, options, { problems: [], view, parts });
  if (!options.quiet)
    world.stderr.write(`${told(repaired, aside?.path, options.dryRun).map(harmless).join('\n')}\n`);
  return options.dryRun || repaired.setAside.length > 0 ? 1 : 0;
}

function repairedPart(
  world: World,
  { folder }: Settings,
  { book }: Repaired,
  aside: WritePart['files'][number] | undefined,
): WritePart {
  const part = bookPart(world, folder, book);
  return { ...part, files: [...part.files, ...(aside ? [aside] : [])] };
}

/** Lines that the book loses go to a file of their own, under a name that is free. */
function setAsidePart(
  world: World,
  { folder, today }: Settings,
  { setAside }: Repaired,
): WritePart['files'][number] | undefined {
  if (setAside.length === 0) return undefined;
  let path = `set-aside-${today}.csv`;
  for (let i = 2; world.disk.isFile(world.disk.resolve(folder, `${folderName}/${path}`)); i += 1)
    path = `set-aside-${today}-${i}.csv`;
  return { path, bytes: new TextEncoder().encode(toCsv(setAsideView(setAside, folderName))) };
}

function told(
  { setAside, anew }: Repaired,
  file: string | undefined,
  isDry: boolean | undefined,
): string[] {
  const files = [...new Set(anew.map((record) => record.file))];
  return [
    isDry ? 'The book would be sound again.' : 'The book is sound again.',
    file === undefined
      ? 'No line is lost.'
      : `${plural(setAside.length, 'line')} of it ${isDry ? 'would go' : 'went'} to ${folderName}/${file}.`,
    ...(files.length > 0
      ? [
          `The next "dropship ingest" reads again, where still there: ${files.slice(0, 5).join(', ')}${files.length > 5 ? ` and ${files.length - 5} more` : ''}.`,
        ]
      : []),
    ...(isDry ? ['This was a dry run: nothing was written.'] : []),
  ];
}

function plural(number: number, noun: string): string {
  return `${number.toLocaleString('en-US')} ${noun}${number === 1 ? '' : 's'}`;
}
