/**
 * Scheme tests as files: a program whose expressions are followed by comments with what they give.
 *
 *     (import (scheme base))
 *
 *     (define x 4)
 *     (* x x)
 *     ;; expect: 16
 *     (vector-ref (vector 1 2) 2)
 *     ;; error: vector-ref
 *
 * A form starts in the first column, its other lines are indented. The last form before a comment is the tested expression; it may give any
 * number of values. Kinds of comments:
 *
 * - `;; expect: TEXT`: its values as `write` writes them, separated by spaces. Several such comments in a row: any of them.
 * - `;; error: TEXT`: it raises an error object whose message, written with its irritants, contains TEXT (oracles: any error).
 * - `;; raises: TEXT`: it raises something else, written so.
 * - `;; guile: TEXT`, `;; chez: TEXT` after one of these: what that oracle says instead, for a reason (`*`: anything).
 *
 * A line `;; not for guile: REASON` (or chez) says that an oracle cannot run the file at all.
 *
 * Each file is a program by itself as well. `instrumented` makes one that reports every test as a line `NUMBER KIND TEXT`.
 */

/** What a tested expression must do. */
export interface Expectation {
  kind: "expect" | "error" | "raises";
  /** Accepted texts. */
  texts: string[];
  /** What an oracle says instead, by its name. */
  oracles: Record<string, string>;
  /** Line of the comment, from 1. */
  line: number;
}

/** A file of tests. */
export interface Suite {
  name: string;
  imports: string[];
  /** Oracles that cannot run it. */
  notFor: string[];
  /** Forms in order, each with the test it is, if it is one. */
  forms: { text: string; test?: Expectation }[];
}

const COMMENT = /^;; (expect|error|raises|guile|chez):(?: (.*))?$/;

const NOT_FOR = /^;; not for (guile|chez):/gm;

/** Reads a file of tests. */
export function parseSuite(name: string, text: string): Suite {
  const suite: Suite = { name, imports: [], notFor: [...text.matchAll(NOT_FOR)].map((match) => match[1]), forms: [] };
  let test: Expectation | undefined;
  text.split("\n").forEach((line, index) => {
    const comment = COMMENT.exec(line);
    if (comment !== null) {
      const [, kind, content = ""] = comment;
      if (kind === "guile" || kind === "chez") test!.oracles[kind] = content;
      else if (test !== undefined && kind === test.kind) test.texts.push(content);
      else {
        test = { kind: kind as Expectation["kind"], texts: [content], oracles: {}, line: index + 1 };
        suite.forms.at(-1)!.test = test;
      }
      return;
    }
    if (/^[^\s;]/.test(line)) {
      suite.forms.push({ text: line });
      test = undefined;
    } else if (line !== "" && line[0] !== ";") suite.forms.at(-1)!.text += "\n" + line;
  });
  suite.imports = suite.forms.filter(({ text }) => isImport(text)).map(({ text }) => text);
  suite.forms = suite.forms.filter(({ text }) => !isImport(text));
  return suite;
}

function isImport(form: string): boolean {
  return form.startsWith("(import");
}

/** All tests of a suite in order. */
export function testsOf(suite: Suite): Expectation[] {
  return suite.forms.flatMap(({ test }) => test === undefined ? [] : [test]);
}

const HARNESS = `
(import (prefix (scheme base) t:) (prefix (scheme write) t:))
(t:define (t:report number kind values)
  (t:display number) (t:display " ") (t:display kind)
  (t:for-each (t:lambda (value) (t:display " ") (t:write value)) values)
  (t:newline) (t:flush-output-port))
(t:define (t:test number thunk)
  ((t:call/cc
    (t:lambda (leave)
      (t:with-exception-handler
       (t:lambda (condition) (leave (t:lambda () (t:report-condition number condition))))
       (t:lambda ()
         (t:call-with-values thunk
           (t:lambda values (leave (t:lambda () (t:report number "expect" values)))))))))))
(t:define (t:report-condition number condition)
  (t:cond
   ((t:error-object? condition)
    (t:display number) (t:display " error ")
    (t:display (t:error-object-message condition))
    (t:if (t:pair? (t:error-object-irritants condition))
          (t:for-each (t:lambda (irritant) (t:display " ") (t:write irritant)) (t:error-object-irritants condition)))
    (t:newline) (t:flush-output-port))
   (t:else (t:report number "raises" (t:list condition)))))
`;

/**
 * A program that reports every test. With `evaluated` the forms are texts in it, read and evaluated one by one: so a form that cannot even be
 * read or expanded spoils nothing but its own test. For an oracle, tests are left out where it may say anything (it may even crash).
 */
export function instrumented(suite: Suite, { evaluated = false, oracle = "" } = {}): string {
  let number = 0;
  const forms = suite.forms.filter(({ text }) => !isLibrary(text)).map(({ text, test }) => {
    const form = evaluated ? `(t:evaluate ${JSON.stringify(text)})` : text;
    if (test === undefined) return evaluated ? `(t:test -1 (t:lambda () ${form}))` : form;
    if (test.oracles[oracle] === "*") return `; ${number++}`;
    return `(t:test ${number++} (t:lambda ()\n${form}))`;
  });
  // The prompt's environment, where the forms are evaluated, imports the same.
  const prologue = evaluated ? [EVALUATION, ...suite.imports.map((form) => `(t:evaluate ${JSON.stringify(form)})`)] : [];
  return [...libraries(suite), ...suite.imports, HARNESS, ...prologue, ...forms].join("\n") + "\n";
}

const EVALUATION = `
(import (prefix (scheme eval) t:) (prefix (scheme repl) t:) (prefix (scheme read) t:))
(t:define (t:evaluate text)
  (t:eval (t:read (t:open-input-string text)) (t:interaction-environment)))
`;

function libraries(suite: Suite): string[] {
  return suite.forms.map(({ text }) => text).filter(isLibrary);
}

function isLibrary(form: string): boolean {
  return form.startsWith("(define-library");
}

/** What is wrong with a program's reports, one line per test; empty if nothing is. */
export function mismatches(suite: Suite, output: string, oracle?: string): string[] {
  const reports = new Map<number, { kind: string; text: string }>();
  for (const line of output.split("\n")) {
    const report = /^(\d+) (expect|error|raises)(?: (.*))?$/.exec(line);
    if (report !== null) reports.set(Number(report[1]), { kind: report[2], text: report[3] ?? "" });
  }
  return testsOf(suite).flatMap((test, number) => {
    const report = reports.get(number);
    if (accepted(test, report, oracle)) return [];
    const got = report === undefined ? "nothing" : `${report.kind}: ${report.text}`;
    return [`${suite.name}:${test.line}: wanted ${test.kind}: ${test.texts.join(" | ")}; got ${got}`];
  });
}

function accepted(test: Expectation, report: { kind: string; text: string } | undefined, oracle?: string): boolean {
  if (oracle !== undefined && oracle in test.oracles) {
    const text = test.oracles[oracle];
    return text === "*" || report?.text === text;
  }
  if (report === undefined) return false;
  if (test.kind === "error") {
    if (oracle !== undefined) return report.kind !== "expect";
    return report.kind === "error" && test.texts.some((text) => report.text.includes(text));
  }
  return report.kind === test.kind && test.texts.includes(report.text);
}

/** Reads the suites of a folder. */
export function suitesIn(folder: URL): Suite[] {
  const names = [...Deno.readDirSync(folder)].map(({ name }) => name).filter((name) => name.endsWith(".scm")).sort();
  return names.map((name) => parseSuite(name, Deno.readTextFileSync(new URL(name, folder))));
}
