/**
 * What the author of a language imports: the types, decorators and intrinsics of the definition language.
 *
 * Definition sources are ordinary TypeScript that is never run: the front end (`toolkit/front`) parses them and turns
 * every function and handler into abstract machine code. So everything here is a declaration. The meaning of each
 * intrinsic is one row of the operation table (`toolkit/machine/operations.ts`) or one case of the front end.
 *
 * @module
 */
// deno-lint-ignore-file no-unused-vars

// ── Types ────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Signed 32-bit integer; arithmetic wraps. `i32(x)` converts (wraps an i64, truncates an f64 with saturation). */
export type i32 = number;
/** Unsigned 32-bit integer: division, remainder, `>>`, `<` and conversions are unsigned. */
export type u32 = number;
/** Storage-only widths of fields, tails and raw memory; they are read as `i32`. */
export type i8 = number;
export type u8 = number;
export type i16 = number;
export type u16 = number;
/** Double. `1.0` and `1` both are f64 literals where an f64 is wanted. */
export type f64 = number;
/** Signed 64-bit integer, typed over bigint so that mixing with i32 or f64 is a type error. Literals are `1n`. */
export type i64 = bigint;
export type bool = boolean;

/** One 64-bit guest word: immediate integer, double, special or reference (tags: `toolkit/machine/memory_map.ts`). */
export abstract class Value {
  private readonly word!: unknown;
}

/** Base of every heap object. A subclass decorated with `@layout()` declares the fields; `null` is `NIL`. */
export abstract class Layout extends Value {
  /** Number of elements of the variable part; 0 for layouts without one. Header word, never changes after `alloc`. */
  readonly length!: i32;
}

/** A just allocated object: `readonly` fields may still be assigned, before the next safepoint. */
export type Fresh<T extends Layout> = { -readonly [K in keyof T]: T[K] } & Layout;

/** A reference to an object of layout `T`; may be `NIL`. It *is* a `Value` (widening is free), `v as T` narrows unchecked. */
export type Ref<T extends Layout> = T;

/** The variable part, always the last field of a layout: `data!: Tail<u8>`, `items!: Tail<Value>`; `o.items[i]`. */
export interface Tail<T> {
  [index: number]: T;
}

/** A typed, nullable function pointer (an index in the shared table): `o.tpLen(self)` calls it, `slot(fn)` makes one. */
// deno-lint-ignore no-explicit-any
export type Slot<F extends (...args: any[]) => any> = F;

/** An immediate operand of a bytecode, read from the instruction stream with the given storage width. */
export type Imm<T extends number> = T & { readonly imm?: never };

/** The reference to nothing (address 0), for any `Ref` and any `Slot`. */
export declare const NIL: never;
/** The `Value` word 0: the error sentinel that a raising function returns and an unset stack slot holds. Never a guest value. */
export declare const ERROR: Value;

// ── Declarations ─────────────────────────────────────────────────────────────────────────────────────────────────────

type ClassDecorator = (target: any, context: ClassDecoratorContext) => void;
type MethodDecorator = (target: any, context: ClassMethodDecoratorContext) => void;
type AnyFunction = (...args: any[]) => any;

/**
 * Declares a heap layout. `stable`: allocated in the stable space, never moves, may be promoted and embedded in compiled
 * code. `abstract`: never allocated, groups subclasses for `isA`. `weak`: names of Value/Ref fields that do not keep alive.
 */
export declare function layout(options?: { stable?: boolean; abstract?: boolean; weak?: string[]; finalizer?: boolean }): ClassDecorator;
/** Declares VM globals: the `static` fields of the class; `Value` and `Ref` fields are collector roots. `static readonly`
 * fields are written only while booting and are constants to the trace compiler. */
export declare function globals(): ClassDecorator;
/** A bytecode handler. The signature is the stack effect: parameters of type `Imm<…>` come from the instruction stream, the
 * others are popped (last one on top); a non-void result is pushed. `outline`: compiled outside the dispatch function.
 * `hidden`: never emitted by a compiler, refused by the bytecode verifier. `stack`: the stack effect where the body does not show it to the
 * build, such as `"callable args[argc] -- result"` (docs/definition_language.md). */
export declare function op(
  options?: { outline?: boolean; hidden?: boolean; loopHeader?: boolean; unwind?: boolean; stack?: string },
): MethodDecorator;

/** Result depends on arguments alone (and on `readonly` fields of them): folded when arguments are constant, else CSE'd. */
export declare function pure<F extends AnyFunction>(f: F): F;
/** Never inlined into a trace: compiled code calls it. Functions with loops are residual by themselves. */
export declare function residual<F extends AnyFunction>(f: F): F;
/** Loops of this function run at trace-building time; their trip count must be constant there. */
export declare function unroll<F extends AnyFunction>(f: F): F;
/** Exported from the wasm module under the constant's name, for the host. */
export declare function entry<F extends AnyFunction>(f: F): F;
/** A function of the host, imported as `host.NAME` (the constant's name). `effects` as in `docs/definition_language.md`. */
export declare function hostImport<F extends AnyFunction>(effects?: { collects?: boolean; raises?: boolean; pure?: boolean }): F;

// ── Values ───────────────────────────────────────────────────────────────────────────────────────────────────────────

/** The special value number `n` (0 ≤ n < 2^28), a build-time constant: `export const NONE = special(1);` */
export declare function special(n: number): Value;
export declare function isSpecial(v: Value): bool;
/** Number of a special. */
export declare function specialOf(v: Value): i32;
/** The character value of a code point. */
export declare function boxChar(codePoint: i32): Value;
export declare function isChar(v: Value): bool;
export declare function charOf(v: Value): i32;

/** Immediate (48-bit) integers. `boxInt` does not check the range; `fitsInt` does. */
export declare function isInt(v: Value): bool;
export declare function intOf(v: Value): i64;
export declare function boxInt(i: i64): Value;
export declare function fitsInt(i: i64): bool;
/** Both canonical forms up to 64 bits, immediate or heap `Int64`: one class to the trace compiler. Prefer these. */
export declare function isI64(v: Value): bool;
export declare function i64Of(v: Value): i64;
/** May allocate an `Int64`. */
export declare function boxI64(i: i64): Value;

export declare function isFloat(v: Value): bool;
export declare function floatOf(v: Value): f64;
export declare function boxFloat(f: f64): Value;

/** True for a (non-null) heap reference. */
export declare function isRef(v: Value): bool;
/** Layout number of a heap object (the argument must be a reference): `switch (kindOf(v)) { case kind(Str): … }`. */
export declare function kindOf(v: Value): i32;
/** Build-time constant: the number of a layout, for `kindOf`. */
export declare function kind(l: abstract new (...args: any[]) => Layout): i32;
/** True if `v` is a heap reference whose layout is `l` or inherits from it. */
export declare function isA(v: Value, l: abstract new (...args: any[]) => Layout): bool;
export declare function isNil(r: Layout | AnyFunction): bool;

// ── Numbers ──────────────────────────────────────────────────────────────────────────────────────────────────────────

export declare function i32(x: i32 | u32 | i64 | f64 | bool): i32;
export declare function u32(x: i32 | i64 | f64): u32;
/** From i32 (sign-extended), u32 (zero-extended), f64 (truncated, saturating). */
export declare function i64(x: i32 | u32 | f64): i64;
/** From i32, u32 or i64 (nearest, ties to even). */
export declare function f64(x: i32 | u32 | i64): f64;
export declare function f64Bits(x: f64): i64;
export declare function f64FromBits(x: i64): f64;
/** Sum / difference / product and whether 64 bits were too few. */
export declare function addOverflow(a: i64, b: i64): [i64, bool];
export declare function subOverflow(a: i64, b: i64): [i64, bool];
/** May report overflow for products between 2^63 - 2^12 and 2^63 as well; never misses one. */
export declare function mulOverflow(a: i64, b: i64): [i64, bool];
/** High 64 bits of the unsigned 128-bit product. */
export declare function mulHighU(a: i64, b: i64): i64;
/** Logical shift right, unsigned division, remainder and comparison (i32 or i64). */
export declare function shrU<T extends i32 | i64>(a: T, b: T): T;
export declare function divU<T extends i32 | i64>(a: T, b: T): T;
export declare function remU<T extends i32 | i64>(a: T, b: T): T;
export declare function ltU<T extends i32 | i64>(a: T, b: T): bool;
export declare function clz<T extends i32 | i64>(a: T): T;
export declare function ctz<T extends i32 | i64>(a: T): T;
export declare function popcount<T extends i32 | i64>(a: T): T;
export declare function rotl<T extends i32 | i64>(a: T, b: T): T;
export declare function sqrt(x: f64): f64;
export declare function floor(x: f64): f64;
export declare function ceil(x: f64): f64;
export declare function truncate(x: f64): f64;
/** Rounds to the nearest integer, ties to even. */
export declare function nearest(x: f64): f64;
export declare function abs(x: f64): f64;
export declare function copySign(magnitude: f64, sign: f64): f64;
/** Both arms are evaluated, no branch is recorded: for cheap, effect-free arms. */
export declare function select<T>(condition: bool, then: T, otherwise: T): T;

// ── Heap ─────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** A fresh, zeroed object; `length` is required for layouts with a variable part. May collect. Raises MemoryError. */
export declare function alloc<T extends Layout>(l: abstract new (...args: any[]) => T, length?: i32): Fresh<T>;
/** Lets `boot` assign `static readonly` globals: `writable(Roots).emptyTuple = t;`. */
export declare function writable<T>(holder: T): { -readonly [K in keyof T]: T[K] };
/** Copies `count` elements between variable parts of one element type, with barrier; ranges may overlap. */
export declare function copyTail<T>(to: Tail<T>, toIndex: i32, from: Tail<T>, fromIndex: i32, count: i32): void;
export declare function fillTail<T>(to: Tail<T>, index: i32, count: i32, value: T): void;
/** Compares the bytes of two raw tails: true when `count` elements are equal. */
export declare function equalTail<T>(a: Tail<T>, aIndex: i32, b: Tail<T>, bIndex: i32, count: i32): bool;
/** Address of the first element. Dies at the next safepoint unless the layout is stable. */
export declare function addressOf<T>(tail: Tail<T>): i32;
/** The address of an object, and back: for the collector and for hashing. */
export declare function refAddress(r: Layout): i32;
export declare function refFromAddress<T extends Layout>(address: i32): T;
/** The word of a value, and back. */
export declare function wordOf(v: Value): i64;
export declare function valueFromWord(w: i64): Value;

/** Raw memory: bytes outside the collected heap (instruction streams, static tables, host buffers). */
export declare function loadU8(address: i32): i32;
export declare function loadI8(address: i32): i32;
export declare function loadU16(address: i32): i32;
export declare function loadI16(address: i32): i32;
export declare function loadI32(address: i32): i32;
export declare function loadI64(address: i32): i64;
export declare function loadF64(address: i32): f64;
export declare function storeU8(address: i32, value: i32): void;
export declare function storeU16(address: i32, value: i32): void;
export declare function storeI32(address: i32, value: i32): void;
export declare function storeI64(address: i32, value: i64): void;
export declare function storeF64(address: i32, value: f64): void;
export declare function memoryCopy(to: i32, from: i32, sizeBytes: i32): void;
export declare function memoryFill(to: i32, byte: i32, sizeBytes: i32): void;
/** Size of memory and growth, in 64 KiB pages (`-1` when refused). */
export declare function memoryPages(): i32;
export declare function memoryGrow(pages: i32): i32;

/** Address of a static table of constants in the data segment. */
export declare function tableU8(values: number[]): i32;
export declare function tableI32(values: number[]): i32;
export declare function tableI64(values: bigint[]): i32;
export declare function tableF64(values: number[]): i32;
/** Address and length of a static UTF-8 string. */
export declare function utf8(text: string): i32;
export declare function utf8Length(text: string): i32;

/** An interned literal object of the language, made once while booting by the unit's literal factory; constant in traces. */
export declare function literal(text: string): any;
/** Build-time constant: the opcode of a bytecode, by its name in snake_case. */
export declare function opcodeOf(name: string): i32;
/** The function pointer of a function. */
export declare function slot<F extends AnyFunction>(f: F): Slot<F>;

// ── Errors ───────────────────────────────────────────────────────────────────────────────────────────────────────────
// `throw value;` makes `value` the pending error and returns the sentinel; every call of a function that may raise is
// followed by check-and-propagate, unless it is wrapped in `attempt`.

/** Evaluates a call without propagating: returns its result, or the sentinel when `errorPending()`. */
export declare function attempt<T>(result: T): T;
export declare function errorPending(): bool;
/** The pending error, still pending; `ERROR` when there is none. */
export declare function pendingError(): Value;
/** The pending error, cleared. */
export declare function takeError(): Value;
/** Does nothing in release builds; traps in debug builds when false. */
export declare function debugAssert(condition: bool): void;
/** A bug of ours: traps. */
export declare function unreachable(): never;

// ── JIT hints ────────────────────────────────────────────────────────────────────────────────────────────────────────

/** The value becomes a constant of the trace, guarded. References only to `stable` layouts. */
export declare function promote<T>(x: T): T;
/** True when compiled into a trace and `x` is a constant there; false in the interpreter. For choosing a `pure` path. */
export declare function isConstant<T>(x: T): bool;

// ── The VM stack, for functions outside handlers ─────────────────────────────────────────────────────────────────────

/** Pushes / reads / drops values above the running frame's operands; what is pushed is a collector root. */
export declare function stackPush(v: Value): void;
export declare function stackPeek(depth: i32): Value;
export declare function stackDrop(count: i32): void;
/** Runs `code` in a nested interpreter with the top `argc` pushed values as its first locals (they are popped); returns its
 * result or the sentinel. Raises the unit's recursion error beyond the nesting limit. */
export declare function runNested(code: Ref<Code>, func: Value, argc: i32): Value;

/** Base of code objects. `bytecode` is a raw address of instructions in code memory. */
export declare abstract class Code extends Layout {
  /** First instruction, in raw memory owned by this object. */
  bytecode: i32;
  bytecodeSize: i32;
  /** Locals of a frame (arguments first), and operand slots above them. */
  localCount: i32;
  stackSize: i32;
  argumentCount: i32;
  /** Table slot of the compiled function entry (0: the interpreter), and its counter. */
  entrySlot: i32;
  entryCounter: i32;
}

/** Base of the class that holds a language's handlers; the members are the machine state a handler may touch. */
export abstract class Bytecodes {
  /** Local `index` of the running frame. */
  declare protected local: (index: i32) => Value;
  declare protected setLocal: (index: i32, v: Value) => void;
  /** Operand stack below the handler's own parameters: depth 0 is the top. */
  declare protected peek: (depth: i32) => Value;
  declare protected poke: (depth: i32, v: Value) => void;
  declare protected push: (v: Value) => void;
  declare protected drop: (count: i32) => void;
  /** Code, function and the free header word (`extra`) of the running frame. */
  declare protected code: any;
  declare protected func: Value;
  declare protected extra: Value;
  declare protected setExtra: (v: Value) => void;
  /** Address of this instruction and of the next one. */
  declare protected pc: i32;
  declare protected nextPc: i32;
  /** Continue at `nextPc + offset` / at an address, when the handler ends. */
  declare protected jump: (offset: i32) => void;
  declare protected jumpTo: (pc: i32) => void;
  /** Number of operands on the frame's stack, the handler's parameters not counted. */
  declare protected depth: i32;
  /** Guest call: the top `argc` operands become the first locals of a new frame of `code`, `dropExtra` further operands
   * below them are removed at return. Other locals are unset (`ERROR`). The value is the call's result; what follows in the
   * handler becomes a hidden continuation bytecode. */
  declare protected call: (code: Ref<Code>, func: Value, argc: i32, dropExtra: i32, extra?: Value) => Value;
  /** As `call`, but replaces the running frame. Ends the handler. */
  declare protected tailCall: (code: Ref<Code>, func: Value, argc: i32, extra?: Value) => never;
  /** Leaves the frame with a result. Ends the handler. */
  declare protected leave: (result: Value) => never;
  /** Drops the running frame and goes on unwinding in its caller with the pending error. Ends the handler. */
  declare protected unwindFrame: () => never;
  /** What follows is rare: the interpreter's dispatch function does without it, as it does without what stands behind a handler's first call.
   * Elsewhere this is nothing. Best before the path's first effect; behind one, the whole handler is kept out of the dispatch function. */
  declare protected outOfLine: () => void;
  /** Cuts the operand stack to `depth` operands; pushes follow. */
  declare protected cutStack: (depth: i32) => void;
  /** Re-enters a frame saved in `saved`: `count` slots (locals, then operands) are copied from the variable part `slots`,
   * starting at instruction `pc`; the handler's operands plus `dropExtra` are removed at return; `sent` is pushed in it. */
  declare protected resumeFrame: (
    code: Ref<Code>,
    func: Value,
    extra: Value,
    slots: Tail<Value>,
    count: i32,
    pc: i32,
    dropExtra: i32,
    sent: Value,
  ) => Value;
  /** Re-enters a saved frame by raising the pending error in it: its instruction at `pc` is the one that raised. Ends the handler; when
   * the frame returns, it does so to where `jump` or `jumpTo` said. */
  declare protected unwindInto: (
    code: Ref<Code>,
    func: Value,
    extra: Value,
    slots: Tail<Value>,
    count: i32,
    pc: i32,
  ) => never;
  /** Copies the frames above the base frame (that of the current `run`) to the heap: a chain of `FrozenFrame`s, newest first,
   * that ends with the one in local 0 of the base frame. The running frame goes on at `nextPc` and expects one value; with
   * `tail` it is left out. Nothing above the base frame: what its local 0 holds (NIL: nothing). May not stand behind effects of
   * the same handler. */
  declare protected freeze: (tail: bool) => any;
  /** Drops all frames above the base frame and its operands; sets its local 0 to `chain`, pushes `operands` and goes on
   * `offset` bytes into its code. Ends the handler; may not stand behind effects of the same handler, but `freeze`. */
  declare protected restart: (chain: Value, offset: i32, ...operands: Value[]) => never;
  /** Copies all slots of the running frame (locals, then operands below the parameters) to `slots`; their number is `frameSlots`. */
  declare protected saveFrame: (slots: Tail<Value>) => void;
  declare protected frameSlots: i32;
}
