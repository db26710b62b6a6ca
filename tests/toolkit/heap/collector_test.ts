/** The collector against a model: random graphs, mutation, collections at random points, debug modes, limits. */

import { CONTROL, LOG_START, STACK_START } from "../../../toolkit/machine/memory_map.ts";
import * as words from "../../../toolkit/heap/words.ts";
import { HeapMachine, intWord, Random } from "./heap_machine.ts";
import { ShadowModel } from "./shadow_model.ts";

const NURSERY = 0x40000;
const SCALE = 20;

interface Play {
  seed: number;
  steps: number;
  longest: number;
  stress?: number;
  verify?: boolean;
  evaluator?: boolean;
}

/** Plays on heap and model and compares them at random points. */
function play(options: Play, h = new HeapMachine({ nurseryBytes: NURSERY, evaluator: options.evaluator === true })): HeapMachine {
  const r = new Random(options.seed);
  const m = new ShadowModel(h, r, options.longest);
  if (options.verify) h.call("setDebugModes", 1, 1);
  if (options.stress) h.call("setStress", options.stress);
  for (let i = 0; i < options.steps; i++) {
    if (r.below(3) === 0) m.mutate();
    else m.allocate();
    if (r.below(200) === 0) {
      h.call("collectMinor");
      m.check(false);
    }
    if (r.below(1500) === 0) {
      h.call("collectFull");
      m.check(true);
      h.call("verifyHeap");
    }
  }
  h.call("collectFull");
  m.check(true);
  h.call("verifyHeap");
  return h;
}

Deno.test("collections at random points keep the graph", () => {
  for (let seed = 1; seed <= 12; seed++) play({ seed: seed * 7, steps: 1500 * SCALE, longest: 300 });
});

Deno.test("objects of all sizes and spaces survive", () => {
  for (let seed = 1; seed <= 6; seed++) play({ seed: seed * 131, steps: 600 * SCALE, longest: 20000 });
});

Deno.test("every collection leaves a heap that verifies, with dead memory poisoned", () => {
  for (let seed = 1; seed <= 6; seed++) play({ seed: seed * 37, steps: 800 * SCALE, longest: 3000, verify: true });
});

Deno.test("setStress() collects at every n-th allocation", () => {
  const h = play({ seed: 99, steps: 300 * SCALE, longest: 300, verify: true, stress: 1 });
  if (h.call("minorCount") < 190 * SCALE) throw new Error(`${h.call("minorCount")} collections`);
  play({ seed: 5, steps: 400 * SCALE, longest: 1200, verify: true, stress: 3 });
});

Deno.test("the evaluator collects like the compiled heap", () => {
  play({ seed: 1234, steps: 800, longest: 3000, evaluator: true });
  play({ seed: 4321, steps: 200, longest: 300, verify: true, stress: 2, evaluator: true });
});

Deno.test("addresses above 2 GB work like others", () => {
  const h = new HeapMachine({ nurseryBytes: NURSERY, limitBytes: 0xa0000000n });
  // Everything up to 2 GB is made to look taken by somebody; the pages are never touched.
  const first = h.i32(words.BLOCK_COUNT), count = 0x10000;
  for (let block = first; block < count; block++) h.view.setUint8(h.i32(words.BLOCK_TABLE) + 16 * block, 6);
  for (const word of [words.BLOCK_COUNT, words.BLOCKS_USED, words.LOWEST_FREE, words.RUN_CURSOR]) h.setI32(word, count);
  play({ seed: 77, steps: 6000, longest: 9000, verify: true }, h);
  const at = h.allocate({ id: 1500, sizeBytes: 24, flags: 1 });
  assert(at < 0x80000000, "the nursery is where it was");
  const large = h.call("allocateSlow", 1504, 100_000) >>> 0;
  assert(large > 0x80000000, `a long object at ${large}`);
  assert(h.call("identityOf", large) === BigInt(large), "identity");
});

// ── Single behaviours ────────────────────────────────────────────────────────────────────────────────────────────────

const PAIR = { id: 1600, sizeBytes: 24, values: [8, 16] };
const BYTES = { id: 1601, sizeBytes: 8, tail: "raw" as const, elementBytes: 1 };
const WEAK = { id: 1602, sizeBytes: 16, weakValues: [8], flags: 4 };
/** Several lines long, so that nothing else keeps its lines alive. */
const FINAL = { id: 1603, sizeBytes: 512, values: [8, 256], flags: 2 };
const CALLBACK = { id: 1604, sizeBytes: 24, weakValues: [8], values: [16], flags: 6 };
const CODE = { id: 1605, sizeBytes: 40, flags: 9 };
const ARRAY = { id: 1606, sizeBytes: 8, tail: "values" as const, elementBytes: 8 };

function fresh(options: { limitBytes?: bigint } = {}): HeapMachine {
  const h = new HeapMachine({ nurseryBytes: NURSERY, ...options });
  [PAIR, BYTES, WEAK, FINAL, CALLBACK, CODE, ARRAY].forEach((l) => h.define(l));
  h.call("setDebugModes", 1, 1);
  return h;
}

function assert(condition: boolean, message: string): void {
  if (!condition) throw new Error(message);
}

Deno.test("collectFull() gives back what is not reachable", () => {
  const h = fresh();
  const before = h.call("oldBytes");
  for (let i = 0; i < 100; i++) h.setWord(h.root(i), BigInt(h.allocate(BYTES, 5000 + i * 1000)));
  h.call("collectFull");
  assert(h.call("oldBytes") > before + 4_000_000n, `in use: ${h.call("oldBytes")}`);
  for (let i = 0; i < 100; i++) h.setWord(h.root(i), 0n);
  h.call("collectFull");
  assert(h.call("oldBytes") === before, `kept ${h.call("oldBytes") - before} bytes`);
  // A block of the remembered set stays.
  assert(h.call("takenBytes") <= BigInt(NURSERY + 0x8000), `blocks of ${h.call("takenBytes")} bytes are still taken`);
});

Deno.test("a long list survives without recursion", () => {
  const h = fresh();
  h.call("setDebugModes", 0, 0);
  const count = 30000 * SCALE;
  for (let i = 0; i < count; i++) {
    const cell = h.allocate(PAIR);
    h.setWord(cell + 8, intWord(i));
    h.setWord(cell + 16, h.word(h.root(0)));
    h.setWord(h.root(0), BigInt(cell));
  }
  h.call("collectFull");
  h.call("verifyHeap");
  let cell = h.word(h.root(0));
  for (let i = count - 1; i >= 0; i--) {
    assert(h.word(Number(cell) + 8) === intWord(i), `cell ${i}`);
    cell = h.word(Number(cell) + 16);
  }
});

Deno.test("marking goes on when the mark stack overflows", () => {
  const h = fresh();
  h.call("setDebugModes", 0, 0);
  // A wide array of short lists: all its elements are pushed at once.
  const count = 6000;
  const array = h.allocate(ARRAY, count);
  h.setWord(h.root(0), BigInt(array));
  for (let i = 0; i < count; i++) {
    h.setWord(h.root(1), 0n);
    for (let j = 0; j < 3; j++) {
      const cell = h.allocate(PAIR);
      h.setWord(cell + 8, intWord(i));
      h.setWord(cell + 16, h.word(h.root(1)));
      h.setWord(h.root(1), BigInt(cell));
    }
    h.storeValue(Number(h.word(h.root(0))), 8 + 8 * i, h.word(h.root(1)));
  }
  h.call("collectMinor");
  h.setI32(words.MARK_STACK_END, h.i32(words.MARK_STACK) + 16384);
  h.call("collectFull");
  assert(h.i32(words.MARK_OVERFLOWS) > 0, "the stack did not overflow");
  h.call("verifyHeap");
  h.call("setDebugModes", 0, 1);
  h.call("collectFull");
  for (let i = 0; i < count; i++) {
    let cell = Number(h.word(Number(h.word(h.root(0))) + 8 + 8 * i));
    for (let j = 0; j < 3; j++) {
      assert(h.word(cell + 8) === intWord(i), `list ${i}, cell ${j}`);
      cell = Number(h.word(cell + 16));
    }
  }
});

Deno.test("weak fields are cleared when their target dies, young or old", () => {
  const h = fresh();
  for (const old of [false, true]) {
    const weak = h.allocate(WEAK);
    h.setWord(h.root(0), BigInt(weak));
    const target = h.allocate(PAIR);
    h.setWord(h.root(1), BigInt(target));
    h.storeValue(Number(h.word(h.root(0))), 8, BigInt(target));
    if (old) h.call("collectMinor");
    assert(h.word(Number(h.word(h.root(0))) + 8) === h.word(h.root(1)), "follows its target");
    h.setWord(h.root(1), 0n);
    h.call(old ? "collectFull" : "collectMinor");
    assert(h.word(Number(h.word(h.root(0))) + 8) === 0n, "is cleared");
  }
});

Deno.test("addWeakRange() clears and redirects cells", () => {
  const h = fresh();
  const [kept, lost] = [h.root(100), h.root(101)].map((_, i) => h.call("allocateRaw", 16) + i * 0);
  h.call("addWeakRange", kept, kept + 16);
  h.call("addWeakRange", lost, lost + 16);
  h.setWord(h.root(0), BigInt(h.allocate(PAIR)));
  h.setWord(kept, h.word(h.root(0)));
  h.setWord(lost, BigInt(h.allocate(PAIR)));
  h.call("collectFull");
  assert(h.word(kept) === h.word(h.root(0)) && h.word(lost) === 0n, "weak cells");
  h.call("removeWeakRange", kept);
  h.setWord(kept, 12345n);
  h.call("collectFull");
  assert(h.word(kept) === 12345n, "no longer weak");
});

Deno.test("finalizers are queued once, keep their object alive, and come after weak fields are cleared", () => {
  const h = fresh();
  for (const old of [false, true]) {
    const object = h.allocate(FINAL);
    h.setWord(object + 256, intWord(7));
    h.setWord(h.root(0), BigInt(object));
    const weak = h.allocate(WEAK);
    h.setWord(h.root(1), BigInt(weak));
    h.setWord(weak + 8, h.word(h.root(0)));
    if (old) h.call("collectMinor");
    assert(h.call("takeFinalizable") === 0, "nothing to finalize yet");
    h.setWord(h.root(0), 0n);
    h.call(old ? "collectFull" : "collectMinor");
    assert(h.word(Number(h.word(h.root(1))) + 8) === 0n, "the weak field is cleared");
    assert((h.i32(CONTROL.poll) & 4) !== 0, "a poll is asked for");
    h.call("collectFull");
    const taken = h.call("takeFinalizable");
    assert(taken !== 0 && h.word(taken + 256) === intWord(7), "the object is whole");
    assert(h.call("takeFinalizable") === 0 && (h.i32(CONTROL.poll) & 4) === 0, "queued once");
    h.call("collectFull");
    assert(h.call("takeFinalizable") === 0, "not queued again");
  }
});

Deno.test("a weak layout with a finalizer is queued when its target died", () => {
  const h = fresh();
  const reference = h.allocate(CALLBACK);
  h.setWord(h.root(0), BigInt(reference));
  h.setWord(h.root(1), BigInt(h.allocate(PAIR)));
  h.storeValue(Number(h.word(h.root(0))), 8, h.word(h.root(1)));
  h.call("collectFull");
  assert(h.call("takeFinalizable") === 0, "the target lives");
  h.setWord(h.root(1), 0n);
  h.call("collectFull");
  assert(BigInt(h.call("takeFinalizable")) === h.word(h.root(0)), "queued");
});

Deno.test("handles hold values across collections and are used again", () => {
  const h = fresh();
  const pair = h.allocate(PAIR);
  h.setWord(pair + 8, intWord(42));
  const handle = h.call("newHandle", BigInt(pair));
  const other = h.call("newHandle", intWord(1));
  assert(handle > 0 && other !== handle, "handles differ");
  h.call("collectFull");
  assert(h.word(Number(h.call("handleValue", handle)) + 8) === intWord(42), "held");
  h.call("freeHandle", handle);
  h.call("freeHandle", other);
  assert(h.call("newHandle", intWord(5)) === other && h.call("newHandle", intWord(6)) === handle, "free handles are used again");
  assert(h.call("handleValue", other) === intWord(5), "value");
  const many = Array.from({ length: 20000 }, (_, i) => h.call("newHandle", intWord(i)));
  assert(many.every((x, i) => h.call("handleValue", x) === intWord(i)), "the table grows");
});

Deno.test("dead code objects give back their instructions", () => {
  const h = fresh();
  const keep = h.allocate(CODE);
  h.setWord(h.root(0), BigInt(keep));
  h.setI32(keep + 8, h.call("allocateRaw", 100));
  h.call("collectFull");
  const before = h.word(words.RAW_BYTES);
  for (let i = 0; i < 50; i++) h.setI32(h.allocate(CODE) + 8, h.call("allocateRaw", i * 1000));
  assert(h.word(words.RAW_BYTES) > before + 1_000_000n, "taken");
  h.call("collectFull");
  assert(h.word(words.RAW_BYTES) === before, "given back");
  assert(h.word(h.root(0)) === BigInt(keep >>> 0), "stable objects do not move");
});

Deno.test("what compiled code knows the address of is never freed; other words are no addresses", () => {
  const h = fresh();
  const log = h.call("allocateRaw", 64);
  const [known, other] = [h.allocate(CODE), h.allocate(CODE)];
  const medium = h.allocate(PAIR);
  // At any position; in the middle of an object, of a layout that moves, outside the heap.
  h.setI32(log + 1, known);
  [other + 8, medium, 0, 8, -8, 0x7ffffff8].forEach((word, i) => h.setI32(log + 8 + 8 * i, word));
  h.call("embed", log, log + 64);
  h.call("collectFull");
  const later = Array.from({ length: 50 }, () => h.allocate(CODE));
  assert(!later.includes(known), "its cell is not given to another object");
  assert(later.includes(other), "the other's is");
});

Deno.test("the log of a recording keeps objects before it is finished", () => {
  const h = fresh();
  const known = h.allocate(CODE);
  h.setI32(LOG_START + 5, known);
  h.setI32(CONTROL.logNext, LOG_START + 9);
  h.setI32(CONTROL.anchorFp, STACK_START);
  h.call("collectFull");
  h.setI32(CONTROL.anchorFp, 0);
  h.call("collectFull");
  assert(!Array.from({ length: 50 }, () => h.allocate(CODE)).includes(known), "its cell is not given to another object");
});

Deno.test("pin() makes an object stay", () => {
  const h = fresh();
  const pair = h.allocate(PAIR);
  h.setWord(h.root(0), BigInt(pair));
  // Outside generated code nobody updates the argument: the root says where the object is.
  h.call("pin", pair);
  const at = h.word(h.root(0));
  h.call("collectFull");
  assert(h.word(h.root(0)) === at, "moved");
});

Deno.test("the memory limit raises an error and the heap stays usable", () => {
  const h = fresh({ limitBytes: 0x800000n });
  h.call("setDebugModes", 0, 0);
  let count = 0;
  while (true) {
    const pair = h.allocate(PAIR);
    if (pair === 0) break;
    h.setWord(pair + 16, h.word(h.root(0)));
    h.setWord(h.root(0), BigInt(pair));
    if (++count > 1_000_000) throw new Error("No limit");
  }
  assert(h.takeError() !== 0n, "an error is pending");
  assert(count > 200_000 && count < 500_000, `${count} pairs of 24 bytes in 8 MB`);
  assert(h.allocate(BYTES, 0x900000) === 0 && h.takeError() !== 0n, "a long object is refused");
  // A guest that goes on regardless does not get memory without end.
  for (let refused = 0; refused < 20;) {
    const pair = h.allocate(PAIR);
    if (pair === 0) {
      h.takeError();
      refused++;
      continue;
    }
    h.setWord(pair + 16, h.word(h.root(0)));
    h.setWord(h.root(0), BigInt(pair));
  }
  assert(h.call("oldBytes") < 0x800000n + 4n * BigInt(NURSERY), `${h.call("oldBytes")} bytes in use`);
  h.setWord(h.root(0), 0n);
  assert(h.allocate(BYTES, 0x100000) !== 0, "room again");
  h.call("verifyHeap");
});

Deno.test("fragmented cells lead to the memory error, never to a trap", () => {
  const h = fresh({ limitBytes: 0x2000000n });
  h.call("setDebugModes", 0, 0);
  const fill = (length: number, list: number): number => {
    let made = 0;
    while (true) {
      const object = h.allocate(ARRAY, length);
      if (object === 0) break;
      h.setWord(object + 8, h.word(h.root(list)));
      h.setWord(h.root(list), BigInt(object));
      if (++made > 2_000_000) throw new Error("No limit");
    }
    h.takeError();
    return made;
  };
  for (let round = 0; round < 3; round++) {
    assert(fill(1300, 0) > 100, "arrays of 10 KB");
    // Every third array stays: one to a block.
    let at = Number(h.word(h.root(0)));
    while (at !== 0) {
      let next = Number(h.word(at + 8));
      for (let i = 0; i < 2 && next !== 0; i++) next = Number(h.word(next + 8));
      h.storeValue(at, 8, BigInt(next));
      at = next;
    }
    fill(2000, 1);
    fill(500, 2);
    fill(1, 3);
    h.call("verifyHeap");
    for (let i = 0; i < 4; i++) h.setWord(h.root(i), 0n);
  }
  assert(h.allocate(ARRAY, 100_000) !== 0, "room again");
});

Deno.test("identityOf() of an object that no longer fits with its identity behind it", () => {
  const h = fresh();
  const object = h.allocate(BYTES, 8184);
  h.setWord(h.root(0), BigInt(object));
  const identity = h.call("identityOf", object);
  for (let i = 0; i < 3; i++) {
    h.call("collectFull");
    assert(h.call("identityOf", Number(h.word(h.root(0)))) === identity, "identity changed");
  }
  h.call("verifyHeap");
});

Deno.test("refillNursery() opens the nursery piece by piece, collects at its end, and reports the limit", () => {
  const h = fresh({ limitBytes: 0x400000n });
  h.call("setDebugModes", 0, 0);
  // A region allocates up to the slack beyond the limit between two checks.
  const churn = (keep: boolean): number => {
    for (let pieces = 0; pieces < 5000; pieces++) {
      for (let i = 0; i < 100; i++) {
        const at = h.i32(CONTROL.nurseryNext);
        h.setI32(CONTROL.nurseryNext, at + 40);
        for (let offset = 0; offset < 40; offset += 8) assert(h.word(at + offset) === 0n, "zeroed");
        h.setWord(at, BigInt(PAIR.id));
        h.setI32(at + 24, PAIR.id + 1);
        h.setI32(at + 28, 8);
        if (keep) {
          h.setWord(at + 16, h.word(h.root(0)));
          h.setWord(h.root(0), BigInt(at));
        }
      }
      if (h.i32(CONTROL.nurseryNext) > h.i32(CONTROL.nurseryLimit) && h.call("refillNursery") !== 0) return pieces;
    }
    return -1;
  };
  assert(churn(false) === -1, "garbage does not fill the heap");
  assert(h.call("minorCount") > 60 && h.call("minorCount") < 150, `${h.call("minorCount")} collections for 20 MB`);
  const pieces = churn(true);
  assert(pieces > 500, `out of memory after ${pieces} pieces`);
  assert(h.allocate(PAIR) === 0 && h.takeError() !== 0n, "the next allocation raises");
  h.setWord(h.root(0), 0n);
  assert(h.allocate(PAIR) !== 0, "room again");
});

Deno.test("allocateSlow() refuses absurd lengths", () => {
  const h = fresh();
  for (const length of [-1, 0x7fffffff, 0x40000000]) {
    assert(h.call("allocateSlow", ARRAY.id, length) === 0 && h.takeError() !== 0n, `length ${length}`);
  }
});

Deno.test("fresh objects are zeroed, whatever was there before", () => {
  const h = fresh();
  const r = new Random(3);
  for (let i = 0; i < 300 * SCALE; i++) {
    const length = [10, 100, 1000, 9000, 20000, 50000][r.below(6)];
    const at = h.allocate(BYTES, length);
    const bytes = new Uint8Array(h.view.buffer, at + 8, length);
    assert(bytes.every((b) => b === 0), `object of ${length} bytes is not zeroed`);
    bytes.fill(0xff);
    h.setWord(h.root(r.below(10)), BigInt(at));
    if (i % 40 === 0) h.call("collectFull");
  }
});
