/**
 * Host side of the library: the JavaScript functions behind the `hostImport`s of `host_raw.ts` and `host_imports.ts`.
 *
 * Ordinary TypeScript (not definition language). Digits and code points travel through the exchange buffer of linear memory as ASCII and
 * i32. Every function is deterministic.
 */

import { encodeUtf8Into } from "../bytes/utf8.ts";
import { EXCHANGE, EXCHANGE_BYTES } from "../machine/memory_map.ts";

/** Bits that `unicodeProperties` returns; `unicode.ts` has the same constants. */
const ALPHA = 1, DECIMAL = 2, DIGIT = 4, NUMERIC = 8, SPACE = 16, PRINTABLE = 32, LOWER = 64, UPPER = 128, TITLE = 256;
const CASED = 512, CASE_IGNORABLE = 1024, ID_START = 2048, ID_CONTINUE = 4096, ALPHABETIC = 8192;

/** The pattern of each property. Made when first wanted: V8 collects the characters of a property when it meets one in a pattern. */
const patterns = (): readonly [number, RegExp][] => [
  [ALPHA, /^\p{L}$/u],
  [DECIMAL, /^\p{Nd}$/u],
  [
    DIGIT,
    /^[\p{Nd}\u00b2\u00b3\u00b9\u1369-\u1371\u19da\u2070\u2074-\u2079\u2080-\u2089\u2460-\u2468\u2474-\u247c\u2488-\u2490\u24ea\u24f5-\u24fd\u24ff\u2776-\u277e\u2780-\u2788\u278a-\u2792]$/u,
  ],
  [
    NUMERIC,
    /^[\p{N}\u3405\u3483\u382a\u3b4d\u4e00\u4e03\u4e07\u4e09\u4e5d\u4e8c\u4e94\u4ebf\u4edf\u4f0d\u5146\u516b\u516d\u5341\u5343\u53c1-\u53c4\u56db\u58f1\u5e7a\u62fe\u634c\u67d2\u767e\u8086\u842c\u8cae\u8cb3\u8d30\u9621\u9646\u964c\u9678\u96f6]$/u,
  ],
  // deno-lint-ignore no-control-regex
  [SPACE, /^[\t-\r\x1c-\x1f \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]$/u],
  [PRINTABLE, /^[^\p{C}\p{Z}]$|^ $/u],
  [LOWER, /^\p{Lowercase}$/u],
  [UPPER, /^\p{Uppercase}$/u],
  [TITLE, /^\p{Lt}$/u],
  [CASED, /^[\p{Lowercase}\p{Uppercase}\p{Lt}]$/u],
  [CASE_IGNORABLE, /^\p{Case_Ignorable}$/u],
  [ID_START, /^[\p{XIDS}_]$/u],
  [ID_CONTINUE, /^\p{XIDC}$/u],
  [ALPHABETIC, /^\p{Alphabetic}$/u],
];
let properties: readonly [number, RegExp][] | null = null;

const isDecimal = (codePoint: number) => /^\p{Nd}$/u.test(String.fromCodePoint(codePoint));

/** Property bits of a code point; the value of a decimal digit in bits 16 to 19. */
export function unicodeProperties(codePoint: number): number {
  const text = String.fromCodePoint(codePoint);
  let bits = 0;
  properties ??= patterns();
  for (const [bit, pattern] of properties) if (pattern.test(text)) bits |= bit;
  if (bits & DECIMAL) {
    let start = codePoint;
    while (isDecimal(start - 1)) start--;
    bits |= ((codePoint - start) % 10) << 16;
  }
  return bits;
}

const DIGRAPHS = new Map<number, number>();
for (const upper of [0x1c4, 0x1c7, 0x1ca, 0x1f1]) for (const k of [0, 1, 2]) DIGRAPHS.set(upper + k, upper + 1);

/** Code points of a character's lower (0), upper (1), title (2) or folded (3) form. */
export function unicodeCase(codePoint: number, mode: number): number[] {
  const text = String.fromCodePoint(codePoint);
  const points = (s: string) => Array.from(s, (c) => c.codePointAt(0)!);
  if (mode === 0) return points(text.toLowerCase());
  if (mode === 1) return points(text.toUpperCase());
  if (mode === 3) return points(foldCase(codePoint, text));
  const digraph = DIGRAPHS.get(codePoint);
  if (digraph !== undefined) return [digraph];
  if (codePoint >= 0x10d0 && codePoint <= 0x10ff) return [codePoint];
  // Greek letters with a subscript iota have one title-case character: the capital eight places above the small one.
  if ((codePoint >= 0x1f80 && codePoint <= 0x1faf)) return [codePoint | 8];
  if (codePoint === 0x1fb3 || codePoint === 0x1fc3 || codePoint === 0x1ff3) return [codePoint + 9];
  if (codePoint === 0x1fbc || codePoint === 0x1fcc || codePoint === 0x1ffc) return [codePoint];
  const upper = points(text.toUpperCase());
  return upper.length === 1 ? upper : [upper[0], ...points(String.fromCodePoint(...upper.slice(1)).toLowerCase())];
}

function foldCase(codePoint: number, text: string): string {
  if (codePoint === 0x131) return text;
  if (codePoint >= 0x13a0 && codePoint <= 0x13f5) return text;
  if ((codePoint >= 0xab70 && codePoint <= 0xabbf) || (codePoint >= 0x13f8 && codePoint <= 0x13fd)) return text.toUpperCase();
  if (codePoint === 0x1e9e) return "ss";
  return text.toUpperCase().toLowerCase().replaceAll("\u03c2", "\u03c3");
}

/** Decimal digits of a finite, non-negative double and the position of the point (value = 0.DIGITS × 10^point). */
export interface Digits {
  digits: string;
  point: number;
}

const doubleBytes = new DataView(new ArrayBuffer(8));

/** Exact fraction of a finite, non-negative double: mantissa × 2^exponent. */
function decompose(x: number): [bigint, number] {
  doubleBytes.setFloat64(0, x);
  const bits = doubleBytes.getBigUint64(0);
  const exponent = Number(bits >> 52n) & 0x7ff;
  const fraction = bits & 0xfffffffffffffn;
  return exponent === 0 ? [fraction, -1074] : [fraction | (1n << 52n), exponent - 1075];
}

/** round-half-even(x × 10^places) as an integer. */
function scaled(x: number, places: number): bigint {
  const [mantissa, exponent] = decompose(x);
  let numerator = mantissa, denominator = 1n;
  if (exponent >= 0) numerator <<= BigInt(exponent);
  else denominator <<= BigInt(-exponent);
  if (places >= 0) numerator *= 10n ** BigInt(places);
  else denominator *= 10n ** BigInt(-places);
  const quotient = numerator / denominator, twice = 2n * (numerator % denominator);
  return twice > denominator || (twice === denominator && (quotient & 1n) === 1n) ? quotient + 1n : quotient;
}

/** The shortest digits that read back as `x`. */
export function shortestDigits(x: number): Digits {
  if (x === 0) return { digits: "0", point: 1 };
  const [mantissa, exponent] = x.toExponential().split("e");
  return { digits: mantissa.replace(".", ""), point: Number(exponent) + 1 };
}

/** `count` significant digits, correctly rounded (ties to even). */
export function significantDigits(x: number, count: number): Digits {
  if (x === 0) return { digits: "0".repeat(count), point: 1 };
  let point = Number(x.toExponential().split("e")[1]) + 1;
  let digits = scaled(x, count - point).toString();
  if (digits.length > count) { // 9.99 rounded up to 10.0
    point++;
    digits = scaled(x, count - point).toString();
  }
  return { digits, point };
}

/** All digits up to `places` behind the point, correctly rounded (ties to even); no leading zeros, "" for zero. */
export function fixedDigits(x: number, places: number): Digits {
  const digits = scaled(x, places).toString();
  return digits === "0" ? { digits: "", point: 0 - places } : { digits, point: digits.length - places };
}

/** The library's imports for `WebAssembly.Instance`'s `host` module; `memory` gives the linear memory, fetched at each use since it may grow. */
export function libraryHostFunctions(host: { memory(): ArrayBufferLike }): Record<string, (...args: any[]) => number> {
  const bytes = (address: number, size: number) => new Uint8Array(host.memory(), address, size);
  const ascii = (address: number, size: number) => String.fromCharCode(...bytes(address, size));
  return {
    hostFloatDigits(x: number, mode: number, precision: number): number {
      const found = mode === 0 ? shortestDigits(x) : mode === 2 ? significantDigits(x, precision) : fixedDigits(x, precision);
      new DataView(host.memory()).setInt32(EXCHANGE, found.point, true);
      return encodeUtf8Into(found.digits, bytes(EXCHANGE + 8, EXCHANGE_BYTES - 8));
    },
    hostParseFloat: (address: number, size: number) => {
      let text = "";
      for (let i = 0; i < size; i += 4096) text += ascii(address + i, Math.min(4096, size - i));
      return Number(text);
    },
    hostUnicodeProperties: unicodeProperties,
    hostUnicodeCase(codePoint: number, mode: number): number {
      const points = unicodeCase(codePoint, mode), view = new DataView(host.memory());
      points.forEach((p, i) => view.setInt32(EXCHANGE + 4 * i, p, true));
      return points.length;
    },
    mathSin: Math.sin,
    mathCos: Math.cos,
    mathTan: Math.tan,
    mathAsin: Math.asin,
    mathAcos: Math.acos,
    mathAtan: Math.atan,
    mathAtan2: Math.atan2,
    mathSinh: Math.sinh,
    mathCosh: Math.cosh,
    mathTanh: Math.tanh,
    mathAsinh: Math.asinh,
    mathAcosh: Math.acosh,
    mathAtanh: Math.atanh,
    mathExp: Math.exp,
    mathExpm1: Math.expm1,
    mathLog: Math.log,
    mathLog2: Math.log2,
    mathLog10: Math.log10,
    mathLog1p: Math.log1p,
    mathCbrt: Math.cbrt,
    mathPow: (x: number, y: number) => (x === 1 || (x === -1 && !Number.isFinite(y) && !Number.isNaN(y)) ? 1 : Math.pow(x, y)),
    mathFmod: (x: number, y: number) => x % y,
    mathHypot: Math.hypot,
  };
}

// ── The error function and the gamma function, which JavaScript lacks ────────────────────────────────────────────────
// Error function: Taylor series near 0, Legendre's continued fraction for its complement elsewhere (Abramowitz and Stegun 7.1.5, 7.1.14).
// Gamma: factorials for small integers, Lanczos' approximation with g = 607/128 and 15 terms, reflection for negative arguments (Godfrey 2001).

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
