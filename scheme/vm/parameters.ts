/** Parameter objects and what the library needs of them. */

import { alloc, isA, literal, residual, slot, type Value } from "../../toolkit/define/mod.ts";
import { wrongType } from "./errors.ts";
import { define1, define2 } from "./native.ts";
import { truth } from "./number_kinds.ts";
import { Parameter, PARAMETER_CONVERTER, PARAMETER_VALUE, Roots, type Symbol, UNSPECIFIED } from "./objects.ts";

/** A parameter; `converter` is a procedure or FALSE. */
export const newParameter = residual(function (value: Value, converter: Value): Parameter {
  const p = alloc(Parameter, 2);
  p.code = Roots.parameterCode;
  p.free[PARAMETER_VALUE] = value;
  p.free[PARAMETER_CONVERTER] = converter;
  return p;
});

export function parameterValue(p: Parameter): Value {
  return p.free[PARAMETER_VALUE];
}

function checked(who: Symbol, v: Value): Parameter {
  if (!isA(v, Parameter)) throw wrongType(who, 1, literal("a parameter"), v);
  return v as Parameter;
}

function make(value: Value, converter: Value): Value {
  return newParameter(value, converter);
}
function isParameter(v: Value): Value {
  return truth(isA(v, Parameter));
}
function converterOf(v: Value): Value {
  return checked(literal("%parameter-converter"), v).free[PARAMETER_CONVERTER];
}
function valueOf(v: Value): Value {
  return parameterValue(checked(literal("%parameter-value"), v));
}
function setValue(p: Value, v: Value): Value {
  checked(literal("%set-parameter-value!"), p).free[PARAMETER_VALUE] = v;
  return UNSPECIFIED;
}

export function bootParameters(): void {
  define2(literal("%make-parameter"), 2, slot(make));
  define1(literal("%parameter?"), 1, slot(isParameter));
  define1(literal("%parameter-converter"), 1, slot(converterOf));
  define1(literal("%parameter-value"), 1, slot(valueOf));
  define2(literal("%set-parameter-value!"), 2, slot(setValue));
}
