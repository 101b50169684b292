/** What an option or a command takes: `named-file` is a file, behind a name and `=` or by itself. */
export interface Value {
  readonly kind: 'file' | 'named-file' | 'folder' | 'choice' | 'text';
  /** What help calls it, in a word. */
  readonly label: string;
  /** All that a choice may be. */
  readonly choices: readonly string[];
  /** Several may follow one another. */
  readonly isMany: boolean;
}

export interface OptionWords {
  /** As they are typed: `-f`, `--format`. */
  readonly names: readonly string[];
  readonly summary: string;
  readonly value?: Value | undefined;
}

export interface CommandWords {
  readonly name: string;
  readonly summary: string;
  readonly options: readonly OptionWords[];
  readonly argument?: Value | undefined;
}

/** All words that a command line may be made of. */
export interface ProgramWords {
  readonly options: readonly OptionWords[];
  readonly commands: readonly CommandWords[];
}
