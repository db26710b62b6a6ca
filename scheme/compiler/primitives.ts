/**
 * The table of procedures that are compiled to bytecodes: Scheme name, number of arguments, bytecode.
 *
 * A row is used only for a call of the core's variable of that name with that number of arguments; all else calls the procedure, which
 * `scheme/lib/core/values.scm` defines.
 */

/**
 * Names whose bytecode is `NAME` in snake case, with `?` as a prefix `is_`, without `!`, `->` as `_to_`; by number of arguments. As text with
 * spaces around each: most are never looked up.
 */
const REGULAR: Readonly<Record<number, string>> = {
  1: " car cdr caar cadr cdar cddr caddr cdddr cadddr null? pair? not symbol? string? char? boolean? vector? bytevector? " +
    "procedure? eof-object? number? integer? exact-integer? rational? real? exact? inexact? nan? zero? positive? negative? " +
    "odd? even? abs exact inexact sqrt floor ceiling truncate round exp log sin cos tan atan square vector-length " +
    "make-vector string-length char->integer integer->char char-upcase char-downcase char-alphabetic? char-numeric? " +
    "char-whitespace? bytevector-length length reverse symbol->string string->symbol bitwise-not ",
  2: " cons set-car! set-cdr! eq? eqv? equal? quotient remainder modulo floor-quotient max min vector-ref string-ref " +
    "bytevector-u8-ref memq memv assq assv append list-tail list-ref bitwise-and bitwise-xor arithmetic-shift ",
  3: " vector-set! string-set! bytevector-u8-set! ",
};

/** The others, by name and number of arguments. */
const OTHERS: Readonly<Record<string, string>> = {
  "+ 2": "add",
  "- 2": "subtract",
  "- 1": "negate",
  "* 2": "multiply",
  "/ 2": "divide",
  "= 2": "num_equal",
  "< 2": "less",
  "> 2": "greater",
  "<= 2": "less_equal",
  ">= 2": "greater_equal",
  "floor-remainder 2": "modulo",
  "truncate-quotient 2": "quotient",
  "truncate-remainder 2": "remainder",
  "exact->inexact 1": "inexact",
  "inexact->exact 1": "exact",
  "atan 2": "atan2",
  "make-vector 2": "make_filled_vector",
  "char=? 2": "is_char_equal",
  "char<? 2": "is_char_less",
  "char>? 2": "is_char_greater",
  "char<=? 2": "is_char_less_equal",
  "char>=? 2": "is_char_greater_equal",
  "string=? 2": "is_string_equal",
  "bitwise-ior 2": "bitwise_or",
  "string<? 2": "is_string_less",
};

function bytecodeName(name: string): string {
  const snake = name.replace("->", "_to_").replaceAll("-", "_").replace("!", "");
  return snake.endsWith("?") ? "is_" + snake.slice(0, -1) : snake;
}

/** Bytecode of a call of the core's `name` with `count` arguments; undefined when there is none. */
export function inlined(name: string, count: number): string | undefined {
  const regular = REGULAR[count]?.includes(` ${name} `);
  return regular ? bytecodeName(name) : OTHERS[`${name} ${count}`];
}

/** Procedures that take any number of arguments as chains of two: the bytecode, which applies from the left. */
export const FOLDED: ReadonlyMap<string, string> = new Map([["+", "add"], ["-", "subtract"], ["*", "multiply"], ["/", "divide"]]);
/** Comparisons of any number of operands as chains of two. */
export const COMPARISONS: ReadonlySet<string> = new Set(["=", "<", ">", "<=", ">="]);
/** Procedures with a bytecode that takes a count. */
export const COUNTED: ReadonlyMap<string, string> = new Map([["list", "make_list"], ["vector", "make_vector_of"], ["values", "values"]]);

/** Whether a call of the core's `name` with `count` arguments is bytecodes that call nothing. */
export function isInlined(name: string, count: number): boolean {
  return inlined(name, count) !== undefined || COUNTED.has(name) || (count > 2 && (FOLDED.has(name) || COMPARISONS.has(name)));
}

/** All rows, for tests: name, number of arguments, bytecode. */
export function allInlined(): [name: string, count: number, bytecode: string][] {
  const regular = Object.entries(REGULAR).flatMap(([count, names]) => names.trim().split(" ").map((name) => `${name} ${count}`));
  return [...regular, ...Object.keys(OTHERS)].map((key) => {
    const [name, count] = key.split(" ");
    return [name, Number(count), inlined(name, Number(count))!];
  });
}
