/**
 * Primitives on the process: its command line, environment and clocks.
 */

import { boxFloat, boxI64, type i32, literal, residual, slot, type Value } from "../../toolkit/define/mod.ts";
import { rawFree } from "../../toolkit/heap/mod.ts";
import { EXCHANGE } from "../../toolkit/machine/memory_map.ts";
import { FALSE, NULL, type Str } from "./objects.ts";
import { stringArgument } from "./arguments.ts";
import {
  hostArgument,
  hostArgumentCount,
  hostEnvironment,
  hostEnvironmentAt,
  hostEnvironmentCount,
  hostJiffy,
  hostSecond,
} from "./host_imports.ts";
import { define0, define1 } from "./native.ts";
import { rawPath } from "./ports.ts";
import { newStr, stringLength, substring } from "./strings.ts";
import { charAt } from "./symbols.ts";
import { charsFromUtf8 } from "./utf8.ts";
import { cons } from "./values.ts";

const EQUALS = 61;
/** Jiffies are nanoseconds. */
const JIFFIES = 1000000000n;

/** The text that the host left in the exchange buffer. */
function hostText(size: i32): Value {
  return newStr(charsFromUtf8(EXCHANGE, size));
}

const commandLine = residual(function (): Value {
  let list: Value = NULL;
  for (let i = hostArgumentCount() - 1; i >= 0; i--) list = cons(hostText(hostArgument(i)), list);
  return list;
});

const environmentVariable = residual(function (name: Value): Value {
  const [address, sizeBytes] = rawPath(stringArgument(literal("get-environment-variable"), 1, name));
  const size = hostEnvironment(address, sizeBytes);
  rawFree(address);
  return size < 0 ? FALSE : hostText(size);
});

/** `NAME=value` as a pair. */
function variablePair(text: Str): Value {
  const count = stringLength(text);
  let at = 0;
  while (at < count && charAt(text, at) !== EQUALS) at++;
  const name = substring(text, 0, at);
  return cons(name, substring(text, at < count ? at + 1 : at, count));
}

const environmentVariables = residual(function (): Value {
  let list: Value = NULL;
  for (let i = hostEnvironmentCount() - 1; i >= 0; i--) {
    const pair = variablePair(hostText(hostEnvironmentAt(i)) as Str);
    list = cons(pair, list);
  }
  return list;
});

const currentSecond = residual(function (): Value {
  return boxFloat(hostSecond());
});

const currentJiffy = residual(function (): Value {
  return boxI64(hostJiffy());
});

function jiffiesPerSecond(): Value {
  return boxI64(JIFFIES);
}

export function bootProcess(): void {
  define0(literal("command-line"), slot(commandLine));
  define1(literal("get-environment-variable"), 1, slot(environmentVariable));
  define0(literal("get-environment-variables"), slot(environmentVariables));
  define0(literal("current-second"), slot(currentSecond));
  define0(literal("current-jiffy"), slot(currentJiffy));
  define0(literal("jiffies-per-second"), slot(jiffiesPerSecond));
}
