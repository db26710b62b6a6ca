/**
 * Loads `heap.wasm` and the core of a language, links them to the host, and holds what belongs to one running VM.
 *
 * Input: the URLs of the two modules and the language's host functions; output: a `Machine`. Invariant: memory and function table
 * are the heap's; a core gets exactly the imports it names, and one that nobody provides is an error that names it.
 */

import { MachineError } from "../machine/errors.ts";
import { Exchange } from "./exchange.ts";
import { InterruptFlag } from "./interrupts.ts";
import { Limits } from "./limits.ts";
import { Service } from "./service.ts";
import { Views } from "./views.ts";

/** Functions of the host, by the name under which definitions import them. */
export type HostFunctions = Record<string, (...args: any[]) => number | bigint | void>;
/** Exported functions of a module. */
export type Entries = Record<string, (...args: any[]) => any>;

/** Where the two modules of a VM lie. */
export interface VmFiles {
  heap: URL;
  core: URL;
}

/** The two modules, compiled; may be instantiated any number of times. */
export interface VmModules {
  heap: WebAssembly.Module;
  core: WebAssembly.Module;
}

/** Reads and compiles the modules: from the disk, or over HTTP when the toolkit itself was imported so. */
export async function loadModules(files: VmFiles): Promise<VmModules> {
  const [heap, core] = await Promise.all([readModule(files.heap), readModule(files.core)]);
  return { heap, core };
}

async function readModule(url: URL): Promise<WebAssembly.Module> {
  if (url.protocol === "file:") return new WebAssembly.Module(Deno.readFileSync(url));
  const response = await fetch(url);
  if (!response.ok) throw new MachineError("program", `cannot load ${url}: ${response.status} ${response.statusText}`, "loadModules");
  return new WebAssembly.Module(await response.arrayBuffer());
}

/** One heap with one core on it. */
export class Machine {
  readonly memory: WebAssembly.Memory;
  readonly table: WebAssembly.Table;
  readonly heap: Entries;
  readonly core: Entries;
  readonly views: Views;
  readonly exchange: Exchange;
  readonly limits = new Limits();
  readonly service: Service;

  /** `functions`: called with the new machine, gives the language's imports; it must not call into wasm yet. */
  constructor(readonly modules: VmModules, functions: (machine: Machine) => HostFunctions, wasi?: (memory: WebAssembly.Memory) => object) {
    const late: HostFunctions = {};
    const service = (status: number) => this.service.call(status);
    const heap = instantiate(modules.heap, { host: lazily(modules.heap, late), service });
    this.heap = heap.exports as Entries;
    this.memory = heap.exports.memory as WebAssembly.Memory;
    this.table = heap.exports.table as WebAssembly.Table;
    this.views = new Views(this.memory);
    this.exchange = new Exchange(this.views);
    this.service = new Service(this.views, new InterruptFlag(), this.limits);
    Object.assign(late, functions(this));
    const core = instantiate(modules.core, { host: late, heap: heap.exports, service, wasi: wasi?.(this.memory) });
    this.core = core.exports as Entries;
  }
}

/** The heap is instantiated before the language's functions exist: its imports look them up when called. */
function lazily(module: WebAssembly.Module, functions: HostFunctions): HostFunctions {
  const thunks: HostFunctions = {};
  for (const { module: from, name } of WebAssembly.Module.imports(module)) {
    if (from === "host") thunks[name] = (...args) => functions[name](...args);
  }
  return thunks;
}

interface Provided {
  host: HostFunctions;
  heap?: WebAssembly.Exports;
  service: (status: number) => number;
  wasi?: object;
}

/** Gives a module what it imports and nothing else. */
function instantiate(module: WebAssembly.Module, provided: Provided): WebAssembly.Instance {
  const imports: Record<string, Record<string, WebAssembly.ImportValue>> = {};
  const missing: string[] = [];
  for (const { module: from, name } of WebAssembly.Module.imports(module)) {
    const source = from === "host" ? provided.host : from === "heap" ? provided.heap : provided.wasi as Record<string, unknown> | undefined;
    const value = from === "host" && name === "service" ? provided.service : source?.[name];
    if (value === undefined) missing.push(`${from}.${name}`);
    else (imports[from] ??= {})[name] = value as WebAssembly.ImportValue;
  }
  if (missing.length > 0) throw new MachineError("program", `nobody provides ${missing.join(", ")}`, "instantiate");
  return new WebAssembly.Instance(module, imports);
}
