/** `mod.ts` as an embedder uses it: from a file and by URL, values, streams, errors, limits, capabilities. */

import { deepStrictEqual as assertEquals, match, rejects, throws } from "node:assert";
import { LimitError, loadHotPy, type PyProxy, PythonError } from "../mod.ts";

const ROOT = new URL("../", import.meta.url);
const TYPES: Record<string, string> = {
  ".ts": "application/typescript",
  ".js": "application/javascript",
  ".json": "application/json",
  ".wasm": "application/wasm",
};

Deno.test("runPython gives the value of the last expression", async () => {
  using hotpy = await loadHotPy();
  assertEquals(hotpy.runPython("x = 6\nx * 7"), 42);
  assertEquals(hotpy.runPython("'a' + 'é😀'"), "aé😀");
  assertEquals(hotpy.runPython("2 ** 70"), 2n ** 70n);
  assertEquals(hotpy.runPython("-(2 ** 53)"), -(2n ** 53n));
  assertEquals(hotpy.runPython("2 ** 53 - 1"), Number.MAX_SAFE_INTEGER);
  assertEquals(hotpy.runPython("1.5"), 1.5);
  assertEquals(hotpy.runPython("x > 5"), true);
  assertEquals(hotpy.runPython("None"), undefined);
  assertEquals(hotpy.runPython("y = 1"), undefined);
  assertEquals(hotpy.runPython("1;"), undefined);
});

Deno.test("runPython gives objects, infinities and huge integers as the table of docs/embedding.md says", async () => {
  using hotpy = await loadHotPy();
  const proxy = hotpy.runPython("class Meters:\n  def __str__(self): return '3 m'\nMeters()") as PyProxy;
  assertEquals([proxy.type, String(proxy)], ["Meters", "3 m"]);
  assertEquals(hotpy.runPython("1e999"), Infinity);
  assertEquals(Number.isNaN(hotpy.runPython("1e999 - 1e999")), true);
  assertEquals(Object.is(hotpy.runPython("-0.0"), -0), true);
  assertEquals(hotpy.runPython("10 ** 6000"), 10n ** 6000n);
  assertEquals(hotpy.runPython("1; 2"), 2);
  assertEquals(hotpy.runPython("if True: 3"), undefined);
  throws(() => hotpy.runPython("x = ="), (error) => error instanceof PythonError && error.type === "SyntaxError");
});

Deno.test("globals are read and written from the host", async () => {
  using hotpy = await loadHotPy();
  hotpy.runPython("a = 1\ndef f(v): return v + a");
  assertEquals(hotpy.globals.get("a"), 1);
  assertEquals(hotpy.globals.has("nope"), false);
  hotpy.globals.set("a", 10n ** 30n);
  assertEquals(hotpy.runPython("f(5)"), 10n ** 30n + 5n);
  hotpy.globals.set("a", "text");
  assertEquals(hotpy.runPython("a.upper()"), "TEXT");
  hotpy.globals.set("a", 2.5);
  assertEquals(hotpy.globals.get("a"), 2.5);
  for (const value of [true, false, undefined, -5, 2 ** 40, -0.5, "é"]) {
    hotpy.globals.set("v", value);
    assertEquals(hotpy.globals.get("v"), value);
  }
  hotpy.globals.delete("a");
  assertEquals(hotpy.globals.has("a"), false);
});

Deno.test("an uncaught error is a PythonError with the traceback, and the VM goes on", async () => {
  using hotpy = await loadHotPy();
  throws(
    () => hotpy.runPython("def f():\n    return 1 / 0\nf()", { filename: "embedded.py" }),
    (error) => {
      assertEquals(error instanceof PythonError, true);
      const { type, message } = error as PythonError;
      assertEquals(type, "ZeroDivisionError");
      match(
        message,
        /^Traceback \(most recent call last\):\n {2}File "embedded\.py", line 3, in <module>\n[^]*ZeroDivisionError: division by zero$/,
      );
      return true;
    },
  );
  throws(() => hotpy.runPython("x = ("), (error) => error instanceof PythonError && error.type === "SyntaxError");
  assertEquals(hotpy.runPython("1 + 1"), 2);
});

Deno.test("streams go where the embedder says", async () => {
  using hotpy = await loadHotPy();
  const out: string[] = [], err: string[] = [];
  hotpy.setStdout({ batched: (line) => out.push(line) });
  hotpy.setStderr({ batched: (line) => err.push(line) });
  hotpy.runPython("import sys\nprint('one')\nprint('two', end='')\nprint(file=sys.stderr)");
  assertEquals([out, err], [["one", "two"], [""]]);
  const bytes: number[] = [];
  hotpy.setStdout({ raw: (byte) => bytes.push(byte) });
  hotpy.runPython("print('é')");
  assertEquals(bytes, [0xc3, 0xa9, 0x0a]);
});

Deno.test("standard input comes from the embedder, by lines", async () => {
  const lines = ["Ann", "42"];
  using hotpy = await loadHotPy({ stdin: () => lines.shift() });
  assertEquals(hotpy.runPython("input() + ' ' + input()"), "Ann 42");
  throws(() => hotpy.runPython("input()"), (error) => error instanceof PythonError && error.type === "EOFError");
  hotpy.setStdin({ stdin: () => "again" });
  assertEquals(hotpy.runPython("input()"), "again");
});

Deno.test("objects without an equal in JavaScript are proxies", async () => {
  using hotpy = await loadHotPy();
  const proxy = hotpy.runPython("[1, 'two', {'three': (4.5, None)}, len]") as PyProxy;
  assertEquals([proxy.type, String(proxy).startsWith("[1, 'two', {'three': (4.5, None)}, <built-in function len>")], ["list", true]);
  const [one, two, three, len] = proxy.toJs() as unknown[];
  assertEquals([one, two, three, (len as PyProxy).type], [1, "two", new Map([["three", [4.5, undefined]]]), "builtin_function_or_method"]);
  hotpy.globals.set("again", proxy);
  assertEquals(hotpy.runPython("again.append(5)\nlen(again)"), 5);
  proxy.destroy();
  hotpy.globals.set("data", { list: [1, [2]], map: new Map([[1, "x"]]), big: 10n ** 20n });
  assertEquals(hotpy.runPython("data['list'][1][0] + len(data['map'][1]) + data['big'] - 10 ** 20"), 3);
});

Deno.test("the guest reads only files it was given", async () => {
  using hotpy = await loadHotPy({ files: { "/lib.py": "def twice(x): return 2 * x\n" } });
  assertEquals(hotpy.runPython("import lib\nlib.twice(21)"), 42);
  throws(() => hotpy.runPython("import cli"), (error) => error instanceof PythonError && error.type === "ModuleNotFoundError");
});

Deno.test("limits raise errors that leave the VM usable", async () => {
  using hotpy = await loadHotPy({ limits: { steps: 50_000 } });
  throws(() => hotpy.runPython("while True: pass"), (error) => error instanceof LimitError && error.limit === "steps");
  hotpy.setLimits({ timeoutMs: 20 });
  throws(() => hotpy.runPython("while True: pass"), (error) => error instanceof LimitError && error.limit === "time");
  hotpy.setLimits({ outputBytes: 100 });
  throws(() => hotpy.runPython("while True: print('x' * 30)"), (error) => error instanceof LimitError && error.limit === "output");
  hotpy.setLimits({ memoryBytes: 200 << 20 });
  throws(
    () => hotpy.runPython("a = []\nwhile True: a.append('x' * 100000)"),
    (error) => error instanceof LimitError && error.limit === "memory",
  );
  hotpy.setLimits({});
  hotpy.runPython("a = None");
  hotpy.setLimits({ depth: 100 });
  throws(() => hotpy.runPython("def f(): return f()\nf()"), (error) => error instanceof PythonError && error.type === "RecursionError");
  hotpy.setLimits({});
  assertEquals(hotpy.runPython("sum(range(100000))"), 4999950000);
});

Deno.test("a caught limit is not the reason of a later error", async () => {
  using hotpy = await loadHotPy({ limits: { steps: 10_000 } });
  const code = "try:\n    while True: pass\nexcept TimeoutError as e: text = str(e)\nint('none')";
  throws(() => hotpy.runPython(code), (error) => error instanceof PythonError && error.type === "ValueError");
  hotpy.setLimits({});
  assertEquals(hotpy.runPython("text"), "Step limit reached (limit: 10000 loop iterations and calls)");
});

Deno.test("an interrupt buffer ends a program from another thread", async () => {
  using hotpy = await loadHotPy();
  const buffer = new Uint8Array(new SharedArrayBuffer(1));
  hotpy.setInterruptBuffer(buffer);
  const source = "onmessage = ({ data }) => setTimeout(() => Atomics.store(data, 0, 2), 30);";
  const worker = new Worker("data:text/javascript," + encodeURIComponent(source), { type: "module" });
  worker.postMessage(buffer);
  throws(() => hotpy.runPython("while True: pass"), (error) => error instanceof PythonError && error.type === "KeyboardInterrupt");
  worker.terminate();
  assertEquals(hotpy.runPython("'alive'"), "alive");
});

Deno.test("two VMs do not see each other", async () => {
  using a = await loadHotPy();
  using b = await loadHotPy();
  a.runPython("x = 'a'");
  throws(() => b.runPython("x"), (error) => error instanceof PythonError && error.type === "NameError");
});

Deno.test("mod.ts and cli.ts run when imported by URL", async () => {
  await using server = Deno.serve({ port: 0, hostname: "127.0.0.1", onListen() {} }, (request) => {
    const path = new URL(request.url).pathname;
    try {
      const type = TYPES[path.slice(path.lastIndexOf("."))] ?? "application/octet-stream";
      return new Response(Deno.readFileSync(new URL("." + path, ROOT)), { headers: { "content-type": type } });
    } catch {
      return new Response("not found", { status: 404 });
    }
  });
  const base = `http://127.0.0.1:${server.addr.port}`;
  const folder = Deno.makeTempDirSync();
  try {
    const use = `import { loadHotPy } from "${base}/mod.ts";\nusing hotpy = await loadHotPy();\nconsole.log(hotpy.runPython("6 * 7"));\n`;
    Deno.writeTextFileSync(folder + "/use.ts", use);
    const run = async (args: string[]) => {
      const command = new Deno.Command(Deno.execPath(), { args, cwd: folder, env: { NO_COLOR: "1" } });
      const { code, stdout, stderr } = await command.output();
      return [code, new TextDecoder().decode(stdout), code === 0 ? "" : new TextDecoder().decode(stderr)];
    };
    const flags = [
      "run",
      "--no-prompt",
      "--no-lock",
      "--reload=" + base,
      "--allow-net=127.0.0.1",
      `--allow-import=127.0.0.1:${server.addr.port}`,
    ];
    assertEquals(await run([...flags, "use.ts"]), [0, "42\n", ""]);
    assertEquals(await run([...flags, `${base}/cli.ts`, "run", "python", "-c", "print('by URL')"]), [0, "by URL\n", ""]);
    assertEquals(await run([...flags, `${base}/cli.ts`, "run", "scheme", "-p", '"by URL"']), [0, '"by URL"\n', ""]);
  } finally {
    Deno.removeSync(folder, { recursive: true });
  }
});

Deno.test("loadHotPy refuses options that are none", async () => {
  await rejects(loadHotPy({ limits: { timeoutMs: -1 } }), RangeError);
});
