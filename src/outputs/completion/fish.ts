import { groupBy } from '../../model/group-by.ts';
import type { CommandWords, OptionWords, ProgramWords, Value } from './words.ts';

/** For fish from 3.0 on. */
export function fishScript({ options, commands }: ProgramWords): string {
  const lines = [
    '-f',
    ...options.map((option) => `-n __fish_use_subcommand ${optionSpec(option)}`),
    ...commands.map(
      ({ name, summary }) => `-n __fish_use_subcommand -a ${name} -d ${quoted(summary)}`,
    ),
    ...commands.flatMap(argumentLine),
    ...optionLines(commands),
  ];
  return `# Completion of dropship for fish, made by "dropship completion fish".
${lines.map((line) => `complete -c dropship ${line}\n`).join('')}`;
}

/** One line for an option of however many commands. */
function optionLines(commands: readonly CommandWords[]): string[] {
  const specs = commands.flatMap(({ name, options }) =>
    options.map((option) => ({ name, spec: optionSpec(option) })),
  );
  return [...groupBy(specs, ({ spec }) => spec)].map(
    ([spec, own]) => `${within(own.map(({ name }) => name))} ${spec}`,
  );
}

/** Words behind a command: its argument, or further values of an option that takes several. */
function argumentLine({ name, options, argument }: CommandWords): string[] {
  const value = argument ?? options.find((option) => option.value?.isMany)?.value;
  return value && value.kind !== 'text' ? [`${within([name])} ${valueSpec(value)}`] : [];
}

function within(commands: readonly string[]): string {
  return `-n '__fish_seen_subcommand_from ${commands.join(' ')}'`;
}

function optionSpec({ names, summary, value }: OptionWords): string {
  const forms = names.map((name) =>
    name.startsWith('--') ? `-l ${name.slice(2)}` : `-s ${name.slice(1)}`,
  );
  const takes = value ? [`-r ${valueSpec(value)}`] : [];
  return [...forms, ...takes, `-d ${quoted(summary)}`].join(' ');
}

function valueSpec({ kind, choices }: Value): string {
  switch (kind) {
    case 'file':
    case 'named-file':
      return '-F';
    case 'folder':
      return "-f -a '(__fish_complete_directories)'";
    case 'choice':
      return `-f -a '${choices.join(' ')}'`;
    case 'text':
      return '-f';
  }
}

function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}
