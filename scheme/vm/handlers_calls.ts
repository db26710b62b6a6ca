/**
 * Calls. Closures push frames, so traces run through them; primitives are called directly.
 *
 * Convention of the parts: the top `argc` operands are the arguments, `extra` operands below them (the procedure and whatever else) go
 * away with them.
 */

import type { i32, Imm, u16 } from "../../toolkit/define/mod.ts";
import { alloc, ERROR, isA, op, promote, type Value } from "../../toolkit/define/mod.ts";
import { noClause, notProcedure, wrongCount } from "./errors.ts";
import { VariableBytecodes } from "./handlers_variables.ts";
import { CaseLambda, Closure, FALSE, NULL, Primitive, Roots, type SchemeCode, Values } from "./objects.ts";
import { cons } from "./values.ts";

/** Lists of arguments up to this length are spread over the operand stack. */
const SPREAD = 16;

export class CallBytecodes extends VariableBytecodes {
  // ── Parts ──────────────────────────────────────────────────────────────────────────────────────────────────────────

  /** The top `count` operands from the deepest as a list that ends in `tail`. */
  protected operandList(count: i32, tail: Value): Value {
    let list = tail;
    for (let i: i32 = 0; i < count; i++) list = cons(this.peek(i), list);
    return list;
  }
  protected operandValues(count: i32): Values {
    const values = alloc(Values, count);
    for (let i: i32 = 0; i < count; i++) values.items[i] = this.peek(count - 1 - i);
    return values;
  }

  /**
   * Makes of the top `argc` operands what a frame of `code` starts with: the surplus becomes the list of its rest parameter; what a
   * continuation gets becomes one word.
   */
  protected fitArguments(code: SchemeCode, argc: i32): void {
    if (code.exactCount === argc) return;
    if (code === Roots.throwCode) {
      this.outOfLine();
      const values = this.operandValues(argc);
      this.drop(argc);
      this.push(values);
      return;
    }
    const surplus = argc - code.required;
    if (surplus < 0 || code.rest === 0) throw wrongCount(code.name, code.required, code.rest === 0 ? code.required : -1, argc);
    this.outOfLine();
    const list = this.operandList(surplus, NULL);
    this.drop(surplus);
    this.push(list);
  }

  /** The clause of a `case-lambda` that takes `argc` arguments. */
  protected clauseFor(f: CaseLambda, argc: i32): Closure {
    for (let i: i32 = 0; i < f.length; i++) {
      const clause = f.clauses[i] as Closure;
      const code = promote(clause.code);
      if (argc === code.required || argc > code.required && code.rest !== 0) return clause;
    }
    const name: Value = f.length > 0 ? (f.clauses[0] as Closure).code.name : FALSE;
    throw noClause(name, argc);
  }

  /** Argument `index` of the top `argc` operands; ERROR when there are fewer. */
  protected argument(index: i32, argc: i32): Value {
    return index < argc ? this.peek(argc - 1 - index) : ERROR;
  }

  /** The result of a primitive, which is a constant in traces. */
  protected callPrimitive(p: Primitive, argc: i32, extra: i32): Value {
    if (argc < p.minArgs || argc > p.maxArgs && p.maxArgs >= 0) throw wrongCount(p.name, p.minArgs, p.maxArgs, argc);
    const a = this.argument(0, argc);
    const b = this.argument(1, argc);
    const c = this.argument(2, argc);
    const d = this.argument(3, argc);
    const all = p.maxArgs < 0 ? this.operandValues(argc) : Roots.noValues;
    this.drop(argc + extra);
    switch (p.maxArgs) {
      case 0:
        return p.fn0();
      case 1:
        return p.fn1(a);
      case 2:
        return p.fn2(a, b);
      case 3:
        return p.fn3(a, b, c);
      case 4:
        return p.fn4(a, b, c, d);
      default:
        return p.fnAny(all);
    }
  }

  /** Calls what has no code of its own. */
  protected callDirectly(f: Value, argc: i32, extra: i32): Value {
    this.outOfLine();
    if (!isA(f, Primitive)) throw notProcedure(f);
    return this.callPrimitive(promote(f as Primitive), argc, extra);
  }

  /** Calls anything. */
  protected callAny(f: Value, argc: i32, extra: i32): Value {
    if (isA(f, Closure)) {
      const code = promote((f as Closure).code);
      this.fitArguments(code, argc);
      return this.call(code, f, code.argumentCount, extra);
    }
    if (!isA(f, CaseLambda)) return this.callDirectly(f, argc, extra);
    this.outOfLine();
    const clause = this.clauseFor(f as CaseLambda, argc);
    const code = promote(clause.code);
    this.fitArguments(code, argc);
    return this.call(code, clause, code.argumentCount, extra);
  }

  /** Calls anything instead of going on in this frame; the result of what has no code of its own is given to the next instruction. */
  protected tailCallAny(f: Value, argc: i32, extra: i32): Value {
    if (isA(f, Closure)) {
      const code = promote((f as Closure).code);
      this.fitArguments(code, argc);
      this.tailCall(code, f, code.argumentCount);
    }
    if (!isA(f, CaseLambda)) return this.callDirectly(f, argc, extra);
    this.outOfLine();
    const clause = this.clauseFor(f as CaseLambda, argc);
    const code = promote(clause.code);
    this.fitArguments(code, argc);
    this.tailCall(code, clause, code.argumentCount);
  }

  // ── Calls ──────────────────────────────────────────────────────────────────────────────────────────────────────────

  /** `call #argc ( procedure arguments… -- value )` */
  @op({ stack: "procedure arguments[argc] -- value" })
  call_(argc: Imm<u16>): Value {
    return this.callAny(this.peek(argc), argc, 1);
  }
  /**
   * `tail_call #argc ( procedure arguments… -- value )`: replaces the running frame; but a primitive gives its value to the next
   * instruction, which is a `return`.
   */
  @op({ stack: "procedure arguments[argc] -- value" })
  tailCall_(argc: Imm<u16>): Value {
    return this.tailCallAny(this.peek(argc), argc, 1);
  }
  /** `return ( value -- )` */
  @op()
  return_(value: Value): void {
    this.leave(value);
  }
}
