/** One thing that an explanation tells. */
export interface Fact {
  readonly fact: string;
  readonly value: string | number;
  /** File and line of the input it rests on. */
  readonly source?: string;
}
