import type { Grain } from '../forecast/grain.ts';
import type { Choice } from '../forecast/methods/index.ts';
import type { Article, MatchRules, MatchWay } from '../match/input.ts';
import type { Day } from '../model/day.ts';
import type { Kits } from '../model/kit.ts';
import type { Offer } from '../model/offer.ts';
import type { OrderExport, OrderLine } from '../model/order.ts';
import type { Policy, SkuOverride, SupplierTerms } from '../model/policy.ts';
import type { LinePromise, ShipPromise, ShownDates } from '../model/promise.ts';
import type { PurchaseLine } from '../model/purchase-order.ts';
import type { Return } from '../model/return.ts';
import type { Shipment } from '../model/shipment.ts';
import type { Sku } from '../model/sku.ts';
import type { Status } from '../model/status.ts';
import type { FileDays, PastOffer } from '../suppliers/past.ts';
import type { SupplierRecords } from '../suppliers/record.ts';
import type { Ending } from './ending.ts';

/** A supplier's offer with the day for which it is true. */
export interface DatedOffer extends Offer {
  readonly asOf: Day;
  /** None of its rows could ever be read. */
  readonly unread?: true | undefined;
  /** The first day on record without stock since there last was some; undefined while it shows stock. */
  readonly ranOutOn?: Day | undefined;
  /** Our units in one of the supplier's, where these differ. */
  readonly ownUnits?: { readonly numerator: number; readonly denominator: number } | undefined;
  /** The first day since which its row could not be read; undefined while it can. */
  readonly unreadSince?: Day | undefined;
  /** The day of the supplier's answer that corrects its file, or stands in for one. */
  readonly answeredOn?: Day | undefined;
  /** No file ever had the article. */
  readonly isOnlyAnswered?: true | undefined;
  /** How its SKU was found; undefined where it goes by the supplier's number. */
  readonly matchedBy?: MatchWay | undefined;
}

/** An article that a supplier's newest file lacks and an older one had. */
export type MissingArticle = Article;

/** What customers were shown of a SKU from a day on. */
export interface ShownStatus extends ShownDates {
  readonly day: Day;
  readonly sku: Sku;
  readonly status: Status;
}

/** What is remembered of the days before this one; it tells when a SKU could not be bought. */
export interface Memory {
  readonly files: ReadonlyMap<string, FileDays>;
  readonly offers: readonly PastOffer[];
  /** Changes of a SKU's status and of the dates shown with it, in order of days. */
  readonly statuses: readonly ShownStatus[];
  /** When order lines were to ship, by the runs that said so. */
  readonly promises?: readonly LinePromise[] | undefined;
}

/** Everything a plan is made from: the book as known on the day, the policy, the day. */
export interface PlanInput {
  readonly today: Day;
  readonly policy: Policy;
  readonly terms: ReadonlyMap<string, SupplierTerms>;
  readonly offers: readonly DatedOffer[];
  readonly missing: readonly MissingArticle[];
  readonly lines: readonly OrderLine[];
  /** The order files that were read, also those that had no order or of which later ones tell the lines. */
  readonly exports?: readonly OrderExport[] | undefined;
  /** The lines that must not ship any more. */
  readonly endings?: readonly Ending[] | undefined;
  /** What suppliers and carriers say has left. */
  readonly shipments: readonly Shipment[];
  /** What suppliers were told to ship; that of the day itself does not count yet. */
  readonly purchases?: readonly PurchaseLine[] | undefined;
  /** What came back or was complained of. */
  readonly returns?: readonly Return[] | undefined;
  readonly overrides: ReadonlyMap<Sku, SkuOverride>;
  /** What kits are made of: an order of one is demand for its components. */
  readonly kits: Kits;
  readonly matching: Omit<MatchRules, 'isOurs'>;
  /** SKUs and titles of the listings. */
  readonly listed: ReadonlyMap<Sku, string>;
  /** Status at the last recorded run of an earlier day. */
  readonly previous: ReadonlyMap<Sku, Status>;
  /** Days from a supplier's file to its next, as usual; 1 where unknown. */
  readonly feedGapDays: ReadonlyMap<string, number>;
  readonly memory?: Memory | undefined;
  /** What past restocks tell of each supplier, where that is known already; else it is learned from `memory`. */
  readonly records?: SupplierRecords | undefined;
  readonly orderPromise?: ShipPromise | undefined;
  /** Overrides the forecast method; `best-window` is the moving average that did best on the shop's own past. */
  readonly method?: Choice | 'best-window' | undefined;
  /** The periods that demand is forecast in; days where none are given. */
  readonly grain?: Grain | undefined;
}
