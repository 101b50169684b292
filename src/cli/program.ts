import { type Command, CommanderError } from 'commander';
import { harmless } from '../outputs/terminal.ts';
import type { CommandName } from './command.ts';
import { commandTree } from './command-tree.ts';
import { type ExitCode, isCannotRun, isInterrupted, type World } from './world.ts';

const helpWidth = 100;

type Step = (world: World, options: object, args: readonly string[]) => Promise<ExitCode>;

/** Runs one command line; what it needs is loaded only then. */
export async function runProgram(argv: readonly string[], world: World): Promise<ExitCode> {
  let code: ExitCode = 0;
  const program = prepare(commandTree(world.version), world);
  for (const command of program.commands) {
    prepare(command, world).action(async (...given: unknown[]) => {
      code = await take(command, world, given);
    });
  }
  try {
    const workspace = workspaceOnly(argv);
    if (workspace !== undefined) return await standOrHelp(program, world, workspace);
    await program.parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    return failed(error, world);
  } finally {
    world.progress.wipe();
  }
}

/** Takes the steps of a command; `given` begins with its arguments. */
async function take(command: Command, world: World, given: readonly unknown[]): Promise<ExitCode> {
  if (command.opts()['quiet']) world.progress.hush();
  const names = given
    .slice(0, command.registeredArguments.length)
    .flat()
    .filter((name) => typeof name === 'string');
  const { steps } = await import('./steps/index.ts');
  // Each step takes the options that its own command declares.
  const step = steps[command.name() as CommandName] as Step;
  return step(world, { ...command.opts(), command: command.name() }, names);
}

/** The workspace of a command line that names no command; undefined of one that does. */
function workspaceOnly(argv: readonly string[]): string | undefined {
  const [option, folder, ...rest] = argv;
  if (option === undefined) return '.';
  const isWorkspace = option === '-C' || option === '--workspace';
  return isWorkspace && rest.length === 0 ? folder : undefined;
}

async function standOrHelp(program: Command, world: World, workspace: string): Promise<ExitCode> {
  const { whereYouStand } = await import('./steps/index.ts');
  const stood = await whereYouStand(world, workspace);
  if (stood === undefined) program.outputHelp();
  return stood ?? 0;
}

/** Commander hands neither of these on to subcommands. */
function prepare(command: Command, world: World): Command {
  return command
    .exitOverride()
    .configureHelp({ helpWidth })
    .configureOutput({
      writeOut: (text) => world.stdout.write(text),
      writeErr: (text) => world.stderr.write(text),
    });
}

function failed(error: unknown, world: World): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (isInterrupted(error)) {
    world.stderr.write('\ndropship: interrupted, nothing was written\n');
    return 130;
  }
  if (isCannotRun(error)) {
    const hint = error.hint === undefined ? '' : `  hint: ${harmless(error.hint)}\n`;
    world.stderr.write(`dropship: ${error.message.split('\n').map(harmless).join('\n')}\n${hint}`);
    return 2;
  }
  if (isSystemError(error)) {
    world.stderr.write(
      `dropship: ${error.message}\n  hint: nothing was changed; free the disk or the permission and try again\n`,
    );
    return 2;
  }
  const details = error instanceof Error ? error.stack : String(error);
  world.stderr.write(
    `dropship ${world.version} met a fault of its own. Please report this:\n${details}\n`,
  );
  return 2;
}

/** The disk is full, a folder may not be written … */
function isSystemError(error: unknown): error is Error {
  return error instanceof Error && 'syscall' in error;
}
