/**
 * The front door of the syntax folder: source in, syntax tree or `PythonSyntaxError` out.
 *
 * Input: a `Source`, or a text with a filename; output: a `Module`, `Interactive` or `Expression` node and the warnings met.
 * Invariant: any input gives a tree or a `PythonSyntaxError`, never another exception; a tree's depth is bounded as `ast.ts` says.
 *
 * @example
 * ```ts
 * import { parseModule } from "./parser.ts";
 *
 * const { tree } = parseModule("x = 1\n", "example.py");
 * console.log(tree.body[0].kind); // Assign
 * ```
 */

import type * as A from "./ast.ts";
import { MISMATCH, type ParseOptions } from "./cursor.ts";
import { PythonSyntaxError, type SyntaxWarning } from "./errors.ts";
import { tokenize, type Tokens } from "./lexer.ts";
import { Source } from "./source.ts";
import { isCompound, StatementParser } from "./statements.ts";
import * as T from "./tokens.ts";

export { type CharacterNames } from "./literals.ts";
export { type ErrorPlace, PythonSyntaxError, type SyntaxErrorType, type SyntaxWarning } from "./errors.ts";
export { type ParseOptions } from "./cursor.ts";
export { Source } from "./source.ts";

/** A parsed source. */
export interface Parsed<Tree> {
  tree: Tree;
  source: Source;
  /** In the order of the source. */
  warnings: SyntaxWarning[];
}

/**
 * Parses a file (`exec`).
 * @throws PythonSyntaxError if it is not valid
 */
export function parseModule(source: Source | string | Uint8Array, filename = "<string>", options: ParseOptions = {}): Parsed<A.Module> {
  return parse(source, filename, options, "exec", (parser) => parser.module());
}

/**
 * Parses one statement typed at a prompt (`single`).
 * @throws PythonSyntaxError if it is not valid; `incomplete` tells whether more lines could make it so
 */
export function parseInteractive(source: Source | string, filename = "<stdin>", options: ParseOptions = {}): Parsed<A.Interactive> {
  return parse(source, filename, options, "single", (parser) => parser.interactive());
}

/**
 * Parses an expression (`eval`).
 * @throws PythonSyntaxError if it is not valid
 */
export function parseExpression(source: Source | string, filename = "<string>", options: ParseOptions = {}): Parsed<A.Expression> {
  return parse(source, filename, options, "eval", (parser) => parser.evaluation());
}

/** Whether a prompt should ask for another line: the source is the start of a statement, or of a block no empty line has ended. */
export function isIncomplete(text: string): boolean {
  try {
    const { tree } = parseInteractive(text);
    const last = tree.body[tree.body.length - 1];
    return isCompound(last) && !text.endsWith("\n");
  } catch (e) {
    return e instanceof PythonSyntaxError && e.incomplete;
  }
}

function parse<Tree>(
  input: Source | string | Uint8Array,
  filename: string,
  options: ParseOptions,
  mode: "exec" | "single" | "eval",
  start: (parser: StatementParser) => Tree,
): Parsed<Tree> {
  const source = input instanceof Source ? input : new Source(filename, input);
  const tokens = tokenize(source);
  const parser = new StatementParser(source, tokens, options);
  let tree: Tree;
  try {
    tree = start(parser);
  } catch (e) {
    const early = asSyntaxError(e, source);
    if (early !== null && early.type === "MemoryError") throw early;
    const error = diagnose(source, tokens, options, parser, early, start);
    error.incomplete = mode === "single" && isAtEnd(tokens, parser.furthest, source);
    // Only a module is given the newline it lacks before the error is shown.
    const { place } = error;
    if (mode !== "exec" && !source.endsWithNewline && place !== null && place.line >= source.lineCount) {
      place.text = source.lineText(place.line);
    }
    throw error;
  }
  if (parser.hasMore) {
    const at = parser.pos;
    const message = "multiple statements found while compiling a single statement";
    throw parser.error("SyntaxError", message, tokens.starts[at], tokens.ends[at]);
  }
  const warnings = tokens.warnings.concat(parser.warnings);
  return { tree, source, warnings: warnings.sort((a, b) => a.offset - b.offset) };
}

/** Whether a token shows that the source has been read to its end. */
function isAtEnd(tokens: Tokens, index: number, source: Source): boolean {
  const kind = tokens.kinds[index];
  if (kind === T.ERROR) return tokens.errorAtEnd;
  return kind === T.ENDMARKER || (kind === T.DEDENT && tokens.starts[index] >= source.text.length);
}

/** The error behind an exception; null for a mismatch, whose reason is still to be found. */
function asSyntaxError(e: unknown, source: Source): PythonSyntaxError | null {
  if (e === MISMATCH) return null;
  if (e instanceof PythonSyntaxError) return e;
  // The stack of the host ran out first, because the embedder had used much of it.
  if (e instanceof RangeError) {
    return new PythonSyntaxError("MemoryError", "Parser stack overflowed - Python source too complex to parse", source.filename, null);
  }
  throw e;
}

/** Finds the error to report for a source on which the parser `failed`. */
function diagnose(
  source: Source,
  tokens: Tokens,
  options: ParseOptions,
  failed: StatementParser,
  early: PythonSyntaxError | null,
  start: (parser: StatementParser) => unknown,
): PythonSyntaxError {
  if (early === null && tokens.kinds[failed.furthest] === T.ERROR) return tokens.error!;
  const parser = new StatementParser(source, tokens, options);
  parser.diagnosing = true;
  parser.lenient = true;
  parser.furthest = failed.furthest;
  parser.pos = failed.resume;
  let error = early;
  if (early === null || !failed.certain) {
    try {
      start(parser);
    } catch (e) {
      error = asSyntaxError(e, source) ?? early;
    }
  }
  if (error !== null && error.type === "MemoryError") return error;
  if (error === null) {
    const furthest = Math.max(failed.furthest, parser.furthestSubject);
    const kind = tokens.kinds[furthest];
    if (kind === T.INDENT) return parser.layoutError("IndentationError", "unexpected indent", furthest);
    if (kind === T.DEDENT) return parser.layoutError("IndentationError", "unexpected unindent", furthest);
    error = parser.error("SyntaxError", "invalid syntax", tokens.starts[furthest], tokens.ends[furthest]);
  }
  // What the lexer found further on matters more: an unclosed string or bracket is the likelier cause.
  if (tokens.error !== null && error !== tokens.error) {
    if (tokens.unclosed < 0) {
      if (!tokens.errorYields) return tokens.error;
    } else {
      const last = parser.lastRead();
      if (source.lineOf(tokens.starts[last]) > source.lineOf(tokens.unclosed)) return tokens.error;
    }
  }
  return error;
}
