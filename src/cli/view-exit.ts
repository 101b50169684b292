import { type Problem, severities } from '../model/problem.ts';
import type { ExitCode } from './world.ts';

/** A view needs a person when rows of the files that this very call read were left out. */
export function viewExit(problems: readonly Problem[]): ExitCode {
  return problems.some(
    ({ kind }) => severities[kind] === 'left-out' || severities[kind] === 'refused',
  )
    ? 1
    : 0;
}
