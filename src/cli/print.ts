import type { Problem } from '../model/problem.ts';
import { toCsv } from '../outputs/csv.ts';
import type { FormatName } from '../outputs/format-names.ts';
import { formatNames } from '../outputs/format-names.ts';
import { render } from '../outputs/formats.ts';
import { painter } from '../outputs/paint.ts';
import { problemLines, problemsView } from '../outputs/problems.ts';
import type { View } from '../outputs/view.ts';
import type { CommonOptions } from './options.ts';
import type { World } from './world.ts';

/** Prints a view to where it is wanted, in the format that is wanted. */
export async function printView(world: World, options: CommonOptions, view: View): Promise<void> {
  const file = options.output === '-' ? undefined : options.output;
  const forTerminal = file === undefined && world.stdout.isTerminal;
  const text = await render(view, {
    format: options.format ?? formatOf(file) ?? (forTerminal ? 'table' : 'csv'),
    flavour: flavourOf(options),
    width: file === undefined ? world.stdout.width : fileWidth,
    paint: painter(world.stdout.colour && file === undefined),
    forTerminal,
  });
  if (file === undefined) world.stdout.write(text);
  else writeText(world, file, text);
}

/** Columns of a table that goes to a file. */
const fileWidth = 160;

function flavourOf({ excel, excelEu }: CommonOptions): 'plain' | 'excel' | 'excel-eu' {
  if (excelEu) return 'excel-eu';
  return excel ? 'excel' : 'plain';
}

function writeText(world: World, file: string, text: string): void {
  world.disk.writeFile(world.disk.resolve(world.cwd, file), new TextEncoder().encode(text));
}

function formatOf(file: string | undefined): FormatName | undefined {
  const ending = file?.split('.').at(-1)?.toLowerCase();
  if (ending === 'txt') return 'table';
  return formatNames.find((name) => name === ending);
}

/** Tells the problems on stderr, and all of them to the file that was asked for. */
export async function printProblems(
  world: World,
  options: CommonOptions,
  problems: readonly Problem[],
): Promise<void> {
  if (options.problems !== undefined) {
    const flavour = options.excelEu ? 'excel-eu' : 'excel';
    const text = toCsv(problemsView(problems), ',', flavour);
    writeText(world, options.problems, text);
  }
  if (problems.length === 0) return;
  world.stderr.write(`${problemLines(problems, options.quiet === true).join('\n')}\n`);
}
