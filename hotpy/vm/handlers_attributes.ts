/**
 * Bytecodes for attributes, methods and `super()`.
 *
 * Instances: the shape is promoted, the slot (or method, property, hook) follows from shape, version and name by a pure function, so a
 * trace keeps one guard on the shape, one on the version and the access. Python getters, setters and hooks run in frames.
 */

import type { i32, Imm, u8 } from "../../toolkit/define/mod.ts";
import { ERROR, isA, isNil, literal, op, promote, pure, type Value } from "../../toolkit/define/mod.ts";
import {
  ClassMethod,
  type GlobalCell,
  Instance,
  Module,
  type Name,
  Property,
  PyFunction,
  StaticMethod,
  Type,
  TYPE_GETATTR,
  TYPE_GETATTRIBUTE,
  TYPE_SETATTR,
  Types,
} from "./objects.ts";
import { getAttribute, setAttribute } from "./attributes.ts";
import { call2 } from "./calls.ts";
import { call0 } from "./calls.ts";
import { isDataDescriptor, isMethodLike } from "./descriptors.ts";
import { NameBytecodes } from "./handlers_names.ts";
import { nameOf } from "./marshal.ts";
import { namespaceCell } from "./modules.ts";
import { addSlot, instanceMethod, loadSlot, shapeAfterStore, storeSlot } from "./shapes.ts";
import { superAttribute, superTarget } from "./super.ts";
import { lookupAfter, lookupAttribute, shapeOf, typeOf } from "./types.ts";

/** The variable `name` of a module. */
const moduleCell = pure(function (module: Module, name: Name): Value {
  return namespaceCell(module.namespace, name);
});

/** The function that `object.name(…)` calls for an object of a built-in type without attributes of its own; else ERROR. */
const builtinMethod = pure(function (type: Type, version: i32, name: Name): Value {
  const found = lookupAttribute(type, version, name);
  return isMethodLike(found) ? found : ERROR;
});

/** What `Class.name` finds in the class itself when the metaclass has no say; ERROR otherwise. */
const plainClassAttribute = pure(function (type: Type, version: i32, name: Name): Value {
  const metaclass = type.metaclass;
  const above = lookupAttribute(metaclass, metaclass.version, name);
  if (above !== ERROR && isDataDescriptor(above)) return ERROR;
  const found = lookupAttribute(type, version, name);
  return isA(found, Instance) ? ERROR : found;
});

export class AttributeBytecodes extends NameBytecodes {
  // ── Parts ──────────────────────────────────────────────────────────────────────────────────────────────────────────

  /** The attribute of the top operand, which is removed. */
  protected readAttribute(object: Value, name: Name): Value {
    if (isA(object, Instance)) {
      const instance = object as Instance;
      const shape = promote(instance.shape);
      const type = shape.type;
      const version = promote(type.version);
      const slot = loadSlot(shape, version, name);
      if (slot >= 0) {
        const value = slot < shape.inlineSlots ? instance.slots[slot] : instance.overflow.items[slot - shape.inlineSlots];
        if (value !== ERROR) {
          this.drop(1);
          return value;
        }
      } else if ((promote(type.flags) & TYPE_GETATTRIBUTE) === 0) {
        this.outOfLine();
        const found = lookupAttribute(type, version, name);
        if (isA(found, Property)) {
          const getter = (found as Property).getter;
          if (isA(getter, PyFunction)) return this.callFunction(getter as PyFunction, 1, 0);
        } else if (found === ERROR && (promote(type.flags) & TYPE_GETATTR) !== 0 && isNil(instance.overflow)) {
          const hook = lookupAttribute(type, version, literal("__getattr__"));
          if (isA(hook, PyFunction)) {
            this.push(name);
            return this.callFunction(hook as PyFunction, 2, 0);
          }
        }
      }
    } else if (isA(object, Module)) {
      const cell = this.moduleVariable(object as Module, name);
      if (cell !== ERROR) {
        this.drop(1);
        return cell;
      }
    } else if (isA(object, Type)) {
      const type = promote(object as Type);
      const found = plainClassAttribute(type, promote(type.version), name);
      if (found !== ERROR && !isA(found, ClassMethod) && !isA(found, StaticMethod)) {
        this.drop(1);
        return found;
      }
    }
    const answer = getAttribute(object, name);
    this.drop(1);
    return answer;
  }

  /** Value of a module's variable; ERROR when it is unset. */
  protected moduleVariable(object: Module, name: Name): Value {
    const module = promote(object);
    return (moduleCell(module, name) as GlobalCell).value;
  }

  /** Replaces the operand `object` (the top) by a callable and its first argument, which is ERROR when it has none. */
  protected findMethod(object: Value, name: Name): void {
    if (isA(object, Instance)) {
      const shape = promote((object as Instance).shape);
      const method = instanceMethod(shape, promote(shape.type.version), name);
      if (method !== ERROR) {
        this.poke(0, method);
        this.push(object);
        return;
      }
    } else if (isA(object, Type)) {
      const type = promote(object as Type);
      this.outOfLine();
      const found = plainClassAttribute(type, promote(type.version), name);
      if (isA(found, ClassMethod)) {
        this.poke(0, (found as ClassMethod).func);
        this.push(type);
        return;
      }
      if (isA(found, StaticMethod) || isMethodLike(found)) {
        this.poke(0, isA(found, StaticMethod) ? (found as StaticMethod).func : found);
        this.push(ERROR);
        return;
      }
    } else if (!isA(object, Module) && !isA(object, PyFunction)) {
      this.outOfLine();
      const shape = shapeOf(object);
      let method: Value = ERROR;
      if (isNil(shape)) {
        const type = promote(typeOf(object));
        method = builtinMethod(type, promote(type.version), name);
      } else {
        const known = promote(shape);
        method = instanceMethod(known, promote(known.type.version), name);
      }
      if (method !== ERROR) {
        this.poke(0, method);
        this.push(object);
        return;
      }
    }
    this.outOfLine();
    const value = this.readAttribute(object, name);
    this.push(value);
    this.push(ERROR);
  }

  // ── Bytecodes ──────────────────────────────────────────────────────────────────────────────────────────────────────

  /** `load_attribute #name ( object -- value )` */
  @op({ stack: "object -- value" })
  loadAttribute(name: Imm<i32>): Value {
    return this.readAttribute(this.peek(0), nameOf(this.pyCode(), name));
  }

  /** `load_method #name ( object -- callable self )` */
  @op({ stack: "object -- callable self" })
  loadMethod(name: Imm<i32>): void {
    this.findMethod(this.peek(0), nameOf(this.pyCode(), name));
  }

  /** `store_attribute #name ( value object -- )` */
  @op({ stack: "value object --" })
  storeAttribute(name: Imm<i32>): void {
    const object = this.peek(0);
    const value = this.peek(1);
    const attribute = nameOf(this.pyCode(), name);
    if (isA(object, Instance)) {
      const instance = object as Instance;
      const shape = promote(instance.shape);
      const type = shape.type;
      const version = promote(type.version);
      const slot = storeSlot(shape, version, attribute);
      if (slot >= 0) {
        if (slot < shape.inlineSlots) instance.slots[slot] = value;
        else instance.overflow.items[slot - shape.inlineSlots] = value;
        this.drop(2);
        return;
      }
      if (slot === -1) {
        const next = shapeAfterStore(shape, version, attribute);
        if (shape.length < shape.inlineSlots) {
          instance.shape = next;
          instance.slots[shape.length] = value;
        } else addSlot(object, next, value);
        this.drop(2);
        return;
      }
      if ((promote(type.flags) & TYPE_SETATTR) !== 0) {
        const hook = lookupAttribute(type, version, literal("__setattr__"));
        if (isA(hook, PyFunction)) {
          this.poke(1, object);
          this.poke(0, attribute);
          this.push(value);
          this.discard(this.callFunction(hook as PyFunction, 3, 0));
          return;
        }
      } else {
        const found = lookupAttribute(type, version, attribute);
        if (isA(found, Property)) {
          const setter = (found as Property).setter;
          if (isA(setter, PyFunction)) {
            this.poke(1, object);
            this.poke(0, value);
            this.discard(this.callFunction(setter as PyFunction, 2, 0));
            return;
          }
        }
      }
    }
    setAttribute(object, attribute, value);
    this.drop(2);
  }

  /** `delete_attribute #name ( object -- )` */
  @op()
  deleteAttribute(name: Imm<i32>, object: Value): void {
    setAttribute(object, nameOf(this.pyCode(), name), ERROR);
  }

  /** `load_super_attribute #name #explicit ( super class self -- value )` */
  @op()
  loadSuperAttribute(name: Imm<i32>, explicit: Imm<u8>): Value {
    const self = this.peek(0), owner = this.peek(1), callable = this.peek(2);
    this.drop(3);
    if (callable !== (Types.super_ as Value)) {
      return getAttribute(explicit === 0 ? call0(callable) : call2(callable, owner, self), nameOf(this.pyCode(), name));
    }
    return superAttribute(owner, self, nameOf(this.pyCode(), name));
  }

  /** `load_super_method #name #explicit ( super class self -- callable self )` */
  @op()
  loadSuperMethod(name: Imm<i32>, explicit: Imm<u8>): void {
    const self = this.peek(0), owner = this.peek(1), callable = this.peek(2);
    const attribute = nameOf(this.pyCode(), name);
    if (callable === (Types.super_ as Value) && isA(owner, Type)) {
      const after = promote(owner as Type);
      const start = promote(superTarget(after, self));
      const found = lookupAfter(start, promote(start.version), after, attribute);
      if (isMethodLike(found) && start !== (self as Type)) {
        this.drop(1);
        this.poke(1, found);
        this.poke(0, self);
        return;
      }
      if (isA(found, StaticMethod)) {
        this.drop(1);
        this.poke(1, (found as StaticMethod).func);
        this.poke(0, ERROR);
        return;
      }
      if (isA(found, ClassMethod)) {
        this.drop(1);
        this.poke(1, (found as ClassMethod).func);
        this.poke(0, start);
        return;
      }
    }
    this.drop(3);
    let value: Value = ERROR;
    if (callable !== (Types.super_ as Value)) {
      value = getAttribute(explicit === 0 ? call0(callable) : call2(callable, owner, self), attribute);
    } else value = superAttribute(owner, self, attribute);
    this.push(value);
    this.push(ERROR);
  }
}
