import { costsView } from '../../outputs/supplier-costs.ts';
import { questionsView } from '../../outputs/supplier-messages.ts';
import { riskView } from '../../outputs/supplier-risk.ts';
import { evidenceHint, exposureText, suppliersView } from '../../outputs/suppliers.ts';
import { compareCosts } from '../../plan/compare-costs.ts';
import { exposureOf } from '../../plan/sourcing.ts';
import { scorecards } from '../../suppliers/scorecard.ts';
import type { SuppliersOptions } from '../commands/suppliers.ts';
import { type Desk, openDesk } from '../desk.ts';
import { outFolder } from '../out-folder.ts';
import { conclude } from '../print.ts';
import { orderFromSuppliers } from '../purchase-orders.ts';
import { draftMessages } from '../supplier-messages.ts';
import { showView, viewExit } from '../view-exit.ts';
import type { ExitCode, World, WritePart } from '../world.ts';

const usualMinMargin = 0.15;

export async function suppliers(world: World, options: SuppliersOptions): Promise<ExitCode> {
  if (options.purchaseOrders) return orderFromSuppliers(world, options);
  const desk = await openDesk(world, options);
  if (options.messages) return showMessages(world, options, desk);
  return options.costs ? showCosts(world, options, desk) : showCards(world, options, desk);
}

async function showCosts(
  world: World,
  options: SuppliersOptions,
  { plan, problems, settings }: Desk,
): Promise<ExitCode> {
  const { currency, policy } = settings.workspace;
  const comparisons = compareCosts(plan, {
    currency,
    maxWaitDays: policy.backorderMaxWaitDays,
    marginLimit: options.minMargin ?? usualMinMargin,
  });
  return showView(world, options, costsView(comparisons), problems);
}

/** What is to be said of all suppliers together goes beside the table, not into it. */
async function showCards(
  world: World,
  options: SuppliersOptions,
  { plan, problems, settings }: Desk,
): Promise<ExitCode> {
  const exposure = exposureOf(plan, settings.workspace.currency);
  const cards = options.risk ? [] : scorecards(plan.evidence);
  const view = options.risk ? riskView(plan, exposure) : suppliersView(cards, exposure);
  const code = await showView(world, options, view, problems);
  const words = [evidenceHint(cards), exposureText(exposure)].filter((one) => one !== undefined);
  if (!options.quiet) world.stderr.write(`${words.join('\n')}\n`);
  return code;
}

/** What to ask suppliers: the index is shown, the drafts are written. */
async function showMessages(
  world: World,
  options: SuppliersOptions,
  desk: Desk,
): Promise<ExitCode> {
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
