# sys.exit with a text prints it on stderr and ends with 1.
import sys

print("out")


def leave():
    try:
        sys.exit("the reason")
    finally:
        print("finally")


leave()

# expect: out
# expect: finally
# stderr: the reason
# exit: 1
