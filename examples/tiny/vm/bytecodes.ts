/**
 * The bytecodes of Tiny. A handler's parameters are popped from the operand stack (immediates come from the instruction), its
 * result is pushed; `this` is the running frame. Fast paths are inline, everything else is a call.
 */

import {
  addOverflow,
  alloc,
  type bool,
  boxFloat,
  boxI64,
  boxInt,
  Bytecodes,
  copyTail,
  ERROR,
  floatOf,
  i32,
  i64,
  i64Of,
  type Imm,
  isA,
  isFloat,
  isI64,
  literal,
  mulOverflow,
  op,
  promote,
  pure,
  residual,
  subOverflow,
  takeError,
  type u16,
  type u8,
  type Value,
} from "../../../toolkit/define/mod.ts";
import { currentRun, FrozenFrame } from "../../../toolkit/heap/mod.ts";
import { addSlow, compare, divideSlow, equals, floorSlow, multiplySlow, subtractSlow, truth } from "./numbers.ts";
import {
  BASE_CALL,
  BASE_UNDERFLOW,
  Cell,
  Closure,
  Continuation,
  END,
  extendShape,
  FALSE,
  findProperty,
  FINISHED,
  Generator,
  List,
  ListIterator,
  type Name,
  newList,
  NOTHING,
  Obj,
  Roots,
  RUNNING,
  type Shape,
  Str,
  SUSPENDED,
  type TinyCode,
  Values,
} from "./objects.ts";
import { printValue, textOf } from "./text.ts";

/** Row of the exception table for an offset, as the index of its first entry; -1 for none. */
const findHandler = pure(function (code: TinyCode, offset: i32): i32 {
  for (let i = 0; i < code.handlers.length; i += 4) {
    if (offset >= code.handlers.entries[i] && offset < code.handlers.entries[i + 1]) return i;
  }
  return -1;
});

/** Appends to a list; returns its new length. */
export const append = residual(function (list: List, v: Value): i32 {
  const count = list.count;
  if (count === list.items.length) {
    const grown = alloc(Values, count * 2 + 4);
    copyTail(grown.items, 0, list.items.items, 0, count);
    list.items = grown;
  }
  list.items.items[count] = v;
  list.count = count + 1;
  return count + 1;
});

/** Gives an object one more property. */
function addProperty(o: Obj, shape: Shape, v: Value): void {
  if (shape.index >= o.slots.length) {
    const grown = alloc(Values, shape.index * 2 + 2);
    copyTail(grown.items, 0, o.slots.items, 0, o.slots.length);
    o.slots = grown;
  }
  o.slots.items[shape.index] = v;
  o.shape = shape;
}

/** The place that `v` means in something of `count` elements. */
export function checkedIndex(v: Value, count: i32): i32 {
  if (!isI64(v)) throw literal("an index is an integer");
  const index = i64Of(v);
  if (index < 0n || index >= i64(count)) throw literal("index out of range");
  return i32(index);
}

export class Core extends Bytecodes {
  // ── Constants, stack, variables ──────────────────────────────────────────────────────────────────────────────────

  /** `push_constant #constant ( -- value )` */
  @op()
  pushConstant(constant: Imm<u16>): Value {
    return (this.code as TinyCode).constants.items[constant];
  }
  /** `push_int #number ( -- integer )` */
  @op()
  pushInt(number: Imm<i32>): Value {
    return boxInt(i64(number));
  }
  /** `dup ( value -- value value )` */
  @op()
  dup(): void {
    this.push(this.peek(0));
  }
  /** `pop ( value -- )` */
  @op()
  pop(_value: Value): void {}
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
  /** `new_cell #index ( value -- )`: the local becomes a new variable that closures can share. */
  @op()
  newCell(index: Imm<u16>, value: Value): void {
    const cell = alloc(Cell);
    cell.value = value;
    this.setLocal(index, cell);
  }
  /** `load_cell #index ( -- value )`: of a local that is shared. */
  @op()
  loadCell(index: Imm<u16>): Value {
    return (this.local(index) as Cell).value;
  }
  /** `store_cell #index ( value -- )` */
  @op()
  storeCell(index: Imm<u16>, value: Value): void {
    (this.local(index) as Cell).value = value;
  }
  /** `push_free #free ( -- cell )`: a variable of an outer function, to be captured. */
  @op()
  pushFree(free: Imm<u16>): Value {
    return (this.func as Closure).cells.items[free];
  }
  /** `load_free #free ( -- value )` */
  @op()
  loadFree(free: Imm<u16>): Value {
    return ((this.func as Closure).cells.items[free] as Cell).value;
  }
  /** `store_free #free ( value -- )` */
  @op()
  storeFree(free: Imm<u16>, value: Value): void {
    ((this.func as Closure).cells.items[free] as Cell).value = value;
  }

  // ── Operators ────────────────────────────────────────────────────────────────────────────────────────────────────

  /** `add ( left right -- sum )`: numbers, or two strings. */
  @op()
  add(left: Value, right: Value): Value {
    if (isI64(left) && isI64(right)) {
      const [sum, overflow] = addOverflow(i64Of(left), i64Of(right));
      if (!overflow) return boxI64(sum);
    } else if (isFloat(left) && isFloat(right)) {
      return boxFloat(floatOf(left) + floatOf(right));
    }
    return addSlow(left, right);
  }
  /** `subtract ( left right -- difference )` */
  @op()
  subtract(left: Value, right: Value): Value {
    if (isI64(left) && isI64(right)) {
      const [difference, overflow] = subOverflow(i64Of(left), i64Of(right));
      if (!overflow) return boxI64(difference);
    } else if (isFloat(left) && isFloat(right)) {
      return boxFloat(floatOf(left) - floatOf(right));
    }
    return subtractSlow(left, right);
  }
  /** `multiply ( left right -- product )` */
  @op()
  multiply(left: Value, right: Value): Value {
    if (isI64(left) && isI64(right)) {
      const [product, overflow] = mulOverflow(i64Of(left), i64Of(right));
      if (!overflow) return boxI64(product);
    } else if (isFloat(left) && isFloat(right)) {
      return boxFloat(floatOf(left) * floatOf(right));
    }
    return multiplySlow(left, right);
  }
  /** `divide ( left right -- quotient )`: a float. */
  @op()
  divide(left: Value, right: Value): Value {
    if (isFloat(left) && isFloat(right) && floatOf(right) !== 0.0) return boxFloat(floatOf(left) / floatOf(right));
    return divideSlow(left, right);
  }
  /** `floor_divide ( left right -- quotient )`: of integers. */
  @op()
  floorDivide(left: Value, right: Value): Value {
    if (this.areNatural(left, right)) return boxI64(i64Of(left) / i64Of(right));
    return floorSlow(left, right, false);
  }
  /** `remainder ( left right -- rest )`: of integers, with the sign of `right`. */
  @op()
  remainder(left: Value, right: Value): Value {
    if (this.areNatural(left, right)) return boxI64(i64Of(left) % i64Of(right));
    return floorSlow(left, right, true);
  }
  /** 64-bit integers for which the machine's division is right. */
  areNatural(left: Value, right: Value): bool {
    return isI64(left) && isI64(right) && i64Of(left) >= 0n && i64Of(right) > 0n;
  }
  /** `less ( left right -- boolean )` */
  @op()
  less(left: Value, right: Value): Value {
    if (isI64(left) && isI64(right)) return truth(i64Of(left) < i64Of(right));
    if (isFloat(left) && isFloat(right)) return truth(floatOf(left) < floatOf(right));
    return truth(compare(left, right) < 0);
  }
  /** `less_equal ( left right -- boolean )` */
  @op()
  lessEqual(left: Value, right: Value): Value {
    if (isI64(left) && isI64(right)) return truth(i64Of(left) <= i64Of(right));
    if (isFloat(left) && isFloat(right)) return truth(floatOf(left) <= floatOf(right));
    return truth(compare(left, right) <= 0);
  }
  /** `equal ( left right -- boolean )` */
  @op()
  equal(left: Value, right: Value): Value {
    if (isI64(left) && isI64(right)) return truth(i64Of(left) === i64Of(right));
    return truth(equals(left, right));
  }
  /** `not ( value -- boolean )`: only `nil` and `false` are false. */
  @op()
  not(value: Value): Value {
    return truth(value === FALSE || value === NOTHING);
  }

  // ── Control ──────────────────────────────────────────────────────────────────────────────────────────────────────

  /** `jump_always #offset ( -- )` */
  @op()
  jumpAlways(offset: Imm<i32>): void {
    this.jump(offset);
  }
  /** `branch_if_false #offset ( condition -- )` */
  @op()
  branchIfFalse(offset: Imm<i32>, condition: Value): void {
    if (condition === FALSE || condition === NOTHING) this.jump(offset);
  }
  /** `loop_header #site ( -- )`: where every loop starts. */
  @op()
  loopHeader(_site: Imm<i32>): void {}

  // ── Functions ────────────────────────────────────────────────────────────────────────────────────────────────────

  /** `make_closure #count ( code cells… -- function )` */
  @op({ stack: "code cells[count] -- function" })
  makeClosure(count: Imm<u8>): void {
    const cells = alloc(Values, count);
    for (let i = 0; i < count; i++) cells.items[i] = this.peek(count - 1 - i);
    const f = alloc(Closure);
    f.code = this.peek(count) as TinyCode;
    f.cells = cells;
    this.drop(count + 1);
    this.push(f);
  }
  /** `call_function #argc ( function arguments… -- result )` */
  @op({ stack: "function args[argc] -- result" })
  callFunction(argc: Imm<u8>): Value {
    const f = this.peek(argc);
    if (!isA(f, Closure) && isA(f, Continuation)) this.throwTo(f as Continuation, argc);
    return this.call(promote(this.codeOf(f, argc)), f, argc, 1);
  }
  /** `tail_call_function #argc ( function arguments… -- )`: replaces the running frame. */
  @op({ stack: "function args[argc] --" })
  tailCallFunction(argc: Imm<u8>): void {
    const f = this.peek(argc);
    if (!isA(f, Closure) && isA(f, Continuation)) this.throwTo(f as Continuation, argc);
    this.tailCall(promote(this.codeOf(f, argc)), f, argc);
  }
  /** Code of a function that takes `argc` arguments. */
  codeOf(f: Value, argc: i32): TinyCode {
    if (!isA(f, Closure)) throw literal("not a function");
    const code = (f as Closure).code;
    if (code.argumentCount !== argc) throw literal("wrong number of arguments");
    return code;
  }
  /** `return_value ( result -- )` */
  @op()
  returnValue(result: Value): void {
    this.leave(result);
  }

  // ── Continuations ────────────────────────────────────────────────────────────────────────────────────────────────

  /** `callcc ( function -- value )`: calls the function with the continuation of this call, from the base frame. */
  @op({ stack: "function -- value" })
  callcc(f: Value): void {
    this.capture(f, false);
  }
  /** `tail_callcc ( function -- )`: the continuation is that of the running frame. */
  @op()
  tailCallcc(f: Value): void {
    this.capture(f, true);
  }
  /** Calls a function with a continuation. */
  capture(f: Value, tail: bool): void {
    if (!isA(f, Closure) && !isA(f, Continuation)) throw literal("not a function");
    const chain: FrozenFrame = this.freeze(tail);
    const k = alloc(Continuation);
    k.chain = chain;
    k.run = currentRun();
    this.restart(chain, BASE_CALL, f, k);
  }
  /** Goes on with the frames of a continuation; the argument on the stack is what its `callcc` gives. */
  throwTo(k: Continuation, argc: i32): void {
    if (argc !== 1) throw literal("wrong number of arguments");
    if (k.run !== currentRun()) throw literal("this continuation belongs to another run");
    this.restart(k.chain, BASE_UNDERFLOW, this.peek(0));
  }
  /** `start ( -- result )`: first in a base frame: calls its function. */
  @op({ hidden: true })
  start(): Value {
    const f = this.func;
    const argument = this.local(1);
    if (argument === ERROR) return this.call(this.codeOf(f, 0), f, 0, 0);
    this.push(argument);
    return this.call(this.codeOf(f, 1), f, 1, 0);
  }
  /** `underflow ( result -- result )`: in a base frame: gives a result to the newest frozen frame; ends the run when there is none. */
  @op({ hidden: true })
  underflow(result: Value): Value {
    const chain = this.local(0);
    if (!isA(chain, FrozenFrame)) this.leave(result);
    const f = chain as FrozenFrame;
    this.setLocal(0, f.parent);
    this.jump(BASE_UNDERFLOW - BASE_CALL);
    return this.resumeFrame(promote(f.code), f.func, f.extra, f.slots, promote(f.count), promote(f.pc), 0, result);
  }
  /** An error leaves a base frame: it goes on in the newest frozen frame, if there is one. */
  unwindFrozen(code: TinyCode): void {
    const chain = this.local(0);
    if (!isA(chain, FrozenFrame)) return;
    const f = chain as FrozenFrame;
    this.setLocal(0, f.parent);
    this.cutStack(0);
    this.jumpTo(code.bytecode + BASE_UNDERFLOW);
    this.unwindInto(promote(f.code), f.func, f.extra, f.slots, promote(f.count), promote(f.callPc));
  }

  // ── Exceptions ───────────────────────────────────────────────────────────────────────────────────────────────────

  /** `throw_value ( value -- )` */
  @op()
  throwValue(value: Value): void {
    throw value;
  }
  /** `unwind ( -- )`: goes to the handler of this frame, or leaves it. */
  @op({ hidden: true, unwind: true })
  unwind(): void {
    const code = promote(this.code as TinyCode);
    const row = findHandler(code, this.pc - code.bytecode);
    if (row >= 0) {
      this.cutStack(code.handlers.entries[row + 3]);
      this.push(takeError());
      this.jumpTo(code.bytecode + code.handlers.entries[row + 2]);
      return;
    }
    if (code === Roots.baseCode) this.unwindFrozen(code);
    const extra = this.extra;
    if (isA(extra, Generator)) (extra as Generator).state = FINISHED;
    this.unwindFrame();
  }

  // ── Lists, strings, objects ──────────────────────────────────────────────────────────────────────────────────────

  /** `make_list #count ( items… -- list )` */
  @op({ stack: "items[count] -- list" })
  makeList(count: Imm<u16>): void {
    const list = newList(count);
    for (let i = 0; i < count; i++) list.items.items[i] = this.peek(count - 1 - i);
    list.count = count;
    this.drop(count);
    this.push(list);
  }
  /** `get_index ( list index -- item )` */
  @op()
  getIndex(object: Value, index: Value): Value {
    if (!isA(object, List)) throw literal("not a list");
    const list = object as List;
    return list.items.items[checkedIndex(index, list.count)];
  }
  /** `set_index ( list index item -- )` */
  @op()
  setIndex(object: Value, index: Value, item: Value): void {
    if (!isA(object, List)) throw literal("not a list");
    const list = object as List;
    list.items.items[checkedIndex(index, list.count)] = item;
  }
  /** `append ( list item -- nil )` */
  @op()
  append(object: Value, item: Value): Value {
    if (!isA(object, List)) throw literal("not a list");
    const list = object as List;
    if (list.count < list.items.length) {
      list.items.items[list.count] = item;
      list.count += 1;
    } else {
      append(list, item);
    }
    return NOTHING;
  }
  /** `size ( value -- count )` */
  @op()
  size(v: Value): Value {
    if (isA(v, List)) return boxInt(i64((v as List).count));
    if (isA(v, Str)) return boxInt(i64((v as Str).length));
    throw literal("this has no size");
  }
  /** `make_object ( -- object )` */
  @op()
  makeObject(): Value {
    const o = alloc(Obj);
    o.shape = Roots.emptyShape;
    o.slots = Roots.noValues;
    return o;
  }
  /** `get_property #name ( object -- value )` */
  @op()
  getProperty(name: Imm<u16>, object: Value): Value {
    if (!isA(object, Obj)) throw literal("not an object");
    const o = object as Obj;
    const index = findProperty(promote(o.shape), (this.code as TinyCode).constants.items[name] as Name);
    if (index < 0) throw literal("no such property");
    return o.slots.items[index];
  }
  /** `set_property #name ( object value -- )` */
  @op()
  setProperty(name: Imm<u16>, object: Value, value: Value): void {
    if (!isA(object, Obj)) throw literal("not an object");
    const o = object as Obj;
    const shape = promote(o.shape);
    const key = (this.code as TinyCode).constants.items[name] as Name;
    const index = findProperty(shape, key);
    if (index >= 0) o.slots.items[index] = value;
    else addProperty(o, extendShape(shape, key), value);
  }
  /** `to_text ( value -- string )` */
  @op()
  toText(v: Value): Value {
    return textOf(v);
  }
  /** `print ( value -- nil )` */
  @op()
  print(v: Value): Value {
    printValue(v);
    return NOTHING;
  }

  // ── Iteration and generators ─────────────────────────────────────────────────────────────────────────────────────

  /** `get_iterator ( iterable -- iterator )` */
  @op()
  getIterator(v: Value): Value {
    if (isA(v, Generator)) return v;
    if (!isA(v, List)) throw literal("cannot iterate over this");
    const iterator = alloc(ListIterator);
    iterator.list = v as List;
    return iterator;
  }
  /** `for_next #end ( iterator -- iterator item )`, or at the end jumps with `( iterator -- )`. */
  @op()
  forNext(end: Imm<i32>): void {
    const v = this.peek(0);
    if (isA(v, ListIterator)) {
      const iterator = v as ListIterator;
      const index = iterator.index;
      if (index < iterator.list.count) {
        iterator.index = index + 1;
        this.push(iterator.list.items.items[index]);
        return;
      }
      this.drop(1);
      this.jump(end);
      return;
    }
    const g = v as Generator;
    if (g.state === RUNNING) throw literal("this generator is running");
    if (g.state === FINISHED) {
      this.drop(1);
      this.jump(end);
      return;
    }
    g.state = RUNNING;
    const item = this.resumeFrame(promote(g.code), g.func, g, g.slots, promote(g.count), promote(g.pc), 0, NOTHING);
    if (item === END) {
      this.drop(1);
      this.jump(end);
    } else {
      this.push(item);
    }
  }
  /** `make_generator ( -- )`: first in a generator function: leaves with the suspended frame as a generator. */
  @op({ stack: "-- sent" })
  makeGenerator(): void {
    const code = this.code as TinyCode;
    const g = alloc(Generator, code.localCount + code.stackSize + 1);
    g.code = code;
    g.func = this.func;
    g.pc = this.nextPc;
    g.count = this.frameSlots;
    this.saveFrame(g.slots);
    this.leave(g);
  }
  /** `yield_value ( value -- sent )`: suspends the generator whose frame this is. */
  @op({ stack: "value -- sent" })
  yieldValue(value: Value): void {
    const g = this.extra as Generator;
    g.state = SUSPENDED;
    g.pc = this.nextPc;
    g.count = this.frameSlots;
    this.saveFrame(g.slots);
    this.leave(value);
  }
  /** `finish_generator ( -- )` */
  @op()
  finishGenerator(): void {
    (this.extra as Generator).state = FINISHED;
    this.leave(END);
  }
}
