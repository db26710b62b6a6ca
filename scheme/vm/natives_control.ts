/** Primitives on the dynamic state, errors, records, symbols and hashes that the library builds on. */

import { alloc, boxInt, ERROR, i32, i64, intOf, isA, isInt, literal, residual, slot, type Value } from "../../toolkit/define/mod.ts";
import { stringArgument } from "./arguments.ts";
import { outOfRange, simpleError, wrongType } from "./errors.ts";
import { eqHash, equalHash, eqvHash } from "./hash.ts";
import { isList } from "./lists.ts";
import { define0, define1, define2, define3, define4 } from "./native.ts";
import { truth } from "./number_kinds.ts";
import {
  Continuation,
  Dynamic,
  END_OF_RUN,
  ErrorObject,
  K_WINDERS,
  type Pair,
  RecordType,
  Run,
  Str,
  Symbol,
  TRUE,
  UNSPECIFIED,
} from "./objects.ts";
import { concatenate } from "./strings.ts";
import { intern, newUninterned, textHash } from "./symbols.ts";
import { properLength, valuesOfList } from "./values.ts";

// ── Dynamic state ────────────────────────────────────────────────────────────────────────────────────────────────────

function winders(): Value {
  return Dynamic.winders;
}
function setWinders(list: Value): Value {
  Dynamic.winders = list;
  return UNSPECIFIED;
}
function handlers(): Value {
  return Dynamic.handlers;
}
function setHandlers(list: Value): Value {
  Dynamic.handlers = list;
  return UNSPECIFIED;
}
function continuationWinders(k: Value): Value {
  if (!isA(k, Continuation)) throw wrongType(literal("%continuation-winders"), 1, literal("a continuation"), k);
  return (k as Continuation).free[K_WINDERS];
}

/** The status with which a process ends for an object given to `exit`. */
function statusOf(v: Value): i32 {
  if (v === TRUE || v === ERROR) return 0;
  return isInt(v) ? i32(intOf(v)) & 255 : 1;
}

/** Ends the run. */
const exit = residual(function (v: Value): Value {
  Run.status = statusOf(v);
  throw END_OF_RUN;
});

// ── Errors ───────────────────────────────────────────────────────────────────────────────────────────────────────────

function symbolArgument(who: Symbol, position: i32, v: Value): Symbol {
  if (!isA(v, Symbol)) throw wrongType(who, position, literal("a symbol"), v);
  return v as Symbol;
}
function makeError(kind: Value, message: Value, irritants: Value, who: Value): Value {
  return simpleError(symbolArgument(literal("%make-error"), 1, kind), who, message, irritants);
}
function isErrorObject(v: Value): Value {
  return truth(isA(v, ErrorObject));
}
function errorArgument(who: Symbol, v: Value): ErrorObject {
  if (!isA(v, ErrorObject)) throw wrongType(who, 1, literal("an error object"), v);
  return v as ErrorObject;
}
/** The message, behind the name of the procedure that complains. */
const errorMessage = residual(function (v: Value): Value {
  const e = errorArgument(literal("error-object-message"), v);
  if (!isA(e.who, Symbol) || !isA(e.message, Str)) return e.message;
  const colon: Symbol = literal(": ");
  return concatenate(concatenate((e.who as Symbol).name, colon.name), e.message as Str);
});
function errorIrritants(v: Value): Value {
  return errorArgument(literal("error-object-irritants"), v).irritants;
}
function errorKind(v: Value): Value {
  return errorArgument(literal("%error-object-kind"), v).kind;
}
function errorWho(v: Value): Value {
  return errorArgument(literal("%error-object-who"), v).who;
}
function positionArgument(v: Value): i32 {
  return isInt(v) ? i32(intOf(v)) : 0;
}
const typeError = residual(function (who: Value, position: Value, expected: Value, object: Value): Value {
  const self = literal("%type-error");
  throw wrongType(symbolArgument(self, 1, who), positionArgument(position), intern(stringArgument(self, 3, expected)), object);
});
const rangeError = residual(function (who: Value, position: Value, object: Value): Value {
  throw outOfRange(symbolArgument(literal("%range-error"), 1, who), positionArgument(position), object);
});

// ── Records, lists, values ───────────────────────────────────────────────────────────────────────────────────────────

/** `(%make-record-type name fields)`: a symbol and a list of symbols */
const makeRecordType = residual(function (name: Value, fields: Value): Value {
  const who = literal("%make-record-type");
  const count = properLength(fields);
  if (count < 0) throw wrongType(who, 2, literal("a list"), fields);
  const type = alloc(RecordType, count);
  type.name = symbolArgument(who, 1, name);
  let rest = fields;
  for (let i: i32 = 0; i < count; i++) {
    type.fields[i] = symbolArgument(who, 2, (rest as Pair).car);
    rest = (rest as Pair).cdr;
  }
  return type;
});
function listTest(v: Value): Value {
  return truth(isList(v) !== 0);
}

// ── Symbols and hashes ───────────────────────────────────────────────────────────────────────────────────────────────

/** `(string->uninterned-symbol string)` */
function uninterned(v: Value): Value {
  return newUninterned(stringArgument(literal("string->uninterned-symbol"), 1, v));
}
function hashByIdentity(v: Value): Value {
  return boxInt(i64(eqHash(v)));
}
function hashByValue(v: Value): Value {
  return boxInt(i64(eqvHash(v)));
}
function hashByStructure(v: Value): Value {
  return boxInt(i64(equalHash(v)));
}
function hashOfString(v: Value): Value {
  return boxInt(i64(textHash(stringArgument(literal("string-hash"), 1, v)) & 0x7fffffff));
}

function bootDynamic(): void {
  define0(literal("%winders"), slot(winders));
  define1(literal("%set-winders!"), 1, slot(setWinders));
  define0(literal("%handlers"), slot(handlers));
  define1(literal("%set-handlers!"), 1, slot(setHandlers));
  define1(literal("%continuation-winders"), 1, slot(continuationWinders));
  define1(literal("%exit"), 0, slot(exit));
}

function bootErrors(): void {
  define4(literal("%make-error"), 4, slot(makeError));
  define1(literal("error-object?"), 1, slot(isErrorObject));
  define1(literal("error-object-message"), 1, slot(errorMessage));
  define1(literal("error-object-irritants"), 1, slot(errorIrritants));
  define1(literal("%error-object-kind"), 1, slot(errorKind));
  define1(literal("%error-object-who"), 1, slot(errorWho));
  define4(literal("%type-error"), 4, slot(typeError));
  define3(literal("%range-error"), 3, slot(rangeError));
}

export function bootControl(): void {
  bootDynamic();
  bootErrors();
  define2(literal("%make-record-type"), 2, slot(makeRecordType));
  define1(literal("list?"), 1, slot(listTest));
  define1(literal("%list->values"), 1, slot(valuesOfList));
  define1(literal("string->uninterned-symbol"), 1, slot(uninterned));
  define1(literal("%eq-hash"), 1, slot(hashByIdentity));
  define1(literal("%eqv-hash"), 1, slot(hashByValue));
  define1(literal("%equal-hash"), 1, slot(hashByStructure));
  define1(literal("%string-hash"), 1, slot(hashOfString));
}
