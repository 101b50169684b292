import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith, projectFolder } from './rig.ts';

// The recipes of docs/cookbook.md: each command is run from an empty environment, as a scheduler would, by the built
// program; what the schedulers themselves say of their files is asked where they are installed.

const page = readFileSync(join(projectFolder, 'docs/cookbook.md'), 'utf8');
const blocks = (language: string): string[] =>
  [...page.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(
    ([, text = '']) => text,
  );
const only = (language: string): string => {
  const [text = '', ...more] = blocks(language);
  expect(more).toEqual([]);
  return text;
};
const [service = '', timer = ''] = blocks('ini');
const runs = 'dropship run --quiet -C';

/** The words between the tags of a property list's strings. */
const stringsIn = (xml: string): string[] =>
  [...xml.matchAll(/<string>([^<]*)<\/string>/g)].map(([, text = '']) => text);

/** What each recipe starts, with the place of the shop as it stands there and the folders that it looks for programs in. */
function recipes(): { name: string; command: string; shop: string; path: string }[] {
  const cron = only('cron');
  // Its name, PATH, the words of the command, the file for what is said.
  const [, path = '', ...words] = stringsIn(only('xml'));
  return [
    {
      name: 'cron',
      command: /^0 7 \* \* \* {2}(.*)$/m.exec(cron)?.[1] ?? '',
      shop: '/home/me/shop',
      path: /^PATH=(.*)$/m.exec(cron)?.[1] ?? '',
    },
    {
      name: 'systemd',
      command: /^ExecStart=(.*)$/m.exec(service)?.[1] ?? '',
      shop: '%h/shop',
      path: /^Environment=PATH=(.*)$/m.exec(service)?.[1] ?? '',
    },
    { name: 'launchd', command: words.slice(0, -1).join(' '), shop: '/Users/me/shop', path },
  ];
}

/** A shop that needs nobody, and a folder with the two programs. */
function home(stock: string): { shop: string; programs: string } {
  const folder = folderWith({
    'shop/dropship.toml': '[suppliers.acme]\nfiles = "inbox/acme-*.csv"\n',
    'shop/inbox/acme-2026-11-23.csv': stock,
  });
  const programs = join(folder, 'programs');
  mkdirSync(programs);
  symlinkSync(join(projectFolder, 'bin/dropship.js'), join(programs, 'dropship'));
  symlinkSync(process.execPath, join(programs, 'node'));
  return { shop: join(folder, 'shop'), programs };
}

/** Runs a command line with nothing in the environment but a home and the recipe's PATH. */
function start(command: string, shop: string, path: string) {
  const env = { HOME: dirname(shop), PATH: path };
  const line = `${command} --today 2026-11-23`;
  return spawnSync('/bin/sh', ['-c', line], { env, cwd: dirname(shop), encoding: 'utf8' });
}

describe.skipIf(process.platform === 'win32').each(recipes())('the recipe for $name', (recipe) => {
  const { shop: named, path } = recipe;
  const lineFor = (shop: string) => recipe.command.replace(named, shop);

  it('says nothing where nothing is to be done, and writes the day', () => {
    expect(recipe.command).toContain(runs);
    const { shop, programs } = home('sku,quantity\nTENT,5\n');
    const done = start(lineFor(shop), shop, path.replace('/usr/local/bin', programs));
    expect([done.status, done.stdout, done.stderr]).toEqual([0, '', '']);
    expect(readFileSync(join(shop, 'out/latest/status.csv'), 'utf8')).toContain('TENT');
  });

  it('says what is wrong, and ends with 1', () => {
    const { shop, programs } = home('sku,quantity\nTENT,many\nLAMP,4\n');
    const done = start(lineFor(shop), shop, path.replace('/usr/local/bin', programs));
    expect(done.status).toBe(1);
    expect(done.stdout).toBe('');
    expect(done.stderr).toContain('"many" is not a quantity');
  });
});

it('the line for Windows asks schtasks for a daily task, in no more letters than it takes', () => {
  const line = only('bat').trim();
  expect(line).toMatch(/^schtasks \/Create \/SC DAILY \/ST \d\d:\d\d \/TN \w+ \/TR "([^"]*)"$/);
  const task = /\/TR "([^"]*)"/.exec(line)?.[1] ?? '';
  expect(task).toMatch(/^cmd \/c dropship run --quiet -C \S+ 2>> \S+$/);
  expect(task.length).toBeLessThan(262);
});

const has = (program: string, ...argv: string[]) => spawnSync(program, argv).status === 0;

const analyser = 'systemd-analyze';
const hasSystemd = has(analyser, '--version');
describe.skipIf(!hasSystemd)(
  hasSystemd ? 'systemd' : 'systemd – skipped: it is not installed here',
  () => {
    it('finds nothing wrong with the service and its timer', () => {
      const folder = folderWith({ 'dropship.service': service, 'dropship.timer': timer });
      const { status, stderr } = spawnSync(
        analyser,
        ['verify', join(folder, 'dropship.service'), join(folder, 'dropship.timer')],
        { encoding: 'utf8' },
      );
      expect([status, stderr]).toEqual([0, '']);
    });

    it('finds something wrong with another', () => {
      const folder = folderWith({});
      writeFileSync(join(folder, 'dropship.service'), service.replace('oneshot', 'oneshots'));
      writeFileSync(join(folder, 'dropship.timer'), timer);
      const file = join(folder, 'dropship.service');
      const { stderr } = spawnSync(analyser, ['verify', file], { encoding: 'utf8' });
      expect(stderr).toContain('oneshots');
    });

    it('understands every day at seven', () => {
      const when = /^OnCalendar=(.*)$/m.exec(timer)?.[1] ?? '';
      const { stdout } = spawnSync(analyser, ['calendar', '--iterations=2', when], {
        encoding: 'utf8',
        env: { ...process.env, TZ: 'UTC' },
      });
      expect(stdout.match(/07:00:00/g)?.length).toBeGreaterThan(2);
    });
  },
);

const hasPython = has('python3', '--version');
it.skipIf(!hasPython)(
  hasPython
    ? 'a parser of property lists reads the file for launchd'
    : 'the file for launchd – skipped: python3 is not installed here',
  () => {
    const reader =
      'import plistlib,sys,json;print(json.dumps(plistlib.loads(sys.stdin.buffer.read())))';
    const { stdout, stderr } = spawnSync('python3', ['-c', reader], {
      input: only('xml'),
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toMatchObject({
      Label: 'dropship',
      ProgramArguments: ['/usr/bin/env', ...runs.split(' '), '/Users/me/shop'],
      EnvironmentVariables: { PATH: '/usr/local/bin:/usr/bin:/bin' },
      StartCalendarInterval: { Hour: 7, Minute: 0 },
    });
  },
);
