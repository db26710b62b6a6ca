/**
 * Runs Tiny programs on a core: the evaluator, or the built wasm module behind the same few functions.
 *
 * @example
 * ```ts
 * const tiny = new Tiny(core, instructions, verifier, lines);
 * console.log(tiny.run("print(1 + 2);").output); // ["3"]
 * ```
 */

import { EXCHANGE } from "../../toolkit/machine/memory_map.ts";
import { BytecodeError, type BytecodeVerifier } from "../../toolkit/host/verify_bytecode.ts";
import { CODE } from "../../toolkit/machine/evaluate_frames.ts";
import { type CodeUnit, compile, type Constant, type InstructionSet } from "./compiler.ts";

/** A booted unit `tiny`. Words are as in wasm's JavaScript interface. */
export interface TinyCore {
  /** Calls an exported function; returns its first result. */
  call(name: string, ...args: (number | bigint)[]): number | bigint | undefined;
  /** Runs code in an entry frame. */
  run(code: number, func: bigint, argc: number): bigint;
  /** The whole memory; not to be kept across calls. */
  bytes(): Uint8Array;
  /** True when an error is pending. */
  failed(): boolean;
}

export interface TinyResult {
  /** Lines that the program printed. */
  output: string[];
  /** Text of the error that nothing caught. */
  error: string | null;
}

/** The host functions that the definitions import; `bytes` gives the memory when they are called. */
export function hostFunctions(bytes: () => Uint8Array, print: (line: string) => void): Record<string, (...args: any[]) => any> {
  return {
    tinyPrint: (address: number, sizeBytes: number) => print(decoder.decode(bytes().slice(address >>> 0, (address >>> 0) + sizeBytes))),
    tinyFormatFloat: (x: number) => encoder.encodeInto(floatText(x), bytes().subarray(EXCHANGE, EXCHANGE + 64)).written,
  };
}

const encoder = new TextEncoder(), decoder = new TextDecoder();

function floatText(x: number): string {
  if (Number.isNaN(x)) return "nan";
  if (!Number.isFinite(x)) return x > 0 ? "inf" : "-inf";
  const text = Object.is(x, -0) ? "-0" : String(x);
  return /[.e]/.test(text) ? text : `${text}.0`;
}

export class Tiny {
  readonly #output: string[] = [];

  /** `core` is given the function that receives printed lines. */
  constructor(readonly core: TinyCore, readonly instructions: InstructionSet, readonly verifier: BytecodeVerifier, lines: string[]) {
    this.#output = lines;
  }

  /** Compiles and runs a program. @throws TinySyntaxError */
  run(source: string): TinyResult {
    return this.execute(compile(source, this.instructions));
  }

  /** Runs the code of a program. What does not pass the verifier is an error. */
  execute(unit: CodeUnit): TinyResult {
    this.#output.length = 0;
    try {
      this.verify(unit);
    } catch (error) {
      if (!(error instanceof BytecodeError)) throw error;
      return { output: [], error: error.message };
    }
    this.load(unit);
    const func = BigInt(this.core.call("makeMain")!);
    this.core.run(Number(this.core.call("baseCode")), func, 0);
    const error = this.core.failed() ? this.#errorText() : null;
    return { output: [...this.#output], error };
  }

  #errorText(): string {
    const sizeBytes = Number(this.core.call("errorText"));
    return decoder.decode(this.core.bytes().slice(EXCHANGE, EXCHANGE + sizeBytes));
  }

  #view(): DataView {
    const bytes = this.core.bytes();
    return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** Checks the code of a function and of those in it. @throws BytecodeError */
  verify(unit: CodeUnit): void {
    const handlers = [];
    for (let i = 0; i < unit.handlers.length; i += 4) {
      const [start, end, target, depth] = unit.handlers.slice(i, i + 4);
      handlers.push({ start, end, target, depth });
    }
    const constants = unit.constants.length;
    this.verifier.verify({
      ...unit,
      bytecode: unit.bytes,
      handlers,
      counts: { constant: constants, name: constants, free: unit.freeCount },
    });
    for (const c of unit.constants) if (c.k === "code") this.verify(c.value);
  }

  /** Builds a code object, which was verified, and leaves it on the operand stack. */
  load(unit: CodeUnit): void {
    for (const c of unit.constants) this.#push(c);
    const sizeBytes = (unit.bytes.length + 7) & ~7;
    this.core.bytes().set(unit.bytes, EXCHANGE);
    unit.handlers.forEach((word, i) => this.#view().setInt32(EXCHANGE + sizeBytes + 4 * i, word, true));
    const shape = [unit.localCount, unit.stackSize, unit.argumentCount, unit.constants.length];
    const code = Number(this.core.call("makeCode", sizeBytes, unit.sites.length, unit.handlers.length, ...shape));
    const view = this.#view(), start = view.getInt32(code + CODE.bytecode, true);
    unit.sites.forEach((offset, i) => {
      view.setInt32(start + offset, start + sizeBytes + 8 * i, true);
      view.setBigInt64(start + sizeBytes + 8 * i, 0n, true);
    });
  }

  #push(c: Constant): void {
    const { core } = this;
    const text = (s: string) => encoder.encodeInto(s, core.bytes().subarray(EXCHANGE, EXCHANGE + 0x10000)).written;
    switch (c.k) {
      case "int":
        if (BigInt.asIntN(64, c.value) === c.value) core.call("pushInteger", c.value);
        else core.call("pushDigits", text(String(c.value)));
        return;
      case "float":
        core.call("pushFloat", c.value);
        return;
      case "word":
        core.call("pushWord", ["nil", "false", "true"].indexOf(c.value) + 1);
        return;
      case "text":
        core.call("pushText", text(c.value));
        return;
      case "code":
        return this.load(c.value);
    }
  }
}
