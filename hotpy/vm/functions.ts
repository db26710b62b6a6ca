/** Function objects: what `def` and `lambda` make, and the attributes of functions and methods. */

import { alloc, ERROR, literal, NIL, type Value } from "../../toolkit/define/mod.ts";
import { CODE_HAS_DOCSTRING, CODE_OPTIMIZED, type Dict, NONE, type PyCode, PyFunction, StableFunction, type Tuple } from "./objects.ts";
import { dictGetName } from "./dict.ts";

/**
 * A function of `code`; parts that are not given are None. What a module or class body defines is stable, so that traces embed it; what a
 * function makes is an ordinary object.
 */
export function makeFunction(
  maker: PyCode,
  code: PyCode,
  defaults: Value,
  keywordDefaults: Value,
  annotate: Value,
  closure: Value,
): PyFunction {
  if ((maker.flags & CODE_OPTIMIZED) === 0) {
    const f = alloc(StableFunction);
    f.code = code;
    f.closure = closure === NONE ? NIL : closure as Tuple;
    fillFunction(f, defaults, keywordDefaults, annotate);
    return f;
  }
  const f = alloc(PyFunction);
  f.code = code;
  f.closure = closure === NONE ? NIL : closure as Tuple;
  fillFunction(f, defaults, keywordDefaults, annotate);
  return f;
}

function fillFunction(f: PyFunction, defaults: Value, keywordDefaults: Value, annotate: Value): void {
  f.name = f.code.name;
  f.qualname = f.code.qualname;
  f.annotations = annotate;
  if (defaults !== NONE) f.defaults = defaults as Tuple;
  if (keywordDefaults !== NONE) f.keywordDefaults = keywordDefaults as Dict;
}

/** Format in which `__annotate__` is asked: values (`annotationlib.Format.VALUE`). */
export const ANNOTATION_VALUES = 1n;

/** `function.__doc__`. */
export function functionDoc(f: PyFunction): Value {
  if (f.doc !== ERROR) return f.doc;
  const code = f.code;
  return (code.flags & CODE_HAS_DOCSTRING) !== 0 ? code.constants.items[0] : NONE;
}

/** `function.__module__`: the name of the module it was defined in. */
export function functionModule(f: PyFunction): Value {
  if (f.module !== ERROR) return f.module;
  const name = dictGetName(f.code.globals, literal("__name__"));
  return name === ERROR ? NONE : name;
}
