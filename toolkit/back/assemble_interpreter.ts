/**
 * Puts interpreter and recorder of a unit into its module: declares their functions, writes them, gives them table slots.
 */

import type { FunctionBuilder, ModuleBuilder } from "../wasm/encoder.ts";
import { I32, I64 } from "../wasm/opcodes.ts";
import { FROZEN_FRAME } from "../machine/tree.ts";
import type { AssemblerView } from "./assemble.ts";
import { FullHandlers, type InterpreterFunctions, lowerDispatch, lowerRoutines, lowerUnwind, stackOverflowOf } from "./interpreter.ts";
import { type Bytecode, bytecodesOf, continuationOpcode, type Machine, type Routines } from "./machine.ts";
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
  const { program, target, part } = view;
  const { module } = target;
  const { handlers, continuations } = program;
  const code = codeOffsets(program.layouts) ?? codeOffsets(view.dependencyLayouts());
  if (code === null) throw new Error(`Unit "${program.unit}" has bytecodes but no layout of code objects`);
  const unwindHandler = handlers.find((h) => h.unwind);
  if (unwindHandler === undefined) throw new Error(`Unit "${program.unit}" has no bytecode marked unwind`);
  const bytecodes = bytecodesOf(handlers, continuations);
  const unwind = bytecodes.find((b) => b.continuation === null && b.handler === unwindHandler)!;
  const base = stubBase(view.unit);
  const interpreter = part === "recorder" ? null : declareInterpreter(view);
  const recorder = part === "core" ? null : declareRecorder(view);
  const machine: Machine = {
    target,
    code,
    entryType: entryType(module),
    interpreter: interpreter && interpreterRoutines(view, interpreter),
    recorder: recorder && { ...indices(recorder), resume: recorder.enter.index, restart: recorder.restart.index },
    poll: interpreter?.poll.index ?? ABSENT,
    hot: interpreter?.hot.index ?? ABSENT,
    stopRecording: recorder?.stop.index ?? ABSENT,
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
  const overflowFn = stackOverflowOf(program.functions);
  const overflow = overflowFn === null ? null : target.functionIndex(overflowFn);
  let outlined: string[] = [];
  if (interpreter !== null) {
    placeInterpreter(view, interpreter, slots);
    lowerRoutines(machine, interpreter, slots.done, overflow, view.service());
    lowerUnwind(machine, interpreter.unwind, unwind, false);
    const full = new FullHandlers(() => machine, (i, n) => view.nameFunction(i, n));
    outlined = lowerDispatch(machine, interpreter.dispatch, bytecodes, full);
  }
  if (recorder !== null) {
    view.setSlot(slots.recordStart, recorder.start.index);
    lowerRecorderRoutines(machine, recorder, bytecodes, slots.recorderBase, slots.unwindStub, overflow);
    lowerUnwind(machine, recorder.unwind, unwind, true);
    placeRecorder(view, machine, bytecodes, slots.recorderBase);
  }
  const stubs = { address: base, bytes: stubBytes(continuations.length, slots.continuationOpcode, unwindHandler.opcode) };
  return { slots, stubs, outlined };
}

/** Index of what the other half of a unit has. */
const ABSENT = -1;

const entryType = (module: ModuleBuilder) => module.type([I32, I32, I32], [I32]);
const entryCodeType = (module: ModuleBuilder) => module.type([I32, I32, I32, I32], [I32]);
const tailEnterType = (module: ModuleBuilder) => module.type([I32, I32, I32, I32, I32], [I32]);
const leaveType = (module: ModuleBuilder) => module.type([I32, I64], [I32]);
const frameType = (module: ModuleBuilder) => module.type([I32], [I32]);

function declare(view: AssemblerView, name: string, type: number): FunctionBuilder {
  const f = view.target.module.function(type);
  view.nameFunction(f.index, name);
  return f;
}

function declareInterpreter(view: AssemblerView): InterpreterFunctions {
  const { module } = view.target;
  return {
    dispatch: declare(view, "interpret", entryType(module)),
    enter: declare(view, "enter", entryCodeType(module)),
    leave: declare(view, "leave", leaveType(module)),
    unwindFrame: declare(view, "unwind frame", frameType(module)),
    unwind: declare(view, "unwind", entryType(module)),
    overflow: declare(view, "stack overflow", entryType(module)),
    poll: declare(view, "poll", entryType(module)),
    hot: declare(view, "hot", entryCodeType(module)),
    done: declare(view, "done", entryType(module)),
    run: view.runBuilder() ?? declare(view, "run", module.type([I32, I64, I32], [I64])),
  };
}

function declareRecorder(view: AssemblerView): RecorderFunctions {
  const { module } = view.target;
  return {
    start: declare(view, "start recording", entryType(module)),
    next: declare(view, "record next", entryType(module)),
    enter: declare(view, "record enter", entryCodeType(module)),
    tailEnter: declare(view, "record tail enter", tailEnterType(module)),
    restart: declare(view, "record restart", entryCodeType(module)),
    leave: declare(view, "record leave", leaveType(module)),
    unwindFrame: declare(view, "record unwind frame", frameType(module)),
    unwind: declare(view, "record unwind", entryType(module)),
    overflow: declare(view, "record stack overflow", entryType(module)),
    stop: declare(view, "stop recording", entryCodeType(module)),
  };
}

/** Indices of the routines that both halves have. */
function indices(
  fs: Record<"enter" | "leave" | "unwindFrame" | "unwind" | "overflow", FunctionBuilder> & {
    next: FunctionBuilder;
    tailEnter: FunctionBuilder;
  },
) {
  const { next, enter, tailEnter, leave, unwindFrame, unwind, overflow } = fs;
  return {
    next: next.index,
    enter: enter.index,
    tailEnter: tailEnter.index,
    leave: leave.index,
    unwindFrame: unwindFrame.index,
    unwind: unwind.index,
    overflow: overflow.index,
  };
}

/** The interpreter's `tailEnter` is `enter` without the last parameter; it goes on in a resumed frame without further ado. */
function interpreterRoutines(view: AssemblerView, fs: InterpreterFunctions): Routines {
  const { module } = view.target;
  const tailEnter = declare(view, "tail enter", tailEnterType(module));
  for (let i = 0; i < 4; i++) tailEnter.localGet(i);
  tailEnter.returnCall(fs.enter.index);
  const resume = declare(view, "resume", entryCodeType(module));
  for (let i = 0; i < 3; i++) resume.localGet(i);
  resume.returnCall(fs.dispatch.index);
  return { ...indices({ ...fs, next: fs.dispatch, tailEnter }), resume: resume.index, restart: resume.index };
}

function placeInterpreter(view: AssemblerView, fs: InterpreterFunctions, slots: MachineSlots): void {
  view.setSlot(slots.interpreter, fs.dispatch.index);
  view.setSlot(slots.done, fs.done.index);
  view.setSlot(slots.run, fs.run.index);
  view.setSlot(slots.enter, fs.enter.index);
  view.setSlot(slots.leave, fs.leave.index);
  view.setSlot(slots.unwindFrame, fs.unwindFrame.index);
  view.setSlot(slots.unwind, fs.unwind.index);
  if (view.runBuilder() === null) view.target.module.exportFunction("run", fs.run.index);
}

function placeRecorder(view: AssemblerView, machine: Machine, bytecodes: readonly Bytecode[], base: number): void {
  for (const b of bytecodes) {
    const f = machine.target.module.function(machine.entryType);
    view.nameFunction(f.index, `${b.name} (recording)`);
    lowerRecorded(machine, f, b);
    view.setSlot(base + b.opcode, f.index);
  }
}
