import { deepStrictEqual as assertEquals, throws } from "node:assert";
import { parseRequest, UsageError } from "../../commands/run.ts";

const parse = (...args: string[]) => parseRequest(args, () => ({ "-u": "", "-q": "" }));

Deno.test("parseRequest leaves what follows the program to the guest", () => {
  const request = parse("run", "python", "prog.py", "--jit=off", "-c", "x", "--help");
  assertEquals(request.program, { kind: "file", path: "prog.py" });
  assertEquals(request.args, ["--jit=off", "-c", "x", "--help"]);
  assertEquals(request.machine.jit.enabled, true);
  assertEquals(request.show, null);
});

Deno.test("parseRequest takes options before and after the language", () => {
  const request = parse("run", "--jit=threshold=2", "--gc-stress", "3", "python", "--jit-without=fold,gvn", "-u", "-", "a");
  assertEquals(request.machine.jit, { enabled: true, threshold: 2, without: ["fold", "gvn"] });
  assertEquals(request.machine.gc.stress, 3);
  assertEquals([request.language, request.flags, request.program, request.args], ["python", ["-u"], { kind: "stdin" }, ["a"]]);
});

Deno.test("parseRequest reads grouped flags and attached code as CPython does", () => {
  assertEquals(parse("run", "python", "-uqcprint(1)", "-x").program, { kind: "code", text: "print(1)" });
  assertEquals(parse("run", "python", "-c", "1", "-x").args, ["-x"]);
  assertEquals(parse("run", "python", "-uq").flags, ["-u", "-q"]);
  assertEquals(parse("run", "python", "--", "-odd-name.py", "a").program, { kind: "file", path: "-odd-name.py" });
  assertEquals(parse("run", "python", "--", "-odd-name.py", "a").args, ["a"]);
});

Deno.test("parseRequest reads limits with units", () => {
  const { limits } = parse("run", "--max-memory=64M", "--max-time=250", "--max-steps=1000", "--max-output=2k", "python", "x").machine;
  assertEquals(limits, { memoryBytes: 64 * 1024 * 1024, timeoutMs: 250, steps: 1000, outputBytes: 2048 });
});

Deno.test("parseRequest refuses what it does not know, by name", () => {
  const wrong: [string[], RegExp][] = [
    [["run", "--nope", "python"], /unknown option --nope/],
    [["run", "python", "-z", "x.py"], /unknown option -z/],
    [["run", "python", "-c"], /Argument expected for the -c option/],
    [["run", "--jit=maybe", "python"], /on, off or threshold=N, not "maybe"/],
    [["run", "--gc-stress=-1", "python"], /whole number/],
    [["run", "--max-memory=lots", "python"], /64M/],
    [["run", "--jit-log"], /Argument expected/],
  ];
  for (const [args, message] of wrong) throws(() => parse(...args), (error) => error instanceof UsageError && message.test(error.message));
});
