/** The verifier finds each kind of damage, and says which rule is broken. */

import { CONTROL } from "../../../toolkit/machine/memory_map.ts";
import * as words from "../../../toolkit/heap/words.ts";
import { HeapMachine } from "./heap_machine.ts";

const PAIR = { id: 1600, sizeBytes: 24, values: [8, 16] };

/** Numbers of `toolkit/heap/verify.ts` (a definition file, which cannot be imported here). */
const RULE = { aligned: 1, space: 2, layout: 3, forwarded: 4, remembered: 5, clean: 6, nursery: 7 };

/** Damages the heap and expects the verifier to trap with `rule`. */
function damage(name: string, rule: number, harm: (h: HeapMachine, old: number, young: number) => void): void {
  Deno.test(`verifyHeap() finds ${name}`, () => {
    const h = new HeapMachine({ nurseryBytes: 0x40000 });
    h.define(PAIR);
    h.setWord(h.root(0), BigInt(h.allocate(PAIR)));
    h.call("collectMinor");
    const young = h.allocate(PAIR);
    h.setWord(h.root(1), BigInt(young));
    h.call("verifyHeap");
    harm(h, Number(h.word(h.root(0))), young);
    let trapped = false;
    try {
      h.call("verifyHeap");
    } catch (error) {
      if (!(error instanceof WebAssembly.RuntimeError)) throw error;
      trapped = true;
    }
    if (!trapped) throw new Error("It found nothing");
    if (h.i32(words.FAULT_RULE) !== rule) throw new Error(`Rule ${h.i32(words.FAULT_RULE)} instead of ${rule}`);
  });
}

damage(
  "an old object that refers to a young one without being remembered",
  RULE.remembered,
  (h, old, young) => h.setWord(old + 8, BigInt(young)),
);
damage("a reference outside the heap", RULE.aligned, (h, old) => h.setWord(old + 8, 0x100n));
damage("a reference into raw memory", RULE.space, (h, old) => h.setWord(old + 8, BigInt(h.call("allocateRaw", 64))));
damage("an object without a layout", RULE.layout, (h, old) => h.setI32(old, 0x10000));
damage("a header that was forwarded", RULE.forwarded, (h, old) => h.setI32(old, -0x80000000));
damage("a young object marked old", RULE.clean, (h, _old, young) => h.setI32(young, PAIR.id | 0x10000));
damage("a reference above the allocation pointer", RULE.nursery, (h, _old, young) => {
  h.setWord(young + 8, BigInt(h.i32(CONTROL.nurseryNext) + 64));
});
