/** Images of heaps: a machine from the image is like one that has booted, image after image has the same bytes, wrong ones are refused. */

import { deepStrictEqual as assertEquals, throws } from "node:assert";
import { bareMachine, bootMachine, saveImage } from "../../../toolkit/host/boot.ts";
import { imageInFile } from "../../../toolkit/host/image.ts";
import type { VmParts } from "../../../toolkit/host/built_files.ts";
import { Machine, type UnitInfo } from "../../../toolkit/host/instance.ts";
import { CONTROL } from "../../../toolkit/machine/memory_map.ts";
import { BytecodeVerifier } from "../../../toolkit/host/verify_bytecode.ts";
import { hostFunctions, Tiny } from "../../../examples/tiny/tiny.ts";
import { tinyPrograms } from "../../../examples/tiny/evaluated.ts";

const ROOT = new URL("../../../", import.meta.url);
const read = (path: string) => Deno.readFileSync(new URL(path, ROOT));
const UNIT: UnitInfo = JSON.parse(new TextDecoder().decode(read("examples/tiny/tiny.unit.json")));
const MODULES: VmParts = {
  heap: new WebAssembly.Module(read("toolkit/heap/heap.wasm")),
  core: new WebAssembly.Module(read("examples/tiny/tiny.wasm")),
  image: imageInFile(read("examples/tiny/tiny.heap.wasm")),
  unit: UNIT,
};
const [, TINY] = tinyPrograms();
const LITERALS = TINY.literals.map(({ text, address }) => [text, address] as const);
const INSTRUCTIONS = new Map(TINY.handlers.map((handler) => [handler.name, handler]));

/** What both kinds of machine run: lists, texts, floats, closures, an error that is caught, enough garbage for collections. */
const program = (rounds: number) => `
  fn adder(n) { return fn (x) { return x + n; }; }
  let total = 0.5;
  let list = [];
  let i = 0;
  while (i < ${rounds}) { list = [i, list, "text" + text(i)]; total = adder(1)(total); i = i + 1; }
  print(total);
  print(list[2]);
  print([nil, true, 1.5, 100000000000000000000]);
  try { list[9]; } catch (e) { print(e); }
`;
const PROGRAM = program(20_000);

interface TinyOn {
  machine: Machine;
  /** The lines that a program prints, its error last. */
  run: (source: string) => string[];
}

function tinyOn(machine: Machine, lines: string[]): TinyOn {
  const core = {
    call: (name: string, ...args: (number | bigint)[]) => machine.core[name](...args),
    run(code: number, func: bigint, argc: number) {
      machine.service.begin();
      return machine.core.run(code, func, argc);
    },
    bytes: () => machine.views.bytes,
    failed: () => machine.errorPending,
  };
  const tiny = new Tiny(core, INSTRUCTIONS, new BytecodeVerifier(UNIT.instructions), lines);
  return {
    machine,
    run(source) {
      const { output, error } = tiny.run(source);
      return error === null ? output : [...output, error];
    },
  };
}

function started(start: (machine: Machine) => void): TinyOn {
  const lines: string[] = [];
  const machine: Machine = new Machine(MODULES, UNIT, () => hostFunctions(() => machine.views.bytes, (line) => lines.push(line)));
  start(machine);
  return tinyOn(machine, lines);
}

const booted = () => started((machine) => bootMachine(machine, LITERALS));
const restored = () => started((machine) => machine.restore(MODULES.image));

Deno.test("a machine from the image runs programs as one that has booted", () => {
  assertEquals(restored().run(PROGRAM), booted().run(PROGRAM));
});

Deno.test("the heap of an image passes the verifier, now and after collections", () => {
  const { machine, run } = restored();
  machine.heap.verifyHeap();
  machine.heap.setDebugModes(1, 1);
  machine.heap.collectMinor();
  machine.heap.collectFull();
  machine.heap.setStress(7);
  assertEquals(run(program(200)), booted().run(program(200)));
});

Deno.test("machines from one image share nothing", () => {
  const first = restored(), second = restored();
  first.run("let a = [1, 2, 3];");
  first.machine.heap.setStress(3);
  first.machine.views.setI64(CONTROL.memoryLimit, 1n << 24n);
  assertEquals(second.machine.views.i32(CONTROL.gcStress), 0);
  assertEquals(second.run(PROGRAM), booted().run(PROGRAM));
  assertEquals(restored().run(PROGRAM), booted().run(PROGRAM));
});

Deno.test("saveImage gives the same bytes each time, those of the build", () => {
  const save = () => {
    const machine = bareMachine(MODULES, UNIT);
    bootMachine(machine, LITERALS);
    return saveImage(machine);
  };
  const image = save();
  assertEquals(image, save());
  assertEquals(image, new Uint8Array(MODULES.image));
});

Deno.test("a machine that runs from an image gives an image again", () => {
  const machine = bareMachine(MODULES, UNIT);
  machine.restore(MODULES.image);
  const again = saveImage(machine);
  const { run } = started((other) => other.restore(again));
  assertEquals(run(PROGRAM), booted().run(PROGRAM));
});

Deno.test("an image of other modules is refused", () => {
  for (const byte of [0, 20]) {
    const image = new Uint8Array(MODULES.image);
    image[byte] ^= 1;
    throws(() => restored().machine.restore(image), /made with another build; run "deno task build"/);
  }
});

Deno.test("a recorder of another core is refused", () => {
  const recorder = read("examples/tiny/tiny.recorder.wasm");
  const { machine } = restored();
  machine.addRecorder(recorder);
  // The key is at the end.
  recorder[recorder.length - 1] ^= 1;
  throws(() => machine.addRecorder(recorder), /of another build; run "deno task build"/);
});

Deno.test("a machine that is to be saved gets nothing from the host", () => {
  const machine = bareMachine(MODULES, UNIT);
  bootMachine(machine, LITERALS);
  throws(() => tinyOn(machine, []).run("print(1);"), /booting calls "tinyPrint" of the host/);
});
