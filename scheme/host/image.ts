/**
 * The boot image: the library, compiled at build time.
 *
 *     file  := wasmHeader 0 v:sectionBytes "\x05image" image      a module with one custom section
 *     image := u32:indexBytes index code*                          index: JSON, an `ImageIndex`; code: code files, at offsets behind the index
 *
 * Invariant: opening it decodes the index alone; a library's bindings are made when they are looked up, its code is loaded when a program refers to
 * one of its variables.
 */

import { ByteWriter } from "../../toolkit/bytecode/byte_writer.ts";
import { coreGlobal, Global, NOWHERE } from "../expander/core.ts";
import { type Binding, type ImportSet, TopLevel } from "../expander/environment.ts";
import { KEYWORDS } from "../expander/keywords.ts";
import { importSet, type LibraryHost } from "../expander/library.ts";
import { syntaxRules } from "../expander/syntax_rules.ts";
import type { Pair } from "../reader/datum.ts";
import { Reader, Source } from "../reader/reader.ts";

export const CORE = "(core)";
const WASM_HEADER = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];
const SECTION_NAME = "image";
const INDEX_AT = 4;

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
  /** Libraries whose variables its code refers to. */
  requires: string[];
  /** Where its code file is, and how long; length 0: it has none. */
  code: [offset: number, sizeBytes: number];
}

export interface ImageIndex {
  /** All names of the core, without keywords. */
  core: string;
  libraries: Record<string, ImageRow>;
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

/** The image of the library. */
export class Image {
  readonly #index: ImageIndex;
  readonly #codeStart: number;
  readonly #coreNames: Names;
  readonly #libraries = new Map<string, ImageLibrary>();

  constructor(readonly bytes: Uint8Array<ArrayBuffer>) {
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    this.#codeStart = INDEX_AT + view.getUint32(0, true);
    this.#index = JSON.parse(new TextDecoder().decode(bytes.subarray(INDEX_AT, this.#codeStart)));
    this.#coreNames = new Names(this.#index.core);
  }

  /** Names of all libraries. */
  names(): string[] {
    return Object.keys(this.#index.libraries);
  }

  has(name: string): boolean {
    return name === CORE || Object.hasOwn(this.#index.libraries, name);
  }

  /** A library by its printed name; undefined when the image has none. */
  library(name: string, host: LibraryHost): ImportSet | undefined {
    if (name === CORE) return this.core;
    let library = this.#libraries.get(name);
    if (library === undefined) {
      const row = Object.hasOwn(this.#index.libraries, name) ? this.#index.libraries[name] : undefined;
      if (row === undefined) return undefined;
      this.#libraries.set(name, library = new ImageLibrary(name, row, this.core, host));
    }
    return library;
  }

  /** The code file of a library; null when it has none. */
  code(name: string): Uint8Array | null {
    const [offset, sizeBytes] = this.#index.libraries[name].code;
    return sizeBytes === 0 ? null : this.bytes.subarray(this.#codeStart + offset, this.#codeStart + offset + sizeBytes);
  }

  requires(name: string): readonly string[] {
    return this.#index.libraries[name].requires;
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

/** The image in the bytes of its file. */
export function imageInFile(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  // Behind the header and the section's number are its size, a LEB128 number, and its name.
  let at = WASM_HEADER.length + 1;
  while (bytes[at++] >= 0x80);
  return bytes.subarray(at + 1 + SECTION_NAME.length);
}

/** The bytes of an image's file. */
export function writeImage(index: ImageIndex, codes: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const section = new ByteWriter();
  const encoder = new TextEncoder();
  section.u8(SECTION_NAME.length);
  section.append(encoder.encode(SECTION_NAME));
  const head = encoder.encode(JSON.stringify(index));
  section.i32(head.length);
  section.append(head);
  for (const code of codes) section.append(code);
  const file = new ByteWriter();
  file.append(Uint8Array.from(WASM_HEADER));
  file.u8(0);
  file.v(section.length);
  file.append(section.finish());
  return file.finish();
}
