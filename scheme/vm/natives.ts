/**
 * Registers the primitives on numbers, text, sequences and ports.
 */

import { bootEvaluation } from "./evaluation.ts";
import { bootCharacters } from "./natives_characters.ts";
import { bootNumbers } from "./natives_numbers.ts";
import { bootPortProcedures } from "./natives_ports.ts";
import { bootProcess } from "./natives_process.ts";
import { bootSequences } from "./natives_sequences.ts";
import { bootStrings } from "./natives_strings.ts";
import { bootSymbolProcedures } from "./natives_symbols.ts";
import { bootPorts } from "./ports.ts";
import { bootPrinter } from "./printer.ts";
import { bootTextInput } from "./text_input.ts";
import { bootTextOutput } from "./text_output.ts";

export function bootNatives(): void {
  bootNumbers();
  bootCharacters();
  bootStrings();
  bootSequences();
  bootSymbolProcedures();
  bootPorts();
  bootPortProcedures();
  bootTextInput();
  bootTextOutput();
  bootPrinter();
  bootProcess();
  bootEvaluation();
}
