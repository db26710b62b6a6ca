import { deepStrictEqual, strictEqual } from "node:assert";
import { assemble } from "../../../toolkit/back/assemble.ts";
import { LAYOUT_TABLE } from "../../../toolkit/machine/memory_map.ts";
import { mini } from "./mini.ts";

Deno.test("assemble() gives the same bytes for the same programs", () => {
  const { programs, assembled } = mini();
  deepStrictEqual(assemble(programs[1], [programs[0]]).bytes, assembled.bytes);
});

Deno.test("assemble() keeps handlers with an effect before a call out of the dispatch function, and no others", () => {
  deepStrictEqual(mini().assembled.outlined, ["cons_many", "build_list", "call_twice@0", "call_twice@1", "hook_or@2"]);
});

Deno.test("assemble() writes layout descriptors with their reference maps", () => {
  const m = mini();
  const pair = m.programs[1].layouts.find((l) => l.name === "Pair")!;
  const word = (i: number) => m.view.getInt32(LAYOUT_TABLE + 32 * pair.id + 4 * i, true);
  deepStrictEqual([word(0), word(1), word(2), word(3), word(5)], [pair.sizeBytes, 0, 0, 0, 2]);
  strictEqual(m.view.getUint16(word(4), true), 8);
  strictEqual(m.view.getUint16(word(4) + 2, true), 16);
});

Deno.test("assemble() adds custom sections", () => {
  const { programs } = mini();
  const { bytes } = assemble(programs[1], [programs[0]], { customSections: () => [{ name: "note", bytes: new Uint8Array([1, 2]) }] });
  strictEqual(WebAssembly.Module.customSections(new WebAssembly.Module(bytes), "note")[0].byteLength, 2);
});
