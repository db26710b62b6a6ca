# The methods of str.
print("Hello World".upper(), "Hello".lower(), "hello world".title(), "hELLO".capitalize(), "Hello".swapcase(), "ß".upper(), "ΑΣ".lower(), "Straße".casefold())
print("  x  ".strip() + "|", "  x  ".lstrip() + "|", "  x  ".rstrip() + "|", "xxhixx".strip("x"), "abcba".strip("ab"), "\t\nz\n".strip())
print("a,b,,c".split(","), "a b  c".split(), "a b  c".split(" "), "a,b,c".split(",", 1), "".split(), "".split(","), " a ".split())
print("a,b,c".rsplit(",", 1), "one two three".rsplit(None, 1), "a\nb\r\nc".splitlines(), "a\nb\n".splitlines(True), "a=b=c".partition("="), "a=b=c".rpartition("="), "ab".partition("x"))
print("hello".find("l"), "hello".rfind("l"), "hello".find("z"), "hello".index("e"), "hello".count("l"), "aaaa".count("aa"), "abc".count(""), "hello".find("l", 3), "hello".find("o", 0, 3))
print("hello".replace("l", "L"), "hello".replace("l", "L", 1), "aaa".replace("a", ""), "abc".replace("", "-"), "abc".replace("z", "y"))
print("hello".startswith("he"), "hello".endswith("lo"), "hello".startswith(("x", "h")), "hello".startswith("l", 2), "hello".endswith(("a", "b")), "".startswith(""))
print("x".center(5) + "|", "x".ljust(4, ".") + "|", "x".rjust(4) + "|", "42".zfill(5), "-42".zfill(6), "+1".zfill(4), "abc".center(8, "*"))
print("abc".isalpha(), "ab1".isalpha(), "123".isdigit(), "ab1".isalnum(), " \t".isspace(), "".isspace(), "Abc".isupper(), "ABC".isupper(), "abc".islower(), "Hello World".istitle(), "x_1".isidentifier(), "1x".isidentifier(), "½".isnumeric(), "²".isdigit(), "²".isdecimal(), "a\n".isprintable(), "é".isascii())
print("a\tb\tc".expandtabs(4), "prefix-body".removeprefix("prefix-"), "body.txt".removesuffix(".txt"), "x".removeprefix("y"))
table = str.maketrans("abc", "xyz")
print("aabbcc".translate(table), "hello".translate(str.maketrans({"l": "1", "o": None})), "abc".translate(str.maketrans("a", "b", "c")))
print("{} {}".format(1, "a"), "{1} {0}".format("a", "b"), "{x} {y!r}".format(x=1, y="q"), "{:>5}|{:<5}|{:^5}".format("a", "b", "c"), "{{}} {0[1]} {0}".format([1, 2]))
print("ab".join(["1", "2", "3"]), ",".join(str(i) for i in range(3)))
print("a-b_c d".replace("-", " ").replace("_", " ").split())
words = "the quick brown fox jumps over the lazy dog the end".split()
counts = {}
for w in words:
    counts[w] = counts.get(w, 0) + 1
print(sorted(counts.items(), key=lambda kv: (-kv[1], kv[0])))
print("abc".encode() == b"abc" if hasattr("abc", "encode") else True)
for f in (lambda: "hello".index("z"), lambda: "a".split(""), lambda: "abc".rindex("q"), lambda: "a".center("b"), lambda: "abc".replace(1, 2), lambda: "{}".format(), lambda: "{x}".format()):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)

# expect: HELLO WORLD hello Hello World Hello hELLO SS ας strasse
# expect: x| x  |   x| hi c z
# expect: ['a', 'b', '', 'c'] ['a', 'b', 'c'] ['a', 'b', '', 'c'] ['a', 'b,c'] [] [''] ['a']
# expect: ['a,b', 'c'] ['one two', 'three'] ['a', 'b', 'c'] ['a\n', 'b\n'] ('a', '=', 'b=c') ('a=b', '=', 'c') ('ab', '', '')
# expect: 2 3 -1 1 2 2 4 3 -1
# expect: heLLo heLlo  -a-b-c- abc
# expect: True True True True False True
# expect:   x  | x...|    x| 00042 -00042 +001 **abc***
# expect: True False True True True False False True True True True False True True False False False
# expect: a   b   c body body x
# expect: xxyyzz he11 bb
# expect: 1 a b a 1 'q'     a|b    |  c   {} 2 [1, 2]
# expect: 1ab2ab3 0,1,2
# expect: ['a', 'b', 'c', 'd']
# expect: [('the', 3), ('brown', 1), ('dog', 1), ('end', 1), ('fox', 1), ('jumps', 1), ('lazy', 1), ('over', 1), ('quick', 1)]
# expect: True
# expect: ValueError: substring not found
# expect: ValueError: empty separator
# expect: ValueError: substring not found
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: TypeError: replace() argument 1 must be str, not int
# expect: IndexError: Replacement index 0 out of range for positional args tuple
# expect: KeyError: 'x'
