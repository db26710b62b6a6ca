/**
 * A Scheme on the evaluator of the abstract machine: its definitions are compiled to trees, and these run, without wasm. The measure of all
 * other ways to run a program, and some hundred times slower.
 */

import { FILES } from "../../scheme/host/artefacts.js";
import { SchemeVm, type SchemeVmOptions } from "../../scheme/host/vm.ts";
import { type Linker, loadParts } from "../../toolkit/host/built_files.ts";
import { compileUnit } from "../../toolkit/front/mod.ts";
import { Evaluator, type HostFunction, INTERPRET } from "../../toolkit/machine/evaluate.ts";
import { HEAP_START } from "../../toolkit/machine/memory_map.ts";
import type { Program } from "../../toolkit/machine/tree.ts";

const ROOT = new URL("../../", import.meta.url);
const PAGE_BYTES = 0x10000, FIRST_PAGES = (HEAP_START / PAGE_BYTES | 0) + 64, MAX_PAGES = 0x8000;

let programs: Program[] | null = null;

/** Opens a Scheme, from the same image of the heap as in wasm; it has no trace compiler. */
export async function openEvaluated(options: SchemeVmOptions): Promise<SchemeVm> {
  return new SchemeVm({ ...await loadParts(FILES), link: evaluatorLinker() }, options);
}

/** Links heap and core as one evaluator. */
function evaluatorLinker(): Linker {
  programs ??= compileUnit("scheme", (path) => Deno.readTextFileSync(new URL(path, ROOT)));
  let exports: Readonly<Record<string, unknown>> | null = null;
  return (_module, { host }) => exports ??= exportsOf(programs!, host as Record<string, HostFunction>);
}

function exportsOf(programs: readonly Program[], host: Record<string, HostFunction>): Readonly<Record<string, unknown>> {
  const memory = new WebAssembly.Memory({ initial: FIRST_PAGES, maximum: MAX_PAGES });
  const service = (status: number): number => host.service(status) || INTERPRET;
  const evaluator = new Evaluator(programs, { host, memory, service });
  const table = new WebAssembly.Table({ initial: 0, element: "anyfunc" });
  const others: Record<string, unknown> = { memory, table };
  return new Proxy(others, {
    get: (_, name: string) => others[name] ??= (...args: (number | bigint)[]) => evaluator.call(name, ...args)[0],
  });
}
