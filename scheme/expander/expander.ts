/**
 * The expander: forms to core forms, with hygiene.
 *
 * Input: data and the environment they stand in; output: `Core`. Invariant: nesting deeper than `MAX_DEPTH` is a syntax error, so no source text
 * overflows the host's stack; every core form knows the place of the form it came from.
 */

import { type Datum, type Identifier, isIdentifier, NIL, Pair, Sym, UNASSIGNED, UNSPECIFIED } from "../reader/datum.ts";
import { type Item, scanBody } from "./body.ts";
import { type Call, constant, type Core, type Global, type Lambda, localRef, localSet, sequence, Variable, type Where } from "./core.ts";
import { type Binding, type Environment, type Macro, resolve, Scope } from "./environment.ts";
import { fail } from "./syntax.ts";
import { syntaxRules } from "./syntax_rules.ts";
import type { LibraryHost } from "./library.ts";

/** Nesting of expressions. */
const MAX_DEPTH = 500;
/** Expansions of one use that lead to further uses of macros. */
const MAX_EXPANSIONS = 10_000;

export class Expander {
  #depth = 0;

  constructor(readonly host: LibraryHost) {}

  // ── Expressions ──────────────────────────────────────────────────────────────────────────────────────────────────

  /** Forgets how deep an expansion was that failed. */
  begin(): void {
    this.#depth = 0;
  }

  /** Goes one level deeper; `leave` comes back. @throws SchemeSyntaxError at the limit */
  enter(where: Where): void {
    if (++this.#depth > MAX_DEPTH) fail(`Expressions are nested more than ${MAX_DEPTH} deep`, where);
  }

  leave(): void {
    this.#depth--;
  }

  /** Expands an expression; `where` is where it stands if it does not know itself. @throws SchemeSyntaxError */
  expand(x: Datum, environment: Environment, where: Where): Core {
    this.enter(where);
    const core = this.#expand(x, environment, where);
    this.leave();
    return core;
  }

  #expand(x: Datum, environment: Environment, where: Where): Core {
    for (let count = 0; count < MAX_EXPANSIONS; count++) {
      if (isIdentifier(x)) return this.reference(x, environment, where);
      if (!(x instanceof Pair)) {
        if (x === NIL) fail('"()" is no expression; "\'()" is the empty list', where);
        return constant(x);
      }
      if (x.source === null && where.source !== null) x = new Pair(x.car, x.cdr, where.source, where.at);
      const binding: Binding | null = isIdentifier(x.car) ? resolve(x.car, environment) : null;
      if (binding?.kind === "keyword") {
        if (binding.expand === null) fail(`"${binding.name}" means nothing here`, x, x);
        return binding.expand(x, environment, this);
      }
      if (binding?.kind !== "macro") return this.#call(x, environment);
      x = binding.transform(x, environment);
    }
    fail("The expansion of a macro does not end", where);
  }

  /** Expands the items of a list from its `index`-th one. */
  expandAll(items: readonly Datum[], environment: Environment, form: Pair, index = 1): Core[] {
    let cell: Datum = form;
    for (let i = 0; i < index && cell instanceof Pair; i++) cell = cell.cdr;
    const cores: Core[] = [];
    for (const item of items) {
      cores.push(this.expand(item, environment, cell instanceof Pair && cell.source !== null ? cell : form));
      if (cell instanceof Pair) cell = cell.cdr;
    }
    return cores;
  }

  /** A use of a variable. */
  reference(identifier: Identifier, environment: Environment, where: Where): Core {
    const binding = resolve(identifier, environment);
    switch (binding.kind) {
      case "local":
        return localRef(binding.variable, where);
      case "global":
        return this.globalRef(binding, where);
      case "keyword":
      case "macro":
        fail(`"${identifier.name}" is a keyword and has no value`, where);
    }
  }

  globalRef(global: Global, where: Where): Core {
    this.host.require(global);
    return { kind: "global", global, where };
  }

  assignment(identifier: Identifier, value: (name: string) => Core, environment: Environment, where: Where): Core {
    const binding = resolve(identifier, environment);
    if (binding.kind === "local") return localSet(binding.variable, value(identifier.name), where);
    if (binding.kind !== "global") fail(`"${identifier.name}" is a keyword and cannot be assigned`, where);
    const top = environment.top;
    if (binding.constant || (identifier instanceof Sym && top.isImported(identifier))) {
      fail(`"${identifier.name}" is imported and cannot be assigned`, where);
    }
    binding.assigned = true;
    return { kind: "set-global", global: binding, value: value(identifier.name), where };
  }

  #call(form: Pair, environment: Environment): Core {
    const args: Datum[] = [];
    let rest = form.cdr;
    for (; rest instanceof Pair; rest = rest.cdr) args.push(rest.car);
    if (rest !== NIL) fail("A call is a proper list", form, form);
    const callee = this.expand(form.car, environment, form);
    return applyTo(callee, this.expandAll(args, environment, form), form);
  }

  /** Expands an expression whose value gets a name. */
  expandNamed(x: Datum, name: string, environment: Environment, where: Where): Core {
    return named(this.expand(x, environment, where), name);
  }

  // ── Procedures and bodies ────────────────────────────────────────────────────────────────────────────────────────

  /** A procedure from its parameters and body. */
  lambda(parameters: Datum, body: Datum, environment: Environment, form: Pair, name: string | null = null): Lambda {
    const scope = new Scope(environment);
    const variables: Variable[] = [];
    const bind = (x: Datum) => {
      if (!isIdentifier(x)) fail("A parameter is an identifier", form, form);
      if (scope.has(x)) fail(`The parameter "${x.name}" stands twice`, form, form);
      variables.push(scope.bindVariable(x, new Variable(x.name)));
    };
    let rest = parameters;
    for (; rest instanceof Pair; rest = rest.cdr) bind(rest.car);
    if (rest !== NIL) bind(rest);
    return { kind: "lambda", name, parameters: variables, rest: rest !== NIL, body: this.expandBody(body, scope, form), where: form };
  }

  /** A body: definitions and expressions (R7RS 5.3.2). */
  expandBody(forms: Datum, environment: Environment, form: Pair): Core {
    const scope = new Scope(environment);
    const items = scanBody(this, forms, form, {
      environment: scope,
      defineVariable: (identifier, where) => {
        if (scope.has(identifier)) fail(`"${identifier.name}" is defined twice`, where);
        const variable = scope.bindVariable(identifier, new Variable(identifier.name));
        return { ref: (where) => localRef(variable, where), variable, global: null };
      },
      defineSyntax: (identifier, binding) => scope.define(identifier, binding),
    });
    return localBody(items, form);
  }

  /** What `define-syntax` binds a keyword to. */
  transformer(name: string, spec: Datum, environment: Environment, where: Where): Binding {
    for (let count = 0; count < MAX_EXPANSIONS; count++) {
      if (isIdentifier(spec)) {
        const binding = resolve(spec, environment);
        if (binding.kind === "keyword" || binding.kind === "macro") return binding;
      }
      if (!(spec instanceof Pair) || !isIdentifier(spec.car)) break;
      const binding: Binding = resolve(spec.car, environment);
      if (binding.kind === "keyword" && binding.name === "syntax-rules") return syntaxRules(spec, environment);
      if (binding.kind !== "macro") break;
      spec = (binding as Macro).transform(spec, environment);
    }
    fail(`The keyword "${name}" must be bound by (syntax-rules …)`, where, spec);
  }
}

/** Gives a procedure a name if it has none. */
export function named(core: Core, name: string): Core {
  if (core.kind === "lambda") core.name ??= name;
  else if (core.kind === "case-lambda") { for (const clause of core.clauses) clause.name ??= name; }
  return core;
}

/** A call; of a `lambda` expression with fitting arguments: its bindings. */
export function applyTo(callee: Core, args: readonly Core[], where: Where): Core {
  if (callee.kind === "lambda" && !callee.rest && callee.parameters.length === args.length) {
    if (args.length === 0) return callee.body;
    return {
      kind: "let",
      variables: callee.parameters,
      values: args.map((x, i) => named(x, callee.parameters[i].name)),
      body: callee.body,
    };
  }
  return { kind: "call", callee, args, where } satisfies Call;
}

/** The core form of a body: a `letrec` around its expressions. */
function localBody(items: readonly Item[], form: Pair): Core {
  const lastDefinition = items.findLastIndex(({ targets }) => targets !== null);
  const misplaced = items.findIndex(({ targets }) => targets === null);
  if (misplaced >= 0 && misplaced < lastDefinition) {
    fail("A definition does not stand before the expressions of its body", items[lastDefinition].where, form);
  }
  const expressions = items.slice(lastDefinition + 1);
  if (expressions.length === 0) fail("A body ends with an expression", form, form);
  if (lastDefinition < 0) return valuesOf(expressions);
  const bindings: { variable: Variable | null; value: Core }[] = [];
  for (const { targets, rest, value, where } of items.slice(0, lastDefinition + 1)) {
    if (targets === null) continue;
    if (targets.length === 1 && !rest) bindings.push({ variable: targets[0].variable!, value: value() });
    else {
      const temporaries = targets.map(({ variable }) => new Variable(variable!.name));
      for (const { variable } of targets) bindings.push({ variable: variable!, value: constant(UNASSIGNED) });
      const sets = targets.map(({ variable }, i) => localSet(variable!, localRef(temporaries[i])));
      bindings.push({
        variable: null,
        value: { kind: "receive", variables: temporaries, rest, value: value(), body: sequence([...sets, constant(UNSPECIFIED)]), where },
      });
      for (const { variable } of targets) variable!.checked = true;
    }
  }
  return { kind: "letrec", bindings, body: valuesOf(expressions) };
}

function valuesOf(items: readonly Item[]): Core {
  const values: Core[] = [];
  for (const { value } of items) values.push(value());
  return sequence(values);
}
