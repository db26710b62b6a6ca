/**
 * A growing byte string with LEB128 numbers: what compilers on the host write code files with.
 */

const scratch = new DataView(new ArrayBuffer(8));
const scratchBytes = new Uint8Array(scratch.buffer);

export class ByteWriter {
  bytes = new Uint8Array(256);
  length = 0;

  reserve(count: number): void {
    if (this.length + count <= this.bytes.length) return;
    const grown = new Uint8Array(Math.max(this.bytes.length * 2, this.length + count));
    grown.set(this.bytes.subarray(0, this.length));
    this.bytes = grown;
  }

  u8(value: number): void {
    this.reserve(1);
    this.bytes[this.length++] = value;
  }

  /** Little-endian, as all numbers of fixed size. */
  u16(value: number): void {
    this.u8(value & 0xff);
    this.u8(value >> 8);
  }

  i32(value: number): void {
    scratch.setInt32(0, value, true);
    this.append(scratchBytes.subarray(0, 4));
  }

  i64(value: bigint): void {
    scratch.setBigInt64(0, value, true);
    this.append(scratchBytes);
  }

  f64(value: number): void {
    scratch.setFloat64(0, value, true);
    this.append(scratchBytes);
  }

  /** Unsigned LEB128. */
  v(value: number): void {
    this.reserve(5);
    while (value >= 0x80) {
      this.bytes[this.length++] = (value & 0x7f) | 0x80;
      value >>>= 7;
    }
    this.bytes[this.length++] = value;
  }

  /** Signed, as an unsigned number: 0, -1, 1, -2 … */
  zigzag(value: number): void {
    this.v(value < 0 ? -2 * value - 1 : 2 * value);
  }

  append(bytes: Uint8Array): void {
    this.reserve(bytes.length);
    this.bytes.set(bytes, this.length);
    this.length += bytes.length;
  }

  finish(): Uint8Array<ArrayBuffer> {
    return this.bytes.slice(0, this.length);
  }
}
