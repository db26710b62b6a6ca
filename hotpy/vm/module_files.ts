/** The native module `_files` below `open()`: whole files through the embedder's file capability, failures as error numbers. */

import type { i32 } from "../../toolkit/define/mod.ts";
import { addressOf, alloc, boxI64, hostImport, i64, isA, literal, slot, type Value } from "../../toolkit/define/mod.ts";
import { Bytes, Singletons, Str, type Tuple } from "./objects.ts";
import { getAttribute } from "./attributes.ts";
import { callTuple } from "./calls.ts";
import { typeError, valueError } from "./exceptions.ts";
import { EXCHANGE, EXCHANGE_SIZE } from "./host_imports.ts";
import { format1 } from "./messages.ts";
import { importModule, newNativeModule } from "./modules.ts";
import { function1, function3, functionVar } from "./native.ts";
import { truthy } from "./protocols.ts";
import { putUtf8Part, utf8SizeOf } from "./str_core.ts";

/** Reads the file whose name is in the exchange buffer: its size, or a negative error number. */
const hostReadFile: (nameBytes: i32) => i32 = hostImport({});
/** Copies what was read to memory. */
const hostReadModule: (address: i32) => void = hostImport({});
/** Replaces a file or adds to its end: 0 or an error number. */
const hostWriteFile: (nameBytes: i32, address: i32, sizeBytes: i32, append: i32) => i32 = hostImport({});

/** Puts a path into the exchange buffer; its size there. */
function putPath(path: Value): i32 {
  if (!isA(path, Str)) throw typeError(format1(literal("a path must be str, not %t"), path));
  const size = utf8SizeOf(path as Str);
  if (size > EXCHANGE_SIZE) throw valueError(literal("the path is too long"));
  putUtf8Part(path as Str, 0, EXCHANGE, EXCHANGE_SIZE);
  return size;
}

/** `read(path)`: bytes, or the error number. */
function read(path: Value): Value {
  const size = hostReadFile(putPath(path));
  if (size < 0) return boxI64(i64(-size));
  const bytes = alloc(Bytes, size);
  hostReadModule(addressOf(bytes.data));
  return bytes;
}

/** `write(path, bytes, append)`: 0 or the error number. */
function write(path: Value, data: Value, append: Value): Value {
  if (!isA(data, Bytes)) throw typeError(format1(literal("a bytes-like object is required, not '%t'"), data));
  const atEnd = truthy(append);
  const nameBytes = putPath(path);
  const bytes = data as Bytes;
  return boxI64(i64(hostWriteFile(nameBytes, addressOf(bytes.data), bytes.length, atEnd)));
}

/** `open(…)`: that of the library. */
function open(args: Tuple, names: Tuple): Value {
  return callTuple(getAttribute(importModule(literal("_io")), literal("open")), args, names);
}

export function bootFiles(): void {
  const n = newNativeModule(literal("_files")).namespace;
  function1(n, literal("read"), 1, slot(read));
  function3(n, literal("write"), 3, slot(write));
  functionVar(Singletons.builtins, literal("open"), slot(open));
}
