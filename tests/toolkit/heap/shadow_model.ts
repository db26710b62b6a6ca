/**
 * A mutator that plays on a heap and on a model of it in JavaScript at once, and compares both.
 *
 * Model objects do not know their addresses (they change): both graphs are walked in step from the roots. `check` compares
 * everything reachable, that equal objects have one address, contents, lengths and identities; weak slots must hold their
 * target while that is strongly reachable, and be empty after a full collection when it is not.
 */

import { type HeapMachine, intWord, isRefWord, type Random, type TestLayout } from "./heap_machine.ts";

type SlotKind = "value" | "ref" | "weakValue" | "weakRef";
type Content = ModelObject | number | null;

export interface ModelObject {
  layout: TestLayout;
  length: number;
  /** Contents of the slots: fields in the order of `slotsOf`, then the variable part. */
  slots: Content[];
  seed: number;
  identity: bigint | null;
}

const ROOTS = 40;
const SCRATCH_ROOT = 60;

/** Layouts that cover every kind of field, tail and space. */
export const LAYOUTS: TestLayout[] = [
  { id: 1500, sizeBytes: 24, values: [8, 16] },
  { id: 1501, sizeBytes: 24, values: [8], refs: [16] },
  { id: 1502, sizeBytes: 8, tail: "values", elementBytes: 8 },
  { id: 1503, sizeBytes: 8, tail: "refs", elementBytes: 4 },
  { id: 1504, sizeBytes: 8, tail: "raw", elementBytes: 1 },
  { id: 1505, sizeBytes: 24, values: [16], weakValues: [8], flags: 4 },
  { id: 1506, sizeBytes: 24, refs: [20], weakRefs: [16], flags: 4 },
  { id: 1507, sizeBytes: 24, values: [8], refs: [16], flags: 1 },
  { id: 1508, sizeBytes: 16, refs: [8, 12], tail: "values", elementBytes: 8 },
  { id: 1509, sizeBytes: 8 },
  { id: 1510, sizeBytes: 16, values: [8], tail: "refs", elementBytes: 4, flags: 1 },
];

function slotsOf(l: TestLayout): { kind: SlotKind; offset: number }[] {
  const list = (kind: SlotKind, offsets: number[] = []) => offsets.map((offset) => ({ kind, offset }));
  return [...list("value", l.values), ...list("ref", l.refs), ...list("weakValue", l.weakValues), ...list("weakRef", l.weakRefs)];
}

export class ShadowModel {
  readonly #roots: Content[] = new Array(ROOTS).fill(null);
  readonly #slots = new Map(LAYOUTS.map((l) => [l, slotsOf(l)]));
  allocated = 0;

  constructor(readonly h: HeapMachine, readonly r: Random, readonly longest: number) {
    LAYOUTS.forEach((l) => h.define(l));
  }

  #slot(o: ModelObject, i: number): { kind: SlotKind; offset: number } {
    const fields = this.#slots.get(o.layout)!;
    if (i < fields.length) return fields[i];
    const { tail, sizeBytes, elementBytes } = o.layout;
    return { kind: tail === "refs" ? "ref" : "value", offset: sizeBytes + (i - fields.length) * elementBytes! };
  }

  /** A random reachable object and its address; null when the walk ended at none. */
  #pick(): { o: ModelObject; at: number } | null {
    const index = this.r.below(ROOTS);
    let o = this.#roots[index];
    if (o === null || typeof o === "number") return null;
    let at = Number(this.h.word(this.h.root(index)));
    for (let steps = this.r.below(12); steps > 0 && o.slots.length > 0; steps--) {
      const i = this.r.below(o.slots.length);
      const next: Content = o.slots[i];
      const { kind, offset } = this.#slot(o, i);
      if (next === null || typeof next === "number" || kind === "weakRef" || kind === "weakValue") break;
      at = kind === "ref" ? this.h.i32(at + offset) >>> 0 : Number(this.h.word(at + offset));
      o = next;
    }
    return { o, at };
  }

  #write(o: ModelObject, at: number, i: number, content: Content, address: number, fresh: boolean): void {
    const { kind, offset } = this.#slot(o, i);
    const isRef = kind === "ref" || kind === "weakRef";
    if (isRef && typeof content === "number") content = null;
    o.slots[i] = content;
    if (isRef) {
      const target = content === null ? 0 : address;
      if (fresh) this.h.setI32(at + offset, target);
      else this.h.storeRef(at, offset, target);
    } else {
      const word = content === null ? 0n : typeof content === "number" ? intWord(content) : BigInt(address);
      if (fresh) this.h.setWord(at + offset, word);
      else this.h.storeValue(at, offset, word);
    }
  }

  #content(): { content: Content; address: number } {
    if (this.r.below(5) === 0) return { content: this.r.below(1000), address: 0 };
    const p = this.#pick();
    return p === null ? { content: null, address: 0 } : { content: p.o, address: p.at };
  }

  /** Allocates an object, fills it without barrier, and stores it in a root or in another object. */
  allocate(): void {
    const { h, r } = this;
    const layout = LAYOUTS[r.below(LAYOUTS.length)];
    const length = layout.tail === undefined ? 0 : r.below(20) === 0 ? r.below(this.longest) : r.below(12);
    const at = h.allocate(layout, length);
    if (at === 0) throw new Error("No memory");
    this.allocated++;
    const o: ModelObject = { layout, length, slots: [], seed: r.below(256), identity: null };
    const fields = this.#slots.get(layout)!.length;
    const count = fields + (layout.tail === undefined || layout.tail === "raw" ? 0 : length);
    for (let i = 0; i < count; i++) o.slots.push(null);
    for (let i = 0; i < count; i++) {
      if (i > 40 && r.below(100) !== 0) continue;
      const { content, address } = this.#content();
      this.#write(o, at, i, content, address, true);
    }
    if (layout.tail === "raw") { for (let i = 0; i < length; i++) h.view.setUint8(at + 8 + i, (o.seed + i) & 255); }
    const target = r.below(3) === 0 ? null : this.#pick();
    if (target !== null && target.o.slots.length > 0) {
      this.#write(target.o, target.at, r.below(target.o.slots.length), o, at, false);
    } else {
      this.#setRoot(r.below(ROOTS), o, at);
    }
  }

  #setRoot(index: number, content: Content, address: number): void {
    this.#roots[index] = content;
    this.h.setWord(this.h.root(index), content === null ? 0n : typeof content === "number" ? intWord(content) : BigInt(address));
  }

  /** Changes a slot of an object, or drops a root, or asks for an identity. */
  mutate(): void {
    const { r, h } = this;
    switch (r.below(8)) {
      case 0:
        return this.#setRoot(r.below(ROOTS), null, 0);
      case 1: {
        const p = this.#pick();
        if (p !== null) this.#checkIdentity(p.o, h.call("identityOf", p.at));
        return;
      }
      default: {
        const p = this.#pick();
        if (p === null || p.o.slots.length === 0) return;
        const { content, address } = this.#content();
        this.#write(p.o, p.at, r.below(p.o.slots.length), content, address, false);
      }
    }
  }

  #checkIdentity(o: ModelObject, identity: bigint): void {
    if (o.identity !== null && o.identity !== identity) throw new Error(`Identity ${o.identity} became ${identity}`);
    o.identity = identity;
  }

  /** Everything strongly reachable in the model. */
  #reachable(): Set<ModelObject> {
    const seen = new Set<ModelObject>();
    const work = this.#roots.filter((x): x is ModelObject => x !== null && typeof x !== "number");
    while (work.length > 0) {
      const o = work.pop()!;
      if (seen.has(o)) continue;
      seen.add(o);
      o.slots.forEach((x, i) => {
        if (x !== null && typeof x !== "number" && !this.#slot(o, i).kind.startsWith("weak")) work.push(x);
      });
    }
    return seen;
  }

  /** Compares heap and model. `full`: a full collection has just taken place. @throws at the first difference */
  check(full: boolean): number {
    const { h } = this;
    const alive = this.#reachable();
    const address = new Map<ModelObject, number>();
    const at = new Map<number, ModelObject>();
    const work: ModelObject[] = [];
    const meet = (o: ModelObject, where: number) => {
      const known = address.get(o);
      if (known === where) return;
      if (known !== undefined) throw new Error(`One object at ${known} and ${where}`);
      if (at.has(where)) throw new Error(`Two objects at ${where}`);
      address.set(o, where);
      at.set(where, o);
      work.push(o);
    };
    this.#roots.forEach((x, i) => {
      const word = h.word(h.root(i));
      if (x !== null && typeof x !== "number") meet(x, Number(word));
    });
    const identities = new Set<bigint>();
    const weak: { o: ModelObject; i: number; where: number }[] = [];
    while (work.length > 0) {
      const o = work.pop()!;
      const where = address.get(o)!;
      if ((h.i32(where) & 0xffff) !== o.layout.id) throw new Error(`Layout ${h.i32(where) & 0xffff} instead of ${o.layout.id} at ${where}`);
      if (h.i32(where + 4) !== o.length) throw new Error(`Length ${h.i32(where + 4)} instead of ${o.length}`);
      if (o.layout.tail === "raw") {
        for (let i = 0; i < o.length; i++) if (h.view.getUint8(where + 8 + i) !== ((o.seed + i) & 255)) throw new Error("Bytes differ");
      }
      if (o.identity !== null) {
        this.#checkIdentity(o, h.call("identityOf", where));
        if (identities.has(o.identity)) throw new Error("Two objects with one identity");
        identities.add(o.identity);
      }
      o.slots.forEach((x, i) => {
        const { kind, offset } = this.#slot(o, i);
        if (kind.startsWith("weak")) {
          weak.push({ o, i, where });
          return;
        }
        const word = kind === "ref" ? BigInt(h.i32(where + offset) >>> 0) : h.word(where + offset);
        if (x === null || typeof x === "number") {
          const want = x === null ? 0n : intWord(x);
          if (word !== want) throw new Error(`Word ${word} instead of ${want}`);
        } else {
          if (!isRefWord(word)) throw new Error(`Word ${word} is no reference`);
          meet(x, Number(word));
        }
      });
    }
    for (const { o, i, where } of weak) {
      const { kind, offset } = this.#slot(o, i);
      const word = kind === "weakRef" ? BigInt(h.i32(where + offset) >>> 0) : h.word(where + offset);
      const x = o.slots[i];
      if (x === null || typeof x === "number") continue;
      if (alive.has(x)) {
        if (address.get(x) !== Number(word)) throw new Error("Weak slot lost a living target");
      } else if (word === 0n) {
        o.slots[i] = null;
      } else if (full) {
        throw new Error("Weak slot kept a dead target");
      }
    }
    return alive.size;
  }

  /** A new object that nothing but the scratch root holds. */
  static get scratchRoot(): number {
    return SCRATCH_ROOT;
  }
}
