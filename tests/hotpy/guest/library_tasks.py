from __future__ import annotations
import heapq
from collections import defaultdict, deque, Counter
from dataclasses import dataclass, field
from enum import Enum
from functools import lru_cache
from typing import Optional, Iterator
class Prio(Enum):
    LOW = 3; MED = 2; HIGH = 1
@dataclass(order=True)
class Task:
    prio: int
    name: str = field(compare=False)
    deps: list[str] = field(default_factory=list, compare=False)
class Sched:
    def __init__(self) -> None: self.heap: list[Task] = []; self.done: list[str] = []; self.g = defaultdict(set)
    def add(self, name: str, prio: Prio = Prio.MED, deps: Optional[list[str]] = None) -> None:
        heapq.heappush(self.heap, Task(prio.value, name, deps or []))
        for d in deps or []: self.g[d].add(name)
    def run(self) -> Iterator[str]:
        waiting = []
        while self.heap:
            t = heapq.heappop(self.heap)
            if all(d in self.done for d in t.deps):
                self.done.append(t.name); yield t.name
                for w in waiting: heapq.heappush(self.heap, w)
                waiting = []
            else: waiting.append(t)
s = Sched(); s.add("deploy", Prio.HIGH, ["test"]); s.add("test", deps=["build"]); s.add("build", Prio.LOW); s.add("lint")
print(list(s.run()), dict(s.g))
def bfs(g, a, b):
    q, seen = deque([(a, [a])]), {a}
    while q:
        n, p = q.popleft()
        if n == b: return p
        for m in g[n]:
            if m not in seen: seen.add(m); q.append((m, p + [m]))
g = defaultdict(list)
for i in range(300): g[i] += [(i * 7 + 3) % 300, (i * i + 1) % 300]
print(bfs(g, 0, 150))
@lru_cache(None)
def edit(a, b): return len(a) + len(b) if not a or not b else min(edit(a[1:], b) + 1, edit(a, b[1:]) + 1, edit(a[1:], b[1:]) + (a[0] != b[0]))
print(edit("kitten", "sitting"), edit.cache_info().currsize)
print(Counter("the quick brown fox the lazy the".split()).most_common(2))

# expect: ['lint', 'build', 'test', 'deploy'] {'test': {'deploy'}, 'build': {'test'}}
# expect: None
# expect: 3 56
# expect: [('the', 3), ('quick', 1)]
