/**
 * A Scheme on the evaluator of the abstract machine: its definitions are compiled to trees, and these run, without wasm. The measure of all
 * other ways to run a program, and some hundred times slower.
 */

import { Image, imageInFile } from "../../scheme/host/image.ts";
import { SchemeVm, type SchemeVmOptions } from "../../scheme/host/vm.ts";
import type { Linker } from "../../toolkit/host/built_files.ts";
import { compileUnit } from "../../toolkit/front/mod.ts";
import { Evaluator, type HostFunction, INTERPRET } from "../../toolkit/machine/evaluate.ts";
import { HEAP_START } from "../../toolkit/machine/memory_map.ts";
import type { Program } from "../../toolkit/machine/tree.ts";

const ROOT = new URL("../../", import.meta.url);
const PAGE_BYTES = 0x10000, FIRST_PAGES = (HEAP_START / PAGE_BYTES | 0) + 64, MAX_PAGES = 0x8000;
const EMPTY_MODULE = Uint8Array.of(0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00);

let programs: Program[] | null = null;

/** Opens a Scheme; it has no trace compiler. */
export function openEvaluated(options: SchemeVmOptions): SchemeVm {
  const read = (path: string) => Deno.readFileSync(new URL(path, ROOT));
  const unit = JSON.parse(new TextDecoder().decode(read("scheme/scheme.unit.json")));
  const image = new Image(imageInFile(read("scheme/scheme.image.wasm")));
  const none = new WebAssembly.Module(EMPTY_MODULE);
  return new SchemeVm({ heap: none, core: none, link: evaluatorLinker() }, unit, image, options);
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
