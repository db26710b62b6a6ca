/**
 * Typed trees: the form in which functions and handlers of a definition exist in the abstract machine.
 *
 * Produced once by `front`, then read by the interpreter and recorder back ends (to wasm), the evaluator and the trace
 * builder. Invariants (the verifier holds them): every expression has the machine type its position asks for; a call with
 * an effect other than reading stands only as a whole statement (`call` / `vmcall`), never inside an expression; branches
 * that are not constant are log sites, and every executor meets them in the same order (see docs/interpreter.md, Recording).
 */

import type { Operation } from "./operations.ts";

/** Machine types. `bool` and unsigned integers are `i32`; `value` is a 64-bit guest word; `ref` a 32-bit heap address. */
export type Type = "i32" | "i64" | "f64" | "value" | "ref";

/** How a field, element or raw cell is stored. `ref` is 4 bytes, `value` 8. */
export type Storage = "i8" | "u8" | "i16" | "u16" | "i32" | "i64" | "f64" | "value" | "ref";

export const STORAGE_BYTES: Record<Storage, number> = { i8: 1, u8: 1, i16: 2, u16: 2, i32: 4, i64: 8, f64: 8, value: 8, ref: 4 };

/** The machine type that a storage is read as. */
export function storageType(storage: Storage): Type {
  return storage === "i8" || storage === "u8" || storage === "i16" || storage === "u16" ? "i32" : storage;
}

/**
 * A set of memory cells that can only alias each other: one per layout field (`Str.hash`), one per storage of variable parts
 * (`tail.value`), `raw`, `length`, `header`, and one per VM global.
 */
export interface Region {
  readonly name: string;
  /** Written only while its object is fresh: loads of it are constants of the object. */
  readonly readonly: boolean;
}

/** Machine state a handler may read or change; `vm` expressions and statements name one of these. */
export type VmRead = "imm" | "local" | "peek" | "code" | "func" | "extra" | "pc" | "nextPc" | "depth" | "frameSlots";
export type VmWrite =
  | "setLocal" // index, value
  | "poke" // depth, value
  | "push" // value
  | "drop" // count
  | "setExtra" // value
  | "jump" // offset from nextPc
  | "jumpTo" // pc
  | "cutStack" // depth
  | "saveFrame" // address of the first slot's element, owner object first: (object, offsetBytes)
  | "outOfLine"; // nothing; the interpreter's dispatch function does without what follows
/** Control transfers: each ends the bytecode. */
export type VmTransfer =
  | "call" // code, func, argc, dropExtra, extra
  | "tailCall" // code, func, argc, extra
  | "leave" // result
  | "unwindFrame"
  | "resumeFrame" // code, func, extra, object, offsetBytes, count, pc, dropExtra, sent
  | "unwindInto" // code, func, extra, object, offsetBytes, count, pc: resumes the frame by raising the pending error at `pc`
  | "restart" // chain, offset, up to two values: go on in the base frame
  | "raise"; // the pending error is set: go to the unwind handler

export type Expr =
  | { k: "const"; type: Type; value: number | bigint } // i64 and value: bigint (unsigned word for value); others number
  | { k: "static"; type: "i32"; unit: string; offset: number } // address in a unit's data segment
  | { k: "get"; type: Type; local: number }
  | { k: "op"; type: Type; op: Operation; args: Expr[] }
  /** Load at `base + offset + index * scale`; `base` is a ref (heap) or an i32 (raw). */
  | { k: "load"; type: Type; storage: Storage; region: Region; base: Expr; offset: number; index?: Expr; scale: number }
  /** A call without effects but reading memory; inlined or folded by the trace builder as `fn.inlining` says. */
  | { k: "call"; type: Type; fn: Fn; args: Expr[] }
  /** Conditional value; a log site. Both arms are effect-free. */
  | { k: "cond"; type: Type; test: Expr; then: Expr; else: Expr }
  | { k: "promote"; type: Type; arg: Expr }
  | { k: "isConstant"; type: "i32"; arg: Expr }
  | { k: "vm"; type: Type; what: VmRead; args: Expr[]; index: number }; // index: which immediate, for imm

export type Stmt =
  | { k: "set"; local: number; value: Expr }
  | { k: "store"; storage: Storage; region: Region; base: Expr; offset: number; index?: Expr; scale: number; value: Expr; fresh: boolean }
  /** `fresh` above: the object was allocated with no safepoint since, so no write barrier is due. */
  /** Call with effects. `results`: locals that receive them (may be fewer than the function's). `attempt`: do not propagate. */
  | { k: "call"; fn: Fn; args: Expr[]; results: number[]; attempt: boolean; spill: Spill }
  /** Call through a function pointer. */
  | { k: "callSlot"; slot: Expr; signature: Signature; args: Expr[]; results: number[]; attempt: boolean; spill: Spill }
  | { k: "alloc"; layout: LayoutInfo; length?: Expr; result: number; spill: Spill }
  | { k: "if"; test: Expr; then: Stmt[]; else: Stmt[] }
  | { k: "loop"; label: number; body: Stmt[] } // repeats until left
  | { k: "block"; label: number; body: Stmt[] }
  | { k: "break"; label: number } // leaves the loop or block
  | { k: "continue"; label: number }
  | { k: "switch"; value: Expr; cases: { values: number[]; body: Stmt[] }[]; default: Stmt[] } // no fall-through
  | { k: "return"; values: Expr[] }
  /** The pending error is `value`; leaves the function with its sentinel (a handler: goes to the unwind handler). */
  | { k: "throw"; value: Expr }
  /** An error is pending already (after an `attempt`): propagate it. */
  | { k: "rethrow" }
  /** `region`: where the bytes lie, when that is known; effects are inferred from it and no one else needs it. */
  | { k: "memory"; what: "copy" | "fill"; to: Expr; from: Expr; size: Expr; region?: Region }
  | { k: "trap"; message: string }
  | { k: "vm"; what: VmWrite; args: Expr[] }
  /** Ends the bytecode. For `call` and `resumeFrame`, `resume` runs when the callee returns; null: the result is pushed and the
   * next bytecode runs. */
  | { k: "transfer"; what: VmTransfer; args: Expr[]; resume: Resume | null };

/** What a safepoint or an effectful call needs to know of its surroundings. */
export interface Spill {
  /** Locals of type ref or value that are read after the call: saved where the collector sees them (filled in by `back/liveness.ts`). */
  locals: number[];
  /**
   * Handlers only: where a trace resumes when a guard behind this call fails. `"next"`: the handler only returns the results
   * from here, so the next bytecode with the results pushed. Null: nothing can fail behind it.
   */
  resume: Resume | "next" | null;
}

/** Enter a hidden continuation: `saved` (all of type value) go on the operand stack, then the instruction's address as an
 * int value, then the call's results as values; the handler's own operands are gone. */
export interface Resume {
  continuation: number;
  saved: Expr[];
}

export interface Local {
  name: string;
  type: Type;
}

export interface Signature {
  params: Type[];
  results: Type[];
  effects: Effects;
}

/** What a function may have done. */
export interface Changes {
  /** Runs guest code. */
  calls: boolean;
  /** Writes heap or raw memory visible to others. */
  writes: boolean;
  /** Names of regions written; null when unknown (everything). */
  writesRegions: Set<string> | null;
}

export interface Effects extends Changes {
  /** May allocate, so objects may move. */
  collects: boolean;
  raises: boolean;
  reads: boolean;
  /** What it may have done when it returns: making an error does not count then. Absent: the same as in any case. */
  returned?: Changes;
}

export interface Fn {
  readonly name: string; // unique: "file.ts:name"
  readonly unit: string; // the wasm module that holds it
  params: number; // the first `params` locals
  locals: Local[];
  results: Type[];
  body: Stmt[];
  effects: Effects;
  /** How a trace treats a call: `pure` folds, `inline` walks, `residual` calls. */
  inlining: "pure" | "inline" | "residual";
  unroll: boolean;
  /** Imported from the host under this name, if any. */
  hostImport?: string;
  exportName?: string;
  /** Index in the shared function table, when a slot of it is taken or a trace may call it. */
  tableIndex: number;
  where: string; // file:line
}

export interface Handler {
  readonly name: string;
  opcode: number;
  immediates: { name: string; storage: Storage }[];
  sizeBytes: number; // opcode and immediates
  /** Operands popped: the first `inputs` locals of `fn`, deepest first. */
  inputs: number;
  /** Results pushed by `return`. */
  outputs: number;
  fn: Fn;
  hidden: boolean;
  outline: boolean;
  loopHeader: boolean;
  unwind: boolean;
  /** The stack effect as its author wrote it (`back/instruction_table.ts` has the notation); null: it follows from the tree. */
  stack: string | null;
  doc: string;
}

/**
 * The rest of a handler behind an effectful call, as a hidden bytecode: the stub instruction `continuation #index` in the unit's
 * stub area. All parameters of `fn` are of type value (its body starts by unboxing them) and are popped from the operand
 * stack: saved temporaries, then the address of the instruction it belongs to (parameter `pcParameter`: becomes the pc
 * before the body runs, so immediates and `nextPc` mean the original instruction's), then the call's result if any.
 */
export interface Continuation {
  readonly index: number;
  readonly handler: Handler;
  readonly fn: Fn;
  pcParameter: number;
  outputs: number;
}

export interface LayoutInfo {
  readonly name: string;
  id: number;
  /** Layouts `id..lastId` are this one and those that inherit from it. */
  lastId: number;
  readonly parent: LayoutInfo | null;
  abstract: boolean;
  stable: boolean;
  finalizer: boolean;
  fields: FieldInfo[];
  tail: { name: string; storage: Storage } | null;
  /** Bytes of header and fields; the variable part starts here. */
  sizeBytes: number;
}

export interface FieldInfo {
  name: string;
  storage: Storage;
  offset: number;
  readonly: boolean;
  weak: boolean;
  region: Region;
  /** For refs: the layout's name; for slots: the signature. */
  target: string | null;
  signature: Signature | null;
}

/** Everything a unit (a wasm module) is made from: the output of the front end. */
export interface Program {
  unit: string;
  functions: Fn[];
  layouts: LayoutInfo[];
  handlers: Handler[];
  continuations: Continuation[];
  globals: { name: string; storage: Storage; address: number; readonly: boolean }[];
  /** Static data, placed at the unit's static base. */
  data: Uint8Array;
  literals: { text: string; address: number }[];
}

/** The heap's function behind `this.freeze`, and what it makes. */
export const FREEZE = "frozen_frames.freezeFrames";
export const FROZEN_FRAME = "FrozenFrame";

/** True for what copies or drops frames below the running one: a recording stops before it, if some of them are below its anchor. */
export function changesStack(s: Stmt): boolean {
  return (s.k === "call" && s.fn.name === FREEZE) || (s.k === "transfer" && s.what === "restart");
}
