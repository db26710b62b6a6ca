/**
 * Parses modules, blocks and compound statements.
 *
 * Input: tokens; output: `Stmt` nodes and the module nodes. Invariant: on success the cursor is behind the statement's `NEWLINE`, or
 * behind the `DEDENT` of its last block; `elif` chains and statement lists loop.
 * Follows docs.python.org/3.14/reference/compound_stmts.html.
 */

import type * as A from "./ast.ts";
import { expressionName, findInvalidTarget } from "./errors.ts";
import { startsExpression } from "./expressions.ts";
import { SimpleStatementParser } from "./simple_statements.ts";
import * as T from "./tokens.ts";

export class StatementParser extends SimpleStatementParser {
  /** The token at which a second parse may start: the statement before the one that failed, whose clauses may go on in it. */
  resume = 0;
  /** Whether `interactive` stopped before the end; the cursor is then at the last token of the statement. */
  hasMore = false;
  /** The furthest token the second parse looked at after a soft keyword that could have begun a `match` statement. */
  furthestSubject = 0;

  // ---- modules ----

  module(): A.Module {
    const body: A.Stmt[] = [];
    let last = this.pos;
    while (!this.at(T.ENDMARKER)) {
      this.resume = last;
      last = this.pos;
      this.#statement(body);
    }
    return { kind: "Module", body, start: 0, end: this.text.length };
  }

  /** One statement, as typed at a prompt. */
  interactive(): A.Interactive {
    const body: A.Stmt[] = [];
    if (!this.at(T.ENDMARKER)) this.#statement(body);
    const last = this.pos - 1;
    if (isCompound(body[0]) && !this.at(T.NEWLINE) && !this.at(T.ENDMARKER)) this.mismatch();
    while (this.accept(T.NEWLINE));
    if (!this.at(T.ENDMARKER)) {
      this.hasMore = true;
      this.pos = last;
    }
    return { kind: "Interactive", body, start: 0, end: this.text.length };
  }

  /** The source of `eval`. */
  evaluation(): A.Expression {
    const body = this.expressions();
    while (this.accept(T.NEWLINE));
    this.expect(T.ENDMARKER);
    return { kind: "Expression", body, start: 0, end: this.text.length };
  }

  // ---- statements ----

  /** The end of the last token that is no layout: where a statement with a block ends. */
  #blockEnd(): number {
    let index = this.pos - 1;
    while (this.kinds[index] === T.NEWLINE || this.kinds[index] === T.INDENT || this.kinds[index] === T.DEDENT) index--;
    return this.ends[index];
  }

  /** Adds one compound statement, or a line of simple ones. */
  #statement(body: A.Stmt[]): void {
    switch (this.kinds[this.pos]) {
      case T.IF:
        body.push(this.#if());
        return;
      case T.DEF:
      case T.AT:
      case T.CLASS:
        body.push(this.#definition());
        return;
      case T.ASYNC:
        body.push(this.#async());
        return;
      case T.FOR:
        body.push(this.#for(false));
        return;
      case T.WHILE:
        body.push(this.#while());
        return;
      case T.TRY:
        body.push(this.#try());
        return;
      case T.WITH:
        body.push(this.#with(false));
        return;
      case T.NAME:
        if (this.#atMatch()) {
          body.push(this.#match());
          return;
        }
    }
    this.#simpleStatements(body);
  }

  #simpleStatements(body: A.Stmt[]): void {
    for (;;) {
      body.push(this.simple());
      if (!this.accept(T.SEMI)) break;
      if (this.at(T.NEWLINE)) break;
    }
    this.expect(T.NEWLINE);
  }

  /** A block after a colon. `what` and `keyword` name its statement, for the error of a missing one. */
  block(what: string, keyword: number): A.Stmt[] {
    const body: A.Stmt[] = [];
    if (!this.at(T.NEWLINE)) {
      this.#simpleStatements(body);
      return body;
    }
    this.pos++;
    if (!this.at(T.INDENT)) {
      if (this.diagnosing) this.#failIndent(`expected an indented block after ${what} on line ${this.source.lineOf(this.starts[keyword])}`);
      this.mismatch();
    }
    this.pos++;
    while (!this.at(T.DEDENT)) {
      this.#statement(body);
    }
    this.pos++;
    return body;
  }

  #failIndent(message: string): never {
    throw this.layoutError("IndentationError", message, this.pos);
  }

  /** The colon before a block; a line that ends instead has lost it. */
  #colon(): void {
    if (this.diagnosing && this.at(T.NEWLINE)) this.failAtToken("expected ':'", this.pos);
    this.expect(T.COLON);
  }

  /** A colon that is missed wherever it is not. */
  #forcedColon(): void {
    if (this.diagnosing && !this.at(T.COLON)) this.failAtToken("expected ':'", this.pos);
    this.expect(T.COLON);
  }

  // ---- compound statements ----

  #if(): A.If {
    const clauses: { start: number; test: A.Expr; body: A.Stmt[] }[] = [];
    let what = "'if' statement";
    do {
      const start = this.start();
      const keyword = this.pos++;
      const test = this.namedExpression();
      this.#colon();
      clauses.push({ start, test, body: this.block(what, keyword) });
      what = "'elif' statement";
    } while (this.at(T.ELIF));
    let orelse = this.#else();
    if (this.diagnosing && orelse.length > 0 && this.at(T.ELIF)) {
      this.failAtToken("'elif' block follows an 'else' block", this.pos);
    }
    const end = this.#blockEnd();
    let node: A.If | null = null;
    for (let i = clauses.length - 1; i >= 0; i--) {
      const { start, test, body } = clauses[i];
      node = { kind: "If", test, body, orelse, start, end };
      orelse = [node];
    }
    return node!;
  }

  #else(): A.Stmt[] {
    if (!this.at(T.ELSE)) return [];
    const keyword = this.pos++;
    this.#forcedColon();
    return this.block("'else' statement", keyword);
  }

  #while(): A.While {
    const start = this.start();
    const keyword = this.pos++;
    const test = this.namedExpression();
    this.#colon();
    const body = this.block("'while' statement", keyword);
    const orelse = this.#else();
    return { kind: "While", test, body, orelse, start, end: this.#blockEnd() };
  }

  #for(isAsync: boolean): A.For | A.AsyncFor {
    const start = isAsync ? this.starts[this.pos - 1] : this.start();
    const keyword = this.pos++;
    const target = this.targets(false);
    this.expect(T.IN);
    const iter = this.starExpressions();
    this.#colon();
    const body = this.block("'for' statement", keyword);
    const orelse = this.#else();
    return { kind: isAsync ? "AsyncFor" : "For", target, iter, body, orelse, start, end: this.#blockEnd() };
  }

  #async(): A.Stmt {
    this.pos++;
    switch (this.kinds[this.pos]) {
      case T.DEF:
        return this.#function([], true);
      case T.FOR:
        return this.#for(true);
      case T.WITH:
        return this.#with(true);
      default:
        this.mismatch();
    }
  }

  #with(isAsync: boolean): A.With | A.AsyncWith {
    const start = isAsync ? this.starts[this.pos - 1] : this.start();
    const keyword = this.pos++;
    const first = this.pos;
    let items = this.at(T.LPAR) ? this.attempt(() => this.#parenthesizedItems()) : null;
    if (this.diagnosing && items === null) {
      items = this.attempt(() => this.#withItems());
      if (items === null || !this.at(T.COLON)) {
        this.pos = first;
        this.#diagnoseWith();
        this.pos = first;
      }
      this.pos = first;
      items = null;
    }
    items ??= this.#withItems();
    this.expect(T.COLON);
    const body = this.block("'with' statement", keyword);
    return { kind: isAsync ? "AsyncWith" : "With", items, body, start, end: this.#blockEnd() };
  }

  /** A `with` statement whose line ends before its colon. */
  #diagnoseWith(): void {
    const first = this.pos;
    const items = (): void => {
      do {
        this.expression();
        if (this.accept(T.AS)) {
          const target = this.starExpression();
          if (findInvalidTarget(target, "assign") !== null) this.mismatch();
        }
        if (this.at(T.COMMA) && this.nextIs(T.RPAR)) break;
      } while (this.accept(T.COMMA));
    };
    const matches = this.attempt(() => (items(), true)) === true && this.at(T.NEWLINE);
    if (matches) this.failAtToken("expected ':'", this.pos);
    this.pos = first;
    const inside = this.attempt(() => {
      this.expect(T.LPAR);
      items();
      this.accept(T.COMMA);
      this.expect(T.RPAR);
      return true;
    });
    if (inside === true && this.at(T.NEWLINE)) this.failAtToken("expected ':'", this.pos);
  }

  /** `(a as b, c):`; tried first, as the same text may be an expression. */
  #parenthesizedItems(): A.WithItem[] {
    this.expect(T.LPAR);
    const items: A.WithItem[] = [];
    do {
      if (this.at(T.RPAR) && items.length > 0) break;
      items.push(this.#withItem());
    } while (this.accept(T.COMMA));
    this.expect(T.RPAR);
    if (!this.at(T.COLON)) this.mismatch();
    return items;
  }

  #withItems(): A.WithItem[] {
    const items: A.WithItem[] = [];
    do items.push(this.#withItem()); while (this.accept(T.COMMA));
    return items;
  }

  #withItem(): A.WithItem {
    const start = this.start();
    const context_expr = this.expression();
    if (!this.accept(T.AS)) return { kind: "withitem", context_expr, optional_vars: null, start, end: this.end() };
    const first = this.pos;
    let optional_vars = this.diagnosing ? this.starExpression() : this.target();
    const ends = this.at(T.COMMA) || this.at(T.RPAR) || this.at(T.COLON);
    if (this.diagnosing && ends) {
      const bad = findInvalidTarget(optional_vars, "assign");
      if (bad !== null) this.failAtNode(`cannot assign to ${expressionName(bad)}`, bad);
    }
    if (this.diagnosing) {
      this.pos = first;
      optional_vars = this.target();
    }
    if (!this.store(optional_vars) || !ends) this.mismatch();
    return { kind: "withitem", context_expr, optional_vars, start, end: this.end() };
  }

  #try(): A.Try | A.TryStar {
    const start = this.start();
    const keyword = this.pos++;
    this.#forcedColon();
    const body = this.block("'try' statement", keyword);
    const handlers: A.ExceptHandler[] = [];
    let isStar = false;
    if (this.diagnosing && !this.at(T.EXCEPT) && !this.at(T.FINALLY)) {
      this.failAtToken("expected 'except' or 'finally' block", this.pos);
    }
    while (this.at(T.EXCEPT)) {
      const star = this.nextIs(T.STAR);
      if (handlers.length > 0 && star !== isStar) {
        if (this.diagnosing) {
          const last = star ? this.pos + 1 : this.pos;
          this.failAt("cannot have both 'except' and 'except*' on the same 'try'", this.start(), this.ends[last]);
        }
        this.mismatch();
      }
      isStar = star;
      handlers.push(this.#handler(star));
    }
    if (handlers.length === 0 && !this.at(T.FINALLY)) this.mismatch();
    const orelse = handlers.length > 0 ? this.#else() : [];
    let finalbody: A.Stmt[] = [];
    if (this.at(T.FINALLY)) {
      const keyword = this.pos++;
      this.#forcedColon();
      finalbody = this.block("'finally' statement", keyword);
    }
    return { kind: isStar ? "TryStar" : "Try", body, handlers, orelse, finalbody, start, end: this.#blockEnd() };
  }

  #handler(star: boolean): A.ExceptHandler {
    const start = this.start();
    const keyword = this.pos++;
    if (star) this.pos++;
    const what = star ? "'except*' statement" : "'except' statement";
    let type: A.Expr | null = null;
    let name: string | null = null;
    if (star || (!this.at(T.COLON) && !this.at(T.NEWLINE))) {
      if (this.diagnosing && star && (this.at(T.COLON) || this.at(T.NEWLINE))) {
        this.failAtToken("expected one or more exception types", this.pos);
      }
      const first = this.pos;
      type = this.expressions();
      if (this.at(T.AS)) {
        if (this.kinds[first] !== T.LPAR && type.kind === "Tuple") {
          if (this.diagnosing) {
            const as = this.pos++;
            if (this.accept(T.NAME) && this.at(T.COLON)) {
              this.failFrom("multiple exception types must be parenthesized when using 'as'", type.elts[0].start);
            }
            this.pos = as;
          }
          this.mismatch();
        }
        this.pos++;
        const target = this.pos;
        if (this.diagnosing) {
          const node = this.attempt(() => this.expression());
          if (node !== null && node.kind !== "Name" && this.at(T.COLON)) {
            this.failAtNode(`cannot use ${what.split(" ")[0].replaceAll("'", "")} statement with ${expressionName(node)}`, node);
          }
          this.pos = target;
        }
        name = this.name();
      }
    }
    // Several types without parentheses are too new for a message of their own.
    if (type !== null && type.kind === "Tuple" && this.kinds[keyword + (star ? 2 : 1)] !== T.LPAR) this.expect(T.COLON);
    else this.#colon();
    const body = this.block(what, keyword);
    return { kind: "ExceptHandler", type, name, body, start, end: this.#blockEnd() };
  }

  // ---- match ----

  /** Whether a `match` statement starts here: only such a line ends in a colon. */
  #atMatch(): boolean {
    const { kinds } = this;
    const next = kinds[this.pos + 1];
    if ((!startsExpression(next) && next !== T.STAR) || !this.atSoft("match")) return false;
    let end = this.pos + 1;
    while (kinds[end] !== T.NEWLINE && kinds[end] !== T.ENDMARKER && kinds[end] !== T.ERROR) end++;
    if (kinds[end] !== T.NEWLINE || kinds[end - 1] !== T.COLON) {
      if (this.diagnosing && kinds[end] === T.NEWLINE) this.#diagnoseMatch();
      return false;
    }
    return true;
  }

  #subject(): A.Expr {
    const start = this.start();
    const first = this.starNamedExpression();
    if (!this.at(T.COMMA)) {
      if (first.kind === "Starred") this.mismatch();
      return first;
    }
    const elts = [first];
    while (this.accept(T.COMMA)) {
      if (this.at(T.COLON)) break;
      elts.push(this.starNamedExpression());
    }
    return { kind: "Tuple", elts, ctx: "Load", start, end: this.end() };
  }

  #diagnoseMatch(): void {
    const { pos } = this;
    this.pos++;
    if (this.attempt(() => this.#subject()) !== null) {
      if (this.at(T.NEWLINE)) this.failAtToken("expected ':'", this.pos);
      this.furthestSubject = this.pos;
    }
    this.pos = pos;
  }

  #match(): A.Match {
    const start = this.start();
    const keyword = this.pos++;
    const subject = this.#subject();
    this.expect(T.COLON);
    this.expect(T.NEWLINE);
    if (!this.at(T.INDENT)) {
      if (this.diagnosing) {
        this.#failIndent(`expected an indented block after 'match' statement on line ${this.source.lineOf(this.starts[keyword])}`);
      }
      this.mismatch();
    }
    this.pos++;
    const cases: A.MatchCase[] = [];
    do cases.push(this.#case()); while (!this.at(T.DEDENT));
    this.pos++;
    return { kind: "Match", subject, cases, start, end: this.#blockEnd() };
  }

  #case(): A.MatchCase {
    const start = this.start();
    if (!this.atSoft("case")) this.mismatch();
    const keyword = this.pos++;
    const pattern = this.casePattern();
    const guard = this.accept(T.IF) ? this.namedExpression() : null;
    this.#colon();
    const body = this.block("'case' statement", keyword);
    return { kind: "match_case", pattern, guard, body, start, end: this.#blockEnd() };
  }

  // ---- definitions ----

  #definition(): A.Stmt {
    const decorators: A.Expr[] = [];
    while (this.accept(T.AT)) {
      decorators.push(this.namedExpression());
      this.expect(T.NEWLINE);
    }
    switch (this.kinds[this.pos]) {
      case T.CLASS:
        return this.#class(decorators);
      case T.DEF:
        return this.#function(decorators, false);
      case T.ASYNC:
        this.pos++;
        if (!this.at(T.DEF)) this.mismatch();
        return this.#function(decorators, true);
      default:
        this.mismatch();
    }
  }

  #function(decorator_list: A.Expr[], isAsync: boolean): A.FunctionDef | A.AsyncFunctionDef {
    const start = isAsync ? this.starts[this.pos - 1] : this.start();
    const keyword = this.pos++;
    const name = this.name();
    const type_params = this.optional(() => this.typeParams()) ?? [];
    if (this.diagnosing && !this.at(T.LPAR)) this.failAtToken("expected '('", this.pos);
    this.expect(T.LPAR);
    const args = this.parameters(false);
    this.expect(T.RPAR);
    const returns = this.at(T.ARROW) ? this.optional(() => this.#returns()) : null;
    this.#forcedColon();
    const body = this.block("function definition", keyword);
    const kind = isAsync ? "AsyncFunctionDef" : "FunctionDef";
    return { kind, name, args, body, decorator_list, returns, type_params, start, end: this.#blockEnd() };
  }

  #returns(): A.Expr {
    this.expect(T.ARROW);
    return this.expression();
  }

  #class(decorator_list: A.Expr[]): A.ClassDef {
    const start = this.start();
    const keyword = this.pos++;
    const name = this.name();
    const type_params = this.optional(() => this.typeParams()) ?? [];
    const bases: A.Expr[] = [];
    const keywords: A.Keyword[] = [];
    if (this.at(T.LPAR)) this.callArguments(bases, keywords, false);
    this.#colon();
    const body = this.block("class definition", keyword);
    return { kind: "ClassDef", name, bases, keywords, body, decorator_list, type_params, start, end: this.#blockEnd() };
  }
}

const COMPOUND: ReadonlySet<string> = new Set(
  ["FunctionDef", "AsyncFunctionDef", "ClassDef", "For", "AsyncFor", "While", "If", "With", "AsyncWith", "Match", "Try", "TryStar"],
);

/** Whether a statement has blocks. */
export function isCompound(node: A.Stmt | undefined): boolean {
  return node !== undefined && COMPOUND.has(node.kind);
}
