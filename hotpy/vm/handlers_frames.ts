/** Parts for guest calls of known functions and for frames that sleep: shared by all handlers above. */

import type { bool, i32 } from "../../toolkit/define/mod.ts";
import { ERROR, isA, promote, type Value } from "../../toolkit/define/mod.ts";
import { CODE_SIMPLE, type Generator, GENERATOR_FINISHED, GENERATOR_RUNNING, GENERATOR_SUSPENDED, PyFunction, Thread } from "./objects.ts";
import { checkResumable } from "./generators.ts";
import { StackBytecodes } from "./handlers_stack.ts";

/** A Python function that takes exactly `count` positional arguments. */
export function takesExactly(f: Value, count: i32): bool {
  if (!isA(f, PyFunction)) return false;
  const code = (f as PyFunction).code;
  return (code.flags & CODE_SIMPLE) !== 0 && code.positionalCount === count;
}

export class FrameBytecodes extends StackBytecodes {
  /** Calls a method of one argument with the top operand. */
  protected callOne(f: Value): Value {
    return this.call(promote((f as PyFunction).code), f, 1, 0);
  }

  /** Calls a method of two arguments with the top two operands. */
  protected callPair(f: Value): Value {
    return this.call(promote((f as PyFunction).code), f, 2, 0);
  }

  /** Goes on in a generator that is not finished; `dropExtra` operands go away. */
  protected goOn(g: Generator, sent: Value, dropExtra: i32): Value {
    checkResumable(g);
    g.state = GENERATOR_RUNNING;
    g.callerHandled = Thread.handled;
    if (g.handled !== ERROR) Thread.handled = g.handled;
    return this.resumeFrame(promote(g.code), g.func, g, g.slots.items, promote(g.count), promote(g.pc), dropExtra, sent);
  }

  /** Puts the running frame, which belongs to a generator, to sleep; it will go on at `pc`. */
  protected suspend(pc: i32): void {
    const g = this.extra as Generator;
    this.saveFrame(g.slots.items);
    g.count = this.frameSlots;
    g.pc = pc;
    g.state = GENERATOR_SUSPENDED;
    g.handled = Thread.handled === g.callerHandled ? ERROR : Thread.handled;
    Thread.handled = g.callerHandled;
  }

  /** Ends the running generator. */
  protected finishGenerator(g: Generator): void {
    g.state = GENERATOR_FINISHED;
    Thread.handled = g.callerHandled;
  }
}
