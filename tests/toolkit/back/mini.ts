/** Builds the heap and the mini language of `mini_vm.ts`, and assembles and runs its bytecode. */

import { assemble, type Assembled } from "../../../toolkit/back/assemble.ts";
import { compileUnit } from "../../../toolkit/front/mod.ts";
import { CONTROL, LOG_BYTES, LOG_START, SHADOW_START, STACK_BYTES, STACK_START, TAG } from "../../../toolkit/machine/memory_map.ts";
import { type Handler, type Program, type Storage, STORAGE_BYTES } from "../../../toolkit/machine/tree.ts";

const root = new URL("../../../", import.meta.url);

function read(path: string): string {
  if (path === "examples/tiny/vm/mod.ts") return Deno.readTextFileSync(new URL("mini_vm.ts", import.meta.url));
  return Deno.readTextFileSync(new URL(path, root));
}

export interface Mini {
  programs: Program[];
  assembled: Assembled;
  heap: any;
  core: any;
  view: DataView;
  handlers: Map<string, Handler>;
  service: (status: number) => number;
}

let built: { heap: Uint8Array<ArrayBuffer>; programs: Program[]; assembled: Assembled } | null = null;

/** A fresh instance of the mini language. */
export function mini(): Mini {
  if (built === null) {
    const heap = assemble(compileUnit("heap", read)[0], []).bytes;
    const programs = compileUnit("tiny", read);
    built = { heap, programs, assembled: assemble(programs[1], [programs[0]]) };
  }
  const { programs, assembled } = built;
  const heap: any = new WebAssembly.Instance(new WebAssembly.Module(built.heap), {}).exports;
  const m: Mini = {
    programs,
    assembled,
    heap,
    core: null,
    view: null!,
    handlers: new Map(programs[1].handlers.map((h) => [h.name, h])),
    service: () => 0,
  };
  const imports = { heap, host: { service: (status: number) => m.service(status) } };
  m.core = new WebAssembly.Instance(new WebAssembly.Module(assembled.bytes), imports).exports;
  m.view = new DataView(heap.memory.buffer);
  const set = (address: number, value: number) => m.view.setInt32(address, value, true);
  set(CONTROL.sp, STACK_START);
  set(CONTROL.shadowSp, SHADOW_START);
  set(CONTROL.stackLimit, STACK_START + STACK_BYTES - 65536);
  set(CONTROL.fuel, 1 << 30);
  set(CONTROL.nestingLimit, 100);
  set(CONTROL.logNext, LOG_START);
  set(CONTROL.logEnd, LOG_START + LOG_BYTES - 4096);
  heap.initialize(0n, 0);
  m.view = new DataView(heap.memory.buffer);
  m.core.boot();
  m.service = () => {
    set(CONTROL.fuel, 1 << 20);
    return 0;
  };
  return m;
}

export const int = (n: number | bigint): bigint => (BigInt(n) & 0xffffffffffffn) | TAG.int;
export const intOf = (word: bigint): bigint => BigInt.asIntN(48, word);
export const special = (n: number): bigint => BigInt(n) * 8n + TAG.special;

export type Instruction = [name: string, ...immediates: (number | string)[]] | string;

/** Encodes instructions: `[name, ...immediates]`; a plain string is a label, a string immediate a branch to one. */
export function instructionBytes(m: Mini, instructions: Instruction[]): Uint8Array {
  let size = 0;
  const labels = new Map<string, number>();
  for (const i of instructions) {
    if (typeof i === "string") labels.set(i, size);
    else size += handlerOf(m, i[0]).sizeBytes;
  }
  const view = new DataView(new ArrayBuffer(size));
  let at = 0;
  for (const i of instructions) {
    if (typeof i === "string") continue;
    const h = handlerOf(m, i[0]);
    view.setUint16(at, h.opcode, true);
    let offset = 2;
    h.immediates.forEach((immediate, k) => {
      const value = i[k + 1];
      write(view, at + offset, immediate.storage, typeof value === "string" ? labels.get(value)! - (at + h.sizeBytes) : value);
      offset += STORAGE_BYTES[immediate.storage];
    });
    at += h.sizeBytes;
  }
  return new Uint8Array(view.buffer);
}

/** Makes a function object of instructions. */
export function code(
  m: Mini,
  options: { args?: number; locals?: number; stack?: number; constants?: bigint[] },
  instructions: Instruction[],
): number {
  const bytes = instructionBytes(m, instructions);
  const address = m.heap.rawAllocate === undefined ? allocateCode(m, bytes.length) : m.heap.rawAllocate(bytes.length);
  m.view = new DataView(m.heap.memory.buffer);
  new Uint8Array(m.heap.memory.buffer).set(bytes, address);
  const constants = options.constants ?? [];
  const func = m.core.newFunc(constants.length);
  m.core.setCode(func, address, bytes.length, options.locals ?? options.args ?? 0, options.stack ?? 8, options.args ?? 0);
  constants.forEach((c, i) => m.core.setConstant(func, i, BigInt.asIntN(64, c)));
  m.view = new DataView(m.heap.memory.buffer);
  return func;
}

function handlerOf(m: Mini, name: string): Handler {
  const h = m.handlers.get(name);
  if (h === undefined) throw new Error(`No bytecode "${name}"`);
  return h;
}

let nextCode = 0x3c0000;
/** Code and sites of tests without a raw allocator lie at the end of the static area. */
export function allocateCode(m: Mini, size: number): number {
  const address = nextCode;
  nextCode += (size + 15) & -16;
  return address;
}

function write(view: DataView, address: number, storage: Storage, value: number): void {
  if (storage === "u8" || storage === "i8") view.setUint8(address, value);
  else if (storage === "u16" || storage === "i16") view.setUint16(address, value, true);
  else view.setInt32(address, value, true);
}

/** Runs a function object on arguments: its result, or the error it raised. */
export function run(m: Mini, func: number, ...args: bigint[]): { value: bigint } | { error: bigint } {
  m.view = new DataView(m.heap.memory.buffer);
  let sp = m.view.getInt32(CONTROL.sp, true);
  for (const a of args) {
    m.view.setBigUint64(sp, a, true);
    sp += 8;
  }
  m.view.setInt32(CONTROL.sp, sp, true);
  const result = BigInt.asUintN(64, m.core.run(func, BigInt(func), args.length));
  m.view = new DataView(m.heap.memory.buffer);
  if (result !== 0n) return { value: result };
  const error = m.view.getBigUint64(CONTROL.pendingError, true);
  m.view.setBigUint64(CONTROL.pendingError, 0n, true);
  return { error };
}
