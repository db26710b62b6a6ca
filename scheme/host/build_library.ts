/**
 * Compiles `scheme/lib` and runs it in a booted machine, whose heap becomes the image.
 *
 * Input: the library's sources; output: the index of its names (`image.ts`), the same from the same sources. Names that the library refers to and
 * nothing defines are errors of the build. Its code is verified here.
 */

import { compile, InstructionSet, writeCodeFile } from "../compiler/mod.ts";
import { coreGlobal, type Global, lambda, type Where } from "../expander/core.ts";
import type { Alias, Binding, ImportSet } from "../expander/environment.ts";
import { Expander } from "../expander/expander.ts";
import { KEYWORDS } from "../expander/keywords.ts";
import { expandLibrary, type Library, type LibraryHost, readForms } from "../expander/library.ts";
import { fail } from "../expander/syntax.ts";
import { type Datum, Pair, Renamed } from "../reader/datum.ts";
import { Source } from "../reader/source.ts";
import { write } from "../reader/write.ts";
import type { Machine } from "../../toolkit/host/instance.ts";
import { BytecodeVerifier } from "../../toolkit/host/verify_bytecode.ts";
import { verifyCodeFile } from "./code_file.ts";
import { CORE, type ImageIndex, type ImageRow, writeIndex } from "./image.ts";
import { runFile } from "./vm.ts";

const LIB = new URL("../lib/", import.meta.url);

/** Loads the library into a booted machine. Called by `deno task build`. @throws SchemeSyntaxError */
export function finish(machine: Machine): string {
  const { index, codes } = new LibraryBuilder(new InstructionSet(machine.unit), new BytecodeVerifier(machine.unit.instructions)).build();
  for (const [title, bytes] of codes) {
    if (runFile(machine, bytes) !== "fine") throw new Error(`The library ${title} does not load`);
  }
  return writeIndex(index);
}

/** Expands and compiles the library. */
export class LibraryBuilder implements LibraryHost {
  readonly #expander = new Expander(this);
  /** Libraries in the order in which they were finished. */
  readonly #libraries = new Map<string, Library>();
  readonly #rows: Record<string, ImageRow> = {};
  /** Code files by libraries, in the order in which they must run. */
  readonly #codes: [title: string, bytes: Uint8Array][] = [];
  /** Variables of the core that something refers to. */
  readonly #coreNames = new Set<string>();

  constructor(readonly instructions: InstructionSet, readonly verifier: BytecodeVerifier) {}

  build(): { index: ImageIndex; codes: readonly [title: string, bytes: Uint8Array][] } {
    for (const path of sourcesIn("")) {
      // Other files are included by libraries.
      if (!/^(;.*\n|\s)*\(define-library/.test(Deno.readTextFileSync(new URL(path, LIB)))) continue;
      this.library(`(${path.replace(/\.scm$/, "").replaceAll("/", " ")})`, { source: null, at: -1 });
    }
    return { index: { core: [...this.#coreNames].sort().join(" "), libraries: this.#rows }, codes: this.#codes };
  }

  library(name: string, where: Where): ImportSet {
    if (name === CORE && this.#libraries.has(CORE)) return this.#core;
    const known = this.#libraries.get(name);
    if (known !== undefined) return known;
    const path = `${name.slice(1, -1).replaceAll(" ", "/")}.scm`;
    const source = this.#read(path, where);
    const form = readForms(source);
    if (!(form instanceof Pair) || !(form.car instanceof Pair)) fail(`${path} is no library`, where);
    // The core is open to itself: it sees what the virtual machine has.
    const library = expandLibrary(form.car, this.#expander, name === CORE ? "" : undefined, name === CORE ? this.#core : undefined);
    this.#add(library);
    return this.library(name, where);
  }

  hasLibrary(name: string): boolean {
    return this.#libraries.has(name) || sourcesIn("").includes(`${name.slice(1, -1).replaceAll(" ", "/")}.scm`);
  }

  addLibrary(): never {
    throw new Error("A library of the image defines another one");
  }

  require(global: Global): void {
    if (global.home === "") this.#coreNames.add(global.name);
  }

  include(path: string, form: Where): Source {
    const base = form.source!.file.slice("lib/".length);
    return this.#read(base.slice(0, base.lastIndexOf("/") + 1) + path, form);
  }

  #read(path: string, where: Where): Source {
    try {
      return new Source(`lib/${path}`, Deno.readTextFileSync(new URL(path, LIB)));
    } catch {
      fail(`Cannot read scheme/lib/${path}`, where);
    }
  }

  /** What libraries see of the core: whatever they ask for. */
  readonly #core: ImportSet = {
    title: CORE,
    get: (name) => {
      const keyword = KEYWORDS.get(name) ?? this.#libraries.get(CORE)?.top.definition(name);
      if (keyword !== undefined) return keyword;
      return coreGlobal(name);
    },
    names: () => [...KEYWORDS.keys(), ...this.#coreNames],
  };

  #add(library: Library): void {
    const { title, top } = library;
    this.#libraries.set(title, library);
    this.#compile(library);
    const row: ImageRow = {
      core: "",
      own: "",
      others: [],
      variables: "",
      assigned: "",
      macros: {},
      imports: library.imports.map((x) => write(x)),
    };
    const definitions = [...top.definitions()].sort(byName);
    const variables = definitions.filter((row): row is [string, Global] => row[1].kind === "global");
    if (title === CORE) { for (const [name] of variables) this.#coreNames.add(name); }
    row.variables = variables.map(([name]) => name).join(" ");
    row.assigned = variables.filter(([, global]) => !global.isConstant).map(([name]) => name).join(" ");
    for (const [name, binding] of definitions) if (binding.kind === "macro") row.macros[name] = macroText(binding.spec, name);
    const core: string[] = [], own: string[] = [];
    for (const [name, binding] of [...library.exports].sort(byName)) {
      if (binding === top.definition(name)) own.push(name);
      else if (binding === this.#core.get(name)) {
        core.push(name);
        if (binding.kind === "global") this.#coreNames.add(name);
      } else row.others.push([name, ...this.#whereFrom(binding, name)]);
    }
    row.core = core.join(" ");
    row.own = own.join(" ");
    this.#rows[title] = row;
  }

  /** The library and name under which a binding is found. */
  #whereFrom(binding: Binding, name: string): [library: string, internal: string] {
    if (binding.kind === "keyword") return [CORE, binding.name];
    if (binding.kind === "global" && binding.home === "") {
      this.#coreNames.add(binding.name);
      return [CORE, binding.name];
    }
    for (const [title, { top }] of this.#libraries) {
      for (const [internal, found] of top.definitions()) if (found === binding) return [title, internal];
    }
    throw new Error(`Nobody knows where ${name} comes from`);
  }

  #compile({ title, body, form }: Library): void {
    if (body.kind === "constant") return;
    const bytes = writeCodeFile(compile(lambda(null, [], body, form), this.instructions));
    verifyCodeFile(bytes, this.verifier);
    this.#codes.push([title, bytes]);
  }
}

function byName([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The definition of a macro as text. */
function macroText(spec: Datum, name: string): string {
  const work = [spec];
  for (let x = work.pop(); x !== undefined; x = work.pop()) {
    if (x instanceof Renamed) throw new Error(`The macro ${name} of the image was made by another one (${(x as Alias).name})`);
    if (x instanceof Pair) work.push(x.car, x.cdr);
    else if (Array.isArray(x)) work.push(...x);
  }
  return write(spec);
}

/** Paths of the libraries' sources below a folder. The other files are included by them. */
function sourcesIn(folder: string): string[] {
  const found: string[] = [];
  for (const entry of Deno.readDirSync(new URL(folder, LIB))) {
    const path = folder + entry.name;
    if (entry.isDirectory) found.push(...sourcesIn(`${path}/`));
    else if (/^\(define-library/m.test(Deno.readTextFileSync(new URL(path, LIB)))) found.push(path);
  }
  return found.sort();
}
