/**
 * The values of literals: numbers, string and bytes escapes.
 *
 * Input: the text of a token; output: a `PyConstant` or a decoded text, with the warnings met.
 * Invariant: never sees a token the lexer rejected, so only escapes and the digit limit can still fail.
 * Follows docs.python.org/3.14/reference/lexical_analysis.html, sections 2.4 and 2.5.
 */

import type { PyConstant } from "./ast.ts";

/** Finds the character (or named sequence) of a Unicode name, or null; names are case-insensitive. */
export type CharacterNames = (name: string) => string | null;

/** CPython's default limit of decimal digits for an integer, `sys.int_info.default_max_str_digits`. */
const MAX_INT_DIGITS = 4300;

/** A literal that cannot be decoded; `message` is the text of the guest's error. */
export class LiteralError extends Error {}

/** An escape that is kept as it is, with a warning. */
export interface EscapeWarning {
  message: string;
  /** Index of the backslash in the text decoded. */
  index: number;
}

/**
 * The value of a number token.
 * @throws LiteralError for a decimal integer beyond the digit limit
 */
export function numberValue(token: string): PyConstant {
  const text = token.indexOf("_") >= 0 ? token.replaceAll("_", "") : token;
  const last = text.charCodeAt(text.length - 1) | 32;
  if (text.charCodeAt(0) === 48 && text.length > 1) {
    const base = text.charCodeAt(1) | 32;
    // x, o and b
    if (base === 120 || base === 111 || base === 98) return { type: "int", value: BigInt(text.toLowerCase()) };
  }
  // j
  if (last === 106) return { type: "complex", imag: Number(text.slice(0, -1)) };
  if (/[.eE]/.test(text)) return { type: "float", value: Number(text) };
  if (text.length > MAX_INT_DIGITS) {
    throw new LiteralError(
      `Exceeds the limit (${MAX_INT_DIGITS} digits) for integer string conversion: value has ${text.length} digits; ` +
        "use sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge integer literals " +
        "to avoid decimal conversion limits.",
    );
  }
  return { type: "int", value: BigInt(text) };
}

/** The characters of the one-letter escapes. */
const SIMPLE_ESCAPES: Record<string, string> = {
  "\n": "",
  "\\": "\\",
  "'": "'",
  '"': '"',
  a: "\x07",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
};

/** The warning about an escape Python does not have. */
export function invalidEscape(sequence: string, octal: boolean): string {
  return `"\\${sequence}" is an invalid ${octal ? "octal " : ""}escape sequence. Such sequences will not work in the future. ` +
    `Did you mean "\\\\${sequence}"? A raw string is also an option.`;
}

/**
 * Replaces the escapes of a string literal. Only the first invalid escape of a literal warns, as in CPython.
 * @throws LiteralError for a malformed `\x`, `\u`, `\U` or `\N`
 */
export function decodeString(text: string, names: CharacterNames | null, warnings: EscapeWarning[]): string {
  let at = text.indexOf("\\");
  if (at < 0) return text;
  const parts: string[] = [];
  let done = 0;
  let warned = false;
  while (at >= 0) {
    parts.push(text.slice(done, at));
    const c = text[at + 1];
    done = at + 2;
    const simple = SIMPLE_ESCAPES[c];
    if (simple !== undefined) {
      parts.push(simple);
    } else if (c >= "0" && c <= "7") {
      const digits = octalDigits(text, at + 1);
      done = at + 1 + digits.length;
      const code = parseInt(digits, 8);
      if (code > 0o377 && !warned) {
        warned = true;
        warnings.push({ message: invalidEscape(digits, true), index: at });
      }
      parts.push(String.fromCharCode(code));
    } else if (c === "x" || c === "u" || c === "U") {
      const size = c === "x" ? 2 : c === "u" ? 4 : 8;
      let end = done;
      while (end < done + size && isHexDigit(text.charCodeAt(end))) end++;
      if (end < done + size) {
        const form = c + "X".repeat(size);
        throw unicodeError(text, at, end, `truncated \\${c === "x" ? "xXX" : form} escape`);
      }
      const code = parseInt(text.slice(done, end), 16);
      if (code > 0x10ffff) throw unicodeError(text, at, end, "illegal Unicode character");
      parts.push(String.fromCodePoint(code));
      done = end;
    } else if (c === "N") {
      const close = text[done] === "{" ? text.indexOf("}", done) : -1;
      if (close <= done + 1) {
        const end = text[done] !== "{" ? done : close < 0 ? text.length : done + 1;
        throw unicodeError(text, at, end, "malformed \\N character escape");
      }
      const found = names === null ? null : names(text.slice(done + 1, close));
      if (found === null) {
        const why = names === null ? "no database of Unicode character names" : "unknown Unicode character name";
        throw unicodeError(text, at, close + 1, why);
      }
      parts.push(found);
      done = close + 1;
    } else {
      parts.push("\\");
      done = at + 1;
      if (c !== undefined && !warned) {
        warned = true;
        warnings.push({ message: invalidEscape(String.fromCodePoint(text.codePointAt(done)!), false), index: at });
      }
    }
    // An escape that is kept contributes its character as text; its backslash is behind us.
    at = text.indexOf("\\", done);
  }
  parts.push(text.slice(done));
  return parts.join("");
}

/**
 * Replaces the escapes of a bytes literal, whose text is ASCII.
 * @throws LiteralError for a malformed `\x`
 */
export function decodeBytes(text: string, raw: boolean, warnings: EscapeWarning[]): Uint8Array {
  const bytes = new Uint8Array(text.length);
  let size = 0;
  let warned = false;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c !== 92 || raw) {
      bytes[size++] = c;
      continue;
    }
    const escape = text[i + 1];
    const simple = SIMPLE_ESCAPES[escape];
    if (simple !== undefined) {
      if (simple !== "") bytes[size++] = simple.charCodeAt(0);
      i++;
    } else if (escape >= "0" && escape <= "7") {
      const digits = octalDigits(text, i + 1);
      const code = parseInt(digits, 8);
      if (code > 0o377 && !warned) {
        warned = true;
        warnings.push({ message: invalidEscape(digits, true), index: i });
      }
      bytes[size++] = code & 0xff;
      i += digits.length;
    } else if (escape === "x") {
      if (!isHexDigit(text.charCodeAt(i + 2)) || !isHexDigit(text.charCodeAt(i + 3))) {
        throw new LiteralError(`(value error) invalid \\x escape at position ${i}`);
      }
      bytes[size++] = parseInt(text.slice(i + 2, i + 4), 16);
      i += 3;
    } else {
      bytes[size++] = 92;
      if (escape !== undefined && !warned) {
        warned = true;
        warnings.push({ message: invalidEscape(escape, false), index: i });
      }
    }
  }
  return bytes.slice(0, size);
}

/** Up to three octal digits. */
function octalDigits(text: string, at: number): string {
  let end = at;
  while (end < at + 3 && text[end] >= "0" && text[end] <= "7") end++;
  return text.slice(at, end);
}

function isHexDigit(c: number): boolean {
  return (c >= 48 && c <= 57) || ((c | 32) >= 97 && (c | 32) <= 102);
}

/** CPython decodes a rewritten text in which each character beyond ASCII has become a ten-byte escape; its positions show that. */
function unicodeError(text: string, from: number, end: number, reason: string): LiteralError {
  let first = 0;
  for (let i = 0; i < from; i++) {
    const c = text.charCodeAt(i);
    if (c < 128) first++;
    else if ((c & 0xfc00) !== 0xdc00) first += 10;
  }
  const last = first + (end - from) - 1;
  const where = last === first ? `byte 0x5c in position ${first}` : `bytes in position ${first}-${last}`;
  return new LiteralError(`(unicode error) 'unicodeescape' codec can't decode ${where}: ${reason}`);
}
