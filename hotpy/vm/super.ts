/** `super()`: attribute lookup behind a class in the MRO of an object's type (library reference, `super`). */

import { alloc, ERROR, isA, literal, type Value } from "../../toolkit/define/mod.ts";
import { type Name, Super, Type } from "./objects.ts";
import { bindAttribute, getAttribute } from "./attributes.ts";
import { isMethodLike } from "./descriptors.ts";
import { attributeError, typeError } from "./exceptions.ts";
import { format2 } from "./messages.ts";
import { isSubtype, lookupAfter, typeOf } from "./types.ts";

/** The class in whose MRO the lookup runs: `self` when it is a class below `owner`, else its type. @throws TypeError */
export function superTarget(owner: Type, self: Value): Type {
  if (isA(self, Type) && isSubtype(self as Type, owner)) return self as Type;
  const type = typeOf(self);
  if (isSubtype(type, owner)) return type;
  throw typeError(format2(literal("super(type, obj): obj (instance of %t) is not an instance or subtype of type (%s)."), self, owner));
}

/** `super(owner, self).name`. @throws AttributeError */
export function superAttribute(owner: Value, self: Value, name: Name): Value {
  if (!isA(owner, Type)) throw typeError(format2(literal("super() argument 1 must be a type, not %t"), owner, owner));
  const after = owner as Type;
  const start = superTarget(after, self);
  const found = lookupAfter(start, start.version, after, name);
  if (found === ERROR) throw attributeError(format2(literal("'super' object has no attribute '%s'"), name, name), self, name);
  // In a class method `self` is the class: functions stay plain then.
  if (start === (self as Type) && isMethodLike(found)) return found;
  return bindAttribute(found, self, start);
}

/** `super(owner, self)` as an object. */
export function newSuper(owner: Type, self: Value): Super {
  const start = superTarget(owner, self);
  const s = alloc(Super);
  s.type = owner;
  s.self = self;
  s.selfType = start;
  return s;
}

/** Attribute of a `super` object: those of its own class first only for `__class__`. */
export function superObjectAttribute(s: Super, name: Name): Value {
  if (name === literal("__class__")) return getAttribute(s.self, name);
  return superAttribute(s.type, s.self, name);
}
