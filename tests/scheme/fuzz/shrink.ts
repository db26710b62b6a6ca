/**
 * Makes a program smaller as long as something about it stays true.
 */

import type { Tree } from "./generate.ts";

const MAX_ROUNDS = 40;

/** Leaves out and replaces parts of a program as long as `holds`. */
export async function shrink(forms: Tree[], holds: (forms: Tree[]) => Promise<boolean>): Promise<Tree[]> {
  let current = forms;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    let found = false;
    for (const candidate of smaller(current)) {
      if (!await holds(candidate as Tree[])) continue;
      current = candidate as Tree[];
      found = true;
      break;
    }
    if (!found) return current;
  }
  return current;
}

/** All trees that are one step smaller: without an item, or with an item in place of a list. */
function* smaller(x: Tree): Generator<Tree> {
  if (typeof x === "string") return;
  for (let i = 0; i < x.length; i++) {
    yield [...x.slice(0, i), ...x.slice(i + 1)];
    const item = x[i];
    if (typeof item === "string") continue;
    for (const part of item) yield [...x.slice(0, i), part, ...x.slice(i + 1)];
    yield [...x.slice(0, i), "1", ...x.slice(i + 1)];
  }
  for (let i = 0; i < x.length; i++) {
    for (const item of smaller(x[i])) yield [...x.slice(0, i), item, ...x.slice(i + 1)];
  }
}
