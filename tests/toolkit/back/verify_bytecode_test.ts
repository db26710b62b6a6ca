import { deepStrictEqual } from "node:assert";
import { disassemble } from "../../../toolkit/back/disassemble.ts";
import { stackEffect } from "../../../toolkit/back/stack_effect.ts";
import { verifyBytecode } from "../../../toolkit/back/verify_bytecode.ts";
import { type Instruction, instructionBytes, type Mini, mini } from "./mini.ts";

const m: Mini = mini();
const { handlers, continuations } = m.programs[1];

function problems(instructions: Instruction[], localCount = 2, stackSize = 4): string[] {
  const found = verifyBytecode(handlers, continuations, instructionBytes(m, instructions), { localCount, stackSize });
  return found.map((p) => `${p.offset} ${p.rule}`);
}

const LOOP: Instruction[] = [
  "top",
  ["loop_header", 0],
  ["load_local", 0],
  ["load_local", 1],
  ["less"],
  ["branch_if_false", "end"],
  ["load_local", 0],
  ["load_local", 1],
  ["call_function", 1],
  ["store_local", 0],
  ["jump_always", "top"],
  "end",
  ["load_local", 0],
  ["return_value"],
];

Deno.test("disassemble() shows positions, names, immediates and jump targets", () => {
  deepStrictEqual(disassemble(handlers, instructionBytes(m, LOOP)), [
    ">   0  loop_header         0",
    "    6  load_local          0",
    "   10  load_local          1",
    "   14  less",
    "   16  branch_if_false     -> 43",
    "   22  load_local          0",
    "   26  load_local          1",
    "   30  call_function       1",
    "   33  store_local         0",
    "   37  jump_always         -> 0",
    ">  43  load_local          0",
    "   47  return_value",
  ]);
});

Deno.test("disassemble() says where bytes are no instruction", () => {
  deepStrictEqual(disassemble(handlers, new Uint8Array([0xff, 0xff])), ["    0  ??? 65535 is no opcode"]);
});

Deno.test("verifyBytecode() accepts a loop with a call", () => {
  deepStrictEqual(problems(LOOP), []);
});

Deno.test("verifyBytecode() rejects what the interpreter could not survive", () => {
  deepStrictEqual(problems([["load_local", 2], ["return_value"]]), ["0 local"]);
  deepStrictEqual(problems([["return_value"]]), ["0 underflow"]);
  deepStrictEqual(problems([["load_local", 0]]), ["0 end"]);
  deepStrictEqual(problems([["jump_always", 1], ["load_local", 0], ["return_value"]]), ["0 target"]);
  deepStrictEqual(problems([["load_local", 0], ["duplicate"], ["duplicate"], ["return_value"]], 2, 2), ["6 overflow"]);
  deepStrictEqual(problems([["unwind_frames"]]), ["0 hidden"]);
  deepStrictEqual(problems([["load_local", 0], ["call_function", 1], ["return_value"]]), ["4 underflow"]);
  deepStrictEqual(problems([["load_local", 0], ["load_local", 0], ["branch_if_false", "x"], ["duplicate"], "x", ["return_value"]]), [
    "16 height",
  ]);
});

Deno.test("stackEffect() follows continuations and explicit stack operations", () => {
  const effect = (name: string, ...immediates: number[]) => stackEffect(m.handlers.get(name)!, immediates, continuations);
  deepStrictEqual(effect("call_function", 2), { outcomes: [{ delta: -2, goesTo: 0 }], needs: 3 });
  deepStrictEqual(effect("call_twice").outcomes.filter((o) => o.goesTo === 0), [{ delta: 0, goesTo: 0 }]);
  deepStrictEqual(effect("build_list", 3), { outcomes: [{ delta: -2, goesTo: 0 }], needs: 3 });
  deepStrictEqual(effect("branch_if_false", 10).outcomes.map((o) => o.goesTo).sort(), [0, 10]);
  deepStrictEqual(effect("return_value").outcomes, [{ delta: -1, goesTo: "leaves" }]);
});
