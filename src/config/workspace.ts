import type { FileStyle } from '../formats/file-style.ts';
import type { Mark } from '../formats/marks.ts';
import type { MappableOrderField } from '../formats/orders.ts';
import type { ReturnField } from '../formats/returns.ts';
import type { ShipmentField } from '../formats/shipments.ts';
import type { StockMapping } from '../formats/stock.ts';
import type { GuardLimits } from '../model/guard.ts';
import type { SellAhead } from '../model/listing.ts';
import { wordQuantity } from '../model/offer.ts';
import type { Buffer, Policy, SupplierTerms } from '../model/policy.ts';
import type { ShipPromise } from '../model/promise.ts';
import { orderKey } from '../model/shipment.ts';
import {
  type FileStyleSettings,
  promisePattern,
  type Settings,
  type SupplierSettings,
} from './schema.ts';

/** A supplier's terms (without its holidays, which lie in a file) and how its files are read. */
export interface SupplierSetup extends FileStyle {
  readonly terms: SupplierTerms;
  readonly files: readonly string[];
  readonly coverage: 'full' | 'changes';
  readonly holidaysFile?: string | undefined;
  /** How its parcels are to go, as purchase orders say. */
  readonly service?: string | undefined;
  readonly columns?: StockMapping | undefined;
  readonly words: ReadonlyMap<string, number>;
  /** What its own words say of an article. */
  readonly marks?: ReadonlyMap<string, Mark> | undefined;
  /** The highest number it states, meaning "so many or more"; false: none. Absent: seen from each file. */
  readonly quantityCap?: number | false | undefined;
  /** What our SKUs have before the supplier's numbers, and what its numbers have that our SKUs have not. */
  readonly prefixes: { readonly ours?: string | undefined; readonly theirs?: string | undefined };
}

export interface OrdersSetup extends FileStyle {
  readonly name: string;
  readonly files: readonly string[];
  readonly history: boolean;
  /** Lists of open orders only: what a later one lacks is open no more. */
  readonly openOnly?: boolean | undefined;
  readonly columns?: { readonly [F in MappableOrderField]?: string | undefined } | undefined;
}

/** Files of units that left or came back. */
interface UnitsSetup<Field extends string> extends FileStyle {
  readonly name: string;
  readonly files: readonly string[];
  /** Whose files these are, where the section bears a supplier's name. */
  readonly supplier?: string | undefined;
  readonly columns?: { readonly [F in Field]?: string | undefined } | undefined;
}

export type ShipmentsSetup = UnitsSetup<ShipmentField>;
export type ReturnsSetup = UnitsSetup<ReturnField>;

/** Files of a section that has no name of its own. */
interface ListSetup {
  readonly files: readonly string[];
  readonly style: FileStyle;
}

export interface ListingSetup {
  readonly name: string;
  readonly file: string;
  readonly sellAhead: SellAhead;
  readonly share: number;
  readonly maxQuantity?: number | undefined;
  readonly hideBelow: number;
  readonly location?: string | undefined;
}

/** Everything the configuration says, with the defaults filled in. */
export interface Workspace {
  readonly timezone: string;
  readonly currency?: string | undefined;
  readonly store: {
    readonly name: string;
    readonly replyTo?: string | undefined;
    /** What suppliers are to lay into each parcel. */
    readonly packingNote?: string | undefined;
    /** That of customers whose own nothing is written in. */
    readonly language: NonNullable<NonNullable<Settings['store']>['language']>;
    /** Where customers of the EU withdraw from their contract. */
    readonly withdrawalUrl?: string | undefined;
    /** Days for which an authorised payment can be charged. */
    readonly holdDays: number;
    readonly country?: string | undefined;
    readonly orderPromise?: ShipPromise | undefined;
  };
  readonly suppliers: ReadonlyMap<string, SupplierSetup>;
  readonly orders: readonly OrdersSetup[];
  readonly shipments: readonly ShipmentsSetup[];
  readonly returns: readonly ReturnsSetup[];
  /** Files in which suppliers answer questions. */
  readonly answers: ListSetup;
  /** Files that tell what became of notices, and what customers answered. */
  readonly events: ListSetup;
  /** Files of those who asked to be told when an article is back. */
  readonly requests: ListSetup;
  readonly listings: readonly ListingSetup[];
  readonly notices: {
    /** Orders that have to wait for goods are confirmed. */
    readonly confirmsOrders: boolean;
    /** The folder with edited wording. */
    readonly templates?: string | undefined;
    /** The file with what the store says of cancellations and returns. */
    readonly policyFile?: string | undefined;
  };
  readonly policy: Policy;
  readonly guard: GuardLimits;
  /** `run` writes purchase orders, which counts as having sent them. */
  readonly runOrders: boolean;
}

/** Countries where a shopper must be told the delivery date: the EU and the United Kingdom. */
const deliveryDateCountries = new Set(
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK GB UK'.split(
    ' ',
  ),
);

/** Fills in the defaults; `machineTimezone` is used where the file names none. */
export function toWorkspace(settings: Settings, machineTimezone: () => string): Workspace {
  const { store = {} } = settings;
  const of = <T>(section: Readonly<Record<string, T>> = {}) => Object.entries(section);
  return {
    timezone: settings.timezone ?? machineTimezone(),
    currency: settings.currency,
    store: {
      name: store.name ?? 'Your shop',
      replyTo: store.reply_to,
      packingNote: store.packing_note,
      language: store.language ?? 'en',
      withdrawalUrl: store.withdrawal_url,
      holdDays: store.hold_days ?? 7,
      country: store.country,
      orderPromise:
        store.order_promise === undefined
          ? undefined
          : toPromise(store.order_promise, store.country),
    },
    suppliers: new Map(of(settings.suppliers).map(([id, setup]) => [id, toSupplier(id, setup)])),
    orders: of(settings.orders).map(([name, setup]) => ({
      name,
      files: [setup.files].flat(),
      history: setup.history ?? false,
      openOnly: setup.open_only,
      columns: setup.columns,
      ...toStyle(setup),
    })),
    shipments: of(settings.shipments).map(([name, setup]) => toUnits(name, setup, settings)),
    returns: of(settings.returns).map(([name, setup]) => toUnits(name, setup, settings)),
    answers: toList(settings.answers),
    events: toList(settings.events),
    requests: toList(settings.requests),
    listings: of(settings.listings).map(([name, setup]) => ({
      name,
      file: setup.file,
      sellAhead: setup.sell_ahead ?? 'open',
      share: setup.share ?? 1,
      maxQuantity: setup.max_quantity,
      hideBelow: setup.hide_below ?? 0,
      location: setup.location,
    })),
    notices: {
      confirmsOrders: settings.notices?.confirm_orders ?? false,
      templates: settings.notices?.templates,
      policyFile: settings.notices?.policy,
    },
    policy: toPolicy(settings.policy, store.country),
    guard: toGuard(settings.policy?.guard),
    runOrders: settings.policy?.purchase_orders ?? false,
  };
}

function toList(setup: Settings['answers']): ListSetup {
  return { files: [setup?.files ?? []].flat(), style: toStyle(setup ?? {}) };
}

function toUnits(
  name: string,
  setup: NonNullable<Settings['shipments'] & Settings['returns']>[string],
  { suppliers }: Settings,
): ShipmentsSetup & ReturnsSetup {
  return {
    name,
    files: [setup.files].flat(),
    supplier: suppliers?.[name] === undefined ? undefined : name,
    columns: setup.columns,
    ...toStyle(setup),
  };
}

function toPolicy(policy: Settings['policy'] = {}, country: string | undefined): Policy {
  const showsDelivery = country !== undefined && deliveryDateCountries.has(country);
  return {
    backorderMaxWaitDays: policy.backorder_max_wait_days ?? 30,
    preorderMaxWaitDays: policy.preorder_max_wait_days ?? 180,
    uncertainRestock: policy.uncertain_restock ?? 'preorder',
    unknownRestockLimit: policy.unknown_restock_limit ?? 10,
    returnQuantity: policy.return_quantity ?? 1,
    maxReturnRate: policy.max_return_rate ?? 0.1,
    serviceLevel: policy.service_level ?? 0.95,
    waitMaxDays: toWait(policy.shipping),
    priorityOrders: new Set((policy.priority_orders ?? []).map(orderKey)),
    labelDate: policy.label_date ?? (showsDelivery ? 'delivery' : 'ship'),
  };
}

/** The days that goods may wait for others of their order. */
function toWait(shipping = 'ship-available'): number {
  if (shipping === 'ship-available') return 0;
  return shipping === 'hold-together' ? Number.POSITIVE_INFINITY : Number(shipping.split(' ')[1]);
}

function toGuard(guard: NonNullable<Settings['policy']>['guard'] = {}): GuardLimits {
  return {
    maxTotalDrop: guard.max_total_drop ?? 0.5,
    maxTotalRise: guard.max_total_rise ?? 5,
    maxMissingSkus: guard.max_missing_skus ?? 0.25,
    maxUnparsable: guard.max_unparsable ?? 0.25,
  };
}

function toStyle({ dates, numbers, encoding }: FileStyleSettings): FileStyle {
  const numberStyle = numbers && (numbers === 'decimal-comma' ? 'comma' : 'point');
  return { dayOrder: dates, numberStyle, encoding };
}

/** A supplier of which only some things, or nothing, are configured. */
export function toSupplier(id: string, setup: SupplierSettings = {}): SupplierSetup {
  const words = Object.entries(setup.words ?? {}).map(
    ([word, means]) => [word.toLowerCase(), means] as const,
  );
  const { transit_days: transit = 5 } = setup;
  return {
    terms: {
      id,
      name: setup.name ?? id,
      dispatchDays: setup.dispatch_days ?? 2,
      transitDays: typeof transit === 'number' ? transit : Math.max(...transit),
      restockDays: setup.restock_days,
      slipDays: setup.slip_days ?? 0,
      buffer: toBuffer(setup.buffer ?? 0),
      staleAfterDays: setup.stale_after_days ?? 7,
      priority: setup.priority ?? 1,
      holidays: new Set(),
      wordQuantity,
      forwarded: setup.forwarded ?? 'recorded',
    },
    files: setup.files === undefined ? [] : [setup.files].flat(),
    coverage: setup.files_are ?? 'full',
    holidaysFile: setup.holidays,
    service: setup.service,
    columns: setup.columns,
    words: new Map(
      words.flatMap(([word, means]) => (typeof means === 'number' ? [[word, means]] : [])),
    ),
    marks: new Map(
      words.flatMap(([word, means]) => (typeof means === 'number' ? [] : [[word, toMark(means)]])),
    ),
    ...toStyle(setup),
    quantityCap: setup.quantity_cap,
    prefixes: { ours: setup.sku_prefix, theirs: setup.supplier_sku_prefix },
  };
}

function toMark(means: 'discontinued' | 'blocked' | 'sold-out' | 'available'): Mark {
  return means === 'available' ? 'none' : means;
}

function toBuffer(setting: number | string): Buffer {
  if (typeof setting === 'number') return { kind: 'units', units: setting };
  if (setting === 'auto') return { kind: 'auto' };
  return { kind: 'share', share: Number(setting.slice(0, -1)) / 100 };
}

function toPromise(text: string, country: string | undefined): ShipPromise {
  const groups = promisePattern().exec(text)?.groups ?? {};
  const count = Number(groups['count']) * (groups['unit']?.toLowerCase() === 'week' ? 7 : 1);
  return {
    days: count,
    working: groups['working'] !== undefined,
    inUnitedStates: country === 'US',
  };
}
