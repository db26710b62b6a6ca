/**
 * Every heap layout of Scheme and its specials: the contract between all files of `scheme/vm`.
 *
 * Conventions that every function of the runtime keeps:
 * - `ERROR` (word 0) as a *field or argument* means "absent"; as a *result* it means "raised".
 * - Integers are immediate or `Int64` (`isI64`, `i64Of`, `boxI64`) or the heap's bignum; flonums and characters are words.
 * - `literal("text")` is the symbol of that name: symbols name procedures in errors, and the text of a message is `symbol.name`.
 * - What is read only is tested with the abstract layout (`AnyVector`), what is written with the mutable one (`Vector`).
 * - Symbols, code, global cells, record types, primitives, parameters and closures without free variables are `stable`: traces
 *   embed them.
 *
 * @module
 */

import type { i32, Slot, Tail, u8 } from "../../toolkit/define/mod.ts";
import type { FrozenFrame } from "../../toolkit/heap/mod.ts";
import { Code, globals, Layout, layout, special, type Value } from "../../toolkit/define/mod.ts";

// ── Specials ─────────────────────────────────────────────────────────────────────────────────────────────────────────

/** `'()` */
export const NULL = special(1);
export const FALSE = special(2);
export const TRUE = special(3);
export const END_OF_FILE = special(4);
export const UNSPECIFIED = special(5);
/** A `letrec` variable before its initialisation. */
export const UNASSIGNED = special(6);
/** The error that unwinds all frames of a run; no program sees it. */
export const END_OF_RUN = special(7);

// ── Tables that no program sees ──────────────────────────────────────────────────────────────────────────────────────

/** The constants of a code object. */
@layout({ stable: true })
export class Constants extends Layout {
  readonly items!: Tail<Value>;
}

/** Raw bytes of a code object (positions, sites). */
@layout({ stable: true })
export class RawTable extends Layout {
  data!: Tail<u8>;
}

/** Buckets of a hash table: chains of symbols. */
@layout({ stable: true })
export class SymbolTable extends Layout {
  items!: Tail<Symbol>;
}

@layout()
export class Integers extends Layout {
  items!: Tail<i32>;
}

// ── Data ─────────────────────────────────────────────────────────────────────────────────────────────────────────────

@layout()
export class Pair extends Layout {
  car!: Value;
  cdr!: Value;
}

/** The characters of strings: `length` is their number. */
@layout({ abstract: true })
export class Chars extends Layout {}

/** Code points below 256. */
@layout()
export class NarrowChars extends Chars {
  items!: Tail<u8>;
}

@layout()
export class WideChars extends Chars {
  items!: Tail<i32>;
}

/** Narrow characters become wide ones when a code point from 256 is stored; they need not become narrow again. */
@layout()
export class Str extends Layout {
  chars!: Chars;
  /** 1 for literals and names of symbols. */
  readonly immutable!: i32;
}

/** Interned, or not: then no other symbol is `eq?` to it. */
@layout({ stable: true })
export class Symbol extends Layout {
  readonly name!: Str;
  /** Of the text; never 0. */
  readonly hash!: i32;
  /** The next one in its bucket. */
  next!: Symbol;
  readonly interned!: i32;
  /** The global whose key is this symbol; NIL for none. */
  cell!: GlobalCell;
}

@layout({ abstract: true })
export class AnyVector extends Layout {
  items!: Tail<Value>;
}

@layout()
export class Vector extends AnyVector {}

@layout()
export class LiteralVector extends AnyVector {}

@layout({ abstract: true })
export class AnyBytevector extends Layout {
  items!: Tail<u8>;
}

@layout()
export class Bytevector extends AnyBytevector {}

@layout()
export class LiteralBytevector extends AnyBytevector {}

/** Exact, in lowest terms, no integer; the denominator is positive. */
@layout()
export class Ratio extends Layout {
  readonly numerator!: Value;
  readonly denominator!: Value;
}

/** The parts are real numbers; the imaginary one is not an exact 0. */
@layout()
export class Complex extends Layout {
  readonly real!: Value;
  readonly imaginary!: Value;
}

/** A variable that is captured and assigned. */
@layout()
export class Box extends Layout {
  value!: Value;
}

/** Zero or several values as one word. */
@layout()
export class Values extends Layout {
  items!: Tail<Value>;
}

@layout({ stable: true })
export class RecordType extends Layout {
  readonly name!: Symbol;
  readonly fields!: Tail<Symbol>;
}

@layout()
export class Record extends Layout {
  readonly type!: RecordType;
  items!: Tail<Value>;
}

/** An environment for `eval`: the host knows what `id` stands for. */
@layout()
export class Environment extends Layout {
  readonly id!: i32;
  readonly name!: Value;
}

/** What a primitive or `error` raises. `raise` takes any object. */
@layout()
export class ErrorObject extends Layout {
  /** One of the symbols of `ErrorKinds`. */
  readonly kind!: Symbol;
  /** Any object, mostly a string. */
  readonly message!: Value;
  readonly irritants!: Value;
  /** The procedure that complains: a symbol, or FALSE. */
  readonly who!: Value;
}

// ── Ports ────────────────────────────────────────────────────────────────────────────────────────────────────────────

export const PORT_INPUT = 1;
export const PORT_OUTPUT = 2;
export const PORT_TEXTUAL = 4;
export const PORT_BINARY = 8;
/** Reads from or collects in memory. */
export const PORT_MEMORY = 16;
export const PORT_OPEN = 32;
export const PORT_FOLD_CASE = 64;
/** A terminal, or standard error: written at the end of each operation. */
export const PORT_EAGER = 128;

/**
 * A port. Input: bytes from `position` to `limit` of `buffer` are still to be read (UTF-8 when textual); output: bytes below `limit` are
 * still to be written, or what a port in memory has collected.
 */
@layout()
export class Port extends Layout {
  /** `PORT_…` */
  flags!: i32;
  /** Of the host; -1 for ports in memory. */
  readonly descriptor!: i32;
  readonly name!: Value;
  buffer!: Bytevector;
  position!: i32;
  limit!: i32;
}

// ── Procedures ───────────────────────────────────────────────────────────────────────────────────────────────────────

@layout({ stable: true })
export class SchemeCode extends Code {
  /** A symbol, or FALSE for an anonymous procedure. */
  readonly name!: Value;
  /** Required parameters; with `rest` one more local takes the list of the others. */
  readonly required!: i32;
  readonly rest!: i32;
  /** The number of arguments it takes, -1 with `rest`. */
  readonly exactCount!: i32;
  readonly constants!: Constants;
  readonly positions!: RawTable;
  readonly file!: Symbol;
}

@layout({ abstract: true })
export class Procedure extends Layout {}

@layout()
export class Closure extends Procedure {
  readonly code!: SchemeCode;
  free!: Tail<Value>;
}

/** A closure without free variables, made once, when its code is loaded. */
@layout({ stable: true })
export class ConstantClosure extends Closure {}

/** The first of the closures that takes the number of arguments is called. */
@layout()
export class CaseLambda extends Procedure {
  readonly clauses!: Tail<Value>;
}

/** Of constant closures only. */
@layout({ stable: true })
export class ConstantCaseLambda extends CaseLambda {}

/**
 * A procedure of the runtime. It takes `minArgs` to `maxArgs` arguments through `fn0` … `fn4`, whichever has `maxArgs` parameters (absent
 * arguments arrive as `ERROR`), or, when `maxArgs` is -1, any number from `minArgs` through `fnAny`.
 */
@layout({ stable: true })
export class Primitive extends Procedure {
  readonly name!: Symbol;
  readonly minArgs!: i32;
  readonly maxArgs!: i32;
  readonly fn0!: Slot<() => Value>;
  readonly fn1!: Slot<(a: Value) => Value>;
  readonly fn2!: Slot<(a: Value, b: Value) => Value>;
  readonly fn3!: Slot<(a: Value, b: Value, c: Value) => Value>;
  readonly fn4!: Slot<(a: Value, b: Value, c: Value, d: Value) => Value>;
  readonly fnAny!: Slot<(args: Values) => Value>;
}

/**
 * What `call/cc` gives to its argument: a closure over the newest of the frozen frames (ERROR: the run is to end), winders, handlers and
 * the number of the run whose frames these are. Its code takes any number of arguments and throws them there.
 */
@layout()
export class Continuation extends Closure {}
export const K_FRAMES = 0;
export const K_WINDERS = 1;
export const K_HANDLERS = 2;
export const K_RUN = 3;

/** A closure over its value and its converter (a procedure or FALSE); its code gives the value. */
@layout({ stable: true })
export class Parameter extends ConstantClosure {}
export const PARAMETER_VALUE = 0;
export const PARAMETER_CONVERTER = 1;

/** A closure over the host's number for it and its name; its code takes a list of arguments. */
@layout({ stable: true })
export class HostProcedure extends ConstantClosure {}
export const HOST_HANDLE = 0;
export const HOST_NAME = 1;

/** A top-level variable. */
@layout({ stable: true })
export class GlobalCell extends Layout {
  /** ERROR while it is undefined. */
  value!: Value;
  /** Its first value, ERROR before. Read only through a variable that never gets another one: so a trace takes it for a constant. */
  readonly fixed!: Value;
  readonly key!: Symbol;
  /** The key without its library. */
  readonly name!: Symbol;
}

// ── Roots ────────────────────────────────────────────────────────────────────────────────────────────────────────────

@globals()
export class Roots {
  static symbols: SymbolTable;
  static symbolCount: i32;
  /** The value of `(values)`. */
  static readonly noValues: Values;
  static readonly emptyChars: NarrowChars;
  /** What base frames and the calls of continuations, parameters and procedures of the host run. */
  static readonly baseCode: SchemeCode;
  static readonly throwCode: SchemeCode;
  static readonly parameterCode: SchemeCode;
  static readonly hostCode: SchemeCode;
}

/** The dynamic state that continuations keep. */
@globals()
export class Dynamic {
  /** The library's `%raise` and `%rewind`. */
  static readonly raise: GlobalCell;
  static readonly rewind: GlobalCell;
  /** Handler procedures, the current one first. */
  static handlers: Value;
  /** `(before . after)` records of `dynamic-wind`, the innermost first. */
  static winders: Value;
}

/** How the current run ended, for the host. */
@globals()
export class Run {
  /** What nothing handled, and the frames at that point. */
  static condition: Value;
  static frames: FrozenFrame;
  /** Exit status, -1 when the run did not ask for the end of the process. */
  static status: i32;
}
