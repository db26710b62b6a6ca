/** Text of a Tiny syntax tree, one statement per line; parsing it gives the tree back. */

import type { Expression, Statement } from "../../../examples/tiny/lexer_parser.ts";

/** The program as text. */
export function sourceOf(program: readonly Statement[], indent = ""): string {
  return program.map((s) => statementText(s, indent)).join("\n");
}

function blockText(body: readonly Statement[], indent: string): string {
  return body.length === 0 ? "{ }" : `{\n${sourceOf(body, indent + "  ")}\n${indent}}`;
}

function statementText(s: Statement, indent: string): string {
  const block = (body: readonly Statement[]) => blockText(body, indent);
  const value = (e: Expression) => expressionText(e, indent);
  switch (s.k) {
    case "let":
      return s.value.k === "fn" && s.value.name === s.name ? indent + value(s.value) : `${indent}let ${s.name} = ${value(s.value)};`;
    case "assign":
      return `${indent}${value(s.target)} = ${value(s.value)};`;
    case "expression":
      return `${indent}${value(s.value)};`;
    case "if":
      return `${indent}if (${value(s.test)}) ${block(s.then)}` + (s.else.length === 0 ? "" : ` else ${block(s.else)}`);
    case "while":
      return `${indent}while (${value(s.test)}) ${block(s.body)}`;
    case "for":
      return `${indent}for (${s.name} in ${value(s.iterable)}) ${block(s.body)}`;
    case "return":
      return `${indent}return${s.value === null ? "" : " " + value(s.value)};`;
    case "throw":
      return `${indent}throw ${value(s.value)};`;
    case "try":
      return `${indent}try ${block(s.body)} catch (${s.name}) ${block(s.handler)}`;
    case "break":
    case "continue":
      return `${indent}${s.k};`;
    case "block":
      return indent + block(s.body);
  }
}

function floatText(x: number): string {
  const text = String(x);
  return /[.e]/.test(text) ? text : `${text}.0`;
}

function expressionText(e: Expression, indent: string): string {
  const value = (x: Expression) => expressionText(x, indent);
  switch (e.k) {
    case "int":
      return e.value < 0n ? `(${e.value})` : String(e.value);
    case "float":
      return e.value < 0 || Object.is(e.value, -0) ? `(-${floatText(-e.value)})` : floatText(e.value);
    case "text":
      return JSON.stringify(e.value);
    case "word":
      return e.value;
    case "name":
      return e.name;
    case "list":
      return `[${e.items.map(value).join(", ")}]`;
    case "object":
      return `{${e.fields.map(([n, x]) => `${n}: ${value(x)}`).join(", ")}}`;
    case "fn":
      return `fn ${e.name === "fn" ? "" : e.name}(${e.params.join(", ")}) ${blockText(e.body, indent)}`;
    case "call":
      return `${e.callee.k === "fn" ? `(${value(e.callee)})` : value(e.callee)}(${e.args.map(value).join(", ")})`;
    case "index":
      return `${value(e.object)}[${value(e.index)}]`;
    case "property":
      return `${e.object.k === "object" ? `(${value(e.object)})` : value(e.object)}.${e.name}`;
    case "binary":
      return `(${value(e.left)} ${e.operator} ${value(e.right)})`;
    case "not":
      return `(not ${value(e.operand)})`;
    case "yield":
      return `yield ${value(e.value)}`;
  }
}
