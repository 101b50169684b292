import type { DateBasis } from '../model/status.ts';
import type { Part } from '../plan/serve.ts';
import type { Fact } from './fact.ts';
import type { Row, View } from './view.ts';

/** What is told of a SKU or an order, one fact a row. */
export function explanation(subject: string, facts: readonly Fact[]): View {
  return {
    columns: ['subject', 'fact', 'value', 'source'],
    rows: facts.map((fact): Row => ({ subject, ...fact })),
    whenEmpty: `${subject} has no lines that were known on the day.`,
    glance: [
      { column: 'fact', heading: subject, rank: 0 },
      {
        column: 'value',
        heading: '',
        rank: 0,
        wide: true,
        show: ({ value, source }) => `${value}${source === undefined ? '' : `   [${source}]`}`,
      },
    ],
  };
}

/** What a date rests on. */
export function basisText(basis: DateBasis): string {
  const words = basisWords[basis];
  return words === undefined ? basis : `${basis}: ${words}`;
}

const basisWords: { readonly [Basis in DateBasis]?: string } = {
  stated: "the supplier's date",
  'stated+record': "the supplier's date, and as late as its goods came before",
  learned: 'as long as it was out before',
  typical: 'its usual restock time',
  override: 'your own date',
};

/** The stock or the arrival that a part comes from. */
export function fromWhere({ supplier, source }: Part): string {
  if (supplier === undefined || source === undefined) return '';
  return source === 'stock' ? ` from ${supplier}` : ` for the arrival of ${source} at ${supplier}`;
}

/** What keeps a part from shipping, in words. */
export function waitText({ blockedBy = '', source, supplier }: Part): string {
  switch (blockedBy) {
    case 'arrivals-used-up':
      return 'all that will come is promised to earlier orders';
    case 'stale-feed':
      return 'the lists of its suppliers are too old to be believed';
    case 'restock-overdue':
      return 'the stated restock date has passed without the goods';
    case 'no-restock-date':
      return 'none is left, and no supplier states when more comes in';
    case 'no-offer':
      return 'no supplier lists it';
    case 'discontinued':
      return 'it is discontinued, and none is left';
    default:
      return otherWaitText(blockedBy, source, supplier);
  }
}

function otherWaitText(
  blockedBy: string,
  source: Part['source'],
  supplier: string | undefined,
): string {
  if (blockedBy.startsWith('release ')) return `its release on ${blockedBy.slice(8)}`;
  if (blockedBy.startsWith('line '))
    return `${blockedBy} of this order, as the order ships as a whole`;
  if (blockedBy.startsWith('arrival ') && source !== undefined)
    return `the goods that come in at ${supplier} on ${source}`;
  return blockedBy;
}
