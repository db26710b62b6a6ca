/**
 * Writes what CPython says about failing snippets to `tracebacks.json`, which `traceback_test.ts` reads.
 *
 *     deno run -A tests/hotpy/host/traceback_oracle.ts
 *
 * Each case is the source, what is known of the error (as the VM reports it) and the text of the traceback.
 */

import { loadOracle } from "../../../toolkit/deps_build.ts";

const SNIPPETS = [
  `1/0`,
  `x = 1\nx.foo`,
  `a = [1]\na[5]`,
  `a={}\na['x']['y']`,
  `(1 +\n 2 +\n None)`,
  `print(1,\n  2 + 'a',\n  3)`,
  `def f(a,\n      b):\n    return (a +\n            b)\nf(1, 'x')`,
  `def f():\n    return g(\n        1,\n        2,\n        3,\n        4,\n        5,\n    )\ndef g(*a): raise ValueError(a)\nf()`,
  `def f(): return h()\ndef h(): return 1 // 0\nx = f()`,
  `def f(): return h() + 1\ndef h(): return 1 // 0\nx = f()`,
  `x = (lambda: 1/0)()`,
  `def 名(x): return x + '字'\n名(  名 (1) )`,
  `y = "日本語" + 5`,
  `s = "日本語"; s[10]`,
  `d = {}\nd [ 'a' ] [ 1 ]`,
  `raise ValueError("a\\nb")`,
  `try:\n  1/0\nexcept ZeroDivisionError as e:\n  raise KeyError('x') from e`,
  `try:\n  1/0\nexcept ZeroDivisionError as e:\n  e.add_note("hi"); raise`,
  `def f(n):\n  if n: f(n-1)\n  else: 1/0\nf(6)`,
  `def f(n):\n  if n: f(n-1)\n  else: 1/0\nf(4)`,
  `def f(n):\n  if n: f(n-1)\n  else: 1/0\nf(3)`,
  `class A:\n  def __getattr__(self, n): raise AttributeError(n)\nA().x.y`,
  `import nope_mod`,
  `from math import nope`,
  `assert 1 == 2, "msg"`,
  `assert (1 ==\n 2)`,
  `[1/i for i in (1,0)]`,
  `x = [\n  1,\n  2 /\n  0,\n  3,\n]`,
  `f = lambda x: x.y\nf( 3 )`,
  `a = b = 1\na.b.c = 2`,
  `del nope`,
  `nope`,
  `x: int = nope + 1`,
  `a = 5\na(1)(2)`,
  `a = [1]\na[0][1][2]`,
  `"abc" % (1,2)`,
  `1 if nope else 2`,
  `for i in 5: pass`,
  `with 5: pass`,
  `(a, b) = 1, 2, 3`,
  `x = not_def.y(1)`,
  `def f():\n\tif True:\n\t\treturn 1 + \\\n\t\t  None\nf()`,
  `a = 1; b = a + None; c = 3`,
  `x = 1 if 1/0 else 2`,
  `a = (1 # comment +\n  + None)`,
  `z = 2 ** 'a'`,
  `z = 2 // 'a'`,
  `z = (2)//('a')`,
  `not (1 + None)`,
  `-(1 + None)`,
  `x = a.b`,
  `max(\n  1,\n  'a'\n)`,
  `int('x')`,
  `return_value = int(\n 'x')`,
  `print(*5)`,
  `a = [1,2,3]\nb = a[\n   'k'\n]`,
  `a = [1]\na[\n  5\n  ] = 3`,
  `a = {}\na['q'] += 1`,
  `from os import (path,\n nope)`,
  `@nope\ndef f(): pass`,
  `class A(nope): pass`,
  `class A:\n  x = 1/0`,
  `def f(a=1/0): pass`,
  `f"{1/0}"`,
  `f"abc {nope!r} {1}"`,
  `x = yield_ (1)`,
  `def g():\n  yield 1/0\nlist(g())`,
  `async_ = 1\nasync_.x`,
  `if 1 < 'a': pass`,
  `a = 'x' in 5`,
  `raise`,
  `raise 5`,
  `1 < 2 < 'a'`,
  `x = [1, 2]\nx.append(1,\n\n\n\n\n\n  2)`,
  `(\n1\n+\n\n\n\n\nNone\n)`,
  `(aaaaaaaaaa.bbbb\n  .ccc\n  .ddd(1))`,
  `(int\n  .ccc\n  .ddd(1))`,
  `foo(\n a,\n b,\n)`,
  `import sys; sys.exit(1/0)`,
  `x = {1: 2}[\n3]`,
  `while nope: pass`,
  `    \n\n1/0\n`,
  `match nope:\n  case 1: pass`,
  `x = 1 + (2 + (3 + None))`,
  `x = 1 + (\n2 + (3 + None))`,
  `🎉 = 1`,
  `s = "🎉🎉" + 1`,
  `"é" + 1 + 2`,
];

const RUNNER = `
import json, linecache, traceback
def show(source):
    lines = source.split("\\n")
    linecache.cache["f.py"] = (len(source), None, [line + "\\n" for line in lines], "f.py")
    def describe(e):
        if e is None: return None
        def column(line, offset):
            return None if offset is None else len(lines[line - 1].encode()[:offset].decode())
        entries = [
            dict(filename=f.filename, name=f.name, line=f.lineno, endLine=f.end_lineno, column=column(f.lineno, f.colno),
                 endColumn=column(f.end_lineno, f.end_colno))
            for f in traceback.extract_tb(e.__traceback__)
        ]
        # The message as it is shown, suggestions included.
        last = traceback.TracebackException.from_exception(e)
        shown = next(last.format_exception_only()).rstrip("\\n")
        name = type(e).__name__
        return dict(type=name, message=shown[len(name) + 2:], entries=entries, notes=getattr(e, "__notes__", []), cause=describe(e.__cause__),
                    context=describe(e.__context__), suppressContext=e.__suppress_context__)
    try:
        exec(compile(source, "f.py", "exec"), {"__name__": "__main__"})
    except SyntaxError:
        return "null"
    except BaseException as e:
        e.__traceback__ = e.__traceback__.tb_next
        return json.dumps(dict(source=source, text="".join(traceback.format_exception(e)), error=describe(e)))
    return "null"
`;

const { loadPyodide } = await loadOracle();
const oracle = await loadPyodide();
oracle.runPython(RUNNER);
const show = oracle.globals.get("show");
const cases = SNIPPETS.map((source) => JSON.parse(show(source))).filter((found) => found !== null);
Deno.writeTextFileSync(new URL("./tracebacks.json", import.meta.url), JSON.stringify(cases, null, 1) + "\n");
console.log(`${cases.length} of ${SNIPPETS.length} snippets written`);
