"""Iterator building blocks, as generators and small iterator classes."""


class count:
    def __init__(self, start=0, step=1):
        self._next = start
        self._step = step

    def __iter__(self):
        return self

    def __next__(self):
        value = self._next
        self._next = value + self._step
        return value

    def __repr__(self):
        if isinstance(self._step, int) and self._step == 1:
            return f"count({self._next!r})"
        return f"count({self._next!r}, {self._step!r})"


def cycle(iterable):
    saved = []
    for value in iterable:
        yield value
        saved.append(value)
    while saved:
        yield from saved


class repeat:
    def __init__(self, object, times=None):
        self._object = object
        self._left = None if times is None else max(times, 0)

    def __iter__(self):
        return self

    def __next__(self):
        if self._left is not None:
            if self._left == 0:
                raise StopIteration
            self._left -= 1
        return self._object

    def __length_hint__(self):
        if self._left is None:
            raise TypeError("len() of unsized object")
        return self._left

    def __repr__(self):
        if self._left is None:
            return f"repeat({self._object!r})"
        return f"repeat({self._object!r}, {self._left})"


def accumulate(iterable, func=None, *, initial=None):
    iterator = iter(iterable)
    total = initial
    if initial is None:
        for total in iterator:
            break
        else:
            return
    yield total
    if func is None:
        for value in iterator:
            total = total + value
            yield total
    else:
        for value in iterator:
            total = func(total, value)
            yield total


def batched(iterable, n, *, strict=False):
    if n < 1:
        raise ValueError("n must be at least one")
    iterator = iter(iterable)
    while batch := tuple(islice(iterator, n)):
        if strict and len(batch) != n:
            raise ValueError("batched(): incomplete batch")
        yield batch


class chain:
    def __init__(self, *iterables):
        self._values = _chained(iterables)

    @classmethod
    def from_iterable(cls, iterables):
        made = cls()
        made._values = _chained(iterables)
        return made

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._values)


def _chained(iterables):
    for iterable in iterables:
        yield from iterable


def compress(data, selectors):
    return (value for value, wanted in zip(data, selectors) if wanted)


def dropwhile(predicate, iterable):
    iterator = iter(iterable)
    for value in iterator:
        if not predicate(value):
            yield value
            break
    yield from iterator


def takewhile(predicate, iterable):
    for value in iterable:
        if not predicate(value):
            return
        yield value


def filterfalse(predicate, iterable):
    if predicate is None:
        return (value for value in iterable if not value)
    return (value for value in iterable if not predicate(value))


class groupby:
    def __init__(self, iterable, key=None):
        self._iterator = iter(iterable)
        self._key = key
        self._wanted = self._current = self._value = object()
        self._group = None

    def __iter__(self):
        return self

    def __next__(self):
        self._group = None
        while self._current == self._wanted:
            self._advance()
        self._wanted = self._current
        self._group = group = _Group(self, self._wanted)
        return self._current, group

    def _advance(self):
        value = next(self._iterator)
        self._current = value if self._key is None else self._key(value)
        self._value = value


class _Group:
    def __init__(self, parent, wanted):
        self._parent = parent
        self._wanted = wanted
        self._started = False

    def __iter__(self):
        return self

    def __next__(self):
        parent = self._parent
        if parent._group is not self:
            raise StopIteration
        if self._started:
            try:
                parent._advance()
            except StopIteration:
                parent._group = None
                raise
        self._started = True
        if not parent._current == self._wanted:
            parent._group = None
            raise StopIteration
        return parent._value


def islice(iterable, *args):
    bounds = slice(*args)
    start = 0 if bounds.start is None else bounds.start
    stop = bounds.stop
    step = 1 if bounds.step is None else bounds.step
    if start < 0 or (stop is not None and stop < 0):
        raise ValueError("Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
    if step < 1:
        raise ValueError("Step for islice() must be a positive integer or None.")
    return _sliced(iter(iterable), start, stop, step)


def _sliced(iterator, start, stop, step):
    at = 0
    if stop is not None and start >= stop:
        while at < stop:
            for _ in iterator:
                break
            else:
                return
            at += 1
        return
    wanted = start
    for value in iterator:
        if at == wanted:
            yield value
            wanted += step
            if stop is not None and wanted >= stop:
                # What lies between the last element and the end is taken, too.
                while at + 1 < stop:
                    for _ in iterator:
                        break
                    else:
                        return
                    at += 1
                return
        at += 1


def pairwise(iterable):
    iterator = iter(iterable)
    for previous in iterator:
        break
    else:
        return
    for value in iterator:
        yield previous, value
        previous = value


def starmap(function, iterable):
    return (function(*args) for args in iterable)


def tee(iterable, n=2):
    if n < 0:
        raise ValueError("n must be >= 0")
    iterator = iter(iterable)
    queues = [[] for _ in range(n)]

    def values(own):
        at = 0
        while True:
            if at == len(own):
                own.clear()
                at = 0
                for value in iterator:
                    break
                else:
                    return
                for queue in queues:
                    queue.append(value)
            value = own[at]
            at += 1
            yield value

    return tuple(values(queue) for queue in queues)


def zip_longest(*iterables, fillvalue=None):
    iterators = [iter(iterable) for iterable in iterables]
    left = len(iterators)
    if left == 0:
        return
    while True:
        values = []
        for i, iterator in enumerate(iterators):
            if iterator is None:
                values.append(fillvalue)
                continue
            for value in iterator:
                values.append(value)
                break
            else:
                left -= 1
                if left == 0:
                    return
                iterators[i] = None
                values.append(fillvalue)
        yield tuple(values)


def product(*iterables, repeat=1):
    pools = [tuple(iterable) for iterable in iterables] * repeat
    if not all(pools):
        return
    indices = [0] * len(pools)
    values = [pool[0] for pool in pools]
    while True:
        yield tuple(values)
        for i in range(len(pools) - 1, -1, -1):
            at = indices[i] + 1
            if at < len(pools[i]):
                indices[i] = at
                values[i] = pools[i][at]
                break
            indices[i] = 0
            values[i] = pools[i][0]
        else:
            return


def permutations(iterable, r=None):
    pool = tuple(iterable)
    n = len(pool)
    r = n if r is None else r
    if r < 0:
        raise ValueError("r must be non-negative")
    if r > n:
        return
    indices = list(range(n))
    cycles = list(range(n, n - r, -1))
    yield tuple(pool[i] for i in indices[:r])
    while True:
        for i in range(r - 1, -1, -1):
            cycles[i] -= 1
            if cycles[i] == 0:
                indices.append(indices.pop(i))
                cycles[i] = n - i
            else:
                j = n - cycles[i]
                indices[i], indices[j] = indices[j], indices[i]
                yield tuple([pool[k] for k in indices[:r]])
                break
        else:
            return


def combinations(iterable, r):
    pool = tuple(iterable)
    n = len(pool)
    if r < 0:
        raise ValueError("r must be non-negative")
    if r > n:
        return
    indices = list(range(r))
    while True:
        yield tuple([pool[i] for i in indices])
        for i in range(r - 1, -1, -1):
            if indices[i] != i + n - r:
                break
        else:
            return
        indices[i] += 1
        for j in range(i + 1, r):
            indices[j] = indices[j - 1] + 1


def combinations_with_replacement(iterable, r):
    pool = tuple(iterable)
    n = len(pool)
    if r < 0:
        raise ValueError("r must be non-negative")
    if n == 0 and r > 0:
        return
    indices = [0] * r
    while True:
        yield tuple([pool[i] for i in indices])
        for i in range(r - 1, -1, -1):
            if indices[i] != n - 1:
                break
        else:
            return
        indices[i:] = [indices[i] + 1] * (r - i)
