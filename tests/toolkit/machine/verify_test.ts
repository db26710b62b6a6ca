import { strictEqual, throws } from "node:assert";
import { MachineError } from "../../../toolkit/machine/errors.ts";
import { parseProgram } from "../../../toolkit/machine/parse.ts";
import { verifyProgram } from "../../../toolkit/machine/verify.ts";
import { MINI } from "./mini_vm.ts";

const PAIR = "(layout Pair (id 5 5) (size 16) (field a i32 8 readonly) (field b ref 12))";
const HELPER =
  "(function helper (param x i32) (result i32) (effects collects raises (regions *)) (alloc $q Pair) (local q ref) (return $x))";

/** Reason and message for a function with this text, among a layout and an effectful helper. */
function complaint(fn: string, more = ""): string {
  const program = parseProgram(`(unit test ${PAIR} ${HELPER} ${more} (function f ${fn}))`);
  let found = "nothing";
  try {
    verifyProgram(program);
  } catch (e) {
    if (!(e instanceof MachineError)) throw e;
    found = `${e.reason}: ${e.detail} @ ${e.where}`;
  }
  return found;
}

Deno.test("verifyProgram() accepts the mini virtual machine", () => {
  verifyProgram(parseProgram(MINI));
});

const CASES: [name: string, fn: string, expected: string][] = [
  ["a wrong operand type", "(result i32) (return (i32.add 1 2n))", "type: 2n is i64, not i32 @ test/f body[0]:return.0.1"],
  [
    "a wrong annotation",
    "(result i64) (return (as i64 (i32.add 1 2)))",
    "type: (as i64 (i32.add 1 2)) says i64, but is i32 @ test/f body[0]:return.0",
  ],
  ["a wrong number of operands", "(result i32) (return (i32.add 1))", "shape: i32.add takes 2 operands, not 1 @ test/f body[0]:return.0"],
  ["a constant out of range", "(result i32) (return 4294967295)", "type: number 4294967295 is no i32 @ test/f body[0]:return.0"],
  ["a local out of range", "(local x i32) (set $#3 1)", "local: 3 @ test/f body[0]:set"],
  ["an assignment of the wrong type", "(local x i32) (set $x 1.0)", "type: 1.0 is f64, not i32 @ test/f body[0]:set.value"],
  ["a break to nowhere", "(block 1 (break 2))", "label: 2 @ test/f body[0]:block.body[0]:break"],
  ["a continue to a block", "(block 1 (continue 1))", "label: 1 is no loop @ test/f body[0]:block.body[0]:continue"],
  ["a missing result", "(result i32) (if 1 (then (return 1)))", "returns: control can reach the end without a result @ test/f "],
  [
    "a loop that is left without a result",
    "(result i32) (loop 1 (break 1))",
    "returns: control can reach the end without a result @ test/f ",
  ],
  ["a surplus result", "(return 1)", "returns: 1 values for 0 results @ test/f body[0]:return"],
  [
    "an effectful call in an expression",
    "(result i32) (return (call helper 1))",
    'effect: "helper" collects, so its call must be a statement @ test/f body[0]:return.0',
  ],
  [
    "an effect the function denies",
    "(call helper 1)",
    "effect: the body collects, which the function's effects deny @ test/f body[0]:call",
  ],
  ["a raise the function denies", "(throw int:1)", "effect: the body raises, which the function's effects deny @ test/f body[0]:throw"],
  [
    "an argument of the wrong type",
    "(effects collects raises (regions *)) (call helper int:1)",
    "type: int:1 is value, not i32 @ test/f body[0]:call.0",
  ],
  [
    "a result local of the wrong type",
    "(effects collects raises (regions *)) (local v value) (call helper 1 (results $v))",
    "type: result 0 is i32, its local value @ test/f body[0]:call",
  ],
  [
    "a region with another offset",
    "(param p ref) (result i32) (return (load i32 Pair.a! (at $p 16)))",
    "region: Pair.a is i32 at 8, not i32 at 16 @ test/f body[0]:return.0",
  ],
  [
    "a store to a read-only field",
    "(param p ref) (store i32 Pair.a! (at $p 8) 1)",
    "region: Pair.a is read only and the object is not fresh @ test/f body[0]:store",
  ],
  ["a case value that stands twice", "(switch 1 (case (1) ) (case (2 1) ))", "shape: a case value stands twice @ test/f body[0]:switch"],
  ["machine state outside of handlers", "(vm.push int:1)", "shape: machine state is known in handlers only @ test/f body[0]:vm"],
  [
    "a length without a variable part",
    "(effects collects (regions)) (local p ref) (alloc $p Pair (length 1))",
    'shape: "Pair": length and variable part @ test/f body[0]:alloc',
  ],
  [
    "a raw address behind a safepoint",
    "(effects collects raises (regions *)) (param p ref) (result i32) (local a i32) (set $a (i32.add (ref.address $p) 8)) (call helper 1) (return (load u8 raw (at $a 0)))",
    "rawAddress: $a @ test/f [2]:return",
  ],
  [
    "a raw address that a loop brings behind a safepoint",
    "(effects collects raises (regions *)) (param p ref) (local a i32) (local b i32) (set $a (ref.address $p)) (loop 1 (set $b (load u8 raw (at $a 0))) (call helper 1))",
    "rawAddress: $a @ test/f [0]:set",
  ],
  [
    "nothing where the raw address is taken again",
    "(effects collects raises (regions *)) (param p ref) (result i32) (local a i32) (set $a (ref.address $p)) (call helper 1) (set $a (ref.address $p)) (return (load u8 raw (at $a 0)))",
    "nothing",
  ],
];
for (const [name, fn, expected] of CASES) {
  Deno.test(`verifyProgram() reports ${name}`, () => strictEqual(complaint(fn), expected));
}

const HANDLER = (shape: string, fn: string) => `(unit test (handler h (opcode 1) ${shape} (doc "") (function h ${fn}))`;
const K = (pc: number, params: string) => `(continuation 0 (handler h) (pc ${pc}) (outputs 0) (function k ${params})))`;

function programComplaint(text: string): string {
  let found = "nothing";
  throws(() => verifyProgram(parseProgram(text)), (e) => (found = (e as Error).message, e instanceof MachineError));
  return found;
}

Deno.test("verifyProgram() reports handlers whose shape does not fit their function", () => {
  strictEqual(
    programComplaint(HANDLER("(size 4) (inputs 0) (outputs 0)", "") + ")"),
    "A program is inconsistent: size is 4, its parts need 2 (in handler h)",
  );
  strictEqual(
    programComplaint(HANDLER("(size 2) (inputs 1) (outputs 0)", "") + ")"),
    "A program is inconsistent: 1 inputs, but its function has 0 parameters (in handler h)",
  );
  strictEqual(
    programComplaint(HANDLER("(size 2) (inputs 1) (outputs 0)", "(param x i32)") + ")"),
    "A program is inconsistent: an input or output is no value (in handler h)",
  );
});

Deno.test("verifyProgram() reports continuations that do not fit their call", () => {
  const call = (saved: string) => `(transfer.call nil int:1 0 0 ERROR (resume 0 ${saved}))`;
  const shape = "(size 2) (inputs 0) (outputs 0)";
  verifyProgram(parseProgram(HANDLER(shape, call("int:1")) + K(1, "(param a value) (param pc value) (param r value)")));
  strictEqual(
    programComplaint(HANDLER(shape, call("int:1 int:2")) + K(1, "(param a value) (param pc value) (param r value)")),
    "A continuation does not match its call: 2 saved values, but the pc is parameter 1 (in test/h body[0]:transfer)",
  );
  strictEqual(
    programComplaint(HANDLER(shape, call("1")) + K(1, "(param a value) (param pc value) (param r value)")),
    "An expression has the wrong type: 1 is i32, not value (in test/h body[0]:transfer.saved0)",
  );
  strictEqual(
    programComplaint(HANDLER(shape, call("int:1")) + K(1, "(param a value) (param pc i32)")),
    "A continuation does not match its call: a parameter is no value (in continuation 0)",
  );
});
