/**
 * The compiled return point of calls whose continuation is not compiled yet: counts, and goes on in the interpreter.
 */

import { CONTROL } from "../machine/memory_map.ts";
import { ModuleBuilder } from "../wasm/encoder.ts";
import { I32, OP } from "../wasm/opcodes.ts";

/** Counters, by a hash of the return point's instruction. */
export const RETURN_COUNTERS = 4096;

/** A module that exports `stub: (pc, fp, sp) -> status`; `counters`: address of `RETURN_COUNTERS` words of 4 bytes. */
export function returnStubModule(counters: number, interpreterSlot: number): Uint8Array<ArrayBuffer> {
  const m = new ModuleBuilder();
  const entry = m.type([I32, I32, I32], [I32]);
  m.importMemory("heap", "memory", 1);
  m.importTable("heap", "table", 1);
  const f = m.function(entry);
  const cell = f.local(I32), count = f.local(I32);
  f.localGet(0);
  f.i32Const(1);
  f.op(OP.i32ShrU);
  f.i32Const(RETURN_COUNTERS - 1);
  f.op(OP.i32And);
  f.i32Const(2);
  f.op(OP.i32Shl);
  f.localTee(cell);
  f.localGet(cell);
  f.i32Load(counters);
  f.i32Const(1);
  f.op(OP.i32Add);
  f.localTee(count);
  f.i32Store(counters);
  f.localGet(count);
  f.i32Const(0);
  f.i32Load(CONTROL.jitThreshold);
  f.op(OP.i32Eq);
  f.if();
  for (const [address, local] of [[CONTROL.pc, 0], [CONTROL.fp, 1], [CONTROL.sp, 2], [CONTROL.exitId, 0]]) {
    f.i32Const(0);
    f.localGet(local);
    f.i32Store(address);
  }
  f.localGet(cell);
  f.i32Const(0);
  f.i32Store(counters);
  f.i32Const(2);
  f.op(OP.return);
  f.end();
  f.localGet(0);
  f.localGet(1);
  f.localGet(2);
  f.i32Const(interpreterSlot);
  f.returnCallIndirect(entry);
  m.exportFunction("stub", f.index);
  return m.finish();
}
