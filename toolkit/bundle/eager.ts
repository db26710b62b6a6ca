/**
 * Rewrites JavaScript so that V8 compiles the functions of a start together with their module.
 *
 * V8 compiles a function when it is first called, and Deno's code cache holds only what was compiled with the module: a program would parse
 * its functions anew at each start. A function expression in parentheses counts as one that is called at once and is compiled right away, so
 * the declarations, methods and arrow functions that a start calls become such expressions:
 *
 *     function f(x) {…}              var f = (function(x) {…});                   at the start of its block, there `const`
 *     class { m(x) {…} }             class { static { this.prototype.m = (function(x) {…}); } }
 *     { m(x) {…} }                   { m: (function(x) {…}) }
 *
 * Private methods become public ones with the number of their class in the name: only the bundle's own code sees them. Constructors, private
 * static methods and methods with `super` stay as they are, and so does everything else: a cache that is larger takes longer to read.
 *
 * Names of functions: `Class.method`, `outer.inner`, and `outer.3` for the third function without a name of its own in `outer`.
 */

import { ts } from "../deps_build.ts";

/** A syntax node of the TypeScript parser. */
type Node = any;

/** The same program; functions with these names are compiled eagerly. */
export function compiledEagerly(text: string, names: ReadonlySet<string>): string {
  return new Rewriter(text, (name) => names.has(name)).run();
}

/** The same program with calls recorded: `globalThis.calledFunctions` is a set of names. */
export function recordingCalls(text: string): string {
  const file = parse(text);
  const names = new Names(), inserted: [at: number, text: string][] = [];
  const visit = (node: Node): void => {
    const name = names.of(node);
    if (name !== null && node.body !== undefined) {
      const record = `(globalThis.calledFunctions??=new Set).add(${JSON.stringify(name)})`;
      const start = node.body.getStart(file);
      if (ts.isBlock(node.body)) inserted.push([start + 1, `${record};`]);
      else inserted.push([start, `(${record},`], [node.body.end, ")"]);
    }
    names.inside(node, () => ts.forEachChild(node, visit));
  };
  visit(file);
  let out = "", at = 0;
  for (const [place, added] of inserted.sort(([a], [b]) => a - b)) {
    out += text.slice(at, place) + added;
    at = place;
  }
  return out + text.slice(at);
}

function parse(text: string): Node {
  return ts.createSourceFile("bundle.js", text, ts.ScriptTarget.ESNext, true, ts.ScriptKind.JS);
}

/** Names of functions while a tree is walked from above. */
class Names {
  /** Around the current node: names, and how many functions without a name they have had. */
  readonly #outer: { name: string; unnamed: number }[] = [{ name: "", unnamed: 0 }];
  readonly #known = new Map<Node, string>();

  /** The name of a function, class or variable; null for any other node. */
  of(node: Node): string | null {
    if (!ts.isFunctionLike(node) && !isScope(node)) return null;
    let name = this.#known.get(node);
    if (name !== undefined) return name;
    const outer = this.#outer.at(-1)!;
    const own = ownName(node) ?? String(++outer.unnamed);
    this.#known.set(node, name = outer.name === "" ? own : `${outer.name}.${own}`);
    return name;
  }

  /** Walks what is inside a node. */
  inside(node: Node, walk: () => void): void {
    const name = this.of(node);
    if (name !== null) this.#outer.push({ name, unnamed: 0 });
    walk();
    if (name !== null) this.#outer.pop();
  }
}

/** Whether a name is given to what is inside, besides functions. */
function isScope(node: Node): boolean {
  if (ts.isClassLike(node)) return true;
  return ts.isVariableDeclaration(node) && node.initializer !== undefined && !ts.isFunctionLike(node.initializer) &&
    !ts.isClassLike(node.initializer);
}

/** What a function or class is called where it stands. */
function ownName(node: Node): string | undefined {
  if (ts.isConstructorDeclaration(node)) return "constructor";
  const { parent } = node;
  const isValue = ts.isVariableDeclaration(parent) || ts.isPropertyDeclaration(parent) || ts.isPropertyAssignment(parent);
  return (node.name ?? (isValue ? parent.name : undefined))?.getText();
}

class Rewriter {
  readonly #file: Node;
  readonly #names = new Names();
  /** New names of private methods, by class, innermost last. */
  readonly #renamed: Map<string, string>[] = [];
  #classes = 0;

  constructor(readonly text: string, readonly isEager: (name: string) => boolean) {
    this.#file = parse(text);
  }

  run(): string {
    return this.#node(this.#file);
  }

  #node(node: Node): string {
    const eager = this.#isEager(node);
    let out = "";
    this.#names.inside(node, () => out = this.#inside(node, eager));
    return out;
  }

  #isEager(node: Node): boolean {
    const name = this.#names.of(node);
    return name !== null && this.isEager(name);
  }

  #inside(node: Node, eager: boolean): string {
    if (ts.isSourceFile(node)) return this.#statements("var", node.statements, node.getStart(this.#file), node.end);
    if (ts.isBlock(node)) return this.#block(node);
    if (ts.isClassLike(node)) return this.#class(node);
    if (ts.isPrivateIdentifier(node)) return this.#privateName(node.text);
    if (eager && (ts.isFunctionExpression(node) || ts.isArrowFunction(node))) {
      return ts.isParenthesizedExpression(node.parent) ? this.#children(node) : `(${this.#children(node)})`;
    }
    if (eager && ts.isMethodDeclaration(node) && ts.isObjectLiteralExpression(node.parent) && !usesSuper(node)) {
      return `${this.#node(node.name)}:${this.#expression(node)}`;
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
    let out = "";
    this.#names.inside(node, () => out = this.#expression(node));
    return out;
  }

  #expression(node: Node): string {
    const async = hasModifier(node, ts.SyntaxKind.AsyncKeyword) ? "async " : "";
    const parameters = this.text.indexOf("(", node.name.end);
    return `(${async}function${node.asteriskToken ? "*" : ""}${this.#around([...node.parameters, node.body], parameters, node.end)})`;
  }

  #block(node: Node): string {
    const start = node.getStart(this.#file) + 1;
    return `{${this.#statements("const", node.statements, start, node.end)}`;
  }

  /** Statements with the eager functions that they declare first, as these can be used before they stand there. */
  #statements(keyword: "var" | "const", statements: Iterable<Node>, start: number, end: number): string {
    let declared = "", out = "", at = start;
    for (const s of statements) {
      out += this.text.slice(at, s.getStart(this.#file));
      at = s.end;
      const plain = ts.isFunctionDeclaration(s) && s.name !== undefined && !hasModifier(s, ts.SyntaxKind.ExportKeyword);
      if (plain && this.#isEager(s)) declared += `${keyword} ${s.name.text}=${this.#function(s)};`;
      else out += this.#node(s);
    }
    return declared + out + this.text.slice(at, end);
  }

  // ── Classes ────────────────────────────────────────────────────────────────────────────────────────────────────────

  #class(node: Node): string {
    const number = ++this.#classes;
    const isMoved = (m: Node) => isMovable(m) && this.#isEager(m);
    const privates = node.members.filter((m: Node) => isMoved(m) && ts.isPrivateIdentifier(m.name));
    this.#renamed.push(new Map(privates.map((m: Node) => [m.name.text, `${m.name.text.slice(1)}$${number}`])));
    const heritage: Node[] = node.heritageClauses ?? [];
    const brace = this.text.indexOf("{", heritage.at(-1)?.end ?? node.name?.end ?? node.getStart(this.#file)) + 1;
    const head = this.#around(heritage, node.getStart(this.#file), brace);
    let moved = "", rest = "", at = brace;
    for (const m of node.members) {
      rest += this.text.slice(at, m.getStart(this.#file));
      at = m.end;
      if (isMoved(m)) moved += this.#moved(m);
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
    const place = isStatic(member) ? "this" : "this.prototype";
    if (ts.isMethodDeclaration(member)) return `${place}[${key}]=${f};`;
    return `Object.defineProperty(${place},${key},{configurable:true,${ts.isGetAccessor(member) ? "get" : "set"}:${f}});`;
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
  return (ts.isMethodDeclaration(member) || ts.isAccessor(member)) && !usesSuper(member) && !(isStatic(member) && isKept(member.name));
}

function isStatic(member: Node): boolean {
  return hasModifier(member, ts.SyntaxKind.StaticKeyword);
}

/** Whether a static member must stay: it is private, or the class has such a property anyway. */
function isKept(name: Node): boolean {
  return ts.isPrivateIdentifier(name) || (ts.isIdentifier(name) && (name.text === "name" || name.text === "length"));
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
