/** Bytecodes for pairs, identity and tests of type. */

import type { Imm, u16 } from "../../toolkit/define/mod.ts";
import { alloc, isA, isChar, isRef, literal, op, type Value } from "../../toolkit/define/mod.ts";
import { equalObjects, eqv, isNumberObject } from "./equality.ts";
import { wrongType } from "./errors.ts";
import { NumberBytecodes } from "./handlers_numbers.ts";
import { truth } from "./number_kinds.ts";
import { AnyBytevector, AnyVector, END_OF_FILE, FALSE, NULL, Pair, Procedure, Str, Symbol, TRUE, UNSPECIFIED } from "./objects.ts";

export class DataBytecodes extends NumberBytecodes {
  // ── Parts ──────────────────────────────────────────────────────────────────────────────────────────────────────────

  /** A pair's parts: `who` is the procedure that `whole`, its argument, is not fit for. */
  protected carOf(v: Value, who: Symbol, whole: Value): Value {
    if (!isA(v, Pair)) throw wrongType(who, 1, literal("a pair"), whole);
    return (v as Pair).car;
  }
  protected cdrOf(v: Value, who: Symbol, whole: Value): Value {
    if (!isA(v, Pair)) throw wrongType(who, 1, literal("a pair"), whole);
    return (v as Pair).cdr;
  }

  // ── Pairs ──────────────────────────────────────────────────────────────────────────────────────────────────────────

  /** `cons ( car cdr -- pair )` */
  @op()
  cons(car: Value, cdr: Value): Value {
    const pair = alloc(Pair);
    pair.car = car;
    pair.cdr = cdr;
    return pair;
  }
  /** `car ( pair -- value )` */
  @op()
  car(v: Value): Value {
    return this.carOf(v, literal("car"), v);
  }
  /** `cdr ( pair -- value )` */
  @op()
  cdr(v: Value): Value {
    return this.cdrOf(v, literal("cdr"), v);
  }
  /** `caar ( pair -- value )` */
  @op({ outline: true })
  caar(v: Value): Value {
    return this.carOf(this.carOf(v, literal("caar"), v), literal("caar"), v);
  }
  /** `cadr ( pair -- value )` */
  @op()
  cadr(v: Value): Value {
    return this.carOf(this.cdrOf(v, literal("cadr"), v), literal("cadr"), v);
  }
  /** `cdar ( pair -- value )` */
  @op({ outline: true })
  cdar(v: Value): Value {
    return this.cdrOf(this.carOf(v, literal("cdar"), v), literal("cdar"), v);
  }
  /** `cddr ( pair -- value )` */
  @op()
  cddr(v: Value): Value {
    return this.cdrOf(this.cdrOf(v, literal("cddr"), v), literal("cddr"), v);
  }
  /** `caddr ( pair -- value )` */
  @op()
  caddr(v: Value): Value {
    const who = literal("caddr");
    return this.carOf(this.cdrOf(this.cdrOf(v, who, v), who, v), who, v);
  }
  /** `cdddr ( pair -- value )` */
  @op({ outline: true })
  cdddr(v: Value): Value {
    const who = literal("cdddr");
    return this.cdrOf(this.cdrOf(this.cdrOf(v, who, v), who, v), who, v);
  }
  /** `cadddr ( pair -- value )` */
  @op({ outline: true })
  cadddr(v: Value): Value {
    const who = literal("cadddr");
    return this.carOf(this.cdrOf(this.cdrOf(this.cdrOf(v, who, v), who, v), who, v), who, v);
  }
  /** `set_car ( pair value -- unspecified )` */
  @op()
  setCar(v: Value, car: Value): Value {
    if (!isA(v, Pair)) throw wrongType(literal("set-car!"), 1, literal("a pair"), v);
    (v as Pair).car = car;
    return UNSPECIFIED;
  }
  /** `set_cdr ( pair value -- unspecified )` */
  @op()
  setCdr(v: Value, cdr: Value): Value {
    if (!isA(v, Pair)) throw wrongType(literal("set-cdr!"), 1, literal("a pair"), v);
    (v as Pair).cdr = cdr;
    return UNSPECIFIED;
  }
  /** `make_list #count ( items… -- list )` */
  @op({ stack: "items[count] -- list", outline: true })
  makeList(count: Imm<u16>): void {
    const list = this.operandList(count, NULL);
    this.drop(count);
    this.push(list);
  }

  // ── Identity ───────────────────────────────────────────────────────────────────────────────────────────────────────

  /** `is_eq ( left right -- boolean )` */
  @op()
  isEq(left: Value, right: Value): Value {
    return truth(left === right);
  }
  /** `is_eqv ( left right -- boolean )` */
  @op()
  isEqv(left: Value, right: Value): Value {
    return truth(left === right || isRef(left) && isNumberObject(right) && eqv(left, right));
  }
  /** `is_equal ( left right -- boolean )` */
  @op()
  isEqual(left: Value, right: Value): Value {
    return truth(left === right || isRef(left) && isRef(right) && equalObjects(left, right) !== 0);
  }
  /** `not ( value -- boolean )` */
  @op()
  not(v: Value): Value {
    return truth(v === FALSE);
  }

  // ── Types ──────────────────────────────────────────────────────────────────────────────────────────────────────────

  /** `is_null ( value -- boolean )` */
  @op()
  isNull(v: Value): Value {
    return truth(v === NULL);
  }
  /** `is_pair ( value -- boolean )` */
  @op()
  isPair(v: Value): Value {
    return truth(isA(v, Pair));
  }
  /** `is_symbol ( value -- boolean )` */
  @op()
  isSymbol(v: Value): Value {
    return truth(isA(v, Symbol));
  }
  /** `is_string ( value -- boolean )` */
  @op()
  isString(v: Value): Value {
    return truth(isA(v, Str));
  }
  /** `is_char ( value -- boolean )` */
  @op()
  isChar(v: Value): Value {
    return truth(isChar(v));
  }
  /** `is_boolean ( value -- boolean )` */
  @op()
  isBoolean(v: Value): Value {
    return truth(v === FALSE || v === TRUE);
  }
  /** `is_vector ( value -- boolean )` */
  @op()
  isVector(v: Value): Value {
    return truth(isA(v, AnyVector));
  }
  /** `is_bytevector ( value -- boolean )` */
  @op()
  isBytevector(v: Value): Value {
    return truth(isA(v, AnyBytevector));
  }
  /** `is_procedure ( value -- boolean )` */
  @op()
  isProcedure(v: Value): Value {
    return truth(isA(v, Procedure));
  }
  /** `is_eof_object ( value -- boolean )` */
  @op()
  isEofObject(v: Value): Value {
    return truth(v === END_OF_FILE);
  }
}
