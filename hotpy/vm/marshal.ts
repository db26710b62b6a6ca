/**
 * Reads the compiler's byte string (`hotpy/compiler/serialize.ts`) into code objects, linked to the globals of one module.
 *
 * Input: a `RawTable` with the bytes (it never moves); output: the code of the outermost unit. Invariant: all that a trace may embed
 * (names, string constants, tables) is stable. The raw tables of a code object:
 * - exception table: per entry four i32: start, end, target, depth;
 * - positions: as in the file;
 * - sites: per loop header two i32 (counter, table slot), whose address is patched into the instruction.
 */

import type { i32 } from "../../toolkit/define/mod.ts";
import { addressOf, alloc, globals, literal, loadI32, NIL, pure, storeI32, type Value } from "../../toolkit/define/mod.ts";
import { ByteReader, readByte, readBytes, readF64, readI32, readI64, readInteger, readNumber } from "../../toolkit/library/byte_reader.ts";
import { rawAllocate } from "../../toolkit/heap/mod.ts";
import {
  Bytes,
  CellTable,
  CODE_SIMPLE,
  CODE_VARARGS,
  CODE_VARKEYWORDS,
  ELLIPSIS,
  FALSE,
  FrozenSet,
  type Name,
  type Namespace,
  NameTable,
  NONE,
  PyCode,
  RawTable,
  Slice,
  TRUE,
  Tuple,
  ValueTable,
} from "./objects.ts";
import { dictSet, newDict } from "./dict.ts";
import { notSupported, systemError } from "./exceptions.ts";
import { intern } from "./messages.ts";
import { strFromUtf8 } from "./str_core.ts";

@globals()
class Reader {
  /** The file, so that it lives while it is read. */
  static file: RawTable;
  static strings: NameTable;
  static globals: Namespace;
}

const MAGIC = 0x31595048; // "HPY1"
const SITE_BYTES = 8;
const HANDLER_BYTES = 16;

function readName(): Name {
  return Reader.strings.items[readNumber()];
}

function readNames(count: i32): NameTable {
  const table = alloc(NameTable, count);
  for (let i: i32 = 0; i < count; i++) table.items[i] = readName();
  return table;
}

function readRaw(size: i32): RawTable {
  const table = alloc(RawTable, size);
  readBytes(addressOf(table.data), size);
  return table;
}

function readStrings(): void {
  const count = readNumber();
  const strings = alloc(NameTable, count);
  Reader.strings = strings;
  for (let i: i32 = 0; i < count; i++) {
    const size = readNumber();
    readByte();
    const text = strFromUtf8(ByteReader.at, size);
    strings.items[i] = intern(text);
    ByteReader.at += size;
  }
}

function readTuple(): Tuple {
  const count = readNumber();
  const tuple = alloc(Tuple, count);
  for (let i: i32 = 0; i < count; i++) tuple.items[i] = readConstant();
  return tuple;
}

function readFrozenSet(): FrozenSet {
  const count = readNumber();
  const table = newDict();
  for (let i: i32 = 0; i < count; i++) dictSet(table, readConstant(), NONE);
  const set = alloc(FrozenSet);
  set.table = table;
  return set;
}

function readConstant(): Value {
  const tag = readByte();
  switch (tag) {
    case 0:
      return NONE;
    case 1:
      return FALSE;
    case 2:
      return TRUE;
    case 3:
      return ELLIPSIS;
    case 4:
      return readI32();
    case 5:
      return readI64();
    case 6:
      return readInteger();
    case 7:
      return readF64();
    case 8:
      throw notSupported(literal("complex numbers"));
    case 9:
      return readName();
    case 10: {
      const size = readNumber();
      const bytes = alloc(Bytes, size);
      readBytes(addressOf(bytes.data), size);
      return bytes;
    }
    case 11:
      return readTuple();
    case 12:
      return readFrozenSet();
    case 13:
      return readCode();
    case 14: {
      const start = readConstant();
      const stop = readConstant();
      const step = readConstant();
      const slice = alloc(Slice);
      slice.start = start;
      slice.stop = stop;
      slice.step = step;
      return slice;
    }
    default:
      throw systemError(literal("bad constant in a code file"));
  }
}

/** The patches of loop headers: offsets into the bytecode of the immediates that get the site's address. */
function readSites(): RawTable {
  const count = readNumber();
  const offsets = alloc(RawTable, count * 4);
  let offset: i32 = 0;
  for (let i: i32 = 0; i < count; i++) {
    offset += readNumber();
    storeI32(addressOf(offsets.data) + 4 * i, offset);
  }
  return offsets;
}

function readHandlers(): RawTable {
  const count = readNumber();
  const table = alloc(RawTable, count * HANDLER_BYTES);
  const at = addressOf(table.data);
  for (let i: i32 = 0; i < count; i++) {
    const entry = at + i * HANDLER_BYTES;
    const start = readNumber();
    storeI32(entry, start);
    storeI32(entry + 4, start + readNumber());
    storeI32(entry + 8, readNumber());
    storeI32(entry + 12, readNumber());
  }
  return table;
}

function readCode(): PyCode {
  const code = alloc(PyCode);
  code.name = readName();
  code.qualname = readName();
  code.filename = readName();
  code.firstLine = readNumber();
  let flags = readNumber();
  code.positionalOnlyCount = readNumber();
  code.positionalCount = readNumber();
  code.keywordOnlyCount = readNumber();
  code.stackSize = readNumber();
  code.globals = Reader.globals;
  const localCount = readNumber();
  code.localCount = localCount;
  let argumentCount = code.positionalCount + code.keywordOnlyCount;
  if ((flags & CODE_VARARGS) !== 0) argumentCount += 1;
  if ((flags & CODE_VARKEYWORDS) !== 0) argumentCount += 1;
  code.argumentCount = argumentCount;
  if (argumentCount === code.positionalCount) flags |= CODE_SIMPLE;
  code.flags = flags;
  const names = alloc(NameTable, localCount);
  const kinds = alloc(RawTable, localCount);
  for (let i: i32 = 0; i < localCount; i++) {
    names.items[i] = readName();
    kinds.data[i] = readByte();
  }
  code.localNames = names;
  code.localKinds = kinds;
  code.freeNames = readNames(readNumber());
  const nameCount = readNumber();
  code.names = readNames(nameCount);
  code.cells = alloc(CellTable, nameCount);
  const constantCount = readNumber();
  const constants = alloc(ValueTable, constantCount);
  code.constants = constants;
  for (let i: i32 = 0; i < constantCount; i++) constants.items[i] = readConstant();
  const offsets = readSites();
  code.exceptionTable = readHandlers();
  code.positions = readRaw(readNumber());
  const size = readNumber();
  code.bytecode = rawAllocate(size);
  readBytes(code.bytecode, size);
  code.bytecodeSize = size;
  const siteCount = offsets.length >> 2;
  const sites = alloc(RawTable, siteCount * SITE_BYTES);
  code.sites = sites;
  for (let i: i32 = 0; i < siteCount; i++) {
    storeI32(code.bytecode + loadI32(addressOf(offsets.data) + 4 * i), addressOf(sites.data) + SITE_BYTES * i);
  }
  return code;
}

/** The code in `file`, its globals being `globals`. @throws SystemError for a file of another version */
export function loadCode(file: RawTable, globals: Namespace): PyCode {
  Reader.file = file;
  ByteReader.at = addressOf(file.data);
  Reader.globals = globals;
  if (loadI32(ByteReader.at) !== MAGIC) throw systemError(literal("not a code file of this version"));
  ByteReader.at += 4;
  readStrings();
  const code = readCode();
  Reader.file = NIL;
  return code;
}

/** Constant number `index` of a code object. */
export const constantOf = pure(function (code: PyCode, index: i32): Value {
  return code.constants.items[index];
});

export const nameOf = pure(function (code: PyCode, index: i32): Name {
  return code.names.items[index];
});

/** Target of the exception handler that covers the instruction at `offset`, or -1. */
export const handlerTarget = pure(function (code: PyCode, offset: i32): i32 {
  const entry = findHandler(code, offset);
  return entry === 0 ? -1 : loadI32(entry + 8);
});

/** Operand depth to which that handler cuts the stack. */
export const handlerDepth = pure(function (code: PyCode, offset: i32): i32 {
  return loadI32(findHandler(code, offset) + 12);
});

function findHandler(code: PyCode, offset: i32): i32 {
  const table = code.exceptionTable;
  const end = addressOf(table.data) + table.length;
  for (let entry = addressOf(table.data); entry < end; entry += HANDLER_BYTES) {
    if (loadI32(entry) <= offset && offset < loadI32(entry + 4)) return entry;
  }
  return 0;
}
