/**
 * The wasm modules that are built, one row each: where their definitions lie and which fixed ranges of layout ids, table
 * slots and static memory are theirs. Several VMs can share one heap because these ranges never overlap.
 */

import { DEEP_STACK_BYTES, STACK_END, STACK_START, STATIC_START } from "./machine/memory_map.ts";

export interface Unit {
  readonly name: string;
  /** Folder that holds the unit's definition files, relative to the project. */
  readonly folder: string;
  /** The module whose exports (and, for a language, handler class) are compiled. */
  readonly entry: string;
  /** Name of the class with all bytecodes; null for a library. */
  readonly bytecodes: string | null;
  readonly layoutBase: number;
  readonly tableBase: number;
  readonly staticBase: number;
  /** Bytes of collector roots (globals and literals) at the start of the static area. */
  readonly rootBytes: number;
  readonly staticBytes: number;
  /** A full stack is frozen into heap objects instead of raising an error (docs/interpreter.md, Continuations). */
  readonly deepRecursion?: boolean;
  /** Where the built files go. */
  readonly output: string;
  /** The module that completes the booted heap before it is saved (`Finish` in `artefacts.ts`). */
  readonly finish?: string;
}

const KIB = 1024;

/** Table slots below this belong to the machine: 0 is the interpreter. */
export const TABLE_START = 16;
/** Distance in the function table between a function and its recording copy: all functions have slots below it. */
export const RECORDING_TABLE_OFFSET = 2560;
/** Slots of the table at start, 40 bytes of V8's each. Who needs more, for compiled regions or functions of the host, lets the table grow. */
export const TABLE_SLOTS = 2 * RECORDING_TABLE_OFFSET;

export const UNITS: readonly Unit[] = [
  {
    name: "heap",
    folder: "toolkit/heap",
    entry: "toolkit/heap/mod.ts",
    bytecodes: null,
    layoutBase: 1,
    tableBase: TABLE_START,
    staticBase: STATIC_START,
    rootBytes: 1 * KIB,
    staticBytes: 64 * KIB,
    output: "toolkit/heap/heap.wasm",
  },
  {
    name: "tiny",
    folder: "examples/tiny/vm",
    entry: "examples/tiny/vm/mod.ts",
    bytecodes: "TinyBytecodes",
    layoutBase: 64,
    tableBase: 192,
    staticBase: STATIC_START + 64 * KIB,
    rootBytes: 8 * KIB,
    staticBytes: 64 * KIB,
    deepRecursion: true,
    output: "examples/tiny/tiny.wasm",
  },
  {
    name: "hotpy",
    folder: "hotpy/vm",
    entry: "hotpy/vm/mod.ts",
    bytecodes: "HotPyBytecodes",
    layoutBase: 256,
    tableBase: 896,
    staticBase: STATIC_START + 256 * KIB,
    rootBytes: 64 * KIB,
    staticBytes: 1024 * KIB,
    output: "hotpy/hotpy.wasm",
  },
  {
    name: "scheme",
    folder: "scheme/vm",
    entry: "scheme/vm/mod.ts",
    bytecodes: "SchemeBytecodes",
    layoutBase: 768,
    tableBase: 320,
    staticBase: STATIC_START + 1536 * KIB,
    rootBytes: 64 * KIB,
    staticBytes: 1024 * KIB,
    deepRecursion: true,
    output: "scheme/scheme.wasm",
    finish: "scheme/host/build_library.ts",
  },
];

/** Where the table slots of a unit end: the next one's begin. */
export function tableEndOf(unit: Unit): number {
  return Math.min(RECORDING_TABLE_OFFSET, ...UNITS.map((u) => u.tableBase).filter((base) => base > unit.tableBase));
}

/** Where the frames of a language must end (`CONTROL.stackLimit`), unless it sets a limit of its own. */
export function stackLimitOf(unit: Unit | undefined): number {
  return unit?.deepRecursion === true ? STACK_START + DEEP_STACK_BYTES : STACK_END;
}

/** The unit called `name`. @throws Error when there is none. */
export function unitNamed(name: string): Unit {
  const unit = UNITS.find((u) => u.name === name);
  if (unit === undefined) throw new Error(`Unknown unit "${name}": add it to toolkit/units.ts`);
  return unit;
}
