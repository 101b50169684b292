import { costsView } from '../../outputs/supplier-costs.ts';
import { riskView } from '../../outputs/supplier-risk.ts';
import { evidenceHint, exposureText, suppliersView } from '../../outputs/suppliers.ts';
import { compareCosts } from '../../plan/compare-costs.ts';
import { exposureOf } from '../../plan/sourcing.ts';
import { scorecards } from '../../suppliers/scorecard.ts';
import type { SuppliersOptions } from '../commands/suppliers.ts';
import { type Desk, openDesk } from '../desk.ts';
import { showView } from '../view-exit.ts';
import type { ExitCode, World } from '../world.ts';

const usualMinMargin = 0.15;

export async function suppliers(world: World, options: SuppliersOptions): Promise<ExitCode> {
  const desk = await openDesk(world, options);
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
