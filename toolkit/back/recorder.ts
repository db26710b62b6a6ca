/**
 * Generates the recording copy of the interpreter: a function per bytecode, dispatched through the table, that logs what
 * the trace compiler cannot know (docs/interpreter.md, Recording).
 *
 * `anchorPc`, `anchorFp` and `recordDepth` are set by the start function; the log's bounds by the host.
 */

import { CONTROL, FRAME, HEADER, RECORDED_RECURSION } from "../machine/memory_map.ts";
import { STOP } from "../machine/evaluate_log.ts";
import type { FunctionBuilder } from "../wasm/encoder.ts";
import { I32, OP } from "../wasm/opcodes.ts";
import { lowerOverflow, lowerUnwindFrame, pushCaller, saveState } from "./interpreter.ts";
import { lowerHandler } from "./lower_handler.ts";
import { pushIsLowest } from "./lower_transfer.ts";
import type { Bytecode, Machine } from "./machine.ts";

/** Bytes that must be left in the log for the recording to go on. */
const LOG_RESERVE_BYTES = 64;
/** Frames above the anchor at which a recording stops. */
const MAX_RECORD_DEPTH = 16;

export interface RecorderFunctions {
  start: FunctionBuilder;
  next: FunctionBuilder;
  enter: FunctionBuilder;
  tailEnter: FunctionBuilder;
  restart: FunctionBuilder;
  leave: FunctionBuilder;
  unwindFrame: FunctionBuilder;
  unwind: FunctionBuilder;
  overflow: FunctionBuilder;
  stop: FunctionBuilder;
}

type Push = () => void;

function load(f: FunctionBuilder, address: number): void {
  f.i32Const(0);
  f.i32Load(address);
}

function store(f: FunctionBuilder, address: number, push: Push): void {
  f.i32Const(0);
  push();
  f.i32Store(address);
}

function entry(f: FunctionBuilder): void {
  f.localGet(0);
  f.localGet(1);
  f.localGet(2);
}

/** Appends four bytes to the log. */
function log32(f: FunctionBuilder, push: Push): void {
  load(f, CONTROL.logNext);
  push();
  f.memory(OP.i32Store, 0, 0);
  store(f, CONTROL.logNext, () => {
    load(f, CONTROL.logNext);
    f.i32Const(4);
    f.op(OP.i32Add);
  });
}

function addDepth(f: FunctionBuilder, by: number): void {
  store(f, CONTROL.recordDepth, () => {
    load(f, CONTROL.recordDepth);
    f.i32Const(by);
    f.op(OP.i32Add);
  });
}

function stopIf(f: FunctionBuilder, m: Machine, reason: number, test: Push): void {
  test();
  f.if();
  entry(f);
  f.i32Const(reason);
  f.returnCall(m.stopRecording);
  f.end();
}

/** Writes the routines of the recorder; `base` is the table slot of opcode 0. */
export function lowerRecorderRoutines(
  m: Machine,
  fs: RecorderFunctions,
  bytecodes: readonly Bytecode[],
  base: number,
  unwindStub: number,
  stackOverflow: number | null,
): void {
  const { stop, next, start } = fs;
  saveState(stop);
  store(stop, CONTROL.exitId, () => stop.localGet(3));
  stop.i32Const(3);

  stopIf(next, m, STOP.logFull, () => {
    load(next, CONTROL.logNext);
    next.i32Const(LOG_RESERVE_BYTES);
    next.op(OP.i32Add);
    load(next, CONTROL.logEnd);
    next.op(OP.i32GtU);
  });
  dispatch(next, m, base);

  store(start, CONTROL.anchorPc, () => start.localGet(0));
  // The continuation of an exit is recorded with the region's base frame as its anchor, set by the driver.
  load(start, CONTROL.anchorFp);
  start.op(OP.i32Eqz);
  start.if();
  store(start, CONTROL.anchorFp, () => start.localGet(1));
  store(start, CONTROL.recordDepth, () => start.i32Const(0));
  start.end();
  for (const b of bytecodes.filter((b) => b.handler.loopHeader && b.continuation === null)) {
    start.localGet(0);
    start.memory(OP.i32Load16U, 0, 0);
    start.i32Const(b.opcode);
    start.op(OP.i32Eq);
    start.if();
    start.localGet(0);
    start.i32Const(b.handler.sizeBytes);
    start.op(OP.i32Add);
    start.localSet(0);
    start.end();
  }
  entry(start);
  start.returnCall(next.index);

  lowerEnter(m, fs);
  lowerRestarted(fs.restart, next.index);
  lowerLeave(m, fs);
  lowerUnwindFrame(fs.unwindFrame, m.recorder!.unwind, {
    first: logReturn,
    entryFrame: (f) => storeExit(f, STOP.entryLeft),
    guestFrame: (f) => unwindAnchor(f, m, unwindStub),
  });
  lowerOverflow(m, fs.overflow, stackOverflow, true);
}

function dispatch(f: FunctionBuilder, m: Machine, base: number): void {
  entry(f);
  f.localGet(0);
  f.memory(OP.i32Load16U, 0, 0);
  f.i32Const(base);
  f.op(OP.i32Add);
  f.returnCallIndirect(m.entryType);
}

/** `enter` (entry, code) and `tailEnter` (entry, code, replaced code): a guest call. */
function lowerEnter(m: Machine, fs: RecorderFunctions): void {
  const deeper = (f: FunctionBuilder) => {
    log32(f, () => f.localGet(3));
    addDepth(f, 1);
    stopIf(f, m, STOP.call, () => {
      load(f, CONTROL.recordDepth);
      f.i32Const(MAX_RECORD_DEPTH);
      f.op(OP.i32GeS);
    });
  };
  const { enter, tailEnter, next } = fs;
  deeper(enter);
  load(enter, CONTROL.anchorFp);
  enter.op(OP.i32Eqz);
  enter.if();
  store(enter, CONTROL.anchorFp, () => enter.localGet(1));
  stopAtAnchor(enter, m, () => enter.i32Const(0));
  enter.end();
  // Recursion: the callee's code is that of frames from the caller's down to the anchor.
  const frame = enter.local(I32), met = enter.local(I32);
  enter.localGet(1);
  enter.localSet(frame);
  const done = enter.block(), again = enter.loop();
  enter.localGet(frame);
  enter.i32Load(FRAME.previous);
  enter.localTee(frame);
  load(enter, CONTROL.anchorFp);
  enter.op(OP.i32LtU);
  enter.brIf(done);
  enter.localGet(frame);
  enter.i32Load(FRAME.code);
  enter.localGet(3);
  enter.op(OP.i32Eq);
  enter.localGet(met);
  enter.op(OP.i32Add);
  enter.localSet(met);
  stopIf(enter, m, STOP.call, () => {
    enter.localGet(met);
    enter.i32Const(RECORDED_RECURSION);
    enter.op(OP.i32GeS);
  });
  enter.localGet(frame);
  enter.brIf(again);
  enter.end();
  enter.end();
  entry(enter);
  enter.returnCall(next.index);

  deeper(tailEnter);
  stopAtAnchor(tailEnter, m, () => tailEnter.localGet(4));
  entry(tailEnter);
  tailEnter.returnCall(next.index);
}

/**
 * Stops at a loop made of tail calls, or of calls from a restarted base frame: into the code that is left, or back to the anchor. Right
 * above the base frame, where such calls are the only ones, compiled code is not recorded again.
 */
function stopAtAnchor(f: FunctionBuilder, m: Machine, replaced: Push): void {
  stopIf(f, m, STOP.call, () => {
    f.localGet(3);
    replaced();
    f.op(OP.i32Eq);
    for (const pc of [CONTROL.anchorPc, CONTROL.ownHeader]) {
      f.localGet(0);
      load(f, pc);
      f.op(OP.i32Eq);
      f.op(OP.i32Or);
    }
    pushIsLowest(f, () => f.localGet(1));
    f.localGet(3);
    f.i32Load(m.code.bytecode);
    f.localGet(0);
    f.op(OP.i32Eq);
    f.op(OP.i32And);
    f.localGet(3);
    f.i32Load(m.code.entrySlot);
    f.i32Const(0);
    f.op(OP.i32Ne);
    f.op(OP.i32And);
    f.op(OP.i32Or);
  });
}

/** entry, code of the base frame: the frame that it enters next takes the place of the anchor. */
function lowerRestarted(f: FunctionBuilder, next: number): void {
  log32(f, () => f.localGet(3));
  store(f, CONTROL.anchorFp, () => f.i32Const(0));
  entry(f);
  f.returnCall(next);
}

/** In a function whose parameter 0 is the frame that is left: logs where it returns to. */
function logReturn(f: FunctionBuilder): void {
  log32(f, () => {
    f.localGet(0);
    f.i32Load(FRAME.returnPc);
  });
}

function storeExit(f: FunctionBuilder, reason: number): void {
  store(f, CONTROL.exitId, () => f.i32Const(reason));
}

/** True on the wasm stack when the frame in parameter 0 is the anchor. */
function pushIsAnchor(f: FunctionBuilder): void {
  f.localGet(0);
  load(f, CONTROL.anchorFp);
  f.op(OP.i32Eq);
}

/** In `(fp)`: stops behind the anchor frame; unwinding goes on at the stub. */
function unwindAnchor(f: FunctionBuilder, m: Machine, unwindStub: number): void {
  pushIsAnchor(f);
  f.if();
  f.i32Const(unwindStub);
  f.localGet(0);
  f.i32Load(FRAME.previous);
  f.localGet(0);
  f.i32Load(FRAME.returnSp);
  f.i32Const(STOP.anchorLeft);
  f.returnCall(m.stopRecording);
  f.end();
  addDepth(f, -1);
}

/** `(fp, result)`. */
function lowerLeave(m: Machine, { leave: f, restart, next }: RecorderFunctions): void {
  const slot = f.local(I32);
  logReturn(f);
  f.localGet(0);
  f.i32Load(FRAME.returnPc);
  f.op(OP.i32Eqz);
  f.if();
  storeExit(f, STOP.entryLeft);
  f.localGet(0);
  f.i32Load(FRAME.returnSlot);
  f.localSet(slot);
  pushCaller(f);
  f.localGet(slot);
  f.returnCallIndirect(m.entryType);
  f.end();
  pushIsAnchor(f);
  f.if();
  if (m.frozenFrame !== 0) lowerLeaveLowest(f, m.frozenFrame, restart.index);
  pushCaller(f);
  f.i32Const(STOP.anchorLeft);
  f.returnCall(m.stopRecording);
  f.end();
  addDepth(f, -1);
  pushCaller(f);
  f.returnCall(next.index);
}

/** Goes on in the base frame, if there are frozen frames to return to: objects with the layout `frozenFrame` in its local 0. */
function lowerLeaveLowest(f: FunctionBuilder, frozenFrame: number, restart: number): void {
  const base = f.local(I32);
  f.localGet(0);
  f.i32Load(FRAME.previous);
  f.localTee(base);
  f.i32Load(FRAME.returnPc);
  f.op(OP.i32Eqz);
  f.localGet(base);
  f.i64Load(FRAME.sizeBytes);
  f.i64Const(-0xfffffffffff9n); // the upper 16 bits and the lower 3
  f.op(OP.i64And);
  f.op(OP.i64Eqz);
  f.op(OP.i32And);
  f.if();
  f.localGet(base);
  f.i32Load(FRAME.sizeBytes);
  f.memory(OP.i32Load16U, 1, HEADER.layout);
  f.i32Const(frozenFrame);
  f.op(OP.i32Eq);
  f.if();
  pushCaller(f);
  f.localGet(base);
  f.i32Load(FRAME.code);
  f.returnCall(restart);
  f.end();
  f.end();
}

/** Stops, unless the continuation of an exit may pass this loop: not its region's own, and none that is compiled as a loop. */
function lowerLoopHeader(m: Machine, f: FunctionBuilder, sizeBytes: number): void {
  load(f, CONTROL.recordPasses);
  f.i32Const(0);
  f.op(OP.i32GtS);
  f.if();
  f.localGet(0);
  load(f, CONTROL.ownHeader);
  f.op(OP.i32Ne);
  f.if();
  // The counter of a site whose loop is compiled is negative.
  f.localGet(0);
  f.memory(OP.i32Load, 0, 2);
  f.i32Load(0);
  f.i32Const(0);
  f.op(OP.i32GeS);
  f.if();
  store(f, CONTROL.recordPasses, () => {
    load(f, CONTROL.recordPasses);
    f.i32Const(1);
    f.op(OP.i32Sub);
  });
  f.localGet(0);
  f.i32Const(sizeBytes);
  f.op(OP.i32Add);
  f.localGet(1);
  f.localGet(2);
  f.returnCall(m.recorder!.next);
  f.end();
  f.end();
  f.end();
  entry(f);
  f.i32Const(STOP.loopHeader);
  f.returnCall(m.stopRecording);
}

/** Writes the recording function of a bytecode. */
export function lowerRecorded(m: Machine, f: FunctionBuilder, b: Bytecode): void {
  if (b.handler.loopHeader && b.continuation === null) {
    lowerLoopHeader(m, f, b.handler.sizeBytes);
    return;
  }
  if (b.handler.unwind && b.continuation === null) {
    f.localGet(1);
    f.i32Load(FRAME.pc);
    f.localGet(1);
    f.localGet(2);
    f.returnCall(m.recorder!.unwind);
    return;
  }
  lowerHandler(m, f, b, true);
}
