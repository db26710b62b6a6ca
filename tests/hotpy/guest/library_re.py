import re
def t(src, f):
    try: print(src, '->', repr(f()))
    except BaseException as e: print(src, '!!', type(e).__name__, e)
print(re.match(r"(\w+)@(\w+)\.com", "joe@site.com rest").groups(), re.search(r"\d+", "ab 123 cd"), re.findall(r"\d+", "1 22 333"), re.findall(r"(\w)(\d)", "a1 b2"), re.sub(r"\s+", " ", "a  b \t c"), re.split(r"[,;]\s*", "a, b;c,d"), re.split(r"(-)", "a-b-c"), re.sub(r"(\w+) (\w+)", r"\2 \1", "hello world"), re.subn("a", "b", "aaa", count=2))
m = re.match(r"(?P<y>\d{4})-(?P<m>\d\d)", "2024-05-06"); print(m.groupdict(), m["y"], m.group("m", 1), m.span("m"), m.start(), m.end(2), m.lastgroup, m.re.pattern, m.string)
print(re.fullmatch(r"a|ab", "ab"), re.match("ab", "abc").end(), re.match("b", "abc"), re.search("b", "abc").start())
for p, s in [("a*", "aaa"), ("a*?b", "aab"), ("(a|b)*c", "ababc"), ("(ab)+", "ababa"), ("^a.c$", "abc"), ("^b", "a\nb"), ("a.b", "a\nb"), (r"\bfoo\b", "a foo b"), (r"\Bo", "foo"), ("[^abc]+", "abcdef"), ("[a-z0-9_]+", "Hello_9"), (r"(\w)\1", "hello"), ("(?i)HELLO", "say hello"), ("a(?=b)", "ab"), ("a(?!b)", "ab ac"), ("(?<=x)a", "xa"), ("(?<!x)a", "xa a"), ("a{2,3}", "aaaa"), ("a{2}", "aaaa"), ("a{,2}b", "aab"), ("(a+)+b", "aaaaac"), ("x*", "aaa"), ("", "abc"), (r"[\d.]+", "v1.2.3"), (r"[]a]+", "]a"), (r"\.", "a.b"), ("(a)|(b)", "b"), ("(?:a|b)+", "abab"), (r"\$\{(\w+)\}", "x ${var}"), ("a++b", "aaab"), ("(?>a+)b", "aab"), (r"\u0041\x42", "AB"), ("é", "café"), (r"\W+", "a, b"), ("((a)(b)?)+", "aba"), (r"(?P<q>['\"]).*?(?P=q)", 'say "hi" \'x\'')]:
    m = re.search(p, s); print(p, s, m and (m.span(), m.group(), m.groups()), re.findall(p, s))
print([m.span() for m in re.finditer(r"a|", "abab")], re.sub("x*", "-", "abxd"), re.split(r"x*", "axbc"), re.sub(r"(?m)^", "> ", "l1\nl2"))
print(re.sub(r"\d", lambda m: str(int(m.group())*2), "a1b5"), re.escape("a.b*c [x]"), re.compile("a", re.I | re.M), re.sub(r"(?P<w>\w+)", r"<\g<w>>", "a b"), re.sub("a", r"\n\\", "a"))
p = re.compile(r"""
  (\d+)   # number
  \s* ([+*/-]) \s*
  (\d+)
""", re.X); print(p.match("12 + 30").groups(), p.groups, bool(p.flags & re.X))
for bad in ["(", ")", "[a", "*a", "a**", "(?P<1>a)", r"\1", "a{3,2}", "(?z)", "\\", r"\q", "(?<=a+)b", "[z-a]", "(?P<n>a)(?P<n>b)"]: t(bad, lambda: re.compile(bad))
t("grp", lambda: re.match("a", "a").group(1)); t("tpl", lambda: re.sub("a", r"\2", "a")); t("ty", lambda: re.match("a", 5)); t("none", lambda: re.match("a", "b").group())
tok = re.compile(r"(?P<num>\d+(?:\.\d*)?)|(?P<id>[A-Za-z_]\w*)|(?P<op>[-+*/=()])|(?P<ws>\s+)|(?P<bad>.)")
def lex(s): return [(m.lastgroup, m.group()) for m in tok.finditer(s) if m.lastgroup != "ws"]
for _ in range(20): r = lex("x = 3.14 * (y1 + 22) ?")
print(r)
print(re.findall(r"[\w.]+@[\w.]+", "mail a.b@c.d, x@y.z!"), re.findall(r"<(\w+)[^>]*>(.*?)</\1>", "<b>x</b><i a=1>y</i>"), re.findall(r"(\d+)-(\d+)", "1-2 33-44"), len(re.findall(r"\w+", "the quick brown fox " * 200)))
log = "2024-01-02 ERROR [db] failed: code=42\n2024-01-03 INFO ok\n"
print([m.groupdict() for m in re.finditer(r"^(?P<date>\S+) (?P<lvl>[A-Z]+) (?:\[(?P<c>\w+)\] )?(?P<msg>.*)$", log, re.M)])
if m := re.match(r"(a)?(b)?", "b"): print(m.groups("-"), bool(m), m.lastindex, m.expand(r"[\2]"))

# expect: ('joe', 'site') <re.Match object; span=(3, 6), match='123'> ['1', '22', '333'] [('a', '1'), ('b', '2')] a b c ['a', 'b', 'c', 'd'] ['a', '-', 'b', '-', 'c'] world hello ('bba', 2)
# expect: {'y': '2024', 'm': '05'} 2024 ('05', '2024') (5, 7) 0 7 m (?P<y>\d{4})-(?P<m>\d\d) 2024-05-06
# expect: <re.Match object; span=(0, 2), match='ab'> 2 None 1
# expect: a* aaa ((0, 3), 'aaa', ()) ['aaa', '']
# expect: a*?b aab ((0, 3), 'aab', ()) ['aab']
# expect: (a|b)*c ababc ((0, 5), 'ababc', ('b',)) ['b']
# expect: (ab)+ ababa ((0, 4), 'abab', ('ab',)) ['ab']
# expect: ^a.c$ abc ((0, 3), 'abc', ()) ['abc']
# expect: ^b a
# expect: b None []
# expect: a.b a
# expect: b None []
# expect: \bfoo\b a foo b ((2, 5), 'foo', ()) ['foo']
# expect: \Bo foo ((1, 2), 'o', ()) ['o', 'o']
# expect: [^abc]+ abcdef ((3, 6), 'def', ()) ['def']
# expect: [a-z0-9_]+ Hello_9 ((1, 7), 'ello_9', ()) ['ello_9']
# expect: (\w)\1 hello ((2, 4), 'll', ('l',)) ['l']
# expect: (?i)HELLO say hello ((4, 9), 'hello', ()) ['hello']
# expect: a(?=b) ab ((0, 1), 'a', ()) ['a']
# expect: a(?!b) ab ac ((3, 4), 'a', ()) ['a']
# expect: (?<=x)a xa ((1, 2), 'a', ()) ['a']
# expect: (?<!x)a xa a ((3, 4), 'a', ()) ['a']
# expect: a{2,3} aaaa ((0, 3), 'aaa', ()) ['aaa']
# expect: a{2} aaaa ((0, 2), 'aa', ()) ['aa', 'aa']
# expect: a{,2}b aab ((0, 3), 'aab', ()) ['aab']
# expect: (a+)+b aaaaac None []
# expect: x* aaa ((0, 0), '', ()) ['', '', '', '']
# expect:  abc ((0, 0), '', ()) ['', '', '', '']
# expect: [\d.]+ v1.2.3 ((1, 6), '1.2.3', ()) ['1.2.3']
# expect: []a]+ ]a ((0, 2), ']a', ()) [']a']
# expect: \. a.b ((1, 2), '.', ()) ['.']
# expect: (a)|(b) b ((0, 1), 'b', (None, 'b')) [('', 'b')]
# expect: (?:a|b)+ abab ((0, 4), 'abab', ()) ['abab']
# expect: \$\{(\w+)\} x ${var} ((2, 8), '${var}', ('var',)) ['var']
# expect: a++b aaab ((0, 4), 'aaab', ()) ['aaab']
# expect: (?>a+)b aab ((0, 3), 'aab', ()) ['aab']
# expect: \u0041\x42 AB ((0, 2), 'AB', ()) ['AB']
# expect: é café ((3, 4), 'é', ()) ['é']
# expect: \W+ a, b ((1, 3), ', ', ()) [', ']
# expect: ((a)(b)?)+ aba ((0, 3), 'aba', ('a', 'a', 'b')) [('a', 'a', 'b')]
# expect: (?P<q>['\"]).*?(?P=q) say "hi" 'x' ((4, 8), '"hi"', ('"',)) ['"', "'"]
# expect: [(0, 1), (1, 1), (2, 3), (3, 3), (4, 4)] -a-b--d- ['', 'a', '', 'b', 'c', ''] > l1
# expect: > l2
# expect: a2b10 a\.b\*c\ \[x\] re.compile('a', re.IGNORECASE|re.MULTILINE) <a> <b> 
# expect: \
# expect: ('12', '+', '30') 3 True
# expect: ( !! PatternError missing ), unterminated subpattern at position 0
# expect: ) !! PatternError unbalanced parenthesis at position 0
# expect: [a !! PatternError unterminated character set at position 0
# expect: *a !! PatternError nothing to repeat at position 0
# expect: a** !! PatternError multiple repeat at position 2
# expect: (?P<1>a) !! PatternError bad character in group name '1' at position 4
# expect: \1 !! PatternError invalid group reference 1 at position 1
# expect: a{3,2} !! PatternError min repeat greater than max repeat at position 2
# expect: (?z) !! PatternError unknown extension ?z at position 1
# expect: \ !! PatternError bad escape (end of pattern) at position 0
# expect: \q !! PatternError bad escape \q at position 0
# expect: (?<=a+)b !! PatternError look-behind requires fixed-width pattern
# expect: [z-a] !! PatternError bad character range z-a at position 1
# expect: (?P<n>a)(?P<n>b) !! PatternError redefinition of group name 'n' as group 2; was group 1 at position 12
# expect: grp !! IndexError no such group
# expect: tpl !! PatternError invalid group reference 2 at position 1
# expect: ty !! TypeError expected string or bytes-like object, got 'int'
# expect: none !! AttributeError 'NoneType' object has no attribute 'group'
# expect: [('id', 'x'), ('op', '='), ('num', '3.14'), ('op', '*'), ('op', '('), ('id', 'y1'), ('op', '+'), ('num', '22'), ('op', ')'), ('bad', '?')]
# expect: ['a.b@c.d', 'x@y.z'] [('b', 'x'), ('i', 'y')] [('1', '2'), ('33', '44')] 800
# expect: [{'date': '2024-01-02', 'lvl': 'ERROR', 'c': 'db', 'msg': 'failed: code=42'}, {'date': '2024-01-03', 'lvl': 'INFO', 'c': None, 'msg': 'ok'}]
# expect: ('-', 'b') True 2 [b]
