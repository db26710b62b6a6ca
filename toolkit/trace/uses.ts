/**
 * Which nodes of a region are needed, which get a wasm local, and which must survive each call that may collect.
 *
 * A pure node with one use on its own path is computed where it is used; a node that only exits need is computed in the
 * exit. Everything else is computed where it was made and kept in a local.
 */

import type { Exit, Instruction, Label, Node, Path } from "./nodes.ts";

export class Uses {
  private readonly count = new Map<Node, number>();
  private readonly onObject = new Map<Node, boolean>();
  private readonly elsewhere = new Set<Node>();
  private readonly liveAtLabel = new Map<Label, Set<Node>>();

  constructor(trunk: Path) {
    this.countPath(trunk);
    this.live(trunk, new Set());
  }

  /** Parts of an instruction that are computed when it runs (exits apart). */
  static operands(i: Instruction): readonly Node[] {
    switch (i.k) {
      case "node":
        return [];
      case "guard":
        return [i.condition];
      case "store":
        return i.index === null ? [i.base, i.value] : [i.base, i.index, i.value];
      case "call":
        return i.args;
      case "label":
      case "loop":
      case "jump":
        return i.values;
      case "leave":
        return [i.result];
      case "link":
        return Uses.exitNodes(i.exit);
      default:
        return [];
    }
  }

  /** All words an exit needs. */
  static exitNodes(exit: Exit): Node[] {
    const out: Node[] = [];
    const visit = (n: Node | null) => {
      if (n === null) return;
      const object = n.kind === "new"
        ? n
        : n.kind === "op" && n.op!.name === "value.from_ref" && n.args[0].kind === "new"
        ? n.args[0]
        : null;
      const fields = object === null ? undefined : exit.objects.get(object);
      if (fields === undefined) {
        out.push(n);
      } else if (!seen.has(object!)) {
        seen.add(object!);
        for (const f of fields.fields.values()) visit(f.value);
      }
    };
    const seen = new Set<Node>();
    for (const f of exit.frames) {
      visit(f.func);
      visit(f.extra);
      f.slots.forEach(visit);
    }
    return out;
  }

  private countPath(path: Path): void {
    const list = path.instructions;
    for (let k = list.length - 1; k >= 0; k--) {
      const i = list[k];
      if (i.k === "guard" && i.exit.bridge !== null) this.countPath(i.exit.bridge);
      if (i.k === "loop") this.countPath(i.body);
      for (const n of Uses.operands(i)) this.use(n, path);
      const exit = exitOf(i);
      if (exit !== null) { for (const n of Uses.exitNodes(exit)) this.useInExit(n, path); }
    }
  }

  private use(n: Node, path: Path): void {
    if (n.kind === "const" || n.kind === "phi") return;
    const c = this.count.get(n) ?? 0;
    this.count.set(n, c + 1);
    if (n.path !== path) this.elsewhere.add(n);
    if (c === 0) { for (const a of n.args) this.use(a, n.path); }
  }

  /** Exits compute pure nodes themselves; what those rest on must exist. */
  private useInExit(n: Node, path: Path): void {
    if (n.kind === "const" || n.kind === "phi" || this.count.has(n)) return;
    if (n.kind === "op" || n.kind === "box64") { for (const a of n.args) this.useInExit(a, path); }
    else {
      this.count.set(n, 2);
      for (const a of n.args) this.use(a, n.path);
    }
  }

  /** True if the node lives in a wasm local. */
  hasLocal(n: Node): boolean {
    if (n.kind === "const" || n.kind === "frame") return false;
    if (n.kind === "phi" || n.kind === "result" || n.kind === "new") return true;
    const c = this.count.get(n) ?? 0;
    if (n.kind === "load" || n.kind === "slot") return c > 0;
    if (this.restsOnObject(n)) return false;
    return c > 1 || (c === 1 && this.elsewhere.has(n));
  }

  /** Operations on an object of the trace are computed where they are used: the object may be allocated later than they were made. */
  private restsOnObject(n: Node): boolean {
    if (n.kind !== "op" && n.kind !== "box64") return n.kind === "new";
    let rests = this.onObject.get(n);
    if (rests === undefined) this.onObject.set(n, rests = n.args.some((a) => this.restsOnObject(a)));
    return rests;
  }

  private leaves(n: Node, into: Set<Node>): void {
    if (n.kind === "const") return;
    if (this.hasLocal(n)) into.add(n);
    else for (const a of n.args) this.leaves(a, into);
  }

  // ── Liveness at calls ──────────────────────────────────────────────────────────────────────────────────────────────

  private live(path: Path, after: Set<Node>): Set<Node> {
    const list = path.instructions;
    let live = new Set(after);
    for (let k = list.length - 1; k >= 0; k--) {
      const i = list[k];
      switch (i.k) {
        case "node":
          if (this.hasLocal(i.node)) {
            live.delete(i.node);
            for (const a of i.node.args) this.leaves(a, live);
          }
          continue;
        case "jump":
          live = new Set(this.liveAtLabel.get(i.label) ?? []);
          break;
        case "label":
          this.liveAtLabel.set(i.label, new Set([...live].filter((n) => !i.label.params.includes(n))));
          for (const p of i.label.params) live.delete(p);
          break;
        case "loop": {
          const outside = new Set<Node>();
          this.collectOutside(i.body, i.body, outside);
          for (const p of i.label.params) outside.delete(p);
          this.liveAtLabel.set(i.label, outside);
          i.live = [...new Set([...outside, ...i.label.params])];
          this.live(i.body, new Set());
          live = new Set(outside);
          this.exitLeaves(i.exit, live);
          for (const p of i.label.params) live.delete(p);
          break;
        }
        case "call":
          for (const r of i.results) live.delete(r);
          i.live = [...live];
          break;
        case "new":
          live.delete(i.node);
          break;
        case "leave":
        case "exit":
        case "unwind":
        case "link":
          live = new Set();
          break;
        case "guard":
          if (i.exit.bridge !== null) { for (const n of this.live(i.exit.bridge, new Set())) live.add(n); }
      }
      for (const n of Uses.operands(i)) this.leaves(n, live);
      const exit = exitOf(i);
      if (exit !== null && exit.bridge === null) this.exitLeaves(exit, live);
    }
    return live;
  }

  private exitLeaves(exit: Exit, into: Set<Node>): void {
    for (const n of Uses.exitNodes(exit)) this.leaves(n, into);
  }

  /** Nodes with a local that the body uses but did not make. */
  private collectOutside(path: Path, body: Path, into: Set<Node>): void {
    const add = (n: Node) => {
      const found = new Set<Node>();
      this.leaves(n, found);
      for (const f of found) if (!f.path.isInside(body)) into.add(f);
    };
    for (const i of path.instructions) {
      if (i.k === "node" && this.hasLocal(i.node)) i.node.args.forEach(add);
      Uses.operands(i).forEach(add);
      const exit = exitOf(i);
      if (exit !== null) Uses.exitNodes(exit).forEach(add);
      if (i.k === "guard" && i.exit.bridge !== null) this.collectOutside(i.exit.bridge, body, into);
      if (i.k === "loop") this.collectOutside(i.body, body, into);
      // Back to the header of a loop around this one: what that one needs stays alive.
      if (i.k === "jump") { for (const n of this.liveAtLabel.get(i.label) ?? []) if (!n.path.isInside(body)) into.add(n); }
    }
  }
}

/** The exit of an instruction, if it has one. */
export function exitOf(i: Instruction): Exit | null {
  return i.k === "guard" || i.k === "leave" || i.k === "exit" || i.k === "link" || i.k === "loop" ? i.exit : null;
}
