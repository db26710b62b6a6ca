import { deepStrictEqual, strictEqual, throws } from "node:assert";
import { compile } from "../../../examples/tiny/compiler.ts";
import { parse, TinySyntaxError } from "../../../examples/tiny/lexer_parser.ts";
import { resolve } from "../../../examples/tiny/scopes.ts";
import { CONFIGURATIONS } from "./configurations.ts";
import { generate } from "./generate.ts";
import { shrink } from "./shrink.ts";
import { sourceOf } from "./source.ts";

const FOLDER = new URL("../../../examples/tiny/programs/", import.meta.url);

/** What the comments `# expect: …` and `# expect error: …` of a program promise. */
function expectations(source: string): { output: string[]; error: string | null } {
  const output = [...source.matchAll(/# expect: (.*)/g)].map((m) => m[1].trim());
  return { output, error: /# expect error: (.*)/.exec(source)?.[1].trim() ?? null };
}

const files = [...Deno.readDirSync(FOLDER)].map((e) => e.name).filter((n) => n.endsWith(".tiny")).sort();
for (const file of files) {
  for (const configuration of CONFIGURATIONS) {
    Deno.test(`examples/tiny/programs/${file} does what it says in configuration "${configuration.name}"`, () => {
      const source = Deno.readTextFileSync(new URL(file, FOLDER));
      const { output, error } = configuration.run(source);
      deepStrictEqual({ output, error }, expectations(source));
    });
  }
}

Deno.test("parse() reads what sourceOf() wrote, for 200 random programs", () => {
  for (let seed = 0; seed < 200; seed++) {
    const text = sourceOf(generate(seed));
    strictEqual(sourceOf(parse(text)), text, `seed ${seed}`);
  }
});

Deno.test("generate() gives the same program for the same seed", () => {
  deepStrictEqual(generate(7), generate(7));
});

Deno.test("shrink() keeps what makes a program fail", () => {
  const has = (text: string) => text.includes("exchange(");
  const seed = Array.from({ length: 100 }, (_, i) => i).find((s) => has(sourceOf(generate(s))))!;
  const small = sourceOf(shrink(generate(seed), (p) => has(sourceOf(p))));
  strictEqual(has(small), true);
  strictEqual(small.split("\n").length < 4, true, small);
});

Deno.test("resolve() and parse() report errors with their line", () => {
  const problem = (source: string) => {
    let message = "";
    throws(() => resolve(source, parse(source)), (e) => (message = (e as Error).message, e instanceof TinySyntaxError));
    return message;
  };
  strictEqual(problem("let x = 1;\nprint(y);"), 'line 2: Unknown name "y"');
  strictEqual(problem("print(1, 2);"), "line 1: print takes 1 arguments, not 2");
  strictEqual(problem("let = 1;"), 'line 1: Expected a name, found "="');
  strictEqual(problem("x = ;"), 'line 1: Expected a name, found ";"');
  strictEqual(problem("\n\nlet a = 1 +"), 'line 3: Expected a name, found "end of program"');
  strictEqual(problem("f() = 1;"), "line 1: This cannot be assigned to");
  strictEqual(problem("yield 1;"), "line 1: yield outside of a function");
});

Deno.test("compile() reports a break outside of a loop", () => {
  throws(() => compile("break;", new Map()), /line 1: break outside of a loop/);
});
