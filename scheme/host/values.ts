/**
 * Values on their way between JavaScript and Scheme: data by value, everything else by handle.
 *
 * Invariant: objects of Scheme stay behind numbers in JavaScript; no object of JavaScript is reachable from the guest but functions it was given.
 *
 * | JavaScript                                | Scheme                  | JavaScript again                |
 * | ----------------------------------------- | ----------------------- | ------------------------------- |
 * | `undefined`, `null`                       | unspecified             | `undefined`                     |
 * | `true`, `false`                           | `#t`, `#f`              | boolean                         |
 * | number with an integral value, bigint     | exact integer           | number, bigint beyond 2^53      |
 * | other number                              | inexact real            | number                          |
 * | `Ratio`, `Complex`                        | exact ratio, complex    | `Ratio`, `Complex`              |
 * | string                                    | string                  | string                          |
 * | `Char`                                    | character               | `Char`                          |
 * | symbol (`Symbol.for("name")`)             | symbol                  | symbol                          |
 * | array                                     | list                    | array                           |
 * | `Pair`                                    | improper list           | `Pair` of converted parts       |
 * |                                           | vector                  | array                           |
 * | `Uint8Array`                              | bytevector              | `Uint8Array`                    |
 * | function                                  | procedure               | `SchemeProxy`                   |
 * | `SchemeProxy`                             | the object behind it    | `SchemeProxy`                   |
 */

import {
  Char,
  Complex,
  type Datum,
  HostProcedure,
  list,
  NIL,
  Opaque,
  Pair,
  Ratio,
  Special,
  Str,
  Sym,
  UNSPECIFIED,
} from "../reader/datum.ts";

/** Nesting of data that are converted. */
const MAX_DEPTH = 1000;

/** A value that Scheme can be given. */
export type Convertible =
  | undefined
  | null
  | boolean
  | number
  | bigint
  | string
  | symbol
  | Uint8Array
  | Ratio
  | Complex
  | Char
  | Pair
  | Handle
  | ((...args: any[]) => unknown)
  | readonly Convertible[];

/** An object of the guest by its handle. */
export interface Handle {
  readonly handle: number;
}

/** What conversion needs for objects that are not data. */
export interface Objects {
  /** Something that stands for an object of the guest. */
  proxy(handle: number): unknown;
  /** The number of a function for the guest. */
  number(f: (...args: any[]) => unknown): number;
}

/** A datum for a value of JavaScript. @throws TypeError for what Scheme cannot be given */
export function toScheme(value: unknown, objects: Objects, depth = 0): Datum {
  if (depth > MAX_DEPTH) throw new TypeError("The value is nested too deeply, or contains itself");
  switch (typeof value) {
    case "undefined":
      return UNSPECIFIED;
    case "boolean":
    case "bigint":
      return value;
    case "number":
      return Number.isSafeInteger(value) && !Object.is(value, -0) ? BigInt(value) : value;
    case "string":
      return new Str(value.toWellFormed());
    case "symbol":
      return Sym.of(value.description ?? "");
    case "function":
      return new HostProcedure(objects.number(value as () => unknown), value.name);
  }
  if (value === null) return UNSPECIFIED;
  if (Array.isArray(value)) return list(value.map((item) => toScheme(item, objects, depth + 1)));
  if (value instanceof Uint8Array) return value.slice();
  if (value instanceof Ratio || value instanceof Complex || value instanceof Char) return value;
  if (value instanceof Pair) return new Pair(toScheme(value.car, objects, depth + 1), toScheme(value.cdr, objects, depth + 1));
  if (typeof value === "object" && "handle" in value && typeof value.handle === "number") return new Opaque(value.handle);
  throw new TypeError(`An object of the class ${(value as object).constructor?.name ?? "(none)"} cannot be given to Scheme`);
}

/** The value of a datum. */
export function fromScheme(x: Datum, objects: Objects, depth = 0): unknown {
  if (depth > MAX_DEPTH) throw new RangeError("The value is nested too deeply for JavaScript, or contains itself");
  if (typeof x === "bigint") return BigInt(Number(x)) === x && Number.isSafeInteger(Number(x)) ? Number(x) : x;
  if (x instanceof Str) return x.value;
  if (x instanceof Sym) return Symbol.for(x.name);
  if (x instanceof Opaque) return objects.proxy(x.handle);
  if (x === NIL) return [];
  if (x instanceof Special) return undefined;
  if (Array.isArray(x)) return x.map((item) => fromScheme(item, objects, depth + 1));
  if (!(x instanceof Pair)) return x;
  const items: unknown[] = [];
  let rest: Datum = x;
  for (; rest instanceof Pair; rest = rest.cdr) {
    if (items.length > 0 && rest === x) throw new RangeError("A circular list has no equal in JavaScript");
    items.push(fromScheme(rest.car, objects, depth + 1));
  }
  if (rest === NIL) return items;
  return items.reduceRight((tail, item) => new Pair(item as Datum, tail as Datum), fromScheme(rest, objects, depth + 1));
}
