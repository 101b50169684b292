import * as v from 'valibot';
import { mappableOrderFields } from '../formats/orders.ts';
import { returnFields } from '../formats/returns.ts';
import { shipmentFields } from '../formats/shipments.ts';
import { stockFields, supplierFields } from '../formats/stock.ts';

const wholeDays = v.pipe(v.number(), v.integer(), v.minValue(0));
const units = v.pipe(v.number(), v.integer(), v.minValue(0));
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const patterns = v.union([v.string(), v.array(v.string())]);

/** How files are written, where they do not tell by themselves. */
const fileStyle = {
  dates: v.optional(v.picklist(['day-first', 'month-first'])),
  numbers: v.optional(v.picklist(['decimal-point', 'decimal-comma'])),
  encoding: v.optional(
    v.pipe(
      v.string(),
      v.check(
        isEncoding,
        'expected the name of an encoding, such as "windows-1250" (Central Europe), "windows-1251" (Cyrillic) or "utf-8"',
      ),
    ),
  ),
};

const position = v.pipe(v.number(), v.integer(), v.minValue(1));
const columnName = v.union(
  [v.string(), position],
  'expected a header in quotes, or a number from 1 where the file has no header',
);
const columnNames = v.union(
  [v.string(), position, v.pipe(v.array(v.union([v.string(), position])), v.nonEmpty())],
  'expected a header in quotes, a number from 1 where the file has no header, or a list of them to be added up',
);

const eachOf = <Name extends v.GenericSchema>(fields: readonly string[], name: Name) =>
  Object.fromEntries(fields.map((field) => [field, v.optional(name)]));

const columnsOf = (fields: readonly string[]) => v.strictObject(eachOf(fields, v.string()));

const stockColumns = v.pipe(
  v.strictObject({
    ...eachOf([...stockFields, ...supplierFields], columnName),
    quantity: v.optional(columnNames),
  }),
  v.check(
    (columns) =>
      new Set(
        Object.values(columns)
          .flat()
          .map((name) => typeof name),
      ).size < 2,
    'expected headers only or numbers only: numbers are for files without a header',
  ),
);

// A union passes on what its only member of the right type says, instead of its own words: both say the same.
const bufferWanted = 'expected a number of units, a share such as "10%", or "auto"';
const shippingWanted =
  'expected "ship-available", "hold-together", or "wait-max 5" with the days that goods may wait for others of their order';

const markNames = ['discontinued', 'blocked', 'sold-out', 'available'] as const;
const wordWanted =
  'expected a number of units, or what it says of an article: "discontinued", "blocked", "sold-out" or "available"';

const supplier = v.strictObject({
  name: v.optional(v.string()),
  files: v.optional(patterns),
  files_are: v.optional(v.picklist(['full', 'changes'])),
  forwarded: v.optional(v.picklist(['recorded', 'same-day'])),
  dispatch_days: v.optional(wholeDays),
  transit_days: v.optional(v.union([wholeDays, v.strictTuple([wholeDays, wholeDays])])),
  restock_days: v.optional(wholeDays),
  slip_days: v.optional(wholeDays),
  buffer: v.optional(
    v.union(
      [units, v.literal('auto'), v.pipe(v.string(), v.regex(/^\d{1,3}(\.\d+)?%$/, bufferWanted))],
      bufferWanted,
    ),
  ),
  stale_after_days: v.optional(wholeDays),
  priority: v.optional(v.number()),
  holidays: v.optional(v.string()),
  service: v.optional(v.string()),
  columns: v.optional(stockColumns),
  words: v.optional(v.record(v.string(), v.union([units, v.picklist(markNames)], wordWanted))),
  sku_prefix: v.optional(v.string()),
  supplier_sku_prefix: v.optional(v.string()),
  ...fileStyle,
  quantity_cap: v.optional(
    v.union(
      [v.pipe(v.number(), v.integer(), v.minValue(1)), v.literal(false)],
      'expected the highest number that the supplier states, or false',
    ),
  ),
});

const orders = v.strictObject({
  files: patterns,
  history: v.optional(v.boolean()),
  open_only: v.optional(v.boolean()),
  columns: v.optional(columnsOf(mappableOrderFields)),
  ...fileStyle,
});

/** Files of units that left or came back. */
const unitsOf = (fields: readonly string[]) =>
  v.strictObject({ files: patterns, columns: v.optional(columnsOf(fields)), ...fileStyle });
const shipments = unitsOf([...shipmentFields, 'shipped_quantity']);
const returns = unitsOf(returnFields);

const list = v.strictObject({ files: patterns, ...fileStyle });

const listing = v.strictObject({
  file: v.string(),
  sell_ahead: v.optional(v.picklist(['open', 'capped', 'off'])),
  share: v.optional(share),
  max_quantity: v.optional(units),
  hide_below: v.optional(units),
  location: v.optional(v.string()),
});

const policy = v.strictObject({
  backorder_max_wait_days: v.optional(wholeDays),
  preorder_max_wait_days: v.optional(wholeDays),
  uncertain_restock: v.optional(v.picklist(['preorder', 'backorder', 'unavailable'])),
  unknown_restock_limit: v.optional(units),
  return_quantity: v.optional(units),
  max_return_rate: v.optional(share),
  service_level: v.optional(v.pipe(v.number(), v.minValue(0.5), v.maxValue(0.999))),
  shipping: v.optional(
    v.union(
      [
        v.picklist(['ship-available', 'hold-together']),
        v.pipe(v.string(), v.regex(/^wait-max [1-9]\d{0,2}$/, shippingWanted)),
      ],
      shippingWanted,
    ),
  ),
  priority_orders: v.optional(v.array(v.string())),
  purchase_orders: v.optional(v.boolean()),
  label_date: v.optional(v.picklist(['ship', 'delivery'])),
  guard: v.optional(
    v.strictObject({
      max_total_drop: v.optional(v.pipe(v.number(), v.minValue(0))),
      max_total_rise: v.optional(v.pipe(v.number(), v.minValue(0))),
      max_missing_skus: v.optional(share),
      max_unparsable: v.optional(share),
    }),
  ),
});

/** `dropship.toml`: every key optional, unknown keys refused. */
export const schema = v.strictObject({
  timezone: v.optional(v.string()),
  currency: v.optional(v.string()),
  store: v.optional(
    v.strictObject({
      name: v.optional(v.string()),
      reply_to: v.optional(v.string()),
      packing_note: v.optional(v.string()),
      language: v.optional(v.picklist(['en', 'de', 'fr', 'es', 'it', 'nl'])),
      withdrawal_url: v.optional(
        v.pipe(
          v.string(),
          v.regex(/^https:\/\/\S+$/, 'expected an address that begins with https://'),
        ),
      ),
      hold_days: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
      country: v.optional(
        v.pipe(
          v.string(),
          v.regex(/^[A-Z]{2}$/, 'expected a two-letter country code such as "US"'),
        ),
      ),
      order_promise: v.optional(
        v.pipe(
          v.string(),
          v.regex(
            promisePattern(),
            'expected a time such as "3 business days", "2-4 days" or "2 weeks"',
          ),
        ),
      ),
    }),
  ),
  suppliers: v.optional(v.record(v.string(), supplier)),
  orders: v.optional(v.record(v.string(), orders)),
  shipments: v.optional(v.record(v.string(), shipments)),
  returns: v.optional(v.record(v.string(), returns)),
  answers: v.optional(list),
  events: v.optional(list),
  requests: v.optional(list),
  notices: v.optional(
    v.strictObject({
      confirm_orders: v.optional(v.boolean()),
      templates: v.optional(v.string()),
      policy: v.optional(v.string()),
    }),
  ),
  listings: v.optional(v.record(v.string(), listing)),
  policy: v.optional(policy),
});

export type Settings = v.InferOutput<typeof schema>;
export type FileStyleSettings = Pick<SupplierSettings, keyof typeof fileStyle>;
export type SupplierSettings = v.InferOutput<typeof supplier>;

/** A label of the WHATWG Encoding Standard, which is what can be decoded. */
function isEncoding(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== '';
  } catch {
    return false;
  }
}

/** `3 business days`, `2-4 days`, `2 weeks`: the upper end of a range binds. */
export function promisePattern(): RegExp {
  return /^(?:\d+\s*(?:-|–|to)\s*)?(?<count>\d+)\s*(?<working>business |working )?(?<unit>day|week)s?$/i;
}
