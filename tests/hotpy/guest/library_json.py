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

# expect: {"a": [1, 2.5, null, true, false, "x\n\"\u00e9\ud83d\ude00\u0001"], "b": {}, "c": [], "d": {"e": [[]]}, "f": -1e+100, "5": "int", "null": 1, "true": 2, "1.5": 0}
# expect: {
# expect:   "a": [
# expect:     1,
# expect:     2.5,
# expect:     null,
# expect:     true,
# expect:     false,
# expect:     "x\n\"é😀\u0001"
# expect:   ],
# expect:   "b": {},
# expect:   "c": [],
# expect:   "d": {
# expect:     "e": [
# expect:       []
# expect:     ]
# expect:   },
# expect:   "f": -1e+100,
# expect:   "5": "int",
# expect:   "null": 1,
# expect:   "true": 2,
# expect:   "1.5": 0
# expect: }
# expect: {"a":[1,2],"b":1} [Infinity, NaN] "a" 3 null
# expect: {'a': [1, 2.5, None, True, False, 'x\n"é😀\x01'], 'b': {}, 'c': [], 'd': {'e': [[]]}, 'f': -1e+100, '5': 'int', 'null': 1, 'true': 2, '1.5': 0}
# expect: [1, -2500.0, 'aé😀\n', {'k': [True, None]}, 0, 0, 100000.0, 12345678901234567890]
# expect:  !! JSONDecodeError Expecting value: line 1 column 1 (char 0)
# expect: [1,] !! JSONDecodeError Illegal trailing comma before end of array: line 1 column 3 (char 2)
# expect: {'a':1} !! JSONDecodeError Expecting property name enclosed in double quotes: line 1 column 2 (char 1)
# expect: {"a" 1} !! JSONDecodeError Expecting ':' delimiter: line 1 column 6 (char 5)
# expect: {"a":1,} !! JSONDecodeError Illegal trailing comma before end of object: line 1 column 7 (char 6)
# expect: [1 2] !! JSONDecodeError Expecting ',' delimiter: line 1 column 4 (char 3)
# expect: "abc !! JSONDecodeError Unterminated string starting at: line 1 column 1 (char 0)
# expect: nul !! JSONDecodeError Expecting value: line 1 column 1 (char 0)
# expect: [1] x !! JSONDecodeError Extra data: line 1 column 5 (char 4)
# expect: "\q" !! JSONDecodeError Invalid \escape: line 1 column 2 (char 1)
# expect: 01 !! JSONDecodeError Extra data: line 1 column 2 (char 1)
# expect: - !! JSONDecodeError Expecting value: line 1 column 1 (char 0)
# expect: 1. !! JSONDecodeError Extra data: line 1 column 2 (char 1)
# expect: "	" !! JSONDecodeError Invalid control character at: line 1 column 2 (char 1)
# expect:
# expect:
# expect:   [1,
# expect:   x] !! JSONDecodeError Expecting value: line 4 column 3 (char 10)
# expect: d !! TypeError Object of type set is not JSON serializable
# expect: d !! TypeError keys must be str, int, float, bool or None, not tuple
# expect: d -> '"<class \'object\'>"'
# expect: c !! ValueError Circular reference detected
# expect: ['a'] 1.5
# expect: {
# expect: 	"a": [
# expect: 		1,
# expect: 		{
# expect: 			"b": 2
# expect: 		}
# expect: 	]
# expect: }
# expect: 9
