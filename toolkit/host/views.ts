/**
 * Typed access of the host to the linear memory of the VMs.
 *
 * Invariant: no view outlives a call into wasm, because memory that grows detaches its old buffer; so everything here goes
 * through `bytes` and `data`, which fetch the buffer again when that happened.
 */

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
