import itertools, random, re, string, math, json, sys
random.seed(123)
pw = "".join(random.choice(string.ascii_letters + string.digits) for _ in range(12)); print(pw)
data = [{"id": i, "v": round(random.gauss(10, 2), 3), "tag": random.choice("abc")} for i in range(20)]
for k, grp in itertools.groupby(sorted(data, key=lambda r: r["tag"]), key=lambda r: r["tag"]):
    vs = [r["v"] for r in grp]; print(k, len(vs), round(sum(vs) / len(vs), 3))
js = json.dumps(data[:2], indent=1); print(js); print(json.loads(js) == data[:2])
text = "Contact: john.doe@example.com, jane@test.org; phone +1-555-1234, 2024-05-06"
print(re.findall(r"[\w.]+@[\w.]+\.\w+", text), re.search(r"(\d{4})-(\d\d)-(\d\d)", text).groups(), re.sub(r"\b(\w)(\w*)", lambda m: m[1].upper() + m[2], "hello big world"))
inside = sum(1 for _ in range(20000) if random.random() ** 2 + random.random() ** 2 <= 1); print(inside, 4 * inside / 20000)
print(max(itertools.permutations([1, 2, 3, 4]), key=lambda p: sum(a * b for a, b in zip(p, [4, 1, 3, 2]))), len(list(itertools.product("ab", repeat=5))), list(itertools.accumulate(range(1, 8), lambda a, b: a * b)))
print(math.comb(10, 3), math.gcd(12, 18), sys.version_info[:2], math.isclose(0.1 + 0.2, 0.3))

# expect: drfXArg153cy
# expect: a 8 9.625
# expect: b 6 11.001
# expect: c 6 10.997
# expect: [
# expect:  {
# expect:   "id": 0,
# expect:   "v": 8.249,
# expect:   "tag": "a"
# expect:  },
# expect:  {
# expect:   "id": 1,
# expect:   "v": 9.595,
# expect:   "tag": "a"
# expect:  }
# expect: ]
# expect: True
# expect: ['john.doe@example.com', 'jane@test.org'] ('2024', '05', '06') Hello Big World
# expect: 15635 3.127
# expect: (4, 1, 3, 2) 32 [1, 2, 6, 24, 120, 720, 5040]
# expect: 120 6 (3, 14) True
