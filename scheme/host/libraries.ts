/**
 * Finds libraries and compiles programs: the compiler's front, without a virtual machine.
 *
 * Input: source text; output: code files in the order in which they must run. Libraries come from the image, from files (`(a b)` is `a/b.sld` or
 * `a/b.scm` in one of the folders), or from `define-library` forms of programs.
 */

import { compile, type InstructionSet, writeCodeFile } from "../compiler/mod.ts";
import { type Core, type Global, lambda, NOWHERE, type Where } from "../expander/core.ts";
import { type ImportSet, TopLevel } from "../expander/environment.ts";
import { Expander } from "../expander/expander.ts";
import { expandLibrary, type Library, type LibraryHost, readForms, scanTopLevel, topLevelBody } from "../expander/library.ts";
import { fail } from "../expander/syntax.ts";
import { type Datum, NIL, Pair, Sym } from "../reader/datum.ts";
import { Source } from "../reader/source.ts";
import { write } from "../reader/write.ts";
import { FileError, type Files } from "../../toolkit/host/capabilities.ts";
import { decodeFile } from "../../toolkit/bytes/utf8.ts";
import { CORE, type Image } from "./image.ts";

/** A code file that has to run. */
export interface CodeFile {
  /** What it is, for messages: a library's or a file's name. */
  readonly title: string;
  readonly bytes: Uint8Array;
  /** Whether it has loops or procedures: without any, nothing in it is worth compiling further. */
  readonly mayGetHot: boolean;
}

/** Libraries that a prompt, `eval` and programs without `import` start with. */
const STANDARD = [
  "base",
  "case-lambda",
  "char",
  "complex",
  "cxr",
  "eval",
  "file",
  "inexact",
  "lazy",
  "load",
  "process-context",
  "read",
  "repl",
  "time",
  "write",
].map((name) => `(scheme ${name})`);

export class Libraries implements LibraryHost {
  readonly expander: Expander = new Expander(this);
  readonly #known = new Map<string, ImportSet>();
  /** Libraries whose expansion has begun. */
  readonly #open = new Set<string>();
  #pending: CodeFile[] = [];
  /** Whether what is being compiled refers to procedures of the image, which may have loops. */
  #usesImage = false;
  #programs = 0;

  /** `folders`: where libraries are looked for. */
  constructor(readonly image: Image, readonly instructions: InstructionSet, readonly files: Files, readonly folders: readonly string[]) {}

  // ── Programs ─────────────────────────────────────────────────────────────────────────────────────────────────────

  /** Compiles a program with what it imports. @throws SchemeSyntaxError */
  program(source: Source, top = this.programEnvironment()): CodeFile[] {
    return this.finish(this.expand(source, top), { source, at: 0 }, source.file);
  }

  /** Each program has variables of its own: code takes those that are defined once for constants. */
  programEnvironment(): TopLevel {
    this.#programs++;
    return new TopLevel(this.#programs === 1 ? "program" : `program${this.#programs}`, false);
  }

  /** Expands a program. @throws SchemeSyntaxError */
  expand(source: Source, top = this.programEnvironment()): Core {
    this.expander.begin();
    const forms = readForms(source);
    if (!startsWithImport(forms)) this.importStandard(top);
    return topLevelBody(scanTopLevel(this.expander, forms, top));
  }

  /** Compiles one form for an environment that goes on. @throws SchemeSyntaxError */
  form(datum: Datum, top: TopLevel, where: Where): CodeFile[] {
    this.expander.begin();
    const cell = new Pair(datum, NIL, where.source, where.at);
    return this.finish(topLevelBody(scanTopLevel(this.expander, cell, top)), where, where.source?.file ?? "");
  }

  /** The code files that wait to run, and last the one of `body`. */
  finish(body: Core, where: Where, title: string): CodeFile[] {
    const files = [...this.#pending, this.#compile(body, where, title)];
    this.#pending = [];
    return files;
  }

  #compile(body: Core, where: Where, title: string): CodeFile {
    const code = compile(lambda(null, [], body, where), this.instructions);
    const mayGetHot = this.#usesImage || code.sites.length > 0 || code.constants.some(({ kind }) => kind === "code" || kind === "closure");
    return { title, bytes: writeCodeFile(code), mayGetHot };
  }

  /** A new environment of a prompt. */
  interaction(): TopLevel {
    const top = new TopLevel("user", true);
    this.importStandard(top);
    return top;
  }

  importStandard(top: TopLevel): void {
    for (const name of STANDARD) if (this.hasLibrary(name)) top.import(this.library(name, NOWHERE));
  }

  // ── For the expander ─────────────────────────────────────────────────────────────────────────────────────────────

  library(name: string, where: Where): ImportSet {
    const known = this.#known.get(name) ?? this.image.library(name, this);
    if (known !== undefined) return known;
    if (this.#open.has(name)) fail(`The library ${name} imports itself`, where);
    const source = this.#find(name);
    if (source === null) fail(`There is no library ${name}`, where);
    for (let forms = readForms(source); forms instanceof Pair; forms = forms.cdr) {
      const form = forms.car;
      if (!isLibraryForm(form) || write((form.cdr as Pair).car) !== name) continue;
      this.#open.add(name);
      try {
        this.addLibrary(expandLibrary(form, this.expander));
      } finally {
        this.#open.delete(name);
      }
      return this.#known.get(name)!;
    }
    fail(`${source.file} does not define the library ${name}`, where);
  }

  hasLibrary(name: string): boolean {
    return this.#known.has(name) || this.image.has(name) || this.#find(name) !== null;
  }

  addLibrary(library: Library): void {
    this.#known.set(library.title, library);
    this.#pending.push(this.#compile(library.body, library.form, library.title));
  }

  require({ home }: Global): void {
    this.#usesImage ||= home !== "" && home !== CORE && this.image.has(home);
  }

  include(path: string, form: Where): Source {
    const base = form.source?.file ?? "";
    const folder = base.includes("/") ? base.slice(0, base.lastIndexOf("/") + 1) : "";
    return this.#read(path.startsWith("/") ? path : folder + path, form);
  }

  #read(path: string, where: Where): Source {
    try {
      return new Source(path, decodeFile(this.files.read(path)));
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      fail(`Cannot read "${path}": ${error.message}`, where);
    }
  }

  #find(name: string): Source | null {
    const parts = name.slice(1, -1).split(" ");
    if (parts.some((part) => part.includes("/") || part === "..")) return null;
    for (const folder of this.folders) {
      for (const extension of ["sld", "scm"]) {
        const path = `${folder === "" ? "" : folder + "/"}${parts.join("/")}.${extension}`;
        if (this.files.kind(path) === "file") return this.#read(path, NOWHERE);
      }
    }
    return null;
  }
}

function startsWithImport(forms: Datum): boolean {
  for (; forms instanceof Pair && isLibraryForm(forms.car); forms = forms.cdr);
  return forms instanceof Pair && forms.car instanceof Pair && forms.car.car === Sym.of("import");
}

function isLibraryForm(form: Datum): form is Pair {
  return form instanceof Pair && form.car === Sym.of("define-library") && form.cdr instanceof Pair;
}
