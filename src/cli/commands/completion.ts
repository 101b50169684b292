import { shellNames } from '../../outputs/completion/shell-names.ts';
import type { CommandSpec } from '../command.ts';

export const completion: CommandSpec = {
  name: 'completion',
  usage: 'completion <shell>',
  choices: shellNames,
  summary: 'a script by which bash, zsh or fish completes commands, options and files',
  examples: [
    [
      "dropship completion bash > ~/.dropship.bash && echo 'source ~/.dropship.bash' >> ~/.bashrc",
      'from the next bash on',
    ],
    [
      "dropship completion zsh > ~/.dropship.zsh && echo 'source ~/.dropship.zsh' >> ~/.zshrc",
      'from the next zsh on',
    ],
    [
      'dropship completion fish > ~/.config/fish/completions/dropship.fish',
      'from the next fish on',
    ],
  ],
  declare: (command) => command,
};
