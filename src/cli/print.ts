import type { Problem } from '../model/problem.ts';
import { toCsv } from '../outputs/csv.ts';
import { type FormatName, formatNames } from '../outputs/format-names.ts';
import { render } from '../outputs/formats.ts';
import { painter } from '../outputs/paint.ts';
import { inWords, problemLines, problemsView } from '../outputs/problems.ts';
import type { View } from '../outputs/view.ts';
import type { CommonOptions } from './options.ts';
import type { World, WritePart } from './world.ts';

/** What a command has made. */
export interface Result {
  readonly problems: readonly Problem[];
  /** Those of the problems that are told on stderr; all of them, when not said otherwise. */
  readonly told?: readonly Problem[];
  readonly view?: View;
  /** Files beside those that the options ask for. */
  readonly parts?: readonly WritePart[];
}

/** Ends a command: first everything is written, or nothing; then the problems are told and the view is shown. */
export async function conclude(
  world: World,
  options: CommonOptions,
  result: Result,
): Promise<void> {
  const { problems, told = problems, view, parts = [] } = result;
  const file = options.output === '-' ? undefined : options.output;
  const shown = view && (await show(world, options, view, file));
  world.disk.write([
    ...parts,
    ...problemsPart(world, options, problems),
    ...(shown !== undefined && file !== undefined ? [filePart(world, file, shown)] : []),
  ]);
  const lines = problemLines(told, options.quiet);
  if (lines.length > 0) world.stderr.write(`${lines.join('\n')}\n`);
  if (shown !== undefined && file === undefined) world.stdout.write(shown);
}

function show(
  world: World,
  options: CommonOptions,
  view: View,
  file: string | undefined,
): Promise<string> {
  const forTerminal = file === undefined && world.stdout.isTerminal;
  return render(view, {
    format: options.format ?? formatOf(file) ?? (forTerminal ? 'table' : 'csv'),
    // A terminal shows; what goes to a spreadsheet goes through a file or a pipe.
    flavour: forTerminal ? 'plain' : flavourOf(options),
    width: file === undefined ? world.stdout.width : fileWidth,
    paint: painter(world.stdout.colour && file === undefined),
    forTerminal,
  });
}

/** Columns of a table that goes to a file. */
const fileWidth = 160;

function flavourOf({ excel, excelEu }: CommonOptions): 'plain' | 'excel' | 'excel-eu' {
  if (excelEu) return 'excel-eu';
  return excel ? 'excel' : 'plain';
}

function formatOf(file: string | undefined): FormatName | undefined {
  const ending = file?.split('.').at(-1)?.toLowerCase();
  if (ending === 'txt') return 'table';
  return formatNames.find((name) => name === ending);
}

function problemsPart(
  world: World,
  options: CommonOptions,
  problems: readonly Problem[],
): WritePart[] {
  if (options.problems === undefined) return [];
  const text = toCsv(
    problemsView(problems.map(inWords)),
    ',',
    options.excelEu ? 'excel-eu' : 'excel',
  );
  return [filePart(world, options.problems, text)];
}

/** A single file, named as the user would. */
function filePart(world: World, file: string, text: string): WritePart {
  const path = world.disk.resolve(world.cwd, file);
  const folder = world.disk.resolve(path, '..');
  const bytes = new TextEncoder().encode(text);
  return {
    kind: 'files',
    path: folder,
    files: [{ path: world.disk.relative(folder, path), bytes }],
  };
}
