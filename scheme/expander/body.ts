/**
 * Bodies: sequences of definitions and expressions, of procedures, libraries and programs.
 *
 * Input: forms; output: items in order. Macros at the head of forms are expanded and names bound while scanning; what items evaluate is expanded
 * afterwards (`Item.value`), when all names of the body are known.
 */

import { type Datum, type Identifier, isIdentifier, listItems, NIL, Pair, UNSPECIFIED } from "../reader/datum.ts";
import { constant, type Core, type Global, type Variable, type Where } from "./core.ts";
import { type Binding, type Environment, isKeyword, resolve } from "./environment.ts";
import type { Expander } from "./expander.ts";
import { chosenClause, includedForms } from "./inclusion.ts";
import { defineRecordType } from "./records.ts";
import { cellAt, fail, identifierOf, malformed, operands, tailAt } from "./syntax.ts";

/** A variable that a body defines: local or global. */
export interface Target {
  ref(where: Where): Core;
  readonly variable: Variable | null;
  readonly global: Global | null;
}

/** One step of a body. */
export interface Item {
  /** The variables it defines; null: an expression. */
  readonly targets: readonly Target[] | null;
  /** Whether the last target takes the list of further values; else `targets` other than one take as many values. */
  readonly rest: boolean;
  readonly value: () => Core;
  readonly where: Where;
}

/** Where a body's definitions go. */
export interface BodyTarget {
  readonly environment: Environment;
  defineVariable(identifier: Identifier, where: Where): Target;
  defineSyntax(identifier: Identifier, binding: Binding): void;
  /** Takes `import` and `define-library`, which stand only at the top level of programs. */
  special?(name: string, form: Pair): boolean;
}

/** A form that waits to be scanned. */
interface Waiting {
  form: Datum;
  where: Where;
}

/** Keywords whose forms only a body can take. */
export const DEFINITIONS = ["define", "define-values", "define-record-type", "define-syntax", "import", "define-library"] as const;

/** Scans the forms of a body. */
export function scanBody(expander: Expander, forms: Datum, form: Pair | null, target: BodyTarget): Item[] {
  return new BodyScanner(expander, target).scan(forms, form);
}

class BodyScanner {
  readonly #items: Item[] = [];
  /** Forms still to be scanned, the next one last. */
  readonly #waiting: Waiting[] = [];

  constructor(readonly expander: Expander, readonly target: BodyTarget) {}

  scan(forms: Datum, form: Pair | null): Item[] {
    this.#splice(forms, form);
    for (let next = this.#waiting.pop(); next !== undefined; next = this.#waiting.pop()) this.#form(next.form, next.where);
    return this.#items;
  }

  #splice(forms: Datum, form: Pair | null): void {
    const items = listItems(forms);
    if (items === null) fail("A body is a proper list", form, form ?? forms);
    let cell: Datum = forms;
    const found: Waiting[] = [];
    for (const item of items) {
      found.push({ form: item, where: (cell as Pair).source !== null || form === null ? cell as Pair : form });
      cell = (cell as Pair).cdr;
    }
    for (let i = found.length - 1; i >= 0; i--) this.#waiting.push(found[i]);
  }

  #form(x: Datum, where: Where): void {
    const { environment } = this.target;
    for (let count = 0; x instanceof Pair && isIdentifier(x.car); count++) {
      if (x.source === null && where.source !== null) x = new Pair(x.car, x.cdr, where.source, where.at);
      const binding: Binding = resolve(x.car as Identifier, environment);
      if (binding.kind === "keyword" && this.#keyword(binding.name, x)) return;
      if (binding.kind === "global" && this.#unboundKeyword(x)) return;
      if (binding.kind !== "macro") break;
      if (count > 10_000) fail("The expansion of a macro does not end", x, x);
      x = binding.transform(x, environment);
    }
    const form = x;
    this.#items.push({ targets: null, rest: false, value: () => this.expander.expand(form, environment, where), where });
  }

  /** Takes a form whose keyword matters to bodies. */
  #keyword(name: string, form: Pair): boolean {
    switch (name) {
      case "begin":
        this.#splice(form.cdr, form);
        return true;
      case "define":
        this.#define(form);
        return true;
      case "define-values":
        this.#defineValues(form);
        return true;
      case "define-record-type":
        this.#defineRecordType(form);
        return true;
      case "define-syntax":
        this.#defineSyntax(form);
        return true;
      case "include":
      case "include-ci":
        for (const data of includedForms(form, this.expander, name === "include-ci").reverse()) this.#splice(data, form);
        return true;
      case "cond-expand":
        this.#splice(chosenClause(form, this.target.environment, this.expander), form);
        return true;
      default:
        return this.target.special?.(name, form) ?? false;
    }
  }

  /** A program begins without any binding: `import` and `define-library` work there all the same. */
  #unboundKeyword(form: Pair): boolean {
    const name = ["import", "define-library"].find((name) => isKeyword(form.car, this.target.environment, name));
    return name !== undefined && (this.target.special?.(name, form) ?? false);
  }

  #add(targets: Target[], value: () => Core, where: Where, rest = false): void {
    this.#items.push({ targets, rest, value, where });
  }

  #define(form: Pair): void {
    const shape = "(define NAME EXPRESSION) or (define (NAME PARAMETER …) BODY …)";
    const { expander, target: { environment } } = this;
    const [what] = operands(form, shape, 1);
    if (what instanceof Pair) {
      const parameters = what.cdr, body = tailAt(form, 2);
      const identifier = identifierOf(what.car, form, shape);
      if (body === NIL) malformed(form, shape);
      const target = this.target.defineVariable(identifier, form);
      this.#add([target], () => expander.lambda(parameters, body, environment, form, identifier.name), form);
      return;
    }
    const identifier = identifierOf(what, form, shape);
    const [, value] = operands(form, shape, 1, 2);
    const target = this.target.defineVariable(identifier, form);
    const cell = cellAt(form, 2);
    const make = () => value === undefined ? constant(UNSPECIFIED) : expander.expandNamed(value, identifier.name, environment, cell);
    this.#add([target], make, form);
  }

  #defineValues(form: Pair): void {
    const shape = "(define-values (NAME …) EXPRESSION)";
    const [formals, expression] = operands(form, shape, 2, 2);
    const targets: Target[] = [];
    let rest = formals;
    for (; rest instanceof Pair; rest = rest.cdr) targets.push(this.target.defineVariable(identifierOf(rest.car, form, shape), form));
    if (rest !== NIL) targets.push(this.target.defineVariable(identifierOf(rest, form, shape), form));
    const { expander, target: { environment } } = this;
    this.#add(targets, () => expander.expand(expression, environment, cellAt(form, 2)), form, rest !== NIL);
  }

  #defineSyntax(form: Pair): void {
    const shape = "(define-syntax KEYWORD (syntax-rules …))";
    const [name, spec] = operands(form, shape, 2, 2);
    const identifier = identifierOf(name, form, shape);
    this.target.defineSyntax(identifier, this.expander.transformer(identifier.name, spec, this.target.environment, cellAt(form, 2)));
  }

  #defineRecordType(form: Pair): void {
    defineRecordType(form, {
      define: (name) => this.target.defineVariable(name, form),
      add: (target, value) => this.#add([target], value, form),
    });
  }
}
