/**
 * The library in the image of the heap: loaded at build time, all of its variables have their values.
 *
 * Input: the index that the build has left in the description of the unit (`build_library.ts`). Invariant: a library's bindings are made
 * when they are looked up.
 */

import { coreGlobal, Global, NOWHERE } from "../expander/core.ts";
import { type Binding, type ImportSet, TopLevel } from "../expander/environment.ts";
import { KEYWORDS } from "../expander/keywords.ts";
import { importSet, type LibraryHost } from "../expander/library.ts";
import { syntaxRules } from "../expander/syntax_rules.ts";
import type { Pair } from "../reader/datum.ts";
import { Reader, Source } from "../reader/reader.ts";

export const CORE = "(core)";

/** What the image knows of a library. Lists of names are texts with spaces between. */
export interface ImageRow {
  /** Exported: bindings of the core of the same name. */
  core: string;
  /** Exported: definitions of its own. */
  own: string;
  /** Exported: the rest. */
  others: [external: string, library: string, internal: string][];
  /** Its variables. */
  variables: string;
  /** Those that are assigned. */
  assigned: string;
  /** Its macros: `(syntax-rules …)` forms as text. */
  macros: Record<string, string>;
  /** What it imports, as text: what its macros refer to. */
  imports: string[];
}

export interface ImageIndex {
  /** All names of the core, without keywords. */
  core: string;
  libraries: Record<string, ImageRow>;
}

/**
 * The index as it stands there: a line with the names of the core, then one for each library with its name, a tab, its row as JSON. The
 * core has no row: all of its names are bindings of their own.
 */
export function writeIndex({ core, libraries }: ImageIndex): string {
  const rows = Object.entries(libraries).filter(([name]) => name !== CORE).map(([name, row]) => `${name}\t${JSON.stringify(row)}\n`);
  return `${CORE}\t${core}\n${rows.join("")}`;
}

/** A set of names, as text: most are never looked up. */
class Names {
  readonly #text: string;

  constructor(text: string) {
    this.#text = ` ${text} `;
  }

  has(name: string): boolean {
    return name !== "" && !name.includes(" ") && this.#text.includes(` ${name} `);
  }

  all(): string[] {
    return this.#text.trim().split(" ").filter((name) => name !== "");
  }
}

/** The libraries of the image. */
export class Image {
  /** What is behind a name in its line of the index. */
  readonly #lines = new Map<string, string>();
  readonly #coreNames: Names;
  readonly #libraries = new Map<string, ImageLibrary>();

  /** `index`: as `writeIndex` gives it. */
  constructor(index: string) {
    for (let at = 0; at < index.length;) {
      const tab = index.indexOf("\t", at), end = index.indexOf("\n", tab);
      this.#lines.set(index.slice(at, tab), index.slice(tab + 1, end));
      at = end + 1;
    }
    this.#coreNames = new Names(this.#lines.get(CORE)!);
  }

  /** Names of all libraries. */
  names(): string[] {
    return [...this.#lines.keys()].filter((name) => name !== CORE);
  }

  has(name: string): boolean {
    return this.#lines.has(name);
  }

  /** A library by its printed name; undefined when the image has none. */
  library(name: string, host: LibraryHost): ImportSet | undefined {
    if (name === CORE) return this.core;
    let library = this.#libraries.get(name);
    if (library === undefined) {
      const line = this.#lines.get(name);
      if (line === undefined) return undefined;
      this.#libraries.set(name, library = new ImageLibrary(name, JSON.parse(line), this.core, host));
    }
    return library;
  }

  /** The library `(core)`. */
  readonly core: ImportSet = {
    title: CORE,
    get: (name) => KEYWORDS.get(name) ?? (this.#coreNames.has(name) ? coreGlobal(name) : undefined),
    names: () => [...KEYWORDS.keys(), ...this.#coreNames.all()],
  };
}

class ImageLibrary implements ImportSet {
  readonly #core: Names;
  readonly #own: Names;
  readonly #known = new Map<string, Binding | undefined>();
  #top: TopLevel | null = null;

  constructor(readonly title: string, readonly row: ImageRow, readonly core: ImportSet, readonly host: LibraryHost) {
    this.#core = new Names(row.core);
    this.#own = new Names(row.own);
  }

  names(): Iterable<string> {
    return [...this.#core.all(), ...this.#own.all(), ...this.row.others.map(([external]) => external)];
  }

  get(name: string): Binding | undefined {
    if (!this.#known.has(name)) this.#known.set(name, this.#find(name));
    return this.#known.get(name);
  }

  #find(name: string): Binding | undefined {
    if (this.#core.has(name)) return this.core.get(name);
    if (this.#own.has(name)) return this.#environment().definition(name);
    const other = this.row.others.find(([external]) => external === name);
    return other === undefined ? undefined : this.host.library(other[1], NOWHERE).get(other[2]);
  }

  /** The library's environment, in which its macros mean what they mean. */
  #environment(): TopLevel {
    if (this.#top !== null) return this.#top;
    const { row, title } = this;
    const top = this.#top = new TopLevel(title, false);
    for (const text of row.imports) top.import(importSet(new Reader(new Source(title, text)).read(), this.host, NOWHERE));
    const assigned = new Names(row.assigned);
    for (const name of new Names(row.variables).all()) {
      const global = new Global(`${title}:${name}`, name, title);
      global.constant = !assigned.has(name);
      top.defineNamed(name, global);
    }
    for (const [name, text] of Object.entries(row.macros)) {
      top.defineNamed(name, syntaxRules(new Reader(new Source(title, text)).read() as Pair, top));
    }
    return top;
  }
}
