/**
 * Calls from native code: any callable with any arguments, Python functions in a nested interpreter.
 *
 * The bytecodes have their own inline paths (`handlers_calls.ts`) that push frames instead; both use `binding.ts` and the checks here.
 */

import type { bool, i32 } from "../../toolkit/define/mod.ts";
import {
  alloc,
  boxI64,
  copyTail,
  ERROR,
  i64,
  isA,
  isNil,
  isRef,
  kind,
  kindOf,
  literal,
  NIL,
  residual,
  runNested,
  stackPush,
  type Value,
} from "../../toolkit/define/mod.ts";
import {
  BoundMethod,
  Builtin,
  type Name,
  NONE,
  type PyException,
  PyFunction,
  Singletons,
  StableFunction,
  StaticMethod,
  type Str,
  Tuple,
  Type,
  Types,
  ValueInstance,
} from "./objects.ts";
import { bindAttribute } from "./attributes.ts";
import { bindArguments } from "./binding.ts";
import { typeError } from "./exceptions.ts";
import { format1, format2, format3, format4, stringsEqual } from "./messages.ts";
import { makeTuple1, makeTuple2, makeTuple3 } from "./tuple_methods.ts";
import { instantiate } from "./classes.ts";
import { isSubtype, lookupAttribute, typeOf } from "./types.ts";

export function call0(f: Value): Value {
  return callTuple(f, Singletons.emptyTuple, NIL);
}

export function call1(f: Value, a: Value): Value {
  return callTuple(f, makeTuple1(a), NIL);
}

export function call2(f: Value, a: Value, b: Value): Value {
  return callTuple(f, makeTuple2(a, b), NIL);
}

export function call3(f: Value, a: Value, b: Value, c: Value): Value {
  return callTuple(f, makeTuple3(a, b, c), NIL);
}

/** Calls `f`: positional arguments, then the values of the keyword arguments named by `names` (NIL: none). */
export const callTuple = residual(function (f: Value, args: Tuple, names: Tuple): Value {
  if (isRef(f)) {
    switch (kindOf(f)) {
      case kind(PyFunction):
      case kind(StableFunction):
        return callPython(f as PyFunction, args, names);
      case kind(Builtin):
        return callBuiltin(f as Builtin, args, names);
      case kind(BoundMethod): {
        const method = f as BoundMethod;
        return callWithSelf(method.func, method.self, args, names);
      }
      case kind(Type):
        return callType(f as Type, args, names);
      case kind(StaticMethod):
        return callAny((f as StaticMethod).func, args, names);
    }
  }
  const type = typeOf(f);
  const callee = lookupAttribute(type, type.version, literal("__call__"));
  if (callee === ERROR) throw typeError(format1(literal("'%t' object is not callable"), f));
  return callAny(bindAttribute(callee, f, type), args, names);
});

/** Recursion goes through this one. */
function callAny(f: Value, args: Tuple, names: Tuple): Value {
  return callTuple(f, args, names);
}

/** A tuple with one more element in front. */
export function withFirst(first: Value, args: Tuple): Tuple {
  const all = alloc(Tuple, args.length + 1);
  all.items[0] = first;
  copyTail(all.items, 1, args.items, 0, args.length);
  return all;
}

export function callWithSelf(f: Value, self: Value, args: Tuple, names: Tuple): Value {
  return callAny(f, withFirst(self, args), names);
}

function callPython(f: PyFunction, args: Tuple, names: Tuple): Value {
  const bound = bindArguments(f, args, names);
  const count = bound.length;
  for (let i: i32 = 0; i < count; i++) stackPush(bound.items[i]);
  return runNested(f.code, f, count);
}

function callType(type: Type, args: Tuple, names: Tuple): Value {
  const metaclass = type.metaclass;
  if (metaclass !== Types.type_) {
    const own = lookupAttribute(metaclass, metaclass.version, literal("__call__"));
    if (isA(own, PyFunction)) return callPython(own as PyFunction, withFirst(type, args), names);
  }
  return instantiate(type, args, names);
}

// ── Built-in functions ───────────────────────────────────────────────────────────────────────────────────────────────

/** `len` or `list.append`. */
function fullName(b: Builtin): Str {
  return isNil(b.owner) ? b.name : format2(literal("%s.%s"), b.owner.name, b.name);
}

function wrongCount(b: Builtin, given: i32): PyException {
  const self: i32 = isNil(b.owner) ? 0 : 1;
  const least = b.minArgs - self, most = b.maxArgs - self, count = given - self;
  if (count < 0) return typeError(format1(literal("unbound method %s() needs an argument"), fullName(b)));
  if (least === most && most === 0) {
    return typeError(format2(literal("%s() takes no arguments (%s given)"), fullName(b), boxI64(i64(count))));
  }
  if (least === most && most === 1) {
    return typeError(format2(literal("%s() takes exactly one argument (%s given)"), fullName(b), boxI64(i64(count))));
  }
  const bound = count < least ? least : most;
  const plural: Str = bound === 1 ? literal("") : literal("s");
  let template: Str = literal("%s expected %s argument%s, got %s");
  if (least !== most) {
    template = count < least ? literal("%s expected at least %s argument%s, got %s") : literal("%s expected at most %s argument%s, got %s");
  }
  return typeError(format4(template, b.name, boxI64(i64(bound)), plural, boxI64(i64(count))));
}

function noArgument(b: Builtin, index: i32): PyException {
  return typeError(
    format3(literal("%s() missing required argument '%s' (pos %s)"), b.name, b.parameterNames.items[index], boxI64(i64(index + 1))),
  );
}

/** Places keyword arguments by the parameters' names. */
function bindBuiltin(b: Builtin, args: Tuple, names: Tuple): Tuple {
  const given = args.length - names.length;
  if (isNil(b.parameterNames)) throw typeError(format1(literal("%s() takes no keyword arguments"), fullName(b)));
  if (given > b.maxArgs) throw wrongCount(b, given);
  const bound = alloc(Tuple, b.maxArgs);
  copyTail(bound.items, 0, args.items, 0, given);
  for (let i: i32 = 0; i < names.length; i++) {
    const name = names.items[i] as Str;
    let at: i32 = -1;
    for (let k: i32 = 0; k < b.maxArgs; k++) {
      const parameter = b.parameterNames.items[k];
      if (parameter !== NONE && stringsEqual(parameter as Str, name)) at = k;
    }
    if (at < 0) throw typeError(format2(literal("%s() got an unexpected keyword argument '%s'"), b.name, name));
    if (bound.items[at] !== ERROR) {
      throw typeError(
        format3(literal("argument for %s() given by name ('%s') and position (%s)"), b.name, name, boxI64(i64(at + 1))),
      );
    }
    bound.items[at] = args.items[given + i];
  }
  for (let k: i32 = 0; k < b.minArgs; k++) if (bound.items[k] === ERROR) throw noArgument(b, k);
  return bound;
}

function itemOr(args: Tuple, index: i32): Value {
  return index < args.length ? args.items[index] : ERROR;
}

/** Calls a built-in with its arguments in a tuple. @throws TypeError for a wrong number or unknown keyword */
export function callBuiltin(b: Builtin, args: Tuple, names: Tuple): Value {
  let bound = args;
  if (args.length > 0 && isA(args.items[0], ValueInstance) && !isNil(b.owner)) bound = withPlainSelf(b, args);
  if (!isNil(b.varSlot)) {
    if (!isNil(b.owner)) {
      if (bound.length === 0) throw wrongCount(b, 0);
      if (!isSelfFor(b, bound.items[0])) throw wrongSelf(b, bound.items[0]);
    }
    return b.varSlot(bound, names);
  }
  if (!isNil(names) && names.length > 0) bound = bindBuiltin(b, bound, names);
  else if (args.length < b.minArgs || args.length > b.maxArgs) throw wrongCount(b, args.length);
  if (!isNil(b.owner) && !isSelfFor(b, bound.items[0])) throw wrongSelf(b, bound.items[0]);
  switch (b.maxArgs) {
    case 0:
      return b.fn0();
    case 1:
      return b.fn1(itemOr(bound, 0));
    case 2:
      return b.fn2(itemOr(bound, 0), itemOr(bound, 1));
    case 3:
      return b.fn3(itemOr(bound, 0), itemOr(bound, 1), itemOr(bound, 2));
    default:
      return b.fn4(itemOr(bound, 0), itemOr(bound, 1), itemOr(bound, 2), itemOr(bound, 3));
  }
}

/** May `self` be the first argument of the method: native code relies on its layout. */
export function isSelfFor(b: Builtin, self: Value): bool {
  const owner = b.owner;
  return owner === Types.object || (isSubtype(typeOf(self), owner) && !isA(self, ValueInstance));
}

/** Takes the value out of the box for the methods of its built-in type. */
function withPlainSelf(b: Builtin, args: Tuple): Tuple {
  const self = args.items[0] as ValueInstance;
  if (b.owner === Types.object || !isSubtype(typeOf(self), b.owner)) return args;
  const plain = alloc(Tuple, args.length);
  copyTail(plain.items, 0, args.items, 0, args.length);
  plain.items[0] = self.value;
  return plain;
}

export function wrongSelf(b: Builtin, self: Value): PyException {
  return typeError(
    format3(literal("descriptor '%s' for '%s' objects doesn't apply to a '%t' object"), b.name, b.owner.name, self),
  );
}

// ── Methods ──────────────────────────────────────────────────────────────────────────────────────────────────────────

/** A special method of `o`, bound, as implicit calls look it up (on the type); ERROR (nothing pending) when there is none. */
export function specialMethod(o: Value, name: Name): Value {
  const type = typeOf(o);
  const found = lookupAttribute(type, type.version, name);
  return found === ERROR ? ERROR : bindAttribute(found, o, type);
}

/** Calls a special method that must exist. @throws AttributeError otherwise */
export function callMethod0(o: Value, name: Name): Value {
  const method = specialMethod(o, name);
  if (method === ERROR) throw typeError(format2(literal("'%t' object has no special method '%s'"), o, name));
  return call0(method);
}

export function callMethod1(o: Value, name: Name, a: Value): Value {
  const method = specialMethod(o, name);
  if (method === ERROR) throw typeError(format2(literal("'%t' object has no special method '%s'"), o, name));
  return call1(method, a);
}

export function callMethod2(o: Value, name: Name, a: Value, b: Value): Value {
  const method = specialMethod(o, name);
  if (method === ERROR) throw typeError(format2(literal("'%t' object has no special method '%s'"), o, name));
  return call2(method, a, b);
}
