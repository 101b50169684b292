import { standingLines } from '../../book/open-lists.ts';
import { forgottenView } from '../../outputs/book-care.ts';
import { harmless } from '../../outputs/terminal.ts';
import { outstandingUnits } from '../../plan/outstanding.ts';
import { bookPart, folderName, noBook, openBook } from '../book-file.ts';
import type { BookOptions } from '../commands/book.ts';
import { type ForgottenCustomer, filesNaming, forgetCustomer } from '../forgotten-customers.ts';
import { conclude } from '../print.ts';
import type { Settings } from '../settings.ts';
import type { ExitCode, World } from '../world.ts';

/** Takes a customer out of the book, and tells which files still name them. */
export async function forgetInBook(
  world: World,
  options: BookOptions,
  settings: Settings,
  email: string,
): Promise<ExitCode> {
  const book = await openBook(world, settings.folder);
  if (!book) throw noBook();
  const done = await forgetCustomer(world, book, email);
  const outside = await filesNaming(world, settings, book, [email, ...done.words]);
  const parts = options.dryRun ? [] : [bookPart(world, settings.folder, done.book)];
  const view = forgottenView(
    {
      orders: done.lines.length,
      notices: done.notices,
      requests: done.requests,
      problems: done.problems,
    },
    outside,
    folderName,
  );
  await conclude(world, options, { problems: [], view, parts });
  const open = standingLines({ ...book, lines: done.lines }).filter(
    (line) => outstandingUnits(line, settings.today) > 0,
  ).length;
  const lines = [...tell(done, email, open), ...tellOutside(outside), ...tellDry(options)];
  if (!options.quiet || isUnknown(done)) world.stderr.write(`${lines.map(harmless).join('\n')}\n`);
  return isUnknown(done) ? 1 : 0;
}

function isUnknown(done: ForgottenCustomer): boolean {
  return countOf(done) === 0 && !done.isAgain;
}

function countOf({ lines, notices, requests, problems }: ForgottenCustomer): number {
  return lines.length + notices + requests + problems;
}

function tell(done: ForgottenCustomer, email: string, open: number): string[] {
  if (isUnknown(done))
    return [
      `Nobody in the book has the address ${email}. It will be left out of files to come; check how it is spelt.`,
    ];
  const { length } = done.lines;
  if (countOf(done) === 0) return [`${email} was forgotten already.`];
  return [
    `${email} is in the book no more: name and address are taken out of ${length} order line${length === 1 ? '' : 's'}, ${open} of them still open.`,
    'The lines stay, as history of demand and to be shipped; whom they go to stands in your shop alone.',
  ];
}

function tellOutside(files: readonly string[]): string[] {
  if (files.length === 0) return [];
  return [
    `Still named in ${files.length === 1 ? 'a file' : `${files.length} files`} that dropship does not touch; delete or edit ${files.length === 1 ? 'it' : 'them'} yourself.`,
  ];
}

function tellDry({ dryRun }: BookOptions): string[] {
  return dryRun ? ['This was a dry run: nothing was written.'] : [];
}
