/**
 * The form of a trace while it is built: a hash-consed graph of values and linear lists of instructions (paths).
 *
 * A `Node` is computed at most once on every path through it; `Graph` makes nodes, folds them by the operation table's
 * laws and shares equal ones. Only a node made earlier on the same path (or on a path around it) may be shared, so `Graph`
 * keeps a trail that `rewind` cuts back.
 */

import type { Operation } from "../machine/operations.ts";
import type { LayoutInfo, Storage, Type } from "../machine/tree.ts";

export type NodeKind =
  | "const"
  | "op" // operation of the table
  | "load" // args: base, index?
  | "slot" // word of the base frame as it was at region entry; imm: byte offset from fp
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
  /** Frames are written to memory and control goes to another entry: of a guest call, of another region's loop, or (neither
   * `code` nor `site`) of the interpreter. */
  | { k: "link"; exit: Exit; code: Node | null; site: number };

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

export class Graph {
  private readonly table = new Map<string, Node>();
  private readonly trail: string[] = [];
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
    while (this.trail.length > mark) this.table.delete(this.trail.pop()!);
  }

  private make(key: string | null, parts: Partial<Node> & { kind: NodeKind; type: Type }, listed: boolean): Node {
    if (key !== null) {
      const known = this.table.get(key);
      if (known !== undefined) return known;
    }
    const node: Node = {
      id: serial++,
      args: [],
      op: null,
      value: 0,
      storage: null,
      scale: 0,
      region: "",
      layout: null,
      path: this.path,
      ...parts,
    };
    if (key !== null) {
      this.table.set(key, node);
      this.trail.push(key);
    }
    if (listed) this.path.instructions.push({ k: "node", node });
    return node;
  }

  constant(type: Type, value: number | bigint): Node {
    const v = typeof value === "number" && type !== "f64" ? (type === "ref" ? value >>> 0 : value | 0) : value;
    const text = Object.is(v, -0) ? "-0" : String(v);
    return this.make(`c${type}${text}`, { kind: "const", type, value: v }, false);
  }

  op(op: Operation, args: Node[]): Node {
    return this.make(`o${op.name}:${args.map((a) => a.id).join(",")}`, { kind: "op", type: op.result, op, args }, true);
  }

  /** An existing operation node, or null: for looking up facts. */
  find(name: string, args: readonly Node[]): Node | null {
    return this.table.get(`o${name}:${args.map((a) => a.id).join(",")}`) ?? null;
  }

  /** An existing shared load, or null. */
  findLoad(storage: Storage, offset: number, args: readonly Node[]): Node | null {
    return this.table.get(`l${storage}${offset}.0:${args.map((a) => a.id).join(",")}`) ?? null;
  }

  box64(x: Node): Node {
    return this.make(`b${x.id}`, { kind: "box64", type: "value", args: [x] }, true);
  }

  /** A load whose result never changes (shared), or one that is done here and now. */
  load(type: Type, storage: Storage, region: string, base: Node, index: Node | null, offset: number, scale: number, shared: boolean): Node {
    const args = index === null ? [base] : [base, index];
    const key = shared ? `l${storage}${offset}.${scale}:${args.map((a) => a.id).join(",")}` : null;
    return this.make(key, { kind: "load", type, storage, region, args, value: offset, scale }, true);
  }

  slot(offset: number): Node {
    return this.make(`s${offset}`, { kind: "slot", type: "value", value: offset }, true);
  }

  phi(type: Type): Node {
    return this.make(null, { kind: "phi", type }, false);
  }

  result(type: Type): Node {
    return this.make(null, { kind: "result", type }, false);
  }

  fresh(layout: LayoutInfo): Node {
    return this.make(null, { kind: "new", type: "ref", layout }, false);
  }
}
