/** WASI by wasmer-js: loaded at the first call, bound to the VM's memory, with in-memory files. */

import { deepStrictEqual as assertEquals } from "node:assert";
import { Wasi, WASI_MODULE, type WasiFunctions } from "../toolkit/host/wasi.ts";

const encoder = new TextEncoder();
const decoder = new TextDecoder();
/** Where the test keeps its words in memory. */
const IOV = 0, RESULT = 64, PATH = 128, BUFFER = 1024;

/** Descriptor of the guest's root folder: wasmer-js keeps 3 for itself. */
const ROOT = 4;

/** A module that imports functions of WASI (their types do not matter: the thunks are called from here). */
function importing(...names: string[]): WebAssembly.Module {
  const text = (s: string) => [s.length, ...encoder.encode(s)];
  const section = (id: number, body: number[]) => [id, body.length & 0x7f | 0x80, body.length >> 7, ...body];
  return new WebAssembly.Module(
    new Uint8Array([
      ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
      ...section(1, [1, 0x60, 0, 0]),
      ...section(2, [names.length, ...names.flatMap((name) => [...text(WASI_MODULE), ...text(name), 0, 0])]),
    ]),
  );
}

function open(wasi: WasiFunctions, memory: WebAssembly.Memory, path: string, flags: number): number {
  const bytes = encoder.encode(path);
  new Uint8Array(memory.buffer).set(bytes, PATH);
  const READ_WRITE = 0x42n;
  assertEquals(wasi.path_open(ROOT, 0, PATH, bytes.length, flags, READ_WRITE, READ_WRITE, 0, RESULT), 0);
  return new DataView(memory.buffer).getInt32(RESULT, true);
}

function vector(memory: WebAssembly.Memory, address: number, sizeBytes: number): void {
  const view = new DataView(memory.buffer);
  view.setInt32(IOV, address, true);
  view.setInt32(IOV + 4, sizeBytes, true);
}

Deno.test("Wasi loads wasmer-js at the first call only", () => {
  const memory = new WebAssembly.Memory({ initial: 1 });
  const wasi = new Wasi(memory, { args: ["program", "one"] });
  const functions = wasi.imports(importing("args_sizes_get"));
  assertEquals(wasi.loaded, false);
  assertEquals(functions.args_sizes_get(RESULT, RESULT + 4), 0);
  assertEquals(wasi.loaded, true);
  assertEquals(new DataView(memory.buffer).getInt32(RESULT, true), 2);
});

Deno.test("Wasi reads an in-memory file and keeps what the guest writes", () => {
  const memory = new WebAssembly.Memory({ initial: 1 });
  const wasi = new Wasi(memory, { files: new Map([["/data/in.txt", encoder.encode("from the host")]]) });
  const functions = wasi.imports(importing("path_open", "fd_read", "fd_write", "fd_close"));
  const input = open(functions, memory, "data/in.txt", 0);
  vector(memory, BUFFER, 100);
  assertEquals(functions.fd_read(input, IOV, 1, RESULT), 0);
  const size = new DataView(memory.buffer).getInt32(RESULT, true);
  assertEquals(decoder.decode(new Uint8Array(memory.buffer, BUFFER, size)), "from the host");
  const CREATE = 1;
  const output = open(functions, memory, "data/out.txt", CREATE);
  const { written } = encoder.encodeInto("from the guest", new Uint8Array(memory.buffer, BUFFER, 100));
  vector(memory, BUFFER, written);
  assertEquals(functions.fd_write(output, IOV, 1, RESULT), 0);
  assertEquals(functions.fd_close(output), 0);
  assertEquals(decoder.decode(wasi.readFile("/data/out.txt")!), "from the guest");
});

Deno.test("Wasi reaches no file of the machine", () => {
  const memory = new WebAssembly.Memory({ initial: 1 });
  const wasi = new Wasi(memory);
  const functions = wasi.imports(importing("path_open"));
  const path = encoder.encode("etc/passwd");
  new Uint8Array(memory.buffer).set(path, PATH);
  const NO_ENTRY = 44;
  assertEquals(functions.path_open(ROOT, 0, PATH, path.length, 0, 2n, 2n, 0, RESULT), NO_ENTRY);
});

Deno.test("Wasi gives standard output and survives growth of the memory", () => {
  const memory = new WebAssembly.Memory({ initial: 1 });
  const wasi = new Wasi(memory);
  const functions = wasi.imports(importing("fd_write"));
  const write = (text: string) => {
    const { written } = encoder.encodeInto(text, new Uint8Array(memory.buffer, BUFFER, 100));
    vector(memory, BUFFER, written);
    assertEquals(functions.fd_write(1, IOV, 1, RESULT), 0);
  };
  write("before ");
  memory.grow(2);
  write("after");
  assertEquals(wasi.takeOutput(1), "before after");
});

Deno.test("Wasi prefers functions of ours", () => {
  const memory = new WebAssembly.Memory({ initial: 1 });
  const calls: number[][] = [];
  const wasi = new Wasi(memory, { ours: { fd_write: (...args) => calls.push(args) } });
  wasi.imports(importing("fd_write")).fd_write(1, 2, 3, 4);
  assertEquals(calls, [[1, 2, 3, 4]]);
  assertEquals(wasi.loaded, false);
});
