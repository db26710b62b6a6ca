/**
 * The collector's own words in the control block: fixed addresses, one name each.
 *
 * Imports nothing but the memory map, so that the host reads statistics by the same names. Words are i32 unless they say
 * i64. Invariant: every word is written by one module only, named in its section (and cleared by `image.ts`).
 */

import { CONTROL } from "../machine/memory_map.ts";

const BASE = CONTROL.collector;

// ── blocks.ts ────────────────────────────────────────────────────────────────────────────────────────────────────────
/** Address of block 0; a multiple of the block size. */
export const HEAP_BASE = BASE + 0;
/** Address of the block descriptors. */
export const BLOCK_TABLE = BASE + 4;
/** Blocks the tables have room for, and blocks below the end of the heap. */
export const BLOCK_CAPACITY = BASE + 8;
export const BLOCK_COUNT = BASE + 12;
/** No free block lies below this index. */
export const LOWEST_FREE = BASE + 16;
/** Where the search for the next run of blocks begins. */
export const RUN_CURSOR = BASE + 20;
/** Blocks not free. */
export const BLOCKS_USED = BASE + 24;
/** Line mark of address a: byte at LINE_BIAS + (a >>> 7). Mark bit of a: bit (a >>> 3) & 31 of the word at MARK_BIAS + (a >>> 8) * 4. */
export const LINE_BIAS = BASE + 28;
export const MARK_BIAS = BASE + 32;

// ── mark_stack.ts ────────────────────────────────────────────────────────────────────────────────────────────────────
export const MARK_STACK = BASE + 36;
export const MARK_STACK_END = BASE + 40;
export const MARK_TOP = BASE + 44;
/** Non-zero: an object was marked but did not fit on the stack; its block is flagged. */
export const MARK_OVERFLOW = BASE + 48;

/** Ring of eight addresses (32 bytes), empty outside `mark.ts`, and where the headers touched end up. */
export const MARK_RING = BASE + 1024;
export const MARK_TOUCHED = BASE + 1088;

// ── mature.ts ────────────────────────────────────────────────────────────────────────────────────────────────────────
/** The free run of lines that promotion fills. */
export const MATURE_NEXT = BASE + 52;
export const MATURE_LIMIT = BASE + 56;
/** Where the search for the next run goes on. */
export const MATURE_BLOCK = BASE + 60;
export const MATURE_LINE = BASE + 64;
/** Free block for objects longer than a line that did not fit. */
export const OVERFLOW_NEXT = BASE + 68;
export const OVERFLOW_LIMIT = BASE + 72;

// ── nursery.ts ───────────────────────────────────────────────────────────────────────────────────────────────────────
/** Limit of the zeroed part; `CONTROL.nurseryLimit` is the same, or 0 under stress. */
export const NURSERY_SOFT_LIMIT = BASE + 76;
/** Limit of the whole nursery: behind it lie the reserve for raising errors and the slack. */
export const NURSERY_HARD_LIMIT = BASE + 80;
/** Non-zero while the memory error is being raised: the reserve is open. */
export const RAISING = BASE + 84;
/** Non-zero: far over the memory limit; until the next collection only the raising of an error may allocate. */
export const NURSERY_CLOSED = BASE + 204;
/** Collections forced by stress mode. */
export const STRESS_COUNT = BASE + 200;

// ── embedded.ts: a vector ────────────────────────────────────────────────────────────────────────────────────────────
export const EMBEDDED_OBJECTS = BASE + 212;

// ── frozen_frames.ts ─────────────────────────────────────────────────────────────────────────────────────────────────
/** `CONTROL.stackLimit` as it was before memory was too short for freezing frames; 0: it is as it was. */
export const STACK_LIMIT_BEFORE = BASE + 208;

// ── barrier.ts, handles.ts, weak.ts, finalizers.ts: vectors of three words (start, next, end) ─────────────────────────
export const REMEMBERED_START = BASE + 88;
export const HANDLES = BASE + 96;
export const FREE_HANDLE = BASE + 108;
export const WEAK_OBJECTS = BASE + 112;
export const WEAK_RANGES = BASE + 124;
export const FINALIZABLE = BASE + 136;
export const FINALIZER_QUEUE = BASE + 148;
/** Bytes of `FINALIZABLE` that hold old objects; bytes of the queue already taken. */
export const FINALIZABLE_OLD_BYTES = BASE + 160;
export const FINALIZER_TAKEN_BYTES = BASE + 164;

// ── debug.ts ─────────────────────────────────────────────────────────────────────────────────────────────────────────
/** Non-zero: verify the heap after every collection / overwrite dead memory with a pattern. */
export const VERIFYING = BASE + 168;
export const POISONING = BASE + 172;
/** Rule that the heap broke (0: none), and the object and the reference concerned. */
export const FAULT_RULE = BASE + 176;
export const FAULT_OBJECT = BASE + 180;
export const FAULT_REFERENCE = BASE + 184;

// ── bignum: scratch.ts ───────────────────────────────────────────────────────────────────────────────────────────────
export const SCRATCH_CHUNK = BASE + 188;
export const SCRATCH_NEXT = BASE + 192;
export const SCRATCH_END = BASE + 196;

// ── statistics.ts, policy.ts (i64 each) ──────────────────────────────────────────────────────────────────────────────
/** Bytes of old memory in use, and the value at which a full collection is due. */
export const OLD_BYTES = BASE + 256;
export const FULL_THRESHOLD = BASE + 264;
/** Old bytes in use after the last full collection. */
export const LIVE_BYTES = BASE + 272;
/** Identity of the object at the start of the nursery: grows by the nursery's size at each minor collection. */
export const IDENTITY_CLOCK = BASE + 280;
export const MINOR_COUNT = BASE + 288;
export const FULL_COUNT = BASE + 296;
/** Bytes ever allocated in the nursery up to the last minor collection, and bytes copied out of it. */
export const NURSERY_BYTES = BASE + 304;
export const PROMOTED_BYTES = BASE + 312;
export const PROMOTED_OBJECTS = BASE + 320;
export const REMEMBERED_COUNT = BASE + 328;
export const MARKED_OBJECTS = BASE + 336;
export const WEAK_CLEARED = BASE + 344;
export const FINALIZED_COUNT = BASE + 352;
/** Bytes in cells (stable and medium objects), in runs of blocks, in raw memory. */
export const CELL_BYTES = BASE + 360;
export const LARGE_BYTES = BASE + 368;
export const RAW_BYTES = BASE + 376;
export const MARK_OVERFLOWS = BASE + 384;

// ── cells.ts: heads of the free lists, one per size class ────────────────────────────────────────────────────────────
export const FREE_CELLS = BASE + 512;
export const FREE_RAW_CELLS = BASE + 768;
