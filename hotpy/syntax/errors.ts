/**
 * The error every part of the front end raises for bad source, with the fields of Python's `SyntaxError`.
 *
 * Input: a message and a place; output: an exception the host turns into the guest's exception of class `type`.
 * Also what messages say about expressions: their names, and which part of one cannot be assigned to; used only once a parse has failed.
 * Invariant: lines count from 1; columns count characters from 1 (0 and -1 occur where CPython reports them).
 */

import type * as A from "./ast.ts";

/** The guest exception class. */
export type SyntaxErrorType = "SyntaxError" | "IndentationError" | "TabError" | "MemoryError";

/** Where an error is, in the units of `SyntaxError.lineno`, `offset`, `end_lineno` and `end_offset`. */
export interface ErrorPlace {
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
  /** The source line, with its newline if CPython keeps it. */
  text: string | null;
}

/** A `SyntaxError` (or a subclass, or the parser's `MemoryError`) in guest source. `message` is the guest's `msg`. */
export class PythonSyntaxError extends Error {
  readonly type: SyntaxErrorType;
  readonly filename: string;
  /** Null when the whole source is at fault (null bytes, undecodable bytes). */
  readonly place: ErrorPlace | null;
  /** Whether more input could make the source valid; set by `parseInteractive`. */
  incomplete = false;

  constructor(type: SyntaxErrorType, message: string, filename: string, place: ErrorPlace | null) {
    super(message);
    this.name = type;
    this.type = type;
    this.filename = filename;
    this.place = place;
  }

  get line(): number | null {
    return this.place === null ? null : this.place.line;
  }
  get column(): number | null {
    return this.place === null ? null : this.place.column;
  }
  get endLine(): number | null {
    return this.place === null ? null : this.place.endLine;
  }
  get endColumn(): number | null {
    return this.place === null ? null : this.place.endColumn;
  }
  get text(): string | null {
    return this.place === null ? null : this.place.text;
  }
}

/** A `SyntaxWarning` met while reading; never fatal here, the embedder shows it or turns it into an error. */
export interface SyntaxWarning {
  message: string;
  line: number;
  /** UTF-16 offset into the source text. */
  offset: number;
}

/** What messages call an expression. */
export function expressionName(node: A.Expr): string {
  switch (node.kind) {
    case "Attribute":
      return "attribute";
    case "Subscript":
      return "subscript";
    case "Starred":
      return "starred";
    case "Name":
      return "name";
    case "List":
      return "list";
    case "Tuple":
      return "tuple";
    case "Lambda":
      return "lambda";
    case "Call":
      return "function call";
    case "BoolOp":
    case "BinOp":
    case "UnaryOp":
      return "expression";
    case "GeneratorExp":
      return "generator expression";
    case "Yield":
    case "YieldFrom":
      return "yield expression";
    case "Await":
      return "await expression";
    case "ListComp":
      return "list comprehension";
    case "SetComp":
      return "set comprehension";
    case "DictComp":
      return "dict comprehension";
    case "Dict":
      return "dict literal";
    case "Set":
      return "set display";
    case "JoinedStr":
    case "FormattedValue":
      return "f-string expression";
    case "TemplateStr":
    case "Interpolation":
      return "t-string expression";
    case "Compare":
      return "comparison";
    case "IfExp":
      return "conditional expression";
    case "NamedExpr":
      return "named expression";
    case "Slice":
      return "slice";
    case "Constant":
      switch (node.value.type) {
        case "none":
          return "None";
        case "bool":
          return node.value.value ? "True" : "False";
        case "ellipsis":
          return "ellipsis";
        default:
          return "literal";
      }
  }
}

/** The first part of an expression that cannot be a target of assignment, `del` or `for`; null if all can. */
export function findInvalidTarget(node: A.Expr, use: "assign" | "del" | "for"): A.Expr | null {
  switch (node.kind) {
    case "Name":
    case "Attribute":
    case "Subscript":
      return null;
    case "Tuple":
    case "List":
      for (const element of node.elts) {
        const bad = findInvalidTarget(element, use);
        if (bad !== null) return bad;
      }
      return null;
    case "Starred":
      return use === "del" ? node : findInvalidTarget(node.value, use);
    case "Compare":
      // `for x in y` reads as a comparison.
      if (use !== "for") return node;
      return node.ops[0] === "In" ? findInvalidTarget(node.left, use) : null;
    default:
      return node;
  }
}

/** Whether an expression is the name of a statement of Python 2. */
export function isLegacyStatement(node: A.Expr): boolean {
  return node.kind === "Name" && (node.id === "print" || node.id === "exec");
}

/** Where the last clause of a comprehension ends. */
export function lastGenerator(generators: A.Comprehension[]): number {
  return generators[generators.length - 1].end;
}
