/**
 * Reads what `toolkit/bytes/byte_writer.ts` wrote, from memory that does not move while it is read.
 *
 * Nothing is checked: code files are verified before the core reads any.
 */

import { boxFloat, boxI64, globals, type i32, i64, loadF64, loadI32, loadI64, loadU8, memoryCopy, type Value } from "../define/mod.ts";
import { makeInteger } from "../heap/bignum.ts";

@globals()
export class ByteReader {
  /** Address of the next byte. */
  static at: i32;
}

export function readByte(): i32 {
  const byte = loadU8(ByteReader.at);
  ByteReader.at += 1;
  return byte;
}

/** A number from 0, seven bits a byte, the lowest first. */
export function readNumber(): i32 {
  let value: i32 = 0;
  let shift: i32 = 0;
  while (true) {
    const byte = readByte();
    value |= (byte & 127) << shift;
    if (byte < 128) return value;
    shift += 7;
  }
}

export function readI32(): Value {
  ByteReader.at += 4;
  return boxI64(i64(loadI32(ByteReader.at - 4)));
}

export function readI64(): Value {
  ByteReader.at += 8;
  return boxI64(loadI64(ByteReader.at - 8));
}

export function readF64(): Value {
  ByteReader.at += 8;
  return boxFloat(loadF64(ByteReader.at - 8));
}

/** A sign, a count of digits, digits of 32 bits, the lowest first. */
export function readInteger(): Value {
  const negative = readByte();
  const count = readNumber();
  const at = ByteReader.at;
  ByteReader.at += count * 4;
  return makeInteger(negative !== 0 ? -1 : 1, at, count);
}

/** Copies the next bytes to an address. */
export function readBytes(to: i32, sizeBytes: i32): void {
  memoryCopy(to, ByteReader.at, sizeBytes);
  ByteReader.at += sizeBytes;
}
