/**
 * Encoding strings to bytes and back: UTF-8, ASCII, Latin-1, with the error handlers `strict`, `ignore`, `replace`.
 */

import {
  addressOf,
  alloc,
  type bool,
  ERROR,
  type i32,
  isA,
  literal,
  memoryCopy,
  storeU8,
  utf8,
  type Value,
} from "../../toolkit/define/mod.ts";
import { Bytes, ExceptionTypes, Str } from "./objects.ts";
import { makeException, typeError } from "./exceptions.ts";
import { charAt, charLength, format1, format2, format3, format4, newStr } from "./messages.ts";
import { boxIndex } from "./sequence.ts";
import { equalsAscii, strData } from "./str_core.ts";
import { addChar, finish, newBuilder } from "./str_builder.ts";
import { addEscape } from "./repr.ts";
import { intText } from "./int_parse.ts";
import { lower } from "./str_case.ts";
import { putUtf8, REPLACEMENT, utf8CodePoint, utf8Expected, utf8MalformedLength, utf8SequenceLength } from "../../toolkit/library/utf8.ts";

const UTF_8 = 0;
const ASCII = 1;
const LATIN_1 = 2;

const STRICT = 0;
const IGNORE = 1;
const REPLACE = 2;
const SURROGATE_ESCAPE = 3;

/** The codec that a name stands for; `-` and `_` do not count. @throws LookupError */
function codecOf(name: Value): i32 {
  if (name === ERROR) return UTF_8;
  if (!isA(name, Str)) throw typeError(format1(literal("encode() argument 'encoding' must be str, not %t"), name));
  const given = lower(name) as Str;
  const b = newBuilder(12);
  for (let i = 0; i < charLength(given); i++) {
    const c = charAt(given, i);
    if (c !== 45 && c !== 95 && c !== 32) addChar(b, c);
  }
  const s = finish(b);
  if (equalsAscii(s, utf8("utf8"), 4) || equalsAscii(s, utf8("u8"), 2)) return UTF_8;
  if (equalsAscii(s, utf8("ascii"), 5) || equalsAscii(s, utf8("usascii"), 7)) return ASCII;
  if (equalsAscii(s, utf8("latin1"), 6) || equalsAscii(s, utf8("iso88591"), 8) || equalsAscii(s, utf8("latin"), 5)) return LATIN_1;
  throw makeException(ExceptionTypes.lookupError, format1(literal("unknown encoding: %s"), name));
}

function handlerOf(errors: Value): i32 {
  if (errors === ERROR) return STRICT;
  if (!isA(errors, Str)) throw typeError(format1(literal("encode() argument 'errors' must be str, not %t"), errors));
  const s = errors as Str;
  if (equalsAscii(s, utf8("strict"), 6)) return STRICT;
  if (equalsAscii(s, utf8("ignore"), 6)) return IGNORE;
  if (equalsAscii(s, utf8("replace"), 7)) return REPLACE;
  if (equalsAscii(s, utf8("surrogateescape"), 15)) return SURROGATE_ESCAPE;
  throw makeException(ExceptionTypes.lookupError, format1(literal("unknown error handler name '%s'"), errors));
}

/** What a codec cannot encode. */
function refused(codec: i32, c: i32): bool {
  if (codec === UTF_8) return c >= 0xd800 && c <= 0xdfff;
  return c >= (codec === ASCII ? 128 : 256);
}

export function encodeStr(s: Str, encoding: Value, errors: Value): Bytes {
  const codec = codecOf(encoding);
  const handler = handlerOf(errors);
  const n = charLength(s);
  let size = 0;
  for (let i = 0; i < n; i++) {
    const c = charAt(s, i);
    if (refused(codec, c)) {
      if (handler === STRICT || (handler === SURROGATE_ESCAPE && (c < 0xdc80 || c > 0xdcff))) throw encodeError(s, i, codec);
      size += handler === IGNORE ? 0 : 1;
    } else size += codec === UTF_8 ? (c < 128 ? 1 : c < 2048 ? 2 : c < 65536 ? 3 : 4) : 1;
  }
  const b = alloc(Bytes, size);
  let at = addressOf(b.data);
  for (let i = 0; i < n; i++) {
    const c = charAt(s, i);
    if (refused(codec, c)) {
      if (handler !== IGNORE) {
        storeU8(at, handler === REPLACE ? 63 : c & 255);
        at++;
      }
    } else if (codec === UTF_8) at = putUtf8(at, c);
    else {
      storeU8(at, c);
      at++;
    }
  }
  return b;
}

function encodeError(s: Str, at: i32, codec: i32): Value {
  const b = newBuilder(12);
  addEscape(b, charAt(s, at));
  const escaped = finish(b);
  if (codec === UTF_8) {
    return makeException(
      ExceptionTypes.unicodeEncodeError,
      format2(literal("'utf-8' codec can't encode character '%s' in position %s: surrogates not allowed"), escaped, boxIndex(at)),
    );
  }
  return makeException(
    ExceptionTypes.unicodeEncodeError,
    format4(
      literal("'%s' codec can't encode character '%s' in position %s: ordinal not in range(%s)"),
      codec === ASCII ? literal("ascii") : literal("latin-1"),
      escaped,
      boxIndex(at),
      boxIndex(codec === ASCII ? 128 : 256),
    ),
  );
}

export function decodeBytes(b: Bytes, encoding: Value, errors: Value): Str {
  const codec = codecOf(encoding);
  const handler = handlerOf(errors);
  const size = b.length;
  if (codec === LATIN_1) {
    const s = newStr(size, 0);
    memoryCopy(strData(s), addressOf(b.data), size);
    return s;
  }
  const out = newBuilder(size);
  let i = 0;
  while (i < size) {
    const byte = b.data[i];
    const length = byte < 128 ? 1 : codec === ASCII ? 0 : utf8SequenceLength(addressOf(b.data) + i, addressOf(b.data) + size);
    if (length > 0) {
      addChar(out, utf8CodePoint(addressOf(b.data) + i, length));
      i += length;
      continue;
    }
    if (handler === STRICT) throw decodeError(b, i, codec);
    if (handler === REPLACE) addChar(out, REPLACEMENT);
    else if (handler === SURROGATE_ESCAPE) addChar(out, 0xdc00 + byte);
    i += handler === SURROGATE_ESCAPE ? 1 : malformedLength(b, i);
  }
  return finish(out);
}

/** How many bytes of a broken sequence stand for one replacement. */
function malformedLength(b: Bytes, at: i32): i32 {
  return utf8MalformedLength(addressOf(b.data) + at, addressOf(b.data) + b.length);
}

function decodeError(b: Bytes, at: i32, codec: i32): Value {
  const byte = b.data[at];
  const hex = intText(boxIndex(byte), 16);
  if (codec === ASCII) {
    return makeException(
      ExceptionTypes.unicodeDecodeError,
      format2(literal("'ascii' codec can't decode byte 0x%s in position %s: ordinal not in range(128)"), hex, boxIndex(at)),
    );
  }
  const wanted = utf8Expected(byte);
  const n = malformedLength(b, at);
  const reason = wanted === 1
    ? literal("invalid start byte")
    : at + n >= b.length
    ? literal("unexpected end of data")
    : literal("invalid continuation byte");
  if (n > 1) {
    return makeException(
      ExceptionTypes.unicodeDecodeError,
      format3(literal("'utf-8' codec can't decode bytes in position %s-%s: %s"), boxIndex(at), boxIndex(at + n - 1), reason),
    );
  }
  return makeException(
    ExceptionTypes.unicodeDecodeError,
    format3(literal("'utf-8' codec can't decode byte 0x%s in position %s: %s"), hex, boxIndex(at), reason),
  );
}
