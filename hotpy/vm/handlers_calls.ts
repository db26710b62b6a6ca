/**
 * Bytecodes for calls: Python functions, methods and classes push frames, so traces run through them; built-ins are called directly.
 *
 * The parts here are shared by all handlers that call. Their stack convention: the top `argc` operands are the arguments, `extra` more
 * operands below them (callable, unset self) go away with them.
 */

import type { i32, Imm, u16, u8 } from "../../toolkit/define/mod.ts";
import { alloc, ERROR, isA, isNil, literal, NIL, op, promote, type Value } from "../../toolkit/define/mod.ts";
import {
  BoundMethod,
  Builtin,
  Instance,
  INSTANCE_EXCEPTION,
  INSTANCE_PLAIN,
  NONE,
  type PyCode,
  PyFunction,
  Singletons,
  Tuple,
  Type,
  Types,
} from "./objects.ts";
import { bindArguments } from "./binding.ts";
import { callTuple } from "./calls.ts";
import { finishClass, initResult, newFunction, prepareNamespace, refuseArguments } from "./classes.ts";
import { spreadArguments, spreadNames } from "./spread.ts";
import { constructException } from "./exceptions.ts";
import { makeFunction } from "./functions.ts";
import { IntrinsicBytecodes } from "./handlers_intrinsics.ts";
import { constantOf } from "./marshal.ts";
import { allocateInstance, tuneShape } from "./shapes.ts";
import { typeAttribute } from "./types.ts";

export class CallBytecodes extends IntrinsicBytecodes {
  // ── Parts ──────────────────────────────────────────────────────────────────────────────────────────────────────────

  /**
   * Makes an instance of a class without a constructor of its own in native code, and runs `__init__` in a frame. `extra` is at least 1: there
   * is room for `self`.
   */
  protected callClass(type: Type, argc: i32, extra: i32): Value {
    const init = typeAttribute(type, literal("__init__"));
    const shape = promote(type.instanceShape);
    let instance: Value = ERROR;
    let native: Value = Singletons.objectInit;
    if (type.metaclass === Types.type_ && !isNil(shape) && newFunction(type) === Singletons.objectNew) {
      if (type.instanceKind === INSTANCE_PLAIN) instance = allocateInstance(shape);
      else if (type.instanceKind === INSTANCE_EXCEPTION) {
        instance = constructException(type, this.operandTuple(argc));
        native = Singletons.exceptionInit;
      }
    }
    if (instance !== ERROR) {
      if (isA(init, PyFunction)) {
        this.poke(argc, instance);
        const result = this.callFunction(init as PyFunction, argc + 1, extra - 1);
        if (result !== NONE) throw initResult(result);
        if (shape.tuned === 0 && isA(instance, Instance)) tuneShape(type, instance as Instance);
        return instance;
      }
      if (init === native) {
        if (native === Singletons.objectInit && argc > 0) throw refuseArguments(type);
        this.drop(argc + extra);
        return instance;
      }
    }
    const args = this.operandTuple(argc);
    const answer = callTuple(type, args, NIL);
    this.drop(argc + extra);
    return answer;
  }

  /**
   * Calls anything with the top `argc` operands; `extra` is at least 1. What stands for a function or a built-in is replaced by it first, with
   * `self` in the place of the callable: each way to call is here once.
   */
  protected callAny(callable: Value, argc: i32, extra: i32): Value {
    let callee = callable;
    let count = argc;
    let below = extra;
    if (!isA(callee, PyFunction)) {
      this.outOfLine();
      let self: Value = ERROR;
      if (isA(callable, BoundMethod)) {
        const method = callable as BoundMethod;
        if (isA(method.func, PyFunction)) {
          callee = method.func;
          self = method.self;
        }
      } else if (isA(callable, Type)) {
        const native = promote(callable as Type).construct;
        if (!isNil(native)) {
          callee = native;
          self = callable;
        }
      } else if (isA(callable, Instance)) {
        const hook = typeAttribute(promote((callable as Instance).shape).type, literal("__call__"));
        if (isA(hook, PyFunction)) {
          callee = hook;
          self = callable;
        }
      }
      if (self !== ERROR) {
        this.poke(argc, self);
        count = argc + 1;
        below = extra - 1;
      }
    }
    if (isA(callee, PyFunction)) return this.callFunction(callee as PyFunction, count, below);
    if (isA(callee, Builtin)) {
      const b = promote(callee as Builtin);
      if (b === Singletons.buildClass) return this.buildClass(this.operandTuple(argc), NIL, argc + extra);
      return this.callNative(b, count, below);
    }
    if (isA(callee, Type)) return this.callClass(promote(callee as Type), argc, extra);
    const args = this.operandTuple(argc);
    const answer = callTuple(callable, args, NIL);
    this.drop(argc + extra);
    return answer;
  }

  /** Calls anything with arguments in tuples; `extra` operands go away. */
  protected callWithNames(callable: Value, args: Tuple, names: Tuple, extra: i32): Value {
    if (isA(callable, BoundMethod) && isA((callable as BoundMethod).func, PyFunction)) {
      const method = callable as BoundMethod;
      const f = method.func as PyFunction;
      const all = alloc(Tuple, args.length + 1);
      all.items[0] = method.self;
      for (let i: i32 = 0; i < args.length; i++) all.items[i + 1] = args.items[i];
      return this.callBound(f, bindArguments(f, all, names), extra);
    }
    if (isA(callable, PyFunction)) {
      const f = callable as PyFunction;
      return this.callBound(f, bindArguments(f, args, names), extra);
    }
    if (callable === Singletons.buildClass) return this.buildClass(args, names, extra);
    const answer = callTuple(callable, args, names);
    this.drop(extra);
    return answer;
  }

  /** Calls a function whose frame is to start with `bound`. */
  protected callBound(f: PyFunction, bound: Tuple, extra: i32): Value {
    const code = promote(f.code);
    this.drop(extra);
    this.pushAll(bound);
    return this.call(code, f, code.argumentCount, 0);
  }

  /** `__build_class__(func, name, *bases, **keywords)`: the body runs in a frame whose `extra` word is the namespace. */
  protected buildClass(args: Tuple, names: Tuple, extra: i32): Value {
    const namespace = prepareNamespace(args, names);
    const body = args.items[0] as PyFunction;
    this.drop(extra);
    this.call(body.code, body, 0, 0, namespace);
    return finishClass(args, names, namespace);
  }

  // ── Bytecodes ──────────────────────────────────────────────────────────────────────────────────────────────────────

  /** `call #argc ( callable args… -- result )` */
  @op({ stack: "callable args[argc] -- result" })
  call_(argc: Imm<u16>): Value {
    return this.callAny(this.peek(argc), argc, 1);
  }

  /** `call_method #argc ( callable self args… -- result )`: an unset `self` is no argument. */
  @op({ stack: "callable self args[argc] -- result" })
  callMethod(argc: Imm<u16>): Value {
    const bound = promote<i32>(this.peek(argc) === ERROR ? 0 : 1);
    return this.callAny(this.peek(argc + 1), argc + bound, 2 - bound);
  }

  /** `call_keywords #argc #constant ( callable args… -- result )`: the constant names the last arguments. */
  @op({ stack: "callable args[argc] -- result" })
  callKeywords(argc: Imm<u16>, constant: Imm<i32>): Value {
    const names = constantOf(this.pyCode(), constant) as Tuple;
    return this.callWithNames(this.peek(argc), this.operandTuple(argc), names, argc + 1);
  }

  /** `call_method_keywords #argc #constant ( callable self args… -- result )` */
  @op({ stack: "callable self args[argc] -- result" })
  callMethodKeywords(argc: Imm<u16>, constant: Imm<i32>): Value {
    const names = constantOf(this.pyCode(), constant) as Tuple;
    const count: i32 = this.peek(argc) === ERROR ? argc : argc + 1;
    return this.callWithNames(this.peek(argc + 1), this.operandTuple(count), names, argc + 2);
  }

  /** `call_extended #flags ( callable arguments [keywords] -- result )` */
  @op({ stack: "callable arguments keywords[flags & 1] -- result" })
  callExtended(flags: Imm<u8>): Value {
    const withKeywords = (flags & 1) !== 0;
    const at: i32 = withKeywords ? 1 : 0;
    const callable = this.peek(at + 1);
    const keywords: Value = withKeywords ? this.peek(0) : NONE;
    const args = spreadArguments(callable, this.peek(at), keywords);
    return this.callWithNames(callable, args, spreadNames(keywords), at + 2);
  }

  /** `make_function #constant #flags ( [defaults] [kwdefaults] [annotate] [closure] -- function )` */
  @op({ stack: "parts[flags & 1] parts[flags >> 1 & 1] parts[flags >> 2 & 1] parts[flags >> 3 & 1] -- function" })
  makeFunction(constant: Imm<i32>, flags: Imm<u8>): Value {
    let at: i32 = 0;
    let closure: Value = NONE;
    let annotate: Value = NONE;
    let keywordDefaults: Value = NONE;
    let defaults: Value = NONE;
    if ((flags & 4) !== 0) {
      closure = this.peek(at);
      at += 1;
    }
    if ((flags & 24) !== 0) {
      annotate = this.peek(at);
      at += 1;
    }
    if ((flags & 2) !== 0) {
      keywordDefaults = this.peek(at);
      at += 1;
    }
    if ((flags & 1) !== 0) {
      defaults = this.peek(at);
      at += 1;
    }
    const answer = makeFunction(this.pyCode(), constantOf(this.pyCode(), constant) as PyCode, defaults, keywordDefaults, annotate, closure);
    this.drop(at);
    return answer;
  }

  /** `load_build_class ( -- function )` */
  @op()
  loadBuildClass(): Value {
    return Singletons.buildClass;
  }
}
