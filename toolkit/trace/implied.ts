/**
 * Takes away guards that a new one makes needless: a word that must be a float need not be asked before whether it is an integer,
 * where failing means the same.
 */

import { TAG_CLASSES } from "../machine/operations.ts";
import type { Exit, Node, Path } from "./nodes.ts";

const TESTS: ReadonlySet<string> = new Set(TAG_CLASSES.map((c) => c.test));

function isTest(n: Node): boolean {
  return n.kind === "op" && TESTS.has(n.op!.name);
}

/**
 * Drops guards at the end of `path` that ask for the absence of other classes than the one that `condition` will ask for. Only
 * guards that resume where the new one does, and with none between them that has an edge: it would rely on them.
 */
export function dropImplied(path: Path, condition: Node, frames: Exit["frames"]): void {
  if (!isTest(condition)) return;
  const list = path.instructions;
  for (let k = list.length - 1; k >= 0; k--) {
    const i = list[k];
    if (i.k === "node") continue;
    if (i.k !== "guard" || i.exit.frames !== frames || i.exit.unwind || i.exit.bridge !== null) return;
    if (i.want === 0 && isTest(i.condition) && i.condition.args[0] === condition.args[0]) list.splice(k, 1);
  }
}
