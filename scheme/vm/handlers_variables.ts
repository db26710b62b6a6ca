/** Bytecodes for local, captured and top-level variables, and for making closures. */

import type { i32, Imm, u16 } from "../../toolkit/define/mod.ts";
import { alloc, ERROR, isA, op, type Value } from "../../toolkit/define/mod.ts";
import { unassignedVariable, unboundVariable } from "./errors.ts";
import { defineCell, valueOfCell } from "./globals.ts";
import { StackBytecodes } from "./handlers_stack.ts";
import { Box, CaseLambda, Closure, ConstantCaseLambda, ConstantClosure, type GlobalCell, type SchemeCode, UNASSIGNED } from "./objects.ts";

export class VariableBytecodes extends StackBytecodes {
  protected freeBox(index: i32): Box {
    return (this.func as Closure).free[index] as Box;
  }
  protected cellAt(index: i32): GlobalCell {
    return this.constantAt(index) as GlobalCell;
  }

  // ── Locals ─────────────────────────────────────────────────────────────────────────────────────────────────────────

  /** `local #index ( -- value )` */
  @op()
  local_(index: Imm<u16>): Value {
    return this.local(index);
  }
  /** `set_local #index ( value -- )` */
  @op()
  setLocal_(index: Imm<u16>, value: Value): void {
    this.setLocal(index, value);
  }
  /** `make_box #index ( -- )`: the local becomes a variable that closures share. */
  @op()
  makeBox(index: Imm<u16>): void {
    const box = alloc(Box);
    box.value = this.local(index);
    this.setLocal(index, box);
  }
  /** `local_box_ref #index ( -- value )` */
  @op()
  localBoxRef(index: Imm<u16>): Value {
    return (this.local(index) as Box).value;
  }
  /** `local_box_set #index ( value -- )` */
  @op()
  localBoxSet(index: Imm<u16>, value: Value): void {
    (this.local(index) as Box).value = value;
  }

  // ── Variables of the closure ───────────────────────────────────────────────────────────────────────────────────────

  /** `free #index ( -- value )` */
  @op()
  free(index: Imm<u16>): Value {
    return (this.func as Closure).free[index];
  }
  /** `self ( -- closure )`: the running closure. */
  @op()
  self(): Value {
    return this.func;
  }
  /** `free_box_ref #index ( -- value )` */
  @op()
  freeBoxRef(index: Imm<u16>): Value {
    return this.freeBox(index).value;
  }
  /** `free_box_set #index ( value -- )` */
  @op()
  freeBoxSet(index: Imm<u16>, value: Value): void {
    this.freeBox(index).value = value;
  }
  /** `check_assigned #name ( value -- value )`: an error when it is the mark of a variable without a value. */
  @op()
  checkAssigned(name: Imm<u16>): void {
    if (this.peek(0) === UNASSIGNED) throw unassignedVariable(this.constantAt(name));
  }

  // ── Top-level variables ────────────────────────────────────────────────────────────────────────────────────────────

  /** `global #cell ( -- value )` */
  @op()
  global(cell: Imm<u16>): Value {
    const value = this.cellAt(cell).value;
    if (value === ERROR) throw unboundVariable(this.cellAt(cell));
    return value;
  }
  /** `constant_global #cell ( -- value )`: of a variable that gets one value only, a constant in traces if that does not move. */
  @op()
  constantGlobal(cell: Imm<u16>): Value {
    const value = this.cellAt(cell).fixed;
    return value === ERROR ? valueOfCell(this.cellAt(cell)) : value;
  }
  /** `set_global #cell ( value -- )`: an error when it is undefined. */
  @op()
  setGlobal(cell: Imm<u16>, value: Value): void {
    if (this.cellAt(cell).value === ERROR) throw unboundVariable(this.cellAt(cell));
    this.cellAt(cell).value = value;
  }
  /** `define_global #cell ( value -- )` */
  @op()
  defineGlobal(cell: Imm<u16>, value: Value): void {
    defineCell(this.cellAt(cell), value);
  }

  // ── Closures ───────────────────────────────────────────────────────────────────────────────────────────────────────

  /** `make_closure #code #count ( free… -- closure )` */
  @op({ stack: "free[count] -- closure" })
  makeClosure(code: Imm<u16>, count: Imm<u16>): void {
    const closure = alloc(Closure, count);
    closure.code = this.constantAt(code) as SchemeCode;
    for (let i: i32 = 0; i < count; i++) closure.free[i] = this.peek(count - 1 - i);
    this.drop(count);
    this.push(closure);
  }
  /** `patch_closure #index ( closure value -- )`: gives a closure a free variable that did not exist when it was made. */
  @op()
  patchClosure(index: Imm<u16>, closure: Value, value: Value): void {
    (closure as Closure).free[index] = value;
  }
  /** `make_case_lambda #count ( closures… -- procedure )` */
  @op({ stack: "closures[count] -- procedure" })
  makeCaseLambda(count: Imm<u16>): void {
    const procedure = this.allConstant(count) ? alloc(ConstantCaseLambda, count) : alloc(CaseLambda, count);
    for (let i: i32 = 0; i < count; i++) procedure.clauses[i] = this.peek(count - 1 - i);
    this.drop(count);
    this.push(procedure);
  }
  /** True if the top `count` operands are closures that never move. */
  protected allConstant(count: i32): boolean {
    for (let i: i32 = 0; i < count; i++) {
      if (!isA(this.peek(i), ConstantClosure)) return false;
    }
    return true;
  }
}
