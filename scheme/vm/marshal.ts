/**
 * Reads code files (`contract.md`) into code objects, constants and cells.
 *
 * Input: a `RawTable` with the bytes (it never moves); output: the code of the file. Constants may refer to shared ones that come later:
 * these are marks until everything is read, and every pair, vector and code that got a mark is noted.
 */

import {
  addressOf,
  alloc,
  boxChar,
  boxI64,
  ERROR,
  globals,
  type i32,
  i64,
  isA,
  isSpecial,
  literal,
  loadI32,
  special,
  specialOf,
  storeI32,
  storeI64,
  type Value,
} from "../../toolkit/define/mod.ts";
import { ByteReader, readByte, readBytes, readF64, readI64, readInteger, readNumber } from "../../toolkit/library/byte_reader.ts";
import { handleValue, rawAllocate } from "../../toolkit/heap/mod.ts";
import { refused } from "./errors.ts";
import { cellOf } from "./globals.ts";
import {
  Complex,
  ConstantClosure,
  Constants,
  FALSE,
  HOST_HANDLE,
  HOST_NAME,
  HostProcedure,
  LiteralBytevector,
  LiteralVector,
  NULL,
  Pair,
  Ratio,
  RawTable,
  Roots,
  SchemeCode,
  Str,
  type Symbol,
  SymbolTable,
  Vector,
} from "./objects.ts";
import { intern, newUninterned } from "./symbols.ts";
import { strFromUtf8 } from "./utf8.ts";

@globals()
class Reader {
  /** The file, to keep it. */
  static file: RawTable;
  /** The symbols of all strings of the file. */
  static strings: SymbolTable;
  /** Shared constants; ERROR while unread. */
  static shared: Vector;
  /** Uninterned symbols by their number. */
  static uninterned: Vector;
  /** List of the pairs and vectors that hold marks. */
  static marked: Value;
}

const MAGIC = 0x314d4353; // "SCM1"
const SITE_BYTES = 8;
/** The mark of shared constant n is the special FIRST_MARK + n. */
const FIRST_MARK = 1 << 20;
const MAX_DEPTH = 2000;

function readSymbol(): Symbol {
  return Reader.strings.items[readNumber()];
}

function readStrings(): void {
  const count = readNumber();
  const strings = alloc(SymbolTable, count);
  Reader.strings = strings;
  for (let i: i32 = 0; i < count; i++) {
    const size = readNumber();
    strings.items[i] = intern(strFromUtf8(ByteReader.at, size));
    ByteReader.at += size;
  }
}

// ── Marks ────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** A shared constant, or its mark. */
function readShared(): Value {
  const n = readNumber();
  const v = Reader.shared.items[n];
  return v === ERROR ? special(FIRST_MARK + n) : v;
}

function isMark(v: Value): boolean {
  return isSpecial(v) && specialOf(v) >= FIRST_MARK;
}

function unmarked(v: Value): Value {
  return isMark(v) ? Reader.shared.items[specialOf(v) - FIRST_MARK] : v;
}

/** Notes a pair or vector that holds a mark. */
function note(holder: Value): void {
  const entry = alloc(Pair);
  entry.car = holder;
  entry.cdr = Reader.marked;
  Reader.marked = entry;
}

/** Puts the shared constants where their marks are. */
function replaceMarks(): void {
  let rest = Reader.marked;
  while (isA(rest, Pair)) {
    const holder = (rest as Pair).car;
    if (isA(holder, Pair)) {
      const pair = holder as Pair;
      pair.car = unmarked(pair.car);
      pair.cdr = unmarked(pair.cdr);
    } else if (isA(holder, Constants)) {
      const constants = holder as Constants;
      for (let i: i32 = 0; i < constants.length; i++) constants.items[i] = unmarked(constants.items[i]);
    } else {
      const vector = holder as LiteralVector;
      for (let i: i32 = 0; i < vector.length; i++) vector.items[i] = unmarked(vector.items[i]);
    }
    rest = (rest as Pair).cdr;
  }
  Reader.marked = NULL;
}

// ── Constants ────────────────────────────────────────────────────────────────────────────────────────────────────────

function newPair(car: Value, cdr: Value): Pair {
  const pair = alloc(Pair);
  pair.car = car;
  pair.cdr = cdr;
  if (isMark(car) || isMark(cdr)) note(pair);
  return pair;
}

function readPair(depth: i32): Value {
  const car = readConstant(depth);
  const cdr = readConstant(depth);
  return newPair(car, cdr);
}

/** Items, then the tail: pairs are made in order, the tail is put in at the end. */
function readList(depth: i32): Value {
  const count = readNumber();
  const head = alloc(Pair);
  let last = head;
  for (let i: i32 = 0; i < count; i++) {
    const car = readConstant(depth);
    const pair = newPair(car, NULL);
    last.cdr = pair;
    last = pair;
  }
  const tail = readConstant(depth);
  last.cdr = tail;
  if (isMark(tail)) note(last);
  return head.cdr;
}

function readVector(depth: i32): Value {
  const count = readNumber();
  const vector = alloc(LiteralVector, count);
  let marks: i32 = 0;
  for (let i: i32 = 0; i < count; i++) {
    const item = readConstant(depth);
    vector.items[i] = item;
    if (isMark(item)) marks += 1;
  }
  if (marks > 0) note(vector);
  return vector;
}

function readBytevector(): Value {
  const size = readNumber();
  const bytes = alloc(LiteralBytevector, size);
  readBytes(addressOf(bytes.items), size);
  return bytes;
}

function readRatio(depth: i32): Value {
  const numerator = readConstant(depth);
  const denominator = readConstant(depth);
  const ratio = alloc(Ratio);
  ratio.numerator = numerator;
  ratio.denominator = denominator;
  return ratio;
}

function readComplex(depth: i32): Value {
  const real = readConstant(depth);
  const imaginary = readConstant(depth);
  const complex = alloc(Complex);
  complex.real = real;
  complex.imaginary = imaginary;
  return complex;
}

/** Number n of the file, made at its first mention. */
function readUninterned(): Value {
  const n = readNumber();
  const name = readSymbol();
  if (n >= Reader.uninterned.length) {
    const grown = alloc(Vector, n * 2 + 8);
    const old = Reader.uninterned;
    for (let i: i32 = 0; i < old.length; i++) grown.items[i] = old.items[i];
    Reader.uninterned = grown;
  }
  if (Reader.uninterned.items[n] === ERROR) Reader.uninterned.items[n] = newUninterned(name.name);
  return Reader.uninterned.items[n];
}

/** A string of its own: only the characters are those of the symbol. */
function readString(): Value {
  const name = readSymbol().name;
  const s = alloc(Str);
  s.chars = name.chars;
  s.immutable = 1;
  return s;
}

function readHandle(): Value {
  return handleValue(readNumber());
}

function readHostProcedure(): Value {
  const handle = readNumber();
  const f = alloc(HostProcedure, 2);
  f.code = Roots.hostCode;
  f.free[HOST_HANDLE] = boxI64(i64(handle));
  f.free[HOST_NAME] = readSymbol();
  return f;
}

function readClosure(depth: i32): Value {
  const code = readCode(depth);
  const closure = alloc(ConstantClosure, 0);
  closure.code = code;
  return closure;
}

function readConstant(outer: i32): Value {
  const depth = outer + 1;
  if (depth > MAX_DEPTH) throw refused(literal("load"), literal("constants are nested too deeply:"), FALSE);
  switch (readByte()) {
    case 0:
      return special(readNumber());
    case 1:
      return readI64();
    case 2:
      return readInteger();
    case 3:
      return readF64();
    case 4:
      return readRatio(depth);
    case 5:
      return readComplex(depth);
    case 6:
      return boxChar(readNumber());
    case 7:
      return readString();
    case 8:
      return readSymbol();
    case 9:
      return readBytevector();
    case 10:
      return readPair(depth);
    case 11:
      return readList(depth);
    case 12:
      return readVector(depth);
    case 13:
      return readShared();
    case 14:
      return cellOf(readSymbol());
    case 15:
      return readCode(depth);
    case 16:
      return readClosure(depth);
    case 17:
      return readUninterned();
    case 18:
      return readHandle();
    case 19:
      return readHostProcedure();
    default:
      throw refused(literal("load"), literal("a code file is damaged:"), FALSE);
  }
}

function readSharedConstants(): void {
  const count = readNumber();
  const shared = alloc(Vector, count);
  Reader.shared = shared;
  for (let i: i32 = 0; i < count; i++) {
    const v = readConstant(0);
    shared.items[i] = v;
  }
}

// ── Code ─────────────────────────────────────────────────────────────────────────────────────────────────────────────

function readRaw(size: i32): RawTable {
  const table = alloc(RawTable, size);
  readBytes(addressOf(table.data), size);
  return table;
}

/** The bytecode, with sites behind it whose addresses are put into the loop headers. */
function readBytecode(code: SchemeCode, siteCount: i32, deltas: i32): void {
  const size = readNumber();
  const sitesAt = (size + 7) & ~7;
  const start = rawAllocate(sitesAt + siteCount * SITE_BYTES);
  code.bytecode = start;
  code.bytecodeSize = size;
  readBytes(start, size);
  const end = ByteReader.at;
  ByteReader.at = deltas;
  let offset: i32 = 0;
  for (let i: i32 = 0; i < siteCount; i++) {
    offset += readNumber();
    const site = start + sitesAt + i * SITE_BYTES;
    storeI32(start + offset, site);
    storeI64(site, 0n);
  }
  ByteReader.at = end;
}

function readConstants(depth: i32): Constants {
  const count = readNumber();
  const constants = alloc(Constants, count);
  let marks: i32 = 0;
  for (let i: i32 = 0; i < count; i++) {
    const v = readConstant(depth);
    constants.items[i] = v;
    if (isMark(v)) marks += 1;
  }
  if (marks > 0) note(constants);
  return constants;
}

function readCode(depth: i32): SchemeCode {
  const name = readSymbol();
  const file = readSymbol();
  const required = readNumber();
  const rest = readByte();
  const localCount = readNumber();
  const stackSize = readNumber();
  const constants = readConstants(depth);
  const siteCount = readNumber();
  const deltas = ByteReader.at;
  for (let i: i32 = 0; i < siteCount; i++) readNumber();
  const positions = readRaw(readNumber());
  const code = alloc(SchemeCode);
  code.name = name.name.chars.length === 0 ? FALSE : name;
  code.file = file;
  code.required = required;
  code.rest = rest;
  code.exactCount = rest !== 0 ? -1 : required;
  code.argumentCount = required + rest;
  code.localCount = localCount;
  code.stackSize = stackSize;
  code.constants = constants;
  code.positions = positions;
  readBytecode(code, siteCount, deltas);
  return code;
}

/** Reads a whole file. */
export function loadCode(file: RawTable): SchemeCode {
  Reader.file = file;
  ByteReader.at = addressOf(file.data);
  Reader.marked = NULL;
  Reader.uninterned = alloc(Vector, 0);
  if (loadI32(ByteReader.at) !== MAGIC) throw refused(literal("load"), literal("this is no code file:"), FALSE);
  ByteReader.at += 4;
  readStrings();
  readSharedConstants();
  const code = readCode(0);
  replaceMarks();
  return code;
}

/** Reads a file that holds one constant behind the shared ones instead of code. */
export function loadDatum(file: RawTable): Value {
  Reader.file = file;
  ByteReader.at = addressOf(file.data) + 4;
  Reader.marked = NULL;
  Reader.uninterned = alloc(Vector, 0);
  readStrings();
  readSharedConstants();
  const datum = readConstant(0);
  replaceMarks();
  return unmarked(datum);
}
