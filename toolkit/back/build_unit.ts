/**
 * Programs of a unit to the wasm module that is committed.
 */

import type { Program } from "../machine/tree.ts";
import type { Unit } from "../units.ts";
import { assemble } from "./assemble.ts";

/** Custom section with the interpreter's table slots and addresses (`MachineSlots`), as JSON. */
export const SLOTS_SECTION = "slots";

export interface BuiltFile {
  /** Relative to the project. */
  path: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/** Compiles the last of `programs`; the others are the units it depends on. */
export function buildUnit(unit: Unit, programs: readonly Program[], _options: { optimize: boolean }): BuiltFile[] {
  const { bytes } = assemble(programs[programs.length - 1], programs.slice(0, -1), {
    customSections: ({ slots }) => {
      return slots === null ? [] : [{ name: SLOTS_SECTION, bytes: new TextEncoder().encode(JSON.stringify(slots)) }];
    },
  });
  return [{ path: unit.output, bytes }];
}
