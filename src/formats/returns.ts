import { plainOrderWords } from './plain-orders.ts';
import { readTracking, shipmentWords } from './shipments.ts';
import { type Columns, normaliseName, resolveColumns, type Vocabulary } from './vocabulary.ts';
import { wordList } from './word-list.ts';

/** Columns of the canonical returns file, in its order. */
export const returnFields = [
  'order_id',
  'line_id',
  'sku',
  'quantity',
  'returned_at',
  'reason',
  'supplier',
  'return_id',
] as const;

export type ReturnField = (typeof returnFields)[number];

const words = (text: string): readonly string[] => text.split(', ');

/** Dates that are those of a return only in a file that tells of returns. */
const bareDates = words(
  'date, datum, fecha, data, created at, created, requested at, received at, erstellt am, angelegt am, créé le, creado el, creato il, aangemaakt op',
);

/** Reasons that other files give too. */
const bareReasons = words('reason, reason code, grund, motif, raison, motivo, causale, reden');

/** Names that a list of orders may have as well, for a mark or a count. */
const weakReasons = words('complaint, reklamation, réclamation, reclamación, reclamo, klacht');
const weakNumbers = words('rma');
const weakSigns = wordList(
  [
    ...weakReasons,
    ...weakNumbers,
    ...words('return, returns, retoure, retouren, retour, retours, devolución, reso, resi'),
  ].join(),
  normaliseName,
);

/** How shops' and suppliers' lists of returns and complaints name their columns; the more special before the plain. */
export const returnWords: Vocabulary<ReturnField> = {
  order_id: [...shipmentWords.order_id, ...words('order name/number, original order, commande n°')],
  line_id: shipmentWords.line_id,
  sku: shipmentWords.sku,
  quantity: [
    ...words('return quantity, returned quantity, quantity returned, qty returned, returned qty'),
    ...words('return qty, units returned, returned units, retourenmenge, retourmenge'),
    ...words('retournierte menge, zurückgesendete menge, rückgabemenge, reklamierte menge'),
    ...words('quantité retournée, quantité retour, qté retournée, qté retour'),
    ...words('cantidad devuelta, unidades devueltas, quantità resa, quantità restituita'),
    ...words('pezzi resi, geretourneerd aantal, aantal geretourneerd, aantal retour, quantity'),
    ...shipmentWords.quantity,
  ],
  returned_at: [
    ...words('return date, returned on, date returned, date of return, returned date, rma date'),
    ...words('return requested at, return request date, return requested on, return created at'),
    ...words('return received at, return received on, return received, complaint date'),
    ...words('date of complaint, claim date, complained on'),
    ...words('rücksendedatum, rücksendungsdatum, retourendatum, retoure datum, rückgabedatum'),
    ...words('datum der rücksendung, datum der retoure, retourniert am, zurückgesendet am'),
    ...words('zurückgeschickt am, retoureneingang, reklamationsdatum, reklamiert am'),
    ...words('date de retour, date du retour, date retour, retourné le, renvoyé le'),
    ...words('date de réclamation, date de la réclamation, date réclamation'),
    ...words('fecha de devolución, fecha devolución, fecha de la devolución, devuelto el'),
    ...words('fecha de reclamación, fecha reclamación, fecha de la reclamación'),
    ...words('data di reso, data reso, data del reso, data di restituzione, data restituzione'),
    ...words('reso il, restituito il, data reclamo, data del reclamo'),
    ...words('retourdatum, datum retour, geretourneerd op, teruggestuurd op, retour ontvangen op'),
    ...words('klachtdatum, datum klacht'),
    ...bareDates,
  ],
  reason: [
    ...words('return reason, reason for return, returns reason, rma reason, complaint reason'),
    ...words('reason for complaint, claim reason'),
    ...words('retourgrund, retourengrund, retouregrund, rücksendegrund, rücksendungsgrund'),
    ...words('rückgabegrund, grund der rücksendung, grund der retoure, grund für retoure'),
    ...words('reklamationsgrund, grund der reklamation'),
    ...words('motif de retour, motif du retour, motif retour, raison du retour, raison de retour'),
    ...words('motif de réclamation, motif de la réclamation, motif réclamation'),
    ...words('motivo de devolución, motivo de la devolución, motivo devolución'),
    ...words('motivo de reclamación, motivo de la reclamación, motivo reclamación'),
    ...words('motivo del reso, motivo di reso, motivo reso, motivo della restituzione'),
    ...words('motivo restituzione, motivo del reclamo, motivo reclamo'),
    ...words('retourreden, reden retour, reden van retour, reden voor retour, retour reden'),
    ...words('reden van retourneren, klachtreden, reden klacht, reden van klacht'),
    ...bareReasons,
    ...weakReasons,
  ],
  supplier: shipmentWords.supplier,
  return_id: [
    ...words('rma number, rma no, rma nr, rma #, rma id, return id, return number, return no'),
    ...words('return nr, return #, amazon rma id'),
    ...words('rma-nummer, retourennummer, retouren-nr., retournummer, retour-nr., rücksendenummer'),
    ...words('rücksendungsnummer, rückgabenummer, reklamationsnummer, reklamations-nr.'),
    ...words('numéro de retour, n° de retour, n° retour, numéro rma, numéro de réclamation'),
    ...words('número de devolución, nº de devolución, nº devolución, número rma'),
    ...words('numero reso, n. reso, numero di reso, numero rma, klachtnummer'),
    ...weakNumbers,
  ],
};

/** How surely other columns than a date say that a file tells of returns. */
function signOf(
  header: readonly string[],
  columns: Columns<ReturnField>,
): 'sure' | 'weak' | 'none' {
  const isSure = (at: number | undefined, weak: readonly string[]) =>
    at !== undefined && !isNamed(header, at, weak);
  if (isSure(columns.reason, [...bareReasons, ...weakReasons])) return 'sure';
  if (isSure(columns.return_id, weakNumbers)) return 'sure';
  return header.some((name) => weakSigns.has(normaliseName(name))) ? 'weak' : 'none';
}

function isNamed(header: readonly string[], at: number, names: readonly string[]): boolean {
  const own = normaliseName(header[at] ?? '');
  return names.some((name) => normaliseName(name) === own);
}

/** Whether a header is that of returns: an order and a day of return, for which a bare date stands beside another sign. */
export function isReturns(header: readonly string[]): boolean {
  const { columns } = resolveColumns(returnWords, header);
  const { order_id: order, returned_at: day } = columns;
  if (order === undefined || day === undefined) return false;
  return !isNamed(header, day, bareDates) || signOf(header, columns) !== 'none';
}

/**
 * Returns and nothing else. Of a list of orders nobody knows better where its day is no other than that of the return,
 * and something more than a mark says that it is one; or where every row has the number of a return.
 */
export function isOnlyReturns(header: readonly string[]): boolean {
  if (!isReturns(header)) return false;
  const { columns } = resolveColumns(returnWords, header);
  const { ordered_at: ordered, sku, quantity } = resolveColumns(plainOrderWords, header).columns;
  if (ordered === undefined || sku === undefined || quantity === undefined) return true;
  const { returned_at: day = -1, return_id: number } = columns;
  if (ordered === day) return signOf(header, columns) === 'sure';
  const isNumbered = number !== undefined && !isNamed(header, number, weakNumbers);
  return isNumbered && !isNamed(header, day, bareDates);
}

/** Whether what a list of shipments would have as its day is the day of a return. */
export function isReturnDay(header: readonly string[]): boolean {
  const { returned_at: returned } = resolveColumns(returnWords, header).columns;
  const { shipped_at: shipped } = resolveColumns(shipmentWords, header).columns;
  return isReturns(header) && returned === shipped;
}

/** The number of a return in a cell; undefined where a word or a mark stands for none. */
export function readReturnId(cell: string): string | undefined {
  const text = readTracking(cell);
  return text !== undefined && /\d/.test(text) && text !== '1' ? text : undefined;
}
