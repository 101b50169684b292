const dayLength = 86_400_000;
/** The day that spreadsheets count as 25569 is 1970-01-01. */
const spreadsheetEpoch = 25_569;
const serial = /^(\d{5})(?:[.,](\d+))?$/;
const unix = /^(?:\d{9,10}|\d{12,13})$/;
const from = Date.UTC(2000, 0, 1);
const until = Date.UTC(2100, 0, 1);

/** A moment, in milliseconds since 1970. */
export interface NumberedMoment {
  readonly at: number;
  /** `civil`: of whatever place the file comes from. `greenwich`: the same everywhere. */
  readonly clock: 'civil' | 'greenwich';
  readonly hasTime: boolean;
}

/** A bare number as a date of 2000 to 2099: days as spreadsheets count them, Unix seconds or milliseconds. */
export function momentOfNumber(text: string): NumberedMoment | undefined {
  const days = serial.exec(text);
  if (days) {
    const [, whole, part = ''] = days;
    const seconds = Math.round(Number(`0.${part}`) * 86_400);
    const at = (Number(whole) - spreadsheetEpoch) * dayLength + seconds * 1000;
    return within({ at, clock: 'civil', hasTime: part !== '' });
  }
  if (!unix.test(text)) return undefined;
  const at = Number(text) * (text.length > 10 ? 1 : 1000);
  return within({ at, clock: 'greenwich', hasTime: true });
}

function within(moment: NumberedMoment): NumberedMoment | undefined {
  return moment.at >= from && moment.at < until ? moment : undefined;
}
