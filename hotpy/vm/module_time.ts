/**
 * The module `time`: clocks and sleep.
 */

import { boxFloat, boxI64, type f64, i64, literal, slot, type Value } from "../../toolkit/define/mod.ts";
import { NONE } from "./objects.ts";
import { valueError } from "./exceptions.ts";
import { function0, function1 } from "./native.ts";
import { newNativeModule } from "./modules.ts";
import { floatArgument } from "./number_arguments.ts";
import { hostMonotonic, hostSleep, hostTime } from "./host_imports.ts";

function time(): Value {
  return boxFloat(hostTime());
}

function timeNs(): Value {
  return boxI64(nanoseconds(hostTime()));
}

function monotonic(): Value {
  return boxFloat(hostMonotonic());
}

function monotonicNs(): Value {
  return boxI64(nanoseconds(hostMonotonic()));
}

function nanoseconds(seconds: f64): i64 {
  return i64(seconds * 1e9);
}

function sleep(seconds: Value): Value {
  const s = floatArgument(seconds);
  if (s < 0) throw valueError(literal("sleep length must be non-negative"));
  hostSleep(s);
  return NONE;
}

export function bootTime(): void {
  const n = newNativeModule(literal("time")).namespace;
  function0(n, literal("time"), slot(time));
  function0(n, literal("time_ns"), slot(timeNs));
  function0(n, literal("perf_counter"), slot(monotonic));
  function0(n, literal("perf_counter_ns"), slot(monotonicNs));
  function0(n, literal("monotonic"), slot(monotonic));
  function0(n, literal("monotonic_ns"), slot(monotonicNs));
  function0(n, literal("process_time"), slot(monotonic));
  function0(n, literal("thread_time"), slot(monotonic));
  function1(n, literal("sleep"), 1, slot(sleep));
}
