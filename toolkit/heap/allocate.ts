/**
 * The slow path of allocation, the collection policy, and the memory limit.
 *
 * Generated code comes here when the nursery's limit is reached and for everything that is not allocated by bumping:
 * stable layouts, layouts with finalizers, objects longer than 8 KB. Invariant: what it returns is zeroed but for its
 * header; an object born old is in the remembered set, since stores into it need no barrier while it is fresh.
 */

import {
  attempt,
  type bool,
  entry,
  i32,
  i64,
  isNil,
  type Layout,
  loadI32,
  loadI64,
  ltU,
  NIL,
  refFromAddress,
  residual,
  special,
  storeI32,
  storeI64,
} from "../define/mod.ts";
import { CONTROL, LAYOUT_TABLE } from "../machine/memory_map.ts";
import { rememberAddress } from "./barrier.ts";
import { BLOCK_BYTES, initializeBlocks, NURSERY, reserveBlocks, takeBlocks } from "./blocks.ts";
import { allocateOldCell } from "./cells.ts";
import { registerFinalizer } from "./finalizers.ts";
import { fullCollection } from "./full.ts";
import { HeapHooks } from "./hooks.ts";
import { allocateRun } from "./large.ts";
import { FLAG_FINALIZER, FLAG_STABLE, FLAG_WEAK, LAYOUT_ELEMENT_BYTES, LAYOUT_FLAGS, LAYOUT_SIZE } from "./layout_table.ts";
import { initializeMarkStack, markStackBytes } from "./mark_stack.ts";
import { MAX_SMALL_BYTES } from "./mature.ts";
import { minorCollection } from "./minor.ts";
import { advance, allocateYoung, closeNursery, initializeNursery, publishLimit } from "./nursery.ts";
import { FULL_THRESHOLD, NURSERY_SOFT_LIMIT, OLD_BYTES, RAISING, STRESS_COUNT } from "./words.ts";

/** Pending error when memory is out and no language has installed its own. */
export const OUT_OF_MEMORY = special(0xffffffe);

const MIN_NURSERY_BYTES = 0x40000;
const DEFAULT_NURSERY_BYTES = 0x100000;
const DEFAULT_LIMIT_BYTES = 0x80000000n;
/** Leaves room below 4 GB for the tables and what lies under the heap. */
const MAX_LIMIT_BYTES = 0xc0000000n;
/** Blocks beyond the limit that fragmentation, a collection in progress and the collector's lists may need. */
const SPARE_BYTES = 0x2000000n;
/** Blocks kept for promotion besides twice the nursery: lists that grow, and the ends of runs too short for an object. */
const SPARE_BLOCKS = 16;
/** No object is longer than this. */
const MAX_OBJECT_BYTES = 0x40000000n;
const FIRST_THRESHOLD = 0x2000000n;
/** Under stress every so many collections is a full one. */
const STRESS_FULL_INTERVAL = 16;

/**
 * Makes the heap: `memoryLimitBytes` for objects (0: 2 GB) and the size of the nursery (0: 1 MB). Returns false when there
 * is not enough memory.
 */
export const initialize = entry(function (memoryLimitBytes: i64, nurseryBytes: i32): bool {
  let limit = memoryLimitBytes === 0n ? DEFAULT_LIMIT_BYTES : memoryLimitBytes;
  if (limit > MAX_LIMIT_BYTES) limit = MAX_LIMIT_BYTES;
  let nursery = nurseryBytes === 0 ? DEFAULT_NURSERY_BYTES : nurseryBytes;
  if (nursery < MIN_NURSERY_BYTES) nursery = MIN_NURSERY_BYTES;
  nursery = (nursery + BLOCK_BYTES - 1) & -BLOCK_BYTES;
  const capacity = i32((limit + (limit >> 2n) + i64(nursery) * 4n + SPARE_BYTES) >> 15n);
  const stackBytes = markStackBytes(nursery);
  const stack = initializeBlocks(capacity, stackBytes);
  if (stack === 0) return false;
  initializeMarkStack(stack, stackBytes);
  const start = takeBlocks(nursery >>> 15, NURSERY);
  if (start === 0) return false;
  initializeNursery(start, nursery);
  storeI64(CONTROL.memoryLimit, limit);
  storeI64(FULL_THRESHOLD, FIRST_THRESHOLD < limit ? FIRST_THRESHOLD : limit);
  return true;
});

/** A zeroed object with its header; NIL with the memory error pending when there is no room. */
export const allocateSlow = residual(function (layoutId: i32, length: i32): Layout {
  const descriptor = LAYOUT_TABLE + (layoutId << 5);
  const flags = loadI32(descriptor + LAYOUT_FLAGS);
  const size = (i64(loadI32(descriptor + LAYOUT_SIZE)) + i64(length) * i64(loadI32(descriptor + LAYOUT_ELEMENT_BYTES)) + 7n) & -8n;
  if (length < 0 || size > MAX_OBJECT_BYTES) {
    raiseOutOfMemory();
    return NIL;
  }
  countDown();
  const old = (flags & FLAG_STABLE) !== 0 || size > i64(MAX_SMALL_BYTES);
  const address = old ? allocateOld(i32(size)) : allocateYoungOrCollect(i32(size));
  if (address === 0) {
    raiseOutOfMemory();
    return NIL;
  }
  storeI32(address, layoutId);
  storeI32(address + 4, length);
  if (old) rememberAddress(address);
  // A weak layout's finalizer runs when a field is cleared instead: see weak.ts.
  if ((flags & (FLAG_FINALIZER | FLAG_WEAK)) === FLAG_FINALIZER) registerFinalizer(address);
  return refFromAddress<Layout>(address);
});

function allocateYoungOrCollect(sizeBytes: i32): i32 {
  const address = allocateYoung(sizeBytes);
  if (address !== 0 || loadI32(RAISING) !== 0) return address;
  collectForRoom();
  if (!overLimit(0)) return allocateYoung(sizeBytes);
  // A guest that catches the error gets one more nursery; a guest that goes on regardless gets nothing.
  if (exceedsLimit(i64(loadI32(CONTROL.nurseryStart) - loadI32(CONTROL.nurseryEnd))) || !exceedsLimit(0n)) closeNursery();
  return 0;
}

/**
 * For compiled regions that found `nurseryNext` above `nurseryLimit` at a check: opens the next piece of the nursery or
 * collects, a full collection included. Returns 1 when memory is out: the region should leave to the interpreter before it
 * allocates, where the next allocation raises the memory error.
 */
export const refillNursery = residual(function (): i32 {
  countDown();
  while (ltU(loadI32(NURSERY_SOFT_LIMIT), loadI32(CONTROL.nurseryNext))) {
    if (!advance()) {
      collectForRoom();
      if (overLimit(0)) {
        closeNursery();
        return 1;
      }
    }
  }
  return 0;
});

function allocateOld(sizeBytes: i32): i32 {
  if (loadI32(RAISING) === 0) {
    if (loadI64(OLD_BYTES) + i64(sizeBytes) > loadI64(FULL_THRESHOLD)) fullCollection();
    if (overLimit(sizeBytes)) {
      fullCollection();
      if (overLimit(sizeBytes)) return 0;
    }
  }
  const address = takeOld(sizeBytes);
  if (address !== 0 || loadI32(RAISING) !== 0) return address;
  fullCollection();
  return takeOld(sizeBytes);
}

function takeOld(sizeBytes: i32): i32 {
  storeI64(CONTROL.allocatedBytes, loadI64(CONTROL.allocatedBytes) + i64(sizeBytes));
  return sizeBytes <= BLOCK_BYTES ? allocateOldCell(sizeBytes) : allocateRun(sizeBytes);
}

/**
 * True if so much more would break the limit, or leave too few blocks for the next promotions (other spaces may be
 * fragmented): a collection must never run out of memory half-way.
 */
function overLimit(moreBytes: i32): bool {
  if (exceedsLimit(i64(moreBytes))) return true;
  const nurseryBlocks = (loadI32(CONTROL.nurseryEnd) - loadI32(CONTROL.nurseryStart)) >>> 15;
  return !reserveBlocks(2 * nurseryBlocks + SPARE_BLOCKS + (moreBytes >>> 15));
}

/** A minor collection, and a full one when that is due. */
function collectForRoom(): void {
  minorCollection();
  if (loadI64(OLD_BYTES) > loadI64(FULL_THRESHOLD) || overLimit(0)) fullCollection();
}

/** Stress mode: collects at every n-th allocation. */
function countDown(): void {
  const interval = loadI32(CONTROL.gcStress);
  if (interval === 0 || loadI32(RAISING) !== 0) return;
  const left = loadI32(CONTROL.gcCountdown) - 1;
  storeI32(CONTROL.gcCountdown, left > 0 ? left : interval);
  if (left > 0) return;
  storeI32(STRESS_COUNT, loadI32(STRESS_COUNT) + 1);
  if (loadI32(STRESS_COUNT) % STRESS_FULL_INTERVAL === 0) fullCollection();
  else minorCollection();
}

/** Leaves the language's memory error pending. The reserve of the nursery is open meanwhile. */
/** True when so many bytes more would break the memory limit. */
export function exceedsLimit(moreBytes: i64): bool {
  return loadI64(OLD_BYTES) + moreBytes > loadI64(CONTROL.memoryLimit);
}

/** For operations that cannot be done for want of memory: raises the memory error. */
export function throwOutOfMemory(): void {
  raiseOutOfMemory();
}

function raiseOutOfMemory(): void {
  if (loadI32(RAISING) !== 0 || isNil(HeapHooks.outOfMemory)) throw OUT_OF_MEMORY;
  storeI32(RAISING, 1);
  attempt(HeapHooks.outOfMemory());
  storeI32(RAISING, 0);
  publishLimit();
}

/** A minor collection now. */
export const collectMinor = entry(function (): void {
  minorCollection();
});

/** A full collection now. */
export const collectFull = entry(function (): void {
  fullCollection();
});

/** Collects at every `interval`-th allocation (0: normally). */
export const setStress = entry(function (interval: i32): void {
  storeI32(CONTROL.gcStress, interval);
  storeI32(CONTROL.gcCountdown, interval);
  publishLimit();
});
