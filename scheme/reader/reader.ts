/**
 * Reads data from source text.
 *
 * Input: a `Source`; output: one datum at a time. Invariants: nesting costs no stack of the host; an error that more text could mend is
 * `incomplete`.
 */

import { type Datum, EOF, NIL, Pair, type Sym } from "./datum.ts";
import { SchemeSyntaxError } from "./source.ts";
import { Lexer, type Token } from "./lexer.ts";
import { Source } from "./source.ts";

export { SchemeSyntaxError } from "./source.ts";
export { Source } from "./source.ts";

/** A datum that is being read. */
interface Frame {
  kind: "list" | "vector" | "bytevector" | "quote" | "comment" | "label";
  open: Token;
  /** Items of a list or vector so far, and where each begins. */
  items: Datum[];
  places: number[];
  /** List: -1 before a dot, then the number of items read behind it. */
  tailCount: number;
  tail: Datum;
}

/** Stands for a labelled datum that is not complete yet. */
class Placeholder {
  value: Datum | null = null;
}

export class Reader {
  readonly #lexer: Lexer;
  #labels = new Map<bigint, Datum | Placeholder>();
  #needsPatch = false;

  constructor(readonly source: Source, offset = 0) {
    this.#lexer = new Lexer(source, offset);
  }

  /** Where the next datum is looked for. */
  get offset(): number {
    return this.#lexer.offset;
  }

  get foldCase(): boolean {
    return this.#lexer.foldCase;
  }

  set foldCase(fold: boolean) {
    this.#lexer.foldCase = fold;
  }

  /** Allows `#!object N`. */
  set object(make: (handle: number) => Datum) {
    this.#lexer.object = make;
  }

  /** Place of the datum read last. */
  start = 0;

  /** The next datum, or `EOF`. @throws SchemeSyntaxError */
  read(): Datum {
    const stack: Frame[] = [];
    this.#labels = new Map();
    this.#needsPatch = false;
    this.start = -1;
    while (true) {
      const token = this.#lexer.next();
      if (this.start < 0 && token.kind !== "comment") this.start = token.at;
      const opened = token.kind === "close" ? stack[stack.length - 1]?.open.at : undefined;
      const value = this.#take(token, stack);
      if (value === undefined) continue;
      const done = this.#deliver(value, opened ?? token.at, stack);
      if (done === undefined) continue;
      return this.#needsPatch ? patch(done) : done;
    }
  }

  /** Handles one token: opens a frame, or gives a finished datum. */
  #take(token: Token, stack: Frame[]): Datum | undefined {
    const top = stack[stack.length - 1];
    switch (token.kind) {
      case "datum":
        return token.value;
      case "open":
        stack.push(frame(token.text === "#(" ? "vector" : token.text === "#u8(" ? "bytevector" : "list", token));
        return undefined;
      case "quote":
      case "comment":
        stack.push(frame(token.kind, token));
        return undefined;
      case "label":
        if (this.#labels.has(token.value as bigint)) this.#lexer.fail(`The label "${token.text}" is used twice`, token.at);
        this.#labels.set(token.value as bigint, new Placeholder());
        stack.push(frame("label", token));
        return undefined;
      case "reference":
        return this.#reference(token);
      case "dot":
        if (top?.kind !== "list" || top.items.length === 0 || top.tailCount >= 0) this.#lexer.fail('"." is not expected here', token.at);
        top.tailCount = 0;
        return undefined;
      case "close":
        return this.#close(token, stack);
      case "end":
        return this.#end(token, stack);
    }
  }

  #reference(token: Token): Datum {
    const known = this.#labels.get(token.value as bigint);
    if (known === undefined) this.#lexer.fail(`There is no label "${token.text.slice(0, -1)}="`, token.at);
    if (!(known instanceof Placeholder)) return known;
    this.#needsPatch = true;
    return known as unknown as Datum;
  }

  #end(token: Token, stack: Frame[]): Datum {
    const open = stack.findLast(({ kind }) => kind === "list" || kind === "vector" || kind === "bytevector") ?? stack[stack.length - 1];
    if (open === undefined) return EOF;
    const reason = open.kind === "list" || open.kind === "vector" || open.kind === "bytevector"
      ? `"${open.open.text}" is not closed`
      : `A datum must follow "${open.open.text}"`;
    this.#lexer.fail(reason, open.open.at, true);
  }

  #close(token: Token, stack: Frame[]): Datum {
    const top = stack.pop();
    if (top === undefined) this.#lexer.fail(`"${token.text}" closes nothing`, token.at);
    if (top.kind === "quote" || top.kind === "comment" || top.kind === "label") {
      this.#lexer.fail(`A datum must follow "${top.open.text}"`, top.open.at);
    }
    switch (top.kind) {
      case "vector":
        return top.items;
      case "bytevector":
        return this.#bytes(top);
      case "list":
        if (top.tailCount === 0) this.#lexer.fail('A datum must follow "."', token.at);
        return this.#list(top);
    }
  }

  #list({ open, items, places, tail }: Frame): Datum {
    let result = tail;
    for (let i = items.length - 1; i > 0; i--) result = new Pair(items[i], result, this.source, places[i]);
    return items.length === 0 ? NIL : new Pair(items[0], result, this.source, open.at);
  }

  #bytes({ items, places }: Frame): Uint8Array {
    items.forEach((item, i) => {
      if (typeof item !== "bigint" || item < 0n || item > 255n) {
        this.#lexer.fail("A bytevector holds exact integers from 0 to 255", places[i]);
      }
    });
    return Uint8Array.from(items, Number);
  }

  /** Puts a finished datum where it belongs; gives it back when nothing is open. */
  #deliver(value: Datum, at: number, stack: Frame[]): Datum | undefined {
    while (true) {
      const top = stack[stack.length - 1];
      if (top === undefined) return value;
      switch (top.kind) {
        case "quote":
          stack.pop();
          at = top.open.at;
          value = new Pair(top.open.value, new Pair(value, NIL, this.source, at + top.open.text.length), this.source, at);
          continue;
        case "label": {
          stack.pop();
          const label = top.open.value as bigint;
          const placeholder = this.#labels.get(label) as Placeholder;
          if ((value as unknown) === placeholder) this.#lexer.fail(`The label "${top.open.text}" stands for itself`, top.open.at);
          placeholder.value = value;
          this.#labels.set(label, value);
          continue;
        }
        case "comment":
          stack.pop();
          return undefined;
        default:
          if (top.tailCount === 1) this.#lexer.fail('")" must follow the datum behind "."', at);
          if (top.tailCount === 0) {
            top.tailCount = 1;
            top.tail = value;
          } else {
            top.items.push(value);
            top.places.push(top.items.length === 1 ? top.open.at : at);
          }
          return undefined;
      }
    }
  }
}

function frame(kind: Frame["kind"], open: Token): Frame {
  return { kind, open, items: [], places: [], tailCount: -1, tail: NIL };
}

/** Puts what labels stand for in the place of their placeholders. */
function patch(root: Datum): Datum {
  const seen = new Set<Datum>();
  const work: Datum[] = [root];
  const resolved = (x: Datum): Datum => {
    while ((x as unknown) instanceof Placeholder) x = (x as unknown as Placeholder).value!;
    return x;
  };
  while (work.length > 0) {
    const x = work.pop()!;
    if (seen.has(x) || !(x instanceof Pair || Array.isArray(x))) continue;
    seen.add(x);
    if (x instanceof Pair) {
      work.push(x.car = resolved(x.car), x.cdr = resolved(x.cdr));
    } else {
      for (let i = 0; i < x.length; i++) work.push(x[i] = resolved(x[i]));
    }
  }
  return resolved(root);
}

/** All data of a text. @throws SchemeSyntaxError */
export function readAll(source: Source, foldCase = false): { datum: Datum; at: number }[] {
  const reader = new Reader(source);
  reader.foldCase = foldCase;
  const found: { datum: Datum; at: number }[] = [];
  for (let datum = reader.read(); datum !== EOF; datum = reader.read()) found.push({ datum, at: reader.start });
  return found;
}

/** Whether a text is the beginning of something longer. */
export function isIncomplete(text: string): boolean {
  try {
    readAll(new Source("", text));
    return false;
  } catch (error) {
    return error instanceof SchemeSyntaxError && error.incomplete;
  }
}
