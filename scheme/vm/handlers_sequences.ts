/** Bytecodes for vectors, bytevectors, strings and characters by index. */

import type { bool, Imm, u16 } from "../../toolkit/define/mod.ts";
import {
  alloc,
  boxChar,
  boxInt,
  charOf,
  fillTail,
  i32,
  i64,
  i64Of,
  isA,
  isChar,
  isI64,
  literal,
  ltU,
  op,
  residual,
  type Value,
} from "../../toolkit/define/mod.ts";
import { immutableLiteral, outOfRange, wrongType } from "./errors.ts";
import { DataBytecodes } from "./handlers_data.ts";
import {
  AnyBytevector,
  AnyVector,
  Bytevector,
  type ErrorObject,
  FALSE,
  LiteralBytevector,
  LiteralVector,
  NarrowChars,
  Str,
  type Symbol,
  UNSPECIFIED,
  Vector,
  type WideChars,
} from "./objects.ts";
import { truth } from "./number_kinds.ts";
import { byteArgument, countArgument } from "./ranges.ts";
import { setChar } from "./strings.ts";

/** What is wrong with the index of a sequence of the right type. */
const badIndex = residual(function (who: Symbol, index: Value): ErrorObject {
  return isI64(index) ? outOfRange(who, 2, index) : wrongType(who, 2, literal("an exact integer"), index);
});
const badVector = residual(function (who: Symbol, v: Value, index: Value): ErrorObject {
  return isA(v, AnyVector) ? badIndex(who, index) : wrongType(who, 1, literal("a vector"), v);
});
const badBytevector = residual(function (who: Symbol, v: Value, index: Value): ErrorObject {
  return isA(v, AnyBytevector) ? badIndex(who, index) : wrongType(who, 1, literal("a bytevector"), v);
});
const badString = residual(function (who: Symbol, v: Value, index: Value): ErrorObject {
  return isA(v, Str) ? badIndex(who, index) : wrongType(who, 1, literal("a string"), v);
});

/** `(make-vector count fill)` */
const newVector = residual(function (count: Value, fill: Value): Value {
  const vector = alloc(Vector, countArgument(literal("make-vector"), 1, count));
  fillTail(vector.items, 0, vector.length, fill);
  return vector;
});

const setVectorSlow = residual(function (v: Value, index: Value): Value {
  if (isA(v, LiteralVector)) throw immutableLiteral(literal("vector-set!"), v);
  throw badVector(literal("vector-set!"), v, index);
});

const setByteSlow = residual(function (v: Value, index: Value, byte: Value): Value {
  if (isA(v, LiteralBytevector)) throw immutableLiteral(literal("bytevector-u8-set!"), v);
  byteArgument(literal("bytevector-u8-set!"), 3, byte);
  throw badBytevector(literal("bytevector-u8-set!"), v, index);
});

/** Stores a character where it is not simply put into its place. */
const setCharSlow = residual(function (v: Value, index: Value, c: Value): Value {
  const who = literal("string-set!");
  if (!isA(v, Str)) throw wrongType(who, 1, literal("a string"), v);
  const s = v as Str;
  if (!isI64(index) || !ltU(i64Of(index), i64(s.chars.length))) throw badIndex(who, index);
  if (!isChar(c)) throw wrongType(who, 3, literal("a character"), c);
  if (s.immutable !== 0) throw immutableLiteral(who, v);
  setChar(s, i32(i64Of(index)), charOf(c));
  return UNSPECIFIED;
});

export class SequenceBytecodes extends DataBytecodes {
  // ── Parts ──────────────────────────────────────────────────────────────────────────────────────────────────────────

  /** True for an index of something of `length` elements. */
  protected isIndex(v: Value, length: i32): bool {
    return isI64(v) && ltU(i64Of(v), i64(length));
  }

  // ── Vectors ────────────────────────────────────────────────────────────────────────────────────────────────────────

  /** `vector_ref ( vector index -- value )` */
  @op()
  vectorRef(v: Value, index: Value): Value {
    if (isA(v, Vector) || isA(v, LiteralVector)) {
      const vector = v as AnyVector;
      if (this.isIndex(index, vector.length)) return vector.items[i32(i64Of(index))];
    }
    throw badVector(literal("vector-ref"), v, index);
  }
  /** `vector_set ( vector index value -- unspecified )` */
  @op()
  vectorSet(v: Value, index: Value, value: Value): Value {
    if (isA(v, Vector)) {
      const vector = v as Vector;
      if (this.isIndex(index, vector.length)) {
        vector.items[i32(i64Of(index))] = value;
        return UNSPECIFIED;
      }
    }
    return setVectorSlow(v, index);
  }
  /** `vector_length ( vector -- count )` */
  @op()
  vectorLength(v: Value): Value {
    if (!isA(v, Vector) && !isA(v, LiteralVector)) throw wrongType(literal("vector-length"), 1, literal("a vector"), v);
    return boxInt(i64((v as AnyVector).length));
  }
  /** `make_vector ( count -- vector )` */
  @op({ outline: true })
  makeVector(count: Value): Value {
    return newVector(count, FALSE);
  }
  /** `make_filled_vector ( count fill -- vector )` */
  @op({ outline: true })
  makeFilledVector(count: Value, fill: Value): Value {
    return newVector(count, fill);
  }
  /** `make_vector_of #count ( items… -- vector )` */
  @op({ stack: "items[count] -- vector", outline: true })
  makeVectorOf(count: Imm<u16>): void {
    const vector = alloc(Vector, count);
    for (let i: i32 = 0; i < count; i++) vector.items[i] = this.peek(count - 1 - i);
    this.drop(count);
    this.push(vector);
  }

  // ── Bytevectors ────────────────────────────────────────────────────────────────────────────────────────────────────

  /** `bytevector_u8_ref ( bytevector index -- byte )` */
  @op()
  bytevectorU8Ref(v: Value, index: Value): Value {
    if (isA(v, Bytevector) || isA(v, LiteralBytevector)) {
      const bytes = v as AnyBytevector;
      if (this.isIndex(index, bytes.length)) return boxInt(i64(bytes.items[i32(i64Of(index))]));
    }
    throw badBytevector(literal("bytevector-u8-ref"), v, index);
  }
  /** `bytevector_u8_set ( bytevector index byte -- unspecified )` */
  @op({ outline: true })
  bytevectorU8Set(v: Value, index: Value, byte: Value): Value {
    if (isA(v, Bytevector)) {
      const bytes = v as Bytevector;
      if (this.isIndex(index, bytes.length) && this.isIndex(byte, 256)) {
        bytes.items[i32(i64Of(index))] = i32(i64Of(byte));
        return UNSPECIFIED;
      }
    }
    return setByteSlow(v, index, byte);
  }
  /** `bytevector_length ( bytevector -- count )` */
  @op()
  bytevectorLength(v: Value): Value {
    if (!isA(v, Bytevector) && !isA(v, LiteralBytevector)) {
      throw wrongType(literal("bytevector-length"), 1, literal("a bytevector"), v);
    }
    return boxInt(i64((v as AnyBytevector).length));
  }

  // ── Strings ────────────────────────────────────────────────────────────────────────────────────────────────────────

  /** `string_ref ( string index -- character )` */
  @op()
  stringRef(v: Value, index: Value): Value {
    if (isA(v, Str)) {
      const chars = (v as Str).chars;
      if (this.isIndex(index, chars.length)) {
        const at = i32(i64Of(index));
        return boxChar(isA(chars, NarrowChars) ? (chars as NarrowChars).items[at] : (chars as WideChars).items[at]);
      }
    }
    throw badString(literal("string-ref"), v, index);
  }
  /** `string_set ( string index character -- unspecified )` */
  @op({ outline: true })
  stringSet(v: Value, index: Value, c: Value): Value {
    if (isA(v, Str) && isChar(c) && (v as Str).immutable === 0) {
      const chars = (v as Str).chars;
      if (this.isIndex(index, chars.length)) {
        if (!isA(chars, NarrowChars)) {
          (chars as WideChars).items[i32(i64Of(index))] = charOf(c);
          return UNSPECIFIED;
        }
        if (charOf(c) < 256) {
          (chars as NarrowChars).items[i32(i64Of(index))] = charOf(c);
          return UNSPECIFIED;
        }
      }
    }
    return setCharSlow(v, index, c);
  }
  /** `string_length ( string -- count )` */
  @op()
  stringLength(v: Value): Value {
    if (!isA(v, Str)) throw wrongType(literal("string-length"), 1, literal("a string"), v);
    return boxInt(i64((v as Str).chars.length));
  }

  // ── Characters ─────────────────────────────────────────────────────────────────────────────────────────────────────

  /** `char_to_integer ( character -- integer )` */
  @op()
  charToInteger(c: Value): Value {
    if (!isChar(c)) throw wrongType(literal("char->integer"), 1, literal("a character"), c);
    return boxInt(i64(charOf(c)));
  }
  /** `integer_to_char ( integer -- character )` */
  @op({ outline: true })
  integerToChar(v: Value): Value {
    if (this.isIndex(v, 0xd800) || this.isIndex(v, 0x110000) && i64Of(v) >= 0xe000n) return boxChar(i32(i64Of(v)));
    throw isI64(v) ? outOfRange(literal("integer->char"), 1, v) : wrongType(literal("integer->char"), 1, literal("an exact integer"), v);
  }
  protected charArgument(who: Symbol, position: i32, c: Value): i32 {
    if (!isChar(c)) throw wrongType(who, position, literal("a character"), c);
    return charOf(c);
  }
  /** `is_char_equal ( left right -- boolean )` */
  @op()
  isCharEqual(left: Value, right: Value): Value {
    return truth(this.charArgument(literal("char=?"), 1, left) === this.charArgument(literal("char=?"), 2, right));
  }
  /** `is_char_less ( left right -- boolean )` */
  @op({ outline: true })
  isCharLess(left: Value, right: Value): Value {
    return truth(this.charArgument(literal("char<?"), 1, left) < this.charArgument(literal("char<?"), 2, right));
  }
  /** `is_char_greater ( left right -- boolean )` */
  @op({ outline: true })
  isCharGreater(left: Value, right: Value): Value {
    return truth(this.charArgument(literal("char>?"), 1, left) > this.charArgument(literal("char>?"), 2, right));
  }
  /** `is_char_less_equal ( left right -- boolean )` */
  @op({ outline: true })
  isCharLessEqual(left: Value, right: Value): Value {
    return truth(this.charArgument(literal("char<=?"), 1, left) <= this.charArgument(literal("char<=?"), 2, right));
  }
  /** `is_char_greater_equal ( left right -- boolean )` */
  @op({ outline: true })
  isCharGreaterEqual(left: Value, right: Value): Value {
    return truth(this.charArgument(literal("char>=?"), 1, left) >= this.charArgument(literal("char>=?"), 2, right));
  }
}
