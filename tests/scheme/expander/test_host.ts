/** Expands texts without an image: the core is open, libraries come from a table. */

import { coreGlobal, type Where } from "../../../scheme/expander/core.ts";
import { type ImportSet, TopLevel } from "../../../scheme/expander/environment.ts";
import { Expander } from "../../../scheme/expander/expander.ts";
import { KEYWORDS } from "../../../scheme/expander/keywords.ts";
import { type Library, type LibraryHost, readForms, scanTopLevel, topLevelBody } from "../../../scheme/expander/library.ts";
import { fail } from "../../../scheme/expander/syntax.ts";
import type { Core } from "../../../scheme/expander/core.ts";
import { Source } from "../../../scheme/reader/source.ts";

/** Names of the core that programs see without an import. */
const NAMES =
  "+ - * / = < > <= >= car cdr cons list vector vector-ref not eq? eqv? null? pair? display values call-with-values call/cc apply";

export class TestHost implements LibraryHost {
  readonly expander = new Expander(this);
  readonly #libraries = new Map<string, Library>();

  /** `files`: what can be included. */
  constructor(readonly files: Record<string, string> = {}) {}

  /** The core form of a program that sees the core without an import. */
  expand(text: string, name = "t.scm"): Core {
    const top = new TopLevel("program", false);
    top.import(this.#core);
    return topLevelBody(scanTopLevel(this.expander, readForms(new Source(name, text)), top));
  }

  library(name: string, where: Where): ImportSet {
    if (name === "(core)") return this.#core;
    return this.#libraries.get(name) ?? fail(`There is no library ${name}`, where);
  }

  hasLibrary(name: string): boolean {
    return name === "(core)" || this.#libraries.has(name);
  }

  addLibrary(library: Library): void {
    this.#libraries.set(library.title, library);
  }

  require(): void {}

  include(path: string, form: Where): Source {
    if (!(path in this.files)) fail(`Cannot read "${path}"`, form);
    return new Source(path, this.files[path]);
  }

  readonly #core: ImportSet = {
    title: "(core)",
    get: (name) => KEYWORDS.get(name) ?? (NAMES.split(" ").includes(name) ? coreGlobal(name) : undefined),
    names: () => [...KEYWORDS.keys(), ...NAMES.split(" ")],
  };
}
