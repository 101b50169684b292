import { recordNotices } from '../../book/record.ts';
import { noticesView } from '../../outputs/notices.ts';
import { bookPart, withLock } from '../book-file.ts';
import type { NoticeOptions } from '../commands/notices.ts';
import { isOneOff, openDesk } from '../desk.ts';
import { draftNotices } from '../notice-files.ts';
import { outFolder } from '../out-folder.ts';
import { conclude } from '../print.ts';
import { readSettings } from '../settings.ts';
import { viewExit } from '../view-exit.ts';
import type { ExitCode, World, WritePart } from '../world.ts';

export async function notices(world: World, options: NoticeOptions): Promise<ExitCode> {
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
  const drafted = draftNotices(desk);
  const path = outFolder(world, settings, options, 'notices');
  const drafts: WritePart = { kind: 'files', path, files: drafted.files };
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
  return viewExit(problems);
}
