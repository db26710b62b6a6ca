/**
 * Core forms: what the expander makes of a program and the compiler takes.
 *
 * Invariant: names are gone. A variable is a `Variable` or `Global` object, the same at its binding and at each use; `Variable.assigned` and
 * `Global.assigned` are complete when the whole program has been expanded.
 */

import type { Datum, Pair } from "../reader/datum.ts";
import type { Source } from "../reader/source.ts";

/** A place in a source text; pairs that were read are such. */
export interface Where {
  readonly source: Source | null;
  readonly at: number;
}

export const NOWHERE: Where = { source: null, at: -1 };

/** A local variable. */
export class Variable {
  /** Whether something but its binding gives it a value. */
  assigned = false;
  /** Whether it may be read before its binding has given it a value: uses are checked. */
  checked = false;
  /** Number of references. */
  references = 0;

  constructor(readonly name: string) {}
}

/** A top-level variable. */
export class Global {
  readonly kind = "global";
  /** Definitions seen; 0: another compilation defines it, or nothing does. */
  definitions = 0;
  assigned = false;
  /** Whether it was defined elsewhere, once and for all. */
  constant = false;

  /** `key`: the name of its cell; `name`: what the program calls it; `home`: the library that defines it, empty for the core. */
  constructor(readonly key: string, readonly name: string, readonly home: string) {}

  /** Whether its value never changes after its definition. */
  get isConstant(): boolean {
    return this.constant || (this.definitions === 1 && !this.assigned);
  }
}

export type Core =
  | Constant
  | LocalRef
  | LocalSet
  | GlobalRef
  | GlobalSet
  | GlobalDefine
  | If
  | Or
  | Sequence
  | Lambda
  | CaseLambda
  | Let
  | Letrec
  | Fix
  | Receive
  | Call
  | RecordOperation;

export interface Constant {
  readonly kind: "constant";
  readonly value: Datum;
}

export interface LocalRef {
  readonly kind: "local";
  readonly variable: Variable;
  readonly where: Where;
}

export interface LocalSet {
  readonly kind: "set-local";
  readonly variable: Variable;
  readonly value: Core;
  readonly where: Where;
}

export interface GlobalRef {
  readonly kind: "global";
  readonly global: Global;
  readonly where: Where;
}

export interface GlobalSet {
  readonly kind: "set-global";
  readonly global: Global;
  readonly value: Core;
  readonly where: Where;
}

export interface GlobalDefine {
  readonly kind: "define-global";
  readonly global: Global;
  readonly value: Core;
  readonly where: Where;
}

export interface If {
  readonly kind: "if";
  readonly test: Core;
  readonly then: Core;
  readonly otherwise: Core;
}

/** The first value, or the second when the first is `#f`. */
export interface Or {
  readonly kind: "or";
  readonly first: Core;
  readonly second: Core;
}

/** At least one item; the last one is the value. */
export interface Sequence {
  readonly kind: "sequence";
  readonly items: readonly Core[];
}

export interface Lambda {
  readonly kind: "lambda";
  name: string | null;
  /** The last one takes the list of further arguments when `rest`. */
  readonly parameters: readonly Variable[];
  readonly rest: boolean;
  readonly body: Core;
  readonly where: Where;
}

export interface CaseLambda {
  readonly kind: "case-lambda";
  readonly clauses: readonly Lambda[];
}

export interface Let {
  readonly kind: "let";
  readonly variables: readonly Variable[];
  readonly values: readonly Core[];
  readonly body: Core;
}

/** Bindings in order (`letrec*`); an item without variable is evaluated for its effect. */
export interface Letrec {
  readonly kind: "letrec";
  readonly bindings: readonly { readonly variable: Variable | null; readonly value: Core }[];
  readonly body: Core;
}

/** Procedures that may call each other; the compiler's, instead of `Letrec`. */
export interface Fix {
  readonly kind: "fix";
  readonly functions: readonly { readonly variable: Variable; readonly lambda: Lambda }[];
  readonly body: Core;
}

/** Binds the values of an expression that has several. */
export interface Receive {
  readonly kind: "receive";
  readonly variables: readonly Variable[];
  readonly rest: boolean;
  readonly value: Core;
  readonly body: Core;
  readonly where: Where;
}

export interface Call {
  readonly kind: "call";
  readonly callee: Core;
  readonly args: readonly Core[];
  readonly where: Where;
}

/** What procedures of record types do; `number`: of the field, or how many fields are made. The type is the first or second operand, as in the bytecode. */
export interface RecordOperation {
  readonly kind: "record";
  readonly bytecode: "record_make" | "record_is" | "record_ref" | "record_set";
  readonly number: number;
  readonly args: readonly Core[];
  readonly where: Where;
}

export function constant(value: Datum): Constant {
  return { kind: "constant", value };
}

/** Items one after the other. */
export function sequence(items: readonly Core[]): Core {
  return items.length === 1 ? items[0] : { kind: "sequence", items };
}

export function localRef(variable: Variable, where: Where = NOWHERE): LocalRef {
  variable.references++;
  return { kind: "local", variable, where };
}

export function localSet(variable: Variable, value: Core, where: Where = NOWHERE): LocalSet {
  variable.assigned = true;
  return { kind: "set-local", variable, value, where };
}

export function call(callee: Core, args: readonly Core[], where: Where = NOWHERE): Core {
  return { kind: "call", callee, args, where };
}

const coreGlobals = new Map<string, Global>();

/** The variable of the core called `name`. */
export function coreGlobal(name: string): Global {
  let global = coreGlobals.get(name);
  if (global === undefined) {
    coreGlobals.set(name, global = new Global(name, name, ""));
    global.constant = true;
  }
  return global;
}

/** A call of a procedure of the core. */
export function coreCall(name: string, args: readonly Core[], where: Where = NOWHERE): Core {
  return call({ kind: "global", global: coreGlobal(name), where }, args, where);
}

export function lambda(name: string | null, parameters: readonly Variable[], body: Core, where: Where = NOWHERE): Lambda {
  return { kind: "lambda", name, parameters, rest: false, body, where };
}

/** The parts of a core form, in order of evaluation. */
export function childrenOf(core: Core): readonly Core[] {
  switch (core.kind) {
    case "constant":
    case "local":
    case "global":
      return [];
    case "set-local":
    case "set-global":
    case "define-global":
      return [core.value];
    case "if":
      return [core.test, core.then, core.otherwise];
    case "or":
      return [core.first, core.second];
    case "sequence":
      return core.items;
    case "lambda":
      return [core.body];
    case "case-lambda":
      return core.clauses;
    case "let":
      return [...core.values, core.body];
    case "letrec":
      return [...core.bindings.map(({ value }) => value), core.body];
    case "fix":
      return [...core.functions.map(({ lambda }) => lambda), core.body];
    case "receive":
      return [core.value, core.body];
    case "call":
      return [core.callee, ...core.args];
    case "record":
      return core.args;
  }
}

export type Form = Pair;
