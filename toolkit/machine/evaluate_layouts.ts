/**
 * What the collector reads of a program: layout descriptors and root ranges, written to the fixed tables of the memory map.
 *
 * A descriptor is eight i32: size; kind of the variable part (0 none, 1 raw, 2 values, 3 references); bytes of an element; flags
 * (1 stable, 2 finalizer, 4 weak fields, 8 code); address and number of the strong reference fields; the same of the weak ones. A
 * field is a u16: its offset, bit 15 set for a 4-byte reference (see `heap/layout_table.ts`).
 */

import type { Cells } from "./evaluate_memory.ts";
import { LAYOUT_DESCRIPTOR_BYTES, LAYOUT_TABLE, ROOT_RANGES } from "./memory_map.ts";
import { type FieldInfo, type LayoutInfo, type Program, type Storage, STORAGE_BYTES } from "./tree.ts";

/** The field maps lie at the end of the area of the continuation stubs. */
const FIELD_MAPS = ROOT_RANGES - 0x2000;
const REFERENCE_BIT = 0x8000;

/** Writes the descriptors of all layouts. */
export function writeLayouts(cells: Cells, layouts: readonly LayoutInfo[]): void {
  let next = FIELD_MAPS;
  const placeMap = (fields: readonly FieldInfo[]): [number, number] => {
    const at = next;
    for (const f of fields) {
      cells.setU16(next, f.offset | (f.storage === "ref" ? REFERENCE_BIT : 0));
      next += 2;
    }
    return [at, fields.length];
  };
  for (const l of layouts) {
    const references = l.fields.filter((f) => f.storage === "value" || (f.storage === "ref"));
    const weak = references.filter((f) => f.weak);
    const flags = (l.stable ? 1 : 0) | (l.finalizer ? 2 : 0) | (weak.length > 0 ? 4 : 0) | (isCode(l) ? 8 : 0);
    const words = [
      l.sizeBytes,
      tailKind(l.tail?.storage ?? null),
      l.tail === null ? 0 : STORAGE_BYTES[l.tail.storage],
      flags,
      ...placeMap(references.filter((f) => !f.weak)),
      ...placeMap(weak),
    ];
    words.forEach((word, i) => cells.setI32(LAYOUT_TABLE + l.id * LAYOUT_DESCRIPTOR_BYTES + 4 * i, word));
  }
}

function tailKind(storage: Storage | null): number {
  return storage === null ? 0 : storage === "value" ? 2 : storage === "ref" ? 3 : 1;
}

function isCode(l: LayoutInfo | null): boolean {
  return l !== null && (l.name === "Code" || isCode(l.parent));
}

/** Registers the cells of globals and literals as roots. */
export function writeRootRanges(cells: Cells, programs: readonly Program[]): void {
  let at = ROOT_RANGES;
  for (const p of programs) {
    const roots = [
      ...p.globals.filter((g) => g.storage === "value" || g.storage === "ref").map((g) => g.address),
      ...p.literals.map((l) => l.address),
    ];
    if (roots.length === 0) continue;
    cells.setI32(at, Math.min(...roots));
    cells.setI32(at + 4, Math.max(...roots) + 8);
    at += 8;
  }
}
