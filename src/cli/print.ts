import type { Problem } from '../model/problem.ts';
import { toCsv } from '../outputs/csv.ts';
import { type FormatName, formatNames } from '../outputs/format-names.ts';
import { render } from '../outputs/formats.ts';
import { painter } from '../outputs/paint.ts';
import { inWords, problemLines, problemsView } from '../outputs/problems.ts';
import type { View } from '../outputs/view.ts';
import type { Sheet } from '../outputs/workbook.ts';
import type { CommonOptions } from './options.ts';
import { cannotRun, type World, type WritePart } from './world.ts';

/** What a command has made. */
export interface Result {
  readonly problems: readonly Problem[];
  /** Those of the problems that are told on stderr; all of them, when not said otherwise. */
  readonly told?: readonly Problem[];
  readonly view?: View;
  /** In place of a view: a text that has one form only. */
  readonly page?: string;
  /** Files beside those that the options ask for. */
  readonly parts?: readonly WritePart[];
  /** What of those files found no room in a workbook, a sentence each. */
  readonly lost?: readonly string[];
}

/** Ends a command: first everything is written, or nothing; then the problems are told and the view is shown. */
export async function conclude(
  world: World,
  options: CommonOptions,
  result: Result,
): Promise<void> {
  const { problems, told = problems, view, page, parts = [], lost = [] } = result;
  const file = options.output === '-' ? undefined : options.output;
  const shown =
    page === undefined ? view && (await show(world, options, view, file)) : { content: page };
  const listed = await problemsContent(options, problems);
  world.disk.write([
    ...parts,
    ...filePart(world, options.problems, listed),
    ...filePart(world, file, shown),
  ]);
  const left = [...lost, ...lostOf(listed), ...lostOf(shown)];
  const lines = [...problemLines(told, options.quiet), ...left];
  if (lines.length > 0) world.stderr.write(`${lines.join('\n')}\n`);
  if (shown !== undefined && file === undefined) world.stdout.write(shown.content);
}

/** What goes to a file or the screen, and what of it found no room there. */
interface Content<Form = string | Uint8Array> {
  readonly content: Form;
  readonly lost?: readonly string[];
}

function lostOf(made: Content | undefined): readonly string[] {
  return made?.lost ?? [];
}

async function show(
  world: World,
  options: CommonOptions,
  view: View,
  file: string | undefined,
): Promise<Content> {
  const forTerminal = file === undefined && world.stdout.isTerminal;
  const format = options.format ?? formatOf(file) ?? (forTerminal ? 'table' : 'csv');
  if (format === 'xlsx') {
    if (forTerminal) {
      throw cannotRun(
        'a workbook cannot be shown in a terminal',
        `give it a file: -o ${options.command}.xlsx`,
      );
    }
    return onlySheet(options.command, view);
  }
  await world.progress.step('making the table');
  const content = await render(view, {
    format,
    // A terminal shows; what goes to a spreadsheet goes through a file or a pipe.
    flavour: forTerminal ? 'plain' : flavourOf(options),
    width: file === undefined ? world.stdout.width : fileWidth,
    paint: painter(world.stdout.colour && file === undefined),
    forTerminal,
  });
  return { content };
}

/** Without content where the tables are too large. The library is loaded only when a workbook is wanted. */
export async function workbook(sheets: readonly Sheet[]): Promise<Partial<Content<Uint8Array>>> {
  const { toWorkbook } = await import('../outputs/workbook.ts');
  const { bytes, lost } = await toWorkbook(sheets);
  return bytes === undefined ? { lost } : { content: bytes, lost };
}

async function onlySheet(name: string, view: Sheet['view']): Promise<Content> {
  const { content, lost = [] } = await workbook([{ name, view }]);
  if (content === undefined) throw cannotRun(lost.join('\n'), 'CSV holds any number: -f csv');
  return { content, lost };
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

/** A list of problems is for a spreadsheet, in whatever format. */
async function problemsContent(
  options: CommonOptions,
  problems: readonly Problem[],
): Promise<Content | undefined> {
  if (options.problems === undefined) return undefined;
  const view = problemsView(problems.map(inWords));
  if (formatOf(options.problems) === 'xlsx') return onlySheet('problems', view);
  return { content: toCsv(view, ',', options.excelEu ? 'excel-eu' : 'excel') };
}

/** A single file, named as the user would; none without a name or without anything to write. */
function filePart(world: World, file: string | undefined, made: Content | undefined): WritePart[] {
  if (file === undefined || made === undefined) return [];
  const path = world.disk.resolve(world.cwd, file);
  const folder = world.disk.resolve(path, '..');
  const { content } = made;
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return [
    {
      kind: 'files',
      path: folder,
      files: [{ path: world.disk.relative(folder, path), bytes }],
    },
  ];
}
