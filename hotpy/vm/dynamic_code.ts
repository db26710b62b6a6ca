/**
 * `compile`, `eval` and `exec`: text or code objects, run in given namespaces.
 *
 * The host compiles; the stub `Stubs.run` runs the code in a frame of its own; the call bytecodes pass the running function's namespaces. A dict that serves as globals
 * becomes a `Namespace` for good: code reaches variables through cells.
 */

import type { i32 } from "../../toolkit/define/mod.ts";
import {
  addressOf,
  ERROR,
  hostImport,
  isA,
  isNil,
  kind,
  kindOf,
  literal,
  refAddress,
  runNested,
  slot,
  stackPush,
  storeU16,
  type Value,
} from "../../toolkit/define/mod.ts";
import { Bytes, Dict, Namespace, NONE, PyCode, type RawTable, Singletons, Str } from "./objects.ts";
import { dictGetName, dictKeyAt, dictNext, dictSetName, dictValueAt } from "./dict.ts";
import { notSupported, typeError, valueError } from "./exceptions.ts";
import { runningGlobals } from "./frames.ts";
import { EXCHANGE, EXCHANGE_SIZE } from "./host_imports.ts";
import { loadCode } from "./marshal.ts";
import { format1, format2, intern, stringsEqual } from "./messages.ts";
import { function3, function4, parameters3, parameters4 } from "./native.ts";
import { defineGlobal, namespaceCell, newNamespace, readCompiled } from "./modules.ts";
import { Stubs } from "./generators.ts";
import { putUtf8Part, utf8SizeOf } from "./str_core.ts";
import { encodeStr } from "./text_codecs.ts";
import { truthy } from "./protocols.ts";

/** Compiles UTF-8 text for a file whose name is in the exchange buffer; the answer is that of `hostFindModule`. */
const hostCompile: (source: i32, sizeBytes: i32, nameBytes: i32, mode: i32) => i32 = hostImport({});

const MODE_EXEC = 0;
const MODE_EVAL = 1;
const MODE_SINGLE = 2;

/** The code file of a source. @throws SyntaxError */
function compileText(source: Value, filename: Str, mode: i32): RawTable {
  if (!isA(source, Str) && !isA(source, Bytes)) {
    const name: Str = mode === MODE_EVAL ? literal("eval") : mode === MODE_EXEC ? literal("exec") : literal("compile");
    throw typeError(format1(literal("%s() arg 1 must be a string, bytes or code object"), name));
  }
  const text: Bytes = isA(source, Str) ? encodeStr(source as Str, ERROR, ERROR) : source as Bytes;
  const nameBytes = utf8SizeOf(filename);
  if (nameBytes > EXCHANGE_SIZE) throw valueError(literal("the file name is too long"));
  putUtf8Part(filename, 0, EXCHANGE, EXCHANGE_SIZE);
  return readCompiled(hostCompile(addressOf(text.data), text.length, nameBytes, mode));
}

/** Makes a dict the globals of code: its variables move to cells. */
function asNamespace(d: Dict): Namespace {
  if (kindOf(d) === kind(Namespace)) return d as Namespace;
  if (kindOf(d) !== kind(Dict)) throw notSupported(literal("globals that are instances of a subclass of dict"));
  const n = newNamespace();
  let e = dictNext(d, 0);
  while (e >= 0) {
    const key = dictKeyAt(d, e);
    if (!isA(key, Str)) throw notSupported(literal("globals whose keys are not strings"));
    defineGlobal(n, namespaceCell(n, intern(key as Str)), dictValueAt(d, e));
    e = dictNext(d, e + 1);
  }
  d.index = n.index;
  d.hashes = n.hashes;
  d.entries = n.entries;
  d.used = n.used;
  d.size = n.size;
  // The layouts are alike: only the number in the header differs.
  storeU16(refAddress(d), kind(Namespace));
  return d as Namespace;
}

/** The code of `source` (text or code object), linked to `globals`. @throws SyntaxError */
function codeOf(source: Value, globals: Namespace, mode: i32): PyCode {
  if (!isA(source, PyCode)) return loadCode(compileText(source, literal("<string>"), mode), globals);
  const file = (source as PyCode).file;
  if (isNil(file)) throw notSupported(literal("running code objects that do not come from compile()"));
  return loadCode(file, globals);
}

/** Runs `source` with globals that are given or the running function's; the bytecodes give all namespaces. */
function run(source: Value, globals: Value, locals: Value, mode: i32): Value {
  const given = globals !== ERROR && globals !== NONE;
  if (given && !isA(globals, Dict)) {
    const name: Str = mode === MODE_EVAL ? literal("eval") : literal("exec");
    throw typeError(format2(literal("%s() globals must be a dict, not %t"), name, globals));
  }
  const space: Namespace = given ? asNamespace(globals as Dict) : runningGlobals();
  if (dictGetName(space, literal("__builtins__")) === ERROR) dictSetName(space, literal("__builtins__"), Singletons.builtinsModule);
  let own: Value = ERROR;
  if (locals !== ERROR && locals !== NONE && locals !== space) {
    if (!isA(locals, Dict)) throw notSupported(literal("locals that are no dict"));
    own = locals;
  }
  stackPush(codeOf(source, space, mode));
  stackPush(own);
  return runNested(Stubs.run, NONE, 2);
}

function exec(source: Value, globals: Value, locals: Value): Value {
  run(source, globals, locals, MODE_EXEC);
  return NONE;
}

function evaluate(source: Value, globals: Value, locals: Value): Value {
  return run(source, globals, locals, MODE_EVAL);
}

/** `compile(source, filename, mode, …)` */
function compile(source: Value, filename: Value, mode: Value, flags: Value): Value {
  if (!isA(filename, Str)) throw typeError(format1(literal("compile() argument 'filename' must be str, not %t"), filename));
  if (!isA(mode, Str)) throw typeError(format1(literal("compile() argument 'mode' must be str, not %t"), mode));
  if (flags !== ERROR && truthy(flags) !== 0) throw notSupported(literal("flags of compile()"));
  const file = compileText(source, filename as Str, modeOf(mode as Str));
  const code = loadCode(file, newNamespace());
  code.file = file;
  return code;
}

function modeOf(mode: Str): i32 {
  if (stringsEqual(mode, literal("exec"))) return MODE_EXEC;
  if (stringsEqual(mode, literal("eval"))) return MODE_EVAL;
  if (stringsEqual(mode, literal("single"))) return MODE_SINGLE;
  throw valueError(literal("compile() mode must be 'exec', 'eval' or 'single'"));
}

export function bootDynamicCode(): void {
  const n = Singletons.builtins;
  parameters4(
    function4(n, literal("compile"), 3, slot(compile)),
    literal("source"),
    literal("filename"),
    literal("mode"),
    literal("flags"),
  );
  const globals = literal("globals"), locals = literal("locals");
  parameters3(function3(n, literal("exec"), 1, slot(exec)), NONE, globals, locals);
  parameters3(function3(n, literal("eval"), 1, slot(evaluate)), NONE, globals, locals);
}
