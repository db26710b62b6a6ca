# Imported by imports.py from a package.
class Square:
    def __init__(self, side):
        self.side = side

    def area(self):
        return self.side ** 2
