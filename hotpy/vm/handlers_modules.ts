/** Bytecodes for imports, annotations and `match`; what this version does not have raises a SystemError that names it. */

import { ERROR, i32, i64Of, type Imm, literal, op, type u16, type u8, type Value } from "../../toolkit/define/mod.ts";
import { type Dict, FALSE, Singletons, TRUE, type Tuple } from "./objects.ts";
import { call1 } from "./calls.ts";
import { dictGetName, dictSetName, newDict } from "./dict.ts";
import { notSupported } from "./exceptions.ts";
import { ExceptionBytecodes } from "./handlers_exceptions.ts";
import { nameOf } from "./marshal.ts";
import { isMapping, isSequence, matchClass, matchKeys } from "./matching.ts";
import { importFrom, importName, importStar } from "./modules.ts";

export class HotPyBytecodes extends ExceptionBytecodes {
  // ── Imports ────────────────────────────────────────────────────────────────────────────────────────────────────────

  /** `import_name #name ( level names -- module )` */
  @op()
  importName(name: Imm<i32>, level: Value, names: Value): Value {
    return importName(this.pyCode().globals, nameOf(this.pyCode(), name), names, i32(i64Of(level)));
  }

  /** `import_from #name ( module -- module value )` */
  @op()
  importFrom(name: Imm<i32>): Value {
    return importFrom(this.peek(0), nameOf(this.pyCode(), name));
  }

  /** `import_star ( module -- )` */
  @op()
  importStar(module: Value): void {
    importStar(this.pyCode().globals, module);
  }

  /** `setup_annotations ( -- )` */
  @op()
  setupAnnotations(): void {
    const namespace: Dict = this.extra !== ERROR ? this.extra as Dict : this.pyCode().globals;
    if (dictGetName(namespace, literal("__annotations__")) === ERROR) dictSetName(namespace, literal("__annotations__"), newDict());
  }

  /** `display_hook ( value -- )` */
  @op()
  displayHook(value: Value): void {
    call1(dictGetName(Singletons.builtins, literal("__displayhook__")), value);
  }

  // ── match ──────────────────────────────────────────────────────────────────────────────────────────────────────────

  /** `match_sequence ( subject -- subject bool )` */
  @op()
  matchSequence(): Value {
    return isSequence(this.peek(0)) ? TRUE : FALSE;
  }

  /** `match_mapping ( subject -- subject bool )` */
  @op()
  matchMapping(): Value {
    return isMapping(this.peek(0)) ? TRUE : FALSE;
  }

  /** `match_keys ( subject keys -- subject keys values )` */
  @op()
  matchKeys(): Value {
    return matchKeys(this.peek(1), this.peek(0) as Tuple);
  }

  /** `match_class #count ( subject class names -- values )` */
  @op()
  matchClass(count: Imm<u16>, subject: Value, cls: Value, names: Value): Value {
    return matchClass(subject, cls, names as Tuple, count);
  }

  // ── Not there yet ──────────────────────────────────────────────────────────────────────────────────────────────────

  /** `async_wrap ( value -- wrapped )` */
  @op()
  asyncWrap(value: Value): Value {
    throw notSupported(literal("asynchronous generators"));
  }

  /** `get_awaitable #where ( object -- iterator )` */
  @op()
  getAwaitable(where: Imm<u8>, object: Value): Value {
    throw notSupported(literal("await"));
  }

  /** `get_async_iterator ( iterable -- iterator )` */
  @op()
  getAsyncIterator(iterable: Value): Value {
    throw notSupported(literal("async for"));
  }

  /** `get_async_next ( iterator -- iterator awaitable )` */
  @op()
  getAsyncNext(): Value {
    throw notSupported(literal("async for"));
  }

  /** `end_async_for ( iterator exception -- )`: they stay where they are when it raises. */
  @op({ stack: "iterator exception --" })
  endAsyncFor(): void {
    throw notSupported(literal("async for"));
  }

  /** `load_async_with ( manager -- exit self enter self )` */
  @op()
  loadAsyncWith(): void {
    throw notSupported(literal("async with"));
  }

  /** `build_interpolation #conversion #spec ( value text [spec] -- interpolation )` */
  @op()
  buildInterpolation(conversion: Imm<u8>, spec: Imm<u8>): Value {
    throw notSupported(literal("template strings"));
  }

  /** `build_template ( strings interpolations -- template )` */
  @op()
  buildTemplate(strings: Value, interpolations: Value): Value {
    throw notSupported(literal("template strings"));
  }

  /** `make_type_parameter #kind ( name [evaluate] -- parameter )` */
  @op()
  makeTypeParameter(which: Imm<u8>): Value {
    throw notSupported(literal("type parameters"));
  }

  /** `set_type_parameter_default ( parameter evaluate -- parameter )` */
  @op()
  setTypeParameterDefault(parameter: Value, evaluate: Value): Value {
    throw notSupported(literal("type parameters"));
  }

  /** `set_function_type_parameters ( function parameters -- function )` */
  @op()
  setFunctionTypeParameters(f: Value, parameters: Value): Value {
    throw notSupported(literal("type parameters"));
  }

  /** `make_generic_base ( parameters -- generic )` */
  @op()
  makeGenericBase(parameters: Value): Value {
    throw notSupported(literal("type parameters"));
  }

  /** `make_type_alias ( name parameters evaluate -- alias )` */
  @op()
  makeTypeAlias(name: Value, parameters: Value, evaluate: Value): Value {
    throw notSupported(literal("type aliases"));
  }
}
