# An uncaught error with a cause that has a context; a custom class in the main module.
class ConfigError(Exception):
    pass


def load(d):
    try:
        return d["key"]
    except KeyError:
        return 1 / 0


def run():
    try:
        load({})
    except ZeroDivisionError as e:
        raise ConfigError("cannot load", 5) from e


run()

# stderr: Traceback (most recent call last):
# stderr:   File "/guest/uncaught_chain.py", line 8, in load
# stderr:     return d["key"]
# stderr:            ~^^^^^^^
# stderr: KeyError: 'key'
# stderr:
# stderr: During handling of the above exception, another exception occurred:
# stderr:
# stderr: Traceback (most recent call last):
# stderr:   File "/guest/uncaught_chain.py", line 15, in run
# stderr:     load({})
# stderr:     ~~~~^^^^
# stderr:   File "/guest/uncaught_chain.py", line 10, in load
# stderr:     return 1 / 0
# stderr:            ~~^~~
# stderr: ZeroDivisionError: division by zero
# stderr:
# stderr: The above exception was the direct cause of the following exception:
# stderr:
# stderr: Traceback (most recent call last):
# stderr:   File "/guest/uncaught_chain.py", line 20, in <module>
# stderr:     run()
# stderr:     ~~~^^
# stderr:   File "/guest/uncaught_chain.py", line 17, in run
# stderr:     raise ConfigError("cannot load", 5) from e
# stderr: ConfigError: ('cannot load', 5)
# exit: 1
