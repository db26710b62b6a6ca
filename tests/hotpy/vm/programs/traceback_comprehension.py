class C:
    def __init__(self, v):
        self.v = v
    def m(self):
        return self.v.nothing + 1
def go():
    return [C(i).m() for i in range(3)]
go()
