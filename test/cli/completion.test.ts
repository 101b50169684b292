import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { commandTree } from '../../src/cli/command-tree.ts';
import { type ShellName, shellNames } from '../../src/outputs/completion/shell-names.ts';
import { formatNames } from '../../src/outputs/format-names.ts';
import { dropship, folderWith } from '../rig.ts';

const commands = [...commandTree('0.0.0').commands.map((command) => command.name()), 'help'];
const files = { 'stock a.csv': '', 'stock.csv': '', 'shop/dropship.toml': '' };

function has(shell: string): boolean {
  return spawnSync(shell, ['-c', 'exit']).status === 0;
}

/** A folder with the script of a shell, and with something to complete. */
async function folderFor(shell: string): Promise<string> {
  const { code, stdout } = await dropship(folderWith({}), ['completion', shell]);
  expect(code).toBe(0);
  return folderWith({ ...files, [`script.${shell}`]: stdout });
}

/** Lines, and the words that may complete the last word of each. */
const cases: readonly (readonly [line: string, words: readonly string[]])[] = [
  ['', commands],
  ['cl', ['classify']],
  ['classify --no', ['--no-color']],
  ['classify -f ', formatNames],
  ['classify -o x.csv --format js', ['json']],
  ['forecast --period ', ['day', 'month']],
  ['forecast --method best', ['best-window']],
  ['forecast --window 28 --meth', ['--method']],
  ['completion ', shellNames],
  ['help noti', ['notices']],
  ['explain ', []],
  ['book --forget ', []],
  ['suppliers --min-margin ', []],
  ['init sh', ['shop']],
  ['classify -C s', ['shop']],
  ['ingest sto', ['stock a.csv', 'stock.csv']],
  ['ingest stock.csv stock.', ['stock.csv']],
  ['ingest --forget stock.', ['stock.csv']],
  ['classify --stock acme=stock.', ['stock.csv']],
  ['classify --stock stock.csv stock.', ['stock.csv']],
  ['classify --stock stock.csv --orders stock.', ['stock.csv']],
  ['classify --stock stock.csv --or', ['--orders']],
];

/** How each shell is made to complete every line: a line `= number` before the words of each. */
const askedFor: Record<ShellName, string> = {
  // Bash parts words at the equals sign.
  bash: `source script.bash
    try() { COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _dropship; printf '%s\n' "\${COMPREPLY[@]}"; }
    ${cases.map(([line], i) => `echo '= ${i}'; try dropship ${bashWords(line)}`).join('\n')}`,
  fish: `source script.fish
    ${cases.map(([line], i) => `echo '= ${i}'; complete -C 'dropship ${line}'`).join('\n')}`,
  // Zsh completes only for a person: one is played, and what is offered to them is written down.
  zsh: `zmodload zsh/zpty
    zpty shell zsh -f -i
    zpty -w shell 'PS1= PS2=; autoload -Uz compinit && compinit -u -D; source script.zsh; unsetopt automenu'
    zpty -w shell 'compadd() { local -a hits; if [[ " $* " == *\\ -[OAD]\\ * ]] { builtin compadd "$@"; return }; builtin compadd -A hits "$@"; [[ $#hits -gt 0 ]] && print -rl -- $hits >> hits.txt; builtin compadd "$@" }'
    zpty -w shell 'ask() { local at=0; for BUFFER in ${cases.map(([line]) => `"dropship ${line}"`).join(' ')}; do print "= $((at++))" >> hits.txt; CURSOR=$#BUFFER; zle complete-word; done; BUFFER= }'
    zpty -w shell 'zle -N ask; bindkey "^I" ask; print READ""Y'
    zpty -r shell seen '*READY*'
    zpty -w -n shell $'\\t'
    zpty -w shell 'print DON""E'
    zpty -r shell seen '*DONE*'
    zpty -d shell
    cat hits.txt`,
};

function bashWords(line: string): string {
  const words = line.split(' ').flatMap((word) => (word.includes('=') ? word.split(/(=)/) : word));
  return words.map((word) => `'${word}'`).join(' ');
}

/** What a shell offers for each line, each in the order of their letters; folders without a slash, values without a name. */
function offered(shell: ShellName, cwd: string): string[][] {
  const { stdout } = spawnSync(shell, ['-c', askedFor[shell]], {
    cwd,
    encoding: 'utf8',
    timeout: 20_000,
    env: { ...process.env, HOME: cwd, TERM: 'xterm' },
  });
  const blocks = stdout.split(/^= \d+\n/m).slice(1);
  return blocks.map((block) => {
    const words = block.split('\n').map((word) => word.replace(/\/?(\t.*)?$|\\/g, ''));
    return [...new Set(words.map((word) => word.replace(/^acme=/, '')))].filter(Boolean).toSorted();
  });
}

describe.each(shellNames)('completion %s', (shell) => {
  it.skipIf(!has(shell))(
    'is a script that the shell can read (skipped without the shell)',
    async () => {
      const cwd = await folderFor(shell);
      const { status, stderr } = spawnSync(shell, ['-n', `script.${shell}`], {
        cwd,
        encoding: 'utf8',
      });
      expect([status, stderr]).toEqual([0, '']);
    },
  );

  it.skipIf(!has(shell))(
    'has the shell complete every line (skipped without the shell)',
    async () => {
      const words = offered(shell, await folderFor(shell));
      const wanted = cases.map(([line, known]) => [line, known.toSorted()]);
      expect(cases.map(([line], i) => [line, words[i]])).toEqual(wanted);
    },
  );

  it('knows every command and every option, with its choices', async () => {
    const { stdout } = await dropship(folderWith({}), ['completion', shell]);
    for (const command of commandTree('0.0.0').commands) {
      expect(stdout).toContain(command.name());
      for (const { long, argChoices = [] } of command.options) {
        const name = shell === 'fish' ? `-l ${long?.slice(2)}` : `${long}`;
        expect(stdout).toContain(name);
        expect(stdout).toContain(argChoices.join(' '));
      }
    }
  });
});

it('completion of another shell is refused with the ones there are', async () => {
  const { code, stdout, stderr } = await dropship(folderWith({}), ['completion', 'tcsh']);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toContain('bash, zsh, fish');
});
