import { painter } from '../outputs/paint.ts';
import { harmless } from '../outputs/terminal.ts';
import { interrupted, type World } from './world.ts';

/** What an answer was understood as, or why it cannot be. */
export type Understood<T> = { readonly value: T } | { readonly why: string };

/** The person at the terminal. */
export interface Talk {
  /** Puts a question, and again with a word why, until the answer is understood. Ends the command when the input ends. */
  readonly ask: <T>(question: string, read: (answer: string) => Understood<T>) => Promise<T>;
  readonly say: (text: string) => void;
  readonly paint: ReturnType<typeof painter>;
}

/** Talks with whoever `ask` reaches. */
export function talkWith({ stderr }: World, ask: NonNullable<World['ask']>): Talk {
  const say = (text: string): void => stderr.write(text);
  return {
    say,
    paint: painter(stderr.colour),
    ask: async (question, read) => {
      for (;;) {
        const answer = await ask(question);
        if (answer === undefined) throw interrupted();
        const understood = read(answer.trim());
        if ('value' in understood) return understood.value;
        say(`  ${harmless(understood.why)}\n`);
      }
    },
  };
}

/** One of some letters, the first of which is also taken for a blank answer. */
export function oneOf<Letter extends string>(
  letters: readonly [Letter, ...Letter[]],
): (answer: string) => Understood<Letter> {
  return (answer) => {
    if (answer === '') return { value: letters[0] };
    const letter = answer.toLowerCase()[0];
    const value = letters.find((one) => one === letter);
    return value === undefined
      ? { why: `Please answer ${letters.join(', ')}, or Enter.` }
      : { value };
  };
}
