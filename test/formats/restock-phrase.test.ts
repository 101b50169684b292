import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { watchDates } from '../../src/formats/day-cell.ts';
import { readRestockPhrase } from '../../src/formats/restock-phrase.ts';
import type { Day } from '../../src/model/day.ts';

// A Monday, in ISO week 25.
const today = '2026-06-15' as Day;

describe('a day in the free text of a stock cell', () => {
  it.each([
    ['Incoming 11 July', '2026-07-11'],
    ['incoming July 11th', '2026-07-11'],
    ['Due 11-Jul-26', '2026-07-11'],
    ['ETA 2026-07-11', '2026-07-11'],
    ['ETA: 11.07.2026', '2026-07-11'],
    ['ETA 11.07.', '2026-07-11'],
    ['eta 25/11', '2026-11-25'],
    ['ETA 07/07', '2026-07-07'],
    ['ETA Sep-30-26', '2026-09-30'],
    ['11 July', '2026-07-11'],
    ['arriving 3 Dec', '2026-12-03'],
    ['Expected 1st of August', '2026-08-01'],
    // The last day that it can mean.
    ['back mid August', '2026-08-20'],
    ['early August', '2026-08-10'],
    ['end of August', '2026-08-31'],
    ['due August', '2026-08-31'],
    ['expected Feb 2028', '2028-02-29'],
    ['ETA 08/2026', '2026-08-31'],
    ['2-3 arbeitstage', '2026-06-18'],
    ['mid Sept 2026', '2026-09-20'],
    ['expected February 2028', '2028-02-29'],
    ['expected Q1 2027', '2027-03-31'],
    ['Q4', '2026-12-31'],
    // Week 32 of 2026 ends on Sunday, 9 August.
    ['due wk 32', '2026-08-09'],
    ['week 32', '2026-08-09'],
    ['KW 32', '2026-08-09'],
    ['KW32/2026', '2026-08-09'],
    ['KW 32/26', '2026-08-09'],
    ['KW 31/32', '2026-08-09'],
    ['weeks 31-32', '2026-08-09'],
    ['sem. 32', '2026-08-09'],
    ['semana 32', '2026-08-09'],
    ['settimana 32', '2026-08-09'],
    ['tydzień 32', '2026-08-09'],
    ['неделя 32', '2026-08-09'],
    ['KW 1', '2027-01-10'],
    // 2026 has 53 weeks; the last ends on 3 January.
    ['KW 53', '2027-01-03'],
    ['week of 3 August', '2026-08-09'],
    ['2-3 weeks', '2026-07-06'],
    ['2–3 Wochen', '2026-07-06'],
    ['Lieferzeit 2 bis 3 Wochen', '2026-07-06'],
    ['sous 2 à 3 semaines', '2026-07-06'],
    ['de 2 a 3 semanas', '2026-07-06'],
    ['2-3 settimane', '2026-07-06'],
    ['2-3 weken', '2026-07-06'],
    ['2-3 tygodnie', '2026-07-06'],
    ['2-3 săptămâni', '2026-07-06'],
    ['до 3 недель', '2026-07-06'],
    ['2-3 zile', '2026-06-18'],
    ['in 10 days', '2026-06-25'],
    ['10 Tage', '2026-06-25'],
    ['через 10 дней', '2026-06-25'],
    ['za 10 dni', '2026-06-25'],
    ['em até 10 dias', '2026-06-25'],
    ['5 working days', '2026-06-22'],
    ['5 Werktage', '2026-06-22'],
    ['5 jours ouvrés', '2026-06-22'],
    ['1 month', '2026-07-16'],
    ['1.5 weeks', '2026-06-26'],
    ['Out of stock until 11 July', '2026-07-11'],
    ['Not in stock, due 11 July', '2026-07-11'],
    ['ausverkauft bis 11. Juli', '2026-07-11'],
    ['Wieder lieferbar ab 11. Juli', '2026-07-11'],
    ['Mitte August', '2026-08-20'],
    ['disponible le 11 juillet', '2026-07-11'],
    ['mi-août', '2026-08-20'],
    ['fin août 2026', '2026-08-31'],
    ['llegada 11 de julio', '2026-07-11'],
    ['a mediados de agosto', '2026-08-20'],
    ['in arrivo il 11 luglio', '2026-07-11'],
    ['verwacht 11 juli', '2026-07-11'],
    ['dostawa 11 lipca', '2026-07-11'],
    ['livrare 11 iulie', '2026-07-11'],
    ['previsto 11 de julho', '2026-07-11'],
    ['поступление 11 июля', '2026-07-11'],
    ['ожидается в середине августа', '2026-08-20'],
    // The later end.
    ['11-15 July', '2026-07-15'],
    ['11 July - 15 July', '2026-07-15'],
    ['July 11-15', '2026-07-15'],
    ['end July/early August', '2026-08-10'],
    ['may arrive 11 July', '2026-07-11'],
    // Passed short ago: overdue. Long ago: next year's.
    ['due 1 May', '2026-05-01'],
    ['due 1 April', '2027-04-01'],
    ['KW 24', '2026-06-14'],
    // The days from one to the other, no year.
    ['Dec 15-20', '2026-12-20'],
    ['Dec 15 - 20', '2026-12-20'],
    ['Dec 5-10', '2026-12-10'],
    ['Dec 15-27', '2026-12-27'],
    // Two digits that cannot be the year of an announcement are a day; with a word for a part of the month they are none.
    ['Dec 15', '2026-12-15'],
    ['Dec-7', '2026-12-07'],
    ['Dec 27th', '2026-12-27'],
    ['Dec 27, 2026', '2026-12-27'],
    ['27 Dec', '2026-12-27'],
    ['Ende Nov 27', '2027-11-30'],
    ['Mitte Dezember 27', '2027-12-20'],
    ['fin nov. 27', '2027-11-30'],
    ['early Dec 15-20', '2026-12-20'],
    ['Q4/27', '2027-12-31'],
    ['Q1/28', '2028-03-31'],
    ['Q1 28', '2028-03-31'],
    ['livraison T4', '2026-12-31'],
    ['T4 2027', '2027-12-31'],
    ['arrivo 12 mag', '2026-05-12'],
    // Counted from the day that is named, not from that of the file.
    ['6-8 weeks from 1 December 2026', '2027-01-26'],
    ['6-8 weeks from 1 December', '2027-01-26'],
    ['4 Wochen ab 1.12.2026', '2026-12-29'],
    ['3 working days from 2026-12-04', '2026-12-09'],
    // At the most so long.
    ['bis zu 4 Wochen', '2026-07-13'],
    ['up to 4 weeks', '2026-07-13'],
    ['-> 11 July', '2026-07-11'],
  ])('%j is %s', (text, day) => {
    expect(readRestockPhrase(text, today)?.day).toBe(day);
  });

  it('needs the order of day and month where both are possible', () => {
    expect(readRestockPhrase('ETA 07/11', today)).toBeUndefined();
    expect(readRestockPhrase('ETA 07/11', today, { order: 'day-first' })?.day).toBe('2026-11-07');
    expect(readRestockPhrase('ETA 07/11', today, { order: 'month-first' })?.day).toBe('2026-07-11');
    expect(readRestockPhrase('ETA 07/11/2026', today)).toBeUndefined();
    expect(readRestockPhrase('ETA 07/11/2026', today, { order: 'month-first' })?.day).toBe(
      '2026-07-11',
    );
  });

  it.each([
    ['10 due 11 July', 10],
    ['10 pcs due 11 July', 10],
    ['incoming 50 on 11 July', 50],
    ['50 incoming 11 July', 50],
    ['arriving 11 July (50)', 50],
    ['11 July: 50 pcs', 50],
    ['ETA 11 July', undefined],
    ['PO 4711 due 11 July', undefined],
    // May be what is there now.
    ['5 (ETA 11 July)', undefined],
    ['5, ETA 11 July', undefined],
    ['5 in stock, 50 due 11 July', undefined],
    ['0 due 11 July', undefined],
    ['10 due 1 July, 20 due 11 July', undefined],
  ])('of %j comes with %s units', (text, quantity) => {
    const { day, quantity: units } = readRestockPhrase(text, today) ?? {};
    expect([day, units]).toEqual(['2026-07-11', quantity]);
  });

  it.each([
    '',
    'soon',
    'TBA',
    'asap',
    'bald',
    'Call',
    '5',
    '>30',
    '10-20',
    '07/11',
    '11.07',
    '1,194.00',
    'In stock',
    'Out of stock',
    'OUT',
    'SET',
    '10 set',
    '11 out of 20',
    'may',
    'may be back soon',
    'expected 2027',
    'due 31 June',
    'due week 54',
    'discontinued 11 July',
    'last sold 11 July',
    'since 11 July',
    'available until 11 July',
    'lieferbar bis 11. Juli',
    '2 weeks ago',
    'not before 11 July',
    'after 11 July',
    'delayed 2 weeks',
    'no ETA',
    'model 11 July edition',
    '24 hours',
    'dostawa w 24 h',
    'dostępny w 48 godzin',
    '12 mag',
    'T4',
    // The year or the day.
    'Nov-26',
    'Dec-27',
    'Dez. 27',
    'due Jan 28',
    'lieferbar ab 11/27',
    'ETA 26-07-05',
    'Q4 10',
    '3,4 weeks',
    // At least so long.
    '4+ weeks',
    '2-3+ weeks',
    '> 4 weeks',
    '>12 Wochen',
    '≥ 4 weeks',
    '30 days+',
    '30 days +',
    '4 weeks or more',
    'Lieferzeit mindestens 3 Wochen',
    'Lieferzeit mehr als 4 Wochen',
    'Lieferung frühestens in 4 Wochen',
    'frühestens 11. Juli',
    'earliest 11 July',
    'min. 4 weeks',
    'over 4 weeks',
    'at least another 4 weeks',
    'délai min. 6 semaines',
    'plus de 4 semaines',
    'au moins 4 semaines',
    'más de 4 semanas',
    'almeno 4 settimane',
    'minstens 4 weken',
    'ponad 4 tygodnie',
    'co najmniej 4 tygodnie',
  ])('is not found in %j', (text) => {
    expect(readRestockPhrase(text, today)).toBeUndefined();
  });

  it('takes numbers behind months as the other cells of the column show them', () => {
    const read = (text: string, ...column: readonly string[]) => {
      const watch = watchDates();
      for (const cell of [text, ...column]) watch.see(cell);
      return readRestockPhrase(text, today, watch.style())?.day;
    };
    expect(read('Dec 27')).toBeUndefined();
    expect(read('Dec 27', 'Dec 15')).toBe('2026-12-27');
    expect(read('Dec 27', 'Dec 28th')).toBe('2026-12-27');
    expect(read('Dec 27', 'Dec 28', 'Dec 29', 'Dec 26')).toBeUndefined();
    expect(read('Dec-27', 'Nov-26', 'Jan-27', 'Feb-27')).toBe('2027-12-31');
    expect(read('Dec-27', 'Nov-26', 'Jan-27', 'Feb-27', 'Mar 31')).toBe('2026-12-27');
    expect(read('lieferbar ab 11/27', '24/12/2026')).toBe('2027-11-30');
    expect(read('lieferbar ab 11/27', '12/24/2026')).toBe('2026-11-27');
  });

  it.each([
    ['due 11 July', 'arrival'],
    ['ab 11 July', 'arrival'],
    ['lieferbar ab 11 July', 'arrival'],
    ['w drodze, 11 July', 'arrival'],
    ['due in 3 days', 'arrival'],
    ['available in 6 weeks', 'arrival'],
    ['ships in 3 days', 'delivery'],
    ['lieferbar in 2-3 Tagen', 'delivery'],
    ['2-3 days', 'delivery'],
    ['lead time 6 weeks', 'delivery'],
    // Perhaps those units, perhaps others.
    ['11 July', undefined],
    ['next delivery 11 July', undefined],
    ['restock 11 July', undefined],
    ['3 weeks', undefined],
  ])('%j says of units before it: %s', (text, says) => {
    expect(readRestockPhrase(text, today)).toMatchObject({ says });
  });

  it('never throws and is never slow', () => {
    const words = fc.constantFrom(
      ...[
        'due',
        '11',
        'July',
        '-',
        '/',
        '2',
        'weeks',
        'wk',
        '32',
        '.',
        ',',
        '(',
        'mid',
        'de',
        "'26",
      ],
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 60 }), fc.string({ unit: 'binary' }), (a, b) => {
        readRestockPhrase(a.join(' '), today);
        readRestockPhrase(a.join(''), today);
        readRestockPhrase(b, today);
      }),
    );
  });
});
