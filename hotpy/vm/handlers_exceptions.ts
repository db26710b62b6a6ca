/**
 * Bytecodes for exceptions and `with`, and the unwinder.
 *
 * The unwinder handles one frame per step: traceback entry, then either the code's handler (stack cut, exception pushed) or the next frame.
 * Its decisions are pure lookups in the code's exception table, so traces fold them. (Language reference 7.8, 8.4, 8.5.)
 */

import type { i32, Imm, u8 } from "../../toolkit/define/mod.ts";
import {
  attempt,
  ERROR,
  i64,
  intOf,
  isA,
  isInt,
  literal,
  loadI32,
  loadU16,
  op,
  opcodeOf,
  promote,
  takeError,
  type Value,
} from "../../toolkit/define/mod.ts";
import { CODE_GENERATOR, ExceptionTypes, FALSE, Generator, NONE, PyException, Thread, TRUE, type Type } from "./objects.ts";
import { bindAttribute } from "./attributes.ts";
import { isMethodLike } from "./descriptors.ts";
import {
  addTraceback,
  exceptionMatches,
  isError,
  isExceptionClass,
  isMatchable,
  notSupported,
  raisable,
  runtimeError,
  setCause,
  setContext,
  typeError,
} from "./exceptions.ts";
import { injectedPc, isStub } from "./generators.ts";
import { IterationBytecodes } from "./handlers_iteration.ts";
import { handlerDepth, handlerTarget } from "./marshal.ts";
import { format1, format2 } from "./messages.ts";
import { typeAttribute, typeOf } from "./types.ts";

const OPCODE_BYTES = 2;
/** Opcode and offset of `for_iterate`. */
const FOR_ITERATE_BYTES = 6;

/** Makes `e` the pending error again; called with `attempt`. */
function makePending(e: Value): void {
  throw e;
}

export class ExceptionBytecodes extends IterationBytecodes {
  // ── The unwinder ───────────────────────────────────────────────────────────────────────────────────────────────────

  /** `unwind`: an error is pending in this frame. */
  @op({ hidden: true, unwind: true })
  unwind(): void {
    const e = takeError() as PyException;
    const code = this.pyCode();
    const again = Thread.reraised;
    Thread.reraised = 0;
    let pc = this.pc;
    if (pc === injectedPc()) {
      pc = (this.extra as Generator).pc;
      if (loadU16(pc) !== opcodeOf("yield_from")) pc -= OPCODE_BYTES;
    }
    if (loadU16(pc) === opcodeOf("for_iterate") && isError(e, ExceptionTypes.stopIteration)) {
      // The call of `__next__` left its continuation's pc above the iterator.
      const top = this.peek(0);
      if (isInt(top) && intOf(top) === i64(pc)) this.drop(1);
      this.drop(1);
      this.jumpTo(pc + FOR_ITERATE_BYTES + loadI32(pc + OPCODE_BYTES));
      return;
    }
    const offset = pc - code.bytecode;
    if (again === 0 && !isStub(code)) {
      if (e.traceback === NONE && e.context === NONE && Thread.handled !== NONE) setContext(e, Thread.handled);
      addTraceback(e, code, offset);
    }
    const target = handlerTarget(code, offset);
    if (target >= 0) {
      this.cutStack(handlerDepth(code, offset));
      this.push(e);
      this.jumpTo(code.bytecode + target);
      return;
    }
    if ((code.flags & CODE_GENERATOR) !== 0 && isA(this.extra, Generator)) this.finishGenerator(this.extra as Generator);
    attempt(makePending(e));
    this.unwindFrame();
  }

  // ── Raising and handling ───────────────────────────────────────────────────────────────────────────────────────────

  /** `raise #count ( [exception] [cause] -- )` */
  @op({ stack: "exception_and_cause[count] --" })
  raise(count: Imm<u8>): void {
    if (count === 0) {
      const handled = Thread.handled;
      if (handled === NONE) throw runtimeError(literal("No active exception to reraise"));
      Thread.reraised = 1;
      throw handled;
    }
    if (count === 2) {
      const cause = this.peek(0);
      this.drop(1);
      const exception = this.instantiated();
      const reason: Value = isExceptionClass(cause) ? raisable(cause) : cause;
      setCause(exception, reason);
      setContext(exception, Thread.handled);
      throw exception;
    }
    const e = this.instantiated();
    setContext(e, Thread.handled);
    throw e;
  }

  /** The exception that the top operand is, or that calling it gives; the operand is removed. */
  protected instantiated(): PyException {
    const v = this.peek(0);
    if (isA(v, PyException)) {
      this.drop(1);
      return v as PyException;
    }
    if (isExceptionClass(v)) {
      const made = this.callClass(promote(v as Type), 0, 1);
      if (!isA(made, PyException)) {
        throw typeError(format1(literal("calling %s should have returned an instance of BaseException"), v));
      }
      return made as PyException;
    }
    throw typeError(literal("exceptions must derive from BaseException"));
  }

  /** `reraise ( exception -- )` */
  @op()
  reraise(exception: Value): void {
    Thread.reraised = 1;
    throw exception;
  }

  /** `push_exception ( exception -- previous exception )` */
  @op()
  pushException(): void {
    const e = this.peek(0);
    this.poke(0, Thread.handled);
    this.push(e);
    Thread.handled = e;
  }

  /** `pop_exception ( previous -- )` */
  @op()
  popException(previous: Value): void {
    Thread.handled = previous;
  }

  /** `match_exception ( exception type -- exception bool )` */
  @op()
  matchException(): void {
    const type = this.peek(0), e = this.peek(1);
    if (!isMatchable(type)) throw typeError(literal("catching classes that do not inherit from BaseException is not allowed"));
    this.poke(0, exceptionMatches(e, type) ? TRUE : FALSE);
  }

  /** `match_exception_group ( exception type -- rest match )` */
  @op()
  matchExceptionGroup(): void {
    throw notSupported(literal("except*"));
  }

  /** `prepare_reraise_star ( original list -- exception )` */
  @op()
  prepareReraiseStar(original: Value, list: Value): Value {
    throw notSupported(literal("except*"));
  }

  /** `stop_iteration_error ( exception -- exception )`: at the end of generators. */
  @op()
  stopIterationError(exception: Value): Value {
    if (!isError(exception, ExceptionTypes.stopIteration)) return exception;
    const e = runtimeError(literal("generator raised StopIteration"));
    e.cause = exception;
    e.context = exception;
    e.suppressContext = 1;
    addTraceback(e, this.pyCode(), this.pc - this.pyCode().bytecode);
    return e;
  }

  /** `load_common_constant #which ( -- value )` */
  @op()
  loadCommonConstant(which: Imm<u8>): Value {
    return which === 0 ? ExceptionTypes.assertionError : ExceptionTypes.notImplementedError;
  }

  // ── with ───────────────────────────────────────────────────────────────────────────────────────────────────────────

  /** Pushes the special method as a pair for `call_method`; it exists. */
  protected pushSpecial(found: Value, object: Value): void {
    if (isMethodLike(found)) {
      this.push(found);
      this.push(object);
    } else {
      this.push(bindAttribute(found, object, typeOf(object)));
      this.push(ERROR);
    }
  }

  /** `load_with ( manager -- exit self enter self )` */
  @op()
  loadWith(): void {
    const manager = this.peek(0);
    const type = promote(typeOf(manager));
    const enter = typeAttribute(type, literal("__enter__"));
    const exit = typeAttribute(type, literal("__exit__"));
    const missing: Value = exit === ERROR ? literal("__exit__") : enter === ERROR ? literal("__enter__") : ERROR;
    if (missing !== ERROR) {
      throw typeError(format2(literal("'%t' object does not support the context manager protocol (missed %s method)"), manager, missing));
    }
    this.drop(1);
    this.pushSpecial(exit, manager);
    this.pushSpecial(enter, manager);
  }

  /** `call_exit ( exit self previous exception -- exit self previous exception result )` */
  @op({ stack: "exit self previous exception -- exit self previous exception result" })
  callExit(): Value {
    const e = this.peek(0) as PyException;
    const self = this.peek(2), exit = this.peek(3);
    this.push(exit);
    const argc: i32 = self === ERROR ? 3 : 4;
    if (self !== ERROR) this.push(self);
    this.push(typeOf(e));
    this.push(e);
    this.push(e.traceback);
    return this.callAny(exit, argc, 1);
  }
}
