/** Shapes of regions that programs of Tiny must lead to: what the log of the trace compiler says about them. */

import { deepStrictEqual, strictEqual } from "node:assert";
import { TUNING } from "../../../toolkit/trace/tuning.ts";
import { compiledTiny, tinyModules } from "./compiled.ts";
import { tinyPrograms } from "../../../examples/tiny/evaluated.ts";

const modules = tinyModules(tinyPrograms());
// A busy machine must not change what is compiled.
Object.assign(TUNING, { regionMs: Infinity });

type Event = Record<string, unknown>;

/** Runs a program, which must print `output`; the events. */
function regionsOf(source: string, output: string[]): Event[] {
  const events: Event[] = [];
  const tiny = compiledTiny(modules, { jit: { threshold: 50, log: (e) => events.push(e) } });
  deepStrictEqual(tiny.run(source), { output, error: null });
  return events;
}

const last = (events: Event[], kind: string) => events.filter((e) => e.event === "region" && e.kind === kind).at(-1);

Deno.test("a call that raises, but did not in the recording, gets an edge", () => {
  const events = regionsOf(
    `let i = 0; let s = 0; let list = ["a", "b", 1, "c"];
     while (i < 20000) { try { s = s + size("x" + list[i % 4]); } catch (e) { s = s + 1; } i = i + 1; }
     print(s);`,
    ["35000"],
  );
  strictEqual(last(events, "loop")!.edges, 1);
});

Deno.test("a cycle of tail calls is a loop", () => {
  const events = regionsOf(
    `fn ping(n, a) { if (n < 1) { return a; } return pong(n - 1, a + 1, 2); }
     fn pong(n, a, b) { if (n < 1) { return b; } return ping(n - b, a); }
     print(ping(30000, 0));`,
    ["10000"],
  );
  strictEqual(events.some((e) => e.event === "abort"), false);
  strictEqual(events.find((e) => e.kind === "function")!.peeled, true);
});

Deno.test("code around callcc is compiled", () => {
  const events = regionsOf(
    `fn find(items, wanted) { return callcc(fn (found) { for (x in items) { if (x == wanted) { found(x); } } return nil; }); }
     let list = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]; let i = 0; let s = 0;
     while (i < 5000) { s = s + find(list, i % 10 + 1); i = i + 1; }
     print(s);`,
    ["27500"],
  );
  deepStrictEqual(events.filter((e) => e.event === "abort"), []);
  // The loop of the main program, the loop of the search, the function that is given the continuation, and find itself.
  strictEqual(new Set(events.map((e) => e.anchor)).size >= 3, true);
});

Deno.test("a loop that captures and throws right above the base frame is one loop", () => {
  const events = regionsOf(
    `fn tenth(k, i) { if (i % 10 == 0) { k(i); } return 1; }
     let i = 0; let s = 0;
     while (i < 5000) { let n = i; s = s + callcc(fn (k) { return tenth(k, n); }); i = i + 1; }
     print(s);`,
    ["1252000"],
  );
  deepStrictEqual(events.filter((e) => e.event === "abort"), []);
  strictEqual(last(events, "loop")!.peeled, true);
});

Deno.test("frames below the one that captures stay out of the region", () => {
  const events = regionsOf(
    `fn escape(n) { return callcc(fn (k) { k(n); }) + 1; }
     fn deep(n) { let i = 0; let s = 0; while (i < 3000) { s = s + escape(n); i = i + 1; } return s; }
     print(deep(2) + deep(3));`,
    ["21000"],
  );
  deepStrictEqual(events.filter((e) => e.event === "abort"), []);
});

Deno.test("a store behind a call that may collect is remembered, also into what the region has allocated", () => {
  const tiny = compiledTiny(modules, { stress: 1, jit: { threshold: 2 } });
  tiny.core.machine.heap.setDebugModes(1, 1);
  const source = `let i = 0; let s = 0; let kept = [];
     while (i < 300) { let e = 0; append(kept, fn () { return e; }); e = nested(fn (p) { e = 1; return [p]; }, i); i = i + 1; }
     for (f in kept) { s = s + f()[0]; }
     print(s);`;
  deepStrictEqual(tiny.run(source), { output: ["44850"], error: null });
});
