/**
 * Reads the layout descriptors that the back ends write, and the object header: sizes, reference maps, flags.
 *
 * A descriptor is eight i32 at `LAYOUT_TABLE + id * 32`. Invariant: layout id 0 does not exist, so a header word 0 never
 * belongs to an object; header bit `OLD_CLEAN` is set exactly in old objects that are not in the remembered set.
 */

import { type bool, i32, type i64, loadI32, loadI64, shrU } from "../define/mod.ts";
import { LAYOUT_TABLE } from "../machine/memory_map.ts";

// Offsets in a descriptor.
/** Bytes of header and fields. */
export const LAYOUT_SIZE = 0;
/** 0 no variable part, 1 raw, 2 values, 3 references; so bit 1 says that it is to be scanned. */
export const LAYOUT_TAIL = 4;
export const TAIL_VALUES = 2;
export const TAIL_REFS = 3;
export const LAYOUT_ELEMENT_BYTES = 8;
export const LAYOUT_FLAGS = 12;
/** u16 entries: field offset, bit 15 set for a 4-byte reference. Strong fields only. */
export const LAYOUT_MAP = 16;
export const LAYOUT_MAP_COUNT = 20;
/** Weak fields, same coding. */
export const LAYOUT_WEAK = 24;
export const LAYOUT_WEAK_COUNT = 28;

// Flags of a descriptor.
export const FLAG_STABLE = 1;
export const FLAG_FINALIZER = 2;
export const FLAG_WEAK = 4;
/** Inherits from `Code`: owns the raw memory its first field points to. */
export const FLAG_CODE = 8;
/** Offset of `Code.bytecode`. */
export const CODE_BYTECODE = 8;

// Bits of the header's low word (layout id in the low half).
/** Old and not in the remembered set: the write barrier's test. */
export const OLD_CLEAN = 0x10000;
/** The identity was asked for while the object was in the nursery. */
export const HASHED = 0x20000;
/** The identity is stored in the 8 bytes behind the object. */
export const HASH_STORED = 0x40000;
/** Must not move (kept for a future evacuation; nothing old moves now). */
export const PINNED = 0x80000;
/** Known to compiled code (`embedded.ts`). */
export const EMBEDDED = 0x100000;
/** From-space only: the high word of the header is the new address. The sign bit, so the test is `< 0`. */
export const FORWARDED = 0x80000000;

export function descriptorOf(object: i32): i32 {
  return LAYOUT_TABLE + ((loadI32(object) & 0xffff) << 5);
}

/** Size of an object from its header word, without a stored identity. */
export function bodyBytes(header: i64): i32 {
  const descriptor = LAYOUT_TABLE + ((i32(header) & 0xffff) << 5);
  const tailBytes = i32(shrU(header, 32n)) * loadI32(descriptor + LAYOUT_ELEMENT_BYTES);
  return (loadI32(descriptor + LAYOUT_SIZE) + tailBytes + 7) & -8;
}

/** Bytes an object occupies. */
export function objectBytes(object: i32): i32 {
  const header = loadI64(object);
  return bodyBytes(header) + ((i32(header) & HASH_STORED) !== 0 ? 8 : 0);
}

/** True if objects of the layout can hold references (weak ones included). */
export function hasReferences(descriptor: i32): bool {
  return (loadI32(descriptor + LAYOUT_MAP_COUNT) | (loadI32(descriptor + LAYOUT_TAIL) & 2) |
    (loadI32(descriptor + LAYOUT_FLAGS) & FLAG_WEAK)) !== 0;
}
