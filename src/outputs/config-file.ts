/** What was recognised in a folder, to be written as its first configuration. */
export interface Findings {
  readonly timezone: string;
  readonly suppliers: readonly {
    readonly id: string;
    readonly files: readonly string[];
    readonly columns: readonly {
      readonly field: string;
      readonly header: string;
      readonly sample: string;
    }[];
  }[];
  readonly orders: readonly {
    readonly name: string;
    readonly title: string;
    readonly files: readonly string[];
    /** Empty for a shop's own export, which needs no mapping. */
    readonly columns: readonly {
      readonly field: string;
      readonly header: string;
      readonly sample: string;
    }[];
  }[];
  readonly shipments: readonly {
    readonly name: string;
    readonly files: readonly string[];
    readonly columns: readonly {
      readonly field: string;
      readonly header: string;
      readonly sample: string;
    }[];
  }[];
  readonly listings: readonly {
    readonly name: string;
    readonly title: string;
    readonly file: string;
  }[];
  readonly unread: readonly { readonly file: string; readonly why: string }[];
}

/** A commented `dropship.toml`. */
export function configFile(findings: Findings): string {
  const parts = [
    head(findings),
    ...findings.suppliers.map(supplier),
    ...findings.orders.map(orders),
    ...findings.shipments.map(shipments),
    ...findings.listings.map(listing),
    policy,
  ];
  if (findings.suppliers.length === 0)
    parts.splice(
      1,
      0,
      '# No supplier file was recognised. For each supplier:\n# [suppliers.acme]\n# files = "inbox/acme/*.csv"\n',
    );
  if (findings.unread.length > 0) {
    parts.push(
      `# Not recognised, and therefore not read:\n${findings.unread.map(({ file, why }) => `# ${comment(file)}: ${comment(why)}`).join('\n')}\n`,
    );
  }
  return parts.join('\n');
}

function head({ timezone }: Findings): string {
  return `# Configuration of dropship. Every key is optional; what is commented out shows the default or an example.

timezone = ${quote(timezone)}   # days begin and end here
# currency = "USD"

[store]
# name = "My shop"                       # how notices to customers are signed
# reply_to = "help@example.com"
# country = "US"                         # decides which law applies where an order names no country
# order_promise = "3 business days"      # what your checkout promises; without it the law's own default counts
`;
}

function supplier({ id, files, columns }: Findings['suppliers'][number]): string {
  return `[suppliers.${key(id)}]
files = ${patterns(files)}
${mapping(columns)}# files_are = "full"                     # or "changes": articles not in a file keep their last offer
# dispatch_days = 2                      # working days from your order until the carrier has the parcel
# transit_days = 5                       # calendar days on the way, or [3, 6]
# restock_days = 14                      # how long they are usually out, when they give no date
# buffer = 0                             # units never offered; or "10%"; or "auto"
# stale_after_days = 7                   # an older file counts as no stock
# priority = 1                           # the lower number serves first
`;
}

function orders({ name, title, files, columns }: Findings['orders'][number]): string {
  return `[orders.${key(name)}]   # ${comment(title)}
files = ${patterns(files)}
${mapping(columns)}# history = false                        # true: all orders in it are done, they tell demand only
`;
}

function shipments({ name, files, columns }: Findings['shipments'][number]): string {
  return `[shipments.${key(name)}]   # what was shipped; called as a supplier above, it is that supplier's
files = ${patterns(files)}
${mapping(columns)}`;
}

function listing({ name, title, file }: Findings['listings'][number]): string {
  return `[listings.${key(name)}]   # ${comment(title)}
file = ${quote(file)}
# sell_ahead = "open"                    # the channel's own backorder state; "capped": quantity = limit; "off"
# share = 1.0                            # of the sellable quantity
`;
}

const policy = `[policy]
# backorder_max_wait_days = 30           # later than that it is a preorder
# preorder_max_wait_days = 180           # later than that it is not sold
# uncertain_restock = "preorder"         # or "backorder", "unavailable"
# unknown_restock_limit = 10             # units sold ahead when the arriving quantity is unknown
# shipping = "ship-available"            # or "hold-together"
`;

/** Each guess on a line of its own, with a value to check it by. */
function mapping(columns: Findings['suppliers'][number]['columns']): string {
  if (columns.length === 0) return '';
  const pairs = columns.map(({ field, header }) => `${field} = ${quote(header)}`).join(', ');
  const samples = columns
    .map(
      ({ field, sample }) =>
        `#   ${field}: ${sample === '' ? '(blank in the first row)' : comment(sample)}`,
    )
    .join('\n');
  return `columns = { ${pairs} }\n# guessed from the header; in the first row that is\n${samples}\n`;
}

function patterns(files: readonly string[]): string {
  const [only, ...others] = files;
  return only !== undefined && others.length === 0
    ? quote(only)
    : `[${files.map(quote).join(', ')}]`;
}

function key(name: string): string {
  return /^[A-Za-z0-9_-]+$/.test(name) ? name : quote(name);
}

/** A basic string of TOML, which is one of JSON. */
function quote(text: string): string {
  return JSON.stringify(text).replace(/\u007f/g, '\\u007F');
}

/** Cell text in a comment must not begin a line of its own. */
function comment(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: TOML allows none of them in a comment
  return text.replace(/[\u0000-\u001f\u007f\u2028\u2029]+/g, ' ').slice(0, 120);
}
