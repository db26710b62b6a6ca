class A:
    def __getitem__(self, k):
        raise KeyError(k)
A()["missing"]
