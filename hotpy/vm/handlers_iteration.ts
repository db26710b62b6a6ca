/**
 * Bytecodes for iteration, unpacking and generators. Lists, tuples, ranges and generators are iterated inline, Python iterators in frames.
 *
 * A resumed generator leaves its frame with a yielded value or with `GENERATOR_END`; see `generators.ts`.
 */

import type { i32, Imm } from "../../toolkit/define/mod.ts";
import {
  alloc,
  boxI64,
  ERROR,
  i64Of,
  isA,
  isI64,
  isNil,
  isRef,
  kind,
  kindOf,
  literal,
  NIL,
  op,
  promote,
  type Value,
} from "../../toolkit/define/mod.ts";
import {
  CODE_ASYNC_GENERATOR,
  CODE_COROUTINE,
  CODE_GENERATOR,
  Generator,
  GENERATOR_END,
  GENERATOR_FINISHED,
  GENERATOR_RUNNING,
  Instance,
  List,
  ListIterator,
  NONE,
  type PyException,
  type PyFunction,
  Range,
  RangeIterator,
  Thread,
  Tuple,
  TupleIterator,
  ValueBuffer,
} from "./objects.ts";
import { unpackExact, unpackStarred } from "./display.ts";
import { notSupported, setContext } from "./exceptions.ts";
import { checkResumable, injectedPc, Stubs, takeResult } from "./generators.ts";
import { ContainerBytecodes } from "./handlers_containers.ts";
import { takesExactly } from "./handlers_frames.ts";
import { callMethod1 } from "./calls.ts";
import { newRangeIterator } from "./iterators.ts";
import { checkIterator, getIterator, iterNext } from "./protocols.ts";
import { typeAttribute } from "./types.ts";

const OPCODE_BYTES = 2;

export class IterationBytecodes extends ContainerBytecodes {
  // ── Parts ──────────────────────────────────────────────────────────────────────────────────────────────────────────

  /** End of a `for` loop: the iterator goes away. */
  protected endLoop(offset: i32): void {
    this.drop(1);
    this.jump(offset);
  }

  // ── Iteration ──────────────────────────────────────────────────────────────────────────────────────────────────────

  /** `get_iterator ( iterable -- iterator )` */
  @op()
  getIterator(): Value {
    this.outOfLine();
    const v = this.peek(0);
    if (isRef(v)) {
      switch (kindOf(v)) {
        case kind(List): {
          const it = alloc(ListIterator);
          it.list = this.peek(0) as List;
          this.drop(1);
          return it;
        }
        case kind(Tuple): {
          const it = alloc(TupleIterator);
          it.tuple = this.peek(0) as Tuple;
          this.drop(1);
          return it;
        }
        case kind(Range): {
          const r = v as Range;
          if (isI64(r.start) && isI64(r.step) && isI64(r.count)) {
            const answer = newRangeIterator(i64Of(r.start), i64Of(r.step), i64Of(r.count));
            this.drop(1);
            return answer;
          }
          break;
        }
        case kind(Generator):
          this.drop(1);
          return v;
        case kind(Instance): {
          const method = typeAttribute(promote((v as Instance).shape).type, literal("__iter__"));
          if (takesExactly(method, 1)) {
            return checkIterator(this.call(promote((method as PyFunction).code), method, 1, 0));
          }
          break;
        }
      }
    }
    const answer = getIterator(v);
    this.drop(1);
    return answer;
  }

  /** `for_iterate #offset ( iterator -- iterator value )`; at the end ( iterator -- ) and jumps. */
  @op()
  forIterate(offset: Imm<i32>): void {
    const iterator = this.peek(0);
    switch (kindOf(iterator)) {
      case kind(RangeIterator): {
        const it = iterator as RangeIterator;
        if (it.remaining > 0n) {
          const next = it.next;
          const value = boxI64(next);
          it.remaining -= 1n;
          it.next = next + it.step;
          this.push(value);
        } else this.endLoop(offset);
        return;
      }
      case kind(ListIterator): {
        const it = iterator as ListIterator;
        const list = it.list;
        const index = it.index;
        if (!isNil(list) && index < list.size) {
          it.index = index + 1;
          this.push(list.items.items[index]);
        } else {
          it.list = NIL;
          this.endLoop(offset);
        }
        return;
      }
      case kind(TupleIterator): {
        const it = iterator as TupleIterator;
        const tuple = it.tuple;
        const index = it.index;
        if (!isNil(tuple) && index < tuple.length) {
          it.index = index + 1;
          this.push(tuple.items[index]);
        } else {
          it.tuple = NIL;
          this.endLoop(offset);
        }
        return;
      }
      case kind(Generator): {
        const g = iterator as Generator;
        if (g.state === GENERATOR_FINISHED) {
          this.endLoop(offset);
          return;
        }
        this.outOfLine();
        const value = this.goOn(g, NONE, 0);
        if (value === GENERATOR_END) this.endLoop(offset);
        else this.push(value);
        return;
      }
      case kind(Instance): {
        this.outOfLine();
        // StopIteration from the method's frame ends the loop: see the unwind handler.
        const method = typeAttribute(promote((iterator as Instance).shape).type, literal("__next__"));
        if (takesExactly(method, 1)) {
          this.push(iterator);
          const value = this.call(promote((method as PyFunction).code), method, 1, 0);
          this.push(value);
          return;
        }
      }
    }
    const value = iterNext(iterator);
    if (value === ERROR) this.endLoop(offset);
    else this.push(value);
  }

  /** `unpack_sequence #count ( iterable -- values… )`: the first value on top. */
  @op({ stack: "iterable -- values[count]" })
  unpackSequence(count: Imm<i32>): void {
    const v = this.peek(0);
    if (isRef(v)) {
      if (kindOf(v) === kind(Tuple)) {
        const tuple = v as Tuple;
        if (tuple.length === count) {
          this.drop(1);
          for (let i = count - 1; i >= 0; i--) this.push(tuple.items[i]);
          return;
        }
      } else if (kindOf(v) === kind(List)) {
        const list = v as List;
        if (list.size === count) {
          this.drop(1);
          for (let i = count - 1; i >= 0; i--) this.push(list.items.items[i]);
          return;
        }
      }
    }
    const values = unpackExact(v, count);
    this.drop(1);
    for (let i = count - 1; i >= 0; i--) this.push(values.items[i]);
  }

  /** `unpack_extended #before #after ( iterable -- values… )` */
  @op({ stack: "iterable -- values[before] list values[after]" })
  unpackExtended(before: Imm<i32>, after: Imm<i32>): void {
    const v = this.peek(0);
    this.drop(1);
    const values = unpackStarred(v, before, after);
    for (let i = before + after; i >= 0; i--) this.push(values.items[i]);
  }

  // ── Generators ─────────────────────────────────────────────────────────────────────────────────────────────────────

  /** `return_generator ( -- sent )`: the frame becomes a generator, which is the call's result. */
  @op({ stack: "-- sent" })
  returnGenerator(): void {
    const code = this.pyCode();
    if ((code.flags & (CODE_COROUTINE | CODE_ASYNC_GENERATOR)) !== 0) throw notSupported(literal("coroutines"));
    const slots = alloc(ValueBuffer, code.localCount + code.stackSize);
    const g = alloc(Generator);
    g.code = code;
    g.func = this.func;
    g.slots = slots;
    this.saveFrame(slots.items);
    g.count = this.frameSlots;
    g.pc = this.nextPc;
    this.leave(g);
  }

  /** `yield_value ( value -- sent )` */
  @op({ stack: "value -- sent" })
  yieldValue(value: Value): void {
    this.suspend(this.nextPc);
    this.leave(value);
  }

  /** `return_value ( value -- )` */
  @op()
  returnValue(value: Value): void {
    if ((this.pyCode().flags & CODE_GENERATOR) !== 0) {
      const g = this.extra as Generator;
      g.result = value;
      this.finishGenerator(g);
      this.leave(GENERATOR_END);
    } else this.leave(value);
  }

  /** `get_yield_from_iterator ( iterable -- iterator )` */
  @op()
  getYieldFromIterator(iterable: Value): Value {
    return isA(iterable, Generator) ? iterable : getIterator(iterable);
  }

  /** `yield_from ( iterator value -- result )`: sends; suspends at this instruction while the iterator yields. */
  @op({ stack: "iterator value -- result" })
  yieldFrom(): void {
    const sent = this.peek(0), iterator = this.peek(1);
    if (isA(iterator, Generator)) {
      const g = iterator as Generator;
      if (g.state === GENERATOR_FINISHED) {
        this.drop(1);
        this.poke(0, NONE);
        return;
      }
      const value = this.goOn(g, sent, 1);
      if (value === GENERATOR_END) {
        this.poke(0, takeResult(g));
        return;
      }
      this.suspend(this.pc);
      this.leave(value);
    } else {
      this.drop(1);
      const value: Value = sent === NONE ? iterNext(iterator) : callMethod1(iterator, literal("send"), sent);
      if (value === ERROR) {
        this.poke(0, NONE);
        return;
      }
      this.suspend(this.pc);
      this.leave(value);
    }
  }

  /** `resume_generator`: locals generator and sent value; pushes what the resumption gives. Only in `Stubs.resume`. */
  @op({ hidden: true })
  resumeGenerator(): Value {
    const g = this.local(0) as Generator;
    const sent = this.local(1);
    checkResumable(g);
    g.state = GENERATOR_RUNNING;
    g.callerHandled = Thread.handled;
    if (g.handled !== ERROR) Thread.handled = g.handled;
    const pc: i32 = Stubs.exception !== NONE ? injectedPc() : g.pc;
    return this.resumeFrame(promote(g.code), g.func, g, g.slots.items, promote(g.count), promote(pc), 0, sent);
  }

  /** `raise_injected`: raises `Stubs.exception` at the instruction where the generator was suspended. */
  @op({ hidden: true })
  raiseInjected(): void {
    const e = Stubs.exception;
    Stubs.exception = NONE;
    setContext(e as PyException, Thread.handled);
    throw e;
  }
}
