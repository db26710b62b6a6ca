/** A very small virtual machine in the text form: 20 handlers, enough to test frames, transfers, errors and recording. */

import { Evaluator, type EvaluatorOptions } from "../../../toolkit/machine/evaluate.ts";
import { CODE } from "../../../toolkit/machine/evaluate_frames.ts";
import { TAG } from "../../../toolkit/machine/memory_map.ts";
import { parseProgram } from "../../../toolkit/machine/parse.ts";

const FX = "(effects (regions))";

/** Text of one handler. */
function handler(name: string, opcode: number, size: number, shape: string, fn: string): string {
  const [inputs, outputs, ...flags] = shape.split(" ");
  const immediate = size === 2 ? "" : size === 4 ? "(imm a u16)" : "(imm a i32)";
  return `(handler ${name} (opcode ${opcode}) (size ${size}) ${immediate} (inputs ${inputs}) (outputs ${outputs}) ${
    flags.join(" ")
  } (doc "")
    (function h.${name} ${fn}))`;
}

export const MINI = `(unit mini
  (layout Generator (id 7 7) (size 16) (field pc i32 8) (field count i32 12) (tail slots value))
  (function m.stackOverflow (result value) (effects raises (regions *)) (export stackOverflow)
    (throw special:99))
  (function m.add_slow (param a value) (param b value) (result value) (effects raises (regions)) (inlining residual)
    (if (i32.and (float.is $a) (float.is $b)) (then (return (float.box (f64.add (float.of $a) (float.of $b))))))
    (throw special:1))
  (function m.tag (param a value) (result i32) ${FX} (inlining inline)
    (if (int.is $a) (then (return 0)))
    (if (float.is $a) (then (return 1)))
    (return 2))
  ${handler("push_int", 1, 6, "0 1", "(result value) (return (int.box (i64.extend_i32_s (vm.imm 0))))")}
  ${handler("local", 2, 4, "0 1", "(result value) (return (vm.local (vm.imm 0)))")}
  ${handler("set_local", 3, 4, "1 0", "(param v value) (vm.setLocal (vm.imm 0) $v)")}
  ${
  handler(
    "add",
    4,
    2,
    "2 1",
    `(param a value) (param b value) (result value) (local s i64) (local r value)
    (if (i32.and (int.is $a) (int.is $b)) (then
      (set $s (i64.add (int.of $a) (int.of $b)))
      (if (int.fits $s) (then (return (int.box $s))))))
    (call m.add_slow $a $b (results $r))
    (return $r)`,
  )
}
  ${
  handler(
    "less",
    5,
    2,
    "2 1",
    "(param a value) (param b value) (result value) (return (cond (i64.lt_s (int.of $a) (int.of $b)) special:3 special:2))",
  )
}
  ${handler("jump", 6, 6, "0 0", "(vm.jump (vm.imm 0))")}
  ${handler("branch_false", 7, 6, "1 0", "(param c value) (if (value.eq $c special:2) (then (vm.jump (vm.imm 0))))")}
  ${handler("loop_header", 8, 6, "0 0 loopHeader", "")}
  ${
  handler(
    "call",
    9,
    4,
    "0 1",
    `(result value) (transfer.call (promote (ref.from_value (vm.peek (vm.imm 0)))) (vm.peek (vm.imm 0)) (vm.imm 0) 1 special:5)`,
  )
}
  ${handler("return", 10, 2, "1 0", "(param v value) (transfer.leave $v)")}
  ${
  // ( code a b -- code(a) + code(b) ), by two calls in one bytecode
  handler(
    "both",
    11,
    2,
    "3 1",
    `(param code value) (param a value) (param b value) (result value)
    (vm.push $a) (transfer.call (ref.from_value $code) $code 1 0 special:5 (resume 0 $code $b))`,
  )}
  ${handler("raise", 12, 2, "1 0", "(param v value) (throw $v)")}
  ${
  // Locals 2 and 3 of a frame say where its handler is (int: pc, or 0)
  handler(
    "unwind",
    13,
    2,
    "0 0 hidden unwind",
    `(local e value)
    (if (i32.and (i32.gt_s (vm.depth) 0) (i64.ne (int.of (vm.local 0)) 7n)) (then (vm.cutStack 0)))
    (if (int.is (vm.local 1)) (then (if (i64.gt_s (int.of (vm.local 1)) 1000n) (then
      (set $e (load value control (at 1128 0)))
      (store value control (at 1128 0) ERROR)
      (vm.cutStack 0) (vm.push $e) (vm.push (int.box (i64.extend_i32_s (vm.pc))))
      (vm.jumpTo (i32.wrap_i64 (int.of (vm.local 1)))) (return)))))
    (transfer.unwindFrame)`,
  )}
  ${
  handler(
    "classify",
    14,
    2,
    "1 1",
    `(param v value) (result value) (local t i32) (call m.tag $v (results $t))
    (switch $t (case (0) (return int:100)) (case (1 5) (return int:101)) (default (return int:102)))`,
  )
}
  ${
  // ( -- ) suspends: saves the frame in a new generator and returns it
  handler(
    "suspend",
    15,
    2,
    "0 0",
    `(local g ref)
    (alloc $g Generator (length (vm.frameSlots)))
    (store i32 Generator.count (at $g 12) (vm.frameSlots) fresh)
    (store i32 Generator.pc (at $g 8) (vm.nextPc) fresh)
    (vm.saveFrame $g 16)
    (transfer.leave (value.from_ref $g))`,
  )}
  ${
  handler(
    "resume",
    16,
    2,
    "2 1",
    `(param g value) (param sent value) (result value) (local o ref)
    (set $o (ref.from_value $g))
    (transfer.resumeFrame (vm.code) special:1 special:2 $o 16 (load i32 Generator.count (at $o 12)) (load i32 Generator.pc (at $o 8)) 0 $sent)`,
  )
}
  ${
  handler(
    "tail_call",
    17,
    4,
    "1 0",
    "(param code value) (transfer.tailCall (ref.from_value $code) $code (vm.imm 0) special:6)",
  )
}
  (continuation 0 (handler both) (pc 2) (outputs 1)
    (function h.both.1 (param code value) (param b value) (param pc value) (param r value) (result value)
      (vm.push $b) (transfer.call (ref.from_value $code) $code 1 0 special:5 (resume 1 $r))))
  (continuation 1 (handler both) (pc 1) (outputs 1)
    (function h.both.2 (param first value) (param pc value) (param r value) (result value)
      (return (int.box (i64.add (int.of $first) (int.of $r)))))))`;

const SIZES: Record<string, number> = {};
const OPCODES: Record<string, number> = {};
for (const h of parseProgram(MINI).handlers) {
  SIZES[h.name] = h.sizeBytes;
  OPCODES[h.name] = h.opcode;
}

/** An int value; a special value. */
export const int = (n: number | bigint) => (BigInt(n) & 0xffffffffffffn) | TAG.int;
export const special = (n: number) => BigInt(n) * 8n + 2n;

export class MiniVm extends Evaluator {
  #next = 0x40000;

  constructor(options: EvaluatorOptions = {}) {
    super([parseProgram(MINI)], { strict: true, ...options });
  }

  /**
   * Assembles a code object, `localCount` locals; a line is `name operand?`, `label:` marks a place, an operand `@label` is a
   * jump offset and `&label` an address. Returns its address; `labels` receives the places.
   */
  code(localCount: number, source: string, labels: Record<string, number> = {}): number {
    const lines = source.trim().split("\n").map((l) => l.trim()).filter((l) => l !== "");
    const object = this.#take(40), site = this.#take(8);
    const start = this.#take(8 * lines.length);
    for (const pass of [0, 1]) {
      let at = start;
      for (const line of lines) {
        if (line.endsWith(":")) {
          labels[line.slice(0, -1)] = at;
          continue;
        }
        const [name, operand] = line.split(" ");
        const size = SIZES[name], next = at + size;
        if (size === undefined) throw new Error(`No handler ${name}`);
        const mark = operand === undefined ? 0 : labels[operand.slice(1)] ?? 0;
        const value = name === "loop_header"
          ? site
          : operand?.startsWith("@")
          ? mark - next
          : operand?.startsWith("&")
          ? mark
          : Number(operand);
        if (pass === 1) {
          this.cells.setU16(at, OPCODES[name]);
          if (size === 4) this.cells.setU16(at + 2, value);
          if (size === 6) this.cells.setI32(at + 2, value);
        }
        at = next;
      }
    }
    this.cells.setI32(object + CODE.bytecode, start);
    this.cells.setI32(object + CODE.localCount, localCount);
    this.cells.setI32(object + CODE.stackSize, 10);
    labels.site = site;
    return object;
  }

  #take(sizeBytes: number): number {
    const at = this.#next;
    this.#next += (sizeBytes + 7) & ~7;
    return at;
  }

  /** Runs code with int arguments; the result, or the pending error as `raised`. */
  go(code: number, ...args: (number | bigint)[]): bigint | { raised: bigint } {
    args.forEach((a) => this.push(typeof a === "bigint" ? a : int(a)));
    const result = this.run(code, special(4), args.length);
    const error = this.takeError();
    return error === null ? result : { raised: error };
  }
}
