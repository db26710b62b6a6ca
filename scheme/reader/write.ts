/**
 * The written form of data, for messages, dumps and names of libraries. Deep and circular data are shortened.
 */

import { Char, Complex, type Datum, HostProcedure, NIL, Opaque, Pair, Ratio, type Real, Renamed, type Special, Str, Sym } from "./datum.ts";
import { parseNumber } from "./numbers.ts";

const MAX_DEPTH = 200;
const CHARACTER_NAMES: Readonly<Record<number, string>> = {
  0: "null",
  7: "alarm",
  8: "backspace",
  9: "tab",
  10: "newline",
  13: "return",
  27: "escape",
  32: "space",
  127: "delete",
};
const QUOTES: Readonly<Record<string, string>> = { quote: "'", quasiquote: "`", unquote: ",", "unquote-splicing": ",@" };

/** Written form of a datum. */
export function write(x: Datum, depth = 0): string {
  if (x instanceof Sym) return writeSymbol(x.name);
  if (x instanceof Renamed) return writeSymbol(x.name);
  if (typeof x === "boolean") return x ? "#t" : "#f";
  if (typeof x === "bigint" || typeof x === "number" || x instanceof Ratio) return writeReal(x);
  if (x instanceof Str) return writeQuoted(x.value, '"');
  if (depth > MAX_DEPTH) return "…";
  if (x instanceof Pair) return writeList(x, depth);
  if (Array.isArray(x)) return `#(${x.map((item) => write(item, depth + 1)).join(" ")})`;
  if (x instanceof Uint8Array) return `#u8(${x.join(" ")})`;
  if (x instanceof Char) return `#\\${CHARACTER_NAMES[x.code] ?? String.fromCodePoint(x.code)}`;
  if (x instanceof Complex) return writeComplex(x);
  if (x instanceof Opaque || x instanceof HostProcedure) return "#<object>";
  return (x as Special).name;
}

/** Written form of a datum, at most `size` characters. */
export function writeShort(x: Datum, size = 60): string {
  const text = write(x);
  return text.length <= size ? text : text.slice(0, size - 1) + "…";
}

function writeList(x: Pair, depth: number): string {
  if (x.car instanceof Sym && x.cdr instanceof Pair && x.cdr.cdr === NIL && Object.hasOwn(QUOTES, x.car.name)) {
    return QUOTES[x.car.name] + write(x.cdr.car, depth + 1);
  }
  const parts: string[] = [];
  let rest: Datum = x;
  for (; rest instanceof Pair; rest = rest.cdr) {
    if (parts.length > 10_000) return `(${parts.join(" ")} …)`;
    parts.push(write(rest.car, depth + 1));
  }
  return rest === NIL ? `(${parts.join(" ")})` : `(${parts.join(" ")} . ${write(rest, depth + 1)})`;
}

function writeSymbol(name: string): string {
  const plain = /^[^\s()[\]{}";|'`,#][^\s()[\]{}";|'`,]*$/.test(name) && name !== "." && parseNumber(name) === null;
  return plain ? name : writeQuoted(name, "|");
}

const ESCAPES: Readonly<Record<string, string>> = { "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r", "\x07": "\\a", "\b": "\\b" };

function writeQuoted(text: string, quote: string): string {
  let escaped = "";
  for (const c of text) escaped += c === quote ? "\\" + c : ESCAPES[c] ?? c;
  return quote + escaped + quote;
}

function writeReal(x: Real): string {
  if (typeof x === "bigint") return String(x);
  if (x instanceof Ratio) return `${x.numerator}/${x.denominator}`;
  if (Number.isNaN(x)) return "+nan.0";
  if (!Number.isFinite(x)) return x > 0 ? "+inf.0" : "-inf.0";
  const text = Object.is(x, -0) ? "-0" : String(x).replace("e+", "e");
  return /[.e]/.test(text) ? text : text + ".0";
}

function writeComplex({ real, imaginary }: Complex): string {
  const part = writeReal(imaginary);
  const sign = /^[+-]/.test(part) ? "" : "+";
  const unit = part === "1" ? "+" : part === "-1" ? "-" : sign + part;
  return (real === 0n ? "" : writeReal(real)) + unit + "i";
}
