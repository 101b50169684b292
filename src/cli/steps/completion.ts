import { completionScripts } from '../../outputs/completion/scripts.ts';
import type { ShellName } from '../../outputs/completion/shell-names.ts';
import { commandTree } from '../command-tree.ts';
import { completionWords } from '../completion-words.ts';
import type { ExitCode, World } from '../world.ts';

export async function completion(
  world: World,
  _options: object,
  [shell]: readonly string[],
): Promise<ExitCode> {
  const words = completionWords(commandTree(world.version));
  // Commander lets only these in.
  world.stdout.write(completionScripts[shell as ShellName](words));
  return 0;
}
