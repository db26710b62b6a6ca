/**
 * Tuples whose elements have names: `sys.version_info`, `sys.float_info`, `time.struct_time`.
 *
 * Each is a layout of its own, since the type of a tuple follows from its layout; attributes are native getters.
 */

import { alloc, globals, type i32, kind, layout, literal, NIL, type Slot, slot, type Value } from "../../toolkit/define/mod.ts";
import { type Name, Tuple, type Type, Types } from "./objects.ts";
import { attribute } from "./native.ts";
import { deriveMethods } from "./derived_methods.ts";
import { newBuiltinType, setTypeOfKind, typeOf } from "./types.ts";
import { reprOf } from "./operators.ts";
import { addChar, addLatin1, addStr, finish, newBuilder } from "./str_builder.ts";
import { utf8 } from "../../toolkit/define/mod.ts";

@layout()
export class VersionInfo extends Tuple {}

@layout()
export class FloatInfo extends Tuple {}

@layout()
export class StructTime extends Tuple {}

/** Names of the elements, by type. */
@globals()
class StructNames {
  static version: Tuple;
  static float: Tuple;
  static time: Tuple;
}

function element0(self: Value): Value {
  return (self as Tuple).items[0];
}

function element1(self: Value): Value {
  return (self as Tuple).items[1];
}

function element2(self: Value): Value {
  return (self as Tuple).items[2];
}

function element3(self: Value): Value {
  return (self as Tuple).items[3];
}

function element4(self: Value): Value {
  return (self as Tuple).items[4];
}

function element5(self: Value): Value {
  return (self as Tuple).items[5];
}

function element6(self: Value): Value {
  return (self as Tuple).items[6];
}

function element7(self: Value): Value {
  return (self as Tuple).items[7];
}

function element8(self: Value): Value {
  return (self as Tuple).items[8];
}

function element9(self: Value): Value {
  return (self as Tuple).items[9];
}

function element10(self: Value): Value {
  return (self as Tuple).items[10];
}

/** The getter of element `i`. */
function getterOf(i: i32): Slot<(self: Value) => Value> {
  switch (i) {
    case 0:
      return slot(element0);
    case 1:
      return slot(element1);
    case 2:
      return slot(element2);
    case 3:
      return slot(element3);
    case 4:
      return slot(element4);
    case 5:
      return slot(element5);
    case 6:
      return slot(element6);
    case 7:
      return slot(element7);
    case 8:
      return slot(element8);
    case 9:
      return slot(element9);
    default:
      return slot(element10);
  }
}

function namesOf(self: Value): Tuple {
  const type = typeOf(self);
  if (type.name === literal("sys.version_info")) return StructNames.version;
  return type.name === literal("sys.float_info") ? StructNames.float : StructNames.time;
}

/** `time.struct_time(tm_year=2024, …)`. */
function repr(self: Value): Value {
  const t = self as Tuple;
  const names = namesOf(self);
  const b = newBuilder(64);
  addStr(b, typeOf(self).name);
  addChar(b, 40);
  for (let i = 0; i < t.length; i++) {
    if (i > 0) addLatin1(b, utf8(", "), 2);
    addStr(b, names.items[i] as Name);
    addChar(b, 61);
    addStr(b, reprOf(t.items[i]));
  }
  addChar(b, 41);
  return finish(b);
}

function bootType(name: Name, layoutNumber: i32, names: Tuple): Type {
  const t = newBuiltinType(name, Types.tuple);
  setTypeOfKind(layoutNumber, t);
  t.tpRepr = slot(repr);
  t.construct = NIL;
  for (let i = 0; i < names.length; i++) attribute(t, names.items[i] as Name, getterOf(i), NIL);
  deriveMethods(t);
  return t;
}

export function bootStructSequences(): void {
  const version = alloc(Tuple, 5);
  version.items[0] = literal("major");
  version.items[1] = literal("minor");
  version.items[2] = literal("micro");
  version.items[3] = literal("releaselevel");
  version.items[4] = literal("serial");
  StructNames.version = version;
  bootType(literal("sys.version_info"), kind(VersionInfo), version);
  const float = alloc(Tuple, 11);
  float.items[0] = literal("max");
  float.items[1] = literal("max_exp");
  float.items[2] = literal("max_10_exp");
  float.items[3] = literal("min");
  float.items[4] = literal("min_exp");
  float.items[5] = literal("min_10_exp");
  float.items[6] = literal("dig");
  float.items[7] = literal("mant_dig");
  float.items[8] = literal("epsilon");
  float.items[9] = literal("radix");
  float.items[10] = literal("rounds");
  StructNames.float = float;
  bootType(literal("sys.float_info"), kind(FloatInfo), float);
  const time = alloc(Tuple, 9);
  time.items[0] = literal("tm_year");
  time.items[1] = literal("tm_mon");
  time.items[2] = literal("tm_mday");
  time.items[3] = literal("tm_hour");
  time.items[4] = literal("tm_min");
  time.items[5] = literal("tm_sec");
  time.items[6] = literal("tm_wday");
  time.items[7] = literal("tm_yday");
  time.items[8] = literal("tm_isdst");
  StructNames.time = time;
  bootType(literal("time.struct_time"), kind(StructTime), time);
}
