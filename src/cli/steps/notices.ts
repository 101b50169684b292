import { recordNotices } from '../../book/record.ts';
import { severities } from '../../model/severity.ts';
import { calendarView } from '../../outputs/calendar.ts';
import { notAdvice } from '../../outputs/legal.ts';
import { noticesView } from '../../outputs/notices.ts';
import { bookPart, withLock } from '../book-file.ts';
import type { NoticeOptions } from '../commands/notices.ts';
import { dueEntries } from '../day-summary.ts';
import { isOneOff, openDesk } from '../desk.ts';
import { draftNotices } from '../notice-files.ts';
import { recordEvents } from '../notice-record.ts';
import { outFolder } from '../out-folder.ts';
import { conclude } from '../print.ts';
import { readSettings } from '../settings.ts';
import { showView, viewExit } from '../view-exit.ts';
import type { ExitCode, World, WritePart } from '../world.ts';

export async function notices(world: World, options: NoticeOptions): Promise<ExitCode> {
  if (options.templates !== undefined) return copyTemplates(world, options, options.templates);
  if (options.record !== undefined) return recordEvents(world, options, options.record);
  if (options.due) return showCalendar(world, options);
  const isRecording = !options.dryRun && !isOneOff(options);
  if (!isRecording) return draft(world, options, false);
  const { folder } = readSettings(world, options);
  return withLock(world, folder, () => draft(world, options, true));
}

async function draft(
  world: World,
  options: NoticeOptions,
  isRecording: boolean,
): Promise<ExitCode> {
  const desk = await openDesk(world, options);
  const { settings, book, plan } = desk;
  const drafted = await draftNotices(world, desk, options.dryRun);
  const path = outFolder(world, settings, options, 'notices');
  // A folder that was asked for by name may hold other things.
  const kind = options.out === undefined ? 'folder' : 'files';
  const drafts: WritePart = { kind, path, files: drafted.files };
  const recorded = recordNotices(book, plan.today, drafted.notices);
  const problems = [...desk.problems, ...drafted.problems];
  await conclude(world, options, {
    problems,
    view: noticesView(drafted.notices),
    parts: [
      ...(options.dryRun ? [] : [drafts]),
      ...(isRecording ? [bookPart(world, settings.folder, recorded)] : []),
    ],
  });
  if (!options.quiet && drafted.notices.length > 0) world.stderr.write(`${notAdvice}\n`);
  return viewExit(problems);
}

async function showCalendar(world: World, options: NoticeOptions): Promise<ExitCode> {
  const desk = await openDesk(world, options);
  await world.progress.step('looking for letters that are due');
  const entries = dueEntries(desk);
  const code = await showView(
    world,
    options,
    calendarView(entries, desk.plan.today),
    desk.problems,
  );
  if (!options.quiet && entries.length > 0) world.stderr.write(`${notAdvice}\n`);
  return code;
}

/** Copies the wording to edit; what is there already is kept, and looked through. */
async function copyTemplates(
  world: World,
  options: NoticeOptions,
  folder: string,
): Promise<ExitCode> {
  const { copyWording } = await import('../wording-files.ts');
  const path = world.disk.resolve(world.cwd, folder);
  const { files, kept, problems } = await copyWording(world, path);
  const parts: WritePart[] = options.dryRun ? [] : [{ kind: 'files', path, files }];
  await conclude(world, options, { problems, parts });
  const told = [
    `${files.length} templates written to ${folder}`,
    kept > 0 ? `${kept} kept as they are` : '',
  ].filter((part) => part !== '');
  const { folder: workspace } = readSettings(world, options);
  const named = JSON.stringify(world.disk.relative(workspace, path) || '.');
  const used = `Say in dropship.toml that they are used: [notices] templates = ${named}`;
  if (!options.quiet) world.stderr.write(`${told.join(', ')}.\n${used}\n${notAdvice}\n`);
  return problems.some(({ kind }) => severities[kind] !== 'note') ? 1 : 0;
}
