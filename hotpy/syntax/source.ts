/**
 * Source text: decodes a file's bytes (byte order mark, PEP 263 cookie) and maps offsets to lines and columns.
 *
 * Input: a filename and a text or bytes; output: `text`, which the lexer reads.
 * Invariant: `text` has only `\n` as line end and is empty or ends with one; all spans of the front end are UTF-16 offsets into it.
 * Follows docs.python.org/3.14/reference/lexical_analysis.html, section 2.1.
 */

import { type ErrorPlace, PythonSyntaxError } from "./errors.ts";
import { decodeUtf8 } from "../../toolkit/bytes/utf8.ts";

/** A place in a source: `line` from 1, `column` in characters (code points) from 0. */
export interface Position {
  line: number;
  column: number;
}

const NEWLINE = 10;
const CODING = /^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/;

/** One unit of source code. */
export class Source {
  readonly filename: string;
  /** The decoded text with normalised line ends. */
  readonly text: string;
  /** The name of the encoding the bytes were decoded with; `utf-8` for a text. */
  readonly encoding: string;
  /** Whether the last line was ended; if not, `text` has a newline more than the source. */
  readonly endsWithNewline: boolean;
  #lineStarts: number[] | null = null;
  #wide: boolean | null = null;

  /** @throws PythonSyntaxError for null bytes, an unknown encoding or bytes that do not decode */
  constructor(filename: string, content: string | Uint8Array) {
    this.filename = filename;
    let text: string;
    if (typeof content === "string") {
      this.encoding = "utf-8";
      text = content;
    } else {
      const decoded = decodeSource(filename, content);
      this.encoding = decoded.encoding;
      text = decoded.text;
    }
    if (text.indexOf("\0") >= 0) {
      const what = typeof content === "string" ? "source code string" : "source code";
      throw new PythonSyntaxError("SyntaxError", `${what} cannot contain null bytes`, filename, null);
    }
    if (text.indexOf("\r") >= 0) text = text.replace(/\r\n?/g, "\n");
    this.endsWithNewline = text.charCodeAt(text.length - 1) === NEWLINE;
    if (text.length > 0 && !this.endsWithNewline) text += "\n";
    this.text = text;
  }

  /** Offsets at which the lines start; `lineStarts[0]` is 0. */
  get lineStarts(): number[] {
    if (this.#lineStarts === null) {
      const starts = [0];
      const text = this.text;
      for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
      // The end of the text is not the start of a line.
      if (starts.length > 1) starts.pop();
      this.#lineStarts = starts;
    }
    return this.#lineStarts;
  }

  /** How many lines the text has. */
  get lineCount(): number {
    return this.text.length === 0 ? 0 : this.lineStarts.length;
  }

  /** The line, from 1, of an offset; an offset past the end is on the last line. */
  lineOf(offset: number): number {
    const starts = this.lineStarts;
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle] <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  }

  /** Line and column in characters. */
  position(offset: number): Position {
    const line = this.lineOf(offset);
    const start = this.lineStarts[line - 1];
    if (!this.#hasWide()) return { line, column: offset - start };
    let column = offset - start;
    // A surrogate pair is one character.
    for (let i = start; i < offset - 1; i++) {
      if ((this.text.charCodeAt(i) & 0xfc00) === 0xd800 && (this.text.charCodeAt(i + 1) & 0xfc00) === 0xdc00) column--;
    }
    return { line, column };
  }

  /** Line and column in UTF-8 bytes: the unit of `ast` nodes' `col_offset` and of `co_positions()`. */
  bytePosition(offset: number): Position {
    const line = this.lineOf(offset);
    const start = this.lineStarts[line - 1];
    if (!this.#hasWide()) return { line, column: offset - start };
    let column = 0;
    for (let i = start; i < offset; i++) {
      const code = this.text.charCodeAt(i);
      // Each half of a surrogate pair counts two of its four bytes.
      column += code < 0x80 ? 1 : code < 0x800 || (code & 0xf800) === 0xd800 ? 2 : 3;
    }
    return { line, column };
  }

  /** The text of a line without its newline; empty past the end. */
  lineText(line: number): string {
    const starts = this.lineStarts;
    if (line < 1 || line > starts.length) return "";
    const end = line < starts.length ? starts[line] : this.text.length;
    const text = this.text.slice(starts[line - 1], end);
    return text.endsWith("\n") ? text.slice(0, -1) : text;
  }

  #hasWide(): boolean {
    // deno-lint-ignore no-control-regex
    if (this.#wide === null) this.#wide = /[^\x00-\x7f]/.test(this.text);
    return this.#wide;
  }
}

/** Decodes a file. */
function decodeSource(filename: string, bytes: Uint8Array): { encoding: string; text: string } {
  const hasMark = bytes.length >= 3 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const body = hasMark ? bytes.subarray(3) : bytes;
  const cookie = findCookie(body);
  const encoding = cookie === null ? "utf-8" : canonicalEncoding(cookie);
  if (encoding === null) fail(filename, `unknown encoding: ${cookie}`, NOWHERE);
  if (encoding === "utf-8") {
    const text = decodeUtf8(body);
    const bad = text.indexOf("\ufffd") >= 0 ? invalidUtf8(body) : -1;
    if (bad >= 0) failUtf8(filename, body, bad);
    return { encoding, text };
  }
  if (hasMark) {
    const text = latin1(body).split(/\r|\n/, 1)[0];
    fail(filename, `encoding problem: ${encoding} with BOM`, { line: 1, column: 0, endLine: 1, endColumn: text.length, text });
  }
  const bad = encoding === "ascii" ? body.findIndex((byte) => byte >= 0x80) : -1;
  if (bad >= 0) {
    const reason = `can't decode byte 0x${hex(body[bad])} in position ${bad}: ordinal not in range(128)`;
    fail(filename, `'ascii' codec ${reason}`, NOWHERE);
  }
  return { encoding, text: latin1(body) };
}

/** The place of an error about the source as a whole. */
const NOWHERE: ErrorPlace = { line: 0, column: -1, endLine: 0, endColumn: -1, text: null };

/** Reports the byte at which UTF-8 decoding fails. */
function failUtf8(filename: string, bytes: Uint8Array, bad: number): never {
  let line = 1;
  let start = 0;
  for (let i = 0; i < bad; i++) {
    if (bytes[i] !== NEWLINE) continue;
    line++;
    start = i + 1;
  }
  let end = bytes.indexOf(NEWLINE, bad);
  if (end < 0) end = bytes.length;
  const column = [...decodeUtf8(bytes.subarray(start, bad))].length + 1;
  const text = decodeUtf8(bytes.subarray(start, end));
  fail(
    filename,
    `Non-UTF-8 code starting with '\\x${hex(bytes[bad])}' on line ${line}, but no encoding declared; ` +
      "see https://peps.python.org/pep-0263/ for details",
    { line, column, endLine: line, endColumn: column, text },
  );
}

/** The name in a coding cookie on the first line, or on the second if the first is blank or a comment. */
function findCookie(bytes: Uint8Array): string | null {
  let start = 0;
  for (let line = 0; line < 2; line++) {
    let end = start;
    while (end < bytes.length && bytes[end] !== NEWLINE && bytes[end] !== 13) end++;
    const text = latin1(bytes.subarray(start, end));
    const match = CODING.exec(text);
    if (match !== null) return match[1];
    if (!/^[ \t\f]*(#|$)/.test(text)) return null;
    start = bytes[end] === 13 && bytes[end + 1] === NEWLINE ? end + 2 : end + 1;
  }
  return null;
}

/** Our name of an encoding, or null if it is not one we decode. */
function canonicalEncoding(cookie: string): "utf-8" | "iso-8859-1" | "ascii" | null {
  const name = cookie.toLowerCase().replaceAll("_", "-");
  if (/^(utf-?8|u8|utf|cp65001)(-|$)/.test(name)) return "utf-8";
  if (/^(latin-?1|iso-?8859-?1|l1|latin|8859|cp819|iso-latin-1)(-|$)/.test(name)) return "iso-8859-1";
  if (/^(us-)?ascii$|^646$/.test(name)) return "ascii";
  return null;
}

function latin1(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let i = 0; i < bytes.length; i += 8192) parts.push(String.fromCharCode(...bytes.subarray(i, i + 8192)));
  return parts.join("");
}

function hex(byte: number): string {
  return byte.toString(16).padStart(2, "0");
}

/** The first byte at which UTF-8 decoding fails; -1 if the bytes only hold a real U+FFFD. */
function invalidUtf8(bytes: Uint8Array): number {
  let i = 0;
  while (i < bytes.length) {
    const lead = bytes[i];
    if (lead < 0x80) {
      i++;
      continue;
    }
    const extra = lead >= 0xc2 && lead <= 0xdf ? 1 : lead >= 0xe0 && lead <= 0xef ? 2 : lead >= 0xf0 && lead <= 0xf4 ? 3 : 0;
    if (extra === 0) return i;
    for (let k = 1; k <= extra; k++) {
      // Overlong forms, surrogates and what lies beyond U+10FFFF show in the second byte.
      let low = 0x80;
      let high = 0xbf;
      if (k === 1) {
        if (lead === 0xe0) low = 0xa0;
        else if (lead === 0xed) high = 0x9f;
        else if (lead === 0xf0) low = 0x90;
        else if (lead === 0xf4) high = 0x8f;
      }
      const byte = bytes[i + k];
      if (byte === undefined || byte < low || byte > high) return i;
    }
    i += extra + 1;
  }
  return -1;
}

function fail(filename: string, message: string, place: ErrorPlace): never {
  throw new PythonSyntaxError("SyntaxError", message, filename, place);
}
