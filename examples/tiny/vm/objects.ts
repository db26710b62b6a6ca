/**
 * Heap objects of Tiny: strings, lists, objects with shapes, closures, generators, code.
 *
 * Integers come from the toolkit (immediate, `Int64`, `Bignum`), floats are immediate. A shape is a chain of property names:
 * objects that got the same properties in the same order share one, so a property is found once per shape.
 */

import {
  alloc,
  Code,
  globals,
  type i32,
  isNil,
  Layout,
  layout,
  pure,
  residual,
  special,
  type Tail,
  type u8,
  type Value,
} from "../../../toolkit/define/mod.ts";
import type { FrozenFrame } from "../../../toolkit/heap/mod.ts";

export const NOTHING = special(1);
export const FALSE = special(2);
export const TRUE = special(3);
/** What a generator leaves with at its end; no program sees it. */
export const END = special(4);

/** UTF-8 text. */
@layout()
export class Str extends Layout {
  readonly text!: Tail<u8>;
}

/** A literal or property name: there is one per text, and it never moves. */
@layout({ stable: true })
export class Name extends Str {}

@layout()
export class Values extends Layout {
  items!: Tail<Value>;
}

/** The constants of a code object. */
@layout({ stable: true })
export class Constants extends Layout {
  readonly items!: Tail<Value>;
}

/** Exception table: start, end, target (offsets in the bytecode), operand depth. The first row that fits holds. */
@layout({ stable: true })
export class Handlers extends Layout {
  readonly entries!: Tail<i32>;
}

@layout({ stable: true })
export class TinyCode extends Code {
  readonly constants!: Constants;
  readonly handlers!: Handlers;
}

@layout()
export class List extends Layout {
  items!: Values;
  count!: i32;
}

@layout()
export class ListIterator extends Layout {
  list!: List;
  index!: i32;
}

/** Object with the properties of `parent` and one more. */
@layout({ stable: true })
export class Shape extends Layout {
  readonly parent!: Shape;
  readonly name!: Name;
  readonly index!: i32;
  firstChild!: Shape;
  readonly nextSibling!: Shape;
}

@layout()
export class Obj extends Layout {
  shape!: Shape;
  slots!: Values;
}

/** A variable that a closure shares with the function around it. */
@layout()
export class Cell extends Layout {
  value!: Value;
}

@layout()
export class Closure extends Layout {
  readonly code!: TinyCode;
  readonly cells!: Values;
}

export const SUSPENDED = 0;
export const RUNNING = 1;
export const FINISHED = 2;

/** A suspended frame: `count` slots (locals, operands), to go on at `pc`. */
@layout()
export class Generator extends Layout {
  readonly code!: TinyCode;
  func!: Value;
  state!: i32;
  pc!: i32;
  count!: i32;
  slots!: Tail<Value>;
}

/** What `callcc` gives to its function: the frames to go on in, and the run that they belong to. */
@layout()
export class Continuation extends Layout {
  readonly chain!: FrozenFrame;
  readonly run!: i32;
}

/** Offsets in the code of base frames, which `makeBaseCode` writes. */
export const BASE_UNDERFLOW = 2;
export const BASE_CALL = 4;

/** A list whose text is being written, inside of that of `outer`. */
@layout()
export class Shown extends Layout {
  readonly list!: List;
  readonly outer!: Shown;
}

/** An interned name in its bucket. */
@layout()
export class NameEntry extends Layout {
  readonly name!: Name;
  readonly next!: NameEntry;
}

@globals()
export class Roots {
  static readonly names: Values;
  static readonly emptyShape: Shape;
  static readonly noValues: Values;
  static main: Closure;
  /** What every run starts with: calls the function of its frame, and takes the frozen frames off local 0. */
  static readonly baseCode: TinyCode;
}

export function newList(capacity: i32): List {
  const items = alloc(Values, capacity);
  const list = alloc(List);
  list.items = items;
  return list;
}

/** Index of a property, -1 when objects of this shape have none of that name. */
export const findProperty = pure(function (shape: Shape, name: Name): i32 {
  for (let s = shape; !isNil(s.parent); s = s.parent) {
    if (s.name === name) return s.index;
  }
  return -1;
});

/** The shape with one more property. */
export const extendShape = residual(function (shape: Shape, name: Name): Shape {
  for (let child = shape.firstChild; !isNil(child); child = child.nextSibling) {
    if (child.name === name) return child;
  }
  const added = alloc(Shape);
  added.parent = shape;
  added.name = name;
  added.index = isNil(shape.parent) ? 0 : shape.index + 1;
  added.nextSibling = shape.firstChild;
  shape.firstChild = added;
  return added;
});
