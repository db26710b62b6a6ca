"""What a small program is like that gets hot."""

import sys
from math import sqrt


class Shape:
    count = 0

    def __init__(self, name, width, height):
        self.name = name
        self.width, self.height = width, height
        Shape.count += 1

    def area(self):
        return self.width * self.height * 0.5


def fibonacci(n):
    return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)


def main():
    table = {}
    shapes = [Shape("even" if i % 2 == 0 else "odd", i, i + 1) for i in range(2000)]
    total = 0.0
    for shape in shapes:
        total += sqrt(shape.area())
        if shape.name not in table:
            table[shape.name] = []
        table[shape.name].append(shape.width)
    power = 1
    while power < 10**30:
        power *= 3
    print(f"{total:.3f}", power, len(table["odd"]), fibonacci(15), file=sys.stdout)


main()
