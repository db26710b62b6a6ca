"""String constants and `capwords`."""

whitespace = " \t\n\r\v\f"
ascii_lowercase = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ascii_letters = ascii_lowercase + ascii_uppercase
digits = "0123456789"
hexdigits = digits + "abcdefABCDEF"
octdigits = "01234567"
punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    return (sep or " ").join(map(str.capitalize, s.split(sep)))


class Template:
    delimiter = "$"

    def __init__(self, template):
        self.template = template

    def _filled(self, values, safe):
        text = self.template
        out = []
        i = 0
        while True:
            at = text.find(self.delimiter, i)
            if at < 0:
                out.append(text[i:])
                return "".join(out)
            out.append(text[i:at])
            i = at + 1
            if text.startswith(self.delimiter, i):
                out.append(self.delimiter)
                i += 1
                continue
            braced = text.startswith("{", i)
            start = end = i + braced
            while end < len(text) and text[end].isascii() and text[start:end + 1].isidentifier():
                end += 1
            closed = not braced or text.startswith("}", end)
            if start == end or not closed:
                if safe:
                    out.append(self.delimiter)
                    continue
                before = text[:at].splitlines(keepends=True)
                line = max(len(before), 1)
                column = at - sum(map(len, before[:-1])) + 1 if before else 1
                raise ValueError(f"Invalid placeholder in string: line {line}, col {column}")
            name = text[start:end]
            after = end + braced
            if safe and name not in values:
                out.append(text[at:after])
            else:
                out.append(str(values[name]))
            i = after

    def substitute(self, mapping={}, /, **keywords):
        return self._filled({**mapping, **keywords}, False)

    def safe_substitute(self, mapping={}, /, **keywords):
        return self._filled({**mapping, **keywords}, True)
