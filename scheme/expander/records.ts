/**
 * `define-record-type` (R7RS 5.5): the type is a variable, the procedures are closures over it.
 */

import { type Datum, type Identifier, isIdentifier, list, Pair } from "../reader/datum.ts";
import type { Target } from "./body.ts";
import { constant, type Core, coreCall, lambda, localRef, type RecordOperation, Variable } from "./core.ts";
import { baseSymbol, fail, identifierOf, itemsOf, malformed, operands } from "./syntax.ts";

const SHAPE = "(define-record-type NAME (CONSTRUCTOR FIELD …) PREDICATE (FIELD ACCESSOR [MODIFIER]) …)";

/** Where the definitions go. */
export interface RecordDefinitions {
  define(name: Identifier): Target;
  add(target: Target, value: () => Core): void;
}

/** Defines the type and its procedures. */
export function defineRecordType(form: Pair, definitions: RecordDefinitions): void {
  const [typeSpec, constructor, predicate, ...fieldSpecs] = operands(form, SHAPE, 3);
  const typeName = identifierOf(typeSpec instanceof Pair ? typeSpec.car : typeSpec, form, SHAPE);
  const fields = fieldSpecs.map((spec) => isIdentifier(spec) ? [spec] : itemsOf(spec, form, SHAPE));
  const names = fields.map(([name]) => identifierOf(name, form, SHAPE));
  names.forEach((name, i) => {
    if (names.indexOf(name) < i) fail(`The field "${name.name}" stands twice`, form, form);
  });
  const type = definitions.define(typeName);
  const fieldList = constant(list(names.map(baseSymbol)));
  definitions.add(type, () => coreCall("%make-record-type", [constant(baseSymbol(typeName)), fieldList], form));
  const record = new RecordProcedures(form, type, definitions);
  if (constructor !== false) record.makeConstructor(constructor, names);
  if (predicate !== false) record.define(predicate, ["object"], "record_is", 0, ([object], type) => [object, type]);
  fields.forEach(([, accessor, modifier, excess], i) => {
    if (excess !== undefined) malformed(form, SHAPE);
    if (accessor !== undefined) record.define(accessor, ["record"], "record_ref", i, ([record], type) => [record, type]);
    if (modifier !== undefined) {
      record.define(modifier, ["record", "value"], "record_set", i, ([record, value], type) => [record, type, value]);
    }
  });
}

/** Defines the procedures of one type. */
class RecordProcedures {
  constructor(readonly form: Pair, readonly type: Target, readonly definitions: RecordDefinitions) {}

  /** A procedure that is one bytecode; `operands`: in its order, from the parameters and the type. */
  define(
    name: Datum,
    parameters: readonly string[],
    bytecode: RecordOperation["bytecode"],
    number: number,
    operands: (parameters: Core[], type: Core) => Core[],
  ): void {
    const { form } = this;
    const identifier = identifierOf(name, form, SHAPE);
    const variables = parameters.map((parameter) => new Variable(parameter));
    this.definitions.add(this.definitions.define(identifier), () =>
      closedOver(this.type, form, (type) => {
        const args = operands(variables.map((variable) => localRef(variable)), type);
        return lambda(identifier.name, variables, { kind: "record", bytecode, number, args, where: form }, form);
      }));
  }

  /** The constructor: a name, or a list with the fields it takes. */
  makeConstructor(spec: Datum, names: readonly Identifier[]): void {
    const parameters = spec instanceof Pair ? itemsOf(spec.cdr, this.form, SHAPE) : names;
    for (const parameter of parameters) {
      if (!names.includes(parameter as Identifier)) fail("The constructor's parameter is no field", this.form, parameter);
    }
    const order = names.map((name) => parameters.indexOf(name));
    this.define(
      spec instanceof Pair ? spec.car : spec,
      parameters.map((parameter) => (parameter as Identifier).name),
      "record_make",
      names.length,
      (values, type) => [type, ...order.map((i) => i < 0 ? constant(false) : values[i])],
    );
  }
}

/** A procedure of a record type: it keeps the type if another definition can replace it. */
function closedOver(type: Target, form: Pair, make: (type: Core) => Core): Core {
  if (type.global === null || type.global.isConstant) return make(type.ref(form));
  const variable = new Variable(type.global.name);
  return { kind: "let", variables: [variable], values: [type.ref(form)], body: make(localRef(variable)) };
}
