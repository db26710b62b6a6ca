/** Bytecodes for `apply`, multiple values, continuations and errors. */

import type { i32, Imm, u16 } from "../../toolkit/define/mod.ts";
import { type alloc, isA, literal, op, pendingError, promote, takeError, type Value } from "../../toolkit/define/mod.ts";
import { refused, type wrongType, wrongValues } from "./errors.ts";
import { CallBytecodes } from "./handlers_calls.ts";
import { Closure, Dynamic, END_OF_RUN, FALSE, NULL, Pair, type Primitive, Values } from "./objects.ts";
import { type copyOfList, listOfValues, type properLength, type valuesOfList } from "./values.ts";

/** Lists of arguments up to this length are spread over the operand stack. */
const SPREAD = 16;

export class ControlBytecodes extends CallBytecodes {
  // ── Parts ──────────────────────────────────────────────────────────────────────────────────────────────────────────

  /** Pushes the items of a list, at most `most` of them; returns their number. */
  protected pushList(list: Value, most: i32): i32 {
    let count: i32 = 0;
    for (let rest = list; isA(rest, Pair) && count < most; rest = (rest as Pair).cdr) {
      this.push((rest as Pair).car);
      count += 1;
    }
    return count;
  }
  /** Pushes the values of a word; returns their number. */
  protected pushValues(v: Value): i32 {
    if (!isA(v, Values)) {
      this.push(v);
      return 1;
    }
    const values = v as Values;
    for (let i: i32 = 0; i < values.length; i++) this.push(values.items[i]);
    return values.length;
  }

  /** A list of the top operand, which goes away. */
  protected takeOne(): Value {
    const list = this.operandList(1, NULL);
    this.drop(1);
    return list;
  }

  // ── Multiple values ────────────────────────────────────────────────────────────────────────────────────────────────

  /** `values #count ( items… -- values )` */
  @op()
  values(count: Imm<u16>): void {
    const values = this.operandValues(count);
    this.drop(count);
    this.push(values);
  }
  /** `receive #count #rest ( values -- items… [list] )`: with `rest` the surplus goes into a list. */
  @op()
  receive(count: Imm<u16>, rest: Imm<u16>): void {
    const v = this.peek(0);
    const got: i32 = isA(v, Values) ? (v as Values).length : 1;
    if (got < count || got > count && rest === 0) throw wrongValues(count, rest === 0 ? count : -1, got);
    this.outOfLine(count);
    if (!isA(v, Values)) {
      if (rest !== 0) this.push(count === 0 ? this.takeOne() : NULL);
      return;
    }
    const values = v as Values;
    const list: Value = rest === 0 ? NULL : listOfValues(values, count);
    this.drop(1);
    for (let i: i32 = 0; i < count; i++) this.push(values.items[i]);
    if (rest !== 0) this.push(list);
  }

  // ── Errors ─────────────────────────────────────────────────────────────────────────────────────────────────────────

  /** `unwind ( -- )`: the library's `%raise` is called with the pending error, from the frame that failed; at the end of a run it is left. */
  @op({ hidden: true, unwind: true })
  unwind(): void {
    const raise = Dynamic.raise.value;
    if (pendingError() === END_OF_RUN || !isA(raise, Closure)) this.unwindFrame();
    this.push(takeError());
    this.call(promote((raise as Closure).code), raise, 1, 0);
    throw refused(literal("raise"), literal("a handler returned"), FALSE);
  }
}
