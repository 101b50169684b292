/** A series as steps from sale to sale: of most articles most days are without one, and are gone through at once. */
export interface Steps {
  /** Of each step: the periods without a sale that it begins with; not more than `longestGap`. */
  readonly gaps: readonly number[];
  /** The units sold in the period after them; 0 where the step is its gap alone. */
  readonly values: readonly number[];
  /** Which of the ends asked for is reached with it; -1 for none. */
  readonly ends: readonly number[];
}

const longestGap = 64;

/** Cuts a series into steps, so that each of `ends` (lengths of its past, in order) is the end of one. */
export function stepsOf(values: ArrayLike<number>, ends: readonly number[]): Steps {
  const steps = { gaps: [] as number[], values: [] as number[], ends: [] as number[] };
  let gap = 0;
  const add = (value: number, end: number) => {
    steps.gaps.push(gap);
    steps.values.push(value);
    steps.ends.push(end);
    gap = 0;
  };
  let at = 0;
  ends.forEach((end, number) => {
    for (; at < end; at += 1) {
      const value = values[at] ?? 0;
      if (value === 0) gap += 1;
      if (value !== 0 || gap === longestGap) add(value, -1);
    }
    add(0, number);
  });
  return steps;
}

/** What becomes of a level that loses the same share in each of some periods without a sale. */
export interface Fade {
  readonly share: number;
  /** What is left of it after so many. */
  readonly left: readonly number[];
  /** The sum of the squares of what it was before each of them. */
  readonly squares: readonly number[];
}

/** Works out the fading of a level for every gap that a step may have. */
export function fadeOf(share: number): Fade {
  const left = [1];
  const squares = [0];
  for (let gap = 1; gap <= longestGap; gap += 1) {
    const before = left[gap - 1] ?? 0;
    left.push(before * (1 - share));
    squares.push((squares[gap - 1] ?? 0) + before * before);
  }
  return { share, left, squares };
}
