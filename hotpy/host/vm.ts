/**
 * One HotPy: the machine with Python's core, the compiler in front of it, streams and imports around it.
 *
 * Input: Python source; output: exit codes and errors as CPython's. Invariant: whatever guest code does, afterwards the VM takes the next
 * call, and what it printed has reached its sinks.
 */

import { compileSource } from "../compiler/mod.ts";
import { isIncomplete, PythonSyntaxError, type SyntaxWarning } from "../syntax/parser.ts";
import { dataHostFunctions } from "../vm/host_functions.ts";
import { errorNumber, errorText, type Files } from "../../toolkit/host/capabilities.ts";
import { type HostFunctions, loadModules, Machine, type UnitInfo, type VmModules } from "../../toolkit/host/instance.ts";
import { SignalWorker } from "../../toolkit/host/interrupts.ts";
import type { MachineOptions } from "../../toolkit/host/language.ts";
import { type Buffering, OutputStream, type Sink } from "../../toolkit/host/output.ts";
import { findModule } from "./modules.ts";
import { syntaxErrorText, syntaxWarningText } from "./syntax_error_text.ts";

const CORE = new URL("../hotpy.wasm", import.meta.url);
const HEAP = new URL("../../toolkit/heap/heap.wasm", import.meta.url);
