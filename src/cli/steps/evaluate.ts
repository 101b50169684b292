import { standingAt } from '../../book/answers.ts';
import { knownOn } from '../../book/known-on.ts';
import { evaluate as evaluateHistory } from '../../evaluate/evaluate.ts';
import type { History } from '../../evaluate/past-input.ts';
import { replay } from '../../evaluate/replay.ts';
import { evaluationView } from '../../outputs/evaluate.ts';
import { conclusionWords } from '../../outputs/evaluate-words.ts';
import { replayView, replayWords } from '../../outputs/replay.ts';
import type { EvaluateOptions } from '../commands/evaluate.ts';
import { allTerms, type Desk, openDesk } from '../desk.ts';
import { withPolicyOf } from '../other-policy.ts';
import { showView } from '../view-exit.ts';
import type { ExitCode, World } from '../world.ts';

export async function evaluate(world: World, options: EvaluateOptions): Promise<ExitCode> {
  const desk = await openDesk(world, options);
  if (options.replay !== undefined) return showReplay(world, options, desk, options.replay);
  await world.progress.step('judging the past');
  const evaluation = evaluateHistory(historyOf(desk));
  const code = await showView(world, options, evaluationView(evaluation), desk.problems);
  say(world, options, evaluation.conclusions.map(conclusionWords));
  return code;
}

async function showReplay(
  world: World,
  options: EvaluateOptions,
  desk: Desk,
  file: string,
): Promise<ExitCode> {
  const { settings, book, problems } = desk;
  const workspace = withPolicyOf(world, settings, file);
  const rules = { policy: workspace.policy, terms: allTerms({ ...settings, workspace }, book) };
  await world.progress.step('planning the past again');
  const compared = replay(historyOf(desk), rules);
  const code = await showView(world, options, replayView(compared), problems);
  say(world, options, replayWords(compared));
  return code;
}

/** What there is to say goes beside the table, not into it. */
function say(world: World, { quiet }: EvaluateOptions, sentences: readonly string[]): void {
  if (!quiet && sentences.length > 0) world.stderr.write(`${sentences.join('\n')}\n`);
}

/** All that is evaluated, and what past days are planned from. */
function historyOf({ book, input, plan, told }: Desk): History {
  return {
    input,
    lines: plan.lines,
    told,
    plan,
    events: book.events,
    standingOn: (day) => standingAt(knownOn(book, day), day),
  };
}
