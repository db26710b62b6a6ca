/**
 * The parts that the functions of one interpreter share: where its routines, stubs and tables are.
 */

import type { Continuation, Fn, Handler } from "../machine/tree.ts";
import { eachStatement } from "./walk.ts";
import type { CodeOffsets, Target } from "./target.ts";

/**
 * Function indices of the routines behind the transfers, once for the interpreter and once for the recorder. All return a
 * status; `entry` stands for `(pc, fp, sp)` with `sp` behind the popped inputs.
 */
export interface Routines {
  /** entry: execute the instruction at `pc`. */
  next: number;
  /** entry, code: a frame of `code` was pushed. */
  enter: number;
  /** entry, code, replaced code: a frame of `code` has replaced the running one. */
  tailEnter: number;
  /** entry, code: a saved frame is on the stack again. */
  resume: number;
  /** entry, code: the base frame, whose code this is, goes on with nothing above it. */
  restart: number;
  /** fp, result. */
  leave: number;
  /** fp. */
  unwindFrame: number;
  /** entry, `pc` of the raising instruction: run the unwind handler. */
  unwind: number;
  /** entry: raise the error of a full stack. */
  overflow: number;
}

export interface Machine {
  readonly target: Target;
  readonly code: CodeOffsets;
  /** Wasm type `(i32, i32, i32) -> i32` of entries. */
  readonly entryType: number;
  /** Null in a module that holds the other half. */
  readonly interpreter: Routines | null;
  readonly recorder: Routines | null;
  /** entry: saves the state; status POLL. */
  poll: number;
  /** entry, id: saves the state and the id of what is hot; status HOT. */
  hot: number;
  /** entry, reason: saves the state; status RECORDED. */
  stopRecording: number;
  /** Address of the first continuation stub; stubs are 4 bytes each, the one behind the last runs the unwind handler. */
  readonly stubBase: number;
  readonly unwindStub: number;
  /** A full stack is frozen instead of raising an error. */
  readonly deepRecursion: boolean;
  /** Number of the layout of frozen frames; 0: there are none. */
  readonly frozenFrame: number;
}

/** A bytecode: a handler, or a continuation of one. */
export interface Bytecode {
  readonly name: string;
  readonly opcode: number;
  readonly handler: Handler;
  readonly continuation: Continuation | null;
  readonly fn: Fn;
  /** Operands popped at the start: the first locals of `fn`. */
  readonly inputs: number;
}

/** All bytecodes of an instruction set in order of their opcodes; continuations come behind the handlers. */
export function bytecodesOf(handlers: readonly Handler[], continuations: readonly Continuation[]): Bytecode[] {
  const out: Bytecode[] = handlers.map((handler) => ({
    name: handler.name,
    opcode: handler.opcode,
    handler,
    continuation: null,
    fn: handler.fn,
    inputs: handler.inputs,
  }));
  const base = continuationOpcode(handlers);
  for (const c of continuations) {
    out.push({
      name: `${c.handler.name}@${c.index}`,
      opcode: base + c.index,
      handler: c.handler,
      continuation: c,
      fn: c.fn,
      inputs: c.fn.params,
    });
  }
  return out.sort((a, b) => a.opcode - b.opcode);
}

/** Opcode of the stub of continuation 0. */
export function continuationOpcode(handlers: readonly Handler[]): number {
  return handlers.reduce((max, h) => Math.max(max, h.opcode), -1) + 1;
}

/** True when a body changes the height of the operand stack itself. */
export function movesStack(fn: Fn): boolean {
  let moves = false;
  eachStatement(fn.body, (s) => moves ||= s.k === "vm" && (s.what === "push" || s.what === "drop" || s.what === "cutStack"));
  return moves;
}

/** True when a body may go on elsewhere than at the next instruction. */
export function jumps(fn: Fn): boolean {
  let found = false;
  eachStatement(fn.body, (s) => found ||= s.k === "vm" && (s.what === "jump" || s.what === "jumpTo"));
  return found;
}
