"""JSON: `dumps`, `loads` and their like for files."""


class JSONDecodeError(ValueError):
    def __init__(self, msg, doc, pos):
        line = doc.count("\n", 0, pos) + 1
        column = pos - doc.rfind("\n", 0, pos)
        super().__init__(f"{msg}: line {line} column {column} (char {pos})")
        self.msg = msg
        self.doc = doc
        self.pos = pos
        self.lineno = line
        self.colno = column


JSONDecodeError.__module__ = "json.decoder"

# ── Reading ──

_SPACE = " \t\n\r"
_ESCAPES = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_CONSTANTS = (
    ("null", None), ("true", True), ("false", False), ("NaN", float("nan")), ("Infinity", float("inf")), ("-Infinity", float("-inf")),
)


class JSONDecoder:
    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True, object_pairs_hook=None):
        self.object_hook = object_hook
        self.parse_float = parse_float or float
        self.parse_int = parse_int or int
        self.parse_constant = parse_constant
        self.strict = strict
        self.object_pairs_hook = object_pairs_hook

    def decode(self, s):
        value, end = self._value(s, _skip(s, 0))
        end = _skip(s, end)
        if end != len(s):
            raise JSONDecodeError("Extra data", s, end)
        return value

    def raw_decode(self, s, idx=0):
        return self._value(s, idx)

    def _value(self, s, at):
        c = s[at:at + 1]
        if c == '"':
            return self._string(s, at + 1)
        if c == "{":
            return self._object(s, at + 1)
        if c == "[":
            return self._array(s, at + 1)
        for text, value in _CONSTANTS:
            if s.startswith(text, at):
                if self.parse_constant is not None and len(text) > 2 and text[-1] in "Ny":
                    value = self.parse_constant(text)
                return value, at + len(text)
        return self._number(s, at)

    def _number(self, s, start):
        at = start + s.startswith("-", start)
        first = at
        while "0" <= s[at:at + 1] <= "9":
            at += 1
        if at == first:
            raise JSONDecodeError("Expecting value", s, start)
        if s[first] == "0":
            at = first + 1
        end = at
        if s[at:at + 1] == "." and "0" <= s[at + 1:at + 2] <= "9":
            at += 1
            while "0" <= s[at:at + 1] <= "9":
                at += 1
            end = at
        if s[at:at + 1] in ("e", "E"):
            at += 1 + (s[at + 1:at + 2] in ("+", "-"))
            if "0" <= s[at:at + 1] <= "9":
                while "0" <= s[at:at + 1] <= "9":
                    at += 1
                end = at
        text = s[start:end]
        return (self.parse_int if end == first or text.lstrip("-").isdigit() else self.parse_float)(text), end

    def _string(self, s, at):
        begin = at - 1
        parts = []
        while True:
            quote = s.find('"', at)
            if quote < 0:
                raise JSONDecodeError("Unterminated string starting at", s, begin)
            escape = s.find("\\", at, quote)
            end = quote if escape < 0 else escape
            part = s[at:end]
            if self.strict:
                for i, c in enumerate(part):
                    if c < " ":
                        raise JSONDecodeError("Invalid control character at", s, at + i)
            parts.append(part)
            if escape < 0:
                return "".join(parts), quote + 1
            c = s[escape + 1:escape + 2]
            if c == "u":
                code = _code(s, escape + 2)
                at = escape + 6
                if 0xD800 <= code < 0xDC00 and s.startswith("\\u", at):
                    low = _code(s, at + 2)
                    if 0xDC00 <= low < 0xE000:
                        code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00)
                        at += 6
                parts.append(chr(code))
                continue
            if c not in _ESCAPES:
                if not c:
                    raise JSONDecodeError("Unterminated string starting at", s, begin)
                raise JSONDecodeError("Invalid \\escape", s, escape)
            parts.append(_ESCAPES[c])
            at = escape + 2

    def _array(self, s, at):
        values = []
        at = _skip(s, at)
        if s.startswith("]", at):
            return values, at + 1
        while True:
            value, at = self._value(s, at)
            values.append(value)
            at = _skip(s, at)
            if s.startswith("]", at):
                return values, at + 1
            if not s.startswith(",", at):
                raise JSONDecodeError("Expecting ',' delimiter", s, at)
            comma = at
            at = _skip(s, at + 1)
            if s.startswith("]", at):
                raise JSONDecodeError("Illegal trailing comma before end of array", s, comma)

    def _object(self, s, at):
        pairs = []
        at = _skip(s, at)
        if s.startswith("}", at):
            return self._made(pairs), at + 1
        while True:
            if not s.startswith('"', at):
                raise JSONDecodeError("Expecting property name enclosed in double quotes", s, at)
            key, at = self._string(s, at + 1)
            at = _skip(s, at)
            if not s.startswith(":", at):
                raise JSONDecodeError("Expecting ':' delimiter", s, at)
            value, at = self._value(s, _skip(s, at + 1))
            pairs.append((key, value))
            at = _skip(s, at)
            if s.startswith("}", at):
                return self._made(pairs), at + 1
            if not s.startswith(",", at):
                raise JSONDecodeError("Expecting ',' delimiter", s, at)
            comma = at
            at = _skip(s, at + 1)
            if s.startswith("}", at):
                raise JSONDecodeError("Illegal trailing comma before end of object", s, comma)

    def _made(self, pairs):
        if self.object_pairs_hook is not None:
            return self.object_pairs_hook(pairs)
        made = dict(pairs)
        return made if self.object_hook is None else self.object_hook(made)


def _skip(s, at):
    while at < len(s) and s[at] in _SPACE:
        at += 1
    return at


def _code(s, at):
    digits = s[at:at + 4]
    if len(digits) == 4 and all(c in "0123456789abcdefABCDEF" for c in digits):
        return int(digits, 16)
    raise JSONDecodeError("Invalid \\uXXXX escape", s, at - 1)


def loads(s, *, cls=JSONDecoder, **options):
    if isinstance(s, bytes):
        s = s.decode("utf-8")
    elif not isinstance(s, str):
        raise TypeError(f"the JSON object must be str, bytes or bytearray, not {type(s).__name__}")
    if s.startswith("\ufeff"):
        raise JSONDecodeError("Unexpected UTF-8 BOM (decode using utf-8-sig)", s, 0)
    return cls(**options).decode(s)


def load(fp, **options):
    return loads(fp.read(), **options)


# ── Writing ──

_SHORT = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\f": "\\f", "\b": "\\b"}


def _quoted(s, ascii_only):
    parts = ['"']
    for c in s:
        if c in _SHORT:
            parts.append(_SHORT[c])
        elif " " <= c <= "~" or (c > "\x7f" and not ascii_only) or (c == "\x7f"):
            parts.append(c)
        elif c <= "\uffff":
            parts.append(f"\\u{ord(c):04x}")
        else:
            code = ord(c) - 0x10000
            parts.append(f"\\u{0xD800 + (code >> 10):04x}\\u{0xDC00 + (code & 0x3FF):04x}")
    parts.append('"')
    return "".join(parts)


class JSONEncoder:
    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False, indent=None,
                 separators=None, default=None):
        self.skipkeys = skipkeys
        self.ensure_ascii = ensure_ascii
        self.check_circular = check_circular
        self.allow_nan = allow_nan
        self.sort_keys = sort_keys
        self.indent = " " * indent if isinstance(indent, int) else indent
        self.item_separator, self.key_separator = separators or ((", ", ": ") if indent is None else (",", ": "))
        if default is not None:
            self.default = default

    def default(self, o):
        raise TypeError(f"Object of type {type(o).__name__} is not JSON serializable")

    def encode(self, o):
        return "".join(self.iterencode(o))

    def iterencode(self, o):
        parts = []
        self._write(o, parts.append, "\n", [])
        return parts

    def _write(self, o, add, line, around):
        if isinstance(o, str):
            return add(_quoted(o, self.ensure_ascii))
        if o is None:
            return add("null")
        if o is True:
            return add("true")
        if o is False:
            return add("false")
        if isinstance(o, int):
            return add(int.__repr__(o))
        if isinstance(o, float):
            return add(self._float(o))
        if self.check_circular:
            if any(one is o for one in around):
                raise ValueError("Circular reference detected")
            around.append(o)
        if isinstance(o, (list, tuple)):
            self._list(o, add, line, around)
        elif isinstance(o, dict):
            self._dict(o, add, line, around)
        else:
            self._write(self.default(o), add, line, around)
        if self.check_circular:
            around.pop()

    def _float(self, o):
        if o != o:
            text = "NaN"
        elif o in (float("inf"), float("-inf")):
            text = "Infinity" if o > 0 else "-Infinity"
        else:
            return float.__repr__(o)
        if not self.allow_nan:
            raise ValueError(f"Out of range float values are not JSON compliant: {o!r}")
        return text

    def _list(self, o, add, line, around):
        if not o:
            return add("[]")
        inner = line if self.indent is None else line + self.indent
        between = self.item_separator if self.indent is None else self.item_separator + inner
        add("[" if self.indent is None else "[" + inner)
        for i, value in enumerate(o):
            if i:
                add(between)
            self._write(value, add, inner, around)
        add("]" if self.indent is None else line + "]")

    def _dict(self, o, add, line, around):
        if not o:
            return add("{}")
        inner = line if self.indent is None else line + self.indent
        between = self.item_separator if self.indent is None else self.item_separator + inner
        add("{" if self.indent is None else "{" + inner)
        first = True
        for key, value in sorted(o.items()) if self.sort_keys else o.items():
            text = self._key(key)
            if text is None:
                continue
            if not first:
                add(between)
            first = False
            add(_quoted(text, self.ensure_ascii))
            add(self.key_separator)
            self._write(value, add, inner, around)
        add("}" if self.indent is None else line + "}")

    def _key(self, key):
        if isinstance(key, str):
            return key
        if key is True:
            return "true"
        if key is False:
            return "false"
        if key is None:
            return "null"
        if isinstance(key, int):
            return int.__repr__(key)
        if isinstance(key, float):
            return self._float(key)
        if self.skipkeys:
            return None
        raise TypeError(f"keys must be str, int, float, bool or None, not {type(key).__name__}")


def dumps(obj, *, cls=JSONEncoder, **options):
    return cls(**options).encode(obj)


def dump(obj, fp, **options):
    fp.write(dumps(obj, **options))
