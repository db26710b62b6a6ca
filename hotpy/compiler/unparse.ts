/**
 * Source text of an expression, normalised as `from __future__ import annotations` has it in `__annotations__`.
 *
 * Input: an expression; output: text that parses to the same tree. Follows the spacing and minimal parentheses of CPython's `ast.unparse`
 * in the compiler.
 */

import type * as ast from "../syntax/ast.ts";

/** Binding strengths, loosest first. */
const LEVEL = {
  tuple: 0,
  test: 1,
  or: 2,
  and: 3,
  not: 4,
  compare: 5,
  bitOr: 6,
  bitXor: 7,
  bitAnd: 8,
  shift: 9,
  sum: 10,
  term: 11,
  factor: 12,
  power: 13,
  await: 14,
  atom: 15,
} as const;

const BINARY: Record<ast.BinaryOperator, [symbol: string, level: number]> = {
  Add: [" + ", LEVEL.sum],
  Sub: [" - ", LEVEL.sum],
  Mult: [" * ", LEVEL.term],
  MatMult: [" @ ", LEVEL.term],
  Div: [" / ", LEVEL.term],
  Mod: [" % ", LEVEL.term],
  FloorDiv: [" // ", LEVEL.term],
  LShift: [" << ", LEVEL.shift],
  RShift: [" >> ", LEVEL.shift],
  BitOr: [" | ", LEVEL.bitOr],
  BitXor: [" ^ ", LEVEL.bitXor],
  BitAnd: [" & ", LEVEL.bitAnd],
  Pow: [" ** ", LEVEL.power],
};
const COMPARE: Record<ast.CompareOperator, string> = {
  Eq: " == ",
  NotEq: " != ",
  Lt: " < ",
  LtE: " <= ",
  Gt: " > ",
  GtE: " >= ",
  Is: " is ",
  IsNot: " is not ",
  In: " in ",
  NotIn: " not in ",
};
const UNARY: Record<ast.UnaryOperator, [symbol: string, level: number]> = {
  Invert: ["~", LEVEL.factor],
  Not: ["not ", LEVEL.not],
  UAdd: ["+", LEVEL.factor],
  USub: ["-", LEVEL.factor],
};

/** The text of an expression. */
export function unparse(e: ast.Expr): string {
  return text(e, LEVEL.test);
}

function text(e: ast.Expr, level: number): string {
  const wrap = (own: number, body: string) => level > own ? `(${body})` : body;
  switch (e.kind) {
    case "BoolOp": {
      const own = e.op === "And" ? LEVEL.and : LEVEL.or;
      return wrap(own, e.values.map((value) => text(value, own + 1)).join(e.op === "And" ? " and " : " or "));
    }
    case "BinOp":
      return binaryText(e, level);
    case "UnaryOp": {
      const [symbol, own] = UNARY[e.op];
      return wrap(own, symbol + text(e.operand, own));
    }
    case "Lambda": {
      const parameters = parameterText(e.args);
      return wrap(LEVEL.test, `lambda${parameters === "" ? "" : " "}${parameters}: ${text(e.body, LEVEL.test)}`);
    }
    case "IfExp":
      return wrap(LEVEL.test, `${text(e.body, LEVEL.test + 1)} if ${text(e.test, LEVEL.test + 1)} else ${text(e.orelse, LEVEL.test)}`);
    case "NamedExpr":
      return `(${text(e.target, LEVEL.atom)} := ${text(e.value, LEVEL.atom)})`;
    case "Dict":
      return `{${
        e.keys.map((key, i) => key === null ? `**${text(e.values[i], LEVEL.bitOr)}` : `${unparse(key)}: ${unparse(e.values[i])}`).join(", ")
      }}`;
    case "Set":
      return `{${e.elts.map(unparse).join(", ")}}`;
    case "List":
      return `[${e.elts.map(unparse).join(", ")}]`;
    case "Tuple":
      if (e.elts.length === 0) return "()";
      return wrap(LEVEL.tuple, e.elts.length === 1 ? `${unparse(e.elts[0])},` : e.elts.map(unparse).join(", "));
    case "ListComp":
      return `[${unparse(e.elt)}${generatorText(e.generators)}]`;
    case "SetComp":
      return `{${unparse(e.elt)}${generatorText(e.generators)}}`;
    case "GeneratorExp":
      return `(${unparse(e.elt)}${generatorText(e.generators)})`;
    case "DictComp":
      return `{${unparse(e.key)}: ${unparse(e.value)}${generatorText(e.generators)}}`;
    case "Await":
      return wrap(LEVEL.await, `await ${text(e.value, LEVEL.atom)}`);
    case "Yield":
      return e.value === null ? "(yield)" : `(yield ${unparse(e.value)})`;
    case "YieldFrom":
      return `(yield from ${unparse(e.value)})`;
    case "Compare": {
      const own = LEVEL.compare;
      return wrap(own, text(e.left, own + 1) + e.ops.map((op, i) => COMPARE[op] + text(e.comparators[i], own + 1)).join(""));
    }
    case "Call":
      return callText(e);
    case "FormattedValue":
    case "JoinedStr":
      return "f" + stringText(formattedText(e));
    case "Interpolation":
    case "TemplateStr":
      return "t" + stringText(formattedText(e));
    case "Constant":
      return constantText(e.value, e.u_prefix);
    case "Attribute": {
      const value = text(e.value, LEVEL.atom);
      // `1 .real`
      const isInteger = e.value.kind === "Constant" && e.value.value.type === "int";
      return `${value}${isInteger ? " " : ""}.${e.attr}`;
    }
    case "Subscript":
      return `${text(e.value, LEVEL.atom)}[${text(e.slice, LEVEL.tuple)}]`;
    case "Starred":
      return `*${text(e.value, LEVEL.bitOr)}`;
    case "Name":
      return e.id;
    case "Slice": {
      const part = (value: ast.Expr | null) => value === null ? "" : unparse(value);
      return `${part(e.lower)}:${part(e.upper)}${e.step === null ? "" : `:${unparse(e.step)}`}`;
    }
  }
}

/** The left spine may be long: from its innermost operand out. */
function binaryText(e: ast.BinOp, level: number): string {
  const chain: { node: ast.BinOp; level: number }[] = [];
  let node: ast.Expr = e;
  while (node.kind === "BinOp") {
    chain.push({ node, level });
    level = BINARY[node.op][1] + (node.op === "Pow" ? 1 : 0);
    node = node.left;
  }
  let result = text(node, level);
  for (let i = chain.length - 1; i >= 0; i--) {
    const { op, right } = chain[i].node;
    const [symbol, own] = BINARY[op];
    result += symbol + text(right, own + (op === "Pow" ? 0 : 1));
    if (chain[i].level > own) result = `(${result})`;
  }
  return result;
}

function callText(e: ast.Call): string {
  if (e.args.length === 1 && e.keywords.length === 0 && e.args[0].kind === "GeneratorExp") {
    return text(e.func, LEVEL.atom) + unparse(e.args[0]);
  }
  const keywords = e.keywords.map((keyword) => `${keyword.arg === null ? "**" : `${keyword.arg}=`}${unparse(keyword.value)}`);
  return `${text(e.func, LEVEL.atom)}(${[...e.args.map(unparse), ...keywords].join(", ")})`;
}

function generatorText(generators: readonly ast.Comprehension[]): string {
  return generators.map((generator) => {
    const head = generator.is_async === 1 ? " async for " : " for ";
    const tests = generator.ifs.map((test) => ` if ${text(test, LEVEL.test + 1)}`).join("");
    return `${head}${text(generator.target, LEVEL.tuple)} in ${text(generator.iter, LEVEL.test + 1)}${tests}`;
  }).join("");
}

function parameterText(args: ast.Arguments): string {
  const parts: string[] = [];
  const positional = [...args.posonlyargs, ...args.args];
  const withoutDefault = positional.length - args.defaults.length;
  positional.forEach((arg, i) => {
    parts.push(arg.arg + (i >= withoutDefault ? `=${unparse(args.defaults[i - withoutDefault])}` : ""));
    if (i === args.posonlyargs.length - 1) parts.push("/");
  });
  if (args.vararg !== null) parts.push(`*${args.vararg.arg}`);
  else if (args.kwonlyargs.length > 0) parts.push("*");
  args.kwonlyargs.forEach((arg, i) => {
    const value = args.kw_defaults[i];
    parts.push(arg.arg + (value === null ? "" : `=${unparse(value)}`));
  });
  if (args.kwarg !== null) parts.push(`**${args.kwarg.arg}`);
  return parts.join(", ");
}

/** The inside of an f-string or t-string. */
function formattedText(e: ast.Expr): string {
  switch (e.kind) {
    case "JoinedStr":
    case "TemplateStr":
      return e.values.map(formattedText).join("");
    case "Constant":
      return e.value.type === "str" ? e.value.value.replaceAll("{", "{{").replaceAll("}", "}}") : "";
    case "FormattedValue":
    case "Interpolation": {
      const body = text(e.value, LEVEL.test + 1);
      const conversion = e.conversion === -1 ? "" : `!${String.fromCharCode(e.conversion)}`;
      const spec = e.format_spec === null ? "" : `:${formattedText(e.format_spec)}`;
      return `{${body.startsWith("{") ? " " : ""}${body}${conversion}${spec}}`;
    }
    default:
      return unparse(e);
  }
}

function constantText(value: ast.PyConstant, uPrefix: boolean): string {
  switch (value.type) {
    case "none":
      return "None";
    case "bool":
      return value.value ? "True" : "False";
    case "ellipsis":
      return "...";
    case "int":
      return String(value.value);
    case "float":
      return floatText(value.value);
    case "complex":
      return `${floatText(value.imag).replace(/\.0$/, "")}j`;
    case "str":
      return (uPrefix ? "u" : "") + stringText(value.value);
    case "bytes":
      return "b" + quoted(Array.from(value.value, (byte) => String.fromCharCode(byte)).join(""), true);
  }
}

/** The shortest text that reads back, in the notation `repr` chooses. */
function floatText(value: number): string {
  if (value === Infinity) return "1e309";
  if (value === 0) return "0.0";
  const [digits, exponent] = value.toExponential().split("e");
  const power = Number(exponent);
  if (power < -4 || power >= 16) return `${digits}e${power < 0 ? "-" : "+"}${String(Math.abs(power)).padStart(2, "0")}`;
  const text = String(value);
  if (!text.includes("e")) return Number.isInteger(value) ? `${text}.0` : text;
  return value.toFixed(digits.replace(/\D/g, "").length - 1 - power);
}

function stringText(value: string): string {
  return quoted(value, false);
}

/** As `repr` quotes it. */
function quoted(value: string, bytes: boolean): string {
  const quote = value.includes("'") && !value.includes('"') ? '"' : "'";
  let result = "";
  for (const character of value) {
    const code = character.codePointAt(0)!;
    if (character === quote || character === "\\") result += "\\" + character;
    else if (character === "\n") result += "\\n";
    else if (character === "\r") result += "\\r";
    else if (character === "\t") result += "\\t";
    else if (code < 0x20 || code === 0x7f || (bytes && code > 0x7f) || (code >= 0x80 && code < 0xa1) || code === 0xad) {
      result += "\\x" + code.toString(16).padStart(2, "0");
    } else if (code >= 0xd800 && code < 0xe000) result += "\\u" + code.toString(16);
    else result += character;
  }
  return quote + result + quote;
}
