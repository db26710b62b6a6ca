/**
 * The heap unit: collector, raw memory and integers of every VM, compiled to `heap.wasm`. This page is the contract.
 *
 * **Spaces.** Nursery (bump allocation, inlined by generated code); mature space (Immix-style blocks and lines, filled by
 * promotion); cells (size classes: `stable` layouts, objects of 8 to 32 KB, raw memory); runs of blocks (longer objects).
 * Only nursery objects move, once. Objects longer than 8 KB, stable ones and those with finalizers come to `allocateSlow`.
 *
 * **Collections.** Minor: what is alive in the nursery is copied to the mature space; roots are frames, globals, shadow
 * stack, handles, what compiled code refers to, and the old objects in the remembered set. Full: a minor one, then marking with a side
 * bitmap and an explicit stack, weak references, finalizers, sweep of lines, cells and runs. When: the nursery is full;
 * old space has doubled since the last full collection (at least 32 MB more) or reached the memory limit.
 *
 * **What the VM owes the collector**
 * 1. At a safepoint (any call that may allocate) every live reference is in a root or a reachable object, and every root
 *    word and value field is a valid guest word. References are nonzero words below 2^48 with low bits 000.
 * 2. A store of a reference into an object whose header has `OLD_CLEAN` set is followed by `remember(object)`, unless the
 *    object was allocated with no safepoint since.
 * 3. Layout descriptors are in the table before the first object; their maps list strong fields, weak ones apart.
 * 4. `CONTROL.fp`, `sp`, `shadowSp` are current at safepoints. Raw addresses die there, but of stable or pinned objects.
 *
 * **What the collector owes the VM**
 * 1. Fresh objects are zeroed; compiled code may use `NURSERY_SLACK_BYTES` beyond the limit between two checks.
 * 2. Weak fields of dead targets are cleared before a finalizer can see them; each finalizer is queued once; a queued
 *    object is alive until it is taken.
 * 3. `identityOf` is stable and unique among living objects, whatever moves.
 * 4. Nothing here runs guest code but the hooks of `HeapHooks`; a refused allocation leaves the memory error pending and
 *    the heap usable.
 *
 * **Invariants between collections.** No old object refers to a nursery object unless it is in the remembered set (then
 * its `OLD_CLEAN` is clear). No header is forwarded. The mark stack is empty. Free cells start with a zero layout id.
 * `verify.ts` holds these rules, with numbers.
 *
 * Sources: Blackburn and McKinley, "Immix" (PLDI 2008); Shannon 2011, chapter 4 (GVMT's generational Immix).
 */

export { allocateSlow, collectFull, collectMinor, initialize, OUT_OF_MEMORY, setStress } from "./allocate.ts";
export { remember } from "./barrier.ts";
export { allocateRaw, freeRaw, rawBytes } from "./cells.ts";
export { setDebugModes, verifyHeap } from "./debug.ts";
export { embed } from "./embedded.ts";
export { POLL_FINALIZERS, takeFinalizable } from "./finalizers.ts";
export { currentRun, freezeFrames, FrozenFrame, relieveStack } from "./frozen_frames.ts";
export { freeHandle, handleValue, newHandle, setHandle } from "./handles.ts";
export { HeapHooks, PHASE_FULL_END, PHASE_FULL_START, PHASE_MINOR_END, PHASE_MINOR_START, setCollectionHook } from "./hooks.ts";
export { identityHash, identityOf } from "./identity.ts";
export { restore, settle } from "./image.ts";
export { boxI64, i64Of, Int64, isI64 } from "./int64.ts";
export { pin, unpin } from "./pin.ts";
export { rawAllocate, rawFree } from "./raw_memory.ts";
export { addRootRange, removeRootRange } from "./roots.ts";
export { fullCount, liveBytes, minorCount, oldBytes, takenBytes, youngBytesAllocated } from "./statistics.ts";
export { barrierObject, equalBytes, fillHalfWords, fillQuarterWords, fillWords, stackDrop, stackPeek, stackPush } from "./support.ts";
export { boxWide, deoptimize } from "./deoptimize.ts";
export { addWeakRange, removeWeakRange } from "./weak.ts";
export { areDigits, AsciiText, integerFromDigits, integerToDigits } from "./radix.ts";
export { Bignum, isInteger } from "./bignum.ts";
export { integerAbs, integerAdd, integerCompare, integerEqual, integerMul, integerNegate, integerSub } from "./integer_arithmetic.ts";
export {
  integerAnd,
  integerBitCount,
  integerBitLength,
  integerInvert,
  integerOr,
  integerShiftLeft,
  integerShiftRight,
  integerXor,
} from "./integer_bits.ts";
export { integerDivMod, integerFloorDiv, integerFloorMod, integerTruncDiv, integerTruncMod } from "./integer_division.ts";
export { integerFromF64, integerToF64, integerTrueDivide, scaleToF64 } from "./integer_float.ts";
export { integerGcd, integerSquareRoot } from "./integer_gcd.ts";
export { integerHash, integerPow, integerPowMod } from "./integer_power.ts";
export { refillNursery, throwOutOfMemory } from "./allocate.ts";
