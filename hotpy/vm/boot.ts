/**
 * Makes the initial heap: singletons, types, exceptions, built-ins, in an order in which everything exists before it is used.
 *
 * Order: interned strings (the literal factory needs them first), tables, `object` and `type`, the other types, exceptions, the core's methods,
 * the data types' methods, then the special methods derived from slots.
 */

import type { i32 } from "../../toolkit/define/mod.ts";
import { alloc, kind, literal, NIL, slot, type Value, writable } from "../../toolkit/define/mod.ts";
import { Bignum, Int64 } from "../../toolkit/heap/mod.ts";
import {
  BoundMethod,
  Bytes,
  BytesIterator,
  CallableIterator,
  Cell,
  ClassMethod,
  Dict,
  ELLIPSIS,
  Enumerate,
  ExceptionTypes,
  Filter,
  FrozenSet,
  Generator,
  INSTANCE_DICT,
  INSTANCE_LIST,
  INSTANCE_PLAIN,
  INSTANCE_TYPE,
  List,
  ListIterator,
  LongRangeIterator,
  MapIterator,
  MappingProxy,
  Module,
  Name,
  Namespace,
  NativeAttribute,
  NONE,
  NOT_IMPLEMENTED,
  Property,
  PyCode,
  PyFunction,
  PySet,
  Range,
  RangeIterator,
  ReversedIterator,
  SequenceIterator,
  Singletons,
  Slice,
  SlotDescriptor,
  StableFunction,
  StaticMethod,
  Str,
  StrIterator,
  Super,
  Thread,
  Traceback,
  TRUE,
  Tuple,
  TupleIterator,
  type Type,
  TYPE_BASE,
  TYPE_METACLASS,
  Types,
  ValueBuffer,
  Zip,
} from "./objects.ts";
import { bootData } from "./boot_data.ts";
import { bootCallableTypes } from "./callable_types.ts";
import { bootDynamicCode } from "./dynamic_code.ts";
import { deriveMethods } from "./derived_methods.ts";
import { dictSetName, newDict } from "./dict.ts";
import { bootExceptionMethods, bootExceptionTypes } from "./exception_types.ts";
import { bootGenerators } from "./generators.ts";
import { bootGenericTypes } from "./generic_types.ts";
import { bootIntrinsics } from "./intrinsics.ts";
import { bootMissing } from "./missing_builtins.ts";
import { bootFiles } from "./module_files.ts";
import { bootModuleType } from "./module_type.ts";
import { bootImport, newModule, newNamespace } from "./modules.ts";
import { bootObjectType, bootTypeType, objectHash, objectRepr } from "./object_type.ts";
import { bootShapes } from "./shapes.ts";
import { bootTypes, giveShape, newBuiltinType, setTypeOfKind } from "./types.ts";
import { bootTracebacks } from "./tracebacks.ts";
import { newBuiltinVar } from "./native.ts";
import { bootValueInstances } from "./value_instances.ts";
import { notSupported } from "./exceptions.ts";

function bootBasis(): void {
  writable(Singletons).emptyTuple = alloc(Tuple, 0);
  writable(Singletons).emptyBuffer = alloc(ValueBuffer, 0);
  Thread.handled = NONE;
  Thread.uncaught = NONE;
  bootTypes();
  bootShapes();
  const object = newBuiltinType(literal("object"), NIL);
  writable(Types).object = object;
  object.instanceKind = INSTANCE_PLAIN;
  object.tpHash = slot(objectHash);
  object.tpRepr = slot(objectRepr);
  const type = newBuiltinType(literal("type"), object);
  writable(Types).type_ = type;
  object.metaclass = type;
  type.metaclass = type;
  type.instanceKind = INSTANCE_TYPE;
  type.flags |= TYPE_METACLASS;
  giveShape(object);
}

/** A type that Python may derive from only when `instanceKind` says how instances are made. */
function make(name: Name, instanceKind: i32): Type {
  const type = newBuiltinType(name, Types.object);
  type.instanceKind = instanceKind;
  return type;
}

/** A type that cannot be a base. */
function makeFinal(name: Name): Type {
  const type = make(name, 0);
  type.flags &= ~TYPE_BASE;
  return type;
}

function makeTypes(): void {
  writable(Types).int = make(literal("int"), 0);
  const truth = newBuiltinType(literal("bool"), Types.int);
  truth.flags &= ~TYPE_BASE;
  writable(Types).bool = truth;
  writable(Types).float = make(literal("float"), 0);
  writable(Types).str = make(literal("str"), 0);
  writable(Types).bytes = make(literal("bytes"), 0);
  writable(Types).none = makeFinal(literal("NoneType"));
  writable(Types).notImplemented = makeFinal(literal("NotImplementedType"));
  writable(Types).ellipsis = makeFinal(literal("ellipsis"));
  writable(Types).list = make(literal("list"), INSTANCE_LIST);
  writable(Types).tuple = make(literal("tuple"), 0);
  writable(Types).dict = make(literal("dict"), INSTANCE_DICT);
  writable(Types).set_ = make(literal("set"), 0);
  writable(Types).frozenset = make(literal("frozenset"), 0);
  writable(Types).range = makeFinal(literal("range"));
  writable(Types).slice = makeFinal(literal("slice"));
  writable(Types).dictKeys = makeFinal(literal("dict_keys"));
  writable(Types).dictValues = makeFinal(literal("dict_values"));
  writable(Types).dictItems = makeFinal(literal("dict_items"));
  writable(Types).mappingProxy = makeFinal(literal("mappingproxy"));
  writable(Types).listIterator = makeFinal(literal("list_iterator"));
  writable(Types).tupleIterator = makeFinal(literal("tuple_iterator"));
  writable(Types).rangeIterator = makeFinal(literal("range_iterator"));
  writable(Types).longRangeIterator = makeFinal(literal("longrange_iterator"));
  writable(Types).strIterator = makeFinal(literal("str_iterator"));
  writable(Types).bytesIterator = makeFinal(literal("bytes_iterator"));
  writable(Types).dictKeyIterator = makeFinal(literal("dict_keyiterator"));
  writable(Types).dictValueIterator = makeFinal(literal("dict_valueiterator"));
  writable(Types).dictItemIterator = makeFinal(literal("dict_itemiterator"));
  writable(Types).setIterator = makeFinal(literal("set_iterator"));
  writable(Types).reversed = make(literal("reversed"), 0);
  writable(Types).sequenceIterator = makeFinal(literal("iterator"));
  writable(Types).callableIterator = makeFinal(literal("callable_iterator"));
  writable(Types).enumerate = make(literal("enumerate"), 0);
  writable(Types).zip = make(literal("zip"), 0);
  writable(Types).map = make(literal("map"), 0);
  writable(Types).filter = make(literal("filter"), 0);
  writable(Types).function_ = makeFinal(literal("function"));
  writable(Types).builtin = makeFinal(literal("builtin_function_or_method"));
  writable(Types).methodDescriptor = makeFinal(literal("method_descriptor"));
  writable(Types).method = makeFinal(literal("method"));
  writable(Types).code = makeFinal(literal("code"));
  writable(Types).cell = makeFinal(literal("cell"));
  writable(Types).property = make(literal("property"), 0);
  writable(Types).staticmethod = make(literal("staticmethod"), 0);
  writable(Types).classmethod = make(literal("classmethod"), 0);
  writable(Types).getsetDescriptor = makeFinal(literal("getset_descriptor"));
  writable(Types).memberDescriptor = makeFinal(literal("member_descriptor"));
  writable(Types).super_ = make(literal("super"), 0);
  writable(Types).traceback = makeFinal(literal("traceback"));
  writable(Types).generator = makeFinal(literal("generator"));
  writable(Types).module_ = make(literal("module"), 0);
  Types.list.tpHash = NIL;
  Types.dict.tpHash = NIL;
  Types.set_.tpHash = NIL;
}

function nameKinds(): void {
  setTypeOfKind(kind(Int64), Types.int);
  setTypeOfKind(kind(Bignum), Types.int);
  setTypeOfKind(kind(Str), Types.str);
  setTypeOfKind(kind(Name), Types.str);
  setTypeOfKind(kind(Bytes), Types.bytes);
  setTypeOfKind(kind(List), Types.list);
  setTypeOfKind(kind(Tuple), Types.tuple);
  setTypeOfKind(kind(Dict), Types.dict);
  setTypeOfKind(kind(Namespace), Types.dict);
  setTypeOfKind(kind(PySet), Types.set_);
  setTypeOfKind(kind(FrozenSet), Types.frozenset);
  setTypeOfKind(kind(Range), Types.range);
  setTypeOfKind(kind(Slice), Types.slice);
  setTypeOfKind(kind(MappingProxy), Types.mappingProxy);
  setTypeOfKind(kind(ListIterator), Types.listIterator);
  setTypeOfKind(kind(TupleIterator), Types.tupleIterator);
  setTypeOfKind(kind(RangeIterator), Types.rangeIterator);
  setTypeOfKind(kind(LongRangeIterator), Types.longRangeIterator);
  setTypeOfKind(kind(StrIterator), Types.strIterator);
  setTypeOfKind(kind(BytesIterator), Types.bytesIterator);
  setTypeOfKind(kind(ReversedIterator), Types.reversed);
  setTypeOfKind(kind(SequenceIterator), Types.sequenceIterator);
  setTypeOfKind(kind(CallableIterator), Types.callableIterator);
  setTypeOfKind(kind(Enumerate), Types.enumerate);
  setTypeOfKind(kind(Zip), Types.zip);
  setTypeOfKind(kind(MapIterator), Types.map);
  setTypeOfKind(kind(Filter), Types.filter);
  setTypeOfKind(kind(PyFunction), Types.function_);
  setTypeOfKind(kind(StableFunction), Types.function_);
  setTypeOfKind(kind(BoundMethod), Types.method);
  setTypeOfKind(kind(PyCode), Types.code);
  setTypeOfKind(kind(Cell), Types.cell);
  setTypeOfKind(kind(Property), Types.property);
  setTypeOfKind(kind(StaticMethod), Types.staticmethod);
  setTypeOfKind(kind(ClassMethod), Types.classmethod);
  setTypeOfKind(kind(NativeAttribute), Types.getsetDescriptor);
  setTypeOfKind(kind(SlotDescriptor), Types.memberDescriptor);
  setTypeOfKind(kind(Super), Types.super_);
  setTypeOfKind(kind(Traceback), Types.traceback);
  setTypeOfKind(kind(Generator), Types.generator);
  setTypeOfKind(kind(Module), Types.module_);
}

/** Files a type under its name in `builtins`. */
function publish(type: Type): void {
  dictSetName(Singletons.builtins, type.name, type);
}

function publishTypes(): void {
  publish(Types.object);
  publish(Types.type_);
  publish(Types.int);
  publish(Types.bool);
  publish(Types.float);
  publish(Types.str);
  publish(Types.bytes);
  publish(Types.list);
  publish(Types.tuple);
  publish(Types.dict);
  publish(Types.set_);
  publish(Types.frozenset);
  publish(Types.range);
  publish(Types.slice);
  publish(Types.reversed);
  publish(Types.enumerate);
  publish(Types.zip);
  publish(Types.map);
  publish(Types.filter);
  publish(Types.property);
  publish(Types.staticmethod);
  publish(Types.classmethod);
  publish(Types.super_);
  dictSetName(Singletons.builtins, literal("None"), NONE);
  dictSetName(Singletons.builtins, literal("NotImplemented"), NOT_IMPLEMENTED);
  dictSetName(Singletons.builtins, literal("Ellipsis"), ELLIPSIS);
  dictSetName(Singletons.builtins, literal("__debug__"), TRUE);
}

/** Only the call bytecodes can run a class body; native callers get this. */
function buildClassNatively(args: Tuple, names: Tuple): Value {
  throw notSupported(literal("calling __build_class__ from native code"));
}

function deriveAll(): void {
  deriveMethods(Types.int);
  deriveMethods(Types.bool);
  deriveMethods(Types.float);
  deriveMethods(Types.str);
  deriveMethods(Types.bytes);
  deriveMethods(Types.none);
  deriveMethods(Types.notImplemented);
  deriveMethods(Types.ellipsis);
  deriveMethods(Types.list);
  deriveMethods(Types.tuple);
  deriveMethods(Types.dict);
  deriveMethods(Types.set_);
  deriveMethods(Types.frozenset);
  deriveMethods(Types.range);
  deriveMethods(Types.slice);
  deriveMethods(Types.dictKeys);
  deriveMethods(Types.dictValues);
  deriveMethods(Types.dictItems);
  deriveMethods(Types.mappingProxy);
  deriveMethods(Types.listIterator);
  deriveMethods(Types.tupleIterator);
  deriveMethods(Types.rangeIterator);
  deriveMethods(Types.longRangeIterator);
  deriveMethods(Types.strIterator);
  deriveMethods(Types.bytesIterator);
  deriveMethods(Types.dictKeyIterator);
  deriveMethods(Types.dictValueIterator);
  deriveMethods(Types.dictItemIterator);
  deriveMethods(Types.setIterator);
  deriveMethods(Types.reversed);
  deriveMethods(Types.sequenceIterator);
  deriveMethods(Types.callableIterator);
  deriveMethods(Types.enumerate);
  deriveMethods(Types.zip);
  deriveMethods(Types.map);
  deriveMethods(Types.filter);
  deriveMethods(Types.function_);
  deriveMethods(Types.builtin);
  deriveMethods(Types.methodDescriptor);
  deriveMethods(Types.method);
  deriveMethods(Types.code);
  deriveMethods(Types.cell);
  deriveMethods(Types.property);
  deriveMethods(Types.staticmethod);
  deriveMethods(Types.classmethod);
  deriveMethods(Types.getsetDescriptor);
  deriveMethods(Types.memberDescriptor);
  deriveMethods(Types.super_);
  deriveMethods(Types.traceback);
  deriveMethods(Types.generator);
  deriveMethods(Types.module_);
  deriveMethods(Types.type_);
  deriveMethods(Types.genericAlias);
  deriveMethods(Types.union);
  deriveMethods(ExceptionTypes.baseException);
  deriveMethods(ExceptionTypes.keyError);
  deriveMethods(ExceptionTypes.osError);
}

/** Builds the initial heap; the strings of `literal(…)` exist already. */
export function bootAll(): void {
  bootBasis();
  writable(Singletons).modules = newDict();
  writable(Singletons).nativeModules = newDict();
  makeTypes();
  nameKinds();
  writable(Singletons).builtins = newNamespace();
  bootExceptionTypes();
  const builtins = newModule(literal("builtins"));
  builtins.namespace = Singletons.builtins;
  writable(Singletons).builtinsModule = builtins;
  dictSetName(Singletons.modules, literal("builtins"), builtins);
  dictSetName(Singletons.builtins, literal("__name__"), literal("builtins"));
  publishTypes();
  bootObjectType();
  bootTypeType();
  bootCallableTypes();
  bootExceptionMethods();
  bootGenerators();
  bootModuleType();
  bootTracebacks();
  writable(Singletons).buildClass = newBuiltinVar(literal("__build_class__"), NIL, slot(buildClassNatively));
  dictSetName(Singletons.builtins, literal("__build_class__"), Singletons.buildClass);
  bootMissing();
  bootDynamicCode();
  bootImport();
  bootFiles();
  bootData();
  bootValueInstances();
  bootGenericTypes();
  bootIntrinsics();
  deriveAll();
}
