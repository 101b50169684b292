import type { CommandSpec } from '../command.ts';
import { type ViewOptions, withCommon, withOneOff } from '../options.ts';
import { viewExit } from '../view-exit.ts';

interface NoticeOptions extends ViewOptions {
  readonly dryRun?: boolean;
}

export const notices: CommandSpec<NoticeOptions> = {
  name: 'notices',
  usage: 'notices',
  summary: 'drafts for the customers whose goods ship later than promised',
  examples: [
    ['dropship notices', 'drafts into out/<today>/notices, their index on the screen'],
    ['dropship notices --dry-run', 'only the index; nothing is written or recorded'],
  ],
  declare: (command) =>
    withOneOff(withCommon(command)).option('--dry-run', 'write and record nothing'),
  async run(world, options) {
    const { isOneOff, openDesk } = await import('../desk.ts');
    const { draftNotices } = await import('../notice-files.ts');
    const { saveBook, withLock } = await import('../book-file.ts');
    const { recordNotices } = await import('../../book/record.ts');
    const { noticesView } = await import('../../outputs/notices.ts');
    const { outFolder } = await import('../out-folder.ts');
    const { readSettings } = await import('../settings.ts');
    const { printProblems, printView } = await import('../print.ts');
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
  },
};
