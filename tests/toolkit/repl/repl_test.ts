import { deepStrictEqual as assertEquals } from "node:assert";
import type { Session } from "../../../toolkit/host/language.ts";
import { type LineInput, loop } from "../../../toolkit/repl/repl.ts";

/** A session whose inputs end at a line with `;`, that remembers what it ran. */
function recording(): Session & { ran: string[] } {
  const ran: string[] = [];
  return {
    ran,
    runProgram: () => Promise.resolve(0),
    isIncomplete: (text) => !text.endsWith(";"),
    interact: (text) => {
      ran.push(text);
      return Promise.resolve(text === "quit;\n" ? 5 : null);
    },
    [Symbol.dispose]() {},
  };
}

function scripted(lines: (string | null | undefined)[]): LineInput & { prompts: string[] } {
  const prompts: string[] = [];
  return {
    prompts,
    readLine: (prompt) => {
      prompts.push(prompt);
      return Promise.resolve(lines.shift() as string | null | undefined);
    },
    close() {},
  };
}

Deno.test("loop joins lines until the input is complete and changes the prompt meanwhile", async () => {
  const session = recording();
  const input = scripted(["a", "b;", "", "c;", null]);
  assertEquals(await loop(session, input, ["> ", "+ "]), 0);
  assertEquals(session.ran, ["a\nb;\n", "c;\n"]);
  assertEquals(input.prompts, ["> ", "+ ", "> ", "> ", "> "]);
});

Deno.test("loop forgets a half-typed input at Ctrl-C", async () => {
  const session = recording();
  await loop(session, scripted(["half", undefined, "whole;", null]), ["> ", "+ "]);
  assertEquals(session.ran, ["whole;\n"]);
});

Deno.test("loop runs what is left at the end of input", async () => {
  const session = recording();
  await loop(session, scripted(["half", null]), ["> ", "+ "]);
  assertEquals(session.ran, ["half\n"]);
});

Deno.test("loop ends with the guest's exit code", async () => {
  const session = recording();
  assertEquals(await loop(session, scripted(["quit;", "never;", null]), ["> ", "+ "]), 5);
  assertEquals(session.ran, ["quit;\n"]);
});
