/**
 * What is known at one point of a trace: virtual frames and operand stacks, virtual objects, heap contents, facts.
 *
 * Invariants: `frames[0]` is the region's base frame, whose untouched header words and slots (null) are in memory, as they were at
 * entry also when a tail call has replaced the frame; every other frame exists only here. A `new` node in `objects` is virtual: nothing outside the state refers to it. `heap` holds only
 * cells of objects that are not virtual.
 */

import type { Storage } from "../machine/tree.ts";
import type { ExitFrame, Node, ObjectFields } from "./nodes.ts";

export interface Frame {
  /** Null for the base frame's header fields: read from memory on demand. */
  func: Node | null;
  extra: Node | null;
  /** Code is always a constant of the trace. */
  code: Node;
  slots: (Node | null)[];
  localCount: number;
  pc: number;
  returnPc: number;
}

export interface HeapCell {
  base: Node;
  index: Node | null;
  region: string;
  offset: number;
  value: Node;
}

/** Key of a cell: a base, a place in it. */
export function cellKey(base: Node, region: string, offset: number, index: Node | null): string {
  return `${base.id}:${region}:${offset}:${index === null ? "" : index.id}`;
}

export class State {
  frames: Frame[] = [];
  heap = new Map<string, HeapCell>();
  /** Constants that guards have established: conditions (0 or 1), promoted and compared nodes. */
  facts = new Map<Node, Node>();
  objects = new Map<Node, ObjectFields>();
  notNil = new Set<Node>();
  /** Objects allocated since the last point where a collection may happen: in the nursery for sure, so stores into them need no barrier. */
  young = new Set<Node>();

  get top(): Frame {
    return this.frames[this.frames.length - 1];
  }

  clone(): State {
    const s = new State();
    s.frames = this.frames.map((f) => ({ ...f, slots: f.slots.slice() }));
    s.heap = new Map(this.heap);
    s.facts = new Map(this.facts);
    s.objects = new Map(this.objects);
    s.notNil = new Set(this.notNil);
    s.young = new Set(this.young);
    return s;
  }

  /** Frames as an exit describes them. */
  exitFrames(): ExitFrame[] {
    return this.frames.map((f) => ({
      code: f.code,
      func: f.func,
      extra: f.extra,
      slots: f.slots.slice(),
      pc: f.pc,
      returnPc: f.returnPc,
    }));
  }

  /** Where execution is: equal keys mean that control could go on from either state with the same code. */
  positionKey(): string {
    return this.frames.map((f) => `${f.pc}.${f.slots.length}.${f.returnPc}`).join("/");
  }

  /** The field of a virtual object, or null when `base` is not virtual. */
  fieldOf(base: Node, offset: number): Node | null | undefined {
    const o = this.objects.get(base);
    if (o === undefined) return null;
    return o.fields.get(offset)?.value;
  }

  setField(base: Node, offset: number, storage: Storage, value: Node): void {
    const o = this.objects.get(base)!;
    const fields = new Map(o.fields);
    fields.set(offset, { storage, value });
    this.objects.set(base, { length: o.length, fields });
  }

  /** Forgets heap cells that a write to `region` may have changed; null: any region. */
  forget(regions: ReadonlySet<string> | null): void {
    if (regions === null) return this.heap.clear();
    if (regions.size === 0) return;
    for (const [key, cell] of this.heap) if (regions.has(cell.region)) this.heap.delete(key);
  }
}
