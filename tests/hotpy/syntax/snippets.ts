/**
 * Snippets of source on whose trees, errors and warnings our parser and CPython must agree; most are not valid.
 *
 * Input of `oracle.ts`, which asks CPython, and so of `errors.json`. Add a snippet here, run `oracle.ts write`, and the test covers it.
 */

const nest = (open: string, inside: string, close: string, count: number): string => open.repeat(count) + inside + close.repeat(count);

/** In groups by area. */
export const SNIPPETS: string[] = [
  // numbers
  ..."0777|0_7|00|1__0|1_|0x|0xg|0b2|0b12|0o8|0o18|1e|1e+|1.e|1a|1_a|1.5a|1jx|12ab|1and2|0b1 if|0_|0b|0o|0b_|0x_1|0x1_|0b1_2|1_j".split(
    "|",
  ),
  ..."1.5_0|1._5|1e_5|1e5_|1E5x|0xfz|0b1e|0o7a|09.5|09|09e1|09j|00.5|0e0|1..a|1...a|1.real|1 .real|1.__class__|1._|5i|5n|5e|5el|5f".split(
    "|",
  ),
  ..."5forx|5andx|5o|5orx|5é|5.é|0xé|0b1é|1if x else y|5in x|5is|5not in x|5not|5else|5or x|0x1for x in y|00077|0_0_7|é = 1__0".split("|"),
  "9".repeat(4400),
  "x = [\n  1,\n  0777,\n]",
  // strings
  "'abc",
  "'abc\\'",
  "x=\\\n 'abc",
  "'abc\\\ndef",
  "x='''abc\nd",
  "'''abc\\'''",
  '"""abc',
  "'\\\n",
  "'''\\\n",
  "'a\nb'",
  "a = b'",
  "é = '",
  "'\\d'",
  "'\\d\\e'",
  "b'\\d\\e'",
  "'''\n\\d'''",
  "x = '''\n\n  \\d'''",
  "'\\8'",
  "'\\400'",
  "b'\\400'",
  "'\\777'",
  "'\\0\\00\\18'",
  "'\\x41\\t\\a\\b\\f\\v\\n\\r\\\\\\''",
  "'ab\\\ncd'",
  "'\\N{EM DASH}'",
  "'\\N{foo}'",
  "'\\N'",
  "'\\N{}'",
  "'\\x1'",
  "'\\x'",
  "'\\u12'",
  "'\\U00110000'",
  "'\\ud800'",
  "'é\\x'",
  "'\\u00e9\\N{LATIN SMALL LETTER A'",
  "b'\\x1'",
  "b'ab\\x'",
  "b'é'",
  "bR'é'",
  "rb'\\x1\\d'",
  "a = 'b' '\\x1'",
  "bu'x'",
  "uf'x'",
  "ft'x'",
  "bf'x'",
  "rr'x'",
  "ru'x'",
  "tb'x'",
  "xyz'x'",
  "u'a' 'b'",
  "'a' u'b'",
  "b'a' 'b'",
  "'a' b'b'\n",
  "x = (b'a' f'b')",
  "b'a' b'\\xff'",
  // f-strings and t-strings
  ..."f'{'|f'{a'|f'{}'|f'{a!}'|f'{a!x}'|f'{a!r b}'|f'}'|f'{a b}'|f'{a:{'|f'{lambda x:1}'|f'{a $ b}'|f'''{a|f'{a|f'{*a}'|f'{yield}'".split(
    "|",
  ),
  ..."f'{a:=5}'|f'{(a:=5)}'|f'{!r}'|f'{=}'|f'{:x}'|f'{a!=b}'|f'abc|f'a{{'|f'}}a'|f'{{'|f'{{{x}}}'|f'{a:{b:{c}}}'|f'{a:{b:{c:{d}}}}'".split(
    "|",
  ),
  ..."f'{a!r:|f'{a:b|f'{a'b'}'|f'{a[}'|f'{a(}'|f'{)}'|f'{a]}'|f'{a[b}'|f'{|f'{'+'}'|f'{a # }'|f'{a:}}'|f'{a!r}}'|f'{a}}'|f'{{}'".split("|"),
  ..."f'{a=!s:^20}'|f'{a = :x}'|f'{ a  =  !r  }'|f'{a,b}'|f'{a:=}'|f'{ {1:2}[1] }'|f'{a:{b}c{d}}'|f'{a!r:}'|f'' f''|f''|f'{a}' ''".split(
    "|",
  ),
  ..."'' f'{a}'|'a' f'' 'b'|f'a' u'b'|u'b' f'a'|f'{'a' 'b'}'|f'{f'{f'{1}'}'}'|t'{a}{b:x}{c!r}'|t'a{b}' 'c'|t''|t'{(a)}'|t'{a  =}'".split(
    "|",
  ),
  ..."t'{a:{b=}}'|t'{ a = !r}'|f'{a!r=}'|f'{a = b}'|f'{a==b}'|f'{a<=b}'|f'{a!=b!r}'|f'{(lambda x: x)}'|f'{lambda: 1:x}'|f'{a:lambda}'"
    .split("|"),
  ..."f'{a! r}'|f'{a!r }'|f'{a ! r}'|f'{a !r}'|t'a' 'b'|f'a' t'b'|t'{}'|t'{a!x}'|t'}'|t'abc|t'''abc|a = t'{x|t'{ x+1 !r:a}' t'b'|t'{x=}'"
    .split("|"),
  ..."f'{x:{{y}}}'|f'{a;b}'|f'{a if b}'|f'{for}'|f'{a:{b c}}'|f'{f(a b)}'|f'{a.}'|f'{1+}'|f'{a!r!s}'|f'{a!1}'|f'{a!r:x!s}'|f'{a:x}{'|f'{x=y=z}'"
    .split("|"),
  ..."f'{a:{}}'|f'{a:{b!}}'|f'{def}'|f'{pass}'|f'{x: {y z}}'|f'{ }'|f'{ !r}'|f'{a:{*b}}'|f'{*}'|f'{**a}'|f'{a,}'|f'{a, *b}'|t'{a b}'|t'{a!}'"
    .split("|"),
  "f'\\d{x}'",
  "f'\\{x}'",
  "f'\\{{a}}'",
  "f'{x:\\d}'",
  "fr'\\d{x}\\N{a}'",
  "rf'\\{a}\\'b'",
  "f'\\N{EM DASH}{x}'",
  "f'\\N{foo}'",
  "f'\\N{foo'",
  "f'\\x1{a}'",
  "f'{a}\\x1'",
  "f'{a:\\n}'",
  "f'{a:\\N{EM DASH}}'",
  "f'{a!\nr}'",
  "f'{x # c\n = }'",
  "t'{a # b\n}'",
  "f'{a\n}'",
  "f'a\nb'",
  'f"a',
  "f'''abc\n",
  "f'''{x:a\nb}'''",
  "f'{x:a\nb}'",
  "f'''{a\n",
  "f'''{\na b}'''",
  "f'{a:{b\n}}'",
  "x = f'{a'\ny = 2",
  // characters, brackets, joined lines
  ..."$|a ? b|a!b|`a`|1 <> 2|\x01|a\u00a0b|a = “x”|x = 5 é$|é b|x = €|(]|a)|}|(1}|{1)|[(1, 2]|f(a b|x = (|foo(|[1, 2|{1: 2|{1:".split("|"),
  "x\u200b = 1",
  "x = 1\n\x01",
  "a\u0300 = 1",
  "\ufeffx",
  "(\n1,\n",
  "(\n]",
  "((\n\n)]",
  "\\ x",
  "\\",
  "a \\",
  "x = 1 \\\n",
  "x = 1\ny = \\ z",
  "x = 1\n \\ z",
  "\\\n",
  "\\\n\\\n",
  "x = \\\n\n",
  "x = (1 \\\n",
  "(1\n\\",
  "\\\nx",
  "(a b\nx = 'abc",
  "f(a b)\nx = 'abc",
  "f(a b\nx=1",
  "x = (\ny = 1\n",
  "x = (1\ny = 1\nz = 2\n",
  "foo(a,\n   b c\n",
  "x = {'a': 1\ndef f(): pass",
  "if x\n  pass\n 1__0",
  "1__0\nif x",
  "print 'a\n",
  "a b\nx = )",
  "a b\nx = (",
  "a b\n(\n",
  "x = [a, b\nfor y in z: pass",
  nest("(", "a", ")", 60),
  nest("(", "a", ")", 201),
  nest("[", "", "]", 30),
  nest("(", "a b", ")", 20),
  nest("f(", "a=", ")", 20),
  nest("{1:", "a b", "}", 15),
  // indentation
  "  x",
  "\tx",
  "\n\n  x",
  "x\n  y",
  "  \n x",
  "  # c\n x",
  "\x0c x",
  "\x0c\nx",
  "  \\\nx",
  "if a:\n  \\\n  x",
  "if a:\n\\\n  x\n",
  "if a:\n  x\n\\\n  y",
  "if a:\n  x\n  \\\ny",
  "if a:\n  x\n\x0c  y",
  "if a:\nb",
  "if a:\n  b\n c",
  "if a:\n    x\n  y\n",
  "if a:\n    x\n  y = '",
  "if a:\n\tb\n        c\n",
  "if a:\n        b\n\tc\n",
  "if a:\n  b\n\tc\n",
  "class A:\n  x\n    y",
  "x = 1\n  y = 2\n",
  "def f():\n  x\n y\n",
  Array.from({ length: 120 }, (_, i) => " ".repeat(i) + "if a:").join("\n"),
  "if a:\n  if b:\n  c",
  "class A:\n  def f():\nx",
  "class A:\n  def f():\n\n  # c\n\nx\n",
  "def f():\n",
  "def f():\n  # c\n",
  "if x:",
  "if x:\n\n",
  "if x:\n\n\n# c\n",
  "if x: pass\n  y",
  ..."|\n|# c|x = 1;|x = 1;;|;|  |x;;y|x\r\ny|x\ry".split("|"),
  "x = 1 # é\n  y",
  // blocks without indentation or colon
  ..."if a:\nx|if a: pass\nelif b:\nx|if a: pass\nelse:\nx|while a:\nx|while a: pass\nelse:\nx|for a in b:\nx|for a in b: pass\nelse:\nx"
    .split("|"),
  ..."with a:\nx|with a as b:\nx|with (a, b):\nx|try:\nx|try: a\nexcept:\nx|try: a\nexcept A:\nx|try: a\nexcept A as b:\nx|try: a\nfinally:\nx"
    .split("|"),
  ..."try: a\nexcept: b\nelse:\nx|try: a\nexcept* A:\nx|try: a\nexcept* A as b:\nx|def f():\nx|def f(a, b=1) -> c:\nx|class A:\nx|class A(b):\nx"
    .split("|"),
  ..."match a:\nx|match a:\n  case b:\n  x|async def f():\nx|async for a in b:\nx|async with a:\nx|match a:|match a:\n|match a:\n  x|match a:\n  case"
    .split("|"),
  ..."if a\n  x|if a:: x|if a x|if a b:|if\n|if:|if a: pass\nelif b\n  x|if a: pass\nelif\n|if a: pass\nelse\n  x|if a: pass\nelse x|elif a: x|else: x"
    .split("|"),
  ..."while a\n  x|while\n|while a: pass\nelse\n  x|for a in b\n  x|for a in\n  x|for a\n  x|for\n|for a in b: pass\nelse\n  x|for a b in c: d"
    .split("|"),
  ..."with a\n  x|with a as b\n  x|with (a, b)\n  x|with (a as b, c)\n  x|with a, b\n  x|with\n|with a as: x|with a as f(): x|with a as 1: x|with (a as 1): x"
    .split("|"),
  ..."with (a as b, c as f()): x|with (a as b c): x|with a as b, c as d e: x|with (a, b) as (c, d+1): x|with a as b c: pass|with a as (b c): pass"
    .split("|"),
  ..."try\n  x|try: a\nexcept\n  x|try: a\nexcept A\n  x|try: a\nexcept A as b\n  x|try: a\nfinally\n  x|try: a\nx|try: a\nelse: b|try:\n  a\nx = 1"
    .split("|"),
  ..."try: a\nexcept A, B as c: x|try: a\nexcept A, B, C as c: x|try: a\nexcept A, B: x|try: a\nexcept (A, B) as c: x|try: a\nexcept* A, B: x"
    .split("|"),
  ..."try: a\nexcept* A, B as c: x|try: a\nexcept*: x|try: a\nexcept *A: x\nexcept B: y|try: a\nexcept A: x\nexcept* B: y|try: a\nexcept A as b.c: x"
    .split("|"),
  ..."try: a\nexcept A as f(): x|try: a\nexcept* A as b[0]: x|try: a\nexcept A as 1: x|try: a\nexcept:\n  x\nexcept A:\n y|try: a\nexcept A,: x"
    .split("|"),
  ..."try: a\nexcept A B: x|try: a\nexcept*\n  x|try: a\nexcept* A\n  x|try:\n  a\nelse:\n  b\nfinally:\n  c|except: x|finally: x|try: a\nexcept A, B\n  x"
    .split("|"),
  ..."def f()\n  x|def f:\n  x|def f(\n|def f(): \n|def\n|def 1(): x|def f(a: x|def f() -> : x|def f() -> a\n  x|def f() a: x|async def f()\n  x|async x"
    .split("|"),
  ..."class A\n  x|class A(\n|class A(b)\n  x|class\n|class 1: x|class A b: x|class A(b c): x|class A(b=1, c): x|class A(b for c in d): x|class A(*b, **c): x"
    .split("|"),
  ..."match a\n  case b: x|match a:\n  case b\n    x|match a:\n  case: x|match a:\n  case b if: x|match a:\n  case b:\n    x\n  y|match a b:\n  case c: x"
    .split("|"),
  ..."match (a\n  b)|match: int|match = 1|match[a]: int = 1|match(a)|match a|match -a|match *a|match, b = c|match.a = 1|match a, *b:\n  case c: d"
    .split("|"),
  ..."@a\nx|@a b\ndef f(): x|@\ndef f(): x|@a def f(): x|@(a)(b)\ndef f(): x|@a\n|@a := b\ndef f(): x|@a = b\ndef f(): x|@a\nasync x|@a\n@b"
    .split("|"),
  "async for a in b\n  x",
  "async with a\n  x",
  "if a:\n  x\nelse:\n  y\nelif b:\n  z",
  "for a in b:\n  x\nelse\n  y",
  "while a:\n  x\n else:\n  y",
  "if a:\n  pass\n  else:\n  pass",
  "try:\n  a\n  except A:\n  b",
  // patterns
  ..."match a:\n case b as _: x|match a:\n case b as c.d: x|match a:\n case b as f(): x|match a:\n case b as 1: x|match a:\n case a.b as c: x"
    .split("|"),
  ..."match a:\n case A(b=1, c): x|match a:\n case A(b=1, c, d): x|match a:\n case A(b=c, d, e=f, g): x|match a:\n case A(b c): x|match a:\n case A(b=): x"
    .split("|"),
  ..."match a:\n case 1+1: x|match a:\n case 1j+1: x|match a:\n case -1j: x|match a:\n case -a: x|match a:\n case 1+2j: x|match a:\n case -1-2j: x"
    .split("|"),
  ..."match a:\n case +1: x|match a:\n case {a: b}: x|match a:\n case {1: b, **c}: x|match a:\n case {**c, 1: b}: x|match a:\n case {**_}: x"
    .split("|"),
  ..."match a:\n case {1: b, **c, d: e}: x|match a:\n case {**c, **d}: x|match a:\n case {a.b: c, 'x': y, None: z, -1: w}: x|match a:\n case f'x': x"
    .split("|"),
  ..."match a:\n case (a): x|match a:\n case (a,): x|match a:\n case (): x|match a:\n case []: x|match a:\n case [a, *b]: x|match a:\n case *a, b: x"
    .split("|"),
  ..."match a:\n case *a: x|match a:\n case (*a): x|match a:\n case (*a,): x|match a:\n case a | b | 1: x|match a:\n case a |: x|match a:\n case a, b if c: x"
    .split("|"),
  ..."match a:\n case a.b(c.d, e=f): x|match a:\n case a.b[0]: x|match a:\n case f()(): x|match a:\n case a b: x|match a:\n case a = 1: x|match a:\n case a := 1: x"
    .split("|"),
  ..."match a:\n case True | None | False: x|match a:\n case 'a' 'b': x|match a:\n case b'a': x|match a:\n case 1.5 | 1_0: x|match a:\n case _: x|match a:\n case lambda: x"
    .split("|"),
  ..."match a:\n case not b: x|match a:\n case b and c: x|match a:\n case b < c: x|match a:\n case t'x': x|match a:\n case {1}: x|match a:\n case a if b := c: x"
    .split("|"),
  "match a, b:\n case 1: x\n case 2: y\nz",
  "match a:\n  case 1: x\n case 2: y",
  "match a:\n  case 1 :\n    pass\n  # c\n  case [1, [2, (3, 4)], {'k': A(x, y=z)}] as w if w: pass",
  // two expressions side by side
  ..."a b|(a b)|[a b]|{a b}|f(a b)|f(a, b c)|(a, b c)|[a, b c, d]|{a: b c}|{a: b, c d}|{a b: c}|x[a b]|x[a:b c]|(a + b c)|(a b + c)|(a b c)"
    .split("|"),
  ..."(a 'b')|(f 'b')|('a' b)|(1 2)|(a.b c.d)|(a() b())|(not a b)|(a if b else c d)|(lambda: a b)|(a lambda: b)|(a not b)|(a await b)|(a b for c in d)"
    .split("|"),
  ..."(a (b) c)|[a for b in c d]|(print a)|(print a, b)|f(print a)|(exec a)|(a b, c d)|x = (a b)|x = [a\nb]|f(a\n b)|(match a)|(_ a)|(type a)|(case a)"
    .split("|"),
  ..."f(a b=c)|f(a=b c)|f(a=b c=d)|f(a b, c=d)|f(*a b)|f(**a b)|{**a b}|[*a b]|(*a b)|(yield a b)|{'a': 1 'b': 2}|{'a' 1}|{1: 2, 3}|{1: 2, 3: }|{1:}"
    .split("|"),
  ..."{1: 2, 3, 4: 5}|{1: *a}|{1: **a}|{1: 2, **a for b in c}|{**a for b in c}|{a: b for c in d e}|{*a: b}|{1: 2, *a}|{**a, b}|{a, **b}|{a, b: c}|{:1}|{,}"
    .split("|"),
  ..."(a, b\n c)|(a\n b\n c)|a = b c|a = b, c d|return a b|a + b c|(a < b c)|(a < b < c d)|(a or b c)|(a and b c)|(a is b c)|(a in b c)|f(a)(b c)|x[a](b c)"
    .split("|"),
  ..."(a.b c.d, e)|(a[0] b)|(a b[0])|(a b())|a b()|a (b c)|print(a b)|print((a b))|f(a, b, c d, e)|f(a, (b c), d)|(1 if 2 3)|(a if b c else d)|(await a b)"
    .split("|"),
  // legacy statements
  ..."print a|print 'a'|print a, b|print|print a.b|print -1|print (a) b|print(a) b|exec a|exec 'a' in b|print f(a)|print a if b else c|print not a|print *a|print a = b"
    .split("|"),
  ..."print a;|x = print a|if a: print b|print 'a' % b|print >>a, b|print a b|print(a), b c|print a\nx = 1|print yield|print lambda: a|raise A, b|a <> b|x = 10L"
    .split("|"),
  "def f():\n  print a\n  return",
  "except A, e: pass",
  // assignment
  ..."1 = x|a + 1 = x|f() = x|f() = g() = x|x = f() = 1|x = 1 = y|(a, 1) = x|[a, f()] = x|(a, b + 1) = c|*a = x|*f() = x|(*a, 1) = x|'a' = x|f'{a}' = x"
    .split("|"),
  ..."None = x|True = x|False = 1|x = None = 1|__debug__ = 1|... = x|a if b else c = x|lambda: a = x|lambda: (a = x)|not a = x|a < b = x|a and b = x|-a = x"
    .split("|"),
  ..."await a = x|{} = x|{a} = x|{a: b} = x|[] = x|() = x|(a) = x|(1) = x|[x for x in y] = 1|{x for x in y} = 1|{x: y for x in y} = 1|(x for x in y) = 1|(yield) = x"
    .split("|"),
  ..."yield = x|yield a = b|x = yield = y|x = yield a = y|(a := b) = c|a := b|a := b := c|(a := b := c)|(a.b := c)|(a[0] := c)|(1 := c)|(f() := c)|((a, b) := c)"
    .split("|"),
  ..."[a := b, c]|[a = b]|(a = b)|(a = b, c)|{a = b}|{a: b = c}|(a.b = c)|f((a = b))|x[a = b]|x[a := b]|x[a:b := c]|x[a:=b]|x[a.b = c]|(a == b = c)|(a = b = c)"
    .split("|"),
  ..."if a = b: x|if a.b = c: x|if a[0] = 1: x|if f() = 1: x|if 1 = a: x|if a = b = c: x|if (a = b): x|if a and b = c: x|if not a = b: x|if a < b = c: x|if a := b: x"
    .split("|"),
  ..."while a = b: x|while a.b = c: x|elif a = b: x|if x:\n  a\nelif b = c: x|if a == b = c: x|if a = 1 and b: x|if a = b == c: x|if [a] = b: x|if (a, b) = c: x|if True = a: x"
    .split("|"),
  ..."a += b += c|a + b += c|f() += 1|(a, b) += 1|[a] += 1|a, b += 1|1 += 1|None += 1|x.y += 1|x[0] += yield|(a) += 1|*a += 1|a += |a += b c|(yield) += 1|a if b else c += 1"
    .split("|"),
  ..."a =|a = b =|a == |a = = b|= a|a, = b|a,, b|, a|a = ,|a = b,|a = *b|a = *b, c|a = **b|*a|*a, b|(*a)|(*a, b)|**a|(**a)|[**a]|*|(*)|f(*)|f(**)|[*]|x = *|*a, *b = c"
    .split("|"),
  ..."a -> b|a: b = c = d|a: b c|a: |a: = 1|a: int = |a: b, c|(a): b|(a.b): c = 1|a.b: c|a[0]: b = c|(a, b): c|[a, b]: c|a, b: c|a, b: c = d|a, *b: c|f(): b|1: b"
    .split("|"),
  ..."a + b: c|'a': b|'a': b, c|lambda: a: b|(a, b), c: d|((a, b)): c|[a]: b = c|a = b: c|a.b.c: d|(a: b)|[a: b]|f(a: b)|f(a, b: c)|{a: b: c}|if a: b: c|not a: b"
    .split("|"),
  ..."del a + b|del f()|del (a, b)|del (a, f())|del [a, 1]|del a, b.c, d[0]|del a,|del|del *a|del (*a, b)|del *a, b|del a b|del 1|del None|del (a)|del ()|del []|del a = b|del {}|del (a for a in b)"
    .split("|"),
  ..."del a, f(), b|del a if b else c|del -a|del a.b()|del (a), (b)|del ((a), [b, c])|del 'a'|del f'a'|del (yield)|del a := b|del (a := b)|del lambda: a|del await a"
    .split("|"),
  // for targets and comprehensions
  ..."for 1 in a: b|for f() in a: b|for a, 1 in b: c|for (a, f()) in b: c|for a + b in c: d|for *a in b: c|for *a, b in c: d|for a in b in c: d|for a.b, c[0] in d: e"
    .split("|"),
  ..."for a not in b: c|for a if b in c: d|for in a: b|for a, in b: c|for a in *b, c: d|for a in b c: d|for a := b in c: d|for lambda: a in b: c|for (a in b): c|for a of b: c"
    .split("|"),
  ..."[a for 1 in b]|[a for b]|[a for b c]|[a for b, c]|[a for b in]|[a for in b]|[a for b in c if]|[a for b in c if d if e]|[a for b in c for]|[for a in b]|[a for b, 1 in c]"
    .split("|"),
  ..."(a for f() in b)|{a for b + c in d}|{a: b for 1 in c}|[*a for b in c]|(*a for b in c)|{*a for b in c}|[a, b for c in d]|[a, for c in d]|{a, b for c in d}|(a, b for c in d)"
    .split("|"),
  ..."[a, b, c for d in e]|{a, for c in d}|[(a, b) for c in d]|[a async for b in c]|[async for b in c]|[a for async b in c]|[a async b in c]|[a := b for c in d]|[a = b for c in d]"
    .split("|"),
  ..."[a for b in c, d]|[a for b in lambda: c]|[a for b in c if lambda: d]|[a for b in c if d else e]|[a if b for c in d]|[a for b in c if d := e]|[yield a for b in c]|(yield a for b in c)"
    .split("|"),
  ..."[a for b in yield c]|{a: b, c: d for e in f}|{a: *b for c in d}|{**a, b: c for d in e}|f(a for b in c, d)|f(a, b for c in d)|f(a for b in c)|f(a for b in c,)|f(a, b for c in d, e)"
    .split("|"),
  ..."f(a=b for c in d)|f(a, b=c for d in e)|f(*a for b in c)|f(**a for b in c)|f(a for b in c for d in e, g)|f(a for b in c, d for e in f)|f((a for b in c), d)|f(a for b in c if d, e)"
    .split("|"),
  ..."class A(a for b in c, d): pass|[a for b.c in d]|[a for b[0], *c in d]|[a for (b, [c, d]) in e]|[a for b in c async for d in e]|(a for b in c d)|[a for b not in c]|[a for b == c in d]"
    .split("|"),
  // calls
  ..."f(a=1, b)|f(a=1, b, c)|f(**a, b)|f(**a, *b)|f(**a, b=1)|f(a=1, *b)|f(a=1, **b, c)|f(*a, b)|f(a=1, *b, c)|f(a=1, a=2)|f(a, a=1, b=2, c)|f(**a, *b, c)|f(**a, b=1, *c)"
    .split("|"),
  ..."f(1=2)|f(a.b=1)|f(a()=1)|f(a[0]=1)|f(None=1)|f(True=1)|f(a+b=1)|f('a'=1)|f((a)=1)|f(a, b.c=1)|f(a=1, b.c=2)|f(lambda: a=1)|f(not a=1)|f(a if b else c=1)|f(a<b=1)"
    .split("|"),
  ..."f(a=)|f(a=, b)|f(a, b=)|f(a=1, b=)|f(a=,)|f(=1)|f(,)|f(a,,b)|f(a b=1)|f(a := b)|f(a := b, c=d)|f(a=b:=c)|f(a.b := c)|f(a=b=c)|f(a==b=c)|f(*a=b)|f(**a=b)|f(*a, *b=c)"
    .split("|"),
  ..."f(*)|f(**)|f(*, a)|f(a, *)|f(a *)|f(a **)|f(*a,)|f(**a,)|f(a, b|f(a;b)|f(a:b)|f(yield)|f(yield a)|f(return)|f(def)|f(if a)|f(for a in b)|f(a if b)|f(a else b)|f(a in)"
    .split("|"),
  ..."f(True=1, b)|f(a, None=2)|f(__debug__=1)|f(a=yield)|f(*yield)|f(a=*b)|f(a=**b)|f(* *a)|f(***a)|f(a=1 b=2)|f(a=1, b c=2)|f(a)(|f()()(b c)|f(a, b=c, d.e=f)|f(a=1, 2=3)"
    .split("|"),
  "f(a=1,\n  b.c=2)",
  "f(\n  a=1,\n  b\n)",
  "f(a,\n  b for c in d)",
  // conditional expressions, operators
  ..."a if b|(a if b)|a if b else|x = a if b|x = a if b else|x = a if b else c if d|a if else b|a if b else c d|pass if a else b|x = pass if a else b|a if b else pass|a if b else return"
    .split("|"),
  ..."x = a if b else pass|x = a if b else break|break if a else b|continue if a else b|x = a if b else continue|return a if b else raise|x = a if b else import c|x = a if b: c|(a if b else pass)"
    .split("|"),
  ..."a if b else print c|x = (a if b, c)|[a if b]|f(a if b, c)|x = a if b else del c|x = a if b else x = 1|return if a else b|x = break if a else b|(pass if a else b)|pass if a|x = a if (b else c)"
    .split("|"),
  ..."a +|a + + b|a + not b|a * not b|a - not b + c|a % not b|a // not b|a @ not b|a ** not b|a < not b|a << not b|a & not b|+ not a|- not a|~ not a|not not a|a and|and a|or|not"
    .split("|"),
  ..."a not b|a not in|a is|a is not|a in|a not not b|a ! b|a != |a << |a ** |a ** -b|- a ** -b|a ** b ** c|a.|a.1|a.if|a.b.|.a|a..b|a[|a[]|a[b|a[b:c:d:e]|a[:]|a[::]|a[b, c:d, *e]|a[*b]"
    .split("|"),
  ..."a[b c]|a[*]|a[**b]|a[b=c]|a[:=b]|a[b:=c:d]|a[b if c]|a[yield]|a[(yield)]|a[b,]|a[,]|a[b:c,]|a ++|a --|++a|a++ + b|x++|a === b|a =! b|a && b|a \\|\\| b|!a|a ?b :c|a => b"
    .split("|").map((s) => s.replaceAll("\\|\\|", "||")),
  ..."lambda|lambda:|lambda a|lambda a b: c|lambda a, b=1, c: d|lambda (a, b): c|lambda *: a|lambda *, **a: b|lambda **a, b: c|lambda /: a|lambda a, /, b, /: c|lambda *a, /: b"
    .split("|"),
  ..."lambda a=: b|lambda *a=1: b|lambda **a=1: b|lambda *a, *b: c|lambda a: b = c|lambda a: b: c|lambda 1: a|lambda a, 1: b|lambda a.b: c|lambda a: yield b|lambda: (yield)|lambda a, (b), c: d"
    .split("|"),
  ..."lambda a, a: b|lambda *, a=1, b: c|lambda a, /, *, b: c|lambda a=1, /, b: c|lambda *a, **b, c: d|lambda a: int: b|lambda (a): b|lambda a, /* b: c|lambda *, : a|lambda x, *: y"
    .split("|"),
  ..."await|await a|await a b|await await a|-await a|await -a|await a ** b|yield|yield a b|yield from|yield from a, b|yield from *a|yield *a|yield *a, b|x = yield|x = yield *a, b|(yield from a)|f(yield from a)"
    .split("|"),
  // parameters
  ..."def f(a=1, b): x|def f(a, (b, c)): x|def f((a)): x|def f((a, b)=c): x|def f(a, (b)): x|def f(*): x|def f(*, **a): x|def f(*,): x|def f(a, *): x|def f(**a, b): x|def f(**a, *b): x"
    .split("|"),
  ..."def f(**a, **b): x|def f(**a, /): x|def f(/): x|def f(/, a): x|def f(a, /, b, /): x|def f(*a, /): x|def f(*, a, /): x|def f(a, /, *): x|def f(a, / *b): x|def f(a /): x|def f(a,, b): x"
    .split("|"),
  ..."def f(a=): x|def f(a, b=): x|def f(a=, b): x|def f(*a=1): x|def f(**a=1): x|def f(*a, *b): x|def f(*a, *): x|def f(*, *a): x|def f(*, a, *b): x|def f(a b): x|def f(a, b c): x"
    .split("|"),
  ..."def f(a: int b): x|def f(1): x|def f(a, 1): x|def f('a'): x|def f(a.b): x|def f(a[0]): x|def f(None): x|def f(a, None): x|def f(if): x|def f(a=1 b=2): x|def f(a := 1): x|def f(*a: *b): x"
    .split("|"),
  ..."def f(a: *b): x|def f(**a: *b): x|def f(a: int=1, /, b: str='x', *c: d, e: f=g, **h: i) -> j: x|def f(a, b): -> c|def f(a=1, /, b): x|def f(a=1, *, b, c=2, d): x|def f(a, a): x|def f(a,): x"
    .split("|"),
  ..."def f(*a,): x|def f(**a,): x|def f(*, a,): x|def f(,): x|def f(a:): x|def f(a: b=): x|def f(lambda): x|def f(a=b=c): x|def f(a=lambda: b): x|def f(a -> b): x|def f(a) -> b, c: x|def f(a) = b"
    .split("|"),
  ..."def f[T](): x|def f[](): x|def f[T: int = str, *Ts = *a, **P = b](): x|def f[*Ts: a](): x|def f[**P: a](): x|def f[*Ts: (a, b)](): x|def f[T U](): x|def f[1](): x|def f[T](a=1, b): x"
    .split("|"),
  ..."class A[T]: x|class A[]: x|class A[T, ](B): x|class A[*Ts: (a, b)]: x|class A[T=]: x|class A[T: ]: x|type X = int|type X[T] = a|type X[] = a|type X|type X = |type X[T: a] = b c|type = 1|type(a)|type a b"
    .split("|"),
  ..."type X[**P: a] = b|type X[**P: (a, b)] = b|type X.y = a|type 1 = a|type X: int|type if = a|type X[T]|type X[T] a|type X := a|type X, Y = a|type|type in a|type not in a|type [a]|type -a|type X += 1"
    .split("|"),
  // imports
  ..."import|import a,|import a b|import a.|import a.b as c|import a as b.c|import a as f()|import a as 1|import a as|import a from b|import a, b from c|import a.b from c.d|import *|import (a)|import a as b c"
    .split("|"),
  ..."from a import|from a import b,|from a import (b,)|from a import ()|from a import (b|from a import (b c)|from a import *, b|from a import b as c.d|from a import b as f()|from a import b as|from a|from import a"
    .split("|"),
  ..."from . import a|from .a import b|from ... import a|from .... import a|from . .a import b|from a import b.c|from a import 1|from a import b c|from a import (*)|from a import b, *|from a.b import c as d, e"
    .split("|"),
  ..."from .  import|from a import b as c, d as e.f|from a import (b as c.d)|from a import b as None|from a import b,\n|from a import b, c,\nx|from a import (b, c,)\nx|import a as None|import a.b.c, d as e|from a import b;"
    .split("|"),
  ..."import a; from b import|from a import b if c|from .import a|from.a import b|from ...a.b import c|from a import if|import if|import a.if|from if import a|from a import b = c|import a = b|from a import b: c"
    .split("|"),
  // other simple statements
  ..."return|return *a, b|return a b|return = 1|return yield|return (yield)|raise|raise a from b|raise a from|raise from a|raise a, b|raise a b|raise *a|assert|assert a|assert a, b|assert a, b, c|assert a b"
    .split("|"),
  ..."assert (a, b)|assert a = b|assert a := b|assert (a := b)|assert a.b = c|assert 1 = 2|assert f() = a, b|assert *a|assert a,|global|global a|global a, b|global a,|global a = 1|global a.b|global 1|nonlocal a|nonlocal a b"
    .split("|"),
  ..."pass a|pass = 1|break a|break = 1|continue a|pass; x|pass pass|if = 1|class = 1|x.class|x.if = 1|def = 1|True|None.a|f(None)|print|async = 1|await = 1|async|x = async|x = if|x = for|x = in a|in|is|as|from|with = 1"
    .split("|"),
  ..."a as b|a from b|a for b in c|a else b|a: pass|a; b; c|a;|a b; c|if a: b; c|if a: if b: c|if a: for b in c: d|for a in b: while c: d|class A: def f(): x|if a: def f(): x|with a: class b: c|x = def|(def)|[pass]"
    .split("|"),
  ..."(return)|{import a}|f(import)|x = import a|x = raise|x = class|x = while|x = try|x = with a|x = del a|x = global a|x = lambda|x = not|x = not a b|x = await|x = yield from"
    .split("|"),
  "x = 1\ny = 2 3\nz = 4",
  "def f():\n    return 1 2\n",
  "class A:\n    def f(self):\n        x = (1 +\n    def g(self): pass\n",
  "x = {\n  'a': 1,\n  'b' 2,\n}",
  "x = [\n  1,\n  2\n  3,\n]",
  "x = f(\n  a=1\n  b=2\n)",
  "for i in range(10)\n    print(i)\n",
  "def f(x):\n    if x = 3:\n        pass\n",
  "a = 1\nif a == 1:\nprint(a)\n",
  "try:\n    x = 1\nexcept ValueError, e:\n    pass\n",
  "é = (ü b)",
  "x = '😀'; f(a b)",
  "'😀' = 1",
  "x = 'é' 1",
  "async def f():\n  await = 1",
  "def f():\n\tx = 1\n        y = 2\n",
  "while True:\n    break\n  x = 1",
  "from __future__ import braces",
  "from __future__ import barry_as_FLUFL\n1 <> 2",
  "from a import (b,\n c\nx = 1",
];
