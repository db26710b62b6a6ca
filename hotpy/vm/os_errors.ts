/** `OSError`: the class that belongs to an error number, and the file it is about (library reference, "OS exceptions"). */

import { alloc, copyTail, ERROR, i32, i64Of, isI64, literal, residual, slot, type Value } from "../../toolkit/define/mod.ts";
import { ExceptionTypes, type Name, NONE, type PyException, Singletons, Tuple, type Type } from "./objects.ts";
import { dictGetName } from "./dict.ts";
import { newException } from "./exceptions.ts";
import { format2, format3 } from "./messages.ts";
import { attribute } from "./native.ts";
import { reprOf, strOf } from "./protocols.ts";

/** Name of the class for an error number (Linux's); `OSError` for most. */
function className(errno: i32): Name {
  switch (errno) {
    case 1:
    case 13:
      return literal("PermissionError");
    case 2:
      return literal("FileNotFoundError");
    case 3:
      return literal("ProcessLookupError");
    case 4:
      return literal("InterruptedError");
    case 10:
      return literal("ChildProcessError");
    case 11:
      return literal("BlockingIOError");
    case 17:
      return literal("FileExistsError");
    case 20:
      return literal("NotADirectoryError");
    case 21:
      return literal("IsADirectoryError");
    case 32:
      return literal("BrokenPipeError");
    case 103:
      return literal("ConnectionAbortedError");
    case 104:
      return literal("ConnectionResetError");
    case 110:
      return literal("TimeoutError");
    case 111:
      return literal("ConnectionRefusedError");
    default:
      return literal("OSError");
  }
}

/** The class of `OSError(errno, …)`. */
function osErrorType(type: Type, args: Tuple): Type {
  if (type !== ExceptionTypes.osError || args.length < 2 || args.length > 5 || !isI64(args.items[0])) return type;
  const errno = i64Of(args.items[0]);
  if (errno < 0n || errno > 200n) return type;
  return dictGetName(Singletons.builtins, className(i32(errno))) as Type;
}

/** An `OSError` or of a class derived from it; a third argument is the file, which is not among `args`. */
export const newOsError = residual(function (type: Type, args: Tuple): PyException {
  const e = newException(osErrorType(type, args), args);
  if (args.length < 3 || args.length > 5) return e;
  e.value = args.items[2];
  const rest = alloc(Tuple, 2);
  copyTail(rest.items, 0, args.items, 0, 2);
  e.args = rest;
  return e;
});

function filename(self: Value): Value {
  const value = (self as PyException).value;
  return value === ERROR ? NONE : value;
}

function setFilename(self: Value, value: Value): void {
  (self as PyException).value = value;
}

/** `[Errno 2] No such file or directory: 'x'` */
export function osErrorText(e: PyException): Value {
  const args = e.args;
  const errno = strOf(args.items[0]), text = strOf(args.items[1]);
  if (e.value === ERROR || e.value === NONE) return format2(literal("[Errno %s] %s"), errno, text);
  return format3(literal("[Errno %s] %s: %s"), errno, text, reprOf(e.value));
}

export function bootOsErrors(): void {
  attribute(ExceptionTypes.osError, literal("filename"), slot(filename), slot(setFilename));
}
