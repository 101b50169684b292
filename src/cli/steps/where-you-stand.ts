import { emptyBook } from '../../book/book.ts';
import { heldLine, statusTable } from '../../outputs/summary.ts';
import { openBook } from '../book-file.ts';
import { planFrom } from '../desk.ts';
import { standingHolds } from '../held-back.ts';
import { ingestInto } from '../ingesting.ts';
import { configName, readSettings } from '../settings.ts';
import { openShop } from '../shop.ts';
import type { ExitCode, World } from '../world.ts';

/** `dropship` alone: in a workspace where you stand and the next step; undefined elsewhere. */
export async function whereYouStand(
  world: World,
  workspace: string,
): Promise<ExitCode | undefined> {
  const folder = world.disk.resolve(world.cwd, workspace);
  if (!world.disk.isFile(world.disk.resolve(folder, configName))) return undefined;
  const settings = readSettings(world, { workspace });
  const book = await openBook(world, settings.folder);
  const fresh = await ingestInto(world, settings, book ?? emptyBook);
  const waiting = fresh.read.length;
  if (!book) {
    world.stdout.write(
      `${settings.workspace.store.name}: ${waiting} file${waiting === 1 ? ' waits' : 's wait'} in the inbox and nothing has been read yet.\nNext: dropship run\n`,
    );
    return 0;
  }
  const { plan } = planFrom(settings, book, await openShop(world, settings, {}), []);
  const today = world.disk.isFolder(world.disk.resolve(settings.folder, `out/${settings.today}`));
  const next =
    waiting > 0
      ? `${waiting} new file${waiting === 1 ? ' waits' : 's wait'} in the inbox. Next: dropship run`
      : today
        ? `Today's files are in out/${settings.today}.`
        : 'Next: dropship run';
  const held = standingHolds(book, settings).map((one) => `Needs you: ${heldLine(one)}`);
  const lines = [statusTable(settings.workspace.store.name, plan), ...held, next];
  world.stdout.write(`${lines.join('\n')}\n`);
  return 0;
}
