import type { Day } from '../../model/day.ts';
import { inOrderOfDays, type Restock } from '../../model/offer.ts';
import { articleIdentity, type OrderLine } from '../../model/order.ts';
import type { Policy, SkuOverride } from '../../model/policy.ts';
import type { Sku } from '../../model/sku.ts';
import type { ArticleNumber } from '../../model/sku-mapping.ts';
import type { Status } from '../../model/status.ts';
import type { DatedOffer, PlanInput } from '../input.ts';
import { cancelledBy } from '../outstanding.ts';

/** A day that may be any, one up to which, or one from which on a change has its effect. */
export interface Bound {
  readonly sense: 'any' | 'until' | 'from';
  readonly day: Day;
  /** What is stated now. */
  readonly from?: Day | undefined;
}

/**
 * One change of what a plan is made from, as small as it may be. Units of a supplier are those in which it counts.
 */
export type Change =
  /** The number that a supplier states, or that its word counts as. */
  | {
      readonly kind: 'units';
      readonly article: ArticleNumber;
      readonly from: number;
      readonly isWord: boolean;
      readonly to: number;
    }
  /** A newer file of the supplier; with the number it states now where none is given. */
  | {
      readonly kind: 'fresh-file';
      readonly article: ArticleNumber;
      readonly asOf: Day;
      readonly units?: number | undefined;
    }
  /** A supplier that does not list the SKU does. */
  | {
      readonly kind: 'listed';
      readonly article: ArticleNumber;
      readonly sku: Sku;
      readonly units: number;
    }
  /** A restock that a supplier states: a further one where none is moved. */
  | ({ readonly kind: 'restock-date'; readonly article: ArticleNumber } & Bound)
  | {
      readonly kind: 'restock-units';
      readonly article: ArticleNumber;
      readonly day: Day;
      readonly from: number;
      readonly to: number;
    }
  | { readonly kind: 'cancelled'; readonly cuts: readonly Cut[] }
  /** A new order, served after all others. */
  | { readonly kind: 'ordered'; readonly sku: Sku; readonly units: number }
  /** A cell of `skus.csv`. */
  | ({ readonly kind: 'own-date'; readonly sku: Sku; readonly key: OwnDate } & Bound)
  | {
      readonly kind: 'own-units';
      readonly sku: Sku;
      readonly key: OwnUnits;
      readonly from: number;
      readonly to: number;
    }
  | { readonly kind: 'unpinned'; readonly sku: Sku; readonly status: Status }
  | { readonly kind: 'continued'; readonly sku: Sku }
  /** A line of `[policy]` in `dropship.toml`. */
  | {
      readonly kind: 'policy-number';
      readonly key: PolicyNumber;
      readonly from: number;
      readonly to: number;
    }
  | { readonly kind: 'uncertain-restock'; readonly to: Policy['uncertainRestock'] }
  | { readonly kind: 'ship-available' };

/** Units of an open line that are cancelled. */
export interface Cut {
  readonly line: Pick<OrderLine, 'orderId' | 'lineId' | 'sku' | 'channel'>;
  readonly units: number;
}

type OwnDate = 'restock' | 'release';
export type OwnUnits = 'safetyStock' | 'backorderLimit' | 'preorderLimit';
export type PolicyNumber =
  | 'backorderMaxWaitDays'
  | 'preorderMaxWaitDays'
  | 'unknownRestockLimit'
  | 'returnQuantity';

/** What a plan would be made from if a change came about. */
export function applied(input: PlanInput, change: Change): PlanInput {
  switch (change.kind) {
    case 'units':
      return withOffer(input, change.article, (offer) => ({
        ...offer,
        quantity: change.to,
        quantityKind: 'exact',
      }));
    case 'fresh-file':
      return withOffer(input, change.article, (offer) => refreshed(offer, change));
    case 'listed':
      return { ...input, offers: [...input.offers, listed(change, input.today)] };
    case 'restock-date':
      return withOffer(input, change.article, ({ restocks, ...offer }) => ({
        ...offer,
        restocks: moved(restocks, change),
      }));
    case 'restock-units':
      return withOffer(input, change.article, ({ restocks, ...offer }) => ({
        ...offer,
        restocks: replaced(
          restocks,
          ({ day, quantity }) => day === change.day && quantity === change.from,
          (own) => ({ ...own, quantity: change.to }),
        ),
      }));
    case 'cancelled':
      return change.cuts.reduce(cut, input);
    case 'ordered':
      return { ...input, lines: [...input.lines, newLine(change.sku, change.units, input.today)] };
    default:
      return withOwnRule(input, change);
  }
}

/** Changes of what the merchant sets, not of what suppliers or customers say. */
export type OwnRule = Extract<
  Change,
  {
    kind:
      | 'own-date'
      | 'own-units'
      | 'unpinned'
      | 'continued'
      | 'policy-number'
      | 'uncertain-restock'
      | 'ship-available';
  }
>;

function withOwnRule(input: PlanInput, change: OwnRule): PlanInput {
  switch (change.kind) {
    case 'own-date':
      return withOverride(input, change.sku, { [change.key]: change.day });
    case 'own-units':
      return withOverride(input, change.sku, { [change.key]: change.to });
    case 'unpinned':
      return withOverride(input, change.sku, { status: undefined });
    case 'continued':
      return withOverride(input, change.sku, { discontinued: false });
    case 'policy-number':
      return withPolicy(input, { [change.key]: change.to });
    case 'uncertain-restock':
      return withPolicy(input, { uncertainRestock: change.to });
    case 'ship-available':
      return withPolicy(input, { waitMaxDays: 0 });
  }
}

function withOverride(input: PlanInput, sku: Sku, own: Partial<SkuOverride>): PlanInput {
  const override = { ...input.overrides.get(sku), sku, ...own };
  return { ...input, overrides: new Map([...input.overrides, [sku, override]]) };
}

function withPolicy(input: PlanInput, own: Partial<Policy>): PlanInput {
  return { ...input, policy: { ...input.policy, ...own } };
}

function withOffer(
  input: PlanInput,
  { supplier, supplierSku }: ArticleNumber,
  change: (offer: DatedOffer) => DatedOffer,
): PlanInput {
  return {
    ...input,
    offers: input.offers.map((offer) =>
      offer.supplier === supplier && offer.supplierSku === supplierSku ? change(offer) : offer,
    ),
  };
}

function refreshed(
  offer: DatedOffer,
  { asOf, units }: { readonly asOf: Day; readonly units?: number | undefined },
): DatedOffer {
  if (units === undefined) return { ...offer, asOf };
  return { ...offer, asOf, unread: undefined, quantity: units, quantityKind: 'exact' };
}

function listed(
  { article, sku, units }: Extract<Change, { kind: 'listed' }>,
  asOf: Day,
): DatedOffer {
  return {
    ...article,
    sku,
    quantity: units,
    quantityKind: 'exact',
    restocks: [],
    discontinued: false,
    asOf,
    place: { file: '' },
  };
}

function moved(restocks: readonly Restock[], { from, day }: Bound): readonly Restock[] {
  return inOrderOfDays(
    from === undefined
      ? [...restocks, { day }]
      : replaced(
          restocks,
          ({ day: own }) => own === from,
          (own) => ({ ...own, day }),
        ),
  );
}

function replaced(
  restocks: readonly Restock[],
  isIt: (restock: Restock) => boolean,
  change: (restock: Restock) => Restock,
): readonly Restock[] {
  const at = restocks.findIndex(isIt);
  return restocks.map((own, i) => (i === at ? change(own) : own));
}

/** The input with units of one line cancelled. */
function cut(input: PlanInput, { line, units }: Cut): PlanInput {
  return {
    ...input,
    lines: input.lines.map((own) =>
      isSameLine(own, line)
        ? {
            ...own,
            cancelledQuantity: cancelledBy(own, input.today) + units,
            cancelledAt: undefined,
          }
        : own,
    ),
  };
}

/** Whether two words on an order line are about the same line. */
export function isSameLine(a: Cut['line'], b: Cut['line']): boolean {
  return articleIdentity(a) === articleIdentity(b);
}

function newLine(sku: Sku, quantity: number, today: Day): OrderLine {
  return {
    orderId: '',
    lineId: 'new',
    orderedAt: `${today}T23:59:59`,
    sku,
    quantity,
    fulfilledQuantity: 0,
    cancelledQuantity: 0,
    returnedQuantity: 0,
    asOf: today,
    headAsOf: today,
    place: { file: '' },
  };
}
