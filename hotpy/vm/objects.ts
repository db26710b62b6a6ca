/**
 * Every heap layout of HotPy, its specials and its operator numbers: the contract between all files of `hotpy/vm`.
 *
 * Conventions that every function of the runtime keeps:
 * - `ERROR` (word 0) as a *field or argument* means "absent" (`MISSING`); as a *result* it means "raised" when an error is pending and, for
 *   the functions that say so (`iterNext`, `dictGet`, `Type.tpNext`), "nothing there" when none is.
 * - Integers are immediate or `Int64` (`isI64`, `i64Of`, `boxI64`) or the heap's bignum; `True`/`False` are specials and no integers to
 *   `isI64`: use `operators.ts` (`asIndex`, `isIntLike`) where Python lets a bool stand for an integer.
 * - The type of an object follows from its kind, except where the layout has a `shape` (instances of Python classes): see `typeOf` in `types.ts`.
 * - Attribute names, literals, types, shapes, code and module-level functions are `stable`: traces embed them.
 *
 * @module
 */

import type { i32, i64, Slot, Tail, u8 } from "../../toolkit/define/mod.ts";
import { Code, globals, Layout, layout, special, type Value } from "../../toolkit/define/mod.ts";

// ── Specials ─────────────────────────────────────────────────────────────────────────────────────────────────────────

export const NONE = special(1);
/** `specialOf(v) - 2` is the integer value of a bool. */
export const FALSE = special(2);
export const TRUE = special(3);
export const NOT_IMPLEMENTED = special(4);
export const ELLIPSIS = special(5);
/** What leaves a generator's frame for good; the value is in `Generator.result`. Never seen by Python. */
export const GENERATOR_END = special(6);

// ── Operator numbers: `Type.tpBinary`, `tpUnary`, `tpCompare` and the immediates of the bytecodes ────────────────────

export const OP_ADD = 0;
export const OP_SUB = 1;
export const OP_MUL = 2;
export const OP_TRUEDIV = 3;
export const OP_FLOORDIV = 4;
export const OP_MOD = 5;
export const OP_POW = 6;
export const OP_MATMUL = 7;
export const OP_LSHIFT = 8;
export const OP_RSHIFT = 9;
export const OP_AND = 10;
export const OP_OR = 11;
export const OP_XOR = 12;
export const OP_DIVMOD = 13;
export const BINARY_COUNT = 14;

export const CMP_LT = 0;
export const CMP_LE = 1;
export const CMP_EQ = 2;
export const CMP_NE = 3;
export const CMP_GT = 4;
export const CMP_GE = 5;

export const UNARY_NEG = 0;
export const UNARY_POS = 1;
export const UNARY_INVERT = 2;

// ── Basis ────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Anything with a Python type. Integers and floats have none of these layouts. */
@layout({ abstract: true })
export class PyObject extends Layout {}

/** Growable storage of `List`, `Dict`, frames and overflowing instances. Elements past the used part are `ERROR`. */
@layout()
export class ValueBuffer extends Layout {
  items!: Tail<Value>;
}

@layout()
export class IntBuffer extends Layout {
  items!: Tail<i32>;
}

/** Constants of a code object. */
@layout({ stable: true })
export class ValueTable extends Layout {
  items!: Tail<Value>;
}

@layout({ stable: true })
export class NameTable extends Layout {
  items!: Tail<Name>;
}

@layout({ stable: true })
export class CellTable extends Layout {
  items!: Tail<GlobalCell>;
}

@layout({ stable: true })
export class TypeTable extends Layout {
  items!: Tail<Type>;
}

/** Raw bytes of a code object (positions, exception table, …). */
@layout({ stable: true })
export class RawTable extends Layout {
  data!: Tail<u8>;
}

// ── Text and bytes ───────────────────────────────────────────────────────────────────────────────────────────────────

/**
 * A string. The tail holds code points of `1 << shift` bytes each, little endian, the narrowest that fits all (canonical, so equal strings
 * have equal bytes): `length` is the size in *bytes*, `length >> shift` the number of characters.
 */
@layout()
export class Str extends PyObject {
  /** 0: not computed yet. */
  hash!: i32;
  /** 0, 1 or 2. */
  readonly shift!: i32;
  data!: Tail<u8>;
}

/** An interned string (attribute names, identifiers, literals): at most one object per text, so `===` decides between two of them. */
@layout({ stable: true })
export class Name extends Str {}

@layout()
export class Bytes extends PyObject {
  hash!: i32;
  data!: Tail<u8>;
}

// ── Containers ───────────────────────────────────────────────────────────────────────────────────────────────────────

@layout()
export class List extends PyObject {
  /** Never NIL: `Singletons.emptyBuffer` when empty. Capacity is `items.length`. */
  items!: ValueBuffer;
  size!: i32;
}

@layout()
export class Tuple extends PyObject {
  items!: Tail<Value>;
}

/**
 * A compact ordered hash table. Entry `e` is `hashes.items[e]`, `entries.items[2 * e]` (key), `entries.items[2 * e + 1]` (value); it is dead
 * when its key is `ERROR`. `index` has a power of two of cells: 0 empty, -1 deleted, else entry + 1; NIL while the dict never had an entry.
 */
@layout()
export class Dict extends PyObject {
  index!: IntBuffer;
  hashes!: IntBuffer;
  entries!: ValueBuffer;
  /** Entries in use, dead ones included; live ones. */
  used!: i32;
  size!: i32;
}

/**
 * The globals of a module (what `globals()` returns). The value of every entry is a `GlobalCell`, which stays in place for ever: an unset
 * variable is an entry whose cell holds `ERROR`, not counted in `size` and skipped by iteration. `dict.ts` sees to it.
 */
@layout()
export class Namespace extends Dict {}

/** A global variable: code refers to it directly. */
@layout({ stable: true })
export class GlobalCell extends Layout {
  value!: Value;
  readonly name!: Name;
  /** The built-in of the same name, consulted when `value` is unset; NIL in the namespace of `builtins`. */
  readonly fallback!: GlobalCell;
}

/** `kind(FrozenSet)` is immutable and hashable; the values of `table` are `NONE`. */
@layout()
export class PySet extends PyObject {
  table!: Dict;
}

@layout()
export class FrozenSet extends PySet {}

@layout()
export class Range extends PyObject {
  readonly start!: Value;
  readonly stop!: Value;
  readonly step!: Value;
  /** Number of elements, an integer. */
  readonly count!: Value;
}

@layout()
export class Slice extends PyObject {
  readonly start!: Value;
  readonly stop!: Value;
  readonly step!: Value;
}

/** `dict.keys()` and so on; `what` is a `VIEW_…`. */
@layout()
export class DictView extends PyObject {
  readonly dict!: Dict;
  readonly what!: i32;
}
export const VIEW_KEYS = 0;
export const VIEW_VALUES = 1;
export const VIEW_ITEMS = 2;

@layout()
export class MappingProxy extends PyObject {
  readonly dict!: Dict;
}

// ── Iterators: `next` returns ERROR without a pending error at the end ───────────────────────────────────────────────

@layout()
export class ListIterator extends PyObject {
  /** NIL when exhausted. */
  list!: List;
  index!: i32;
}

@layout()
export class TupleIterator extends PyObject {
  tuple!: Tuple;
  index!: i32;
}

/** Ranges whose bounds and step fit 64 bits. */
@layout()
export class RangeIterator extends PyObject {
  next!: i64;
  remaining!: i64;
  readonly step!: i64;
}

/** Ranges beyond 64 bits. */
@layout()
export class LongRangeIterator extends PyObject {
  readonly range!: Range;
  index!: Value;
}

@layout()
export class StrIterator extends PyObject {
  text!: Str;
  /** Character index. */
  index!: i32;
}

@layout()
export class BytesIterator extends PyObject {
  bytes!: Bytes;
  index!: i32;
}

/** Over a dict, its views, or (with `VIEW_KEYS`) a set's table. `size` at the start: "dictionary changed size during iteration". */
@layout()
export class DictIterator extends PyObject {
  dict!: Dict;
  index!: i32;
  readonly what!: i32;
  readonly size!: i32;
  readonly isSet!: i32;
}

@layout()
export class ReversedIterator extends PyObject {
  sequence!: Value;
  index!: i32;
}

/** The old protocol: `__getitem__` with 0, 1, …. */
@layout()
export class SequenceIterator extends PyObject {
  sequence!: Value;
  index!: i32;
}

/** `iter(callable, sentinel)`. */
@layout()
export class CallableIterator extends PyObject {
  callable!: Value;
  sentinel!: Value;
}

@layout()
export class Enumerate extends PyObject {
  readonly iterator!: Value;
  index!: Value;
}

@layout()
export class Zip extends PyObject {
  /** Tuple of iterators. */
  readonly iterators!: Tuple;
  readonly strict!: i32;
}

@layout()
export class MapIterator extends PyObject {
  readonly callable!: Value;
  readonly iterators!: Tuple;
}

@layout()
export class Filter extends PyObject {
  readonly callable!: Value;
  readonly iterator!: Value;
}

// ── Code and callables ───────────────────────────────────────────────────────────────────────────────────────────────

/** CPython's `co_flags`. */
export const CODE_OPTIMIZED = 1;
export const CODE_VARARGS = 4;
export const CODE_VARKEYWORDS = 8;
export const CODE_NESTED = 16;
export const CODE_GENERATOR = 32;
export const CODE_COROUTINE = 128;
export const CODE_ITERABLE_COROUTINE = 256;
export const CODE_ASYNC_GENERATOR = 512;
export const CODE_FUTURE_ANNOTATIONS = 0x1000000;
export const CODE_HAS_DOCSTRING = 0x4000000;
export const CODE_METHOD = 0x8000000;
/** Ours, set by `marshal.ts`: neither `*`, `**` nor keyword-only parameters, so positional arguments alone fill the frame. */
export const CODE_SIMPLE = 0x10000000;

/** A code object, linked to the globals of one module. Locals: parameters (positional, keyword-only, `*args`, `**kwargs`), then the rest. */
@layout({ stable: true })
export class PyCode extends Code {
  readonly name!: Name;
  readonly qualname!: Name;
  readonly filename!: Name;
  readonly firstLine!: i32;
  readonly flags!: i32;
  /** Positional parameters, the positional-only ones included. */
  readonly positionalCount!: i32;
  readonly positionalOnlyCount!: i32;
  readonly keywordOnlyCount!: i32;
  readonly constants!: ValueTable;
  /** Attribute and global names by index; `cells` runs parallel (NIL where the name is never a global). */
  readonly names!: NameTable;
  readonly cells!: CellTable;
  /** Names of the local slots, parameters first, with their kinds (`bytecodes.md`); of the free variables. */
  readonly localNames!: NameTable;
  readonly localKinds!: RawTable;
  readonly freeNames!: NameTable;
  /** Tables, see `marshal.ts`. */
  readonly exceptionTable!: RawTable;
  readonly positions!: RawTable;
  /** Counters of the loop headers: two i32 each. */
  readonly sites!: RawTable;
  readonly globals!: Namespace;
  /** The code file, of what `compile()` gave; else NIL. */
  file!: RawTable;
}

/** A Python function. Closures and lambdas inside functions are this; what a module or class body defines is a `StableFunction`. */
@layout()
export class PyFunction extends PyObject {
  readonly code!: PyCode;
  /** Tuple of `Cell`, or NIL. */
  readonly closure!: Tuple;
  /** Defaults of the last positional parameters, or NIL; of the keyword-only ones (name -> value), or NIL. */
  defaults!: Tuple;
  keywordDefaults!: Dict;
  name!: Value;
  qualname!: Value;
  doc!: Value;
  module!: Value;
  annotations!: Value;
  /** Attributes set on it, or NIL. */
  attributes!: Dict;
}

@layout({ stable: true })
export class StableFunction extends PyFunction {}

/** A captured local variable. */
@layout()
export class Cell extends PyObject {
  value!: Value;
}

@layout()
export class BoundMethod extends PyObject {
  readonly func!: Value;
  readonly self!: Value;
}

/**
 * A native function. With `varSlot` it gets all arguments; otherwise it takes `minArgs`…`maxArgs` (0–4) positional ones (`self` counted) and
 * the slot of exactly `maxArgs` parameters is set: absent optional ones arrive as `ERROR`. `parameterNames` (NIL: none) makes
 * parameters passable by keyword: a tuple with a name, or None, per parameter.
 */
@layout({ stable: true })
export class Builtin extends PyObject {
  readonly name!: Name;
  /** Owner type (methods), or NIL. Its presence makes the builtin a method descriptor: it binds to an instance. */
  readonly owner!: Type;
  readonly minArgs!: i32;
  readonly maxArgs!: i32;
  parameterNames!: Tuple;
  readonly fn0!: Slot<() => Value>;
  readonly fn1!: Slot<(a: Value) => Value>;
  readonly fn2!: Slot<(a: Value, b: Value) => Value>;
  readonly fn3!: Slot<(a: Value, b: Value, c: Value) => Value>;
  readonly fn4!: Slot<(a: Value, b: Value, c: Value, d: Value) => Value>;
  /** `args`: positional ones, then the values of the keyword arguments named by `names` (NIL: none). */
  readonly varSlot!: Slot<(args: Tuple, names: Tuple) => Value>;
  /** One of `INTRINSIC_…`: the call bytecodes do it themselves, inline (see `intrinsics.ts`); 0: none. */
  readonly intrinsic!: i32;
  doc!: Value;
}

// ── Descriptors ──────────────────────────────────────────────────────────────────────────────────────────────────────

@layout({ stable: true })
export class Property extends PyObject {
  readonly getter!: Value;
  readonly setter!: Value;
  readonly deleter!: Value;
  doc!: Value;
  name!: Value;
}

@layout({ stable: true })
export class StaticMethod extends PyObject {
  readonly func!: Value;
}

@layout({ stable: true })
export class ClassMethod extends PyObject {
  readonly func!: Value;
}

/** An attribute of a built-in type computed by native code; `setter` NIL: read-only. A value of `ERROR` deletes. */
@layout({ stable: true })
export class NativeAttribute extends PyObject {
  readonly name!: Name;
  readonly owner!: Type;
  readonly getter!: Slot<(self: Value) => Value>;
  readonly setter!: Slot<(self: Value, value: Value) => void>;
}

/** A `__slots__` member: an attribute of the instance's shape under its name. */
@layout({ stable: true })
export class SlotDescriptor extends PyObject {
  readonly name!: Name;
  readonly owner!: Type;
}

@layout()
export class Super extends PyObject {
  readonly type!: Type;
  readonly self!: Value;
  /** Where the lookup runs: type of `self`, or `self` when it is a class. */
  readonly selfType!: Type;
}

// ── Types, shapes, instances ─────────────────────────────────────────────────────────────────────────────────────────

/** Made by a class statement or `type()`. */
export const TYPE_HEAP = 1;
/** May be a base class. */
export const TYPE_BASE = 2;
/** Instances take any attribute (no `__slots__` in the way). */
export const TYPE_HAS_DICT = 4;
/** Something in the MRO defines `__getattr__` / `__getattribute__` / `__setattr__` / `__delattr__` in Python. */
export const TYPE_GETATTR = 8;
export const TYPE_GETATTRIBUTE = 16;
export const TYPE_SETATTR = 32;
export const TYPE_DELATTR = 64;
/** A subclass of `BaseException`, of `type`, of `int` and so on. */
export const TYPE_EXCEPTION = 128;
export const TYPE_METACLASS = 256;

/** What `object.__new__` allocates (`Type.instanceKind`); 0: not to be created from Python. */
export const INSTANCE_PLAIN = 1;
export const INSTANCE_EXCEPTION = 2;
export const INSTANCE_LIST = 3;
export const INSTANCE_DICT = 4;
export const INSTANCE_TYPE = 5;
/** From here on: `ValueInstance`s, a number for each built-in type. */
export const INSTANCE_VALUE = 6;

@layout({ stable: true })
export class Type extends PyObject {
  name!: Name;
  qualname!: Value;
  /** The class of the class: `Types.type_` or a subclass. */
  metaclass!: Type;
  bases!: Tuple;
  /** The base whose layout and native slots are inherited; NIL for `object`. */
  base!: Type;
  mro!: Tuple;
  readonly dict!: Dict;
  /** Direct subclasses, for invalidation. */
  readonly subclasses!: List;
  /** A number unique among all types; changes whenever an attribute lookup through this type may change. */
  version!: i32;
  flags!: i32;
  instanceKind!: i32;
  /** Shape of a fresh instance (heap types and `object`), else NIL. */
  instanceShape!: Shape;
  /** Shape of instances whose attributes live in a dict because Python asked for `__dict__`; NIL until then. */
  dictionaryShape!: Shape;
  /** Native behaviour, inherited from `base`. NIL: not supported. Python classes override it by methods, see `operators.ts`. */
  tpBinary!: Slot<(operator: i32, left: Value, right: Value) => Value>;
  tpInplace!: Slot<(operator: i32, left: Value, right: Value) => Value>;
  tpUnary!: Slot<(operator: i32, self: Value) => Value>;
  tpCompare!: Slot<(operator: i32, left: Value, right: Value) => Value>;
  tpBool!: Slot<(self: Value) => i32>;
  tpLength!: Slot<(self: Value) => i32>;
  tpHash!: Slot<(self: Value) => i64>;
  tpRepr!: Slot<(self: Value) => Value>;
  tpStr!: Slot<(self: Value) => Value>;
  tpFormat!: Slot<(self: Value, specification: Str) => Value>;
  tpGetItem!: Slot<(self: Value, key: Value) => Value>;
  tpSetItem!: Slot<(self: Value, key: Value, value: Value) => void>;
  tpDelItem!: Slot<(self: Value, key: Value) => void>;
  tpContains!: Slot<(self: Value, item: Value) => i32>;
  tpIter!: Slot<(self: Value) => Value>;
  tpNext!: Slot<(self: Value) => Value>;
  /** What calling this very type does, in one step (`cls` is the first argument); NIL: `__new__`, then `__init__`. */
  construct!: Builtin;
}

/** The attributes an instance has, in order of creation: name number `i` is slot `i`. One tree per class, grown by stores. */
@layout({ stable: true })
export class Shape extends Layout {
  readonly type!: Type;
  /** Slots at and above this number are in `overflow`. */
  readonly inlineSlots!: i32;
  /** 0: `inlineSlots` is a guess, put right after the first `__init__` (see `shapes.ts`). */
  readonly tuned!: i32;
  /** Shapes with one more attribute: the last one taken, then a list through `sibling`. */
  firstChild!: Shape;
  sibling!: Shape;
  readonly parent!: Shape;
  /** Names of the slots; its length is their number. */
  readonly names!: Tail<Name>;
}

/** `Shape.tuned` of a `Type.dictionaryShape`: no slots, `overflow` holds one `Dict` with all attributes. */
export const SHAPE_DICTIONARY = 2;

/** An instance of a Python class that derives from `object` alone. An unset slot (deleted attribute) holds `ERROR`. */
@layout()
export class Instance extends PyObject {
  shape!: Shape;
  /** Slots from `shape.inlineSlots` on; NIL until needed. */
  overflow!: ValueBuffer;
  slots!: Tail<Value>;
}

/** A list / dict whose class is a Python subclass; all attributes are in `overflow` (its shape has no inline slots). */
@layout()
export class ListInstance extends List {
  shape!: Shape;
  overflow!: ValueBuffer;
}

@layout()
export class DictInstance extends Dict {
  shape!: Shape;
  overflow!: ValueBuffer;
}

/** A value of a built-in immutable type, or a set, whose class is a Python subclass; attributes as in `ListInstance`. */
@layout()
export class ValueInstance extends PyObject {
  value!: Value;
  shape!: Shape;
  overflow!: ValueBuffer;
}

/** An exception of any class, built-in or Python; attributes as in `ListInstance`. */
@layout()
export class PyException extends PyObject {
  shape!: Shape;
  overflow!: ValueBuffer;
  args!: Tuple;
  /** `Traceback` or None. */
  traceback!: Value;
  cause!: Value;
  context!: Value;
  suppressContext!: i32;
  /** List, or ERROR when there is none. */
  notes!: Value;
  /** `StopIteration.value`, `SystemExit.code`; `NameError.name`, `AttributeError.name` and `.obj`; ERROR: unset. */
  value!: Value;
  name!: Value;
}

@layout()
export class Traceback extends PyObject {
  /** `Traceback` (towards the raise), or None. */
  next!: Value;
  readonly code!: PyCode;
  /** Offset of the instruction in the code. */
  readonly offset!: i32;
}

// ── Types of annotations ─────────────────────────────────────────────────────────────────────────────────────────────

/** `origin[args]` */
@layout()
export class GenericAlias extends PyObject {
  readonly origin!: Value;
  readonly args!: Tuple;
}

/** `a | b` of types, each once. */
@layout()
export class Union extends PyObject {
  readonly args!: Tuple;
}

// ── Generators, modules ──────────────────────────────────────────────────────────────────────────────────────────────

export const GENERATOR_CREATED = 0;
export const GENERATOR_SUSPENDED = 1;
export const GENERATOR_RUNNING = 2;
export const GENERATOR_FINISHED = 3;

/** A suspended frame: `count` slots (locals, then operands) and the instruction to go on at. */
@layout()
export class Generator extends PyObject {
  readonly code!: PyCode;
  readonly func!: Value;
  state!: i32;
  pc!: i32;
  count!: i32;
  slots!: ValueBuffer;
  /** What `return` gave; valid while the state is finished (then taken away). */
  result!: Value;
  /** Its handled exception while suspended inside an `except` block, and that of whoever resumed it last. */
  handled!: Value;
  callerHandled!: Value;
  name!: Value;
  qualname!: Value;
}

@layout({ stable: true })
export class Module extends PyObject {
  readonly name!: Value;
  namespace!: Namespace;
}

// ── Roots ────────────────────────────────────────────────────────────────────────────────────────────────────────────

@globals()
export class Singletons {
  static readonly emptyTuple: Tuple;
  static readonly emptyBuffer: ValueBuffer;
  static readonly emptyStr: Name;
  /** The namespace of `builtins`. */
  static readonly builtins: Namespace;
  static readonly builtinsModule: Module;
  /** `sys.modules`: name -> module. */
  static readonly modules: Dict;
  static readonly main: Module;
  /** One-character strings below 256. */
  static readonly characters: NameTable;
  /** Native modules by name, not yet imported ones included. */
  static readonly nativeModules: Dict;
  /** Implementations that the call handlers recognise. */
  static readonly objectNew: Builtin;
  static readonly objectInit: Builtin;
  static readonly exceptionInit: Builtin;
  static readonly objectGetAttribute: Builtin;
  static readonly objectEquals: Builtin;
  static readonly objectNotEquals: Builtin;
  static readonly objectHash: Builtin;
  static readonly objectStr: Builtin;
  static readonly objectFormat: Builtin;
  static readonly buildClass: Builtin;
}

/** State of the one thread. */
@globals()
export class Thread {
  /** The exception being handled, or None: `sys.exception()`. */
  static handled: Value;
  /** The raise under way is a re-raise: no new traceback entry for this frame. */
  static reraised: i32;
  /** What ended the program, for the host's traceback. */
  static uncaught: Value;
}

/** The built-in types. The exception classes are in `ExceptionTypes`. */
@globals()
export class Types {
  static readonly object: Type;
  static readonly type_: Type;
  static readonly int: Type;
  static readonly bool: Type;
  static readonly float: Type;
  static readonly str: Type;
  static readonly bytes: Type;
  static readonly none: Type;
  static readonly notImplemented: Type;
  static readonly ellipsis: Type;
  static readonly list: Type;
  static readonly tuple: Type;
  static readonly dict: Type;
  static readonly set_: Type;
  static readonly frozenset: Type;
  static readonly range: Type;
  static readonly slice: Type;
  static readonly dictKeys: Type;
  static readonly dictValues: Type;
  static readonly dictItems: Type;
  static readonly mappingProxy: Type;
  static readonly listIterator: Type;
  static readonly tupleIterator: Type;
  static readonly rangeIterator: Type;
  static readonly longRangeIterator: Type;
  static readonly strIterator: Type;
  static readonly bytesIterator: Type;
  static readonly dictKeyIterator: Type;
  static readonly dictValueIterator: Type;
  static readonly dictItemIterator: Type;
  static readonly setIterator: Type;
  static readonly reversed: Type;
  static readonly sequenceIterator: Type;
  static readonly callableIterator: Type;
  static readonly enumerate: Type;
  static readonly zip: Type;
  static readonly map: Type;
  static readonly filter: Type;
  static readonly function_: Type;
  static readonly builtin: Type;
  static readonly methodDescriptor: Type;
  static readonly method: Type;
  static readonly code: Type;
  static readonly cell: Type;
  static readonly property: Type;
  static readonly staticmethod: Type;
  static readonly classmethod: Type;
  static readonly getsetDescriptor: Type;
  static readonly memberDescriptor: Type;
  static readonly super_: Type;
  static readonly traceback: Type;
  static readonly generator: Type;
  static readonly module_: Type;
  static readonly genericAlias: Type;
  static readonly union: Type;
}

/** The built-in exception classes. */
@globals()
export class ExceptionTypes {
  static readonly baseException: Type;
  static readonly exception: Type;
  static readonly typeError: Type;
  static readonly valueError: Type;
  static readonly lookupError: Type;
  static readonly indexError: Type;
  static readonly keyError: Type;
  static readonly attributeError: Type;
  static readonly nameError: Type;
  static readonly unboundLocalError: Type;
  static readonly arithmeticError: Type;
  static readonly zeroDivisionError: Type;
  static readonly overflowError: Type;
  static readonly floatingPointError: Type;
  static readonly runtimeError: Type;
  static readonly recursionError: Type;
  static readonly notImplementedError: Type;
  static readonly stopIteration: Type;
  static readonly stopAsyncIteration: Type;
  static readonly generatorExit: Type;
  static readonly keyboardInterrupt: Type;
  static readonly systemExit: Type;
  static readonly systemError: Type;
  static readonly memoryError: Type;
  static readonly assertionError: Type;
  static readonly importError: Type;
  static readonly moduleNotFoundError: Type;
  static readonly osError: Type;
  static readonly eofError: Type;
  static readonly bufferError: Type;
  static readonly unicodeError: Type;
  static readonly unicodeDecodeError: Type;
  static readonly unicodeEncodeError: Type;
  static readonly syntaxError: Type;
  static readonly indentationError: Type;
  static readonly warning: Type;
}
