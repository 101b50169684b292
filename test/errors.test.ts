import { readdirSync, readFileSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type ProblemKind, severities } from '../src/model/problem.ts';
import { dropship, folderWith, projectFolder } from './rig.ts';

// The gallery of errors: one page for each kind of problem, with the files that bring it about, the command and what
// a terminal of 100 columns shows. `npx vitest run -u` writes what is shown anew, to be reviewed.
//
// A fence "```csv NAME" is a file. In "```bytes NAME" `\xHH`, `\n` and `\r` are bytes, and `{TEXT*N}` is TEXT N times.
const gallery = join(projectFolder, 'test/errors');
const pages = readdirSync(gallery).filter((name) => name.endsWith('.md'));
const kinds = Object.keys(severities) as ProblemKind[];
const fence = /^```(csv|toml|bytes) (.+)\n([\s\S]*?)^```$/gm;
const block = /^```console\n([\s\S]*?)^```$/gm;

it('has a page for every kind of problem, and no other', () => {
  expect(pages.toSorted()).toEqual(kinds.map((kind) => `${kind}.md`).toSorted());
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
    const [command = []] = [...text.matchAll(block)].flatMap((match) => commandsOf(match[1] ?? ''));
    const folder = folderOf(text);
    await dropship(folder, [...command, '--problems', 'problems.out']);
    const found = readFileSync(join(folder, 'problems.out'), 'utf8').split(/\r?\n/).slice(1);
    const own = found.filter((row) => row.includes(`,${kind},`));
    expect(own).not.toEqual([]);
    for (const row of own) expect(row).toMatch(/^[^,]+,/);
  });
});

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
