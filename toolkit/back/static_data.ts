/**
 * Data segments of a unit: layout descriptors with their reference maps, continuation stubs, the range of roots.
 *
 * The form of a descriptor is that of `heap/layout_table.ts`.
 */

import { CONTINUATION_STUBS, LAYOUT_DESCRIPTOR_BYTES, LAYOUT_TABLE, ROOT_RANGES } from "../machine/memory_map.ts";
import { type FieldInfo, type LayoutInfo, type Program, STORAGE_BYTES } from "../machine/tree.ts";
import { type Unit, UNITS } from "../units.ts";

const FLAG_STABLE = 1, FLAG_FINALIZER = 2, FLAG_WEAK = 4, FLAG_CODE = 8;
const REF_BIT = 0x8000;
const TAIL_NONE = 0, TAIL_RAW = 1, TAIL_VALUES = 2, TAIL_REFS = 3;

function isReference(field: FieldInfo): boolean {
  return field.storage === "value" || field.storage === "ref";
}

function inheritsCode(layout: LayoutInfo): boolean {
  for (let l: LayoutInfo | null = layout; l !== null; l = l.parent) if (l.name === "Code") return true;
  return false;
}

/** Descriptors of `layouts`, and the field maps they point to, which lie at `mapsAddress`. */
export function layoutTable(
  layouts: readonly LayoutInfo[],
  mapsAddress: number,
): { descriptors: { address: number; bytes: Uint8Array }[]; maps: Uint8Array } {
  const maps: number[] = [];
  const placed = new Map<string, number>();
  const place = (fields: FieldInfo[]): [number, number] => {
    if (fields.length === 0) return [0, 0];
    const entries = fields.map((f) => f.storage === "ref" ? f.offset | REF_BIT : f.offset);
    const key = entries.join();
    let address = placed.get(key);
    if (address === undefined) {
      address = mapsAddress + 2 * maps.length;
      placed.set(key, address);
      maps.push(...entries);
    }
    return [address, entries.length];
  };
  const rows = [...layouts].sort((a, b) => a.id - b.id).map((layout) => {
    const fields = layout.fields.filter(isReference);
    const weak = fields.filter((f) => f.weak);
    const { tail } = layout;
    const tailCode = tail === null ? TAIL_NONE : tail.storage === "value" ? TAIL_VALUES : tail.storage === "ref" ? TAIL_REFS : TAIL_RAW;
    const flags = (layout.stable ? FLAG_STABLE : 0) | (layout.finalizer ? FLAG_FINALIZER : 0) | (weak.length > 0 ? FLAG_WEAK : 0) |
      (inheritsCode(layout) ? FLAG_CODE : 0);
    const words = [
      layout.sizeBytes,
      tailCode,
      tail === null ? 0 : STORAGE_BYTES[tail.storage],
      flags,
      ...place(fields.filter((f) => !f.weak)),
      ...place(weak),
    ];
    return { id: layout.id, bytes: new Uint8Array(new Int32Array(words).buffer) };
  });
  // Neighbours share a segment.
  const descriptors: { address: number; bytes: Uint8Array }[] = [];
  for (let i = 0; i < rows.length;) {
    let end = i + 1;
    while (end < rows.length && rows[end].id === rows[end - 1].id + 1) end++;
    const bytes = new Uint8Array(LAYOUT_DESCRIPTOR_BYTES * (end - i));
    for (let j = i; j < end; j++) bytes.set(rows[j].bytes, LAYOUT_DESCRIPTOR_BYTES * (j - i));
    descriptors.push({ address: LAYOUT_TABLE + LAYOUT_DESCRIPTOR_BYTES * rows[i].id, bytes });
    i = end;
  }
  return { descriptors, maps: new Uint8Array(new Uint16Array(maps).buffer) };
}

/** The 8-byte words of a unit that are roots: its globals of type value or ref, and its literals. */
export function rootRange(program: Program): [number, number] | null {
  const cells = program.globals.filter((g) => g.storage === "value" || g.storage === "ref").map((g) => g.address);
  for (const l of program.literals) cells.push(l.address);
  if (cells.length === 0) return null;
  return [Math.min(...cells), Math.max(...cells) + 8];
}

/** Where a unit's continuation stubs begin: the units with bytecodes share the area equally. */
export function stubBase(unit: Unit, units: readonly Unit[] = UNITS): number {
  const languages = units.filter((u) => u.bytecodes !== null);
  const share = Math.floor((ROOT_RANGES - CONTINUATION_STUBS) / Math.max(4, languages.length)) & -8;
  return CONTINUATION_STUBS + share * Math.max(0, languages.findIndex((u) => u.name === unit.name));
}

/** Stub instructions: opcode and index of each continuation, then the unwind bytecode. */
export function stubBytes(count: number, opcode: number, unwindOpcode: number): Uint8Array {
  const words = new Uint16Array(2 * (count + 1));
  for (let i = 0; i < count; i++) words.set([opcode + i, i], 2 * i);
  words.set([unwindOpcode, 0], 2 * count);
  return new Uint8Array(words.buffer);
}
