import type { CommandWords, OptionWords, ProgramWords, Value } from './words.ts';

/** For zsh, as a file to be sourced or as `_dropship` in a folder of `fpath`. */
export function zshScript({ options, commands }: ProgramWords): string {
  const described = commands.map(({ name, summary }) => `        ${quoted(`${name}:${summary}`)}`);
  return `#compdef dropship
# Completion of dropship for zsh, made by "dropship completion zsh".

# A file, behind a name and = or by itself.
_dropship_named_files() {
  compset -P '*='
  _files
}

_dropship() {
  local curcontext=$curcontext state line ret=1
  typeset -A opt_args
  _arguments -C \\
    ${[...options.map(optionSpec), "'1: :->command'", "'*:: :->rest'"].join(' \\\n    ')} && ret=0
  case $state in
    command)
      local -a commands=(
${described.join('\n')}
      )
      _describe -t commands command commands && ret=0
      ;;
    rest)
      case $line[1] in
${commands.map(commandCase).join('\n')}
      esac
      ;;
  esac
  return ret
}

if [[ $funcstack[1] == _dropship ]]; then
  _dropship "$@"
else
  (( $+functions[compdef] )) || { autoload -Uz compinit && compinit }
  compdef _dropship dropship
fi
`;
}

function commandCase({ name, options, argument }: CommandWords): string {
  const more = options.find(({ value }) => value?.isMany)?.value;
  const specs = [
    ...options.map(optionSpec),
    ...(argument ? [quoted(`${argument.isMany ? '*' : '1'}${valueSpec(argument)}`)] : []),
    // An option that takes several leaves all but the first to the arguments.
    ...(more && !argument?.isMany ? [quoted(`*${valueSpec(more)}`)] : []),
  ];
  return `        ${name})
          _arguments \\
            ${specs.join(' \\\n            ')} && ret=0
          ;;`;
}

function optionSpec({ names, summary, value }: OptionWords): string {
  // Each name may have its value behind it, or as the next word.
  const forms = names.map((name) => (value ? `${name}${name.startsWith('--') ? '=' : '+'}` : name));
  const [form = '', other] = forms;
  const rest = `[${summary.replace(/[[\]\\:]/g, '\\$&')}]${value ? valueSpec(value) : ''}`;
  if (value?.isMany) return quoted(`*${form}${rest}`);
  if (other === undefined) return quoted(`${form}${rest}`);
  return `${quoted(`(${names.join(' ')})`)}{${form},${other}}${quoted(rest)}`;
}

function valueSpec({ kind, label, choices }: Value): string {
  const actions = {
    file: '_files',
    'named-file': '_dropship_named_files',
    folder: '_files -/',
    text: ' ',
  };
  return `:${label}:${kind === 'choice' ? `(${choices.join(' ')})` : actions[kind]}`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
