/**
 * The bytecodes that the compiler emits: name, immediates, stack effect.
 *
 * The meaning of each is in `scheme/vm/handlers_*.ts`. The index of a row is the compiler's own number; the number in the instruction stream comes
 * from the build (`opcodes` of `scheme.unit.json`).
 */

/**
 * Kinds of immediates, one letter each: `c` constant, `l` local, `f` free variable, `n` count (all u16), `b` special (u8), `i` integer (i32),
 * `j` jump (i32; a label until assembled), `s` site (i32).
 */
type Row = readonly [name: string, immediates: string, effect: number | ((a: number, b: number) => number)];

const takes = (count: number) => -count;

/** Bytecodes with operands of their own. */
const ROWS: readonly Row[] = [
  ["constant", "c", 1],
  ["fixnum", "i", 1],
  ["special", "b", 1],
  ["local", "l", 1],
  ["set_local", "l", -1],
  ["make_box", "l", 0],
  ["local_box_ref", "l", 1],
  ["local_box_set", "l", -1],
  ["free", "f", 1],
  ["free_box_ref", "f", 1],
  ["free_box_set", "f", -1],
  ["self", "", 1],
  ["check_assigned", "c", 0],
  ["global", "c", 1],
  ["constant_global", "c", 1],
  ["set_global", "c", -1],
  ["define_global", "c", -1],
  ["make_closure", "cn", (_, count) => 1 - count],
  ["patch_closure", "f", -2],
  ["make_case_lambda", "n", (count) => 1 - count],
  ["jump", "j", 0],
  ["branch_if_false", "j", -1],
  ["branch_if_true", "j", -1],
  ["loop_header", "s", 0],
  ["pop", "", -1],
  ["dup", "", 1],
  ["slide", "n", takes],
  ["call", "n", takes],
  ["tail_call", "n", takes],
  ["return", "", -1],
  ["apply", "n", (count) => -count - 1],
  ["tail_apply", "n", (count) => -count - 1],
  ["call_cc", "", 0],
  ["tail_call_cc", "", -1],
  ["apply_values", "", -1],
  ["tail_apply_values", "", -1],
  ["values", "n", (count) => 1 - count],
  ["receive", "nn", (count, rest) => count + rest - 1],
  ["record_make", "n", takes],
  ["record_is", "", -1],
  ["record_ref", "n", -1],
  ["record_set", "n", -2],
  ["make_list", "n", (count) => 1 - count],
  ["make_vector_of", "n", (count) => 1 - count],
  ["add_fixnum", "i", 0],
];

/** Bytecodes of procedures that the compiler inlines: operands from the stack, one result. */
const OPERATIONS: Readonly<Record<number, string>> = {
  1: `car cdr caar cadr cdar cddr caddr cdddr cadddr is_null is_pair not is_symbol is_string is_char is_boolean is_vector is_bytevector
    is_procedure is_eof_object is_number is_integer is_exact_integer is_rational is_real is_exact is_inexact is_nan is_zero is_positive
    is_negative is_odd is_even negate abs exact inexact sqrt floor ceiling truncate round exp log sin cos tan atan square vector_length
    make_vector string_length char_to_integer integer_to_char char_upcase char_downcase is_char_alphabetic is_char_numeric
    is_char_whitespace bytevector_length length reverse symbol_to_string string_to_symbol bitwise_not`,
  2: `cons set_car set_cdr is_eq is_eqv is_equal add subtract multiply divide num_equal less greater less_equal greater_equal quotient
    remainder modulo floor_quotient max min atan2 vector_ref make_filled_vector string_ref is_char_equal is_char_less is_char_greater
    is_char_less_equal is_char_greater_equal is_string_equal is_string_less bytevector_u8_ref memq memv assq assv append list_tail list_ref
    bitwise_and bitwise_or bitwise_xor arithmetic_shift`,
  3: "vector_set string_set bytevector_u8_set",
};

/** All bytecodes in order. */
export const BYTECODES: readonly Row[] = [
  ...ROWS,
  ...Object.entries(OPERATIONS).flatMap(([count, names]) => names.split(/\s+/).map((name): Row => [name, "", 1 - Number(count)])),
];

/** Number of a bytecode by its name. */
export const OP: ReadonlyMap<string, number> = new Map(BYTECODES.map(([name], i) => [name, i]));

export const IMMEDIATE_BYTES: Readonly<Record<string, number>> = { b: 1, c: 2, l: 2, f: 2, n: 2, i: 4, j: 4, s: 4 };

/** Bytecodes that never go on at the next instruction. */
export const ENDS: ReadonlySet<number> = new Set(["jump", "return", "tail_call_cc"].map((name) => OP.get(name)!));
