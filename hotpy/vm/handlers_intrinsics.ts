/**
 * Argument passing, and built-in functions that the call bytecodes do inline: what traces should see through (`len`, `isinstance`,
 * `list.append`, `next`, …) or what needs the running frame (`globals`, `locals`).
 *
 * Stack convention of calls: the top `argc` operands are the arguments, `extra` more operands below them go away with them.
 */

import {
  abs,
  alloc,
  boxFloat,
  boxI64,
  ERROR,
  f64,
  floatOf,
  type i32,
  i64,
  i64Of,
  isA,
  isFloat,
  isI64,
  isNil,
  isRef,
  kind,
  kindOf,
  literal,
  NIL,
  promote,
  residual,
  sqrt,
  type Value,
} from "../../toolkit/define/mod.ts";
import {
  type Builtin,
  Cell,
  CODE_OPTIMIZED,
  CODE_SIMPLE,
  Dict,
  FALSE,
  Generator,
  GENERATOR_CREATED,
  GENERATOR_END,
  GENERATOR_FINISHED,
  Instance,
  List,
  type Name,
  NONE,
  type PyCode,
  type PyFunction,
  Range,
  Singletons,
  Str,
  TRUE,
  Tuple,
  Type,
  Types,
} from "./objects.ts";
import { bindArguments } from "./binding.ts";
import { callBuiltin, callTuple, isSelfFor } from "./calls.ts";
import { dictGetName, dictSetName, newDict } from "./dict.ts";
import { stopIteration, typeError } from "./exceptions.ts";
import { takeResult } from "./generators.ts";
import { FrameBytecodes, takesExactly } from "./handlers_frames.ts";
import {
  INTRINSIC_ABS,
  INTRINSIC_APPEND,
  INTRINSIC_DIR,
  INTRINSIC_EVAL,
  INTRINSIC_EXEC,
  INTRINSIC_FLOAT,
  INTRINSIC_GLOBALS,
  INTRINSIC_INT,
  INTRINSIC_ISINSTANCE,
  INTRINSIC_LEN,
  INTRINSIC_LOCALS,
  INTRINSIC_NEXT,
  INTRINSIC_RANGE,
  INTRINSIC_REPR,
  INTRINSIC_SEND,
  INTRINSIC_SQRT,
  INTRINSIC_STR,
  INTRINSIC_TYPE,
  INTRINSIC_VARS,
} from "./intrinsics.ts";
import { listAppend } from "./list_methods.ts";
import { charLength, format2 } from "./messages.ts";
import { checkLength, reprOf, strOf } from "./protocols.ts";
import { makeTuple1 } from "./tuple_methods.ts";
import { isSubtype, typeAttribute, typeOf } from "./types.ts";

/** Doubles below this convert to 64-bit integers exactly. */
const INTEGER_LIMIT = 4611686018427387904.0;
/** Ranges with bounds below this need no care for overflow. */
const RANGE_LIMIT = 1073741824n;

/** Keys of a namespace in order. */
const sortedNames = residual(function (namespace: Value): Value {
  return callTuple(dictGetName(Singletons.builtins, literal("sorted")), makeTuple1(namespace), NIL);
});

export class IntrinsicBytecodes extends FrameBytecodes {
  // ── Arguments ──────────────────────────────────────────────────────────────────────────────────────────────────────

  /** The top `count` operands as a tuple; they stay on the stack. */
  protected operandTuple(count: i32): Tuple {
    if (count === 0) return Singletons.emptyTuple;
    const tuple = alloc(Tuple, count);
    for (let i: i32 = 0; i < count; i++) tuple.items[i] = this.peek(count - 1 - i);
    return tuple;
  }

  /** Pushes all elements. */
  protected pushAll(values: Tuple): void {
    const count = values.length;
    for (let i: i32 = 0; i < count; i++) this.push(values.items[i]);
  }

  /**
   * Brings `argc` positional arguments into the form of the function's frame: afterwards exactly `code.argumentCount` operands are on top.
   * The result is the number of operands below them that the call removes.
   */
  protected fitArguments(f: PyFunction, code: PyCode, argc: i32, extra: i32): i32 {
    if ((code.flags & CODE_SIMPLE) !== 0) {
      if (argc === code.positionalCount) return extra;
      const missing = code.positionalCount - argc;
      if (missing > 0 && !isNil(f.defaults) && missing <= f.defaults.length) {
        this.outOfLine();
        const first = f.defaults.length - missing;
        for (let i: i32 = 0; i < missing; i++) this.push(f.defaults.items[first + i]);
        return extra;
      }
    }
    this.outOfLine();
    const bound = bindArguments(f, this.operandTuple(argc), NIL);
    this.drop(argc + extra);
    this.pushAll(bound);
    return 0;
  }

  /** Calls a Python function with the top `argc` operands. */
  protected callFunction(f: PyFunction, argc: i32, extra: i32): Value {
    const code = promote(f.code);
    const below = this.fitArguments(f, code, argc, extra);
    return this.call(code, f, code.argumentCount, below);
  }

  /** Calls a built-in that is no intrinsic. */
  protected callOrdinary(b: Builtin, argc: i32, extra: i32): Value {
    if (isNil(b.varSlot) && argc >= b.minArgs && argc <= b.maxArgs && (isNil(b.owner) || isSelfFor(b, this.peek(argc - 1)))) {
      switch (b.maxArgs) {
        case 0: {
          const answer = b.fn0();
          this.drop(extra);
          return answer;
        }
        case 1: {
          const a: Value = argc > 0 ? this.peek(0) : ERROR;
          const answer = b.fn1(a);
          this.drop(argc + extra);
          return answer;
        }
        case 2: {
          const a: Value = argc > 0 ? this.peek(argc - 1) : ERROR;
          const c: Value = argc > 1 ? this.peek(0) : ERROR;
          const answer = b.fn2(a, c);
          this.drop(argc + extra);
          return answer;
        }
        case 3: {
          const a: Value = argc > 0 ? this.peek(argc - 1) : ERROR;
          const c: Value = argc > 1 ? this.peek(argc - 2) : ERROR;
          const d: Value = argc > 2 ? this.peek(0) : ERROR;
          const answer = b.fn3(a, c, d);
          this.drop(argc + extra);
          return answer;
        }
      }
    }
    const args = this.operandTuple(argc);
    const answer = callBuiltin(b, args, NIL);
    this.drop(argc + extra);
    return answer;
  }

  /** `str` (1) or `repr` (2) of the top operand, which goes away with `extra` more; Python methods run in frames, so they may nest deeply. */
  protected text(which: i32, extra: i32): Value {
    const v = this.peek(0);
    if (isA(v, Instance)) {
      const type = promote((v as Instance).shape).type;
      let name: Name = which === 1 ? literal("__str__") : literal("__repr__");
      let method = typeAttribute(type, name);
      if (method === Singletons.objectStr) {
        name = literal("__repr__");
        method = typeAttribute(type, name);
      }
      if (takesExactly(method, 1)) {
        const result = this.call(promote((method as PyFunction).code), method, 1, extra);
        if (!isA(result, Str)) throw typeError(format2(literal("%s returned non-string (type %t)"), name, result));
        return result;
      }
    }
    const answer: Value = which === 1 ? strOf(v) : reprOf(v);
    this.drop(1 + extra);
    return answer;
  }

  // ── Built-ins ──────────────────────────────────────────────────────────────────────────────────────────────────────

  /** Calls a built-in (a constant in traces) with the top `argc` operands. */
  protected callNative(b: Builtin, argc: i32, extra: i32): Value {
    let count = argc;
    switch (b.intrinsic) {
      case INTRINSIC_LEN:
        if (argc === 1 && isRef(this.peek(0))) {
          const v = this.peek(0);
          switch (kindOf(v)) {
            case kind(List): {
              const answer = boxI64(i64((v as List).size));
              this.drop(1 + extra);
              return answer;
            }
            case kind(Tuple): {
              const answer = boxI64(i64((v as Tuple).length));
              this.drop(1 + extra);
              return answer;
            }
            case kind(Dict): {
              const answer = boxI64(i64((v as Dict).size));
              this.drop(1 + extra);
              return answer;
            }
            case kind(Instance): {
              const method = typeAttribute(promote((v as Instance).shape).type, literal("__len__"));
              if (takesExactly(method, 1)) {
                const length = this.call(promote((method as PyFunction).code), method, 1, extra);
                return boxI64(i64(checkLength(length)));
              }
              break;
            }
          }
          if (isA(v, Str)) {
            const answer = boxI64(i64(charLength(v as Str)));
            this.drop(1 + extra);
            return answer;
          }
        }
        break;
      case INTRINSIC_APPEND:
        if (argc === 2 && isA(this.peek(1), List)) {
          const value = this.peek(0);
          const list = this.peek(1) as List;
          const size = list.size;
          if (size < list.items.length) {
            list.items.items[size] = value;
            list.size = size + 1;
          } else listAppend(list, value);
          this.drop(2 + extra);
          return NONE;
        }
        break;
      case INTRINSIC_ISINSTANCE:
        if (argc === 2 && isA(this.peek(0), Type)) {
          const type = promote(this.peek(0) as Type);
          if (type.metaclass === Types.type_) {
            const actual = promote(typeOf(this.peek(1)));
            const answer: Value = isSubtype(actual, type) ? TRUE : FALSE;
            this.drop(2 + extra);
            return answer;
          }
        }
        break;
      case INTRINSIC_NEXT:
      case INTRINSIC_SEND:
        if (argc >= 1 && argc <= 2 && isA(this.peek(argc - 1), Generator)) {
          const g = this.peek(argc - 1) as Generator;
          const second: Value = argc === 2 ? this.peek(0) : ERROR;
          const sends = b.intrinsic === INTRINSIC_SEND;
          if (!sends || (g.state !== GENERATOR_FINISHED && (g.state !== GENERATOR_CREATED || second === NONE))) {
            let value: Value = GENERATOR_END;
            if (g.state === GENERATOR_FINISHED) this.drop(argc + extra);
            else value = this.goOn(g, sends ? second : NONE, argc + extra);
            if (value !== GENERATOR_END) return value;
            const result = takeResult(g);
            if (!sends && second !== ERROR) return second;
            throw stopIteration(result);
          }
        }
        break;
      case INTRINSIC_GLOBALS:
        if (argc === 0) {
          const answer = this.pyCode().globals;
          this.drop(extra);
          return answer;
        }
        break;
      case INTRINSIC_LOCALS:
      case INTRINSIC_VARS:
        if (argc === 0) {
          const answer = this.localsDict();
          this.drop(extra);
          return answer;
        }
        break;
      case INTRINSIC_EXEC:
      case INTRINSIC_EVAL:
        if (argc === 1) {
          const locals = this.localsDict();
          this.push(this.pyCode().globals);
          this.push(locals);
          count = 3;
        }
        break;
      case INTRINSIC_DIR:
        if (argc === 0) {
          const names = sortedNames(this.localsDict());
          this.drop(extra);
          return names;
        }
        break;
      case INTRINSIC_RANGE:
        if (argc === 2 && isI64(this.peek(0))) {
          const count = i64Of(this.peek(0));
          const stop = this.peek(0);
          const answer = this.makeRange(boxI64(0n), stop, boxI64(1n), boxI64(count > 0n ? count : 0n));
          this.drop(2 + extra);
          return answer;
        }
        if (argc === 3 && isI64(this.peek(0)) && isI64(this.peek(1))) {
          const start = this.peek(1), stop = this.peek(0);
          const first = i64Of(start), last = i64Of(stop);
          if (first < RANGE_LIMIT && first > -RANGE_LIMIT && last < RANGE_LIMIT && last > -RANGE_LIMIT) {
            const answer = this.makeRange(start, stop, boxI64(1n), boxI64(last > first ? last - first : 0n));
            this.drop(3 + extra);
            return answer;
          }
        }
        break;
      case INTRINSIC_INT:
        if (argc === 2) {
          const v = this.peek(0);
          if (isI64(v)) {
            this.drop(2 + extra);
            return v;
          }
          if (isFloat(v) && abs(floatOf(v)) < INTEGER_LIMIT) {
            const answer = boxI64(i64(floatOf(v)));
            this.drop(2 + extra);
            return answer;
          }
        }
        break;
      case INTRINSIC_FLOAT:
        if (argc === 2) {
          const v = this.peek(0);
          if (isFloat(v)) {
            this.drop(2 + extra);
            return v;
          }
          if (isI64(v)) {
            const answer = boxFloat(f64(i64Of(v)));
            this.drop(2 + extra);
            return answer;
          }
        }
        break;
      case INTRINSIC_SQRT:
        if (argc === 1) {
          const v = this.peek(0);
          if (isFloat(v) && floatOf(v) >= 0) {
            const answer = boxFloat(sqrt(floatOf(v)));
            this.drop(1 + extra);
            return answer;
          }
        }
        break;
      case INTRINSIC_ABS:
        if (argc === 1) {
          const v = this.peek(0);
          if (isFloat(v)) {
            const answer = boxFloat(abs(floatOf(v)));
            this.drop(1 + extra);
            return answer;
          }
          if (isI64(v) && i64Of(v) > -0x7fffffffffffffffn) {
            const n = i64Of(v);
            const answer = boxI64(n < 0n ? 0n - n : n);
            this.drop(1 + extra);
            return answer;
          }
        }
        break;
      case INTRINSIC_STR:
      case INTRINSIC_REPR: {
        const self: i32 = b.intrinsic === INTRINSIC_STR ? 1 : 0;
        if (argc === 1 + self) return this.text(2 - self, extra + self);
        break;
      }
      case INTRINSIC_TYPE:
        if (argc === 2) {
          const type = typeOf(this.peek(0));
          this.drop(2 + extra);
          return type;
        }
        break;
    }
    return this.callOrdinary(b, count, extra);
  }

  protected makeRange(start: Value, stop: Value, step: Value, count: Value): Range {
    const r = alloc(Range);
    r.start = start;
    r.stop = stop;
    r.step = step;
    r.count = count;
    return r;
  }

  /** `locals()`: the namespace itself, or a fresh dict of the bound local and free variables. */
  protected localsDict(): Value {
    const code = this.pyCode();
    if ((code.flags & CODE_OPTIMIZED) === 0) return this.extra !== ERROR ? this.extra : code.globals;
    const dict = newDict();
    for (let i: i32 = 0; i < code.localCount; i++) {
      let v = this.local(i);
      const flags = code.localKinds.data[i];
      if ((flags & 2) !== 0 && isA(v, Cell)) v = (v as Cell).value;
      if (v !== ERROR && (flags & 1) !== 0) dictSetName(dict, code.localNames.items[i], v);
    }
    for (let i: i32 = 0; i < code.freeNames.length; i++) {
      const v = this.closureCell(i).value;
      if (v !== ERROR) dictSetName(dict, code.freeNames.items[i], v);
    }
    return dict;
  }
}
