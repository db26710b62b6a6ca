/**
 * Debug modes: verifies the heap after collections, overwrites dead memory.
 *
 * The verifier walks everything reachable with the mark bits as its visited set (they are free between collections) and
 * checks the rules below on every object and reference. It traps at the first fault, with rule, object and reference in
 * the `FAULT_…` words. Invariant: verifying changes nothing that a later collection depends on.
 */

import { bool, entry, i32, i64, isRef, loadI32, loadI64, loadU16, loadU8, ltU, storeI32, unreachable, valueFromWord } from "../define/mod.ts";
import {
  CONTROL,
  FRAME,
  LAYOUT_TABLE,
  MAX_LAYOUTS,
  RESUME_BUFFER,
  RESUME_BUFFER_BYTES,
  ROOT_RANGES,
  SHADOW_START,
  STACK_START,
} from "../machine/memory_map.ts";
import { BLOCK_KIND, blockDescriptor, blockIndex, CELLS, LARGE, MARK_BYTES_PER_BLOCK, MATURE, NURSERY } from "./blocks.ts";
import { blockAddress } from "./blocks.ts";
import {
  FLAG_WEAK,
  LAYOUT_FLAGS,
  LAYOUT_MAP,
  LAYOUT_MAP_COUNT,
  LAYOUT_SIZE,
  LAYOUT_TAIL,
  LAYOUT_WEAK,
  LAYOUT_WEAK_COUNT,
  objectBytes,
  OLD_CLEAN,
  TAIL_REFS,
  TAIL_VALUES,
} from "./layout_table.ts";
import { isMarked, markObject, pushFlaggedBlock } from "./mark.ts";
import { VECTOR_NEXT } from "./vector.ts";
import {
  BLOCK_COUNT,
  FAULT_OBJECT,
  FAULT_REFERENCE,
  FAULT_RULE,
  FINALIZABLE,
  FINALIZER_QUEUE,
  FINALIZER_TAKEN_BYTES,
  HANDLES,
  LINE_BIAS,
  MARK_BIAS,
  MARK_OVERFLOW,
  MARK_STACK,
  MARK_TOP,
  POISONING,
  VERIFYING,
} from "./words.ts";
