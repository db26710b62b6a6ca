/**
 * Constants of code objects, their identity, and the folding of operators over them.
 *
 * Input: literals and operators of the tree; output: `Const` values. Folding gives exactly what the operation would give at run time, or
 * null where it would raise or where the result would be large.
 */

import type { BinaryOperator, Expr, PyConstant, UnaryOperator } from "../syntax/ast.ts";
import type { CodeUnit } from "./assembler.ts";

/** A constant. Strings may hold lone surrogates. */
export type Const =
  | Exclude<PyConstant, { type: "complex" }>
  | { type: "complex"; real: number; imag: number }
  | { type: "tuple"; items: Const[] }
  | { type: "frozenset"; items: Const[] }
  | { type: "slice"; lower: Const; upper: Const; step: Const }
  | { type: "code"; code: CodeUnit };

export const NONE: Const = { type: "none" };
export const TRUE: Const = { type: "bool", value: true };
export const FALSE: Const = { type: "bool", value: false };

/** A string constant. */
export function str(value: string): Const {
  return { type: "str", value };
}
/** An integer constant. */
export function int(value: number | bigint): Const {
  return { type: "int", value: BigInt(value) };
}
/** A tuple constant. */
export function tuple(items: Const[]): Const {
  return { type: "tuple", items };
}

const floatView = new Float64Array(1);
const wordView = new BigUint64Array(floatView.buffer);

function floatKey(value: number): string {
  floatView[0] = value;
  return wordView[0].toString(36);
}

let codeNumber = 0;
const codeNumbers = new WeakMap<CodeUnit, number>();

/** Equal exactly for constants that may share a slot: type, sign of zero and item types count. */
export function constantKey(c: Const): string {
  switch (c.type) {
    case "none":
      return "N";
    case "ellipsis":
      return "E";
    case "bool":
      return c.value ? "T" : "F";
    case "int":
      return "i" + c.value;
    case "float":
      return "f" + floatKey(c.value);
    case "complex":
      return `j${floatKey(c.real)},${floatKey(c.imag)}`;
    case "str":
      return "s" + c.value;
    case "bytes": {
      let key = "b";
      for (const byte of c.value) key += String.fromCharCode(byte);
      return key;
    }
    case "tuple":
    case "frozenset": {
      let key = (c.type === "tuple" ? "(" : "{") + c.items.length;
      for (const item of c.items) {
        const itemKey = constantKey(item);
        key += `:${itemKey.length}:${itemKey}`;
      }
      return key;
    }
    case "slice":
      return `[${constantKey(c.lower)}:${constantKey(c.upper)}:${constantKey(c.step)}]`;
    case "code": {
      let number = codeNumbers.get(c.code);
      if (number === undefined) codeNumbers.set(c.code, number = ++codeNumber);
      return "c" + number;
    }
  }
}

/** Truth of a constant. */
export function constantTruth(c: Const): boolean {
  switch (c.type) {
    case "none":
      return false;
    case "bool":
      return c.value;
    case "int":
      return c.value !== 0n;
    case "float":
      return c.value !== 0;
    case "complex":
      return c.real !== 0 || c.imag !== 0;
    case "str":
    case "bytes":
      return c.value.length !== 0;
    case "tuple":
    case "frozenset":
      return c.items.length !== 0;
    default:
      return true;
  }
}

/** The constant an expression is, or null. `optimize`: the value of `__debug__` is `optimize === 0`. */
export function foldExpression(e: Expr, optimize: number): Const | null {
  switch (e.kind) {
    case "Constant":
      return e.value.type === "complex" ? { type: "complex", real: 0, imag: e.value.imag } : e.value;
    case "Name":
      return e.id === "__debug__" && e.ctx === "Load" ? (optimize === 0 ? TRUE : FALSE) : null;
    case "UnaryOp": {
      const operand = foldExpression(e.operand, optimize);
      return operand === null ? null : foldUnary(e.op, operand);
    }
    case "BinOp": {
      const chain = [];
      let node: Expr = e;
      while (node.kind === "BinOp") {
        chain.push(node);
        node = node.left;
      }
      let value = foldExpression(node, optimize);
      for (let i = chain.length - 1; i >= 0 && value !== null; i--) {
        const right = foldExpression(chain[i].right, optimize);
        value = right === null ? null : foldBinary(chain[i].op, value, right);
      }
      return value;
    }
    case "Tuple": {
      if (e.ctx !== "Load") return null;
      const items: Const[] = [];
      for (const element of e.elts) {
        const item = foldExpression(element, optimize);
        if (item === null) return null;
        items.push(item);
      }
      return tuple(items);
    }
    case "Subscript": {
      if (e.ctx !== "Load" || (e.value.kind !== "Constant" && e.value.kind !== "Tuple")) return null;
      const container = foldExpression(e.value, optimize);
      const index = container === null ? null : foldExpression(e.slice, optimize);
      return container === null || index === null ? null : foldSubscript(container, index);
    }
    default:
      return null;
  }
}

/** The slice constant an expression is, or null. */
export function foldSlice(e: Expr, optimize: number): Const | null {
  if (e.kind !== "Slice") return null;
  const parts = [e.lower, e.upper, e.step].map((part) => part === null ? NONE : foldExpression(part, optimize));
  if (parts.some((part) => part === null)) return null;
  return { type: "slice", lower: parts[0]!, upper: parts[1]!, step: parts[2]! };
}

/** `op operand`, or null. */
export function foldUnary(op: UnaryOperator, operand: Const): Const | null {
  if (op === "Not") return operand.type === "code" ? null : constantTruth(operand) ? FALSE : TRUE;
  const value = asInteger(operand);
  if (value !== null) {
    if (op === "UAdd") return int(value);
    if (op === "USub") return int(-value);
    // `~True` warns at run time.
    return operand.type === "int" ? int(~value) : null;
  }
  if (op === "Invert") return null;
  if (operand.type === "float") return { type: "float", value: op === "USub" ? -operand.value : operand.value };
  if (operand.type === "complex") return op === "UAdd" ? operand : { type: "complex", real: -operand.real, imag: -operand.imag };
  return null;
}

const MAX_INT_BITS = 128;
const MAX_ITEMS = 4096;

/** `left op right`, or null. */
export function foldBinary(op: BinaryOperator, left: Const, right: Const): Const | null {
  const a = asInteger(left);
  const b = asInteger(right);
  if (a !== null && b !== null) return foldIntegers(op, a, b, left.type === "bool" && right.type === "bool");
  if (left.type === "complex" || right.type === "complex") return foldComplex(op, left, right);
  const x = asFloat(left);
  const y = asFloat(right);
  if (x !== null && y !== null) return foldFloats(op, x, y);
  if (op === "Add") {
    if (left.type === "str" && right.type === "str") return small(str(left.value + right.value));
    if (left.type === "tuple" && right.type === "tuple") return tuple([...left.items, ...right.items]);
    if (left.type === "bytes" && right.type === "bytes") return { type: "bytes", value: new Uint8Array([...left.value, ...right.value]) };
  }
  if (op === "Mult") {
    if (a !== null) return repeat(right, a);
    if (b !== null) return repeat(left, b);
  }
  return null;
}

function small(c: Const): Const | null {
  return c.type === "str" && c.value.length > MAX_ITEMS ? null : c;
}

function repeat(what: Const, times: bigint): Const | null {
  const count = times < 0n ? 0 : times > BigInt(MAX_ITEMS) ? MAX_ITEMS + 1 : Number(times);
  if (what.type === "str") return what.value.length * count > MAX_ITEMS ? null : str(what.value.repeat(count));
  if (what.type === "bytes") {
    if (what.value.length * count > MAX_ITEMS) return null;
    const value = new Uint8Array(what.value.length * count);
    for (let i = 0; i < count; i++) value.set(what.value, i * what.value.length);
    return { type: "bytes", value };
  }
  if (what.type === "tuple" && what.items.length * count <= 256) {
    return tuple(Array.from({ length: what.items.length * count }, (_, i) => what.items[i % what.items.length]));
  }
  return null;
}

/** Integers and bools as bigint. */
function asInteger(c: Const): bigint | null {
  return c.type === "int" ? c.value : c.type === "bool" ? (c.value ? 1n : 0n) : null;
}

function asFloat(c: Const): number | null {
  if (c.type === "float") return c.value;
  const i = asInteger(c);
  if (i === null) return null;
  const value = Number(i);
  return Number.isFinite(value) ? value : null;
}

/** Upper bound of the number of bits, at most 4 too many. */
function bits(value: bigint): number {
  return (value < 0n ? -value : value).toString(16).length * 4;
}

function foldIntegers(op: BinaryOperator, a: bigint, b: bigint, bools: boolean): Const | null {
  switch (op) {
    case "Add":
      return int(a + b);
    case "Sub":
      return int(a - b);
    case "Mult":
      return bits(a) + bits(b) > MAX_INT_BITS + 8 ? null : int(a * b);
    case "Div": {
      if (b === 0n) return null;
      // Beyond 2^53 the quotient of the rounded operands is not the rounded quotient.
      if (bits(a) > 52 || bits(b) > 52) return null;
      return { type: "float", value: Number(a) / Number(b) };
    }
    case "FloorDiv":
      return b === 0n ? null : int(floorDivide(a, b));
    case "Mod":
      return b === 0n ? null : int(a - b * floorDivide(a, b));
    case "Pow":
      if (b < 0n) return null;
      return b > 128n || bits(a) * Number(b) > MAX_INT_BITS + 4 * Number(b) ? null : int(a ** b);
    case "LShift":
      return b < 0n || b > 128n || bits(a) + Number(b) > MAX_INT_BITS + 4 ? null : int(a << b);
    case "RShift":
      return b < 0n || b > 0xffffn ? null : int(a >> b);
    case "BitAnd":
      return bools ? bool((a & b) !== 0n) : int(a & b);
    case "BitOr":
      return bools ? bool((a | b) !== 0n) : int(a | b);
    case "BitXor":
      return bools ? bool((a ^ b) !== 0n) : int(a ^ b);
    default:
      return null;
  }
}

function bool(value: boolean): Const {
  return value ? TRUE : FALSE;
}

function floorDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return quotient * b !== a && (a < 0n) !== (b < 0n) ? quotient - 1n : quotient;
}

function foldFloats(op: BinaryOperator, x: number, y: number): Const | null {
  const float = (value: number): Const => ({ type: "float", value });
  switch (op) {
    case "Add":
      return float(x + y);
    case "Sub":
      return float(x - y);
    case "Mult":
      return float(x * y);
    case "Div":
      return y === 0 ? null : float(x / y);
    default:
      // Floor, remainder and power are the runtime's: their last bit is not worth a second implementation.
      return null;
  }
}

function foldComplex(op: BinaryOperator, left: Const, right: Const): Const | null {
  if (op !== "Add" && op !== "Sub") return null;
  const sign = op === "Add" ? 1 : -1;
  const x = asFloat(left);
  const y = asFloat(right);
  // Mixed arithmetic leaves the imaginary part of the complex operand alone (3.14): -0.0 survives.
  if (left.type === "complex" && right.type === "complex") {
    return { type: "complex", real: left.real + sign * right.real, imag: left.imag + sign * right.imag };
  }
  if (left.type === "complex" && y !== null) return { type: "complex", real: left.real + sign * y, imag: left.imag };
  if (right.type === "complex" && x !== null) return { type: "complex", real: x + sign * right.real, imag: sign * right.imag };
  return null;
}

function foldSubscript(container: Const, index: Const): Const | null {
  const at = asInteger(index);
  if (at === null) return null;
  if (container.type === "tuple" || container.type === "bytes") {
    const length = container.type === "tuple" ? container.items.length : container.value.length;
    const position = at < 0n ? at + BigInt(length) : at;
    if (position < 0n || position >= BigInt(length)) return null;
    return container.type === "tuple" ? container.items[Number(position)] : int(container.value[Number(position)]);
  }
  if (container.type === "str") {
    const characters = Array.from(container.value);
    const position = at < 0n ? at + BigInt(characters.length) : at;
    return position < 0n || position >= BigInt(characters.length) ? null : str(characters[Number(position)]);
  }
  return null;
}
