/**
 * What identifiers mean: bindings, environments, identifiers renamed by macros.
 *
 * An identifier is a symbol or a `Alias`: a symbol (or alias) that a macro inserted, which means what it means where the macro was defined, unless
 * something binds the alias itself. Invariant: an alias is made once per expansion and symbol, so bindings of different expansions never meet.
 */

import { type Identifier, Renamed, Sym } from "../reader/datum.ts";
import { type Core, coreGlobal, Global, type Variable, type Where } from "./core.ts";
import type { Expander } from "./expander.ts";
import type { Form } from "./core.ts";
import { fail } from "./syntax.ts";

/** An identifier inserted by a macro. */
export class Alias extends Renamed {
  constructor(readonly of: Identifier, readonly environment: Environment) {
    super();
  }

  get name(): string {
    return this.of.name;
  }
}

/** Where a form stands: what the expander does with definitions differs. */
export type FormExpander = (form: Form, environment: Environment, expander: Expander) => Core;

/** A keyword of the language; without `expand` it means something only inside of other forms. */
export class Keyword {
  readonly kind = "keyword";
  constructor(readonly name: string, readonly expand: FormExpander | null) {}
}

/** What `syntax-rules` makes. */
export interface Macro {
  readonly kind: "macro";
  /** Its `(syntax-rules …)` form. */
  readonly spec: Form;
  /** The expansion of a use. @throws SchemeSyntaxError when no rule fits */
  transform(form: Form, environment: Environment): Form | Identifier;
}

export interface LocalBinding {
  readonly kind: "local";
  readonly variable: Variable;
}

export type Binding = Keyword | Macro | LocalBinding | Global;

/** What binds identifiers. */
export interface Environment {
  readonly parent: Environment | null;
  readonly top: TopLevel;
  get(identifier: Identifier): Binding | undefined;
}

/** The bindings of one local form. */
export class Scope implements Environment {
  readonly top: TopLevel;
  readonly #table = new Map<Identifier, Binding>();

  constructor(readonly parent: Environment) {
    this.top = parent.top;
  }

  get(identifier: Identifier): Binding | undefined {
    return this.#table.get(identifier);
  }

  has(identifier: Identifier): boolean {
    return this.#table.has(identifier);
  }

  define(identifier: Identifier, binding: Binding): void {
    this.#table.set(identifier, binding);
  }

  bindVariable(identifier: Identifier, variable: Variable): Variable {
    this.#table.set(identifier, { kind: "local", variable });
    return variable;
  }
}

/** What can be imported: names with their bindings. */
export interface ImportSet {
  /** How messages call it. */
  readonly title: string;
  get(name: string): Binding | undefined;
  names(): Iterable<string>;
}

/** The outermost environment of a library, a program or a prompt. */
export class TopLevel implements Environment {
  readonly parent = null;
  readonly top: TopLevel = this;
  readonly #table = new Map<Identifier, Binding>();
  /** Variables that are used and not defined (yet). */
  readonly #free = new Map<string, Global>();
  readonly #imports: ImportSet[] = [];
  #renamed = 0;

  /** Whether nothing can be defined in it. */
  fixed = false;

  /** `prefix`: of the keys of its variables; empty for the core. `interactive`: later imports and definitions replace earlier ones. */
  constructor(readonly prefix: string, readonly interactive: boolean) {}

  get(identifier: Identifier): Binding | undefined {
    const own = this.#table.get(identifier);
    if (own !== undefined || !(identifier instanceof Sym)) return own;
    return this.#imported(identifier.name);
  }

  /** Adds what a program imports. */
  import(set: ImportSet): void {
    this.#imports.push(set);
    if (this.interactive && this.#table.size > 0) { for (const name of set.names()) this.#table.delete(Sym.of(name)); }
  }

  /** Whether the binding of a name comes from outside. */
  isImported(identifier: Identifier): boolean {
    return !this.#table.has(identifier) && this.get(identifier) !== undefined;
  }

  /** Makes a top-level variable, or gives the one that is there. */
  defineVariable(identifier: Identifier): Global {
    this.#checkOpen(identifier);
    const known = this.#table.get(identifier);
    const global = known?.kind === "global"
      ? known
      : identifier instanceof Sym
      ? this.unbound(identifier)
      : this.#renamedGlobal(identifier);
    global.definitions++;
    this.#table.set(identifier, global);
    return global;
  }

  define(identifier: Identifier, binding: Binding): void {
    this.#checkOpen(identifier);
    this.#table.set(identifier, binding);
  }

  #checkOpen(identifier: Identifier): void {
    if (this.fixed) fail(`"${identifier.name}" cannot be defined in this environment`);
  }

  /** The variable an unbound symbol refers to: it may be defined later. */
  unbound(symbol: Sym): Global {
    let global = this.#free.get(symbol.name);
    if (global === undefined) this.#free.set(symbol.name, global = this.#newGlobal(symbol.name));
    return global;
  }

  /** Defines a name of the source text. */
  defineNamed(name: string, binding: Binding): void {
    this.#table.set(Sym.of(name), binding);
  }

  definition(name: string): Binding | undefined {
    return this.#table.get(Sym.of(name));
  }

  /** What is defined here under a name of the source text. */
  *definitions(): Iterable<[name: string, binding: Binding]> {
    for (const [identifier, binding] of this.#table) if (identifier instanceof Sym) yield [identifier.name, binding];
  }

  /** All names that mean something. */
  *names(): Iterable<string> {
    for (const [name] of this.definitions()) yield name;
    for (const set of this.#imports) yield* set.names();
  }

  #newGlobal(name: string): Global {
    if (this.prefix === "") return coreGlobal(name);
    const global = new Global(`${this.prefix}:${name}`, name, this.prefix);
    if (this.interactive) global.assigned = true;
    return global;
  }

  /** A variable whose name a macro chose: no source text can name its cell. */
  #renamedGlobal(identifier: Identifier): Global {
    const global = new Global(`${this.prefix}#${++this.#renamed}:${identifier.name}`, identifier.name, this.prefix);
    if (this.interactive) global.assigned = true;
    return global;
  }

  #imported(name: string): Binding | undefined {
    let found: Binding | undefined, from: ImportSet | undefined;
    for (let i = this.#imports.length - 1; i >= 0; i--) {
      const binding = this.#imports[i].get(name);
      if (binding === undefined) continue;
      if (this.interactive) return binding;
      if (found !== undefined && found !== binding) {
        fail(`"${name}" is imported from ${this.#imports[i].title} and, with another meaning, from ${from!.title}`);
      }
      [found, from] = [binding, this.#imports[i]];
    }
    return found;
  }
}

/** What an identifier means. */
export function resolve(identifier: Identifier, environment: Environment): Binding {
  while (true) {
    const binding = find(identifier, environment);
    if (binding !== undefined) return binding;
    if (identifier instanceof Sym) return environment.top.unbound(identifier);
    ({ of: identifier, environment } = identifier as Alias);
  }
}

function find(identifier: Identifier, environment: Environment): Binding | undefined {
  for (let e: Environment | null = environment; e !== null; e = e.parent) {
    const binding = e.get(identifier);
    if (binding !== undefined) return binding;
  }
  return undefined;
}

/** Whether two identifiers mean the same; unbound ones do when they have the same name. */
export function isSame(a: Identifier, environmentA: Environment, b: Identifier, environmentB: Environment): boolean {
  const x = resolve(a, environmentA), y = resolve(b, environmentB);
  return x === y || (x.kind === "global" && y.kind === "global" && isUnbound(x) && isUnbound(y) && x.name === y.name);
}

function isUnbound(global: Global): boolean {
  return global.definitions === 0 && !global.constant;
}

/** Whether an identifier means the keyword `name` of the language, or is unbound and called so. */
export function isKeyword(identifier: unknown, environment: Environment, name: string): boolean {
  let at = identifier;
  while (at instanceof Sym || at instanceof Alias) {
    const binding = find(at, environment);
    if (binding?.kind === "keyword") return binding.name === name;
    if (binding !== undefined) return binding.kind === "global" && isUnbound(binding) && at.name === name;
    if (at instanceof Sym) return at.name === name;
    ({ of: at, environment } = at);
  }
  return false;
}

export function whereOf(form: Form, fallback: Where): Where {
  return form.source === null ? fallback : form;
}
