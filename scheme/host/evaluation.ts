/**
 * `read`, `eval` and procedures of the host, as the core asks for them (`scheme/vm/evaluation.ts`).
 *
 * Input: text from the guest; output: files that it takes one after the other. Invariant: handles in a text live until the
 * next text comes; those of arguments belong to the function of the host.
 */

import { writeDatumFile } from "../compiler/mod.ts";
import { NOWHERE } from "../expander/core.ts";
import { TopLevel } from "../expander/environment.ts";
import { importSet } from "../expander/library.ts";
import { type Datum, EOF, listItems, Opaque } from "../reader/datum.ts";
import { syntaxErrorOf } from "../reader/source.ts";
import { Reader, Source } from "../reader/reader.ts";
import type { Machine } from "../../toolkit/host/instance.ts";
import { decodeUtf8, encodeUtf8 } from "../../toolkit/bytes/utf8.ts";
import type { BytecodeVerifier } from "../../toolkit/host/verify_bytecode.ts";
import { problemOf } from "./code_file.ts";
import type { Libraries } from "./libraries.ts";

const INCOMPLETE = -1, FAILED = -2;
const TEXT_ENDS = 1, FOLD_CASE = 2;

/** A function of the host: takes and gives data. */
export type HostFunction = (args: Datum[]) => Datum;

export class Evaluation {
  /** Files that the guest has not taken yet. */
  #files: Uint8Array[] = [];
  /** Environments by their numbers, from 1. */
  readonly #environments: (TopLevel | undefined)[] = [undefined];
  /** Handles in the last text. */
  #handles: number[] = [];
  /** The functions of the host that the guest calls, by their numbers. */
  functionOf: (handle: number) => HostFunction = () => {
    throw new Error("The host has no such procedure");
  };

  /** `interaction`: the environment with number 0. `fail` tells the guest why something did not work. */
  constructor(
    readonly libraries: Libraries,
    readonly verifier: BytecodeVerifier,
    readonly interaction: () => TopLevel,
    readonly machine: () => Machine,
    readonly fail: (reason: string) => void,
  ) {}

  /** The next datum of a text: how many bytes it takes. */
  parse(bytes: Uint8Array, flags: number): number {
    const text = decodeUtf8(bytes);
    const ends = (flags & TEXT_ENDS) !== 0;
    const reader = new Reader(new Source("", text));
    reader.foldCase = (flags & FOLD_CASE) !== 0;
    try {
      const datum = reader.read();
      // A token at the very end may go on.
      if (!ends && (datum === EOF || (reader.offset === text.length && !/[)\]"|]$/.test(text)))) return INCOMPLETE;
      this.#files = [writeDatumFile(datum)];
      return encodeUtf8(text.slice(0, reader.offset)).length;
    } catch (error) {
      const { incomplete, reason } = syntaxErrorOf(error);
      if (incomplete && !ends) return INCOMPLETE;
      this.fail(reason);
      return FAILED;
    }
  }

  /** Compiles an expression for an environment: the number of files. */
  compile(text: string, environment: number): number {
    const top = this.#environments[environment] ?? this.interaction();
    return this.#withData(text, ([datum]) => {
      const files = this.libraries.form(datum, top, NOWHERE);
      for (const { bytes } of files) {
        const problem = problemOf(bytes, this.verifier);
        if (problem === null) continue;
        this.fail(problem);
        return FAILED;
      }
      this.#files = files.map(({ bytes }) => bytes);
      return files.length;
    });
  }

  /** Makes an environment with what a list of import sets imports: its number. */
  importSets(text: string): number {
    return this.#withData(text, ([sets]) => {
      const top = new TopLevel(`environment-${this.#environments.length}`, true);
      for (const set of listItems(sets) ?? []) top.import(importSet(set, this.libraries, NOWHERE));
      top.fixed = true;
      return this.#environments.push(top) - 1;
    });
  }

  /** Calls a function of the host, which takes over the handles of its arguments. */
  call(handle: number, text: string): number {
    const [args] = readTransfer(text).data;
    try {
      const result = this.functionOf(handle)(listItems(args)!);
      this.#files = [writeDatumFile(result)];
      return 0;
    } catch (error) {
      this.fail(error instanceof Error ? error.message : String(error));
      return FAILED;
    }
  }

  fileBytes(): number {
    return this.#files[0].length;
  }

  takeFile(address: number): void {
    this.machine().views.bytes.set(this.#files.shift()!, address);
  }

  /** Does something with the data of a text from the guest; what goes wrong is told to it. */
  #withData(text: string, action: (data: Datum[]) => number): number {
    this.#release();
    const { data, handles } = readTransfer(text);
    this.#handles = handles;
    try {
      return action(data);
    } catch (error) {
      this.fail(syntaxErrorOf(error).reason);
      return FAILED;
    }
  }

  /** Frees the handles of the last text, which the guest has taken back by now. */
  #release(): void {
    for (const handle of this.#handles.splice(0)) this.machine().heap.freeHandle(handle);
  }
}

/** Reads what the guest wrote for the host: data, and the handles in them. */
export function readTransfer(text: string): { data: Datum[]; handles: number[] } {
  const handles: number[] = [];
  const reader = new Reader(new Source("", text));
  reader.object = (handle) => {
    handles.push(handle);
    return new Opaque(handle);
  };
  const data: Datum[] = [];
  for (let datum = reader.read(); datum !== EOF; datum = reader.read()) data.push(datum);
  return { data, handles };
}
