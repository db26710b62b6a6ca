/**
 * Expression keywords that stand for combinations of others: `and or when unless cond case do guard parameterize delay`.
 */

import { Char, type Datum, type isIdentifier, list, listItems, NIL, Pair, Sym, UNSPECIFIED } from "../reader/datum.ts";
import { call, constant, type Core, coreCall, lambda, localRef, sequence, Variable, type Where } from "./core.ts";
import { type Environment, type FormExpander, isKeyword, Scope } from "./environment.ts";
import type { Expander } from "./expander.ts";
import { applyTo } from "./expander.ts";
import { cellAt, fail, identifierOf, itemsOf, malformed, operands, strip, tailAt } from "./syntax.ts";

export const and: FormExpander = (form, environment, expander) => {
  const items = expander.expandAll(operands(form, "(and EXPRESSION …)", 0), environment, form);
  let result = items.pop() ?? constant(true);
  for (let test = items.pop(); test !== undefined; test = items.pop()) {
    result = { kind: "if", test, then: result, otherwise: constant(false) };
  }
  return result;
};

export const or: FormExpander = (form, environment, expander) => {
  const items = expander.expandAll(operands(form, "(or EXPRESSION …)", 0), environment, form);
  let result = items.pop() ?? constant(false);
  for (let first = items.pop(); first !== undefined; first = items.pop()) result = { kind: "or", first, second: result };
  return result;
};

/** `when`, or `unless` when `negated`. */
export const when = (negated: boolean): FormExpander => (form, environment, expander) => {
  const [test, ...body] = expander.expandAll(operands(form, `(${negated ? "unless" : "when"} TEST EXPRESSION …)`, 2), environment, form);
  const [then, otherwise] = negated ? [constant(UNSPECIFIED), sequence(body)] : [sequence(body), constant(UNSPECIFIED)];
  return { kind: "if", test, then, otherwise };
};

// ── cond, case ───────────────────────────────────────────────────────────────────────────────────────────────────────

const COND_SHAPE = "(cond (TEST EXPRESSION …) … [(else EXPRESSION …)])";

export const cond: FormExpander = (form, environment, expander) => {
  return condClauses(operands(form, COND_SHAPE, 1), environment, expander, form, COND_SHAPE, () => constant(UNSPECIFIED));
};

/** Whether the last clause is an `else`. */
function hasElse(clauses: readonly Datum[], environment: Environment): boolean {
  const last = clauses[clauses.length - 1];
  return last instanceof Pair && isKeyword(last.car, environment, "else");
}

/** The clauses of `cond` and `guard`; `otherwise` is what happens when none is chosen. */
function condClauses(
  clauses: readonly Datum[],
  environment: Environment,
  expander: Expander,
  form: Pair,
  shape: string,
  otherwise: () => Core,
): Core {
  const makers = clauses.map((clause, i): (rest: () => Core) => Core => {
    const items = listItems(clause);
    if (!(clause instanceof Pair) || items === null) malformed(form, shape);
    const place = clause.source === null ? form : clause;
    if (isKeyword(clause.car, environment, "else")) {
      if (i < clauses.length - 1) fail("The else clause is not the last one", place, form);
      if (items.length < 2) malformed(form, shape);
      const body = sequence(expander.expandAll(items.slice(1), environment, clause));
      return () => body;
    }
    const test = expander.expand(clause.car, environment, place);
    if (items.length === 1) return (rest) => ({ kind: "or", first: test, second: rest() });
    if (isKeyword(items[1], environment, "=>")) {
      if (items.length !== 3) fail("One procedure follows =>", place, clause);
      const receiver = expander.expand(items[2], environment, cellAt(clause, 2));
      const value = new Variable("value");
      return (rest) => ({
        kind: "let",
        variables: [value],
        values: [test],
        body: { kind: "if", test: localRef(value), then: applyTo(receiver, [localRef(value)], place), otherwise: rest() },
      });
    }
    const body = sequence(expander.expandAll(items.slice(1), environment, clause));
    return (rest) => ({ kind: "if", test, then: body, otherwise: rest() });
  });
  let result: Core | null = null;
  for (let i = makers.length - 1; i >= 0; i--) {
    const rest: Core | null = result;
    result = makers[i](() => rest ?? otherwise());
  }
  return result ?? otherwise();
}

/** Data up to this many are compared one by one. */
const MAX_COMPARISONS = 8;

export const caseForm: FormExpander = (form, environment, expander) => {
  const shape = "(case KEY ((DATUM …) EXPRESSION …) … [(else EXPRESSION …)])";
  const [keyForm, ...clauses] = operands(form, shape, 1);
  const key = expander.expand(keyForm, environment, cellAt(form, 1));
  const variable = new Variable("key");
  let result: Core = constant(UNSPECIFIED);
  for (let i = clauses.length - 1; i >= 0; i--) {
    const clause = clauses[i];
    const items = listItems(clause);
    if (!(clause instanceof Pair) || items === null || items.length < 2) malformed(form, shape);
    const place = clause.source === null ? form : clause;
    const arrow = isKeyword(items[1], environment, "=>");
    if (arrow && items.length !== 3) fail("One procedure follows =>", place, clause);
    const body = arrow
      ? applyTo(expander.expand(items[2], environment, cellAt(clause, 2)), [localRef(variable)], place)
      : sequence(expander.expandAll(items.slice(1), environment, clause));
    if (isKeyword(clause.car, environment, "else")) {
      if (i < clauses.length - 1) fail("The else clause is not the last one", place, form);
      result = body;
    } else {
      const data = itemsOf(strip(clause.car), form, shape);
      result = { kind: "if", test: isOneOf(variable, data, place), then: body, otherwise: result };
    }
  }
  return { kind: "let", variables: [variable], values: [key], body: result };
};

function isOneOf(variable: Variable, data: readonly Datum[], where: Where): Core {
  if (data.length > MAX_COMPARISONS) return coreCall("memv", [localRef(variable), constant(list(data))], where);
  let result: Core = constant(false);
  for (let i = data.length - 1; i >= 0; i--) {
    const x = data[i];
    // Words that are equal only when they are the same.
    const isWord = x instanceof Sym || x instanceof Char || typeof x === "boolean" || x === NIL ||
      (typeof x === "bigint" && BigInt.asIntN(32, x) === x);
    const test = coreCall(isWord ? "eq?" : "eqv?", [localRef(variable), constant(x)], where);
    result = i === data.length - 1 ? test : { kind: "if", test, then: constant(true), otherwise: result };
  }
  return result;
}

// ── do ───────────────────────────────────────────────────────────────────────────────────────────────────────────────

export const doForm: FormExpander = (form, environment, expander) => {
  const shape = "(do ((VARIABLE INIT [STEP]) …) (TEST EXPRESSION …) COMMAND …)";
  const [specs, end, ...commands] = operands(form, shape, 2);
  const rows = itemsOf(specs, form, shape).map((spec) => {
    const parts = listItems(spec);
    if (parts === null || parts.length < 2 || parts.length > 3) malformed(form, shape);
    return { parts, spec: (spec as Pair).source === null ? form : spec as Pair };
  });
  const endItems = itemsOf(end, form, shape);
  if (endItems.length === 0) malformed(form, shape);
  const inits = rows.map(({ parts, spec }) => expander.expand(parts[1], environment, spec));
  const scope = new Scope(environment);
  const variables = rows.map(({ parts }) => {
    const name = identifierOf(parts[0], form, shape);
    if (scope.has(name)) fail(`"${name.name}" is bound twice`, form, form);
    return scope.bindVariable(name, new Variable(name.name));
  });
  const loop = new Variable("do");
  const [test, ...results] = expander.expandAll(endItems, scope, end as Pair, 0);
  const steps = rows.map(({ parts, spec }, i) => parts.length === 3 ? expander.expand(parts[2], scope, spec) : localRef(variables[i]));
  const again: Core = call(localRef(loop), steps, form);
  const body: Core = {
    kind: "if",
    test,
    then: results.length === 0 ? constant(UNSPECIFIED) : sequence(results),
    otherwise: sequence([...expander.expandAll(commands, scope, form, 3), again]),
  };
  return {
    kind: "letrec",
    bindings: [{ variable: loop, value: lambda("do", variables, body, form) }],
    body: call(localRef(loop), inits, form),
  };
};

// ── guard, parameterize, delay ───────────────────────────────────────────────────────────────────────────────────────

export const guard: FormExpander = (form, environment, expander) => {
  const shape = "(guard (VARIABLE CLAUSE …) BODY …)";
  const [spec] = operands(form, shape, 2);
  if (!(spec instanceof Pair)) malformed(form, shape);
  const name = identifierOf(spec.car, form, shape);
  const body = lambda(null, [], expander.expandBody(tailAt(form, 2), environment, form), form);
  const scope = new Scope(environment);
  const condition = scope.bindVariable(name, new Variable(name.name));
  const clauses = itemsOf(spec.cdr, form, shape);
  if (hasElse(clauses, scope)) {
    const handler = condClauses(clauses, scope, expander, form, shape, () => constant(UNSPECIFIED));
    return coreCall("%guard", [body, lambda(null, [condition], handler, form)], form);
  }
  const reraise = new Variable("reraise");
  const handler = condClauses(clauses, scope, expander, form, shape, () => call(localRef(reraise), [], form));
  return coreCall("%guard-reraise", [body, lambda(null, [condition, reraise], handler, form)], form);
};

export const parameterize: FormExpander = (form, environment, expander) => {
  const shape = "(parameterize ((PARAMETER VALUE) …) BODY …)";
  const [specs] = operands(form, shape, 2);
  const rows = itemsOf(specs, form, shape).map((spec) => {
    const parts = listItems(spec);
    if (parts === null || parts.length !== 2) malformed(form, shape);
    return expander.expandAll(parts, environment, (spec as Pair).source === null ? form : spec as Pair, 0);
  });
  const body = expander.expandBody(tailAt(form, 2), environment, form);
  if (rows.length === 0) return body;
  const column = (i: number) => coreCall("list", rows.map((row) => row[i]), form);
  return coreCall("%parameterize", [column(0), column(1), lambda(null, [], body, form)], form);
};

/** `delay` and `delay-force`; `maker` is the procedure that takes the thunk. */
export const delay = (maker: string): FormExpander => (form, environment, expander) => {
  const [expression] = operands(form, "(delay EXPRESSION)", 1, 1);
  return coreCall(maker, [lambda(null, [], expander.expand(expression, environment, cellAt(form, 1)), form)], form);
};

// ── quasiquote ───────────────────────────────────────────────────────────────────────────────────────────────────────

export const quasiquote: FormExpander = (form, environment, expander) => {
  const [template] = operands(form, "(quasiquote TEMPLATE)", 1, 1);
  return new Quasi(environment, expander, form).make(template, 1, cellAt(form, 1));
};

/** Builds the core form of a quasi-quoted template; what contains nothing unquoted stays a constant. */
class Quasi {
  constructor(readonly environment: Environment, readonly expander: Expander, readonly form: Pair) {}

  make(x: Datum, level: number, where: Where): Core {
    this.expander.enter(where);
    const core = this.#make(x, level, where);
    this.expander.leave();
    return core;
  }

  #make(x: Datum, level: number, where: Where): Core {
    if (Array.isArray(x)) {
      const items = this.#list(list(x), level, where);
      return items.kind === "constant" ? constant(strip(x)) : coreCall("list->vector", [items], where);
    }
    if (!(x instanceof Pair)) return constant(strip(x));
    return this.#list(x, level, x.source === null ? where : x);
  }

  /** The operand of `(keyword X)`. */
  #operand(x: Datum, keyword: string): Datum | undefined {
    if (!(x instanceof Pair) || !isKeyword(x.car, this.environment, keyword)) return undefined;
    return x.cdr instanceof Pair && x.cdr.cdr === NIL ? x.cdr.car : undefined;
  }

  #list(x: Datum, level: number, where: Where): Core {
    // The parts of the list from the front: `rest` may end in an unquote, `(a . ,b)`.
    const parts: { item: Datum; cell: Pair }[] = [];
    let rest: Datum = x;
    while (rest instanceof Pair && this.#special(rest) === null) {
      parts.push({ item: rest.car, cell: rest });
      rest = rest.cdr;
    }
    let result = rest instanceof Pair ? this.#unquoted(rest, level, where) : constant(strip(rest));
    for (let i = parts.length - 1; i >= 0; i--) {
      const { item, cell } = parts[i];
      const place = cell.source === null ? where : cell;
      const spliced = this.#operand(item, "unquote-splicing");
      if (spliced !== undefined && level === 1) {
        const value = this.expander.expand(spliced, this.environment, place);
        result = result.kind === "constant" && result.value === NIL ? value : coreCall("append", [value, result], place);
        continue;
      }
      const value = this.make(item, level, place);
      result = value.kind === "constant" && result.kind === "constant"
        ? constant(new Pair(value.value, result.value))
        : coreCall("cons", [value, result], place);
    }
    return result;
  }

  /** The keyword that makes a pair more than a list. */
  #special(x: Pair): string | null {
    for (const keyword of ["unquote", "quasiquote", "unquote-splicing"]) if (this.#operand(x, keyword) !== undefined) return keyword;
    return null;
  }

  /** A form `(unquote X)` and the like, as a whole. */
  #unquoted(x: Pair, level: number, where: Where): Core {
    const keyword = this.#special(x)!;
    const operand = (x.cdr as Pair).car;
    if (keyword === "unquote" && level === 1) return this.expander.expand(operand, this.environment, where);
    if (keyword === "unquote-splicing" && level === 1) fail("unquote-splicing is not inside of a list", where, this.form);
    const inner = this.make(operand, keyword === "quasiquote" ? level + 1 : level - 1, where);
    const head = constant(strip(x.car));
    return inner.kind === "constant" ? constant(list([head.value, inner.value])) : coreCall("list", [head, inner], where);
  }
}
