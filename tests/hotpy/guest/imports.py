# import of files beside the script, in all its forms.
import helpers.shapes
import helper_module
import helper_module as again
from helper_module import double, VALUE as value
from helpers import shapes as s
from helpers.shapes import Square

print(helper_module.__name__, helper_module.VALUE, double(4), value, again is helper_module)
print(helpers.shapes.Square(3).area(), Square(2).area(), s is helpers.shapes, Square.__module__, helpers.__name__)
helper_module.VALUE = 99
from helper_module import VALUE

print(VALUE, value, helper_module.get(), helper_module.counter)


def local_import():
    import math
    from helper_module import bump

    bump()
    return math.floor(2.7)


print(local_import(), helper_module.counter, __name__)
for f in ("import missing_module", "from helper_module import nothing", "import helpers.missing"):
    try:
        if f == "import missing_module":
            import missing_module
        elif f.startswith("from"):
            from helper_module import nothing
        else:
            import helpers.missing
    except ImportError as e:
        print(type(e).__name__ + ":", str(e).split(" (")[0])
import sys

print("helper_module" in sys.modules, sys.modules["helper_module"] is helper_module, hasattr(helper_module, "__file__"))

# expect: loading helper_module
# expect: helper_module 7 8 7 True
# expect: 9 4 True helpers.shapes helpers
# expect: 99 7 99 0
# expect: 2 1 __main__
# expect: ModuleNotFoundError: No module named 'missing_module'
# expect: ImportError: cannot import name 'nothing' from 'helper_module'
# expect: ModuleNotFoundError: No module named 'helpers.missing'
# expect: True True True
