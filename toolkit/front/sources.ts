/**
 * Definition sources: parses the files of all units that an entry reaches and lists what each file declares.
 *
 * Input: a path; output: `SourceFile`s with a table from name to declaration. Nothing is translated here.
 */

import { ts } from "../deps_build.ts";
import { DefinitionError } from "../machine/errors.ts";
import { type Unit, UNITS } from "../units.ts";

export type Flags = { pure: boolean; residual: boolean; unroll: boolean; entry: boolean; hostImport: boolean };

export type Declaration =
  | { k: "function"; name: string; file: SourceFile; node: any; flags: Flags; hostEffects: Record<string, boolean> }
  | { k: "const"; name: string; file: SourceFile; node: any; type: any; busy: boolean; value?: unknown }
  | { k: "class"; role: "layout" | "globals" | "bytecodes"; name: string; file: SourceFile; node: any; options: any }
  | { k: "type"; name: string; file: SourceFile; node: any }
  | { k: "import"; name: string; file: SourceFile; path: string; imported: string };

export interface SourceFile {
  /** Path relative to the project, with slashes. */
  path: string;
  unit: Unit | null;
  ast: any;
  names: Map<string, Declaration>;
  /** `export * from` targets. */
  reexports: string[];
}

/** The module that declares the language itself. */
export const DEFINE = "toolkit/define/mod.ts";

export class Sources {
  readonly files = new Map<string, SourceFile>();

  constructor(private readonly read: (path: string) => string) {}

  /** Parses `path` and everything it imports (depth first, in source order). */
  load(path: string): SourceFile {
    const known = this.files.get(path);
    if (known !== undefined) return known;
    const ast = ts.createSourceFile(path, this.read(path), ts.ScriptTarget.ESNext, true);
    const unit = UNITS.find((u) => path.startsWith(u.folder + "/")) ?? null;
    const file: SourceFile = { path, unit, ast, names: new Map(), reexports: [] };
    this.files.set(path, file);
    for (const statement of ast.statements) this.declare(file, statement);
    return file;
  }

  /** Finds what `name` means in `file`, through imports and re-exports. */
  resolve(file: SourceFile, name: string): Declaration | null {
    const own = file.names.get(name);
    if (own !== undefined) {
      if (own.k !== "import") return own;
      return own.path === DEFINE && DEFINE !== file.path ? own : this.resolve(this.load(own.path), own.imported);
    }
    for (const path of file.reexports) {
      const found = this.resolve(this.load(path), name);
      if (found !== null) return found;
    }
    return null;
  }

  /** All names that a module exports, with re-exports. */
  exported(file: SourceFile): Declaration[] {
    const out: Declaration[] = [];
    for (const d of file.names.values()) {
      if (d.k === "import") continue;
      const node: any = d.k === "const" || d.k === "function" ? d.node.exportHolder ?? d.node : d.node;
      if ((ts.getCombinedModifierFlags(node) & ts.ModifierFlags.Export) !== 0) out.push(d);
    }
    for (const path of file.reexports) out.push(...this.exported(this.load(path)));
    for (const statement of file.ast.statements) {
      if (ts.isExportDeclaration(statement) && statement.exportClause && ts.isNamedExports(statement.exportClause)) {
        for (const e of statement.exportClause.elements) {
          const found = this.resolve(file, e.name.text);
          if (found !== null && found.k !== "import") out.push(found);
        }
      }
    }
    return out;
  }

  private declare(file: SourceFile, node: any): void {
    if (ts.isImportDeclaration(node)) return this.declareImport(file, node);
    if (ts.isExportDeclaration(node)) return this.declareExport(file, node);
    if (ts.isFunctionDeclaration(node)) {
      const name = node.name!.text;
      if (node.body === undefined) return; // overload signature
      const flags = { pure: false, residual: false, unroll: false, entry: false, hostImport: false };
      this.add(file, { k: "function", name, file, node, flags, hostEffects: {} }, node);
    } else if (ts.isVariableStatement(node)) {
      for (const d of node.declarationList.declarations) this.declareConst(file, node, d);
    } else if (ts.isClassDeclaration(node)) {
      this.declareClass(file, node);
    } else if (ts.isTypeAliasDeclaration(node) || ts.isInterfaceDeclaration(node)) {
      this.add(file, { k: "type", name: node.name.text, file, node }, node);
    } else if (node.kind !== ts.SyntaxKind.EmptyStatement) {
      throw this.error(file, node, "top-level", "Only imports, functions, constants, types and classes may stand at the top level", "");
    }
  }

  private add(file: SourceFile, d: Declaration, node: any): void {
    if (file.names.has(d.name)) throw this.error(file, node, "duplicate-name", `"${d.name}" is declared twice`, "Rename one of them");
    file.names.set(d.name, d);
  }

  private declareImport(file: SourceFile, node: any): void {
    const path = resolvePath(file.path, node.moduleSpecifier.text);
    const bindings = node.importClause?.namedBindings;
    if (bindings === undefined || !ts.isNamedImports(bindings)) {
      throw this.error(file, node, "import-form", "Definition files import names", 'Write import { a, b } from "…"');
    }
    for (const e of bindings.elements) {
      this.add(file, { k: "import", name: e.name.text, file, path, imported: (e.propertyName ?? e.name).text }, e);
    }
    if (path !== DEFINE) this.load(path);
  }

  private declareExport(file: SourceFile, node: any): void {
    if (node.moduleSpecifier === undefined) return;
    const path = resolvePath(file.path, node.moduleSpecifier.text);
    if (node.exportClause === undefined) {
      file.reexports.push(path);
    } else {
      for (const e of node.exportClause.elements) {
        this.add(file, { k: "import", name: e.name.text, file, path, imported: (e.propertyName ?? e.name).text }, e);
      }
    }
    this.load(path);
  }

  private declareConst(file: SourceFile, statement: any, d: any): void {
    if (!ts.isIdentifier(d.name) || (statement.declarationList.flags & ts.NodeFlags.Const) === 0) {
      throw this.error(
        file,
        d,
        "top-level-let",
        "Module-level variables are not supported",
        "Use a static field of a class decorated with @globals()",
      );
    }
    const name = d.name.text;
    const flags: Flags = { pure: false, residual: false, unroll: false, entry: false, hostImport: false };
    let init = d.initializer;
    while (init !== undefined && ts.isCallExpression(init) && ts.isIdentifier(init.expression)) {
      const wrapper = init.expression.text as keyof Flags;
      if (!(wrapper in flags) || !this.isFromDefine(file, wrapper)) break;
      flags[wrapper] = true;
      if (wrapper === "hostImport") {
        const effects = init.arguments[0] ? objectOfLiteral(init.arguments[0]) : {};
        const node: any = d;
        this.add(file, { k: "function", name, file, node, flags, hostEffects: effects }, d);
        node.exportHolder = statement;
        return;
      }
      init = init.arguments[0];
    }
    if (init !== undefined && (ts.isFunctionExpression(init) || ts.isArrowFunction(init))) {
      (init as any).exportHolder = statement;
      this.add(file, { k: "function", name, file, node: init, flags, hostEffects: {} }, d);
    } else {
      this.add(file, { k: "const", name, file, node: d.initializer, type: d.type, busy: false }, d);
      (d.initializer as any).exportHolder = statement;
    }
  }

  private isFromDefine(file: SourceFile, name: string): boolean {
    const d = file.names.get(name);
    return d !== undefined && d.k === "import" && d.path === DEFINE;
  }

  private declareClass(file: SourceFile, node: any): void {
    const decorators = ts.getDecorators(node) ?? [];
    for (const decorator of decorators) {
      const call = decorator.expression;
      if (!ts.isCallExpression(call) || !ts.isIdentifier(call.expression)) continue;
      const role = call.expression.text;
      if (role === "layout" || role === "globals") {
        const options = call.arguments[0] ? objectOfLiteral(call.arguments[0]) : {};
        this.add(file, { k: "class", role, name: node.name!.text, file, node, options }, node);
        return;
      }
    }
    this.add(file, { k: "class", role: "bytecodes", name: node.name!.text, file, node, options: {} }, node);
  }

  error(file: SourceFile, node: any, rule: string, message: string, fix: string): DefinitionError {
    const { line, character } = file.ast.getLineAndCharacterOfPosition(node.getStart(file.ast));
    return new DefinitionError(rule, message, file.path, line + 1, character + 1, fix);
  }
}

function resolvePath(from: string, specifier: string): string {
  const parts = from.split("/").slice(0, -1);
  for (const part of specifier.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== ".") parts.push(part);
  }
  return parts.join("/");
}

/** Booleans, numbers, strings and arrays of strings of an object literal. */
function objectOfLiteral(node: any): any {
  const out: any = {};
  if (!ts.isObjectLiteralExpression(node)) return out;
  for (const p of node.properties) {
    if (!ts.isPropertyAssignment(p)) continue;
    const v: any = p.initializer;
    const key = p.name.getText();
    if (v.kind === ts.SyntaxKind.TrueKeyword) out[key] = true;
    else if (v.kind === ts.SyntaxKind.FalseKeyword) out[key] = false;
    else if (ts.isArrayLiteralExpression(v)) out[key] = v.elements.map((e: any) => e.text);
    else out[key] = v.text;
  }
  return out;
}
