import { recordNotices } from '../../book/record.ts';
import { noticesView } from '../../outputs/notices.ts';
import { saveBook, withLock } from '../book-file.ts';
import type { NoticeOptions } from '../commands/notices.ts';
import { isOneOff, openDesk } from '../desk.ts';
import { draftNotices } from '../notice-files.ts';
import { outFolder } from '../out-folder.ts';
import { printProblems, printView } from '../print.ts';
import { readSettings } from '../settings.ts';
import { viewExit } from '../view-exit.ts';
import type { ExitCode, World } from '../world.ts';

export async function notices(world: World, options: NoticeOptions): Promise<ExitCode> {
  const recording = !options.dryRun && !isOneOff(options);

  const work = async () => {
    const desk = await openDesk(world, options);
    const drafted = draftNotices(desk);
    const folder = outFolder(world, desk.settings, options, 'notices');
    if (!options.dryRun) {
      for (const { path, bytes } of drafted.files)
        world.disk.writeFile(world.disk.resolve(folder, path), bytes);
    }
    if (recording)
      saveBook(
        world,
        desk.settings.folder,
        recordNotices(desk.book, desk.plan.today, drafted.notices),
      );
    const problems = [...desk.problems, ...drafted.problems];
    await printProblems(world, options, problems);
    await printView(world, options, noticesView(drafted.notices));
    return viewExit(problems);
  };
  return recording ? withLock(world, readSettings(world, options).folder, work) : work();
}
