import { readdirSync, readFileSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { ProblemKind } from '../src/model/problem.ts';
import { severities } from '../src/model/severity.ts';
import { dropship, folderWith, projectFolder } from './rig.ts';

// The gallery of errors: one page for each kind of problem, with the files that bring it about, the command and what
// a terminal of 100 columns shows. `npx vitest run -u` writes what is shown anew, to be reviewed.
//
// docs/problems.md explains each kind; the example it gives is one that is printed here.
//
// A fence "```csv NAME" is a file. In "```bytes NAME" `\xHH`, `\n` and `\r` are bytes, and `{TEXT*N}` is TEXT N times.
const gallery = join(projectFolder, 'test/errors');
const pages = readdirSync(gallery).filter((name) => name.endsWith('.md'));
const kinds = Object.keys(severities) as ProblemKind[];
const fence = /^```(csv|toml|bytes) (.+)\n([\s\S]*?)^```$/gm;
const block = /^```console\n([\s\S]*?)^```$/gm;

const manual = readFileSync(join(projectFolder, 'docs/problems.md'), 'utf8');
const sections = manual.split(/^### /m).slice(1);

it('has a page for every kind of problem, and no other', () => {
  expect(pages.toSorted()).toEqual(kinds.map((kind) => `${kind}.md`).toSorted());
});

it('has a section in docs/problems.md for every kind of problem, once, and no other', () => {
  expect(sections.map((text) => text.split('\n', 1)[0]).toSorted()).toEqual(kinds.toSorted());
});

describe.each(kinds)('the section of %s in docs/problems.md', (kind) => {
  const text = sections.find((section) => section.startsWith(`${kind}\n`)) ?? '';

  it('says what it means, what was done by its severity, and what to do', () => {
    const [meaning = '', , rest = ''] = text.slice(kind.length).split(/^```(?:text)?$/m);
    expect(meaning.trim()).not.toBe('');
    expect(rest).toMatch(
      new RegExp(`\\*\\*Done \\(${severities[kind].replace('-', ' ')}\\):\\*\\* \\S`),
    );
    expect(rest).toMatch(/\*\*To do:\*\* \S/);
  });

  it('gives as its example a message that the gallery shows', async () => {
    const [, example = ''] = text.split(/^```(?:text)?$/m);
    const page = readFileSync(join(gallery, `${kind}.md`), 'utf8');
    const shown = (await problemsOf(page)).filter((problem) => problem['kind'] === kind);
    expect(
      shown.map(({ file, line, column, message }) => {
        const place = `${file}${line === '' ? '' : `:${line}`}${column === '' ? '' : ` (${column})`}`;
        return `${place}: ${message}`;
      }),
    ).toContain(example.trim());
  });
});

describe.each(pages)('errors/%s', (page) => {
  const text = readFileSync(join(gallery, page), 'utf8');
  const kind = page.replace('.md', '');

  it('shows what is printed', async () => {
    let played = '';
    let at = 0;
    for (const match of text.matchAll(block)) {
      played += `${text.slice(at, match.index)}\`\`\`console\n`;
      for (const command of commandsOf(match[1] ?? '')) {
        const { screen, code } = await dropship(folderOf(text), command, { terminal: true });
        const shown = screen
          .trimEnd()
          .split('\n')
          .map((line) => line.trimEnd());
        played += `$ dropship ${command.join(' ')}\n${shown.join('\n')}\n(exit code ${code})\n`;
      }
      played += '```';
      at = match.index + match[0].length;
    }
    await expect(played + text.slice(at)).toMatchFileSnapshot(join(gallery, page));
  });

  it('brings about a problem of its kind, with a file and a word on it', async () => {
    const own = (await problemsOf(text)).filter((problem) => problem['kind'] === kind);
    expect(own).not.toEqual([]);
    for (const { file } of own) expect(file).not.toBe('');
  });
});

/** The rows of the problems file that a page's first command writes. */
async function problemsOf(page: string): Promise<Record<string, string>[]> {
  const [command = []] = [...page.matchAll(block)].flatMap((match) => commandsOf(match[1] ?? ''));
  const folder = folderOf(page);
  await dropship(folder, [...command, '--problems', 'problems.out']);
  return parse(readFileSync(join(folder, 'problems.out')), { bom: true, columns: true });
}

function commandsOf(shown: string): string[][] {
  return shown
    .split('\n')
    .filter((line) => line.startsWith('$ dropship '))
    .map((line) => line.slice('$ dropship '.length).split(/ +/));
}

/** The files of a page in a folder of their own, all last changed on 20 November 2026. */
function folderOf(page: string): string {
  const files = Object.fromEntries(
    [...page.matchAll(fence)].map(([, language, name = '', content = '']) => [
      name,
      language === 'bytes' ? unescaped(content) : Buffer.from(content),
    ]),
  );
  const folder = folderWith(files);
  const changed = Date.parse('2026-11-20T12:00:00Z') / 1000;
  for (const name of Object.keys(files)) utimesSync(join(folder, name), changed, changed);
  return folder;
}

function unescaped(text: string): Buffer {
  const long = text
    .replace(/\n/g, '')
    .replace(/\{(.+?)\*(\d+)\}/g, (_, part: string, times: string) => part.repeat(Number(times)));
  const bytes = long.replace(/\\x([0-9a-f]{2})|\\([nr])/g, (_, hex?: string, sign?: string) =>
    hex === undefined
      ? sign === 'n'
        ? '\n'
        : '\r'
      : String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(bytes, 'latin1');
}
