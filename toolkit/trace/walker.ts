/**
 * Walks handlers along a recording and builds one path of a region: the heart of the trace compiler.
 *
 * Input: machine code, a recording, the state at its start. Output: instructions appended to a path (`path_builder.ts`), and how it ended.
 * Invariant: where a guard may fail, the interpreter can go on from the resume point: the start of the bytecode, or behind the call that
 * committed its stores (docs/tracing.md).
 */

import { STOP } from "../machine/evaluate_log.ts";
import { FRAME } from "../machine/memory_map.ts";
import type { Continuation, Expr, Fn, Handler, Resume, Spill, Stmt, Type } from "../machine/tree.ts";
import { changesStack, FROZEN_FRAME, STORAGE_BYTES } from "../machine/tree.ts";
import { fold } from "../optimize/fold.ts";
import { type LogReader, TraceAbort } from "./log.ts";
import type { Exit, Node, Path } from "./nodes.ts";
import { PathBuilder, type PathHost, zero } from "./path_builder.ts";
import type { MachineCode } from "./section.ts";
import { PRIMITIVES } from "./primitives.ts";
import { cellKey, type Frame, type State } from "./state.ts";

/** How a path's recording ended. */
export type End =
  | { k: "loop"; pc: number }
  | { k: "call" }
  | { k: "left" }
  /** Before a bytecode that freezes or drops frames. */
  | { k: "frames"; unwind: boolean };

/** What the walker asks of the region it works for. */
export interface WalkerHost extends PathHost {
  readonly code: MachineCode;
  /** A guard was placed: the place to walk the continuation of its exit. `before` is the mark of the graph there. */
  guardPlaced(walker: Walker, exit: Exit, condition: Node, want: number, before: number): void;
  /** Between two bytecodes; true when the path ends here. */
  boundary(walker: Walker): boolean;
}

interface Environment {
  fn: Fn;
  locals: (Node | null)[];
  step: Step;
  /** Null inside functions called by the handler. */
  isHandler: boolean;
}

/** The bytecode being walked. */
interface Step {
  handler: Handler;
  pc: number;
  nextPc: number;
}

type Flow =
  | null
  | { k: "break"; label: number }
  | { k: "return"; values: Node[] }
  | { k: "raise" }
  | { k: "transferred" }
  | { k: "end"; end: End };

/** Memory region of the words that hold chains of frozen frames. */
const CHAIN = "frame.chain";

export class Walker extends PathBuilder {
  /** An error is pending: the unwind handler comes next, in the frame on top. */
  unwinding = false;
  end: End | null = null;
  /** Has passed the header of a loop around its own. */
  passedLoop = false;
  /** Number of bytecodes walked, for `--jit-log`. */
  steps = 0;

  constructor(override readonly host: WalkerHost, path: Path, state: State, readonly log: LogReader, readonly key: string) {
    super(host, path, state);
  }

  protected override guardPlaced(exit: Exit, condition: Node, want: number, before: number): void {
    this.host.guardPlaced(this, exit, condition, want, before);
  }

  // ── The bytecode loop ──────────────────────────────────────────────────────────────────────────────────────────────

  /** Walks to the end of the recording, or until the region ends the path at a boundary. */
  run(): End | null {
    while (this.end === null) {
      if (this.host.boundary(this)) return null;
      this.step();
      if (++this.steps > 20000) throw new TraceAbort("too-large", "20,000 bytecodes");
    }
    return this.end;
  }

  private step(): void {
    const frame = this.state.top;
    const { memory, code } = this.host;
    let handler: Handler, continuation: Continuation | null = null;
    if (this.unwinding) {
      handler = code.handlers.find((h) => h.unwind)!;
    } else {
      const index = memory.continuationIndex(frame.pc);
      if (index >= 0) {
        continuation = code.continuations[index];
        handler = continuation.handler;
      } else {
        handler = code.handlers[memory.u16(frame.pc)];
        if (handler === undefined) throw new TraceAbort("log-mismatch", `no bytecode at ${frame.pc}`);
      }
    }
    if (handler.loopHeader && !this.unwinding) {
      // A recording passes the header it starts at; continuations of exits pass those of enclosing loops.
      if (this.steps === 0 || !this.log.atEnd) {
        if (this.steps > 0) this.passedLoop = true;
        frame.pc += handler.sizeBytes;
        return;
      }
      this.end = { k: "loop", pc: frame.pc };
      return;
    }
    this.startFrames = this.state.exitFrames();
    this.setResume({ frames: this.startFrames, objects: new Map(this.state.objects), unwind: this.unwinding });
    this.unwinding = false;
    this.bytecode(handler, continuation, frame);
    // What a restarted base frame does before it calls belongs to this bytecode: an exit executes it again.
    while (this.restarted !== null) this.bytecode(code.handlers[memory.u16(this.state.top.pc)], null, this.state.top);
    this.resume = null;
  }

  private bytecode(handler: Handler, continuation: Continuation | null, frame: Frame): void {
    const fn = continuation?.fn ?? handler.fn;
    const step: Step = { handler, pc: frame.pc, nextPc: frame.pc + handler.sizeBytes };
    const inputs = fn.params;
    const env: Environment = { fn, locals: new Array(fn.locals.length).fill(null), step, isHandler: true };
    const at = frame.slots.length - inputs;
    for (let i = 0; i < inputs; i++) env.locals[i] = this.slotValue(frame, at + i);
    frame.slots.length = at;
    if (continuation !== null) this.enterContinuation(continuation, env, step, frame);
    const flow = this.exec(fn.body, env);
    this.finish(flow, step, frame);
  }

  private enterContinuation(c: Continuation, env: Environment, step: Step, frame: Frame): void {
    const pc = this.known(this.op("int.of", env.locals[c.pcParameter]!));
    if (pc.kind !== "const") throw new TraceAbort("not-constant", "instruction of a continuation");
    step.pc = Number(pc.value);
    step.nextPc = step.pc + step.handler.sizeBytes;
    frame.pc = step.pc;
  }

  private finish(flow: Flow, step: Step, frame: Frame): void {
    if (this.restarted === null) this.flush();
    else if (flow !== null && (flow.k === "raise" || flow.k === "end")) flow = this.stopAtStart();
    if (flow === null || flow.k === "return") {
      if (flow !== null) frame.slots.push(...flow.values.map((v) => this.asWord(v)));
      frame.pc = step.nextPc;
    } else if (flow.k === "raise") {
      frame.pc = step.pc;
      this.unwinding = true;
    } else if (flow.k === "end") {
      this.end = flow.end;
    } else if (flow.k === "break") {
      throw new TraceAbort("log-mismatch", "stray break");
    }
  }

  // ── Statements ─────────────────────────────────────────────────────────────────────────────────────────────────────

  private exec(list: readonly Stmt[], env: Environment): Flow {
    for (const s of list) {
      const flow = this.statement(s, env);
      if (flow !== null) return flow;
    }
    return null;
  }

  private statement(s: Stmt, env: Environment): Flow {
    switch (s.k) {
      case "set":
        env.locals[s.local] = this.expr(s.value, env);
        return null;
      case "store":
        this.store(s, env);
        return null;
      case "if": {
        return this.exec(this.test(s.test, env) ? s.then : s.else, env);
      }
      case "block": {
        const flow = this.exec(s.body, env);
        return flow !== null && flow.k === "break" && flow.label === s.label ? null : flow;
      }
      case "loop":
        return this.loop(s, env);
      case "break":
      case "continue":
        return { k: "break", label: s.label };
      case "switch": {
        const value = this.switchValue(this.expr(s.value, env));
        return this.exec(s.cases.find((c) => c.values.includes(value))?.body ?? s.default, env);
      }
      case "return":
        return { k: "return", values: s.values.map((v) => this.expr(v, env)) };
      case "throw":
        this.writePending(this.expr(s.value, env));
        return { k: "raise" };
      case "rethrow":
        return { k: "raise" };
      case "call":
        if (changesStack(s)) return this.stopBefore(env) ?? this.freeze(s, env);
        return this.call(s.fn, s.args.map((a) => this.expr(a, env)), s.results, s.attempt, s.spill, env);
      case "callSlot":
        return this.callSlot(s, env);
      case "alloc":
        return this.alloc(s, env);
      case "vm":
        this.vmWrite(s, env);
        return null;
      case "transfer":
        return this.transfer(s, env);
      case "memory":
      case "trap":
        throw new TraceAbort("unsupported", s.k);
    }
  }

  private loop(s: Extract<Stmt, { k: "loop" }>, env: Environment): Flow {
    for (let i = 0; i < 1000; i++) {
      const flow = this.exec(s.body, env);
      if (flow === null) continue;
      if (flow.k === "break" && flow.label === s.label) return null;
      return flow;
    }
    throw new TraceAbort("too-large", "a loop of a handler");
  }

  /** Follows a branch. What asks `isConstant` may come out otherwise than in the recording; its arms have no log sites. */
  private test(e: Expr, env: Environment): boolean {
    const condition = this.expr(e, env);
    if (!asksConstant(e)) return this.branch(condition);
    this.log.flag();
    if (condition.kind !== "const") throw new TraceAbort("unsupported", "isConstant in a condition that is not constant");
    return condition.value !== 0;
  }

  /** Follows a logged branch; guards its condition. */
  private branch(condition: Node): boolean {
    const want = this.log.flag();
    this.guard(condition, want);
    return want === 1;
  }

  private switchValue(n: Node): number {
    const logged = this.log.i32();
    const c = this.known(n);
    if (c.kind === "const") {
      if (c.value !== logged) throw new TraceAbort("contradiction", "switch");
    } else {
      this.guard(this.op("i32.eq", c, this.constant("i32", logged)), 1);
    }
    return logged;
  }

  // ── Expressions ────────────────────────────────────────────────────────────────────────────────────────────────────

  private expr(e: Expr, env: Environment): Node {
    switch (e.k) {
      case "const":
        return this.constant(e.type, e.value);
      case "get": {
        const n = env.locals[e.local];
        if (n === null) return this.constant(e.type, e.type === "i64" || e.type === "value" ? 0n : 0);
        return this.known(n);
      }
      case "op":
        return fold(this, e.op, e.args.map((a) => this.expr(a, env)));
      case "load":
        return this.load(e, env);
      case "cond":
        return this.test(e.test, env) ? this.expr(e.then, env) : this.expr(e.else, env);
      case "promote":
        return this.promote(this.expr(e.arg, env));
      case "isConstant":
        return this.constant("i32", this.expr(e.arg, env).kind === "const" ? 1 : 0);
      case "vm":
        return this.vmRead(e, env);
      case "static":
      case "call":
        throw new TraceAbort("unsupported", e.k);
    }
  }

  private promote(n: Node): Node {
    const word = this.log.word();
    const c = this.known(n);
    if (c.kind === "const") return c;
    const value = wordAs(n.type, word);
    if (!this.host.memory.embeddable(n.type, value)) return n;
    const constant = this.constant(n.type, value);
    if (n.type === "f64") throw new TraceAbort("unsupported", "promote of f64");
    this.guard(this.op(`${n.type}.eq`, n, constant), 1);
    return constant;
  }

  private vmRead(e: Extract<Expr, { k: "vm" }>, env: Environment): Node {
    const frame = this.state.top;
    switch (e.what) {
      case "imm":
        return this.constant("i32", this.immediate(env.step, e.index));
      case "pc":
        return this.constant("i32", env.step.pc);
      case "nextPc":
        return this.constant("i32", env.step.pc + env.step.handler.sizeBytes);
      case "code":
        return frame.code;
      case "func":
        return this.known(frame.func ??= this.graph.slot(FRAME.func));
      case "extra":
        return this.known(frame.extra ??= this.graph.slot(FRAME.extra));
      case "depth":
        return this.constant("i32", frame.slots.length - frame.localCount);
      case "frameSlots":
        return this.constant("i32", frame.slots.length);
      case "local":
        return this.slotValue(frame, this.index(this.expr(e.args[0], env)));
      case "peek":
        return this.slotValue(frame, frame.slots.length - 1 - this.index(this.expr(e.args[0], env)));
    }
  }

  private immediate(step: Step, index: number): number {
    let at = step.pc + 2;
    for (let i = 0; i < index; i++) at += STORAGE_BYTES[step.handler.immediates[i].storage];
    return Number(this.host.memory.read(step.handler.immediates[index].storage, at));
  }

  private index(n: Node): number {
    const c = this.known(n);
    if (c.kind !== "const") throw new TraceAbort("not-constant", "index of a frame slot");
    return Number(c.value);
  }

  // ── Memory ─────────────────────────────────────────────────────────────────────────────────────────────────────────

  private load(e: Extract<Expr, { k: "load" }>, env: Environment): Node {
    const base = this.expr(e.base, env);
    let index = e.index === undefined ? null : this.expr(e.index, env);
    let offset = e.offset;
    if (index !== null && index.kind === "const") {
      offset += Number(index.value) * e.scale;
      index = null;
    }
    return this.loadCell(e.type, e.storage, e.region.name, e.region.readonly, base, index, offset, e.scale);
  }

  private store(s: Extract<Stmt, { k: "store" }>, env: Environment): void {
    const base = this.expr(s.base, env);
    let index = s.index === undefined ? null : this.expr(s.index, env);
    const value = this.expr(s.value, env);
    let offset = s.offset;
    if (index !== null && index.kind === "const") {
      offset += Number(index.value) * s.scale;
      index = null;
    }
    this.storeCell(s.storage, s.region.name, base, index, offset, s.scale, value, s.fresh);
  }

  // ── Allocation and calls ───────────────────────────────────────────────────────────────────────────────────────────

  private alloc(s: Extract<Stmt, { k: "alloc" }>, env: Environment): Flow {
    const length = s.length === undefined ? this.constant("i32", 0) : this.known(this.expr(s.length, env));
    const { layout } = s;
    const small = length.kind === "const" && Number(length.value) >= 0 && Number(length.value) <= 32;
    if (small && !layout.stable && !layout.finalizer) {
      const n = this.graph.fresh(layout);
      this.state.objects.set(n, { length: Number(length.value), fields: new Map() });
      env.locals[s.result] = n;
      return null;
    }
    const n = this.graph.result("ref");
    this.emitCall(this.host.code.allocateSlow, [this.constant("i32", layout.id), length], [n]);
    env.locals[s.result] = n;
    this.guard(this.op("ref.is_nil", n), 0, true, true);
    if (layout.tail !== null) {
      const base = n;
      this.state.heap.set(cellKey(base, "length", 4, null), { base, index: null, region: "length", offset: 4, value: length });
    }
    return null;
  }

  private callSlot(s: Extract<Stmt, { k: "callSlot" }>, env: Environment): Flow {
    const slot = this.known(this.expr(s.slot, env));
    const args = s.args.map((a) => this.expr(a, env));
    const logged = this.log.i32();
    if (slot.kind === "const") {
      if (slot.value !== logged) throw new TraceAbort("contradiction", "function pointer");
    } else {
      this.guard(this.op("i32.eq", slot, this.constant("i32", logged)), 1);
    }
    const fn = this.host.code.byTableIndex.get(logged);
    if (fn === undefined) throw new TraceAbort("unsupported", `function pointer ${logged}`);
    const flow = this.call(fn, args, s.results, s.attempt, s.spill, env);
    // The recorder logs behind every slot call whether it raised; `callResidual` has read it where the function may raise.
    const read = fn.inlining !== "inline" && fn.effects.raises;
    if (!s.attempt && !read && this.log.flag() !== (flow?.k === "raise" ? 1 : 0)) {
      throw new TraceAbort("log-mismatch", "raise behind a slot call");
    }
    return flow;
  }

  private call(fn: Fn, args: Node[], results: number[], attempt: boolean, spill: Spill, env: Environment): Flow {
    const primitive = PRIMITIVES[fn.name];
    if (primitive !== undefined) {
      env.locals[results[0]] = primitive(this, args[0]);
      return null;
    }
    if (fn.inlining === "inline") return this.callInline(fn, args, results, attempt, spill, env);
    return this.callResidual(fn, args, results, attempt, spill, env);
  }

  private callInline(fn: Fn, args: Node[], results: number[], attempt: boolean, spill: Spill, env: Environment): Flow {
    const locals: (Node | null)[] = new Array(fn.locals.length).fill(null);
    args.forEach((a, i) => locals[i] = a);
    const resumeBefore = this.resume;
    const flow = this.exec(fn.body, { fn, locals, step: env.step, isHandler: false });
    const raised = flow !== null && flow.k === "raise";
    if (raised && !attempt) return flow;
    // With the error pending no one looks at the results.
    const values = flow !== null && flow.k === "return" ? flow.values : fn.results.map((type) => zero(this, type));
    results.forEach((r, i) => env.locals[r] = values[i]);
    if (this.resume === null && resumeBefore !== null) this.resumeAfter(spill, values, env);
    return null;
  }

  private callResidual(fn: Fn, args: Node[], results: number[], attempt: boolean, spill: Spill, env: Environment): Flow {
    if (fn.inlining === "pure" && this.foldPure(fn, args, results, env)) {
      if (fn.effects.raises && !attempt && this.log.flag() !== 0) throw new TraceAbort("contradiction", `"${fn.name}" raised`);
      return null;
    }
    const { effects } = fn;
    const changes = attempt ? effects : effects.returned ?? effects;
    const dirty = fn.inlining !== "pure" && (changes.writes || changes.calls);
    if (effects.reads || dirty) this.commit();
    const nodes = fn.results.map((type) => this.graph.result(type));
    this.emitCall(fn, args, nodes);
    results.forEach((r, i) => env.locals[r] = nodes[i]);
    if (dirty) this.state.forget(changes.calls ? null : changes.writesRegions);
    if (effects.raises) this.state.forget(new Set(["pendingError"]));
    if (dirty) {
      this.setResume(null);
      this.resumeAfter(spill, nodes, env);
    }
    if (effects.raises && !attempt) {
      const raised = this.log.flag();
      // The sentinel alone proves nothing: a function may return `ERROR` to say "no more".
      const base = this.constant("i32", 0), offset = this.host.memory.pendingErrorAddress;
      const pending = this.graph.load("value", "value", "pendingError", base, null, offset, 0, false);
      this.guard(this.op("value.eq", pending, this.constant("value", 0n)), 1 - raised, raised === 0);
      if (raised === 1) {
        this.state.forget(effects.calls ? null : effects.writesRegions);
        return { k: "raise" };
      }
    }
    return null;
  }

  /** Runs a pure function now, if its arguments are constants and its results may be constants of the trace. */
  private foldPure(fn: Fn, args: Node[], results: number[], env: Environment): boolean {
    const known = args.map((a) => this.known(a));
    if (!known.every((a) => a.kind === "const")) return false;
    const values = this.host.memory.callPure(fn, known.map((a) => a.value));
    if (values === null) return false;
    results.forEach((r, i) => env.locals[r] = this.constant(fn.results[i], values[i]));
    return true;
  }

  /** After effects that cannot be repeated: guards resume behind the call, if the handler says how. */
  private resumeAfter(spill: Spill, results: Node[], env: Environment): void {
    if (!env.isHandler || spill.resume === null || this.restarted !== null) return;
    const saved = this.state.clone();
    const frame = saved.top;
    const words = (list: Node[]) => list.flatMap((n) => this.boxes(n));
    if (spill.resume === "next") {
      frame.slots.push(...words(results));
      frame.pc = env.step.nextPc;
    } else {
      frame.slots.push(...this.savedWords(spill.resume, env), this.intWord(env.step.pc), ...words(results));
      frame.pc = this.host.memory.continuationAddress(spill.resume.continuation);
    }
    this.setResume({ frames: saved.exitFrames(), objects: new Map(this.state.objects), unwind: false });
  }

  private savedWords(resume: Resume, env: Environment): Node[] {
    return resume.saved.map((e) => this.expr(e, env));
  }

  // ── Machine state ──────────────────────────────────────────────────────────────────────────────────────────────────

  private vmWrite(s: Extract<Stmt, { k: "vm" }>, env: Environment): void {
    const frame = this.state.top;
    const args = s.args.map((a) => this.expr(a, env));
    switch (s.what) {
      case "setLocal":
        frame.slots[this.index(args[0])] = args[1];
        return;
      case "poke":
        frame.slots[frame.slots.length - 1 - this.index(args[0])] = args[1];
        return;
      case "push":
        frame.slots.push(args[0]);
        return;
      case "drop":
        frame.slots.length -= this.index(args[0]);
        return;
      case "setExtra":
        frame.extra = args[0];
        return;
      case "outOfLine":
        return;
      case "jump":
        env.step.nextPc = env.step.pc + env.step.handler.sizeBytes + this.index(args[0]);
        return;
      case "jumpTo":
        env.step.nextPc = this.index(args[0]);
        return;
      case "cutStack":
        frame.slots.length = frame.localCount + this.index(args[0]);
        return;
      case "saveFrame": {
        const offset = this.index(args[1]);
        frame.slots.forEach((_, i) =>
          this.storeCell("value", "frame.slots", args[0], null, offset + 8 * i, 0, this.slotValue(frame, i), false)
        );
        return;
      }
    }
  }

  private transfer(s: Extract<Stmt, { k: "transfer" }>, env: Environment): Flow {
    const stop = changesStack(s) ? this.stopBefore(env) : null;
    if (stop !== null) return stop;
    const args = s.args.map((a) => this.expr(a, env));
    switch (s.what) {
      case "call": {
        const code = this.codeConstant(args[0]);
        return this.enter(s, env, code, args[1], args[4], this.takeArguments(this.index(args[2])), this.index(args[3]), null);
      }
      case "tailCall":
        return this.tailCall(args);
      case "resumeFrame":
        return this.resumeFrame(s, env, args);
      case "leave":
        return this.leave(args[0]);
      case "unwindFrame":
        return this.unwindFrame();
      case "unwindInto":
        return this.unwindInto(s, env, args);
      case "raise":
        return { k: "raise" };
      case "restart":
        return this.restart(args);
    }
  }

  private codeConstant(n: Node): Node {
    const address = this.log.i32();
    const c = this.known(n);
    const constant = this.constant("ref", address);
    if (c.kind !== "const") this.guard(this.op("ref.eq", c, constant), 1);
    else if (c !== constant) throw new TraceAbort("contradiction", "called code");
    return constant;
  }

  private takeArguments(argc: number): Node[] {
    const frame = this.state.top;
    const at = frame.slots.length - argc;
    const values: Node[] = [];
    for (let i = 0; i < argc; i++) values.push(this.slotValue(frame, at + i));
    frame.slots.length = at;
    return values;
  }

  private enter(
    s: Extract<Stmt, { k: "transfer" }>,
    env: Environment,
    code: Node,
    func: Node,
    extra: Node,
    slots: Node[],
    dropExtra: number,
    pc: number | null,
  ): Flow {
    const caller = this.state.top;
    caller.slots.length -= dropExtra;
    let returnPc = env.step.nextPc;
    if (s.resume !== null) {
      caller.slots.push(...this.savedWords(s.resume, env), this.intWord(env.step.pc));
      returnPc = this.host.memory.continuationAddress(s.resume.continuation);
    }
    caller.pc = env.step.pc;
    if (this.restarted !== null) {
      this.leaveBase(this.restarted, s.resume !== null);
      returnPc = 0;
    }
    const { bytecode, localCount } = this.host.memory.codeInfo(Number(code.value));
    while (slots.length < localCount) slots.push(this.constant("value", 0n));
    this.state.frames.push({ func, extra, code, slots, localCount, pc: pc ?? bytecode, returnPc });
    if (this.log.atEnd && this.log.recording.stop === 2) return { k: "end", end: { k: "call" } };
    return { k: "transferred" };
  }

  private tailCall(args: Node[]): Flow {
    const code = this.codeConstant(args[0]);
    const slots = this.takeArguments(this.index(args[2]));
    const old = this.state.frames.pop()!;
    const { bytecode, localCount } = this.host.memory.codeInfo(Number(code.value));
    while (slots.length < localCount) slots.push(this.constant("value", 0n));
    this.state.frames.push({ func: args[1], extra: args[3], code, slots, localCount, pc: bytecode, returnPc: old.returnPc });
    if (this.log.atEnd && this.log.recording.stop === 2) return { k: "end", end: { k: "call" } };
    return { k: "transferred" };
  }

  private resumeFrame(s: Extract<Stmt, { k: "transfer" }>, env: Environment, args: Node[]): Flow {
    const [codeNode, func, extra, object, offset, count, pc, dropExtra, sent] = args;
    const code = this.codeConstant(codeNode);
    const slots = this.savedSlots(object, offset, count);
    slots.push(sent);
    return this.enter(s, env, code, func, extra, slots, this.index(dropExtra), this.index(pc));
  }

  private unwindInto(s: Extract<Stmt, { k: "transfer" }>, env: Environment, args: Node[]): Flow {
    const [codeNode, func, extra, object, offset, count, pc] = args;
    const flow = this.enter(s, env, this.codeConstant(codeNode), func, extra, this.savedSlots(object, offset, count), 0, this.index(pc));
    this.unwinding = true;
    return flow;
  }

  private savedSlots(object: Node, offset: Node, count: Node): Node[] {
    const n = this.index(count), at = this.index(offset);
    const slots: Node[] = [];
    for (let i = 0; i < n; i++) slots.push(this.loadCell("value", "value", "frame.slots", false, object, null, at + 8 * i, 0));
    return slots;
  }

  private leave(result: Node): Flow {
    const address = this.log.i32();
    if (this.restarted !== null) return this.stopAtStart();
    if (this.state.frames.length === 1 && !this.log.atEnd) return this.returnToBase(address, result);
    if (this.state.frames.length === 1) {
      this.flush();
      const exit = this.host.newExit({ frames: this.startFrames, objects: new Map(this.state.objects), unwind: false });
      this.path.instructions.push({ k: "leave", result: this.real(result), exit });
      return { k: "end", end: { k: "left" } };
    }
    const callee = this.state.frames.pop()!;
    if (callee.returnPc !== address) throw new TraceAbort("log-mismatch", "return address");
    const caller = this.state.top;
    caller.pc = callee.returnPc;
    caller.slots.push(result);
    return { k: "transferred" };
  }

  // ── Frozen frames ──────────────────────────────────────────────────────────────────────────────────────────────────

  /** Null, unless the recording stopped because frames below its anchor are frozen or dropped: nothing has happened since the bytecode's start. */
  private stopBefore(env: Environment): Flow {
    if (!this.log.atEnd || this.log.recording.stop !== STOP.frames) return null;
    return { k: "end", end: { k: "frames", unwind: env.step.handler.unwind } };
  }

  /** Ends the path before the bytecode that restarted the base frame, whose stores are not done yet. */
  private stopAtStart(): Flow {
    if (this.resume === null) throw new TraceAbort("no-resume", "in a base frame");
    this.queue = [];
    this.state.objects = new Map(this.resume.objects);
    this.restarted = null;
    return { k: "end", end: { k: "frames", unwind: this.resume.unwind } };
  }

  /** The address of the run's base frame, which must be the caller of the region's frame. */
  private runBase(): Node {
    const { graph } = this;
    const base = graph.load("i32", "i32", "frame", graph.frame, null, FRAME.previous, 0, true);
    const returnPc = graph.load("i32", "i32", "frame", base, null, FRAME.returnPc, 0, true);
    this.guard(this.op("i32.eq", returnPc, this.constant("i32", 0)), 1, false, true);
    return base;
  }

  /** The chain of frozen frames goes on in local 0 of the base frame. */
  private freeze(s: Extract<Stmt, { k: "call" }>, env: Environment): Flow {
    const [tail, , pc, callPc] = s.args.map((a) => this.index(this.expr(a, env)));
    if (s.fn.effects.raises && this.log.flag() !== 0) throw new TraceAbort("allocation", "frozen frames");
    const { frames } = this.state;
    let chain = this.op("ref.from_value", this.loadCell("value", "value", CHAIN, false, this.runBase(), null, FRAME.sizeBytes, 0));
    frames.forEach((f, i) => {
      if (i < frames.length - 1) chain = this.frozenFrame(f, chain, frames[i + 1].returnPc, f.pc);
      else if (tail === 0) chain = this.frozenFrame(f, chain, pc, callPc);
    });
    env.locals[s.results[0]] = chain;
    return null;
  }

  private frozenFrame(f: Frame, parent: Node, pc: number, callPc: number): Node {
    const slots = f.slots.map((_, i) => this.slotValue(f, i));
    const layout = this.host.code.layouts.find((l) => l.name === FROZEN_FRAME)!;
    const n = this.graph.fresh(layout);
    this.state.objects.set(n, { length: slots.length, fields: new Map() });
    const set = (name: string, value: Node) => {
      const { offset, storage } = layout.fields.find((x) => x.name === name)!;
      this.state.setField(n, offset, storage, value);
    };
    set("parent", parent);
    set("code", f.code);
    set("func", f.func ??= this.graph.slot(FRAME.func));
    set("extra", f.extra ??= this.graph.slot(FRAME.extra));
    set("pc", this.constant("i32", pc));
    set("callPc", this.constant("i32", callPc));
    set("count", this.constant("i32", slots.length));
    slots.forEach((v, i) => this.state.setField(n, layout.sizeBytes + 8 * i, "value", v));
    return n;
  }

  private restart([chain, offset, ...operands]: Node[]): Flow {
    const code = this.baseCode();
    return this.toBase(code, this.host.memory.codeInfo(Number(code.value)).bytecode + this.index(offset), chain, operands);
  }

  private returnToBase(pc: number, result: Node): Flow {
    const code = this.baseCode();
    return this.toBase(code, pc, this.loadCell("value", "value", CHAIN, false, this.runBase(), null, FRAME.sizeBytes, 0), [result]);
  }

  private baseCode(): Node {
    const code = this.constant("ref", this.log.i32());
    this.guard(this.op("ref.eq", this.graph.load("ref", "ref", "frame", this.runBase(), null, FRAME.code, 0, true), code), 1, false, true);
    return code;
  }

  /** Only the base frame is left, with `chain` below it. What it calls takes the place of the region's frame. */
  private toBase(code: Node, pc: number, chain: Node, operands: readonly Node[]): Flow {
    const base = this.runBase();
    const { localCount } = this.host.memory.codeInfo(Number(code.value));
    const word = (at: number) => this.graph.load("value", "value", "frame", base, null, at, 0, false);
    const slots = [chain];
    while (slots.length < localCount) slots.push(word(FRAME.sizeBytes + 8 * slots.length));
    slots.push(...operands);
    this.state.frames = [{ func: word(FRAME.func), extra: word(FRAME.extra), code, slots, localCount, pc, returnPc: 0 }];
    this.restarted = base;
    return { k: "transferred" };
  }

  /** The restarted base frame calls: with nothing on its stack, because a return arrives at the instruction that resumes the next frame. */
  private leaveBase(base: Node, resumes: boolean): void {
    const { slots, localCount } = this.state.top;
    if (resumes || slots.length !== localCount) throw new TraceAbort("unsupported", "operands in a base frame");
    this.storeCell("value", CHAIN, base, null, FRAME.sizeBytes, 0, slots[0]!, false);
    this.state.frames = [];
    this.restarted = null;
  }

  private unwindFrame(): Flow {
    const address = this.log.i32();
    this.flush();
    if (this.state.frames.length === 1) {
      this.path.instructions.push({ k: "unwind" });
      return { k: "end", end: { k: "left" } };
    }
    const callee = this.state.frames.pop()!;
    if (callee.returnPc !== address) throw new TraceAbort("log-mismatch", "return address");
    this.unwinding = true;
    return { k: "transferred" };
  }
}

function wordAs(type: Type, word: bigint): number | bigint {
  switch (type) {
    case "i32":
      return Number(BigInt.asIntN(32, word));
    case "ref":
      return Number(word & 0xffffffffn);
    case "i64":
      return BigInt.asIntN(64, word);
    default:
      return word;
  }
}

function asksConstant(e: Expr): boolean {
  return e.k === "isConstant" || (e.k === "op" && e.args.some(asksConstant));
}
