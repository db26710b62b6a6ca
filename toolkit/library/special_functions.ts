/**
 * The error function and the gamma function, which JavaScript lacks.
 *
 * Error function: Taylor series near 0, Legendre's continued fraction for its complement elsewhere (Abramowitz and Stegun 7.1.5, 7.1.14).
 * Gamma: factorials for small integers, Lanczos' approximation with g = 607/128 and 15 terms, reflection for negative arguments (Godfrey 2001).
 */

const SQRT_PI = Math.sqrt(Math.PI);

/** 2/√π · Σ (-1)^n x^(2n+1) / (n! (2n+1)). */
function erfSeries(x: number): number {
  const square = x * x;
  let term = 1, sum = 1;
  for (let n = 1; n < 200 && Math.abs(term) > 1e-18 * sum; n++) {
    term *= square / (n + 0.5);
    sum += term;
  }
  return 2 * x * Math.exp(-square) * sum / SQRT_PI;
}

/** erfc(x) for x ≥ 2, from below. */
function erfcFraction(x: number): number {
  const square = x * x;
  let value = 0;
  for (let n = 60; n >= 1; n--) value = n / 2 / (x + value);
  return Math.exp(-square) / (SQRT_PI * (x + value));
}

export function erf(x: number): number {
  if (Number.isNaN(x)) return x;
  if (Math.abs(x) < 2) return erfSeries(x);
  return x > 0 ? 1 - erfcFraction(x) : erfcFraction(-x) - 1;
}

export function erfc(x: number): number {
  if (Number.isNaN(x)) return x;
  if (Math.abs(x) < 2) return 1 - erfSeries(x);
  return x > 0 ? erfcFraction(x) : 2 - erfcFraction(-x);
}

const LANCZOS_G = 607 / 128;
const LANCZOS = [
  0.99999999999999709182,
  57.156235665862923517,
  -59.597960355475491248,
  14.136097974741747174,
  -0.49191381609762019978,
  0.33994649984811888699e-4,
  0.46523628927048575665e-4,
  -0.98374475304879564677e-4,
  0.15808870322491248884e-3,
  -0.21026444172410488319e-3,
  0.21743961811521264320e-3,
  -0.16431810653676389022e-3,
  0.84418223983852743293e-4,
  -0.26190838401581408670e-4,
  0.36899182659531622704e-5,
];

function lanczosSum(x: number): number {
  return LANCZOS.reduce((sum, c, i) => (i === 0 ? c : sum + c / (x + i)), 0);
}

export function gamma(x: number): number {
  if (Number.isInteger(x) && x > 0 && x < 24) {
    let product = 1;
    for (let i = 2; i < x; i++) product *= i;
    return product;
  }
  if (x > 171.7) return Infinity;
  if (x < -200 && !Number.isInteger(x)) return Math.floor(x) % 2 === 0 ? 0 : -0;
  if (x < 0.5) return Math.PI / (Math.sin(Math.PI * x) * gamma(1 - x));
  const base = x - 1 + LANCZOS_G + 0.5;
  // The power in two halves, so that it does not overflow before the exponential.
  const half = Math.pow(base, (x - 0.5) / 2);
  return Math.sqrt(2 * Math.PI) * half * Math.exp(-base) * half * lanczosSum(x - 1);
}

/** log |Γ(x)|. */
export function logGamma(x: number): number {
  if (!Number.isFinite(x)) return Number.isNaN(x) ? x : Infinity;
  if (x === 1 || x === 2) return 0;
  if (x < 0.5) return Math.log(Math.PI / Math.abs(Math.sin(Math.PI * x))) - logGamma(1 - x);
  if (x < 20) return Math.log(Math.abs(gamma(x)));
  const base = x - 1 + LANCZOS_G + 0.5;
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(base) - base + Math.log(lanczosSum(x - 1));
}
