/**
 * The parser's place in the tokens: the base class of the parser, with what every part of it uses.
 *
 * Input: a source and its tokens; output: moves, tests and errors.
 * Invariant: the parser runs once without looking for reasons; only if that fails it runs again with `diagnosing` set, and then the
 * checks for likely mistakes are made, in the order in which CPython makes them. So valid source never pays for error messages.
 */

import type * as A from "./ast.ts";
import { PythonSyntaxError, type SyntaxErrorType, type SyntaxWarning } from "./errors.ts";
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

export class Cursor {
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
    if (this.pos > this.furthest) this.furthest = this.pos;
    if (this.diagnosing && this.kinds[this.pos] === T.ERROR) throw this.tokens.error!;
    throw MISMATCH;
  }

  /** Runs a part of the parser; null, with the cursor where it was, if it does not match. */
  attempt<R>(parse: () => R): R | null {
    const { pos, depth } = this;
    const warnings = this.warnings.length;
    try {
      return parse();
    } catch (e) {
      if (e !== MISMATCH) throw e;
      this.pos = pos;
      this.depth = depth;
      this.warnings.length = warnings;
      return null;
    }
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
    throw this.error("SyntaxError", message, start, end);
  }

  /** A `SyntaxError` over a node. */
  failAtNode(message: string, node: A.Span): never {
    throw this.error("SyntaxError", message, node.start, node.end);
  }

  /** A `SyntaxError` over a token. */
  failAtToken(message: string, index: number): never {
    throw this.error("SyntaxError", message, this.starts[index], this.ends[index]);
  }

  /** An error over a span. */
  error(type: SyntaxErrorType, message: string, start: number, end: number): PythonSyntaxError {
    const from = this.source.position(start);
    const to = this.source.position(end);
    const text = this.source.lineText(from.line) + "\n";
    return new PythonSyntaxError(type, message, this.source.filename, {
      line: from.line,
      column: from.column + 1,
      endLine: to.line,
      endColumn: to.column + 1,
      text,
    });
  }

  /** An `IndentationError` at a token, which may be one of layout. */
  layoutError(message: string, index: number): PythonSyntaxError {
    const kind = this.kinds[index];
    const start = this.starts[index];
    if (kind !== T.INDENT && kind !== T.DEDENT && kind !== T.ENDMARKER) {
      return this.error("IndentationError", message, start, this.ends[index]);
    }
    const atEnd = start >= this.text.length;
    const line = atEnd ? this.source.lineCount : this.source.lineOf(start);
    const text = this.source.lineText(line);
    const column = atEnd ? [...text].length + 1 : this.source.position(start).column;
    return new PythonSyntaxError("IndentationError", message, this.source.filename, {
      line,
      column,
      endLine: line,
      endColumn: -1,
      text: text + "\n",
    });
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
