/** Goods of one SKU that are there or will come, as units are given away from them. */
export interface Goods {
  /** What open orders have left of it. */
  left: number;
  /** Of a supplier's stock; what was shipped of it comes off. */
  usable?: number;
  pool?: Pool | undefined;
}

/** The goods of one article that is several SKUs of ours: what one of them takes is gone for the others. */
interface Pool {
  /** In pieces, of which a unit of each SKU is a whole number. */
  whole: number;
  left: number;
  readonly shares: ReadonlyMap<Goods, Share>;
}

interface Share {
  /** In one unit of the SKU. */
  readonly pieces: number;
  /** Units of the SKU that its own orders took. */
  given: number;
}

/** Goods that are the same, the units that they are by themselves, and how many of these one of the supplier's is. */
export interface Shared {
  readonly goods: Goods;
  readonly units: number;
  readonly ownUnits: { readonly numerator: number; readonly denominator: number };
}

/** Makes one pool of goods that are the same. */
export function pool(shared: readonly Shared[]): void {
  if (shared.length < 2) return;
  const common = shared.reduce((product, { ownUnits }) => lcm(product, ownUnits.numerator), 1);
  const pieces = ({ ownUnits: { numerator, denominator } }: Shared) =>
    (denominator * common) / numerator;
  const whole = Math.max(...shared.map((one) => one.units * pieces(one)));
  const shares = new Map(shared.map((one) => [one.goods, { pieces: pieces(one), given: 0 }]));
  const one: Pool = { whole, left: whole, shares };
  for (const { goods } of shared) goods.pool = one;
}

function lcm(a: number, b: number): number {
  return (a / gcd(a, b)) * b;
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b);
}

/** Takes all units back that were given away: so many are left again. */
export function refill(goods: Goods, units: number): void {
  goods.left = units;
  const { pool: own } = goods;
  const share = own?.shares.get(goods);
  if (!own || !share) return;
  own.left = own.whole;
  share.given = 0;
}

/** Gives units away. */
export function give(goods: Goods, units: number): void {
  goods.left -= units;
  const { pool: own } = goods;
  const share = own?.shares.get(goods);
  if (!own || !share) return;
  share.given += units;
  own.left -= units * share.pieces;
  for (const [other, { pieces }] of own.shares) other.left = Math.floor(own.left / pieces);
}

/** Takes units off a supplier's stock that it has no more. */
export function takeOff(stock: Goods & { usable: number }, units: number): void {
  stock.usable -= units;
  const { pool: own } = stock;
  const share = own?.shares.get(stock);
  if (!own || !share) return;
  own.whole -= units * share.pieces;
  for (const [other, { pieces }] of own.shares) other.usable = Math.floor(own.whole / pieces);
}

/** What orders of other SKUs leave of goods: the units that are left, and those that the SKU's own orders took. */
export function withoutOthers(goods: Goods): number {
  return goods.left + (goods.pool?.shares.get(goods)?.given ?? 0);
}
