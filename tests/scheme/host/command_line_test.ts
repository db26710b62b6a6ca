/** Scheme on the command line: programs, values, libraries in folders, exit codes, reports, the prompt. */

import { deepStrictEqual as assertEquals, match, ok as assert } from "node:assert";
import { CLI, cli, type CliOptions, type Outcome, withFiles } from "../../cli.ts";

const scheme = (args: readonly string[], options?: CliOptions): Promise<Outcome> => cli(["run", "scheme", ...args], options);
const repl = (input: string): Promise<Outcome> => cli(["repl", "scheme"], { stdin: input });

Deno.test("run scheme runs a file, expressions and standard input", async () => {
  const program = '(import (scheme base) (scheme write))\n(display "hello")\n(newline)\n';
  await withFiles({ "hello.scm": program }, async (folder) => {
    assertEquals(await scheme(["hello.scm"], { cwd: folder }), { code: 0, stdout: "hello\n", stderr: "" });
  });
  assertEquals(await scheme(["-"], { stdin: program }), { code: 0, stdout: "hello\n", stderr: "" });
  assertEquals(await scheme(["-e", '(display "no import needed")']), { code: 0, stdout: "no import needed", stderr: "" });
  assertEquals(await scheme(["-p", '(define x 20) (+ x 1) (values "a" #\\b) (if #f #f)']), {
    code: 0,
    stdout: '21\n"a"\n#\\b\n',
    stderr: "",
  });
});

Deno.test("run scheme hands arguments and the environment on", async () => {
  const show =
    '(import (scheme base) (scheme write) (scheme process-context)) (write (command-line)) (write (get-environment-variable "NO_COLOR"))';
  await withFiles({ "args.scm": show }, async (folder) => {
    assertEquals((await scheme(["args.scm", "-p", "two", "--jit=off"], { cwd: folder })).stdout, '("args.scm" "-p" "two" "--jit=off")"1"');
  });
});

Deno.test("run scheme ends as the program says", async () => {
  const codes: [string, number][] = [
    ["1", 0],
    ["(exit)", 0],
    ["(exit #t)", 0],
    ["(exit #f)", 1],
    ["(exit 7)", 7],
    ["(exit 256)", 0],
    ["(exit 'x)", 1],
    ["(emergency-exit 3)", 3],
    ["(car 1)", 1],
    ["(raise 'x)", 1],
    ["(", 1],
    ["(if)", 1],
    ["(dynamic-wind (lambda () 1) (lambda () (exit 4)) (lambda () (display 1)))", 4],
  ];
  for (const [text, expected] of codes) assertEquals([text, (await scheme(["-e", text])).code], [text, expected]);
  const missing = await scheme(["none.scm"]);
  assertEquals([missing.code, missing.stderr], [2, 'scheme: cannot open "none.scm": No such file or directory\n']);
});

Deno.test("run scheme reports what nothing handled, with places and names", async () => {
  const program = `(import (scheme base))
(define (first x)
  (+ 1 (car x)))
(define (second x)
  (+ 1 (first x)))
(+ 1 (second 5))
`;
  await withFiles({ "fails.scm": program }, async (folder) => {
    const { code, stderr } = await scheme(["fails.scm"], { cwd: folder });
    assertEquals([code, stderr], [
      1,
      "error: car: argument 1 must be a pair, not 5\n" +
      "  at first (fails.scm:3:8)\n  at second (fails.scm:5:8)\n  at fails.scm:6:6\n",
    ]);
  });
  const reports: [string, string][] = [
    ["(vectr-ref 1 2)", 'error: unbound variable: vectr-ref; did you mean "vector-ref"?\n  at <command>:1:1\n'],
    ["(raise 'something)", "uncaught: something\n  at <command>:1:1\n"],
    ['(error "Bad thing:" 1 "two" \'three)', 'error: Bad thing: 1 "two" three\n  at <command>:1:1\n'],
    ["(display\n  (if))", "<command>:2:3: Malformed form, expected (if TEST THEN [ELSE]): (if)\n"],
    ["(display 1", '<command>:1:1: "(" is not closed\n'],
  ];
  for (const [text, expected] of reports) assertEquals([text, (await scheme(["-e", text])).stderr], [text, expected]);
});

Deno.test("run scheme finds libraries beside the program and in the folders of -I", async () => {
  const files = {
    "main.scm": "(import (scheme base) (scheme write) (near lib) (far lib))\n(write (list near far))",
    "near/lib.sld": '(define-library (near lib) (import (scheme base)) (export near) (include "part.scm"))',
    "near/part.scm": "(define near 'near)",
    "other/far/lib.scm": "(define-library (far lib) (import (scheme base) (near lib)) (export far) (begin (define far (list near))))",
    "circular.scm": "(import (a))",
    "a.sld": "(define-library (a) (import (b)))",
    "b.sld": "(define-library (b) (import (a)))",
    "wrong.sld": "(define-library (other) (import (scheme base)))",
  };
  await withFiles(files, async (folder) => {
    assertEquals(await scheme(["-I", "other", "main.scm"], { cwd: folder }), { code: 0, stdout: "(near (near))", stderr: "" });
    assertEquals(await scheme(["-Iother", `${folder}/main.scm`], { cwd: folder }), { code: 0, stdout: "(near (near))", stderr: "" });
    assertEquals((await scheme(["main.scm"], { cwd: folder })).stderr, "main.scm:1:49: There is no library (far lib)\n");
    assertEquals((await scheme(["circular.scm"], { cwd: folder })).stderr, "b.sld:1:29: The library (a) imports itself\n");
    assertEquals(
      (await scheme(["-e", "(import (wrong))"], { cwd: folder })).stderr,
      "<command>:1:9: wrong.sld does not define the library (wrong)\n",
    );
  });
});

Deno.test("repl scheme shows values and goes on after errors", async () => {
  const { code, stdout, stderr } = await repl(
    "(define (twice x)\n  (* 2 x))\n(twice 21)\n(car 1)\n\"text\"\n(values 1 2)\n'(a . b)\n(exit 5)\n'never\n",
  );
  assertEquals([code, stdout], [5, '42\n"text"\n1\n2\n(a . b)\n']);
  assertEquals(stderr, "error: car: argument 1 must be a pair, not 1\n  at <stdin>:4:1\n");
});

Deno.test("repl scheme takes definitions, imports and libraries", async () => {
  const input = `(define-library (my) (import (scheme base)) (export f) (begin (define (f) 'mine)))
(import (prefix (my) my:))
(my:f)
(define car cdr)
(car '(1 2))
(define-syntax swap! (syntax-rules () ((_ a b) (let ((t a)) (set! a b) (set! b t)))))
(define x 1) (define t 2)
(swap! x t)
(list x t)
(define-record-type point (make-point x) point? (x point-x))
(define old (make-point 1))
(define-record-type point (make-point x) point? (x point-x))
(point? old)
`;
  assertEquals(await repl(input), { code: 0, stdout: "mine\n(2)\n(2 1)\n#f\n", stderr: "" });
});

Deno.test("dump and disassemble show the stages", async () => {
  assertEquals((await cli(["dump", "data", "scheme", "-c", "(a 'b) ; c"])).stdout, "(a 'b)\n");
  assertEquals((await cli(["dump", "expanded", "scheme", "-c", "(let ((x 1)) (car x))"])).stdout, "(let ((x 1)) (car x))\n");
  assert((await cli(["disassemble", "scheme", "-c", "(define (f x) (car x))"])).stdout.includes("local 0\n"));
});

Deno.test("run scheme ends with 120 when its output cannot be written", async () => {
  const closed = async (code: string) => {
    const command = `"$0" run -A "$1" run scheme -e "$2" | true; echo "\${PIPESTATUS[0]}"`;
    const { stdout, stderr } = await new Deno.Command("bash", { args: ["-c", command, Deno.execPath(), CLI, code], stdin: "null" })
      .output();
    return [new TextDecoder().decode(stdout).trim(), new TextDecoder().decode(stderr)];
  };
  const wait = "(let loop ((i 0)) (if (< i 5000000) (loop (+ i 1))))";
  assertEquals(await closed(`(begin ${wait} (display 1))`), ["120", "Broken pipe\n"]);
  assertEquals(await closed(`(begin ${wait} (display 1) (exit 3))`), ["120", "Broken pipe\n"]);
  const [code, text] = await closed(`(begin ${wait} (display 1) (flush-output-port))`);
  assertEquals(code, "120");
  match(text, /^error: write: cannot write to stdout\n {2}at /);
  const handled = `(guard (e ((file-error? e) (write 'handled (current-error-port)))) ${wait} (display 1) (flush-output-port))`;
  assertEquals(await closed(handled), ["120", "handledBroken pipe\n"]);
});
