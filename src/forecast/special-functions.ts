/** I_x(a, b), the regularised incomplete beta function (DLMF 8.17.5, 8.17.22). */
export function incompleteBeta(a: number, b: number, x: number): number {
  const front = (binomialTerm(a, b, x) * (a * b)) / (a + b);
  return x < (a + 1) / (a + b + 2)
    ? (front * betaFraction(a, b, x)) / a
    : 1 - (front * betaFraction(b, a, 1 - x)) / b;
}

const precise = 1e-13;
/** Some hundreds are enough for millions of units. */
const mostTurns = 100_000;
const tiny = 1e-300;
const away = (value: number): number => (Math.abs(value) < tiny ? tiny : value);

/** The continued fraction of the incomplete beta function, by Lentz's method. */
function betaFraction(a: number, b: number, x: number): number {
  let c = 1;
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let value = d;
  const step = (term: number): number => {
    d = 1 / away(1 + term * d);
    c = away(1 + term / c);
    value *= c * d;
    return c * d;
  };
  for (let m = 1; m < mostTurns; m += 1) {
    step((m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m)));
    const change = step((-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1)));
    if (Math.abs(change - 1) < precise) break;
  }
  return value;
}

/** Q(a, x), the regularised upper incomplete gamma function: the probability of fewer than `a` events of a mean of x (DLMF 8.7, 8.9). */
export function upperGamma(a: number, x: number): number {
  const front = a * poissonTerm(a, x);
  return x < a + 1 ? 1 - front * gammaSeries(a, x) : front * gammaFraction(a, x);
}

function gammaSeries(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; term > sum * precise; n += 1) {
    term *= x / (a + n);
    sum += term;
  }
  return sum;
}

function gammaFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1 / tiny;
  let d = 1 / b;
  let value = d;
  for (let n = 1; n < mostTurns; n += 1) {
    const term = -n * (n - a);
    b += 2;
    d = 1 / away(b + term * d);
    c = away(b + term / c);
    value *= c * d;
    if (Math.abs(c * d - 1) < precise) break;
  }
  return value;
}

/**
 * Γ(a+b+1) ÷ (Γ(a+1) Γ(b+1)) · xᵃ (1−x)ᵇ, and the Poisson term xᵃ e⁻ˣ ÷ Γ(a+1), by the saddle-point expansion of
 * Loader 2000, as differences of large logarithms lose the digits that are wanted.
 */
function binomialTerm(a: number, b: number, x: number): number {
  const n = a + b;
  const exponent =
    stirlingRest(n) -
    stirlingRest(a) -
    stirlingRest(b) -
    deviance(a, n * x) -
    deviance(b, n * (1 - x));
  return Math.exp(exponent) * Math.sqrt(n / (2 * Math.PI * a * b));
}

function poissonTerm(a: number, x: number): number {
  return Math.exp(-stirlingRest(a) - deviance(a, x)) / Math.sqrt(2 * Math.PI * a);
}

/** a log(a ÷ b) + b − a, without loss of digits where the two are near each other. */
function deviance(a: number, b: number): number {
  if (Math.abs(a - b) >= 0.1 * (a + b)) return a * Math.log(a / b) + b - a;
  const v = (a - b) / (a + b);
  let term = 2 * a * v;
  let sum = (a - b) * v;
  for (let n = 1; ; n += 1) {
    term *= v * v;
    const next = sum + term / (2 * n + 1);
    if (next === sum) return sum;
    sum = next;
  }
}

/** log Γ(n + 1) less Stirling's approximation of it. */
function stirlingRest(n: number): number {
  if (n < 16) return logGamma(n + 1) - ((n + 0.5) * Math.log(n) - n + 0.5 * Math.log(2 * Math.PI));
  const s = n * n;
  return (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - 1 / 1188 / s) / s) / s) / s) / n;
}

/** log Γ(x) for x > 0, by recurrence to where Stirling's series is exact. */
function logGamma(x: number): number {
  let product = 1;
  let n = x;
  for (; n < 17; n += 1) product *= n;
  const below = n - 1;
  return (
    stirlingRest(below) +
    (below + 0.5) * Math.log(below) -
    below +
    0.5 * Math.log(2 * Math.PI) -
    Math.log(product)
  );
}
