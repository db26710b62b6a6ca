/** Functions that the walker knows: what they mean to a trace is more than what their bodies say. */

import { operation } from "../machine/operations.ts";
import type { Node } from "./nodes.ts";
import type { Walker } from "./walker.ts";

/** Offset of the integer in an `Int64` (`toolkit/heap/int64.ts`). */
const INT64_OFFSET = 8;

/**
 * Functions of the heap unit that make integers of up to 64 bits one class to traces. Each consumes exactly what the
 * recording copy of its body logs.
 */
export const PRIMITIVES: Record<string, (w: Walker, x: Node) => Node> = {
  "int64.isI64"(w, v) {
    const immediate = w.log.flag();
    const isKnown = v.kind === "box64" || (v.kind === "op" && v.op!.name === "int.box");
    if (!isKnown) w.guard(w.op("int.is", v), immediate);
    if (immediate === 1) return w.constant("i32", 1);
    // Read behind the first guard: exits are known by the place in the log.
    const isReference = w.log.flag();
    if (isKnown) return w.constant("i32", 1);
    w.guard(w.op("ref.is", v), isReference);
    if (isReference === 0) return w.constant("i32", 0);
    const ref = w.op("ref.from_value", v);
    const kind = w.known(w.graph.load("i32", "u16", "header.layout", w.real(ref), null, 0, 0, true));
    return w.op("i32.eq", ref.kind === "new" ? w.constant("i32", ref.layout!.id) : kind, w.constant("i32", w.host.memory.int64Layout));
  },
  "int64.i64Of"(w, v) {
    const immediate = w.log.flag();
    if (v.kind === "box64") return v.args[0];
    if (v.kind === "op" && v.op!.name === "int.box") return v.args[0];
    if (v.kind === "const" && immediate === 1) return w.op("int.of", v);
    w.guard(w.op("int.is", v), immediate);
    if (immediate === 1) return w.op("int.of", v);
    return w.graph.load("i64", "i64", "Int64.integer", w.real(w.op("ref.from_value", v)), null, INT64_OFFSET, 0, true);
  },
  "int64.boxI64"(w, x) {
    w.log.flag();
    const c = w.known(x);
    if (c.kind === "const" && operation("int.fits").evaluate(c.value) === 1) return w.op("int.box", c);
    if (x.kind === "op" && x.op!.name === "int.of") return w.op("int.box", x);
    return w.graph.box64(x);
  },
};
