/**
 * Dicts and their views: operators and methods (library reference, "Mapping Types").
 */

import {
  alloc,
  attempt,
  ERROR,
  errorPending,
  type i32,
  isA,
  isNil,
  kind,
  kindOf,
  literal,
  NIL,
  slot,
  takeError,
  type Value,
} from "../../toolkit/define/mod.ts";
import {
  CMP_EQ,
  CMP_NE,
  Dict,
  DictInstance,
  DictView,
  ExceptionTypes,
  MappingProxy,
  NONE,
  NOT_IMPLEMENTED,
  OP_AND,
  OP_OR,
  OP_SUB,
  OP_XOR,
  PySet,
  Singletons,
  type Str,
  Tuple,
  type Type,
  Types,
  VIEW_ITEMS,
  VIEW_KEYS,
  VIEW_VALUES,
} from "./objects.ts";
import { exceptionMatches, keyError, typeError, valueError } from "./exceptions.ts";
import { format1, format2 } from "./messages.ts";
import { contains, equals, getItem, getIterator, iterNext, lengthOf, reprOf } from "./operators.ts";
import { getAttributeOrError } from "./attributes.ts";
import { call0, call1 } from "./calls.ts";
import { attribute, classMethod3, constructorVar, method1, method3, methodVar } from "./native.ts";
import { typeAttribute, typeOf } from "./types.ts";
import {
  dictClear,
  dictContains,
  dictCopy,
  dictDelete,
  dictGet,
  dictGetQuick,
  dictGetSlow,
  dictKeyAt,
  dictNext,
  dictPrevious,
  dictSet,
  dictUpdate,
  dictValueAt,
  newDict,
} from "./dict.ts";
import { checkCount, positionalCount } from "./arguments.ts";
import { boolOf, boxIndex } from "./sequence.ts";
import { listAppend, listFromIterable, newList } from "./list_methods.ts";
import { listIterator, newDictIterator } from "./iterators.ts";
import { makeTuple2 } from "./tuple_methods.ts";
import { reprDict } from "./repr.ts";
import { setFromIterable, setOperation } from "./set_core.ts";
import { newObject } from "./classes.ts";

// ── Subscripts ───────────────────────────────────────────────────────────────────────────────────────────────────────

export function dictGetItem(self: Value, key: Value): Value {
  const v = dictGetQuick(self as Dict, key);
  if (v !== ERROR) return v;
  return getItemSlow(self, key);
}

function getItemSlow(self: Value, key: Value): Value {
  const v = dictGetSlow(self as Dict, key);
  if (v === ERROR) return missing(self, key);
  return v;
}

/** `__missing__` of a subclass, else KeyError. */
function missing(self: Value, key: Value): Value {
  if (kindOf(self) === kind(DictInstance)) {
    const method = typeAttribute(typeOf(self), literal("__missing__"));
    if (method !== ERROR) return call1(getAttributeOrError(self, literal("__missing__")), key);
  }
  throw keyError(key);
}

function dictSetItem(self: Value, key: Value, value: Value): void {
  dictSet(self as Dict, key, value);
}

function dictDelItem(self: Value, key: Value): void {
  if (dictDelete(self as Dict, key) === 0) throw keyError(key);
}

function dictHas(self: Value, key: Value): i32 {
  return dictContains(self as Dict, key);
}

function dictLength(self: Value): i32 {
  return (self as Dict).size;
}

function dictTruth(self: Value): i32 {
  return (self as Dict).size !== 0 ? 1 : 0;
}

// ── Comparison, union ────────────────────────────────────────────────────────────────────────────────────────────────

function dictCompare(operator: i32, left: Value, right: Value): Value {
  if (operator !== CMP_EQ && operator !== CMP_NE) return NOT_IMPLEMENTED;
  if (!isA(left, Dict) || !isA(right, Dict)) return NOT_IMPLEMENTED;
  const same = dictsEqual(left as Dict, right as Dict);
  return boolOf(operator === CMP_EQ ? same !== 0 : same === 0);
}

function dictsEqual(a: Dict, b: Dict): i32 {
  if (a.size !== b.size) return 0;
  for (let e = dictNext(a, 0); e >= 0; e = dictNext(a, e + 1)) {
    const mine = dictValueAt(a, e);
    const theirs = dictGet(b, dictKeyAt(a, e));
    if (theirs === ERROR || equals(mine, theirs) === 0) return 0;
  }
  return 1;
}

function dictBinary(operator: i32, left: Value, right: Value): Value {
  if (operator !== OP_OR || !isA(left, Dict) || !isA(right, Dict)) return NOT_IMPLEMENTED;
  const r = dictCopy(left as Dict);
  dictUpdate(r, right as Dict);
  return r;
}

function dictInplace(operator: i32, left: Value, right: Value): Value {
  if (operator !== OP_OR) return NOT_IMPLEMENTED;
  updateFrom(left as Dict, right);
  return left;
}

// ── Building from anything ───────────────────────────────────────────────────────────────────────────────────────────

/** `d.update(source)`: a dict, something with `keys()`, or an iterable of pairs. */
export function updateFrom(d: Dict, source: Value): void {
  if (isA(source, Dict) && kindOf(source) !== kind(DictInstance)) {
    dictUpdate(d, source as Dict);
    return;
  }
  const keys = getAttributeOrError(source, literal("keys"));
  if (keys !== ERROR) {
    updateFromKeys(d, source, call0(keys));
    return;
  }
  const iterator = getIterator(source);
  let index = 0;
  while (true) {
    const item = iterNext(iterator);
    if (item === ERROR) return;
    addPair(d, item, index);
    index++;
  }
}

function updateFromKeys(d: Dict, source: Value, keys: Value): void {
  const iterator = getIterator(keys);
  while (true) {
    const key = iterNext(iterator);
    if (key === ERROR) return;
    dictSet(d, key, getItem(source, key));
  }
}

function addPair(d: Dict, item: Value, index: i32): void {
  if (isA(item, Tuple) && (item as Tuple).length === 2) {
    dictSet(d, (item as Tuple).items[0], (item as Tuple).items[1]);
    return;
  }
  const pair = attempt(listFromIterable(item));
  if (errorPending()) {
    const error = takeError();
    if (exceptionMatches(error, ExceptionTypes.typeError)) throw typeError(literal("object is not iterable"));
    throw error;
  }
  if (pair.size !== 2) {
    throw valueError(
      format2(literal("dictionary update sequence element #%s has length %s; 2 is required"), boxIndex(index), boxIndex(pair.size)),
    );
  }
  dictSet(d, pair.items.items[0], pair.items.items[1]);
}

/** Fills a dict from the arguments of `dict(…)`, `update(…)`: `first` is the number of the optional positional one. */
function updateFromArguments(d: Dict, args: Tuple, names: Tuple, first: i32, func: Str): void {
  const positional = positionalCount(args, names);
  checkCount(func, positional - first, 0, 1);
  if (positional > first) updateFrom(d, args.items[first]);
  if (isNil(names)) return;
  for (let i = 0; i < names.length; i++) dictSet(d, names.items[i], args.items[positional + i]);
}

function construct(args: Tuple, names: Tuple): Value {
  const cls = args.items[0];
  if (cls !== (Types.dict as Value)) return newObject(cls as Type, Singletons.emptyTuple);
  const d = newDict();
  updateFromArguments(d, args, names, 1, literal("dict"));
  return d;
}

function init(args: Tuple, names: Tuple): Value {
  updateFromArguments(args.items[0] as Dict, args, names, 1, literal("dict"));
  return NONE;
}

// ── Methods ──────────────────────────────────────────────────────────────────────────────────────────────────────────

function update(args: Tuple, names: Tuple): Value {
  updateFromArguments(args.items[0] as Dict, args, names, 1, literal("update"));
  return NONE;
}

function get(self: Value, key: Value, fallback: Value): Value {
  const v = dictGetQuick(self as Dict, key);
  if (v !== ERROR) return v;
  return getSlow(self as Dict, key, fallback === ERROR ? NONE : fallback);
}

function getSlow(d: Dict, key: Value, fallback: Value): Value {
  const v = dictGetSlow(d, key);
  return v === ERROR ? fallback : v;
}

function setDefault(self: Value, key: Value, fallback: Value): Value {
  const d = self as Dict;
  const v = dictGet(d, key);
  if (v !== ERROR) return v;
  const value = fallback === ERROR ? NONE : fallback;
  dictSet(d, key, value);
  return value;
}

function pop(self: Value, key: Value, fallback: Value): Value {
  const d = self as Dict;
  const v = dictGet(d, key);
  if (v !== ERROR) {
    dictDelete(d, key);
    return v;
  }
  if (fallback === ERROR) throw keyError(key);
  return fallback;
}

function popItem(self: Value): Value {
  const d = self as Dict;
  const e = dictPrevious(d, d.used - 1);
  if (e < 0) throw keyError(literal("popitem(): dictionary is empty"));
  const pair = makeTuple2(dictKeyAt(d, e), dictValueAt(d, e));
  dictDelete(d, pair.items[0]);
  return pair;
}

function clear(self: Value): Value {
  dictClear(self as Dict);
  return NONE;
}

function copy(self: Value): Value {
  return dictCopy(self as Dict);
}

function fromKeys(cls: Value, keys: Value, value: Value): Value {
  const v = value === ERROR ? NONE : value;
  const plain = cls === (Types.dict as Value);
  const target = plain ? newDict() : call0(cls);
  const iterator = getIterator(keys);
  while (true) {
    const key = iterNext(iterator);
    if (key === ERROR) return target;
    dictSet(target as Dict, key, v);
  }
}

function iterate(self: Value): Value {
  return newDictIterator(self as Dict, VIEW_KEYS, 0);
}

/** Keys, values or items, last one first, as an iterator over a list. */
function backwards(d: Dict, what: i32): Value {
  const l = newList(d.size);
  for (let e = dictPrevious(d, d.used - 1); e >= 0; e = dictPrevious(d, e - 1)) listAppend(l, entryOf(d, e, what));
  return listIterator(l);
}

function entryOf(d: Dict, e: i32, what: i32): Value {
  if (what === VIEW_KEYS) return dictKeyAt(d, e);
  if (what === VIEW_VALUES) return dictValueAt(d, e);
  return makeTuple2(dictKeyAt(d, e), dictValueAt(d, e));
}

function reversed(self: Value): Value {
  return backwards(self as Dict, VIEW_KEYS);
}

// ── Views ────────────────────────────────────────────────────────────────────────────────────────────────────────────

function newView(d: Value, what: i32): Value {
  const v = alloc(DictView);
  v.dict = d as Dict;
  v.what = what;
  return v;
}

function keys(self: Value): Value {
  return newView(self, VIEW_KEYS);
}

function values(self: Value): Value {
  return newView(self, VIEW_VALUES);
}

function items(self: Value): Value {
  return newView(self, VIEW_ITEMS);
}

function viewIterate(self: Value): Value {
  const v = self as DictView;
  return newDictIterator(v.dict, v.what, 0);
}

function viewReversed(self: Value): Value {
  const v = self as DictView;
  return backwards(v.dict, v.what);
}

function viewLength(self: Value): i32 {
  return (self as DictView).dict.size;
}

function viewContains(self: Value, item: Value): i32 {
  const v = self as DictView;
  if (v.what === VIEW_KEYS) return dictContains(v.dict, item);
  if (v.what === VIEW_ITEMS) {
    if (!isA(item, Tuple) || (item as Tuple).length !== 2) return 0;
    const found = dictGet(v.dict, (item as Tuple).items[0]);
    return found !== ERROR && equals(found, (item as Tuple).items[1]) !== 0 ? 1 : 0;
  }
  for (let e = dictNext(v.dict, 0); e >= 0; e = dictNext(v.dict, e + 1)) {
    if (equals(dictValueAt(v.dict, e), item) !== 0) return 1;
  }
  return 0;
}

function viewRepr(self: Value): Value {
  const l = listFromIterable(self);
  return format2(literal("%s(%s)"), typeOf(self).name, reprOf(l));
}

function viewMapping(self: Value): Value {
  return newMappingProxy((self as DictView).dict);
}

/** Views of keys and items behave as sets. */
function isSetLike(v: Value): i32 {
  if (isA(v, PySet)) return 1;
  return isA(v, DictView) && (v as DictView).what !== VIEW_VALUES ? 1 : 0;
}

function viewCompare(operator: i32, left: Value, right: Value): Value {
  if (isSetLike(left) === 0 || isSetLike(right) === 0) return NOT_IMPLEMENTED;
  const a = lengthOf(left);
  const b = lengthOf(right);
  switch (operator) {
    case 0:
      return boolOf(a < b && allIn(left, right) !== 0);
    case 1:
      return boolOf(a <= b && allIn(left, right) !== 0);
    case 2:
      return boolOf(a === b && allIn(left, right) !== 0);
    case 3:
      return boolOf(a !== b || allIn(left, right) === 0);
    case 4:
      return boolOf(a > b && allIn(right, left) !== 0);
    default:
      return boolOf(a >= b && allIn(right, left) !== 0);
  }
}

function allIn(some: Value, all: Value): i32 {
  const iterator = getIterator(some);
  while (true) {
    const v = iterNext(iterator);
    if (v === ERROR) return 1;
    if (contains(all, v) === 0) return 0;
  }
}

function viewBinary(operator: i32, left: Value, right: Value): Value {
  if (operator !== OP_AND && operator !== OP_OR && operator !== OP_SUB && operator !== OP_XOR) return NOT_IMPLEMENTED;
  if (isA(left, DictView) && (left as DictView).what === VIEW_VALUES) return NOT_IMPLEMENTED;
  if (isA(right, DictView) && (right as DictView).what === VIEW_VALUES) return NOT_IMPLEMENTED;
  return setOperation(operator, setFromIterable(left, false), setFromIterable(right, false));
}

// ── Read-only proxies ────────────────────────────────────────────────────────────────────────────────────────────────

export function newMappingProxy(d: Dict): Value {
  const p = alloc(MappingProxy);
  p.dict = d;
  return p;
}

function proxyGetItem(self: Value, key: Value): Value {
  return dictGetItem((self as MappingProxy).dict, key);
}

function proxyContains(self: Value, key: Value): i32 {
  return dictContains((self as MappingProxy).dict, key);
}

function proxyLength(self: Value): i32 {
  return (self as MappingProxy).dict.size;
}

function proxyIterate(self: Value): Value {
  return iterate((self as MappingProxy).dict);
}

function proxyRepr(self: Value): Value {
  return format1(literal("mappingproxy(%s)"), reprOf((self as MappingProxy).dict));
}

function proxyGet(self: Value, key: Value, fallback: Value): Value {
  return get((self as MappingProxy).dict, key, fallback);
}

function proxyKeys(self: Value): Value {
  return newView((self as MappingProxy).dict, VIEW_KEYS);
}

function proxyValues(self: Value): Value {
  return newView((self as MappingProxy).dict, VIEW_VALUES);
}

function proxyItems(self: Value): Value {
  return newView((self as MappingProxy).dict, VIEW_ITEMS);
}

function proxyCopy(self: Value): Value {
  return dictCopy((self as MappingProxy).dict);
}

export function bootDict(): void {
  const t = Types.dict;
  t.tpBinary = slot(dictBinary);
  t.tpInplace = slot(dictInplace);
  t.tpCompare = slot(dictCompare);
  t.tpBool = slot(dictTruth);
  t.tpLength = slot(dictLength);
  t.tpRepr = slot(reprDict);
  t.tpGetItem = slot(dictGetItem);
  t.tpSetItem = slot(dictSetItem);
  t.tpDelItem = slot(dictDelItem);
  t.tpContains = slot(dictHas);
  t.tpIter = slot(iterate);
  method3(t, literal("get"), 2, slot(get));
  method3(t, literal("setdefault"), 2, slot(setDefault));
  method3(t, literal("pop"), 2, slot(pop));
  method1(t, literal("popitem"), slot(popItem));
  method1(t, literal("clear"), slot(clear));
  method1(t, literal("copy"), slot(copy));
  method1(t, literal("keys"), slot(keys));
  method1(t, literal("values"), slot(values));
  method1(t, literal("items"), slot(items));
  method1(t, literal("__reversed__"), slot(reversed));
  methodVar(t, literal("update"), slot(update));
  methodVar(t, literal("__init__"), slot(init));
  classMethod3(t, literal("fromkeys"), 2, slot(fromKeys));
  constructorVar(t, slot(construct));
  bootViews();
  bootMappingProxy();
}

function bootViews(): void {
  bootView(Types.dictKeys);
  bootView(Types.dictValues);
  bootView(Types.dictItems);
  const values = Types.dictValues;
  values.tpCompare = NIL;
  values.tpBinary = NIL;
}

function bootView(t: Type): void {
  t.tpCompare = slot(viewCompare);
  t.tpBinary = slot(viewBinary);
  t.tpLength = slot(viewLength);
  t.tpRepr = slot(viewRepr);
  t.tpContains = slot(viewContains);
  t.tpIter = slot(viewIterate);
  method1(t, literal("__reversed__"), slot(viewReversed));
  attribute(t, literal("mapping"), slot(viewMapping), NIL);
}

function bootMappingProxy(): void {
  const t = Types.mappingProxy;
  t.tpLength = slot(proxyLength);
  t.tpRepr = slot(proxyRepr);
  t.tpGetItem = slot(proxyGetItem);
  t.tpContains = slot(proxyContains);
  t.tpIter = slot(proxyIterate);
  method3(t, literal("get"), 2, slot(proxyGet));
  method1(t, literal("keys"), slot(proxyKeys));
  method1(t, literal("values"), slot(proxyValues));
  method1(t, literal("items"), slot(proxyItems));
  method1(t, literal("copy"), slot(proxyCopy));
}
