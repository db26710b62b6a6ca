/**
 * The compiler of HotPy: source text to serialised bytecode.
 *
 * Input: text or bytes of a source, a filename and a mode; output: the bytes that the VM turns into a code object (`serialize.ts`).
 * The bytecodes are those of `hotpy/vm/bytecodes.md`.
 *
 * @example
 * ```ts
 * import { OP } from "./bytecodes.ts";
 * import { compileSource } from "./mod.ts";
 *
 * const bytes = compileSource("print(6 * 7)\n", "example.py", "exec", OP);
 * ```
 *
 * @module
 */

import { CODE_FLAGS, type CodeUnit } from "./assembler.ts";
import { compileTop } from "./definitions.ts";
import { serializeCode } from "./serialize.ts";
import { buildSymbolTable, syntaxError } from "./symbol_table.ts";
import { type CompileOptions, Compiler } from "./unit.ts";
import { decodeFile } from "../../toolkit/bytes/utf8.ts";
import type * as ast from "../syntax/ast.ts";
import { parseExpression, parseInteractive, parseModule, type ParseOptions, type Source } from "../syntax/parser.ts";

export type { CodeUnit } from "./assembler.ts";
export type { CompileOptions } from "./unit.ts";

/** `exec`: a file; `single`: one interactive statement, whose value is displayed; `eval`: an expression, whose value is returned. */
export type CompileMode = "exec" | "single" | "eval";

/** Flags of code objects by feature of `__future__`. */
const FUTURE_FLAGS: Record<string, number> = {
  nested_scopes: 0,
  generators: 0,
  division: 0x20000,
  absolute_import: 0x40000,
  with_statement: 0x80000,
  print_function: 0x100000,
  unicode_literals: 0x200000,
  barry_as_FLUFL: 0x400000,
  generator_stop: 0x800000,
  annotations: CODE_FLAGS.futureAnnotations,
};

/**
 * Compiles a source to serialised code.
 *
 * `opcodes` gives the number of each bytecode by name.
 * @throws PythonSyntaxError where CPython raises SyntaxError
 */
export function compileSource(
  source: Source | string | Uint8Array,
  filename: string,
  mode: CompileMode,
  opcodes: Record<string, number>,
  options: CompileOptions & ParseOptions = {},
): Uint8Array {
  return serializeCode(compileToUnit(source, filename, mode, opcodes, options));
}

/** As `compileSource`, but gives the tree of code objects. */
export function compileToUnit(
  source: Source | string | Uint8Array,
  filename: string,
  mode: CompileMode,
  opcodes: Record<string, number>,
  options: CompileOptions & ParseOptions = {},
): CodeUnit {
  const parsed = mode === "eval"
    ? parseExpression(text(source), filename, options)
    : mode === "single"
    ? parseInteractive(text(source), filename, options)
    : parseModule(source, filename, options);
  if (options.warn !== undefined) { for (const warning of parsed.warnings) options.warn(warning); }
  return compileTree(parsed.source, parsed.tree, opcodes, options);
}

function text(source: Source | string | Uint8Array): Source | string {
  return source instanceof Uint8Array ? decodeFile(source) : source;
}

/** Compiles a tree. @throws PythonSyntaxError */
export function compileTree(source: Source, tree: ast.Mod, opcodes: Record<string, number>, options: CompileOptions = {}): CodeUnit {
  const future = futureFeatures(source, tree, options.futureFlags ?? 0);
  const table = buildSymbolTable(source, tree, {
    futureAnnotations: (future.flags & CODE_FLAGS.futureAnnotations) !== 0,
    allowTopLevelAwait: options.allowTopLevelAwait,
  });
  return compileTop(new Compiler(source, table, opcodes, options, future), tree);
}

/** Flags of the `from __future__` imports at the start of a tree, and where the last of them ends. */
function futureFeatures(source: Source, tree: ast.Mod, inherited: number): { flags: number; end: number } {
  let flags = inherited;
  let end = 0;
  if (tree.kind === "Expression") return { flags, end };
  for (let i = 0; i < tree.body.length; i++) {
    const s = tree.body[i];
    if (s.kind === "ImportFrom" && s.module === "__future__" && s.level === 0) {
      for (const alias of s.names) {
        if (alias.name === "braces") throw syntaxError(source, "not a chance", alias);
        const flag = FUTURE_FLAGS[alias.name];
        if (flag === undefined) throw syntaxError(source, `future feature ${alias.name} is not defined`, alias);
        flags |= flag;
      }
      end = s.end;
    } else if (!(i === 0 && s.kind === "Expr" && s.value.kind === "Constant" && s.value.value.type === "str")) {
      break;
    }
  }
  return { flags, end };
}
