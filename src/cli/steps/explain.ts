import { nearest } from '../../model/nearest.ts';
import { explainSku } from '../../outputs/explain.ts';
import { explainOrder } from '../../outputs/explain-order.ts';
import { openDesk } from '../desk.ts';
import type { ViewOptions } from '../options.ts';
import { showView } from '../view-exit.ts';
import { cannotRun, type ExitCode, type World } from '../world.ts';

export async function explain(
  world: World,
  options: ViewOptions,
  [subject = '']: readonly string[],
): Promise<ExitCode> {
  const { book, input, plan, problems, settings } = await openDesk(world, options);
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
      close === undefined
        ? '"dropship classify --all" lists the SKUs, "dropship orders --all" the orders'
        : `did you mean "${close}"?`,
    );
  }
  const made = { input, plan };
  const view = planned
    ? explainSku(made, planned, settings.workspace.currency)
    : explainOrder(made, order ?? '', book);
  return showView(world, { ...options, quiet: true }, view, problems);
}
