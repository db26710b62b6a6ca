/**
 * What lowering needs to know of the wasm module that is being made: indices of functions and types, fixed addresses.
 */

import { FRAME } from "../machine/memory_map.ts";
import type { Fn, LayoutInfo, Type } from "../machine/tree.ts";
import type { ModuleBuilder } from "../wasm/encoder.ts";
import { WASM_TYPE } from "../wasm/opcodes.ts";

/** Offsets of the fields of `Code` objects that generated code reads. */
export interface CodeOffsets {
  bytecode: number;
  localCount: number;
  stackSize: number;
  entrySlot: number;
  entryCounter: number;
}

export interface Target {
  readonly module: ModuleBuilder;
  /** Function index of a function in this module (imported or defined). */
  functionIndex(fn: Fn): number;
  /** The same for a caller that records: the recording copy of a function that traces walk. */
  recordingIndex(fn: Fn): number;
  /** Address of an offset in a unit's static data. */
  staticAddress(unit: string, offset: number): number;
  /** `allocateSlow(layoutId: i32, length: i32) -> ref` and `remember(object: ref)` of the heap. */
  allocateSlow(): number;
  /** `relieveStack() -> i32` of the heap. */
  relieveStack(): number;
  remember(): number;
}

/** Index of the wasm type of a function of the machine. */
export function functionType(module: ModuleBuilder, params: readonly Type[], results: readonly Type[]): number {
  return module.type(params.map((t) => WASM_TYPE[t]), results.map((t) => WASM_TYPE[t]));
}

/** Finds where the fields of code objects lie; null when no layout is a code object. */
export function codeOffsets(layouts: readonly LayoutInfo[]): CodeOffsets | null {
  const code = layouts.find((l) => l.fields.some((f) => f.name === "entryCounter") && l.fields.some((f) => f.name === "bytecode"));
  if (code === undefined) return null;
  const offset = (name: string) => code.fields.find((f) => f.name === name)!.offset;
  return {
    bytecode: offset("bytecode"),
    localCount: offset("localCount"),
    stackSize: offset("stackSize"),
    entrySlot: offset("entrySlot"),
    entryCounter: offset("entryCounter"),
  };
}

/** Bytes between the start of a frame and its first local. */
export const LOCALS_OFFSET = FRAME.sizeBytes;
