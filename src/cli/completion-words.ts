import type { Argument, Command, Option } from 'commander';
import type {
  CommandWords,
  OptionWords,
  ProgramWords,
  Value,
} from '../outputs/completion/words.ts';

/** All words that a program's own command tree knows. */
export function completionWords(program: Command): ProgramWords {
  const help = program.createHelp();
  // The help command is not among the program's own.
  const commands = help.visibleCommands(program);
  const names = commands.map((command) => command.name());
  return {
    options: help.visibleOptions(program).map(optionWords),
    commands: commands.map((command): CommandWords => {
      const [argument] = command.registeredArguments;
      return {
        name: command.name(),
        summary: command.description(),
        options: help.visibleOptions(command).map(optionWords),
        argument: argument && argumentValue(argument, names),
      };
    }),
  };
}

function optionWords({
  short,
  long,
  flags,
  description,
  required,
  variadic,
  argChoices,
}: Option): OptionWords {
  const placeholder = /<(.+?)(?:\.\.\.)?>/.exec(flags)?.[1] ?? '';
  return {
    names: [short, long].filter((name) => name !== undefined),
    summary: description,
    value: required ? takenAs(placeholder, variadic, argChoices) : undefined,
  };
}

function argumentValue(argument: Argument, commands: readonly string[]): Value {
  const name = argument.name();
  const choices = name === 'command' ? commands : argument.argChoices;
  return takenAs(name, argument.variadic, choices);
}

const kinds: ReadonlyMap<string, Value['kind']> = new Map([
  ['file', 'file'],
  ['files', 'file'],
  ['dir', 'folder'],
]);

/** What is wanted, by what the help calls it. */
function takenAs(placeholder: string, isMany: boolean, choices: readonly string[] = []): Value {
  const label = placeholder.replace(/^\[.*?\]/, '');
  const known = kinds.get(label) ?? 'text';
  const named = known === 'file' && label !== placeholder ? 'named-file' : known;
  return { kind: choices.length > 0 ? 'choice' : named, label, choices, isMany };
}
