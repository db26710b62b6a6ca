/** Structural pattern matching: which objects are sequences and mappings, keys, and class patterns (language reference 8.6). */

import type { bool, i32 } from "../../toolkit/define/mod.ts";
import { alloc, boxI64, ERROR, i64, isA, literal, residual, type Value } from "../../toolkit/define/mod.ts";
import { Dict, List, type Name, NONE, Range, Str, Tuple, Type, Types } from "./objects.ts";
import { getAttributeOrError } from "./attributes.ts";
import { dictGet } from "./dict.ts";
import { typeError } from "./exceptions.ts";
import { listAppend, listToTuple, newList } from "./list_methods.ts";
import { format2, format4, intern } from "./messages.ts";
import { isInstance } from "./types.ts";
import { plainValue } from "./value_instances.ts";

export function isSequence(v: Value): bool {
  return isA(v, List) || isA(plainValue(v), Tuple) || isA(v, Range);
}

export function isMapping(v: Value): bool {
  return isA(v, Dict);
}

/** Values of the keys, or None when one is missing. */
export const matchKeys = residual(function (subject: Value, keys: Tuple): Value {
  const values = alloc(Tuple, keys.length);
  for (let i: i32 = 0; i < keys.length; i++) {
    const value = dictGet(subject as Dict, keys.items[i]);
    if (value === ERROR) return NONE;
    values.items[i] = value;
  }
  return values;
});

/** Built-in classes whose one positional sub-pattern is the subject itself. */
function matchesSelf(type: Type): bool {
  return type === Types.bool || type === Types.int || type === Types.float || type === Types.str || type === Types.bytes ||
    type === Types.list || type === Types.tuple || type === Types.dict || type === Types.set_ || type === Types.frozenset;
}

/** The attributes that `count` positional and the named sub-patterns of `cls(…)` look at, or None. */
export const matchClass = residual(function (subject: Value, cls: Value, names: Tuple, count: i32): Value {
  if (!isA(cls, Type)) throw typeError(literal("called match pattern must be a class"));
  const type = cls as Type;
  if (!isInstance(subject, type)) return NONE;
  const values = newList(count + names.length);
  if (count > 0) {
    const declared = getAttributeOrError(type, literal("__match_args__"));
    if (declared === ERROR && matchesSelf(type) && count === 1) listAppend(values, subject);
    else {
      const allowed: i32 = isA(declared, Tuple) ? (declared as Tuple).length : 0;
      if (declared !== ERROR && !isA(declared, Tuple)) {
        throw typeError(format2(literal("%s.__match_args__ must be a tuple (got %t)"), type, declared));
      }
      if (count > allowed) {
        const plural: Str = allowed === 1 ? literal("") : literal("s");
        throw typeError(
          format4(literal("%s() accepts %s positional sub-pattern%s (%s given)"), type, boxI64(i64(allowed)), plural, boxI64(i64(count))),
        );
      }
      for (let i: i32 = 0; i < count; i++) {
        const name = (declared as Tuple).items[i];
        if (!isA(name, Str)) throw typeError(format2(literal("__match_args__ elements must be strings (got %t)"), name, name));
        const value = getAttributeOrError(subject, intern(name as Str));
        if (value === ERROR) return NONE;
        listAppend(values, value);
      }
    }
  }
  for (let i: i32 = 0; i < names.length; i++) {
    const value = getAttributeOrError(subject, names.items[i] as Name);
    if (value === ERROR) return NONE;
    listAppend(values, value);
  }
  return listToTuple(values);
});
