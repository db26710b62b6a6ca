import { deepStrictEqual, throws } from "node:assert";
import { tinyPrograms } from "../../../examples/tiny/evaluated.ts";
import { disassemble } from "../../../toolkit/back/disassemble.ts";
import { instructionTable } from "../../../toolkit/back/instruction_table.ts";
import { addAmounts, parseStackEffect } from "../../../toolkit/back/stack_notation.ts";
import { DefinitionError } from "../../../toolkit/machine/errors.ts";
import { type Instruction, instructionBytes, type Mini, mini } from "./mini.ts";

const m: Mini = mini();
const { handlers, continuations } = m.programs[1];

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

Deno.test("instructionTable() follows continuations, jumps and explicit stack operations", () => {
  const table = instructionTable(handlers, continuations);
  const flow = (name: string) => {
    const { needs, pops, risks, next, jump } = table[m.handlers.get(name)!.opcode];
    return { needs, pops, risks, next, jump };
  };
  deepStrictEqual(flow("call_twice"), { needs: 1, pops: 1, risks: 1, next: 1, jump: null });
  deepStrictEqual(flow("branch_if_false"), { needs: 1, pops: 1, risks: 0, next: 0, jump: 0 });
  deepStrictEqual(flow("jump_always"), { needs: 0, pops: 0, risks: 0, next: null, jump: 0 });
  deepStrictEqual(flow("return_value"), { needs: 1, pops: 1, risks: 0, next: null, jump: null });
  deepStrictEqual(flow("duplicate"), { needs: 1, pops: 0, risks: 0, next: 1, jump: null });
  const argc = [1, [0, 0, -1, 1]];
  deepStrictEqual(flow("call_function"), { needs: argc, pops: argc, risks: argc, next: 1, jump: null });
  deepStrictEqual(table[m.handlers.get("load_local")!.opcode].immediates, [["local", "u16", 2]]);
  deepStrictEqual(table[m.handlers.get("jump_always")!.opcode].immediates, [["offset", "i32", 2]]);
});

Deno.test("instructionTable() wants a declaration where the body does not show the effect, and one that is true", () => {
  const call = m.handlers.get("call_function")!, add = m.handlers.get("add")!;
  const refused = (handler: typeof call, stack: string | null, text: RegExp) =>
    throws(
      () => instructionTable([{ ...handler, stack }], continuations),
      (error) => error instanceof DefinitionError && error.rule === "stack-effect" && text.test(error.message),
    );
  refused(call, null, /"call_function" does not follow from its body/);
  refused(add, "left right -- sum rest", /is declared as 0, but its body changes the height by -1/);
  refused(call, "callee args[argc]", /a stack effect is "before -- after"/);
  refused(call, "callee args[many] -- result", /"many" is neither a number nor made of an immediate/);
});

Deno.test("instructionTable() goes on behind an instruction whose frame is frozen", () => {
  const { handlers, continuations } = tinyPrograms().at(-1)!;
  const capture = handlers.find(({ name }) => name === "callcc")!, tail = handlers.find(({ name }) => name === "tail_callcc")!;
  const table = instructionTable([capture, tail], continuations);
  deepStrictEqual([table[capture.opcode].next, table[tail.opcode].next], [1, null]);
  throws(() => instructionTable([{ ...capture, stack: null }], continuations), /"callcc" does not follow from its body/);
});

Deno.test("parseStackEffect() counts by immediates, their multiples and their bits, and leaves what stands on both sides", () => {
  const effect = (text: string) => parseStackEffect(text, ["count", "flags"]);
  const count = [0, 0, -1, 1];
  deepStrictEqual(effect("-- value"), { needs: 0, pops: 0, pushes: 1, counts: [] });
  deepStrictEqual(effect("a b[2 * count] -- c"), {
    needs: [1, [0, 0, -1, 2]],
    pops: [1, [0, 0, -1, 2]],
    pushes: 1,
    counts: [[0, [0, 0, -1, 2]]],
  });
  deepStrictEqual(effect("a[flags & 1] b[flags >> 2 & 1] --").needs, [0, [1, 0, 1, 1], [1, 2, 1, 1]]);
  deepStrictEqual(effect("list rest[count - 1] value -- list rest[count - 1]"), {
    needs: [1, count],
    pops: 1,
    pushes: 0,
    counts: [[-1, count]],
  });
  deepStrictEqual(addAmounts([1, [2, [0, 0, -1, 1]], 3]), [6, count]);
});
