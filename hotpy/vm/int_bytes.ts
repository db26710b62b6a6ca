/**
 * `int.to_bytes` and `int.from_bytes`.
 */

import { alloc, boxInt, ERROR, i32, i64Of, isA, literal, utf8, type Value } from "../../toolkit/define/mod.ts";
import { Bytes, Str, type Tuple } from "./objects.ts";
import { overflowError, typeError, valueError } from "./exceptions.ts";
import { format1 } from "./messages.ts";
import { intValue, truthy } from "./operators.ts";
import { argument } from "./arguments.ts";
import { boxIndex, indexArgument } from "./sequence.ts";
import { equalsAscii } from "./str_core.ts";
import { addInt, andInt, intSign, orInt, powInt, shiftLeftInt, shiftRightInt, subInt } from "./integers.ts";
import { integerCompare } from "../../toolkit/heap/mod.ts";
import { bytesFromIterable } from "./bytes_methods.ts";

/** 1 for "little", 0 for "big". */
function isLittle(order: Value): i32 {
  if (order === ERROR) return 0;
  if (!isA(order, Str)) throw typeError(format1(literal("to_bytes() argument 'byteorder' must be str, not %t"), order));
  const s = order as Str;
  if (equalsAscii(s, utf8("little"), 6)) return 1;
  if (equalsAscii(s, utf8("big"), 3)) return 0;
  throw valueError(literal("byteorder must be either 'little' or 'big'"));
}

export function intToBytes(args: Tuple, names: Tuple): Value {
  const n = intValue(args.items[0]);
  const lengthValue = argument(args, names, 1, literal("length"));
  const size = lengthValue === ERROR ? 1 : indexArgument(lengthValue);
  const little = isLittle(argument(args, names, 2, literal("byteorder")));
  const signedValue = argument(args, names, 3, literal("signed"));
  const signed = signedValue !== ERROR && truthy(signedValue) !== 0;
  if (size < 0) throw valueError(literal("length argument must be non-negative"));
  if (!signed && intSign(n) < 0) throw overflowError(literal("can't convert negative int to unsigned"));
  const span = powInt(boxInt(2n), boxIndex(8 * size));
  const half = shiftRightInt(span, boxInt(1n));
  const tooBig = signed
    ? (size === 0 ? intSign(n) !== 0 : integerCompare(n, half) >= 0 || integerCompare(addInt(n, half), boxInt(0n)) < 0)
    : integerCompare(n, span) >= 0;
  if (tooBig) throw overflowError(literal("int too big to convert"));
  let rest = intSign(n) < 0 ? addInt(n, span) : n;
  const b = alloc(Bytes, size);
  for (let i = 0; i < size; i++) {
    const byte = i32(i64Of(andInt(rest, boxInt(255n))));
    rest = shiftRightInt(rest, boxInt(8n));
    b.data[little !== 0 ? i : size - 1 - i] = byte;
  }
  return b;
}

export function intFromBytes(args: Tuple, names: Tuple): Value {
  const source = argument(args, names, 1, literal("bytes"));
  const little = isLittle(argument(args, names, 2, literal("byteorder")));
  const signedValue = argument(args, names, 3, literal("signed"));
  const signed = signedValue !== ERROR && truthy(signedValue) !== 0;
  const b = bytesFromIterable(source);
  const size = b.length;
  let n = boxInt(0n);
  for (let i = 0; i < size; i++) {
    const byte = b.data[little !== 0 ? size - 1 - i : i];
    n = orInt(shiftLeftInt(n, boxInt(8n)), boxIndex(byte));
  }
  const top = size === 0 ? 0 : b.data[little !== 0 ? size - 1 : 0];
  return signed && top >= 128 ? subInt(n, powInt(boxInt(2n), boxIndex(8 * size))) : n;
}
