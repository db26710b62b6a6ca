/**
 * The notation of stack effects that the body of a handler does not show: `callable args[argc] -- result`.
 *
 * Items from the deepest to the top, before and after; `name[count]` is that many operands, `count` a sum of numbers and immediates, which may be
 * scaled (`2 * count`) or taken by bits (`flags >> 3 & 1`). Items that stand first on both sides are left where they are:
 * `bottom rest[n - 1] -- bottom rest[n - 1] copy`.
 */

import type { Amount, AmountTerm } from "../machine/instruction_table.ts";

/** An effect, read. */
export interface DeclaredEffect {
  readonly needs: Amount;
  readonly pops: Amount;
  readonly pushes: Amount;
  /** What stands in brackets: none of it may be negative. */
  readonly counts: Amount[];
}

interface Item {
  text: string;
  amount: Amount;
}

/** Reads an effect. @throws SyntaxError with what is wrong */
export function parseStackEffect(text: string, immediates: readonly string[]): DeclaredEffect {
  const sides = text.split("--");
  if (sides.length !== 2) throw new SyntaxError('a stack effect is "before -- after"');
  const [before, after] = sides.map((side) => items(side, immediates));
  let kept = 0;
  while (kept < before.length && kept < after.length && before[kept].text === after[kept].text) kept++;
  const total = (list: Item[]) => addAmounts(list.map((item) => item.amount));
  return {
    needs: total(before),
    pops: total(before.slice(kept)),
    pushes: total(after.slice(kept)),
    counts: [...before, ...after.slice(kept)].map((item) => item.amount).filter((amount) => typeof amount !== "number"),
  };
}

function items(side: string, immediates: readonly string[]): Item[] {
  return (side.match(/\S+\[[^\]]*\]|\S+/g) ?? []).map((text) => {
    const match = /^\w+(?:\[([^\]]+)\])?$/.exec(text);
    if (match === null) throw new SyntaxError(`"${text}" is no item; write "name" or "name[count]"`);
    return { text, amount: match[1] === undefined ? 1 : sum(match[1], immediates) };
  });
}

function sum(text: string, immediates: readonly string[]): Amount {
  const parts = text.replace(/\s+/g, "").match(/[+-]?[^+-]+/g) ?? [];
  return addAmounts(parts.map((part) => term(part.replace(/^[+-]/, ""), part.startsWith("-") ? -1 : 1, immediates)));
}

function term(text: string, sign: number, immediates: readonly string[]): Amount {
  if (/^\d+$/.test(text)) return sign * Number(text);
  const match = /^(?:(\d+)\*)?(\w+?)(?:>>(\d+))?(?:&(\d+))?$/.exec(text);
  const immediate = match === null ? -1 : immediates.indexOf(match[2]);
  if (match === null || immediate < 0) throw new SyntaxError(`"${text}" is neither a number nor made of an immediate`);
  const [, factor = "1", , shift = "0", mask = "-1"] = match;
  return [0, [immediate, Number(shift), Number(mask), sign * Number(factor)]];
}

/** The sum of amounts. */
export function addAmounts(amounts: readonly Amount[]): Amount {
  const terms = amounts.flatMap((a) => typeof a === "number" ? [] : a.slice(1) as AmountTerm[]);
  const base = amounts.reduce<number>((sum, a) => sum + (typeof a === "number" ? a : a[0]), 0);
  return terms.length === 0 ? base : [base, ...terms];
}
