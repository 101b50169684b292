const bars = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/** Numbers as bars of text, the largest the highest; nothing is a dot. */
export function sparkline(values: readonly number[]): string {
  const largest = Math.max(...values);
  return values
    .map((value) => {
      if (!(value > 0)) return '·';
      return bars[Math.ceil((value / largest) * bars.length) - 1] ?? '▁';
    })
    .join('');
}
