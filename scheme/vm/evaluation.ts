/**
 * Reading and evaluating data: the reader and the compiler are the host's.
 *
 * Data go to the host as text (`print` with `WRITTEN_FOR_HOST`), data and code come from it as files (`marshal.ts`), one after the other.
 */

import { addressOf, alloc, i32, intOf, isA, literal, residual, slot, type Value } from "../../toolkit/define/mod.ts";
import { simpleError, wrongType } from "./errors.ts";
import { hostCall, hostCompile, hostFile, hostFileBytes, hostImportSets, hostParse } from "./host_imports.ts";
import { loadCode, loadDatum } from "./marshal.ts";
import { define0, define1, define2 } from "./native.ts";
import {
  ConstantClosure,
  Environment,
  FALSE,
  HOST_HANDLE,
  type HostProcedure,
  NULL,
  type Port,
  PORT_FOLD_CASE,
  PORT_TEXTUAL,
  RawTable,
  type Symbol,
} from "./objects.ts";
import { available, hostReason, memoryOutput, textInput } from "./ports.ts";
import { print, WRITTEN_FOR_HOST } from "./printer.ts";
import { cons } from "./values.ts";

/** What `hostParse` returns for the beginning of a datum. */
const INCOMPLETE = -1;
/** What it is told. */
const TEXT_ENDS = 1;
const FOLD_CASE = 2;
/** Bytes of a port that are looked at first. */
const WINDOW = 4096;

/** The file that the host has ready. */
function nextFile(): RawTable {
  const file = alloc(RawTable, hostFileBytes());
  hostFile(addressOf(file.data));
  return file;
}

function failure(kind: Symbol, who: Value): Value {
  throw simpleError(kind, who, hostReason(), NULL);
}

function textForHost(v: Value): Port {
  const text = memoryOutput(PORT_TEXTUAL);
  print(text, v, WRITTEN_FOR_HOST);
  return text;
}

// ── read ─────────────────────────────────────────────────────────────────────────────────────────────────────────────

function smaller(a: i32, b: i32): i32 {
  return a < b ? a : b;
}

/** Looks for a datum in the first bytes of a port, in more of them when these are only its beginning. */
function parse(p: Port): i32 {
  let size = smaller(p.limit - p.position, WINDOW);
  let flags: i32 = (p.flags & PORT_FOLD_CASE) !== 0 ? FOLD_CASE : 0;
  while (true) {
    const used = hostParse(addressOf(p.buffer.items) + p.position, size, flags);
    if (used !== INCOMPLETE || (flags & TEXT_ENDS) !== 0) return used;
    const there = available(p, size + 1);
    if (there === size) flags |= TEXT_ENDS;
    else size = smaller(there, size * 2 + WINDOW);
  }
}

/** `(read [port])` */
const read = residual(function (port: Value): Value {
  const p = textInput(literal("read"), 1, port);
  const used = parse(p);
  if (used < 0) {
    p.position = p.limit;
    return failure(literal("read"), literal("read"));
  }
  p.position += used;
  return loadDatum(nextFile());
});

// ── eval ─────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** `(%compile expression environment)`: a list of thunks, which are called in order; the last one gives the value. */
const compile = residual(function (expression: Value, environment: Value): Value {
  if (!isA(environment, Environment)) throw wrongType(literal("eval"), 2, literal("an environment"), environment);
  const text = textForHost(expression);
  const count = hostCompile(addressOf(text.buffer.items), text.limit, (environment as Environment).id);
  if (count < 0) return failure(literal("syntax"), FALSE);
  const head = cons(FALSE, NULL);
  let last = head;
  for (let i: i32 = 0; i < count; i++) {
    const thunk = alloc(ConstantClosure, 0);
    thunk.code = loadCode(nextFile());
    const next = cons(thunk, NULL);
    last.cdr = next;
    last = next;
  }
  return head.cdr;
});

function newEnvironment(id: i32): Value {
  const environment = alloc(Environment);
  environment.id = id;
  environment.name = FALSE;
  return environment;
}

/** `(%environment list-of-import-sets)` */
const environmentOf = residual(function (importSets: Value): Value {
  const text = textForHost(importSets);
  const id = hostImportSets(addressOf(text.buffer.items), text.limit);
  return id < 0 ? failure(literal("syntax"), literal("environment")) : newEnvironment(id);
});

/** `(interaction-environment)` */
function interactionEnvironment(): Value {
  return newEnvironment(0);
}

// ── Procedures of the host ───────────────────────────────────────────────────────────────────────────────────────────

/** Calls a procedure of the host with a list of arguments. */
export const callHost = residual(function (f: HostProcedure, list: Value): Value {
  const text = textForHost(list);
  const status = hostCall(i32(intOf(f.free[HOST_HANDLE])), addressOf(text.buffer.items), text.limit);
  return status < 0 ? failure(literal("other"), FALSE) : loadDatum(nextFile());
});

export function bootEvaluation(): void {
  define1(literal("read"), 0, slot(read));
  define2(literal("%compile"), 2, slot(compile));
  define1(literal("%environment"), 1, slot(environmentOf));
  define0(literal("interaction-environment"), slot(interactionEnvironment));
}
