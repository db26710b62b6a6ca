import { deepStrictEqual, strictEqual, throws } from "node:assert";
import { MachineError } from "../../../toolkit/machine/errors.ts";
import { Evaluator, INTERPRET, RECORD, REPLAY } from "../../../toolkit/machine/evaluate.ts";
import { STATUS } from "../../../toolkit/machine/evaluate_frames.ts";
import { STOP } from "../../../toolkit/machine/evaluate_log.ts";
import { CONTROL, STACK_START } from "../../../toolkit/machine/memory_map.ts";
import { parseProgram } from "../../../toolkit/machine/parse.ts";
import { int, MiniVm, special } from "./mini_vm.ts";

function evaluator(text: string, host = {}): Evaluator {
  return new Evaluator([parseProgram(`(unit test ${text})`)], { host, strict: true });
}

Deno.test("Evaluator runs loops, switches and several results", () => {
  const m = evaluator(`(function f (param n i32) (result i64 i32) (effects (regions)) (export f) (local s i64) (local i i32)
    (loop 1
      (if (i32.ge_s $i $n) (then (break 1)))
      (set $i (i32.add $i 1))
      (switch (i32.rem_s $i 3)
        (case (0) (continue 1))
        (case (1 2) (set $s (i64.add $s (i64.extend_i32_s $i))))
        (default (trap "never"))))
    (return $s $i))`);
  deepStrictEqual(m.call("f", 10), [37n, 10]);
});

const RAISING = `
  (function raise (param x i32) (result value) (effects raises (regions *)) (inlining residual) (export raise)
    (if $x (then (throw int:5)))
    (return int:1))
  (function outer (param x i32) (result i32) (effects raises (regions *)) (export outer) (local v value)
    (call raise $x (results $v))
    (return (i32.wrap_i64 (int.of $v))))
  (function catcher (param x i32) (result value) (effects (regions *)) (export catcher) (local v value)
    (call raise $x (results $v) attempt)
    (if (value.eq $v ERROR) (then (return special:7)))
    (return $v))
  (function pendingAndResult (result value) (effects raises (regions *)) (export pendingAndResult)
    (store value control (at 1128 0) int:9)
    (return int:1))
  (function tests (result i32) (effects raises (regions *)) (export tests) (local v value)
    (call pendingAndResult (results $v))
    (return 3))`;

Deno.test("Evaluator propagates an error to callers with their own sentinels, and attempt does not", () => {
  const m = evaluator(RAISING);
  deepStrictEqual(m.call("outer", 0), [1]);
  strictEqual(m.takeError(), null);
  deepStrictEqual(m.call("outer", 1), [-0x80000000]);
  strictEqual(m.takeError(), int(5));
  deepStrictEqual(m.call("catcher", 1), [special(7)]);
  strictEqual(m.takeError(), int(5));
});

Deno.test("Evaluator tests the sentinel before the pending word", () => {
  deepStrictEqual(evaluator(RAISING).call("tests"), [3]);
});

Deno.test("Evaluator allocates zeroed objects and reads and writes their fields and elements", () => {
  const m = evaluator(`(layout Pair (id 5 5) (size 16) (field a i32 8) (field b ref 12) (tail items value))
    (function f (param n i32) (result ref) (effects collects writes (regions *)) (export f) (local p ref) (local q ref)
      (alloc $p Pair (length $n))
      (alloc $q Pair (length 0))
      (store i32 Pair.a (at $p 8) -7)
      (store ref Pair.b (at $p 12) $q)
      (store value tail.value (at $p 16 (i32.sub $n 1) 8) int:3)
      (return $p))
    (function g (param p ref) (result i32) (effects (regions)) (export g)
      (return (i32.add (load i32 Pair.a (at $p 8)) (load i32 length! (at $p 4)))))`);
  const [p] = m.call("f", 3) as number[];
  strictEqual(m.cells.u16(p), 5);
  strictEqual(m.cells.ref(p + 12), p + 40);
  strictEqual(m.cells.value(p + 16), 0n);
  strictEqual(m.cells.value(p + 32), int(3));
  deepStrictEqual(m.call("g", p), [-4]);
});

Deno.test("Evaluator calls host functions in wasm's representation", () => {
  const seen: unknown[] = [];
  const host = { twice: (v: bigint, n: number) => (seen.push(v, n), v) };
  const m = evaluator(
    `(function twice (param v value) (param n i32) (result value) (effects (regions *)) (inlining residual) (host twice))
    (function f (result value) (effects (regions *)) (export f) (local v value)
      (call twice int:-1 5 (results $v)) (return $v))`,
    host,
  );
  deepStrictEqual(m.call("f"), [0xffffffffffffffffn]);
  deepStrictEqual(seen, [-1n, 5]);
});

Deno.test("Evaluator calls through function pointers", () => {
  const m = evaluator(`(function three (result i32) (effects (regions)) (table 17) (return 3))
    (function f (param n i32) (result i32) (effects (regions *)) (export f) (local r i32)
      (call_slot $n (args) (signature (params) (results i32) (effects (regions *))) (results $r)) (return $r))`);
  deepStrictEqual(m.call("f", 17), [3]);
  throws(() => m.call("f", 18), MachineError);
});

Deno.test("Evaluator reports traps, division by zero, nil and addresses outside of memory", () => {
  const m = evaluator(`(function f (param x i32) (result i32) (effects (regions)) (export f)
      (switch $x
        (case (0) (trap "bug"))
        (case (1) (return (i32.div_s 1 0)))
        (case (2) (return (i32.div_s -2147483648 -1)))
        (case (3) (return (load i32 raw (at (ref.from_address 0) 8))))
        (default (return (load i32 raw (at -8 0))))))`);
  const messages = [0, 1, 2, 3, 4].map((x) => {
    try {
      m.call("f", x);
    } catch (e) {
      return (e as MachineError).reason;
    }
  });
  deepStrictEqual(messages, ["trap", "divide", "divide", "trap", "memory"]);
});

const COUNT = `
  push_int 0
  set_local 1
  top:
  loop_header
  local 1
  local 0
  less
  branch_false @end
  local 1
  push_int 1
  add
  set_local 1
  jump @top
  end:
  local 1
  return`;

Deno.test("Evaluator runs bytecodes: a loop over locals", () => {
  const m = new MiniVm();
  strictEqual(m.go(m.code(2, COUNT), 10), int(10));
  strictEqual(m.cells.i32(CONTROL.sp), STACK_START);
  strictEqual(m.cells.i32(CONTROL.fp), 0);
});

/** fib(local 0), its own code object in local 1. */
const FIB = `
  local 0
  push_int 2
  less
  branch_false @else
  local 0
  return
  else:
  local 1
  local 0
  push_int -1
  add
  local 1
  call 2
  local 1
  local 0
  push_int -2
  add
  local 1
  call 2
  add
  return`;

Deno.test("Evaluator calls and leaves guest frames", () => {
  const m = new MiniVm();
  const fib = m.code(2, FIB);
  strictEqual(m.go(fib, 12, BigInt(fib)), int(144));
});

Deno.test("Evaluator resumes a handler behind a guest call in its continuation", () => {
  const m = new MiniVm();
  const double = m.code(2, "local 0\nlocal 0\nadd\nreturn");
  const main = m.code(1, "push_int 1000\nlocal 0\npush_int 3\npush_int 4\nboth\nadd\nreturn");
  strictEqual(m.go(main, BigInt(double)), int(1014));
});

Deno.test("Evaluator unwinds to the frame that handles the error, and through entry frames", () => {
  const m = new MiniVm();
  const inner = m.code(2, "push_int 1\npush_int 77\nraise");
  const middle = m.code(2, "push_int 5\nlocal 0\npush_int 0\npush_int 0\nboth\nreturn");
  const labels = { here: 0, catch: 0 };
  const outer = m.code(2, "push_int 4\nlocal 0\nhere:\ncall 0\nreturn\ncatch:\nadd\nreturn", labels);
  // `middle` and `inner` have no handler; both hold code objects in local 0.
  deepStrictEqual(m.go(inner), { raised: int(77) });
  m.push(BigInt(inner));
  m.push(int(0));
  strictEqual(m.run(middle, 0n, 2), 0n);
  strictEqual(m.takeError(), int(77));
  strictEqual(m.cells.i32(CONTROL.sp), STACK_START);
  deepStrictEqual(m.go(outer, BigInt(inner), labels.catch), int(77 + labels.here));
});

Deno.test("Evaluator raises where a residual function raised", () => {
  const m = new MiniVm();
  deepStrictEqual(m.go(m.code(2, "push_int 1\nlocal 0\nadd\nreturn"), special(8)), { raised: special(1) });
});

Deno.test("Evaluator raises when the stack is full, and the VM stays usable", () => {
  const m = new MiniVm();
  m.cells.setI32(CONTROL.stackLimit, STACK_START + 4096);
  const forever = m.code(1, "local 0\nlocal 0\nlocal 0\ncall 1\nreturn");
  deepStrictEqual(m.go(forever, BigInt(forever)), { raised: special(99) });
  const fib = m.code(2, FIB);
  strictEqual(m.go(fib, 5, BigInt(fib)), int(5));
});

Deno.test("Evaluator tail-calls in constant stack", () => {
  const m = new MiniVm();
  m.cells.setI32(CONTROL.stackLimit, STACK_START + 1024);
  const count = m.code(
    2,
    `local 0
    push_int 1
    less
    branch_false @again
    push_int 42
    return
    again:
    local 0
    push_int -1
    add
    local 1
    local 1
    tail_call 2`,
  );
  strictEqual(m.go(count, 1000, BigInt(count)), int(42));
});

Deno.test("Evaluator saves a frame and resumes it with a value sent", () => {
  const m = new MiniVm();
  const generator = m.code(2, "push_int 100\nsuspend\nadd\nlocal 0\nadd\nreturn");
  const saved = m.go(generator, 5) as bigint;
  const resume = m.code(2, "local 0\npush_int 20\nresume\nreturn");
  strictEqual(m.go(resume, saved), int(125));
});

Deno.test("Evaluator returns into a frame whose callee's header lies under the result", () => {
  const m = new MiniVm();
  const generator = m.code(2, "push_int 100\nsuspend\nadd\nreturn");
  const saved = m.go(generator, 5) as bigint;
  const resume = m.code(2, "push_int 1000\nset_local 1\nlocal 0\npush_int 20\nresume\nlocal 1\nadd\nreturn");
  strictEqual(m.go(resume, saved), int(1120));
});

Deno.test("Evaluator nests interpreters up to the limit", () => {
  const m = new MiniVm();
  m.cells.setI32(CONTROL.nesting, 200);
  deepStrictEqual(m.go(m.code(1, "local 0\nreturn"), 1), { raised: special(99) });
  strictEqual(m.cells.i32(CONTROL.sp), STACK_START);
});

Deno.test("Evaluator polls when the fuel is used up, and reports heat", () => {
  const statuses: [number, number][] = [];
  const service = (status: number, m: Evaluator) => {
    statuses.push([status, m.cells.i32(CONTROL.exitId)]);
    m.cells.setI32(CONTROL.fuel, 10);
    return INTERPRET;
  };
  const m = new MiniVm({ service });
  const labels = { site: 0 };
  const code = m.code(2, COUNT, labels);
  m.cells.setI32(CONTROL.fuel, 5);
  m.cells.setI32(CONTROL.jitThreshold, 8);
  strictEqual(m.go(code, 12), int(12));
  deepStrictEqual(statuses, [[STATUS.poll, 0], [STATUS.hot, labels.site]]);
  strictEqual(m.cells.i32(labels.site), 14);
});

/** Records from the first HOT on; afterwards `log` and `reason` are known. */
class Recording extends MiniVm {
  logBytes = new Uint8Array();
  reason = 0;
  before = new Uint8Array();
  after = new Uint8Array();
  onRecorded = () => {};

  constructor(threshold: number) {
    super({
      service: (status) => {
        if (status === STATUS.hot) {
          this.before = this.cells.bytes.slice();
          return RECORD;
        }
        this.reason = this.cells.i32(CONTROL.exitId);
        this.logBytes = this.recorded();
        this.after = this.cells.bytes.slice();
        this.onRecorded();
        return INTERPRET;
      },
    });
    this.cells.setI32(CONTROL.jitThreshold, threshold);
  }
}

Deno.test("Evaluator records a loop byte for byte as the recorder does", () => {
  const m = new Recording(3);
  strictEqual(m.go(m.code(2, COUNT), 10), int(10));
  strictEqual(m.reason, STOP.loopHeader);
  // less: cond 1; branch_false: 0; add: both ints 1, fits 1
  deepStrictEqual([...m.logBytes], [1, 0, 1, 1]);
});

Deno.test("Evaluator records promotes, calls, returns, switches and calls of functions that may raise", () => {
  const m = new Recording(2);
  const callee = m.code(1, "local 0\nclassify\nreturn");
  const labels = { return: 0 };
  const main = m.code(
    2,
    `top:
    loop_header
    local 0
    local 1
    call 1
    return:
    branch_false @top
    local 1
    local 1
    add
    set_local 1
    jump @top`,
    labels,
  );
  // classify ( 1.5 ) is 101, so branch_false falls through; 1.5 + 1.5 through add_slow
  const x = (0x3ff8000000000000n + 0x1000000000000n) as bigint;
  m.onRecorded = () => {
    throw STOPPED;
  };
  m.push(BigInt(callee));
  m.push(x);
  throws(() => m.run(main, special(4), 2), STOPPED);
  const u32 = (n: number) => [n & 255, (n >> 8) & 255, (n >> 16) & 255, n >>> 24];
  deepStrictEqual([...m.logBytes], [
    ...u32(callee),
    ...[0, 0, 0, 0],
    ...u32(callee), // promote, then the code's address at the call
    ...[0, 1],
    ...u32(1), // m.tag: not int, float; the switch
    ...u32(labels.return),
    0, // branch_false
    ...[0, 0], // add: not ints; add_slow did not raise
  ]);
});

const STOPPED = new Error("stopped");
Deno.test("Evaluator replays a log to exactly the heap and frames of the recording", () => {
  const m = new Recording(3);
  m.go(m.code(2, COUNT), 10);
  const statuses: number[] = [];
  const replayer = new MiniVm({ service: (status) => (statuses.push(status), INTERPRET) });
  replayer.cells.bytes.set(m.before);
  replayer.replayLog = m.logBytes;
  strictEqual(replayer.enter(REPLAY), STATUS.recorded);
  replayer.cells.bytes.set(m.after.subarray(CONTROL.logNext, CONTROL.logNext + 4), CONTROL.logNext);
  replayer.cells.bytes.set(m.logBytes, 0x400000);
  strictEqual(Deno.inspect(difference(replayer.cells.bytes, m.after)), "null");
});

Deno.test("Evaluator notices a log that disagrees, and one that is too short or too long", () => {
  const m = new Recording(3);
  m.go(m.code(2, COUNT), 10);
  const replay = (log: number[]) => {
    const replayer = new MiniVm();
    replayer.cells.bytes.set(m.before);
    replayer.replayLog = Uint8Array.from(log);
    replayer.enter(REPLAY);
  };
  throws(() => replay([0, 0, 1, 1]), /branch at byte 0: logged false, computed true/);
  throws(() => replay([1, 0, 1]), /ends at byte 3 where a branch is due/);
  throws(() => replay([1, 0, 1, 1, 0]), /1 bytes are left over/);
});

Deno.test("Evaluator stops a recording at recursion and at the end of the anchor frame", () => {
  const m = new Recording(3);
  const fib = m.code(2, FIB);
  m.go(fib, 8, BigInt(fib));
  strictEqual(m.reason, STOP.call);
  const leaf = new Recording(3);
  const callee = leaf.code(1, "local 0\npush_int 1\nadd\nreturn");
  const main = "local 0\npush_int 1\ncall 1\nset_local 1\nlocal 1\nreturn";
  for (let i = 0; i < 3; i++) leaf.go(leaf.code(2, main), BigInt(callee));
  strictEqual(leaf.reason, STOP.anchorLeft);
});

/** First difference of two memories. */
function difference(a: Uint8Array, b: Uint8Array): { at: number; left: number; right: number } | null {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return { at: i, left: a[i], right: b[i] };
  return null;
}
