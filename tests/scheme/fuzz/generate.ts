/**
 * Random Scheme programs: numbers of all kinds, lists, strings, vectors, closures, loops, escapes, `dynamic-wind`, exceptions, tail calls.
 *
 * Output: a program as data (`Tree`), the same one for the same seed. Every Scheme must print the same: effects stand only where the order of
 * evaluation is defined, inexact numbers are printed with few digits and never mixed with exact ones, and what may be an error is caught. All
 * loops end.
 */

/** A program or a part of one: an atom as text, or a list. */
export type Tree = string | Tree[];

type Type = "int" | "flonum" | "rational" | "boolean" | "list" | "string" | "char" | "vector" | "procedure";

/** What is in scope. */
interface Scope {
  variables: Partial<Record<Type, string[]>>;
  /** Variables that may be assigned. */
  assignable: string[];
  /** Procedures that may be called, of two integers, with an integer result. */
  callable: string[];
  /** Escapes in scope: continuations that take an integer. */
  escapes: string[];
}

const PRELUDE = `
(import (scheme base) (scheme write) (scheme case-lambda) (scheme lazy) (scheme inexact))
(define (plain x)
  (cond ((number? x) (if (exact? x) x (if (and (< -1e9 x) (< x 1e9)) (list 'about (exact (round (* x 1000.)))) 'far)))
        ((pair? x) (cons (plain (car x)) (plain (cdr x))))
        ((vector? x) (list 'vector (plain (vector->list x))))
        ((procedure? x) 'procedure)
        (else x)))
(define (show x) (write (plain x)) (newline))
(define (attempt thunk)
  (call/cc (lambda (k)
    (with-exception-handler
      (lambda (e) (k (if (error-object? e) 'error (list 'raised (plain e)))))
      thunk))))
(define (small n) (if (exact-integer? n) (modulo n 1000003) 7))
(define g0 1)
(define g1 '(3 1 2))
(define table (make-vector 8 0))
(define parameter (make-parameter 5))
(define trace '())
(define (note! x) (if (< (length trace) 40) (set! trace (cons x trace))))
`;

/** The tree of a template, `_` being the parts in order. */
export function tree(template: string, ...parts: Tree[]): Tree {
  const tokens = template.match(/"(?:[^"\\]|\\.)*"|#\\.\w*|[()']|[^\s()']+/g)!;
  let at = 0, part = 0;
  const read = (): Tree => {
    const token = tokens[at++];
    if (token === "'") return ["quote", read()];
    if (token !== "(") return token === "_" ? parts[part++] : token;
    const items: Tree[] = [];
    while (tokens[at] !== ")") items.push(read());
    at++;
    return items;
  };
  return read();
}

/** A tree as text. */
export function textOf(x: Tree): string {
  return typeof x === "string" ? x : x[0] === "quote" && x.length === 2 ? "'" + textOf(x[1]) : `(${x.map(textOf).join(" ")})`;
}

/** A program as text: one top-level form per tree. */
export function programText(forms: readonly Tree[]): string {
  return PRELUDE + forms.map(textOf).join("\n") + "\n";
}

/** The program of a seed. */
export function generate(seed: number): Tree[] {
  return new Generator(seed).program();
}

class Generator {
  #state: number;
  #names = 0;
  #functions: string[] = [];

  constructor(seed: number) {
    this.#state = (seed * 0x9E3779B1 + 12345) >>> 0;
  }

  // ── Choices ────────────────────────────────────────────────────────────────────────────────────────────────────────

  #random(n: number): number {
    this.#state = (this.#state + 0x6D2B79F5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) % n;
  }

  #pick<T>(items: readonly T[]): T {
    return items[this.#random(items.length)];
  }

  #name(prefix: string): string {
    return `${prefix}${this.#names++}`;
  }

  // ── Programs ───────────────────────────────────────────────────────────────────────────────────────────────────────

  program(): Tree[] {
    const forms: Tree[] = [];
    for (let i = 1 + this.#random(4); i > 0; i--) forms.push(this.#function());
    for (let i = 2 + this.#random(3); i > 0; i--) forms.push(...this.#use());
    forms.push(tree("(show (list g0 g1 table trace (parameter)))"));
    return forms;
  }

  #global(): Scope {
    return { variables: { int: ["g0"], list: ["g1"], vector: ["table"] }, assignable: ["g0"], callable: [...this.#functions], escapes: [] };
  }

  /** A procedure of two integers. It may call itself with a smaller first argument, in tail position or not. */
  #function(): Tree {
    const name = this.#name("f"), [a, b] = [this.#name("a"), this.#name("b")];
    const scope = this.#with(this.#global(), "int", a, b);
    const shape = this.#random(5);
    let form: Tree;
    if (shape === 0) {
      const self = tree("(_ (- _ 1) (small _))", name, a, this.#int(2, scope));
      form = tree("(define (_ _ _) (if (< _ 1) _ _))", name, a, b, a, this.#int(2, scope), self);
    } else if (shape === 1) {
      const self = tree("(_ (- _ 1) (small _))", name, a, this.#int(1, scope));
      form = tree("(define (_ _ _) (if (< _ 1) _ (small (+ _ _))))", name, a, b, a, this.#int(2, scope), self, this.#int(2, scope));
    } else {
      form = tree("(define (_ _ _) _ (small _))", name, a, b, this.#statement(3, scope), this.#int(4, scope));
    }
    this.#functions.push(name);
    return form;
  }

  /** Forms that call procedures, once or in a loop, and show results. */
  #use(): Tree[] {
    const f = this.#pick(this.#functions), scope = this.#global();
    switch (this.#random(4)) {
      case 0:
        return [tree("(show (attempt (lambda () (_ _ _))))", f, this.#smallInt(), this.#smallInt())];
      case 1: {
        const i = this.#name("i"), sum = this.#name("sum");
        const inner = this.#with(scope, "int", i, sum);
        const next = tree("(small (+ _ (_ (modulo _ _) _)))", sum, f, i, String(2 + this.#random(20)), this.#int(2, inner));
        const times = String(20 + this.#random(200));
        return [
          tree(
            "(show (attempt (lambda () (let _ ((_ 0) (_ 0)) (if (< _ _) (_ (+ _ 1) _) _)))))",
            this.#loopName = this.#name("loop"),
            i,
            sum,
            i,
            times,
            this.#loopName,
            i,
            next,
            sum,
          ),
        ];
      }
      case 2:
        return [
          tree(
            "(show (attempt (lambda () (map (lambda (x) (_ (if (exact-integer? x) (modulo x 40) 3) _)) _))))",
            f,
            this.#smallInt(),
            this.#list(2, scope),
          ),
        ];
      default:
        return [tree("(show (attempt (lambda () _ _)))", this.#statement(3, scope), this.#any(3, scope))];
    }
  }

  #loopName = "";

  // ── Scopes ─────────────────────────────────────────────────────────────────────────────────────────────────────────

  #with(scope: Scope, type: Type, ...names: string[]): Scope {
    return { ...scope, variables: { ...scope.variables, [type]: [...scope.variables[type] ?? [], ...names] } };
  }

  #variable(type: Type, scope: Scope): string | null {
    const names = scope.variables[type] ?? [];
    return names.length === 0 ? null : this.#pick(names);
  }

  // ── Expressions ────────────────────────────────────────────────────────────────────────────────────────────────────

  #any(depth: number, scope: Scope): Tree {
    switch (this.#random(8)) {
      case 0:
        return this.#flonum(depth, scope);
      case 1:
        return this.#rational(depth, scope);
      case 2:
        return this.#boolean(depth, scope);
      case 3:
        return this.#list(depth, scope);
      case 4:
        return this.#string(depth, scope);
      case 5:
        return this.#vector(depth, scope);
      default:
        return this.#int(depth, scope);
    }
  }

  #of(type: Type, depth: number, scope: Scope): Tree {
    switch (type) {
      case "flonum":
        return this.#flonum(depth, scope);
      case "rational":
        return this.#rational(depth, scope);
      case "list":
        return this.#list(depth, scope);
      case "string":
        return this.#string(depth, scope);
      case "boolean":
        return this.#boolean(depth, scope);
      case "vector":
        return this.#vector(depth, scope);
      default:
        return this.#int(depth, scope);
    }
  }

  #smallInt(): string {
    return String(this.#random(30) - 5);
  }

  #literal(): string {
    const edges = [
      "140737488355327",
      "-140737488355328",
      "9223372036854775807",
      "-9223372036854775808",
      "4294967296",
      "100000000000000000000",
    ];
    return this.#random(6) === 0 ? this.#pick(edges) : this.#smallInt();
  }

  #int(depth: number, scope: Scope): Tree {
    const variable = this.#variable("int", scope);
    if (depth <= 0 || this.#random(8) === 0) return variable !== null && this.#random(3) > 0 ? variable : this.#literal();
    const d = depth - 1, int = () => this.#int(d, scope), list = () => this.#list(d, scope);
    const choices: (() => Tree)[] = [
      () => tree("(_ _ _)", this.#pick(["+", "-", "*", "max", "min", "+", "-"]), int(), int()),
      () => tree("(+ _ _ _)", int(), int(), int()),
      () => tree("(_ _ _)", this.#pick(["quotient", "remainder", "modulo"]), int(), this.#pick(["7", "-3", "10", "65536", "100000000000"])),
      () => tree("(_ _)", this.#pick(["-", "abs", "small", "square"]), int()),
      () => tree("(if _ _ _)", this.#boolean(d, scope), int(), int()),
      () => tree("(cond (_ _) (_ => (lambda (x) 3)) (else _))", this.#boolean(d, scope), int(), this.#boolean(d, scope), int()),
      () => tree("(case (modulo _ 4) ((0 2) _) ((1) _) (else _))", int(), int(), int(), int()),
      () => this.#let("int", d, scope),
      () => tree("(length _)", list()),
      () => this.#listFold(d, scope),
      () => this.#loop(d, scope),
      () => tree("(vector-ref _ _)", "table", String(this.#random(this.#random(6) === 0 ? 12 : 8))),
      () => tree("(string-length _)", this.#string(d, scope)),
      () => tree("(char->integer (string-ref _ 0))", tree('(string-append _ "z")', this.#string(d, scope))),
      () => tree("(begin _ _)", this.#statement(d, scope), int()),
      () => this.#call(d, scope),
      () => this.#escaping(d, scope),
      () => this.#reentered(d, scope),
      () => this.#guarded(d, scope),
      () => tree("(call-with-values (lambda () (values _ _)) (lambda (x y) (- x y)))", int(), int()),
      () => tree("(let-values (((x y) (floor/ _ 13)) ((z) (values _))) (+ x (* 2 y) z))", int(), int()),
      () => tree("(force (delay _))", int()),
      () => tree("(parameterize ((parameter _)) (+ (parameter) _))", int(), int()),
      () => tree("(apply + _)", tree("(map (lambda (x) (if (number? x) (small x) 1)) _)", list())),
      () => tree("((lambda (x . rest) (+ x (length rest))) _ _ _)", int(), int(), int()),
      () => tree("((case-lambda ((x) x) ((x y) (- x y)) ((x . more) (length more))) _ _)", int(), int()),
      () => tree("(let ((n 0)) (for-each (lambda (x) (set! n (+ n 1))) _) (+ n _))", list(), int()),
      () => this.#closure(d, scope),
      () => tree("(exact (floor _))", this.#rational(d, scope)),
      () => tree("(gcd _ _)", int(), int()),
    ];
    const chosen = this.#pick(choices)();
    return chosen;
  }

  /** Binds a variable of some type around an expression. */
  #let(type: Type, depth: number, scope: Scope): Tree {
    const bound = this.#pick<Type>(["int", "int", "list", "flonum", "string", "rational", "vector"]);
    const name = this.#name("v");
    const value = this.#of(bound, depth, scope);
    const inner = this.#with(scope, bound, name);
    if (bound === "int" && this.#random(2) === 0) inner.assignable = [...inner.assignable, name];
    return tree("(let ((_ _)) _)", name, value, this.#of(type, depth, inner));
  }

  /** A closure over variables, called a few times. */
  #closure(depth: number, scope: Scope): Tree {
    const f = this.#name("c"), x = this.#name("x"), n = this.#name("n");
    const inner = this.#with(scope, "int", x, n);
    const body = tree("(begin (set! _ (+ _ 1)) _)", n, n, this.#int(depth, inner));
    return tree(
      "(let ((_ (let ((_ _)) (lambda (_) _)))) (let* ((a (_ 1)) (b (_ (small a)))) (+ a b)))",
      f,
      n,
      this.#smallInt(),
      x,
      body,
      f,
      f,
    );
  }

  #call(depth: number, scope: Scope): Tree {
    if (scope.callable.length === 0) return this.#int(depth, scope);
    const f = this.#pick(scope.callable);
    const first = tree("(modulo _ 6)", this.#int(depth, scope));
    if (this.#random(5) === 0) return tree("(apply _ (list _ _))", f, first, this.#int(depth, scope));
    return tree("(_ _ (small _))", f, first, this.#int(depth, scope));
  }

  #loop(depth: number, scope: Scope): Tree {
    const loop = this.#name("loop"), i = this.#name("i"), acc = this.#name("acc");
    const inner = this.#with(scope, "int", i, acc);
    const count = String(1 + this.#random(12));
    if (this.#random(3) === 0) {
      return tree(
        "(do ((_ 0 (+ _ 1)) (_ 1 (small _))) ((= _ _) _) _)",
        i,
        i,
        acc,
        this.#int(depth, inner),
        i,
        count,
        acc,
        this.#statement(depth - 1, inner),
      );
    }
    return tree(
      "(let _ ((_ 0) (_ _)) (if (= _ _) _ (_ (+ _ 1) (small _))))",
      loop,
      i,
      acc,
      this.#int(depth - 1, scope),
      i,
      count,
      acc,
      loop,
      i,
      this.#int(depth, inner),
    );
  }

  #listFold(depth: number, scope: Scope): Tree {
    const loop = this.#name("loop"), l = this.#name("l"), sum = this.#name("s");
    const item = tree("(if (number? (car _)) (small (car _)) 1)", l, l);
    return tree(
      "(let _ ((_ _) (_ 0)) (if (pair? _) (_ (cdr _) (+ _ _)) _))",
      loop,
      l,
      this.#list(depth, scope),
      sum,
      l,
      loop,
      l,
      sum,
      item,
      sum,
    );
  }

  #escaping(depth: number, scope: Scope): Tree {
    const k = this.#name("k");
    const inner = { ...scope, escapes: [...scope.escapes, k] };
    const body = this.#random(3) === 0
      ? tree(
        "(dynamic-wind (lambda () (note! 'in)) (lambda () _ _) (lambda () (note! 'out)))",
        this.#statement(depth, inner),
        this.#int(depth, inner),
      )
      : tree("(begin _ _)", this.#statement(depth, inner), this.#int(depth, inner));
    return tree("(call/cc (lambda (_) _))", k, body);
  }

  /** Goes back into a captured continuation twice. */
  #reentered(depth: number, scope: Scope): Tree {
    const k = this.#name("k"), count = this.#name("n"), v = this.#name("v");
    const capture = tree("(call/cc (lambda (c) (set! _ c) _))", k, this.#int(depth, scope));
    const again = tree("(_ (small (+ _ _)))", k, v, this.#literal());
    const last = this.#int(depth, this.#with(scope, "int", v));
    return tree(
      "(let ((_ #f) (_ 0)) (let ((_ _)) (set! _ (+ _ 1)) (if (< _ 3) _ _)))",
      k,
      count,
      v,
      capture,
      count,
      count,
      count,
      again,
      last,
    );
  }

  #guarded(depth: number, scope: Scope): Tree {
    const clauses = this.#pick([
      "((symbol? e) 11) (else 12)",
      "((number? e) (small e)) ((error-object? e) 13) (#t 14)",
      "((error-object? e) 15) ((symbol? e) => (lambda (x) 16)) (else 17)",
    ]);
    return tree(`(guard (e ${clauses}) _ _)`, this.#statement(depth, scope), this.#int(depth, scope));
  }

  #flonum(depth: number, scope: Scope): Tree {
    const variable = this.#variable("flonum", scope);
    if (depth <= 0) return variable ?? this.#pick(["0.5", "-1.25", "3.", "1e3", "0.001"]);
    const flonum = () => this.#flonum(depth - 1, scope);
    switch (this.#random(7)) {
      case 0:
      case 1:
        return tree("(_ _ _)", this.#pick(["+", "-", "*"]), flonum(), flonum());
      case 2:
        return tree("(inexact (small _))", this.#int(depth - 1, scope));
      case 3:
        return tree("(if _ _ _)", this.#boolean(depth - 1, scope), flonum(), flonum());
      case 4:
        return tree("(_ _)", this.#pick(["floor", "round", "abs", "truncate", "-"]), flonum());
      case 5:
        return tree("(/ _ 4.)", flonum());
      default:
        return tree("(let loop ((i 0) (x _)) (if (< i _) (loop (+ i 1) (/ (+ x _) 2.)) x))", flonum(), String(this.#random(15)), flonum());
    }
  }

  #rational(depth: number, scope: Scope): Tree {
    const variable = this.#variable("rational", scope);
    if (depth <= 0) return variable ?? this.#pick(["1/2", "-2/3", "7/5", "100000000000/3", "3"]);
    const rational = () => this.#rational(depth - 1, scope);
    switch (this.#random(4)) {
      case 0:
        return tree("(_ _ _)", this.#pick(["+", "-", "*"]), rational(), rational());
      case 1:
        return tree("(/ (small _) _)", this.#int(depth - 1, scope), this.#pick(["3", "-7", "12", "1000000007"]));
      case 2:
        return tree("(_ _ _)", this.#pick(["max", "min"]), rational(), rational());
      default:
        return tree("(if _ _ _)", this.#boolean(depth - 1, scope), rational(), rational());
    }
  }

  #boolean(depth: number, scope: Scope): Tree {
    if (depth <= 0) return this.#pick(["#t", "#f"]);
    const d = depth - 1, int = () => this.#int(d, scope), boolean = () => this.#boolean(d, scope);
    switch (this.#random(9)) {
      case 0:
      case 1:
        return tree("(_ _ _)", this.#pick(["<", ">", "=", "<=", ">="]), int(), int());
      case 2:
        return tree("(_ _ _)", this.#pick(["and", "or"]), boolean(), boolean());
      case 3:
        return tree("(not _)", boolean());
      case 4:
        return tree("(_ _)", this.#pick(["even?", "odd?", "zero?", "positive?", "negative?"]), int());
      case 5:
        return tree("(_ _ _)", this.#pick(["equal?", "eqv?"]), int(), int());
      case 6:
        return tree("(equal? _ _)", this.#list(d, scope), this.#list(d, scope));
      case 7:
        return tree("(_ _ _)", this.#pick(["<", "<="]), this.#flonum(d, scope), this.#flonum(d, scope));
      default:
        return tree("(if (member _ _) #t #f)", int(), this.#list(d, scope));
    }
  }

  #list(depth: number, scope: Scope): Tree {
    const variable = this.#variable("list", scope);
    if (depth <= 0) {
      return variable !== null && this.#random(2) === 0 ? variable : this.#pick(["'()", "'(1 2 3)", "'(5 -1 5 0)", "(list 4 4 4)"]);
    }
    const d = depth - 1, list = () => this.#list(d, scope), int = () => this.#int(d, scope);
    const x = this.#name("x");
    const inner = this.#with(scope, "int", x);
    switch (this.#random(13)) {
      case 12:
        return tree("(let ((p (list _ _))) (set-car! (cdr p) _) p)", int(), int(), int());
      case 0:
        return tree("(cons _ _)", int(), list());
      case 1:
        return tree("(list _ _ _)", int(), int(), int());
      case 2:
        return tree("(map (lambda (_) (if (number? _) _ 0)) _)", x, x, this.#int(d, inner), list());
      case 3:
        return tree("(reverse _)", list());
      case 4:
        return tree("(append _ _)", list(), list());
      case 5:
        return tree("(let ((l _)) (if (pair? l) (cdr l) l))", list());
      case 6:
        return tree("(vector->list _)", this.#vector(d, scope));
      case 7:
        return tree("(map + _ _)", tree("(map small _)", list()), tree("(map small _)", list()));
      case 8:
        return this.#let("list", d, scope);
      case 9:
        return tree(
          "(let loop ((i 0) (l _)) (if (< i _) (loop (+ i 1) (cons (small (* i _)) l)) l))",
          list(),
          String(this.#random(10)),
          int(),
        );
      case 10:
        return tree("(if _ _ _)", this.#boolean(d, scope), list(), list());
      default:
        return tree("(list-copy _)", list());
    }
  }

  #string(depth: number, scope: Scope): Tree {
    const variable = this.#variable("string", scope);
    if (depth <= 0) return variable ?? this.#pick(['"abc"', '""', '"x\u03bby"']);
    const d = depth - 1, string = () => this.#string(d, scope);
    switch (this.#random(6)) {
      case 0:
        return tree("(string-append _ _)", string(), string());
      case 1:
        return tree("(number->string _)", this.#int(d, scope));
      case 2:
        return tree("(let ((s _)) (substring s (quotient (string-length s) 2) (string-length s)))", string());
      case 3:
        return tree("(list->string (reverse (string->list _)))", string());
      case 4:
        return tree(
          "(let ((s (string-copy _))) (if (> (string-length s) 1) (string-set! s 1 _)) s)",
          string(),
          this.#pick(["#\\q", "#\\x3bb"]),
        );
      default:
        return tree("(string-map (lambda (c) (if (char=? c #\\a) #\\b c)) _)", string());
    }
  }

  #vector(depth: number, scope: Scope): Tree {
    const variable = this.#variable("vector", scope);
    if (depth <= 0) return variable ?? "(vector 1 2 3)";
    const d = depth - 1;
    switch (this.#random(5)) {
      case 0:
        return tree("(vector _ _ _)", this.#int(d, scope), this.#int(d, scope), this.#int(d, scope));
      case 1:
        return tree("(make-vector _ _)", String(this.#random(6)), this.#int(d, scope));
      case 2:
        return tree("(list->vector _)", this.#list(d, scope));
      case 3:
        return tree("(vector-map (lambda (x) (if (number? x) (+ x 1) x)) _)", this.#vector(d, scope));
      default:
        return tree("(vector-copy _)", this.#vector(d, scope));
    }
  }

  // ── Statements ─────────────────────────────────────────────────────────────────────────────────────────────────────

  #statement(depth: number, scope: Scope): Tree {
    if (depth <= 0) return tree("(note! _)", this.#smallInt());
    const d = depth - 1, int = () => this.#int(d, scope);
    switch (this.#random(13)) {
      case 0:
      case 1:
        return tree("(set! _ (small _))", this.#pick(scope.assignable), int());
      case 2:
        return tree("(vector-set! table (modulo _ 8) (small _))", int(), int());
      case 3:
        return tree("(if _ _ _)", this.#boolean(d, scope), this.#statement(d, scope), this.#statement(d, scope));
      case 4:
        return tree("(begin _ _)", this.#statement(d, scope), this.#statement(d, scope));
      case 5:
        return tree("(when _ _)", this.#boolean(d, scope), this.#statement(d, scope));
      case 6:
        if (scope.escapes.length > 0) return tree("(if _ (_ _))", this.#boolean(d, scope), this.#pick(scope.escapes), int());
        return tree("(set! g1 (let ((l _)) (if (< (length l) 20) l '())))", this.#list(d, scope));
      case 7:
        return tree("(if _ (raise _))", this.#boolean(d, scope), this.#pick(["'oops", "42", "(list 1 2)"]));
      case 8:
        return tree(
          "(if _ _)",
          this.#boolean(d, scope),
          this.#pick<Tree>([
            tree("(car '())"),
            tree("(vector-ref table 100)"),
            tree('(error "bad" 1 2)'),
            tree("(+ 'a 1)"),
            tree("(quotient 1 0)"),
            tree("((lambda (x) x))"),
            ...scope.callable.map((f) => tree("(_ 1 2 3)", f)),
            tree('(string-ref "abc" 10)'),
          ]),
        );
      case 9:
        return tree("(note! (quote _))", this.#pick(["a", "b", "c"]));
      case 10:
        return tree("(dynamic-wind (lambda () (note! 1)) (lambda () _) (lambda () (note! 2)))", this.#statement(d, scope));
      case 11:
        return tree("(for-each (lambda (x) (note! x)) _)", this.#list(d, scope));
      default:
        return tree("(note! (with-exception-handler (lambda (e) 99) (lambda () (+ 1 (raise-continuable _)))))", this.#pick(["'c", "5"]));
    }
  }
}
