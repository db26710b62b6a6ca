/** Bytecodes for constants, the operand stack and jumps. */

import type { i32, Imm, u16, u8 } from "../../toolkit/define/mod.ts";
import { boxInt, Bytecodes, i64, op, special, type Value } from "../../toolkit/define/mod.ts";
import { FALSE, type SchemeCode } from "./objects.ts";

export class StackBytecodes extends Bytecodes {
  /** Constant `index` of the running code. */
  protected constantAt(index: i32): Value {
    return (this.code as SchemeCode).constants.items[index];
  }

  /** `constant #constant ( -- value )` */
  @op()
  constant(constant: Imm<u16>): Value {
    return this.constantAt(constant);
  }
  /** `fixnum #number ( -- integer )` */
  @op()
  fixnum(number: Imm<i32>): Value {
    return boxInt(i64(number));
  }
  /** `special #number ( -- value )`: `()`, a boolean and the like. */
  @op()
  special(number: Imm<u8>): Value {
    return special(number);
  }
  /** `pop ( value -- )` */
  @op()
  pop(_value: Value): void {}
  /** `dup ( value -- value value )` */
  @op()
  dup(): void {
    this.push(this.peek(0));
  }
  /** `slide #count ( values… value -- value )`: drops `count` operands below the top. */
  @op({ stack: "values[count] value -- value" })
  slide(count: Imm<u16>): void {
    const top = this.peek(0);
    this.drop(count + 1);
    this.push(top);
  }
  /** `jump #offset ( -- )` */
  @op()
  jump_(offset: Imm<i32>): void {
    this.jump(offset);
  }
  /** `branch_if_false #offset ( condition -- )` */
  @op()
  branchIfFalse(offset: Imm<i32>, condition: Value): void {
    if (condition === FALSE) this.jump(offset);
  }
  /** `branch_if_true #offset ( condition -- )` */
  @op()
  branchIfTrue(offset: Imm<i32>, condition: Value): void {
    if (condition !== FALSE) this.jump(offset);
  }
  /** `loop_header #site ( -- )`: at the target of each backward jump. */
  @op({ loopHeader: true })
  loopHeader(_site: Imm<i32>): void {}
}
