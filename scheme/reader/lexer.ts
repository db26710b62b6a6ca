/**
 * Splits source text into tokens (R7RS 7.1.1).
 *
 * Input: a source and an offset; output: one token at a time. Invariant: comments never reach the reader, except `#;`, which is about the next
 * datum.
 */

import { Char, type Datum, Str, Sym, UNSPECIFIED } from "./datum.ts";
import { SchemeSyntaxError } from "./source.ts";
import { parseNumber } from "./numbers.ts";
import type { Source } from "./source.ts";

/**
 * What a token is. `open`: of a list, vector or bytevector (`text` says which); `label`: `#n=` and `reference`: `#n#` (`value` is n);
 * `quote`: an abbreviation, `value` the symbol it stands for.
 */
export type TokenKind = "datum" | "open" | "close" | "dot" | "quote" | "comment" | "label" | "reference" | "end";

export interface Token {
  kind: TokenKind;
  /** Offset of its first character. */
  at: number;
  text: string;
  value: Datum;
}

const CHARACTER_NAMES: Readonly<Record<string, number>> = {
  alarm: 7,
  backspace: 8,
  delete: 127,
  escape: 27,
  newline: 10,
  null: 0,
  return: 13,
  space: 32,
  tab: 9,
};
const STRING_ESCAPES: Readonly<Record<string, string>> = { a: "\x07", b: "\b", t: "\t", n: "\n", r: "\r", '"': '"', "\\": "\\", "|": "|" };
const QUOTES: Readonly<Record<string, Sym>> = {
  "'": Sym.of("quote"),
  "`": Sym.of("quasiquote"),
  ",": Sym.of("unquote"),
  ",@": Sym.of("unquote-splicing"),
};
/** Runs of characters that are no delimiter. */
const TOKEN = /[^\s()[\]{}";|]+/y;
const WORD_AFTER_BACKSLASH = /[^\s()[\]{}";|]*/y;
const SPACE = /\s+/y;
const OBJECT = /#!object [0-9]+/y;
const OBJECTS: ReadonlyMap<string, Datum | null> = new Map([["#!object", null], ["#!unspecified", UNSPECIFIED]]);

export class Lexer {
  /** Makes a datum of `#!object N`, in what the guest writes for the host (`#!unspecified` as well); no source text may contain these. */
  object: ((handle: number) => Datum) | null = null;
  /** Whether symbols and names of characters are folded (`#!fold-case`). */
  foldCase = false;

  constructor(readonly source: Source, public offset = 0) {
    if (offset === 0 && /^#![ /]/.test(source.text)) this.offset = this.#lineEnd(0);
  }

  /** The next token. @throws SchemeSyntaxError */
  next(): Token {
    this.#skip();
    const { text } = this.source;
    const at = this.offset;
    if (at >= text.length) return { kind: "end", at, text: "", value: false };
    const c = text[at];
    switch (c) {
      case "(":
        return this.#token("open", at, 1);
      case ")":
        return this.#token("close", at, 1);
      case "'":
      case "`":
        return this.#token("quote", at, 1, QUOTES[c]);
      case ",": {
        const size = text[at + 1] === "@" ? 2 : 1;
        return this.#token("quote", at, size, QUOTES[text.slice(at, at + size)]);
      }
      case '"':
        return { kind: "datum", at, text: c, value: new Str(this.#delimited('"', "string")) };
      case "|":
        return { kind: "datum", at, text: c, value: Sym.of(this.#delimited("|", "symbol")) };
      case "[":
      case "]":
      case "{":
      case "}":
        return this.fail(`"${c}" is reserved`, at);
      case "#":
        return text[at + 1] === "!" ? this.#object(at) : this.#hash(at);
      default:
        return this.#atom(at);
    }
  }

  fail(reason: string, at: number, incomplete = false): never {
    throw new SchemeSyntaxError(reason, this.source, at, incomplete);
  }

  #token(kind: TokenKind, at: number, size: number, value: Datum = false): Token {
    this.offset = at + size;
    return { kind, at, text: this.source.text.slice(at, at + size), value };
  }

  // ── Between tokens ───────────────────────────────────────────────────────────────────────────────────────────────

  /** Passes space, comments to the end of a line, nested comments and directives. */
  #skip(): void {
    const { text } = this.source;
    while (true) {
      SPACE.lastIndex = this.offset;
      if (SPACE.test(text)) this.offset = SPACE.lastIndex;
      const c = text[this.offset];
      if (c === ";") this.offset = this.#lineEnd(this.offset);
      else if (c === "#" && text[this.offset + 1] === "|") this.#nestedComment();
      else if (c !== "#" || text[this.offset + 1] !== "!" || !this.#directive()) return;
    }
  }

  #lineEnd(at: number): number {
    const end = this.source.text.indexOf("\n", at);
    return end < 0 ? this.source.text.length : end;
  }

  #nestedComment(): void {
    const { text } = this.source;
    const mark = /#\||\|#/g;
    mark.lastIndex = this.offset;
    let depth = 0;
    for (let match = mark.exec(text); match !== null; match = mark.exec(text)) {
      depth += match[0] === "#|" ? 1 : -1;
      if (depth > 0) continue;
      this.offset = mark.lastIndex;
      return;
    }
    this.fail('The comment is not closed: "|#" is missing', this.offset, true);
  }

  /** False for what is a datum. */
  #directive(): boolean {
    const at = this.offset;
    const word = this.#run(TOKEN, at);
    if (word === "#!fold-case") this.foldCase = true;
    else if (word === "#!no-fold-case") this.foldCase = false;
    else if (this.object !== null && OBJECTS.has(word)) return false;
    else this.fail(`Unknown directive "${word}"`, at);
    this.offset = at + word.length;
    return true;
  }

  #object(at: number): Token {
    const word = this.#run(TOKEN, at), value = OBJECTS.get(word);
    if (value !== null && value !== undefined) return this.#token("datum", at, word.length, value);
    const handle = this.#run(OBJECT, at).slice("#!object ".length);
    return this.#token("datum", at, "#!object ".length + handle.length, this.object!(Number(handle)));
  }

  // ── Atoms ────────────────────────────────────────────────────────────────────────────────────────────────────────

  #run(pattern: RegExp, at: number): string {
    pattern.lastIndex = at;
    return pattern.exec(this.source.text)?.[0] ?? "";
  }

  #atom(at: number): Token {
    const word = this.#run(TOKEN, at);
    this.offset = at + word.length;
    if (word === ".") return { kind: "dot", at, text: word, value: false };
    return { kind: "datum", at, text: word, value: parseNumber(word) ?? Sym.of(this.#fold(word)) };
  }

  #fold(word: string): string {
    return this.foldCase ? word.toLowerCase() : word;
  }

  #hash(at: number): Token {
    const { text } = this.source;
    const second = text[at + 1];
    if (second === "(") return this.#token("open", at, 2);
    if (second === ";") return this.#token("comment", at, 2);
    if (second === "\\") return this.#character(at);
    const word = this.#run(TOKEN, at);
    const end = at + word.length;
    if (text[end] === "(" && word === "#u8") return this.#token("open", at, 4);
    const label = /^#([0-9]+)([=#])/.exec(word);
    if (label !== null) return this.#token(label[2] === "=" ? "label" : "reference", at, label[0].length, BigInt(label[1]));
    this.offset = end;
    const lower = word.toLowerCase();
    if (lower === "#t" || lower === "#true") return { kind: "datum", at, text: word, value: true };
    if (lower === "#f" || lower === "#false") return { kind: "datum", at, text: word, value: false };
    const number = /^#[eixbod]/.test(lower) ? parseNumber(word) : null;
    if (number === null) this.fail(`"${word}" is not the written form of anything`, at);
    return { kind: "datum", at, text: word, value: number };
  }

  #character(at: number): Token {
    const { text } = this.source;
    const first = text.codePointAt(at + 2);
    if (first === undefined) this.fail('A character must follow "#\\"', at, true);
    const size = first > 0xffff ? 2 : 1;
    const character = text.slice(at + 2, at + 2 + size);
    // Only a letter or digit begins a name.
    const word = /[\p{L}\p{N}]/u.test(character) ? character + this.#run(WORD_AFTER_BACKSLASH, at + 2 + size) : character;
    this.offset = at + 2 + word.length;
    let code = first;
    if (word.length > size) {
      const hex = /^[xX]([0-9a-fA-F]+)$/.exec(word);
      const known = hex !== null ? parseInt(hex[1], 16) : CHARACTER_NAMES[this.#fold(word)];
      if (known === undefined || !isScalar(known)) this.fail(`There is no character "#\\${word}"`, at);
      code = known;
    }
    return { kind: "datum", at, text: word, value: new Char(code) };
  }

  // ── Strings and |symbols| ────────────────────────────────────────────────────────────────────────────────────────

  #delimited(quote: string, what: string): string {
    const { text } = this.source;
    const start = this.offset;
    let result = "", at = start + 1, from = at;
    for (;; at++) {
      if (at >= text.length) this.fail(`The ${what} is not closed`, start, true);
      const c = text[at];
      if (c === quote) break;
      if (c === "\r") {
        // A line end in a string is one newline, however it is written.
        result += text.slice(from, at) + "\n";
        if (text[at + 1] === "\n") at++;
        from = at + 1;
      } else if (c === "\\") {
        result += text.slice(from, at);
        const [value, end] = this.#escape(at, start, what);
        result += value;
        from = end;
        at = end - 1;
      }
    }
    this.offset = at + 1;
    return result + text.slice(from, at);
  }

  /** The value of the escape at `at`, and where it ends. */
  #escape(at: number, start: number, what: string): [string, number] {
    const { text } = this.source;
    const letter = text[at + 1];
    if (letter === undefined) this.fail(`The ${what} is not closed`, start, true);
    const simple = STRING_ESCAPES[letter];
    if (simple !== undefined) return [simple, at + 2];
    const hex = /[xX]([0-9a-fA-F]+);/y;
    hex.lastIndex = at + 1;
    const match = hex.exec(text);
    if (match !== null) {
      const code = parseInt(match[1], 16);
      if (!isScalar(code)) this.fail(`"\\${match[0]}" is not a character`, at);
      return [String.fromCodePoint(code), hex.lastIndex];
    }
    const continuation = /[ \t]*(?:\r\n|\n|\r)[ \t]*/y;
    continuation.lastIndex = at + 1;
    if (what === "string" && continuation.test(text)) return ["", continuation.lastIndex];
    return this.fail(`Unknown escape "\\${letter}" in a ${what}`, at);
  }
}

function isScalar(code: number): boolean {
  return code < 0xd800 || (code > 0xdfff && code <= 0x10ffff);
}
