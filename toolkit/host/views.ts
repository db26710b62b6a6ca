/**
 * Access of the host to the linear memory of the VMs: words, and text and bytes on their way in and out.
 *
 * Invariant: no view outlives a call into wasm, because memory that grows detaches its old buffer; so everything here goes
 * through `bytes` and `data`, which fetch the buffer again when that happened.
 */

import { MachineError } from "../machine/errors.ts";
import { EXCHANGE, EXCHANGE_BYTES } from "../machine/memory_map.ts";
import { decodeUtf8, encodeUtf8, encodeUtf8Into, putAscii } from "../bytes/utf8.ts";

/** Reads and writes the words of one WebAssembly memory. Addresses are in bytes. */
export class Views {
  #bytes: Uint8Array<ArrayBuffer>;
  #data: DataView<ArrayBuffer>;

  constructor(readonly memory: WebAssembly.Memory) {
    this.#bytes = new Uint8Array(memory.buffer as ArrayBuffer);
    this.#data = new DataView(memory.buffer as ArrayBuffer);
  }

  /** All of memory as bytes; valid until the next call into wasm. */
  get bytes(): Uint8Array<ArrayBuffer> {
    if (this.#bytes.byteLength === 0) this.#refetch();
    return this.#bytes;
  }

  /** All of memory for mixed words; valid until the next call into wasm. */
  get data(): DataView<ArrayBuffer> {
    if (this.#bytes.byteLength === 0) this.#refetch();
    return this.#data;
  }

  /** Size of memory in bytes. */
  get sizeBytes(): number {
    return this.bytes.byteLength;
  }

  i32(address: number): number {
    return this.data.getInt32(address, true);
  }
  setI32(address: number, value: number): void {
    this.data.setInt32(address, value, true);
  }
  u16(address: number): number {
    return this.data.getUint16(address, true);
  }
  i64(address: number): bigint {
    return this.data.getBigInt64(address, true);
  }
  setI64(address: number, value: bigint): void {
    this.data.setBigInt64(address, value, true);
  }
  f64(address: number): number {
    return this.data.getFloat64(address, true);
  }

  /** A copy of `sizeBytes` bytes. */
  copy(address: number, sizeBytes: number): Uint8Array<ArrayBuffer> {
    return this.bytes.slice(address, address + sizeBytes);
  }

  #refetch(): void {
    this.#bytes = new Uint8Array(this.memory.buffer as ArrayBuffer);
    this.#data = new DataView(this.memory.buffer as ArrayBuffer);
  }
}

/** Raw memory for what is larger than the exchange area. */
export interface RawMemory {
  /** Address of `sizeBytes` fresh bytes; 0 when refused. */
  allocate(sizeBytes: number): number;
  release(address: number, sizeBytes: number): void;
}

/** A range of linear memory that holds something for the guest. */
export interface Placed {
  address: number;
  sizeBytes: number;
}

/** Up to this size a loop over ASCII bytes beats the decoder's call. */
const SHORT_BYTES = 24;
const SHORT_CHARACTERS = 64;

/** Moves text and bytes across the boundary. */
export class Exchange {
  constructor(readonly views: Views, readonly raw: RawMemory | null = null) {}

  /** The text of `sizeBytes` bytes of UTF-8 at `address`. */
  text(address: number, sizeBytes: number): string {
    const bytes = this.views.bytes;
    if (sizeBytes <= SHORT_BYTES) {
      let text = "";
      let i = address;
      for (const end = address + sizeBytes; i < end; i++) {
        const byte = bytes[i];
        if (byte >= 0x80) break;
        text += String.fromCharCode(byte);
      }
      if (i === address + sizeBytes) return text;
    }
    return decodeUtf8(bytes.subarray(address, address + sizeBytes));
  }

  /** Writes text as UTF-8 at an offset of the exchange area, or into raw memory when it may not fit. */
  putText(text: string, offset = 0): Placed {
    if (text.length <= SHORT_CHARACTERS) {
      const sizeBytes = putAscii(text, this.views.bytes, EXCHANGE + offset);
      if (sizeBytes === text.length) return { address: EXCHANGE + offset, sizeBytes };
    }
    if (text.length * 3 <= EXCHANGE_BYTES - offset) {
      const address = EXCHANGE + offset;
      return { address, sizeBytes: encodeUtf8Into(text, this.views.bytes.subarray(address, EXCHANGE + EXCHANGE_BYTES)) };
    }
    return this.put(encodeUtf8(text), offset);
  }

  /** Writes bytes at an offset of the exchange area, or into raw memory when they do not fit. */
  put(bytes: Uint8Array, offset = 0): Placed {
    let address = EXCHANGE + offset;
    if (bytes.length > EXCHANGE_BYTES - offset) {
      address = this.raw === null ? 0 : this.raw.allocate(bytes.length);
      if (address === 0) throw new MachineError("memory", `no room for ${bytes.length} bytes on their way to the guest`, "exchange.put");
    }
    this.views.bytes.set(bytes, address);
    return { address, sizeBytes: bytes.length };
  }

  /** Gives back raw memory that `put` or `putText` took; does nothing for the exchange area. */
  release(placed: Placed): void {
    if (placed.address >= EXCHANGE && placed.address < EXCHANGE + EXCHANGE_BYTES) return;
    this.raw?.release(placed.address, placed.sizeBytes);
  }
}
