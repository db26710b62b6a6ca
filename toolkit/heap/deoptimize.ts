/**
 * The deoptimiser: rebuilds interpreter frames and objects from an exit's description and the values a region left in the
 * resume buffer.
 *
 * Never collects: boxes and objects come from the slack behind the nursery's limit, which the trace compiler's size caps
 * keep large enough (`NURSERY_SLACK_BYTES`). Format of descriptions: `toolkit/trace/exits.ts`.
 */

import {
  boxFloat,
  boxInt,
  entry,
  f64FromBits,
  fitsInt,
  i32,
  i64,
  kind,
  loadI32,
  loadI64,
  refFromAddress,
  storeI32,
  storeI64,
  storeU16,
  storeU8,
  type Value,
  wordOf,
} from "../define/mod.ts";
import { CONTROL, FRAME, RESUME_BUFFER } from "../machine/memory_map.ts";
import { Int64 } from "./int64.ts";

/** Addresses of the objects made so far, 4 bytes each. */
const OBJECTS = RESUME_BUFFER + 32768;

function bump(sizeBytes: i32): i32 {
  const address = loadI32(CONTROL.nurseryNext);
  storeI32(CONTROL.nurseryNext, address + sizeBytes);
  return address;
}

/** As `boxI64`, from the nursery's slack: for compiled regions, where nothing may move. */
export function boxWide(i: i64): Value {
  if (fitsInt(i)) return boxInt(i);
  const address = bump(16);
  storeI64(address, i64(kind(Int64)));
  storeI64(address + 8, i);
  return refFromAddress<Int64>(address);
}

/** The word that a source stands for: address or object number, and 3 bits of kind. */
function sourceWord(source: i32): i64 {
  const index = source & ~7;
  switch (source & 7) {
    case 0:
      return loadI64(index);
    case 1:
      return wordOf(boxWide(loadI64(index)));
    case 2:
      return wordOf(boxFloat(f64FromBits(loadI64(index))));
    case 3:
      return i64(loadI32(OBJECTS + (index >>> 1)));
    default:
      return 0n;
  }
}

function storeSized(address: i32, sizeBytes: i32, word: i64): void {
  switch (sizeBytes) {
    case 8:
      storeI64(address, word);
      break;
    case 4:
      storeI32(address, i32(word));
      break;
    case 2:
      storeU16(address, i32(word));
      break;
    default:
      storeU8(address, i32(word));
  }
}

/** Allocates all virtual objects, then fills them (they may refer to each other); the description behind them. */
function makeObjects(description: i32, count: i32): i32 {
  let at = description;
  for (let k = 0; k < count; k++) {
    const address = bump(loadI32(at + 8));
    storeI32(address, loadI32(at));
    storeI32(address + 4, loadI32(at + 4));
    storeI32(OBJECTS + 4 * k, address);
    at += 16 + 12 * loadI32(at + 12);
  }
  at = description;
  for (let k = 0; k < count; k++) {
    const address = loadI32(OBJECTS + 4 * k);
    const fields = loadI32(at + 12);
    at += 16;
    for (let i = 0; i < fields; i++) {
      storeSized(address + loadI32(at), loadI32(at + 4), sourceWord(loadI32(at + 8)));
      at += 12;
    }
  }
  return at;
}

/**
 * Rebuilds the frames above and in the base frame `fp`; afterwards `CONTROL.pc/fp/sp` say where the interpreter goes on.
 * Returns 1 when the exit has just become hot (`CONTROL.exitId` is its description), else 0.
 */
export const deoptimize = entry(function (description: i32, fp: i32, unwindStub: i32): i32 {
  let at = makeObjects(description + 16, loadI32(description + 8));
  const frames = loadI32(description + 12);
  let pc = loadI32(at);
  let frame = fp;
  let top = fp + FRAME.sizeBytes + 8 * loadI32(at + 4);
  const writes = loadI32(at + 8);
  at += 12;
  for (let i = 0; i < writes; i++) {
    storeI64(fp + FRAME.sizeBytes + 8 * loadI32(at), sourceWord(loadI32(at + 4)));
    at += 8;
  }
  for (let k = 1; k < frames; k++) {
    storeI32(frame + FRAME.pc, pc);
    storeI32(top + FRAME.previous, frame);
    storeI32(top + FRAME.returnSp, top);
    storeI32(top + FRAME.returnSlot, 0);
    frame = top;
    pc = loadI32(at);
    storeI32(frame + FRAME.returnPc, loadI32(at + 4));
    storeI32(frame + FRAME.code, loadI32(at + 8));
    const slots = loadI32(at + 12);
    storeI64(frame + FRAME.func, sourceWord(loadI32(at + 16)));
    storeI64(frame + FRAME.extra, sourceWord(loadI32(at + 20)));
    at += 24;
    for (let i = 0; i < slots; i++) {
      storeI64(frame + FRAME.sizeBytes + 8 * i, sourceWord(loadI32(at)));
      at += 4;
    }
    top = frame + FRAME.sizeBytes + 8 * slots;
  }
  if ((loadI32(description + 4) & 1) !== 0) {
    storeI32(frame + FRAME.pc, pc);
    pc = unwindStub;
  }
  storeI32(CONTROL.pc, pc);
  storeI32(CONTROL.fp, frame);
  storeI32(CONTROL.sp, top);
  const left = loadI32(description) - 1;
  storeI32(description, left);
  if (left !== 0) return 0;
  storeI32(CONTROL.exitId, description);
  return 1;
});
