/**
 * What error messages say about expressions: their names, and which part of one cannot be assigned to.
 *
 * Input: nodes; output: texts and nodes for `SyntaxError`s. Invariant: pure; used only once a parse has failed.
 */

import type * as A from "./ast.ts";

/** What messages call an expression. */
export function expressionName(node: A.Expr): string {
  switch (node.kind) {
    case "Attribute":
      return "attribute";
    case "Subscript":
      return "subscript";
    case "Starred":
      return "starred";
    case "Name":
      return "name";
    case "List":
      return "list";
    case "Tuple":
      return "tuple";
    case "Lambda":
      return "lambda";
    case "Call":
      return "function call";
    case "BoolOp":
    case "BinOp":
    case "UnaryOp":
      return "expression";
    case "GeneratorExp":
      return "generator expression";
    case "Yield":
    case "YieldFrom":
      return "yield expression";
    case "Await":
      return "await expression";
    case "ListComp":
      return "list comprehension";
    case "SetComp":
      return "set comprehension";
    case "DictComp":
      return "dict comprehension";
    case "Dict":
      return "dict literal";
    case "Set":
      return "set display";
    case "JoinedStr":
    case "FormattedValue":
      return "f-string expression";
    case "TemplateStr":
    case "Interpolation":
      return "t-string expression";
    case "Compare":
      return "comparison";
    case "IfExp":
      return "conditional expression";
    case "NamedExpr":
      return "named expression";
    case "Slice":
      return "slice";
    case "Constant":
      switch (node.value.type) {
        case "none":
          return "None";
        case "bool":
          return node.value.value ? "True" : "False";
        case "ellipsis":
          return "ellipsis";
        default:
          return "literal";
      }
  }
}

/** The first part of an expression that cannot be a target of assignment, `del` or `for`; null if all can. */
export function findInvalidTarget(node: A.Expr, use: "assign" | "del" | "for"): A.Expr | null {
  switch (node.kind) {
    case "Name":
    case "Attribute":
    case "Subscript":
      return null;
    case "Tuple":
    case "List":
      for (const element of node.elts) {
        const bad = findInvalidTarget(element, use);
        if (bad !== null) return bad;
      }
      return null;
    case "Starred":
      return use === "del" ? node : findInvalidTarget(node.value, use);
    case "Compare":
      // `for x in y` reads as a comparison.
      if (use !== "for") return node;
      return node.ops[0] === "In" ? findInvalidTarget(node.left, use) : null;
    default:
      return node;
  }
}

/** Whether an expression is the name of a statement of Python 2. */
export function isLegacyStatement(node: A.Expr): boolean {
  return node.kind === "Name" && (node.id === "print" || node.id === "exec");
}

/** Where the last clause of a comprehension ends. */
export function lastGenerator(generators: A.Comprehension[]): number {
  return generators[generators.length - 1].end;
}
