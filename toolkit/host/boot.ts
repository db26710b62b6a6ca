/**
 * Boots a machine from nothing and saves its heap as an image (`image.ts`): for the build, and for tests.
 *
 * Invariant: the same modules give the same image. So booting may ask the host for nothing, and of memory only what is alive is saved.
 */

import { MachineError } from "../machine/errors.ts";
import { CONTROL, EXCHANGE, HEAP_START, LOG_BYTES, LOG_START, SHADOW_START, STACK_START } from "../machine/memory_map.ts";
import { KEY_BYTES, keyOf, PAGES_AT, RUNS_AT } from "./image.ts";
import type { VmModules } from "./built_files.ts";
import { type HostFunctions, Machine, type UnitInfo } from "./instance.ts";

/** A text of the definitions and the address of the cell that gets the object made of it. */
export type Literal = readonly [text: string, address: number];

/** Nested interpreter runs; each takes some of the host's stack. */
const NESTING_LIMIT = 100;
/** Room at the end of the log for what one bytecode may write. */
const LOG_RESERVE_BYTES = 4096;
const UNLIMITED_FUEL = 0x7fffffff;
const WORD_BYTES = 8, PAGE_BYTES = 0x10000;

/**
 * Makes the heap and boots the core.
 * @throws MachineError when memory is too small or booting raises
 */
export function bootMachine(machine: Machine, literals: readonly Literal[]): void {
  const { views, exchange, heap, core, unit } = machine;
  views.setI32(CONTROL.sp, STACK_START);
  views.setI32(CONTROL.shadowSp, SHADOW_START);
  views.setI32(CONTROL.stackLimit, unit.stackLimit);
  views.setI32(CONTROL.nestingLimit, NESTING_LIMIT);
  views.setI32(CONTROL.logNext, LOG_START);
  views.setI32(CONTROL.logEnd, LOG_START + LOG_BYTES - LOG_RESERVE_BYTES);
  machine.service.begin();
  // No polls: they come by the clock, and counters show where they came.
  views.setI32(CONTROL.fuel, UNLIMITED_FUEL);
  if (heap.initialize(0n, 0) !== 1) throw new MachineError("memory", "the heap does not fit", "boot");
  for (const [text, cell] of literals) {
    const { sizeBytes } = exchange.putText(text);
    const word = core.makeLiteral(EXCHANGE, sizeBytes);
    views.setI64(cell, word);
  }
  core.boot();
  if (machine.errorPending) throw new MachineError("program", `booting "${unit.unit}" raised an error`, "boot");
}

/** A machine whose functions of the host are errors, but for those that are given: what they do depends on their arguments alone. */
export function bareMachine(modules: VmModules, unit: UnitInfo, pure: HostFunctions = {}): Machine {
  const refusal = (name: string) => () => {
    throw new MachineError("program", `booting calls "${name}" of the host, which an image cannot keep`, "boot");
  };
  const imports = WebAssembly.Module.imports(modules.core).filter((row) => row.module === "host" && row.name !== "service");
  return new Machine(modules, unit, () => Object.fromEntries(imports.map(({ name }) => [name, pure[name] ?? refusal(name)])));
}

/** The image of a machine that has booted and does nothing now. */
export function saveImage(machine: Machine): Uint8Array<ArrayBuffer> {
  const { views, heap, modules } = machine;
  if (views.i32(CONTROL.sp) !== STACK_START || views.i32(CONTROL.shadowSp) !== SHADOW_START) {
    throw new MachineError("program", "a machine that is running has no image", "saveImage");
  }
  heap.settle();
  views.setI32(CONTROL.fuel, 0);
  const bytes = views.bytes;
  // Log, side exits, both stacks and what is exchanged with the host mean nothing between two calls.
  bytes.fill(0, LOG_START, HEAP_START);
  const runs = changes(bytes, bareMachine(modules, machine.unit).views.bytes);
  const runsBytes = runs.reduce((sum, [start, end]) => sum + WORD_BYTES + end - start, 0);
  const image = new Uint8Array(RUNS_AT + runsBytes);
  const view = new DataView(image.buffer);
  [modules.heap, modules.core].forEach((module, i) => image.set(keyOf(module), i * KEY_BYTES));
  view.setUint32(PAGES_AT, bytes.length / PAGE_BYTES, true);
  let at = RUNS_AT;
  for (const [start, end] of runs) {
    view.setUint32(at, start, true);
    view.setUint32(at + 4, end - start, true);
    image.set(bytes.subarray(start, end), at + WORD_BYTES);
    at += WORD_BYTES + end - start;
  }
  return image;
}

/** The ranges in which memory differs from what new memory of the same modules holds. One word that is equal does not end a range. */
function changes(now: Uint8Array<ArrayBuffer>, before: Uint8Array<ArrayBuffer>): [start: number, end: number][] {
  const words = new BigInt64Array(now.buffer), old = new BigInt64Array(before.buffer);
  const ranges: [number, number][] = [];
  let last = -Infinity;
  for (let i = 0; i < words.length; i++) {
    if (words[i] === (i < old.length ? old[i] : 0n)) continue;
    if (i - last > 2) ranges.push([i * WORD_BYTES, 0]);
    ranges[ranges.length - 1][1] = (i + 1) * WORD_BYTES;
    last = i;
  }
  return ranges;
}
