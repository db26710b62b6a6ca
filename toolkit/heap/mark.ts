/**
 * Marks everything reachable from old objects and roots: the inner loops of the full collection.
 *
 * Marks are bits in a side table, so the test whether a child is marked touches no object. A scanned object also marks its
 * lines. Invariant: a marked object has been scanned, or is on the mark stack, or its block is flagged for a rescan (the
 * stack was full). The nursery is empty while this runs.
 */

import {
  type bool,
  ctz,
  i32,
  i64,
  isRef,
  loadI32,
  loadI64,
  loadU16,
  loadU8,
  memoryFill,
  storeI32,
  storeI64,
  storeU8,
  valueFromWord,
} from "../define/mod.ts";
import { LAYOUT_TABLE } from "../machine/memory_map.ts";
import { BLOCK_RESCAN, blockAddress, blockDescriptor, LINE_SHIFT, LINES_PER_BLOCK, MARK_BYTES_PER_BLOCK } from "./blocks.ts";
import {
  FLAG_WEAK,
  HASH_STORED,
  LAYOUT_ELEMENT_BYTES,
  LAYOUT_FLAGS,
  LAYOUT_MAP,
  LAYOUT_MAP_COUNT,
  LAYOUT_SIZE,
  LAYOUT_TAIL,
  TAIL_REFS,
  TAIL_VALUES,
} from "./layout_table.ts";
import { noteOverflow } from "./mark_stack.ts";
import { vectorPush } from "./vector.ts";
import {
  BLOCK_COUNT,
  LINE_BIAS,
  MARK_BIAS,
  MARK_OVERFLOW,
  MARK_RING,
  MARK_STACK,
  MARK_STACK_END,
  MARK_TOP,
  MARK_TOUCHED,
  MARKED_OBJECTS,
  WEAK_OBJECTS,
} from "./words.ts";

/** Addresses in the ring, in bytes: objects wait there while their header comes from memory. */
const RING_BYTES = 32;

/** Objects scanned per call of `drainSome`: V8 replaces baseline code only when a function is entered again. */
const DRAIN_QUANTUM = 4096;

/** Clears the mark bits of the whole heap. */
export function clearMarks(): void {
  memoryFill(loadI32(MARK_BIAS) + ((blockAddress(0) >>> 8) << 2), 0, loadI32(BLOCK_COUNT) * MARK_BYTES_PER_BLOCK);
}

export function clearLineMarks(): void {
  memoryFill(loadI32(LINE_BIAS) + (blockAddress(0) >>> LINE_SHIFT), 0, loadI32(BLOCK_COUNT) * LINES_PER_BLOCK);
}

export function isMarked(object: i32): bool {
  return (loadI32(loadI32(MARK_BIAS) + ((object >>> 8) << 2)) & (1 << (object >>> 3))) !== 0;
}

/** Marks an object and puts it on the stack, unless it is marked already. */
export function markObject(object: i32): void {
  const at = loadI32(MARK_BIAS) + ((object >>> 8) << 2);
  const marks = loadI32(at);
  const bit = 1 << (object >>> 3);
  if ((marks & bit) !== 0) return;
  storeI32(at, marks | bit);
  const top = loadI32(MARK_TOP);
  if (top === loadI32(MARK_STACK_END)) {
    noteOverflow(object);
    return;
  }
  storeI32(top, object);
  storeI32(MARK_TOP, top + 4);
}

/** Marks what the words from `start` to `end` refer to. */
export function markValues(start: i32, end: i32): void {
  for (let slot = start; slot !== end; slot += 8) {
    const word = loadI64(slot);
    if (isRef(valueFromWord(word))) markObject(i32(word));
  }
}

/** As `markValues`, for 4-byte references. */
export function markRefs(start: i32, end: i32): void {
  for (let slot = start; slot !== end; slot += 4) {
    const address = loadI32(slot);
    if (address !== 0) markObject(address);
  }
}

/**
 * Scans up to a quantum of objects from the stack; true when some are left.
 *
 * An object popped is touched and goes through a ring of eight before it is scanned, so that cache misses overlap instead of
 * each stalling the branches that depend on the header. The marking of a child is written out three times: a call per
 * reference would double the time of a full collection.
 */
function drainSome(): bool {
  const markBias = loadI32(MARK_BIAS);
  const lineBias = loadI32(LINE_BIAS);
  const bottom = loadI32(MARK_STACK);
  const limit = loadI32(MARK_STACK_END);
  let top = loadI32(MARK_TOP);
  let left = DRAIN_QUANTUM;
  let ring = MARK_RING;
  let waiting = 0;
  let touched = 0;
  while (top !== bottom || waiting !== 0) {
    const object = loadI32(ring);
    let next = 0;
    if (top !== bottom && left !== 0) {
      left--;
      top -= 4;
      next = loadI32(top);
      touched ^= loadI32(next);
      waiting++;
    }
    storeI32(ring, next);
    ring = MARK_RING + ((ring + 4 - MARK_RING) & (RING_BYTES - 4));
    if (object === 0) {
      if (next === 0 && waiting === 0) break;
      continue;
    }
    waiting--;
    const header = loadI64(object);
    const low = i32(header);
    const descriptor = LAYOUT_TABLE + ((low & 0xffff) << 5);
    const base = loadI32(descriptor + LAYOUT_SIZE);
    const length = i32(header >> 32n);
    const tail = loadI32(descriptor + LAYOUT_TAIL);
    let size = base;
    if (tail !== 0) size += length * loadI32(descriptor + LAYOUT_ELEMENT_BYTES);
    // The stored identity begins at the next multiple of 8.
    if ((low & HASH_STORED) !== 0) size = ((size + 7) & -8) + 8;
    let line = lineBias + (object >>> LINE_SHIFT);
    const lastLine = lineBias + ((object + size - 1) >>> LINE_SHIFT);
    storeU8(line, 1);
    if (line !== lastLine) {
      if (lastLine - line > 16) {
        memoryFill(line, 1, lastLine - line + 1);
      } else {
        while (line !== lastLine) {
          line++;
          storeU8(line, 1);
        }
      }
    }
    let entry = loadI32(descriptor + LAYOUT_MAP);
    const lastEntry = entry + (loadI32(descriptor + LAYOUT_MAP_COUNT) << 1);
    while (entry !== lastEntry) {
      const offset = loadU16(entry);
      entry += 2;
      let child = 0;
      if (offset < 0x8000) {
        const word = loadI64(object + offset);
        if (!isRef(valueFromWord(word))) continue;
        child = i32(word);
      } else {
        child = loadI32(object + (offset & 0x7fff));
        if (child === 0) continue;
      }
      const at = markBias + ((child >>> 8) << 2);
      const marks = loadI32(at);
      const bit = 1 << (child >>> 3);
      if ((marks & bit) === 0) {
        storeI32(at, marks | bit);
        if (top === limit) {
          noteOverflow(child);
        } else {
          storeI32(top, child);
          top += 4;
        }
      }
    }
    if (tail === TAIL_VALUES) {
      let slot = object + base;
      const end = slot + (length << 3);
      for (; slot !== end; slot += 8) {
        const word = loadI64(slot);
        if (isRef(valueFromWord(word))) {
          const at = markBias + ((i32(word) >>> 8) << 2);
          const marks = loadI32(at);
          const bit = 1 << (i32(word) >>> 3);
          if ((marks & bit) === 0) {
            storeI32(at, marks | bit);
            if (top === limit) {
              noteOverflow(i32(word));
            } else {
              storeI32(top, i32(word));
              top += 4;
            }
          }
        }
      }
    } else if (tail === TAIL_REFS) {
      let slot = object + base;
      const end = slot + (length << 2);
      for (; slot !== end; slot += 4) {
        const child = loadI32(slot);
        if (child !== 0) {
          const at = markBias + ((child >>> 8) << 2);
          const marks = loadI32(at);
          const bit = 1 << (child >>> 3);
          if ((marks & bit) === 0) {
            storeI32(at, marks | bit);
            if (top === limit) {
              noteOverflow(child);
            } else {
              storeI32(top, child);
              top += 4;
            }
          }
        }
      }
    }
    if ((loadI32(descriptor + LAYOUT_FLAGS) & FLAG_WEAK) !== 0) vectorPush(WEAK_OBJECTS, object);
  }
  // Stored, or the loads above would be dropped.
  storeI32(MARK_TOUCHED, touched);
  storeI32(MARK_TOP, top);
  storeI64(MARKED_OBJECTS, loadI64(MARKED_OBJECTS) + i64(DRAIN_QUANTUM - left));
  return top !== bottom;
}

/** Scans until every marked object has been scanned, those that did not fit on the stack included. */
export function drainMarks(): void {
  while (true) {
    while (drainSome()) {
      // Re-entered per quantum: see DRAIN_QUANTUM.
    }
    if (loadI32(MARK_OVERFLOW) === 0) return;
    storeI32(MARK_OVERFLOW, 0);
    rescanFlaggedBlocks();
  }
}

function rescanFlaggedBlocks(): void {
  const count = loadI32(BLOCK_COUNT);
  for (let block = 0; block < count; block++) {
    const flag = blockDescriptor(block) + BLOCK_RESCAN;
    if (loadU8(flag) !== 0) {
      storeU8(flag, 0);
      pushMarkedObjects(block);
      while (drainSome()) {
        // Emptied after each block, whose objects always fit on an empty stack.
      }
    }
  }
}

/** Puts all marked objects of a block on the stack: scanning an object twice does no harm. */
export function pushMarkedObjects(block: i32): void {
  const start = blockAddress(block);
  const marks = loadI32(MARK_BIAS) + ((start >>> 8) << 2);
  let top = loadI32(MARK_TOP);
  for (let group = 0; group < 128; group++) {
    let bits = loadI32(marks + (group << 2));
    while (bits !== 0) {
      storeI32(top, start + (group << 8) + (ctz(bits) << 3));
      top += 4;
      bits &= bits - 1;
    }
  }
  storeI32(MARK_TOP, top);
}
