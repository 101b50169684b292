/** Minutes ahead of Greenwich, of the names that are used for one zone only. */
const zones: ReadonlyMap<string, number> = new Map([
  ['z', 0],
  ['utc', 0],
  ['gmt', 0],
  ['wet', 0],
  ['bst', 60],
  ['west', 60],
  ['cet', 60],
  ['mez', 60],
  ['cest', 120],
  ['mesz', 120],
  ['eet', 120],
  ['eest', 180],
  ['msk', 180],
  ['edt', -240],
  ['est', -300],
  ['cdt', -300],
  ['mdt', -360],
  ['pdt', -420],
  ['mst', -420],
  ['pst', -480],
  ['aest', 600],
  ['aedt', 660],
]);

const behindDate =
  /^(.*?\S)(?:T|,?\s+)(?:(?:at|um|à|om|o|la|às)\s+)?(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(?:([ap])\.?\s?m(?:\.|\b))?\s*(.*)$/i;

/** A cell's date, and the time of day behind it, if any. */
export interface DateAndTime {
  readonly date: string;
  readonly time?: TimeOfDay | undefined;
}

export interface TimeOfDay {
  /** Since midnight; undefined when there is no such time of day. */
  readonly seconds: number | undefined;
  /** Minutes ahead of Greenwich; undefined when none are stated, NaN when it cannot be told. */
  readonly zone: number | undefined;
}

/** Parts a cell into its date and the time of day behind it. */
export function splitTime(text: string): DateAndTime {
  const match = text.length > 80 || !text.includes(':') ? undefined : behindDate.exec(text);
  if (!match) return { date: text };
  const [, date = '', hours = '', minutes = '', seconds = '0', half, zone = ''] = match;
  return {
    date,
    time: {
      seconds: secondsOf(Number(hours), Number(minutes), Number(seconds), half?.toLowerCase()),
      zone: zone === '' ? undefined : readZone(zone),
    },
  };
}

function secondsOf(
  hours: number,
  minutes: number,
  seconds: number,
  half: string | undefined,
): number | undefined {
  if (hours > 23 || minutes > 59 || seconds > 59) return undefined;
  if (half === 'a' && hours > 12) return undefined;
  const late = half === 'p' && hours < 12 ? 12 : half === 'a' && hours === 12 ? -12 : 0;
  return ((hours + late) * 60 + minutes) * 60 + seconds;
}

/** `+0200`, `-05:00`, `+00`, `UTC`, `PDT`, `GMT+0100 (CET)`. */
function readZone(text: string): number {
  const named = zones.get(text.toLowerCase());
  if (named !== undefined) return named;
  const offset = /^(?:UTC|GMT)?([+-])(\d{2})(?::?(\d{2}))?(?: \([^()]*\))?$/i.exec(text);
  if (!offset) return Number.NaN;
  const [, sign, hours, minutes = '0'] = offset;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}
