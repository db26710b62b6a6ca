/**
 * The parser's place in the tokens: the base class of the parser, with what every part of it uses.
 *
 * Input: a source and its tokens; output: moves, tests and errors.
 * Invariant: the parser runs once without looking for reasons; only if that fails it runs again with `diagnosing` set, and then the
 * checks for likely mistakes are made, in the order in which CPython makes them. So valid source never pays for error messages.
 */

import type * as A from "./ast.ts";
import { type ErrorPlace, PythonSyntaxError, type SyntaxErrorType, type SyntaxWarning } from "./errors.ts";
import type { Tokens } from "./lexer.ts";
import type { CharacterNames } from "./literals.ts";
import type { Source } from "./source.ts";
import * as T from "./tokens.ts";

/**
 * How deeply nodes may nest. The JavaScript stack must hold it in this parser and in every pass after it, which recurse a few frames
 * a level; brackets have their own limit of 200 in the lexer and blocks of 100.
 */
export const MAX_DEPTH = 1000;

/** Thrown where the source is not valid; says nothing, because the reason is looked for only once the whole parse has failed. */
export const MISMATCH: unique symbol = Symbol("mismatch");

/** Choices of an embedder. */
export interface ParseOptions {
  /** Finds the character of a `\N{name}` escape; without it such an escape is an error. */
  characterNames?: CharacterNames;
}

/** The parts of the grammar whose results `remember` keeps. */
export const RULES = { expression: 0, disjunction: 1, bitwiseOr: 2, comprehensions: 3, namedExpression: 4, primary: 5 };
const RULE_COUNT = 6;

/** A result kept for the diagnosing pass, which reads the same place many times. */
interface Remembered {
  /** What was read; null if it did not match. */
  node: unknown;
  /** Where the cursor was then. */
  pos: number;
}

export class Cursor {
  #remembered: Map<number, Remembered> | null = null;
  readonly source: Source;
  readonly text: string;
  readonly tokens: Tokens;
  readonly kinds: number[];
  readonly starts: number[];
  readonly ends: number[];
  readonly characterNames: CharacterNames | null;
  readonly warnings: SyntaxWarning[] = [];
  pos = 0;
  depth = 0;
  /** The furthest token that was looked at when something did not match. */
  furthest = 0;
  diagnosing = false;
  /**
   * Whether an optional part that fails is given up instead of the whole, as CPython's backtracking grammar does. What follows the
   * part that did match then decides about the message. Off in the first parse, which has no use for a part of a failure.
   */
  lenient = false;

  constructor(source: Source, tokens: Tokens, options: ParseOptions) {
    this.source = source;
    this.text = source.text;
    this.tokens = tokens;
    this.kinds = tokens.kinds;
    this.starts = tokens.starts;
    this.ends = tokens.ends;
    this.characterNames = options.characterNames ?? null;
  }

  // ---- moves ----

  /** Whether the current token is of a kind. */
  at(kind: number): boolean {
    return this.kinds[this.pos] === kind;
  }

  /** Whether the token after the current one is of a kind. */
  nextIs(kind: number): boolean {
    return this.kinds[this.pos + 1] === kind;
  }

  /** Moves over a token of a kind, if there is one. */
  accept(kind: number): boolean {
    if (this.kinds[this.pos] !== kind) return false;
    this.pos++;
    return true;
  }

  /** Moves over a token of a kind. */
  expect(kind: number): void {
    if (this.kinds[this.pos] !== kind) this.mismatch();
    this.pos++;
  }

  /** The start of the current token. */
  start(): number {
    return this.starts[this.pos];
  }

  /** The end of the last token moved over. */
  end(): number {
    return this.ends[this.pos - 1];
  }

  /** The text of a token. */
  textOf(index: number): string {
    return this.text.slice(this.starts[index], this.ends[index]);
  }

  /** Whether the current token is a name with this spelling. */
  atSoft(word: string): boolean {
    return this.kinds[this.pos] === T.NAME && this.textOf(this.pos) === word;
  }

  /** Moves over a name and gives it normalised. */
  name(): string {
    if (this.kinds[this.pos] !== T.NAME) this.mismatch();
    return normalize(this.textOf(this.pos++));
  }

  // ---- errors ----

  /** The current token does not fit. */
  mismatch(): never {
    this.look();
    throw MISMATCH;
  }

  /** Looks at the current token. CPython reads tokens only as it goes, so that looking at a bad one ends the parse. */
  look(): void {
    if (this.pos > this.furthest) this.furthest = this.pos;
    if (this.lenient && this.kinds[this.pos] === T.ERROR) throw this.tokens.error!;
  }

  /** Runs a part of the parser; null, with the cursor where it was, if it does not match. */
  attempt<R>(parse: () => R): R | null {
    const { pos, depth } = this;
    const warnings = this.warnings.length;
    try {
      const result = parse();
      if (this.lenient) this.look();
      return result;
    } catch (e) {
      if (e !== MISMATCH) throw e;
      this.pos = pos;
      this.depth = depth;
      this.warnings.length = warnings;
      return null;
    }
  }

  /** A part the grammar lets be missing: given up if it fails and `lenient` is set. */
  optional<R>(parse: () => R): R | null {
    return this.lenient ? this.attempt(parse) : parse();
  }

  /** Like `attempt`, but does not look for reasons inside. */
  attemptQuietly<R>(parse: () => R): R | null {
    const { diagnosing } = this;
    this.diagnosing = false;
    try {
      return this.attempt(parse);
    } finally {
      this.diagnosing = diagnosing;
    }
  }

  /**
   * Reads a part once for each place and gives the same result again: the diagnosing pass comes back to a place from many sides, and
   * without this the time for nested brackets would double with each of them.
   */
  remember<R>(rule: number, parse: () => R): R {
    const key = this.pos * RULE_COUNT + rule;
    const kept = this.#remembered ??= new Map();
    const known = kept.get(key);
    if (known !== undefined) {
      this.pos = known.pos;
      if (known.node === null) this.mismatch();
      return known.node as R;
    }
    const first = this.pos;
    const node = this.attempt(parse);
    kept.set(key, { node, pos: this.pos });
    if (node === null) {
      this.pos = first;
      this.mismatch();
    }
    return node;
  }

  /** Whether a part of the parser would match here; the cursor stays. */
  looksLike(parse: () => unknown): boolean {
    const { pos } = this;
    const matched = this.attemptQuietly(() => {
      parse();
      return true;
    });
    this.pos = pos;
    return matched === true;
  }

  /** One level deeper, for what may nest without brackets. The caller lowers `depth` again. */
  deeper(): void {
    if (++this.depth > MAX_DEPTH) {
      throw new PythonSyntaxError(
        "MemoryError",
        "Parser stack overflowed - Python source too complex to parse",
        this.source.filename,
        null,
      );
    }
  }

  /** A `SyntaxError` over a span. */
  failAt(message: string, start: number, end: number): never {
    this.look();
    throw this.error("SyntaxError", message, start, end);
  }

  /** A `SyntaxError` over a node. */
  failAtNode(message: string, node: A.Span): never {
    this.failAt(message, node.start, node.end);
  }

  /** A `SyntaxError` over a token. */
  failAtToken(message: string, index: number): never {
    const kind = this.kinds[index];
    if (kind === T.INDENT || kind === T.DEDENT || kind === T.ENDMARKER) throw this.layoutError("SyntaxError", message, index);
    this.failAt(message, this.starts[index], this.ends[index]);
  }

  /** A `SyntaxError` from an offset to the last token read; CPython counts its end column from 0. */
  failFrom(message: string, start: number): never {
    this.look();
    const error = this.error("SyntaxError", message, start, this.ends[this.lastRead()]);
    const place = error.place!;
    throw this.errorAt("SyntaxError", message, { ...place, endColumn: place.endColumn - 1 });
  }

  /** The last token looked at. */
  lastRead(): number {
    return Math.max(this.pos, this.furthest);
  }

  /** An error over a span. */
  error(type: SyntaxErrorType, message: string, start: number, end: number): PythonSyntaxError {
    const { source } = this;
    if (start >= this.text.length) {
      const line = source.lineCount;
      return this.errorAt(type, message, { line, column: 0, endLine: line, endColumn: 0, text: source.lineText(line) + "\n" });
    }
    const from = source.position(start);
    // The newline of a line belongs to it.
    const atNewline = end > start && this.text.charCodeAt(end - 1) === 10;
    const to = source.position(atNewline ? end - 1 : end);
    // CPython keeps the newline only of the line it has got to.
    const last = this.lastRead();
    const current = source.lineOf(Math.max(this.starts[last], this.ends[last] - 1)) <= from.line;
    const text = source.lineText(from.line) + (current ? "\n" : "");
    let endColumn = to.column + (atNewline ? 2 : 1);
    // CPython measures the end, too, on the line of the start.
    if (to.line !== from.line) endColumn = charactersInBytes(text, source.bytePosition(end).column) + 1;
    return this.errorAt(type, message, { line: from.line, column: from.column + 1, endLine: to.line, endColumn, text });
  }

  /** An error at a place. */
  errorAt(type: SyntaxErrorType, message: string, place: ErrorPlace | null): PythonSyntaxError {
    return new PythonSyntaxError(type, message, this.source.filename, place);
  }

  /** An error at a token that may be one of layout. */
  layoutError(type: SyntaxErrorType, message: string, index: number): PythonSyntaxError {
    const kind = this.kinds[index];
    const start = this.starts[index];
    if (kind !== T.INDENT && kind !== T.DEDENT && kind !== T.ENDMARKER) {
      return this.error(type, message, start, this.ends[index]);
    }
    const atEnd = start >= this.text.length;
    const line = atEnd ? this.source.lineCount : this.source.lineOf(start);
    const text = this.source.lineText(line);
    const column = atEnd ? [...text].length + 1 : this.source.position(start).column;
    return this.errorAt(type, message, { line, column, endLine: line, endColumn: -1, text: text + "\n" });
  }

  /** How many brackets are open after a token, those of replacement fields included. */
  levelAfter(index: number): number {
    let level = 0;
    for (let i = index; i >= 0; i--) {
      const kind = this.kinds[i];
      if (kind === T.NEWLINE) break;
      if (kind === T.LPAR || kind === T.LSQB || kind === T.LBRACE) level++;
      else if (kind === T.RPAR || kind === T.RSQB || kind === T.RBRACE) level--;
    }
    return level;
  }
}

/** The NFKC form identifiers are compared in. */
export function normalize(name: string): string {
  for (let i = 0; i < name.length; i++) {
    if (name.charCodeAt(i) >= 128) return name.normalize("NFKC");
  }
  return name;
}

/** How many characters of a text its first `sizeBytes` bytes of UTF-8 are. */
function charactersInBytes(text: string, sizeBytes: number): number {
  let count = 0;
  let left = sizeBytes;
  for (const char of text) {
    const code = char.codePointAt(0)!;
    left -= code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (left < 0) break;
    count++;
  }
  return count;
}
