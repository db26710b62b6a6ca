/**
 * `doctor`: checks what this machine and this copy of the toolkit can do, one line each.
 *
 *     ok       Deno 2.9.6, V8 15.0.245.2-rusty
 *     ok       WebAssembly tail calls
 *     missing  toolkit/heap/heap.wasm: run "deno task build"
 */

import { type Unit, UNITS } from "../toolkit/units.ts";
import { projectUrl } from "./project.js";

/** Prints the report. Returns 0 when nothing is missing. */
export async function doctor(): Promise<number> {
  let missing = 0;
  const line = (ok: boolean, text: string, fix = "") => {
    if (!ok) missing++;
    console.log(`${ok ? "ok     " : "missing"}  ${text}${ok || fix === "" ? "" : `: ${fix}`}`);
  };
  const [major] = Deno.version.deno.split(".").map(Number);
  line(major >= 2, `Deno ${Deno.version.deno}, V8 ${Deno.version.v8}`, "install Deno 2.9 or later");
  for (const [name, bytes] of Object.entries(FEATURES)) line(WebAssembly.validate(bytes), `WebAssembly ${name}`, "use a later Deno");
  for (const path of UNITS.flatMap(modulesOf)) {
    const bytes = await readArtefact(projectUrl(path));
    if (bytes === null) line(false, path, 'run "deno task build"');
    else line(WebAssembly.validate(bytes), `${path}, ${(bytes.length / 1024).toFixed(0)} KB`, 'not valid: run "deno task build"');
  }
  line(await signalsArrive(), "signals in a worker without permissions (Ctrl-C in running programs)", "programs can only be killed");
  const permission = Deno.permissions.querySync({ name: "read" });
  console.log(`note     guests may read files: ${permission.state}`);
  return missing === 0 ? 0 : 1;
}

/** Paths of the wasm modules of a unit. */
function modulesOf({ output, bytecodes }: Unit): string[] {
  return [output, ...(bytecodes === null ? [] : ["heap", "recorder"].map((kind) => output.replace(/wasm$/, `${kind}.wasm`)))];
}

async function readArtefact(url: URL): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    if (url.protocol === "file:") return Deno.readFileSync(url);
    const response = await fetch(url);
    return response.ok ? new Uint8Array(await response.arrayBuffer()) : null;
  } catch {
    return null;
  }
}

function signalsArrive(): Promise<boolean> {
  const source = `try { Deno.addSignalListener("SIGINT", () => {}); postMessage(true); } catch { postMessage(false); }`;
  const worker = new Worker("data:text/javascript," + encodeURIComponent(source), { type: "module" });
  return new Promise((resolve) => {
    worker.onmessage = ({ data }) => {
      worker.terminate();
      resolve(data);
    };
    worker.onerror = () => resolve(false);
  });
}

const MAGIC = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];
/** Smallest modules that use each feature. */
const FEATURES: Record<string, Uint8Array<ArrayBuffer>> = {
  // A function whose body is `return_call 0`.
  "tail calls": new Uint8Array([...MAGIC, 1, 4, 1, 0x60, 0, 0, 3, 2, 1, 0, 10, 6, 1, 4, 0, 0x12, 0, 0x0b]),
  // Two memories.
  "multi-memory": new Uint8Array([...MAGIC, 5, 5, 2, 0, 1, 0, 1]),
  // A function whose body is `i64.const 0, i64.extend32_s, drop`.
  "sign extension": new Uint8Array([...MAGIC, 1, 4, 1, 0x60, 0, 0, 3, 2, 1, 0, 10, 8, 1, 6, 0, 0x42, 0, 0xc4, 0x1a, 0x0b]),
};
