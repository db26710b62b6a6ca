/**
 * The lexer: turns a whole source into parallel arrays of token kinds and spans, f-strings and t-strings included (PEP 701, PEP 750).
 *
 * Input: a `Source`; output: `Tokens`, whose last token is `ENDMARKER`, or `ERROR` with the error to raise once the parser gets there.
 * Invariant: tokens are in order and do not overlap; `INDENT` and `DEDENT` balance unless the last token is `ERROR`; nothing is thrown
 * for bad source. Whole-file lexing lets the parser look ahead freely, and an error waits in the `ERROR` token until it is due.
 * Follows docs.python.org/3.14/reference/lexical_analysis.html. Longer than most files, as its parts share one private cursor.
 */

import { PythonSyntaxError, type SyntaxErrorType, type SyntaxWarning } from "./errors.ts";
import type { Source } from "./source.ts";
import * as T from "./tokens.ts";

const MAX_INDENTS = 100;
const MAX_BRACKETS = 200;
const MAX_NESTED_STRINGS = 150;
/** How many replacement fields of one f-string may be open at once: a field, and two in its format specs. */
const MAX_NESTED_FIELDS = 3;
const TAB_SIZE = 8;

/** What the lexer made of a source. */
export interface Tokens {
  kinds: number[];
  starts: number[];
  ends: number[];
  /** Set exactly if the last token is `ERROR`. */
  error: PythonSyntaxError | null;
  /** If `error` is a bracket open at the end of the source: its offset; else -1. */
  unclosed: number;
  /** Whether `error` says that the source ended too early, so that more input might help. */
  errorAtEnd: boolean;
  /**
   * Whether an error of the parser before it is reported instead: so if it is about indentation, line continuation or the end of the
   * source, or inside an f-string. Any other error of the lexer is the likelier cause.
   */
  errorYields: boolean;
  warnings: SyntaxWarning[];
}

/** An f-string or t-string being read. */
interface OpenString {
  letter: string;
  quote: number;
  triple: boolean;
  raw: boolean;
  start: number;
  /** The bracket depth inside each open replacement field, outermost first. */
  fields: number[];
  /** Whether each of `fields` has reached its format spec. */
  inSpec: boolean[];
}

/** Kinds of the operators of one character; the longer ones are told apart in `#operator`. */
const SINGLE = new Uint8Array(128);
for (
  const [char, kind] of [
    ["(", T.LPAR],
    [")", T.RPAR],
    ["[", T.LSQB],
    ["]", T.RSQB],
    ["{", T.LBRACE],
    ["}", T.RBRACE],
    [":", T.COLON],
    [",", T.COMMA],
    [";", T.SEMI],
    [".", T.DOT],
    ["=", T.EQUAL],
    ["@", T.AT],
    ["+", T.PLUS],
    ["-", T.MINUS],
    ["*", T.STAR],
    ["/", T.SLASH],
    ["%", T.PERCENT],
    ["|", T.VBAR],
    ["&", T.AMPER],
    ["^", T.CIRCUMFLEX],
    ["~", T.TILDE],
    ["<", T.LESS],
    [">", T.GREATER],
    ["!", T.EXCLAMATION],
    ["$", T.STRAY],
    ["?", T.STRAY],
    ["`", T.STRAY],
  ] as [string, number][]
) SINGLE[char.charCodeAt(0)] = kind;

// Classes of ASCII characters: a letter or underscore, or a digit.
const LETTER = 1;
const DIGIT = 2;
const CLASS = new Uint8Array(128);
for (let c = 0; c < 26; c++) CLASS[65 + c] = CLASS[97 + c] = LETTER;
for (let c = 48; c < 58; c++) CLASS[c] = DIGIT;
CLASS[95] = LETTER;

/** Stops the lexer; the error is in its `#error`. */
const STOP: unique symbol = Symbol("stop");

/** Reads all tokens of a source. */
export function tokenize(source: Source): Tokens {
  return new Lexer(source).run();
}

class Lexer {
  readonly #source: Source;
  readonly #text: string;
  #pos = 0;
  #kinds: number[] = [];
  #starts: number[] = [];
  #ends: number[] = [];
  #indents: number[] = [0];
  /** The same indents with tabs one column wide: both must agree, or the file mixes tabs and spaces. */
  #altIndents: number[] = [0];
  #brackets: number[] = [];
  #bracketKinds: number[] = [];
  #strings: OpenString[] = [];
  #error: PythonSyntaxError | null = null;
  #unclosed = -1;
  #errorAtEnd = false;
  #errorYields = true;
  #warnings: SyntaxWarning[] = [];
  /** The first backslash at or after some place already passed, so that looking for one is linear in all. */
  #backslash = -1;

  constructor(source: Source) {
    this.#source = source;
    this.#text = source.text;
  }

  run(): Tokens {
    try {
      this.#module();
    } catch (e) {
      if (e !== STOP) throw e;
      const at = Math.min(this.#pos, this.#text.length);
      this.#push(T.ERROR, at, at);
    }
    return {
      kinds: this.#kinds,
      starts: this.#starts,
      ends: this.#ends,
      error: this.#error,
      unclosed: this.#unclosed,
      errorAtEnd: this.#errorAtEnd,
      errorYields: this.#errorYields,
      warnings: this.#warnings,
    };
  }

  #push(kind: number, start: number, end: number): void {
    this.#kinds.push(kind);
    this.#starts.push(start);
    this.#ends.push(end);
  }

  #module(): void {
    const text = this.#text;
    const length = text.length;
    while (this.#pos < length) {
      if (!this.#lineStart()) continue;
      this.#line();
    }
    const end = length;
    while (this.#indents.length > 1) {
      this.#indents.pop();
      this.#push(T.DEDENT, end, end);
    }
    this.#push(T.ENDMARKER, end, end);
  }

  /** Measures the indentation and pushes `INDENT` or `DEDENT`s; false for a line without code, which it skips. */
  #lineStart(): boolean {
    const text = this.#text;
    let pos = this.#pos;
    let column = 0;
    let alt = 0;
    let continued = -1;
    let continuedAlt = -1;
    for (;;) {
      const c = text.charCodeAt(pos);
      if (c === 32) {
        column++;
        alt++;
      } else if (c === 9) {
        column = (Math.floor(column / TAB_SIZE) + 1) * TAB_SIZE;
        alt++;
      } else if (c === 12) {
        column = alt = 0;
      } else if (c === 92) {
        // A backslash joins lines; the indentation is that of the first.
        if (continued < 0) {
          continued = column;
          continuedAlt = alt;
        }
        this.#pos = pos;
        this.#continuation();
        pos = this.#pos - 1;
        column = alt = 0;
      } else if (c === 35) {
        const end = text.indexOf("\n", pos);
        this.#pos = end < 0 ? text.length : end + 1;
        return false;
      } else if (c === 10) {
        this.#pos = pos + 1;
        return false;
      } else {
        break;
      }
      pos++;
    }
    this.#pos = pos;
    if (pos >= text.length) return false;
    // An indentation of joined lines counts from the first one that has any.
    if (continued > 0) {
      column = continued;
      alt = continuedAlt;
    }
    const top = this.#indents[this.#indents.length - 1];
    const altTop = this.#altIndents[this.#altIndents.length - 1];
    if (column === top) {
      if (alt !== altTop) this.#tabError(pos);
    } else if (column > top) {
      if (alt <= altTop) this.#tabError(pos);
      if (this.#indents.length >= MAX_INDENTS) this.#indentLimit(pos);
      this.#indents.push(column);
      this.#altIndents.push(alt);
      this.#push(T.INDENT, pos, pos);
    } else {
      let depth = this.#indents.length;
      while (column < this.#indents[depth - 1]) depth--;
      if (column !== this.#indents[depth - 1]) {
        const { line } = this.#source.position(pos);
        const lineText = this.#source.lineText(line);
        this.#stop("IndentationError", "unindent does not match any outer indentation level", {
          line,
          column: [...lineText].length + 1,
          endLine: line,
          endColumn: -1,
          text: lineText + "\n",
        });
      }
      if (alt !== this.#altIndents[depth - 1]) this.#tabError(pos);
      while (this.#indents.length > depth) {
        this.#indents.pop();
        this.#altIndents.pop();
        this.#push(T.DEDENT, pos, pos);
      }
    }
    return true;
  }

  /** Reads the tokens of a logical line, to its `NEWLINE`. */
  #line(): void {
    const text = this.#text;
    const length = text.length;
    // The `NEWLINE` of a line that ends in a comment starts with it.
    let comment = -1;
    for (;;) {
      if (this.#strings.length > 0) {
        const open = this.#strings[this.#strings.length - 1];
        const depth = open.fields.length;
        if (depth === 0 || (open.inSpec[depth - 1] && this.#brackets.length === open.fields[depth - 1])) {
          this.#stringMiddle(open);
          continue;
        }
      }
      const start = this.#pos;
      const c = text.charCodeAt(start);
      if (c === 32 || c === 9 || c === 12) {
        let next = start + 1;
        while (text.charCodeAt(next) === 32) next++;
        this.#pos = next;
        continue;
      }
      if (c < 128) {
        const cls = CLASS[c];
        if (cls === LETTER) {
          this.#name(start);
          continue;
        }
        if (cls === DIGIT) {
          this.#number(start);
          continue;
        }
        if (c === 10) {
          this.#pos++;
          if (this.#brackets.length > 0) {
            comment = -1;
            continue;
          }
          this.#push(T.NEWLINE, comment < 0 ? start : comment, start + 1);
          return;
        }
        if (c === 35) {
          const end = text.indexOf("\n", start);
          this.#pos = end < 0 ? length : end;
          comment = start;
          continue;
        }
        if (c === 34 || c === 39) {
          this.#string(start, start);
          continue;
        }
        if (c === 92) {
          this.#continuation();
          continue;
        }
        if (c === 46) {
          const next = text.charCodeAt(start + 1);
          if (next >= 48 && next <= 57) {
            this.#number(start);
            continue;
          }
        }
        if (SINGLE[c] !== 0) {
          this.#operator(start, c);
          continue;
        }
        this.#badCharacter(start);
      }
      if (start >= length) {
        this.#endInside();
        return;
      }
      this.#name(start);
    }
  }

  /** The source ended inside brackets: they are the error. */
  #endInside(): void {
    const at = this.#brackets.length > 0 ? this.#brackets[this.#brackets.length - 1] : this.#text.length;
    const { line, column } = this.#source.position(at);
    const lineText = this.#source.lineText(line);
    this.#unclosed = at;
    this.#errorAtEnd = true;
    this.#stop("SyntaxError", `'${this.#text[at]}' was never closed`, {
      line,
      column: column + 1,
      endLine: line,
      endColumn: 0,
      text: line === this.#source.lineCount ? lineText + "\n" : lineText,
    });
  }

  /** A backslash outside strings: it must end its line, and the source must go on. */
  #continuation(): void {
    const text = this.#text;
    const at = this.#pos;
    if (text.charCodeAt(at + 1) !== 10) {
      const { line, column } = this.#source.position(at);
      this.#stop("SyntaxError", "unexpected character after line continuation character", {
        line,
        column: column + 2,
        endLine: line,
        endColumn: 0,
        text: this.#source.lineText(line) + "\n",
      });
    }
    this.#pos = at + 2;
    if (this.#pos >= text.length) {
      if (this.#brackets.length > 0) this.#endInside();
      const { line, column } = this.#source.position(at);
      this.#errorAtEnd = true;
      this.#stop("SyntaxError", "unexpected EOF while parsing", {
        line,
        column: column + 2,
        endLine: line,
        endColumn: -1,
        text: this.#source.lineText(line) + "\n",
      });
    }
  }

  /** An identifier, a keyword, or the prefix of a string. */
  #name(start: number): void {
    const text = this.#text;
    let pos = start;
    let ascii = true;
    for (;;) {
      const c = text.charCodeAt(pos);
      if (c < 128) {
        if (CLASS[c] === 0) break;
      } else if (c >= 128) {
        ascii = false;
      } else {
        break;
      }
      pos++;
    }
    const size = pos - start;
    this.#pos = pos;
    if (size <= 2) {
      const c = text.charCodeAt(pos);
      if ((c === 34 || c === 39) && this.#stringPrefix(start, pos)) return;
    }
    if (!ascii) this.#checkIdentifier(start, pos);
    let kind = T.NAME;
    if (size > 1 && size < 9 && ascii) {
      const keyword = T.KEYWORDS.get(text.slice(start, pos));
      if (keyword !== undefined) kind = keyword;
    }
    this.#push(kind, start, pos);
  }

  /** If the name before a quote is a string prefix, reads the string. */
  #stringPrefix(start: number, end: number): boolean {
    const prefix = this.#text.slice(start, end).toLowerCase();
    switch (prefix) {
      case "r":
      case "b":
      case "u":
      case "br":
      case "rb":
        this.#string(start, end);
        return true;
      case "f":
      case "t":
      case "fr":
      case "rf":
      case "tr":
      case "rt":
        this.#startInterpolated(start, end, prefix);
        return true;
    }
    if (prefix.length === 2) {
      // Two prefix letters that exclude each other; CPython names them in a fixed order.
      const both = (a: string, b: string): boolean => prefix === a + b || prefix === b + a;
      for (const pair of ["ub", "ur", "uf", "ut", "bf", "bt", "ft"]) {
        if (both(pair[0], pair[1])) {
          const from = this.#source.position(start);
          this.#stop("SyntaxError", `'${pair[0]}' and '${pair[1]}' prefixes are incompatible`, {
            line: from.line,
            column: from.column + 1,
            endLine: from.line,
            endColumn: from.column + 3,
            text: this.#source.lineText(from.line),
          });
        }
      }
    }
    return false;
  }

  /** A string literal without replacement fields. */
  #string(start: number, quoteAt: number): void {
    const text = this.#text;
    const quote = text.charCodeAt(quoteAt);
    const length = text.length;
    if (text.charCodeAt(quoteAt + 1) === quote && text.charCodeAt(quoteAt + 2) === quote) {
      // Most have no backslash: then the next three quotes end it.
      if (this.#backslash < quoteAt) {
        this.#backslash = text.indexOf("\\", quoteAt);
        if (this.#backslash < 0) this.#backslash = length;
      }
      const close = text.indexOf(quote === 34 ? '"""' : "'''", quoteAt + 3);
      if (close >= 0 && close < this.#backslash) {
        this.#pos = close + 3;
        this.#push(T.STRING, start, close + 3);
        return;
      }
      for (let pos = quoteAt + 3; pos < length; pos++) {
        const c = text.charCodeAt(pos);
        if (c === 92) {
          pos++;
        } else if (c === quote && text.charCodeAt(pos + 1) === quote && text.charCodeAt(pos + 2) === quote) {
          this.#pos = pos + 3;
          this.#push(T.STRING, start, pos + 3);
          return;
        }
      }
      this.#checkMissingBrace(start, quote, true);
      this.#errorAtEnd = true;
      this.#fail(`unterminated triple-quoted string literal (detected at line ${this.#source.lineCount})`, start + 1);
    }
    let escapedQuote = false;
    for (let pos = quoteAt + 1; pos < length; pos++) {
      const c = text.charCodeAt(pos);
      if (c === 92) {
        pos++;
        if (text.charCodeAt(pos) === quote) escapedQuote = true;
      } else if (c === quote) {
        this.#pos = pos + 1;
        this.#push(T.STRING, start, pos + 1);
        return;
      } else if (c === 10) {
        this.#checkMissingBrace(start, quote, false);
        this.#unterminated(start, pos, escapedQuote);
      }
    }
    this.#checkMissingBrace(start, quote, false);
    this.#unterminated(start, length - 1, escapedQuote);
  }

  #unterminated(start: number, at: number, escapedQuote: boolean): never {
    const line = this.#source.lineOf(at);
    const hint = escapedQuote ? "; perhaps you escaped the end quote?" : "";
    this.#fail(`unterminated string literal (detected at line ${line})${hint}`, start + 1);
  }

  /** A string that never ends, inside a replacement field and with the quote of its f-string: the field lacks its brace. */
  #checkMissingBrace(start: number, quote: number, triple: boolean): void {
    if (this.#strings.length === 0) return;
    const open = this.#strings[this.#strings.length - 1];
    if (open.quote === quote && open.triple === triple) this.#fail(`${open.letter}-string: expecting '}'`, start + 1);
  }

  #startInterpolated(start: number, quoteAt: number, prefix: string): void {
    const text = this.#text;
    if (this.#strings.length >= MAX_NESTED_STRINGS) this.#fail("too many nested f-strings or t-strings", quoteAt + 1);
    const quote = text.charCodeAt(quoteAt);
    const triple = text.charCodeAt(quoteAt + 1) === quote && text.charCodeAt(quoteAt + 2) === quote;
    const letter = prefix.includes("t") ? "t" : "f";
    const end = quoteAt + (triple ? 3 : 1);
    this.#strings.push({ letter, quote, triple, raw: prefix.includes("r"), start, fields: [], inSpec: [] });
    this.#pos = end;
    this.#push(letter === "t" ? T.TSTRING_START : T.FSTRING_START, start, end);
  }

  /** The literal part of an f-string or of a format spec, and the token that ends it. */
  #stringMiddle(open: OpenString): void {
    const text = this.#text;
    const length = text.length;
    const start = this.#pos;
    const inSpec = open.fields.length > 0;
    let pos = start;
    for (;;) {
      if (pos >= length) this.#unterminatedInterpolated(open, inSpec, length);
      const c = text.charCodeAt(pos);
      if (c === open.quote) {
        if (!open.triple || (text.charCodeAt(pos + 1) === c && text.charCodeAt(pos + 2) === c)) {
          const end = pos + (open.triple ? 3 : 1);
          if (pos > start) this.#push(T.FSTRING_MIDDLE, start, pos);
          this.#push(T.FSTRING_END, pos, end);
          this.#pos = end;
          // The brackets of fields left open are the parser's to report.
          this.#brackets.length -= open.fields.length;
          this.#bracketKinds.length -= open.fields.length;
          this.#strings.pop();
          return;
        }
        pos++;
      } else if (c === 10 && !open.triple) {
        this.#unterminatedInterpolated(open, inSpec, pos);
      } else if (c === 123) {
        if (text.charCodeAt(pos + 1) === 123 && !inSpec) {
          pos += 2;
          continue;
        }
        if (pos > start) this.#push(T.FSTRING_MIDDLE, start, pos);
        if (open.fields.length >= MAX_NESTED_FIELDS) {
          this.#fail(`${open.letter}-string: expressions nested too deeply`, pos);
        }
        this.#open(pos, c);
        this.#push(T.LBRACE, pos, pos + 1);
        this.#pos = pos + 1;
        open.fields.push(this.#brackets.length);
        open.inSpec.push(false);
        return;
      } else if (c === 125) {
        if (inSpec) {
          if (pos > start) this.#push(T.FSTRING_MIDDLE, start, pos);
          this.#push(T.RBRACE, pos, pos + 1);
          this.#pos = pos + 1;
          this.#closeField(open);
          return;
        }
        if (text.charCodeAt(pos + 1) !== 125) {
          this.#fail(`${open.letter}-string: single '}' is not allowed`, pos + 1);
        }
        pos += 2;
      } else if (c === 92) {
        const next = text.charCodeAt(pos + 1);
        if (next === 123 || next === 125) {
          pos++;
        } else if (next === 78 && !open.raw && text.charCodeAt(pos + 2) === 123) {
          pos += 3;
          // The braces of a character name are not a field.
          let end = pos;
          while (end < length && isNameCharacter(text.charCodeAt(end))) end++;
          if (text.charCodeAt(end) === 125) pos = end + 1;
        } else {
          pos += 2;
        }
      } else {
        pos++;
      }
    }
  }

  #unterminatedInterpolated(open: OpenString, inSpec: boolean, at: number): never {
    const kind = `${open.letter}-string`;
    if (!open.triple && inSpec) {
      this.#fail(`${kind}: newlines are not allowed in format specifiers for single quoted ${kind}s`, at + 1);
    }
    if (open.triple) this.#errorAtEnd = true;
    const line = open.triple ? this.#source.lineCount : this.#source.lineOf(at);
    this.#fail(`unterminated ${open.triple ? "triple-quoted " : ""}${kind} literal (detected at line ${line})`, open.start + 1);
  }

  #closeField(open: OpenString): void {
    open.fields.pop();
    open.inSpec.pop();
    this.#brackets.pop();
    this.#bracketKinds.pop();
  }

  #open(at: number, c: number): void {
    if (this.#brackets.length >= MAX_BRACKETS) this.#fail("too many nested parentheses", at + 1);
    this.#brackets.push(at);
    this.#bracketKinds.push(c);
  }

  #close(at: number, c: number): void {
    const text = this.#text;
    const open = this.#strings.length > 0 ? this.#strings[this.#strings.length - 1] : null;
    const depth = this.#brackets.length;
    if (depth === 0) this.#fail(`unmatched '${text[at]}'`, at + 1);
    const opening = this.#bracketKinds[depth - 1];
    const matches = c === 41 ? opening === 40 : opening === c - 2;
    if (!matches) {
      if (open !== null && open.fields.length > 0 && open.fields[open.fields.length - 1] === depth) {
        this.#fail(`${open.letter}-string: unmatched '${text[at]}'`, at + 1);
      }
      const openLine = this.#source.lineOf(this.#brackets[depth - 1]);
      const where = openLine === this.#source.lineOf(at) ? "" : ` on line ${openLine}`;
      const pair = `closing parenthesis '${text[at]}' does not match opening parenthesis '${String.fromCharCode(opening)}'`;
      this.#fail(pair + where, at + 1);
    }
    if (open !== null && open.fields.length > 0 && open.fields[open.fields.length - 1] === depth) this.#closeField(open);
    else {
      this.#brackets.pop();
      this.#bracketKinds.pop();
    }
  }

  #operator(start: number, c: number): void {
    const text = this.#text;
    const next = text.charCodeAt(start + 1);
    let kind = SINGLE[c];
    let size = 1;
    switch (c) {
      case 40:
      case 91:
      case 123:
        this.#open(start, c);
        break;
      case 41:
      case 93:
      case 125:
        this.#close(start, c);
        break;
      case 58: { // :
        const open = this.#strings.length > 0 ? this.#strings[this.#strings.length - 1] : null;
        const depth = open === null ? 0 : open.fields.length;
        if (open !== null && depth > 0 && open.fields[depth - 1] === this.#brackets.length) {
          open.inSpec[depth - 1] = true;
        } else if (next === 61) {
          kind = T.COLONEQUAL;
          size = 2;
        }
        break;
      }
      case 46: // .
        if (next === 46 && text.charCodeAt(start + 2) === 46) {
          kind = T.ELLIPSIS;
          size = 3;
        }
        break;
      case 61: // =
        if (next === 61) {
          kind = T.EQEQUAL;
          size = 2;
        }
        break;
      case 33: // !
        if (next === 61) {
          kind = T.NOTEQUAL;
          size = 2;
        }
        break;
      case 42: // *
        if (next === 42) {
          size = 2;
          kind = T.DOUBLESTAR;
          if (text.charCodeAt(start + 2) === 61) {
            kind = T.DOUBLESTAREQUAL;
            size = 3;
          }
        } else if (next === 61) {
          kind = T.STAREQUAL;
          size = 2;
        }
        break;
      case 47: // /
        if (next === 47) {
          size = 2;
          kind = T.DOUBLESLASH;
          if (text.charCodeAt(start + 2) === 61) {
            kind = T.DOUBLESLASHEQUAL;
            size = 3;
          }
        } else if (next === 61) {
          kind = T.SLASHEQUAL;
          size = 2;
        }
        break;
      case 60: // <
        if (next === 60) {
          size = 2;
          kind = T.LEFTSHIFT;
          if (text.charCodeAt(start + 2) === 61) {
            kind = T.LEFTSHIFTEQUAL;
            size = 3;
          }
        } else if (next === 61) {
          kind = T.LESSEQUAL;
          size = 2;
        } else if (next === 62) {
          kind = T.STRAY;
          size = 2;
        }
        break;
      case 62: // >
        if (next === 62) {
          size = 2;
          kind = T.RIGHTSHIFT;
          if (text.charCodeAt(start + 2) === 61) {
            kind = T.RIGHTSHIFTEQUAL;
            size = 3;
          }
        } else if (next === 61) {
          kind = T.GREATEREQUAL;
          size = 2;
        }
        break;
      case 45: // -
        if (next === 62) {
          kind = T.ARROW;
          size = 2;
        } else if (next === 61) {
          kind = T.MINEQUAL;
          size = 2;
        }
        break;
      case 64: // @
      case 43: // +
      case 37: // %
      case 124: // |
      case 38: // &
      case 94: // ^
        if (next === 61) {
          kind += T.ATEQUAL - T.AT;
          size = 2;
        }
        break;
    }
    this.#pos = start + size;
    this.#push(kind, start, start + size);
  }

  /** A number; the parser computes its value. */
  #number(start: number): void {
    const text = this.#text;
    let pos = start;
    const first = text.charCodeAt(pos);
    if (first === 48) {
      const base = text.charCodeAt(pos + 1) | 32;
      if (base === 120) return this.#radix(start, 16, "hexadecimal");
      if (base === 111) return this.#radix(start, 8, "octal");
      if (base === 98) return this.#radix(start, 2, "binary");
      let nonzeroEnd = -1;
      pos++;
      // Zeros, then possibly digits that only a float or an imaginary number may have.
      for (;;) {
        const c = text.charCodeAt(pos);
        if (c === 95) {
          if (!isDigit(text.charCodeAt(pos + 1))) this.#fail("invalid decimal literal", pos + 1);
        } else if (isDigit(c)) {
          if (c !== 48 && nonzeroEnd < 0) nonzeroEnd = pos + 1;
        } else {
          break;
        }
        pos++;
      }
      const c = text.charCodeAt(pos);
      if (nonzeroEnd >= 0 && c !== 46 && (c | 32) !== 101 && (c | 32) !== 106) {
        this.#pos = pos;
        const message = "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers";
        const from = this.#source.position(start);
        this.#stop("SyntaxError", message, {
          line: from.line,
          column: from.column + 1,
          endLine: from.line,
          endColumn: from.column + nonzeroEnd - start,
          text: this.#source.lineText(from.line),
        });
      }
    } else if (first !== 46) {
      pos = this.#digits(pos);
    }
    let kind = "decimal";
    if (text.charCodeAt(pos) === 46) {
      pos++;
      if (isDigit(text.charCodeAt(pos))) pos = this.#digits(pos);
    }
    if ((text.charCodeAt(pos) | 32) === 101) {
      const sign = text.charCodeAt(pos + 1);
      if (isDigit(sign)) {
        pos = this.#digits(pos + 1);
      } else if (sign === 43 || sign === 45) {
        if (!isDigit(text.charCodeAt(pos + 2))) this.#fail("invalid decimal literal", pos + 2);
        pos = this.#digits(pos + 2);
      }
    }
    if ((text.charCodeAt(pos) | 32) === 106) {
      pos++;
      kind = "imaginary";
    }
    this.#endNumber(start, pos, kind);
  }

  /** Digits with single underscores between them. */
  #digits(pos: number): number {
    const text = this.#text;
    for (;;) {
      while (isDigit(text.charCodeAt(pos))) pos++;
      if (text.charCodeAt(pos) !== 95) return pos;
      pos++;
      if (!isDigit(text.charCodeAt(pos))) this.#fail("invalid decimal literal", pos);
    }
  }

  #radix(start: number, base: number, name: string): void {
    const text = this.#text;
    let pos = start + 2;
    for (;;) {
      if (text.charCodeAt(pos) === 95) pos++;
      const first = text.charCodeAt(pos);
      if (!isRadixDigit(first, base)) {
        if (isDigit(first)) this.#fail(`invalid digit '${text[pos]}' in ${name} literal`, pos + 1);
        this.#fail(`invalid ${name} literal`, pos);
      }
      while (isRadixDigit(text.charCodeAt(pos), base)) pos++;
      if (text.charCodeAt(pos) !== 95) break;
    }
    if (isDigit(text.charCodeAt(pos))) this.#fail(`invalid digit '${text[pos]}' in ${name} literal`, pos + 1);
    this.#endNumber(start, pos, name);
  }

  /** A number must not run into a name, save a keyword, which only warns (`1if x else y`). */
  #endNumber(start: number, pos: number, kind: string): void {
    const text = this.#text;
    const c = text.charCodeAt(pos);
    if (c < 128 && CLASS[c] === LETTER) {
      let glued = false;
      if (c === 97) glued = this.#isWord(pos, "and");
      else if (c === 101) glued = this.#isWord(pos, "else");
      else if (c === 102) glued = this.#isWord(pos, "for");
      else if (c === 105) glued = text[pos + 1] === "f" || text[pos + 1] === "n" || text[pos + 1] === "s";
      else if (c === 111) glued = this.#isWord(pos, "or");
      else if (c === 110) glued = this.#isWord(pos, "not");
      if (!glued) this.#fail(`invalid ${kind} literal`, pos);
      this.#warnings.push({ message: `invalid ${kind} literal`, line: this.#source.lineOf(pos), offset: start });
    }
    this.#pos = pos;
    this.#push(T.NUMBER, start, pos);
  }

  #isWord(pos: number, word: string): boolean {
    if (!this.#text.startsWith(word, pos)) return false;
    const c = this.#text.charCodeAt(pos + word.length);
    return !(c >= 128 || CLASS[c] !== 0);
  }

  /** Every character of a non-ASCII identifier must be one that identifiers may have. */
  #checkIdentifier(start: number, end: number): void {
    const text = this.#text;
    let pos = start;
    while (pos < end) {
      const code = text.codePointAt(pos)!;
      const char = String.fromCodePoint(code);
      if (code >= 128) {
        // Normalised first, as the identifier will be.
        const normal = char.normalize("NFKC");
        const ok = pos === start ? /^[\p{XID_Start}_]\p{XID_Continue}*$/u.test(normal) : /^\p{XID_Continue}+$/u.test(normal);
        if (!ok && !(pos === start ? /^\p{XID_Start}$/u : /^\p{XID_Continue}$/u).test(char)) this.#badCharacter(pos);
      }
      pos += char.length;
    }
  }

  #badCharacter(at: number): never {
    const code = this.#text.codePointAt(at)!;
    const char = String.fromCodePoint(code);
    const number = code.toString(16).toUpperCase().padStart(4, "0");
    const end = at + char.length;
    if (/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\p{Zs}]/u.test(char)) {
      this.#fail(`invalid non-printable character U+${number}`, end);
    }
    this.#fail(`invalid character '${char}' (U+${number})`, end);
  }

  #tabError(pos: number): never {
    const line = this.#source.lineOf(pos);
    const text = this.#source.lineText(line);
    const place = { line, column: 1, endLine: line, endColumn: 0, text: text + "\n" };
    this.#stop("TabError", "inconsistent use of tabs and spaces in indentation", place);
  }

  #indentLimit(pos: number): never {
    const line = this.#source.lineOf(pos);
    const place = { line, column: 1, endLine: line, endColumn: 0, text: this.#source.lineText(line) + "\n" };
    this.#stop("IndentationError", "too many levels of indentation", place);
  }

  /** Stops with an error whose column is the number of characters before `offset`, as CPython's tokenizer counts. */
  #fail(message: string, offset: number): never {
    const { line, column } = this.#source.position(Math.max(0, offset - 1));
    this.#errorYields = this.#strings.length > 0;
    this.#stop("SyntaxError", message, {
      line,
      column: column + 1,
      endLine: line,
      endColumn: column + 1,
      text: this.#source.lineText(line),
    });
  }

  #stop(type: SyntaxErrorType, message: string, place: PythonSyntaxError["place"]): never {
    this.#error = new PythonSyntaxError(type, message, this.#source.filename, place);
    throw STOP;
  }
}

function isDigit(c: number): boolean {
  return c >= 48 && c <= 57;
}

function isRadixDigit(c: number, base: number): boolean {
  if (base === 16) return (c >= 48 && c <= 57) || ((c | 32) >= 97 && (c | 32) <= 102);
  return c >= 48 && c < 48 + base;
}

/** Whether a character may stand in the name of `\N{…}`. */
function isNameCharacter(c: number): boolean {
  return c === 32 || c === 45 || c === 40 || c === 41 || (c < 128 && CLASS[c] !== 0);
}
