/**
 * Puts interpreter and recorder of a unit into its module: declares their functions, writes them, gives them table slots.
 */

import type { FunctionBuilder } from "../wasm/encoder.ts";
import { I32, I64 } from "../wasm/opcodes.ts";
import { FROZEN_FRAME } from "../machine/tree.ts";
import type { AssemblerView } from "./assemble.ts";
import { FullHandlers, type InterpreterFunctions, lowerDispatch, lowerRoutines, lowerUnwind, stackOverflowOf } from "./interpreter.ts";
import { type Bytecode, bytecodesOf, continuationOpcode, type Machine } from "./machine.ts";
import { lowerRecorded, lowerRecorderRoutines, type RecorderFunctions } from "./recorder.ts";
import { stubBase, stubBytes } from "./static_data.ts";
import { codeOffsets } from "./target.ts";

/** Table slots and addresses that the host and the trace compiler need. */
export interface MachineSlots {
  /** Entry of the interpreter. */
  interpreter: number;
  /** Compiled return point of entry frames. */
  done: number;
  /** Entry that starts a recording at pc, fp, sp. */
  recordStart: number;
  /** `run(code, func, argc) -> value`. */
  run: number;
  /** Routines that compiled code may go to: see `Routines`. */
  enter: number;
  leave: number;
  unwindFrame: number;
  unwind: number;
  /** Recording function of opcode 0. */
  recorderBase: number;
  /** Opcode of continuation 0. */
  continuationOpcode: number;
  /** Address of the stub of continuation 0, and of the instruction that unwinds with the pc in the frame. */
  stubBase: number;
  unwindStub: number;
}

/** The interpreter of a module: where it is, its stubs as static data, the bytecodes outside the dispatch function. */
export interface BuiltInterpreter {
  slots: MachineSlots;
  stubs: { address: number; bytes: Uint8Array };
  outlined: string[];
}

export function buildInterpreter(view: AssemblerView, firstSlot: number): BuiltInterpreter {
  const { program, target } = view;
  const { module } = target;
  const { handlers, continuations } = program;
  const bytecodes = bytecodesOf(handlers, continuations);
  const code = codeOffsets(program.layouts) ?? codeOffsets(view.dependencyLayouts());
  if (code === null) throw new Error(`Unit "${program.unit}" has bytecodes but no layout of code objects`);
  const unwindHandler = handlers.find((h) => h.unwind);
  if (unwindHandler === undefined) throw new Error(`Unit "${program.unit}" has no bytecode marked unwind`);

  const entryType = module.type([I32, I32, I32], [I32]);
  const entryCodeType = module.type([I32, I32, I32, I32], [I32]);
  const declare = (name: string, type: number): FunctionBuilder => {
    const f = module.function(type);
    view.nameFunction(f.index, name);
    return f;
  };
  const leaveType = module.type([I32, I64], [I32]), frameType = module.type([I32], [I32]);
  const interpreter: InterpreterFunctions = {
    dispatch: declare("interpret", entryType),
    enter: declare("enter", entryCodeType),
    leave: declare("leave", leaveType),
    unwindFrame: declare("unwind frame", frameType),
    unwind: declare("unwind", entryType),
    overflow: declare("stack overflow", entryType),
    poll: declare("poll", entryType),
    hot: declare("hot", entryCodeType),
    done: declare("done", entryType),
    run: view.runBuilder() ?? declare("run", module.type([I32, I64, I32], [I64])),
  };
  const recorder: RecorderFunctions = {
    start: declare("start recording", entryType),
    next: declare("record next", entryType),
    enter: declare("record enter", entryCodeType),
    tailEnter: declare("record tail enter", module.type([I32, I32, I32, I32, I32], [I32])),
    restart: declare("record restart", entryCodeType),
    leave: declare("record leave", leaveType),
    unwindFrame: declare("record unwind frame", frameType),
    unwind: declare("record unwind", entryType),
    overflow: declare("record stack overflow", entryType),
    stop: declare("stop recording", entryCodeType),
  };
  const base = stubBase(view.unit);
  const resume = declareResume(view, entryCodeType, interpreter.dispatch.index);
  const machine: Machine = {
    target,
    code,
    entryType,
    interpreter: {
      next: interpreter.dispatch.index,
      enter: interpreter.enter.index,
      tailEnter: declareTailEnter(view, interpreter.enter.index),
      resume,
      restart: resume,
      leave: interpreter.leave.index,
      unwindFrame: interpreter.unwindFrame.index,
      unwind: interpreter.unwind.index,
      overflow: interpreter.overflow.index,
    },
    recorder: {
      next: recorder.next.index,
      enter: recorder.enter.index,
      tailEnter: recorder.tailEnter.index,
      resume: recorder.enter.index,
      restart: recorder.restart.index,
      leave: recorder.leave.index,
      unwindFrame: recorder.unwindFrame.index,
      unwind: recorder.unwind.index,
      overflow: recorder.overflow.index,
    },
    poll: interpreter.poll.index,
    hot: interpreter.hot.index,
    stopRecording: recorder.stop.index,
    stubBase: base,
    unwindStub: base + 4 * continuations.length,
    deepRecursion: view.unit.deepRecursion === true,
    frozenFrame: view.dependencyLayouts().find((l) => l.name === FROZEN_FRAME)?.id ?? 0,
  };

  const slots: MachineSlots = {
    interpreter: firstSlot,
    done: firstSlot + 1,
    recordStart: firstSlot + 2,
    run: firstSlot + 3,
    enter: firstSlot + 4,
    leave: firstSlot + 5,
    unwindFrame: firstSlot + 6,
    unwind: firstSlot + 7,
    recorderBase: firstSlot + 8,
    continuationOpcode: continuationOpcode(handlers),
    stubBase: base,
    unwindStub: machine.unwindStub,
  };
  view.setSlot(slots.interpreter, interpreter.dispatch.index);
  view.setSlot(slots.done, interpreter.done.index);
  view.setSlot(slots.recordStart, recorder.start.index);
  view.setSlot(slots.run, interpreter.run.index);
  view.setSlot(slots.enter, interpreter.enter.index);
  view.setSlot(slots.leave, interpreter.leave.index);
  view.setSlot(slots.unwindFrame, interpreter.unwindFrame.index);
  view.setSlot(slots.unwind, interpreter.unwind.index);
  if (view.runBuilder() === null) module.exportFunction("run", interpreter.run.index);

  const overflowFn = stackOverflowOf(program.functions);
  const overflow = overflowFn === null ? null : target.functionIndex(overflowFn);
  const unwind = bytecodes.find((b) => b.continuation === null && b.handler === unwindHandler)!;
  lowerRoutines(machine, interpreter, slots.done, overflow, view.service());
  lowerUnwind(machine, interpreter.unwind, unwind, false);
  const outlined = lowerDispatch(
    machine,
    interpreter.dispatch,
    bytecodes,
    new FullHandlers(() => machine, (i, n) => view.nameFunction(i, n)),
  );
  lowerRecorderRoutines(machine, recorder, bytecodes, slots.recorderBase, slots.unwindStub, overflow);
  lowerUnwind(machine, recorder.unwind, unwind, true);
  placeRecorder(view, machine, bytecodes, slots.recorderBase);
  const stubs = { address: base, bytes: stubBytes(continuations.length, slots.continuationOpcode, unwindHandler.opcode) };
  return { slots, stubs, outlined };
}

function placeRecorder(view: AssemblerView, machine: Machine, bytecodes: readonly Bytecode[], base: number): void {
  for (const b of bytecodes) {
    const f = machine.target.module.function(machine.entryType);
    view.nameFunction(f.index, `${b.name} (recording)`);
    lowerRecorded(machine, f, b);
    view.setSlot(base + b.opcode, f.index);
  }
}

/** The interpreter's `tailEnter` is `enter` without the last parameter. */
function declareTailEnter(view: AssemblerView, enter: number): number {
  const f = view.target.module.function(view.target.module.type([I32, I32, I32, I32, I32], [I32]));
  view.nameFunction(f.index, "tail enter");
  for (let i = 0; i < 4; i++) f.localGet(i);
  f.returnCall(enter);
  return f.index;
}

/** The interpreter goes on in a resumed frame without further ado. */
function declareResume(view: AssemblerView, type: number, dispatch: number): number {
  const f = view.target.module.function(type);
  view.nameFunction(f.index, "resume");
  for (let i = 0; i < 3; i++) f.localGet(i);
  f.returnCall(dispatch);
  return f.index;
}
