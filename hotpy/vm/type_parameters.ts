/** Type parameters and type aliases: the objects are those of the library's `typing` module. */

import type { i32 } from "../../toolkit/define/mod.ts";
import { boxI64, i64, literal, NIL, residual, type Value } from "../../toolkit/define/mod.ts";
import type { Name, Tuple } from "./objects.ts";
import { getAttribute, setAttribute } from "./attributes.ts";
import { callTuple } from "./calls.ts";
import { importModule } from "./modules.ts";
import { makeTuple1, makeTuple2, makeTuple3 } from "./tuple_methods.ts";

function callTyping(name: Name, args: Tuple): Value {
  return callTuple(getAttribute(importModule(literal("typing")), name), args, NIL);
}

/** `which`: 0 TypeVar, 1 with a bound, 2 with constraints, 3 ParamSpec, 4 TypeVarTuple; `evaluate` gives bound or constraints, or is None. */
export const makeTypeParameter = residual(function (which: i32, name: Value, evaluate: Value): Value {
  return callTyping(literal("_parameter"), makeTuple3(boxI64(i64(which)), name, evaluate));
});

export const withDefault = residual(function (parameter: Value, evaluate: Value): Value {
  return callTyping(literal("_with_default"), makeTuple2(parameter, evaluate));
});

export const setTypeParameters = residual(function (f: Value, parameters: Value): Value {
  setAttribute(f, literal("__type_params__"), parameters);
  return f;
});

export const genericBase = residual(function (parameters: Value): Value {
  return callTyping(literal("_generic_base"), makeTuple1(parameters));
});

export const makeTypeAlias = residual(function (name: Value, parameters: Value, evaluate: Value): Value {
  return callTyping(literal("_type_alias"), makeTuple3(name, parameters, evaluate));
});
