/**
 * Boots the built-in data types, functions and native modules, after the types exist and before the first Python code.
 */

import { bootRepr } from "./repr.ts";
import { bootList } from "./list_methods.ts";
import { bootTuple } from "./tuple_methods.ts";
import { bootDict } from "./dict_methods.ts";
import { bootSet } from "./set_methods.ts";
import { bootStr } from "./str_methods.ts";
import { bootBytes } from "./bytes_methods.ts";
import { bootInt } from "./int_methods.ts";
import { bootFloat } from "./float_methods.ts";
import { bootRangeSlice } from "./range_slice.ts";
import { bootIterators } from "./iterators.ts";
import { bootSingletonTypes } from "./singleton_types.ts";
import { bootBuiltinNumbers } from "./builtins_numbers.ts";
import { bootBuiltinIteration } from "./builtins_iteration.ts";
import { bootBuiltinObjects } from "./builtins_objects.ts";
import { bootStructSequences } from "./struct_sequences.ts";
import { bootTextStream } from "./text_stream.ts";
import { bootSys } from "./module_sys.ts";
import { bootTime } from "./module_time.ts";
import { bootMath } from "./module_math.ts";

export function bootData(): void {
  bootRepr();
  bootInt();
  bootFloat();
  bootStr();
  bootBytes();
  bootList();
  bootTuple();
  bootDict();
  bootSet();
  bootRangeSlice();
  bootIterators();
  bootSingletonTypes();
  bootBuiltinNumbers();
  bootBuiltinIteration();
  bootBuiltinObjects();
  bootStructSequences();
  bootTextStream();
  bootSys();
  bootTime();
  bootMath();
}
