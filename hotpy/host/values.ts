/**
 * Values on their way between JavaScript and Python: numbers, text and containers by value, everything else by handle.
 *
 * Input and output: JavaScript values here, Python source (a literal) and a line of text there. A function of the guest (`PRELUDE`) writes a value
 * as text, `decodeValue` reads it; `literalOf` writes a JavaScript value as a Python expression. Invariant: Python objects stay in a table of the
 * guest, JavaScript holds their numbers; no object of JavaScript is reachable from the guest.
 *
 * | JavaScript                                  | Python                | JavaScript again       |
 * | ------------------------------------------- | --------------------- | ---------------------- |
 * | `undefined`, `null`                         | `None`                | `undefined`            |
 * | `true`, `false`                             | `True`, `False`       | boolean                |
 * | number with an integral value, bigint       | `int`                 | number, bigint beyond 2^53 |
 * | other number                                | `float`               | number                 |
 * | string                                      | `str`                 | string                 |
 * | array; `Map` or plain object; `PyProxy`      | `list`; `dict`; object | `PyProxy`; with `toJs()` array, `Map` |
 */

/** What ends a number or text in the encoding; in texts it is written `\x`. */
const END = "\x1f";

/** Python, with the built-in names bound where nobody can shadow them: `__hotpy__(value)` encodes for `runPython`, `__hotpy__(value, True)` with the contents of containers. */
export const PRELUDE = `
def __hotpy__(value, deep=False, *, type=type, bool=bool, int=int, hex=hex, float=float, str=str, list=list, tuple=tuple, dict=dict, repr=repr, len=len):
    kind = type(value)
    if value is None: return "n"
    if kind is bool: return "t" if value else "f"
    if kind is int: return "i" + hex(value) + "\\x1f"
    if kind is float: return "d" + repr(value) + "\\x1f"
    if kind is str: return "s" + value.replace("\\\\", "\\\\\\\\").replace("\\x1f", "\\\\x") + "\\x1f"
    if deep and (kind is list or kind is tuple):
        return "l" + str(len(value)) + "\\x1f" + "".join([__hotpy__(v, True) for v in value])
    if deep and kind is dict:
        return "m" + str(len(value)) + "\\x1f" + "".join([__hotpy__(k, True) + __hotpy__(v, True) for k, v in value.items()])
    number = len(__hotpy_objects__)
    __hotpy_objects__.append(value)
    return "o" + str(number) + "\\x1f" + __hotpy__(kind.__name__)
__hotpy_objects__ = []
`;

/** A value that Python code can be given. */
export type Convertible =
  | undefined
  | null
  | boolean
  | number
  | bigint
  | string
  | Handle
  | readonly Convertible[]
  | ReadonlyMap<Convertible, Convertible>
  | {
    readonly [name: string]: Convertible;
  };

/** A Python object by its number in the guest's table. */
export interface Handle {
  readonly handle: number;
}

/** A value of Python in JavaScript, `O` standing for objects that have no equal there. */
export type Decoded<O> = undefined | boolean | number | bigint | string | O | Decoded<O>[] | Map<Decoded<O>, Decoded<O>>;

/** Reads an encoded value; `object` makes what stands for an object that has no equal in JavaScript. */
export function decodeValue<O>(text: string, object: (handle: number, type: string) => O): Decoded<O> {
  let at = 0;
  const field = () => {
    const end = text.indexOf(END, at);
    const found = text.slice(at, end);
    at = end + 1;
    return found;
  };
  const read = (): Decoded<O> => {
    switch (text[at++]) {
      case "n":
        return undefined;
      case "t":
        return true;
      case "f":
        return false;
      case "i":
        return integer(field());
      case "d":
        return float(field());
      case "s":
        return field().replace(/\\(.)/g, (_, c) => c === "x" ? END : c);
      case "l":
        return Array.from({ length: Number(field()) }, read);
      case "m":
        return new Map(Array.from({ length: Number(field()) }, () => [read(), read()] as const));
      default: {
        const handle = Number(field());
        return object(handle, String(read()));
      }
    }
  };
  return read();
}

/** Hexadecimal, which Python writes without a limit of digits. */
function integer(digits: string): number | bigint {
  const value = digits.startsWith("-") ? -BigInt(digits.slice(1)) : BigInt(digits);
  return Number.isSafeInteger(Number(value)) ? Number(value) : value;
}

function float(text: string): number {
  return text === "inf" ? Infinity : text === "-inf" ? -Infinity : Number(text);
}

/** A Python expression for a value. @throws TypeError for what Python cannot be given */
export function literalOf(value: Convertible, depth = 0): string {
  if (depth > 100) throw new TypeError("The value is nested too deeply, or contains itself");
  const each = (items: Iterable<Convertible>) => [...items].map((item) => literalOf(item, depth + 1));
  switch (typeof value) {
    case "undefined":
      return "None";
    case "boolean":
      return value ? "True" : "False";
    case "bigint":
      return `(${value})`;
    case "number":
      return numberLiteral(value);
    case "string":
      return JSON.stringify(value);
    case "object": {
      if (value === null) return "None";
      if (Array.isArray(value)) return `[${each(value).join(", ")}]`;
      if ("handle" in value && typeof value.handle === "number") return `__hotpy_objects__[${value.handle}]`;
      const entries = value instanceof Map ? [...value] : Object.entries(value);
      return `{${entries.map(([k, v]) => `${literalOf(k, depth + 1)}: ${literalOf(v, depth + 1)}`).join(", ")}}`;
    }
    default:
      throw new TypeError(`A ${typeof value} cannot be given to Python`);
  }
}

function numberLiteral(value: number): string {
  if (Number.isNaN(value)) return "(1e999 - 1e999)";
  if (!Number.isFinite(value)) return value > 0 ? "1e999" : "(-1e999)";
  if (Object.is(value, -0)) return "(-0.0)";
  // A number without a fraction is an integer, as large ones are written with an exponent.
  return Number.isInteger(value) ? `(${BigInt(value)})` : `(${value})`;
}
