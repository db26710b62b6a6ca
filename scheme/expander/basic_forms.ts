/**
 * Expression keywords that are core forms, or bind variables: `quote lambda if set! begin let letrec let-values case-lambda …`.
 */

import { type Datum, isIdentifier, listItems, NIL, Pair, Str, UNSPECIFIED } from "../reader/datum.ts";
import { write } from "../reader/write.ts";
import { chosenClause, includedForms } from "./inclusion.ts";
import { constant, type Core, type Lambda, localRef, sequence, Variable } from "./core.ts";
import { type Environment, type FormExpander, Scope } from "./environment.ts";
import { type Expander, named } from "./expander.ts";
import { cellAt, fail, formOf, identifierOf, itemsOf, malformed, operands, strip, tailAt } from "./syntax.ts";

export const quote: FormExpander = (form) => constant(strip(operands(form, "(quote DATUM)", 1, 1)[0]));

export const lambdaForm: FormExpander = (form, environment, expander) => {
  const shape = "(lambda (PARAMETER …) BODY …)";
  const [parameters] = operands(form, shape, 2);
  return expander.lambda(parameters, tailAt(form, 2), environment, form);
};

export const caseLambda: FormExpander = (form, environment, expander) => {
  const shape = "(case-lambda ((PARAMETER …) BODY …) …)";
  const clauses = operands(form, shape, 0).map((clause): Lambda => {
    if (!(clause instanceof Pair) || !(clause.cdr instanceof Pair)) malformed(form, shape);
    return expander.lambda(clause.car, clause.cdr, environment, clause.source === null ? formOf(form, clause.car) : clause);
  });
  return clauses.length === 1 ? clauses[0] : { kind: "case-lambda", clauses };
};

export const ifForm: FormExpander = (form, environment, expander) => {
  const items = operands(form, "(if TEST THEN [ELSE])", 2, 3);
  const [test, then, otherwise = constant(UNSPECIFIED)] = expander.expandAll(items, environment, form);
  return { kind: "if", test, then, otherwise };
};

export const setForm: FormExpander = (form, environment, expander) => {
  const shape = "(set! VARIABLE EXPRESSION)";
  const [name, value] = operands(form, shape, 2, 2);
  const make = (title: string) => expander.expandNamed(value, title, environment, cellAt(form, 2));
  return expander.assignment(identifierOf(name, form, shape), make, environment, form);
};

export const begin: FormExpander = (form, environment, expander) => {
  const items = operands(form, "(begin EXPRESSION …)", 0);
  return items.length === 0 ? constant(UNSPECIFIED) : sequence(expander.expandAll(items, environment, form));
};

/** `include` and `cond-expand` where an expression is wanted. */
export const include = (foldCase: boolean): FormExpander => (form, environment, expander) => {
  const items = includedForms(form, expander, foldCase).flatMap((forms) => {
    return forms instanceof Pair ? expander.expandAll(listItems(forms)!, environment, forms, 0) : [];
  });
  return items.length === 0 ? constant(UNSPECIFIED) : sequence(items);
};

export const condExpand: FormExpander = (form, environment, expander) => {
  const chosen = chosenClause(form, environment, expander);
  return chosen instanceof Pair
    ? sequence(expander.expandAll(itemsOf(chosen, form, "a list"), environment, chosen, 0))
    : constant(UNSPECIFIED);
};

export const syntaxError: FormExpander = (form) => {
  const [message, ...irritants] = operands(form, '(syntax-error "MESSAGE" FORM …)', 1);
  const text = message instanceof Str ? message.value : write(strip(message));
  fail([text, ...irritants.map((x) => write(strip(x)))].join(" "), form);
};

/** Definitions stand only in bodies. */
export const misplaced: FormExpander = (form) => fail("A definition is not allowed where an expression is wanted", form, form);

// ── Local variables ──────────────────────────────────────────────────────────────────────────────────────────────────

const LET_SHAPE = "(let ((VARIABLE EXPRESSION) …) BODY …)";

/** The variables and expressions of a list of bindings; `cell`: where the expression stands. */
function bindings(list: Datum, form: Pair, shape: string): { name: Datum; value: Datum; cell: Pair }[] {
  return itemsOf(list, form, shape).map((binding) => {
    const parts = listItems(binding);
    if (parts === null || parts.length !== 2) {
      fail(`A binding does not fit ${shape}`, binding instanceof Pair && binding.source !== null ? binding : form, binding);
    }
    const cell = cellAt(binding as Pair, 1);
    return { name: parts[0], value: parts[1], cell: cell.source === null ? form : cell };
  });
}

function bind(name: Datum, scope: Scope, form: Pair, shape: string): Variable {
  const identifier = identifierOf(name, form, shape);
  if (scope.has(identifier)) fail(`"${identifier.name}" is bound twice`, form, form);
  return scope.bindVariable(identifier, new Variable(identifier.name));
}

export const letForm: FormExpander = (form, environment, expander) => {
  const [first] = operands(form, LET_SHAPE, 2);
  if (isIdentifier(first)) return namedLet(form, environment, expander);
  const rows = bindings(first, form, LET_SHAPE);
  const values = rows.map(({ name, value, cell }) => {
    return expander.expandNamed(value, identifierOf(name, form, LET_SHAPE).name, environment, cell);
  });
  const scope = new Scope(environment);
  const variables = rows.map(({ name }) => bind(name, scope, form, LET_SHAPE));
  const body = expander.expandBody(tailAt(form, 2), scope, form);
  return variables.length === 0 ? body : { kind: "let", variables, values, body };
};

function namedLet(form: Pair, environment: Environment, expander: Expander): Core {
  const shape = "(let NAME ((VARIABLE EXPRESSION) …) BODY …)";
  const [name, list] = operands(form, shape, 3);
  const rows = bindings(list, form, shape);
  const values = expandValues(rows, environment, expander);
  const outer = new Scope(environment);
  const loop = bind(name, outer, form, shape);
  const scope = new Scope(outer);
  const parameters = rows.map((row) => bind(row.name, scope, form, shape));
  const body = expander.expandBody(tailAt(form, 3), scope, form);
  const procedure: Lambda = { kind: "lambda", name: loop.name, parameters, rest: false, body, where: form };
  return {
    kind: "letrec",
    bindings: [{ variable: loop, value: procedure }],
    body: { kind: "call", callee: localRef(loop), args: values, where: form },
  };
}

function expandValues(rows: { value: Datum; cell: Pair }[], environment: Environment, expander: Expander): Core[] {
  return rows.map(({ value, cell }) => expander.expand(value, environment, cell));
}

export const letStar: FormExpander = (form, environment, expander) => {
  const shape = "(let* ((VARIABLE EXPRESSION) …) BODY …)";
  const [list] = operands(form, shape, 2);
  const steps: { variable: Variable; value: Core }[] = [];
  let scope: Environment = environment;
  for (const { name, value, cell } of bindings(list, form, shape)) {
    const identifier = identifierOf(name, form, shape);
    const core = expander.expandNamed(value, identifier.name, scope, cell);
    const inner = new Scope(scope);
    steps.push({ variable: bind(name, inner, form, shape), value: core });
    scope = inner;
  }
  let result = expander.expandBody(tailAt(form, 2), scope, form);
  for (let i = steps.length - 1; i >= 0; i--) {
    result = { kind: "let", variables: [steps[i].variable], values: [steps[i].value], body: result };
  }
  return result;
};

export const letrec: FormExpander = (form, environment, expander) => {
  const shape = "(letrec ((VARIABLE EXPRESSION) …) BODY …)";
  const [list] = operands(form, shape, 2);
  const rows = bindings(list, form, shape);
  const scope = new Scope(environment);
  const variables = rows.map(({ name }) => bind(name, scope, form, shape));
  const items = rows.map(({ value, cell }, i) => ({
    variable: variables[i],
    value: named(expander.expand(value, scope, cell), variables[i].name),
  }));
  const body = expander.expandBody(tailAt(form, 2), scope, form);
  return items.length === 0 ? body : { kind: "letrec", bindings: items, body };
};

/** `let-values` and `let*-values`; `sequential`: each expression sees the variables before it. */
export const letValues = (sequential: boolean): FormExpander => (form, environment, expander) => {
  const shape = `(${sequential ? "let*-values" : "let-values"} (((VARIABLE …) EXPRESSION) …) BODY …)`;
  const [list] = operands(form, shape, 2);
  const seen = new Scope(environment);
  let scope: Environment = sequential ? environment : seen;
  const steps = bindings(list, form, shape).map(({ name: formals, value, cell }) => {
    const core = expander.expand(value, sequential ? scope : environment, cell);
    const inner = sequential ? new Scope(scope) : seen;
    const variables: Variable[] = [];
    let rest = formals;
    for (; rest instanceof Pair; rest = rest.cdr) variables.push(bind(rest.car, inner, form, shape));
    if (rest !== NIL) variables.push(bind(rest, inner, form, shape));
    scope = inner;
    return { variables, rest: rest !== NIL, value: core };
  });
  let result = expander.expandBody(tailAt(form, 2), scope, form);
  for (let i = steps.length - 1; i >= 0; i--) {
    const { variables, rest, value } = steps[i];
    result = variables.length === 1 && !rest
      ? { kind: "let", variables, values: [value], body: result }
      : { kind: "receive", variables, rest, value, body: result, where: form };
  }
  return result;
};

/** `let-syntax` and `letrec-syntax`. */
export const letSyntax = (recursive: boolean): FormExpander => (form, environment, expander) => {
  const shape = `(${recursive ? "letrec-syntax" : "let-syntax"} ((KEYWORD (syntax-rules …)) …) BODY …)`;
  const [list] = operands(form, shape, 2);
  const scope = new Scope(environment);
  for (const { name, value, cell } of bindings(list, form, shape)) {
    const identifier = identifierOf(name, form, shape);
    scope.define(identifier, expander.transformer(identifier.name, value, recursive ? scope : environment, cell));
  }
  return expander.expandBody(tailAt(form, 2), scope, form);
};
