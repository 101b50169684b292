import { groupBy } from '../../model/group-by.ts';
import type { ProgramWords, Value } from './words.ts';

/** For bash from 3.2 on, without the package bash-completion. */
export function bashScript({ options, commands }: ProgramWords): string {
  const names = (some: typeof options) => some.flatMap((option) => option.names).join(' ');
  const optionCases = commands.map(
    ({ name, options: own }) => `    ${name}) words='${names(own)}' ;;`,
  );
  const argumentCases = commands.flatMap(({ name, argument }) =>
    argument ? [`      ${name}) ${wanted(argument)} ;;`] : [],
  );
  return `# Completion of dropship for bash, made by "dropship completion bash".

# What the option $2 of the command $1 takes.
_dropship_value() {
  wants= many=
  case "$1 $2" in
${valueCases(commands).join('\n')}
  esac
}

_dropship() {
  local cur=\${COMP_WORDS[COMP_CWORD]} command= wants= many= words= word i
  for ((i = 1; i < COMP_CWORD; i++)); do
    word=\${COMP_WORDS[i]}
    case $word in
      =) ;; # bash parts words here: --format=csv, acme=stock.csv
      -?*) _dropship_value "$command" "$word" ;;
      *)
        if [[ $wants ]]; then
          [[ $many ]] || wants=
        elif [[ ! $command ]]; then
          command=$word
        fi
        ;;
    esac
  done
  [[ $cur == = ]] && cur=
  case $command in
    '') words='${names(options)}' ;;
${optionCases.join('\n')}
  esac
  if [[ $cur == -* ]]; then
    wants=$words
  elif [[ ! $wants ]]; then
    case $command in
      '') wants='${commands.map(({ name }) => name).join(' ')}' ;;
${argumentCases.join('\n')}
      *) wants=$words ;;
    esac
  fi
  COMPREPLY=()
  local IFS=$' \\n'
  case $wants in
    # Names of files are best left to bash itself, from bash 4 on.
    @file) compopt -o default 2>/dev/null || { IFS=$'\\n'; COMPREPLY=($(compgen -f -- "$cur")); } ;;
    @folder) compopt -o dirnames 2>/dev/null || { IFS=$'\\n'; COMPREPLY=($(compgen -d -- "$cur")); } ;;
    @text) ;;
    *) COMPREPLY=($(compgen -W "$wants" -- "$cur")) ;;
  esac
}

complete -F _dropship dropship
`;
}

/** One case for all options that take the same. An option that is the same in all commands is named without them. */
function valueCases(commands: ProgramWords['commands']): string[] {
  const all = commands.flatMap(({ name: command, options }) =>
    options.flatMap(({ names, value }) =>
      names.map((name) => ({ command, name, takes: value ? wanted(value) : '' })),
    ),
  );
  const patterns = [...groupBy(all, ({ name }) => name)].flatMap(([name, own]) =>
    new Set(own.map(({ takes }) => takes)).size === 1
      ? own.slice(0, 1).map(({ takes }) => ({ pattern: `*' ${name}'`, takes }))
      : own.map(({ command, takes }) => ({ pattern: `'${command} ${name}'`, takes })),
  );
  const taking = patterns.filter(({ takes }) => takes !== '');
  return [...groupBy(taking, ({ takes }) => takes)].map(
    ([takes, own]) => `    ${own.map(({ pattern }) => pattern).join(' | ')}) ${takes} ;;`,
  );
}

function wanted({ kind, choices, isMany }: Value): string {
  const wants = { file: '@file', 'named-file': '@file', folder: '@folder', text: '@text' };
  const what = kind === 'choice' ? choices.join(' ') : wants[kind];
  return `wants='${what}'${isMany ? ' many=1' : ''}`;
}
