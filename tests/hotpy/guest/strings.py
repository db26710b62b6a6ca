# Strings: literals, repr, indexing, slicing, comparison, concatenation, iteration, Unicode.
s = "hello"
print(s, repr(s), len(s), s[0], s[-1], s[1:3], s[::-1], s[::2], s[10:], s[-3:])
print("a" + "b", "ab" * 3, 3 * "-", "" * 5, "x" * 0 + "y")
print("it's", 'say "hi"', repr("it's"), repr('say "hi"'), repr("both ' and \""))
print(repr("tab\tnew\nline\\ \x00\x7f\xa0é\u200b\U0001f600"), ascii("é\u4e2d\U0001f600"))
print("abc" < "abd", "a" < "B", "" < "a", "abc" == "abc", "Z" > "A", "é" > "z")
print("ell" in s, "x" in s, "" in s, "hello world" in s, "lo" not in s)
for c in "héy":
    print(c, ord(c), end=";")
print()
print(chr(65), chr(233), chr(128512), ord("€"), len("😀é"), "😀é"[0] == "😀", "a😀b"[1:])
print("line one\nline two", """triple
quoted""", r"raw\n", "con" "cat" 'enated')
print("\u00e9\x41\101")
print(str(None), str(True), str([1, "a"]), str((1,)), str({"a": 1}), str(1.0))
print("abc".__len__(), "abc".__contains__("b"), "abc".__getitem__(1))
t = ""
for i in range(20):
    t += chr(97 + i)
print(t)
parts = []
for i in range(5):
    parts.append(str(i * i))
print(",".join(parts), "".join(parts), "-".join("abc"), " ".join([]))
print(hash("a") == hash("a"), "a" is not None, s == "hel" + "lo")
a, b, *c = "wxyz"
print(a, b, c, list("abc"), tuple("de"), sorted("banana"), "".join(reversed("abc")))
print(max("hello"), min("hello"), "abc" "def"[1], ("abc" "def")[4])
try:
    s[10]
except IndexError as e:
    print(e)
try:
    s + 1
except TypeError as e:
    print(e)
try:
    1 + s
except TypeError as e:
    print(e)
try:
    s[0] = "x"
except TypeError as e:
    print(e)
try:
    "a" < 1
except TypeError as e:
    print(e)
try:
    "a"["b"]
except TypeError as e:
    print(e)
try:
    "-".join(["a", 1])
except TypeError as e:
    print(e)
try:
    ord("ab")
except TypeError as e:
    print(e)

# expect: hello 'hello' 5 h o el olleh hlo  llo
# expect: ab ababab ---  y
# expect: it's say "hi" "it's" 'say "hi"' 'both \' and "'
# expect: 'tab\tnew\nline\\ \x00\x7f\xa0é\u200b😀' '\xe9\u4e2d\U0001f600'
# expect: True False True True True True
# expect: True False True False False
# expect: h 104;é 233;y 121;
# expect: A é 😀 8364 2 True 😀b
# expect: line one
# expect: line two triple
# expect: quoted raw\n concatenated
# expect: éAA
# expect: None True [1, 'a'] (1,) {'a': 1} 1.0
# expect: 3 True b
# expect: abcdefghijklmnopqrst
# expect: 0,1,4,9,16 014916 a-b-c 
# expect: True True True
# expect: w x ['y', 'z'] ['a', 'b', 'c'] ('d', 'e') ['a', 'a', 'a', 'b', 'n', 'n'] cba
# expect: o e b e
# expect: string index out of range
# expect: can only concatenate str (not "int") to str
# expect: unsupported operand type(s) for +: 'int' and 'str'
# expect: 'str' object does not support item assignment
# expect: '<' not supported between instances of 'str' and 'int'
# expect: string indices must be integers, not 'str'
# expect: sequence item 1: expected str instance, int found
# expect: ord() expected a character, but string of length 2 found
# stderr: /guest/strings.py:26: SyntaxWarning: "is not" with 'str' literal. Did you mean "!="?
# stderr:   print(hash("a") == hash("a"), "a" is not None, s == "hel" + "lo")
# stderr: /guest/strings.py:51: SyntaxWarning: str indices must be integers or slices, not str; perhaps you missed a comma?
# stderr:   "a"["b"]
