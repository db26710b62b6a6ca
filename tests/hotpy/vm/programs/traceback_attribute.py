class Foo:
    def method(self): pass
    attribute = 1
Foo().metod
