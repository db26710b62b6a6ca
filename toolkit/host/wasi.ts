/**
 * WASI for cores that import it, by wasmer-js, loaded at the first call that needs it.
 *
 * Input: the memory of the VM and what the guest may see (arguments, environment, in-memory files); output: the import object
 * `wasi_snapshot_preview1` with a thunk per function. Invariant: wasmer-js is bound to a bridge module of a few bytes that imports the
 * VM's memory and exports it again, never to the core itself, because it insists on an export `memory` and on being called after
 * the instance exists. What must be fast or interactive is replaced by functions of ours (`ours`).
 */

import { createRequire } from "node:module";
import { wasiModuleUrl, type WasiPackage } from "../../deps.ts";
import { MachineError } from "../machine/errors.ts";

/** Name of the import module. */
export const WASI_MODULE = "wasi_snapshot_preview1";
/** The functions of a WASI import object: addresses, sizes and descriptors in, an error number out. */
export type WasiFunctions = Record<string, (...args: any[]) => number | void>;

/** What a guest sees through WASI. */
export interface WasiOptions {
  args?: readonly string[];
  env?: Readonly<Record<string, string>>;
  /** In-memory files by absolute path. The guest may change and add files; the host's files are out of reach. */
  files?: ReadonlyMap<string, Uint8Array>;
  /** Functions used in front of wasmer-js. */
  ours?: WasiFunctions;
}

/** WASI of one VM. */
export class Wasi {
  #wasi: InstanceType<WasiPackage["WASI"]> | null = null;
  #functions: WasiFunctions | null = null;

  constructor(readonly memory: WebAssembly.Memory, readonly options: WasiOptions = {}) {}

  /** Whether wasmer-js is loaded. */
  get loaded(): boolean {
    return this.#functions !== null;
  }

  /** The import object for the functions that `module` imports: each loads wasmer-js when first called. */
  imports(module: WebAssembly.Module): WasiFunctions {
    const thunks: WasiFunctions = {};
    for (const { module: from, name } of WebAssembly.Module.imports(module)) {
      if (from !== WASI_MODULE) continue;
      thunks[name] = this.options.ours?.[name] ?? ((...args) => this.#function(name)(...args));
    }
    return thunks;
  }

  /** The bytes of an in-memory file; null if there is none. */
  readFile(path: string): Uint8Array | null {
    this.#load();
    const fs = this.#wasi!.fs;
    let file;
    try {
      file = fs.open(path, { read: true, write: false, create: false });
    } catch {
      return null;
    }
    return file.read();
  }

  /** What the guest wrote to descriptor 1 or 2 through wasmer-js since the last call. */
  takeOutput(descriptor: 1 | 2): string {
    this.#load();
    return descriptor === 1 ? this.#wasi!.getStdoutString() : this.#wasi!.getStderrString();
  }

  #function(name: string): (...args: any[]) => number | void {
    const found = this.#load()[name];
    if (found === undefined) throw new MachineError("unsupported", `WASI function "${name}" is not one of wasmer-js`, "wasi");
    return found;
  }

  #load(): WasiFunctions {
    if (this.#functions !== null) return this.#functions;
    const { WASI, MemFS } = loadWasiNow();
    const fs = new MemFS();
    for (const [path, bytes] of this.options.files ?? []) {
      const folders = path.split("/").slice(1, -1);
      folders.forEach((_, i) => makeFolder(fs, "/" + folders.slice(0, i + 1).join("/")));
      fs.open(path, { read: true, write: true, create: true }).write(bytes);
    }
    const wasi = new WASI({ args: [...(this.options.args ?? [])], env: { ...this.options.env }, preopens: { "/": "/" }, fs });
    const bridge = new WebAssembly.Module(BRIDGE);
    const base = wasi.getImports(bridge) as Record<string, WasiFunctions>;
    const instance = new WebAssembly.Instance(bridge, { vm: { memory: this.memory }, [WASI_MODULE]: base[WASI_MODULE] });
    wasi.instantiate(instance, {});
    this.#wasi = wasi;
    return this.#functions = base[WASI_MODULE];
  }
}

/** Loads wasmer-js and its wasm without waiting for a promise. */
function loadWasiNow(): WasiPackage {
  const url = wasiModuleUrl();
  const found = createRequire(url)(new URL(url).pathname) as WasiPackage;
  const source = Deno.readTextFileSync(new URL(url));
  const base64 = /base64,(AGFzbQ[A-Za-z0-9+\/=]+)"/.exec(source);
  if (base64 === null) throw new MachineError("unsupported", "wasmer-js carries no wasm any more; see deps.ts", "wasi");
  found.initSync(Uint8Array.fromBase64(base64[1]));
  return found;
}

function makeFolder(fs: InstanceType<WasiPackage["MemFS"]>, path: string): void {
  try {
    fs.createDir(path);
  } catch { /* it is there already */ }
}

/** `(module (import "vm" "memory" (memory 0)) (import WASI "fd_write" (func (param i32 i32 i32 i32) (result i32))) (export "memory" (memory 0)))` */
const BRIDGE = bridgeModule();

function bridgeModule(): Uint8Array<ArrayBuffer> {
  const text = (s: string) => [s.length, ...new TextEncoder().encode(s)];
  const section = (id: number, body: number[]) => [id, body.length, ...body];
  return new Uint8Array([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(1, [1, 0x60, 4, 0x7f, 0x7f, 0x7f, 0x7f, 1, 0x7f]),
    ...section(2, [2, ...text("vm"), ...text("memory"), 0x02, 0x00, 0x00, ...text(WASI_MODULE), ...text("fd_write"), 0x00, 0x00]),
    ...section(7, [1, ...text("memory"), 0x02, 0x00]),
  ]);
}
