/**
 * How a failed call is shown.
 *
 * Input: a `Failure` of the VM; output: CPython's text and the class of the error.
 */

import { parseReport } from "../vm/host_report.ts";
import type { Failure, HotPyVm } from "./vm.ts";
import { syntaxErrorText } from "./syntax_error_text.ts";
import { tracebackText } from "./traceback.ts";

/** The report of an exception that the core could not describe. */
const NO_REPORT = "E\x1fSystemError\x1fthe exception cannot be shown\x1f\x1e";

/** What a failure looks like. */
export interface ShownFailure {
  /** Class of the exception, qualified by its module unless that is `builtins` or `__main__`. */
  type: string;
  /** What `str` makes of it. */
  message: string;
  /** Traceback or message, newline at its end. */
  text: string;
}

/** The failure in CPython's words. */
export function showFailure(failure: Failure, vm: HotPyVm): ShownFailure {
  switch (failure.kind) {
    case "exit":
      return { type: "SystemExit", message: failure.text ?? "", text: failure.text === null ? "" : failure.text + "\n" };
    case "syntax":
      return { type: failure.error.type, message: failure.error.message, text: shownNames(syntaxErrorText(failure.error)) };
    case "error": {
      const error = parseReport(failure.report || NO_REPORT);
      const imported = vm.importErrors.get(error.message);
      if (imported !== undefined && imported.type === error.type) error.syntaxText = syntaxErrorText(imported);
      const text = shownNames(tracebackText(error, (filename) => vm.linesOf(filename)));
      return { type: error.type, message: error.message, text };
    }
  }
}

/** Inputs of a prompt are numbered inside; CPython shows them all as `<stdin>`. */
function shownNames(text: string): string {
  return text.replace(/^( {2}File ")<stdin-\d+>"/gm, '$1<stdin>"');
}
