/**
 * The written form of numbers (R7RS 7.1.1, `number`): the whole tower in radix 2, 8, 10 and 16, with prefixes.
 *
 * Input: the text of a token; output: the number, or null when it is none (then the token is a symbol).
 */

import { Complex, Ratio, type Real } from "./datum.ts";

export type SchemeNumber = Real | Complex;

type Exactness = "exact" | "inexact" | null;

/** Digits of an exact number beyond this many places before or behind the point are not built. */
const MAX_EXPONENT = 100_000;
const DIGITS: Record<number, string> = { 2: "[01]", 8: "[0-7]", 10: "[0-9]", 16: "[0-9a-f]" };
const patterns = new Map<number, RegExp>();

/** Reads a number. */
export function parseNumber(token: string, radix = 10): SchemeNumber | null {
  // The pattern of numbers is large: most symbols are known by their first character, and "+", "-" and "..." are in nearly every program.
  if (radix === 10 && (!/^[0-9+.#-]/.test(token) || token === "+" || token === "-" || token === "...")) return null;
  let exactness: Exactness = null;
  let text = token.toLowerCase();
  for (let seen = ""; text.charCodeAt(0) === 0x23; text = text.slice(2)) {
    const letter = text[1];
    const kind = letter === "e" || letter === "i" ? "exactness" : "radix";
    if (seen.includes(kind)) return null;
    seen += kind;
    if (letter === "e") exactness = "exact";
    else if (letter === "i") exactness = "inexact";
    else if (letter === "x") radix = 16;
    else if (letter === "b") radix = 2;
    else if (letter === "o") radix = 8;
    else if (letter === "d") radix = 10;
    else return null;
  }
  if (radix === 10 && exactness === null && /^[+-]?[0-9]{1,15}$/.test(text)) return BigInt(text[0] === "+" ? text.slice(1) : text);
  const match = complexPattern(radix).exec(text);
  if (match === null) return null;
  const real = (part: string) => parseReal(part, radix, exactness);
  const { plain, magnitude, angle, re, im, sign } = match.groups!;
  if (plain !== undefined) return real(plain);
  if (magnitude !== undefined) {
    const r = real(magnitude), a = real(angle);
    return r === null || a === null ? null : polar(r, a, exactness);
  }
  const realPart = re === undefined || re === "" ? 0n : real(re);
  const imaginary = im !== undefined ? real(im) : real(sign + "1");
  return realPart === null || imaginary === null ? null : rectangular(realPart, imaginary);
}

function complexPattern(radix: number): RegExp {
  let pattern = patterns.get(radix);
  if (pattern === undefined) {
    const digit = DIGITS[radix];
    const decimal = radix === 10 ? "(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:e[+-]?[0-9]+)?|" : "";
    const unsigned = `(?:${digit}+/${digit}+|${decimal}${digit}+)`;
    const special = "[+-](?:inf|nan)\\.0";
    const real = `(?:[+-]?${unsigned}|${special})`;
    const signed = `(?:[+-]${unsigned}|${special})`;
    pattern = new RegExp(
      `^(?:(?<plain>${real})|(?<magnitude>${real})@(?<angle>${real})|(?<re>${real})?(?:(?<im>${signed})|(?<sign>[+-]))i)$`,
    );
    patterns.set(radix, pattern);
  }
  return pattern;
}

function parseReal(text: string, radix: number, exactness: Exactness): Real | null {
  if (text.endsWith(".0") && (text[1] === "i" || text[1] === "n")) {
    if (exactness === "exact") return null;
    return text[1] === "n" ? NaN : text[0] === "-" ? -Infinity : Infinity;
  }
  const slash = text.indexOf("/");
  if (slash >= 0) {
    const denominator = parseInteger(text.slice(slash + 1), radix);
    const numerator = parseInteger(text.slice(0, slash), radix);
    if (denominator === 0n) return exactness === "inexact" ? Number(numerator) / 0 : null;
    const exact = ratio(numerator, denominator);
    return exactness === "inexact" ? toInexact(exact) : exact;
  }
  if (radix === 10 && /[.e]/.test(text)) return exactness === "exact" ? exactDecimal(text) : Number(text);
  const integer = parseInteger(text, radix);
  if (exactness !== "inexact") return integer;
  return integer === 0n && text[0] === "-" ? -0 : Number(integer);
}

function parseInteger(text: string, radix: number): bigint {
  const negative = text[0] === "-";
  const digits = negative || text[0] === "+" ? text.slice(1) : text;
  const prefix = radix === 16 ? "0x" : radix === 8 ? "0o" : radix === 2 ? "0b" : "";
  const magnitude = BigInt(prefix + digits);
  return negative ? -magnitude : magnitude;
}

/** The exact value of a decimal like `-1.25e3`. */
function exactDecimal(text: string): Real | null {
  const [mantissa, exponentText = "0"] = text.split("e");
  const [whole, fraction = ""] = mantissa.split(".");
  const exponent = Number(exponentText) - fraction.length;
  if (Math.abs(exponent) > MAX_EXPONENT) return null;
  const digits = parseInteger(whole + fraction, 10);
  return exponent >= 0 ? digits * 10n ** BigInt(exponent) : ratio(digits, 10n ** BigInt(-exponent));
}

/** `numerator / denominator` in lowest terms. */
export function ratio(numerator: bigint, denominator: bigint): bigint | Ratio {
  if (denominator < 0n) [numerator, denominator] = [-numerator, -denominator];
  let a = numerator < 0n ? -numerator : numerator, b = denominator;
  while (b !== 0n) [a, b] = [b, a % b];
  return denominator === a ? numerator / a : new Ratio(numerator / a, denominator / a);
}

/** The nearest flonum. */
export function toInexact(x: Real): number {
  if (typeof x === "number") return x;
  if (typeof x === "bigint") return Number(x);
  const { numerator, denominator } = x;
  const n = numerator < 0n ? -numerator : numerator;
  // 66 bits of the quotient, the last one sticky, so that the only rounding is the conversion's; subnormal results get fewer.
  const shift = Math.min(1140, 66 - (bitLength(n) - bitLength(denominator)));
  const scaled = shift >= 0 ? n << BigInt(shift) : n;
  const divisor = shift >= 0 ? denominator : denominator << BigInt(-shift);
  let quotient = scaled / divisor;
  if (quotient * divisor !== scaled) quotient |= 1n;
  const lost = Math.max(0, bitLength(quotient) - shift < -1021 ? shift - 1074 : 0);
  const result = lost > 0 ? roundedShift(quotient, lost) * 2 ** -1074 : scaleBy(Number(quotient), -shift);
  return numerator < 0n ? -result : result;
}

/** `x / 2^places`, rounded to even. */
function roundedShift(x: bigint, places: number): number {
  const count = BigInt(places);
  const whole = x >> count, rest = x - (whole << count), half = 1n << (count - 1n);
  return Number(rest > half || (rest === half && (whole & 1n) === 1n) ? whole + 1n : whole);
}

function scaleBy(x: number, exponent: number): number {
  const half = Math.trunc(exponent / 2);
  return x * 2 ** half * 2 ** (exponent - half);
}

function bitLength(x: bigint): number {
  return x === 0n ? 0 : x.toString(16).length * 4;
}

/** `real + imaginary i`; the real number when the imaginary part is an exact 0. */
export function rectangular(real: Real, imaginary: Real): SchemeNumber {
  return imaginary === 0n ? real : new Complex(real, imaginary);
}

function polar(magnitude: Real, angle: Real, exactness: Exactness): SchemeNumber | null {
  if (angle === 0n || magnitude === 0n) return magnitude;
  if (exactness === "exact") return null;
  const r = toInexact(magnitude), a = toInexact(angle);
  return new Complex(r * Math.cos(a), r * Math.sin(a));
}
