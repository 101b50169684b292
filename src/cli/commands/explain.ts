import type { CommandSpec } from '../command.ts';
import { type ViewOptions, withCommon, withOneOff } from '../options.ts';
import { viewExit } from '../view-exit.ts';
import { cannotRun } from '../world.ts';

export const explain: CommandSpec<ViewOptions> = {
  name: 'explain',
  usage: 'explain <sku|order>',
  summary: 'which rule gave a SKU its status or an order its date, on which inputs',
  examples: [
    ['dropship explain TENT-2P', 'a SKU'],
    ['dropship explain 1001', 'an order; 1001 finds #1001'],
  ],
  declare: (command) => withOneOff(withCommon(command)),
  async run(world, options, [subject = '']) {
    const { openDesk } = await import('../desk.ts');
    const { explainOrder, explainSku } = await import('../../outputs/explain.ts');
    const { nearest } = await import('../../model/nearest.ts');
    const { printProblems, printView } = await import('../print.ts');
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
  },
};
