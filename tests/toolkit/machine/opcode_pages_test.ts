import { match, strictEqual } from "node:assert";
import { bytecodePage, handlerDoc, operationsPage } from "../../../toolkit/back/opcode_pages.ts";
import { OPERATIONS } from "../../../toolkit/machine/operations.ts";
import { parseProgram } from "../../../toolkit/machine/parse.ts";

const PROGRAM = parseProgram(`(unit test
  (handler add (opcode 0) (size 2) (inputs 2) (outputs 1)
    (doc "\`add ( left right -- sum )\`: integers inline | the rest out of line.")
    (function op.add (param left value) (param right value) (result value) (return $left)))
  (handler load_local (opcode 1) (size 4) (imm index u16) (inputs 0) (outputs 1) (doc "\`load_local #index ( -- value )\`")
    (function op.load_local (result value) (return (vm.local (vm.imm 0)))))
  (handler unwind (opcode 2) (size 2) (inputs 0) (outputs 0) hidden unwind (doc "Finds a handler.")
    (function op.unwind (transfer.unwindFrame))))`);

Deno.test("handlerDoc() takes the stack effect from the comment, or from the signature", () => {
  strictEqual(handlerDoc(PROGRAM.handlers[0]).stackEffect, "( left right -- sum )");
  strictEqual(handlerDoc(PROGRAM.handlers[2]).stackEffect, "( -- )");
  strictEqual(handlerDoc(PROGRAM.handlers[2]).meaning, "Finds a handler.");
});

Deno.test("bytecodePage() lists immediates, stack effects and meanings, hidden bytecodes apart", () => {
  const page = bytecodePage(PROGRAM, "Bytecodes of Test");
  match(page, /^# Bytecodes of Test$/m);
  match(page, /\| `add` +\| +\| `\( left right -- sum \)` +\| Integers inline \\\| the rest out of line \|/);
  match(page, /\| `load_local` +\| `#index` u16 \| `\( -- value \)`/);
  match(page, /## Hidden bytecodes[^]*\| `unwind` +\|[^\n]*\| Finds a handler +\| unwinder, hidden \|/);
});

Deno.test("operationsPage() has every operation", () => {
  const page = operationsPage();
  for (const name of OPERATIONS.keys()) strictEqual(page.includes(`\`${name}\``), true, name);
});
