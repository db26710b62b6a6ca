/**
 * `set` and `frozenset`: operators and methods (library reference, "Set Types").
 */

import { type bool, ERROR, type i32, type i64, isA, kind, kindOf, literal, slot, type Value } from "../../toolkit/define/mod.ts";
import {
  FrozenSet,
  NONE,
  NOT_IMPLEMENTED,
  OP_AND,
  OP_OR,
  OP_SUB,
  OP_XOR,
  PySet,
  type Tuple,
  type Type,
  Types,
  VIEW_KEYS,
} from "./objects.ts";
import { newTable, popCell, removeCell, tableOf } from "./set_table.ts";
import { keyError } from "./exceptions.ts";
import { constructor2, method1, method2, methodVar } from "./native.ts";
import { boolOf } from "./sequence.ts";
import { newDictIterator } from "./iterators.ts";
import { reprSet } from "./repr.ts";
import {
  discardAll,
  frozenHash,
  isDisjoint,
  isSubset,
  newSet,
  setAdd,
  setCopy,
  setDiscard,
  setFromIterable,
  setHas,
  setOperation,
  setUpdate,
  toggleAll,
} from "./set_core.ts";

function isFrozen(v: Value): bool {
  return kindOf(v) === kind(FrozenSet);
}

/** Any iterable as a set, without copying one. */
function asSet(v: Value): PySet {
  return isA(v, PySet) ? v as PySet : setFromIterable(v, false);
}

function setBinary(operator: i32, left: Value, right: Value): Value {
  if (!isA(left, PySet) || !isA(right, PySet)) return NOT_IMPLEMENTED;
  if (operator !== OP_AND && operator !== OP_OR && operator !== OP_SUB && operator !== OP_XOR) return NOT_IMPLEMENTED;
  return setOperation(operator, left as PySet, right as PySet);
}

function setInplace(operator: i32, left: Value, right: Value): Value {
  if (isFrozen(left) || !isA(right, PySet)) return NOT_IMPLEMENTED;
  if (operator !== OP_AND && operator !== OP_OR && operator !== OP_SUB && operator !== OP_XOR) return NOT_IMPLEMENTED;
  replace(left as PySet, operator, right as PySet);
  return left;
}

/** `s OP= other`. */
function replace(s: PySet, operator: i32, other: PySet): void {
  if (operator === OP_OR) setUpdate(s, other);
  else if (operator === OP_AND || s === other) s.table = setOperation(operator, s, other).table;
  else if (operator === OP_SUB) discardAll(tableOf(s), tableOf(other));
  else toggleAll(tableOf(s), tableOf(other));
}

function setCompare(operator: i32, left: Value, right: Value): Value {
  if (!isA(left, PySet) || !isA(right, PySet)) return NOT_IMPLEMENTED;
  const a = left as PySet;
  const b = right as PySet;
  const sizeA = a.table.size;
  const sizeB = b.table.size;
  switch (operator) {
    case 0:
      return boolOf(sizeA < sizeB && isSubset(a, b) !== 0);
    case 1:
      return boolOf(isSubset(a, b) !== 0);
    case 2:
      return boolOf(sizeA === sizeB && isSubset(a, b) !== 0);
    case 3:
      return boolOf(sizeA !== sizeB || isSubset(a, b) === 0);
    case 4:
      return boolOf(sizeA > sizeB && isSubset(b, a) !== 0);
    default:
      return boolOf(isSubset(b, a) !== 0);
  }
}

function setLength(self: Value): i32 {
  return (self as PySet).table.size;
}

function setTruth(self: Value): i32 {
  return (self as PySet).table.size !== 0 ? 1 : 0;
}

function setContains(self: Value, item: Value): i32 {
  return setHas(self as PySet, item);
}

function setIterate(self: Value): Value {
  return newDictIterator(tableOf(self as PySet), VIEW_KEYS, 1);
}

function setHash(self: Value): i64 {
  return frozenHash(self as PySet);
}

function add(self: Value, v: Value): Value {
  setAdd(self as PySet, v);
  return NONE;
}

function discard(self: Value, v: Value): Value {
  setDiscard(self as PySet, v);
  return NONE;
}

function remove(self: Value, v: Value): Value {
  if (setDiscard(self as PySet, v) === 0) throw keyError(v);
  return NONE;
}

function pop(self: Value): Value {
  const d = tableOf(self as PySet);
  const at = popCell(d);
  if (at < 0) throw keyError(literal("pop from an empty set"));
  const v = d.entries.items[at];
  removeCell(d, at);
  return v;
}

function clear(self: Value): Value {
  (self as PySet).table = newTable();
  return NONE;
}

function copy(self: Value): Value {
  return isFrozen(self) ? self : setCopy(self as PySet, false);
}

// Methods that take any number of iterables: `args` begins with the set itself.

function union(args: Tuple, names: Tuple): Value {
  const s = args.items[0] as PySet;
  const r = setCopy(s, isFrozen(s));
  for (let i = 1; i < args.length; i++) setUpdate(r, args.items[i]);
  return r;
}

function combine(args: Tuple, operator: i32): Value {
  let r = args.items[0] as PySet;
  if (args.length === 1) return setCopy(r, isFrozen(r));
  for (let i = 1; i < args.length; i++) r = setOperation(operator, r, asSet(args.items[i]));
  return r;
}

function intersection(args: Tuple, names: Tuple): Value {
  return combine(args, OP_AND);
}

function difference(args: Tuple, names: Tuple): Value {
  return combine(args, OP_SUB);
}

function symmetricDifference(self: Value, other: Value): Value {
  return setOperation(OP_XOR, self as PySet, asSet(other));
}

function update(args: Tuple, names: Tuple): Value {
  for (let i = 1; i < args.length; i++) setUpdate(args.items[0] as PySet, args.items[i]);
  return NONE;
}

/** `set.__init__`: what subclasses are filled with. */
function init(self: Value, iterable: Value): Value {
  const items = iterable === ERROR ? newSet(false) : setFromIterable(iterable, false);
  clear(self);
  setUpdate(self as PySet, items);
  return NONE;
}

function intersectionUpdate(args: Tuple, names: Tuple): Value {
  for (let i = 1; i < args.length; i++) replace(args.items[0] as PySet, OP_AND, asSet(args.items[i]));
  return NONE;
}

function differenceUpdate(args: Tuple, names: Tuple): Value {
  for (let i = 1; i < args.length; i++) replace(args.items[0] as PySet, OP_SUB, asSet(args.items[i]));
  return NONE;
}

function symmetricDifferenceUpdate(self: Value, other: Value): Value {
  replace(self as PySet, OP_XOR, asSet(other));
  return NONE;
}

function isSubsetOf(self: Value, other: Value): Value {
  return boolOf(isSubset(self as PySet, asSet(other)) !== 0);
}

function isSupersetOf(self: Value, other: Value): Value {
  return boolOf(isSubset(asSet(other), self as PySet) !== 0);
}

function isDisjointFrom(self: Value, other: Value): Value {
  return boolOf(isDisjoint(self as PySet, asSet(other)) !== 0);
}

function construct(cls: Value, iterable: Value): Value {
  return iterable === ERROR ? newSet(false) : setFromIterable(iterable, false);
}

function constructFrozen(cls: Value, iterable: Value): Value {
  if (iterable === ERROR) return newSet(true);
  return isFrozen(iterable) ? iterable : setFromIterable(iterable, true);
}

function bootCommon(t: Type): void {
  t.tpBinary = slot(setBinary);
  t.tpCompare = slot(setCompare);
  t.tpBool = slot(setTruth);
  t.tpLength = slot(setLength);
  t.tpContains = slot(setContains);
  t.tpIter = slot(setIterate);
  t.tpRepr = slot(reprSet);
  method1(t, literal("copy"), slot(copy));
  methodVar(t, literal("union"), slot(union));
  methodVar(t, literal("intersection"), slot(intersection));
  methodVar(t, literal("difference"), slot(difference));
  method2(t, literal("symmetric_difference"), 2, slot(symmetricDifference));
  method2(t, literal("issubset"), 2, slot(isSubsetOf));
  method2(t, literal("issuperset"), 2, slot(isSupersetOf));
  method2(t, literal("isdisjoint"), 2, slot(isDisjointFrom));
}

export function bootSet(): void {
  bootCommon(Types.frozenset);
  Types.frozenset.tpHash = slot(setHash);
  constructor2(Types.frozenset, 1, slot(constructFrozen));
  const t = Types.set_;
  bootCommon(t);
  t.tpInplace = slot(setInplace);
  method2(t, literal("add"), 2, slot(add));
  method2(t, literal("discard"), 2, slot(discard));
  method2(t, literal("remove"), 2, slot(remove));
  method1(t, literal("pop"), slot(pop));
  method1(t, literal("clear"), slot(clear));
  methodVar(t, literal("update"), slot(update));
  methodVar(t, literal("intersection_update"), slot(intersectionUpdate));
  methodVar(t, literal("difference_update"), slot(differenceUpdate));
  method2(t, literal("symmetric_difference_update"), 2, slot(symmetricDifferenceUpdate));
  method2(t, literal("__init__"), 1, slot(init));
  constructor2(t, 1, slot(construct));
}
