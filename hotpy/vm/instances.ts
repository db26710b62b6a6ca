/** Allocation of instances: what `object.__new__` and the constructors of subclassable built-in types do. */

import { alloc, literal, type Value } from "../../toolkit/define/mod.ts";
import {
  DictInstance,
  INSTANCE_DICT,
  INSTANCE_EXCEPTION,
  INSTANCE_LIST,
  INSTANCE_PLAIN,
  ListInstance,
  Singletons,
  type Tuple,
  type Type,
} from "./objects.ts";
import { constructException, typeError } from "./exceptions.ts";
import { format1 } from "./messages.ts";
import { allocateInstance } from "./shapes.ts";

/** A fresh, empty instance of a class; `args` are those of an exception. @throws TypeError */
export function newObject(type: Type, args: Tuple): Value {
  switch (type.instanceKind) {
    case INSTANCE_PLAIN:
      return allocateInstance(type.instanceShape);
    case INSTANCE_EXCEPTION:
      return constructException(type, args);
    case INSTANCE_LIST: {
      const list = alloc(ListInstance);
      list.items = Singletons.emptyBuffer;
      list.shape = type.instanceShape;
      return list;
    }
    case INSTANCE_DICT: {
      const dict = alloc(DictInstance);
      dict.entries = Singletons.emptyBuffer;
      dict.shape = type.instanceShape;
      return dict;
    }
    default:
      throw typeError(format1(literal("cannot create '%s' instances"), type.name));
  }
}
