/**
 * Checks of arguments that are numbers of elements, bytes, or the start and end of a range.
 */

import { ERROR, i32, i64, intOf, isInt, literal, type Value } from "../../toolkit/define/mod.ts";
import type { ErrorObject, Symbol } from "./objects.ts";
import { outOfRange, wrongType } from "./errors.ts";

/** More elements than memory has room for. */
export const MAX_COUNT = 0x10000000;

function badIndex(who: Symbol, position: i32, v: Value): ErrorObject {
  return isInt(v) ? outOfRange(who, position, v) : wrongType(who, position, literal("an exact integer"), v);
}

/** A number from `least` to `limit`. */
export function indexArgument(who: Symbol, position: i32, v: Value, least: i32, limit: i32): i32 {
  if (!isInt(v) || intOf(v) < i64(least) || intOf(v) > i64(limit)) throw badIndex(who, position, v);
  return i32(intOf(v));
}

/** A number of elements. */
export function countArgument(who: Symbol, position: i32, v: Value): i32 {
  return indexArgument(who, position, v, 0, MAX_COUNT);
}

/** How many elements to take at most: any number that is not negative. */
export function limitArgument(who: Symbol, position: i32, v: Value): i32 {
  return isInt(v) && intOf(v) > i64(MAX_COUNT) ? MAX_COUNT : countArgument(who, position, v);
}

/** The end of a range in something of `length` elements: all of it when absent. */
export function endIndex(who: Symbol, position: i32, v: Value, length: i32): i32 {
  return v === ERROR ? length : indexArgument(who, position, v, 0, length);
}

/** The start of a range that ends at `end`: 0 when absent. */
export function startIndex(who: Symbol, position: i32, v: Value, end: i32): i32 {
  return v === ERROR ? 0 : indexArgument(who, position, v, 0, end);
}

export function byteArgument(who: Symbol, position: i32, v: Value): i32 {
  if (isInt(v) && intOf(v) >= 0n && intOf(v) < 256n) return i32(intOf(v));
  throw isInt(v) ? outOfRange(who, position, v) : wrongType(who, position, literal("a byte"), v);
}
