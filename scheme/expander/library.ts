/**
 * Libraries and import sets (R7RS 5.2, 5.6).
 *
 * Input: a `define-library` form; output: a `Library`: what it exports and the core forms of its body. Import sets are views: nothing is copied when
 * something is imported.
 */

import { type Datum, isIdentifier, listItems, NIL, Pair, Sym } from "../reader/datum.ts";
import { readAll } from "../reader/reader.ts";
import type { Source } from "../reader/source.ts";
import { write } from "../reader/write.ts";
import { type Item, scanBody } from "./body.ts";
import { chosenClause, includedForms } from "./inclusion.ts";
import { constant, type Core, type Global, localRef, sequence, Variable, type Where } from "./core.ts";
import { type Binding, type ImportSet, resolve, TopLevel } from "./environment.ts";
import type { Expander } from "./expander.ts";
import { baseSymbol, cellAt, fail, malformed, nearest, operands, strip } from "./syntax.ts";
import { UNSPECIFIED } from "../reader/datum.ts";

/** What the expander needs of its surroundings. */
export interface LibraryHost {
  /** The library of this printed name. @throws SchemeSyntaxError when there is none */
  library(name: string, where: Where): ImportSet;
  hasLibrary(name: string): boolean;
  /** Takes a library that a program defines. */
  addLibrary(library: Library): void;
  /** Says that code refers to a variable: what defines it must be loaded before. */
  require(global: Global): void;
  /** The text of an included file. @throws SchemeSyntaxError when it cannot be read */
  include(path: string, form: Where): Source;
}

/** A library that was expanded. */
export class Library implements ImportSet {
  constructor(
    readonly title: string,
    readonly top: TopLevel,
    readonly exports: ReadonlyMap<string, Binding>,
    /** What runs when it is loaded. */
    readonly body: Core,
    /** What it imports, as written. */
    readonly imports: readonly Datum[],
    readonly form: Pair,
  ) {}

  get(name: string): Binding | undefined {
    return this.exports.get(name);
  }

  names(): Iterable<string> {
    return this.exports.keys();
  }
}

// ── Import sets ──────────────────────────────────────────────────────────────────────────────────────────────────────

const IMPORT_SHAPE = "(import IMPORT-SET …)";

/** What an `import` form imports. */
export function importSets(form: Pair, host: LibraryHost): ImportSet[] {
  return operands(form, IMPORT_SHAPE, 0).map((x, i) =>
    importSet(x, host, x instanceof Pair && x.source !== null ? x : cellAt(form, i + 1))
  );
}

/** One import set. @throws SchemeSyntaxError */
export function importSet(x: Datum, host: LibraryHost, where: Where): ImportSet {
  const items = listItems(x);
  if (items === null || items.length === 0) fail("Malformed import set", where, x);
  const [head, inner] = items;
  if (!isIdentifier(head) || listItems(inner ?? NIL) === null || inner === undefined || inner === NIL) {
    return host.library(libraryName(x, where), where);
  }
  const names = items.slice(2);
  const nameOf = (y: Datum) => isIdentifier(y) ? baseSymbol(y).name : fail("Malformed import set", where, x);
  switch (baseSymbol(head).name) {
    case "only":
      return only(importSet(inner, host, where), names.map(nameOf), where);
    case "except":
      return except(importSet(inner, host, where), names.map(nameOf), where);
    case "prefix":
      if (names.length !== 1) break;
      return prefixed(importSet(inner, host, where), nameOf(names[0]));
    case "rename": {
      const pairs = names.map((y): [string, string] => {
        const parts = listItems(y);
        return parts?.length === 2 ? [nameOf(parts[0]), nameOf(parts[1])] : fail("Malformed import set", where, x);
      });
      return renamed(importSet(inner, host, where), pairs, where);
    }
  }
  fail("Malformed import set", where, x);
}

/** The printed name of a library. */
export function libraryName(x: Datum, where: Where): string {
  const parts = listItems(x);
  const isPart = (part: Datum) => isIdentifier(part) || (typeof part === "bigint" && part >= 0n);
  if (parts === null || parts.length === 0 || !parts.every(isPart)) {
    fail("The name of a library is a list of identifiers and numbers", where, x);
  }
  return write(strip(x));
}

function check(set: ImportSet, name: string, where: Where): void {
  if (set.get(name) !== undefined) return;
  const similar = nearest(name, set.names());
  fail(`${set.title} exports no "${name}"${similar === null ? "" : `; did you mean "${similar}"?`}`, where);
}

function only(set: ImportSet, names: readonly string[], where: Where): ImportSet {
  for (const name of names) check(set, name, where);
  const wanted = new Set(names);
  return { title: set.title, get: (name) => wanted.has(name) ? set.get(name) : undefined, names: () => wanted };
}

function except(set: ImportSet, names: readonly string[], where: Where): ImportSet {
  for (const name of names) check(set, name, where);
  const unwanted = new Set(names);
  return {
    title: set.title,
    get: (name) => unwanted.has(name) ? undefined : set.get(name),
    *names() {
      for (const name of set.names()) if (!unwanted.has(name)) yield name;
    },
  };
}

function prefixed(set: ImportSet, prefix: string): ImportSet {
  return {
    title: set.title,
    get: (name) => name.startsWith(prefix) ? set.get(name.slice(prefix.length)) : undefined,
    *names() {
      for (const name of set.names()) yield prefix + name;
    },
  };
}

function renamed(set: ImportSet, pairs: readonly [string, string][], where: Where): ImportSet {
  for (const [from] of pairs) check(set, from, where);
  const to = new Map(pairs), from = new Map(pairs.map(([a, b]) => [b, a]));
  return {
    title: set.title,
    get(name) {
      const original = from.get(name);
      if (original !== undefined) return set.get(original);
      return to.has(name) ? undefined : set.get(name);
    },
    *names() {
      for (const name of set.names()) yield to.get(name) ?? name;
    },
  };
}

// ── Bodies at the top level ──────────────────────────────────────────────────────────────────────────────────────────

/** Scans forms at the top level of a library, a program or a prompt. */
export function scanTopLevel(expander: Expander, forms: Datum, top: TopLevel): Item[] {
  return scanBody(expander, forms, null, {
    environment: top,
    defineVariable(identifier) {
      const global = top.defineVariable(identifier);
      return { ref: (where) => ({ kind: "global", global, where }), variable: null, global };
    },
    defineSyntax: (identifier, binding) => top.define(identifier, binding),
    special(name, form) {
      if (name === "import") { for (const set of importSets(form, expander.host)) top.import(set); }
      else if (name === "define-library") expander.host.addLibrary(expandLibrary(form, expander));
      else return false;
      return true;
    },
  });
}

/** The core form of scanned items: definitions of globals, expressions; its value is that of the last one. */
export function topLevelBody(items: readonly Item[]): Core {
  if (items.length === 0) return constant(UNSPECIFIED);
  return sequence(items.map(({ targets, rest, value, where }): Core => {
    if (targets === null) return value();
    if (targets.length === 1 && !rest) return { kind: "define-global", global: targets[0].global!, value: value(), where };
    const variables = targets.map(({ global }) => new Variable(global!.name));
    const definitions = targets.map(({ global }, i): Core => ({
      kind: "define-global",
      global: global!,
      value: localRef(variables[i]),
      where,
    }));
    return { kind: "receive", variables, rest, value: value(), body: sequence([...definitions, constant(UNSPECIFIED)]), where };
  }));
}

// ── define-library ───────────────────────────────────────────────────────────────────────────────────────────────────

const LIBRARY_SHAPE = "(define-library NAME DECLARATION …)";

/** Expands a library. `prefix`: of the keys of its variables, if not its name. `seen`: what it sees besides what it imports. */
export function expandLibrary(form: Pair, expander: Expander, prefix?: string, seen?: ImportSet): Library {
  const [nameForm] = operands(form, LIBRARY_SHAPE, 1);
  const name = libraryName(nameForm, cellAt(form, 1));
  const top = new TopLevel(prefix ?? name, false);
  if (seen !== undefined) top.import(seen);
  const declarations = new Declarations(expander, top);
  declarations.take((form.cdr as Pair).cdr, form);
  const items = declarations.bodies.flatMap((forms) => scanTopLevel(expander, forms, top));
  const exports = new Map<string, Binding>();
  for (const { internal, external, where } of declarations.exports) {
    if (exports.has(external)) fail(`${name} exports "${external}" twice`, where);
    exports.set(external, exported(internal, top, name, where));
  }
  return new Library(name, top, exports, topLevelBody(items), declarations.imports, form);
}

function exported(internal: string, top: TopLevel, library: string, where: Where): Binding {
  const binding = resolve(Sym.of(internal), top);
  if (binding.kind === "global" && binding.definitions === 0 && !binding.constant && !top.isImported(Sym.of(internal))) {
    const similar = nearest(internal, top.names());
    fail(`${library} exports "${internal}", which it does not define${similar === null ? "" : `; did you mean "${similar}"?`}`, where);
  }
  return binding;
}

/** Collects the declarations of a library. */
class Declarations {
  readonly exports: { internal: string; external: string; where: Where }[] = [];
  readonly imports: Datum[] = [];
  readonly bodies: Datum[] = [];

  constructor(readonly expander: Expander, readonly top: TopLevel) {}

  take(list: Datum, form: Pair): void {
    const items = listItems(list) ?? malformed(form, LIBRARY_SHAPE);
    for (const declaration of items) {
      if (!(declaration instanceof Pair) || !isIdentifier(declaration.car)) fail("A library consists of declarations", form, declaration);
      this.#declaration(declaration, baseSymbol(declaration.car).name);
    }
  }

  #declaration(form: Pair, keyword: string): void {
    const { expander, top } = this;
    switch (keyword) {
      case "export":
        for (const spec of operands(form, "(export NAME …)", 0)) this.exports.push({ ...exportSpec(spec, form), where: form });
        return;
      case "import":
        this.imports.push(...operands(form, IMPORT_SHAPE, 0));
        for (const set of importSets(form, expander.host)) top.import(set);
        return;
      case "begin":
        this.bodies.push(form.cdr);
        return;
      case "include":
      case "include-ci":
        this.bodies.push(...includedForms(form, expander, keyword === "include-ci"));
        return;
      case "include-library-declarations":
        for (const declarations of includedForms(form, expander, false)) this.take(declarations, form);
        return;
      case "cond-expand":
        return this.take(chosenClause(form, null, expander), form);
      default:
        fail(`"${keyword}" is no declaration of a library; expected export, import, begin, include or cond-expand`, form);
    }
  }
}

function exportSpec(spec: Datum, form: Pair): { internal: string; external: string } {
  if (isIdentifier(spec)) return { internal: spec.name, external: spec.name };
  const parts = listItems(spec);
  if (parts?.length === 3 && parts.every(isIdentifier) && baseSymbol(parts[0] as Sym).name === "rename") {
    return { internal: (parts[1] as Sym).name, external: (parts[2] as Sym).name };
  }
  fail("An export is a NAME or (rename NAME NAME)", form, spec);
}

/** The forms of a source text as one list. */
export function readForms(source: Source): Datum {
  const data = readAll(source);
  let forms: Datum = NIL;
  for (let i = data.length - 1; i >= 0; i--) forms = new Pair(data[i].datum, forms, source, data[i].at);
  return forms;
}
