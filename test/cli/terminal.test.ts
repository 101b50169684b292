import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { dropship, folderWith, projectFolder, sampleShop } from '../rig.ts';

const today = ['--today', '2026-11-23'];
const widths = [40, 80, 100, 160];

/** What a terminal must never get from a cell: C0 but newline, DEL, C1, bidi steering and line separators. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const steering = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u2028\u2029]/u;

/** Cells across which a terminal shows the text: two for wide signs, none for marks above others. */
function across(line: string): number {
  let cells = 0;
  for (const { segment } of new Intl.Segmenter().segment(line))
    cells +=
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\u{1f300}-\u{1faff}]/u.test(
        segment,
      )
        ? 2
        : 1;
  return cells;
}

describe('on a terminal', () => {
  const views = [
    ['classify'],
    ['forecast'],
    ['orders'],
    ['notices', '--dry-run'],
    ['listings', '--dry-run'],
  ];

  it.each(views.flatMap((argv) => widths.map((width) => [argv.join(' '), width, argv] as const)))(
    '%s is a table, one line a row, within %i columns',
    async (_, width, argv) => {
      const shop = sampleShop();
      await dropship(shop, ['ingest', ...today]);
      const { stdout: json } = await dropship(shop, [...argv, ...today, '-f', 'json']);
      const rows = JSON.parse(json).length;
      expect(rows).toBeGreaterThan(5);
      const { stdout } = await dropship(shop, [...argv, ...today], { terminal: true, width });
      const lines = stdout.trimEnd().split('\n');
      expect(lines).toHaveLength(rows + 1);
      expect(lines.filter((line) => across(line) > width)).toEqual([]);
    },
  );

  it('every row of the status table begins with its whole SKU from 80 columns up', async () => {
    const shop = sampleShop();
    await dropship(shop, ['ingest', ...today]);
    const { stdout: json } = await dropship(shop, ['classify', ...today, '-f', 'json']);
    const skus = (JSON.parse(json) as { sku: string }[]).map(({ sku }) => sku);
    for (const width of widths.slice(1)) {
      const { stdout } = await dropship(shop, ['classify', ...today], { terminal: true, width });
      const shown = stdout
        .trimEnd()
        .split('\n')
        .slice(1)
        .map((line) => line.split(/ /)[0]);
      expect([width, shown]).toEqual([width, skus]);
    }
  });

  it('wide signs and emoji stay within the width, one line a row', async () => {
    const folder = folderWith({
      's-2026-11-22.csv':
        'sku,quantity,title\nA,5,テントテントテントテントテントテントテントテントテント\nB,5,😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀\nテント-赤,5,é\n',
    });
    for (const width of widths) {
      const { stdout } = await dropship(
        folder,
        ['classify', '--stock', 's-2026-11-22.csv', ...today],
        {
          terminal: true,
          width,
        },
      );
      const lines = stdout.trimEnd().split('\n');
      expect([width, lines.length]).toEqual([width, 4]);
      expect([width, lines.filter((line) => across(line) > width)]).toEqual([width, []]);
    }
  });

  it('a very long SKU gives way before the width does', async () => {
    const folder = folderWith({ 's-2026-11-22.csv': `sku,quantity\n${'X'.repeat(300)},5\n` });
    for (const width of widths) {
      const { stdout } = await dropship(
        folder,
        ['classify', '--stock', 's-2026-11-22.csv', ...today],
        {
          terminal: true,
          width,
        },
      );
      expect(stdout.split('\n').every((line) => line.length <= width)).toBe(true);
    }
  });

  it('an empty table says so in words', async () => {
    const folder = folderWith({ 's-2026-11-22.csv': 'sku,quantity\nA,5\n' });
    const { stdout } = await dropship(folder, ['orders', '--stock', 's-2026-11-22.csv', ...today], {
      terminal: true,
    });
    expect(stdout).toBe('No open orders.\n');
  });
});

describe('hostile cells', () => {
  const evil = {
    ESC: '\u001b[31mred',
    OSC: '\u001b]0;title\u0007x',
    BEL: 'a\u0007b',
    CR: 'over\rwritten',
    TAB: 'a\tb',
    LF: 'two\nlines',
    DEL: 'a\u007fb',
    CSI: 'a\u009b31mb',
    bidi: 'a\u202eb\u2066c\u2069',
    separators: 'a\u2028b\u2029c',
    backspace: 'abc\b\b\bxyz',
  };
  const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const rows = Object.values(evil);

  function hostileShop(): string {
    const stock = rows.map((text, i) => `${cell(`S${i}${text}`)},5,${cell(text)},${cell(text)}`);
    const orders = rows.map(
      (text, i) =>
        `${cell(`O${i}${text}`)},${cell(text)},2026-11-01,${cell(`S${i}${text}`)},9,2026-11-10,${cell(text)},${cell(`${text}@example.com`)}`,
    );
    return folderWith({
      's-2026-11-22.csv': `sku,quantity,title,restock_date\n${stock.join('\n')}\n${cell(`bad${evil.ESC}`)},${cell(`many${evil.ESC}`)},,\n`,
      'o-2026-11-22.csv': `order_id,line_id,ordered_at,sku,quantity,promised_ship_date,customer_name,customer_email\n${orders.join('\n')}\n`,
    });
  }
  const given = ['--stock', 's-2026-11-22.csv', '--orders', 'o-2026-11-22.csv', ...today];

  it.each(['table', 'csv', 'json', 'ndjson'])(
    'never steer a terminal in the format %s, nor in the messages',
    async (format) => {
      const folder = hostileShop();
      for (const argv of [
        ['classify'],
        ['forecast'],
        ['orders'],
        ['notices', '--dry-run'],
        ['explain', `S0${evil.ESC}`],
        ['explain', `O0${evil.ESC}`],
      ]) {
        const { stdout, stderr, code } = await dropship(folder, [...argv, ...given, '-f', format], {
          terminal: true,
          width: 160,
        });
        expect([argv[0], code]).toEqual([argv[0], 1]);
        expect(stdout).not.toMatch(steering);
        expect(stderr).not.toMatch(steering);
      }
    },
  );

  it.each(['table', 'csv', 'json'])(
    'never steer a terminal in what explain says as %s',
    async (format) => {
      const folder = hostileShop();
      for (const subject of [`S0${evil.ESC}`, `O0${evil.ESC}`]) {
        const argv = ['explain', subject, ...given, '-f', format];
        const { stdout, code } = await dropship(folder, argv, { terminal: true });
        expect(code).toBe(1);
        expect(stdout).not.toMatch(steering);
      }
    },
  );

  it('never steer a terminal in tsv, whose only control character is its tab', async () => {
    const { stdout } = await dropship(hostileShop(), ['classify', ...given, '-f', 'tsv'], {
      terminal: true,
    });
    expect(stdout.replaceAll('\t', '')).not.toMatch(steering);
    for (const line of stdout.replace(/\n$/, '').split('\n'))
      expect(line.split('\t')).toHaveLength(21);
  });

  it('keep every row of a table on its line', async () => {
    const folder = hostileShop();
    for (const width of widths) {
      const { stdout } = await dropship(folder, ['classify', ...given], { terminal: true, width });
      expect(stdout.trimEnd().split('\n')).toHaveLength(rows.length + 1);
    }
  });

  it('are not altered in a pipe', async () => {
    const { stdout } = await dropship(hostileShop(), ['classify', ...given, '-f', 'json']);
    const titles = (JSON.parse(stdout) as { title: string }[]).map(({ title }) => title);
    expect(new Set(titles)).toEqual(new Set(rows.map((text) => text.trim())));
  });

  it.each([
    [
      'a header of a file that is refused',
      'h-2026-11-22.csv',
      `${cell(evil.ESC)},${cell(evil.CSI)}\n1,2\n`,
      ['classify', '--stock', 'h-2026-11-22.csv'],
    ],
    [
      'a header of a file not recognised',
      'h-2026-11-22.csv',
      `${cell(evil.OSC)},b\n1,2\n`,
      ['ingest', 'h-2026-11-22.csv'],
    ],
    [
      'a header of a listing not recognised',
      'h.csv',
      `${cell(evil.OSC)},b\n1,2\n`,
      ['listings', '--stock', 's-2026-11-22.csv', '--listing', 'h.csv'],
    ],
    [
      'a SKU that is proposed',
      'h-2026-11-22.csv',
      `sku,quantity\n${cell(`TENT${evil.BEL}`)},5\n`,
      ['explain', 'TENTab', '--stock', 'h-2026-11-22.csv'],
    ],
    [
      'a header of the overrides',
      'skus.csv',
      `${cell(evil.ESC)},b\n1,2\n`,
      ['classify', '--stock', 's-2026-11-22.csv'],
    ],
  ])('never steer a terminal in the error about %s', async (_, name, content, argv) => {
    const folder = folderWith({ 's-2026-11-22.csv': 'sku,quantity\nA,5\n', [name]: content });
    const { code, stdout, stderr } = await dropship(folder, [...argv, ...today], {
      terminal: true,
    });
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).not.toBe('');
    expect(stderr).not.toMatch(steering);
  });

  it('never steer a terminal in what init and run say', async () => {
    const folder = folderWith({
      [`in/acme${evil.ESC.slice(0, 5)}-2026-11-22.csv`]: `sku,quantity,title\nA,5,${cell(evil.ESC)}\n`,
      'in/odd.csv': `${cell(evil.ESC)},${cell(evil.BEL)}\n1,2\n`,
      'in/orders-2026-11-22.csv': `order_id,ordered_at,sku,quantity,fulfilled_quantity\n${cell(evil.ESC)},2026-11-01,A,1,0\n`,
    });
    for (const argv of [['init'], ['run', ...today], []]) {
      const { stdout, stderr } = await dropship(folder, argv, { terminal: true });
      expect([argv[0], stdout]).toEqual([argv[0], expect.not.stringMatching(steering)]);
      expect([argv[0], stderr]).toEqual([argv[0], expect.not.stringMatching(steering)]);
    }
  });

  it('with --excel a terminal gets no carriage return', async () => {
    const folder = folderWith({ 's-2026-11-22.csv': 'sku,quantity\nA,5\n' });
    const argv = ['classify', '--stock', 's-2026-11-22.csv', '-f', 'csv', '--excel', ...today];
    const { stdout } = await dropship(folder, argv, { terminal: true });
    expect(stdout).not.toMatch(steering);
  });
});

describe('help', () => {
  const commands = [
    'init',
    'ingest',
    'run',
    'classify',
    'forecast',
    'orders',
    'listings',
    'notices',
    'explain',
  ];

  it.each(commands)('of %s has examples, is on stdout and is exit 0', async (command) => {
    for (const argv of [
      [command, '--help'],
      [command, '-h'],
      ['help', command],
    ]) {
      const { code, stdout, stderr } = await dropship(folderWith({}), argv);
      expect(code).toBe(0);
      expect(stderr).toBe('');
      expect(stdout).toMatch(new RegExp(`Examples:\\n {2}.*dropship ${command}`));
    }
  });

  it('lists every command', async () => {
    const { code, stdout } = await dropship(folderWith({}), ['--help']);
    expect(code).toBe(0);
    for (const command of commands) expect(stdout).toMatch(new RegExp(`^  ${command}\\b`, 'm'));
  });

  it('has examples that parse: every option they use exists', async () => {
    for (const command of commands) {
      const { stdout } = await dropship(folderWith({}), [command, '--help']);
      const examples = stdout.split('Examples:')[1] ?? '';
      for (const option of examples.match(/(?<= )--?[a-z][a-z-]*/g) ?? [])
        expect([command, option, stdout.split('Examples:')[0]]).toEqual([
          command,
          option,
          expect.stringContaining(option),
        ]);
    }
  });

  it('for a command that does not exist is exit 2 and names the nearest', async () => {
    const { code, stdout, stderr } = await dropship(folderWith({}), ['help', 'clasify']);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain('classify');
  });
});

describe('bin/dropship.js', () => {
  const bin = join(projectFolder, 'bin/dropship.js');
  const onPosix = process.platform !== 'win32';

  beforeAll(() => {
    if (!existsSync(join(projectFolder, 'dist/main.js')))
      spawnSync('npm', ['run', '--silent', 'build'], { cwd: projectFolder, shell: true });
  }, 120_000);

  function run(cwd: string, argv: readonly string[], env: Record<string, string> = {}) {
    const { NO_COLOR: _, FORCE_COLOR: __, ...rest } = process.env;
    return spawnSync(process.execPath, [bin, ...argv], {
      cwd,
      encoding: 'utf8',
      env: { ...rest, ...env },
    });
  }

  function shell(cwd: string, line: string) {
    return spawnSync('bash', ['-c', line], {
      cwd,
      encoding: 'utf8',
      env: { ...process.env, D: `${process.execPath} ${bin}` },
    });
  }

  /** A stock file too long for the buffer of a pipe. */
  function longShop(): string {
    const rows = Array.from({ length: 20_000 }, (_, i) => `SKU-${i},${i % 90}`).join('\n');
    return folderWith({ 's-2026-11-22.csv': `sku,quantity\n${rows}\n` });
  }
  const classify = 'classify --stock s-2026-11-22.csv --today 2026-11-23';

  it('--version prints the version of package.json', () => {
    const { version } = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8'));
    for (const option of ['--version', '-V']) {
      const { status, stdout, stderr } = run(folderWith({}), [option]);
      expect([status, stdout, stderr]).toEqual([0, `${version}\n`, '']);
    }
  });

  it('keeps data on stdout and everything else on stderr', () => {
    const folder = folderWith({ 's-2026-11-22.csv': 'sku,quantity\nA,5\nB,some\n' });
    const { status, stdout, stderr } = run(folder, classify.split(' '));
    expect(status).toBe(1);
    expect(stdout.trimEnd().split('\n')).toHaveLength(2);
    expect(stdout).not.toContain('some');
    expect(stderr).toContain('s-2026-11-22.csv:3');
    expect(stderr).not.toContain('sku,title');
  });

  it.runIf(onPosix)('| head -1 is no error', () => {
    const { stdout, stderr } = shell(
      longShop(),
      `set -o pipefail; $D ${classify} | head -1; echo "code \${PIPESTATUS[0]}"`,
    );
    expect(stdout).toMatch(/^sku,title,[^\n]*\ncode 0\n$/);
    expect(stderr).toBe('');
  });

  it.runIf(onPosix && existsSync('/dev/full'))(
    '> /dev/full is exit 2 with a word and no stack',
    () => {
      const { stdout, stderr } = shell(longShop(), `$D ${classify} > /dev/full; echo "code $?"`);
      expect(stdout).toBe('code 2\n');
      expect(stderr).toMatch(/no space|ENOSPC/i);
      expect(stderr).not.toContain('    at ');
    },
  );

  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours begin with ESC
  const colour = /\u001b\[/;
  const table = [...classify.split(' '), '-f', 'table'];
  const one = () => folderWith({ 's-2026-11-22.csv': 'sku,quantity\nA,5\n' });

  it('writes no colours where nobody sees them', () => {
    expect(run(one(), table).stdout).not.toMatch(colour);
  });

  it('FORCE_COLOR brings colours without a terminal', () => {
    expect(run(one(), table, { FORCE_COLOR: '1' }).stdout).toMatch(colour);
  });

  it('FORCE_COLOR=0 does not', () => {
    expect(run(one(), table, { FORCE_COLOR: '0' }).stdout).not.toMatch(colour);
  });

  it('NO_COLOR and --no-color go before FORCE_COLOR', () => {
    expect(run(one(), table, { FORCE_COLOR: '1', NO_COLOR: '1' }).stdout).not.toMatch(colour);
    expect(run(one(), [...table, '--no-color'], { FORCE_COLOR: '1' }).stdout).not.toMatch(colour);
  });

  it('FORCE_COLOR leaves CSV without colours', () => {
    expect(run(one(), classify.split(' '), { FORCE_COLOR: '1' }).stdout).not.toMatch(colour);
  });

  it.runIf(onPosix && existsSync('/usr/bin/script'))(
    'TERM=dumb and NO_COLOR write no control character to a terminal',
    () => {
      for (const env of ['TERM=dumb', 'NO_COLOR=1 TERM=xterm']) {
        const { stdout } = shell(one(), `script -qec "env ${env} $D ${classify}" /dev/null`);
        expect(stdout).toContain('available');
        // The terminal itself turns \n into \r\n.
        expect(stdout.replaceAll('\r\n', '\n')).not.toMatch(steering);
      }
      const { stdout } = shell(
        one(),
        `script -qec "env -u NO_COLOR TERM=xterm $D ${classify}" /dev/null`,
      );
      expect(stdout).toMatch(colour);
    },
  );

  it.runIf(onPosix)('interrupted is exit 130, and the next command is not blocked', async () => {
    const folder = folderWith({ 'dropship.toml': '', 's-2026-11-22.csv': 'sku,quantity\nA,5\n' });
    const child = spawn(process.execPath, [bin, 'classify', '--stock', 'acme=-'], { cwd: folder });
    let stderr = '';
    child.stderr.on('data', (data) => {
      stderr += data;
    });
    await new Promise((done) => setTimeout(done, 1500));
    child.kill('SIGINT');
    const code = await new Promise((done) => child.on('exit', (status) => done(status)));
    expect(code).toBe(130);
    expect(stderr).toBe('');
    expect(run(folder, ['ingest', 's-2026-11-22.csv', ...today]).status).toBe(0);
  });

  it('reads standard input to its end', () => {
    const rows = Array.from({ length: 50_000 }, (_, i) => `SKU-${i},5`).join('\n');
    const { status, stdout } = spawnSync(
      process.execPath,
      [bin, 'classify', '--stock', 'acme=-', ...today],
      {
        cwd: folderWith({}),
        encoding: 'utf8',
        input: `sku,quantity\n${rows}\n`,
        maxBuffer: 1 << 26,
      },
    );
    expect(status).toBe(0);
    expect(stdout.trimEnd().split('\n')).toHaveLength(50_001);
  });

  it('two at once: the second waits, and the book holds both', async () => {
    const folder = folderWith({
      'a-2026-11-22.csv': 'sku,quantity\nA,5\n',
      'b-2026-11-22.csv': 'sku,quantity\nB,5\n',
      'c-2026-11-22.csv': 'sku,quantity\nC,5\n',
    });
    const codes = await Promise.all(
      ['a', 'b', 'c'].map(
        (name) =>
          new Promise((done) => {
            spawn(process.execPath, [bin, 'ingest', `${name}-2026-11-22.csv`, ...today], {
              cwd: folder,
            }).on('exit', done);
          }),
      ),
    );
    expect(codes).toEqual([0, 0, 0]);
    const { stdout, stderr } = run(folder, ['classify', ...today]);
    expect(stderr).toBe('');
    expect(stdout.match(/^[ABC],/gm)).toEqual(['A,', 'B,', 'C,']);
  });
});
