/**
 * Parses the arguments of calls and classes and the parameters of functions and lambdas.
 *
 * Input: tokens behind or at an opening parenthesis; output: lists of arguments, or an `arguments` node.
 * Invariant: in the diagnosing pass a wrong list is looked through for its first mistake, in the order CPython's grammar asks.
 * Follows docs.python.org/3.14/reference/expressions.html, section 6.3.4, and compound_stmts.html, section 8.7.
 */

import type * as A from "./ast.ts";
import { lastGenerator } from "./errors.ts";
import { StringParser } from "./strings.ts";
import * as T from "./tokens.ts";

export abstract class ArgumentParser extends StringParser {
  abstract expression(): A.Expr;
  abstract starExpression(): A.Expr;
  abstract starredExpression(): A.Starred;
  /** `name := expression`; the cursor is at the name. */
  abstract walrus(): A.NamedExpr;
  abstract comprehensions(): A.Comprehension[];

  // ---- arguments ----

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
        if (this.diagnosing) this.diagnoseStarredComprehension(open);
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
        if (this.atComprehension()) {
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
        if (this.atComprehension()) {
          const generators = this.attempt(() => this.comprehensions());
          if (generators === null || (from === first && !this.at(T.COMMA))) return;
          this.failAt("Generator expression must be parenthesized", value.start, lastGenerator(generators));
        }
        if (keyword) this.#failPositional(unpacking);
      }
      if (!this.accept(T.COMMA)) return;
    }
  }

  /** Whether a comprehension's `for` is here. */
  atComprehension(): boolean {
    if (this.at(T.FOR)) return true;
    if (!this.at(T.ASYNC)) return false;
    if (this.nextIs(T.FOR)) return true;
    this.furthest = Math.max(this.furthest, this.pos + 1);
    return false;
  }

  #positional(): A.Expr {
    return this.at(T.NAME) && this.nextIs(T.COLONEQUAL) ? this.walrus() : this.expression();
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

  /** `[*a for …]`, in any brackets; `open` is their opening token. */
  diagnoseStarredComprehension(open: number): void {
    if (!this.at(T.STAR)) return;
    const { pos } = this;
    this.pos = open + 1;
    if (this.at(T.STAR)) {
      const starred = this.attempt(() => this.starredExpression());
      if (starred !== null && this.atComprehension() && this.attempt(() => this.comprehensions()) !== null) {
        this.failAtNode("iterable unpacking cannot be used in comprehension", starred);
      }
    }
    this.pos = pos;
  }

  // ---- parameters ----

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
        const parameter = this.#parameter(isLambda, false);
        const value = this.#parameterDefault();
        if (star) {
          node.kwonlyargs.push(parameter);
          node.kw_defaults.push(value);
        } else {
          node.args.push(parameter);
          if (value !== null) node.defaults.push(value);
          else if (node.defaults.length > 0) {
            if (this.diagnosing && (this.at(close) || this.at(T.COMMA))) {
              // CPython has looked behind the comma.
              if (this.at(T.COMMA)) this.pos++;
              this.failAtNode("parameter without a default follows parameter with a default", parameter);
            }
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
      this.#parameter(isLambda, false);
      while (this.accept(T.COMMA) && !this.at(T.RPAR)) this.#parameter(isLambda, false);
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
