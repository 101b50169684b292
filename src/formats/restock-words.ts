import { once } from '../model/once.ts';
import { foldWord } from './cell.ts';
import { monthNames } from './month-names.ts';

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

/** Words that say that goods will come, in ten languages. */
export const dueWords = set(`
due eta incoming inbound expected expecting exp arriving arrive arrives arrival arr back restock restocking restocked available avail
delivery deliver delivered shipping ship ships backorder backordered preorder coming scheduled landing transit lead leadtime
erwartet voraussichtlich vorauss vsl lieferbar wieder lieferung liefertermin lieferzeit ankunft zulauf nachschub verfügbar eintreffend vorbestellung
attendu attendue attendus prévu prévue prévus arrivage arrivée disponible dispo livraison réappro réapprovisionnement retour délai
previsto prevista llegada llega entrada reposición entrega plazo esperado esperada reserva
arrivo disponibile consegna riassortimento atteso attesa preordine
verwacht levering leverbaar aankomst levertijd terug
dostawa dostępny dostępna dostępne oczekiwana oczekiwany spodziewana planowana termin przedsprzedaż
livrare disponibil estimat sosire așteptat termen reaprovizionare precomandă comandă
previsão chegada chega disponível prazo reposição
ожидается ожидаемая поступление поступит поставка доставка срок будет ждем предзаказ`);

/** Words that say nothing beside the date. */
export const fillers = set(`
in on by from at around about approx approximately ca circa est estimated of the to within next stock again order time usually more for week wk kw eta
end early late mid start beginning or and
ab am im vom zum den etwa ungefähr spätestens wieder nächste nächster ende anfang mitte oder und
le la les du des de à au en sous vers dans partir env environ début fin ou et
el los del a al hacia antes sobre y o
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
/** Words before the number of a week. */
export const weekLabels = list(`
wk week weeks w kw cw kalenderwoche woche semaine sem semana settimana sett weeknr tydz tydzień săpt săptămâna нед неделя неделю неделе`);
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
