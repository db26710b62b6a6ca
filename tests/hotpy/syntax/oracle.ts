/**
 * Compares the parser with CPython (pyodide): `deno run -A tests/hotpy/syntax/oracle.ts [stdlib [filter]|errors|write|mutate [count [seed]]]`.
 *
 * - `stdlib`: the trees of every module of the standard library must be equal, positions included.
 * - `errors`: every snippet of `snippets.ts` must fail (or not) as it does in CPython.
 * - `mutate`: statements of the library with one token deleted, doubled, moved, replaced or added must fail as they do in CPython.
 * - `write`: writes what CPython says about the snippets to `errors.json`, which `errors_test.ts` reads.
 *
 * Output: a line for each difference, then the counts. Read it from the top: the first difference in a file is shown, the rest of that
 * file is not compared.
 */

import { parseModule, PythonSyntaxError, Source } from "../../../hotpy/syntax/parser.ts";
import { tokenize } from "../../../hotpy/syntax/lexer.ts";
import { dump, ORACLE_DUMP } from "./dump.ts";
import { describe, type Expected } from "./expected.ts";
import { SNIPPETS } from "./snippets.ts";
import { loadOracle } from "../../../toolkit/deps_build.ts";

/** What we use of pyodide. */
interface Python {
  // deno-lint-ignore no-explicit-any
  runPython(code: string): any;
  // deno-lint-ignore no-explicit-any
  globals: any;
}

const CHECK = `
import ast, warnings, zipfile, sys, unicodedata

def character(name):
    try:
        return unicodedata.lookup(name)
    except KeyError:
        return None

def check(source):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            tree = oracle_dump(ast.parse(source))
            error = None
        except (SyntaxError, MemoryError) as e:
            tree = None
            msg = getattr(e, "msg", str(e))
            error = [type(e).__name__, msg, getattr(e, "lineno", None), getattr(e, "offset", None),
                     getattr(e, "end_lineno", None), getattr(e, "end_offset", None), getattr(e, "text", None)]
    return json.dumps({"tree": tree, "error": error, "warnings": [[str(w.message), w.lineno] for w in caught] if tree else []})

library = zipfile.ZipFile(next(p for p in sys.path if p.endswith(".zip")))
modules = [n for n in library.namelist() if n.endswith(".py")]

def module_bytes(name):
    return library.read(name)

def module_dump(name):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return oracle_dump(ast.parse(library.read(name)))
`;

const [mode = "stdlib", filter = ""] = Deno.args;
const { loadPyodide } = await loadOracle();
const python: Python = await loadPyodide();
python.runPython(ORACLE_DUMP + CHECK);
const lookup = python.globals.get("character");
const options = { characterNames: (name: string): string | null => lookup(name) ?? null };

if (mode === "stdlib") {
  compareLibrary();
} else if (mode === "mutate") {
  compareMutants(Number(Deno.args[1] ?? 1000), Number(Deno.args[2] ?? 1));
} else {
  const check = python.globals.get("check");
  const expected: Expected[] = SNIPPETS.map((source) => ({ source, ...JSON.parse(check(source)) }));
  if (mode === "write") {
    const lines = expected.map((entry) => JSON.stringify(entry));
    Deno.writeTextFileSync(new URL("errors.json", import.meta.url), `[\n${lines.join(",\n")}\n]\n`);
  } else {
    let differences = 0;
    for (const entry of expected) {
      const ours = describe(entry.source, options);
      const theirs = { tree: entry.tree, error: entry.error, warnings: entry.warnings };
      if (JSON.stringify(ours) === JSON.stringify(theirs)) continue;
      differences++;
      console.log(JSON.stringify(entry.source));
      console.log("  ours:   ", show(ours));
      console.log("  CPython:", show(theirs));
    }
    console.log(`${expected.length} snippets, ${differences} differences`);
  }
}

function show(result: { tree: string | null; error: unknown; warnings: unknown[] }): string {
  const warnings = result.warnings.length > 0 ? ` ${JSON.stringify(result.warnings)}` : "";
  return (result.tree ?? JSON.stringify(result.error)) + warnings;
}

function compareLibrary(): void {
  const names: string[] = python.globals.get("modules").toJs();
  const read = python.globals.get("module_bytes");
  const theirDump = python.globals.get("module_dump");
  let differences = 0;
  let sizeBytes = 0;
  let timeMs = 0;
  for (const name of names) {
    if (!name.includes(filter)) continue;
    const bytes: Uint8Array = read(name).toJs();
    sizeBytes += bytes.length;
    let ours: string;
    try {
      const begin = performance.now();
      const source = new Source(name, bytes);
      const { tree } = parseModule(source, name, options);
      timeMs += performance.now() - begin;
      ours = dump(tree, source);
    } catch (e) {
      differences++;
      if (!(e instanceof PythonSyntaxError)) throw e;
      console.log(`${name}:${e.line}: ${e.message}`);
      continue;
    }
    const theirs: string = theirDump(name);
    if (ours === theirs) continue;
    differences++;
    let at = 0;
    while (ours[at] === theirs[at]) at++;
    console.log(`${name}:\n  ours:    …${ours.slice(Math.max(0, at - 150), at + 100)}`);
    console.log(`  CPython: …${theirs.slice(Math.max(0, at - 150), at + 100)}`);
  }
  const speed = (sizeBytes / 1e6 / (timeMs / 1e3)).toFixed(1);
  console.log(`${names.length} modules, ${differences} differences; ${sizeBytes} bytes parsed in ${timeMs.toFixed(0)} ms (${speed} MB/s)`);
}

/** Compares on statements with one random change. */
function compareMutants(count: number, seed: number): void {
  let state = seed;
  const random = (limit: number): number => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return Math.floor((state / 0x80000000) * limit);
  };
  const names: string[] = python.globals.get("modules").toJs();
  const read = python.globals.get("module_bytes");
  const check = python.globals.get("check");
  const statements: string[] = [];
  for (let i = 0; i < 60; i++) {
    const source = new Source("x", read(names[random(names.length)]).toJs() as Uint8Array);
    const { tree } = parseModule(source, "x", options);
    for (const { start, end } of tree.body) {
      const lines = source.text.slice(source.lineStarts[source.lineOf(start) - 1], end).split("\n");
      if (lines.length <= 25) statements.push(lines.join("\n") + "\n");
    }
  }
  const extra = (": = , . ( ) [ ] { } a 1 'x' * ** + - if else for in not and or lambda := == pass return def class import from as is " +
    "yield await async print with try except del global while match case type -> @ ; % < None True").split(" ");
  let differences = 0;
  for (let i = 0; i < count; i++) {
    const statement = statements[random(statements.length)];
    const { starts, ends } = tokenize(new Source("x", statement));
    const at = random(starts.length - 1);
    const [from, to] = [starts[at], ends[at]];
    const token = statement.slice(from, to);
    const other = extra[random(extra.length)];
    let mutant: string;
    switch (random(5)) {
      case 0:
        mutant = statement.slice(0, from) + statement.slice(to);
        break;
      case 1:
        mutant = statement.slice(0, from) + token + " " + statement.slice(from);
        break;
      case 2:
        mutant = statement.slice(0, from) + statement.slice(starts[at + 1], ends[at + 1]) + " " + token + statement.slice(ends[at + 1]);
        break;
      case 3:
        mutant = statement.slice(0, from) + other + statement.slice(to);
        break;
      default:
        mutant = statement.slice(0, from) + other + " " + statement.slice(from);
    }
    const theirs = check(mutant);
    const ours = JSON.stringify(describe(mutant, options));
    if (JSON.stringify(JSON.parse(theirs)) === ours) continue;
    differences++;
    console.log(mutant.length > 400 ? JSON.stringify(mutant) : mutant);
    console.log("  ours:   ", show(JSON.parse(ours)).slice(0, 300));
    console.log("  CPython:", show(JSON.parse(theirs)).slice(0, 300));
  }
  console.log(`${count} mutants, ${differences} differences`);
}
