/** Bytecodes for records: the type is a constant in traces. */

import type { i32, Imm, u16 } from "../../toolkit/define/mod.ts";
import { alloc, isA, literal, op, promote, residual, type Value } from "../../toolkit/define/mod.ts";
import { wrongType } from "./errors.ts";
import { SequenceBytecodes } from "./handlers_sequences.ts";
import { truth } from "./number_kinds.ts";
import { type ErrorObject, Record, RecordType, type SchemeCode, Symbol, UNSPECIFIED } from "./objects.ts";
import { concatenate } from "./strings.ts";
import { intern } from "./symbols.ts";

/** What an accessor or modifier complains about: `who` is the name of the code it is used in. */
const badRecord = residual(function (who: Value, v: Value, type: Value): ErrorObject {
  if (!isA(type, RecordType)) return wrongType(literal("record"), 1, literal("a record type"), type);
  const expected: Symbol = literal("a record of type ");
  return wrongType(
    isA(who, Symbol) ? who as Symbol : literal("record"),
    1,
    intern(concatenate(expected.name, (type as RecordType).name.name)),
    v,
  );
});

export class RecordBytecodes extends SequenceBytecodes {
  /** True if `v` is a record of `type`. */
  protected isRecordOf(v: Value, type: Value): boolean {
    return isA(v, Record) && promote((v as Record).type) === type;
  }

  /** `record_make #count ( type values… -- record )` */
  @op({ stack: "type values[count] -- record" })
  recordMake(count: Imm<u16>): void {
    const type = this.peek(count);
    if (!isA(type, RecordType)) throw wrongType(literal("record"), 1, literal("a record type"), type);
    const record = alloc(Record, count);
    record.type = promote(type as RecordType);
    for (let i: i32 = 0; i < count; i++) record.items[i] = this.peek(count - 1 - i);
    this.drop(count + 1);
    this.push(record);
  }
  /** `record_is ( value type -- boolean )` */
  @op()
  recordIs(v: Value, type: Value): Value {
    return truth(this.isRecordOf(v, type));
  }
  /** `record_ref #index ( record type -- value )` */
  @op()
  recordRef(index: Imm<u16>, v: Value, type: Value): Value {
    if (!this.isRecordOf(v, type)) throw badRecord((this.code as SchemeCode).name, v, type);
    return (v as Record).items[index];
  }
  /** `record_set #index ( record type value -- unspecified )` */
  @op()
  recordSet(index: Imm<u16>, v: Value, type: Value, value: Value): Value {
    if (!this.isRecordOf(v, type)) throw badRecord((this.code as SchemeCode).name, v, type);
    (v as Record).items[index] = value;
    return UNSPECIFIED;
  }
}
