import { strictEqual, throws } from "node:assert";
import { ByteBuffer, ModuleBuilder } from "../../../toolkit/wasm/encoder.ts";
import { F64, I32, I64, OP } from "../../../toolkit/wasm/opcodes.ts";

function instantiate(m: ModuleBuilder, imports: WebAssembly.Imports = {}): any {
  return new WebAssembly.Instance(new WebAssembly.Module(m.finish()), imports).exports;
}

function decodeSigned(bytes: Uint8Array): bigint {
  let value = 0n, shift = 0n;
  for (const byte of bytes) {
    value |= BigInt(byte & 0x7f) << shift;
    shift += 7n;
  }
  return (bytes[bytes.length - 1] & 0x40) !== 0 ? value - (1n << shift) : value;
}

Deno.test("ByteBuffer.s64() and s32() are signed LEB128 of minimal length", () => {
  const samples = [
    0n,
    1n,
    -1n,
    63n,
    64n,
    -64n,
    -65n,
    0x7fffffffn,
    -0x80000000n,
    0xffff000000000000n,
    1n << 62n,
    -(1n << 63n),
    (1n << 63n) - 1n,
  ];
  for (let shift = 0n; shift < 63n; shift++) samples.push(1n << shift, -(1n << shift), (1n << shift) - 1n, ~(1n << shift));
  for (const sample of samples) {
    const value = BigInt.asIntN(64, sample);
    const wide = new ByteBuffer(1);
    wide.s64(value);
    strictEqual(decodeSigned(wide.view()), value);
    if (BigInt.asIntN(32, value) !== value) continue;
    const narrow = new ByteBuffer(1);
    narrow.s32(Number(value));
    strictEqual(narrow.view().join(), wide.view().join());
  }
});

Deno.test("ModuleBuilder makes functions, tables, memory and data that an engine accepts", () => {
  const m = new ModuleBuilder();
  const binary = m.type([I32, I32], [I32]), unary = m.type([I64], [I64]);
  const twice = m.importFunction("host", "twice", m.type([I32], [I32]));
  m.memory(1);
  m.table(8);
  const add = m.function(binary);
  add.localGet(0);
  add.localGet(1);
  add.op(OP.i32Add);
  add.call(twice);
  const constant = m.function(unary, [I64]);
  constant.i64Const(-5n);
  constant.localTee(1);
  constant.localGet(0);
  constant.op(OP.i64Add);
  const indirect = m.function(binary);
  indirect.localGet(0);
  indirect.localGet(1);
  indirect.i32Const(3);
  indirect.returnCallIndirect(binary);
  m.elements(3, [add.index]);
  m.data(16, new Uint8Array([1, 2, 3]));
  m.exportFunction("indirect", indirect.index);
  m.exportFunction("constant", constant.index);
  m.exportMemory("memory");
  m.custom("note", new Uint8Array([7]));
  m.nameFunction(add.index, "add");
  const e = instantiate(m, { host: { twice: (x: number) => 2 * x } });
  strictEqual(e.indirect(3, 4), 14);
  strictEqual(e.constant(7n), 2n);
  strictEqual(new Uint8Array(e.memory.buffer)[18], 3);
});

Deno.test("FunctionBuilder.br() takes the labels that block(), loop() and if() return", () => {
  const m = new ModuleBuilder();
  const f = m.function(m.type([I32], [F64]), [F64]);
  const done = f.block(), again = f.loop();
  f.localGet(0);
  f.op(OP.i32Eqz);
  f.brIf(done);
  f.localGet(1);
  f.f64Const(1.5);
  f.op(0xa0);
  f.localSet(1);
  f.localGet(0);
  f.i32Const(1);
  f.op(OP.i32Sub);
  f.localSet(0);
  f.br(again);
  f.end();
  f.end();
  f.localGet(1);
  m.exportFunction("f", f.index);
  strictEqual(instantiate(m).f(4), 6);
});

Deno.test("ModuleBuilder.type() shares equal types, importFunction() refuses to come late", () => {
  const m = new ModuleBuilder();
  strictEqual(m.type([I32], []), m.type([I32], []));
  m.function(m.type([], []));
  throws(() => m.importFunction("a", "b", 0), /must be imported before/);
});
