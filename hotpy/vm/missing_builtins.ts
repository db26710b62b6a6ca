/** Built-ins that this version does not have: calling one raises a SystemError that names it, instead of a NameError that would mislead. */

import { literal, slot, type Value } from "../../toolkit/define/mod.ts";
import { Singletons, type Tuple } from "./objects.ts";
import { notSupported } from "./exceptions.ts";
import { functionVar } from "./native.ts";

function noBytearray(args: Tuple, names: Tuple): Value {
  throw notSupported(literal("bytearray()"));
}

function noMemoryview(args: Tuple, names: Tuple): Value {
  throw notSupported(literal("memoryview()"));
}

function noComplex(args: Tuple, names: Tuple): Value {
  throw notSupported(literal("complex()"));
}

function noAiter(args: Tuple, names: Tuple): Value {
  throw notSupported(literal("aiter()"));
}

function noAnext(args: Tuple, names: Tuple): Value {
  throw notSupported(literal("anext()"));
}

function noBreakpoint(args: Tuple, names: Tuple): Value {
  throw notSupported(literal("breakpoint()"));
}

function noExceptionGroup(args: Tuple, names: Tuple): Value {
  throw notSupported(literal("ExceptionGroup()"));
}

function noBaseExceptionGroup(args: Tuple, names: Tuple): Value {
  throw notSupported(literal("BaseExceptionGroup()"));
}

export function bootMissing(): void {
  const n = Singletons.builtins;
  functionVar(n, literal("bytearray"), slot(noBytearray));
  functionVar(n, literal("memoryview"), slot(noMemoryview));
  functionVar(n, literal("complex"), slot(noComplex));
  functionVar(n, literal("aiter"), slot(noAiter));
  functionVar(n, literal("anext"), slot(noAnext));
  functionVar(n, literal("breakpoint"), slot(noBreakpoint));
  functionVar(n, literal("ExceptionGroup"), slot(noExceptionGroup));
  functionVar(n, literal("BaseExceptionGroup"), slot(noBaseExceptionGroup));
}
