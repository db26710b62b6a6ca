"""Files and text in memory. What is written to a file is there at once."""

import _files

SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
DEFAULT_BUFFER_SIZE = 8192


class UnsupportedOperation(OSError, ValueError):
    pass


UnsupportedOperation.__module__ = "io"


class IOBase:
    name = None
    mode = "r"
    closed = False

    def __enter__(self):
        self._check_open()
        return self

    def __exit__(self, exc_type, exc_value, traceback):
        self.close()

    def __iter__(self):
        self._check_open()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def _check_open(self):
        if self.closed:
            raise ValueError("I/O operation on closed file.")

    def _check(self, allowed, what):
        self._check_open()
        if not allowed:
            raise UnsupportedOperation(f"not {what}")

    def readable(self):
        return self._readable

    def writable(self):
        return self._writable

    def seekable(self):
        return True

    def isatty(self):
        return False

    def flush(self):
        self._check_open()

    def close(self):
        self.closed = True

    def readlines(self, hint=-1):
        return list(self)

    def writelines(self, lines):
        for line in lines:
            self.write(line)


class _Memory(IOBase):
    """What is read and written lies in `_data`, a str or bytes; `_at` is the position."""

    _readable = _writable = True
    _kind = str

    def _start(self, data):
        self._data = data
        self._parts = []
        self._at = 0

    def _whole(self):
        if self._parts:
            self._data = self._empty.join([self._data, *self._parts])
            self._parts.clear()
        return self._data

    def read(self, size=-1):
        self._check(self._readable, "readable")
        data = self._whole()
        start = self._at
        end = len(data) if size is None or size < 0 else min(start + size, len(data))
        self._at = max(end, start)
        return data[start:end]

    def readline(self, size=-1):
        self._check(self._readable, "readable")
        data = self._whole()
        start = self._at
        end = data.find(self._newline, start) + 1
        if end == 0:
            end = len(data)
        if size is not None and size >= 0:
            end = min(end, start + size)
        self._at = max(end, start)
        return data[start:end]

    def write(self, text):
        self._check(self._writable, "writable")
        if not isinstance(text, self._kind):
            raise TypeError(self._wrong.format(type(text).__name__))
        size = len(text)
        if self._at >= len(self._data) and (self._parts or self._at == len(self._data)):
            self._parts.append(text)
        else:
            data = self._whole()
            if self._at > len(data):
                data += self._zero * (self._at - len(data))
            self._data = data[:self._at] + text + data[self._at + size:]
        self._at += size
        return size

    def tell(self):
        self._check_open()
        return self._at

    def seek(self, offset, whence=0):
        self._check_open()
        base = 0 if whence == 0 else self._at if whence == 1 else len(self._whole())
        if base + offset < 0:
            raise ValueError(f"Negative seek position {offset}")
        self._at = base + offset
        return self._at

    def truncate(self, size=None):
        self._check(self._writable, "writable")
        size = self._at if size is None else size
        self._data = self._whole()[:size]
        return size

    def getvalue(self):
        self._check_open()
        return self._whole()


class StringIO(_Memory):
    _empty, _newline, _zero = "", "\n", "\0"
    _wrong = "string argument expected, got {!r}"

    def __init__(self, initial_value="", newline="\n"):
        if initial_value is not None and not isinstance(initial_value, str):
            raise TypeError(f"initial_value must be str or None, not {type(initial_value).__name__}")
        self._start(initial_value or "")


class BytesIO(_Memory):
    _empty, _newline, _zero, _kind = b"", b"\n", b"\0", bytes
    _wrong = "a bytes-like object is required, not {!r}"

    def __init__(self, initial_bytes=b""):
        self._start(bytes(initial_bytes))

    getbuffer = _Memory.getvalue


class _File(_Memory):
    def _open(self, path, mode, data):
        self.name = path
        self.mode = mode
        self._readable = "r" in mode or "+" in mode
        self._writable = mode[0] in "wax" or "+" in mode
        self._start(data)
        # Writing goes through to the file: adding where it ends, anew elsewhere.
        self._append = mode[0] == "a"
        if self._append:
            self._at = len(data)

    def write(self, text):
        if self._append:
            self._at = len(self._whole())
        at_end = self._at == len(self._data) + sum(map(len, self._parts))
        size = super().write(text)
        self._store(text if at_end else self._whole(), at_end)
        if at_end and not self._readable:
            # Nobody asks for what has been written.
            self._written += size
            self._parts.clear()
            self._data = self._empty
            self._at = 0
        return size

    _written = 0

    def tell(self):
        return super().tell() + self._written

    def seek(self, offset, whence=0):
        if self._written:
            raise UnsupportedOperation("seeking in a file that is only written")
        return super().seek(offset, whence)

    def truncate(self, size=None):
        if self._written:
            raise UnsupportedOperation("truncating a file that is only written")
        size = super().truncate(size)
        self._store(self._whole(), False)
        return size

    def fileno(self):
        raise UnsupportedOperation("fileno")


class TextIOWrapper(_File):
    _empty, _newline, _zero = "", "\n", "\0"
    _wrong = "write() argument must be str, not {}"

    def __init__(self, path, mode, data, encoding, errors, newline):
        self.encoding = encoding
        self.errors = errors
        self._line_end = newline
        text = data.decode(encoding, errors)
        if newline is None:
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        self._open(path, mode, text)

    def _store(self, text, append):
        if self._line_end not in (None, "", "\n"):
            text = text.replace("\n", self._line_end)
        _call(_files.write, self.name, text.encode(self.encoding, self.errors), append)

    def __repr__(self):
        return f"<_io.TextIOWrapper name={self.name!r} mode={self.mode!r} encoding={self.encoding!r}>"


class BufferedReader(_File):
    _empty, _newline, _zero, _kind = b"", b"\n", b"\0", bytes
    _wrong = "a bytes-like object is required, not {!r}"

    def __init__(self, path, mode, data):
        self._open(path, mode, data)

    def _store(self, data, append):
        _call(_files.write, self.name, data, append)

    def __repr__(self):
        return f"<_io.{type(self).__name__} name={self.name!r}>"


class BufferedWriter(BufferedReader):
    pass


class BufferedRandom(BufferedReader):
    pass


_TEXTS = {
    2: "No such file or directory",
    5: "Input/output error",
    13: "Permission denied",
    17: "File exists",
    20: "Not a directory",
    21: "Is a directory",
    28: "No space left on device",
}


def _call(function, path, *args):
    result = function(path, *args)
    if isinstance(result, int) and result != 0:
        raise OSError(result, _TEXTS.get(result, f"Error {result}"), path)
    return result


def open(file, mode="r", buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None):
    if hasattr(file, "__fspath__"):
        file = file.__fspath__()
    if isinstance(file, bytes):
        file = file.decode()
    if not isinstance(file, str):
        if isinstance(file, int):
            raise SystemError("HotPy does not support opening file descriptors yet")
        raise TypeError(f"expected str, bytes or os.PathLike object, not {type(file).__name__}")
    if not isinstance(mode, str):
        raise TypeError(f"open() argument 'mode' must be str, not {type(mode).__name__}")
    kinds = [c for c in mode if c in "rwax"]
    if set(mode) - set("rwaxbt+") or len(mode) > len(set(mode)):
        raise ValueError(f"invalid mode: {mode!r}")
    binary = "b" in mode
    if binary and "t" in mode:
        raise ValueError("can't have text and binary mode at once")
    if len(kinds) != 1:
        raise ValueError("must have exactly one of create/read/write/append mode")
    if binary and encoding is not None:
        raise ValueError("binary mode doesn't take an encoding argument")
    if newline not in (None, "", "\n", "\r", "\r\n"):
        raise ValueError(f"illegal newline value: {newline!r}")
    kind = kinds[0]
    if kind == "r":
        data = _call(_files.read, file)
    elif kind == "a":
        data = _files.read(file)
        if isinstance(data, int):
            data = b""
            _call(_files.write, file, b"", True)
    else:
        if kind == "x" and not isinstance(_files.read(file), int):
            raise FileExistsError(17, _TEXTS[17], file)
        data = b""
        _call(_files.write, file, b"", False)
    if binary:
        cls = BufferedRandom if "+" in mode else BufferedReader if kind == "r" else BufferedWriter
        return cls(file, kind + "b" + ("+" if "+" in mode else ""), data)
    if encoding in (None, "locale"):
        encoding = "utf-8"
    return TextIOWrapper(file, mode, data, encoding, errors or "strict", newline)


open.__module__ = "_io"
