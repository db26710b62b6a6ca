# Files, text in memory, errors of the operating system. (Error numbers of the oracle's system differ, so none is printed.)
import io


def shown(action):
    try:
        print(repr(action()))
    except Exception as e:
        print(type(e).__name__, getattr(e, "strerror", e), getattr(e, "filename", None))


NAME = "/tmp/hotpy_guest_file.txt"
with open(NAME, "w") as f:
    print(f.write("hello\n"), f.name == NAME, f.mode, f.closed)
    print("printed", 5, file=f)
    f.writelines(["wörld\n", "end"])
print(f.closed)
with open(NAME) as f:
    for line in f:
        print(repr(line))
with open(NAME, "a") as f:
    f.write("\nmore")
with open(NAME, encoding="utf-8") as f:
    print(f.read(3), f.readline(), f.readlines(), f.read())
with open(NAME, "rb") as f:
    print(f.read(4), f.tell(), f.seek(0), f.readline())
with open(NAME, "w+") as f:
    f.write("12345")
    f.seek(1)
    print(f.read(2))
shown(lambda: open("/nope/none.txt"))
shown(lambda: open("/tmp"))
shown(lambda: open(NAME, "q"))
shown(lambda: open(NAME, "rw"))
shown(lambda: open(NAME, "w").read())
shown(lambda: open(NAME).write("x"))
shown(lambda: open(NAME, "w").write(5))
text = io.StringIO()
print("b", 3, file=text)
print(repr(text.getvalue()), list(io.StringIO("l1\nl2")), io.BytesIO(b"abc").read(2))
e = OSError(1000, "text", "file")
print(type(e).__name__, e, e.args, e.filename, e.errno)


class Own(OSError):
    pass


print(Own(5, "t", "f"), repr(OSError("only")), str(OSError(7, "two")))

# expect: 6 True w False
# expect: True
# expect: 'hello\n'
# expect: 'printed 5\n'
# expect: 'wörld\n'
# expect: 'end'
# expect: hel lo
# expect:  ['printed 5\n', 'wörld\n', 'end\n', 'more'] 
# expect: b'hell' 4 0 b'hello\n'
# expect: 23
# expect: FileNotFoundError No such file or directory /nope/none.txt
# expect: IsADirectoryError Is a directory /tmp
# expect: ValueError invalid mode: 'q' None
# expect: ValueError must have exactly one of create/read/write/append mode None
# expect: UnsupportedOperation None None
# expect: UnsupportedOperation None None
# expect: TypeError write() argument must be str, not int None
# expect: 'b 3\n' ['l1\n', 'l2'] b'ab'
# expect: OSError [Errno 1000] text: 'file' (1000, 'text') file 1000
# expect: [Errno 5] t: 'f' OSError('only') [Errno 7] two
