/** Bytecodes for `apply`, multiple values, continuations and errors. */

import type { Imm, u16 } from "../../toolkit/define/mod.ts";
import {
  alloc,
  boxInt,
  i32,
  i64,
  intOf,
  isA,
  literal,
  op,
  pendingError,
  promote,
  residual,
  takeError,
  type Value,
} from "../../toolkit/define/mod.ts";
import { currentRun, FrozenFrame } from "../../toolkit/heap/mod.ts";
import { BASE_CALL, BASE_RESTORE, BASE_UNDERFLOW, isNested } from "./base_code.ts";
import { refused, simpleError, wrongCount, wrongType, wrongValues } from "./errors.ts";
import { valueOfCell } from "./globals.ts";
import { CallBytecodes } from "./handlers_calls.ts";
import { callHost } from "./evaluation.ts";
import {
  CaseLambda,
  Closure,
  Continuation,
  Dynamic,
  END_OF_RUN,
  type ErrorObject,
  FALSE,
  type HostProcedure,
  K_FRAMES,
  K_HANDLERS,
  K_RUN,
  K_WINDERS,
  NULL,
  Pair,
  Roots,
  Run,
  type SchemeCode,
  type Symbol,
  Values,
} from "./objects.ts";
import { applyPrimitive, cons, listOfValues, properLength, restOfList, valuesOfList } from "./values.ts";

/** What the last argument of `apply` should be. */
const notList = residual(function (v: Value): ErrorObject {
  const message: Symbol = literal("the last argument must be a list, not");
  return simpleError(literal("type"), literal("apply"), message.name, cons(v, NULL));
});

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
  /** Pushes the items of a list; returns their number, or -1 when it is long. */
  protected spread(list: Value): i32 {
    let count: i32 = 0;
    let rest = list;
    for (; isA(rest, Pair) && count <= SPREAD; rest = (rest as Pair).cdr) count += 1;
    if (isA(rest, Pair)) return -1;
    if (rest !== NULL) throw notList(list);
    this.outOfLine();
    return this.pushList(list, count);
  }
  /** Pushes the values of a word; returns their number, or -1 when they are many. */
  protected spreadValues(v: Value): i32 {
    this.outOfLine();
    if (!isA(v, Values)) {
      this.push(v);
      return 1;
    }
    const values = v as Values;
    if (values.length > SPREAD) return -1;
    for (let i: i32 = 0; i < values.length; i++) this.push(values.items[i]);
    return values.length;
  }

  /**
   * Makes of the top `count` operands and the items of a long list what a frame of `code` starts with. The items do not go over the
   * operand stack, but become the list of the rest parameter.
   */
  protected fitLong(code: SchemeCode, count: i32, all: Value, argc: i32): void {
    if (code === Roots.throwCode) {
      this.drop(count);
      this.push(valuesOfList(all));
      return;
    }
    if (argc < code.required || argc > code.required && code.rest === 0) {
      throw wrongCount(code.name, code.required, code.rest === 0 ? code.required : -1, argc);
    }
    this.drop(count);
    this.pushList(all, code.required);
    if (code.rest !== 0) this.push(restOfList(all, code.required));
  }
  /** Calls anything with the top `count` operands and the items of a long list; the procedure lies below them. */
  protected callLong(count: i32, list: Value): Value {
    const f = this.peek(count);
    const all = this.operandList(count, list);
    const argc = properLength(all);
    if (argc < 0) throw notList(list);
    this.outOfLine();
    if (!isA(f, Closure) && !isA(f, CaseLambda)) {
      this.drop(count + 1);
      return applyPrimitive(f, all, argc);
    }
    const closure = isA(f, Closure) ? f as Closure : this.clauseFor(f as CaseLambda, argc);
    const code = promote(closure.code);
    this.fitLong(code, count, all, argc);
    return this.call(code, closure, code.argumentCount, 1);
  }
  protected tailCallLong(count: i32, list: Value): Value {
    const f = this.peek(count);
    const all = this.operandList(count, list);
    const argc = properLength(all);
    if (argc < 0) throw notList(list);
    this.outOfLine();
    if (!isA(f, Closure) && !isA(f, CaseLambda)) {
      this.drop(count + 1);
      return applyPrimitive(f, all, argc);
    }
    const closure = isA(f, Closure) ? f as Closure : this.clauseFor(f as CaseLambda, argc);
    const code = promote(closure.code);
    this.fitLong(code, count, all, argc);
    this.tailCall(code, closure, code.argumentCount);
  }

  /** `apply #count ( procedure arguments… list -- value )` */
  @op({ stack: "procedure arguments[count] list -- value" })
  apply(count: Imm<u16>, list: Value): Value {
    const more = this.spread(list);
    return more < 0 ? this.callLong(count, list) : this.callAny(this.peek(count + more), count + more, 1);
  }
  /** `tail_apply #count ( procedure arguments… list -- value )`: see `tail_call`. */
  @op({ stack: "procedure arguments[count] list -- value" })
  tailApply(count: Imm<u16>, list: Value): Value {
    const more = this.spread(list);
    return more < 0 ? this.tailCallLong(count, list) : this.tailCallAny(this.peek(count + more), count + more, 1);
  }
  /** `apply_values ( procedure values -- value )`: what `call-with-values` does when its producer has returned. */
  @op({ stack: "procedure values -- value" })
  applyValues(v: Value): Value {
    const count = this.spreadValues(v);
    return count < 0 ? this.callLong(0, listOfValues(v as Values, 0)) : this.callAny(this.peek(count), count, 1);
  }
  /** `tail_apply_values ( procedure values -- value )`: see `tail_call`. */
  @op({ stack: "procedure values -- value" })
  tailApplyValues(v: Value): Value {
    const count = this.spreadValues(v);
    return count < 0 ? this.tailCallLong(0, listOfValues(v as Values, 0)) : this.tailCallAny(this.peek(count), count, 1);
  }

  // ── Multiple values ────────────────────────────────────────────────────────────────────────────────────────────────

  /** `values #count ( items… -- values )` */
  @op({ stack: "items[count] -- values" })
  values(count: Imm<u16>): void {
    const values = this.operandValues(count);
    this.drop(count);
    this.push(values);
  }
  /** `receive #count #rest ( values -- items… [list] )`: with `rest` the surplus goes into a list. */
  @op({ stack: "values -- items[count] list[rest]" })
  receive(count: Imm<u16>, rest: Imm<u16>): void {
    const v = this.peek(0);
    const got: i32 = isA(v, Values) ? (v as Values).length : 1;
    if (got < count || got > count && rest === 0) throw wrongValues(count, rest === 0 ? count : -1, got);
    this.outOfLine();
    let list: Value = NULL;
    if (rest !== 0 && got > count) list = isA(v, Values) ? listOfValues(v as Values, count) : this.operandList(1, NULL);
    this.drop(1);
    if (!isA(v, Values)) {
      if (count === 1) this.push(v);
    } else {
      for (let i: i32 = 0; i < count; i++) this.push((v as Values).items[i]);
    }
    if (rest !== 0) this.push(list);
  }
  // ── Continuations ──────────────────────────────────────────────────────────────────────────────────────────────────

  /** `call_cc ( procedure -- value )`: the procedure is called with the continuation of this instruction, from the base frame. */
  @op({ stack: "procedure -- value" })
  callCc(f: Value): void {
    this.callFrozen(f, this.freeze(false));
  }
  /** `tail_call_cc ( procedure -- )` */
  @op()
  tailCallCc(f: Value): void {
    this.callFrozen(f, this.freeze(true));
  }
  protected callFrozen(f: Value, frames: FrozenFrame): void {
    const k = alloc(Continuation, 4);
    k.code = Roots.throwCode;
    k.free[K_FRAMES] = frames;
    k.free[K_WINDERS] = Dynamic.winders;
    k.free[K_HANDLERS] = Dynamic.handlers;
    k.free[K_RUN] = boxInt(i64(currentRun()));
    this.restart(frames, BASE_CALL, f, k);
  }
  /** `throw_values ( -- )`: the code of continuations: goes on with the values in local 0. */
  @op({ hidden: true, outline: true })
  throwValues(): void {
    const k = this.func as Continuation;
    const v = this.local(0);
    if (k.free[K_WINDERS] === Dynamic.winders) {
      this.goOnIn(k, v);
    } else {
      const rewind = valueOfCell(Dynamic.rewind) as Closure;
      this.push(k);
      this.push(v);
      this.tailCall(rewind.code, rewind, 2);
    }
  }
  /** `throw_unwound ( -- )`: the code of `%throw`, which goes on in the continuation in local 0 without winding. */
  @op({ hidden: true, outline: true })
  throwUnwound(): void {
    const k = this.local(0);
    if (isA(k, Continuation)) this.goOnIn(k as Continuation, this.local(1));
    throw wrongType(literal("%throw"), 1, literal("a continuation"), k);
  }
  protected goOnIn(k: Continuation, v: Value): void {
    if (i32(intOf(k.free[K_RUN])) === currentRun() || !isNested()) {
      if (k.free[K_HANDLERS] !== Dynamic.handlers) this.restart(k.free[K_FRAMES], BASE_RESTORE, v, k.free[K_HANDLERS]);
      this.restart(k.free[K_FRAMES], BASE_UNDERFLOW, v);
    }
    throw refused(literal("throw"), literal("this continuation belongs to a run that waits for another one:"), k);
  }
  /** `call_host_procedure ( -- value )`: the code of the host's procedures: local 0 is the list of arguments. */
  @op({ hidden: true, outline: true })
  callHostProcedure(): Value {
    return callHost(this.func as HostProcedure, this.local(0));
  }

  // ── Base frames: `base_code.ts` ────────────────────────────────────────────────────────────────────────────────────

  /** `start ( -- value )`: calls the procedure of a base frame. */
  @op({ hidden: true, outline: true })
  start(): Value {
    const f = this.func as Closure;
    return this.call(f.code, f, 0, 0);
  }
  /** `restore_handlers ( value handlers -- value )` */
  @op({ hidden: true, outline: true })
  restoreHandlers(v: Value, handlers: Value): Value {
    Dynamic.handlers = handlers;
    return v;
  }
  /** `underflow ( value -- value )`: gives a value to the newest frozen frame; without one the run ends. */
  @op({ hidden: true, outline: true })
  underflow(v: Value): Value {
    const frames = this.local(0);
    if (!isA(frames, FrozenFrame)) this.leave(v);
    const f = frames as FrozenFrame;
    this.setLocal(0, f.parent);
    this.jump(BASE_UNDERFLOW - BASE_CALL);
    return this.resumeFrame(promote(f.code), f.func, f.extra, f.slots, promote(f.count), promote(f.pc), 0, v);
  }

  /** `note_uncaught ( -- )`: the run is to end because of the condition in local 0; at once when that has been tried before. */
  @op({ hidden: true, outline: true })
  noteUncaught(): void {
    if (Run.condition !== END_OF_RUN) throw END_OF_RUN;
    Run.condition = this.local(0);
  }
  /** `end_run ( -- )`: with `note_uncaught` the code of `%uncaught`: notes the frames and ends the run. */
  @op({ hidden: true, outline: true })
  endRun(): void {
    const frames: FrozenFrame = this.freeze(true);
    Run.frames = frames;
    throw END_OF_RUN;
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
