/**
 * Parses the patterns of `case` blocks.
 *
 * Input: tokens; output: `Pattern` nodes. Invariant: decided by one token of lookahead, but for a name, which may be a value or class.
 * Follows docs.python.org/3.14/reference/compound_stmts.html, section 8.6.
 */

import type * as A from "./ast.ts";
import { expressionName } from "./errors.ts";
import { ExpressionParser } from "./expressions.ts";
import * as T from "./tokens.ts";

export abstract class PatternParser extends ExpressionParser {
  /** `patterns`: what may follow `case`; a sequence may lack brackets there. */
  casePattern(): A.Pattern {
    const start = this.start();
    const first = this.#maybeStar();
    if (!this.at(T.COMMA)) {
      if (first.kind === "MatchStar") this.mismatch();
      return first;
    }
    const patterns = [first];
    while (this.accept(T.COMMA)) {
      if (this.at(T.COLON) || this.at(T.IF)) break;
      patterns.push(this.#maybeStar());
    }
    return { kind: "MatchSequence", patterns, start, end: this.end() };
  }

  #maybeStar(): A.Pattern {
    if (!this.at(T.STAR)) return this.#pattern();
    const start = this.start();
    this.pos++;
    const name = this.name();
    return { kind: "MatchStar", name: name === "_" ? null : name, start, end: this.end() };
  }

  /** `as_pattern | or_pattern` */
  #pattern(): A.Pattern {
    const start = this.start();
    const pattern = this.#alternatives();
    if (!this.at(T.AS)) return pattern;
    this.pos++;
    if (this.diagnosing) this.#diagnoseAs();
    if (this.atSoft("_")) this.mismatch();
    const name = this.name();
    if (this.at(T.DOT) || this.at(T.LPAR) || this.at(T.EQUAL)) this.mismatch();
    return { kind: "MatchAs", pattern, name, start, end: this.end() };
  }

  #diagnoseAs(): void {
    if (this.atSoft("_")) this.failAtToken("cannot use '_' as a target", this.pos);
    const { pos } = this;
    const target = this.attempt(() => this.expression());
    if (target !== null && target.kind !== "Name") {
      this.failAtNode(`cannot use ${expressionName(target)} as pattern target`, target);
    }
    this.pos = pos;
  }

  #alternatives(): A.Pattern {
    const start = this.start();
    this.deeper();
    const first = this.#closed();
    this.depth--;
    if (!this.at(T.VBAR)) return first;
    const patterns = [first];
    while (this.accept(T.VBAR)) patterns.push(this.#closed());
    return { kind: "MatchOr", patterns, start, end: this.end() };
  }

  #closed(): A.Pattern {
    const start = this.start();
    switch (this.kinds[this.pos]) {
      case T.NAME:
        return this.#nameOrClass();
      case T.NUMBER:
      case T.MINUS:
      case T.STRING:
      case T.FSTRING_START:
      case T.TSTRING_START: {
        const value = this.#literal();
        return { kind: "MatchValue", value, start, end: this.end() };
      }
      case T.NONE:
        this.pos++;
        return { kind: "MatchSingleton", value: { type: "none" }, start, end: this.end() };
      case T.TRUE:
      case T.FALSE: {
        const value = this.at(T.TRUE);
        this.pos++;
        return { kind: "MatchSingleton", value: { type: "bool", value }, start, end: this.end() };
      }
      case T.LPAR:
        return this.#group();
      case T.LSQB: {
        this.pos++;
        const patterns = this.#sequence(T.RSQB);
        this.expect(T.RSQB);
        return { kind: "MatchSequence", patterns, start, end: this.end() };
      }
      case T.LBRACE:
        return this.#mapping();
      default:
        this.mismatch();
    }
  }

  /** A number, with a sign or as `real ± imaginary`, or strings. */
  #literal(): A.Expr {
    if (!this.at(T.NUMBER) && !this.at(T.MINUS)) {
      // An f-string is for the compiler to refuse.
      return this.strings();
    }
    const start = this.start();
    const left = this.#signedNumber();
    if (!this.at(T.PLUS) && !this.at(T.MINUS)) return left;
    const number = left.kind === "UnaryOp" ? left.operand : left;
    if (number.kind === "Constant" && number.value.type === "complex") {
      this.failAtNode("real number required in complex literal", left);
    }
    const op = this.at(T.PLUS) ? "Add" : "Sub";
    this.pos++;
    if (!this.at(T.NUMBER)) this.mismatch();
    const right = this.numberAtom();
    if (right.value.type !== "complex") this.failAtNode("imaginary number required in complex literal", right);
    return { kind: "BinOp", left, op, right, start, end: this.end() };
  }

  #signedNumber(): A.Expr {
    const start = this.start();
    if (!this.accept(T.MINUS)) return this.numberAtom();
    if (!this.at(T.NUMBER)) this.mismatch();
    const operand = this.numberAtom();
    return { kind: "UnaryOp", op: "USub", operand, start, end: this.end() };
  }

  /** A capture, the wildcard, a dotted value or a class. */
  #nameOrClass(): A.Pattern {
    const start = this.start();
    const id = this.name();
    if (!this.at(T.DOT) && !this.at(T.LPAR)) {
      if (this.at(T.EQUAL)) this.mismatch();
      const end = this.end();
      return { kind: "MatchAs", pattern: null, name: id === "_" ? null : id, start, end };
    }
    const value = this.#dotted(id, start);
    if (this.at(T.LPAR)) return this.#classPattern(value, start);
    return { kind: "MatchValue", value, start, end: this.end() };
  }

  #dotted(id: string, start: number): A.Expr {
    let value: A.Expr = { kind: "Name", id, ctx: "Load", start, end: this.end() };
    while (this.accept(T.DOT)) {
      const attr = this.name();
      value = { kind: "Attribute", value, attr, ctx: "Load", start, end: this.end() };
    }
    return value;
  }

  #classPattern(cls: A.Expr, start: number): A.Pattern {
    this.pos++;
    const patterns: A.Pattern[] = [];
    const kwd_attrs: string[] = [];
    const kwd_patterns: A.Pattern[] = [];
    let misplacedFrom: A.Pattern | null = null;
    let misplacedTo: A.Pattern | null = null;
    while (!this.at(T.RPAR)) {
      if (this.at(T.NAME) && this.nextIs(T.EQUAL)) {
        if (misplacedTo !== null) break;
        kwd_attrs.push(this.name());
        this.pos++;
        kwd_patterns.push(this.#pattern());
      } else if (kwd_attrs.length > 0) {
        if (!this.diagnosing) this.mismatch();
        const pattern = this.#pattern();
        misplacedFrom ??= pattern;
        misplacedTo = pattern;
      } else {
        patterns.push(this.#pattern());
      }
      if (!this.accept(T.COMMA)) break;
    }
    if (misplacedFrom !== null && misplacedTo !== null) {
      this.failAt("positional patterns follow keyword patterns", misplacedFrom.start, misplacedTo.end);
    }
    this.expect(T.RPAR);
    return { kind: "MatchClass", cls, patterns, kwd_attrs, kwd_patterns, start, end: this.end() };
  }

  /** A pattern in parentheses, or a sequence. */
  #group(): A.Pattern {
    const start = this.start();
    this.pos++;
    if (!this.at(T.RPAR) && !this.at(T.STAR)) {
      const first = this.#pattern();
      if (this.accept(T.RPAR)) return first;
      const patterns = [first];
      if (!this.at(T.COMMA)) this.mismatch();
      this.pos++;
      patterns.push(...this.#sequence(T.RPAR));
      this.expect(T.RPAR);
      return { kind: "MatchSequence", patterns, start, end: this.end() };
    }
    const before = this.pos;
    const patterns = this.#sequence(T.RPAR);
    // `(*a)` is no sequence; `(*a,)` is.
    if (patterns.length === 1 && this.kinds[this.pos - 1] !== T.COMMA && this.kinds[before] === T.STAR) this.mismatch();
    this.expect(T.RPAR);
    return { kind: "MatchSequence", patterns, start, end: this.end() };
  }

  #sequence(close: number): A.Pattern[] {
    const patterns: A.Pattern[] = [];
    while (!this.at(close)) {
      patterns.push(this.#maybeStar());
      if (!this.accept(T.COMMA)) break;
    }
    return patterns;
  }

  #mapping(): A.Pattern {
    const start = this.start();
    this.pos++;
    const keys: A.Expr[] = [];
    const patterns: A.Pattern[] = [];
    let rest: string | null = null;
    while (!this.at(T.RBRACE)) {
      if (this.accept(T.DOUBLESTAR)) {
        if (this.atSoft("_")) this.mismatch();
        rest = this.name();
        this.accept(T.COMMA);
        break;
      }
      keys.push(this.#mappingKey());
      this.expect(T.COLON);
      patterns.push(this.#pattern());
      if (!this.accept(T.COMMA)) break;
    }
    this.expect(T.RBRACE);
    return { kind: "MatchMapping", keys, patterns, rest, start, end: this.end() };
  }

  #mappingKey(): A.Expr {
    const start = this.start();
    switch (this.kinds[this.pos]) {
      case T.NAME: {
        const value = this.#dotted(this.name(), start);
        if (value.kind === "Name") this.mismatch();
        return value;
      }
      case T.NONE:
        this.pos++;
        return { kind: "Constant", value: { type: "none" }, u_prefix: false, start, end: this.end() };
      case T.TRUE:
      case T.FALSE: {
        const value = this.at(T.TRUE);
        this.pos++;
        return { kind: "Constant", value: { type: "bool", value }, u_prefix: false, start, end: this.end() };
      }
      case T.NUMBER:
      case T.MINUS:
      case T.STRING:
      case T.FSTRING_START:
      case T.TSTRING_START:
        return this.#literal();
      default:
        this.mismatch();
    }
  }
}
