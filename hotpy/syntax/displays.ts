/**
 * Parses what stands in brackets (tuples, lists, sets, dictionaries and their comprehensions) and the targets of `for`.
 *
 * Input: tokens at an opening bracket, or behind `for`; output: `Expr` nodes.
 * Invariant: which display it is shows at the latest behind its first element, so that nothing is read twice but for messages.
 * Follows docs.python.org/3.14/reference/expressions.html, section 6.2.
 */

import { ArgumentParser } from "./arguments.ts";
import type * as A from "./ast.ts";
import { MISMATCH, RULES } from "./cursor.ts";
import { expressionName, findInvalidTarget } from "./errors.ts";
import * as T from "./tokens.ts";

export abstract class DisplayParser extends ArgumentParser {
  /** Whether the error thrown is the one to report, without a diagnosing pass. */
  certain = false;

  abstract namedExpression(): A.Expr;
  abstract starNamedExpression(): A.Expr;
  abstract starExpressions(): A.Expr;
  abstract yieldExpression(): A.Expr;
  abstract disjunction(): A.Expr;
  abstract binary(minimum: number): A.Expr;
  abstract primary(): A.Expr;
  /** Whether the current token may start an expression. */
  abstract atExpression(): boolean;

  /** A tuple, a generator expression, or an expression in parentheses, which leaves no node. */
  parenthesized(): A.Expr {
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
    if (this.atComprehension() && first.kind !== "Starred") {
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
    this.diagnoseStarredComprehension(open);
    if (this.at(T.DOUBLESTAR)) {
      const star = this.pos++;
      if (this.attempt(() => this.expression()) !== null && this.at(T.RPAR)) {
        this.failAtToken("cannot use double starred expression here", star);
      }
      this.pos = star;
    }
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
    if (!this.atComprehension() || this.kinds[open] === T.LPAR) return;
    const { pos } = this;
    if (this.attempt(() => this.comprehensions()) !== null) {
      const end = this.kinds[pos - 1] === T.COMMA ? this.ends[pos - 1] : elts[elts.length - 1].end;
      this.failAt("did you forget parentheses around the comprehension target?", elts[0].start, end);
    }
    this.pos = pos;
  }

  /** A list or list comprehension. */
  listDisplay(): A.Expr {
    const start = this.start();
    const open = this.pos++;
    if (this.accept(T.RSQB)) return { kind: "List", elts: [], ctx: "Load", start, end: this.end() };
    if (this.diagnosing) this.diagnoseStarredComprehension(open);
    const first = this.starNamedExpression();
    if (this.atComprehension() && first.kind !== "Starred") {
      const generators = this.comprehensions();
      this.expect(T.RSQB);
      return { kind: "ListComp", elt: first, generators, start, end: this.end() };
    }
    const elts = this.#elements(first, T.RSQB, open);
    this.expect(T.RSQB);
    return { kind: "List", elts, ctx: "Load", start, end: this.end() };
  }

  /** A dictionary or set display or comprehension. */
  braceDisplay(): A.Expr {
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
    const place = this.error("SyntaxError", "", key.start, key.end - 1).place!;
    throw this.errorAt("SyntaxError", "':' expected after dictionary key", { ...place, column: place.endColumn, endColumn: 0 });
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
    if (this.diagnosing) this.diagnoseStarredComprehension(open);
    const first = given ?? this.starNamedExpression();
    if (this.atComprehension() && first.kind !== "Starred") {
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
      if (keys.length === 0 && this.atComprehension()) {
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
  override comprehensions(): A.Comprehension[] {
    return this.diagnosing ? this.remember(RULES.comprehensions, () => this.#comprehensions()) : this.#comprehensions();
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
}
