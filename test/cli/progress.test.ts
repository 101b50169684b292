import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { withProgress } from '../../src/cli/progress.ts';
import type { World } from '../../src/cli/world.ts';
import * as disk from '../../src/disk/index.ts';
import { dropship, folderWith, projectFolder, type RigOptions, sampleShop } from '../rig.ts';

const today = ['--today', '2026-11-23'];

/** A terminal on which so much time goes by that all work is long. */
const slow: RigOptions = { terminal: true, tick: 200 };
const quick: RigOptions = { terminal: true };

/** What is drawn in place, one drawing a line, from all that was written to a terminal. */
function drawings(written: string): string[] {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: this is how a line is drawn anew
  return [...written.matchAll(/\r([^\r\n\u001b]+)\u001b\[K/g)].map(([, line = '']) => line);
}

/** The lines that stand on a terminal after all that was written to it. */
function screenAfter(written: string): string {
  const lines: string[][] = [[]];
  let column = 0;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: "clear to the end of the line"
  for (const sign of written.match(/\u001b\[K|./gsu) ?? []) {
    const line = lines.at(-1) ?? [];
    if (sign === '\r') column = 0;
    else if (sign === '\u001b[K') line.splice(column);
    else if (sign === '\n') {
      lines.push([]);
      column = 0;
    } else {
      line[column] = sign;
      column += 1;
    }
  }
  return lines.map((line) => line.join('')).join('\n');
}

describe('long work', () => {
  const commands = [
    ['run'],
    ['classify', '-f', 'table'],
    ['notices', '--dry-run'],
    ['ingest'],
    ['explain', 'NO-SUCH-SKU'],
  ];

  it.each(commands.map((argv) => [argv.join(' '), argv] as const))(
    'of "%s" shows on a terminal and leaves nothing there',
    async (_, argv) => {
      const shopWithBook = async () => {
        const shop = sampleShop();
        if (!['run', 'ingest'].includes(argv[0] ?? '')) await dropship(shop, ['ingest', ...today]);
        return shop;
      };
      const shown = await dropship(await shopWithBook(), [...argv, ...today], slow);
      expect(drawings(shown.stderr).length).toBeGreaterThan(3);
      const plain = await dropship(await shopWithBook(), [...argv, ...today], quick);
      expect(plain.screen).not.toContain('\r');
      expect(screenAfter(shown.screen)).toBe(plain.screen);
      expect(shown.stdout).toBe(plain.stdout);
      expect(shown.code).toBe(plain.code);
    },
  );

  it('is told by what is being done', async () => {
    const { stderr } = await dropship(sampleShop(), ['run', ...today], slow);
    const told = drawings(stderr);
    const kinds = new Set(told.map((line) => line.replace(/\d+/g, '#')));
    expect([...kinds]).toEqual(
      expect.arrayContaining([
        'reading inbox/orders_export_#-#-#.csv  # %',
        'planning',
        'updating listings',
        expect.stringMatching(/^writing letters # of #$/),
        'drawing the report',
        expect.stringMatching(/^writing files # of #$/),
      ]),
    );
  });

  it('tells how much of a file is read', async () => {
    const rows = Array.from({ length: 60_000 }, (_, i) => `SKU-${i},5,what it is called`);
    const folder = folderWith({ 's-2026-11-22.csv': `sku,quantity,title\n${rows.join('\n')}\n` });
    const argv = ['classify', '--stock', 's-2026-11-22.csv', '-o', 'x.csv', ...today];
    const { stderr } = await dropship(folder, argv, slow);
    const read = drawings(stderr).flatMap((line) => /^reading s-.*?(\d+) %$/.exec(line)?.[1] ?? []);
    expect(new Set(read).size).toBeGreaterThan(4);
    expect(read.every((percent) => Number(percent) < 100)).toBe(true);
  });

  it('shows nothing with -q, nor in a pipe', async () => {
    for (const options of [slow, { tick: 200 }]) {
      const argv = ['classify', ...(options.terminal ? ['-q'] : []), ...today];
      const shop = sampleShop();
      await dropship(shop, ['ingest', ...today]);
      const { screen } = await dropship(shop, argv, options);
      expect(screen).not.toContain('\r');
    }
  });

  it.each([1, 2, 8, 20, 80])('stays within %i columns', async (width) => {
    const name = 'Bestände-テントテントテント-2026-11-22.csv';
    const folder = folderWith({ [name]: 'sku,quantity\nA,5\n' });
    const argv = ['classify', '--stock', name, '-o', 'x.csv', ...today];
    const { stderr } = await dropship(folder, argv, { ...slow, width });
    const across = (line: string) =>
      [...line].reduce((sum, sign) => sum + (/[\u3040-\u30ff]/.test(sign) ? 2 : 1), 0);
    const told = drawings(stderr);
    expect(told.filter((line) => across(line) >= width)).toEqual([]);
    if (width === 20) expect(told).toContain('reading Bestä…  0 %');
    if (width === 80) expect(told).toContain(`reading ${name}  0 %`);
  });

  it('makes way for questions', async () => {
    const files = {
      'acme.csv': 'Item,Qty\nA,5\n',
      'orders.csv': 'order_id,ordered_at,sku,quantity\n1,2026-11-01,A,1\n',
    };
    const answers = Array.from({ length: 40 }, () => '');
    const shown = await dropship(folderWith(files), ['init'], { ...slow, answers });
    const plain = await dropship(folderWith(files), ['init'], { ...quick, answers });
    expect(plain.screen).toContain('?');
    expect(screenAfter(shown.screen)).toBe(plain.screen);
  });
});

describe('the line that tells', () => {
  function terminal() {
    const written: string[] = [];
    let time = 0;
    const out = {
      isTerminal: true,
      redraws: true,
      width: 60,
      colour: false,
      write: (content: string | Uint8Array) => void written.push(String(content)),
    };
    const outside: Omit<World, 'progress'> = {
      cwd: '/',
      timezone: () => 'UTC',
      now: 0,
      clock: () => time,
      version: '0.0.0',
      stdout: out,
      stderr: out,
      disk,
      readStdin: async () => new Uint8Array(),
      ask: async () => {
        time += 60_000;
        return 'yes';
      },
    };
    const pass = (milliseconds: number): void => {
      time += milliseconds;
    };
    return { world: withProgress(outside), written, pass };
  }

  it('says nothing of half a second', async () => {
    const { world, written, pass } = terminal();
    pass(499);
    world.progress.count('writing letters', 1, 2);
    await world.progress.step('planning');
    expect(written).toEqual([]);
    pass(1);
    await world.progress.step('planning');
    expect(written).toEqual(['\rplanning\u001b[K']);
  });

  it('is drawn ten times a second, however often there is news', () => {
    const { world, written, pass } = terminal();
    for (let done = 0; done < 20_000; done += 1) {
      pass(0.1);
      world.progress.count('writing letters', done, 20_000);
    }
    expect(written.length).toBeGreaterThan(13);
    expect(written.length).toBeLessThanOrEqual(16);
    expect(written[0]).toBe('\rwriting letters 4,999 of 20,000\u001b[K');
  });

  it('says of a pipe only that it is read', () => {
    const { world, written, pass } = terminal();
    pass(600);
    world.progress.share('reading pipe', undefined);
    expect(written).toEqual(['\rreading pipe\u001b[K']);
  });

  it('does not count the time in which a person thinks', async () => {
    const { world, written } = terminal();
    await world.ask?.('Sure?');
    await world.progress.step('writing');
    expect(written).toEqual([]);
  });

  it('is wiped once, and drawn again after what was written', async () => {
    const { world, written, pass } = terminal();
    pass(1000);
    await world.progress.step('planning');
    world.stdout.write('a\n');
    world.stderr.write('b\n');
    await world.progress.step('drawing the report');
    world.progress.wipe();
    world.progress.wipe();
    expect(written).toEqual([
      '\rplanning\u001b[K',
      '\r\u001b[K',
      'a\n',
      'b\n',
      '\rdrawing the report\u001b[K',
      '\r\u001b[K',
    ]);
  });
});

describe.runIf(existsSync('/usr/bin/script'))('on a real terminal', () => {
  /** Reading standard input takes longer than a second. */
  function long(settings: string, options = ''): string {
    const bin = `${process.execPath} ${join(projectFolder, 'bin/dropship.js')}`;
    const line = `(sleep 1.2; cat s.csv) | env -u CI -u NO_COLOR TERM=xterm ${settings} ${bin} classify --stock acme=- --today 2026-11-23 ${options}`;
    const { stdout } = spawnSync('bash', ['-c', `script -qec "${line}" /dev/null`], {
      cwd: folderWith({ 's.csv': 'sku,quantity\nA,5\n' }),
      encoding: 'utf8',
    });
    return stdout.replaceAll('\r\n', '\n');
  }

  it('it shows, and is gone at the end', () => {
    const written = long('');
    expect(drawings(written)).toContain('planning');
    expect(screenAfter(written)).not.toContain('planning');
  });

  it.each([
    ['TERM=dumb', ''],
    ['CI=true', ''],
    ['NO_COLOR=1', ''],
    ['', '--no-color'],
    ['', '--quiet'],
  ])('it does not with %s %s', (settings, options) => {
    const written = long(settings, options);
    expect(written).toContain('available');
    expect(written).not.toContain('\r');
  });
});
