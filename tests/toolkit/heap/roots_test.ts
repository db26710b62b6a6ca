/** Every place that holds references outside the heap keeps its objects alive and is redirected when they move. */

import { CONTROL, FRAME, RESUME_BUFFER, SHADOW_START, STACK_START } from "../../../toolkit/machine/memory_map.ts";
import { HeapMachine, intWord, isRefWord } from "./heap_machine.ts";

const PAIR = { id: 1600, sizeBytes: 24, values: [8, 16] };
const CODE = { id: 1605, sizeBytes: 40, flags: 9 };

function fresh(): HeapMachine {
  const h = new HeapMachine({ nurseryBytes: 0x40000 });
  h.define(PAIR);
  h.define(CODE);
  h.call("setDebugModes", 1, 1);
  return h;
}

/** A young pair that holds `n`; the word of it. */
function pair(h: HeapMachine, n: number): bigint {
  const at = h.allocate(PAIR);
  h.setWord(at + 8, intWord(n));
  return BigInt(at);
}

function expectPair(h: HeapMachine, word: bigint, n: number): void {
  if (!isRefWord(word) || h.word(Number(word) + 8) !== intWord(n)) throw new Error(`Pair ${n} is lost`);
}

/** Runs both collections and then checks. */
function survives(h: HeapMachine, check: () => void): void {
  h.call("collectMinor");
  check();
  h.call("collectFull");
  check();
}

Deno.test("frames are walked through their headers, entry frames included", () => {
  const h = fresh();
  const code = h.allocate(CODE);
  const raw = h.call("allocateRaw", 64);
  h.setI32(code + 8, raw);
  // Words pushed by the host, a bottom frame, a nested entry frame whose header a linear walk would misread, a newest frame.
  const pushed = STACK_START, bottom = STACK_START + 16, nested = bottom + FRAME.sizeBytes + 32, top = nested + FRAME.sizeBytes + 24;
  h.setWord(pushed, pair(h, 1));
  h.setWord(pushed + 8, intWord(0));
  const frame = (at: number, previous: number, returnPc: number, returnSp: number, n: number) => {
    h.setI32(at + FRAME.previous, previous);
    h.setI32(at + FRAME.returnPc, returnPc);
    h.setI32(at + FRAME.returnSp, returnSp);
    h.setI32(at + FRAME.returnSlot, 0);
    h.setI32(at + FRAME.code, code);
    h.setI32(at + FRAME.pc, raw);
    h.setWord(at + FRAME.func, pair(h, n));
    h.setWord(at + FRAME.extra, pair(h, n + 1));
  };
  frame(bottom, 0, 0, pushed + 16, 10);
  frame(nested, bottom, 0, bottom + FRAME.sizeBytes + 16, 20);
  frame(top, nested, raw, nested + FRAME.sizeBytes + 16, 30);
  const locals = [bottom, nested, top].flatMap((f) => [f + FRAME.sizeBytes, f + FRAME.sizeBytes + 8]);
  locals.forEach((at, i) => h.setWord(at, pair(h, 100 + i)));
  // Between a caller's top and its callee lie words that are no values any more.
  h.setWord(bottom + FRAME.sizeBytes + 16, 0x10n);
  h.setWord(nested + FRAME.sizeBytes + 16, 0x20n);
  h.setI32(CONTROL.fp, top);
  h.setI32(CONTROL.sp, top + FRAME.sizeBytes + 16);
  survives(h, () => {
    expectPair(h, h.word(pushed), 1);
    locals.forEach((at, i) => expectPair(h, h.word(at), 100 + i));
    [bottom, nested, top].forEach((f, i) => {
      expectPair(h, h.word(f + FRAME.func), 10 * (i + 1));
      expectPair(h, h.word(f + FRAME.extra), 10 * (i + 1) + 1);
    });
    if (h.i32(code) !== (CODE.id | 0x10000)) throw new Error("The code died");
  });
});

Deno.test("operands without a frame are roots", () => {
  const h = fresh();
  h.setWord(STACK_START, pair(h, 5));
  h.setI32(CONTROL.sp, STACK_START + 8);
  survives(h, () => expectPair(h, h.word(STACK_START), 5));
});

Deno.test("shadow stack, pending error and result are roots", () => {
  const h = fresh();
  const cells = [SHADOW_START, SHADOW_START + 8, CONTROL.pendingError, CONTROL.result];
  cells.forEach((at, i) => h.setWord(at, pair(h, i)));
  h.setI32(CONTROL.shadowSp, SHADOW_START + 16);
  h.setWord(SHADOW_START + 16, 0x18n); // above the top: not looked at
  survives(h, () => cells.forEach((at, i) => expectPair(h, h.word(at), i)));
});

Deno.test("addRootRange() and removeRootRange() make cells roots and undo it", () => {
  const h = fresh();
  const cells = h.call("allocateRaw", 256);
  for (let i = 0; i < 4; i++) h.call("addRootRange", cells + 64 * i, cells + 64 * i + 16);
  h.call("removeRootRange", cells + 64);
  const used = [0, 8, 128, 136, 192];
  used.forEach((offset, i) => h.setWord(cells + offset, pair(h, i)));
  h.setWord(cells + 64, 0x28n); // no longer a root
  survives(h, () => used.forEach((offset, i) => expectPair(h, h.word(cells + offset), i)));
});

Deno.test("words that are no references are left alone", () => {
  const h = fresh();
  const nursery = BigInt(h.i32(CONTROL.nurseryStart));
  const words = [intWord(-1), nursery | 2n, nursery | 4n, 0n, (1n << 48n) + nursery, 0x7ff0n << 48n];
  words.forEach((w, i) => h.setWord(h.root(i), w));
  survives(h, () => {
    words.forEach((w, i) => {
      if (h.word(h.root(i)) !== w) throw new Error(`Word ${i} changed`);
    });
  });
});

Deno.test("raw words that a region left in the resume buffer are not taken for references", () => {
  const h = fresh();
  const words = [0x1000n, BigInt(h.i32(CONTROL.nurseryStart)) + 8n, 0xffff_ffff_fff8n];
  words.forEach((w, i) => h.setWord(RESUME_BUFFER + 8 * i, w));
  survives(h, () => {
    words.forEach((w, i) => {
      if (h.word(RESUME_BUFFER + 8 * i) !== w) throw new Error(`Word ${i} changed`);
    });
  });
});
