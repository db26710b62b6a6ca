/**
 * Descriptions of exits for the deoptimiser (`toolkit/heap/deoptimize.ts`), and the list of values that a region must leave
 * in the resume buffer.
 *
 * Words (i32): countdown, flags (1: unwind), number of objects, number of frames; per object: layout and header bits, length,
 * bytes, number of fields, then (offset, bytes, source) each; base frame: pc, slots, number of writes, (slot, source) each
 * (slots below 0 are the header: -1 `extra`, -2 `func`, -3 `code` and the pc); other frames: pc, return pc, code, slots, func, extra, one source per slot. A source is an address
 * with a kind in the low bits: 0 the word there, 1 an i64 to be boxed, 2 an f64, 3 object number (times 8), 4 the word 0.
 */

import { FRAME, RESUME_BUFFER } from "../machine/memory_map.ts";
import { STORAGE_BYTES } from "../machine/tree.ts";
import { TraceAbort } from "./log.ts";
import type { Exit, Node } from "./nodes.ts";

export interface ExitCode {
  /** Values to store, in order, 8 bytes each from `RESUME_BUFFER` on. */
  values: Node[];
  words: number[];
  /** Constants to place: their addresses are patched into `words` at these positions. */
  constants: { word: bigint; positions: number[] }[];
  /** Nursery bytes that resuming takes. */
  allocatedBytes: number;
}

const MAX_VALUES = 2000;

/** Words of the base frame's header that a tail call replaces, and `extra`. The pc, beside the code, means nothing while the frame runs. */
const HEADER_WORDS = [
  ["extra", FRAME.extra],
  ["func", FRAME.func],
  ["code", FRAME.code],
] as const;

/** What must be written into the base frame: words at these offsets. `entryCode`: the code object it had at the region's entry. */
export function baseWrites(base: Exit["frames"][number], entryCode: number): [offset: number, node: Node][] {
  const writes: [number, Node][] = [];
  const note = (offset: number, n: Node | null) => {
    if (n !== null && !(n.kind === "slot" && n.value === offset)) writes.push([offset, n]);
  };
  base.slots.forEach((n, i) => note(FRAME.sizeBytes + 8 * i, n));
  for (const [part, offset] of HEADER_WORDS) {
    if (part !== "code" || Number(base.code.value) !== entryCode) note(offset, base[part]);
  }
  return writes;
}

/** Lays out one exit. `hotAfter`: times it is taken before it asks for a recording; 0: never. */
export function describeExit(exit: Exit, hotAfter: number, entryCode: number): ExitCode {
  const out: ExitCode = { values: [], words: [], constants: [], allocatedBytes: 0 };
  const index = new Map<Node, number>();
  const pool = new Map<bigint, number[]>();
  const objects: Node[] = [];

  const buffer = (n: Node): number => {
    let i = index.get(n);
    if (i === undefined) {
      i = out.values.push(n) - 1;
      if (i >= MAX_VALUES) throw new TraceAbort("too-many-values");
      index.set(n, i);
    }
    return RESUME_BUFFER + 8 * i;
  };
  const constant = (word: bigint, position: number): number => {
    const positions = pool.get(word) ?? [];
    positions.push(position);
    pool.set(word, positions);
    return 0;
  };
  const objectOf = (n: Node): Node | null => {
    const o = n.kind === "new" ? n : n.kind === "op" && n.op!.name === "value.from_ref" && n.args[0].kind === "new" ? n.args[0] : null;
    return o !== null && exit.objects.has(o) ? o : null;
  };
  const objectNumber = (o: Node): number => {
    let i = objects.indexOf(o);
    if (i < 0) i = objects.push(o) - 1;
    return i * 8;
  };
  const source = (n: Node | null, position: number): number => {
    if (n === null) return 4;
    const o = objectOf(n);
    if (o !== null) return objectNumber(o) | 3;
    if (n.kind === "const") {
      if (n.value === 0n || n.value === 0) return 4;
      return constant(constantWord(n), position);
    }
    if (n.kind === "box64") {
      out.allocatedBytes += 16;
      const x = n.args[0];
      return x.kind === "const" ? constant(BigInt.asUintN(64, x.value as bigint), position) | 1 : buffer(x) | 1;
    }
    if (n.kind === "op" && n.op!.name === "float.box" && n.args[0].kind !== "const") return buffer(n.args[0]) | 2;
    return buffer(n);
  };
  const push = (w: number) => void out.words.push(w);
  const pushSource = (n: Node | null) => push(source(n, out.words.length));

  push(hotAfter);
  push(exit.unwind ? 1 : 0);
  push(0);
  push(exit.frames.length);
  // Frames first, to learn which objects are needed; the objects are put before them at the end.
  const [base, ...others] = exit.frames;
  push(base.pc);
  push(base.slots.length);
  const writes = baseWrites(base, entryCode);
  push(writes.length);
  for (const [offset, n] of writes) {
    push((offset - FRAME.sizeBytes) / 8);
    pushSource(n);
  }
  for (const f of others) {
    push(f.pc);
    push(f.returnPc);
    push(Number(f.code.value));
    push(f.slots.length);
    pushSource(f.func);
    pushSource(f.extra);
    for (const s of f.slots) pushSource(s);
  }
  const frameWords = out.words.splice(4);
  for (const [, positions] of pool) positions.forEach((p, i) => positions[i] = p - 4 + 1_000_000);
  for (let k = 0; k < objects.length; k++) {
    const o = objects[k], { length, fields } = exit.objects.get(o)!;
    const layout = o.layout!;
    const elementBytes = layout.tail === null ? 0 : STORAGE_BYTES[layout.tail.storage];
    const sizeBytes = (layout.sizeBytes + length * elementBytes + 7) & ~7;
    out.allocatedBytes += sizeBytes;
    push(layout.id);
    push(length);
    push(sizeBytes);
    push(fields.size);
    for (const [offset, { storage, value }] of fields) {
      push(offset);
      push(STORAGE_BYTES[storage]);
      pushSource(value);
    }
  }
  out.words[2] = objects.length;
  const shift = out.words.length;
  out.words.push(...frameWords);
  for (const [word, positions] of pool) {
    out.constants.push({ word, positions: positions.map((p) => p >= 1_000_000 ? p - 1_000_000 + shift : p) });
  }
  return out;
}

function constantWord(n: Node): bigint {
  if (n.type === "f64") {
    const view = new DataView(new ArrayBuffer(8));
    view.setFloat64(0, n.value as number);
    return view.getBigUint64(0);
  }
  return BigInt.asUintN(64, BigInt(n.value));
}

/** Writes a description at `address`; returns its bytes (8-aligned). */
export function writeExit(view: DataView, address: number, code: ExitCode): void {
  const words = code.words.slice();
  let at = address + ((words.length * 4 + 7) & ~7);
  for (const { word, positions } of code.constants) {
    view.setBigUint64(at, word, true);
    for (const p of positions) words[p] = at | (words[p] & 7);
    at += 8;
  }
  words.forEach((w, i) => view.setInt32(address + 4 * i, w, true));
}

export function exitBytes(code: ExitCode): number {
  return ((code.words.length * 4 + 7) & ~7) + 8 * code.constants.length;
}
