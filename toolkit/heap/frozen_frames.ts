/**
 * Frozen frames: the guest's stack as immutable heap objects, for first-class continuations and recursion without a limit.
 *
 * The *base frame* is the entry frame of the current run. Its local 0 holds the chain of frozen frames that go on below
 * it, newest first; a return into it takes the first one off and resumes it. Freezing copies the frames above the base frame
 * once: what is frozen is in the chain and not on the stack any more as soon as the language restarts the base frame.
 * Invariant: a frozen frame never changes; only `parent` is set late, before anyone else sees the frame.
 */

import {
  alloc,
  attempt,
  type bool,
  type Code,
  errorPending,
  type i32,
  i64,
  isA,
  isNil,
  Layout,
  layout,
  loadI32,
  loadI64,
  memoryCopy,
  NIL,
  refAddress,
  refFromAddress,
  residual,
  storeI32,
  storeI64,
  type Tail,
  u32,
  type Value,
  valueFromWord,
} from "../define/mod.ts";
import { CONTROL, FRAME, POLL_STACK, STACK_END, STACK_START } from "../machine/memory_map.ts";
import { fullCollection } from "./full.ts";
import { STACK_LIMIT_BEFORE } from "./words.ts";

/** A suspended guest frame. */
@layout()
export class FrozenFrame extends Layout {
  /** The frame that it returns to; NIL at the end. */
  parent!: FrozenFrame;
  readonly code!: Code;
  readonly func!: Value;
  readonly extra!: Value;
  /** Where it goes on when what it called returns. */
  readonly pc!: i32;
  /** The instruction that called: where an error that comes out of the call is raised. */
  readonly callPc!: i32;
  /** Number of slots: locals, then operands. */
  readonly count!: i32;
  readonly slots!: Tail<Value>;
}

/** Number of the current run: continuations captured in another one cannot go on in it. */
export function currentRun(): i32 {
  return loadI32(CONTROL.run);
}

function isBase(fp: i32): bool {
  return loadI32(fp + FRAME.returnPc) === 0;
}

/** The chain below the base frame. */
function baseChain(base: i32): FrozenFrame {
  const chain = valueFromWord(loadI64(base + FRAME.sizeBytes));
  return isA(chain, FrozenFrame) ? chain as FrozenFrame : NIL;
}

/** Copies the frame at `fp`, whose slots end at `top`. */
function freezeFrame(fp: i32, top: i32, pc: i32, callPc: i32): FrozenFrame {
  const slots = fp + FRAME.sizeBytes;
  const count = (top - slots) >> 3;
  const frame = alloc(FrozenFrame, count);
  frame.code = refFromAddress<Code>(loadI32(fp + FRAME.code));
  frame.func = valueFromWord(loadI64(fp + FRAME.func));
  frame.extra = valueFromWord(loadI64(fp + FRAME.extra));
  frame.pc = pc;
  frame.callPc = callPc;
  frame.count = count;
  for (let i = 0; i < count; i++) frame.slots[i] = valueFromWord(loadI64(slots + 8 * i));
  return frame;
}

/** Freezes what called the frame at `callee`, down to the base frame; `first` is the frozen callee, or NIL. The newest one. */
function freezeCallers(callee: i32, first: FrozenFrame): FrozenFrame {
  let newest = first;
  let oldest = first;
  let fp = loadI32(callee + FRAME.previous);
  while (!isBase(fp)) {
    const frame = freezeFrame(fp, loadI32(callee + FRAME.returnSp), loadI32(callee + FRAME.returnPc), loadI32(fp + FRAME.pc));
    if (isNil(newest)) newest = frame;
    else oldest.parent = frame;
    oldest = frame;
    callee = fp;
    fp = loadI32(fp + FRAME.previous);
  }
  const chain = baseChain(fp);
  if (isNil(newest)) return chain;
  oldest.parent = chain;
  return newest;
}

/**
 * `this.freeze(tail)` of a handler: freezes the frames above the base frame. The running one has `slots` slots and goes on
 * at `pc`; with `tail` it is left out. The newest frozen frame, NIL when nothing is there to return to.
 */
export const freezeFrames = residual(function (tail: bool, slots: i32, pc: i32, callPc: i32): FrozenFrame {
  restoreStackLimit();
  const fp = loadI32(CONTROL.fp);
  if (isBase(fp)) return baseChain(fp);
  if (tail) return freezeCallers(fp, NIL);
  return freezeCallers(fp, freezeFrame(fp, fp + FRAME.sizeBytes + 8 * slots, pc, callPc));
});

/** Memory is too short for freezing: the rest of the stack is for handling that error. */
function raiseStackLimit(): void {
  if (loadI32(STACK_LIMIT_BEFORE) !== 0) return;
  storeI32(STACK_LIMIT_BEFORE, loadI32(CONTROL.stackLimit));
  storeI32(CONTROL.stackLimit, STACK_END);
  // The frames frozen in vain make room for it.
  fullCollection();
}

/** Frames are frozen again, if most of them are gone: asked at captures and after collections. */
export function restoreStackLimit(): void {
  const before = loadI32(STACK_LIMIT_BEFORE);
  if (before === 0 || loadI32(CONTROL.sp) > STACK_START + (before - STACK_START) / 2) return;
  storeI32(CONTROL.stackLimit, before);
  storeI32(STACK_LIMIT_BEFORE, 0);
}

/**
 * The stack is full: freezes all frames between the base frame and the newest one, which moves down. The state is the saved
 * one, between two bytecodes. When memory is too short, the error is left pending.
 */
export const relieveStack = residual(function (): i32 {
  storeI32(CONTROL.poll, loadI32(CONTROL.poll) & ~POLL_STACK);
  const top = loadI32(CONTROL.fp);
  if (isBase(top) || isBase(loadI32(top + FRAME.previous))) return 0;
  const chain = attempt(freezeCallers(top, NIL));
  if (errorPending()) {
    raiseStackLimit();
    return 0;
  }
  let oldest = top;
  let base = loadI32(top + FRAME.previous);
  while (!isBase(base)) {
    oldest = base;
    base = loadI32(base + FRAME.previous);
  }
  storeI64(base + FRAME.sizeBytes, i64(u32(refAddress(chain))));
  // Its links are those of the frame that it replaces.
  const sp = loadI32(CONTROL.sp);
  memoryCopy(oldest + FRAME.code, top + FRAME.code, sp - top - FRAME.code);
  storeI32(CONTROL.fp, oldest);
  storeI32(CONTROL.sp, oldest + (sp - top));
  return 1;
});
