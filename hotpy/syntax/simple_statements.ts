/**
 * Parses simple statements: assignments, imports, `del`, `return` and the others of one line.
 *
 * Input: tokens; output: `Stmt` nodes. Invariant: on success the cursor is at the `;` or `NEWLINE` behind the statement.
 * Follows docs.python.org/3.14/reference/simple_stmts.html.
 */

import type * as A from "./ast.ts";
import { expressionName, findInvalidTarget } from "./errors.ts";
import { augmentedOperator } from "./expressions.ts";
import { PatternParser } from "./patterns.ts";
import * as T from "./tokens.ts";

/** What `from __future__ import` accepts. */
const FUTURE_FEATURES =
  ("nested_scopes generators division absolute_import with_statement print_function unicode_literals barry_as_FLUFL generator_stop " +
    "annotations").split(" ");

export abstract class SimpleStatementParser extends PatternParser {
  /** One simple statement. */
  simple(): A.Stmt {
    const start = this.start();
    // An expression is what CPython looks for first.
    const isAlias = this.at(T.NAME) && this.nextIs(T.NAME) && this.atSoft("type");
    if (this.diagnosing && (isAlias || this.at(T.PASS) || this.at(T.BREAK) || this.at(T.CONTINUE))) this.looksLikeExpression();
    switch (this.kinds[this.pos]) {
      case T.NAME:
        if (isAlias) return this.#typeAlias();
        break;
      case T.RETURN: {
        this.pos++;
        const value = this.atExpression() || this.at(T.STAR) ? this.starExpressions() : null;
        return { kind: "Return", value, start, end: this.end() };
      }
      case T.IMPORT:
        return this.#import();
      case T.FROM:
        return this.#importFrom();
      case T.RAISE: {
        this.pos++;
        if (!this.atExpression()) return { kind: "Raise", exc: null, cause: null, start, end: this.end() };
        const exc = this.expression();
        const cause = this.accept(T.FROM) ? this.expression() : null;
        return { kind: "Raise", exc, cause, start, end: this.end() };
      }
      case T.PASS:
        this.pos++;
        return { kind: "Pass", start, end: this.end() };
      case T.BREAK:
        this.pos++;
        return { kind: "Break", start, end: this.end() };
      case T.CONTINUE:
        this.pos++;
        return { kind: "Continue", start, end: this.end() };
      case T.DEL:
        return this.#delete();
      case T.YIELD: {
        const value = this.yieldExpression();
        if (this.diagnosing && this.at(T.EQUAL)) this.failAtNode("assignment to yield expression not possible", value);
        if (this.diagnosing && augmentedOperator(this.kinds[this.pos]) !== undefined) {
          this.failAtNode("'yield expression' is an illegal expression for augmented assignment", value);
        }
        return { kind: "Expr", value, start, end: this.end() };
      }
      case T.ASSERT: {
        this.pos++;
        const test = this.expression();
        const msg = this.accept(T.COMMA) ? this.expression() : null;
        return { kind: "Assert", test, msg, start, end: this.end() };
      }
      case T.GLOBAL:
      case T.NONLOCAL: {
        const kind = this.at(T.GLOBAL) ? "Global" : "Nonlocal";
        this.pos++;
        const names = [this.name()];
        while (this.accept(T.COMMA)) names.push(this.name());
        return { kind, names, start, end: this.end() };
      }
    }
    return this.#expressionStatement();
  }

  #typeAlias(): A.TypeAlias {
    const start = this.start();
    this.pos++;
    const nameStart = this.start();
    const name: A.Name = { kind: "Name", id: this.name(), ctx: "Store", start: nameStart, end: this.end() };
    const type_params = this.typeParams();
    this.expect(T.EQUAL);
    const value = this.expression();
    return { kind: "TypeAlias", name, type_params, value, start, end: this.end() };
  }

  #delete(): A.Delete {
    const start = this.start();
    this.pos++;
    const first = this.pos;
    if (!this.diagnosing) return this.#deleteTargets(start);
    const node = this.attempt(() => this.#deleteTargets(start));
    if (node !== null) return node;
    const targets = this.attempt(() => this.starExpressions());
    const bad = targets === null ? null : findInvalidTarget(targets, "del");
    if (bad !== null) this.failAtNode(`cannot delete ${expressionName(bad)}`, bad);
    this.pos = first;
    this.mismatch();
  }

  #deleteTargets(start: number): A.Delete {
    const targets: A.Expr[] = [];
    do {
      if (targets.length > 0 && !this.atExpression()) break;
      const target = this.primary();
      if (!this.remove(target)) this.mismatch();
      targets.push(target);
    } while (this.accept(T.COMMA));
    if (!this.at(T.SEMI) && !this.at(T.NEWLINE)) this.mismatch();
    return { kind: "Delete", targets, start, end: this.end() };
  }

  /** An expression alone, or an assignment of any kind. */
  #expressionStatement(): A.Stmt {
    if (this.diagnosing) this.#diagnoseAssignment();
    const start = this.start();
    const opening = this.kinds[this.pos];
    const first = this.starExpressions();
    if (this.at(T.NEWLINE) || this.at(T.SEMI)) return { kind: "Expr", value: first, start, end: this.end() };
    if (this.at(T.EQUAL)) return this.#assign(first, start);
    if (this.at(T.COLON)) return this.#annotate(first, start, opening);
    const op = augmentedOperator(this.kinds[this.pos]);
    if (op === undefined) return { kind: "Expr", value: first, start, end: this.end() };
    if (!isSingleTarget(first) || !this.store(first)) this.mismatch();
    this.pos++;
    const value = this.fieldExpression();
    return { kind: "AugAssign", target: first, op, value, start, end: this.end() };
  }

  #assign(first: A.Expr, start: number): A.Assign {
    const targets = [first];
    let value = first;
    if (!this.store(first)) this.mismatch();
    while (this.accept(T.EQUAL)) {
      value = this.fieldExpression();
      if (!this.at(T.EQUAL)) break;
      if (!this.store(value)) this.mismatch();
      targets.push(value);
    }
    return { kind: "Assign", targets, value, start, end: this.end() };
  }

  #annotate(target: A.Expr, start: number, opening: number): A.AnnAssign {
    if (!isSingleTarget(target) || !this.store(target)) this.mismatch();
    this.pos++;
    const annotation = this.expression();
    const value = this.accept(T.EQUAL) ? this.fieldExpression() : null;
    const simple = target.kind === "Name" && opening === T.NAME ? 1 : 0;
    return { kind: "AnnAssign", target, annotation, value, simple, start, end: this.end() };
  }

  /** What is wrong with an assignment, if it is one; leaves the cursor where it was. */
  #diagnoseAssignment(): void {
    const first = this.pos;
    // A well-formed assignment so far: reasons are looked for on its right side only.
    let assigned = false;
    if (this.at(T.NAME) && this.nextIs(T.COLON)) {
      this.pos += 2;
      if (this.attempt(() => this.expression()) !== null) {
        if (this.accept(T.EQUAL)) this.attempt(() => this.fieldExpression());
        this.pos = first;
        return;
      }
    }
    this.pos = first;
    for (;;) {
      const before = this.pos;
      const target = this.attemptQuietly(() => this.starExpressions());
      if (target === null || !this.at(T.EQUAL) || findInvalidTarget(target, "assign") !== null) {
        this.pos = before;
        break;
      }
      this.pos++;
      assigned = true;
    }
    if (assigned && this.attempt(() => this.fieldExpression()) !== null && !this.at(T.EQUAL)) {
      this.pos = first;
      return;
    }
    this.pos = first;
    const single = this.attemptQuietly(() => this.binary(1));
    if (single !== null && isSingleTarget(single)) {
      if (augmentedOperator(this.kinds[this.pos]) !== undefined) {
        this.pos++;
        this.fieldExpression();
        this.pos = first;
        return;
      }
      if (this.at(T.COLON)) {
        this.pos++;
        if (this.attempt(() => this.expression()) !== null) {
          this.pos = first;
          return;
        }
      }
    }
    this.pos = first;
    this.#diagnoseAnnotation(first);
    this.pos = first;
    this.#diagnoseTarget(first);
    this.pos = first;
  }

  #diagnoseAnnotation(first: number): void {
    const annotated = (): boolean => this.accept(T.COLON) && this.attempt(() => this.expression()) !== null;
    const display = this.attemptQuietly(() => this.primary());
    if (display !== null && (display.kind === "List" || display.kind === "Tuple") && annotated()) {
      this.failAtNode(`only single target (not ${expressionName(display)}) can be annotated`, display);
    }
    this.pos = first;
    const element = this.attempt(() => this.starNamedExpression());
    if (element !== null && this.accept(T.COMMA)) {
      while (this.atExpression() || this.at(T.STAR)) {
        if (this.attempt(() => this.starNamedExpression()) === null) break;
        this.accept(T.COMMA);
      }
      if (annotated()) this.failAtNode("only single target (not tuple) can be annotated", element);
    }
    this.pos = first;
    const target = this.attempt(() => this.expression());
    if (target !== null && annotated()) this.failAtNode("illegal target for annotation", target);
  }

  #diagnoseTarget(first: number): void {
    for (;;) {
      if (this.at(T.YIELD)) {
        const value = this.attempt(() => this.yieldExpression());
        if (value !== null && this.at(T.EQUAL)) this.failAtNode("assignment to yield expression not possible", value);
        break;
      }
      const target = this.attempt(() => this.starExpressions());
      if (target === null || !this.at(T.EQUAL)) break;
      const bad = findInvalidTarget(target, "assign");
      if (bad !== null) this.failAtNode(`cannot assign to ${expressionName(bad)}`, bad);
      this.pos++;
    }
    this.pos = first;
    const target = this.attempt(() => this.starExpressions());
    if (target !== null && augmentedOperator(this.kinds[this.pos]) !== undefined) {
      this.pos++;
      if (this.attempt(() => this.fieldExpression()) !== null) {
        this.failAtNode(`'${expressionName(target)}' is an illegal expression for augmented assignment`, target);
      }
    }
  }

  // ---- imports ----

  #import(): A.Import {
    const start = this.start();
    const keyword = this.pos++;
    if (this.diagnosing) this.#diagnoseImport(keyword);
    const names: A.Alias[] = [];
    do {
      const from = this.start();
      const name = this.#dottedName();
      const asname = this.accept(T.AS) ? this.#asName() : null;
      names.push({ kind: "alias", name, asname, start: from, end: this.end() });
    } while (this.accept(T.COMMA));
    return { kind: "Import", names, start, end: this.end() };
  }

  /** `import a from b` */
  #diagnoseImport(keyword: number): void {
    if (this.at(T.NEWLINE)) this.failFrom("Expected one or more names after 'import'", this.start());
    const { pos } = this;
    const matched = this.attempt(() => {
      do this.#dottedName(); while (this.accept(T.COMMA));
      this.expect(T.FROM);
      this.#dottedName();
      return true;
    });
    if (matched === true) {
      this.failAt("Did you mean to use 'from ... import ...' instead?", this.starts[keyword], this.end());
    }
    this.pos = pos;
  }

  #dottedName(): string {
    let name = this.name();
    while (this.accept(T.DOT)) name += "." + this.name();
    return name;
  }

  /** The name after `as` of an import. */
  #asName(): string {
    const index = this.pos;
    const next = this.kinds[index + 1];
    const plain = this.at(T.NAME) && (next === T.COMMA || next === T.RPAR || next === T.NEWLINE || next === T.SEMI);
    if (this.diagnosing && !plain) {
      const target = this.attempt(() => this.expression());
      if (target !== null) {
        this.failAtNode(`cannot use ${expressionName(target)} as import target`, target);
      }
      this.pos = index;
    }
    return this.name();
  }

  #importFrom(): A.ImportFrom {
    const start = this.start();
    this.pos++;
    let level = 0;
    for (;;) {
      if (this.accept(T.DOT)) level++;
      else if (this.accept(T.ELLIPSIS)) level += 3;
      else break;
    }
    const module = level > 0 && this.at(T.IMPORT) ? null : this.#dottedName();
    this.expect(T.IMPORT);
    const names: A.Alias[] = [];
    const isFuture = module === "__future__" && level === 0;
    if (this.at(T.STAR)) {
      const from = this.start();
      this.pos++;
      names.push({ kind: "alias", name: "*", asname: null, start: from, end: this.end() });
      return { kind: "ImportFrom", module, names, level, start, end: this.end() };
    }
    const parenthesized = this.accept(T.LPAR);
    if (this.diagnosing && this.at(T.NEWLINE)) this.failFrom("Expected one or more names after 'import'", this.start());
    for (;;) {
      const from = this.start();
      const name = this.name();
      const asname = this.accept(T.AS) ? this.#asName() : null;
      if (isFuture) this.#future(name, from);
      names.push({ kind: "alias", name, asname, start: from, end: this.end() });
      if (!this.accept(T.COMMA)) break;
      if (parenthesized && this.at(T.RPAR)) break;
      if (this.diagnosing && !parenthesized && this.at(T.NEWLINE)) {
        this.failAtToken("trailing comma not allowed without surrounding parentheses", this.pos);
      }
    }
    if (parenthesized) this.expect(T.RPAR);
    return { kind: "ImportFrom", module, names, level, start, end: this.end() };
  }

  /** A feature of `__future__`: it must exist, and one concerns the parser. */
  #future(name: string, start: number): void {
    if (!FUTURE_FEATURES.includes(name)) {
      const message = name === "braces" ? "not a chance" : `future feature ${name} is not defined`;
      const { line, column, endLine, endColumn } = this.error("SyntaxError", "", start, this.end()).place!;
      throw this.errorAt("SyntaxError", message, { line, column, endLine, endColumn, text: null });
    }
    if (name === "barry_as_FLUFL") this.flufl = true;
  }

  // ---- type parameters ----

  /** Type parameters in brackets; none if there is no bracket. */
  typeParams(): A.TypeParam[] {
    const params: A.TypeParam[] = [];
    if (!this.at(T.LSQB)) return params;
    this.pos++;
    if (this.diagnosing && this.at(T.RSQB)) this.failFrom("Type parameter list cannot be empty", this.start());
    do {
      if (this.at(T.RSQB) && params.length > 0) break;
      params.push(this.#typeParam());
    } while (this.accept(T.COMMA));
    this.expect(T.RSQB);
    return params;
  }

  #typeParam(): A.TypeParam {
    const start = this.start();
    const variadic = this.kinds[this.pos];
    if (variadic === T.STAR || variadic === T.DOUBLESTAR) {
      this.pos++;
      const name = this.name();
      if (this.diagnosing && this.at(T.COLON)) {
        const colon = this.pos++;
        const bound = this.attempt(() => this.expression());
        if (bound !== null) {
          const what = variadic === T.STAR ? "TypeVarTuple" : "ParamSpec";
          this.failFrom(`cannot use ${bound.kind === "Tuple" ? "constraints" : "bound"} with ${what}`, this.starts[colon]);
        }
        this.pos = colon;
      }
      let default_value: A.Expr | null = null;
      if (this.accept(T.EQUAL)) default_value = variadic === T.STAR ? this.starExpression() : this.expression();
      return { kind: variadic === T.STAR ? "TypeVarTuple" : "ParamSpec", name, default_value, start, end: this.end() };
    }
    const name = this.name();
    const bound = this.accept(T.COLON) ? this.expression() : null;
    const default_value = this.accept(T.EQUAL) ? this.expression() : null;
    return { kind: "TypeVar", name, bound, default_value, start, end: this.end() };
  }

  /** `expressions`: without starred ones. */
  expressions(): A.Expr {
    const start = this.start();
    const first = this.expression();
    if (!this.at(T.COMMA)) return first;
    const elts = [first];
    while (this.accept(T.COMMA)) {
      if (!this.atExpression()) break;
      elts.push(this.expression());
    }
    return { kind: "Tuple", elts, ctx: "Load", start, end: this.end() };
  }
}

function isSingleTarget(node: A.Expr): node is A.Name | A.Attribute | A.Subscript {
  return node.kind === "Name" || node.kind === "Attribute" || node.kind === "Subscript";
}
