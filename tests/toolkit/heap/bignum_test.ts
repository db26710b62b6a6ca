/** Integers of the heap against JavaScript's BigInt: random operands of all sizes, results checked for canonical form. */

import { HeapMachine, Random } from "./heap_machine.ts";
import { fromWord, randomInteger, textOf, toWord } from "./integers.ts";

const h = new HeapMachine({ nurseryBytes: 0x100000 });
const CASES = 4000;

function same(got: unknown, want: unknown, what: () => string): void {
  if (!Object.is(got, want)) throw new Error(`${what()}: got ${got}, want ${want}`);
}

const abs = (n: bigint) => n < 0n ? -n : n;
const sign = (n: bigint) => n < 0n ? -1 : n > 0n ? 1 : 0;
const floorDiv = (a: bigint, b: bigint) => a / b - (a % b !== 0n && (a < 0n) !== (b < 0n) ? 1n : 0n);
const floorMod = (a: bigint, b: bigint) => a - floorDiv(a, b) * b;

/** Compares a function of two integers with its model on random operands. */
function binary(
  name: string,
  model: (a: bigint, b: bigint) => bigint | number | boolean,
  options: { maxBits?: number; nonZero?: boolean } = {},
): void {
  Deno.test(`${name}() agrees with BigInt`, () => {
    const r = new Random(name.length * 7919);
    for (let i = 0; i < CASES; i++) {
      const maxBits = options.maxBits ?? (i % 50 === 49 ? 20000 : i % 5 === 0 ? 3000 : 300);
      const a = randomInteger(r, maxBits), b = randomInteger(r, i % 3 === 0 ? maxBits >> 1 : maxBits);
      if (options.nonZero && b === 0n) continue;
      h.setWord(h.root(0), toWord(h, a));
      const wb = toWord(h, b);
      const got = h.call(name, h.word(h.root(0)), wb);
      const want = model(a, b);
      same(typeof want === "bigint" ? fromWord(h, got) : typeof want === "boolean" ? got === 1 : got, want, () => `${name}(${a}, ${b})`);
    }
  });
}

binary("integerAdd", (a, b) => a + b);
binary("integerSub", (a, b) => a - b);
binary("integerMul", (a, b) => a * b);
binary("integerTruncDiv", (a, b) => a / b, { nonZero: true });
binary("integerTruncMod", (a, b) => a % b, { nonZero: true });
binary("integerFloorDiv", floorDiv, { nonZero: true });
binary("integerFloorMod", floorMod, { nonZero: true });
binary("integerAnd", (a, b) => a & b);
binary("integerOr", (a, b) => a | b);
binary("integerXor", (a, b) => a ^ b);
binary("integerCompare", (a, b) => a < b ? -1 : a > b ? 1 : 0);
binary("integerEqual", (a, b) => a === b);
binary("integerGcd", (a, b) => {
  let [x, y] = [abs(a), abs(b)];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}, { maxBits: 500 });

Deno.test("integerGcd() finds large common factors", () => {
  const r = new Random(83);
  for (let i = 0; i < CASES / 8; i++) {
    const g = r.bits(1 + r.below(700)) | 1n, p = r.bits(1 + r.below(900)) | 1n, q = r.bits(1 + r.below(i % 2 === 0 ? 900 : 90)) | 1n;
    h.setWord(h.root(0), toWord(h, g * p));
    const wb = toWord(h, -g * q);
    let [x, y] = [p, q];
    while (y !== 0n) [x, y] = [y, x % y];
    same(fromWord(h, h.call("integerGcd", h.word(h.root(0)), wb)), g * x, () => `gcd(${g * p}, ${g * q})`);
  }
});

/** Compares a function of one integer with its model. */
function unary(name: string, model: (a: bigint) => bigint, result: (x: any) => bigint = (x) => fromWord(h, x)): void {
  Deno.test(`${name}() agrees with BigInt`, () => {
    const r = new Random(name.length * 104729);
    for (let i = 0; i < CASES; i++) {
      const a = randomInteger(r, i % 5 === 0 ? 3000 : 200);
      same(result(h.call(name, toWord(h, a))), model(a), () => `${name}(${a})`);
    }
  });
}

unary("integerNegate", (a) => -a);
unary("integerAbs", abs);
unary("integerInvert", (a) => ~a);
unary("integerBitLength", (a) => a === 0n ? 0n : BigInt(abs(a).toString(2).length), (x) => x);
unary("integerBitCount", (a) => BigInt(abs(a).toString(2).replaceAll("0", "").length), (x) => x);
unary("integerHash", (a) => a % ((1n << 61n) - 1n), (x) => x);

Deno.test("integerAdd() of equal values of both forms finds them equal", () => {
  const big = toWord(h, 1n << 70n);
  same(h.call("integerEqual", big, toWord(h, 1n << 70n)), 1, () => "2^70");
  same(fromWord(h, h.call("integerSub", big, toWord(h, (1n << 70n) - 5n))), 5n, () => "shrinks to an immediate");
});

Deno.test("integers at the borders of the three forms keep canonical form", () => {
  const borders = [0n, 1n, 1n << 31n, 1n << 32n, 1n << 47n, 1n << 48n, 1n << 63n, 1n << 64n, 1n << 95n, 1n << 96n];
  for (const b of borders) {
    for (const d of [-2n, -1n, 0n, 1n, 2n]) {
      for (const s of [1n, -1n]) {
        const n = s * (b + d);
        same(fromWord(h, toWord(h, n)), n, () => `${n}`);
        same(fromWord(h, h.call("integerNegate", toWord(h, n))), -n, () => `-(${n})`);
        same(fromWord(h, h.call("integerFloorDiv", toWord(h, n), toWord(h, -1n))), -n, () => `${n} / -1`);
        same(fromWord(h, h.call("integerFloorMod", toWord(h, n), toWord(h, -1n))), 0n, () => `${n} mod -1`);
      }
    }
  }
});

Deno.test("integer arithmetic agrees in the evaluator", () => {
  const e = new HeapMachine({ nurseryBytes: 0x100000, evaluator: true });
  const r = new Random(71);
  for (let i = 0; i < 200; i++) {
    const a = randomInteger(r, 900), b = randomInteger(r, 400);
    e.setWord(e.root(0), toWord(e, a));
    const wb = toWord(e, b);
    e.setWord(e.root(1), wb);
    const both = (name: string) => fromWord(e, e.call(name, e.word(e.root(0)), e.word(e.root(1))));
    same(both("integerMul"), a * b, () => `${a} * ${b}`);
    if (b !== 0n) same(both("integerFloorDiv"), floorDiv(a, b), () => `${a} // ${b}`);
    same(textOf(e, e.call("integerToDigits", e.word(e.root(0)), 10)), `${a}`, () => `${a}`);
  }
});

Deno.test("integerDivMod() gives quotient and remainder of one division", () => {
  const r = new Random(5);
  for (let i = 0; i < CASES / 4; i++) {
    const a = randomInteger(r, 900), b = randomInteger(r, 500);
    if (b === 0n) continue;
    h.setWord(h.root(0), toWord(h, a));
    const wb = toWord(h, b);
    const [q, m] = h.call("integerDivMod", h.word(h.root(0)), wb);
    same(fromWord(h, q), floorDiv(a, b), () => `${a} // ${b}`);
    same(fromWord(h, m), floorMod(a, b), () => `${a} mod ${b}`);
  }
});

Deno.test("integerFloorDiv() above the recursion threshold agrees with BigInt", () => {
  const r = new Random(11);
  for (let i = 0; i < (60); i++) {
    const nb = 2000 + r.below(12000);
    let b = r.bits(nb) | (1n << BigInt(nb));
    const q = r.bits(2000 + r.below(20000));
    // Remainders of 0, 1 and b - 1 and divisors of equal bits are where corrections happen.
    if (i % 4 === 0) b = (1n << BigInt(nb)) - 1n;
    const rest = [0n, 1n, b - 1n, b >> 1n][i % 4];
    const a = q * b + rest;
    h.setWord(h.root(0), toWord(h, a));
    h.setWord(h.root(1), toWord(h, b));
    same(fromWord(h, h.call("integerFloorDiv", h.word(h.root(0)), h.word(h.root(1)))), q, () => `case ${i}: quotient`);
    same(fromWord(h, h.call("integerFloorMod", h.word(h.root(0)), h.word(h.root(1)))), rest, () => `case ${i}: remainder`);
  }
});

Deno.test("shifts agree with BigInt", () => {
  const r = new Random(17);
  for (let i = 0; i < CASES; i++) {
    const a = randomInteger(r, 400), by = BigInt(r.below(i % 2 === 0 ? 70 : 500));
    same(fromWord(h, h.call("integerShiftLeft", toWord(h, a), by)), a << by, () => `${a} << ${by}`);
    same(fromWord(h, h.call("integerShiftRight", toWord(h, a), by)), a >> by, () => `${a} >> ${by}`);
  }
  same(fromWord(h, h.call("integerShiftRight", toWord(h, -(1n << 99n)), 1n << 40n)), -1n, () => "far right");
});

Deno.test("integerPow() and integerPowMod() agree with BigInt", () => {
  const r = new Random(23);
  for (let i = 0; i < CASES / 8; i++) {
    const a = randomInteger(r, 90), e = BigInt(r.below(40));
    same(fromWord(h, h.call("integerPow", toWord(h, a), e)), a ** e, () => `${a} ** ${e}`);
    const m = randomInteger(r, 200), big = r.bits(40);
    if (m === 0n) continue;
    h.setWord(h.root(0), toWord(h, a));
    h.setWord(h.root(1), toWord(h, big));
    const wm = toWord(h, m);
    let want = floorMod(1n, m);
    for (const bit of big.toString(2)) want = floorMod(bit === "1" ? want * want * a : want * want, m);
    if (big === 0n) want = floorMod(1n, m);
    same(fromWord(h, h.call("integerPowMod", h.word(h.root(0)), h.word(h.root(1)), wm)), want, () => `${a} ** ${big} mod ${m}`);
  }
});

Deno.test("integerSquareRoot() rounds down", () => {
  const r = new Random(29);
  for (let i = 0; i < CASES / 8; i++) {
    const a = abs(randomInteger(r, 600));
    const root = fromWord(h, h.call("integerSquareRoot", toWord(h, a)));
    if (root * root > a || (root + 1n) * (root + 1n) <= a) throw new Error(`sqrt(${a}) = ${root}`);
  }
});

Deno.test("integerToF64() rounds to nearest, ties to even", () => {
  const r = new Random(31);
  for (let i = 0; i < CASES; i++) {
    let a = randomInteger(r, i % 4 === 0 ? 1100 : 200);
    // Just at, above and below the middle between two doubles.
    if (i % 3 === 0) a = ((a << 1n) | 1n) << BigInt(r.below(100));
    if (i % 3 === 1) a = (((r.bits(53) | (1n << 52n)) << 1n) | 1n) * (1n << BigInt(1 + r.below(200))) + BigInt(r.below(3) - 1);
    same(h.call("integerToF64", toWord(h, a)), Number(a), () => `f64(${a})`);
  }
  same(h.call("integerToF64", toWord(h, -(1n << 1024n))), -Infinity, () => "-2^1024");
});

Deno.test("integerFromF64() is exact", () => {
  const r = new Random(37);
  for (let i = 0; i < CASES; i++) {
    const x = (Number(r.bits(53)) / 2 ** r.below(30)) * 2 ** r.below(900) * (r.below(2) === 0 ? 1 : -1);
    same(fromWord(h, h.call("integerFromF64", x)), BigInt(Math.trunc(x)), () => `${x}`);
  }
});

/** a / b rounded once, by exact arithmetic on the candidates. */
function quotient(a: bigint, b: bigint): number {
  const s = sign(a) * sign(b);
  const x = abs(a), y = abs(b);
  if (x === 0n) return 0;
  // 2^shift * x / y with at least 1200 bits to spare, then let Number() round with a sticky bit.
  const shift = 1400n + BigInt(y.toString(2).length);
  let q = (x << shift) / y;
  if ((x << shift) % y !== 0n) q |= 1n;
  const bits = BigInt(q.toString(2).length);
  const exponent = bits - shift;
  if (exponent > 1024n) return s * Infinity;
  const drop = exponent < -1021n ? bits - 53n + (-1021n - exponent) : bits - 53n;
  if (drop > bits + 1n) return 0 * s;
  let m = q >> drop;
  const rest = q & ((1n << drop) - 1n), half = 1n << (drop - 1n);
  if (rest > half || (rest === half && (m & 1n) === 1n)) m++;
  const scale = Number(drop - shift);
  const part = Math.max(scale, -1000);
  return s * Number(m) * 2 ** part * 2 ** (scale - part);
}

Deno.test("integerTrueDivide() is rounded once", () => {
  const r = new Random(41);
  for (let i = 0; i < CASES / 4; i++) {
    const a = randomInteger(r, i % 4 === 0 ? 1500 : 200), b = randomInteger(r, i % 4 === 1 ? 1300 : 200);
    if (a === 0n || b === 0n) continue;
    h.setWord(h.root(0), toWord(h, a));
    const wb = toWord(h, b);
    const got = h.call("integerTrueDivide", h.word(h.root(0)), wb);
    const want = quotient(a, b);
    if (got !== want) throw new Error(`${a} / ${b}: got ${got}, want ${want}`);
  }
});

Deno.test("integerTrueDivide() rounds subnormal quotients once", () => {
  const r = new Random(43);
  for (let i = 0; i < CASES / 8; i++) {
    const a = r.bits(60) | 1n, b = (r.bits(80) | 1n) << BigInt(990 + r.below(60));
    h.setWord(h.root(0), toWord(h, a));
    const wb = toWord(h, b);
    const got = h.call("integerTrueDivide", h.word(h.root(0)), wb), want = quotient(a, b);
    if (got !== want) throw new Error(`${a} / ${b}: got ${got}, want ${want}`);
  }
});

Deno.test("integerToDigits() and integerFromDigits() agree with BigInt in all bases", () => {
  const r = new Random(47);
  for (let i = 0; i < CASES / 2; i++) {
    const base = i % 3 === 0 ? 10 : 2 + r.below(35);
    const a = randomInteger(r, i % 40 === 39 ? 30000 : 400);
    const text = a.toString(base);
    same(textOf(h, h.call("integerToDigits", toWord(h, a), base)), text, () => `${a} in base ${base}`);
    const digits = text.replace("-", "");
    new TextEncoder().encodeInto(digits, new Uint8Array(h.view.buffer, 0x700000, digits.length));
    same(h.call("areDigits", 0x700000, digits.length, base), 1, () => `${digits} in base ${base}`);
    same(fromWord(h, h.call("integerFromDigits", 0x700000, digits.length, base)), abs(a), () => `${digits} from base ${base}`);
  }
});

Deno.test("results that are too long raise the memory error", () => {
  const three = toWord(h, 3n), big = toWord(h, 1n << 100n);
  h.setWord(h.root(0), big);
  const absurd: [string, () => unknown][] = [
    ["3 << 2^40", () => h.call("integerShiftLeft", three, 1n << 40n)],
    ["3 << 2^62", () => h.call("integerShiftLeft", three, 1n << 62n)],
    ["3 ** 2^40", () => h.call("integerPow", three, 1n << 40n)],
    ["4 ** 2^50", () => h.call("integerPow", toWord(h, 4n), 1n << 50n)],
    ["2^100 ** 2^60", () => h.call("integerPow", h.word(h.root(0)), 1n << 60n)],
  ];
  for (const [name, run] of absurd) {
    same(run(), 0n, () => `${name} gives the sentinel`);
    same(h.takeError() !== 0n, true, () => `${name} leaves an error`);
  }
  same(fromWord(h, h.call("integerPow", three, 100n)), 3n ** 100n, () => "afterwards");
});
