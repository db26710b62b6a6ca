/**
 * Parses expressions by recursive descent; `displays.ts` and `arguments.ts` have what stands in brackets.
 *
 * Input: tokens; output: `Expr` nodes, with context `Load` until `store` or `remove` turns them into targets.
 * Invariant: on success the cursor is behind the expression; left-associative operators and trailers loop, so that chains of them
 * need no stack, and everything else that nests counts in `depth`.
 * Follows docs.python.org/3.14/reference/expressions.html.
 */

import type * as A from "./ast.ts";
import { normalize, RULES } from "./cursor.ts";
import { expressionName, isLegacyStatement } from "./errors.ts";
import { DisplayParser } from "./displays.ts";
import { LiteralError, numberValue } from "./literals.ts";
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

export abstract class ExpressionParser extends DisplayParser {
  /** Whether `from __future__ import barry_as_FLUFL` (PEP 401) is in force. */
  flufl = false;
  // ---- lists of expressions ----

  override fieldExpression(): A.Expr {
    return this.at(T.YIELD) ? this.yieldExpression() : this.starExpressions();
  }

  /** `star_expressions`: one expression, or a tuple without parentheses. */
  override starExpressions(): A.Expr {
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
  override atExpression(): boolean {
    return STARTS_EXPRESSION[this.kinds[this.pos]] === 1;
  }

  /** Reads an expression for the mistakes in it, and goes back. */
  looksLikeExpression(): void {
    const { pos } = this;
    this.attempt(() => this.expression());
    this.pos = pos;
  }

  override starExpression(): A.Expr {
    return this.at(T.STAR) ? this.#starredOperand() : this.expression();
  }

  /** `star_named_expression`: an element of a display. */
  override starNamedExpression(): A.Expr {
    return this.at(T.STAR) ? this.#starredOperand() : this.namedExpression();
  }

  #starredOperand(): A.Starred {
    const start = this.start();
    this.pos++;
    const value = this.binary(1);
    return { kind: "Starred", value, ctx: "Load", start, end: this.end() };
  }

  override yieldExpression(): A.Expr {
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
  override namedExpression(): A.Expr {
    return this.diagnosing ? this.remember(RULES.namedExpression, () => this.#namedExpression()) : this.#namedExpression();
  }

  #namedExpression(): A.Expr {
    if (this.at(T.NAME) && this.nextIs(T.COLONEQUAL)) return this.walrus();
    const first = this.pos;
    if (this.diagnosing) this.#diagnoseNamed(first);
    const value = this.expression();
    if (this.at(T.COLONEQUAL)) this.mismatch();
    return value;
  }

  override walrus(): A.NamedExpr {
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
  override expression(): A.Expr {
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
    return this.remember(RULES.expression, () => {
      this.#diagnoseExpression();
      return this.#expression();
    });
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

  override disjunction(): A.Expr {
    return this.diagnosing ? this.remember(RULES.disjunction, () => this.#disjunction()) : this.#disjunction();
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
  override binary(minimum: number): A.Expr {
    return this.diagnosing && minimum === 1 ? this.remember(RULES.bitwiseOr, () => this.#binary(1)) : this.#binary(minimum);
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
  override primary(): A.Expr {
    return this.diagnosing ? this.remember(RULES.primary, () => this.#primary()) : this.#primary();
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
  override starredExpression(): A.Starred {
    const start = this.start();
    this.expect(T.STAR);
    if (this.diagnosing) {
      const value = this.attempt(() => this.expression());
      if (value === null) {
        this.failAtToken("Invalid star expression", this.lastRead());
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
        return this.parenthesized();
      case T.LSQB:
        return this.listDisplay();
      case T.LBRACE:
        return this.braceDisplay();
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
}
