import { datesInName } from './file-facts.ts';

/**
 * A pattern that takes in tomorrow's files too, where it takes in no file of another kind; else the files by name. One that
 * takes in all of a folder must not take in what was not recognised there, either.
 */
export function patternsFor(
  names: readonly string[],
  all: readonly string[],
  unread: readonly string[] = [],
): string[] {
  const patterns = [...new Set(names.map(patternOf))];
  const takesAll = patterns.some((pattern) => /(?:^|\/)\*\.[^/]*$/.test(pattern));
  const others = [...all, ...(takesAll ? unread : [])].filter((file) => !names.includes(file));
  const greedy = patterns.some((pattern) => others.some((file) => fits(pattern, file)));
  return greedy ? names.map(literally) : patterns;
}

/** What is another in the next file's name, beside the date: `Nov-23-2026`, `2026-11`, numbers of reports, `_1`, ` (2)`. */
const changing =
  /(?<![\p{L}\p{N}])\p{L}{3,9}[-_. ]\d{1,2}[-_. ]\d{4}(?!\d)|(?<!\d)\d{4}-\d{2}(?!\d)|\d{4,}|\s*\(\d{1,3}\)$|[-_. ]\d{1,3}$/gu;

/** `inbox/acme-2026-11-23.csv` → `inbox/acme*.csv` */
function patternOf(file: string): string {
  const slash = file.lastIndexOf('/') + 1;
  const dot = file.lastIndexOf('.');
  const name = file
    .slice(slash, dot)
    .replace(datesInName, '*')
    .replace(changing, '*')
    .replace(/[-_. ]*\*[-_. \d*]*/g, '*');
  const stem = name.includes('*') ? name : `${name}*`;
  return [file.slice(0, slash), stem, file.slice(dot)].map(literally).join('');
}

/** A name as a pattern: signs to which patterns give a meaning, but the star, match as any sign. */
function literally(name: string): string {
  return name.replace(/[^\p{L}\p{N}/_. *-]/gu, '?');
}

function fits(pattern: string, file: string): boolean {
  const source = pattern.replace(/[.]/g, '\\.').replaceAll('?', '[^/]').replaceAll('*', '[^/]*');
  return new RegExp(`^${source}$`, 'iu').test(file);
}
