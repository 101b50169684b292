import { questionsView } from '../../outputs/supplier-messages.ts';
import type { SuppliersOptions } from '../commands/suppliers.ts';
import { openDesk } from '../desk.ts';
import { outFolder } from '../out-folder.ts';
import { conclude } from '../print.ts';
import { orderFromSuppliers } from '../purchase-orders.ts';
import { draftMessages } from '../supplier-messages.ts';
import { viewExit } from '../view-exit.ts';
import type { ExitCode, World, WritePart } from '../world.ts';

export async function suppliers(world: World, options: SuppliersOptions): Promise<ExitCode> {
  if (options.messages) return messages(world, options);
  return orderFromSuppliers(world, options);
}

/** What to ask suppliers: the index is shown, the drafts are written. */
async function messages(world: World, options: SuppliersOptions): Promise<ExitCode> {
  const desk = await openDesk(world, options);
  const { questions, files } = draftMessages(desk, options);
  const path = outFolder(world, desk.settings, options, 'suppliers');
  const drafts: WritePart = { kind: 'files', path, files };
  await conclude(world, options, {
    problems: desk.problems,
    view: questionsView(questions),
    parts: options.dryRun ? [] : [drafts],
  });
  return viewExit(desk.problems);
}
