/**
 * The read-evaluate-print loop, for any language.
 *
 * Input: lines from a terminal (with history and editing by `node:readline`) or from a pipe; output: what the session shows. Invariant:
 * an error ends neither the loop nor the VM; the terminal is back in its normal mode while guest code runs, so that Ctrl-C reaches it.
 */

import type { Language, Session, SessionOptions } from "../host/language.ts";
import { LineReader } from "../host/capabilities.ts";
import { openTerminal } from "./terminal.ts";

/** Where the loop gets its lines. */
export interface LineInput {
  /** One line without its newline; null at the end of input; undefined when the user pressed Ctrl-C. */
  readLine(prompt: string): Promise<string | null | undefined>;
  close(): void;
}

/** Runs the loop until the end of input or until the guest ends it. Returns the exit code. */
export async function runRepl(language: Language, options: SessionOptions, { quiet = false } = {}): Promise<number> {
  const terminal = Deno.stdin.isTerminal();
  const session = await language.open(options);
  const input = terminal ? openTerminal((line) => session.complete?.(line) ?? { word: "", candidates: [] }) : pipedInput();
  try {
    if (terminal && !quiet) console.log(language.banner);
    return await loop(session, input, language.prompts);
  } finally {
    input.close();
    session[Symbol.dispose]();
  }
}

/** The loop itself. A piped input shows no prompts. */
export async function loop(session: Session, input: LineInput, [primary, secondary]: readonly [string, string]): Promise<number> {
  let lines: string[] = [];
  while (true) {
    const line = await input.readLine(lines.length === 0 ? primary : secondary);
    if (line === undefined) {
      lines = [];
      console.log("\nKeyboardInterrupt");
      continue;
    }
    if (line !== null) {
      if (lines.length === 0 && line.trim() === "") continue;
      lines.push(line);
      if (session.isIncomplete(lines.join("\n"))) continue;
    }
    if (lines.length > 0) {
      const text = lines.join("\n") + "\n";
      lines = [];
      const code = await session.interact(text);
      if (code !== null) return code;
    }
    if (line === null) return 0;
  }
}

function pipedInput(): LineInput {
  const reader = new LineReader((buffer) => Deno.stdin.readSync(buffer));
  const decoder = new TextDecoder();
  return {
    readLine() {
      const line = reader.readLine();
      return Promise.resolve(line === null ? null : decoder.decode(line).replace(/\r?\n$/, ""));
    },
    close() {},
  };
}
