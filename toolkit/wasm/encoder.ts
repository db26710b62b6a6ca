/**
 * Writes WebAssembly modules: types, imports, functions, table, memory, exports, element and data segments, custom sections.
 *
 * Used at build time for cores and at run time for compiled regions, so it loads nothing but itself and writes into growing
 * byte arrays. All imported functions are declared before the first function of the module. Follows the WebAssembly core
 * specification, chapter 5 (binary format).
 */

import { EMPTY, FUNCREF, OP } from "./opcodes.ts";

const text = new TextEncoder();
const scratch = new DataView(new ArrayBuffer(8));
const scratchBytes = new Uint8Array(scratch.buffer);

/** A growing array of bytes with the number encodings of the binary format. */
export class ByteBuffer {
  bytes: Uint8Array;
  length = 0;

  constructor(capacity = 256) {
    this.bytes = new Uint8Array(capacity);
  }

  private grow(atLeast: number): void {
    const bigger = new Uint8Array(Math.max(this.bytes.length * 2, atLeast));
    bigger.set(this.bytes.subarray(0, this.length));
    this.bytes = bigger;
  }

  byte(value: number): void {
    if (this.length === this.bytes.length) this.grow(this.length + 1);
    this.bytes[this.length++] = value;
  }

  append(source: ArrayLike<number>): void {
    const end = this.length + source.length;
    if (end > this.bytes.length) this.grow(end);
    this.bytes.set(source, this.length);
    this.length = end;
  }

  appendBuffer(source: ByteBuffer): void {
    this.append(source.bytes.subarray(0, source.length));
  }

  /** Unsigned LEB128 of a 32-bit number. */
  u32(value: number): void {
    let v = value >>> 0;
    while (v > 0x7f) {
      this.byte((v & 0x7f) | 0x80);
      v >>>= 7;
    }
    this.byte(v);
  }

  /** Signed LEB128 of a 32-bit number. */
  s32(value: number): void {
    let v = value | 0;
    while (v < -64 || v > 63) {
      this.byte((v & 0x7f) | 0x80);
      v >>= 7;
    }
    this.byte(v & 0x7f);
  }

  /** Signed LEB128 of the low 64 bits of `value`. */
  s64(value: bigint): void {
    let low = Number(BigInt.asIntN(32, value));
    let high = Number(BigInt.asIntN(32, value >> 32n));
    while (high !== (low >> 31) || low < -64 || low > 63) {
      this.byte((low & 0x7f) | 0x80);
      low = (low >>> 7) | (high << 25);
      high >>= 7;
    }
    this.byte(low & 0x7f);
  }

  f64(value: number): void {
    scratch.setFloat64(0, value, true);
    this.append(scratchBytes);
  }

  name(value: string): void {
    const encoded = text.encode(value);
    this.u32(encoded.length);
    this.append(encoded);
  }

  /** The bytes written so far (a view: valid until the next write). */
  view(): Uint8Array {
    return this.bytes.subarray(0, this.length);
  }
}

/** One function body under construction. Labels are absolute nesting depths, as `block`, `loop` and `if` return them. */
export class FunctionBuilder {
  readonly code: ByteBuffer;
  /** Open blocks. */
  depth = 0;
  private readonly locals: number[];

  constructor(readonly index: number, readonly type: number, readonly paramCount: number, locals: readonly number[] = []) {
    this.code = new ByteBuffer(128);
    this.locals = [...locals];
  }

  /** Declares one more local of a value type. */
  local(valueType: number): number {
    return this.paramCount + this.locals.push(valueType) - 1;
  }

  op(code: number): void {
    this.code.byte(code);
  }

  /** Appends raw instruction bytes, e.g. the `wasm` of an operation. */
  raw(bytes: readonly number[]): void {
    const code = this.code;
    for (let i = 0; i < bytes.length; i++) code.byte(bytes[i]);
  }

  i32Const(value: number): void {
    this.code.byte(OP.i32Const);
    this.code.s32(value);
  }

  i64Const(value: bigint): void {
    this.code.byte(OP.i64Const);
    this.code.s64(value);
  }

  f64Const(value: number): void {
    this.code.byte(OP.f64Const);
    this.code.f64(value);
  }

  localGet(index: number): void {
    this.code.byte(OP.localGet);
    this.code.u32(index);
  }

  localSet(index: number): void {
    this.code.byte(OP.localSet);
    this.code.u32(index);
  }

  localTee(index: number): void {
    this.code.byte(OP.localTee);
    this.code.u32(index);
  }

  /** A load or store; `align` is the binary logarithm of the promised alignment. */
  memory(code: number, align: number, offset: number): void {
    this.code.byte(code);
    this.code.byte(align);
    this.code.u32(offset);
  }

  i32Load(offset: number): void {
    this.memory(OP.i32Load, 2, offset);
  }

  i64Load(offset: number): void {
    this.memory(OP.i64Load, 3, offset);
  }

  i32Store(offset: number): void {
    this.memory(OP.i32Store, 2, offset);
  }

  i64Store(offset: number): void {
    this.memory(OP.i64Store, 3, offset);
  }

  /** Opens a block; `type` is `EMPTY` or the value type of its result. */
  block(type: number = EMPTY): number {
    this.code.byte(OP.block);
    this.code.byte(type);
    return ++this.depth;
  }

  /** Opens a block whose parameters and results are those of a function type. */
  typedBlock(typeIndex: number): number {
    this.code.byte(OP.block);
    this.code.s32(typeIndex);
    return ++this.depth;
  }

  loop(type: number = EMPTY): number {
    this.code.byte(OP.loop);
    this.code.byte(type);
    return ++this.depth;
  }

  if(type: number = EMPTY): number {
    this.code.byte(OP.if);
    this.code.byte(type);
    return ++this.depth;
  }

  else(): void {
    this.code.byte(OP.else);
  }

  end(): void {
    this.depth--;
    this.code.byte(OP.end);
  }

  br(label: number): void {
    this.code.byte(OP.br);
    this.code.u32(this.depth - label);
  }

  brIf(label: number): void {
    this.code.byte(OP.brIf);
    this.code.u32(this.depth - label);
  }

  brTable(labels: readonly number[], otherwise: number): void {
    this.code.byte(OP.brTable);
    this.code.u32(labels.length);
    for (let i = 0; i < labels.length; i++) this.code.u32(this.depth - labels[i]);
    this.code.u32(this.depth - otherwise);
  }

  call(functionIndex: number): void {
    this.code.byte(OP.call);
    this.code.u32(functionIndex);
  }

  returnCall(functionIndex: number): void {
    this.code.byte(OP.returnCall);
    this.code.u32(functionIndex);
  }

  /** Calls through the table; its index is on top of the arguments. */
  callIndirect(type: number, table = 0): void {
    this.code.byte(OP.callIndirect);
    this.code.u32(type);
    this.code.u32(table);
  }

  returnCallIndirect(type: number, table = 0): void {
    this.code.byte(OP.returnCallIndirect);
    this.code.u32(type);
    this.code.u32(table);
  }

  /** Bytes of the body so far; `reset` cuts back to it (open blocks and locals must be the same). */
  get position(): number {
    return this.code.length;
  }

  reset(position: number, depth: number): void {
    this.code.length = position;
    this.depth = depth;
  }

  /** Writes locals and body, preceded by their size. */
  writeTo(out: ByteBuffer): void {
    const header = new ByteBuffer(16);
    let groups = 0;
    const runs = new ByteBuffer(16);
    for (let i = 0; i < this.locals.length;) {
      let next = i + 1;
      while (next < this.locals.length && this.locals[next] === this.locals[i]) next++;
      runs.u32(next - i);
      runs.byte(this.locals[i]);
      groups++;
      i = next;
    }
    header.u32(groups);
    header.appendBuffer(runs);
    out.u32(header.length + this.code.length + 1);
    out.appendBuffer(header);
    out.appendBuffer(this.code);
    out.byte(OP.end);
  }
}

/** A custom section, which may also stand behind a finished module. */
export function writeCustomSection(out: ByteBuffer, name: string, bytes: Uint8Array): void {
  const head = new ByteBuffer(32);
  head.name(name);
  out.byte(0);
  out.u32(head.length + bytes.length);
  out.appendBuffer(head);
  out.append(bytes);
}

interface Limits {
  min: number;
  max?: number;
}

/** A module under construction; `finish` gives its bytes. */
export class ModuleBuilder {
  private readonly types = new ByteBuffer(64);
  private readonly typeIndex = new Map<string, number>();
  private readonly typeParams: number[] = [];
  private readonly imports = new ByteBuffer(64);
  private importCount = 0;
  private importedFunctions = 0;
  private readonly functions: FunctionBuilder[] = [];
  private tableLimits: Limits | null = null;
  private memoryLimits: Limits | null = null;
  private readonly exports = new ByteBuffer(64);
  private exportCount = 0;
  private readonly elementSegments = new ByteBuffer(64);
  private elementCount = 0;
  private readonly dataSegments = new ByteBuffer(64);
  private dataCount = 0;
  private startFunction = -1;
  private readonly customs: { name: string; bytes: Uint8Array }[] = [];
  private names: Map<number, string> | null = null;

  /** Index of a function type; equal types share one. */
  type(params: readonly number[], results: readonly number[]): number {
    const key = `${params}:${results}`;
    const known = this.typeIndex.get(key);
    if (known !== undefined) return known;
    const index = this.typeIndex.size;
    this.typeIndex.set(key, index);
    this.types.byte(0x60);
    this.types.u32(params.length);
    this.types.append(params);
    this.types.u32(results.length);
    this.types.append(results);
    this.typeParams.push(params.length);
    return index;
  }

  private import(module: string, name: string, kind: number): void {
    this.imports.name(module);
    this.imports.name(name);
    this.imports.byte(kind);
    this.importCount++;
  }

  importFunction(module: string, name: string, type: number): number {
    if (this.functions.length > 0) throw new Error(`Function "${module}.${name}" must be imported before the first function is defined`);
    this.import(module, name, 0);
    this.imports.u32(type);
    return this.importedFunctions++;
  }

  importTable(module: string, name: string, min: number): void {
    this.import(module, name, 1);
    this.imports.byte(FUNCREF);
    this.limits(this.imports, { min });
  }

  importMemory(module: string, name: string, minPages: number, shared?: { maxPages: number }): void {
    this.import(module, name, 2);
    if (shared === undefined) return this.limits(this.imports, { min: minPages });
    this.imports.byte(3);
    this.imports.u32(minPages);
    this.imports.u32(shared.maxPages);
  }

  importGlobal(module: string, name: string, valueType: number, mutable: boolean): void {
    this.import(module, name, 3);
    this.imports.byte(valueType);
    this.imports.byte(mutable ? 1 : 0);
  }

  private limits(out: ByteBuffer, limits: Limits): void {
    out.byte(limits.max === undefined ? 0 : 1);
    out.u32(limits.min);
    if (limits.max !== undefined) out.u32(limits.max);
  }

  /** Starts a function; its body is written through the builder until `finish`. */
  function(type: number, locals: readonly number[] = []): FunctionBuilder {
    const f = new FunctionBuilder(this.importedFunctions + this.functions.length, type, this.typeParams[type], locals);
    this.functions.push(f);
    return f;
  }

  table(min: number, max?: number): void {
    this.tableLimits = { min, max };
  }

  memory(minPages: number, maxPages?: number): void {
    this.memoryLimits = { min: minPages, max: maxPages };
  }

  private export(name: string, kind: number, index: number): void {
    this.exports.name(name);
    this.exports.byte(kind);
    this.exports.u32(index);
    this.exportCount++;
  }

  exportFunction(name: string, index: number): void {
    this.export(name, 0, index);
  }

  exportTable(name: string): void {
    this.export(name, 1, 0);
  }

  exportMemory(name: string): void {
    this.export(name, 2, 0);
  }

  /** Puts functions into the table from slot `offset` on when the module is instantiated. */
  elements(offset: number, functionIndices: readonly number[]): void {
    const out = this.elementSegments;
    out.u32(0);
    out.byte(OP.i32Const);
    out.s32(offset);
    out.byte(OP.end);
    out.u32(functionIndices.length);
    for (let i = 0; i < functionIndices.length; i++) out.u32(functionIndices[i]);
    this.elementCount++;
  }

  /** Puts bytes at an address when the module is instantiated. */
  data(address: number, bytes: Uint8Array): void {
    const out = this.dataSegments;
    out.u32(0);
    out.byte(OP.i32Const);
    out.s32(address);
    out.byte(OP.end);
    out.u32(bytes.length);
    out.append(bytes);
    this.dataCount++;
  }

  start(functionIndex: number): void {
    this.startFunction = functionIndex;
  }

  custom(name: string, bytes: Uint8Array): void {
    this.customs.push({ name, bytes });
  }

  /** Names a function in the name section (for stack traces and profilers). */
  nameFunction(index: number, name: string): void {
    this.names ??= new Map();
    this.names.set(index, name);
  }

  private section(out: ByteBuffer, id: number, count: number, body: ByteBuffer): void {
    if (count === 0) return;
    const prefix = new ByteBuffer(8);
    prefix.u32(count);
    out.byte(id);
    out.u32(prefix.length + body.length);
    out.appendBuffer(prefix);
    out.appendBuffer(body);
  }

  private limitsSection(out: ByteBuffer, id: number, prefix: number[], limits: Limits | null): void {
    if (limits === null) return;
    const body = new ByteBuffer(16);
    body.append(prefix);
    this.limits(body, limits);
    this.section(out, id, 1, body);
  }

  private nameSection(): Uint8Array {
    const entries = [...this.names!].sort((a, b) => a[0] - b[0]);
    const map = new ByteBuffer(1024);
    map.u32(entries.length);
    for (const [index, name] of entries) {
      map.u32(index);
      map.name(name);
    }
    const out = new ByteBuffer(map.length + 8);
    out.byte(1);
    out.u32(map.length);
    out.appendBuffer(map);
    return out.view();
  }

  /** The finished module. */
  finish(): Uint8Array<ArrayBuffer> {
    const code = new ByteBuffer(1024);
    const declarations = new ByteBuffer(64);
    for (const f of this.functions) {
      declarations.u32(f.type);
      f.writeTo(code);
    }
    const out = new ByteBuffer(code.length + 1024);
    out.append([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
    this.section(out, 1, this.typeIndex.size, this.types);
    this.section(out, 2, this.importCount, this.imports);
    this.section(out, 3, this.functions.length, declarations);
    this.limitsSection(out, 4, [FUNCREF], this.tableLimits);
    this.limitsSection(out, 5, [], this.memoryLimits);
    this.section(out, 7, this.exportCount, this.exports);
    if (this.startFunction >= 0) {
      const start = new ByteBuffer(8);
      start.u32(this.startFunction);
      out.byte(8);
      out.u32(start.length);
      out.appendBuffer(start);
    }
    this.section(out, 9, this.elementCount, this.elementSegments);
    this.section(out, 10, this.functions.length, code);
    this.section(out, 11, this.dataCount, this.dataSegments);
    for (const { name, bytes } of this.customs) writeCustomSection(out, name, bytes);
    if (this.names !== null) writeCustomSection(out, "name", this.nameSection());
    return out.view().slice();
  }
}
