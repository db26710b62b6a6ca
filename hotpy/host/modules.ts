/**
 * Finds the Python source of a module: `NAME.py` or `NAME/__init__.py` in the folders of the search path.
 *
 * Input: a dotted name; output: the source and its path. Invariant: only the given files are looked at, and nothing is remembered: the
 * guest's `sys.modules` decides what is loaded again. (Language reference, section 5.5.)
 */

import type * as ast from "../syntax/ast.ts";
import type { Files } from "../../toolkit/host/capabilities.ts";

/** A module's source. */
export interface FoundModule {
  path: string;
  bytes: Uint8Array<ArrayBuffer>;
  isPackage: boolean;
}

/** The module called `name`; null if no folder has it. */
export function findModule(name: string, path: readonly string[], files: Files): FoundModule | null {
  const parts = name.split("/").join("").split(".");
  if (parts.some((part) => part === "")) return null;
  for (const folder of path) {
    const base = (folder === "/" ? "" : folder) + "/" + parts.join("/");
    for (const [candidate, isPackage] of [[`${base}/__init__.py`, true], [`${base}.py`, false]] as const) {
      if (files.kind(candidate) === "file") return { path: candidate, bytes: files.read(candidate), isPackage };
    }
  }
  return null;
}

/** The statement `__path__ = [FOLDER]`, which stands in front of the code of a package. */
export function packagePath(path: string): ast.Stmt {
  const span = { start: 0, end: 0 };
  const folder = path.slice(0, path.lastIndexOf("/"));
  return {
    ...span,
    kind: "Assign",
    targets: [{ ...span, kind: "Name", id: "__path__", ctx: "Store" }],
    value: {
      ...span,
      kind: "List",
      elts: [{ ...span, kind: "Constant", value: { type: "str", value: folder }, u_prefix: false }],
      ctx: "Load",
    },
    type_comment: null,
  } as ast.Stmt;
}
