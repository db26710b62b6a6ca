/**
 * Data as the reader makes them and the expander walks them.
 *
 * Host values stand for what they look like: `bigint` exact integers, `number` flonums, `boolean`, arrays for vectors, `Uint8Array` for bytevectors;
 * the other types have classes. Invariant: symbols are interned, so `===` compares them.
 */

import type { Source } from "./source.ts";

/** An interned symbol. */
export class Sym {
  private constructor(readonly name: string) {}

  static readonly #table = new Map<string, Sym>();

  /** The symbol of a name. */
  static of(name: string): Sym {
    let symbol = Sym.#table.get(name);
    if (symbol === undefined) Sym.#table.set(name, symbol = new Sym(name));
    return symbol;
  }
}

/** A pair. Where it was read: `at` is the place of the list for its first pair, of the item for the others; -1 when it was not read. */
export class Pair {
  constructor(public car: Datum, public cdr: Datum, readonly source: Source | null = null, readonly at = -1) {}
}

export class Char {
  constructor(readonly code: number) {}
}

/** A string; an object, because strings have an identity. */
export class Str {
  constructor(readonly value: string) {}
}

/** In lowest terms, no integer; the denominator is positive. */
export class Ratio {
  constructor(readonly numerator: bigint, readonly denominator: bigint) {}
}

export type Real = bigint | number | Ratio;

/** The imaginary part is not an exact 0. */
export class Complex {
  constructor(readonly real: Real, readonly imaginary: Real) {}
}

/** Objects without parts; `code` is the number of the VM's special. */
export class Special {
  constructor(readonly name: string, readonly code: number) {}
}
export const NIL = new Special("()", 1);
export const EOF = new Special("#<eof>", 4);
export const UNSPECIFIED = new Special("#<unspecified>", 5);
/** A variable before its initialisation. */
export const UNASSIGNED = new Special("#<unassigned>", 6);

/** An object of the guest that has no written form: the VM's number for it. */
export class Opaque {
  constructor(readonly handle: number) {}
}

/** A function of the host that becomes a procedure of the guest: the host's number for it. */
export class HostProcedure {
  constructor(readonly handle: number, readonly title: string) {}
}

/** An identifier that a macro inserted; the expander's. */
export abstract class Renamed {
  abstract readonly name: string;
}

export type Identifier = Sym | Renamed;
export type Datum =
  | Pair
  | Identifier
  | Special
  | Str
  | Char
  | boolean
  | bigint
  | number
  | Ratio
  | Complex
  | Datum[]
  | Uint8Array
  | Opaque
  | HostProcedure;

export function isIdentifier(x: Datum): x is Identifier {
  return x instanceof Sym || x instanceof Renamed;
}

/** The items of a proper list; null for anything else (cycles, too). */
export function listItems(x: Datum): Datum[] | null {
  const items: Datum[] = [];
  let slow = x;
  while (x instanceof Pair) {
    items.push(x.car);
    x = x.cdr;
    if ((items.length & 1) === 0) {
      slow = (slow as Pair).cdr;
      if (slow === x && x instanceof Pair) return null;
    }
  }
  return x === NIL ? items : null;
}

/** A list of `items`, ending in `tail`, that stands where `like` does. */
export function list(items: readonly Datum[], tail: Datum = NIL, like: Pair | null = null): Datum {
  let result = tail;
  for (let i = items.length - 1; i >= 0; i--) result = new Pair(items[i], result, like?.source ?? null, like?.at ?? -1);
  return result;
}
