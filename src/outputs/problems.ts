import { groupBy } from '../model/group-by.ts';
import type { Place } from '../model/place.ts';
import type { Problem } from '../model/problem.ts';
import { severities } from '../model/severity.ts';
import { wordingOf } from './problem-texts.ts';
import { harmless } from './terminal.ts';
import type { View } from './view.ts';

const shownOfAKind = 3;

/** Problems for a person: the first few of a kind with their place, the rest counted. Without notes when asked for quiet. */
export function problemLines(problems: readonly Problem[], quiet = false): string[] {
  const told = quiet ? problems.filter(({ kind }) => severities[kind] !== 'note') : problems;
  const groups = groupBy(told, ({ place, kind }) => `${place.file}\0${kind}`);
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

const columns = ['file', 'line', 'column', 'kind', 'value', 'message', 'hint'] as const;

/** A problem in words, every cell as text. */
export function inWords(problem: Problem): {
  readonly [column in (typeof columns)[number]]: string;
} {
  const { place, kind, value = '' } = problem;
  const { message, hint = '' } = wordingOf(problem);
  const { file, line, column = '' } = place;
  return { file, line: String(line ?? ''), column, kind, value, message, hint };
}

/** Problems as a file, for `--problems FILE`. */
export function problemsView(problems: readonly ReturnType<typeof inWords>[]): View {
  const rows = problems.map((problem) => ({
    ...problem,
    line: problem.line === '' ? undefined : Number(problem.line),
  }));
  return { columns, rows, glance: [], whenEmpty: '' };
}
