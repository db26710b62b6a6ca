/** Bytecodes for subscripts, containment, and building lists, tuples, dicts, sets, slices and strings. */

import type { Imm, u8 } from "../../toolkit/define/mod.ts";
import {
  alloc,
  boxI64,
  ERROR,
  i32,
  i64,
  i64Of,
  isA,
  isI64,
  isRef,
  kind,
  kindOf,
  literal,
  op,
  promote,
  type Value,
} from "../../toolkit/define/mod.ts";
import { Dict, FALSE, Instance, List, NONE, type PyFunction, type PySet, Singletons, Str, TRUE, Tuple, ValueBuffer } from "./objects.ts";
import { dictGet, dictSet, newDict } from "./dict.ts";
import { keyError } from "./exceptions.ts";
import { extendFromStar, joinParts, mergeKeywords, updateFromMapping } from "./display.ts";
import { takesExactly } from "./handlers_frames.ts";
import { OperatorBytecodes } from "./handlers_operators.ts";
import { listAppend, listToTuple } from "./list_methods.ts";
import { contains, delItem, formatOf, getItem, lengthOf, reprOf, setItem, truthy } from "./protocols.ts";
import { newSlice } from "./range_slice.ts";
import { newSet, setAdd, setUpdate } from "./set_core.ts";
import { escapeNonAscii } from "./repr.ts";
import { typeAttribute } from "./types.ts";

export class ContainerBytecodes extends OperatorBytecodes {
  // ── Subscripts ─────────────────────────────────────────────────────────────────────────────────────────────────────

  /** `load_subscript ( container key -- value )` */
  @op()
  loadSubscript(): Value {
    const key = this.peek(0), container = this.peek(1);
    if (isRef(container)) {
      switch (kindOf(container)) {
        case kind(List):
          if (isI64(key)) {
            const list = container as List;
            const size = i64(list.size);
            let index = i64Of(key);
            if (index < 0n) index += size;
            if (index >= 0n && index < size) {
              const answer = list.items.items[i32(index)];
              this.drop(2);
              return answer;
            }
          }
          break;
        case kind(Tuple):
          if (isI64(key)) {
            const tuple = container as Tuple;
            const size = i64(tuple.length);
            let index = i64Of(key);
            if (index < 0n) index += size;
            if (index >= 0n && index < size) {
              const answer = tuple.items[i32(index)];
              this.drop(2);
              return answer;
            }
          }
          break;
        case kind(Dict): {
          const value = dictGet(container as Dict, key);
          if (value === ERROR) throw keyError(key);
          this.drop(2);
          return value;
        }
        case kind(Instance): {
          const method = typeAttribute(promote((container as Instance).shape).type, literal("__getitem__"));
          if (takesExactly(method, 2)) return this.callPair(method);
          break;
        }
      }
    }
    const answer = getItem(container, key);
    this.drop(2);
    return answer;
  }

  /** `store_subscript ( value container key -- )` */
  @op()
  storeSubscript(): void {
    const key = this.peek(0), container = this.peek(1), value = this.peek(2);
    if (isRef(container)) {
      switch (kindOf(container)) {
        case kind(List):
          if (isI64(key)) {
            const list = container as List;
            const size = i64(list.size);
            let index = i64Of(key);
            if (index < 0n) index += size;
            if (index >= 0n && index < size) {
              list.items.items[i32(index)] = value;
              this.drop(3);
              return;
            }
          }
          break;
        case kind(Dict):
          dictSet(container as Dict, key, value);
          this.drop(3);
          return;
        case kind(Instance): {
          const method = typeAttribute(promote((container as Instance).shape).type, literal("__setitem__"));
          if (takesExactly(method, 3)) {
            this.poke(2, container);
            this.poke(1, key);
            this.poke(0, value);
            this.discard(this.call(promote((method as PyFunction).code), method, 3, 0));
            return;
          }
          break;
        }
      }
    }
    setItem(container, key, value);
    this.drop(3);
  }

  /** `delete_subscript ( container key -- )` */
  @op()
  deleteSubscript(container: Value, key: Value): void {
    delItem(container, key);
  }

  // ── Containment ────────────────────────────────────────────────────────────────────────────────────────────────────

  /** Is the second operand in the top one; both are removed. */
  protected isContained(): i32 {
    const container = this.peek(0), item = this.peek(1);
    if (isA(container, Instance)) {
      const method = typeAttribute(promote((container as Instance).shape).type, literal("__contains__"));
      if (takesExactly(method, 2)) {
        this.poke(1, container);
        this.poke(0, item);
        return truthy(this.callPair(method));
      }
    }
    const answer = contains(container, item);
    this.drop(2);
    return answer;
  }

  /** `contains ( item container -- bool )` */
  @op()
  contains(): Value {
    return this.isContained() !== 0 ? TRUE : FALSE;
  }

  /** `not_contains ( item container -- bool )` */
  @op()
  notContains(): Value {
    return this.isContained() !== 0 ? FALSE : TRUE;
  }

  // ── Displays ───────────────────────────────────────────────────────────────────────────────────────────────────────

  /** `build_tuple #count ( values… -- tuple )` */
  @op({ stack: "values[count] -- tuple" })
  buildTuple(count: Imm<i32>): Value {
    const tuple = this.operandTuple(count);
    this.drop(count);
    return tuple;
  }

  /** `build_list #count ( values… -- list )` */
  @op({ stack: "values[count] -- list" })
  buildList(count: Imm<i32>): Value {
    const list = alloc(List);
    list.items = Singletons.emptyBuffer;
    if (count > 0) {
      const buffer = alloc(ValueBuffer, count);
      for (let i: i32 = 0; i < count; i++) buffer.items[i] = this.peek(count - 1 - i);
      list.items = buffer;
      list.size = count;
    }
    this.drop(count);
    return list;
  }

  /** `build_set #count ( values… -- set )` */
  @op({ stack: "values[count] -- set" })
  buildSet(count: Imm<i32>): Value {
    const set = newSet(false);
    for (let i = count - 1; i >= 0; i--) setAdd(set, this.peek(i));
    this.drop(count);
    return set;
  }

  /** `build_dict #count ( (key value)… -- dict )` */
  @op({ stack: "items[2 * count] -- dict" })
  buildDict(count: Imm<i32>): Value {
    const dict = newDict();
    for (let i = count - 1; i >= 0; i--) dictSet(dict, this.peek(2 * i + 1), this.peek(2 * i));
    this.drop(2 * count);
    return dict;
  }

  /** `build_slice #count ( start stop [step] -- slice )` */
  @op({ stack: "parts[count] -- slice" })
  buildSlice(count: Imm<u8>): Value {
    const last: i32 = count === 3 ? 1 : 0;
    const step: Value = count === 3 ? this.peek(0) : NONE;
    const stop = this.peek(last), start = this.peek(last + 1);
    const answer = newSlice(start, stop, step);
    this.drop(count);
    return answer;
  }

  /** `build_string #count ( strings… -- string )` */
  @op({ stack: "strings[count] -- string" })
  buildString(count: Imm<i32>): Value {
    const parts = this.operandTuple(count);
    const answer = joinParts(parts);
    this.drop(count);
    return answer;
  }

  /** `list_append #depth ( value -- )` */
  @op({ stack: "list rest[depth - 1] value -- list rest[depth - 1]" })
  listAppend(depth: Imm<u8>, value: Value): void {
    const list = this.peek(depth - 1) as List;
    if (list.size < list.items.length) {
      list.items.items[list.size] = value;
      list.size += 1;
    } else listAppend(list, value);
  }

  /** `list_extend #depth ( iterable -- )` */
  @op({ stack: "list rest[depth - 1] iterable -- list rest[depth - 1]" })
  listExtend(depth: Imm<u8>, iterable: Value): void {
    extendFromStar(this.peek(depth - 1) as List, iterable);
  }

  /** `list_to_tuple ( list -- tuple )` */
  @op()
  listToTuple(list: Value): Value {
    return listToTuple(list as List);
  }

  /** `set_add #depth ( value -- )` */
  @op({ stack: "set rest[depth - 1] value -- set rest[depth - 1]" })
  setAdd(depth: Imm<u8>, value: Value): void {
    this.outOfLine();
    setAdd(this.peek(depth - 1) as PySet, value);
  }

  /** `set_update #depth ( iterable -- )` */
  @op({ stack: "set rest[depth - 1] iterable -- set rest[depth - 1]" })
  setUpdate(depth: Imm<u8>, iterable: Value): void {
    setUpdate(this.peek(depth - 1) as PySet, iterable);
  }

  /** `dict_set #depth ( key value -- )` */
  @op({ stack: "dict rest[depth - 1] key value -- dict rest[depth - 1]" })
  dictSet(depth: Imm<u8>, key: Value, value: Value): void {
    dictSet(this.peek(depth - 1) as Dict, key, value);
  }

  /** `dict_update #depth ( mapping -- )` */
  @op({ stack: "dict rest[depth - 1] mapping -- dict rest[depth - 1]" })
  dictUpdate(depth: Imm<u8>, mapping: Value): void {
    updateFromMapping(this.peek(depth - 1) as Dict, mapping);
  }

  /** `dict_merge #depth ( mapping -- )`: of `f(**mapping)`; the callable lies two below the dict. */
  @op({ stack: "callable arguments dict rest[depth - 1] mapping -- callable arguments dict rest[depth - 1]" })
  dictMerge(depth: Imm<u8>, mapping: Value): void {
    mergeKeywords(this.peek(depth - 1) as Dict, mapping, this.peek(depth + 1));
  }

  // ── Text ───────────────────────────────────────────────────────────────────────────────────────────────────────────

  /** `convert_value #kind ( value -- string )`: 1 str, 2 repr, 3 ascii. */
  @op()
  convertValue(which: Imm<u8>): Value {
    this.outOfLine();
    if (which <= 2) return this.text(which, 0);
    const answer = escapeNonAscii(reprOf(this.peek(0)));
    this.drop(1);
    return answer;
  }

  /** `format_simple ( value -- string )` */
  @op()
  formatSimple(): Value {
    const v = this.peek(0);
    if (isA(v, Str)) {
      this.drop(1);
      return v;
    }
    this.outOfLine();
    if (isA(v, Instance) && typeAttribute(promote((v as Instance).shape).type, literal("__format__")) === Singletons.objectFormat) {
      return this.text(1, 0);
    }
    const answer = formatOf(v, Singletons.emptyStr);
    this.drop(1);
    return answer;
  }

  /** `format_with_spec ( value spec -- string )` */
  @op()
  formatWithSpec(value: Value, specification: Value): Value {
    return formatOf(value, specification as Str);
  }

  /** `get_length ( object -- object length )` */
  @op()
  getLength(): Value {
    return boxI64(i64(lengthOf(this.peek(0))));
  }
}
