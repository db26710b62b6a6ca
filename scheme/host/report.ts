/**
 * Shows what nothing handled.
 *
 *     error: vector-ref: index is out of range 7
 *       at f (sort.scm:12:5)
 *       at sort.scm:20:1
 */

import type { Frame, Report } from "./vm.ts";

/** Frames of the library say nothing to the user; those of the machine's own code have no file. */
function isOfProgram({ file, name }: Frame): boolean {
  return !file.startsWith("lib/") && (file !== "" || name !== "");
}

/** Text of a report. `suggestion`: the name that was probably meant. */
export function showReport({ kind, message, frames }: Report, suggestion: string | null): string {
  const head = kind === "raise" ? `uncaught: ${message}` : `error: ${message}`;
  const hint = suggestion === null ? "" : `; did you mean "${suggestion}"?`;
  const lines = frames.filter(isOfProgram).map(({ line, column, file, name }) => {
    const place = line > 0 ? `${file}:${line}:${column}` : file;
    return name === "" ? `  at ${place}` : `  at ${name} (${place})`;
  });
  return [head + hint, ...lines].join("\n") + "\n";
}
