"""Wrapping and indenting text."""


def _words(text):
    """Words and the spaces between them, in turn."""
    chunks = []
    start = 0
    for i in range(1, len(text) + 1):
        if i == len(text) or (text[i] == " ") != (text[start] == " "):
            chunk = text[start:i]
            if chunk[0] != " ":
                # A word may be broken behind its hyphens.
                at = 0
                for k in range(1, len(chunk) - 1):
                    if chunk[k] == "-" and chunk[k - 1].isalpha() and chunk[k + 1].isalpha() and (k - at >= 2 or at == 0 and k >= 1):
                        chunks.append(chunk[at:k + 1])
                        at = k + 1
                chunk = chunk[at:]
            chunks.append(chunk)
            start = i
    return chunks


def wrap(text, width=70, *, initial_indent="", subsequent_indent="", expand_tabs=True, replace_whitespace=True, break_long_words=True,
         drop_whitespace=True):
    if width <= 0:
        raise ValueError(f"invalid width {width!r} (must be > 0)")
    if expand_tabs:
        text = text.expandtabs()
    if replace_whitespace:
        text = "".join([" " if c in "\t\n\v\f\r" else c for c in text])
    chunks = _words(text)
    chunks.reverse()
    lines = []
    while chunks:
        indent = subsequent_indent if lines else initial_indent
        room = width - len(indent)
        line, used = [], 0
        if drop_whitespace and lines and chunks[-1].strip() == "":
            chunks.pop()
        while chunks and used + len(chunks[-1]) <= room:
            used += len(chunks[-1])
            line.append(chunks.pop())
        if chunks and len(chunks[-1]) > room:
            if break_long_words:
                left = max(room - used, 0) if room >= 1 else 1
                if left:
                    line.append(chunks[-1][:left])
                    chunks[-1] = chunks[-1][left:]
            elif not line:
                line.append(chunks.pop())
        if drop_whitespace and line and line[-1].strip() == "":
            line.pop()
        if line:
            lines.append(indent + "".join(line))
    return lines


def fill(text, width=70, **options):
    return "\n".join(wrap(text, width, **options))


def shorten(text, width, *, placeholder=" [...]"):
    text = " ".join(text.split())
    if len(text) <= width:
        return text
    words = text.split(" ")
    while words and len(" ".join(words)) + len(placeholder) > width:
        words.pop()
    if not words:
        if len(placeholder.strip()) > width:
            raise ValueError("placeholder too large for max width")
        return placeholder.strip()
    return " ".join(words) + placeholder


def dedent(text):
    lines = text.split("\n")
    margin = None
    for i, line in enumerate(lines):
        if not line.strip():
            lines[i] = ""
            continue
        indent = line[:len(line) - len(line.lstrip(" \t"))]
        if margin is None:
            margin = indent
        while not indent.startswith(margin):
            margin = margin[:-1]
    if margin:
        lines = [line[len(margin):] for line in lines]
    return "\n".join(lines)


def indent(text, prefix, predicate=None):
    predicate = predicate or (lambda line: not line.isspace())
    return "".join([prefix + line if predicate(line) else line for line in text.splitlines(True)])
