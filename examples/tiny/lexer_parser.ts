/**
 * Reads Tiny: source text to a syntax tree.
 *
 * ```
 * # comment
 * let x = 1; x = x + 1;
 * fn add(a, b) { return a + b; }            let square = fn (n) { return n * n; };
 * if (x < 2) { … } else { … }               while (x < 10) { … break; continue; }
 * for (item in list) { … }                  try { throw "oh"; } catch (e) { print(e); }
 * let o = {left: 1}; o.right = [1, 2.5, "text", nil, true];
 * fn count(n) { let i = 0; while (i < n) { yield i; i = i + 1; } }
 * ```
 *
 * `/` gives a float, `//` and `%` are of integers; `and`, `or` and `not` are words.
 */

export type Expression =
  | { k: "int"; value: bigint }
  | { k: "float"; value: number }
  | { k: "text"; value: string }
  | { k: "word"; value: "nil" | "true" | "false" }
  | { k: "name"; name: string; at: number }
  | { k: "list"; items: Expression[] }
  | { k: "object"; fields: [name: string, value: Expression][] }
  | { k: "fn"; name: string; params: string[]; body: Statement[]; at: number }
  | { k: "call"; callee: Expression; args: Expression[]; at: number }
  | { k: "index"; object: Expression; index: Expression }
  | { k: "property"; object: Expression; name: string }
  | { k: "binary"; operator: string; left: Expression; right: Expression }
  | { k: "not"; operand: Expression }
  | { k: "yield"; value: Expression; at: number };

export type Statement =
  | { k: "let"; name: string; value: Expression }
  | { k: "assign"; target: Expression; value: Expression; at: number }
  | { k: "expression"; value: Expression }
  | { k: "if"; test: Expression; then: Statement[]; else: Statement[] }
  | { k: "while"; test: Expression; body: Statement[] }
  | { k: "for"; name: string; iterable: Expression; body: Statement[] }
  | { k: "return"; value: Expression | null; at: number }
  | { k: "throw"; value: Expression }
  | { k: "try"; body: Statement[]; name: string; handler: Statement[] }
  | { k: "break" | "continue"; at: number }
  | { k: "block"; body: Statement[] };

/** The text is no Tiny program. */
export class TinySyntaxError extends Error {
  override readonly name = "TinySyntaxError";

  constructor(message: string, readonly line: number) {
    super(`line ${line}: ${message}`);
  }
}

interface Token {
  kind: "number" | "text" | "name" | "sign" | "end";
  text: string;
  at: number;
}

const TOKEN = /(?:\s|#[^\n]*)+|(\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|("(?:[^"\\\n]|\\.)*")|([A-Za-z_]\w*)|(\/\/|[<>=!]=|[-+*/%<>=(){}[\],.;:])/y;
const RESERVED = new Set(
  ["let", "fn", "if", "else", "while", "for", "in", "return", "throw", "try", "catch", "break", "continue", "yield", "and", "or", "not"],
);
const WORDS = new Set(["nil", "true", "false"]);

/** Line of an offset, from 1. */
export function lineOf(source: string, at: number): number {
  return source.slice(0, at).split("\n").length;
}

function tokenize(source: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < source.length) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(source);
    if (match === null) throw new TinySyntaxError(`Unexpected "${source[at]}"`, lineOf(source, at));
    const kinds = ["number", "text", "name", "sign"] as const;
    const kind = kinds.find((_, i) => match[i + 1] !== undefined);
    if (kind !== undefined) tokens.push({ kind, text: match[0], at });
  }
  return [...tokens, { kind: "end", text: "end of program", at: source.length }];
}

/** Binding strength of the binary operators. */
const STRENGTH: Record<string, number> = {
  or: 1,
  and: 2,
  "==": 4,
  "!=": 4,
  "<": 5,
  "<=": 5,
  ">": 5,
  ">=": 5,
  "+": 6,
  "-": 6,
  "*": 7,
  "/": 7,
  "//": 7,
  "%": 7,
};

/** Parses a program. @throws TinySyntaxError */
export function parse(source: string): Statement[] {
  return new Parser(source).program();
}

class Parser {
  readonly #tokens: Token[];
  #next = 0;

  constructor(readonly source: string) {
    this.#tokens = tokenize(source);
  }

  program(): Statement[] {
    const body: Statement[] = [];
    while (this.#token.kind !== "end") body.push(this.#statement());
    return body;
  }

  get #token(): Token {
    return this.#tokens[this.#next];
  }
  #fail(message: string, at = this.#token.at): never {
    throw new TinySyntaxError(message, lineOf(this.source, at));
  }
  #is(text: string): boolean {
    return this.#token.text === text && this.#token.kind !== "text";
  }
  #accept(text: string): boolean {
    if (!this.#is(text)) return false;
    this.#next++;
    return true;
  }
  #expect(text: string): void {
    if (!this.#accept(text)) this.#fail(`Expected "${text}", found "${this.#token.text}"`);
  }
  #name(): string {
    const { kind, text } = this.#token;
    if (kind !== "name" || RESERVED.has(text) || WORDS.has(text)) this.#fail(`Expected a name, found "${text}"`);
    this.#next++;
    return text;
  }
  /** Items between commas, up to `end`. */
  #list<T>(end: string, item: () => T): T[] {
    const items: T[] = [];
    while (!this.#accept(end)) {
      items.push(item());
      if (!this.#is(end)) this.#expect(",");
    }
    return items;
  }

  // ── Statements ───────────────────────────────────────────────────────────────────────────────────────────────────

  #block(): Statement[] {
    this.#expect("{");
    const body: Statement[] = [];
    while (!this.#accept("}")) body.push(this.#statement());
    return body;
  }

  #parenthesised(): Expression {
    this.#expect("(");
    const e = this.#expression();
    this.#expect(")");
    return e;
  }

  #statement(): Statement {
    const { text, at } = this.#token;
    if (this.#is("{")) return { k: "block", body: this.#block() };
    if (this.#is("fn") && this.#tokens[this.#next + 1].kind === "name") {
      const f = this.#expression() as Extract<Expression, { k: "fn" }>;
      return { k: "let", name: f.name, value: f };
    }
    switch (this.#token.kind === "name" ? text : "") {
      case "if": {
        this.#next++;
        const test = this.#parenthesised(), then = this.#block();
        if (!this.#accept("else")) return { k: "if", test, then, else: [] };
        return { k: "if", test, then, else: this.#is("if") ? [this.#statement()] : this.#block() };
      }
      case "while":
        this.#next++;
        return { k: "while", test: this.#parenthesised(), body: this.#block() };
      case "for": {
        this.#next++;
        this.#expect("(");
        const name = this.#name();
        this.#expect("in");
        const iterable = this.#expression();
        this.#expect(")");
        return { k: "for", name, iterable, body: this.#block() };
      }
      case "try": {
        this.#next++;
        const body = this.#block();
        this.#expect("catch");
        this.#expect("(");
        const name = this.#name();
        this.#expect(")");
        return { k: "try", body, name, handler: this.#block() };
      }
    }
    const s = this.#simple(text, at);
    this.#expect(";");
    return s;
  }

  /** A statement that ends in a semicolon. */
  #simple(text: string, at: number): Statement {
    if (this.#accept("let")) {
      const name = this.#name();
      this.#expect("=");
      return { k: "let", name, value: this.#expression() };
    }
    if (this.#accept("return")) return { k: "return", value: this.#is(";") ? null : this.#expression(), at };
    if (this.#accept("throw")) return { k: "throw", value: this.#expression() };
    if (this.#accept("break") || this.#accept("continue")) return { k: text as "break" | "continue", at };
    const value = this.#expression();
    if (!this.#accept("=")) return { k: "expression", value };
    if (!["name", "index", "property"].includes(value.k)) this.#fail("This cannot be assigned to", at);
    return { k: "assign", target: value, value: this.#expression(), at };
  }

  // ── Expressions ──────────────────────────────────────────────────────────────────────────────────────────────────

  #expression(minimum = 0): Expression {
    const { at } = this.#token;
    if (this.#accept("yield")) return { k: "yield", value: this.#expression(), at };
    let left: Expression = this.#accept("not") ? { k: "not", operand: this.#expression(3) } : this.#postfix();
    while (true) {
      const operator = this.#token.text, strength = this.#token.kind === "text" ? undefined : STRENGTH[operator];
      if (strength === undefined || strength <= minimum) return left;
      this.#next++;
      left = { k: "binary", operator, left, right: this.#expression(strength) };
    }
  }

  #postfix(): Expression {
    let e = this.#primary();
    while (true) {
      const { at } = this.#token;
      if (this.#accept("(")) e = { k: "call", callee: e, args: this.#list(")", () => this.#expression()), at };
      else if (this.#accept("[")) {
        e = { k: "index", object: e, index: this.#expression() };
        this.#expect("]");
      } else if (this.#accept(".")) e = { k: "property", object: e, name: this.#name() };
      else return e;
    }
  }

  #primary(): Expression {
    const { kind, text, at } = this.#token;
    if (kind === "number") {
      this.#next++;
      return /[.eE]/.test(text) ? { k: "float", value: Number(text) } : { k: "int", value: BigInt(text) };
    }
    if (kind === "text") {
      this.#next++;
      return { k: "text", value: JSON.parse(text) };
    }
    if (this.#accept("(")) {
      const e = this.#expression();
      this.#expect(")");
      return e;
    }
    if (this.#accept("-")) {
      const operand = this.#postfix();
      if (operand.k === "int") return { k: "int", value: -operand.value };
      if (operand.k === "float") return { k: "float", value: -operand.value };
      return { k: "binary", operator: "-", left: { k: "int", value: 0n }, right: operand };
    }
    if (this.#accept("[")) return { k: "list", items: this.#list("]", () => this.#expression()) };
    if (this.#accept("{")) return { k: "object", fields: this.#list("}", () => this.#field()) };
    if (this.#accept("fn")) {
      const name = this.#is("(") ? "fn" : this.#name();
      this.#expect("(");
      return { k: "fn", name, params: this.#list(")", () => this.#name()), body: this.#block(), at };
    }
    if (kind === "name" && WORDS.has(text)) {
      this.#next++;
      return { k: "word", value: text as "nil" };
    }
    return { k: "name", name: this.#name(), at };
  }

  #field(): [string, Expression] {
    const name = this.#name();
    this.#expect(":");
    return [name, this.#expression()];
  }
}
