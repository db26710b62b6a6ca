/**
 * Merges the states of edges that meet at a label: what all agree on stays, what differs becomes a parameter (phi).
 *
 * Integers and floats arrive unboxed; objects that are virtual on every edge stay virtual with merged fields; anything else
 * is allocated on its edge and arrives as a word.
 */

import { classOf } from "../optimize/fold.ts";
import { TraceAbort } from "./log.ts";
import type { Node } from "./nodes.ts";
import type { State } from "./state.ts";
import type { Walker } from "./walker.ts";

/** Class of a value as parameters care: unboxed integer, unboxed float, a virtual object, or a word. */
export type ParameterClass = "i64" | "f64" | "object" | "word";

export interface Described {
  cls: ParameterClass;
  /** Layout number of the object, when a guard has established it. */
  kind: number | null;
}

/** What the walker knows of a word, for merging after its graph scope is gone. */
export function describe(w: Walker, n: Node): Described {
  const object = virtualOf(w.state, n);
  if (object !== null) return { cls: "object", kind: null };
  const c = classOf(w, n);
  if (c === "i64") return { cls: "i64", kind: null };
  if (c === "float.is") return { cls: "f64", kind: null };
  return { cls: "word", kind: kindOf(w, n) };
}

/** The virtual object that a word refers to. */
export function virtualOf(state: State, n: Node): Node | null {
  const r = n.kind === "op" && n.op!.name === "value.from_ref" ? n.args[0] : n;
  return r.kind === "new" && state.objects.has(r) ? r : null;
}

function kindOf(w: Walker, n: Node): number | null {
  if (n.type !== "value" || w.truthOf("ref.is", [n]) !== 1) return null;
  const ref = w.graph.find("ref.from_value", [n]);
  if (ref === null) return null;
  const header = w.graph.findLoad("u16", 0, [ref]);
  const c = header === null ? undefined : w.state.facts.get(header);
  return c === undefined ? null : Number(c.value);
}

/** The unboxed form of a word of class `cls` on the edge of `w` (whose path the graph must be on). */
export function unboxed(w: Walker, n: Node, cls: ParameterClass): Node {
  if (cls === "i64") return w.op("int.of", n);
  if (cls === "f64") return w.op("float.of", n);
  return w.real(n);
}

/** A parameter of class `cls` as a word. */
export function boxedParameter(w: Walker, cls: "i64" | "f64" | "word"): { param: Node; word: Node } {
  const param = w.graph.phi(cls === "i64" ? "i64" : cls === "f64" ? "f64" : "value");
  const word = cls === "i64" ? w.graph.box64(param) : cls === "f64" ? w.op("float.box", param) : param;
  return { param, word };
}

/** Establishes that a word parameter refers to an object of layout `kind`. */
export function assumeKind(w: Walker, n: Node, kind: number): void {
  w.learn(w.op("ref.is", n), 1);
  const header = w.graph.load("i32", "u16", "header.layout", w.op("ref.from_value", n), null, 0, 0, true);
  w.state.facts.set(header, w.constant("i32", kind));
}

/** One edge into a join: its walker (with the state at its end) and what was known of the words there. */
export interface Edge {
  walker: Walker;
  known: Map<Node, Described>;
}

/** `withHeap`: heap cells will be merged as well. */
export function edgeOf(walker: Walker, withHeap = false): Edge {
  const known = new Map<Node, Described>();
  const visit = (n: Node) => {
    if (known.has(n)) return;
    known.set(n, describe(walker, n));
    const object = virtualOf(walker.state, n);
    if (object !== null) { for (const f of walker.state.objects.get(object)!.fields.values()) visit(f.value); }
  };
  for (const f of walker.state.frames) {
    for (const s of f.slots) if (s !== null) visit(s);
    if (f.func !== null) visit(f.func);
    if (f.extra !== null) visit(f.extra);
  }
  if (withHeap) { for (const cell of walker.state.heap.values()) visit(cell.value); }
  return { walker, known };
}

/** How a merged place gets its value: a parameter with one source per edge. */
export interface Parameter {
  param: Node;
  cls: "i64" | "f64" | "word";
  sources: Node[];
}

export class Merger {
  readonly parameters: Parameter[] = [];
  private readonly paired = new Map<Node, string>();
  private readonly merged = new Map<string, Node>();
  private readonly words = new Map<string, Node>();

  /** `target` is the walker that goes on behind the label; its graph path is current. */
  constructor(readonly target: Walker, readonly edges: readonly Edge[], readonly state: State) {}

  word(values: readonly Node[]): Node {
    const [first] = values;
    const objects = values.map((v, i) => virtualOf(this.edges[i].walker.state, v));
    if (values.every((v) => v === first) && objects.every((o) => o === null)) return first;
    const key = values.map((v) => v.id).join(",");
    const known = this.words.get(key);
    if (known !== undefined) return known;
    let word: Node;
    if (objects.every((o) => o !== null)) word = this.object(objects as Node[], first.type) ?? this.parameter(values);
    else word = this.parameter(values);
    this.words.set(key, word);
    return word;
  }

  private parameter(values: readonly Node[]): Node {
    const described = values.map((v, i) => this.edges[i].known.get(v) ?? { cls: "word" as const, kind: null });
    const same = described.every((d) => d.cls === described[0].cls) && values[0].type === "value";
    const cls = same && (described[0].cls === "i64" || described[0].cls === "f64") ? described[0].cls : "word";
    if (values[0].type !== "value") {
      const param = this.target.graph.phi(values[0].type);
      this.parameters.push({ param, cls: "word", sources: [...values] });
      return param;
    }
    const { param, word } = boxedParameter(this.target, cls);
    this.parameters.push({ param, cls, sources: [...values] });
    if (cls === "word" && described[0].kind !== null && described.every((d) => d.kind === described[0].kind)) {
      assumeKind(this.target, word, described[0].kind);
    }
    return word;
  }

  /** Merges virtual objects of one layout; null when they cannot stay virtual. */
  private object(objects: readonly Node[], type: string): Node | null {
    const key = objects.map((o) => o.id).join(",");
    const asWord = (n: Node) => type === "ref" ? n : this.target.op("value.from_ref", n);
    const known = this.merged.get(key);
    if (known !== undefined) return asWord(known);
    const all = objects.map((o, i) => this.edges[i].walker.state.objects.get(o)!);
    const offsets = [...all[0].fields.keys()].sort((a, b) => a - b);
    const alike = objects.every((o, i) =>
      o.layout === objects[0].layout && all[i].length === all[0].length && all[i].fields.size === offsets.length &&
      offsets.every((at) => all[i].fields.has(at))
    );
    for (const o of objects) {
      if ((this.paired.get(o) ?? key) !== key) throw new TraceAbort("unsupported", "merge of aliased objects");
    }
    if (!alike) return null;
    for (const o of objects) this.paired.set(o, key);
    const n = objects.every((o) => o === objects[0]) ? objects[0] : this.target.graph.fresh(objects[0].layout!);
    this.merged.set(key, n);
    const fields = new Map();
    this.state.objects.set(n, { length: all[0].length, fields });
    for (const at of offsets) {
      const cells = all.map((o) => o.fields.get(at)!);
      fields.set(at, { storage: cells[0].storage, value: this.field(cells.map((c) => c.value)) });
    }
    return asWord(n);
  }

  private field(values: readonly Node[]): Node {
    if (values[0].type === "value" || values[0].type === "ref") return this.word(values);
    if (values.every((v) => v === values[0])) return values[0];
    const param = this.target.graph.phi(values[0].type);
    this.parameters.push({ param, cls: "word", sources: [...values] });
    return param;
  }
}

/** Facts, heap cells and the like that hold on every edge. */
export function intersectKnowledge(into: State, edges: readonly Edge[]): void {
  const [first, ...rest] = edges.map((e) => e.walker.state);
  for (const [n, c] of first.facts) if (rest.every((s) => s.facts.get(n) === c)) into.facts.set(n, c);
  for (const [key, cell] of first.heap) if (rest.every((s) => s.heap.get(key)?.value === cell.value)) into.heap.set(key, cell);
  for (const n of first.notNil) if (rest.every((s) => s.notNil.has(n))) into.notNil.add(n);
  for (const n of first.young) if (rest.every((s) => s.young.has(n))) into.young.add(n);
}
