/**
 * The recording log of the evaluator: written byte for byte as the generated recorder writes it, or read back and checked.
 *
 * A log is a sequence of entries without any framing: branch (1 byte, 0 or 1), switch value (4), promoted value (8),
 * function table slot (4), code address (4). Whoever walks the trees knows which comes next (`docs/interpreter.md`).
 */

import { MachineError } from "./errors.ts";
import type { Cells, Word } from "./evaluate_memory.ts";
import { toBits } from "./evaluate_memory.ts";
import { CONTROL } from "./memory_map.ts";
import type { Expr, Type } from "./tree.ts";

/** True when a branch on `test` leaves an entry in the log: it is not constant at build time. */
export function isLogSite(test: Expr): boolean {
  return test.k !== "const";
}

/** Where decisions go to (recording) or come from (replaying). Each method returns the decision to follow. */
export interface Log {
  branch(taken: boolean): boolean;
  /** Value of a `switch`, slot of a call, address of a code object or of the instruction returned to. */
  number(kind: string, n: number): number;
  promote(type: Type, word: Word): Word;
  /** Makes it full: something happened that a log cannot say. */
  fill(): void;
  /** The recording stops before the next bytecode: the log is nearly full. */
  readonly full: boolean;
  /** Bytes left before the end. */
  readonly left: number;
}

/** Appends to the log in memory at `CONTROL.logNext`. */
export class RecordingLog implements Log {
  #givenUpAt: number | null = null;

  constructor(readonly cells: Cells) {}

  /** Address behind the last entry that means something: what follows in the bytecode that gave the recording up does not. */
  get end(): number {
    return this.#givenUpAt ?? this.cells.i32(CONTROL.logNext);
  }

  #advance(sizeBytes: number): number {
    const at = this.cells.i32(CONTROL.logNext);
    this.cells.setI32(CONTROL.logNext, at + sizeBytes);
    return at;
  }
  branch(taken: boolean): boolean {
    this.cells.setU8(this.#advance(1), taken ? 1 : 0);
    return taken;
  }
  number(_kind: string, n: number): number {
    this.cells.setI32(this.#advance(4), n);
    return n;
  }
  promote(type: Type, word: Word): Word {
    this.cells.setValue(this.#advance(8), toBits(type, word));
    return word;
  }
  get left(): number {
    return this.cells.i32(CONTROL.logEnd) - this.cells.i32(CONTROL.logNext);
  }
  fill(): void {
    this.#givenUpAt ??= this.cells.i32(CONTROL.logNext);
    this.cells.setI32(CONTROL.logNext, this.cells.i32(CONTROL.logEnd));
  }
  get full(): boolean {
    return this.left < LOG_RESERVE_BYTES;
  }
}

/** Reads a log that a recorder wrote, and holds every entry against what the evaluation of the trees says. */
export class ReplayingLog implements Log {
  #view: DataView;
  #at = 0;
  /** The recording was given up in this bytecode: what it wrote from there on means nothing. */
  #givenUp = false;

  constructor(readonly bytes: Uint8Array, readonly reason: number) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  #next(kind: string, sizeBytes: number): number {
    const at = this.#at;
    if (at + sizeBytes > this.bytes.length) throw new MachineError("log", `it ends at byte ${at} where a ${kind} is due`);
    this.#at += sizeBytes;
    return at;
  }
  #check(kind: string, at: number, logged: Word | boolean, computed: Word | boolean): void {
    if (logged !== computed) throw new MachineError("log", `${kind} at byte ${at}: logged ${logged}, computed ${computed}`);
  }
  branch(taken: boolean): boolean {
    if (this.#givenUp) return taken;
    const at = this.#next("branch", 1);
    const byte = this.bytes[at];
    if (byte > 1) throw new MachineError("log", `byte ${at} is ${byte}, not a branch`);
    this.#check("branch", at, byte === 1, taken);
    return byte === 1;
  }
  number(kind: string, n: number): number {
    if (this.#givenUp) return n;
    const at = this.#next(kind, 4);
    const logged = this.#view.getInt32(at, true);
    this.#check(kind, at, logged, n | 0);
    return logged;
  }
  promote(type: Type, word: Word): Word {
    if (this.#givenUp) return word;
    const at = this.#next("promote", 8);
    this.#check("promote", at, this.#view.getBigUint64(at, true), toBits(type, word));
    return word;
  }
  get left(): number {
    return this.#givenUp ? 0 : this.bytes.length - this.#at;
  }
  fill(): void {
    if (this.reason !== STOP.logFull) throw new MachineError("log", "an allocation fails or the stack is full, which no log says");
    this.#givenUp = true;
  }
  get full(): boolean {
    return this.#givenUp || this.reason === STOP.logFull && this.left === 0;
  }
}

/** Why a recording stopped (`CONTROL.exitId` at status RECORDED). */
export const STOP = { loopHeader: 1, call: 2, logFull: 3, anchorLeft: 4, entryLeft: 5, frames: 7 } as const;
export const STOP_REASONS: Record<number, string> = {
  1: "a loop header was reached",
  2: "a call is recursive or too deep",
  3: "the log is full",
  4: "the anchor frame was left",
  5: "the entry frame was left",
  7: "frames below the anchor are frozen or dropped",
};

/** Bytes that must be left in the log for the recording to go on. */
export const LOG_RESERVE_BYTES = 64;
/** Frames above the anchor at which a recording stops. */
export const MAX_RECORD_DEPTH = 16;
