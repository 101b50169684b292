import { bashScript } from './bash.ts';
import { fishScript } from './fish.ts';
import type { ShellName } from './shell-names.ts';
import type { ProgramWords } from './words.ts';
import { zshScript } from './zsh.ts';

/** The script that tells a shell how to complete command lines: everything is in it, the program is not asked. */
export const completionScripts: Readonly<Record<ShellName, (words: ProgramWords) => string>> = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
};
