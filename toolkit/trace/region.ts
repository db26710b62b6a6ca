/**
 * Builds a region: the trunk along one recording, hot exits as edges inside it, joins where an edge reaches the trunk again,
 * and the loop with peeled first iteration and unboxed loop-carried values.
 *
 * A region is rebuilt as a whole when exits have become hot. Exits are identified over rebuilds by the path and the place in
 * its log (`t@120`, `l@88/17`); bytecode boundaries of each path are kept from the build before, so that an edge knows
 * where it can join.
 */

import { STOP } from "../machine/evaluate_log.ts";
import { FRAME } from "../machine/memory_map.ts";
import type { Exit, Instruction, Label, Node } from "./nodes.ts";
import { Graph, Path } from "./nodes.ts";
import { LogReader, type Recording, TraceAbort } from "./log.ts";
import { LoopTemplate } from "./loop.ts";
import type { TraceMemory } from "./memory.ts";
import { type Edge, edgeOf, intersectKnowledge, Merger, unboxed } from "./merge.ts";
import type { MachineCode } from "./section.ts";
import { State } from "./state.ts";
import { type End, Walker, type WalkerHost } from "./walker.ts";

/** What is kept of a region between builds. */
export interface RegionPlan {
  trunk: Recording;
  /** The anchor is a loop header (else a function entry or return point). */
  isLoop: boolean;
  /** Recordings of hot exits. */
  bridges: Map<string, Recording>;
  /** Bytecode boundaries of each path: log offset and position. */
  boundaries: Map<string, { offset: number; position: string }[]>;
  /** Exits whose continuation could not be built: they stay exits. */
  cold: Set<string>;
  /** Peeling contradicted the recording once. */
  unpeeled: boolean;
  /** Edges go round a loop around this one: the peeled iteration is the way into the loop each time. */
  nested: boolean;
  /** Offsets of base frame slots that differ when the loop is entered again that way. */
  changedSlots: Set<number>;
}

/**
 * True if the trunk goes once round its loop (a recording may also leave it, or reach an inner one): back to its header, or, from a
 * function's entry, by tail calls to that entry again.
 */
export function closesLoop(plan: RegionPlan): boolean {
  const { trunk } = plan;
  return trunk.stop === (plan.isLoop ? STOP.loopHeader : STOP.call) && trunk.endPc === trunk.pc && trunk.endFp === trunk.anchorFp;
}

export interface BuiltRegion {
  trunk: Path;
  exits: Exit[];
  exitKeys: Map<Exit, string>;
  steps: number;
  /** Code objects walked: the region depends on them. */
  plan: RegionPlan;
}

const MAX_LOOP_ATTEMPTS = 12;

/** An edge that ends at the loop's header, and the graph mark where it leaves the path it started from. */
interface LoopEdge {
  edge: Edge;
  mark: number;
}

/** Thrown where it turns out that a template does not fit, instead of building the rest for nothing. */
class Unsettled extends Error {
  constructor(readonly template: LoopTemplate) {
    super("The loop is walked again");
  }
}

/** Objects of different kinds for which a path may be split at one time. */
const MAX_SUBJECTS = 3;

/** Per walker: where it came from and what joins it. */
interface PathInfo {
  parent: Walker | null;
  /** Graph mark at the parent's guard. */
  mark: number;
  /** The base frame's slots at its start. */
  start: readonly (Node | null)[];
  /** Of an edge for another kind of object: that object. Without it this path would be the parent's again. */
  subject: Node | null;
  boundary: number;
  /** Edges that end at a boundary of this path, by its number. */
  joins: Map<number, { edge: Edge; mark: number }[]>;
  seen: { offset: number; position: string }[];
  previous: { offset: number; position: string }[];
}

export class RegionBuilder implements WalkerHost {
  readonly graph: Graph;
  private readonly trunk = new Path(null);
  private exits: Exit[] = [];
  private readonly exitKeys = new Map<Exit, string>();
  private readonly infos = new Map<Walker, PathInfo>();
  private steps = 0;
  private labels = 0;
  /** Edges that go back to the loop header while its body is walked. */
  private loopEdges: LoopEdge[] = [];
  /** Edges that come back from a loop around this one. */
  private nestEdges: LoopEdge[] = [];
  /** What the loop around this one assumes. */
  private nest: LoopTemplate | null = null;
  private insideLoop = false;

  constructor(
    readonly code: MachineCode,
    readonly memory: TraceMemory,
    readonly plan: RegionPlan,
    private readonly without: ReadonlySet<string>,
  ) {
    this.graph = new Graph(this.trunk);
  }

  /** @throws TraceAbort when no region can be made of the recordings. */
  build(): BuiltRegion {
    const { trunk } = this.plan;
    if (closesLoop(this.plan) && (this.plan.unpeeled || this.without.has("peeling"))) {
      this.buildLoop(this.entryState(), null, this.trunk);
    } else if (closesLoop(this.plan) && this.plan.nested) {
      this.buildNest();
    } else {
      const walker = this.walker(this.trunk, this.entryState(), trunk, "t", null, 0);
      const end = walker.run();
      if (end === null) throw new TraceAbort("log-mismatch", "the trunk joined itself");
      this.joinAtEnd(walker);
      this.endPath(walker, end);
    }
    return { trunk: this.trunk, exits: this.exits, exitKeys: this.exitKeys, steps: this.steps, plan: this.plan };
  }

  /** Nothing is known at the region's entry: the base frame lies in memory. */
  private entryState(): State {
    const { pc, fp, sp, code } = this.plan.trunk;
    const state = new State();
    const { localCount } = this.memory.codeInfo(code);
    const slots = new Array((sp - fp - FRAME.sizeBytes) >> 3).fill(null);
    const node = this.graph.constant("ref", code);
    state.frames.push({ func: null, extra: null, code: node, slots, localCount, pc: pc + this.headerBytes(), returnPc: 0 });
    return state;
  }

  /** Size of the loop header at the anchor. */
  private headerBytes(): number {
    return this.plan.isLoop ? this.code.handlers[this.memory.u16(this.plan.trunk.pc)].sizeBytes : 0;
  }

  private walker(
    path: Path,
    state: State,
    recording: Recording,
    key: string,
    parent: Walker | null,
    mark: number,
    subject: Node | null = null,
  ): Walker {
    const w = new Walker(this, path, state, new LogReader(recording), key);
    const previous = this.plan.boundaries.get(key) ?? [];
    this.infos.set(w, { parent, mark, start: state.frames[0].slots.slice(), subject, boundary: -1, joins: new Map(), seen: [], previous });
    return w;
  }

  /** Keeps the boundaries of a finished path. @throws TraceAbort when edges were to join it further on. */
  private finishPath(w: Walker): void {
    const info = this.infos.get(w)!;
    this.plan.boundaries.set(w.key, info.seen);
    this.steps += w.steps;
    if (info.joins.size > 0) throw new TraceAbort("stale-joins");
  }

  // ── Ends of paths ──────────────────────────────────────────────────────────────────────────────────────────────────

  private isOwnLoop(w: Walker, end: End): boolean {
    if (!closesLoop(this.plan) || w.state.frames.length !== 1 || w.state.top.pc !== this.plan.trunk.pc) return false;
    return end.k === (this.plan.isLoop ? "loop" : "call");
  }

  /** Finishes the trunk or an edge: back to the loop, out of the frame, or on to other code. */
  private endPath(w: Walker, end: End): void {
    this.finishPath(w);
    if (end.k === "left") return;
    if (this.isOwnLoop(w, end)) {
      if (w.key === "t") return this.buildLoop(w.state, w, w.path);
      if (this.comesBack(w)) {
        if (!this.plan.nested) {
          this.plan.nested = true;
          throw new TraceAbort("stale-joins");
        }
        const edge = edgeOf(w, true);
        if (!this.nest!.accepts([edge])) throw new Unsettled(this.nest!);
        this.nestEdges.push({ edge, mark: this.markIn(w, this.outermost(w)) });
        return;
      }
      if (this.insideLoop) {
        this.loopEdges.push({ edge: edgeOf(w, true), mark: this.markIn(w, this.outermost(w)) });
        return;
      }
      const trunkWalker = this.outermost(w);
      const info = this.infos.get(trunkWalker)!;
      const list = info.joins.get(Infinity) ?? [];
      list.push({ edge: edgeOf(w), mark: this.markIn(w, trunkWalker) });
      info.joins.set(Infinity, list);
      return;
    }
    if (end.k === "frames" && end.unwind) {
      const exit = this.newExit({ frames: w.startFrames, objects: new Map(w.state.objects), unwind: true });
      w.path.instructions.push({ k: "exit", exit });
      return;
    }
    const frames = end.k === "frames" ? w.startFrames : w.state.exitFrames();
    for (const f of frames) [...f.slots, f.func, f.extra].forEach((n) => n === null ? null : w.real(n));
    const exit = this.newExit({ frames, objects: new Map(), unwind: false });
    this.exitKeys.set(exit, `${w.key}$`);
    const code = end.k === "call" ? w.state.top.code : null;
    w.path.instructions.push({ k: "link", exit, code, slot: this.linkedSlot(w, end) });
  }

  /** Address of the slot of the entry that goes on where a path ends; 0: only the interpreter can, in the middle of a function. */
  private linkedSlot(w: Walker, end: Exclude<End, { k: "left" }>): number {
    if (end.k === "loop") return this.memory.i32(end.pc + 2) + 4;
    if (end.k !== "call") return 0;
    const { code, pc } = w.state.top;
    const address = Number(code.value);
    return pc === this.memory.codeInfo(address).bytecode ? address + this.memory.entrySlotOffset : 0;
  }

  /** True if the path has gone round a loop around this one, and enters this one through its peeled iteration. */
  private comesBack(w: Walker): boolean {
    return w.passedLoop && !this.plan.unpeeled && !this.without.has("peeling");
  }

  private outermost(w: Walker): Walker {
    for (let info = this.infos.get(w)!; info.parent !== null; info = this.infos.get(w)!) w = info.parent;
    return w;
  }

  /** The graph mark at the guard of `ancestor` from which the path of `w` descends. */
  private markIn(w: Walker, ancestor: Walker): number {
    let info = this.infos.get(w)!;
    while (info.parent !== ancestor) info = this.infos.get(info.parent!)!;
    return info.mark;
  }

  // ── Guards and edges ───────────────────────────────────────────────────────────────────────────────────────────────

  newExit(parts: Omit<Exit, "id" | "bridge">): Exit {
    const exit = { ...parts, id: this.exits.length, bridge: null };
    this.exits.push(exit);
    return exit;
  }

  guardPlaced(w: Walker, exit: Exit, condition: Node, want: number, before: number): void {
    const key = `${w.key}@${w.log.offset}`;
    this.exitKeys.set(exit, key);
    const recording = this.plan.bridges.get(key);
    if (recording === undefined) return;
    const path = new Path(w.path);
    const state = w.stateAtExit(exit);
    const subject = want === 1 ? this.subjectOf(w, condition) : null;
    const edge = this.walker(path, state, recording, `${key}/`, w, before, subject);
    edge.passedLoop = w.passedLoop;
    edge.unwinding = exit.unwind;
    const outer = this.graph.path;
    this.graph.path = path;
    const mark = this.graph.mark();
    const exits = this.exits.length;
    try {
      edge.learn(condition, 1 - want);
      const end = edge.run();
      if (end !== null) {
        this.joinAtEnd(edge);
        this.endPath(edge, end);
      } else {
        this.finishPath(edge);
      }
      exit.bridge = path;
    } catch (error) {
      if (!(error instanceof TraceAbort) || error.reason === "stale-joins") throw error;
      this.plan.bridges.delete(key);
      this.plan.cold.add(key);
      this.exits.length = exits;
      throw new TraceAbort("contradiction", `edge ${key}: ${error.message}`);
    } finally {
      this.graph.rewind(mark);
      this.graph.path = outer;
    }
  }

  // ── Boundaries and joins ───────────────────────────────────────────────────────────────────────────────────────────

  boundary(w: Walker): boolean {
    const info = this.infos.get(w)!;
    const position = w.state.positionKey() + (w.unwinding ? "!" : "");
    info.boundary++;
    info.seen.push({ offset: w.log.offset, position });
    const joins = info.joins.get(info.boundary);
    if (joins !== undefined) {
      info.joins.delete(info.boundary);
      this.merge(w, joins);
    }
    return info.boundary > 0 && this.tryJoin(w, position);
  }

  /** Ends an edge where a path around it will pass. */
  private tryJoin(w: Walker, position: string): boolean {
    if (this.without.has("joins")) return false;
    for (let { parent, subject } = this.infos.get(w)!; parent !== null; { parent, subject } = this.infos.get(parent)!) {
      if (subject !== null && isInFrames(w.state, subject)) return false;
      const info = this.infos.get(parent)!;
      if (this.comesBack(w) && !parent.passedLoop) continue;
      for (let j = info.boundary + 1; j < info.previous.length; j++) {
        if (info.previous[j].position !== position) continue;
        const list = info.joins.get(j) ?? [];
        list.push({ edge: edgeOf(w), mark: this.markIn(w, parent) });
        info.joins.set(j, list);
        return true;
      }
    }
    return false;
  }

  /** The object whose kind (layout, shape, code, …) a guard asks for, unless the path is split for too many objects already. */
  private subjectOf(w: Walker, condition: Node): Node | null {
    if (condition.kind !== "op" || !condition.op!.name.endsWith(".eq")) return null;
    const [field, wanted] = condition.args;
    if (field.kind !== "load" || wanted.kind !== "const" || field.args.length !== 1) return null;
    const subjects = new Set<Node>([field.args[0]]);
    for (let info = this.infos.get(w)!; info.parent !== null; info = this.infos.get(info.parent)!) {
      if (info.subject !== null) subjects.add(info.subject);
    }
    return subjects.size <= MAX_SUBJECTS ? field.args[0] : null;
  }

  private joinAtEnd(w: Walker): void {
    const { joins: all } = this.infos.get(w)!;
    const joins = all.get(Infinity);
    all.delete(Infinity);
    if (joins !== undefined) this.merge(w, joins);
  }

  /** Merges edges into path `w` here. */
  private merge(w: Walker, joins: { edge: Edge; mark: number }[]): void {
    const own = edgeOf(w);
    const edges = [own, ...joins.map((j) => j.edge)];
    const mark = Math.min(...joins.map((j) => j.mark));
    const before = w.state;
    const merged = new State();
    intersectKnowledge(merged, edges);
    this.graph.rewind(mark);
    // The parameters belong to this path; knowledge about them goes to the merged state.
    const label: Label = { params: [], key: `j${this.labels++}` };
    const instruction: Instruction = { k: "label", label, values: [], live: [] };
    const hold = new Path(w.path);
    this.graph.path = hold;
    w.state = merged;
    const merger = new Merger(w, edges, merged);
    merged.frames = before.frames.map((f, i) => {
      const all = edges.map((e) => e.walker === w ? f : e.walker.state.frames[i]);
      return {
        ...f,
        slots: f.slots.map((_, s) => this.mergeSlot(merger, edges, all.map((x) => x.slots[s]), FRAME.sizeBytes + 8 * s, i === 0)),
        ...this.mergeHeader(merger, edges, all),
      };
    });
    // Sources on each edge, in that edge's own scope.
    const sources = (e: Edge, i: number) => merger.parameters.map((p) => unboxed(e.walker, p.sources[i], p.cls));
    w.state = before;
    this.graph.path = w.path;
    const scope = this.graph.mark();
    instruction.values = sources(own, 0);
    this.graph.rewind(scope);
    joins.forEach((j, i) => {
      this.graph.path = j.edge.walker.path;
      const inner = this.graph.mark();
      const values = sources(j.edge, i + 1);
      this.graph.rewind(inner);
      j.edge.walker.path.instructions.push({ k: "jump", label, values });
    });
    label.params = merger.parameters.map((p) => p.param);
    w.path.instructions.push(instruction, ...hold.instructions);
    this.graph.path = w.path;
    w.state = merged;
  }

  private mergeSlot(
    merger: Merger,
    edges: readonly Edge[],
    values: (Node | null)[],
    offset: number,
    isBase: boolean,
  ): Node | null {
    if (values.every((v) => v === null)) return null;
    if (isBase && values.every((v) => v === null || (v.kind === "slot" && v.value === offset))) return null;
    const filled = values.map((v, i) => v ?? this.loadOn(edges[i].walker, offset));
    return merger.word(filled);
  }

  private mergeHeader(merger: Merger, edges: readonly Edge[], all: State["frames"]) {
    const part = (name: "func" | "extra", offset: number) => {
      const values = all.map((f) => f[name]);
      return this.mergeSlot(merger, edges, values, offset, all[0].returnPc === 0);
    };
    return { func: part("func", FRAME.func), extra: part("extra", FRAME.extra) };
  }

  /** The memory word of an untouched slot, on the path of an edge. */
  private loadOn(w: Walker, offset: number): Node {
    const outer = this.graph.path;
    this.graph.path = w.path;
    const mark = this.graph.mark();
    const n = this.graph.slot(offset);
    this.graph.rewind(mark);
    this.graph.path = outer;
    return n;
  }

  // ── The loop ───────────────────────────────────────────────────────────────────────────────────────────────────────

  /** Walks the recording again as the loop's body until what it assumes at its start holds at its end. */
  private buildLoop(entry: State, peeled: Walker | null, outer: Path): void {
    const seed = peeled ?? this.walker(outer, entry, this.plan.trunk, "e", null, 0);
    const template = new LoopTemplate(this, seed, entry, this.infos.get(seed)!.start, new Set());
    this.settle(template, outer, (body, state, mark) => {
      this.insideLoop = true;
      this.loopEdges = [];
      const walker = this.walker(body, state, this.plan.trunk, "l", null, mark);
      template.prepare(walker);
      this.runTrunk(walker);
      return { walker, edges: [{ edge: edgeOf(walker, true), mark: this.graph.mark() }, ...this.loopEdges] };
    });
  }

  /** A loop around the loop: each time round, the peeled iteration leads into the loop itself. */
  private buildNest(): void {
    const entry = this.entryState();
    const seed = this.walker(this.trunk, entry, this.plan.trunk, "e", null, 0);
    const template = new LoopTemplate(this, seed, entry, entry.top.slots, this.plan.changedSlots);
    this.nest = template;
    this.settle(template, this.trunk, (body, state, mark) => {
      this.insideLoop = false;
      const walker = this.walker(body, state, this.plan.trunk, "t", null, mark);
      template.prepare(walker);
      this.runTrunk(walker);
      this.endPath(walker, walker.end!);
      return { walker: null, edges: this.nestEdges };
    });
  }

  /** Walks the trunk to the loop's header. */
  private runTrunk(walker: Walker): void {
    const end = walker.run();
    if (end === null || !this.isOwnLoop(walker, end)) {
      throw new TraceAbort("contradiction", "the loop's second iteration ended elsewhere");
    }
    this.joinAtEnd(walker);
  }

  /** Builds a loop's body until `template` fits all edges back to its start. `walker`: the body's own path, if it is one of them. */
  private settle(
    template: LoopTemplate,
    outer: Path,
    build: (body: Path, start: State, mark: number) => { walker: Walker | null; edges: readonly LoopEdge[] },
  ): void {
    const header = this.plan.trunk.pc;
    const exits = this.exits.length, nestEdges = this.nestEdges.length, steps = this.steps;
    const mark = this.graph.mark();
    const outerCount = outer.instructions.length;
    for (let attempt = 0; attempt < MAX_LOOP_ATTEMPTS; attempt++) {
      this.exits.length = exits;
      this.nestEdges.length = nestEdges;
      this.steps = steps;
      outer.instructions.length = outerCount;
      this.graph.rewind(mark);
      const body = new Path(outer);
      this.graph.path = body;
      const state = template.start(header + this.headerBytes());
      const exit = this.newExit({
        frames: state.exitFrames().map((f, i) => i === 0 ? { ...f, pc: header } : f),
        objects: new Map(state.objects),
        unwind: false,
      });
      this.exitKeys.set(exit, "loop");
      const built = this.attempt(template, () => build(body, state, mark));
      if (built === null || !template.accepts(built.edges.map((e) => e.edge))) continue;
      const { walker, edges } = built;
      if (walker !== null) this.finishPath(walker);
      this.jumpBack(template, edges);
      this.graph.rewind(mark);
      this.graph.path = outer;
      const values = template.entryValues();
      outer.instructions.push({ k: "loop", label: template.label, values, body, live: [], exit });
      return;
    }
    throw new TraceAbort("no-fixpoint");
  }

  /** Null when `template` turned out not to fit on the way. */
  private attempt<T>(template: LoopTemplate, build: () => T): T | null {
    try {
      return build();
    } catch (error) {
      if (error instanceof Unsettled && error.template === template) return null;
      throw error;
    }
  }

  private jumpBack(template: LoopTemplate, edges: readonly LoopEdge[]): void {
    // What the body computed behind an edge's guard is not there on the edge.
    for (const { edge, mark: from } of [...edges].sort((a, b) => b.mark - a.mark)) {
      this.graph.rewind(from);
      this.graph.path = edge.walker.path;
      const values = template.values(edge);
      edge.walker.path.instructions.push({ k: "jump", label: template.label, values });
      this.graph.rewind(from);
    }
  }
}

/** True if a slot of a frame holds the object `ref`. */
function isInFrames(state: State, ref: Node): boolean {
  const holds = (n: Node | null) =>
    n !== null && (n === ref || (ref.kind === "op" && ref.args[0] === n) || (n.kind === "op" && n.args[0] === ref));
  return state.frames.some((f) => holds(f.func) || f.slots.some(holds));
}
