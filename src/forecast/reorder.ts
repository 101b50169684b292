import { expectedOver, type Forecast } from './forecast.ts';
import { spreadOver } from './law.ts';
import { quantile, type Spread } from './negative-binomial.ts';

/** How long stock must last until new goods count, in days: the mean and the standard deviation. */
export interface Cover {
  readonly days: number;
  readonly spread: number;
}

/** When to order anew, and how much to hold back, in units. */
export interface Reorder {
  /** Demand over the time to cover is not above this with the probability asked for. */
  readonly point: number;
  readonly safetyStock: number;
}

/** Targets from here on are about the tail, which the law by sizes makes too thin for lumpy demand. */
const highService = 0.95;

/**
 * The reorder point at a cycle service level (0 to 1): the smallest number of units that demand over the time to cover
 * does not exceed with that probability. The spread of that time adds d² σ² to the variance. For high levels the larger
 * of two laws counts. The safety stock is what of it is above the expected demand, rounded up.
 */
export function reorder(forecast: Forecast, { days, spread }: Cover, service: number): Reorder {
  const { shop, size, ratePerDay } = forecast;
  const whole = Math.ceil(days);
  const expected = expectedOver(forecast, whole);
  const periods = whole / shop.grain.days;
  const widened = ({ mean, variance }: Spread): Spread => ({
    mean,
    variance: variance + (ratePerDay * spread) ** 2,
  });
  const own = quantile(service, widened(spreadOver(shop.law, periods, expected, size)));
  const point =
    service < highService
      ? own
      : Math.max(own, quantile(service, widened(spreadOver(shop.pooledLaw, periods, expected, 1))));
  return { point, safetyStock: Math.max(0, Math.ceil(point - expected - 1e-9)) };
}
