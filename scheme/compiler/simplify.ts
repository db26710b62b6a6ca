/**
 * First pass over core forms: `letrec*` becomes `fix` and `let`, bindings that are only other names go away, constant tests are decided.
 *
 * Input: an expanded program (`Variable.assigned` complete); output: core forms without `letrec`. The bindings of a `letrec*` are sorted into strongly
 * connected components (A. Ghuloum, R. K. Dybvig, "Fixing Letrec (reloaded)", 2009): procedures become a `fix`, what does not refer to itself a
 * `let`, the rest variables that are assigned before the body.
 */

import { UNASSIGNED } from "../reader/datum.ts";
import { applyTo } from "../expander/expander.ts";
import {
  type Call,
  childrenOf,
  constant,
  type Core,
  type Lambda,
  type Let,
  type Letrec,
  localRef,
  localSet,
  type Receive,
  sequence,
  type Variable,
} from "../expander/core.ts";

/** Simplifies a program. */
export function simplify(core: Core): Core {
  return new Simplifier().run(core);
}

class Simplifier {
  /** What variables that are only other names stand for. */
  readonly #aliases = new Map<Variable, Core>();

  run(core: Core): Core {
    switch (core.kind) {
      case "constant":
      case "global":
        return core;
      case "local": {
        const alias = this.#aliases.get(core.variable);
        return alias === undefined ? core : alias.kind === "local" ? localRef(alias.variable, core.where) : alias;
      }
      case "set-local":
      case "set-global":
      case "define-global":
        return { ...core, value: this.run(core.value) };
      case "if": {
        const test = this.run(core.test);
        if (test.kind === "constant") return this.run(test.value !== false ? core.then : core.otherwise);
        return { kind: "if", test, then: this.run(core.then), otherwise: this.run(core.otherwise) };
      }
      case "or": {
        const first = this.run(core.first);
        if (first.kind === "constant") return first.value !== false ? first : this.run(core.second);
        return { kind: "or", first, second: this.run(core.second) };
      }
      case "sequence":
        return this.#sequence(core.items);
      case "lambda":
        return this.#lambda(core);
      case "case-lambda":
        return { kind: "case-lambda", clauses: core.clauses.map((clause) => this.#lambda(clause)) };
      case "let":
        return this.#let(core);
      case "letrec":
        return this.#letrec(core);
      case "fix":
        return {
          ...core,
          functions: core.functions.map(({ variable, lambda }) => ({ variable, lambda: this.#lambda(lambda) })),
          body: this.run(core.body),
        };
      case "receive":
        return this.#receive(core);
      case "call":
        return this.#call(core);
      case "record":
        return { ...core, args: core.args.map((x) => this.run(x)) };
    }
  }

  #lambda(core: Lambda): Lambda {
    return { ...core, body: this.run(core.body) };
  }

  #sequence(items: readonly Core[]): Core {
    const last = items.length - 1;
    const found = items.map((item) => this.run(item)).filter((item, i) => i === last || !isPure(item));
    return sequence(found);
  }

  #let({ variables, values, body }: Let): Core {
    const kept: { variable: Variable; value: Core }[] = [];
    const functions: { variable: Variable; lambda: Lambda }[] = [];
    variables.forEach((variable, i) => {
      const value = this.run(values[i]);
      if (variable.assigned) kept.push({ variable, value });
      else if (isStable(value)) this.#aliases.set(variable, value);
      else if (variable.references === 0 && isPure(value)) return;
      else if (value.kind === "lambda") functions.push({ variable, lambda: value });
      else kept.push({ variable, value });
    });
    let result = this.run(body);
    for (const f of functions) result = { kind: "fix", functions: [f], body: result };
    if (kept.length === 0) return result;
    return { kind: "let", variables: kept.map(({ variable }) => variable), values: kept.map(({ value }) => value), body: result };
  }

  /** `(let-values (((a b) (values x y))) …)` is a `let`. */
  #receive(core: Receive): Core {
    const { value, variables, rest } = core;
    if (value.kind === "call" && isCore(value.callee, "values") && !rest && value.args.length === variables.length) {
      return this.#let({ kind: "let", variables, values: value.args, body: core.body });
    }
    return { ...core, value: this.run(value), body: this.run(core.body) };
  }

  /** `call-with-values` with a `lambda` expression as consumer binds its parameters. */
  #call(core: Call): Core {
    const { callee, args, where } = core;
    const consumer = args[1];
    if (isCore(callee, "call-with-values") && args.length === 2 && consumer.kind === "lambda") {
      const { parameters: variables, rest, body } = consumer;
      return this.#receive({ kind: "receive", variables, rest, value: applyTo(args[0], [], where), body, where });
    }
    return { ...core, callee: this.run(callee), args: args.map((x) => this.run(x)) };
  }

  // ── letrec* ──────────────────────────────────────────────────────────────────────────────────────────────────────

  #letrec({ bindings, body }: Letrec): Core {
    const rows: Row[] = bindings.map(({ variable, value }) => ({ variable, value: this.run(value) }));
    const components = stronglyConnected(dependencies(rows));
    let result = this.run(body);
    for (let i = components.length - 1; i >= 0; i--) {
      const members = components[i].sort((a, b) => a - b).map((index) => rows[index]);
      result = this.#component(members, result);
    }
    return result;
  }

  #component(rows: readonly Row[], body: Core): Core {
    const isFunction = ({ variable, value }: Row) => value.kind === "lambda" && variable !== null && !variable.assigned;
    if (rows.every(isFunction)) return fix(rows, body);
    const [{ variable, value }] = rows;
    if (rows.length === 1 && (variable === null || !mentions(value, new Map([[variable, 0]])).has(0))) {
      if (variable === null) return isPure(value) ? body : sequence([value, ...(body.kind === "sequence" ? body.items : [body])]);
      return { kind: "let", variables: [variable], values: [value], body };
    }
    const functions = rows.filter(isFunction), others = rows.filter((row) => !isFunction(row));
    const variables = others.flatMap(({ variable }) => variable === null ? [] : [variable]);
    const sets = others.map(({ variable, value }) => {
      if (variable === null) return value;
      if (value.kind !== "lambda" && value.kind !== "case-lambda") variable.checked = true;
      return localSet(variable, value);
    });
    const inner = sequence([...sets, body]);
    return {
      kind: "let",
      variables,
      values: variables.map(() => constant(UNASSIGNED)),
      body: functions.length === 0 ? inner : fix(functions, inner),
    };
  }
}

interface Row {
  variable: Variable | null;
  value: Core;
}

function fix(rows: readonly Row[], body: Core): Core {
  return { kind: "fix", functions: rows.map(({ variable, value }) => ({ variable: variable!, lambda: value as Lambda })), body };
}

function isCore(core: Core, name: string): boolean {
  return core.kind === "global" && core.global.key === name;
}

/** Whether evaluating has no effect, and no error. */
function isPure(core: Core): boolean {
  return core.kind === "constant" || core.kind === "lambda" || (core.kind === "local" && !core.variable.checked);
}

/** Whether the value is the same whenever it is computed. */
function isStable(core: Core): boolean {
  return core.kind === "constant" || (core.kind === "local" && !core.variable.assigned && !core.variable.checked);
}

/** Edges between the bindings of a `letrec*`: to those that must be evaluated before. */
function dependencies(rows: readonly Row[]): number[][] {
  const indices = new Map<Variable, number>();
  rows.forEach(({ variable }, i) => {
    if (variable !== null) indices.set(variable, i);
  });
  let previous = -1;
  return rows.map(({ value }, i) => {
    const edges = mentions(value, indices);
    // In order: what refers to a later variable too early is noticed so.
    if (value.kind !== "lambda" && value.kind !== "case-lambda") {
      if (previous >= 0) edges.add(previous);
      previous = i;
    }
    return [...edges];
  });
}

/** Numbers of the variables that occur in a core form. */
function mentions(core: Core, indices: ReadonlyMap<Variable, number>): Set<number> {
  const found = new Set<number>();
  const work: Core[] = [core];
  for (let next = work.pop(); next !== undefined; next = work.pop()) {
    if (next.kind === "local" || next.kind === "set-local") {
      const index = indices.get(next.variable);
      if (index !== undefined) found.add(index);
    }
    work.push(...childrenOf(next));
  }
  return found;
}

/** Strongly connected components of a graph, each before those that have edges to it (R. Tarjan). */
function stronglyConnected(edges: readonly number[][]): number[][] {
  const numbers = new Int32Array(edges.length).fill(-1), low = new Int32Array(edges.length);
  const onStack = new Uint8Array(edges.length);
  const stack: number[] = [], components: number[][] = [];
  let count = 0;
  const visit = (root: number) => {
    const calls: { node: number; edge: number }[] = [{ node: root, edge: 0 }];
    while (calls.length > 0) {
      const frame = calls[calls.length - 1], { node } = frame;
      if (frame.edge === 0) {
        numbers[node] = low[node] = count++;
        stack.push(node);
        onStack[node] = 1;
      }
      const next = edges[node][frame.edge++];
      if (next !== undefined) {
        if (numbers[next] < 0) calls.push({ node: next, edge: 0 });
        else if (onStack[next] === 1) low[node] = Math.min(low[node], numbers[next]);
        continue;
      }
      calls.pop();
      if (calls.length > 0) {
        const above = calls[calls.length - 1].node;
        low[above] = Math.min(low[above], low[node]);
      }
      if (low[node] !== numbers[node]) continue;
      const component: number[] = [];
      let member: number;
      do {
        member = stack.pop()!;
        onStack[member] = 0;
        component.push(member);
      } while (member !== node);
      components.push(component);
    }
  };
  for (let i = 0; i < edges.length; i++) if (numbers[i] < 0) visit(i);
  return components;
}
