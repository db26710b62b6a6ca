/**
 * A small language for the tests of the back end, in the definition language (never run as TypeScript): integers, locals, calls,
 * allocation, errors, a generator-like frame save. It stands in for the unit "tiny".
 */

import {
  alloc,
  attempt,
  type bool,
  boxI64,
  boxInt,
  Bytecodes,
  type Code,
  entry,
  errorPending,
  fitsInt,
  globals,
  type hostImport,
  i32,
  i64,
  i64Of,
  type Imm,
  intOf,
  isA,
  isI64,
  isInt,
  Layout,
  layout,
  type loadI32,
  op,
  residual,
  type Slot,
  slot,
  special,
  type Tail,
  takeError,
  type u16,
  type u8,
  type Value,
} from "../../../toolkit/define/mod.ts";
import { Code as CodeBase } from "../../../toolkit/define/mod.ts";

export const NONE = special(1);
export const TRUE = special(2);
export const FALSE = special(3);
export const TYPE_ERROR = special(10);
export const RECURSION_ERROR = special(11);
export const MEMORY_ERROR = special(12);

@layout({ stable: true })
export class Func extends CodeBase {
  constants!: Tail<Value>;
}

@layout()
export class Pair extends Layout {
  head!: Value;
  tail!: Value;
  count!: i32;
}

@layout()
export class List extends Layout {
  items!: Tail<Value>;
}

@globals()
export class Roots {
  static last: Value;
  static probe: i32;
  static hook: Slot<(v: Value) => Value>;
}

export const addSlow = residual(function (a: Value, b: Value): Value {
  if (isI64(a) && isI64(b)) return boxI64(i64Of(a) + i64Of(b));
  throw TYPE_ERROR;
});

/** Allocates, then uses its argument: the spill is needed. */
export const consAll = residual(function (a: Value, n: i32): Value {
  let list: Value = NONE;
  for (let i = 0; i < n; i++) {
    const p = alloc(Pair);
    p.head = a;
    p.tail = list;
    p.count = i;
    list = p;
  }
  return list;
});

/** Called through a slot; walked by traces. */
export function doubled(v: Value): Value {
  if (isInt(v)) return boxI64(intOf(v) * 2n);
  throw TYPE_ERROR;
}

export const stackOverflow = entry(function (): Value {
  throw RECURSION_ERROR;
});
export const outOfMemory = entry(function (): Value {
  throw MEMORY_ERROR;
});
export const makeLiteral = entry(function (address: i32, sizeBytes: i32): Value {
  return boxInt(i64(address + sizeBytes));
});
export const boot = entry(function (): void {
  Roots.last = NONE;
  Roots.hook = slot(doubled);
});
export const newFunc = entry(function (constants: i32): Func {
  return alloc(Func, constants);
});
export const setCode = entry(function (f: Func, bytecode: i32, size: i32, locals: i32, stack: i32, args: i32): void {
  f.bytecode = bytecode;
  f.bytecodeSize = size;
  f.localCount = locals;
  f.stackSize = stack;
  f.argumentCount = args;
});
export const setConstant = entry(function (f: Func, i: i32, v: Value): void {
  f.constants[i] = v;
});

function truthy(v: Value): bool {
  return v !== FALSE && v !== NONE;
}
function lessInts(a: Value, b: Value): bool {
  return intOf(a) < intOf(b);
}

export class TinyBytecodes extends Bytecodes {
  /** `load_constant #index ( -- value )` */
  @op()
  loadConstant(index: Imm<u16>): Value {
    return (this.code as Func).constants[index];
  }
  /** `load_local #index ( -- value )` */
  @op()
  loadLocal(index: Imm<u16>): Value {
    return this.local(index);
  }
  /** `store_local #index ( value -- )` */
  @op()
  storeLocal(index: Imm<u16>, value: Value): void {
    this.setLocal(index, value);
  }
  /** `add ( left right -- sum )` */
  @op()
  add(left: Value, right: Value): Value {
    if (isInt(left) && isInt(right)) {
      const sum = intOf(left) + intOf(right);
      if (fitsInt(sum)) return boxInt(sum);
    }
    return addSlow(left, right);
  }
  /** `subtract ( left right -- difference )` */
  @op()
  subtract(left: Value, right: Value): Value {
    if (isI64(left) && isI64(right)) return boxI64(i64Of(left) - i64Of(right));
    throw TYPE_ERROR;
  }
  /** `less ( left right -- truth )` */
  @op()
  less(left: Value, right: Value): Value {
    if (isInt(left) && isInt(right)) return lessInts(left, right) ? TRUE : FALSE;
    throw TYPE_ERROR;
  }
  /** `loop_header #site ( -- )` */
  @op()
  loopHeader(site: Imm<i32>): void {}
  /** `jump #offset ( -- )` */
  @op()
  jumpAlways(offset: Imm<i32>): void {
    this.jump(offset);
  }
  /** `branch_if_false #offset ( condition -- )` */
  @op()
  branchIfFalse(offset: Imm<i32>, condition: Value): void {
    if (!truthy(condition)) this.jump(offset);
  }
  /** `pop ( value -- )` */
  @op()
  pop(value: Value): void {}
  /** `duplicate ( value -- value value )` */
  @op()
  duplicate(): void {
    this.push(this.peek(0));
  }
  /** `call #argc ( func args… -- result )` */
  @op({ stack: "callee args[argc] -- result" })
  callFunction(argc: Imm<u8>): Value {
    const f = this.peek(argc);
    if (!isA(f, Func)) throw TYPE_ERROR;
    return this.call(f as Func, f, argc, 1);
  }
  /** `call_twice ( func -- sum )`: calls without arguments, twice, and adds. */
  @op()
  callTwice(): Value {
    const f = this.peek(0);
    const first = this.call(f as Func, f, 0, 0);
    const g = this.peek(0);
    const second = this.call(g as Func, g, 0, 1);
    if (isInt(first) && isInt(second)) return boxInt(intOf(first) + intOf(second) * 2n);
    throw TYPE_ERROR;
  }
  /** `tail_call #argc ( func args… -- )` */
  @op({ stack: "callee args[argc] --" })
  tailCallFunction(argc: Imm<u8>): void {
    const f = this.peek(argc);
    this.tailCall(f as Func, f, argc);
  }
  /** `return ( value -- )` */
  @op()
  returnValue(value: Value): void {
    this.leave(value);
  }
  /** `cons ( head tail -- pair )` */
  @op()
  cons(head: Value, tail: Value): Value {
    const p = alloc(Pair);
    p.head = head;
    p.tail = tail;
    return p;
  }
  /** `pair_up ( a b -- (b . (a . none)) )`: the first pair lives across the second allocation. */
  @op()
  pairUp(a: Value, b: Value): Value {
    const inner = alloc(Pair);
    inner.head = a;
    inner.tail = NONE;
    const outer = alloc(Pair);
    outer.head = b;
    outer.tail = inner;
    return outer;
  }
  /** `tail ( pair -- tail )` */
  @op()
  tail(pair: Value): Value {
    if (!isA(pair, Pair)) throw TYPE_ERROR;
    return (pair as Pair).tail;
  }
  /** `call_hook ( value -- result )` */
  @op()
  callHook(value: Value): Value {
    return Roots.hook(value);
  }
  /** `hook_or ( value -- result )`: NONE when the hook raises. */
  @op()
  hookOr(value: Value): Value {
    const kept = alloc(Pair);
    kept.head = value;
    const result = attempt(Roots.hook(value));
    if (errorPending()) {
      takeError();
      return kept.head === value ? NONE : TRUE;
    }
    return result;
  }
  /** `head ( pair -- head )` */
  @op()
  head(pair: Value): Value {
    if (!isA(pair, Pair)) throw TYPE_ERROR;
    return (pair as Pair).head;
  }
  /** `set_head ( pair value -- pair )` */
  @op()
  setHead(pair: Value, value: Value): Value {
    if (!isA(pair, Pair)) throw TYPE_ERROR;
    (pair as Pair).head = value;
    return pair;
  }
  /** `cons_all #count ( head -- head list )`: outlined call with a live input. */
  @op({ outline: true })
  consMany(count: Imm<i32>, head: Value): Value {
    const list = consAll(head, count);
    if (!isA(list, Pair)) throw TYPE_ERROR;
    (list as Pair).head = head;
    return list;
  }
  /** `build_list #count ( items… -- list )` */
  @op({ stack: "items[count] -- list" })
  buildList(count: Imm<u16>): void {
    const l = alloc(List, count);
    for (let i = 0; i < count; i++) l.items[i] = this.peek(count - 1 - i);
    this.drop(count);
    this.push(l);
  }
  /** `throw ( value -- )` */
  @op()
  throwValue(value: Value): void {
    throw value;
  }
  /** In a function without parameters local 0 holds the address of the handler, if there is one. */
  @op({ hidden: true, unwind: true })
  unwindFrames(): void {
    const target = this.local(0);
    if ((this.code as Func).argumentCount === 0 && isInt(target)) {
      this.setLocal(0, NONE);
      this.cutStack(0);
      this.push(takeError());
      this.jumpTo(i32(intOf(target)));
    } else {
      this.unwindFrame();
    }
  }
}
