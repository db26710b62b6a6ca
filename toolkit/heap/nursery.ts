/**
 * The nursery: bump allocation of new objects, inlined by generated code against `CONTROL.nurseryNext` and `nurseryLimit`.
 *
 * It is zeroed in chunks just ahead of the allocation, so that the zeroes are still in the cache when the object is filled
 * and no pause contains the whole clearing. Invariant: memory from `nurseryNext` to the soft limit plus the slack is zero;
 * `nurseryLimit` is the soft limit, or 0 under stress so that every allocation comes to `allocateSlow`.
 */

import { type bool, type i32, i64, loadI32, loadI64, memoryFill, storeI32, storeI64 } from "../define/mod.ts";
import { CONTROL, NURSERY_SLACK_BYTES } from "../machine/memory_map.ts";
import { IDENTITY_CLOCK, NURSERY_BYTES, NURSERY_CLOSED, NURSERY_HARD_LIMIT, NURSERY_SOFT_LIMIT, POISONING, RAISING } from "./words.ts";

/** Bytes zeroed at a time: small against a second-level cache. */
const CHUNK_BYTES = 0x10000;
/** What only the raising of a memory error may use. */
export const RESERVE_BYTES = 0x10000;
/** Identities of objects hashed in the nursery start above all addresses. */
const FIRST_IDENTITY = 0x100000000n;
export const POISON_BYTE = 0xdb;

/** Takes over `sizeBytes` of memory at `start`. */
export function initializeNursery(start: i32, sizeBytes: i32): void {
  const end = start + sizeBytes;
  storeI32(CONTROL.nurseryStart, start);
  storeI32(CONTROL.nurseryEnd, end);
  storeI32(NURSERY_HARD_LIMIT, end - NURSERY_SLACK_BYTES - RESERVE_BYTES);
  storeI64(IDENTITY_CLOCK, FIRST_IDENTITY);
  openNursery();
}

/** Starts again with an empty nursery. */
function openNursery(): void {
  const start = loadI32(CONTROL.nurseryStart);
  storeI32(CONTROL.nurseryNext, start);
  memoryFill(start, 0, NURSERY_SLACK_BYTES);
  storeI32(NURSERY_SOFT_LIMIT, start);
  storeI32(NURSERY_CLOSED, 0);
  advance();
}

/** Leaves no room but the reserve, until the next collection. The nursery is empty. */
export function closeNursery(): void {
  storeI32(NURSERY_CLOSED, 1);
  storeI32(NURSERY_SOFT_LIMIT, loadI32(CONTROL.nurseryStart));
  publishLimit();
}

/** Moves the soft limit one chunk on; false at the end. */
export function advance(): bool {
  const soft = loadI32(NURSERY_SOFT_LIMIT);
  let hard = loadI32(NURSERY_HARD_LIMIT);
  if (loadI32(RAISING) !== 0) hard = loadI32(CONTROL.nurseryEnd) - NURSERY_SLACK_BYTES;
  else if (loadI32(NURSERY_CLOSED) !== 0) return false;
  const chunk = hard - soft < CHUNK_BYTES ? hard - soft : CHUNK_BYTES;
  if (chunk <= 0) return false;
  memoryFill(soft + NURSERY_SLACK_BYTES, 0, chunk);
  storeI32(NURSERY_SOFT_LIMIT, soft + chunk);
  publishLimit();
  return true;
}

/** Makes the limit that generated code sees agree with soft limit and stress mode. */
export function publishLimit(): void {
  storeI32(CONTROL.nurseryLimit, loadI32(CONTROL.gcStress) === 0 ? loadI32(NURSERY_SOFT_LIMIT) : 0);
}

/** After a minor collection: everything in the nursery is dead or has moved. */
export function resetNursery(): void {
  const start = loadI32(CONTROL.nurseryStart);
  const usedBytes = loadI32(CONTROL.nurseryNext) - start;
  storeI64(NURSERY_BYTES, loadI64(NURSERY_BYTES) + i64(usedBytes));
  storeI64(IDENTITY_CLOCK, loadI64(IDENTITY_CLOCK) + i64(loadI32(CONTROL.nurseryEnd) - start));
  if (loadI32(POISONING) !== 0) memoryFill(start, POISON_BYTE, loadI32(CONTROL.nurseryEnd) - start);
  openNursery();
}

/** Address of `sizeBytes` of zeroed nursery; 0 when it is full. */
export function allocateYoung(sizeBytes: i32): i32 {
  const address = loadI32(CONTROL.nurseryNext);
  while (loadI32(NURSERY_SOFT_LIMIT) - address < sizeBytes) {
    if (!advance()) return 0;
  }
  storeI32(CONTROL.nurseryNext, address + sizeBytes);
  return address;
}
