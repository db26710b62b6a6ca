/** Functions of the bundle: written so that V8 compiles them with their module, and the same program as before. */

import { deepStrictEqual as assertEquals } from "node:assert";
import { compiledEagerly, recordingCalls } from "../../../toolkit/bundle/eager.ts";

async function valueOf(text: string): Promise<unknown> {
  return (await import(`data:text/javascript,${encodeURIComponent(text)}`)).default;
}

const PROGRAMS: Readonly<Record<string, string>> = {
  "functions before their declaration": "const x = f(2); function f(n) { return g(n); function g(n) { return n * 3; } } export default x;",
  "functions of a block are of that block":
    "const out = []; for (const i of [1, 2]) { function f() { return i; } out.push(f); } export default out.map((f) => f());",
  "methods, accessors, computed names":
    "const k = 'c'; class A { #v = 1; a() { return this.#v; } get b() { return 2; } set b(x) { this.#v = x; } [k]() { return 3; } 'd e'() { return 4; } }\n" +
    "const a = new A(); a.b = 5; export default [a.a(), a.b, a.c(), a['d e']()];",
  "private methods of a class and of the one derived from it":
    "class A { #m() { return 'A'; } a() { return this.#m(); } } class B extends A { #m() { return 'B'; } b() { return this.#m() + this.a(); } }\n" +
    "export default new B().b();",
  "super, static, constructors":
    "class A { constructor(x) { this.x = x; } m() { return this.x; } static s() { return new this(7); } static name() { return 'n'; } }\n" +
    "class B extends A { m() { return super.m() + 1; } } export default [B.s().m(), A.s().m(), A.name()];",
  "generators and async functions": "function* g() { yield 1; yield* h.g(); } const h = { *g() { yield 2; }, async a() { return 3; } };\n" +
    "class C { async *m() { yield 4; } } const all = [...g(), await h.a()]; for await (const x of new C().m()) all.push(x); export default all;",
  "a name that is also a method's": "function m(x) { return x + 1; } class A { m(x) { return m(x) * 2; } } export default new A().m(1);",
  "anonymous classes and arrow functions":
    "const A = class { a() { return [1, 2].map((x) => x * this.b()); } b() { return 3; } }; export default new A().a();",
};

/** A set with every name. */
const ALL = { has: () => true } as unknown as ReadonlySet<string>;

/** What a program is, and which of its functions it calls. */
async function called(text: string): Promise<{ names: Set<string>; value: unknown }> {
  const scope = globalThis as { calledFunctions?: Set<string> };
  const names = scope.calledFunctions = new Set();
  return { names, value: await valueOf(recordingCalls(text)) };
}

for (const [name, text] of Object.entries(PROGRAMS)) {
  Deno.test(`eagerly compiled: ${name}`, async () => {
    const expected = await valueOf(text);
    assertEquals(await valueOf(compiledEagerly(text, ALL)), expected);
    const { names, value } = await called(text);
    assertEquals(value, expected);
    assertEquals(names.size > 0, true);
    assertEquals(await valueOf(compiledEagerly(text, names)), expected);
  });
}

Deno.test("eagerly compiled: methods are expressions in parentheses, others stay", () => {
  const text = "class A { m(x) { return x; } n() {} }";
  assertEquals(compiledEagerly(text, new Set(["A.m"])), 'class A {static{this.prototype["m"]=(function(x) { return x; });}  n() {} }');
});

Deno.test("calls are recorded by names that the rewriter finds again", async () => {
  const text = "const t = [() => 1, () => 2]; class A { #m() { return t.map((f) => f()); } static s() { return new A().#m(); } u() {} }\n" +
    "const g = (x) => { function h() { return x; } return () => h(); }; export default [A.s(), g(1)()];";
  const { names } = await called(text);
  assertEquals([...names].sort(), ["A.#m", "A.#m.1", "A.s", "g", "g.1", "g.h", "t.1", "t.2"]);
  assertEquals(
    compiledEagerly(text, names),
    'const t = [(() => 1), (() => 2)]; class A {static{this.prototype["m$1"]=(function() { return t.map(((f) => f())); });' +
      'this["s"]=(function() { return new A().m$1(); });}   u() {} }\n' +
      "const g = ((x) => {const h=(function() { return x; });  return (() => h()); }); export default [A.s(), g(1)()];",
  );
});
