/**
 * How `write` shows characters, strings and symbols: what reads back as the same object.
 */

import { type bool, type i32, literal, residual, storeU8 } from "../../toolkit/define/mod.ts";
import { EXCHANGE } from "../../toolkit/machine/memory_map.ts";
import { hasProperty, U_PRINTABLE, U_SPACE } from "../../toolkit/library/unicode.ts";
import type { Port, Str, Symbol } from "./objects.ts";
import { readsAsNumber } from "./number_parse.ts";
import { putByte } from "./ports.ts";
import { stringLength } from "./strings.ts";
import { charAt } from "./symbols.ts";
import { putAscii, putChar, putText } from "./text_output.ts";

const QUOTE = 34;
const BACKSLASH = 92;
const BAR = 124;
const SEMICOLON = 59;
const HASH = 35;
const LETTER_X = 120;

function isGraphic(c: i32): bool {
  return c < 128 ? c > 32 && c < 127 : hasProperty(c, U_PRINTABLE) && !hasProperty(c, U_SPACE);
}

/** Hexadecimal digits of a code point. */
function putHex(p: Port, c: i32): void {
  let width = 1;
  while (c >> (4 * width) !== 0) width++;
  for (let i = 0; i < width; i++) {
    const digit = (c >> (4 * i)) & 15;
    storeU8(EXCHANGE + width - 1 - i, digit < 10 ? 48 + digit : 87 + digit);
  }
  putAscii(p, EXCHANGE, width);
}

function putName(p: Port, name: Symbol): void {
  putText(p, name.name);
}

/** `#\\a`, `#\\newline`, `#\\x7f` */
export const writeCharName = residual(function (p: Port, c: i32): void {
  putByte(p, HASH);
  putByte(p, BACKSLASH);
  switch (c) {
    case 0:
      return putName(p, literal("null"));
    case 7:
      return putName(p, literal("alarm"));
    case 8:
      return putName(p, literal("backspace"));
    case 9:
      return putName(p, literal("tab"));
    case 10:
      return putName(p, literal("newline"));
    case 13:
      return putName(p, literal("return"));
    case 27:
      return putName(p, literal("escape"));
    case 32:
      return putName(p, literal("space"));
    case 127:
      return putName(p, literal("delete"));
    default:
      break;
  }
  if (isGraphic(c)) putChar(p, c);
  else {
    putByte(p, LETTER_X);
    putHex(p, c);
  }
});

/** The letter of a control character's escape, 0 when it has none. */
function escapeLetter(c: i32): i32 {
  switch (c) {
    case 7:
      return 97;
    case 8:
      return 98;
    case 9:
      return 116;
    case 10:
      return 110;
    case 13:
      return 114;
    default:
      return 0;
  }
}

/** The characters of `s` between two `quote`s. */
const putQuoted = residual(function (p: Port, s: Str, quote: i32): void {
  putByte(p, quote);
  const count = stringLength(s);
  for (let i = 0; i < count; i++) {
    const c = charAt(s, i);
    const letter = escapeLetter(c);
    if (c === quote || c === BACKSLASH || letter !== 0) {
      putByte(p, BACKSLASH);
      putByte(p, letter !== 0 ? letter : c);
    } else if (c === 32 || isGraphic(c) || hasProperty(c, U_PRINTABLE)) putChar(p, c);
    else {
      putByte(p, BACKSLASH);
      putByte(p, LETTER_X);
      putHex(p, c);
      putByte(p, SEMICOLON);
    }
  }
  putByte(p, quote);
});

export function writeStringText(p: Port, s: Str): void {
  putQuoted(p, s, QUOTE);
}

/** True for a character that an identifier may contain. */
function isConstituent(c: i32): bool {
  if (c >= 128) return isGraphic(c);
  if (c <= 32 || c === 127) return false;
  switch (c) {
    case QUOTE:
    case 39: // '
    case 40: // (
    case 41: // )
    case 44: // ,
    case SEMICOLON:
    case BACKSLASH:
    case 96: // `
    case BAR:
      return false;
    default:
      return true;
  }
}

/** True (1) for a text that the reader takes for this symbol as it is. */
const isPlain = residual(function (s: Str): i32 {
  const count = stringLength(s);
  if (count === 0 || charAt(s, 0) === HASH || (count === 1 && charAt(s, 0) === 46)) return 0;
  for (let i = 0; i < count; i++) if (!isConstituent(charAt(s, i))) return 0;
  return readsAsNumber(s) ? 0 : 1;
});

export function writeSymbol(p: Port, symbol: Symbol): void {
  if (isPlain(symbol.name) !== 0) putText(p, symbol.name);
  else putQuoted(p, symbol.name, BAR);
}
