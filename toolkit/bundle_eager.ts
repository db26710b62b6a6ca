/**
 * Rewrites JavaScript so that V8 compiles every function together with its module.
 *
 * V8 compiles a function when it is first called, and Deno's code cache holds only what was compiled with the module: a program would parse
 * its functions anew at each start. A function expression in parentheses counts as one that is called at once and is compiled right away, so
 * declarations, methods and arrow functions become such expressions:
 *
 *     function f(x) {…}              var f = (function(x) {…});                   at the start of its block, there `const`
 *     class { m(x) {…} }             class { static { this.prototype.m = (function(x) {…}); } }
 *     { m(x) {…} }                   { m: (function(x) {…}) }
 *
 * Private methods become public ones with the number of their class in the name: only the bundle's own code sees them. Constructors, static
 * methods and methods with `super` stay as they are.
 */

import { ts } from "./deps_build.ts";

/** A syntax node of the TypeScript parser. */
type Node = any;

/** The same program with functions that are compiled eagerly. */
export function compiledEagerly(text: string): string {
  return new Rewriter(text).run();
}

class Rewriter {
  readonly #file: Node;
  /** New names of private methods, by class, innermost last. */
  readonly #renamed: Map<string, string>[] = [];
  #classes = 0;

  constructor(readonly text: string) {
    this.#file = ts.createSourceFile("bundle.js", text, ts.ScriptTarget.ESNext, true, ts.ScriptKind.JS);
  }

  run(): string {
    return this.#node(this.#file);
  }

  #node(node: Node): string {
    if (ts.isSourceFile(node)) return this.#statements("var", node.statements, node.getStart(this.#file), node.end);
    if (ts.isBlock(node)) return this.#block(node);
    if (ts.isClassLike(node)) return this.#class(node);
    if (ts.isPrivateIdentifier(node)) return this.#privateName(node.text);
    if (ts.isFunctionExpression(node) || ts.isArrowFunction(node)) {
      return ts.isParenthesizedExpression(node.parent) ? this.#children(node) : `(${this.#children(node)})`;
    }
    if (ts.isMethodDeclaration(node) && ts.isObjectLiteralExpression(node.parent) && !usesSuper(node)) {
      return `${this.#node(node.name)}:${this.#function(node)}`;
    }
    return this.#children(node);
  }

  /** The node's own text around that of its children. */
  #children(node: Node): string {
    const children: Node[] = [];
    ts.forEachChild(node, (child: Node) => void children.push(child));
    return this.#around(children, node.getStart(this.#file), node.end);
  }

  #around(nodes: Iterable<Node>, start: number, end: number): string {
    let out = "", at = start;
    for (const node of nodes) {
      out += this.text.slice(at, node.getStart(this.#file)) + this.#node(node);
      at = node.end;
    }
    return out + this.text.slice(at, end);
  }

  /** A method or declaration as an expression. */
  #function(node: Node): string {
    const async = hasModifier(node, ts.SyntaxKind.AsyncKeyword) ? "async " : "";
    const parameters = this.text.indexOf("(", node.name.end);
    return `(${async}function${node.asteriskToken ? "*" : ""}${this.#around([...node.parameters, node.body], parameters, node.end)})`;
  }

  #block(node: Node): string {
    const start = node.getStart(this.#file) + 1;
    return `{${this.#statements("const", node.statements, start, node.end)}`;
  }

  /** Statements with the functions that they declare first, as these can be used before they stand there. */
  #statements(keyword: "var" | "const", statements: Iterable<Node>, start: number, end: number): string {
    let declared = "", out = "", at = start;
    for (const s of statements) {
      out += this.text.slice(at, s.getStart(this.#file));
      at = s.end;
      const plain = ts.isFunctionDeclaration(s) && s.name !== undefined && !hasModifier(s, ts.SyntaxKind.ExportKeyword);
      if (plain) declared += `${keyword} ${s.name.text}=${this.#function(s)};`;
      else out += this.#node(s);
    }
    return declared + out + this.text.slice(at, end);
  }

  // ── Classes ────────────────────────────────────────────────────────────────────────────────────────────────────────

  #class(node: Node): string {
    const number = ++this.#classes;
    const privates = node.members.filter((m: Node) => isMovable(m) && ts.isPrivateIdentifier(m.name));
    this.#renamed.push(new Map(privates.map((m: Node) => [m.name.text, `${m.name.text.slice(1)}$${number}`])));
    const heritage: Node[] = node.heritageClauses ?? [];
    const brace = this.text.indexOf("{", heritage.at(-1)?.end ?? node.name?.end ?? node.getStart(this.#file)) + 1;
    const head = this.#around(heritage, node.getStart(this.#file), brace);
    let moved = "", rest = "", at = brace;
    for (const m of node.members) {
      rest += this.text.slice(at, m.getStart(this.#file));
      at = m.end;
      if (isMovable(m)) moved += this.#moved(m);
      else rest += this.#node(m);
    }
    this.#renamed.pop();
    return `${head}${moved === "" ? "" : `static{${moved}}`}${rest}${this.text.slice(at, node.end)}`;
  }

  /** A member as a statement of the class's static block, which runs before everything else of the class. */
  #moved(member: Node): string {
    const { name } = member;
    const key = ts.isComputedPropertyName(name)
      ? this.#node(name.expression)
      : ts.isPrivateIdentifier(name)
      ? JSON.stringify(this.#privateName(name.text))
      : ts.isIdentifier(name)
      ? JSON.stringify(name.text)
      : name.getText(this.#file);
    const f = this.#function(member);
    if (ts.isMethodDeclaration(member)) return `this.prototype[${key}]=${f};`;
    return `Object.defineProperty(this.prototype,${key},{configurable:true,${ts.isGetAccessor(member) ? "get" : "set"}:${f}});`;
  }

  #privateName(name: string): string {
    for (let i = this.#renamed.length - 1; i >= 0; i--) {
      const found = this.#renamed[i].get(name);
      if (found !== undefined) return found;
    }
    return name;
  }
}

function isMovable(member: Node): boolean {
  return (ts.isMethodDeclaration(member) || ts.isAccessor(member)) && !hasModifier(member, ts.SyntaxKind.StaticKeyword) &&
    !usesSuper(member);
}

function hasModifier(node: Node, kind: number): boolean {
  return node.modifiers?.some((m: Node) => m.kind === kind) ?? false;
}

/** Whether a method's own code says `super`. */
function usesSuper(method: Node): boolean {
  let found = false;
  const visit = (node: Node): void => {
    found ||= node.kind === ts.SyntaxKind.SuperKeyword;
    if (!ts.isClassLike(node)) ts.forEachChild(node, visit);
  };
  ts.forEachChild(method, visit);
  return found;
}
