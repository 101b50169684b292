import { once } from '../model/once.ts';
import { foldWord } from './cell.ts';

/** In English, German, French, Spanish, Italian, Dutch, Polish, Romanian, Portuguese, Russian: in full, as in a date, and shortened. */
const names = [
  'january jan januar jänner janvier janv enero ene gennaio gen januari styczeń stycznia sty ianuarie ian janeiro январь января янв',
  'february feb februar februari février févr fév febrero febbraio luty lutego lut februarie fevereiro fev февраль февраля фев февр',
  'march mar märz mär mrz mars marzo maart mrt marzec marca martie março март марта мар',
  'april apr avril avr abril abr aprile kwiecień kwietnia kwi aprilie апрель апреля апр',
  'may mai mayo maggio mag mei maj maja maio май мая',
  'june jun juni juin junio giugno giu czerwiec czerwca cze iunie iun junho июнь июня июн',
  'july jul juli juillet juil julio luglio lug lipiec lipca lip iulie iul julho июль июля июл',
  'august aug août aout agosto ago augustus sierpień sierpnia sie август августа авг',
  'september sep sept septembre septiembre setiembre settembre set wrzesień września wrz septembrie setembro сентябрь сентября сен сент',
  'october oct oktober okt octobre octubre ottobre ott październik października paź octombrie outubro out октябрь октября окт',
  'november nov novembre noviembre listopad listopada lis noiembrie noi novembro ноябрь ноября ноя нояб',
  'december dec dezember dez décembre déc diciembre dic dicembre grudzień grudnia gru decembrie dezembro декабрь декабря дек',
];

const months = once(
  (): ReadonlyMap<string, number> =>
    new Map(
      names.flatMap((month, i) => month.split(' ').map((name) => [foldWord(name), i + 1] as const)),
    ),
);

/** All names, without accents. */
export const monthNames = once((): readonly string[] => [...months().keys()]);

/** The month (1–12) of a name; undefined for any other word. */
export function monthNumber(name: string): number | undefined {
  return months().get(name) ?? months().get(foldWord(name));
}
