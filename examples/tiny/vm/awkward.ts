/**
 * Bytecodes that do what trace compilers get wrong: effects in the middle, followed by loads, branches, errors, allocations
 * and guest calls. They are functions of the language, so that random programs meet them.
 */

import {
  boxFloat,
  boxI64,
  boxInt,
  ERROR,
  f64,
  floatOf,
  globals,
  i64,
  i64Of,
  isA,
  isFloat,
  isI64,
  isRef,
  kind,
  kindOf,
  literal,
  op,
  promote,
  residual,
  runNested,
  type Slot,
  slot,
  stackPush,
  type Value,
} from "../../../toolkit/define/mod.ts";
import { append, checkedIndex, Core } from "./bytecodes.ts";
import { addSlow, subtractSlow } from "./numbers.ts";
import { Closure, FALSE, List, newList, NOTHING, Obj, Roots, Str } from "./objects.ts";

@globals()
export class Scratch {
  static last: Value;
  static operation: Slot<(a: Value, b: Value) => Value>;
}

/** Calls a function in an interpreter of its own. */
const callNested = residual(function (f: Closure, x: Value): Value {
  stackPush(ERROR);
  stackPush(x);
  return runNested(Roots.baseCode, f, 2);
});

export class Awkward extends Core {
  /** `exchange ( a i b j -- old )`: swaps a[i] and b[j], which may be the same; loads behind both stores. */
  @op()
  exchange(a: Value, i: Value, b: Value, j: Value): Value {
    if (!isA(a, List) || !isA(b, List)) throw literal("not a list");
    const left = a as List;
    const right = b as List;
    const x = checkedIndex(i, left.count);
    const y = checkedIndex(j, right.count);
    const old = left.items.items[x];
    left.items.items[x] = right.items.items[y];
    right.items.items[y] = old;
    return left.items.items[x];
  }
  /** `tick ( list -- count )`: a store to the last element, then a branch on what is loaded back, then another store. */
  @op()
  tick(v: Value): Value {
    if (!isA(v, List)) throw literal("not a list");
    const list = v as List;
    if (list.count === 0) return NOTHING;
    const last = list.count - 1;
    const old = list.items.items[last];
    list.items.items[last] = isI64(old) && i64Of(old) < 1000n ? boxI64(i64Of(old) + 1n) : boxInt(0n);
    const now = i64Of(list.items.items[last]);
    if (now % 3n === 0n) list.items.items[0] = boxI64(now);
    return list.items.items[0];
  }
  /** `put ( list index item -- item )`: stores first, raises afterwards when the item is nil. */
  @op()
  put(v: Value, index: Value, item: Value): Value {
    if (!isA(v, List)) throw literal("not a list");
    const list = v as List;
    list.items.items[checkedIndex(index, list.count)] = item;
    if (item === NOTHING) throw literal("nil was stored");
    return item;
  }
  /** `remember ( value -- list )`: store to a global, allocation, load back, store. */
  @op()
  remember(v: Value): Value {
    const before = Scratch.last;
    Scratch.last = v;
    const list = newList(2);
    list.items.items[0] = before === ERROR ? NOTHING : before;
    list.items.items[1] = Scratch.last;
    list.count = 2;
    Scratch.last = isRef(v) ? NOTHING : v;
    return list;
  }
  /** `grow ( list item -- value )`: a residual call with effects, a branch on its result, another effect. */
  @op()
  grow(v: Value, item: Value): Value {
    if (!isA(v, List)) throw literal("not a list");
    const list = v as List;
    const count = append(list, item);
    if (count > 3) {
      list.count = count - 2;
      return list.items.items[count - 2];
    }
    return boxInt(i64(count));
  }
  /** `twice ( function value -- result )`: two guest calls in one bytecode, the second depends on the first. */
  @op()
  twice(f: Value, v: Value): Value {
    const code = promote(this.codeOf(f, 1));
    this.push(v);
    const first = this.call(code, f, 1, 0);
    if (first === FALSE || first === NOTHING) return first;
    this.push(first);
    return this.call(code, f, 1, 0);
  }
  /** `mix ( function value -- list )`: temporaries of every type live across a guest call. */
  @op()
  mix(f: Value, v: Value): Value {
    const code = promote(this.codeOf(f, 1));
    const whole = isI64(v) ? i64Of(v) : 9007199254740993n;
    const part = isFloat(v) ? floatOf(v) : f64(whole) * 0.5;
    const list = newList(4);
    list.items.items[0] = v;
    list.count = 1;
    const before = list.count;
    this.push(v);
    const result = this.call(code, f, 1, 0);
    list.items.items[1] = result;
    list.items.items[2] = boxI64(whole);
    list.items.items[3] = boxFloat(part);
    list.count = before + 3;
    return list;
  }
  /** `choose ( left right condition -- value )`: a call through a function pointer. */
  @op()
  choose(a: Value, b: Value, condition: Value): Value {
    Scratch.operation = condition === FALSE || condition === NOTHING ? slot(subtractSlow) : slot(addSlow);
    return Scratch.operation(a, b);
  }
  /** `kind_number ( value -- number )`: a switch on the layout. */
  @op()
  kindNumber(v: Value): Value {
    if (!isRef(v)) return boxInt(0n);
    switch (kindOf(v)) {
      case kind(List):
        return boxInt(1n);
      case kind(Obj):
      case kind(Closure):
        return boxInt(2n);
      case kind(Str):
        return boxInt(3n);
      default:
        return boxInt(4n);
    }
  }
  /** `nested ( function value -- result )`: the function runs in a nested interpreter. */
  @op()
  nested(f: Value, v: Value): Value {
    this.codeOf(f, 1);
    return callNested(f as Closure, v);
  }
}
