import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { runProgram } from '../src/cli/program.ts';
import { withProgress } from '../src/cli/progress.ts';
import type { Out, World } from '../src/cli/world.ts';
import * as disk from '../src/disk/index.ts';

/** What one command line did. */
export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Both, in the order in which they were written. */
  readonly screen: string;
  /** What went to stdout, byte by byte. */
  readonly bytes: Uint8Array;
}

export interface RigOptions {
  readonly terminal?: boolean;
  readonly width?: number;
  /** On a terminal: every look at the clock finds it this many milliseconds on. Absent: it stands still. */
  readonly tick?: number;
  readonly stdin?: string;
  readonly now?: string;
  /** Lines that a person at the terminal answers with, one a question; behind the last they end the input. */
  readonly answers?: readonly string[];
}

/** The project's own folder. */
export const projectFolder = join(import.meta.dirname, '..');

/** A folder that goes when the test is over. */
function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'dropship-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A folder with these files. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = temporaryFolder();
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    put(folder, name, content);
  }
  return folder;
}

/** A copy of the sample shop. */
export function sampleShop(): string {
  const folder = temporaryFolder();
  const isInput = (path: string) => !/[\\/]samples[\\/](book|out)([\\/]|$)/.test(path);
  cpSync(join(projectFolder, 'samples'), join(folder, 'samples'), {
    recursive: true,
    filter: isInput,
  });
  return join(folder, 'samples');
}

/** Runs a command line in a folder, in this process. */
export async function dropship(
  cwd: string,
  argv: readonly string[],
  options: RigOptions = {},
): Promise<Outcome> {
  const written = { stdout: '', stderr: '', screen: '' };
  const bytes: Uint8Array[] = [];
  const out = (name: 'stdout' | 'stderr'): Out => ({
    isTerminal: options.terminal ?? false,
    width: options.width ?? 100,
    colour: false,
    redraws: options.terminal ?? false,
    write: (content) => {
      const text = typeof content === 'string' ? content : new TextDecoder().decode(content);
      if (name === 'stdout') bytes.push(Buffer.from(content));
      written[name] += text;
      written.screen += text;
    },
  });
  let time = 0;
  const outside: Omit<World, 'progress'> = {
    cwd,
    timezone: () => 'UTC',
    now: Date.parse(options.now ?? '2026-11-23T12:00:00Z'),
    clock: () => {
      time += options.tick ?? 0;
      return time;
    },
    version: '0.0.0',
    stdout: out('stdout'),
    stderr: out('stderr'),
    disk,
    readStdin: async () => Buffer.from(options.stdin ?? ''),
  };
  const answers = options.answers?.values();
  const ask = async (question: string): Promise<string | undefined> => {
    outside.stderr.write(question);
    const { value } = answers?.next() ?? {};
    written.screen += `${value ?? '^D'}\n`;
    return value;
  };
  const world = withProgress(answers ? { ...outside, ask } : outside);
  const code = await runProgram(argv, world);
  return { code, ...written, bytes: Buffer.concat(bytes) };
}

/** Writes a file into a folder of a test. */
export function put(folder: string, name: string, content: string | Uint8Array): void {
  writeFileSync(join(folder, name), content);
}
