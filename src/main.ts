import { isatty } from 'node:tty';
import type { Out } from './cli/world.ts';

const argv = process.argv.slice(2);
const version = process.env['DROPSHIP_VERSION'] ?? '';

function out(stream: NodeJS.WriteStream): Out {
  // `| head` closes the pipe: nobody reads on, and that is no error.
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
    process.exitCode = 2;
    if (stream !== process.stderr) process.stderr.write(`cannot write: ${error.message}\n`);
  });
  return {
    isTerminal: stream.isTTY === true,
    get width() {
      // A terminal that does not know its width says 0.
      return stream.columns || 80;
    },
    colour: wantsColour(stream),
    redraws: stream.isTTY === true && !wantsPlain() && process.env['TERM'] !== 'dumb' && !isCi(),
    write: (content) => void stream.write(content),
  };
}

/** The order of precedence: flag, NO_COLOR, FORCE_COLOR, TERM, terminal. */
function wantsColour(stream: NodeJS.WriteStream): boolean {
  const { FORCE_COLOR, TERM } = process.env;
  if (wantsPlain()) return false;
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== '')
    return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  return TERM !== 'dumb' && stream.isTTY === true;
}

/** No control characters but the ends of lines, colours among them. */
function wantsPlain(): boolean {
  const { NO_COLOR } = process.env;
  return argv.includes('--no-color') || (NO_COLOR !== undefined && NO_COLOR !== '');
}

/** A service that builds and tests shows its log later, whatever its terminal says. */
function isCi(): boolean {
  const { CI } = process.env;
  return CI !== undefined && CI !== '' && CI !== 'false';
}

async function readStdin(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  return Buffer.concat(chunks);
}

let answers: AsyncIterator<string> | undefined;
let hangUp = (): void => {};

/** The terminal itself edits the line, so that nothing but text is ever written to it. */
async function ask(question: string): Promise<string | undefined> {
  if (!answers) {
    const { createInterface } = await import('node:readline');
    const reader = createInterface({ input: process.stdin, terminal: false });
    answers = reader[Symbol.asyncIterator]();
    hangUp = () => reader.close();
  }
  process.stderr.write(question);
  const { value, done } = await answers.next();
  return done ? undefined : value;
}

/** Everything but the version, which scripts and prompts ask for and which needs nothing loaded. */
async function run(): Promise<void> {
  const { runProgram } = await import('./cli/program.ts');
  const { withProgress } = await import('./cli/progress.ts');
  const disk = await import('./disk/index.ts');
  const world = withProgress({
    cwd: process.cwd(),
    timezone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    now: Date.now(),
    clock: () => performance.now(),
    version,
    stdout: out(process.stdout),
    stderr: out(process.stderr),
    disk,
    readStdin,
    ask: isatty(0) && isatty(2) ? ask : undefined,
  });
  process.once('SIGINT', () => {
    world.progress.wipe();
    process.exit(130);
  });
  const code = await runProgram(argv, world);
  hangUp();
  process.exitCode = Math.max(Number(process.exitCode ?? 0), code);
}

if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
  process.stdout.write(`${version}\n`);
} else await run();
