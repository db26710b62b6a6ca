def a(): b()
def b():
    e = ValueError("msg")
    e.add_note("note 1\nline 2")
    raise e
a()
