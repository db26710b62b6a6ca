/**
 * What a loop body may assume at its start: which slots are invariant, which arrive as parameters and in which form.
 *
 * First guess from the peeled iteration; whatever does not hold at the end of the body is weakened, and the body is walked
 * again (`RegionBuilder.buildLoop`). Weakening only goes one way, so this ends.
 */

import { FRAME } from "../machine/memory_map.ts";
import type { Label, Node } from "./nodes.ts";
import { describe, type Described, type Edge, unboxed, virtualOf } from "./merge.ts";
import { boxedParameter } from "./merge.ts";
import type { RegionBuilder } from "./region.ts";
import { type HeapCell, State } from "./state.ts";
import type { Walker } from "./walker.ts";

type Mode = "invariant" | "i64" | "f64" | "kind" | "word" | "object";

/** A slot, a header word or an object's field that the loop may carry. */
interface Place {
  mode: Mode;
  /** The node at the loop's entry; null: the base frame's memory. */
  entry: Node | null;
  described: Described;
  /** Of an object: its fields. */
  fields: Map<number, Place> | null;
  object: Node | null;
  storage: import("../machine/tree.ts").Storage;
  param: Node | null;
  current: Node | null;
  offset: number;
}

export class LoopTemplate {
  label: Label = { params: [], key: "loop" };
  private readonly slots: Place[];
  private readonly func: Place;
  private readonly extra: Place;
  /** Heap cells whose contents are known, unchanged or carried round the loop. */
  private readonly cells = new Map<string, { cell: HeapCell; place: Place }>();
  private order: Place[] = [];

  /**
   * `seed`: the walker at the end of the peeled iteration, or a fresh one when nothing is peeled. `before`: the slots when that
   * iteration began: what it left alone is taken for invariant. `changed`: offsets of base
   * frame slots that are known to differ at the body's end; those that turn out to are added.
   */
  constructor(
    private readonly builder: RegionBuilder,
    private readonly seed: Walker,
    private readonly entry: State,
    before: readonly (Node | null)[],
    private readonly changed: Set<number>,
  ) {
    const frame = entry.top;
    this.slots = frame.slots.map((n, i) => this.place(n, FRAME.sizeBytes + 8 * i, n === before[i]));
    for (const [key, cell] of entry.heap) {
      this.cells.set(key, { cell, place: this.place(cell.value, -1, cell.value.kind === "load") });
    }
    this.func = this.place(frame.func, FRAME.func);
    this.extra = this.place(frame.extra, FRAME.extra);
  }

  private place(n: Node | null, offset: number, kept = false): Place {
    const described: Described = n === null ? { cls: "word", kind: null } : describe(this.seed, n);
    const p: Place = {
      mode: "invariant",
      entry: n,
      described,
      fields: null,
      object: null,
      storage: "value",
      param: null,
      current: null,
      offset,
    };
    const untouched = kept || n === null || (n.kind === "slot" && n.value === offset) || n.kind === "const";
    if (this.changed.has(offset)) p.mode = "word";
    if (untouched) return p;
    p.mode = this.weakest(described);
    if (p.mode === "object") this.describeObject(p);
    return p;
  }

  private weakest(d: Described): Mode {
    if (d.cls === "object") return "object";
    if (d.cls === "i64" || d.cls === "f64") return d.cls;
    return d.kind === null ? "word" : "kind";
  }

  private describeObject(p: Place): void {
    p.object = virtualOf(this.entry, p.entry!);
    if (p.object === null) {
      p.mode = "word";
      return;
    }
    p.fields = new Map();
    for (const [at, cell] of this.entry.objects.get(p.object)!.fields) {
      const field = this.place(cell.value, -1);
      if (cell.value.type !== "value" && field.mode !== "invariant") field.mode = "word";
      if (cell.value.type === "ref" && virtualOf(this.entry, cell.value) !== null) {
        field.mode = "object";
        this.describeObject(field);
      }
      field.storage = cell.storage;
      p.fields.set(at, field);
    }
  }

  // ── The state at the body's start ──────────────────────────────────────────────────────────────────────────────────

  /** A fresh state; parameters are made anew. */
  start(pc: number): State {
    const state = new State();
    this.order = [];
    state.facts = new Map(this.entry.facts);
    state.notNil = new Set(this.entry.notNil);
    const frame = this.entry.top;
    const holder = this.seed.state;
    this.seed.state = state;
    state.frames = [{
      ...frame,
      pc,
      slots: this.slots.map((p) => this.startPlace(p, state)),
      func: this.startPlace(this.func, state),
      extra: this.startPlace(this.extra, state),
    }];
    for (const [key, { cell, place }] of this.cells) state.heap.set(key, { ...cell, value: this.startPlace(place, state)! });
    this.seed.state = holder;
    this.label = { params: this.order.map((p) => p.param!), key: "loop" };
    return state;
  }

  private startPlace(p: Place, state: State): Node | null {
    switch (p.mode) {
      case "invariant":
        return p.current = p.entry;
      case "object":
        return p.current = this.startObject(p, state);
      default: {
        this.order.push(p);
        const type = p.entry === null ? "value" : p.entry.type;
        if (type !== "value") return p.current = p.param = this.builder.graph.phi(type);
        const { param, word } = boxedParameter(this.seed, p.mode === "i64" || p.mode === "f64" ? p.mode : "word");
        p.param = param;
        return p.current = word;
      }
    }
  }

  private startObject(p: Place, state: State): Node {
    const { graph } = this.builder;
    const n = graph.fresh(p.object!.layout!);
    const fields = new Map();
    state.objects.set(n, { length: this.entry.objects.get(p.object!)!.length, fields });
    for (const [at, field] of p.fields!) fields.set(at, { storage: field.storage, value: this.startPlace(field, state)! });
    return p.entry!.type === "ref" ? n : this.seed.op("value.from_ref", n);
  }

  /** Establishes the kinds that word parameters are assumed to have, as facts of the body. */
  prepare(w: Walker): void {
    for (const p of this.order) {
      if (p.mode !== "kind") continue;
      w.learn(w.op("ref.is", p.current!), 1);
      const header = w.graph.load("i32", "u16", "header.layout", w.op("ref.from_value", p.current!), null, 0, 0, true);
      w.state.facts.set(header, w.constant("i32", p.described.kind!));
    }
  }

  // ── The state at the body's ends ───────────────────────────────────────────────────────────────────────────────────

  /** True if every edge conforms; otherwise what does not hold has been weakened. */
  accepts(edges: readonly Edge[]): boolean {
    let fine = true;
    for (const e of edges) {
      const frame = e.walker.state.top;
      this.slots.forEach((p, i) => fine = this.check(p, frame.slots[i], e) && fine);
      fine = this.check(this.func, frame.func, e) && fine;
      fine = this.check(this.extra, frame.extra, e) && fine;
      for (const [key, { place }] of this.cells) {
        const now = e.walker.state.heap.get(key)?.value;
        if (now !== undefined && now.type === place.entry!.type) fine = this.check(place, now, e) && fine;
        else fine = !this.cells.delete(key);
      }
    }
    return fine;
  }

  private check(p: Place, n: Node | null, e: Edge): boolean {
    const untouched = n === null || (n.kind === "slot" && n.value === p.offset);
    switch (p.mode) {
      case "invariant": {
        const entryUntouched = p.entry === null || (p.entry.kind === "slot" && p.entry.value === p.offset);
        if (n === p.entry || (untouched && entryUntouched)) return true;
        return this.weaken(p, n, e);
      }
      case "object":
        return this.checkObject(p, n, e);
      case "word":
        return true;
      case "kind":
        return (n !== null && e.known.get(n)?.kind === p.described.kind) || this.weaken(p, n, e);
      default:
        return (n !== null && e.known.get(n)?.cls === p.mode) || this.weaken(p, n, e);
    }
  }

  private checkObject(p: Place, n: Node | null, e: Edge): boolean {
    const object = n === null ? null : virtualOf(e.walker.state, n);
    const o = object === null ? null : e.walker.state.objects.get(object)!;
    const alike = o !== null && object!.layout === p.object!.layout && o.fields.size === p.fields!.size &&
      [...p.fields!.keys()].every((at) => o.fields.has(at));
    if (!alike) {
      p.mode = "word";
      p.fields = null;
      return false;
    }
    let fine = true;
    for (const [at, field] of p.fields!) fine = this.check(field, o.fields.get(at)!.value, e) && fine;
    return fine;
  }

  /** Takes the next weaker assumption that fits both the entry and the edge. */
  private weaken(p: Place, n: Node | null, e: Edge): false {
    if (p.mode === "invariant" && p.offset >= 0) this.changed.add(p.offset);
    const d = n === null ? null : e.known.get(n) ?? describe(e.walker, n);
    const entry = p.described;
    if (p.mode === "invariant" && d !== null && p.entry !== null && (p.entry.type === "value")) {
      if (d.cls === entry.cls && (d.cls === "i64" || d.cls === "f64")) {
        p.mode = d.cls;
        return false;
      }
      if (d.cls === "word" && entry.cls === "word" && d.kind !== null && d.kind === entry.kind) {
        p.mode = "kind";
        return false;
      }
    }
    p.mode = "word";
    return false;
  }

  /** Parameters' values on an edge (whose path the graph must be on). */
  values(e: Edge): Node[] {
    return this.collect(e.walker);
  }

  /** Parameters' values at the entry. */
  entryValues(): Node[] {
    return this.collect(this.seed);
  }

  private collect(w: Walker): Node[] {
    const values = new Map<Place, Node>();
    const frame = w === this.seed ? this.entry.top : w.state.top;
    const visit = (p: Place, n: Node | null): void => {
      if (p.mode === "invariant") return;
      const node = n ?? this.builder.graph.slot(p.offset);
      if (p.mode === "object") {
        const o = w.state.objects.get(virtualOf(w.state, node)!)!;
        for (const [at, field] of p.fields!) visit(field, o.fields.get(at)!.value);
        return;
      }
      values.set(p, p.mode === "i64" || p.mode === "f64" ? unboxed(w, node, p.mode) : w.real(node));
    };
    this.slots.forEach((p, i) => visit(p, frame.slots[i]));
    visit(this.func, frame.func);
    visit(this.extra, frame.extra);
    for (const [key, { place }] of this.cells) visit(place, w === this.seed ? place.entry : w.state.heap.get(key)!.value);
    return this.order.map((p) => values.get(p)!);
  }
}
