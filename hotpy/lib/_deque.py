"""The double-ended queue: two stacks in one list each, the front one reversed."""


class deque:
    __slots__ = ("_items", "_first", "_maxlen", "__dict__")
    __hash__ = None

    def __init__(self, iterable=(), maxlen=None):
        if maxlen is not None:
            if not isinstance(maxlen, int):
                raise TypeError("an integer is required")
            if maxlen < 0:
                raise ValueError("maxlen must be non-negative")
        # Elements are `_items[_first:]`; what lies before has been taken off the left.
        self._items = []
        self._first = 0
        self._maxlen = maxlen
        self.extend(iterable)

    @property
    def maxlen(self):
        return self._maxlen

    def _compact(self):
        del self._items[:self._first]
        self._first = 0

    def append(self, x):
        self._items.append(x)
        if self._maxlen is not None and len(self._items) - self._first > self._maxlen:
            self.popleft()

    def appendleft(self, x):
        first = self._first
        if first == 0:
            room = len(self._items) + 8
            self._items[:0] = [None] * room
            first = room
        first -= 1
        self._items[first] = x
        self._first = first
        if self._maxlen is not None and len(self._items) - first > self._maxlen:
            self.pop()

    def pop(self):
        if len(self._items) == self._first:
            raise IndexError("pop from an empty deque")
        return self._items.pop()

    def popleft(self):
        items = self._items
        first = self._first
        if first >= len(items):
            raise IndexError("pop from an empty deque")
        value = items[first]
        items[first] = None
        first += 1
        if first > 32 and first * 2 > len(items):
            del items[:first]
            first = 0
        self._first = first
        return value

    def extend(self, iterable):
        if iterable is self:
            iterable = list(iterable)
        for x in iterable:
            self.append(x)

    def extendleft(self, iterable):
        if iterable is self:
            iterable = list(iterable)
        for x in iterable:
            self.appendleft(x)

    def clear(self):
        self._items.clear()
        self._first = 0

    def copy(self):
        return type(self)(self, self._maxlen)

    __copy__ = copy

    def __len__(self):
        return len(self._items) - self._first

    def __bool__(self):
        return len(self._items) > self._first

    def __iter__(self):
        size = len(self)
        i = 0
        while i < len(self._items) - self._first:
            yield self._items[self._first + i]
            i += 1
            if len(self) != size:
                raise RuntimeError("deque mutated during iteration")

    def __reversed__(self):
        return reversed(self._items[self._first:])

    def __contains__(self, x):
        return x in self._items[self._first:]

    def _position(self, index, message):
        size = len(self)
        if index < 0:
            index += size
        if not 0 <= index < size:
            raise IndexError(message)
        return self._first + index

    def __getitem__(self, index):
        if isinstance(index, slice):
            raise TypeError("sequence index must be integer, not 'slice'")
        return self._items[self._position(index, "deque index out of range")]

    def __setitem__(self, index, value):
        self._items[self._position(index, "deque index out of range")] = value

    def __delitem__(self, index):
        del self._items[self._position(index, "deque index out of range")]

    def insert(self, index, x):
        if self._maxlen is not None and len(self) >= self._maxlen:
            raise IndexError("deque already at its maximum size")
        size = len(self)
        if index < 0:
            index = max(index + size, 0)
        self._items.insert(self._first + min(index, size), x)

    def remove(self, value):
        self._compact()
        try:
            self._items.remove(value)
        except ValueError:
            raise ValueError("deque.remove(x): x not in deque") from None

    def index(self, x, *bounds):
        self._compact()
        try:
            return self._items.index(x, *bounds)
        except ValueError:
            raise ValueError(f"{x!r} is not in deque") from None

    def count(self, x):
        return self._items[self._first:].count(x)

    def reverse(self):
        self._compact()
        self._items.reverse()

    def rotate(self, n=1):
        size = len(self)
        if size < 2:
            return
        self._compact()
        n %= size
        if n:
            self._items[:0] = self._items[size - n:]
            del self._items[size:]

    def __repr__(self):
        end = "" if self._maxlen is None else f", maxlen={self._maxlen}"
        items = ", ".join("[...]" if x is self else repr(x) for x in self)
        return f"{type(self).__name__}([{items}]{end})"

    def _compared(self, other, function):
        return function(list(self), list(other)) if isinstance(other, deque) else NotImplemented

    def __eq__(self, other):
        return self._compared(other, lambda a, b: a == b)

    def __lt__(self, other):
        return self._compared(other, lambda a, b: a < b)

    def __le__(self, other):
        return self._compared(other, lambda a, b: a <= b)

    def __gt__(self, other):
        return self._compared(other, lambda a, b: a > b)

    def __ge__(self, other):
        return self._compared(other, lambda a, b: a >= b)

    def __add__(self, other):
        if not isinstance(other, deque):
            raise TypeError(f'can only concatenate deque (not "{type(other).__name__}") to deque')
        made = self.copy()
        made.extend(other)
        return made

    def __mul__(self, n):
        return type(self)(list(self) * n, self._maxlen)

    __rmul__ = __mul__

    def __iadd__(self, other):
        self.extend(other)
        return self

    def __class_getitem__(cls, item):
        return cls


deque.__module__ = "collections"
