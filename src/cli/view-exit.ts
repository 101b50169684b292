import type { Problem } from '../model/problem.ts';
import { severities } from '../model/severity.ts';
import type { View } from '../outputs/view.ts';
import type { CommonOptions } from './options.ts';
import { conclude } from './print.ts';
import type { ExitCode, World } from './world.ts';

/** A view needs a person when rows of the files that this very call read were left out. */
export function viewExit(problems: readonly Problem[]): ExitCode {
  return problems.some(
    ({ kind }) => severities[kind] === 'left-out' || severities[kind] === 'refused',
  )
    ? 1
    : 0;
}

/** Shows a view with the problems met on the way to it. */
export async function showView(
  world: World,
  options: CommonOptions,
  view: View,
  problems: readonly Problem[],
): Promise<ExitCode> {
  await conclude(world, options, { view, problems });
  return viewExit(problems);
}
