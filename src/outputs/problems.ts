import type { Place } from '../model/place.ts';
import type { Problem } from '../model/problem.ts';
import { severities } from '../model/problem.ts';
import { wordingOf } from './problem-texts.ts';
import { harmless } from './terminal.ts';
import type { View } from './view.ts';

const shownOfAKind = 3;

/** Problems for a person: the first few of a kind with their place, the rest counted. Without notes when asked for quiet. */
export function problemLines(problems: readonly Problem[], quiet = false): string[] {
  const groups = new Map<string, Problem[]>();
  for (const problem of problems) {
    if (quiet && severities[problem.kind] === 'note') continue;
    const key = `${problem.place.file}\0${problem.kind}`;
    groups.set(key, [...(groups.get(key) ?? []), problem]);
  }
  return [...groups.values()].flatMap((group) => {
    const lines = group
      .slice(0, shownOfAKind)
      .map((problem) => harmless(`${placeText(problem.place)}: ${wordingOf(problem).message}`));
    const more = group.length - shownOfAKind;
    if (more > 0) lines.push(`  … and ${more.toLocaleString('en-US')} more like it`);
    const [first] = group;
    const hint = first && wordingOf(first).hint;
    return hint === undefined ? lines : [...lines, harmless(`  hint: ${hint}`)];
  });
}

/** `stock.csv:4 (Qty)` */
export function placeText({ file, line, column }: Place): string {
  return `${file}${line === undefined ? '' : `:${line}`}${column === undefined ? '' : ` (${column})`}`;
}

/** All problems, for `--problems FILE`. */
export function problemsView(problems: readonly Problem[]): View {
  return {
    columns: ['file', 'line', 'column', 'kind', 'value', 'message', 'hint'],
    rows: problems.map((problem) => ({
      file: problem.place.file,
      line: problem.place.line,
      column: problem.place.column,
      kind: problem.kind,
      value: problem.value,
      ...wordingOf(problem),
    })),
    glance: [],
    whenEmpty: '',
  };
}
