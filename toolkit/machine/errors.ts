/**
 * The error classes of the whole toolkit, and the one table of enumerated reasons with their messages.
 *
 * | class             | whose fault                                    | thrown by                                 |
 * | ----------------- | ---------------------------------------------- | ----------------------------------------- |
 * | `DefinitionError` | the author of a definition                     | front end                                 |
 * | `MachineError`    | the toolkit: a bug of ours                     | verifier, evaluator, back ends, host      |
 * | `GuestError`      | the guest program (base of each language's own) | host, for an error no guest handler took |
 * | `LimitError`      | the guest program used up what it was granted  | host                                      |
 * | `Interrupted`     | the user (Ctrl-C, an abort signal)             | host                                      |
 * | `CapabilityError` | the guest program asked for what was not granted | host                                    |
 *
 * Messages start upper case, quote values, say what to do, and have no final period.
 */

/** A rule of the definition language is broken. `message` ends with the fix, when one is known. */
export class DefinitionError extends Error {
  override readonly name = "DefinitionError";
  /** What is wrong, without place and fix. */
  readonly problem: string;

  constructor(
    readonly rule: string,
    message: string,
    readonly file: string,
    readonly line: number,
    readonly column: number,
    readonly fix?: string,
  ) {
    super(`${file}:${line}:${column}: ${message} [${rule}]${fix === undefined ? "" : `\n  fix: ${fix}`}`);
    this.problem = message;
  }
}

/**
 * The toolkit broke an invariant of its own: nothing a guest program or a definition does may cause it.
 * `reason` is a row of `MACHINE_REASONS`; `where` the function and the path inside its tree.
 */
export class MachineError extends Error {
  override readonly name = "MachineError";

  constructor(readonly reason: MachineReason, readonly detail: string, readonly where: string = "") {
    super(`${MACHINE_REASONS[reason]}: ${detail}${where === "" ? "" : ` (in ${where})`}`);
  }
}

/** An error of the guest program that no guest handler took. Languages extend it (`PythonError`, `SchemeError`). */
export class GuestError extends Error {
  override readonly name: string = "GuestError";

  /** `kind`: the language's name of the error's class; `guestTrace`: the language's own traceback, innermost last. */
  constructor(readonly kind: string, message: string, readonly guestTrace: readonly string[] = []) {
    super(message);
  }
}

/** A limit that the embedder set was reached; the VM stays usable. */
export class LimitError extends GuestError {
  override readonly name: string = "LimitError";

  constructor(readonly limit: LimitReason, readonly allowed: number) {
    super("LimitError", limitText(limit, allowed));
  }
}

/** What a limit says when it is reached, in errors of guests as well. */
export function limitText(limit: LimitReason, allowed: number): string {
  const { message, unit } = LIMIT_REASONS[limit];
  return `${message} (limit: ${allowed} ${unit})`;
}

/** The user asked to stop: Ctrl-C or an abort signal. */
export class Interrupted extends GuestError {
  override readonly name: string = "Interrupted";

  constructor(message = "Interrupted") {
    super("Interrupted", message);
  }
}

/** The guest asked for something that its host did not grant. */
export class CapabilityError extends GuestError {
  override readonly name: string = "CapabilityError";

  constructor(readonly capability: CapabilityReason, readonly target: string) {
    const row = CAPABILITY_REASONS[capability];
    super("CapabilityError", `${row.message}: "${target}"; grant it with ${row.grant}`);
  }
}

/** Why a `MachineError` was thrown. */
export const MACHINE_REASONS = {
  type: "An expression has the wrong type",
  local: "A local does not exist",
  label: "A break or continue has no target",
  effect: "An effect stands where none is allowed",
  shape: "A tree has the wrong shape",
  returns: "A return does not match the function",
  continuation: "A continuation does not match its call",
  rawAddress: "A raw address is used behind a safepoint",
  region: "A memory region is used inconsistently",
  program: "A program is inconsistent",
  syntax: "Cannot parse the text form",
  trap: "Trap",
  divide: "Integer division by zero or overflow",
  memory: "Access outside of memory",
  opcode: "Unknown opcode",
  slot: "Call of an unknown function table slot",
  log: "The recording log disagrees with the evaluation",
  unsupported: "Not supported by this machine",
} as const;
export type MachineReason = keyof typeof MACHINE_REASONS;

/** Limits an embedder can set. */
export const LIMIT_REASONS = {
  memory: { message: "Out of memory", unit: "bytes" },
  time: { message: "Time limit reached", unit: "ms" },
  steps: { message: "Step limit reached", unit: "loop iterations and calls" },
  depth: { message: "Recursion limit reached", unit: "frames" },
  output: { message: "Output limit reached", unit: "bytes" },
} as const;
export type LimitReason = keyof typeof LIMIT_REASONS;

/** What a host can grant, and how. */
export const CAPABILITY_REASONS = {
  read: { message: "Reading is not allowed", grant: "--allow-read" },
  write: { message: "Writing is not allowed", grant: "--allow-write" },
  net: { message: "Network access is not allowed", grant: "--allow-net" },
  env: { message: "Environment access is not allowed", grant: "--allow-env" },
  run: { message: "Running a subprocess is not allowed", grant: "--allow-run" },
  host: { message: "The host does not offer this object", grant: "the `capabilities` option" },
} as const;
export type CapabilityReason = keyof typeof CAPABILITY_REASONS;
