import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dropship, projectFolder, sampleShop } from './rig.ts';

// Every `$ dropship …` block of these pages is run, in order, on one copy of the sample shop, as in a terminal of 100
// columns; what it prints must be what the page shows. `npx vitest run -u` writes it anew, to be reviewed.
const pages = [
  'README.md',
  ...readdirSync(join(projectFolder, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];
const block = /^```console\n([\s\S]*?)^```$/gm;

describe.each(pages)('%s', (page) => {
  it('shows what the commands on it print', async () => {
    const text = readFileSync(join(projectFolder, page), 'utf8');
    const home = join(sampleShop(), '..');
    cpSync(join(projectFolder, 'package.json'), join(home, 'package.json'));
    let played = '';
    let at = 0;
    for (const match of text.matchAll(block)) {
      played += text.slice(at, match.index);
      played += `\`\`\`console\n${await play(match[1] ?? '', home)}\`\`\``;
      at = (match.index ?? 0) + match[0].length;
    }
    await expect(played + text.slice(at)).toMatchFileSnapshot(join(projectFolder, page));
  });
});

/** Runs the commands of one block; lines that begin with `$` are commands, the others what they printed. */
async function play(content: string, cwd: string): Promise<string> {
  let shown = '';
  for (const line of content.split('\n').filter((one) => one.startsWith('$ '))) {
    const [command = '', head] = line.slice(2).split(' | head -');
    const [program, ...argv] = command.split(/ +/);
    shown += `${line}\n`;
    if (program !== 'dropship') continue;
    const { screen } = await dropship(cwd, argv, { terminal: head === undefined, width: 100 });
    const lines = screen
      .trimEnd()
      .split('\n')
      .slice(0, head === undefined ? undefined : Number(head));
    shown += `${lines.map((one) => one.trimEnd()).join('\n')}\n`;
  }
  return shown;
}
