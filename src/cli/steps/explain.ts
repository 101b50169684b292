import { nearest } from '../../model/nearest.ts';
import { explainOrder, explainSku } from '../../outputs/explain.ts';
import { openDesk } from '../desk.ts';
import type { ViewOptions } from '../options.ts';
import { printProblems, printView } from '../print.ts';
import { viewExit } from '../view-exit.ts';
import { cannotRun, type ExitCode, type World } from '../world.ts';

export async function explain(
  world: World,
  options: ViewOptions,
  [subject = '']: readonly string[],
): Promise<ExitCode> {
  const { book, plan, problems, settings } = await openDesk(world, options);
  const planned = plan.skus.find(({ sku }) => sku === subject);
  const order = book.lines.find(
    ({ orderId }) => orderId !== '' && (orderId === subject || orderId === `#${subject}`),
  )?.orderId;
  if (!planned && order === undefined) {
    const close = nearest(subject, [
      ...plan.skus.map(({ sku }) => sku),
      ...book.lines.map(({ orderId }) => orderId),
    ]);
    throw cannotRun(
      `no SKU and no order is called "${subject}"`,
      close === undefined ? undefined : `did you mean "${close}"?`,
    );
  }
  await printProblems(world, { ...options, quiet: true }, problems);
  const promise = settings.workspace.store.orderPromise;
  await printView(
    world,
    options,
    planned ? explainSku(plan, planned) : explainOrder(plan, order ?? '', promise),
  );
  return viewExit(problems);
}
