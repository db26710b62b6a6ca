/**
 * Registers the primitives for numbers, text, sequences and ports.
 */

import { bootNumbers } from "./natives_numbers.ts";
import { bootPorts } from "./ports.ts";
import { bootPrinter } from "./printer.ts";
import { bootTextOutput } from "./text_output.ts";

export function bootNatives(): void {
  bootNumbers();
  bootPorts();
  bootTextOutput();
  bootPrinter();
}
