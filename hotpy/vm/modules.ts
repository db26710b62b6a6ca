/**
 * Modules: namespaces of version cells, `sys.modules`, `import`.
 *
 * Native modules are made while booting (`newNativeModule`) and enter `sys.modules` when first imported. A Python module is found and
 * compiled by the host (`hostFindModule`), whose code is read here and run in a nested interpreter. (Language reference 5.)
 */

import type { bool, i32 } from "../../toolkit/define/mod.ts";
import {
  addressOf,
  alloc,
  attempt,
  ERROR,
  errorPending,
  hostImport,
  isA,
  isNil,
  literal,
  NIL,
  pure,
  residual,
  runNested,
  slot,
  takeError,
  type Value,
} from "../../toolkit/define/mod.ts";
import {
  ExceptionTypes,
  GlobalCell,
  Module,
  type Name,
  Namespace,
  NONE,
  type PyCode,
  type PyException,
  RawTable,
  Singletons,
  Str,
  Tuple,
} from "./objects.ts";
import { getAttribute, getAttributeOrError, setAttribute } from "./attributes.ts";
import {
  dictCellGet,
  dictCellSet,
  dictDelete,
  dictGet,
  dictGetName,
  dictKeyAt,
  dictNext,
  dictSet,
  dictSetName,
  dictValueAt,
} from "./dict.ts";
import { importError, isError, makeException, notSupported, typeError } from "./exceptions.ts";
import { EXCHANGE, EXCHANGE_SIZE } from "./host_imports.ts";
import { loadCode } from "./marshal.ts";
import { charAt, charLength, format1, format2, format3, intern } from "./messages.ts";
import { functionVar } from "./native.ts";
import { runningGlobals } from "./frames.ts";
import { asIndex, getIterator, iterNext } from "./protocols.ts";
import { putUtf8Part, strFromUtf8, substring, utf8SizeOf } from "./str_core.ts";

/** Finds and compiles the module whose dotted name (UTF-8) is in the exchange buffer: size of its code, -1 not found, -2 error (message there). */
const hostFindModule: (nameSize: i32) => i32 = hostImport({});
/** Copies the code that `hostFindModule` left to memory. */
const hostReadModule: (address: i32) => void = hostImport({});

/** Size of the message that a failed `hostFindModule` left in the exchange buffer. */
const hostModuleErrorSize: () => i32 = hostImport({});

const NOT_FOUND = -1;
const DOT = 46;
const UNDERSCORE = 95;

// ── Namespaces ───────────────────────────────────────────────────────────────────────────────────────────────────────

export function newNamespace(): Namespace {
  const n = alloc(Namespace);
  n.entries = Singletons.emptyBuffer;
  return n;
}

/** The cell of a global variable, made (unset) when there is none. */
export function namespaceCell(n: Namespace, name: Name): GlobalCell {
  const found = dictCellGet(n, name);
  if (found !== ERROR) return found as GlobalCell;
  let fallback: GlobalCell = NIL;
  if (n !== Singletons.builtins) fallback = namespaceCell(Singletons.builtins, name);
  const cell = alloc(GlobalCell);
  cell.name = name;
  cell.fallback = fallback;
  dictCellSet(n, name, cell);
  return cell;
}

/** The cell behind name number `index` of a code object. */
export const globalCell = pure(function (code: PyCode, index: i32): GlobalCell {
  const known = code.cells.items[index];
  if (!isNil(known)) return known;
  const cell = namespaceCell(code.globals, code.names.items[index]);
  code.cells.items[index] = cell;
  return cell;
});

/** First assignment of a global variable. */
export function defineGlobal(n: Namespace, cell: GlobalCell, value: Value): void {
  n.size += 1;
  cell.value = value;
}

/** `del name`. The variable must be set. */
export function undefineGlobal(n: Namespace, cell: GlobalCell): void {
  n.size -= 1;
  cell.value = ERROR;
}

// ── Modules ──────────────────────────────────────────────────────────────────────────────────────────────────────────

export function newModule(name: Str): Module {
  const namespace = newNamespace();
  const m = alloc(Module);
  m.name = name;
  m.namespace = namespace;
  dictSetName(namespace, literal("__name__"), name);
  dictSetName(namespace, literal("__doc__"), NONE);
  return m;
}

/** A module in native code; importable under its name. */
export function newNativeModule(name: Name): Module {
  const m = newModule(name);
  dictSetName(Singletons.nativeModules, name, m);
  return m;
}

/** Position of the first dot at or behind `from`, or -1. */
function dotIn(name: Str, from: i32): i32 {
  const count = charLength(name);
  for (let i = from; i < count; i++) if (charAt(name, i) === DOT) return i;
  return -1;
}

function lastDot(name: Str): i32 {
  for (let i = charLength(name) - 1; i >= 0; i--) if (charAt(name, i) === DOT) return i;
  return -1;
}

function noModule(name: Str): PyException {
  const e = makeException(ExceptionTypes.moduleNotFoundError, format1(literal("No module named '%s'"), name));
  e.name = name;
  return e;
}

/** What the host has compiled, by the answer of `hostFindModule` and its like. @throws SyntaxError */
export function readCompiled(codeSize: i32): RawTable {
  if (codeSize < 0) throw makeException(ExceptionTypes.syntaxError, strFromUtf8(EXCHANGE, hostModuleErrorSize()));
  const raw = alloc(RawTable, codeSize);
  hostReadModule(addressOf(raw.data));
  return raw;
}

/** Loads one module by its full dotted name; its parent is imported already. */
function importFull(name: Str): Module {
  const loaded = dictGet(Singletons.modules, name);
  if (loaded !== ERROR) return loaded as Module;
  const native = dictGet(Singletons.nativeModules, name);
  if (native !== ERROR) {
    dictSet(Singletons.modules, name, native);
    return native as Module;
  }
  const size = utf8SizeOf(name);
  if (size > EXCHANGE_SIZE) throw noModule(name);
  putUtf8Part(name, 0, EXCHANGE, EXCHANGE_SIZE);
  const codeSize = hostFindModule(size);
  if (codeSize === NOT_FOUND) throw noModule(name);
  const raw = readCompiled(codeSize);
  const module = newModule(name);
  const code = loadCode(raw, module.namespace);
  return runModule(module, code);
}

/** Runs the body of a fresh module; it is in `sys.modules` unless the body raises. */
export function runModule(module: Module, code: PyCode): Module {
  dictSetName(module.namespace, literal("__builtins__"), Singletons.builtinsModule);
  dictSetName(module.namespace, literal("__file__"), code.filename);
  dictSet(Singletons.modules, module.name, module);
  const result = attempt(runNested(code, NONE, 0));
  if (result === ERROR) {
    const e = takeError();
    dictDelete(Singletons.modules, module.name);
    throw e;
  }
  return dictGet(Singletons.modules, module.name) as Module;
}

/** `import a.b.c`: the module `a`, or `a.b.c` when `leaf`. */
function importDotted(name: Str, leaf: bool): Value {
  let end = dotIn(name, 0);
  if (end < 0) return importFull(name);
  const top = importFull(substring(name, 0, end));
  let current = top;
  while (end >= 0) {
    const start = end + 1;
    end = dotIn(name, start);
    const stop = end < 0 ? charLength(name) : end;
    const child = importFull(substring(name, 0, stop));
    setAttribute(current, intern(substring(name, start, stop)), child);
    current = child;
  }
  return leaf ? current : top;
}

/** Name of the package that `level` dots from the module `n` stand for, with `name` behind it. */
function resolveRelative(n: Namespace, name: Str, level: i32): Str {
  const own = dictGetName(n, literal("__name__"));
  if (!isA(own, Str)) throw importError(literal("attempted relative import with no known parent package"), NONE);
  let base = own as Str;
  let up = dictGetName(n, literal("__path__")) === ERROR ? level : level - 1;
  while (up > 0) {
    const dot = lastDot(base);
    if (dot < 0) throw importError(literal("attempted relative import with no known parent package"), NONE);
    base = substring(base, 0, dot);
    up -= 1;
  }
  return name.length === 0 ? base : format2(literal("%s.%s"), base, name);
}

/** `__import__(name, globals, …, names, level)`: `names` None or a tuple. */
export const importName = residual(function (n: Namespace, name: Str, names: Value, level: i32): Value {
  const full = level > 0 ? resolveRelative(n, name, level) : name;
  const wanted = isA(names, Tuple) && (names as Tuple).length > 0;
  const module = importDotted(full, wanted || level > 0);
  return module;
});

/** A module of the library, imported for native code. */
export function importModule(name: Str): Module {
  return importFull(name);
}

/** `__import__(name, globals, locals, names, level)` called as a function. */
function importBuiltin(args: Tuple, keywords: Tuple): Value {
  if (!isNil(keywords) && keywords.length > 0) throw notSupported(literal("__import__() with keyword arguments"));
  if (args.length === 0 || args.length > 5) throw typeError(literal("__import__() takes 1 to 5 arguments"));
  if (!isA(args.items[0], Str)) throw typeError(format1(literal("__import__() argument 1 must be str, not %t"), args.items[0]));
  const names: Value = args.length > 3 ? args.items[3] : NONE;
  const level: i32 = args.length > 4 ? asIndex(args.items[4]) : 0;
  const globals: Value = args.length > 1 ? args.items[1] : NONE;
  const space = isA(globals, Namespace) ? globals as Namespace : runningGlobals();
  return importName(space, args.items[0] as Str, names, level);
}

export function bootImport(): void {
  functionVar(Singletons.builtins, literal("__import__"), slot(importBuiltin));
}

/** `from module import name`. */
export const importFrom = residual(function (module: Value, name: Name): Value {
  const found = getAttributeOrError(module, name);
  if (found !== ERROR) return found;
  const own = getAttributeOrError(module, literal("__name__"));
  if (isA(own, Str)) {
    const full = format2(literal("%s.%s"), own, name);
    const loaded = dictGet(Singletons.modules, full);
    if (loaded !== ERROR) return loaded;
    if (getAttributeOrError(module, literal("__path__")) !== ERROR) {
      const child = attempt(importFull(full));
      if (!errorPending()) return child;
      const e = takeError();
      if (!isError(e, ExceptionTypes.moduleNotFoundError)) throw e;
    }
  }
  const file = getAttributeOrError(module, literal("__file__"));
  const place: Value = isA(file, Str) ? file : literal("unknown location");
  const owner: Value = isA(own, Str) ? own : literal("<unknown module name>");
  throw importError(format3(literal("cannot import name '%s' from '%s' (%s)"), name, owner, place), owner);
});

/** `from module import *`, into the globals `n`. */
export const importStar = residual(function (n: Namespace, module: Value): void {
  if (!isA(module, Module)) throw notSupported(literal("import * from what is no module"));
  const source = (module as Module).namespace;
  const all = dictGetName(source, literal("__all__"));
  if (all !== ERROR) {
    const iterator = getIterator(all);
    while (true) {
      const name = iterNext(iterator);
      if (name === ERROR) return;
      if (!isA(name, Str)) throw typeError(literal("Item in __all__ must be str"));
      dictSet(n, name, getAttribute(module, intern(name as Str)));
    }
  }
  let e = dictNext(source, 0);
  while (e >= 0) {
    const name = dictKeyAt(source, e) as Str;
    if (name.length > 0 && charAt(name, 0) !== UNDERSCORE) dictSet(n, name, dictValueAt(source, e));
    e = dictNext(source, e + 1);
  }
});
