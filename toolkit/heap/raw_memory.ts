/** The host's entries for raw memory (see `cells.ts`). Raw memory counts towards the memory limit but is not collected. */

import { entry, type i32 } from "../define/mod.ts";
import { allocateRaw, freeRaw } from "./cells.ts";

export const rawAllocate = entry(function (sizeBytes: i32): i32 {
  return allocateRaw(sizeBytes);
});

export const rawFree = entry(function (address: i32): void {
  freeRaw(address);
});
