import type { Problem } from '../model/problem.ts';
import type { FormatName } from '../outputs/format-names.ts';
import { formatNames } from '../outputs/format-names.ts';
import type { View } from '../outputs/view.ts';
import type { CommonOptions } from './options.ts';
import type { World } from './world.ts';

/** Prints a view to where it is wanted, in the format that is wanted. */
export async function printView(world: World, options: CommonOptions, view: View): Promise<void> {
  const { render } = await import('../outputs/formats.ts');
  const { painter } = await import('../outputs/paint.ts');
  const toFile = options.output !== undefined && options.output !== '-';
  const format =
    options.format ??
    formatOf(options.output) ??
    (world.stdout.isTerminal && !toFile ? 'table' : 'csv');
  const text = await render(view, {
    format,
    flavour: options.excelEu ? 'excel-eu' : options.excel ? 'excel' : 'plain',
    width: toFile ? 160 : world.stdout.width,
    paint: painter(world.stdout.colour && !toFile),
    forTerminal: world.stdout.isTerminal && !toFile,
  });
  if (toFile)
    world.disk.writeFile(
      world.disk.resolve(world.cwd, options.output ?? ''),
      new TextEncoder().encode(text),
    );
  else world.stdout.write(text);
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
    const { toCsv } = await import('../outputs/csv.ts');
    const { problemsView } = await import('../outputs/problems.ts');
    const flavour = options.excelEu ? 'excel-eu' : 'excel';
    const text = toCsv(problemsView(problems), ',', flavour);
    world.disk.writeFile(
      world.disk.resolve(world.cwd, options.problems),
      new TextEncoder().encode(text),
    );
  }
  if (problems.length === 0) return;
  const { problemLines } = await import('../outputs/problems.ts');
  world.stderr.write(`${problemLines(problems, options.quiet === true).join('\n')}\n`);
}
