/**
 * Memory of the evaluator: typed access to one linear memory, in the machine's representation of values.
 *
 * i32: signed number; i64: signed bigint; value: unsigned bigint; ref: unsigned number; f64: number. Addresses are taken
 * modulo 2^32 as in wasm. Anything with a `buffer` and `grow` will do, a `WebAssembly.Memory` too.
 */

import { MachineError } from "./errors.ts";
import type { Storage, Type } from "./tree.ts";

/** A word of a machine type: bigint for i64 and value, number for the rest. */
export type Word = number | bigint;

/** What the evaluator needs of a memory; `WebAssembly.Memory` fits. */
export interface LinearMemory {
  readonly buffer: ArrayBufferLike;
  /** Adds pages of 64 KiB, returns the old number of pages. @throws RangeError when refused. */
  grow(pages: number): number;
}

/** A memory without wasm. */
export class PlainMemory implements LinearMemory {
  readonly buffer: ArrayBuffer;

  constructor(initialPages: number, maximumPages: number) {
    this.buffer = new ArrayBuffer(initialPages * 0x10000, { maxByteLength: maximumPages * 0x10000 });
  }

  grow(pages: number): number {
    const old = this.buffer.byteLength / 0x10000;
    this.buffer.resize((old + pages) * 0x10000);
    return old;
  }
}

/** Typed loads and stores. The views are renewed after `grow`. */
export class Cells {
  #view: DataView;
  #bytes: Uint8Array;

  constructor(readonly memory: LinearMemory) {
    this.#view = new DataView(memory.buffer);
    this.#bytes = new Uint8Array(memory.buffer);
  }

  /** Number of pages of 64 KiB. */
  get pages(): number {
    return this.memory.buffer.byteLength / 0x10000;
  }

  /** Grows by `pages`; -1 when refused. */
  grow(pages: number): number {
    try {
      const old = this.memory.grow(pages);
      this.#view = new DataView(this.memory.buffer);
      this.#bytes = new Uint8Array(this.memory.buffer);
      return old;
    } catch {
      return -1;
    }
  }

  get bytes(): Uint8Array {
    return this.#bytes;
  }

  u8(address: number): number {
    return this.#view.getUint8(address >>> 0);
  }
  u16(address: number): number {
    return this.#view.getUint16(address >>> 0, true);
  }
  i32(address: number): number {
    return this.#view.getInt32(address >>> 0, true);
  }
  ref(address: number): number {
    return this.#view.getUint32(address >>> 0, true);
  }
  i64(address: number): bigint {
    return this.#view.getBigInt64(address >>> 0, true);
  }
  value(address: number): bigint {
    return this.#view.getBigUint64(address >>> 0, true);
  }
  setU8(address: number, x: number): void {
    this.#view.setUint8(address >>> 0, x);
  }
  setU16(address: number, x: number): void {
    this.#view.setUint16(address >>> 0, x, true);
  }
  setI32(address: number, x: number): void {
    this.#view.setInt32(address >>> 0, x, true);
  }
  setI64(address: number, x: bigint): void {
    this.#view.setBigInt64(address >>> 0, x, true);
  }
  setValue(address: number, x: bigint): void {
    this.#view.setBigUint64(address >>> 0, x, true);
  }

  /** The load of one storage, to be bound once per tree node. */
  loader(storage: Storage): (address: number) => Word {
    switch (storage) {
      case "i8":
        return (a) => this.#view.getInt8(a >>> 0);
      case "u8":
        return (a) => this.#view.getUint8(a >>> 0);
      case "i16":
        return (a) => this.#view.getInt16(a >>> 0, true);
      case "u16":
        return (a) => this.#view.getUint16(a >>> 0, true);
      case "i32":
        return (a) => this.#view.getInt32(a >>> 0, true);
      case "i64":
        return (a) => this.#view.getBigInt64(a >>> 0, true);
      case "f64":
        return (a) => this.#view.getFloat64(a >>> 0, true);
      case "value":
        return (a) => this.#view.getBigUint64(a >>> 0, true);
      case "ref":
        return (a) => this.#view.getUint32(a >>> 0, true);
    }
  }

  /** The store of one storage. */
  storer(storage: Storage): (address: number, x: Word) => void {
    switch (storage) {
      case "i8":
      case "u8":
        return (a, x) => this.#view.setUint8(a >>> 0, x as number);
      case "i16":
      case "u16":
        return (a, x) => this.#view.setUint16(a >>> 0, x as number, true);
      case "i32":
      case "ref":
        return (a, x) => this.#view.setInt32(a >>> 0, x as number, true);
      case "i64":
      case "value":
        return (a, x) => this.#view.setBigInt64(a >>> 0, x as bigint, true);
      case "f64":
        return (a, x) => this.#view.setFloat64(a >>> 0, x as number, true);
    }
  }

  /** memory.copy: ranges may overlap. */
  copy(to: number, from: number, sizeBytes: number): void {
    const [t, f, n] = [to >>> 0, from >>> 0, sizeBytes >>> 0];
    if (t + n > this.#bytes.length || f + n > this.#bytes.length) {
      throw new MachineError("memory", `copy of ${n} bytes from ${f} to ${t}`);
    }
    this.#bytes.copyWithin(t, f, f + n);
  }

  /** memory.fill. */
  fill(to: number, byte: number, sizeBytes: number): void {
    const [t, n] = [to >>> 0, sizeBytes >>> 0];
    if (t + n > this.#bytes.length) throw new MachineError("memory", `fill of ${n} bytes at ${t}`);
    this.#bytes.fill(byte & 0xff, t, t + n);
  }
}

/** What an unset local of a type holds. */
export function zeroOf(type: Type): Word {
  return type === "i64" || type === "value" ? 0n : 0;
}

/** What a raising function returns for a first result of `type`. */
export function sentinelOf(type: Type): Word {
  return type === "i32" ? -0x80000000 : zeroOf(type);
}

/** A word of any machine type as 64 bits, zero-extended; and back. */
export function toBits(type: Type, word: Word): bigint {
  if (type === "f64") {
    scratch.setFloat64(0, word as number);
    return scratch.getBigUint64(0);
  }
  return typeof word === "bigint" ? BigInt.asUintN(64, word) : BigInt(word >>> 0);
}
export function fromBits(type: Type, bits: bigint): Word {
  switch (type) {
    case "f64":
      scratch.setBigUint64(0, bits);
      return scratch.getFloat64(0);
    case "i64":
      return BigInt.asIntN(64, bits);
    case "value":
      return bits;
    case "ref":
      return Number(bits & 0xffffffffn);
    case "i32":
      return Number(BigInt.asIntN(32, bits));
  }
}
const scratch = new DataView(new ArrayBuffer(8));
