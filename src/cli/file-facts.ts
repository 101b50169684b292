import { civilTime } from '../formats/zone.ts';
import type { Content } from '../model/content.ts';
import { type Day, dayOf, laterDay } from '../model/day.ts';
import type { Problem } from '../model/problem.ts';
import { watched } from './progress.ts';
import type { World } from './world.ts';

/** An input file with its content, as it will be known in the book. */
export interface InputFile {
  /** As seen from the workspace, or as the user named it. */
  readonly name: string;
  readonly content: Content;
  readonly asOf: Day;
  /** The date is that of the last change, not one in the name. */
  readonly undated: boolean;
  /** What tells the date where the name's may have its month first, `10-11-2026`; `asOf` has the day first. */
  readonly doubt?: { readonly monthFirst: Day; readonly changed: Day | undefined } | undefined;
}

/** Dates in a file's name, with the time behind: `2026-11-23`, `20261123_0700`, `2026-11-23T07-00-00`, `23.11.2026`. */
export const datesInName = (() => {
  const two = '[0-5]\\d';
  const clock = `(?:[01]\\d|2[0-3])[-_.:h]?${two}(?:[-_.:m]?${two}(?:[-_.]\\d{3})?)?`;
  const time = `(?:(?:[-_. ]?T|[-_. ]at[-_. ]|[-_. ])?${clock}Z?(?![-_.]?\\d))?`;
  const yearFirst = '(\\d{4})([-_.]?)(\\d{2})\\2(\\d{2})';
  const yearLast = '(\\d{2})([-_.])(\\d{2})[-_.](\\d{4})';
  return new RegExp(`(?<!\\d)(?:${yearFirst}|${yearLast})${time}(?!\\d)`, 'g');
})();

interface NamedDay {
  readonly day: Day | undefined;
  /** The day where the month comes first, if that may be meant. Before dots the day does. */
  readonly monthFirst?: Day | undefined;
}

/** The date that a file's name bears; the later one where it names the time from one to the other. */
function dayInName(name: string): NamedDay {
  const [first, ...others] = [...baseName(name).matchAll(datesInName)].flatMap(daysOf);
  if (!first || others.length === 0) return first ?? { day: undefined };
  return { day: [first, ...others].flatMap(({ day }) => day ?? []).reduce(laterDay) };
}

function daysOf(match: RegExpExecArray): NamedDay[] {
  const [, year, , month, day, a = '', sign, b = '', lastYear] = match;
  if (year !== undefined) return someDay(dayOf(Number(year), Number(month), Number(day)));
  const [dayFirst] = someDay(dayOf(Number(lastYear), Number(b), Number(a)));
  const other = sign === '.' ? undefined : dayOf(Number(lastYear), Number(a), Number(b));
  if (!dayFirst) return someDay(other);
  return [other === dayFirst.day ? dayFirst : { ...dayFirst, monthFirst: other }];
}

const someDay = (day: Day | undefined): NamedDay[] => (day === undefined ? [] : [{ day }]);

/** A supplier's name made from a file's: without ending and date; its folder's where nothing is left. */
export function supplierFromName(name: string): string {
  const stem = baseName(name).replace(/\.[a-z0-9]{1,5}$/i, '');
  const folder = name.split(/[\\/]/).at(-2);
  const undated = stem.replace(datesInName, '\0').replace(/(?:[-_. ]*\0[-_. ]*)+/, '-');
  return undated.replace(/^[-_. ]+|[-_. ]+$/g, '') || folder || stem;
}

function baseName(name: string): string {
  return name.split(/[\\/]/).at(-1) ?? name;
}

/** A file's content, with its name as problems and the book call it. */
export interface NamedContent {
  readonly name: string;
  readonly content: Content;
  /** Milliseconds since 1970; undefined for standard input. */
  readonly modified?: number | undefined;
}

/** Opens a file; standard input, which is read whole, for `-`. */
export async function openNamed(
  world: World,
  folder: string,
  path: string,
): Promise<NamedContent | Problem> {
  if (path === '-') return standardInput(world);
  const name = nameOf(world, folder, path);
  try {
    const opened = world.disk.open(world.disk.resolve(world.cwd, path));
    if (opened) return { name, ...opened, content: watched(world.progress, name, opened) };
    const isFolder = world.disk.isFolder(world.disk.resolve(world.cwd, path));
    const reason = isFolder ? 'it is a folder' : 'there is no such file';
    return { kind: 'file-unreadable', place: { file: name }, reason };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { kind: 'file-unreadable', place: { file: name }, reason };
  }
}

async function standardInput(world: World): Promise<NamedContent> {
  const name = 'standard input';
  await world.progress.step(`reading ${name}`);
  const content = await world.readStdin();
  return { name, content: watched(world.progress, name, { content, size: content.length }) };
}

/** Opens an input file with its date. One last changed after the day of the plan counts as of that day. */
export async function openInput(
  world: World,
  folder: string,
  path: string,
  today: Day,
  timezone: string,
): Promise<InputFile | Problem> {
  const opened = await openNamed(world, folder, path);
  if ('kind' in opened) return opened;
  const { name, content, modified } = opened;
  const { day, monthFirst } = dayInName(name);
  const changed =
    modified === undefined ? undefined : (civilTime(modified, timezone).slice(0, 10) as Day);
  if (day !== undefined || changed === undefined) {
    const doubt = monthFirst && { monthFirst, changed };
    return { name, content, asOf: day ?? today, undated: false, doubt };
  }
  return { name, content, asOf: changed > today ? today : changed, undated: true };
}

/** Files in the workspace are named from there, so that the book may move with it; others by their own name. */
export function nameOf(world: World, folder: string, path: string): string {
  const relative = world.disk.relative(folder, world.disk.resolve(world.cwd, path));
  const isOutside = relative.startsWith('..') || /^([a-z]:|\/)/i.test(relative);
  return isOutside ? baseName(path) : relative;
}
