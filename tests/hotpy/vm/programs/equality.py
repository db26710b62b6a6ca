class A:
    def __eq__(self, o): print("A.eq"); return NotImplemented
class B(A):
    def __eq__(self, o): print("B.eq"); return True
print(A() == B())
print("--")
A() != A()
print("--")
A() == 3
print("--")
3 == A()
print("--")
A() == A()
print("--")
3 != A()
