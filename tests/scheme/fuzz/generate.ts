/**
 * Random Scheme programs that end: from a seed to text.
 *
 * A program defines a few procedures, each calling only earlier ones, and prints the values of expressions: numbers of all sizes and kinds, lists,
 * vectors, closures, assigned variables, loops, multiple values, continuations (escapes and re-entry), `dynamic-wind`, exceptions. What raises
 * prints the condition.
 */

/** Numbers that follow from a seed (xorshift). */
class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = Math.imul(seed + 1, 0x9e3779b1) | 1;
  }

  /** From 0 up to below `limit`. */
  below(limit: number): number {
    let x = this.#state;
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    this.#state = x;
    return (x >>> 0) % limit;
  }

  pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)];
  }
}

type Kind = "number" | "list" | "vector" | "procedure";

interface Scope {
  readonly number: readonly string[];
  readonly list: readonly string[];
  readonly vector: readonly string[];
  /** Procedures of one number. */
  readonly procedure: readonly string[];
}

const EMPTY: Scope = { number: [], list: [], vector: [], procedure: [] };
const LITERALS = [
  "0",
  "1",
  "2",
  "-1",
  "7",
  "100",
  "-13",
  "65536",
  "140737488355327",
  "-9223372036854775808",
  "1.5",
  "-0.25",
  "1e10",
  "1/3",
];

class Generator {
  readonly #random: Random;
  #names = 0;
  /** Procedures defined so far: name and number of parameters. */
  readonly #defined: [name: string, arity: number][] = [];

  constructor(seed: number) {
    this.#random = new Random(seed);
  }

  program(): string {
    const definitions = Array.from({ length: 2 + this.#random.below(3) }, () => this.#definition());
    const shown = Array.from({ length: 4 + this.#random.below(4) }, () => {
      const kind = this.#random.pick(["number", "number", "list", "vector"] as const);
      return `(show (lambda () ${this.#expression(kind, EMPTY, 4)}))`;
    });
    return [...definitions, ...shown].join("\n");
  }

  #fresh(): string {
    return `v${this.#names++}`;
  }

  #with(scope: Scope, kind: Kind, name: string): Scope {
    return { ...scope, [kind]: [...scope[kind], name] };
  }

  #definition(): string {
    const name = `f${this.#defined.length}`;
    const parameters = Array.from({ length: 1 + this.#random.below(3) }, () => this.#fresh());
    const scope = { ...EMPTY, number: parameters };
    const isRecursive = this.#random.below(3) === 0;
    const body = isRecursive ? this.#recursion(name, parameters, scope) : this.#expression("number", scope, 4);
    this.#defined.push([name, parameters.length]);
    return `(define (${name} ${parameters.join(" ")}) ${body})`;
  }

  /** A body that calls its procedure with a smaller first parameter. */
  #recursion(name: string, parameters: readonly string[], scope: Scope): string {
    const [first, ...others] = parameters;
    const rest = others.map(() => this.#number(scope, 1)).join(" ");
    const call = `(${name} (- ${first} 1)${rest === "" ? "" : " " + rest})`;
    const end = this.#number(scope, 2);
    const step = this.#random.pick([
      call,
      `(+ 1 ${call})`,
      `(- ${call} ${this.#number(scope, 1)})`,
      `(let ((r ${call})) (if (odd? ${first}) r (* r -1)))`,
    ]);
    return `(if (or (not (exact-integer? ${first})) (< ${first} 1) (> ${first} 60)) ${end} ${step})`;
  }

  #expression(kind: Kind, scope: Scope, depth: number): string {
    switch (kind) {
      case "number":
        return this.#number(scope, depth);
      case "list":
        return this.#list(scope, depth);
      case "vector":
        return this.#vector(scope, depth);
      case "procedure":
        return this.#procedure(scope, depth);
    }
  }

  #number(scope: Scope, depth: number): string {
    const random = this.#random;
    if (depth <= 0 || random.below(8) === 0) {
      return scope.number.length > 0 && random.below(3) > 0 ? random.pick(scope.number) : random.pick(LITERALS);
    }
    const n = () => this.#number(scope, depth - 1);
    const make: (() => string)[] = [
      () => `(${random.pick(["+", "-", "*"])} ${n()} ${n()})`,
      () => `(${random.pick(["+", "-", "*", "max", "min"])} ${n()} ${n()})`,
      () =>
        `(${random.pick(["quotient", "remainder", "modulo"])} ${this.#integer(scope, depth - 1)} ${random.pick(["3", "-7", "1000", n()])})`,
      () => `(if ${this.#test(scope, depth - 1)} ${n()} ${n()})`,
      () => this.#let(scope, depth),
      () => this.#loop(scope, depth),
      () => this.#call(scope, depth),
      () => `(vector-ref ${this.#expression("vector", scope, depth - 1)} ${random.below(4)})`,
      () => `(length ${this.#list(scope, depth - 1)})`,
      () => `(apply + ${this.#list(scope, depth - 1)})`,
      () => this.#assignment(scope, depth),
      () => this.#escape(scope, depth),
      () => this.#reentry(scope, depth),
      () => this.#winding(scope, depth),
      () => this.#handling(scope, depth),
      () => this.#values(scope, depth),
      () => `(${this.#procedure(scope, depth - 1)} ${n()})`,
      () => `(fold-left + 0 ${this.#list(scope, depth - 1)})`,
    ];
    return random.pick(make)();
  }

  #integer(scope: Scope, depth: number): string {
    return this.#random.below(3) === 0 ? this.#number(scope, depth) : `(exact (floor ${this.#number(scope, depth)}))`;
  }

  #test(scope: Scope, depth: number): string {
    const random = this.#random;
    const n = () => this.#number(scope, depth - 1);
    return random.pick([
      () => `(${random.pick(["<", ">", "<=", ">=", "="])} ${n()} ${n()})`,
      () => `(${random.pick(["zero?", "positive?", "negative?", "exact?", "integer?"])} ${n()})`,
      () => `(even? ${this.#integer(scope, depth - 1)})`,
      () => `(null? ${this.#list(scope, depth - 1)})`,
      () => `(and ${n()} (< ${n()} 5))`,
      () => `(eqv? ${n()} ${n()})`,
      () => `(memv ${n()} ${this.#list(scope, depth - 1)})`,
      () => `(not (equal? ${this.#list(scope, depth - 1)} ${this.#list(scope, depth - 1)}))`,
    ])();
  }

  #let(scope: Scope, depth: number): string {
    const kind = this.#random.pick(["number", "number", "list", "vector", "procedure"] as const), name = this.#fresh();
    return `(let ((${name} ${this.#expression(kind, scope, depth - 1)})) ${this.#number(this.#with(scope, kind, name), depth - 1)})`;
  }

  #loop(scope: Scope, depth: number): string {
    const loop = this.#fresh(), i = this.#fresh(), sum = this.#fresh();
    const inner = this.#with(this.#with(scope, "number", i), "number", sum);
    const count = this.#random.pick([3, 10, 40]);
    const next = `(${loop} (+ ${i} 1) ${this.#number(inner, depth - 1)})`;
    const step = this.#random.below(3) === 0 ? `(if ${this.#test(inner, depth - 1)} ${sum} ${next})` : next;
    return `(let ${loop} ((${i} 0) (${sum} ${this.#number(scope, 1)})) (if (or (= ${i} ${count}) (huge? ${sum})) ${sum} ${step}))`;
  }

  #call(scope: Scope, depth: number): string {
    if (this.#defined.length === 0) return this.#number(scope, depth - 1);
    const [name, arity] = this.#random.pick(this.#defined);
    const count = this.#random.below(30) === 0 ? arity + 1 : arity;
    return `(${name} ${Array.from({ length: count }, () => this.#number(scope, depth - 2)).join(" ")})`;
  }

  #assignment(scope: Scope, depth: number): string {
    const name = this.#fresh(), inner = this.#with(scope, "number", name), n = () => this.#number(inner, depth - 1);
    const change = this.#random.pick([
      () => `(set! ${name} ${n()})`,
      () => `(for-each (lambda (x) (set! ${name} (+ ${name} x))) ${this.#list(inner, depth - 1)})`,
      () => `((lambda () (set! ${name} ${n()})))`,
    ])();
    return `(let ((${name} ${this.#number(scope, depth - 1)})) ${change} ${n()})`;
  }

  #escape(scope: Scope, depth: number): string {
    const k = this.#fresh();
    const inner = this.#with(scope, "procedure", k);
    return `(call/cc (lambda (${k}) ${this.#number(inner, depth - 1)}))`;
  }

  /** Goes back into a captured continuation twice. */
  #reentry(scope: Scope, depth: number): string {
    const k = this.#fresh(), count = this.#fresh(), v = this.#fresh();
    const inner = this.#with(scope, "number", v);
    const first = `(call/cc (lambda (c) (set! ${k} c) ${this.#number(scope, depth - 1)}))`;
    const last = this.#number(inner, depth - 1);
    return `(let ((${k} #f) (${count} 0)) (let ((${v} ${first})) (set! ${count} (+ ${count} 1)) ` +
      `(if (and (< ${count} 3) (not (huge? ${v}))) (${k} (+ ${v} ${this.#random.pick(LITERALS)})) ${last})))`;
  }

  #winding(scope: Scope, depth: number): string {
    return `(dynamic-wind (lambda () (note 'in)) (lambda () ${this.#number(scope, depth - 1)}) (lambda () (note 'out)))`;
  }

  #handling(scope: Scope, depth: number): string {
    const c = this.#fresh(), n = () => this.#number(scope, depth - 1);
    return this.#random.pick([
      () => `(guard (${c} ((number? ${c}) (+ ${c} 1))) (+ ${n()} (raise ${n()})))`,
      () => `(guard (${c} ((symbol? ${c}) 5)) ${n()})`,
      () => `(guard (${c} (else ${n()})) (vector-ref ${this.#vector(scope, depth - 1)} ${this.#number(scope, 1)}))`,
      () => `(with-exception-handler (lambda (${c}) ${n()}) (lambda () (+ ${n()} (raise-continuable ${n()}))))`,
    ])();
  }

  #values(scope: Scope, depth: number): string {
    const a = this.#fresh(), b = this.#fresh();
    const inner = this.#with(this.#with(scope, "number", a), "number", b);
    const producer = `(values ${this.#number(scope, depth - 1)} ${this.#number(scope, depth - 1)})`;
    const body = this.#number(inner, depth - 1);
    return this.#random.pick([
      () => `(call-with-values (lambda () ${producer}) (lambda (${a} ${b}) ${body}))`,
      () => `(let-values (((${a} ${b}) ${producer})) ${body})`,
      () => `(call-with-values (lambda () ${producer}) (lambda (${a} . ${b}) (let ((${b} (car ${b}))) ${body})))`,
    ])();
  }

  #list(scope: Scope, depth: number): string {
    const random = this.#random;
    if (depth <= 0) return scope.list.length > 0 && random.below(2) === 0 ? random.pick(scope.list) : "'(1 2 3)";
    const n = () => this.#number(scope, depth - 1), l = () => this.#list(scope, depth - 1);
    return random.pick([
      () => `(list ${n()} ${n()})`,
      () => `(cons ${n()} ${l()})`,
      () => `(map ${this.#procedure(scope, depth - 1)} ${l()})`,
      () => `(append ${l()} ${l()})`,
      () => `(reverse ${l()})`,
      () => `(vector->list ${this.#vector(scope, depth - 1)})`,
      () => `((lambda args args) ${n()} ${n()} ${n()})`,
      () => `(let ((p (list ${n()} ${n()}))) (set-car! (cdr p) ${n()}) p)`,
      () => `(if ${this.#test(scope, depth - 1)} ${l()} ${l()})`,
    ])();
  }

  #vector(scope: Scope, depth: number): string {
    const random = this.#random;
    if (depth <= 0) return scope.vector.length > 0 && random.below(2) === 0 ? random.pick(scope.vector) : "#(4 5 6)";
    const n = () => this.#number(scope, depth - 1);
    return random.pick([
      () => `(vector ${n()} ${n()} ${n()})`,
      () => `(make-vector 4 ${n()})`,
      () => `(let ((v (vector ${n()} ${n()} 3 4))) (vector-set! v ${random.below(4)} ${n()}) v)`,
      () => `(vector-map ${this.#procedure(scope, depth - 1)} ${this.#vector(scope, depth - 1)})`,
      () => `(list->vector ${this.#list(scope, depth - 1)})`,
    ])();
  }

  #procedure(scope: Scope, depth: number): string {
    const random = this.#random;
    const unary = this.#defined.filter(([, arity]) => arity === 1).map(([name]) => name);
    const known = [...scope.procedure, ...unary, "-", "abs", "list-length-of"];
    if (depth <= 0 || random.below(4) === 0) return random.pick(known);
    const x = this.#fresh();
    const inner = this.#with(scope, "number", x);
    return random.pick([
      () => `(lambda (${x}) ${this.#number(inner, depth - 1)})`,
      () => `(case-lambda ((${x}) ${this.#number(inner, depth - 1)}) ((a b . c) a))`,
      () => `(let ((n 0)) (lambda (${x}) (set! n (+ n 1)) (+ n ${this.#number(inner, depth - 1)})))`,
    ])();
  }
}

const PRELUDE = `(import (scheme base) (scheme write) (scheme case-lambda))
(define (huge? x) (and (exact-integer? x) (> (abs x) 1000000000000000000000000000000)))
(define (list-length-of x) (length (list x x)))
(define (fold-left f seed l) (if (null? l) seed (fold-left f (f seed (car l)) (cdr l))))
(define notes '())
(define (note x) (if (< (length notes) 50) (set! notes (cons x notes))))
(define (show thunk)
  (write (guard (c ((error-object? c) 'error) (else (list 'raised c))) (thunk)))
  (write notes)
  (set! notes '())
  (newline))
`;

/** The program of a seed. */
export function generate(seed: number): string {
  return PRELUDE + new Generator(seed).program() + "\n";
}
