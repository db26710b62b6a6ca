/**
 * Turns a tree of code units into the one byte string that the VM reads.
 *
 * Input: a `CodeUnit`; output: bytes. Little-endian. `v` is an unsigned LEB128 number (7 bits a byte, lowest first).
 *
 *     file      := "HPY1" strings code
 *     strings   := v:count string*                            each distinct string once
 *     string    := v:length u8:kind bytes[length]             UTF-8, lone surrogates encoded like any code point (surrogatepass);
 *                                                             kind & 3: widest character 0 ASCII, 1 Latin-1, 2 BMP, 3 beyond;
 *                                                             kind & 4: to be interned (names, and constants that look like names)
 *     code      := v:name v:qualname v:filename               indices of strings
 *                  v:firstLine v:flags
 *                  v:positionalOnlyCount v:positionalCount    (the latter includes the former, as co_argcount)
 *                  v:keywordOnlyCount v:stackSize
 *                  v:localCount (v:name u8:kind)*             local slots; kind bits as in hotpy/vm/bytecodes.md
 *                  v:freeCount v:name*                        free variables, in the order of the closure tuple
 *                  v:nameCount v:name*
 *                  v:constantCount constant*
 *                  v:siteCount v:delta*                       byte offsets of the site immediates of loop headers, each minus the one before
 *                  v:handlerCount (v:start v:length v:target v:depth)*   sorted by start, not overlapping
 *                  v:positionsSize bytes[positionsSize]
 *                  v:bytecodeSize bytes[bytecodeSize]
 *     constant  := u8:tag …
 *                  0 None, 1 False, 2 True, 3 Ellipsis
 *                  4 i32, 5 i64                               integers by size
 *                  6 u8:negative v:count u32[count]           larger: sign and magnitude in 32-bit digits, lowest first
 *                  7 f64, 8 f64:real f64:imag                 float, complex
 *                  9 v:string, 10 v:length bytes              str, bytes
 *                  11 v:count constant*                       tuple
 *                  12 v:count constant*                       frozenset (no duplicates)
 *                  13 code
 *                  14 constant constant constant              slice
 *     positions := entry*                                     in the order of the instructions, contiguous from offset 0
 *     entry     := v:size                                     bytes of bytecode it covers
 *                  v:zigzag(line delta)                       against the entry before (the first: against firstLine); see `no position`
 *                  v:(endLine - line) v:column v:endColumn    columns in characters from 0
 *                  no position: `v:0`, then v:size alone
 */

import { ByteWriter } from "../../toolkit/bytes/byte_writer.ts";
import type { CodeUnit } from "./assembler.ts";
import type { Const } from "./constants.ts";

const MAGIC = "HPY1";
const LOOKS_LIKE_NAME = /^[A-Za-z0-9_]*$/;

/** Serialises a code tree. */
export function serializeCode(code: CodeUnit): Uint8Array {
  const writer = new CodeWriter();
  writer.code(code);
  const strings = new ByteWriter();
  for (const letter of MAGIC) strings.u8(letter.charCodeAt(0));
  strings.v(writer.strings.size);
  for (const [text, isName] of writer.strings) writeString(strings, text, isName);
  strings.append(writer.out.finish());
  return strings.finish();
}

/** Writes codes and collects strings: insertion order of the map is the index. */
class CodeWriter {
  readonly out = new ByteWriter();
  readonly strings = new Map<string, boolean>();
  readonly #indices = new Map<string, number>();
  readonly #scratch = new DataView(new ArrayBuffer(8));

  string(text: string, isName = true): void {
    let index = this.#indices.get(text);
    if (index === undefined) {
      index = this.#indices.size;
      this.#indices.set(text, index);
      this.strings.set(text, isName || LOOKS_LIKE_NAME.test(text));
    } else if (isName && this.strings.get(text) === false) {
      this.strings.set(text, true);
    }
    this.out.v(index);
  }

  names(names: readonly string[]): void {
    this.out.v(names.length);
    for (const name of names) this.string(name);
  }

  code(code: CodeUnit): void {
    const out = this.out;
    this.string(code.name);
    this.string(code.qualname);
    this.string(code.filename, false);
    out.v(code.firstLine);
    out.v(code.flags);
    out.v(code.positionalOnlyCount);
    out.v(code.positionalCount);
    out.v(code.keywordOnlyCount);
    out.v(code.stackSize);
    out.v(code.localNames.length);
    for (let i = 0; i < code.localNames.length; i++) {
      this.string(code.localNames[i]);
      out.u8(code.localKinds[i]);
    }
    this.names(code.freeNames);
    this.names(code.names);
    out.v(code.constants.length);
    for (const constant of code.constants) this.constant(constant);
    out.v(code.sites.length);
    let site = 0;
    for (const offset of code.sites) {
      out.v(offset - site);
      site = offset;
    }
    out.v(code.handlers.length);
    for (const handler of code.handlers) {
      out.v(handler.start);
      out.v(handler.end - handler.start);
      out.v(handler.target);
      out.v(handler.depth);
    }
    out.v(code.positions.length);
    out.append(code.positions);
    out.v(code.bytecode.length);
    out.append(code.bytecode);
  }

  constant(c: Const): void {
    const out = this.out;
    switch (c.type) {
      case "none":
        return out.u8(0);
      case "bool":
        return out.u8(c.value ? 2 : 1);
      case "ellipsis":
        return out.u8(3);
      case "int":
        return this.integer(c.value);
      case "float":
        out.u8(7);
        return this.float(c.value);
      case "complex":
        out.u8(8);
        this.float(c.real);
        return this.float(c.imag);
      case "str":
        out.u8(9);
        return this.string(c.value, false);
      case "bytes":
        out.u8(10);
        out.v(c.value.length);
        return out.append(c.value);
      case "tuple":
      case "frozenset":
        out.u8(c.type === "tuple" ? 11 : 12);
        out.v(c.items.length);
        for (const item of c.items) this.constant(item);
        return;
      case "code":
        out.u8(13);
        return this.code(c.code);
      case "slice":
        out.u8(14);
        this.constant(c.lower);
        this.constant(c.upper);
        return this.constant(c.step);
    }
  }

  integer(value: bigint): void {
    const view = this.#scratch;
    if (BigInt.asIntN(32, value) === value) {
      this.out.u8(4);
      view.setInt32(0, Number(value), true);
      return this.out.append(new Uint8Array(view.buffer, 0, 4));
    }
    if (BigInt.asIntN(64, value) === value) {
      this.out.u8(5);
      view.setBigInt64(0, value, true);
      return this.out.append(new Uint8Array(view.buffer, 0, 8));
    }
    const hex = (value < 0n ? -value : value).toString(16);
    const count = Math.ceil(hex.length / 8);
    this.out.u8(6);
    this.out.u8(value < 0n ? 1 : 0);
    this.out.v(count);
    for (let i = 0; i < count; i++) {
      const end = hex.length - 8 * i;
      view.setUint32(0, parseInt(hex.slice(Math.max(0, end - 8), end), 16), true);
      this.out.append(new Uint8Array(view.buffer, 0, 4));
    }
  }

  float(value: number): void {
    this.#scratch.setFloat64(0, value, true);
    this.out.append(new Uint8Array(this.#scratch.buffer, 0, 8));
  }
}

function writeString(out: ByteWriter, text: string, isName: boolean): void {
  const bytes = new ByteWriter();
  let widest = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.codePointAt(i)!;
    if (c > 0xffff) i++;
    if (c < 0x80) {
      bytes.u8(c);
      continue;
    }
    const width = c < 0x100 ? 1 : c < 0x10000 ? 2 : 3;
    if (width > widest) widest = width;
    if (c < 0x800) {
      bytes.u8(0xc0 | (c >> 6));
    } else {
      if (c < 0x10000) {
        bytes.u8(0xe0 | (c >> 12));
      } else {
        bytes.u8(0xf0 | (c >> 18));
        bytes.u8(0x80 | ((c >> 12) & 0x3f));
      }
      bytes.u8(0x80 | ((c >> 6) & 0x3f));
    }
    bytes.u8(0x80 | (c & 0x3f));
  }
  out.v(bytes.length);
  out.u8(widest | (isName ? 4 : 0));
  out.append(bytes.finish());
}
