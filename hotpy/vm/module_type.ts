/** The type `module` as Python sees it. */

import { ERROR, isA, literal, slot, type Value } from "../../toolkit/define/mod.ts";
import { type Module, Str, Types } from "./objects.ts";
import { dictGetName, dictSetName } from "./dict.ts";
import { typeError } from "./exceptions.ts";
import { format1, format2 } from "./messages.ts";
import { newModule } from "./modules.ts";
import { constructor3 } from "./native.ts";
import { reprOf } from "./protocols.ts";

function moduleNew(cls: Value, name: Value, doc: Value): Value {
  if (!isA(name, Str)) throw typeError(format1(literal("module() argument 'name' must be str, not %t"), name));
  const m = newModule(name as Str);
  if (doc !== ERROR) dictSetName(m.namespace, literal("__doc__"), doc);
  return m;
}

function moduleRepr(self: Value): Value {
  const m = self as Module;
  const file = dictGetName(m.namespace, literal("__file__"));
  if (file !== ERROR) return format2(literal("<module %s from %s>"), reprOf(m.name), reprOf(file));
  return format1(literal("<module %s (built-in)>"), reprOf(m.name));
}

export function bootModuleType(): void {
  Types.module_.tpRepr = slot(moduleRepr);
  constructor3(Types.module_, 2, slot(moduleNew));
}
