import { once } from '../model/once.ts';
import { foldWord } from './cell.ts';
import { monthNames } from './month-names.ts';
import { moreWords } from './stock-words.ts';

// Most commands read no restock text, so the words are made alike when they are first asked for.
const list = (text: string): (() => readonly string[]) =>
  once(() => text.trim().split(/\s+/).map(foldWord));

const set = (text: string): (() => ReadonlySet<string>) => {
  const words = list(text);
  return once(() => new Set(words()));
};

/** One of some words, as the part of a pattern for folded text. */
export function anyOf(words: readonly string[]): string {
  return `(?:${words.toSorted((a, b) => b.length - a.length).join('|')})(?!\\p{L})`;
}

/** Words that say of units that they are still to come, in ten languages. */
export const arrivalWords = set(`
due eta incoming inbound expected expecting exp arriving arrive arrives arrival arr coming scheduled landing transit
erwartet voraussichtlich vorauss vsl ankunft zulauf eintreffend unterwegs
attendu attendue attendus prévu prévue prévus arrivage arrivée
previsto prevista llegada llega esperado esperada
arrivo atteso attesa
verwacht aankomst onderweg
oczekiwana oczekiwany spodziewana planowana drodze
estimat sosire așteptat
previsão chegada chega
ожидается ожидаемая поступление поступит будет ждем пути`);

/** Words for what can be had, as a rule from the day on that follows. */
export const readyWords = set(`
available avail lieferbar verfügbar disponible dispo disponibile leverbaar dostępny dostępna dostępne disponibil disponível`);

/** Words before the day from which units can be had. */
export const fromWords = set('from ab vom dès desde dal vanaf od с');

/** Words of deliveries: of units in stock as well, and of others than those that are named. */
const deliveryWords = set(`
back restock restocking restocked delivery deliver delivered shipping ship ships backorder backordered preorder lead leadtime
wieder lieferung liefertermin lieferzeit nachschub vorbestellung
livraison réappro réapprovisionnement retour délai
entrada reposición entrega plazo reserva
consegna riassortimento preordine
levering levertijd terug
dostawa termin przedsprzedaż
livrare termen reaprovizionare precomandă comandă
prazo
поставка доставка срок предзаказ`);

/** Words that say that goods will come. */
export const dueWords = once(
  (): ReadonlySet<string> => new Set([...arrivalWords(), ...readyWords(), ...deliveryWords()]),
);

/** Words that say nothing beside the date. */
export const fillers = set(`
in on by from at around about approx approximately ca circa est estimated of the to within next again order time usually more for week wk kw eta
end early late mid start beginning or and
ab am im vom zum den etwa ungefähr spätestens wieder nächste nächster ende anfang mitte oder und
le la les du des de à au en sous vers dans partir env environ début fin ou et
el los del a al desde hacia antes sobre y o
il dal entro per circa di e
op vanaf binnen rond uit
od w we za około ok na dnia
din luna pre la cca pe ziua
em por volta dia
в с к около через на примерно`);

/** Words with which a date is none on which goods come. */
export const stopWords = set(`
since ago last sold discontinued expired expires no not never cancelled canceled delayed delay delays overdue after
seit vor nicht kein keine verspätet verzögert nach depuis retard pas après hace retraso después ritardo dopo sinds geleden niet vertraagd
temu nie opóźnienie acum întârziere nu atraso não назад не нет задержка`);

const phrases = (text: string): (() => readonly string[]) =>
  once(() => text.split(/[,\n]/).map(foldWord).filter(Boolean));

/** Words beside a day that it is later, nobody knows how much; those before a count say so too. */
const lateBefore = phrases(`
min,minimum,earliest,no earlier than,mind,frühestens,au plus tôt,como mínimo,mínimo,minimo,non prima di,minimaal,tenminste,op zijn vroegst,
najwcześniej,minimalnie,minim,cel mai devreme,no mínimo,минимум,не ранее`);
const lateBehind = phrases(`
plus,or more,or longer,and more,min,minimum,at least,oder mehr,oder länger,und mehr,mindestens,ou plus,minimum,au moins,o más,mínimo,o più,minimo,of meer,
of langer,lub więcej,sau mai mult,ou mais,или более`);

/** A day (`@`) that is only the first that may be: `> 4 weeks`, `4 weeks +`, `frühestens in 4 Wochen`. */
export const openEnded = once(
  () =>
    new RegExp(
      `(?<![-=])[>≥]=?\\s*@|@\\s*\\+(?!\\s*\\d)|(?<!\\p{L})${anyOf([...moreWords.all(), ...lateBefore()])}[.:]?\\s*(?:\\p{L}+\\s+){0,2}@|@\\s*(?:,\\s*)?${anyOf(lateBehind())}`,
      'u',
    ),
);

/** A time (`@`) that is counted from a day: `6-8 weeks from 1 December`. */
export const countedFrom = once(
  () =>
    new RegExp(
      `@\\s*(?:${anyOf([...fromWords(), 'a partir de', 'a partir du', 'a partir del', 'a partire dal'])})\\s*@`,
      'u',
    ),
);

/** Words before a day on which something ends. */
export const untilWords = set('until til till jusqu jusque hasta fino bis tot do până ate até до');

export const dayWords = list(`
day days tag tage tagen jour jours día días giorno giorni dag dagen dzień dni zi zile dia dias день дня дней дн`);
export const workingWords = list(`
working business work ouvrés ouvrables hábiles laborables úteis lavorativi roboczych robocze lucrătoare рабочих рабочие`);
export const workingDayWords = list(
  'werktag werktage werktagen arbeitstag arbeitstage arbeitstagen werkdag werkdagen workdays',
);
export const weekWords = list(`
week weeks wk wks woche wochen semaine semaines sem semana semanas settimana settimane weken tydzień tygodnie tygodni tydz
săptămână săptămâni săpt неделя недели недель неделю нед`);
/** Words before the number of a week. A `w` alone is Polish for "in": `dostawa w 24 h`. */
export const weekLabels = list(`
wk week weeks kw cw kalenderwoche woche semaine sem semana settimana sett weeknr tydz tydzień săpt săptămâna нед неделя неделю неделе`);
export const monthWords = list(`
month months monat monate monaten mois mes meses mese mesi maand maanden miesiąc miesiące miesięcy lună luni mês месяц месяца месяцев`);

export const earlyWords = list(`
early beginning start anfang beginn début principios inicio inicios inizio inizi begin początek początku început începutul começo начало начале`);
export const midWords = list(`
mid middle mitte mi milieu mediados metà medio połowa połowie mijlocul mijloc meados середина середине`);
export const lateWords = list(`
end late ende fin finales fine eind einde koniec końcu sfârșit sfârșitul final fim finais конец конце`);

/** Month names that are other words too, where no year tells. */
const doubtful = new Set(['out', 'set']);
export const namesWithDay = once(() => monthNames().filter((name) => !doubtful.has(name)));
/** Month names that stand without a day; the short ones are other words too often. */
export const namesAlone = once(() =>
  monthNames().filter((name) => name.length > 3 || /^ma[iy]$/.test(name)),
);
