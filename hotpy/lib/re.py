"""
Regular expressions: a parser and a backtracking matcher made of closures.

A pattern becomes a tree; `_Compiler` turns each node, together with what follows it, into a function `(state, index)` that gives the end of
the whole match or -1. A function that failed has left the state as it found it.
"""

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


# ── Matching ──


class _State:
    def __init__(self, text, end, groups, loops):
        self.text = text
        self.end = end
        self.starts = [-1] * (groups + 1)
        self.spans = [(-1, -1)] * (groups + 1)
        self.last = None
        self.loops = [None] * loops
        self.begin = 0
        self.advance = False


def _done(st, i):
    return -1 if st.advance and i == st.begin else i


class _Compiler:
    def __init__(self, flags):
        self.flags = flags
        self.loops = 0

    def compile(self, node, follow):
        return getattr(self, "_" + node[0])(node, follow)

    def test(self, node):
        """Of a node that takes one character: what it accepts."""
        if node[0] == "any":
            return (lambda c: True) if self.flags & S else (lambda c: c != "\n")
        if node[0] == "class":
            return node[1]
        char = node[1]
        if node[2] and char.lower() != char.upper():
            lower, upper = char.lower(), char.upper()
            return lambda c: c == lower or c == upper
        return lambda c: c == char

    def _single(self, node, follow):
        test = self.test(node)
        return lambda st, i: follow(st, i + 1) if i < st.end and test(st.text[i]) else -1

    _any = _class = _single

    def _char(self, node, follow):
        char = node[1]
        if node[2]:
            return self._single(node, follow)
        return lambda st, i: follow(st, i + 1) if i < st.end and st.text[i] == char else -1

    def _seq(self, node, follow):
        for item in reversed(node[1]):
            follow = self.compile(item, follow)
        return follow

    def _or(self, node, follow):
        branches = [self.compile(branch, follow) for branch in node[1]]

        def match(st, i):
            for branch in branches:
                end = branch(st, i)
                if end >= 0:
                    return end
            return -1

        return match

    def _group(self, node, follow):
        number = node[1]

        def close(st, i):
            span, last = st.spans[number], st.last
            st.spans[number] = st.starts[number], i
            st.last = number
            end = follow(st, i)
            if end < 0:
                st.spans[number] = span
                st.last = last
            return end

        body = self.compile(node[2], close)

        def match(st, i):
            start = st.starts[number]
            st.starts[number] = i
            end = body(st, i)
            if end < 0:
                st.starts[number] = start
            return end

        return match

    def _back(self, node, follow):
        number, ignore = node[1], node[2]

        def match(st, i):
            start, stop = st.spans[number]
            if start < 0:
                return -1
            text = st.text[start:stop]
            end = i + len(text)
            if end > st.end:
                return -1
            found = st.text[i:end]
            if found == text or (ignore and found.lower() == text.lower()):
                return follow(st, end)
            return -1

        return match

    def _at(self, node, follow):
        place = node[1]
        if place == "start":
            return lambda st, i: follow(st, i) if i == 0 else -1
        if place == "line":
            return lambda st, i: follow(st, i) if i == 0 or st.text[i - 1] == "\n" else -1
        if place == "end":
            return lambda st, i: follow(st, i) if i == st.end or (i == st.end - 1 and st.text[i] == "\n") else -1
        if place == "very end":
            return lambda st, i: follow(st, i) if i == st.end else -1
        if place == "line end":
            return lambda st, i: follow(st, i) if i == st.end or st.text[i] == "\n" else -1
        word = _ASCII_CLASSES["w"] if node[2] else _is_word
        wanted = place == "border"

        def match(st, i):
            before = i > 0 and word(st.text[i - 1])
            after = i < st.end and word(st.text[i])
            return follow(st, i) if (before != after) == wanted else -1

        return match

    def _look(self, node, follow):
        inner = self.compile(node[1], lambda st, i: i)
        positive, behind = node[2], node[3]
        width = node[4] if behind else 0

        def match(st, i):
            spans, starts, last = st.spans[:], st.starts[:], st.last
            at = i - width
            found = at >= 0 and (inner(st, at) == i if behind else inner(st, at) >= 0)
            if found != positive:
                st.spans, st.starts, st.last = spans, starts, last
                return -1
            if not positive:
                st.spans, st.starts, st.last = spans, starts, last
            end = follow(st, i)
            if end < 0:
                st.spans, st.starts, st.last = spans, starts, last
            return end

        return match

    def _atomic(self, node, follow):
        inner = self.compile(node[1], lambda st, i: i)

        def match(st, i):
            spans, starts, last = st.spans[:], st.starts[:], st.last
            at = inner(st, i)
            end = -1 if at < 0 else follow(st, at)
            if end < 0:
                st.spans, st.starts, st.last = spans, starts, last
            return end

        return match

    def _repeat(self, node, follow):
        _, item, low, high, kind = node
        if kind == "possessive":
            return self._atomic(("atomic", ("repeat", item, low, high, "greedy")), follow)
        if item[0] in ("any", "class", "char"):
            return self._run(self.test(item), low, high, kind == "lazy", follow)
        return self._loop(item, low, high, kind == "lazy", follow)

    def _run(self, test, low, high, lazy, follow):
        """Repetition of one character."""

        def greedy(st, i):
            text = st.text
            stop = st.end if high is None else min(st.end, i + high)
            at = i
            while at < stop and test(text[at]):
                at += 1
            least = i + low
            while at >= least:
                end = follow(st, at)
                if end >= 0:
                    return end
                at -= 1
            return -1

        def reluctant(st, i):
            text = st.text
            stop = st.end if high is None else min(st.end, i + high)
            at = i
            while True:
                if at - i >= low:
                    end = follow(st, at)
                    if end >= 0:
                        return end
                if at >= stop or not test(text[at]):
                    return -1
                at += 1

        return reluctant if lazy else greedy

    def _loop(self, item, low, high, lazy, follow):
        slot = self.loops
        self.loops += 1

        def again(st, i):
            count, start = st.loops[slot]
            if i == start and count >= low:
                return -1
            return attempt(st, i, count + 1)

        body = self.compile(item, again)

        def once_more(st, i, count):
            before = st.loops[slot]
            st.loops[slot] = count, i
            end = body(st, i)
            if end < 0:
                st.loops[slot] = before
            return end

        def attempt(st, i, count):
            if count < low:
                return once_more(st, i, count)
            may = high is None or count < high
            if lazy:
                end = leave(st, i)
                return once_more(st, i, count) if end < 0 and may else end
            if may:
                end = once_more(st, i, count)
                if end >= 0:
                    return end
            return leave(st, i)

        def leave(st, i):
            # What follows may enter this loop anew.
            before = st.loops[slot]
            end = follow(st, i)
            if end < 0:
                st.loops[slot] = before
            return end

        return lambda st, i: attempt(st, i, 0)


class Match:
    def __init__(self, pattern, text, pos, endpos, begin, end, st):
        self.re = pattern
        self.string = text
        self.pos = pos
        self.endpos = endpos
        self._spans = st.spans
        self._spans[0] = begin, end
        self.lastindex = st.last

    @property
    def lastgroup(self):
        for name, number in self.re.groupindex.items():
            if number == self.lastindex:
                return name
        return None

    @property
    def regs(self):
        return tuple(self._spans)

    def _number(self, group):
        if isinstance(group, str):
            if group not in self.re.groupindex:
                raise IndexError("no such group")
            return self.re.groupindex[group]
        if not 0 <= group < len(self._spans):
            raise IndexError("no such group")
        return group

    def _text(self, number, default=None):
        start, end = self._spans[number]
        return default if start < 0 else self.string[start:end]

    def group(self, *groups):
        if not groups:
            return self._text(0)
        if len(groups) == 1:
            return self._text(self._number(groups[0]))
        return tuple([self._text(self._number(group)) for group in groups])

    def __getitem__(self, group):
        return self._text(self._number(group))

    def groups(self, default=None):
        return tuple([self._text(number, default) for number in range(1, len(self._spans))])

    def groupdict(self, default=None):
        return {name: self._text(number, default) for name, number in self.re.groupindex.items()}

    def span(self, group=0):
        return self._spans[self._number(group)]

    def start(self, group=0):
        return self.span(group)[0]

    def end(self, group=0):
        return self.span(group)[1]

    def expand(self, template):
        return _expanded(_template(template, self.re), self)

    def __bool__(self):
        return True

    def __repr__(self):
        return f"<re.Match object; span={self.span()!r}, match={self.group()!r}>"


Match.__module__ = "re"


class Pattern:
    def __init__(self, pattern, flags):
        parser = _Parser(pattern, flags)
        tree = parser.parse()
        compiler = _Compiler(parser.flags)
        self.pattern = pattern
        self.flags = parser.flags | (0 if parser.flags & A else U)
        self.groups = parser.count
        self.groupindex = parser.names
        self._run = compiler.compile(tree, _done)
        self._full = compiler.compile(tree, lambda st, i: i if i == st.end else -1)
        self._loops = compiler.loops
        first = tree[1][0] if tree[0] == "seq" and tree[1] else tree
        self._first = first[1] if first[0] == "char" and not first[2] else None

    def _begin(self, string, pos, endpos):
        if not isinstance(string, str):
            what = "bytes-like object" if isinstance(string, bytes) else f"'{type(string).__name__}'"
            if isinstance(string, bytes):
                raise TypeError("cannot use a string pattern on a bytes-like object")
            raise TypeError(f"expected string or bytes-like object, got {what}")
        end = len(string) if endpos is None else max(0, min(endpos, len(string)))
        return min(max(pos, 0), len(string)), end

    def _state(self, string, end):
        return _State(string, end, self.groups, self._loops)

    def _at(self, run, string, pos, endpos):
        start, end = self._begin(string, pos, endpos)
        st = self._state(string, end)
        stop = run(st, start) if start <= end else -1
        return None if stop < 0 else Match(self, string, start, end, start, stop, st)

    def match(self, string, pos=0, endpos=None):
        return self._at(self._run, string, pos, endpos)

    def fullmatch(self, string, pos=0, endpos=None):
        return self._at(self._full, string, pos, endpos)

    def search(self, string, pos=0, endpos=None):
        start, end = self._begin(string, pos, endpos)
        return self._find(string, start, end, start, False)

    def _find(self, string, start, end, pos, advance):
        run, first = self._run, self._first
        st = self._state(string, end)
        st.begin = start
        st.advance = advance
        i = start
        while i <= end:
            if first is not None:
                i = string.find(first, i, end)
                if i < 0:
                    return None
            stop = run(st, i)
            if stop >= 0:
                return Match(self, string, pos, end, i, stop, st)
            st.advance = False
            i += 1
        return None

    def finditer(self, string, pos=0, endpos=None):
        start, end = self._begin(string, pos, endpos)
        at, advance = start, False
        while at <= end:
            found = self._find(string, at, end, start, advance)
            if found is None:
                return
            yield found
            begin, at = found.span()
            advance = begin == at

    def findall(self, string, pos=0, endpos=None):
        if self.groups == 0:
            return [found.group() for found in self.finditer(string, pos, endpos)]
        if self.groups == 1:
            return [found._text(1, "") for found in self.finditer(string, pos, endpos)]
        return [found.groups("") for found in self.finditer(string, pos, endpos)]

    def split(self, string, maxsplit=0):
        parts = []
        last = 0
        for found in self.finditer(string):
            if maxsplit and len(parts) >= maxsplit * (self.groups + 1):
                break
            begin, end = found.span()
            parts.append(string[last:begin])
            parts.extend(found.groups())
            last = end
        parts.append(string[last:])
        return parts

    def subn(self, repl, string, count=0):
        function = repl if callable(repl) else None
        template = None if function is not None else _template(repl, self)
        parts = []
        last = number = 0
        for found in self.finditer(string):
            begin, end = found.span()
            parts.append(string[last:begin])
            parts.append(function(found) if function is not None else _expanded(template, found))
            last = end
            number += 1
            if count and number >= count:
                break
        parts.append(string[last:])
        return "".join(parts), number

    def sub(self, repl, string, count=0):
        return self.subn(repl, string, count)[0]

    def __eq__(self, other):
        return isinstance(other, Pattern) and (self.pattern, self.flags) == (other.pattern, other.flags)

    def __hash__(self):
        return hash((self.pattern, self.flags))

    def __repr__(self):
        names = [f"re.{name}" for name, flag in _NAMES if self.flags & flag]
        return f"re.compile({self.pattern!r}{', ' if names else ''}{'|'.join(names)})"


Pattern.__module__ = "re"
_NAMES = (("IGNORECASE", I), ("LOCALE", L), ("MULTILINE", M), ("DOTALL", S), ("VERBOSE", X), ("ASCII", A))

# ── Replacements: texts and group numbers in turn ──


def _template(repl, pattern):
    parts = []
    i = 0
    while True:
        at = repl.find("\\", i)
        if at < 0:
            parts.append(repl[i:])
            return parts
        parts.append(repl[i:at])
        c = repl[at + 1:at + 2]
        i = at + 2
        if c == "g":
            end = repl.find(">", i)
            if repl[i:i + 1] != "<":
                raise PatternError("missing <", repl, i)
            if end < 0:
                raise PatternError("missing >, unterminated name", repl, i + 1)
            name = repl[i + 1:end]
            if name.isdecimal():
                number = int(name)
            elif name in pattern.groupindex:
                number = pattern.groupindex[name]
            else:
                raise IndexError(f"unknown group name {name!r}")
            i = end + 1
        elif c and c in "123456789":
            if repl[i:i + 1] and repl[i] in _DIGITS:
                c += repl[i]
                i += 1
            number = int(c)
        else:
            if c == "":
                raise PatternError("bad escape (end of pattern)", repl, at)
            if c == "0":
                parts.append("\0")
            elif c in _ESCAPES:
                parts.append(_ESCAPES[c])
            elif c.isascii() and c.isalpha():
                raise PatternError(f"bad escape \\{c}", repl, at)
            else:
                parts.append(c if c == "\\" else "\\" + c)
            continue
        if number > pattern.groups:
            raise PatternError(f"invalid group reference {number}", repl, at + 1)
        parts.append(number)


def _expanded(template, found):
    return "".join([part if isinstance(part, str) else found._text(part, "") for part in template])


# ── The module's functions ──

_cache = {}


def compile(pattern, flags=0):
    if isinstance(pattern, Pattern):
        if flags:
            raise ValueError("cannot process flags argument with a compiled pattern")
        return pattern
    if isinstance(pattern, bytes):
        raise SystemError("HotPy does not support patterns of bytes yet")
    if not isinstance(pattern, str):
        raise TypeError("first argument must be string or compiled pattern")
    key = pattern, flags
    known = _cache.get(key)
    if known is None:
        if len(_cache) >= 512:
            _cache.clear()
        known = _cache[key] = Pattern(pattern, flags)
    return known


def match(pattern, string, flags=0):
    return compile(pattern, flags).match(string)


def fullmatch(pattern, string, flags=0):
    return compile(pattern, flags).fullmatch(string)


def search(pattern, string, flags=0):
    return compile(pattern, flags).search(string)


def findall(pattern, string, flags=0):
    return compile(pattern, flags).findall(string)


def finditer(pattern, string, flags=0):
    return compile(pattern, flags).finditer(string)


def split(pattern, string, maxsplit=0, flags=0):
    return compile(pattern, flags).split(string, maxsplit)


def sub(pattern, repl, string, count=0, flags=0):
    return compile(pattern, flags).sub(repl, string, count)


def subn(pattern, repl, string, count=0, flags=0):
    return compile(pattern, flags).subn(repl, string, count)


def escape(pattern):
    return "".join(["\\" + c if c in _SPECIAL else c for c in pattern])


def purge():
    _cache.clear()
