/** Bytecodes for names: globals through version cells, and the namespaces of module and class bodies. */

import type { i32, Imm, u16 } from "../../toolkit/define/mod.ts";
import { ERROR, isA, isNil, op, type Value } from "../../toolkit/define/mod.ts";
import { type Dict, DictInstance } from "./objects.ts";
import { dictDelete, dictGetName, dictSetName } from "./dict.ts";
import { nameError, unboundFree } from "./exceptions.ts";
import { CallBytecodes } from "./handlers_calls.ts";
import { nameOf } from "./marshal.ts";
import { defineGlobal, globalCell, undefineGlobal } from "./modules.ts";
import { setItem } from "./protocols.ts";

export class NameBytecodes extends CallBytecodes {
  // ── Parts ──────────────────────────────────────────────────────────────────────────────────────────────────────────

  /** Value of a global or built-in. @throws NameError */
  protected readGlobal(name: i32): Value {
    const cell = globalCell(this.pyCode(), name);
    const value = cell.value;
    if (value !== ERROR) return value;
    const fallback = cell.fallback;
    if (!isNil(fallback) && fallback.value !== ERROR) return fallback.value;
    throw nameError(cell.name);
  }

  protected writeGlobal(name: i32, value: Value): void {
    const cell = globalCell(this.pyCode(), name);
    if (cell.value === ERROR) defineGlobal(this.pyCode().globals, cell, value);
    else cell.value = value;
  }

  protected removeGlobal(name: i32): void {
    const cell = globalCell(this.pyCode(), name);
    if (cell.value === ERROR) throw nameError(cell.name);
    undefineGlobal(this.pyCode().globals, cell);
  }

  // ── Bytecodes ──────────────────────────────────────────────────────────────────────────────────────────────────────

  /** `load_global #name ( -- value )` @throws NameError */
  @op()
  loadGlobal(name: Imm<i32>): Value {
    return this.readGlobal(name);
  }

  /** `store_global #name ( value -- )` */
  @op()
  storeGlobal(name: Imm<i32>, value: Value): void {
    this.writeGlobal(name, value);
  }

  /** `delete_global #name ( -- )` @throws NameError */
  @op()
  deleteGlobal(name: Imm<i32>): void {
    this.outOfLine();
    this.removeGlobal(name);
  }

  /** `load_name #name ( -- value )`: namespace, globals, built-ins. @throws NameError */
  @op()
  loadName(name: Imm<i32>): Value {
    const namespace = this.extra;
    if (namespace !== ERROR) {
      const value = dictGetName(namespace as Dict, nameOf(this.pyCode(), name));
      if (value !== ERROR) return value;
    }
    return this.readGlobal(name);
  }

  /** `store_name #name ( value -- )` */
  @op()
  storeName(name: Imm<i32>, value: Value): void {
    const namespace = this.extra;
    if (namespace !== ERROR) {
      if (isA(namespace, DictInstance)) setItem(namespace, nameOf(this.pyCode(), name), value);
      else dictSetName(namespace as Dict, nameOf(this.pyCode(), name), value);
    } else this.writeGlobal(name, value);
  }

  /** `delete_name #name ( -- )` @throws NameError */
  @op()
  deleteName(name: Imm<i32>): void {
    this.outOfLine();
    const namespace = this.extra;
    if (namespace === ERROR) this.removeGlobal(name);
    else {
      const variable = nameOf(this.pyCode(), name);
      if (dictDelete(namespace as Dict, variable) === 0) throw nameError(variable);
    }
  }

  /** `load_namespace ( -- mapping )` */
  @op()
  loadNamespace(): Value {
    const namespace = this.extra;
    return namespace !== ERROR ? namespace : this.pyCode().globals;
  }

  /** `load_mapping_or_global #name ( mapping -- value )` */
  @op()
  loadMappingOrGlobal(name: Imm<i32>, mapping: Value): Value {
    const value = dictGetName(mapping as Dict, nameOf(this.pyCode(), name));
    return value !== ERROR ? value : this.readGlobal(name);
  }

  /** `load_mapping_or_free #free ( mapping -- value )` */
  @op()
  loadMappingOrFree(free: Imm<u16>, mapping: Value): Value {
    const name = this.pyCode().freeNames.items[free];
    const value = dictGetName(mapping as Dict, name);
    if (value !== ERROR) return value;
    const own = this.closureCell(free).value;
    if (own === ERROR) throw unboundFree(name);
    return own;
  }
}
