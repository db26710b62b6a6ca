/** Integers between JavaScript and the heap of a `HeapMachine`, with checks that results are canonical. */

import { EXCHANGE } from "../../../toolkit/machine/memory_map.ts";
import { type HeapMachine, intWord, type Random } from "./heap_machine.ts";

const MAX_DIGITS_TEXT = 0x7f000;

/** The guest word of an integer. */
export function toWord(h: HeapMachine, n: bigint): bigint {
  if (BigInt.asIntN(48, n) === n) return intWord(n);
  if (BigInt.asIntN(64, n) === n) return h.call("boxI64", n);
  const text = (n < 0n ? -n : n).toString(32);
  if (text.length > MAX_DIGITS_TEXT) throw new Error("Too long for the exchange buffer");
  new TextEncoder().encodeInto(text, new Uint8Array(h.view.buffer, EXCHANGE, text.length));
  const word = h.call("integerFromDigits", EXCHANGE, text.length, 32);
  return n < 0n ? h.call("integerNegate", word) : word;
}

/** The integer of a guest word. @throws when it is not in canonical form */
export function fromWord(h: HeapMachine, word: bigint): bigint {
  if ((word >> 48n) === -1n) return BigInt.asIntN(48, word);
  const at = Number(word);
  const length = h.i32(at + 4);
  if (length === 0) {
    const n = h.word(at + 8);
    if (BigInt.asIntN(48, n) === n) throw new Error(`${n} in an Int64`);
    return n;
  }
  const sign = h.i32(at + 8);
  let hex = "";
  for (let i = length - 1; i >= 0; i--) hex += (h.i32(at + 12 + 4 * i) >>> 0).toString(16).padStart(8, "0");
  if (hex.startsWith("00000000")) throw new Error("Leading zero digit");
  const n = BigInt(sign) * BigInt("0x" + hex);
  if (BigInt.asIntN(64, n) === n) throw new Error(`${n} in a Bignum`);
  return n;
}

/** Text of an AsciiText object. */
export function textOf(h: HeapMachine, ref: number): string {
  return new TextDecoder().decode(new Uint8Array(h.view.buffer, ref + 8, h.i32(ref + 4)).slice());
}

/** Random integers: sizes spread over all ranges up to `maxBits`, with runs of equal bits and values next to powers of two. */
export function randomInteger(r: Random, maxBits: number): bigint {
  const bits = r.below(3) === 0 ? r.below(70) : r.below(maxBits);
  let n: bigint;
  switch (r.below(4)) {
    case 0:
      n = (1n << BigInt(bits)) + BigInt(r.below(5) - 2);
      break;
    case 1: { // runs of zeros and ones
      n = 0n;
      for (let left = bits; left > 0;) {
        const run = Math.min(left, 1 + r.below(64));
        n = (n << BigInt(run)) | (r.below(2) === 0 ? 0n : (1n << BigInt(run)) - 1n);
        left -= run;
      }
      break;
    }
    default:
      n = r.bits(bits);
  }
  return r.below(2) === 0 ? n : -n;
}
