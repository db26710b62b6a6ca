/**
 * Writes a region as a wasm module with one function of the entry type `(pc, fp, sp) -> status`.
 *
 * Edges of hot exits are nested in the `if` of their guard; labels are wasm blocks that end where edges join; cold exits store
 * their values and leave through one common tail, which calls the deoptimiser and goes on in the interpreter.
 */

import { SPECIAL_OPERATIONS } from "../back/special_operations.ts";
import { CONTROL, FRAME, HEADER, RESUME_BUFFER } from "../machine/memory_map.ts";
import { STORAGE_BYTES } from "../machine/tree.ts";
import { type FunctionBuilder, ModuleBuilder } from "../wasm/encoder.ts";
import { ACCESS, EMPTY, F64, I32, I64, OP, WASM_TYPE } from "../wasm/opcodes.ts";
import { baseWrites, describeExit, type ExitCode } from "./exits.ts";
import { TraceAbort } from "./log.ts";
import type { TraceMemory } from "./memory.ts";
import type { Exit, Instruction, Label, Node, Path } from "./nodes.ts";
import type { BuiltRegion } from "./region.ts";
import { Uses } from "./uses.ts";

/** Back-edges until a region is left so that V8 can replace its code (no on-stack replacement). */
const FUEL = 4096;
/** What so many cost of the interpreter's fuel, and what entering a loop costs that is left before: most of them go round a few times. */
const ROUNDS_COST = FUEL >> 2, LOOP_COST = 16;
/** Nursery bytes a region may take between two checks; the deoptimiser has the other half of the slack. */
const MAX_UNCHECKED_BYTES = 8192;

export interface RegionSlots {
  interpreter: number;
  unwindFrame: number;
  deoptimize: number;
  boxWide: number;
  remember: number;
  refillNursery: number;
  throwOutOfMemory: number;
}

/** For tests: of the guards that are executed every so many fail, though they hold. */
export interface ForcedExits {
  /** Address of a word that counts guards. */
  counter: number;
  /** A power of two. */
  every: number;
}

export interface EmittedRegion {
  bytes: Uint8Array<ArrayBuffer>;
  /** Where each exit's description address stands in `bytes`: patched by reserving addresses before. */
  exitAddresses: Map<Exit, number>;
  exitCodes: Map<Exit, ExitCode>;
}

/** The exit of such a guard goes on behind a call that raised, or did not: it is right only where the guard fails indeed. */
function testsPendingError({ kind, args, region }: Node): boolean {
  return kind === "load" ? region === "pendingError" : args.some(testsPendingError);
}

export class RegionEmitter {
  private readonly module = new ModuleBuilder();
  private readonly f: FunctionBuilder;
  private readonly locals = new Map<Node, number>();
  private readonly labels = new Map<Label, number>();
  private readonly uses: Uses;
  private readonly entryType: number;
  private exitBlock = 0;
  private readonly exitLocal: number;
  private readonly fuel: number;
  private readonly shadow: number;
  private readonly scratch: Record<string, number[]> = {};
  private allocated = 0;
  private readonly profile: { kind: "loop" | "function" | "return"; calls: boolean; allocates: boolean; loops: boolean };
  readonly exitCodes = new Map<Exit, ExitCode>();

  /** `name` is shown in stack traces and profiles; `place` reserves memory for an exit's description and gives its address. */
  constructor(
    private readonly name: string,
    kind: "loop" | "function" | "return",
    private readonly region: BuiltRegion,
    private readonly memory: TraceMemory,
    private readonly slots: RegionSlots,
    private readonly place: (exit: Exit, code: ExitCode) => number,
    private readonly hotAfter: (exit: Exit) => number,
    private readonly returnSlot: (returnPc: number) => number,
    private readonly forced: ForcedExits | null = null,
  ) {
    const m = this.module;
    this.entryType = m.type([I32, I32, I32], [I32]);
    m.importMemory("heap", "memory", 1);
    m.importTable("heap", "table", 1);
    this.f = m.function(this.entryType);
    this.exitLocal = this.f.local(I32);
    this.fuel = this.f.local(I32);
    this.shadow = this.f.local(I32);
    this.uses = new Uses(region.trunk);
    this.profile = { kind, ...profileOf(region.trunk) };
  }

  emit(): Uint8Array<ArrayBuffer> {
    const { f } = this;
    this.entry();
    this.exitBlock = f.block();
    this.path(this.region.trunk);
    f.op(OP.unreachable);
    f.end();
    this.exitTail();
    if (this.allocated > MAX_UNCHECKED_BYTES) throw new TraceAbort("too-large", `${this.allocated} bytes allocated unchecked`);
    this.module.exportFunction("region", f.index);
    this.module.nameFunction(f.index, this.name);
    return this.module.finish();
  }

  // ── Entry and exit ─────────────────────────────────────────────────────────────────────────────────────────────────

  private control(address: number): void {
    this.f.i32Const(0);
    this.f.i32Load(address);
  }

  private setControl(address: number, push: () => void): void {
    this.f.i32Const(0);
    push();
    this.f.i32Store(address);
  }

  private entry(): void {
    const { f } = this;
    const { kind, calls, allocates } = this.profile;
    if (calls) this.publish();
    // A return point is reached from a call, which has polled.
    if (kind !== "return") this.poll(kind === "loop" ? LOOP_COST : 1);
    if (kind !== "return" || allocates) this.checkNursery([], () => this.raiseOutOfMemory());
    if (!this.profile.loops) return;
    f.i32Const(FUEL);
    f.localSet(this.fuel);
  }

  /** What is called may look at frames, or collect: the base frame as it was at entry. */
  private publish(): void {
    this.setControl(CONTROL.fp, () => this.f.localGet(1));
    this.setControl(CONTROL.sp, () => this.f.localGet(2));
  }

  /** Returns to the driver when fuel is out or something wants attention; the state is as it is in memory. */
  private poll(cost: number): void {
    const { f } = this;
    f.localGet(this.spendFuel(cost));
    f.i32Const(0);
    f.op(OP.i32LtS);
    this.control(CONTROL.poll);
    f.op(OP.i32Or);
    f.if();
    this.publish();
    this.setControl(CONTROL.pc, () => f.localGet(0));
    f.i32Const(1);
    f.op(OP.return);
    f.end();
  }

  /** Out of memory: the error is raised where the region would have begun. */
  private raiseOutOfMemory(): void {
    const { f } = this;
    f.i32Const(this.slots.throwOutOfMemory);
    f.callIndirect(this.module.type([], []));
    f.localGet(1);
    f.localGet(0);
    f.i32Store(FRAME.pc);
    f.i32Const(this.memory.unwindStub);
    f.localGet(1);
    f.localGet(2);
    f.i32Const(this.slots.interpreter);
    f.returnCallIndirect(this.entryType);
  }

  /** Takes from the fuel; the local that has what is left. */
  private spendFuel(cost: number): number {
    const { f } = this;
    const left = this.temporary("i32", 6);
    this.setControl(CONTROL.fuel, () => {
      this.control(CONTROL.fuel);
      f.i32Const(cost);
      f.op(OP.i32Sub);
      f.localTee(left);
    });
    return left;
  }

  private exitTail(): void {
    const { f } = this;
    f.localGet(this.exitLocal);
    f.localGet(1);
    f.i32Const(this.memory.unwindStub);
    f.i32Const(this.slots.deoptimize);
    f.callIndirect(this.module.type([I32, I32, I32], [I32]));
    f.if();
    f.i32Const(2);
    f.op(OP.return);
    f.end();
    this.control(CONTROL.pc);
    this.control(CONTROL.fp);
    this.control(CONTROL.sp);
    f.i32Const(this.slots.interpreter);
    f.returnCallIndirect(this.entryType);
  }

  /** Makes room when the nursery is full; `live` survives. `fail`: memory is out. */
  private checkNursery(live: readonly Node[], fail: () => void): void {
    const { f } = this;
    this.control(CONTROL.nurseryNext);
    this.control(CONTROL.nurseryLimit);
    f.op(OP.i32GtU);
    f.if();
    this.publish();
    const failed = this.temporary("i32", 5);
    this.spilled(live, () => {
      f.i32Const(this.slots.refillNursery);
      f.callIndirect(this.module.type([], [I32]));
      f.localSet(failed);
    });
    f.localGet(failed);
    f.if();
    fail();
    f.end();
    f.end();
  }

  /** Code around a call that may collect: references go to the shadow stack and come back where they moved to. */
  private spilled(live: readonly Node[], call: () => void): void {
    const { f } = this;
    const nodes = live.filter((n) => (n.type === "ref" || n.type === "value") && this.locals.has(n));
    if (nodes.length === 0) return call();
    this.control(CONTROL.shadowSp);
    f.localSet(this.shadow);
    nodes.forEach((n, i) => {
      f.localGet(this.shadow);
      f.localGet(this.locals.get(n)!);
      if (n.type === "ref") f.op(OP.i64ExtendI32U);
      f.i64Store(8 * i);
    });
    this.setControl(CONTROL.shadowSp, () => {
      f.localGet(this.shadow);
      f.i32Const(8 * nodes.length);
      f.op(OP.i32Add);
    });
    call();
    nodes.forEach((n, i) => {
      f.localGet(this.shadow);
      if (n.type === "ref") f.i32Load(8 * i);
      else f.i64Load(8 * i);
      f.localSet(this.locals.get(n)!);
    });
    this.setControl(CONTROL.shadowSp, () => f.localGet(this.shadow));
  }

  // ── Paths ──────────────────────────────────────────────────────────────────────────────────────────────────────────

  private path(path: Path): void {
    const labels = path.instructions.filter((i) => i.k === "label");
    for (let k = labels.length - 1; k >= 0; k--) {
      const i = labels[k];
      if (i.k === "label") {
        this.labels.set(i.label, this.f.block());
        i.label.params.forEach((p) => this.localOf(p));
      }
    }
    for (const i of path.instructions) this.instruction(i);
  }

  private instruction(i: Instruction): void {
    const { f } = this;
    switch (i.k) {
      case "node":
        if (this.uses.hasLocal(i.node)) {
          this.compute(i.node);
          f.localSet(this.localOf(i.node));
        }
        return;
      case "guard":
        this.value(i.condition);
        if (i.want === 1) f.op(OP.i32Eqz);
        if (this.forced !== null && !i.exit.unwind && !testsPendingError(i.condition)) this.forceExit(this.forced);
        f.if();
        if (i.exit.bridge !== null) this.path(i.exit.bridge);
        else this.exit(i.exit);
        f.end();
        return;
      case "store":
        return this.store(i);
      case "call":
        return this.call(i);
      case "new":
        return this.allocate(i);
      case "label":
        this.moves(i.label, i.values);
        f.end();
        return;
      case "loop":
        return this.loop(i);
      case "jump":
        this.moves(i.label, i.values);
        f.br(this.labels.get(i.label)!);
        return;
      case "leave":
        return this.leave(i);
      case "exit":
        return this.exit(i.exit);
      case "unwind":
        f.localGet(1);
        f.i32Const(this.slots.unwindFrame);
        return f.returnCallIndirect(this.module.type([I32], [I32]));
      case "link":
        return this.link(i);
    }
  }

  /** Makes a condition hold every so often. */
  private forceExit({ counter, every }: ForcedExits): void {
    const { f } = this;
    const count = this.temporary("i32", 0);
    f.i32Const(0);
    f.i32Load(counter);
    f.i32Const(1);
    f.op(OP.i32Add);
    f.localSet(count);
    this.setControl(counter, () => f.localGet(count));
    f.localGet(count);
    f.i32Const(every - 1);
    f.op(OP.i32And);
    f.op(OP.i32Eqz);
    f.op(OP.i32Or);
  }

  private loop(i: Extract<Instruction, { k: "loop" }>): void {
    const { f } = this;
    i.label.params.forEach((p) => this.localOf(p));
    this.moves(i.label, i.values);
    this.labels.set(i.label, f.loop(EMPTY));
    f.localGet(this.fuel);
    f.i32Const(1);
    f.op(OP.i32Sub);
    f.localTee(this.fuel);
    f.op(OP.i32Eqz);
    f.if();
    this.spendFuel(ROUNDS_COST);
    this.exit(i.exit);
    f.end();
    this.checkNursery(i.live, () => this.exit(i.exit));
    this.path(i.body);
    f.op(OP.unreachable);
    f.end();
  }

  /** Parallel assignment of a label's parameters. */
  private moves(label: Label, values: readonly Node[]): void {
    const { f } = this;
    const pairs = label.params.map((p, i) => [p, values[i]] as const).filter(([p, v]) => p !== v);
    for (const [, v] of pairs) this.value(v);
    for (let k = pairs.length - 1; k >= 0; k--) f.localSet(this.localOf(pairs[k][0]));
  }

  // ── Values ─────────────────────────────────────────────────────────────────────────────────────────────────────────

  private localOf(n: Node): number {
    let l = this.locals.get(n);
    if (l === undefined) this.locals.set(n, l = this.f.local(WASM_TYPE[n.type]));
    return l;
  }

  private value(n: Node): void {
    if (n.kind === "const") return this.constant(n);
    const local = this.locals.get(n);
    if (local !== undefined) return this.f.localGet(local);
    if (n.kind === "op" || n.kind === "box64" || n.kind === "frame") return this.compute(n);
    throw new Error(`Node ${n.kind} #${n.id} is used before it is computed`);
  }

  private constant(n: Node): void {
    switch (n.type) {
      case "i64":
      case "value":
        return this.f.i64Const(BigInt.asIntN(64, n.value as bigint));
      case "f64":
        return this.f.f64Const(n.value as number);
      default:
        return this.f.i32Const(Number(n.value) | 0);
    }
  }

  private compute(n: Node): void {
    const { f } = this;
    switch (n.kind) {
      case "op": {
        const special = SPECIAL_OPERATIONS.get(n.op!.name);
        if (special !== undefined) return this.special(n, special);
        for (const a of n.args) this.value(a);
        f.raw(n.op!.wasm);
        return;
      }
      case "load": {
        this.address(n.args[0], n.args[1] ?? null, n.scale);
        f.memory(ACCESS[n.storage!].load, ACCESS[n.storage!].align, n.value as number);
        if (n.storage === "f64") this.canonical();
        return;
      }
      case "slot":
        f.localGet(1);
        f.i64Load(n.value as number);
        return;
      case "frame":
        return f.localGet(1);
      case "box64":
        return this.box(n.args[0]);
      default:
        throw new Error(`Node ${n.kind} #${n.id} cannot be computed`);
    }
  }

  private canonical(): void {
    const t = this.temporary("f64", 0);
    this.f.localSet(t);
    SPECIAL_OPERATIONS.get("float.canonical")!(this.f, [t], () => t);
  }

  private special(n: Node, emit: (f: FunctionBuilder, locals: readonly number[], temp: (type: "i64" | "f64") => number) => void): void {
    const { f } = this;
    for (const a of n.args) this.value(a);
    const locals = n.args.map((a, i) =>
      this.temporary(WASM_TYPE[a.type] === I32 ? "i32" : WASM_TYPE[a.type] === F64 ? "f64" : "i64", 4 + i)
    );
    for (let i = locals.length - 1; i >= 0; i--) f.localSet(locals[i]);
    let next = 8;
    emit(f, locals, (type) => this.temporary(type, next++));
  }

  /** A scratch local; `k` keeps those used at one time apart. */
  private temporary(type: "i32" | "i64" | "f64", k: number): number {
    const list = this.scratch[type] ??= [];
    return list[k] ??= this.f.local(WASM_TYPE[type]);
  }

  /** An i64 as a word: immediate, or an `Int64` from the nursery's slack. */
  private box(x: Node): void {
    const { f } = this;
    const t = this.temporary("i64", 0);
    this.allocated += 16;
    this.value(x);
    f.localTee(t);
    f.i64Const(1n << 47n);
    f.op(OP.i64Add);
    f.i64Const(48n);
    f.op(OP.i64ShrU);
    f.op(OP.i64Eqz);
    f.if(I64);
    f.localGet(t);
    f.i64Const(0xffffffffffffn);
    f.op(OP.i64And);
    f.i64Const(-0x1000000000000n);
    f.op(OP.i64Or);
    f.else();
    f.localGet(t);
    f.i32Const(this.slots.boxWide);
    f.callIndirect(this.module.type([I64], [I64]));
    f.end();
  }

  private address(base: Node, index: Node | null, scale: number): void {
    const { f } = this;
    this.value(base);
    if (index === null) return;
    this.value(index);
    if (scale > 1) {
      f.i32Const(Math.log2(scale));
      f.op(OP.i32Shl);
    }
    f.op(OP.i32Add);
  }

  // ── Effects ────────────────────────────────────────────────────────────────────────────────────────────────────────

  private store(i: Extract<Instruction, { k: "store" }>): void {
    const { f } = this;
    this.address(i.base, i.index, i.scale);
    this.value(i.value);
    f.memory(ACCESS[i.storage].store, ACCESS[i.storage].align, i.offset);
    if (!i.barrier) return;
    this.value(i.base);
    f.memory(OP.i32Load16U, 1, HEADER.bits);
    f.i32Const(1);
    f.op(OP.i32And);
    f.if();
    this.value(i.base);
    f.i32Const(this.slots.remember);
    f.callIndirect(this.module.type([I32], []));
    f.end();
  }

  private call(i: Extract<Instruction, { k: "call" }>): void {
    const { f } = this;
    const { site } = i;
    const type = this.module.type(site.params.map((t) => WASM_TYPE[t]), site.results.map((t) => WASM_TYPE[t]));
    const make = () => {
      for (const a of i.args) this.value(a);
      f.i32Const(site.tableIndex);
      f.callIndirect(type);
      for (let k = i.results.length - 1; k >= 0; k--) f.localSet(this.localOf(i.results[k]));
    };
    if (site.collects) this.spilled(i.live, make);
    else make();
  }

  private allocate(i: Extract<Instruction, { k: "new" }>): void {
    const { f } = this;
    const layout = i.node.layout!;
    const elementBytes = layout.tail === null ? 0 : STORAGE_BYTES[layout.tail.storage];
    const sizeBytes = (layout.sizeBytes + i.length * elementBytes + 7) & ~7;
    this.allocated += sizeBytes;
    const local = this.localOf(i.node);
    this.control(CONTROL.nurseryNext);
    f.localTee(local);
    f.i64Const((BigInt(i.length) << 32n) | BigInt(layout.id));
    f.i64Store(0);
    this.setControl(CONTROL.nurseryNext, () => {
      f.localGet(local);
      f.i32Const(sizeBytes);
      f.op(OP.i32Add);
    });
  }

  // ── Ways out ───────────────────────────────────────────────────────────────────────────────────────────────────────

  private storeValue(n: Node): void {
    const { f } = this;
    this.value(n);
    if (n.type === "f64") return f.memory(OP.f64Store, 3, 0);
    if (n.type === "i32" || n.type === "ref") f.op(OP.i64ExtendI32U);
    f.i64Store(0);
  }

  /** Leaves values for the deoptimiser and goes to the common tail. */
  private exit(exit: Exit): void {
    const { f } = this;
    const code = describeExit(exit, this.hotAfter(exit), this.region.plan.trunk.code);
    if (code.allocatedBytes > MAX_UNCHECKED_BYTES) throw new TraceAbort("too-large", "an exit allocates too much");
    this.exitCodes.set(exit, code);
    code.values.forEach((n, i) => {
      f.i32Const(RESUME_BUFFER + 8 * i);
      this.storeValue(n);
    });
    f.i32Const(this.place(exit, code));
    f.localSet(this.exitLocal);
    f.br(this.exitBlock);
  }

  private leave(i: Extract<Instruction, { k: "leave" }>): void {
    const { f } = this;
    // The result may lie over the header of the frame that is left: read first.
    const [sp, pc, previous, slot] = [20, 21, 22, 23].map((k) => this.temporary("i32", k));
    for (const [offset, local] of [[FRAME.returnSp, sp], [FRAME.returnPc, pc], [FRAME.previous, previous], [FRAME.returnSlot, slot]]) {
      f.localGet(1);
      f.i32Load(offset);
      f.localSet(local);
    }
    f.localGet(sp);
    this.value(i.result);
    f.i64Store(0);
    f.localGet(pc);
    f.localGet(previous);
    f.localGet(sp);
    f.i32Const(8);
    f.op(OP.i32Add);
    this.slotOrInterpreter(() => f.localGet(slot));
    f.returnCallIndirect(this.entryType);
  }

  private slotOrInterpreter(push: () => void): void {
    const { f } = this;
    const t = this.temporary("i32", 1);
    push();
    f.localTee(t);
    f.i32Const(this.slots.interpreter);
    f.localGet(t);
    f.op(OP.select);
  }

  /** Writes all frames to memory and goes to another entry. */
  private link(i: Extract<Instruction, { k: "link" }>): void {
    const { f } = this;
    const { frames } = i.exit;
    const bytes = frames.map((x) => FRAME.sizeBytes + 8 * x.slots.length);
    const total = bytes.reduce((a, b) => a + b, 0);
    if (i.code !== null) {
      const { localCount, stackSize } = this.memory.codeInfo(Number(i.code.value));
      f.localGet(1);
      f.i32Const(total + 8 * (localCount + stackSize));
      f.op(OP.i32Add);
      this.control(CONTROL.stackLimit);
      f.op(OP.i32GtU);
      f.if();
      this.exit(i.exit);
      f.end();
    }
    let at = 0;
    frames.forEach((frame, k) => {
      if (k === 0) this.rewriteBase(frame);
      else this.frameHeader(frame, at, at - bytes[k - 1]);
      if (k < frames.length - 1) {
        f.localGet(1);
        f.i32Const(frame.pc);
        f.i32Store(at + FRAME.pc);
      }
      if (k > 0) {
        frame.slots.forEach((n, s) => {
          f.localGet(1);
          this.value(n!);
          f.i64Store(at + FRAME.sizeBytes + 8 * s);
        });
      }
      at += bytes[k];
    });
    const top = at - bytes[frames.length - 1];
    f.i32Const(frames[frames.length - 1].pc);
    this.frameAddress(top);
    this.frameAddress(at);
    if (i.slot === 0) f.i32Const(this.slots.interpreter);
    else this.slotOrInterpreter(() => this.control(i.slot));
    f.returnCallIndirect(this.entryType);
  }

  /** Writes what has changed in the base frame. */
  private rewriteBase(frame: Exit["frames"][number]): void {
    const { f } = this;
    for (const [offset, n] of baseWrites(frame, this.region.plan.trunk.code)) {
      f.localGet(1);
      this.value(n);
      if (n.type === "ref") f.i32Store(offset);
      else f.i64Store(offset);
    }
  }

  private frameAddress(offset: number): void {
    const { f } = this;
    f.localGet(1);
    if (offset === 0) return;
    f.i32Const(offset);
    f.op(OP.i32Add);
  }

  private frameHeader(frame: Exit["frames"][number], at: number, previous: number): void {
    const { f } = this;
    const word = (offset: number, push: () => void) => {
      f.localGet(1);
      push();
      f.i32Store(at + offset);
    };
    word(FRAME.previous, () => this.frameAddress(previous));
    word(FRAME.returnPc, () => f.i32Const(frame.returnPc));
    word(FRAME.returnSp, () => this.frameAddress(at));
    word(FRAME.returnSlot, () => f.i32Const(this.returnSlot(frame.returnPc)));
    word(FRAME.code, () => this.value(frame.code));
    for (const [offset, n] of [[FRAME.func, frame.func], [FRAME.extra, frame.extra]] as const) {
      f.localGet(1);
      if (n === null) f.i64Const(0n);
      else this.value(n);
      f.i64Store(at + offset);
    }
  }
}

/** Whether a path, with its edges and its loop, calls functions and allocates, and whether it has a loop. */
function profileOf(path: Path): { calls: boolean; allocates: boolean; loops: boolean } {
  const out = { calls: false, allocates: false, loops: false };
  const add = (p: Path) => {
    for (const i of p.instructions) {
      if (i.k === "call" || (i.k === "store" && i.barrier)) out.calls = true;
      if (i.k === "new" || (i.k === "node" && i.node.kind === "box64")) out.allocates = true;
      if (i.k === "loop") {
        out.loops = true;
        add(i.body);
      }
      if (i.k === "guard" && i.exit.bridge !== null) add(i.exit.bridge);
    }
  };
  add(path);
  return out;
}
