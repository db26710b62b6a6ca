/**
 * Makes the table of a unit's bytecodes from their handlers: what each needs, takes and pushes, and where it goes on.
 *
 * Input: handlers and continuations; output: rows by opcode, for `NAME.unit.json`. Most follows from the trees; what depends on immediates or on
 * run-time values the author declares (`@op({ stack: "…" })`), and where the tree says something as well the two must agree.
 */

import { DefinitionError } from "../machine/errors.ts";
import type { Amount, InstructionRow } from "../machine/instruction_table.ts";
import { type Continuation, type Handler, STORAGE_BYTES } from "../machine/tree.ts";
import { type Destination, localImmediates, type StackEffect, stackEffect } from "./stack_effect.ts";
import { parseStackEffect } from "./stack_notation.ts";

/** One row per handler, by opcode. @throws DefinitionError where a stack effect is neither visible nor declared, or is declared wrongly */
export function instructionTable(handlers: readonly Handler[], continuations: readonly Continuation[]): InstructionRow[] {
  const rows: InstructionRow[] = [];
  for (const handler of handlers) rows[handler.opcode] = rowOf(handler, continuations);
  return rows;
}

type Flow = Pick<InstructionRow, "needs" | "pops" | "risks" | "next" | "jump" | "counts">;

function rowOf(handler: Handler, continuations: readonly Continuation[]): InstructionRow {
  const { name, hidden, loopHeader } = handler;
  const effect = stackEffect(handler, continuations);
  const { outcomes } = effect;
  const jumps = outcomes.map((o) => o.goesTo).filter((to) => typeof to === "number");
  const locals = localImmediates(handler);
  let position = 2;
  const immediates = handler.immediates.map(({ name, storage }, i) => {
    const role = loopHeader ? "site" : locals.has(i) ? "local" : jumps.includes(i) ? "offset" : name;
    const at = position;
    position += STORAGE_BYTES[storage];
    return [role, storage, at] as const;
  });
  const { sizeBytes } = handler;
  if (hidden) return { name, immediates, sizeBytes, needs: 0, pops: 0, risks: 0, next: null, jump: null, hidden };
  const flow = handler.stack === null ? visible(handler, effect) : declared(handler, handler.stack, effect);
  return { name, immediates, sizeBytes, ...flow, ...(loopHeader ? { loopHeader } : {}) };
}

/** The flow that the tree shows. */
function visible(handler: Handler, { outcomes, needs, pops, risks, suspends }: StackEffect): Flow {
  const undecided = outcomes.some((o) => o.delta === null || o.goesTo === "unknown");
  if (needs === null || pops === null || risks === null || undecided || suspends) {
    throw wrong(
      handler,
      "does not follow from its body",
      `Declare it: @op({ stack: "${"before -- after"}" }), see docs/definition_language.md`,
    );
  }
  const pushed = (goes: (to: Destination) => boolean): number | null => {
    const deltas = new Set(outcomes.filter((o) => goes(o.goesTo)).map((o) => o.delta!));
    if (deltas.size > 1) {
      throw wrong(handler, `differs from path to path (${[...deltas].join(", ")})`, "Let all paths leave the same operands");
    }
    return deltas.size === 0 ? null : [...deltas][0] + pops;
  };
  return { needs, pops, risks, next: pushed((to) => to === "next"), jump: pushed((to) => typeof to === "number") };
}

/** The flow that the author declares; what the tree shows of it must be the same. */
function declared(handler: Handler, text: string, { outcomes, risks, suspends }: StackEffect): Flow {
  let effect;
  try {
    effect = parseStackEffect(text, handler.immediates.map((i) => i.name));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw wrong(handler, `"${text}" cannot be read: ${error.message}`, "Write it as docs/definition_language.md says");
  }
  const { needs, pops, pushes, counts } = effect;
  if (typeof pops === "number" && typeof pushes === "number") {
    const other = outcomes.find((o) => o.goesTo !== "leaves" && o.delta !== null && o.delta !== pushes - pops);
    // An outcome of some path alone may be one the walk only believes in: it counts where nothing is unknown.
    if (other !== undefined && outcomes.every((o) => o.delta !== null)) {
      throw wrong(handler, `is declared as ${pushes - pops}, but its body changes the height by ${other.delta}`, "Correct the declaration");
    }
  }
  const goesOn = suspends || outcomes.some((o) => o.goesTo === "next" || o.goesTo === "unknown");
  const next: Amount | null = goesOn ? pushes : null;
  const jump: Amount | null = outcomes.some((o) => typeof o.goesTo === "number") ? pushes : null;
  return { needs, pops, risks: risks ?? pops, next, jump, ...(counts.length === 0 ? {} : { counts }) };
}

function wrong(handler: Handler, problem: string, fix: string): DefinitionError {
  const [file, line] = handler.fn.where.split(":");
  return new DefinitionError("stack-effect", `The stack effect of "${handler.name}" ${problem}`, file, Number(line), 1, fix);
}
