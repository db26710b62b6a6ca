/**
 * The form of a trace while it is built: a hash-consed graph of values and linear lists of instructions (paths).
 *
 * A `Node` is computed at most once on every path through it; `Graph` makes nodes, folds them by the operation table's
 * laws and shares equal ones. Only a node made earlier on the same path (or on a path around it) may be shared, so `Graph`
 * keeps a trail that `rewind` cuts back.
 */

import { type Operation, operation } from "../machine/operations.ts";
import type { LayoutInfo, Storage, Type } from "../machine/tree.ts";

export type NodeKind =
  | "const"
  | "op" // operation of the table
  | "load" // args: base, index?
  | "slot" // word of the base frame as it was at region entry; imm: byte offset from fp
  | "frame" // address of the base frame
  | "phi" // parameter of a loop or join
  | "result" // of a residual call
  | "new" // object allocated by the trace: virtual until it escapes
  | "box64"; // i64 to value: immediate, or an Int64 object where 48 bits are too few

export interface Node {
  readonly id: number;
  readonly kind: NodeKind;
  readonly type: Type;
  readonly args: readonly Node[];
  readonly op: Operation | null;
  readonly value: number | bigint; // const; slot: offset; load: offset
  readonly storage: Storage | null;
  readonly scale: number;
  readonly region: string;
  readonly layout: LayoutInfo | null; // new
  /** Nodes of paths nested deeper than this one must not be used outside: depth of the path it was made on. */
  readonly path: Path;
}

/** One straight line of instructions: the trunk's first iteration, a loop body, or the continuation of a side exit. */
export class Path {
  readonly instructions: Instruction[] = [];
  constructor(readonly parent: Path | null) {}

  /** True if what `other` computed is available at the end of this path. */
  isInside(other: Path): boolean {
    return other === this || (this.parent !== null && this.parent.isInside(other));
  }
}

export interface CallSite {
  name: string;
  tableIndex: number;
  params: readonly Type[];
  results: readonly Type[];
  collects: boolean;
}

/** A place where edges meet: the loop header, or a point of a path that the continuation of a side exit reaches again. */
export interface Label {
  params: Node[];
  /** Slots of the base frame to be written before going there are none: everything is in params or unchanged memory. */
  readonly key: string;
}

export type Instruction =
  | { k: "node"; node: Node }
  | { k: "guard"; condition: Node; want: number; exit: Exit }
  | { k: "store"; storage: Storage; base: Node; index: Node | null; offset: number; scale: number; value: Node; barrier: boolean }
  | { k: "call"; site: CallSite; args: Node[]; results: Node[]; live: Node[] }
  /** Allocation of an escaping object with its initial fields. */
  | { k: "new"; node: Node; length: number; fields: [offset: number, storage: Storage, value: Node][] }
  /** Where a label lies on this path; `values` arrive from the path itself. */
  | { k: "label"; label: Label; values: Node[]; live: Node[] }
  | { k: "loop"; label: Label; values: Node[]; body: Path; live: Node[]; exit: Exit }
  /** Ends of paths. */
  | { k: "jump"; label: Label; values: Node[] }
  | { k: "leave"; result: Node; exit: Exit }
  | { k: "exit"; exit: Exit }
  /** An error is pending: the base frame is dropped, and its caller unwinds. */
  | { k: "unwind" }
  /** Frames are written to memory and control goes to the entry whose table slot lies at `slot` (of a guest call, of another region's loop); 0: the
   * interpreter. */
  | { k: "link"; exit: Exit; code: Node | null; slot: number };

/** Where a resumed value comes from. */
export interface ExitFrame {
  code: Node;
  /** Null: unchanged in memory (base frame only). */
  func: Node | null;
  extra: Node | null;
  /** Words; null: unchanged in memory (base frame only). */
  slots: (Node | null)[];
  pc: number;
  returnPc: number;
}

/** A virtual object's contents. */
export interface ObjectFields {
  length: number;
  fields: ReadonlyMap<number, { storage: Storage; value: Node }>;
}

/** How to go on in the interpreter: frames, and objects that exist only there. */
export interface Exit {
  id: number;
  frames: ExitFrame[];
  objects: ReadonlyMap<Node, ObjectFields>;
  /** The interpreter goes on with the unwind handler at `pc`. */
  unwind: boolean;
  /** Continuation in compiled code, once it is hot. */
  bridge: Path | null;
}

let serial = 0;

/** Chains of the hash table. A power of two. */
const CHAINS = 4096;
/** Tells loads, slots and boxes from operations, whose number stands in the same place of a hash. */
const LOAD = 1000, SLOT = 1001, BOX64 = 1002;

function hash(kind: number, value: number, args: readonly Node[]): number {
  let h = Math.imul(kind ^ Math.imul(value, 0x2c1b3c6d), 0x297a2d39);
  for (const a of args) h = Math.imul((h ^ (h >>> 15)) ^ a.id, 0x9e3779b1 | 0);
  return (h ^ (h >>> 16)) & (CHAINS - 1);
}

function sameArgs(a: readonly Node[], b: readonly Node[]): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** An entry of the table; the newest of a chain stands first. */
interface Entry {
  readonly node: Node;
  readonly next: Entry | null;
}

export class Graph {
  private readonly chains: (Entry | null)[] = new Array(CHAINS).fill(null);
  /** Chains in the order in which they grew. */
  private readonly trail: number[] = [];
  private readonly constants: Record<Type, Map<number | bigint, Node>> = {
    i32: new Map(),
    i64: new Map(),
    f64: new Map(),
    value: new Map(),
    ref: new Map(),
  };
  private negativeZero: Node | null = null;
  private frameNode: Node | null = null;
  /** Where new nodes go. */
  path: Path;

  constructor(path: Path) {
    this.path = path;
  }

  /** A mark for `rewind`. */
  mark(): number {
    return this.trail.length;
  }

  /** Forgets nodes made since `mark`, so that they are not shared any more. */
  rewind(mark: number): void {
    while (this.trail.length > mark) {
      const chain = this.trail.pop()!;
      this.chains[chain] = this.chains[chain]!.next;
    }
  }

  private node(kind: NodeKind, type: Type, args: readonly Node[], value: number | bigint, op: Operation | null = null): Node {
    return { id: serial++, kind, type, args, op, value, storage: null, scale: 0, region: "", layout: null, path: this.path };
  }

  /** Makes `node` one that later equal ones share. */
  private share(chain: number, node: Node): Node {
    this.chains[chain] = { node, next: this.chains[chain] };
    this.trail.push(chain);
    return this.list(node);
  }

  private list(node: Node): Node {
    this.path.instructions.push({ k: "node", node });
    return node;
  }

  constant(type: Type, value: number | bigint): Node {
    const v = typeof value === "number" && type !== "f64" ? (type === "ref" ? value >>> 0 : value | 0) : value;
    if (Object.is(v, -0)) return this.negativeZero ??= this.node("const", type, [], v);
    const known = this.constants[type].get(v);
    if (known !== undefined) return known;
    const node = this.node("const", type, [], v);
    this.constants[type].set(v, node);
    return node;
  }

  op(op: Operation, args: Node[]): Node {
    const chain = hash(op.index, 0, args);
    return this.findOp(chain, op, args) ?? this.share(chain, this.node("op", op.result, args, 0, op));
  }

  private findOp(chain: number, op: Operation, args: readonly Node[]): Node | null {
    for (let e = this.chains[chain]; e !== null; e = e.next) if (e.node.op === op && sameArgs(e.node.args, args)) return e.node;
    return null;
  }

  /** An existing operation node, or null: for looking up facts. */
  find(name: string, args: readonly Node[]): Node | null {
    const op = operation(name);
    return this.findOp(hash(op.index, 0, args), op, args);
  }

  /** An existing shared load, or null. */
  findLoad(storage: Storage, offset: number, args: readonly Node[], scale = 0): Node | null {
    for (let e = this.chains[hash(LOAD, offset, args)]; e !== null; e = e.next) {
      const { node } = e;
      const alike = node.kind === "load" && node.storage === storage && node.value === offset && node.scale === scale;
      if (alike && sameArgs(node.args, args)) return node;
    }
    return null;
  }

  private findKind(chain: number, kind: NodeKind, value: number, args: readonly Node[]): Node | null {
    for (let e = this.chains[chain]; e !== null; e = e.next) {
      if (e.node.kind === kind && e.node.value === value && sameArgs(e.node.args, args)) return e.node;
    }
    return null;
  }

  box64(x: Node): Node {
    const args = [x], chain = hash(BOX64, 0, args);
    return this.findKind(chain, "box64", 0, args) ?? this.share(chain, this.node("box64", "value", args, 0));
  }

  /** A load whose result never changes (shared), or one that is done here and now. */
  load(type: Type, storage: Storage, region: string, base: Node, index: Node | null, offset: number, scale: number, shared: boolean): Node {
    const args = index === null ? [base] : [base, index];
    const known = shared ? this.findLoad(storage, offset, args, scale) : null;
    if (known !== null) return known;
    const node = { ...this.node("load", type, args, offset), storage, region, scale };
    return shared ? this.share(hash(LOAD, offset, args), node) : this.list(node);
  }

  slot(offset: number): Node {
    const chain = hash(SLOT, offset, []);
    return this.findKind(chain, "slot", offset, []) ?? this.share(chain, this.node("slot", "value", [], offset));
  }

  /** The address of the base frame. */
  get frame(): Node {
    return this.frameNode ??= this.node("frame", "i32", [], 0);
  }

  phi(type: Type): Node {
    return this.node("phi", type, [], 0);
  }

  result(type: Type): Node {
    return this.node("result", type, [], 0);
  }

  fresh(layout: LayoutInfo): Node {
    return { ...this.node("new", "ref", [], 0), layout };
  }
}
