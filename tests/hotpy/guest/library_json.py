def t(src, f):
    try: print(src, '->', repr(f()))
    except BaseException as e: print(src, '!!', type(e).__name__, e)
import json
o = {"a": [1, 2.5, None, True, False, "x\n\"é😀\u0001"], "b": {}, "c": [], "d": {"e": [[]]}, "f": -1e100, 5: "int", None: 1, True: 2, 1.5: 0}
print(json.dumps(o)); print(json.dumps(o, indent=2, ensure_ascii=False)); print(json.dumps({"b": 1, "a": (1, 2)}, sort_keys=True, separators=(",", ":")), json.dumps([float("inf"), float("nan")]), json.dumps("a"), json.dumps(3), json.dumps(None))
print(json.loads(json.dumps(o))); print(json.loads(' [1, -2.5e3, "a\\u00e9\\ud83d\\ude00\\n", {"k": [true, null]}, 0, -0, 1E5, 12345678901234567890] '))
for bad in ["", "[1,]", "{'a':1}", '{"a" 1}', '{"a":1,}', '[1 2]', '"abc', "nul", "[1] x", '"\\q"', "01", "-", "1.", '"\t"', "\n\n  [1,\n  x]"]: t(bad, lambda: json.loads(bad))
t("d", lambda: json.dumps({1, 2}))
t("d", lambda: json.dumps({(1, 2): 3}))
t("d", lambda: json.dumps(object, default=str))
l = []; l.append(l); t("c", lambda: json.dumps(l))
print(json.loads('{"a": 1}', object_hook=lambda d: list(d)), json.loads("1.5", parse_float=str))
print(json.dumps({"a": [1, {"b": 2}]}, indent="\t"))
for i in range(30): r = json.loads(json.dumps(o))
print(len(r))
