/** Why traces are given up, and the recorder's log as a stream (format: docs/interpreter.md). */

/** Reasons for which a trace is not built; `--jit-log` names them. */
export const ABORT_REASONS = {
  "log-full": "The recording grew too long",
  "log-mismatch": "The recording does not fit the walked code (a bug)",
  "stale-joins": "A path ended before a place where an edge was to join it (the region is built again)",
  contradiction: "What the optimiser knows contradicts the recording",
  "no-resume": "A guard stands where the interpreter could not resume",
  "too-many-values": "An exit has too many values",
  "too-large": "The region grew too large",
  "not-constant": "Something that must be a constant of the trace is not",
  unsupported: "The recording uses something the trace builder does not handle",
  "no-fixpoint": "The loop's state did not settle",
  allocation: "An allocation failed while recording",
} as const;
export type AbortReason = keyof typeof ABORT_REASONS;

/** Thrown while a region is built; the region is then left to the interpreter. */
export class TraceAbort extends Error {
  constructor(readonly reason: AbortReason, readonly detail = "") {
    super(`${ABORT_REASONS[reason]}${detail === "" ? "" : `: ${detail}`}`);
  }
}

/** What the recorder wrote for one recording, and why it stopped. */
export interface Recording {
  /** State at the start: instruction, frame, operand stack pointer; code object of the frame. */
  pc: number;
  fp: number;
  sp: number;
  code: number;
  bytes: Uint8Array;
  /**
   * `CONTROL.exitId` at the end: 1 loop header, 2 guest call, 3 log full, 4 left the frame, 5 entry frame left, 6 allocation failed,
   * 7 frames below the anchor are frozen or dropped.
   */
  stop: number;
  /** Instruction and frame at which it stopped, and the frame that was the anchor then. */
  endPc: number;
  endFp: number;
  anchorFp: number;
}

export class LogReader {
  offset = 0;
  private readonly view: DataView;

  constructor(readonly recording: Recording) {
    const { bytes } = recording;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get atEnd(): boolean {
    return this.offset >= this.view.byteLength;
  }

  private need(n: number): number {
    const at = this.offset;
    if (at + n > this.view.byteLength) throw new TraceAbort("log-mismatch", "the log ended early");
    this.offset += n;
    return at;
  }

  flag(): number {
    const b = this.view.getUint8(this.need(1));
    if (b > 1) throw new TraceAbort("log-mismatch", `flag ${b} at ${this.offset - 1}`);
    return b;
  }

  i32(): number {
    return this.view.getInt32(this.need(4), true);
  }

  word(): bigint {
    return this.view.getBigUint64(this.need(8), true);
  }
}
