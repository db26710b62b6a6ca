/**
 * Raw memory for a while: what is taken must be given back with `rawFree`.
 */

import type { i32 } from "../define/mod.ts";
import { rawAllocate, throwOutOfMemory } from "../heap/mod.ts";

/** The address of `sizeBytes` bytes. Raises the memory error when there are none. */
export function takeRaw(sizeBytes: i32): i32 {
  const address = rawAllocate(sizeBytes);
  if (address === 0) throwOutOfMemory();
  return address;
}
