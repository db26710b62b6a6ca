/** Reads the VM's memory for the trace builder: instructions, code objects, cells that never change. */

import { CONTINUATION_STUBS, HEADER, LAYOUT_DESCRIPTOR_BYTES, LAYOUT_TABLE } from "../machine/memory_map.ts";
import { CONTROL } from "../machine/memory_map.ts";
import { type Fn, FROZEN_FRAME, type LayoutInfo, type Storage, type Type } from "../machine/tree.ts";
import type { MachineCode } from "./section.ts";

const STABLE_FLAG = 1;

export class TraceMemory {
  readonly pendingErrorAddress = CONTROL.pendingError;
  readonly int64Layout: number;
  private readonly codeFields: { bytecode: number; localCount: number; stackSize: number; entrySlot: number };
  private bytes: DataView = new DataView(new ArrayBuffer(0));
  private readonly stubs: number;
  private readonly stubCount: number;

  constructor(
    readonly memory: WebAssembly.Memory,
    readonly table: WebAssembly.Table,
    readonly machine: MachineCode,
    stubAddress = CONTINUATION_STUBS,
  ) {
    this.int64Layout = machine.layouts.find((l) => l.name === "Int64")?.id ?? -1;
    const code = machine.layouts.find((l) => l.name === "Code")!;
    const at = (name: string) => code.fields.find((f) => f.name === name)!.offset;
    this.codeFields = { bytecode: at("bytecode"), localCount: at("localCount"), stackSize: at("stackSize"), entrySlot: at("entrySlot") };
    this.stubs = stubAddress;
    this.stubCount = machine.continuations.length;
  }

  get view(): DataView {
    const { buffer } = this.memory;
    if (this.bytes.buffer !== buffer) this.bytes = new DataView(buffer);
    return this.bytes;
  }

  u16(address: number): number {
    return this.view.getUint16(address, true);
  }

  i32(address: number): number {
    return this.view.getInt32(address, true);
  }

  read(storage: Storage, address: number): number | bigint {
    const v = this.view;
    switch (storage) {
      case "i8":
        return v.getInt8(address);
      case "u8":
        return v.getUint8(address);
      case "i16":
        return v.getInt16(address, true);
      case "u16":
        return v.getUint16(address, true);
      case "i32":
        return v.getInt32(address, true);
      case "ref":
        return v.getUint32(address, true);
      case "i64":
        return v.getBigInt64(address, true);
      case "value":
        return v.getBigUint64(address, true);
      case "f64":
        return v.getFloat64(address, true);
    }
  }

  /** Index of the continuation whose stub lies at `pc`, or -1. */
  continuationIndex(pc: number): number {
    const i = (pc - this.stubs) >> 2;
    return pc >= this.stubs && i < this.stubCount ? i : -1;
  }

  continuationAddress(index: number): number {
    return this.stubs + 4 * index;
  }

  get unwindStub(): number {
    return this.stubs + 4 * this.stubCount;
  }

  codeInfo(address: number): { bytecode: number; localCount: number; stackSize: number } {
    return {
      bytecode: this.i32(address + this.codeFields.bytecode),
      localCount: this.i32(address + this.codeFields.localCount),
      stackSize: this.i32(address + this.codeFields.stackSize),
    };
  }

  get entrySlotOffset(): number {
    return this.codeFields.entrySlot;
  }

  isReferenceWord(word: bigint): boolean {
    return word !== 0n && word < 0x1000000000000n && (word & 7n) === 0n;
  }

  /** True if the object at `address` never moves. */
  isStable(address: number): boolean {
    const layout = this.view.getUint16(address + HEADER.layout, true);
    return (this.i32(LAYOUT_TABLE + layout * LAYOUT_DESCRIPTOR_BYTES + 12) & STABLE_FLAG) !== 0;
  }

  /** True if a word may be written into compiled code. */
  embeddable(type: Type, v: number | bigint): boolean {
    if (type === "ref") return v === 0 || this.isStable(Number(v));
    if (type === "value") return !this.isReferenceWord(v as bigint) || this.isStable(Number(v));
    return true;
  }

  /** What a never-changing cell holds, if that may be embedded. */
  constantLoad(type: Type, storage: Storage, address: number): number | bigint | null {
    const v = this.read(storage, address);
    return this.embeddable(type, v) ? v : null;
  }

  /** Alias region of the cell at `offset` of an object. */
  fieldRegion(layout: LayoutInfo, offset: number): string {
    const field = layout.fields.find((f) => f.offset === offset);
    if (field !== undefined) return field.region.name;
    // What `resumeFrame` reads.
    return layout.name === FROZEN_FRAME ? "frame.slots" : (layout.tail as unknown as { region: string }).region;
  }

  /** Runs a pure function at trace-building time; null when its result cannot be embedded. */
  callPure(fn: Fn, args: readonly (number | bigint)[]): (number | bigint)[] | null {
    const f = this.table.get(fn.tableIndex);
    if (f === null) return null;
    // The guest may be unwinding: its error stays as it is.
    const guestError = this.view.getBigUint64(CONTROL.pendingError, true);
    this.view.setBigUint64(CONTROL.pendingError, 0n, true);
    const raw = f(...args.map((a, i) => fn.locals[i].type === "value" ? BigInt.asIntN(64, a as bigint) : a));
    const raised = this.view.getBigUint64(CONTROL.pendingError, true) !== 0n;
    this.view.setBigUint64(CONTROL.pendingError, guestError, true);
    if (raised) return null;
    const values: (number | bigint)[] = fn.results.length === 0 ? [] : fn.results.length === 1 ? [raw] : [...raw];
    const out = values.map((v, i) =>
      fn.results[i] === "value" ? BigInt.asUintN(64, v as bigint) : fn.results[i] === "ref" ? (v as number) >>> 0 : v
    );
    return out.every((v, i) => this.embeddable(fn.results[i], v)) ? out : null;
  }
}
