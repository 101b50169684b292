import { Argument, Command } from 'commander';
import type { CommandSpec } from './command.ts';
import { commands } from './commands/index.ts';

/** The program with every command, its options and arguments; nothing happens yet when one is called. */
export function commandTree(version: string): Command {
  const program = new Command('dropship')
    .description(
      'What can I sell now, what with a date, when do I run out, whom must I tell? Answers from CSV files alone.',
    )
    .version(version, '-V, --version')
    .helpOption('-h, --help', 'show help')
    .helpCommand('help [command]', 'show help for a command')
    .showHelpAfterError('  hint: "dropship --help" lists the commands')
    .addHelpText(
      'after',
      '\nExit code: 0 all went well · 1 done, but something needs a person · 2 could not run.',
    );
  for (const spec of commands) program.addCommand(declared(spec));
  return program;
}

function declared(spec: CommandSpec): Command {
  const examples = spec.examples.map(([line, what]) => `  ${line}\n      ${what}`).join('\n');
  const command = spec
    .declare(new Command())
    .name(spec.name)
    .description(spec.summary)
    .helpOption('-h, --help', 'show this help')
    .showHelpAfterError(`  hint: "dropship ${spec.name} --help" shows what it takes`)
    .addHelpText('after', `\nExamples:\n${examples}`);
  for (const name of spec.usage.split(' ').slice(1)) {
    const argument = new Argument(name);
    command.addArgument(spec.choices ? argument.choices(spec.choices) : argument);
  }
  return command;
}
