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
 * guards that resume where the new one does, and with none between them that has an edge: it would rely on them. Returns their
 * conditions, of which nothing is known any more where the new guard fails.
 */
export function dropImplied(path: Path, condition: Node, frames: Exit["frames"]): Node[] {
  const dropped: Node[] = [];
  if (!isTest(condition)) return dropped;
  const list = path.instructions;
  for (let k = list.length - 1; k >= 0; k--) {
    const i = list[k];
    if (i.k === "node") continue;
    if (i.k !== "guard" || i.exit.frames !== frames || i.exit.unwind || i.exit.bridge !== null) break;
    if (i.want !== 0 || !isTest(i.condition) || i.condition.args[0] !== condition.args[0]) continue;
    list.splice(k, 1);
    dropped.push(i.condition);
  }
  return dropped;
}
