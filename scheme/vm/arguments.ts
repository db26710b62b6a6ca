/**
 * Checks of arguments by type; those that are to be changed must not be literals.
 */

import { charOf, type i32, isA, isChar, literal, type Value } from "../../toolkit/define/mod.ts";
import { AnyBytevector, AnyVector, Bytevector, Str, type Symbol, Vector } from "./objects.ts";
import { immutableLiteral, wrongType } from "./errors.ts";

export function charArgument(who: Symbol, position: i32, v: Value): i32 {
  if (!isChar(v)) throw wrongType(who, position, literal("a character"), v);
  return charOf(v);
}

export function stringArgument(who: Symbol, position: i32, v: Value): Str {
  if (!isA(v, Str)) throw wrongType(who, position, literal("a string"), v);
  return v as Str;
}

export function mutableString(who: Symbol, position: i32, v: Value): Str {
  const s = stringArgument(who, position, v);
  if (s.immutable !== 0) throw immutableLiteral(who, v);
  return s;
}

export function vectorArgument(who: Symbol, position: i32, v: Value): AnyVector {
  if (!isA(v, AnyVector)) throw wrongType(who, position, literal("a vector"), v);
  return v as AnyVector;
}

export function mutableVector(who: Symbol, position: i32, v: Value): Vector {
  if (isA(v, Vector)) return v as Vector;
  if (isA(v, AnyVector)) throw immutableLiteral(who, v);
  throw wrongType(who, position, literal("a vector"), v);
}

export function bytevectorArgument(who: Symbol, position: i32, v: Value): AnyBytevector {
  if (!isA(v, AnyBytevector)) throw wrongType(who, position, literal("a bytevector"), v);
  return v as AnyBytevector;
}

export function mutableBytevector(who: Symbol, position: i32, v: Value): Bytevector {
  if (isA(v, Bytevector)) return v as Bytevector;
  if (isA(v, AnyBytevector)) throw immutableLiteral(who, v);
  throw wrongType(who, position, literal("a bytevector"), v);
}
