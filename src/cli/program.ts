import { Command, CommanderError } from 'commander';
import { harmless } from '../outputs/terminal.ts';
import type { CommandSpec } from './command.ts';
import { commands } from './commands/index.ts';
import { type ExitCode, isCannotRun, isInterrupted, type World } from './world.ts';

const helpWidth = 100;

type Step = (world: World, options: object, args: readonly string[]) => Promise<ExitCode>;

/** Runs one command line; what it needs is loaded only then. */
export async function runProgram(argv: readonly string[], world: World): Promise<ExitCode> {
  let code: ExitCode = 0;
  const program = prepare(new Command('dropship'), world)
    .description(
      'What can I sell now, what with a date, when do I run out, whom must I tell? Answers from CSV files alone.',
    )
    .version(world.version, '-V, --version')
    .helpOption('-h, --help', 'show help')
    .helpCommand('help [command]', 'show help for a command')
    .showHelpAfterError('  hint: "dropship --help" lists the commands')
    .addHelpText(
      'after',
      '\nExit code: 0 all went well · 1 done, but something needs a person · 2 could not run.',
    );
  for (const spec of commands) {
    program.addCommand(
      build(spec, world, (result) => {
        code = result;
      }),
    );
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

function build(spec: CommandSpec, world: World, done: (code: ExitCode) => void): Command {
  const examples = spec.examples.map(([line, what]) => `  ${line}\n      ${what}`).join('\n');
  const command = spec
    .declare(prepare(new Command(), world))
    .name(spec.name)
    .description(spec.summary)
    .helpOption('-h, --help', 'show this help')
    .showHelpAfterError(`  hint: "dropship ${spec.name} --help" shows what it takes`)
    .addHelpText('after', `\nExamples:\n${examples}`);
  const args = spec.usage.split(' ').slice(1);
  for (const argument of args) command.argument(argument);
  return command.action(async (...given: unknown[]) => {
    if (command.opts()['quiet']) world.progress.hush();
    const names = given
      .slice(0, args.length)
      .flat()
      .filter((name) => typeof name === 'string');
    const { steps } = await import('./steps/index.ts');
    // Each step takes the options that its own command declares.
    const step = steps[spec.name] as Step;
    done(await step(world, { ...command.opts(), command: spec.name }, names));
  });
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
