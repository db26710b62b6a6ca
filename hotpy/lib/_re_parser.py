"""Regular expressions as trees: nodes are tuples, the kind first. What matches them is in `re`."""

A = ASCII = 256
I = IGNORECASE = 2
L = LOCALE = 4
M = MULTILINE = 8
S = DOTALL = 16
U = UNICODE = 32
X = VERBOSE = 64
NOFLAG = 0
_LETTERS = {"a": A, "i": I, "L": L, "m": M, "s": S, "u": U, "x": X}
_SPECIAL = "()[]{}?*+-|^$\\.&~# \t\n\r\v\f"


class PatternError(Exception):
    def __init__(self, msg, pattern=None, pos=None):
        self.msg = msg
        self.pattern = pattern
        self.pos = pos
        super().__init__(msg if pos is None else f"{msg} at position {pos}")


PatternError.__module__ = "re"
error = PatternError

# ── Parsing: nodes are tuples, the kind first ──


def _is_word(c):
    return c.isalnum() or c == "_"


_CLASSES = {"d": str.isdecimal, "s": str.isspace, "w": _is_word}
_ASCII_CLASSES = {
    "d": lambda c: "0" <= c <= "9",
    "s": lambda c: c in " \t\n\r\f\v",
    "w": lambda c: c.isascii() and _is_word(c),
}
_ESCAPES = {"a": "\a", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v"}
_DIGITS = "0123456789"


class _Parser:
    def __init__(self, pattern, flags):
        self.p = pattern
        self.i = 0
        self.flags = flags
        self.count = 0
        self.names = {}
        self.open = set()

    def fail(self, message, at=None):
        raise PatternError(message, self.p, self.i if at is None else at)

    def more(self):
        return self.i < len(self.p)

    def peek(self):
        return self.p[self.i:self.i + 1]

    def take(self):
        c = self.p[self.i:self.i + 1]
        self.i += 1
        return c

    def accept(self, text):
        if self.p.startswith(text, self.i):
            self.i += len(text)
            return True
        return False

    def parse(self):
        node = self.alternatives()
        if self.more():
            self.fail("unbalanced parenthesis")
        return node

    def alternatives(self):
        branches = [self.sequence()]
        while self.accept("|"):
            branches.append(self.sequence())
        return branches[0] if len(branches) == 1 else ("or", branches)

    def sequence(self):
        items = []
        while self.more() and self.peek() not in "|)":
            if self.flags & X:
                if self.peek().isspace():
                    self.i += 1
                    continue
                if self.peek() == "#":
                    while self.more() and self.take() != "\n":
                        pass
                    continue
            start = self.i
            item = self.atom()
            if item is None:
                continue
            items.append(self.repeated(item, start))
        return ("seq", items)

    def repeated(self, item, start):
        while self.more():
            at = self.i
            c = self.peek()
            if c == "*":
                low, high = 0, None
                self.i += 1
            elif c == "+":
                low, high = 1, None
                self.i += 1
            elif c == "?":
                low, high = 0, 1
                self.i += 1
            elif c == "{":
                bounds = self.bounds()
                if bounds is None:
                    return item
                low, high = bounds
            else:
                return item
            if item[0] in ("repeat", "at"):
                self.fail("multiple repeat" if item[0] == "repeat" else "nothing to repeat", at)
            kind = "lazy" if self.accept("?") else "possessive" if self.accept("+") else "greedy"
            item = ("repeat", item, low, high, kind)
        return item

    def bounds(self):
        at = self.i
        end = self.p.find("}", at)
        text = self.p[at + 1:end] if end >= 0 else ""
        parts = text.split(",")
        if end < 0 or len(parts) > 2 or not all(part == "" or all(c in _DIGITS for c in part) for part in parts) or text in ("", ","):
            if text == ",":
                self.i = end + 1
                return 0, None
            return None
        self.i = end + 1
        low = int(parts[0]) if parts[0] else 0
        high = low if len(parts) == 1 else int(parts[1]) if parts[1] else None
        if high is not None and high < low:
            self.fail("min repeat greater than max repeat", at + 1)
        return low, high

    def atom(self):
        at = self.i
        c = self.take()
        if c == ".":
            return ("any",)
        if c == "^":
            return ("at", "line" if self.flags & M else "start")
        if c == "$":
            return ("at", "line end" if self.flags & M else "end")
        if c == "(":
            return self.group(at)
        if c == "[":
            return self.set(at)
        if c == "\\":
            return self.escape(at)
        if c in "*+?":
            self.fail("nothing to repeat", at)
        return ("char", c, self.flags & I)

    def escape(self, at):
        if not self.more():
            self.fail("bad escape (end of pattern)", at)
        c = self.take()
        if c in "AZzbB":
            return ("at", {"A": "start", "Z": "very end", "z": "very end", "b": "border", "B": "no border"}[c], self.flags & A)
        if c.lower() in _CLASSES:
            return ("class", self.known_class(c))
        if c in _DIGITS and c != "0":
            number = c
            if self.peek() and self.peek() in _DIGITS:
                number += self.take()
            return self.reference(int(number), at + 1)
        return ("char", self.character(c, at), self.flags & I)

    def reference(self, number, at):
        if number > self.count:
            self.fail(f"invalid group reference {number}", at)
        if number in self.open:
            self.fail("cannot refer to an open group", at - 1)
        return ("back", number, self.flags & I)

    def known_class(self, c):
        test = (_ASCII_CLASSES if self.flags & A else _CLASSES)[c.lower()]
        return test if c.islower() else lambda x: not test(x)

    def character(self, c, at):
        if c in _ESCAPES:
            return _ESCAPES[c]
        sizes = {"x": 2, "u": 4, "U": 8}
        if c in sizes:
            digits = self.p[self.i:self.i + sizes[c]]
            if len(digits) < sizes[c] or not all(d in "0123456789abcdefABCDEF" for d in digits):
                self.fail(f"incomplete escape \\{c}{digits}", at)
            self.i += sizes[c]
            return chr(int(digits, 16))
        if c == "0":
            digits = ""
            while len(digits) < 2 and self.peek() and self.peek() in "01234567":
                digits += self.take()
            return chr(int(digits or "0", 8))
        if c.isascii() and c.isalpha():
            self.fail(f"bad escape \\{c}", at)
        return c

    def set(self, at):
        negative = self.accept("^")
        tests, singles = [], []
        ignore = self.flags & I
        first = True
        while True:
            if not self.more():
                self.fail("unterminated character set", at)
            here = self.i
            c = self.take()
            if c == "]" and not first:
                break
            first = False
            if c == "\\":
                c = self.take()
                if c and c.lower() in _CLASSES:
                    tests.append(self.known_class(c))
                    continue
                c = "\b" if c == "b" else self.character(c, here)
            if self.peek() == "-" and self.p[self.i + 1:self.i + 2] not in ("]", ""):
                self.i += 1
                high_at = self.i
                high = self.take()
                if high == "\\":
                    high = self.take()
                    if high.lower() in _CLASSES:
                        self.fail(f"bad character range {c}-\\{high}", here)
                    high = "\b" if high == "b" else self.character(high, high_at)
                if high < c:
                    self.fail(f"bad character range {c}-{high}", here)
                tests.append(_range(c, high, ignore))
            else:
                singles.append(c)
        if singles:
            tests.append(_one_of("".join(singles), ignore))
        return ("class", _union(tests, negative))

    def group(self, at):
        if not self.accept("?"):
            return self.capture(None, at)
        c = self.take()
        if c == ":":
            return self.closed(self.alternatives(), at)
        if c == "P":
            c = self.take()
            if c == "<":
                return self.capture(self.name(">"), at)
            if c == "=":
                name_at = self.i
                name = self.name(")")
                if name not in self.names:
                    self.fail(f"unknown group name {name!r}", name_at)
                return self.reference(self.names[name], name_at)
            self.fail(f"unknown extension ?P{c}", at + 1)
        if c in ("=", "!"):
            return ("look", self.closed(self.alternatives(), at), c == "=", False)
        if c == "<" and self.peek() in ("=", "!"):
            positive = self.take() == "="
            node = self.closed(self.alternatives(), at)
            low, high = _width(node)
            if low != high:
                raise PatternError("look-behind requires fixed-width pattern", self.p)
            return ("look", node, positive, True, low)
        if c == ">":
            return ("atomic", self.closed(self.alternatives(), at))
        if c == "#":
            end = self.p.find(")", self.i)
            if end < 0:
                self.fail("missing ), unterminated comment", at)
            self.i = end + 1
            return None
        if c == "(":
            self.fail("conditional groups are not supported by HotPy yet", at)
        return self.inline_flags(c, at)

    def inline_flags(self, c, at):
        on = off = 0
        negative = False
        while c not in (")", ":", ""):
            if c == "-" and not negative:
                negative = True
            elif c in _LETTERS:
                if negative:
                    off |= _LETTERS[c]
                else:
                    on |= _LETTERS[c]
            else:
                self.fail(f"unknown extension ?{c}", at + 1)
            c = self.take()
        if c == "":
            self.fail("missing -, : or )")
        before = self.flags
        self.flags = (before | on) & ~off
        if c == ")":
            if at != 0:
                self.fail("global flags not at the start of the expression", at)
            return None
        node = self.closed(self.alternatives(), at)
        self.flags = before
        return node

    def name(self, end):
        at = self.i
        stop = self.p.find(end, at)
        if stop < 0:
            self.fail(f"missing {end}, unterminated name", at)
        name = self.p[at:stop]
        if not name:
            self.fail("missing group name", at)
        if not name.isidentifier():
            self.fail(f"bad character in group name {name!r}", at)
        self.i = stop + 1
        return name

    def capture(self, name, at):
        self.count += 1
        number = self.count
        if name is not None:
            if name in self.names:
                self.fail(f"redefinition of group name {name!r} as group {number}; was group {self.names[name]}", at + 4)
            self.names[name] = number
        self.open.add(number)
        node = self.closed(self.alternatives(), at)
        self.open.discard(number)
        return ("group", number, node)

    def closed(self, node, at):
        if not self.accept(")"):
            self.fail("missing ), unterminated subpattern", at)
        return node


def _range(low, high, ignore):
    if not ignore:
        return lambda c: low <= c <= high
    return lambda c: low <= c <= high or low <= c.lower() <= high or low <= c.upper() <= high


def _one_of(chars, ignore):
    if not ignore:
        return lambda c: c in chars
    chars = chars.lower() + chars.upper()
    return lambda c: c in chars


def _union(tests, negative):
    if len(tests) == 1:
        test = tests[0]
    else:
        def test(c):
            for one in tests:
                if one(c):
                    return True
            return False
    return (lambda c: not test(c)) if negative else test


def _width(node):
    """Least and greatest number of characters; None: no limit."""
    kind = node[0]
    if kind in ("char", "any", "class"):
        return 1, 1
    if kind in ("at", "look"):
        return 0, 0
    if kind == "seq":
        widths = [_width(item) for item in node[1]]
        return sum(low for low, _ in widths), None if any(high is None for _, high in widths) else sum(high for _, high in widths)
    if kind == "or":
        widths = [_width(item) for item in node[1]]
        return min(low for low, _ in widths), None if any(high is None for _, high in widths) else max(high for _, high in widths)
    if kind == "group":
        return _width(node[2])
    if kind == "atomic":
        return _width(node[1])
    if kind == "repeat":
        low, high = _width(node[1])
        return low * node[2], None if high is None or node[3] is None else high * node[3]
    return 0, None
