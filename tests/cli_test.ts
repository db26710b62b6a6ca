/** The command line: programs from everywhere, arguments, exit codes, wrong use, closed output, interrupts. */

import { deepStrictEqual as assertEquals, match } from "node:assert";
import { CLI, cli, python, withFiles } from "./cli.ts";

Deno.test("run python runs a file, code and standard input", async () => {
  await withFiles({ "hello.py": "print('hello from a file')\n" }, async (folder) => {
    assertEquals(await python(["hello.py"], { cwd: folder }), { code: 0, stdout: "hello from a file\n", stderr: "" });
  });
  assertEquals(await python(["-c", "print('code')"]), { code: 0, stdout: "code\n", stderr: "" });
  assertEquals(await python(["-"], { stdin: "print('input')" }), { code: 0, stdout: "input\n", stderr: "" });
  assertEquals(await python([], { stdin: "print('input')" }), { code: 0, stdout: "input\n", stderr: "" });
});

Deno.test("run python hands arguments on as CPython does", async () => {
  const show = "import sys\nprint(sys.argv)\n";
  await withFiles({ "args.py": show }, async (folder) => {
    assertEquals((await python(["args.py", "-c", "two", "--jit=off"], { cwd: folder })).stdout, "['args.py', '-c', 'two', '--jit=off']\n");
  });
  assertEquals((await python(["-c", show, "a"])).stdout, "['-c', 'a']\n");
  assertEquals((await python(["-", "a"], { stdin: show })).stdout, "['-', 'a']\n");
});

Deno.test("run python ends with CPython's exit codes", async () => {
  const codes: [string, number][] = [
    ["pass", 0],
    ["1/0", 1],
    ["import sys; sys.exit(3)", 3],
    ["import sys; sys.exit()", 0],
    ["import sys; sys.exit('text')", 1],
    ["import sys; sys.exit(300)", 44],
    ["import sys; sys.exit(-1)", 255],
    ["raise SystemExit", 0],
    ["raise SystemExit(True)", 1],
    ["raise KeyboardInterrupt", 130],
    ["x = = 1", 1],
  ];
  for (const [code, expected] of codes) assertEquals([code, (await python(["-c", code])).code], [code, expected]);
});

Deno.test("run python says what it cannot open", async () => {
  await withFiles({ "folder/data.txt": "" }, async (folder) => {
    const missing = await python(["none.py"], { cwd: folder });
    assertEquals(missing, {
      code: 2,
      stdout: "",
      stderr: `hotpy: can't open file '${folder}/none.py': [Errno 2] No such file or directory\n`,
    });
    const noMain = await python(["folder"], { cwd: folder });
    assertEquals(noMain, { code: 1, stdout: "", stderr: `hotpy: can't find '__main__' module in '${folder}/folder'\n` });
    const refused = await python(["folder/data.txt"], { cwd: folder, permissions: [] });
    assertEquals([refused.code, /\[Errno 13\] Permission denied/.test(refused.stderr)], [2, true]);
  });
});

Deno.test("run python runs the __main__.py of a folder", async () => {
  await withFiles({ "app/__main__.py": "import part\nprint(part.name, __name__)", "app/part.py": "name = 'part'" }, async (folder) => {
    assertEquals(await python(["app"], { cwd: folder }), { code: 0, stdout: "part __main__\n", stderr: "" });
  });
});

Deno.test("run python shows errors in the source", async () => {
  const latin = new Uint8Array([...new TextEncoder().encode("x = '"), 0xff, 0x27, 0x0a]);
  await withFiles({ "latin.py": latin, "open.py": "x = (1,\n", "indent.py": "if 1:\nx\n" }, async (folder) => {
    const bad = await python(["latin.py"], { cwd: folder });
    assertEquals(bad.code, 1);
    match(bad.stderr, /^SyntaxError: Non-UTF-8 code starting with '\\xff'/m);
    assertEquals(
      (await python(["open.py"], { cwd: folder })).stderr,
      [
        `  File "${folder}/open.py", line 1`,
        "    x = (1,",
        "        ^",
        "SyntaxError: '(' was never closed",
        "",
      ].join("\n"),
    );
    match(
      (await python(["indent.py"], { cwd: folder })).stderr,
      /IndentationError: expected an indented block after 'if' statement on line 1/,
    );
  });
});

Deno.test("run python survives very deep and very long sources", async () => {
  const deep = await python(["-"], { stdin: "(".repeat(10000) + ")".repeat(10000) });
  assertEquals(deep.code, 1);
  match(deep.stderr, /too many nested parentheses/);
  const long = await python(["-"], { stdin: `x = "${"y".repeat(1 << 20)}"\nprint(len(x))` });
  assertEquals(long.stdout, "1048576\n");
});

Deno.test("wrong use ends with 2 and says what is wrong", async () => {
  const wrong: [string[], RegExp][] = [
    [["run", "python", "-c"], /^Argument expected for the -c option/],
    [["run", "python", "--nope", "x.py"], /^unknown option --nope/],
    [["run", "python", "-Z", "x.py"], /^unknown option -Z/],
    [["run", "cobol", "x"], /^Unknown language "cobol"; choose one of: .*python/],
    [["run", "--jit=perhaps", "python"], /--jit takes on, off or threshold=N/],
    [["frobnicate"], /unknown command 'frobnicate'/],
  ];
  for (const [args, message] of wrong) {
    const { code, stderr } = await cli(args);
    assertEquals([args, code], [args, 2]);
    match(stderr, message);
  }
});

Deno.test("help and version", async () => {
  const help = await cli(["--help"]);
  assertEquals(help.code, 0);
  for (const command of ["run", "repl", "disassemble", "build", "doctor"]) match(help.stdout, new RegExp(`^  ${command}`, "m"));
  match((await cli(["run", "--help"])).stdout, /--jit=<on\|off\|threshold=N>/);
  const { version } = JSON.parse(Deno.readTextFileSync(new URL("../deno.json", import.meta.url)));
  assertEquals((await cli(["--version"])).stdout, version + "\n");
  match((await python(["-V"])).stdout, /^Python 3\.14\.\d+ \(HotPy /);
});

Deno.test("output to a closed pipe is an error of the program, at the end exit code 120", async () => {
  const closed = async (code: string) => {
    const command = `"$0" run -A "$1" run python -c "$2" | true; echo "\${PIPESTATUS[0]}"`;
    const args = ["-c", command, Deno.execPath(), CLI, code];
    const { stdout, stderr } = await new Deno.Command("bash", { args, stdin: "null" }).output();
    return [new TextDecoder().decode(stdout).trim(), new TextDecoder().decode(stderr)];
  };
  const [early, earlyText] = await closed("for i in range(200000): print(i)");
  assertEquals(early, "1");
  match(earlyText, /BrokenPipeError: \[Errno 32\] Broken pipe\n$/);
  const [late, lateText] = await closed("import time; time.sleep(0.1); print(1)");
  assertEquals([late, lateText], ["120", "Exception ignored while flushing sys.stdout:\nBrokenPipeError: [Errno 32] Broken pipe\n"]);
});

Deno.test("output and errors keep their order, with -u as well", async () => {
  const code = "import sys\nprint('a')\nprint('b', file=sys.stderr)\nprint('c')\n1/0";
  const { stdout, stderr } = await python(["-u", "-c", code]);
  assertEquals(stdout, "a\nc\n");
  match(stderr, /^b\nTraceback \(most recent call last\):\n/);
});

/** Interrupts a program some time after its first output. */
async function interrupted(
  flags: string[],
  code: string,
): Promise<{ code: number; signal: string | null; stderr: string; tookMs: number }> {
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", CLI, "run", ...flags, "python", "-c", code],
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const reader = child.stdout.getReader();
  await reader.read();
  await new Promise((resolve) => setTimeout(resolve, 300));
  const sentMs = performance.now();
  child.kill("SIGINT");
  const { code: exitCode, signal } = await child.status;
  const tookMs = performance.now() - sentMs;
  reader.releaseLock();
  const stderr = await new Response(child.stderr).text();
  await child.stdout.cancel();
  return { code: exitCode, signal, stderr, tookMs };
}

Deno.test("Ctrl-C ends a running program with KeyboardInterrupt and exit code 130", async () => {
  for (const jit of ["--jit=off", "--jit=on"]) {
    for (const body of ["pass", "sorted(range(20000), key=str)", "sum(range(100000))"]) {
      const { code, signal, stderr, tookMs } = await interrupted([jit], `print('go', flush=True)\nwhile True: ${body}`);
      assertEquals([body, code, signal], [body, 130, null]);
      match(stderr, /^KeyboardInterrupt$/m);
      assertEquals(tookMs < 500, true, `took ${tookMs} ms with ${body}`);
    }
  }
});

Deno.test("limits end a program with an error it can catch", async () => {
  const loop = "try:\n    while True: pass\nexcept Exception as e:\n    print(repr(e))\nprint('after')";
  const limited = async (option: string, code: string) => (await cli(["run", option, "python", "-c", code])).stdout;
  assertEquals(await limited("--max-time=50", loop), "TimeoutError('Time limit reached (limit: 50 ms)')\nafter\n");
  const steps = "TimeoutError('Step limit reached (limit: 100000 loop iterations and calls)')\nafter\n";
  assertEquals(await limited("--max-steps=100000", loop), steps);
  const prints = "try:\n    while True: print('x' * 99)\nexcept OSError as e:\n    print(e.errno, e.strerror)";
  match(await limited("--max-output=1000", prints), /^(x{99}\n){10}27 Output limit reached \(limit: 1000 bytes\)\n$/);
});

Deno.test("no program goes on for ever by catching a limit's error", async () => {
  const stubborn = "while True:\n    try:\n        while True: pass\n    except BaseException: pass";
  for (const option of ["--max-time=30", "--max-steps=10000"]) {
    for (const jit of ["--jit=off", "--jit=threshold=2"]) {
      const { code, stderr } = await cli(["run", option, jit, "python", "-c", stubborn]);
      assertEquals(code, 1);
      match(stderr, /TimeoutError: (Time|Step) limit reached/);
    }
  }
});

Deno.test("output beyond the limit behind the last poll is an error, too", async () => {
  const { code, stdout, stderr } = await cli(["run", "--max-output=20", "python", "-c", "print('x' * 30)"]);
  assertEquals([code, stdout, stderr], [1, "", "OSError: [Errno 27] Output limit reached (limit: 20 bytes)\n"]);
});

Deno.test("repl python shows values, goes on after errors and ends with the program's exit code", async () => {
  const stdin = "1 + 1\nfor i in range(2):\n  print(i)\n\n_ * 21\n1 / 0\nx = (\n1)\nx\ndef f(:\nNone\nimport sys; sys.exit(4)\n'never'\n";
  const { code, stdout, stderr } = await cli(["repl", "python"], { stdin });
  assertEquals([code, stdout], [4, "2\n0\n1\n42\n1\n"]);
  match(
    stderr,
    /^Traceback[^]*File "<stdin>", line 1, in <module>\n {4}1 \/ 0\n[^]*ZeroDivisionError: division by zero\n {2}File "<stdin>"[^]*SyntaxError/,
  );
});

Deno.test("the example language runs, reports errors and obeys limits", async () => {
  assertEquals(await cli(["run", "tiny", "-c", "print(6 * 7);"]), { code: 0, stdout: "42\n", stderr: "" });
  const failed = await cli(["run", "tiny", "-c", "print(1); print(1 / 0);"]);
  assertEquals([failed.code, failed.stdout, failed.stderr], [1, "1\n", "Uncaught: division by zero\n"]);
  const limited = await cli(["run", "--max-steps=10000", "tiny", "-c", "while (true) {}"]);
  assertEquals([limited.code, limited.stderr], [1, "Uncaught: Step limit reached\n"]);
  assertEquals((await cli(["repl", "tiny"], { stdin: "print(\n1 + 2);\n" })).stdout, "3\n");
  assertEquals(await cli(["run", "tiny", "-e", "-c", "print(6 * 7);"]), { code: 0, stdout: "42\n", stderr: "" });
  assertEquals((await cli(["run", "tiny", "-e", "-c", "print(1 / 0);"])).stderr, "Uncaught: division by zero\n");
  match((await cli(["disassemble", "tiny", "-c", "print(1 + 2);"])).stdout, /add\n/);
});

Deno.test("disassemble and dump show the stages of a program", async () => {
  match((await cli(["disassemble", "python", "-c", "print(1)"])).stdout, /load_name print/);
  match((await cli(["dump", "tokens", "python", "-c", "x = 1"])).stdout, /NAME +"x"/);
  match((await cli(["dump", "tree", "python", "-c", "x = 1"])).stdout, /Assign\(/);
  const wrong = await cli(["dump", "nonsense", "python", "-c", "x"]);
  assertEquals(wrong.code, 2);
  match(wrong.stderr, /python has: tokens, tree, bytecode, trace/);
});

Deno.test("dump trace shows the regions of a run, also without a pass", async () => {
  const code = "i = 0\nwhile i < 3000:\n    i += 1\nprint(i)";
  const { code: exit, stdout } = await cli(["dump", "trace", "--pass=peeling", "python", "-c", code]);
  assertEquals(exit, 0);
  match(stdout, /^3000\n=== region 1 \(loop\), build 1, without peeling\nloop \([^]*=== region 1 \(loop\), build 1\nn\d+ = [^]*\nloop \(/);
  match((await cli(["dump", "trace", "tiny", "-c", "print(1);"])).stdout, /^1\n\(nothing was compiled\)\n/);
  const wrong = await cli(["dump", "trace", "--pass=magic", "python", "-c", code]);
  assertEquals(wrong.code, 2);
  match(wrong.stderr, /Unknown pass "magic"; choose from: peeling, bridges, joins/);
});

Deno.test("--gc-log and --jit-log write JSON lines", async () => {
  await withFiles({ "work.py": "a = []\nfor i in range(300000): a = [i, a[:1]]\nprint(a[0])" }, async (folder) => {
    const logs = [`--gc-log=${folder}/gc.log`, `--jit-log=${folder}/jit.log`];
    assertEquals((await cli(["run", ...logs, "python", `${folder}/work.py`])).stdout, "299999\n");
    const lines = (name: string) => Deno.readTextFileSync(`${folder}/${name}`).trim().split("\n").map((line) => JSON.parse(line));
    const collections = lines("gc.log");
    const { minor, full, takenBytes } = collections.at(-1);
    assertEquals([minor > 0, takenBytes > 0, minor + full], [true, true, collections.length]);
    let endMs = 0;
    for (const { kind, atMs, pauseMs } of collections) {
      assertEquals([["minor", "full"].includes(kind), pauseMs >= 0, atMs >= endMs - 0.01], [true, true, true]);
      endMs = atMs + pauseMs;
    }
    assertEquals(lines("jit.log").every((event) => typeof event.event === "string"), true);
  });
});

for (const [language, name, program] of [["python", "hello.py", "print('hello')"], ["scheme", "hello.scm", '(display "hello")']]) {
  Deno.test(`hello in ${language} loads at most 20 modules`, async () => {
    await withFiles({ [name]: program }, async (folder) => {
      const args = ["run", "-A", `--coverage=${folder}/coverage`, CLI, "run", language, `${folder}/${name}`];
      const { code } = await new Deno.Command(Deno.execPath(), { args }).output();
      assertEquals(code, 0);
      const root = new URL("..", import.meta.url).href;
      const loaded = new Set<string>();
      for (const { name } of Deno.readDirSync(`${folder}/coverage`)) {
        if (!name.endsWith(".json")) continue;
        const { url } = JSON.parse(Deno.readTextFileSync(`${folder}/coverage/${name}`));
        if (url.startsWith(root)) loaded.add(url);
      }
      assertEquals(loaded.size > 5, true);
      assertEquals(loaded.size <= 20, true, `${loaded.size} modules:\n${[...loaded].sort().join("\n")}`);
    });
  });
}
