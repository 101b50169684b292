import type { Rate } from './rates.ts';

/** How a supplier does, in a letter: from 95, 90 and 80 of 100 points up, and below. */
export type Grade = 'A' | 'B' | 'C' | 'D';

/** What a grade is made of. */
export interface GradeInput {
  readonly onTime: Rate;
  readonly fill: Rate;
  readonly cancelled: Rate;
}

/** Less than this tells nothing: parcels that left or should have, and units that are due. */
export const leastShipments = 5;
export const leastUnits = 20;

/** The weights are Logicbroker's: time to ship 70, shipped 20, not cancelled 10 of 100. */
const weights = { onTime: 70, fill: 20, kept: 10 };
const letters = [
  { grade: 'A', from: 95 },
  { grade: 'B', from: 90 },
  { grade: 'C', from: 80 },
] as const;

/** Points of 100, to a tenth, and their letter; undefined while there is too little to judge by. */
export function gradeOf({
  onTime,
  fill,
  cancelled,
}: GradeInput): { readonly grade: Grade; readonly score: number } | undefined {
  if (onTime.sample < leastShipments || fill.sample < leastUnits) return undefined;
  const { share: prompt = 0 } = onTime;
  const points =
    weights.onTime * prompt +
    weights.fill * (fill.share ?? 0) +
    weights.kept * (1 - (cancelled.share ?? 0));
  const score = Math.round(points * 10) / 10;
  const grade = letters.find(({ from }) => score >= from)?.grade ?? 'D';
  return { grade, score };
}
