/**
 * Core forms as text, for `dump expanded` and tests: S-expressions with variables numbered where names repeat.
 */

import type { Core, Variable } from "./core.ts";
import { write } from "../reader/write.ts";
import { NIL, Pair, Special, Sym } from "../reader/datum.ts";

/** Text of a core form; the items of an outermost sequence stand on lines of their own. */
export function dumpCore(core: Core): string {
  const dumper = new Dumper();
  return core.kind === "sequence" ? core.items.map((item) => dumper.text(item)).join("\n") : dumper.text(core);
}

class Dumper {
  readonly #names = new Map<Variable, string>();
  readonly #used = new Map<string, number>();

  text(core: Core): string {
    switch (core.kind) {
      case "constant": {
        const { value } = core;
        return value instanceof Pair || value instanceof Sym || value === NIL
          ? `'${write(value)}`
          : value instanceof Special
          ? value.name
          : write(value);
      }
      case "local":
        return this.#name(core.variable);
      case "global":
        return core.global.key;
      case "set-local":
        return `(set! ${this.#name(core.variable)} ${this.text(core.value)})`;
      case "set-global":
        return `(set! ${core.global.key} ${this.text(core.value)})`;
      case "define-global":
        return `(define ${core.global.key} ${this.text(core.value)})`;
      case "if":
        return `(if ${this.#all([core.test, core.then, core.otherwise])})`;
      case "or":
        return `(or ${this.#all([core.first, core.second])})`;
      case "sequence":
        return `(begin ${this.#all(core.items)})`;
      case "lambda":
        return `(lambda ${this.#formals(core.parameters, core.rest)} ${this.text(core.body)})`;
      case "case-lambda":
        return `(case-lambda ${core.clauses.map((c) => `(${this.#formals(c.parameters, c.rest)} ${this.text(c.body)})`).join(" ")})`;
      case "let":
        return `(let (${core.variables.map((v, i) => `(${this.#name(v)} ${this.text(core.values[i])})`).join(" ")}) ${
          this.text(core.body)
        })`;
      case "letrec":
        return `(letrec* (${
          core.bindings.map(({ variable, value }) => `(${variable === null ? "_" : this.#name(variable)} ${this.text(value)})`).join(" ")
        }) ${this.text(core.body)})`;
      case "fix":
        return `(fix (${core.functions.map((f) => `(${this.#name(f.variable)} ${this.text(f.lambda)})`).join(" ")}) ${
          this.text(core.body)
        })`;
      case "receive":
        return `(receive ${this.#formals(core.variables, core.rest)} ${this.#all([core.value, core.body])})`;
      case "call":
        return `(${this.#all([core.callee, ...core.args])})`;
      case "record":
        return `(${core.bytecode} ${core.number} ${this.#all(core.args)})`;
    }
  }

  #all(items: readonly Core[]): string {
    return items.map((item) => this.text(item)).join(" ");
  }

  #formals(variables: readonly Variable[], rest: boolean): string {
    const names = variables.map((variable) => this.#name(variable));
    if (!rest) return `(${names.join(" ")})`;
    return names.length === 1 ? names[0] : `(${names.slice(0, -1).join(" ")} . ${names[names.length - 1]})`;
  }

  #name(variable: Variable): string {
    let name = this.#names.get(variable);
    if (name === undefined) {
      const count = this.#used.get(variable.name) ?? 0;
      this.#used.set(variable.name, count + 1);
      this.#names.set(variable, name = count === 0 ? variable.name : `${variable.name}.${count}`);
    }
    return name;
  }
}
