import { once } from '../model/once.ts';
import { type PaymentState, paymentStates } from '../model/order.ts';

/** What has become of goods: all shipped, an unknown part, none yet, or they are not wanted any more. */
export type Goods = 'all' | 'part' | 'none' | 'cancelled';

/** What one word says of a whole order. */
interface OrderStatus {
  readonly payment: PaymentState;
  readonly goods: Goods;
}

/** A word as the tables below write it: `wc-on-hold`, `ON_HOLD` and `On hold` are one. */
function plainWord(word: string): string {
  return word
    .trim()
    .toLowerCase()
    .replace(/^wc-/, '')
    .replace(/[\s_-]+/g, ' ');
}

/** What a word means, by rows of a meaning and the words for it; undefined for one that is not known. */
function meaningOf<Meaning>(
  ...rows: readonly (readonly [Meaning, string])[]
): (word: string) => Meaning | undefined {
  const meanings = once(
    () =>
      new Map(
        rows.flatMap(([meaning, words]) =>
          words.split(', ').map((word) => [word, meaning] as const),
        ),
      ),
  );
  return (word) => meanings().get(plainWord(word));
}

/** A shop's word for the payment as we call it. */
export const readPaymentWord = meaningOf<PaymentState>(
  ...paymentStates.map((state) => [state, state.replaceAll('_', ' ')] as const),
  ['deposit', 'partially paid'],
  ['pending', 'unpaid, not paid'],
  ['refunded', 'fully refunded'],
  ['voided', 'expired'],
);

/** A shop's word for what has become of goods. */
export const readGoodsWord = meaningOf<Goods>(
  ['all', 'fulfilled, shipped, dispatched, despatched, delivered, completed'],
  ['part', 'partial, partially fulfilled, partially shipped'],
  [
    'none',
    'unfulfilled, not fulfilled, pending, open, scheduled, on hold, in progress, unshipped, processing',
  ],
  ['cancelled', 'restocked, cancelled, canceled'],
);

/**
 * A shop's word for a whole order: the states of a WooCommerce order in the languages of its users, and the words that other shops add. Processing is
 * paid and not shipped yet, on hold waits for the money; completed is shipped. Cancelled and failed orders were never
 * paid. Of a refunded order nothing will be shipped; whether it had been is not told.
 */
export const readStatusWord = meaningOf<OrderStatus>(
  [
    { payment: 'paid', goods: 'all' },
    'completed, complete, fulfilled, shipped, dispatched, despatched, delivered, abgeschlossen, fertiggestellt, versendet, terminée, terminé, expédiée, completado, completada, enviado, completato, spedito, afgerond, voltooid, verzonden',
  ],
  [
    { payment: 'paid', goods: 'none' },
    'processing, paid, awaiting fulfillment, awaiting shipment, awaiting pickup, in bearbeitung, wird bearbeitet, en cours, procesando, in lavorazione, in behandeling, verwerken',
  ],
  [
    { payment: 'paid', goods: 'part' },
    'partially shipped, partially fulfilled, teilweise versendet, partiellement expédiée',
  ],
  [
    { payment: 'pending', goods: 'none' },
    'on hold, pending, pending payment, awaiting payment, unpaid, in wartestellung, wartend, ausstehend, zahlung ausstehend, ausstehende zahlung, en attente, en attente de paiement, attente paiement, en espera, pendiente, pendiente de pago, in sospeso, in attesa, in attesa di pagamento, in de wacht, wachtend op betaling, in afwachting van betaling',
  ],
  [
    { payment: 'voided', goods: 'cancelled' },
    'cancelled, canceled, failed, declined, draft, checkout draft, auto draft, trash, storniert, fehlgeschlagen, annulée, annulé, échouée, échoué, échec, cancelado, cancelada, fallido, annullato, cancellato, fallito, geannuleerd, mislukt',
  ],
  [
    { payment: 'refunded', goods: 'none' },
    'refunded, rückerstattet, erstattet, remboursée, remboursé, reembolsado, rimborsato, terugbetaald, gerestitueerd',
  ],
  [{ payment: 'partially_refunded', goods: 'none' }, 'partially refunded'],
);

/** The words that are known for each kind of state, in English. */
export const knownWords = {
  payment_state: paymentStates,
  fulfilment_status: ['fulfilled', 'partial', 'unfulfilled', 'restocked'],
  line_status: ['fulfilled', 'partial', 'pending', 'restocked'],
  order_status: [
    'pending payment',
    'on hold',
    'processing',
    'completed',
    'partially shipped',
    'cancelled',
    'failed',
    'refunded',
  ],
} as const;
