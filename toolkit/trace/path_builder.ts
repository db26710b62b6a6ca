/**
 * Builds one path of a region: what is known there, guards, and the memory that it reads and writes.
 *
 * Input: operations of the machine, in order; output: instructions appended to the path. Folded operations, known cells and virtual objects
 * leave none. Invariant: heap stores of a bytecode are queued until its end or until something may see them, so that a guard can resume at
 * the bytecode's start; after a commit nothing can fail until there is a new resume point (docs/tracing.md).
 */

import { FRAME } from "../machine/memory_map.ts";
import { operation } from "../machine/operations.ts";
import type { Fn, Storage, Type } from "../machine/tree.ts";
import { fold, type Knowledge } from "../optimize/fold.ts";
import { dropImplied } from "./implied.ts";
import { TraceAbort } from "./log.ts";
import type { TraceMemory } from "./memory.ts";
import type { Exit, Graph, Node, Path } from "./nodes.ts";
import { cellKey, type Frame, type HeapCell, type State } from "./state.ts";

/** What a path needs of the region it belongs to. */
export interface PathHost {
  readonly memory: TraceMemory;
  readonly graph: Graph;
  newExit(exit: Omit<Exit, "id" | "bridge">): Exit;
}

/** A store of the current bytecode; `fresh`: into an object that the bytecode has allocated. */
interface QueuedStore {
  storage: Storage;
  base: Node;
  index: Node | null;
  offset: number;
  scale: number;
  value: Node;
  fresh: boolean;
  region: string;
}

export abstract class PathBuilder implements Knowledge {
  /** Stores of this bytecode that are not in memory yet. */
  protected queue: QueuedStore[] = [];
  /** What a failing guard resumes with; null: nothing can fail now. */
  protected resume: Omit<Exit, "id" | "bridge"> | null = null;
  /** The state at the start of the bytecode, for RAISED exits. */
  startFrames: Exit["frames"] = [];
  /** Address of the run's base frame while that is the only frame: behind a restart, up to the call that follows. */
  protected restarted: Node | null = null;
  /** Undo list of heap knowledge since the resume point. */
  private heapBefore: Map<string, HeapCell> | null = null;

  constructor(readonly host: PathHost, readonly path: Path, public state: State) {}

  get graph(): Graph {
    return this.host.graph;
  }

  // ── Knowledge for folding ──────────────────────────────────────────────────────────────────────────────────────────

  constantOf(n: Node): Node | null {
    return n.kind === "const" ? n : this.state.facts.get(n) ?? null;
  }

  truthOf(name: string, args: readonly Node[]): number | null {
    const n = this.graph.find(name, args);
    const c = n === null ? undefined : this.state.facts.get(n);
    return c === undefined ? null : Number(c.value);
  }

  notNil(n: Node): boolean {
    return this.state.notNil.has(n);
  }

  isVirtual(n: Node): boolean {
    return this.state.objects.has(n);
  }

  op(name: string, ...args: Node[]): Node {
    return fold(this, operation(name), args);
  }

  known(n: Node): Node {
    return this.state.facts.get(n) ?? n;
  }

  constant(type: Type, v: number | bigint): Node {
    return this.graph.constant(type, v);
  }

  /** Records what a condition's outcome implies. */
  learn(condition: Node, want: number): void {
    const { facts } = this.state;
    if (condition.kind === "const") return;
    facts.set(condition, this.constant("i32", want));
    if (condition.kind !== "op") return;
    const name = condition.op!.name, [a, b] = condition.args;
    if (name === "i32.eqz") {
      if (want === 1) facts.set(a, this.constant("i32", 0));
      this.learn(a, 1 - want);
    } else if ((name.endsWith(".eq") && want === 1) || (name.endsWith(".ne") && want === 0)) {
      if (!name.startsWith("f64") && b.kind === "const" && a.kind !== "const") facts.set(a, b);
    } else if (name === "ref.is_nil" && want === 0) {
      this.state.notNil.add(a);
    } else if (name === "i32.and" && want === 1) {
      this.learn(a, 1);
      this.learn(b, 1);
    }
  }

  // ── Guards and exits ───────────────────────────────────────────────────────────────────────────────────────────────

  /** Requires that `condition` comes out as recorded. `raised`: else a call has raised; `rare`: that is not worth an edge. */
  guard(condition: Node, want: number, raised = false, rare = false): void {
    const c = this.known(condition);
    if (c.kind === "const") {
      if ((c.value !== 0 ? 1 : 0) !== want) throw new TraceAbort("contradiction", condition.op?.name ?? "constant");
      return;
    }
    let resume = this.resume;
    if (raised && this.restarted !== null) resume = null;
    else if (raised) resume = { frames: this.startFrames, objects: new Map(this.state.objects), unwind: true };
    if (resume === null) throw new TraceAbort("no-resume", this.state.top.pc.toString());
    this.real(c);
    for (const a of c.args) this.real(a);
    if (want === 1 && !resume.unwind) {
      for (const dropped of dropImplied(this.path, c, resume.frames)) this.state.facts.delete(dropped);
    }
    const before = this.graph.mark();
    const exit = this.host.newExit(resume);
    this.path.instructions.push({ k: "guard", condition: c, want, exit });
    if (!rare) this.guardPlaced(exit, c, want, before);
    this.learn(c, want);
  }

  /** A guard that is worth an edge was placed; `before`: the mark of the graph there. */
  protected abstract guardPlaced(exit: Exit, condition: Node, want: number, before: number): void;

  /** The state in which the continuation of `exit` starts. */
  stateAtExit(exit: Exit): State {
    const s = this.state.clone();
    if (this.heapBefore !== null) s.heap = new Map(this.heapBefore);
    s.objects = new Map(exit.objects);
    s.frames = exit.frames.map((f) => ({
      ...f,
      slots: f.slots.slice(),
      localCount: this.host.memory.codeInfo(Number(f.code.value)).localCount,
    }));
    return s;
  }

  private rememberHeap(): void {
    if (this.heapBefore === null) this.heapBefore = new Map(this.state.heap);
  }

  protected setResume(resume: Omit<Exit, "id" | "bridge"> | null): void {
    this.resume = resume;
    this.heapBefore = null;
  }

  /** The value of a frame slot; slots of the base frame are read from memory at first use. */
  slotValue(frame: Frame, i: number): Node {
    let n = frame.slots[i];
    if (n === undefined) throw new TraceAbort("log-mismatch", `slot ${i}`);
    if (n === null) {
      n = this.graph.slot(FRAME.sizeBytes + 8 * i);
      frame.slots[i] = n;
    }
    return this.known(n);
  }

  // ── Memory ─────────────────────────────────────────────────────────────────────────────────────────────────────────

  protected loadCell(
    type: Type,
    storage: Storage,
    region: string,
    readonly: boolean,
    base: Node,
    index: Node | null,
    offset: number,
    scale: number,
  ): Node {
    if (base.kind === "new") {
      if (offset === 0 && index === null && region === "header.layout") return this.constant("i32", base.layout!.id);
      const o = this.state.objects.get(base);
      if (o !== undefined) {
        if (region === "length") return this.constant("i32", o.length);
        if (index === null) return this.known(o.fields.get(offset)?.value ?? zero(this, type));
        this.materialise(base);
      }
    }
    if (readonly && base.kind === "const" && index === null) {
      const v = this.host.memory.constantLoad(type, storage, Number(base.value) + offset);
      if (v !== null) return this.constant(type, v);
    }
    const key = cellKey(base, region, offset, index);
    const cell = this.state.heap.get(key);
    if (cell !== undefined) return this.known(cell.value);
    if (readonly && base.kind !== "new") {
      return this.known(this.graph.load(type, storage, region, this.real(base), index, offset, scale, true));
    }
    if (this.queue.some((q) => q.region === region)) this.commit();
    const n = this.graph.load(type, storage, region, this.real(base), index === null ? null : this.real(index), offset, scale, false);
    if (region !== "raw") {
      this.rememberHeap();
      this.state.heap.set(key, { base, index, region, offset, value: n });
    }
    return n;
  }

  protected storeCell(
    storage: Storage,
    region: string,
    base: Node,
    index: Node | null,
    offset: number,
    scale: number,
    value: Node,
    fresh: boolean,
  ): void {
    if (this.state.objects.has(base)) {
      if (index === null) return this.state.setField(base, offset, storage, this.narrow(storage, value));
      this.materialise(base);
    }
    this.rememberHeap();
    this.queue.push({ storage, base, index, offset, scale, value, fresh, region });
    for (const [key, cell] of this.state.heap) {
      if (cell.region !== region) continue;
      const same = cell.base === base;
      const apart = (same && index === null && cell.index === null && cell.offset !== offset) ||
        (!same && base.kind === "new" && cell.base.kind === "new");
      if (!apart) this.state.heap.delete(key);
    }
    if (region !== "raw" && region !== "length") {
      const kept = this.narrow(storage, value);
      this.state.heap.set(cellKey(base, region, offset, index), { base, index, region, offset, value: kept });
    }
  }

  /** The value as it will be read back from a narrow cell. */
  private narrow(storage: Storage, v: Node): Node {
    switch (storage) {
      case "u8":
        return this.op("i32.and", v, this.constant("i32", 0xff));
      case "u16":
        return this.op("i32.and", v, this.constant("i32", 0xffff));
      case "i8":
        return this.op("i32.extend8_s", v);
      case "i16":
        return this.op("i32.extend16_s", v);
      default:
        return v;
    }
  }

  /** Writes queued stores to memory; afterwards this bytecode can no longer be restarted. */
  protected commit(): void {
    if (this.queue.length === 0) return;
    this.flush();
    this.setResume(null);
  }

  protected flush(): void {
    const queue = this.queue;
    this.queue = [];
    for (const q of queue) {
      const value = this.real(q.value), base = this.real(q.base);
      const barrier = !q.fresh && base.type === "ref" && !this.state.young.has(base) &&
        (q.storage === "ref" || (q.storage === "value" && this.mayBeRef(value)));
      const index = q.index === null ? null : this.real(q.index);
      this.path.instructions.push({ k: "store", storage: q.storage, base, index, offset: q.offset, scale: q.scale, value, barrier });
    }
  }

  private mayBeRef(v: Node): boolean {
    if (v.kind === "const") return this.host.memory.isReferenceWord(v.value as bigint);
    if (v.kind === "op" && (v.op!.name === "float.box" || v.op!.name === "int.box" || v.op!.name === "special.box")) return false;
    for (const test of ["int.is", "float.is", "special.is", "char.is"]) if (this.truthOf(test, [v]) === 1) return false;
    return true;
  }

  /** The node as something that exists at run time: virtual objects in it are allocated. */
  real(n: Node): Node {
    if (n.kind === "new") {
      if (this.state.objects.has(n)) this.materialise(n);
    } else if (n.kind === "op" && (n.type === "value" || n.type === "ref" || n.op!.name === "ref.address" || n.op!.name === "value.word")) {
      for (const a of n.args) this.real(a);
    }
    return n;
  }

  /** Allocates a virtual object. */
  materialise(n: Node): void {
    const o = this.state.objects.get(n)!;
    this.state.objects.delete(n);
    this.state.notNil.add(n);
    this.state.young.add(n);
    this.path.instructions.push({ k: "new", node: n, length: o.length, fields: [] });
    for (const [offset, { storage, value }] of o.fields) {
      const v = this.real(value);
      this.path.instructions.push({ k: "store", storage, base: n, index: null, offset, scale: 0, value: v, barrier: false });
      const region = this.host.memory.fieldRegion(n.layout!, offset);
      this.rememberHeap();
      this.state.heap.set(cellKey(n, region, offset, null), { base: n, index: null, region, offset, value: v });
    }
  }

  protected writePending(v: Node): void {
    this.queue.push({
      storage: "value",
      base: this.constant("i32", 0),
      index: null,
      offset: this.host.memory.pendingErrorAddress,
      scale: 0,
      value: v,
      fresh: true,
      region: "pendingError",
    });
    this.rememberHeap();
    const base = this.constant("i32", 0), offset = this.host.memory.pendingErrorAddress;
    this.state.heap.set(cellKey(base, "pendingError", offset, null), { base, index: null, region: "pendingError", offset, value: v });
  }

  // ── Calls, and results as guest words ──────────────────────────────────────────────────────────────────────────────

  protected emitCall(fn: Fn, args: Node[], results: Node[]): void {
    if (fn.tableIndex === 0 || this.host.memory.table.get(fn.tableIndex) === null) {
      throw new TraceAbort("unsupported", `"${fn.name}" has no table slot`);
    }
    const params = fn.locals.slice(0, fn.params).map((l) => l.type);
    const site = { name: fn.name, tableIndex: fn.tableIndex, params, results: fn.results, collects: fn.effects.collects };
    this.path.instructions.push({ k: "call", site, args: args.map((a) => this.real(a)), results, live: [] });
    if (site.collects) this.state.young.clear();
  }

  protected asWord(n: Node): Node {
    return n.type === "value" ? n : this.op("value.from_ref", n);
  }

  protected intWord(n: number): Node {
    return this.op("int.box", this.constant("i64", BigInt(n)));
  }

  /** Results as guest words, as continuations take them. */
  protected boxes(n: Node): Node[] {
    switch (n.type) {
      case "value":
        return [n];
      case "ref":
        return [this.op("value.from_ref", n)];
      case "f64":
        return [this.op("float.box", n)];
      case "i32":
        return [this.op("int.box", this.op("i64.extend_i32_s", n))];
      case "i64":
        return [
          this.op("int.box", this.op("i64.shr_s", n, this.constant("i64", 32n))),
          this.op("int.box", this.op("i64.and", n, this.constant("i64", 0xffffffffn))),
        ];
    }
  }
}

/** The value of new memory. */
export function zero(b: PathBuilder, type: Type): Node {
  return b.constant(type, type === "i64" || type === "value" ? 0n : 0);
}
