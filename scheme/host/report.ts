/**
 * Shows what nothing handled: from the records of the core (`scheme/vm/report.ts`) to text.
 *
 *     error: vector-ref: index is out of range 7
 *       at f (sort.scm:12:5)
 *       at sort.scm:20:1
 */

/** A frame of the backtrace. */
export interface Frame {
  line: number;
  column: number;
  file: string;
  /** Empty for an anonymous procedure or the program itself. */
  name: string;
}

/** What was raised, and where. */
export interface Report {
  /** Kind of the error object; `raise` for any other object. */
  kind: string;
  message: string;
  /** Of the unbound variable, when that is what is wrong. */
  name: string;
  frames: Frame[];
}

const FIELD = "\x1f", RECORD = "\x1e";

/** Reads the records of the core. */
export function parseReport(text: string): Report {
  const report: Report = { kind: "", message: "", name: "", frames: [] };
  for (const record of text.split(RECORD)) {
    const [tag, ...fields] = record.split(FIELD);
    if (tag === "E") [report.kind, report.message, report.name] = fields;
    else if (tag === "F") report.frames.push({ line: Number(fields[0]), column: Number(fields[1]), file: fields[2], name: fields[3] });
  }
  return report;
}

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
