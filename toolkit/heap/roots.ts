/**
 * Where references live outside the heap: globals, frames, shadow stack, resume buffer, error and result, handles,
 * finalizer queue.
 *
 * One walk serves both collections (`young`: redirect, otherwise mark). Invariant: every word that the mutator can still
 * read as a reference is visited here or lies in a visited object. All root cells are 8-byte words, except the code of a
 * frame and the queue's entries (4-byte references).
 */

import { bool, i32, loadI32, storeI32, unreachable } from "../define/mod.ts";
import { CONTROL, FRAME, RESUME_BUFFER, RESUME_BUFFER_BYTES, ROOT_RANGES, SHADOW_START, STACK_START, STATIC_START } from "../machine/memory_map.ts";
import { forwardRefs, forwardValues } from "./forward.ts";
import { markRefs, markValues } from "./mark.ts";
import { VECTOR_NEXT } from "./vector.ts";
import { FINALIZER_QUEUE, FINALIZER_TAKEN_BYTES, HANDLES } from "./words.ts";

export function visitRoots(young: bool): void {
  visitFrames(young);
  visitRanges(young);
  visitValues(young, SHADOW_START, loadI32(CONTROL.shadowSp));
  visitValues(young, RESUME_BUFFER, RESUME_BUFFER + RESUME_BUFFER_BYTES);
  visitValues(young, CONTROL.pendingError, CONTROL.result + 8);
  visitValues(young, loadI32(HANDLES), loadI32(HANDLES + VECTOR_NEXT));
  const queue = loadI32(FINALIZER_QUEUE) + loadI32(FINALIZER_TAKEN_BYTES);
  visitRefs(young, queue, loadI32(FINALIZER_QUEUE + VECTOR_NEXT));
}

function visitValues(young: bool, start: i32, end: i32): void {
  if (young) forwardValues(start, end);
  else markValues(start, end);
}

function visitRefs(young: bool, start: i32, end: i32): void {
  if (young) forwardRefs(start, end);
  else markRefs(start, end);
}

/** Newest frame first; the top of a frame is its callee's `returnSp`. Below the oldest are words that the host pushed. */
function visitFrames(young: bool): void {
  let top = loadI32(CONTROL.sp);
  let frame = loadI32(CONTROL.fp);
  while (frame !== 0) {
    visitRefs(young, frame + FRAME.code, frame + FRAME.code + 4);
    visitValues(young, frame + FRAME.func, frame + FRAME.extra + 8);
    visitValues(young, frame + FRAME.sizeBytes, top);
    top = loadI32(frame + FRAME.returnSp);
    frame = loadI32(frame + FRAME.previous);
  }
  if (top > STACK_START) visitValues(young, STACK_START, top);
}

function visitRanges(young: bool): void {
  for (let range = ROOT_RANGES; loadI32(range) !== 0; range += 8) visitValues(young, loadI32(range), loadI32(range + 4));
}

/** Makes the 8-byte words from `start` to `end` roots. */
export function addRootRange(start: i32, end: i32): void {
  let range = ROOT_RANGES;
  while (loadI32(range) !== 0) range += 8;
  // The last entry stays 0: it ends the table.
  if (range + 16 > STATIC_START) unreachable();
  storeI32(range, start);
  storeI32(range + 4, end);
}

/** Undoes `addRootRange`. */
export function removeRootRange(start: i32): void {
  let found = ROOT_RANGES;
  while (loadI32(found) !== start) found += 8;
  let last = found;
  while (loadI32(last + 8) !== 0) last += 8;
  storeI32(found, loadI32(last));
  storeI32(found + 4, loadI32(last + 4));
  storeI32(last, 0);
}
