# The sys and time modules, and the names of the main module.
import sys
import time

print(sys.argv[0].endswith("sys_module.py"), len(sys.argv), sys.version_info[:2], sys.version_info.major, sys.byteorder)
sys.stdout.write("written\n")
print("to stderr", file=sys.stderr)
print("flushed", flush=True)
print(__name__, __file__.endswith("sys_module.py"), __doc__, sys.getrecursionlimit() >= 100)
print(isinstance(sys.modules, dict), "sys" in sys.modules, isinstance(sys.path, list), isinstance(sys.platform, str))
t = time.perf_counter()
u = time.time()
print(time.perf_counter() >= t, time.time() >= u, u > 1.6e9, isinstance(time.monotonic(), float))
try:
    raise ValueError("current")
except ValueError:
    print(sys.exc_info()[0].__name__, sys.exc_info()[1])
print(sys.exc_info())
print("before exit")
sys.exit(7)

# expect: True 1 (3, 14) 3 little
# expect: written
# expect: flushed
# expect: __main__ True None True
# expect: True True True True
# expect: True True True True
# expect: ValueError current
# expect: (None, None, None)
# expect: before exit
# stderr: to stderr
# exit: 7
