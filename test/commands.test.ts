import { cpSync, readdirSync, readFileSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { Command, CommanderError } from 'commander';
import { describe, expect, it } from 'vitest';
import { commandTree } from '../src/cli/command-tree.ts';
import { commands } from '../src/cli/commands/index.ts';
import { dropship, folderWith, projectFolder, sampleShop } from './rig.ts';
import { nodes, partsOf, sourceTrees } from './source-texts.ts';

// Every command line that a page or the program itself names is one that the program takes: what stands in ```console
// is run by pages.test.ts, what stands in ```sh is run here, the others are parsed by the options that are declared.

const pages = [
  'README.md',
  ...readdirSync(join(projectFolder, 'docs')).map((name) => `docs/${name}`),
].map((page) => ({ page, text: readFileSync(join(projectFolder, page), 'utf8') }));

/** The words of a command line up to a pipe, a redirection or a comment. */
function wordsOf(line: string): string[] {
  const [own = ''] = line.split(/ (?:\||#|2?>) ?/, 1);
  return (own.match(/"[^"]*"|'[^']*'|\S+/g) ?? []).map((word) => word.replace(/^["']|["']$/g, ''));
}

/** Why the program would not take a command line; undefined where it would. */
function refusal([program, ...argv]: readonly string[]): string | undefined {
  if (program !== 'dropship') return `"${program}" is not dropship`;
  const quiet = { writeOut: () => {}, writeErr: () => {} };
  const root = commandTree('0').exitOverride().configureOutput(quiet);
  for (const command of root.commands)
    command
      .exitOverride()
      .configureOutput(quiet)
      .action(() => {});
  try {
    root.parse(argv, { from: 'user' });
    return undefined;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? undefined : error.message;
  }
}

/** Placeholders of running text as a person would fill them in. */
function filledIn(line: string): string {
  return line.replace(/\bCOMMAND\b/, 'classify').replace(/ …$/, '');
}

/** The command lines in running text: whole in backticks or quotes, or begun by a command's name and an option. */
function named(text: string): string[] {
  const running = text.replace(/^```[\s\S]*?^```$/gm, '');
  const spans = [...running.matchAll(/`([^`\n]+)`/g)].map(([, span = '']) => span);
  const names = commands.map(({ name }) => name).join('|');
  return [
    ...spans.filter((span) => /^dropship [\w-]/.test(span)),
    ...[...running.matchAll(/"(dropship [^"\n]+)"/g)].map(([, line = '']) => line),
    ...spans
      .filter((span) => new RegExp(`^(${names}) -`).test(span))
      .map((span) => `dropship ${span}`),
  ];
}

describe('the check of command lines', () => {
  it.each([
    ['dropship clasify', /unknown command/],
    ['dropship classify --strategie', /unknown option/],
    ['dropship classify -f pdf', /Allowed choices/],
    ['dropship suppliers --risk --costs', /cannot be used/],
    ['dropship explain', /missing required argument/],
    ['dropship run shop', /too many arguments/],
  ])('finds what is wrong with %s', (line, why) => {
    expect(refusal(wordsOf(line))).toMatch(why);
  });

  it('lets through what is right', () => {
    expect(refusal(wordsOf('dropship classify -f json | jq ".[]"'))).toBeUndefined();
    expect(refusal(wordsOf('dropship run --help # what it takes'))).toBeUndefined();
  });
});

describe.each(pages)('$page', ({ text }) => {
  it('names only commands and options that there are', () => {
    const lines = named(text).map(filledIn);
    const wrong = lines.map((line) => ({ line, why: refusal(wordsOf(line)) }));
    // Running text may speak of an option without its value.
    const isOnlyNamed = (why = '') => why.endsWith('argument missing');
    expect(wrong.filter(({ why }) => why !== undefined && !isOnlyNamed(why))).toEqual([]);
  });

  it('names only options that a command has', () => {
    const known = commands.flatMap(({ declare }) =>
      declare(new Command()).options.map(({ long }) => long),
    );
    // Of npm, systemd and vitest.
    const others = ['--user', '--now', '--seed', '--write', '--help', '--version'];
    const running = text.replace(/^```[\s\S]*?^```$/gm, '');
    const options = [...running.matchAll(/(?<=[`\s/(])--[a-z][a-z-]*/g)].map(([option]) => option);
    expect(options.filter((one) => !known.includes(one) && !others.includes(one))).toEqual([]);
  });
});

it('README has a row for every command', () => {
  const [readme] = pages;
  const rows = [...(readme?.text.matchAll(/^\| `([a-z]+)[^`]*` \|/gm) ?? [])].map(([, one]) => one);
  expect(rows.toSorted()).toEqual(commands.map(({ name }) => name).toSorted());
});

it('the program names only command lines that it takes', () => {
  // What is filled in is a word.
  const texts = sourceTrees()
    .flatMap(({ tree }) => nodes(tree))
    .flatMap((node) => partsOf(node)?.join('WORD') ?? []);
  const lines = texts.flatMap((text) =>
    // "dropship does not …" is no command line.
    [...text.matchAll(/(?:^|"|: |\* {2})(dropship (?!does )[a-z][^"\n]*)/g)].map(
      ([, line = '']) => line,
    ),
  );
  expect(lines.length).toBeGreaterThan(60);
  const wrong = lines.map((line) => ({ line, why: refusal(wordsOf(line)) }));
  expect(wrong.filter(({ why }) => why !== undefined)).toEqual([]);
});

/** The lines of the ```sh blocks of a page. */
function shellLines(text: string): string[] {
  return [...text.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].flatMap(([, block = '']) =>
    block.trim().split('\n'),
  );
}

const samples = join(projectFolder, 'samples/inbox');

/** A folder with the files that the lines of README name. */
function exampleFolder(): string {
  const folder = folderWith({});
  const from = {
    'acme.csv': 'acme/acme-stock-2026-11-23.csv',
    'stock.csv': 'acme/acme-stock-2026-11-23.csv',
    'beta.csv': 'summit/summit_update_2026-11-05.csv',
    'orders_export.csv': 'orders_export_2026-11-23.csv',
    'products_export.csv': 'products_export.csv',
  };
  const day = new Date('2026-11-23T06:00:00Z');
  for (const [name, sample] of Object.entries(from)) {
    cpSync(join(samples, sample), join(folder, name));
    utimesSync(join(folder, name), day, day);
  }
  return folder;
}

describe('the lines for a shell', () => {
  const lines = pages.flatMap(({ text }) => shellLines(text));
  const own = lines.filter((line) => /^(cat \S+ \| )?dropship /.test(line));

  it.each(own)('%s', async (line) => {
    const shop = /notices/.test(line) ? sampleShop() : exampleFolder();
    if (line.includes('--record')) await dropship(shop, ['run', '--today', '2026-11-23']);
    const [, piped, command = line] = /^cat (\S+) \| (.*)$/.exec(line) ?? [];
    const stdin = piped === undefined ? undefined : readFileSync(join(shop, piped), 'utf8');
    const [program, ...argv] = wordsOf(command);
    expect(program).toBe('dropship');
    const done = await dropship(shop, argv, { ...(stdin !== undefined && { stdin }) });
    expect(done.code, done.stderr).toBeLessThan(2);
    expect(done.screen).not.toBe('');
    const count = /# (\d+) templates/.exec(line)?.[1];
    if (count === undefined) return;
    const files = readdirSync(join(shop, argv.at(-1) ?? ''), { recursive: true, encoding: 'utf8' });
    expect(files.filter((name) => name.endsWith('.liquid'))).toHaveLength(Number(count));
  });

  it('of npm are scripts that there are', () => {
    const { scripts } = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    const npm = lines
      .filter((line) => !own.includes(line))
      .flatMap((line) =>
        [...line.matchAll(/npm (?:run )?(\S+)/g)].map(([, script = '']) => script),
      );
    expect(npm.length).toBeGreaterThan(3);
    expect(npm.filter((script) => script !== 'ci' && !(script in scripts))).toEqual([]);
  });
});
