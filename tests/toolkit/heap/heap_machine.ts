/**
 * A heap without a language, for tests: drives the functions of the heap unit, compiled to wasm or in the evaluator, and
 * plays the mutator from JavaScript, with layouts of its own and the write barrier written out.
 */

import { assemble } from "../../../toolkit/back/assemble.ts";
import { Evaluator } from "../../../toolkit/machine/evaluate.ts";
import { compileUnit } from "../../../toolkit/front/mod.ts";
import { readSource } from "../../../toolkit/build.ts";
import { CONTROL, EXCHANGE, LAYOUT_TABLE, SHADOW_START, STACK_BYTES, STACK_START } from "../../../toolkit/machine/memory_map.ts";

export type Word = number | bigint;

/** Fields of a test layout, in bytes behind the header: values at 8-byte, references at 4-byte offsets. */
export interface TestLayout {
  id: number;
  sizeBytes: number;
  tail?: "raw" | "values" | "refs";
  elementBytes?: number;
  flags?: number;
  values?: number[];
  refs?: number[];
  weakValues?: number[];
  weakRefs?: number[];
}

const TAILS = { raw: 1, values: 2, refs: 3 };
const OLD_CLEAN = 1;
/** Maps of test layouts, and root cells, lie at the end of the exchange buffer. */
const MAPS = EXCHANGE + 0x80000;
const ROOTS = EXCHANGE + 0x90000;
const ROOT_COUNT = 512;

interface Backend {
  call(name: string, args: Word[]): Word[];
  buffer(): ArrayBufferLike;
}

function evaluatorBackend(): Backend {
  const machine = new Evaluator(compileUnit("heap", readSource));
  return {
    call(name, args) {
      const { locals } = machine.entryPoint(name);
      return machine.call(name, ...args.map((x, i) => locals[i].type === "value" ? BigInt.asUintN(64, BigInt(x)) : x));
    },
    buffer: () => machine.cells.bytes.buffer,
  };
}

let module: WebAssembly.Module | null = null;

function wasmBackend(): Backend {
  module ??= new WebAssembly.Module(assemble(compileUnit("heap", readSource)[0], []).bytes);
  const imports: Record<string, Record<string, WebAssembly.ImportValue>> = {};
  for (const { module: from, name, kind } of WebAssembly.Module.imports(module)) {
    if (kind === "function") (imports[from] ??= {})[name] = () => 0;
  }
  const { exports } = new WebAssembly.Instance(module, imports);
  const functions = new Map<string, (...args: Word[]) => Word | Word[] | undefined>();
  for (const [name, f] of Object.entries(exports)) {
    if (typeof f === "function") functions.set(name.split(".").pop()!, f as any);
  }
  const memory = exports.memory as WebAssembly.Memory;
  return {
    call(name, args) {
      const f = functions.get(name);
      if (f === undefined) throw new Error(`heap.wasm does not export "${name}"`);
      const result = f(...args);
      return result === undefined ? [] : Array.isArray(result) ? result : [result];
    },
    buffer: () => memory.buffer,
  };
}

export class HeapMachine {
  readonly #backend: Backend;
  #view: DataView | null = null;
  #nextMap = MAPS;
  readonly layouts = new Map<number, TestLayout>();

  constructor(options: { limitBytes?: bigint; nurseryBytes?: number; evaluator?: boolean } = {}) {
    this.#backend = options.evaluator === true ? evaluatorBackend() : wasmBackend();
    const { view } = this;
    for (
      const [at, word] of [
        [CONTROL.sp, STACK_START],
        [CONTROL.shadowSp, SHADOW_START],
        [CONTROL.stackLimit, STACK_START + STACK_BYTES],
      ]
    ) view.setInt32(at, word, true);
    if (this.call("initialize", options.limitBytes ?? 0n, options.nurseryBytes ?? 0) !== 1) throw new Error("No memory for the heap");
    this.call("addRootRange", ROOTS, ROOTS + 8 * ROOT_COUNT);
  }

  /** Calls a function of the heap; a result of type ref or i32 is a number, of type value or i64 a signed bigint. */
  call(name: string, ...args: Word[]): any {
    const results = this.#backend.call(name, args).map((r) => typeof r === "bigint" ? BigInt.asIntN(64, r) : r);
    return results.length > 1 ? results : results[0];
  }

  /** Memory; fetched again after each growth. */
  get view(): DataView {
    const buffer = this.#backend.buffer();
    if (this.#view === null || this.#view.buffer !== buffer) this.#view = new DataView(buffer);
    return this.#view;
  }

  i32(address: number): number {
    return this.view.getInt32(address >>> 0, true);
  }
  setI32(address: number, x: number): void {
    this.view.setInt32(address >>> 0, x, true);
  }
  word(address: number): bigint {
    return this.view.getBigInt64(address >>> 0, true);
  }
  setWord(address: number, x: bigint): void {
    this.view.setBigInt64(address >>> 0, x, true);
  }

  /** The pending error's word, cleared; 0n when there is none. */
  takeError(): bigint {
    const word = this.word(CONTROL.pendingError);
    this.setWord(CONTROL.pendingError, 0n);
    return word;
  }

  /** Writes the descriptor of a layout. */
  define(layout: TestLayout): TestLayout {
    this.layouts.set(layout.id, layout);
    const { view } = this;
    const map = (values: number[], refs: number[]): number => {
      const at = this.#nextMap;
      for (const entry of [...values, ...refs.map((r) => r | 0x8000)]) {
        view.setUint16(this.#nextMap, entry, true);
        this.#nextMap += 2;
      }
      return at;
    };
    const strong = [layout.values ?? [], layout.refs ?? []] as const, weak = [layout.weakValues ?? [], layout.weakRefs ?? []] as const;
    [
      layout.sizeBytes,
      layout.tail === undefined ? 0 : TAILS[layout.tail],
      layout.elementBytes ?? 0,
      layout.flags ?? 0,
      map(...strong),
      strong.flat().length,
      map(...weak),
      weak.flat().length,
    ].forEach((word, i) => view.setInt32(LAYOUT_TABLE + layout.id * 32 + i * 4, word, true));
    return layout;
  }

  /** As generated code allocates: bumping where that is allowed. Returns the address, 0 with an error pending. */
  allocate(layout: TestLayout, length = 0): number {
    const size = (layout.sizeBytes + length * (layout.elementBytes ?? 0) + 7) & ~7;
    const at = this.i32(CONTROL.nurseryNext);
    if (((layout.flags ?? 0) & 3) !== 0 || size > 8192 || at + size > this.i32(CONTROL.nurseryLimit)) {
      return this.call("allocateSlow", layout.id, length) >>> 0;
    }
    this.setI32(CONTROL.nurseryNext, at + size);
    this.setI32(at, layout.id);
    this.setI32(at + 4, length);
    return at >>> 0;
  }

  /** Stores of references with the inline part of the barrier. */
  storeValue(object: number, offset: number, word: bigint): void {
    this.setWord(object + offset, word);
    this.#barrier(object);
  }
  storeRef(object: number, offset: number, target: number): void {
    this.setI32(object + offset, target);
    this.#barrier(object);
  }
  #barrier(object: number): void {
    if ((this.view.getUint16(object + 2, true) & OLD_CLEAN) !== 0) this.call("remember", object);
  }

  /** Address of a cell that is a root. */
  root(index: number): number {
    return ROOTS + 8 * index;
  }
}

/** The word of an immediate integer. */
export function intWord(n: number | bigint): bigint {
  return BigInt.asIntN(64, (BigInt(n) & 0xffffffffffffn) | 0xffff000000000000n);
}

export function isRefWord(word: bigint): boolean {
  return word > 0n && word < 1n << 48n && (word & 7n) === 0n;
}

/** A repeatable source of random numbers. */
export class Random {
  #state: number;
  constructor(seed: number) {
    this.#state = seed | 1;
  }
  /** 0 ≤ result < n. */
  below(n: number): number {
    this.#state ^= this.#state << 13;
    this.#state ^= this.#state >>> 17;
    this.#state ^= this.#state << 5;
    return (this.#state >>> 0) % n;
  }
  bits(count: number): bigint {
    let x = 0n;
    for (let i = 0; i < count; i += 16) x = (x << 16n) | BigInt(this.below(0x10000));
    return BigInt.asUintN(count, x);
  }
}
