"""
Regular expressions: a parser and a backtracking matcher made of closures.

A pattern becomes a tree; `_Compiler` turns each node, together with what follows it, into a function `(state, index)` that gives the end of
the whole match or -1. A function that failed has left the state as it found it.
"""

from _re_parser import (
    _ASCII_CLASSES, _DIGITS, _ESCAPES, _SPECIAL, A, ASCII, DOTALL, I, IGNORECASE, L, LOCALE, M, MULTILINE, NOFLAG, S, U, UNICODE, VERBOSE, X,
    PatternError, _is_word, _Parser, _width, error,
)

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
