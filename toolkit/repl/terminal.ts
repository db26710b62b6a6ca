/**
 * Lines from a terminal, by `node:readline`: editing, history, Ctrl-C, Ctrl-D.
 *
 * Invariant: the terminal is in raw mode only while a line is being read.
 */

import { createInterface } from "node:readline";
import process from "node:process";
import type { Session } from "../host/language.ts";
import type { LineInput } from "./repl.ts";

/** Opens the terminal for reading lines. `complete`: for the Tab key. */
export function openTerminal(complete?: Session["complete"]): LineInput {
  let history: string[] = [];
  return {
    readLine(prompt) {
      return new Promise((resolve) => {
        // A new interface for each line: between lines the terminal is the guest's.
        const reader = createInterface({
          input: process.stdin,
          output: process.stdout,
          history: [...history],
          historySize: 1000,
          prompt,
          completer: complete === undefined ? undefined : (line: string): [string[], string] => {
            const { word, candidates } = complete(line);
            return [candidates, word];
          },
        });
        let answer: string | null | undefined = null;
        const finish = (line: string | null | undefined) => {
          answer = line;
          reader.close();
        };
        reader.on("history", (lines: string[]) => history = lines);
        reader.on("line", finish);
        reader.on("SIGINT", () => finish(undefined));
        reader.on("close", () => {
          if (answer === null) process.stdout.write("\n");
          resolve(answer);
        });
        reader.prompt();
      });
    },
    close() {
      process.stdin.pause();
    },
  };
}
