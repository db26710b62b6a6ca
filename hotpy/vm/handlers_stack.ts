/** Bytecodes for the operand stack, constants, locals and cells, and plain jumps. */

import type { i32, Imm, u16, u8 } from "../../toolkit/define/mod.ts";
import { alloc, Bytecodes, ERROR, op, type Value } from "../../toolkit/define/mod.ts";
import { Cell, NONE, type PyCode, type PyFunction } from "./objects.ts";
import { unboundFree, unboundLocal } from "./exceptions.ts";
import { constantOf } from "./marshal.ts";

export class StackBytecodes extends Bytecodes {
  // ── Parts ──────────────────────────────────────────────────────────────────────────────────────────────────────────

  /** The running code; a constant in traces. */
  protected pyCode(): PyCode {
    return this.code as PyCode;
  }

  /** Drops the result of a guest call that ends a handler without result. */
  protected discard(result: Value): void {
    this.push(result);
    this.drop(1);
  }

  protected closureCell(free: i32): Cell {
    return (this.func as PyFunction).closure.items[free] as Cell;
  }

  // ── Operands ───────────────────────────────────────────────────────────────────────────────────────────────────────

  /** `nop ( -- )` */
  @op()
  nop(): void {}

  /** `pop_top ( value -- )` */
  @op()
  popTop(value: Value): void {}

  /** `copy #n ( -- value )`: the n-th operand from the top, 1 is the top. */
  @op({ stack: "bottom rest[n - 1] -- bottom rest[n - 1] value" })
  copy(n: Imm<u8>): Value {
    return this.peek(n - 1);
  }

  /** `swap #n ( -- )`: exchanges the top with the n-th operand. */
  @op({ stack: "bottom rest[n - 2] top -- top rest[n - 2] bottom" })
  swap(n: Imm<u8>): void {
    const top = this.peek(0);
    this.poke(0, this.peek(n - 1));
    this.poke(n - 1, top);
  }

  /** `load_const #constant ( -- value )` */
  @op()
  loadConst(constant: Imm<i32>): Value {
    return constantOf(this.pyCode(), constant);
  }

  // ── Locals ─────────────────────────────────────────────────────────────────────────────────────────────────────────

  /** `load_local #local ( -- value )` @throws UnboundLocalError */
  @op()
  loadLocal(local: Imm<u16>): Value {
    const value = this.local(local);
    if (value === ERROR) throw unboundLocal(this.pyCode().localNames.items[local]);
    return value;
  }

  /** `load_local_unchecked #local ( -- value )` */
  @op()
  loadLocalUnchecked(local: Imm<u16>): Value {
    return this.local(local);
  }

  /** `store_local #local ( value -- )` */
  @op()
  storeLocal(local: Imm<u16>, value: Value): void {
    this.setLocal(local, value);
  }

  /** `delete_local #local ( -- )` @throws UnboundLocalError */
  @op()
  deleteLocal(local: Imm<u16>): void {
    if (this.local(local) === ERROR) throw unboundLocal(this.pyCode().localNames.items[local]);
    this.setLocal(local, ERROR);
  }

  /** `clear_local #local ( -- )` */
  @op()
  clearLocal(local: Imm<u16>): void {
    this.setLocal(local, ERROR);
  }

  // ── Cells and free variables ───────────────────────────────────────────────────────────────────────────────────────

  /** `make_cell #local ( -- )` */
  @op()
  makeCell(local: Imm<u16>): void {
    const cell = alloc(Cell);
    cell.value = this.local(local);
    this.setLocal(local, cell);
  }

  /** `load_cell #local ( -- value )` @throws UnboundLocalError */
  @op()
  loadCell(local: Imm<u16>): Value {
    const value = (this.local(local) as Cell).value;
    if (value === ERROR) throw unboundLocal(this.pyCode().localNames.items[local]);
    return value;
  }

  /** `store_cell #local ( value -- )` */
  @op()
  storeCell(local: Imm<u16>, value: Value): void {
    (this.local(local) as Cell).value = value;
  }

  /** `delete_cell #local ( -- )` @throws UnboundLocalError */
  @op()
  deleteCell(local: Imm<u16>): void {
    const cell = this.local(local) as Cell;
    if (cell.value === ERROR) throw unboundLocal(this.pyCode().localNames.items[local]);
    cell.value = ERROR;
  }

  /** `load_free #free ( -- value )` @throws NameError */
  @op()
  loadFree(free: Imm<u16>): Value {
    const value = this.closureCell(free).value;
    if (value === ERROR) throw unboundFree(this.pyCode().freeNames.items[free]);
    return value;
  }

  /** `store_free #free ( value -- )` */
  @op()
  storeFree(free: Imm<u16>, value: Value): void {
    this.closureCell(free).value = value;
  }

  /** `delete_free #free ( -- )` @throws NameError */
  @op()
  deleteFree(free: Imm<u16>): void {
    const cell = this.closureCell(free);
    if (cell.value === ERROR) throw unboundFree(this.pyCode().freeNames.items[free]);
    cell.value = ERROR;
  }

  /** `load_closure_local #local ( -- cell )` */
  @op()
  loadClosureLocal(local: Imm<u16>): Value {
    return this.local(local);
  }

  /** `load_closure_free #free ( -- cell )` */
  @op()
  loadClosureFree(free: Imm<u16>): Value {
    return this.closureCell(free);
  }

  // ── Jumps ──────────────────────────────────────────────────────────────────────────────────────────────────────────

  /** `jump #offset ( -- )` */
  @op()
  jump_(offset: Imm<i32>): void {
    this.jump(offset);
  }

  /** `branch_if_none #offset ( value -- )` */
  @op()
  branchIfNone(offset: Imm<i32>, value: Value): void {
    if (value === NONE) this.jump(offset);
  }

  /** `branch_if_not_none #offset ( value -- )` */
  @op()
  branchIfNotNone(offset: Imm<i32>, value: Value): void {
    if (value !== NONE) this.jump(offset);
  }

  /** `loop_header #site ( -- )`: counts; the machine does the rest. */
  @op({ loopHeader: true })
  loopHeader(site: Imm<i32>): void {}
}
