/** What names mean in which scope. */

import { buildSymbolTable, mangle, type Scope, type SymbolOptions } from "../../../hotpy/compiler/symbol_table.ts";
import { parseModule } from "../../../hotpy/syntax/parser.ts";
import { expectSame, expectText } from "./expect.ts";

/** One line a scope: kind, name, `name:resolution …`, closure. */
function show(source: string, options: SymbolOptions = {}): string {
  const { source: text, tree } = parseModule(source, "t.py");
  const lines: string[] = [];
  const walk = (scope: Scope, depth: number) => {
    const names = [...scope.resolved].filter(([name]) => !name.startsWith(".")).map(([name, resolution]) => ` ${name}:${resolution}`).join(
      "",
    );
    const frees = scope.frees.size === 0 ? "" : ` closes over ${[...scope.frees].sort().join(" ")}`;
    lines.push(`${"  ".repeat(depth)}${scope.kind} ${scope.name}${scope.inlined ? " inlined" : ""}${names}${frees}`);
    for (const child of scope.children) walk(child, depth + 1);
  };
  walk(buildSymbolTable(text, tree, options).top, 0);
  return lines.join("\n");
}

function check(name: string, source: string, expected: string): void {
  Deno.test(`buildSymbolTable() ${name}`, () => expectText(show(source), expected.trim()));
}

check(
  "makes cells of locals that inner functions use",
  "def f(a):\n  b = 1\n  def g(): return a\n  return b\n",
  `
module top f:local
  function f a:cell b:local g:local
    function g a:free closes over a`,
);
check(
  "hands a name through the scopes between",
  "def f(a):\n  def g():\n    def h(): return a\n",
  `
module top f:local
  function f a:cell g:local
    function g h:local closes over a
      function h a:free closes over a`,
);
check(
  "needs no cell for an inlined comprehension",
  "def f(a): return [a + x for x in a]\n",
  `
module top f:local
  function f a:local
    function <listcomp> inlined x:local a:free`,
);
check(
  "needs a cell for a function in an inlined comprehension",
  "def f(a): return [lambda: a + x for x in a]\n",
  `
module top f:local
  function f a:cell
    function <listcomp> inlined x:cell
      function lambda a:free x:free closes over a x`,
);
check(
  "does not inline generator expressions",
  "def f(a): return (a for x in a)\n",
  `
module top f:local
  function f a:cell
    function <genexpr> x:local a:free closes over a`,
);
check(
  "lets functions look past a class",
  "def f(x):\n  class A:\n    x = 1\n    def g(self): return x\n",
  `
module top f:local
  function f x:cell A:local
    class A x:local g:local closes over x
      function g self:local x:free closes over x`,
);
check(
  "resolves global and nonlocal",
  "x = 1\ndef f():\n  global x\n  y = 1\n  def g():\n    nonlocal y\n    x, y = 1, 2\n",
  `
module top x:global_explicit f:local
  function f x:global_explicit y:cell g:local
    function g y:free x:local closes over y`,
);
check(
  "gives the walrus of a comprehension to the function around it",
  "def f(a): [y := x for x in a]\n",
  `
module top f:local
  function f a:local y:local
    function <listcomp> inlined x:local y:free`,
);
check(
  "gives methods the class cell",
  "class A:\n  def f(self): return super().f()\n",
  `
module top A:local
  class A f:local
    function f self:local super:global_implicit __class__:free closes over __class__`,
);
check(
  "puts type parameters in a scope of their own",
  "def f[T: int](a: T): return T\n",
  `
module top f:local
  type_parameters f T:cell
    type_variable T int:global_implicit
    annotation __annotate__ T:free closes over T
    function f a:local T:free closes over T`,
);
check(
  "lets annotations see the class",
  "class A:\n  T = int\n  def f(self, a: T): pass\n",
  `
module top A:local
  class A T:local int:global_implicit f:local
    annotation __annotate__ __classdict__:free T:global_implicit closes over __classdict__
    function f self:local a:local`,
);
check(
  "mangles private names",
  "class _A:\n  __x = 1\n  def f(self, __y): return __y.__z\n",
  `
module top _A:local
  class _A _A__x:local f:local
    function f self:local _A__y:local`,
);

Deno.test("mangle() leaves special, dotted and plain names alone", () => {
  expectSame(["x", "_x", "__x", "__x__", "__a.b"].map((name) => mangle("__C", name)), ["x", "_x", "_C__x", "__x__", "__a.b"]);
  expectSame(mangle("___", "__x"), "__x");
});
