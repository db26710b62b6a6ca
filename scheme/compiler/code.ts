/**
 * Code objects as the generator makes them and code files hold them.
 */

import type { Datum } from "../reader/datum.ts";

/** Something that instructions refer to. */
export type CodeConstant =
  | { kind: "datum"; value: Datum }
  /** The cell of the global of that key. */
  | { kind: "cell"; key: string }
  | { kind: "code"; code: CodeObject }
  /** The one closure of code that captures nothing. */
  | { kind: "closure"; code: CodeObject };

/** Code of one procedure. */
export interface CodeObject {
  /** Empty for an anonymous procedure. */
  name: string;
  file: string;
  required: number;
  rest: boolean;
  localCount: number;
  stackSize: number;
  constants: CodeConstant[];
  /** Offsets of the site immediates of loop headers. */
  sites: number[];
  positions: Uint8Array;
  bytecode: Uint8Array;
}
