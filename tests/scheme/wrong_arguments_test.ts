/**
 * Every procedure of the libraries called with wrong arguments in each position, and with wrong numbers of arguments: an error object that names
 * the procedure, never anything else; and the VM goes on.
 */

import { deepStrictEqual as assertEquals } from "node:assert";
import { CONFIGURATIONS, openScheme } from "./program.ts";
import { KINDS, SIGNATURES } from "./signatures.ts";

interface Signature {
  name: string;
  anyCount: boolean;
  required: string[];
  optional: string[];
  /** Kind of further arguments. */
  rest: string | null;
}

function parseSignature(line: string): Signature {
  const [first, ...kinds] = line.trim().split(/\s+/);
  const anyCount = first.startsWith("~");
  const signature: Signature = { name: anyCount ? first.slice(1) : first, anyCount, required: [], optional: [], rest: null };
  for (const kind of kinds) {
    if (kind.endsWith("*")) signature.rest = kind.slice(0, -1);
    else if (kind.startsWith("?")) signature.optional.push(kind.slice(1));
    else signature.required.push(kind);
  }
  return signature;
}

/** Argument lists that must be refused. */
function wrongArguments({ anyCount, required, optional, rest }: Signature): string[][] {
  const good = (kinds: string[]) => kinds.map((kind) => KINDS[kind].good);
  const found: string[][] = [];
  const kinds = [...required, ...optional];
  kinds.forEach((kind, position) => {
    for (const wrong of KINDS[kind].wrong) {
      const last = Math.max(required.length, position + 1);
      found.push(kinds.slice(0, last).map((other, i) => i === position ? wrong : KINDS[other].good));
    }
  });
  if (rest !== null) {
    for (const wrong of KINDS[rest].wrong) {
      found.push([...good(required), wrong], [...good(required), KINDS[rest].good, wrong], [...good(required), wrong, KINDS[rest].good]);
    }
  }
  if (anyCount) return found;
  if (required.length > 0) found.push([], good(required.slice(1)));
  if (rest === null) found.push([...good(kinds), "1"], [...good(kinds), "1", "2"]);
  return found;
}

/** Procedures that are others, whose names errors give. */
const SYNONYMS: Readonly<Record<string, string>> = {
  "floor-remainder": "modulo",
  "floor/": "floor-quotient",
  "truncate-quotient": "quotient",
  "truncate-remainder": "remainder",
  "truncate/": "quotient",
  "exact->inexact": "inexact",
  "inexact->exact": "exact",
};

const HARNESS = `
  (import (scheme base) (scheme write) (scheme eval))
  (define deep (let loop ((n 5)) (if (= n 0) '() (cons (loop (- n 1)) (loop (- n 1))))))
  (define (attempt number thunk)
    (write number)
    (display " ")
    (display
     (call/cc (lambda (k)
       (with-exception-handler
        (lambda (e) (k (if (error-object? e) (error-object-message e) "raised something else")))
        (lambda () (thunk) "returned")))))
    (newline))
`;

for (const [library, lines] of Object.entries(SIGNATURES)) {
  const signatures = lines.trim().split("\n").map(parseSignature);
  for (const configuration of ["interpreter", "jit at threshold 2"]) {
    Deno.test(`wrong arguments of ${library} (${configuration})`, async () => {
      const calls = signatures.flatMap((signature) => wrongArguments(signature).map((args) => ({ name: signature.name, args })));
      const program = calls.map(({ name, args }, number) =>
        `(attempt ${2 * number} (lambda () (${[name, ...args].join(" ")})))
         (attempt ${2 * number + 1} (lambda () (apply ${name} (list ${args.join(" ")}))))`
      );
      using scheme = await openScheme(CONFIGURATIONS[configuration]);
      // The tests of SRFI 125 need comparators as well.
      const imports = library === "(srfi 125)" ? `${library} (srfi 128)` : library;
      assertEquals(await scheme.run(`${HARNESS} (import ${imports})\n${program.join("\n")}`), null);
      const answers = scheme.takeOutput().trimEnd().split("\n");
      const problems = answers.flatMap((answer, i) => {
        const { name, args } = calls[i >> 1];
        const number = `${i} `;
        const names = [name, SYNONYMS[name] ?? name].map((other) => `${other}: `);
        const fine = answer.startsWith(number) && [...names, "not a procedure:"].some((text) => answer.includes(text));
        return fine ? [] : [`(${[name, ...args].join(" ")})${i & 1 ? " by apply" : ""}: ${answer.slice(number.length)}`];
      });
      assertEquals(problems, []);
      assertEquals(answers.length, 2 * calls.length);
      assertEquals(await scheme.run("(import (scheme base) (scheme write)) (write (map + '(1 2) '(3 4)))"), null);
      assertEquals(scheme.takeOutput(), "(4 6)");
    });
  }
}

Deno.test("the table has every procedure of the report's libraries", async () => {
  using scheme = await openScheme(CONFIGURATIONS.interpreter);
  const missing = Object.entries(SIGNATURES).flatMap(([library, lines]) => {
    if (!library.startsWith("(scheme ") || library === "(scheme r5rs)") return [];
    const known = new Set(lines.trim().split("\n").map((line) => parseSignature(line).name));
    const exported = [...scheme.vm.libraries.library(library, { source: null, at: -1 }).names()];
    return exported.filter((name) => !known.has(name) && !LEFT_OUT.has(name)).map((name) => `${library}: ${name}`);
  });
  assertEquals(missing, []);
});

/** Keywords, parameters, and procedures that end the program. */
const LEFT_OUT = new Set(
  `... => _ and begin case cond cond-expand define define-record-type define-syntax define-values delay delay-force do else guard if include
  include-ci lambda let let* let*-values let-syntax let-values letrec letrec* letrec-syntax or parameterize quasiquote quote set! syntax-error
  syntax-rules unless unquote unquote-splicing when current-input-port current-output-port current-error-port exit emergency-exit raise
  raise-continuable error`.split(/\s+/),
);
