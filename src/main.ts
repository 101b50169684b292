import { isatty } from 'node:tty';
import type { Out, World } from './cli/world.ts';

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
    // A terminal that does not know its width says 0.
    width: stream.columns || 80,
    colour: wantsColour(stream),
    write: (content) => void stream.write(content),
  };
}

/** The order of precedence: flag, NO_COLOR, FORCE_COLOR, TERM, terminal. */
function wantsColour(stream: NodeJS.WriteStream): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  if (argv.includes('--no-color') || (NO_COLOR !== undefined && NO_COLOR !== '')) return false;
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== '')
    return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  return TERM !== 'dumb' && stream.isTTY === true;
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
  const disk = await import('./disk/index.ts');
  const world: World = {
    cwd: process.cwd(),
    timezone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    now: Date.now(),
    version,
    stdout: out(process.stdout),
    stderr: out(process.stderr),
    disk,
    readStdin,
    ask: isatty(0) && isatty(2) ? ask : undefined,
  };
  process.once('SIGINT', () => process.exit(130));
  const code = await runProgram(argv, world);
  hangUp();
  process.exitCode = Math.max(Number(process.exitCode ?? 0), code);
}

if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
  process.stdout.write(`${version}\n`);
} else await run();
