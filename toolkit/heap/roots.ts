/**
 * Where references live outside the heap: globals, frames, shadow stack, error and result, handles, finalizer queue, compiled code.
 *
 * One walk serves all: the minor collection redirects, the full one marks, the verifier checks. Invariant: every word that the mutator can still
 * read as a reference is visited here or lies in a visited object. All root cells are 8-byte words, except the code of a
 * frame and the entries of the queue and of compiled code (4-byte references). The resume buffer is none: what a region leaves there is raw, and the
 * deoptimiser takes it before anything can collect.
 */

import { type i32, loadI32, storeI32, unreachable } from "../define/mod.ts";
import { CONTROL, FRAME, ROOT_RANGES, SHADOW_START, STACK_START, STATIC_START } from "../machine/memory_map.ts";
import { forwardRefs, forwardValues } from "./forward.ts";
import { markRefs, markValues } from "./mark.ts";
import { VECTOR_NEXT } from "./vector.ts";
import { checkRefs, checkValues } from "./verify.ts";
import { EMBEDDED_OBJECTS, FINALIZER_QUEUE, FINALIZER_TAKEN_BYTES, HANDLES } from "./words.ts";

/** What a walk does with each root. */
export const MARK = 0;
export const REDIRECT = 1;
export const CHECK = 2;

export function visitRoots(what: i32): void {
  visitFrames(what);
  visitRanges(what);
  visitValues(what, SHADOW_START, loadI32(CONTROL.shadowSp));
  visitValues(what, CONTROL.pendingError, CONTROL.result + 8);
  visitValues(what, loadI32(HANDLES), loadI32(HANDLES + VECTOR_NEXT));
  const queue = loadI32(FINALIZER_QUEUE) + loadI32(FINALIZER_TAKEN_BYTES);
  visitRefs(what, queue, loadI32(FINALIZER_QUEUE + VECTOR_NEXT));
  // Those do not move.
  if (what !== REDIRECT) visitRefs(what, loadI32(EMBEDDED_OBJECTS), loadI32(EMBEDDED_OBJECTS + VECTOR_NEXT));
}

function visitValues(what: i32, start: i32, end: i32): void {
  if (what === REDIRECT) forwardValues(start, end);
  else if (what === MARK) markValues(start, end);
  else checkValues(0, start, end);
}

function visitRefs(what: i32, start: i32, end: i32): void {
  if (what === REDIRECT) forwardRefs(start, end);
  else if (what === MARK) markRefs(start, end);
  else checkRefs(0, start, end);
}

/** Newest frame first; the top of a frame is its callee's `returnSp`. Below the oldest are words that the host pushed. */
function visitFrames(what: i32): void {
  let top = loadI32(CONTROL.sp);
  let frame = loadI32(CONTROL.fp);
  while (frame !== 0) {
    visitRefs(what, frame + FRAME.code, frame + FRAME.code + 4);
    visitValues(what, frame + FRAME.func, frame + FRAME.extra + 8);
    visitValues(what, frame + FRAME.sizeBytes, top);
    top = loadI32(frame + FRAME.returnSp);
    frame = loadI32(frame + FRAME.previous);
  }
  if (top > STACK_START) visitValues(what, STACK_START, top);
}

function visitRanges(what: i32): void {
  for (let range = ROOT_RANGES; loadI32(range) !== 0; range += 8) visitValues(what, loadI32(range), loadI32(range + 4));
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
