/**
 * Parses expressions, targets, arguments, parameters and comprehensions by recursive descent.
 *
 * Input: tokens; output: `Expr` nodes, with context `Load` until `store` or `remove` turns them into targets.
 * Invariant: on success the cursor is behind the expression; left-associative operators and trailers loop, so that chains of them
 * need no stack, and everything else that nests counts in `depth`.
 * Follows docs.python.org/3.14/reference/expressions.html.
 */

import type * as A from "./ast.ts";
import { MISMATCH, normalize } from "./cursor.ts";
import { expressionName, findInvalidTarget, isLegacyStatement, lastGenerator } from "./diagnose.ts";
import { LiteralError, numberValue } from "./literals.ts";
import { StringParser } from "./strings.ts";
import * as T from "./tokens.ts";

/** Binding strengths of the binary operators by token kind; 0 for other tokens. */
const PRECEDENCE = new Uint8Array(128);
const BINARY_OPERATORS: A.BinaryOperator[] = [];
for (
  const [kind, precedence, operator] of [
    [T.VBAR, 1, "BitOr"],
    [T.CIRCUMFLEX, 2, "BitXor"],
    [T.AMPER, 3, "BitAnd"],
    [T.LEFTSHIFT, 4, "LShift"],
    [T.RIGHTSHIFT, 4, "RShift"],
    [T.PLUS, 5, "Add"],
    [T.MINUS, 5, "Sub"],
    [T.STAR, 6, "Mult"],
    [T.SLASH, 6, "Div"],
    [T.DOUBLESLASH, 6, "FloorDiv"],
    [T.PERCENT, 6, "Mod"],
    [T.AT, 6, "MatMult"],
    [T.DOUBLESTAR, 0, "Pow"],
  ] as [number, number, A.BinaryOperator][]
) {
  PRECEDENCE[kind] = precedence;
  BINARY_OPERATORS[kind] = operator;
}

/** The operator of an augmented assignment token, or undefined. */
export function augmentedOperator(kind: number): A.BinaryOperator | undefined {
  if (kind < T.ATEQUAL || kind > T.RIGHTSHIFTEQUAL) return undefined;
  return BINARY_OPERATORS[kind - T.ATEQUAL + T.AT];
}

/** Tokens that end an expression for certain: a name or number before one is the whole expression. */
const ENDS_EXPRESSION = new Uint8Array(128);
for (const kind of [T.NEWLINE, T.RPAR, T.RSQB, T.RBRACE, T.COMMA, T.COLON, T.EQUAL]) ENDS_EXPRESSION[kind] = 1;

/** Tokens an expression may start with. */
const STARTS_EXPRESSION = new Uint8Array(128);
for (
  const kind of [
    T.NAME,
    T.NUMBER,
    T.STRING,
    T.FSTRING_START,
    T.TSTRING_START,
    T.LPAR,
    T.LSQB,
    T.LBRACE,
    T.ELLIPSIS,
    T.PLUS,
    T.MINUS,
    T.TILDE,
    T.NOT,
    T.LAMBDA,
    T.AWAIT,
    T.TRUE,
    T.FALSE,
    T.NONE,
  ]
) STARTS_EXPRESSION[kind] = 1;

/** Whether an expression may start with a token of a kind. */
export function startsExpression(kind: number): boolean {
  return STARTS_EXPRESSION[kind] === 1;
}

/** A result kept for the diagnosing pass, which reads the same place many times. */
interface Remembered {
  /** What was read; null if it did not match. */
  node: unknown;
  /** Where the cursor was then. */
  pos: number;
}

// The parts whose results are kept.
const EXPRESSION = 0;
const DISJUNCTION = 1;
const BITWISE_OR = 2;
const COMPREHENSIONS = 3;
const NAMED_EXPRESSION = 4;
const PRIMARY = 5;
const RULE_COUNT = 6;

export abstract class ExpressionParser extends StringParser {
  /** Whether the error thrown is the one to report, without a diagnosing pass. */
  certain = false;
  /** Whether `from __future__ import barry_as_FLUFL` (PEP 401) is in force. */
  flufl = false;
  #remembered: Map<number, Remembered> = new Map();

  // ---- lists of expressions ----

  override fieldExpression(): A.Expr {
    return this.at(T.YIELD) ? this.yieldExpression() : this.starExpressions();
  }

  /** `star_expressions`: one expression, or a tuple without parentheses. */
  starExpressions(): A.Expr {
    const start = this.start();
    const first = this.starExpression();
    if (!this.at(T.COMMA)) return first;
    const elts = [first];
    while (this.accept(T.COMMA)) {
      if (!this.atExpression() && !this.at(T.STAR)) break;
      const next = this.lenient ? this.attempt(() => this.starExpression()) : this.starExpression();
      if (next === null) break;
      elts.push(next);
    }
    return { kind: "Tuple", elts, ctx: "Load", start, end: this.end() };
  }

  /** Whether the current token may start an expression. */
  atExpression(): boolean {
    return STARTS_EXPRESSION[this.kinds[this.pos]] === 1;
  }

  /** Reads an expression for the mistakes in it, and goes back. */
  looksLikeExpression(): void {
    const { pos } = this;
    this.attempt(() => this.expression());
    this.pos = pos;
  }

  starExpression(): A.Expr {
    return this.at(T.STAR) ? this.#starredOperand() : this.expression();
  }

  /** `star_named_expression`: an element of a display. */
  starNamedExpression(): A.Expr {
    return this.at(T.STAR) ? this.#starredOperand() : this.namedExpression();
  }

  #starredOperand(): A.Starred {
    const start = this.start();
    this.pos++;
    const value = this.binary(1);
    return { kind: "Starred", value, ctx: "Load", start, end: this.end() };
  }

  yieldExpression(): A.Expr {
    const start = this.start();
    this.expect(T.YIELD);
    if (this.accept(T.FROM)) {
      const value = this.expression();
      return { kind: "YieldFrom", value, start, end: this.end() };
    }
    const value = this.atExpression() || this.at(T.STAR) ? this.starExpressions() : null;
    return { kind: "Yield", value, start, end: this.end() };
  }

  // ---- single expressions ----

  /** `named_expression`: an expression or `name := expression`. */
  namedExpression(): A.Expr {
    return this.diagnosing ? this.#remember(NAMED_EXPRESSION, () => this.#namedExpression()) : this.#namedExpression();
  }

  #namedExpression(): A.Expr {
    if (this.at(T.NAME) && this.nextIs(T.COLONEQUAL)) return this.#walrus();
    const first = this.pos;
    if (this.diagnosing) this.#diagnoseNamed(first);
    const value = this.expression();
    if (this.at(T.COLONEQUAL)) this.mismatch();
    return value;
  }

  #walrus(): A.NamedExpr {
    const start = this.start();
    const target: A.Name = { kind: "Name", id: this.name(), ctx: "Store", start, end: this.end() };
    this.pos++;
    const value = this.expression();
    return { kind: "NamedExpr", target, value, start, end: this.end() };
  }

  /** `=` or `:=` after something that cannot be assigned to in an expression. */
  #diagnoseNamed(first: number): void {
    const value = this.attempt(() => this.expression());
    if (value !== null && this.accept(T.COLONEQUAL)) {
      if (this.attempt(() => this.expression()) !== null) {
        this.failAtNode(`cannot use assignment expressions with ${expressionName(value)}`, value);
      }
    }
    this.pos = first;
    if (this.at(T.NAME) && this.nextIs(T.EQUAL)) {
      this.pos += 2;
      const right = this.attempt(() => this.binary(1));
      if (right !== null && !this.at(T.EQUAL) && !this.at(T.COLONEQUAL)) {
        this.failAt("invalid syntax. Maybe you meant '==' or ':=' instead of '='?", this.starts[first], right.end);
      }
    }
    this.pos = first;
    if (this.#startsDisplay(first)) return;
    const left = this.attempt(() => this.binary(1));
    if (left !== null && this.accept(T.EQUAL)) {
      const right = this.attempt(() => this.binary(1));
      if (right !== null && !this.at(T.EQUAL) && !this.at(T.COLONEQUAL)) {
        this.failAtNode(`cannot assign to ${expressionName(left)} here. Maybe you meant '==' instead of '='?`, left);
      }
    }
    this.pos = first;
  }

  /** Whether a list, tuple, generator expression or singleton is here: what `#diagnoseNamed` leaves to the statement. */
  #startsDisplay(index: number): boolean {
    const kind = this.kinds[index];
    if (kind === T.TRUE || kind === T.FALSE || kind === T.NONE) return true;
    if (kind !== T.LSQB && kind !== T.LPAR) return false;
    const { pos } = this;
    this.pos = index;
    const node = this.attemptQuietly(() => this.#atom());
    this.pos = pos;
    return node !== null && node.start === this.starts[index] && node.kind !== "ListComp";
  }

  /** `expression`: a conditional, a disjunction or a lambda. */
  expression(): A.Expr {
    const { kinds, pos } = this;
    const kind = kinds[pos];
    if ((kind === T.NAME || kind === T.NUMBER) && ENDS_EXPRESSION[kinds[pos + 1]] === 1) return this.#atom();
    if (this.diagnosing) return this.#diagnosedExpression();
    return this.#expression();
  }

  #expression(): A.Expr {
    this.deeper();
    if (this.at(T.LAMBDA)) {
      const node = this.#lambda();
      this.depth--;
      return node;
    }
    const start = this.start();
    const body = this.disjunction();
    if (!this.at(T.IF)) {
      this.depth--;
      return body;
    }
    const node = this.lenient ? this.attempt(() => this.#conditional(body, start)) ?? body : this.#conditional(body, start);
    this.depth--;
    return node;
  }

  #conditional(body: A.Expr, start: number): A.IfExp {
    this.expect(T.IF);
    const test = this.disjunction();
    this.expect(T.ELSE);
    const orelse = this.expression();
    return { kind: "IfExp", test, body, orelse, start, end: this.end() };
  }

  /** `expression` in the diagnosing pass: looks for likely mistakes first. */
  #diagnosedExpression(): A.Expr {
    return this.#remember(EXPRESSION, () => {
      this.#diagnoseExpression();
      return this.#expression();
    });
  }

  /**
   * Reads a part once for each place and gives the same result again: the diagnosing pass comes back to a place from many sides, and
   * without this the time for nested brackets would double with each of them.
   */
  #remember<R>(rule: number, parse: () => R): R {
    const key = this.pos * RULE_COUNT + rule;
    const known = this.#remembered.get(key);
    if (known !== undefined) {
      this.pos = known.pos;
      if (known.node === null) this.mismatch();
      return known.node as R;
    }
    const first = this.pos;
    const node = this.attempt(parse);
    this.#remembered.set(key, { node, pos: this.pos });
    if (node === null) {
      this.pos = first;
      this.mismatch();
    }
    return node;
  }

  /** Two expressions side by side, `if` without `else`, a Python 2 statement, a lambda cut short by an f-string's format. */
  #diagnoseExpression(): void {
    const first = this.pos;
    const quoted = this.at(T.NAME) && this.nextIs(T.STRING);
    const soft = this.at(T.NAME) && ["_", "case", "match", "type"].includes(this.textOf(first));
    if (this.at(T.STRING)) this.#diagnoseQuotes();
    const left = this.attempt(() => this.disjunction());
    const afterLeft = this.pos;
    if (left !== null && !quoted && !soft && this.atExpression()) {
      const right = this.attemptQuietly(() => this.#expression());
      if (right !== null && !isLegacyStatement(left) && this.levelAfter(this.pos - 1) > 0) {
        this.failAt("invalid syntax. Perhaps you forgot a comma?", left.start, right.end);
      }
      this.pos = afterLeft;
    }
    if (left !== null && this.accept(T.IF)) {
      const test = this.attempt(() => this.disjunction());
      if (test !== null && !this.at(T.ELSE) && !this.at(T.COLON)) {
        this.failAt("expected 'else' after 'if' expression", left.start, test.end);
      }
      if (test !== null && this.accept(T.ELSE) && this.attempt(() => this.expression()) === null) {
        this.failAtToken("expected expression after 'else', but statement is given", this.pos);
      }
    }
    this.pos = first;
    if (this.at(T.PASS) || this.at(T.BREAK) || this.at(T.CONTINUE)) {
      const keyword = this.pos++;
      this.look();
      if (this.accept(T.IF)) {
        const test = this.attempt(() => this.disjunction());
        if (test !== null && this.accept(T.ELSE)) {
          this.failAtToken("expected expression before 'if', but statement is given", keyword);
        }
      }
    }
    this.pos = first;
    if (this.accept(T.LAMBDA)) {
      const matched = this.attempt(() => {
        this.parameters(true);
        this.expect(T.COLON);
        return this.at(T.FSTRING_MIDDLE);
      });
      if (matched === true) {
        this.failAt("f-string: lambda expressions are not allowed without parentheses", this.starts[first], this.end());
      }
    }
    this.pos = first;
    if (this.at(T.NAME) && !this.nextIs(T.LPAR)) {
      this.pos++;
      if (this.atExpression() || this.at(T.STAR)) {
        const argument = this.attempt(() => this.starExpressions());
        const name = this.textOf(first);
        if (argument !== null && (name === "print" || name === "exec")) {
          const message = `Missing parentheses in call to '${name}'. Did you mean ${name}(...)?`;
          this.failAt(message, this.starts[first], argument.end);
        }
      }
    }
    this.pos = first;
  }

  /** `"a" b "c"`: quotes inside a string. The cursor is at a string. */
  #diagnoseQuotes(): void {
    const first = this.pos++;
    const inside = this.pos;
    let last: A.Expr | null = null;
    while (!this.at(T.STRING) && this.atExpression()) {
      const next = this.attemptQuietly(() => this.#expression());
      if (next === null) break;
      last = next;
    }
    if (last !== null && this.at(T.STRING)) {
      this.pos++;
      this.failAt("invalid syntax. Is this intended to be part of the string?", this.#firstStart(inside), last.end);
    }
    this.pos = first;
  }

  /** Where the node starts that the token at an index begins. */
  #firstStart(index: number): number {
    const { pos } = this;
    this.pos = index;
    const node = this.attemptQuietly(() => this.#expression());
    this.pos = pos;
    return node === null ? this.starts[index] : node.start;
  }

  disjunction(): A.Expr {
    return this.diagnosing ? this.#remember(DISJUNCTION, () => this.#disjunction()) : this.#disjunction();
  }

  #disjunction(): A.Expr {
    const start = this.start();
    const first = this.#conjunction();
    if (!this.at(T.OR)) return first;
    const values = [first];
    while (this.at(T.OR)) {
      const next = this.lenient ? this.#operandOrBack(() => this.#conjunction()) : (this.pos++, this.#conjunction());
      if (next === null) break;
      values.push(next);
    }
    if (values.length === 1) return first;
    return { kind: "BoolOp", op: "Or", values, start, end: this.end() };
  }

  #conjunction(): A.Expr {
    const start = this.start();
    const first = this.#inversion();
    if (!this.at(T.AND)) return first;
    const values = [first];
    while (this.at(T.AND)) {
      const next = this.lenient ? this.#operandOrBack(() => this.#inversion()) : (this.pos++, this.#inversion());
      if (next === null) break;
      values.push(next);
    }
    if (values.length === 1) return first;
    return { kind: "BoolOp", op: "And", values, start, end: this.end() };
  }

  /** What follows an operator of one token; null, with the cursor at the operator, if it does not match. */
  #operandOrBack(parse: () => A.Expr): A.Expr | null {
    const operator = this.pos++;
    const node = this.attempt(parse);
    if (node === null) this.pos = operator;
    return node;
  }

  #inversion(): A.Expr {
    if (!this.at(T.NOT)) return this.#comparison();
    const start = this.start();
    this.pos++;
    this.deeper();
    const operand = this.#inversion();
    this.depth--;
    return { kind: "UnaryOp", op: "Not", operand, start, end: this.end() };
  }

  #comparison(): A.Expr {
    const start = this.start();
    const left = this.binary(1);
    let before = this.pos;
    let op = this.#compareOperator();
    if (op === null) return left;
    const ops: A.CompareOperator[] = [];
    const comparators: A.Expr[] = [];
    while (op !== null) {
      const right = this.lenient ? this.attempt(() => this.binary(1)) : this.binary(1);
      if (right === null) {
        this.pos = before;
        break;
      }
      ops.push(op);
      comparators.push(right);
      before = this.pos;
      op = this.#compareOperator();
    }
    if (ops.length === 0) return left;
    return { kind: "Compare", left, ops, comparators, start, end: this.end() };
  }

  /** Moves over a comparison operator, if there is one. */
  #compareOperator(): A.CompareOperator | null {
    switch (this.kinds[this.pos]) {
      case T.EQEQUAL:
        this.pos++;
        return "Eq";
      case T.NOTEQUAL:
        if (this.flufl) this.failAtToken("with Barry as BDFL, use '<>' instead of '!='", this.pos);
        this.pos++;
        return "NotEq";
      case T.STRAY:
        if (!this.flufl || this.textOf(this.pos) !== "<>") return null;
        this.pos++;
        return "NotEq";
      case T.LESS:
        this.pos++;
        return "Lt";
      case T.LESSEQUAL:
        this.pos++;
        return "LtE";
      case T.GREATER:
        this.pos++;
        return "Gt";
      case T.GREATEREQUAL:
        this.pos++;
        return "GtE";
      case T.IN:
        this.pos++;
        return "In";
      case T.IS:
        this.pos++;
        return this.accept(T.NOT) ? "IsNot" : "Is";
      case T.NOT:
        if (!this.nextIs(T.IN)) {
          if (this.pos + 1 > this.furthest) this.furthest = this.pos + 1;
          return null;
        }
        this.pos += 2;
        return "NotIn";
      default:
        return null;
    }
  }

  /** Binary operators of at least a precedence; `binary(1)` is `bitwise_or`. */
  binary(minimum: number): A.Expr {
    return this.diagnosing && minimum === 1 ? this.#remember(BITWISE_OR, () => this.#binary(1)) : this.#binary(minimum);
  }

  #binary(minimum: number): A.Expr {
    const start = this.start();
    let left = this.#unary();
    for (;;) {
      const kind = this.kinds[this.pos];
      const precedence = PRECEDENCE[kind];
      if (precedence === 0 || precedence < minimum) return left;
      const operator = this.pos++;
      if (this.diagnosing && precedence >= 5 && this.at(T.NOT)) this.#diagnoseNot(() => this.#inversion());
      const right = this.lenient ? this.attempt(() => this.#binary(precedence + 1)) : this.#binary(precedence + 1);
      if (right === null) {
        this.pos = operator;
        return left;
      }
      left = { kind: "BinOp", left, op: BINARY_OPERATORS[kind], right, start, end: this.end() };
    }
  }

  /** `a + not b`. */
  #diagnoseNot(parse: () => A.Expr): void {
    const first = this.pos;
    const operand = this.attempt(() => parse());
    if (operand !== null) {
      this.failAt("'not' after an operator must be parenthesized", this.starts[first], operand.end);
    }
  }

  #unary(): A.Expr {
    const kind = this.kinds[this.pos];
    if (kind !== T.MINUS && kind !== T.PLUS && kind !== T.TILDE) {
      if (kind === T.AWAIT) return this.#await();
      const start = this.start();
      const left = this.diagnosing ? this.primary() : this.#primary();
      return this.at(T.DOUBLESTAR) ? this.#power(left, start) : left;
    }
    const start = this.start();
    this.pos++;
    if (this.diagnosing && this.at(T.NOT)) {
      this.#diagnoseNot(() => {
        this.pos++;
        return this.#unary();
      });
    }
    this.deeper();
    const operand = this.#unary();
    this.depth--;
    const op = kind === T.MINUS ? "USub" : kind === T.PLUS ? "UAdd" : "Invert";
    return { kind: "UnaryOp", op, operand, start, end: this.end() };
  }

  #await(): A.Expr {
    const start = this.start();
    this.expect(T.AWAIT);
    const value = this.primary();
    const node: A.Await = { kind: "Await", value, start, end: this.end() };
    return this.at(T.DOUBLESTAR) ? this.#power(node, start) : node;
  }

  /** `left ** …`; an operand in parentheses starts at `start`, not where its node does. */
  #power(left: A.Expr, start: number): A.Expr {
    this.deeper();
    const right = this.lenient ? this.#operandOrBack(() => this.#unary()) : (this.pos++, this.#unary());
    this.depth--;
    if (right === null) return left;
    return { kind: "BinOp", left, op: "Pow", right, start, end: this.end() };
  }

  /** An atom with its attributes, calls and subscripts. */
  primary(): A.Expr {
    return this.diagnosing ? this.#remember(PRIMARY, () => this.#primary()) : this.#primary();
  }

  #primary(): A.Expr {
    const start = this.start();
    let node = this.#atom();
    for (;;) {
      const kind = this.kinds[this.pos];
      if (kind !== T.DOT && kind !== T.LPAR && kind !== T.LSQB) return node;
      const value = node;
      const next = this.lenient ? this.attempt(() => this.#trailer(value, start)) : this.#trailer(value, start);
      if (next === null) return node;
      node = next;
    }
  }

  #trailer(value: A.Expr, start: number): A.Expr {
    switch (this.kinds[this.pos]) {
      case T.DOT: {
        this.pos++;
        const attr = this.name();
        return { kind: "Attribute", value, attr, ctx: "Load", start, end: this.end() };
      }
      case T.LPAR:
        return this.#call(value, start);
      default: {
        this.pos++;
        const slice = this.#slices();
        this.expect(T.RSQB);
        return { kind: "Subscript", value, slice, ctx: "Load", start, end: this.end() };
      }
    }
  }

  #slices(): A.Expr {
    const start = this.start();
    const starred = this.at(T.STAR);
    const first = this.#slice();
    if (!starred && !this.at(T.COMMA)) return first;
    const elts = [first];
    while (this.accept(T.COMMA)) {
      if (this.at(T.RSQB)) break;
      elts.push(this.#slice());
    }
    return { kind: "Tuple", elts, ctx: "Load", start, end: this.end() };
  }

  #slice(): A.Expr {
    if (this.at(T.STAR)) return this.starredExpression();
    const start = this.start();
    let lower: A.Expr | null = null;
    if (!this.at(T.COLON)) {
      lower = this.diagnosing && this.looksLike(() => {
          this.expression();
          this.expect(T.COLON);
        })
        ? this.expression()
        : this.namedExpression();
      if (!this.at(T.COLON) || lower.kind === "NamedExpr") return lower;
    }
    this.expect(T.COLON);
    const upper = this.atExpression() ? this.expression() : null;
    let step: A.Expr | null = null;
    if (this.accept(T.COLON) && this.atExpression()) step = this.expression();
    return { kind: "Slice", lower, upper, step, start, end: this.end() };
  }

  /** `*expression`, in calls and subscripts. */
  starredExpression(): A.Starred {
    const start = this.start();
    const star = this.pos;
    this.expect(T.STAR);
    if (this.diagnosing) {
      const value = this.attempt(() => this.expression());
      if (value === null) {
        this.failAtToken("Invalid star expression", star + 1);
      }
      if (this.at(T.EQUAL)) {
        this.pos++;
        const right = this.attempt(() => this.expression());
        if (right !== null) this.failAt("cannot assign to iterable argument unpacking", start, right.end);
        this.mismatch();
      }
      return { kind: "Starred", value, ctx: "Load", start, end: this.end() };
    }
    const value = this.expression();
    return { kind: "Starred", value, ctx: "Load", start, end: this.end() };
  }

  // ---- calls ----

  #call(func: A.Expr, start: number): A.Call {
    const args: A.Expr[] = [];
    const keywords: A.Keyword[] = [];
    this.callArguments(args, keywords, true);
    return { kind: "Call", func, args, keywords, start, end: this.end() };
  }

  /** The arguments of a call or class, with their parentheses; a class may not have a bare generator expression. */
  callArguments(args: A.Expr[], keywords: A.Keyword[], mayGenerate: boolean): void {
    const open = this.pos++;
    if (this.diagnosing) {
      const matched = this.attempt(() => {
        this.#arguments(args, keywords, open, mayGenerate);
        return true;
      });
      if (matched === null) {
        this.#diagnoseArguments(open);
        this.pos = open;
        this.mismatch();
      }
    } else {
      this.#arguments(args, keywords, open, mayGenerate);
    }
  }

  /** The arguments and the closing parenthesis; the cursor is behind the opening one, token `open`. */
  #arguments(args: A.Expr[], keywords: A.Keyword[], open: number, mayGenerate: boolean): void {
    let doubleStarred = false;
    while (!this.at(T.RPAR)) {
      const start = this.start();
      if (this.at(T.STAR)) {
        if (doubleStarred) this.mismatch();
        if (this.diagnosing) this.#diagnoseStarredComprehension(open);
        args.push(this.starredExpression());
      } else if (this.accept(T.DOUBLESTAR)) {
        doubleStarred = true;
        const value = this.expression();
        if (this.diagnosing && this.at(T.EQUAL)) {
          this.pos++;
          const right = this.attempt(() => this.expression());
          if (right !== null) this.failAt("cannot assign to keyword argument unpacking", start, right.end);
          this.mismatch();
        }
        keywords.push({ kind: "keyword", arg: null, value, start, end: this.end() });
      } else if (this.at(T.NAME) && this.nextIs(T.EQUAL)) {
        const arg = this.name();
        this.pos++;
        const value = this.expression();
        keywords.push({ kind: "keyword", arg, value, start, end: this.end() });
      } else {
        if (keywords.length > 0) {
          // Only keyword arguments may follow.
          this.accept(T.NAME);
          this.mismatch();
        }
        const value = this.#positional();
        if (this.at(T.FOR) || this.at(T.ASYNC)) {
          if (!mayGenerate || args.length > 0 || keywords.length > 0) this.mismatch();
          const generators = this.comprehensions();
          this.expect(T.RPAR);
          args.push({ kind: "GeneratorExp", elt: value, generators, start: this.starts[open], end: this.end() });
          return;
        }
        if (this.at(T.COLONEQUAL) || this.at(T.EQUAL)) this.mismatch();
        args.push(value);
      }
      if (!this.accept(T.COMMA)) break;
    }
    this.expect(T.RPAR);
  }

  /** Why the arguments of a call are wrong; in the order in which CPython's grammar asks. */
  #diagnoseArguments(open: number): void {
    const first = open + 1;
    let keyword = false;
    let unpacking = false;
    this.pos = first;
    while (!this.at(T.RPAR)) {
      const from = this.pos;
      if (this.at(T.STAR)) {
        if (this.attempt(() => this.starredExpression()) === null) return;
        if (unpacking) this.#failStarred(from);
      } else if (this.accept(T.DOUBLESTAR)) {
        if (this.attempt(() => this.expression()) === null) return;
        unpacking = keyword = true;
      } else if (this.at(T.NAME) && this.nextIs(T.EQUAL)) {
        this.pos += 2;
        if (this.at(T.COMMA) || this.at(T.RPAR)) {
          this.failAt("expected argument value expression", this.starts[from], this.ends[from + 1]);
        }
        if (this.attempt(() => this.expression()) === null) return;
        if (this.#atComprehension()) {
          if (this.attempt(() => this.comprehensions()) === null) return;
          this.failAt("invalid syntax. Maybe you meant '==' or ':=' instead of '='?", this.starts[from], this.ends[from + 1]);
        }
        keyword = true;
      } else {
        const kind = this.kinds[this.pos];
        if ((kind === T.TRUE || kind === T.FALSE || kind === T.NONE) && this.nextIs(T.EQUAL)) {
          this.failAt(`cannot assign to ${this.textOf(this.pos)}`, this.starts[from], this.ends[from + 1]);
        }
        const value = this.attempt(() => this.#positional());
        if (value === null) return;
        if (this.at(T.EQUAL)) {
          this.failAt('expression cannot contain assignment, perhaps you meant "=="?', value.start, this.ends[this.pos]);
        }
        if (this.#atComprehension()) {
          const generators = this.attempt(() => this.comprehensions());
          if (generators === null || (from === first && !this.at(T.COMMA))) return;
          this.failAt("Generator expression must be parenthesized", value.start, lastGenerator(generators));
        }
        if (keyword) this.#failPositional(unpacking);
      }
      if (!this.accept(T.COMMA)) return;
    }
  }

  #atComprehension(): boolean {
    return this.at(T.FOR) || (this.at(T.ASYNC) && this.nextIs(T.FOR));
  }

  #positional(): A.Expr {
    return this.at(T.NAME) && this.nextIs(T.COLONEQUAL) ? this.#walrus() : this.expression();
  }

  /** `f(**a, *b)`; the cursor is behind `*b`, which starts at token `star`. */
  #failStarred(star: number): never {
    while (this.accept(T.COMMA)) {
      if (!this.at(T.STAR) || this.attempt(() => this.starredExpression()) === null) break;
    }
    this.failFrom("iterable argument unpacking follows keyword argument unpacking", this.starts[star - 1]);
  }

  /** `f(a=b, c)`; the cursor is behind `c`. CPython reports it where the arguments after it end. */
  #failPositional(unpacking: boolean): never {
    while (this.at(T.COMMA)) {
      const comma = this.pos++;
      const matched = this.attempt(() => {
        if (this.at(T.STAR)) this.starredExpression();
        else if (this.accept(T.DOUBLESTAR)) this.expression();
        else if (this.at(T.NAME) && this.nextIs(T.EQUAL)) {
          this.pos += 2;
          this.expression();
        } else this.#positional();
        return true;
      });
      if (matched === null) {
        this.pos = comma;
        break;
      }
    }
    const message = "positional argument follows keyword argument" + (unpacking ? " unpacking" : "");
    this.failAtToken(message, this.lastRead());
  }

  // ---- atoms ----

  #atom(): A.Expr {
    const index = this.pos;
    const start = this.starts[index];
    const end = this.ends[index];
    switch (this.kinds[index]) {
      case T.NAME:
        this.pos++;
        return { kind: "Name", id: normalize(this.text.slice(start, end)), ctx: "Load", start, end };
      case T.NUMBER:
        return this.numberAtom();
      case T.STRING:
      case T.FSTRING_START:
      case T.TSTRING_START:
        return this.strings();
      case T.LPAR:
        return this.#parenthesized();
      case T.LSQB:
        return this.#listDisplay();
      case T.LBRACE:
        return this.#braceDisplay();
      case T.NONE:
        this.pos++;
        return { kind: "Constant", value: { type: "none" }, u_prefix: false, start, end };
      case T.TRUE:
      case T.FALSE:
        this.pos++;
        return { kind: "Constant", value: { type: "bool", value: this.kinds[index] === T.TRUE }, u_prefix: false, start, end };
      case T.ELLIPSIS:
        this.pos++;
        return { kind: "Constant", value: { type: "ellipsis" }, u_prefix: false, start, end };
      default:
        this.mismatch();
    }
  }

  /** The number here. */
  numberAtom(): A.Constant {
    const index = this.pos++;
    return { kind: "Constant", value: this.#number(index), u_prefix: false, start: this.starts[index], end: this.ends[index] };
  }

  #number(index: number): A.PyConstant {
    try {
      return numberValue(this.textOf(index));
    } catch (e) {
      if (!(e instanceof LiteralError)) throw e;
      const line = this.source.lineOf(this.starts[index]);
      const text = this.source.lineText(line) + "\n";
      throw this.errorAt("SyntaxError", e.message, { line, column: 0, endLine: line, endColumn: 0, text });
    }
  }

  /** A tuple, a generator expression, or an expression in parentheses, which leaves no node. */
  #parenthesized(): A.Expr {
    const start = this.start();
    const open = this.pos++;
    if (this.accept(T.RPAR)) return { kind: "Tuple", elts: [], ctx: "Load", start, end: this.end() };
    if (this.at(T.YIELD)) {
      const node = this.yieldExpression();
      this.expect(T.RPAR);
      return node;
    }
    if (this.diagnosing) this.#diagnoseGroup(open);
    const first = this.starNamedExpression();
    if (this.at(T.COMMA)) {
      const elts = this.#elements(first, T.RPAR, open);
      this.expect(T.RPAR);
      return { kind: "Tuple", elts, ctx: "Load", start, end: this.end() };
    }
    if ((this.at(T.FOR) || this.at(T.ASYNC)) && first.kind !== "Starred") {
      const generators = this.comprehensions();
      this.expect(T.RPAR);
      return { kind: "GeneratorExp", elt: first, generators, start, end: this.end() };
    }
    if (first.kind === "Starred") {
      if (this.diagnosing && this.at(T.RPAR)) this.failAtNode("cannot use starred expression here", first);
      this.mismatch();
    }
    this.expect(T.RPAR);
    return first;
  }

  #diagnoseGroup(open: number): void {
    this.#diagnoseStarredComprehension(open);
    if (this.at(T.DOUBLESTAR)) {
      const star = this.pos++;
      if (this.attempt(() => this.expression()) !== null && this.at(T.RPAR)) {
        this.failAtToken("cannot use double starred expression here", star);
      }
      this.pos = star;
    }
  }

  /** `[*a for …]` */
  #diagnoseStarredComprehension(open: number): void {
    if (!this.at(T.STAR)) return;
    const { pos } = this;
    this.pos = open + 1;
    if (this.at(T.STAR)) {
      const starred = this.attempt(() => this.starredExpression());
      if (starred !== null && (this.at(T.FOR) || this.at(T.ASYNC)) && this.attempt(() => this.comprehensions()) !== null) {
        this.failAtNode("iterable unpacking cannot be used in comprehension", starred);
      }
    }
    this.pos = pos;
  }

  /** The elements of a display after the first; the cursor is at a comma. */
  #elements(first: A.Expr, close: number, open: number): A.Expr[] {
    const elts = [first];
    while (this.accept(T.COMMA)) {
      if (this.at(close)) break;
      if (this.diagnosing && !this.atExpression() && !this.at(T.STAR)) {
        this.#diagnoseUnparenthesized(elts, open);
        this.mismatch();
      }
      elts.push(this.starNamedExpression());
    }
    if (this.diagnosing) this.#diagnoseUnparenthesized(elts, open);
    return elts;
  }

  /** `[a, b for …]` */
  #diagnoseUnparenthesized(elts: A.Expr[], open: number): void {
    if ((!this.at(T.FOR) && !this.at(T.ASYNC)) || this.kinds[open] === T.LPAR) return;
    const { pos } = this;
    if (this.attempt(() => this.comprehensions()) !== null) {
      const end = this.kinds[pos - 1] === T.COMMA ? this.ends[pos - 1] : elts[elts.length - 1].end;
      this.failAt("did you forget parentheses around the comprehension target?", elts[0].start, end);
    }
    this.pos = pos;
  }

  #listDisplay(): A.Expr {
    const start = this.start();
    const open = this.pos++;
    if (this.accept(T.RSQB)) return { kind: "List", elts: [], ctx: "Load", start, end: this.end() };
    if (this.diagnosing) this.#diagnoseStarredComprehension(open);
    const first = this.starNamedExpression();
    if ((this.at(T.FOR) || this.at(T.ASYNC)) && first.kind !== "Starred") {
      const generators = this.comprehensions();
      this.expect(T.RSQB);
      return { kind: "ListComp", elt: first, generators, start, end: this.end() };
    }
    const elts = this.#elements(first, T.RSQB, open);
    this.expect(T.RSQB);
    return { kind: "List", elts, ctx: "Load", start, end: this.end() };
  }

  /** A dictionary or set display or comprehension. */
  #braceDisplay(): A.Expr {
    const first = this.pos;
    if (this.lenient) return this.#braces();
    try {
      return this.#braces();
    } catch (e) {
      // CPython looks for these mistakes in its first pass already, and then for no others.
      if (e === MISMATCH) this.#diagnoseDict(first);
      throw e;
    }
  }

  /** A dictionary with a key without a value, or with a starred value. */
  #diagnoseDict(open: number): void {
    const { pos, furthest } = this;
    this.lenient = true;
    this.pos = open + 1;
    let pairs = 0;
    for (;;) {
      if (this.accept(T.DOUBLESTAR)) {
        if (this.attempt(() => this.binary(1)) === null) break;
      } else {
        const key = this.attempt(() => this.expression());
        if (key === null || this.at(T.ERROR)) break;
        if (!this.at(T.COLON)) {
          if (pairs > 0) this.#failKey(key);
          break;
        }
        const colon = this.pos++;
        if (this.at(T.RBRACE) || this.at(T.COMMA)) {
          this.certain = true;
          this.failAtToken("expression expected after dictionary key and ':'", colon);
        }
        const star = this.pos;
        if (this.accept(T.STAR)) {
          if (this.attempt(() => this.binary(1)) !== null) {
            this.certain = true;
            this.failFrom("cannot use a starred expression in a dictionary value", this.starts[star]);
          }
          break;
        }
        if (this.attempt(() => this.expression()) === null) break;
      }
      pairs++;
      if (!this.accept(T.COMMA) || this.at(T.RBRACE)) break;
    }
    this.lenient = false;
    this.pos = pos;
    this.furthest = furthest;
  }

  #failKey(key: A.Expr): never {
    this.certain = true;
    const place = this.error("SyntaxError", "", key.start, key.end).place!;
    throw this.errorAt("SyntaxError", "':' expected after dictionary key", { ...place, column: place.endColumn - 1, endColumn: 0 });
  }

  #braces(): A.Expr {
    const start = this.start();
    const open = this.pos++;
    if (this.accept(T.RBRACE)) return { kind: "Dict", keys: [], values: [], start, end: this.end() };
    if (this.at(T.STAR)) return this.#setDisplay(start, open);
    if (this.at(T.DOUBLESTAR)) return this.#dictDisplay(start, null);
    if (this.diagnosing) {
      // A set is read as named expressions, a dictionary is not: know which it is before looking for reasons.
      const isDict = this.looksLike(() => {
        this.expression();
        this.expect(T.COLON);
      });
      if (isDict) return this.#dictDisplay(start, this.expression());
      return this.#setDisplay(start, open);
    }
    const first = this.namedExpression();
    if (this.at(T.COLON) && first.kind !== "NamedExpr") return this.#dictDisplay(start, first);
    return this.#setDisplay(start, open, first);
  }

  #setDisplay(start: number, open: number, given?: A.Expr): A.Expr {
    if (this.diagnosing) this.#diagnoseStarredComprehension(open);
    const first = given ?? this.starNamedExpression();
    if ((this.at(T.FOR) || this.at(T.ASYNC)) && first.kind !== "Starred") {
      const generators = this.comprehensions();
      this.expect(T.RBRACE);
      return { kind: "SetComp", elt: first, generators, start, end: this.end() };
    }
    const elts = this.#elements(first, T.RBRACE, open);
    this.expect(T.RBRACE);
    return { kind: "Set", elts, start, end: this.end() };
  }

  /** The cursor is at the colon after the first key, or at `**` if there is none. */
  #dictDisplay(start: number, firstKey: A.Expr | null): A.Expr {
    const keys: (A.Expr | null)[] = [];
    const values: A.Expr[] = [];
    let key = firstKey;
    do {
      if (key === null) {
        if (this.at(T.RBRACE)) break;
        const star = this.pos;
        if (this.accept(T.DOUBLESTAR)) {
          keys.push(null);
          const value = this.binary(1);
          values.push(value);
          if (this.diagnosing && keys.length === 1 && this.at(T.FOR) && this.attempt(() => this.comprehensions()) !== null) {
            this.failAtToken("dict unpacking cannot be used in dict comprehension", star);
          }
          continue;
        }
        key = this.expression();
      }
      this.expect(T.COLON);
      const value = this.expression();
      if (keys.length === 0 && (this.at(T.FOR) || this.at(T.ASYNC))) {
        const generators = this.comprehensions();
        this.expect(T.RBRACE);
        return { kind: "DictComp", key, value, generators, start, end: this.end() };
      }
      keys.push(key);
      values.push(value);
      key = null;
    } while (this.accept(T.COMMA));
    this.expect(T.RBRACE);
    return { kind: "Dict", keys, values, start, end: this.end() };
  }

  // ---- comprehensions ----

  /** `for_if_clauses` */
  comprehensions(): A.Comprehension[] {
    return this.diagnosing ? this.#remember(COMPREHENSIONS, () => this.#comprehensions()) : this.#comprehensions();
  }

  #comprehensions(): A.Comprehension[] {
    const generators: A.Comprehension[] = [];
    do {
      const start = this.start();
      const is_async = this.accept(T.ASYNC) ? 1 : 0;
      this.expect(T.FOR);
      const target = this.targets(true);
      this.expect(T.IN);
      const iter = this.disjunction();
      const ifs: A.Expr[] = [];
      while (this.accept(T.IF)) ifs.push(this.disjunction());
      generators.push({ kind: "comprehension", target, iter, ifs, is_async, start, end: this.end() });
    } while (this.at(T.FOR) || (this.at(T.ASYNC) && this.nextIs(T.FOR)));
    return generators;
  }

  // ---- targets ----

  /** `star_targets` between `for` and `in`. */
  targets(inComprehension: boolean): A.Expr {
    if (!this.diagnosing) return this.#targets();
    const first = this.pos;
    const node = this.attempt(() => this.#targets());
    if (node !== null && this.at(T.IN)) return node;
    this.pos = first;
    if (inComprehension) this.#diagnoseMissingIn();
    this.pos = first;
    this.#diagnoseTargets(first);
    return this.#targets();
  }

  #targets(): A.Expr {
    const start = this.start();
    const target = this.target();
    let node = target;
    if (this.at(T.COMMA)) {
      const elts = [target];
      while (this.accept(T.COMMA)) {
        if (!this.atExpression() && !this.at(T.STAR)) break;
        elts.push(this.target());
      }
      node = { kind: "Tuple", elts, ctx: "Store", start, end: this.end() };
    }
    if (!this.store(node)) this.mismatch();
    return node;
  }

  /** `[a for b, c]` */
  #diagnoseMissingIn(): void {
    const matched = this.attempt(() => {
      this.binary(1);
      while (this.accept(T.COMMA)) {
        if (!this.atExpression()) break;
        this.binary(1);
      }
      return true;
    });
    if (matched === true && !this.at(T.IN)) this.failAtToken("'in' expected after for-loop variables", this.lastRead());
  }

  /** `star_target`, not yet known to be one. */
  target(): A.Expr {
    if (!this.at(T.STAR)) return this.primary();
    const start = this.start();
    this.pos++;
    const value = this.primary();
    return { kind: "Starred", value, ctx: "Store", start, end: this.end() };
  }

  #diagnoseTargets(first: number): void {
    this.pos = first;
    const node = this.attempt(() => this.starExpressions());
    if (node !== null) {
      const bad = findInvalidTarget(node, "for");
      if (bad !== null) this.failAtNode(`cannot assign to ${expressionName(bad)}`, bad);
    }
    this.pos = first;
  }

  /** Makes an expression a target; false if it cannot be one. */
  store(node: A.Expr): boolean {
    switch (node.kind) {
      case "Name":
      case "Attribute":
      case "Subscript":
        node.ctx = "Store";
        return true;
      case "Starred":
        node.ctx = "Store";
        return node.value.kind !== "Starred" && this.store(node.value);
      case "Tuple":
      case "List":
        node.ctx = "Store";
        for (const element of node.elts) if (!this.store(element)) return false;
        return true;
      default:
        return false;
    }
  }

  /** Makes an expression a target of `del`; false if it cannot be one. */
  remove(node: A.Expr): boolean {
    switch (node.kind) {
      case "Name":
      case "Attribute":
      case "Subscript":
        node.ctx = "Del";
        return true;
      case "Tuple":
      case "List":
        node.ctx = "Del";
        for (const element of node.elts) if (!this.remove(element)) return false;
        return true;
      default:
        return false;
    }
  }

  // ---- lambda and parameters ----

  #lambda(): A.Lambda {
    const start = this.start();
    this.expect(T.LAMBDA);
    const args = this.parameters(true);
    if (this.diagnosing && !this.at(T.COLON)) this.mismatch();
    this.expect(T.COLON);
    const body = this.expression();
    return { kind: "Lambda", args, body, start, end: this.end() };
  }

  /** Parameters up to the colon of a lambda or the closing parenthesis of a `def`. */
  parameters(isLambda: boolean): A.Arguments {
    const start = this.start();
    const close = isLambda ? T.COLON : T.RPAR;
    const node: A.Arguments = {
      kind: "arguments",
      posonlyargs: [],
      args: [],
      vararg: null,
      kwonlyargs: [],
      kw_defaults: [],
      kwarg: null,
      defaults: [],
      start,
      end: start,
    };
    let slash = false;
    let star = false;
    while (!this.at(close)) {
      if (this.at(T.SLASH)) {
        if (this.diagnosing) this.#diagnoseSlash(node, slash, star);
        if (slash || star || node.args.length === 0) this.mismatch();
        slash = true;
        node.posonlyargs = node.args;
        node.args = [];
        this.pos++;
        if (this.diagnosing && this.at(T.STAR)) this.failAtToken("expected comma between / and *", this.pos);
      } else if (this.at(T.STAR)) {
        if (star) {
          if (this.diagnosing && (this.nextIs(T.NAME) || this.nextIs(T.COMMA))) {
            this.failAtToken("* argument may appear only once", this.pos);
          }
          this.mismatch();
        }
        star = true;
        this.#starParameter(node, isLambda, close);
      } else if (this.at(T.DOUBLESTAR)) {
        this.pos++;
        node.kwarg = this.#parameter(isLambda, false);
        if (this.diagnosing && this.at(T.EQUAL)) this.failAtToken("var-keyword argument cannot have default value", this.pos);
        if (this.accept(T.COMMA) && this.diagnosing && !this.at(close)) {
          if (this.at(T.NAME) || this.at(T.STAR) || this.at(T.DOUBLESTAR) || this.at(T.SLASH)) {
            this.failAtToken("arguments cannot follow var-keyword argument", this.pos);
          }
        }
        break;
      } else {
        if (this.diagnosing && this.at(T.LPAR) && !star && node.defaults.length === 0) this.#diagnoseParenthesized(isLambda);
        const index = this.pos;
        const parameter = this.#parameter(isLambda, false);
        const value = this.#parameterDefault();
        if (star) {
          node.kwonlyargs.push(parameter);
          node.kw_defaults.push(value);
        } else {
          node.args.push(parameter);
          if (value !== null) node.defaults.push(value);
          else if (node.defaults.length > 0) {
            if (this.diagnosing && (this.at(close) || this.at(T.COMMA))) this.failAtToken("parameter without a default follows parameter with a default", index);
            this.mismatch();
          }
        }
      }
      if (!this.accept(T.COMMA)) break;
    }
    if (!this.at(close)) this.mismatch();
    if (this.pos > 0 && this.end() > start) node.end = this.end();
    return node;
  }

  #starParameter(node: A.Arguments, isLambda: boolean, close: number): void {
    const star = this.pos++;
    if (this.at(T.NAME)) {
      node.vararg = this.#parameter(isLambda, true);
      if (this.diagnosing && this.at(T.EQUAL)) this.failAtToken("var-positional argument cannot have default value", this.pos);
      return;
    }
    const bare = this.at(close) || (this.at(T.COMMA) && (this.nextIs(close) || this.nextIs(T.DOUBLESTAR)));
    if (bare) {
      if (this.diagnosing) {
        if (!isLambda) this.failAtToken("named arguments must follow bare *", star);
        this.failAtToken("named arguments must follow bare *", this.at(T.COMMA) ? this.pos + 1 : this.pos);
      }
      if (this.at(T.COMMA)) this.pos++;
      this.mismatch();
    }
    if (!this.at(T.COMMA)) this.mismatch();
  }

  #diagnoseSlash(node: A.Arguments, slash: boolean, star: boolean): void {
    if (slash) this.failAtToken("/ may appear only once", this.pos);
    if (star) this.failAtToken("/ must be ahead of *", this.pos);
    if (node.args.length === 0 && this.nextIs(T.COMMA)) this.failAtToken("at least one argument must precede /", this.pos);
  }

  #diagnoseParenthesized(isLambda: boolean): void {
    const open = this.pos;
    const matched = this.attempt(() => {
      this.pos++;
      this.expect(T.NAME);
      while (this.accept(T.COMMA) && !this.at(T.RPAR)) this.expect(T.NAME);
      this.expect(T.RPAR);
      return true;
    });
    if (matched === true) {
      const what = isLambda ? "Lambda expression parameters" : "Function parameters";
      this.failAt(`${what} cannot be parenthesized`, this.starts[open], this.end());
    }
  }

  #parameter(isLambda: boolean, variadic: boolean): A.Arg {
    const start = this.start();
    const arg = this.name();
    let annotation: A.Expr | null = null;
    if (!isLambda && this.accept(T.COLON)) annotation = variadic ? this.starExpression() : this.expression();
    return { kind: "arg", arg, annotation, start, end: this.end() };
  }

  #parameterDefault(): A.Expr | null {
    if (!this.at(T.EQUAL)) return null;
    const equal = this.pos++;
    if (this.diagnosing && (this.at(T.RPAR) || this.at(T.COMMA))) this.failAtToken("expected default value expression", equal);
    return this.expression();
  }
}
