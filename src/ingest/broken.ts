import type { Problem } from '../model/problem.ts';
import { severities } from '../model/severity.ts';

/** A file that breaks off in the middle is not half a truth: the rows before the break are not used. */
export function isBroken(problem: Problem): boolean {
  return severities[problem.kind] === 'refused';
}
