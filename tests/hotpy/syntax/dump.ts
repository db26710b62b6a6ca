/**
 * Writes a syntax tree as one canonical text, for comparison with CPython's tree.
 *
 * Input: a node and its source; output: `Kind@line:col-line:col(field=value, …)` with fields in the order of the ASDL and columns in
 * UTF-8 bytes. Invariant: `ORACLE_DUMP` is the same function in Python, on nodes of CPython's `ast` module.
 */

import type { Node, PyConstant } from "../../../hotpy/syntax/ast.ts";
import type { Source } from "../../../hotpy/syntax/source.ts";

/** The fields of each kind of node, in the order of the ASDL. */
const FIELDS: Record<string, string> = {
  Module: "body",
  Interactive: "body",
  Expression: "body",
  FunctionDef: "name args body decorator_list returns type_params",
  AsyncFunctionDef: "name args body decorator_list returns type_params",
  ClassDef: "name bases keywords body decorator_list type_params",
  Return: "value",
  Delete: "targets",
  Assign: "targets value",
  TypeAlias: "name type_params value",
  AugAssign: "target op value",
  AnnAssign: "target annotation value simple",
  For: "target iter body orelse",
  AsyncFor: "target iter body orelse",
  While: "test body orelse",
  If: "test body orelse",
  With: "items body",
  AsyncWith: "items body",
  Match: "subject cases",
  Raise: "exc cause",
  Try: "body handlers orelse finalbody",
  TryStar: "body handlers orelse finalbody",
  Assert: "test msg",
  Import: "names",
  ImportFrom: "module names level",
  Global: "names",
  Nonlocal: "names",
  Expr: "value",
  Pass: "",
  Break: "",
  Continue: "",
  BoolOp: "op values",
  NamedExpr: "target value",
  BinOp: "left op right",
  UnaryOp: "op operand",
  Lambda: "args body",
  IfExp: "test body orelse",
  Dict: "keys values",
  Set: "elts",
  ListComp: "elt generators",
  SetComp: "elt generators",
  DictComp: "key value generators",
  GeneratorExp: "elt generators",
  Await: "value",
  Yield: "value",
  YieldFrom: "value",
  Compare: "left ops comparators",
  Call: "func args keywords",
  FormattedValue: "value conversion format_spec",
  Interpolation: "value str conversion format_spec",
  JoinedStr: "values",
  TemplateStr: "values",
  Constant: "value",
  Attribute: "value attr ctx",
  Subscript: "value slice ctx",
  Starred: "value ctx",
  Name: "id ctx",
  List: "elts ctx",
  Tuple: "elts ctx",
  Slice: "lower upper step",
  comprehension: "target iter ifs is_async",
  ExceptHandler: "type name body",
  arguments: "posonlyargs args vararg kwonlyargs kw_defaults kwarg defaults",
  arg: "arg annotation",
  keyword: "arg value",
  alias: "name asname",
  withitem: "context_expr optional_vars",
  match_case: "pattern guard body",
  MatchValue: "value",
  MatchSingleton: "value",
  MatchSequence: "patterns",
  MatchMapping: "keys patterns rest",
  MatchClass: "cls patterns kwd_attrs kwd_patterns",
  MatchStar: "name",
  MatchAs: "pattern name",
  MatchOr: "patterns",
  TypeVar: "name bound default_value",
  ParamSpec: "name default_value",
  TypeVarTuple: "name default_value",
};

/** Kinds to which CPython gives no position. */
const PLACELESS = new Set(["Module", "Interactive", "Expression", "arguments", "comprehension", "withitem", "match_case"]);

/** Writes a tree. */
export function dump(node: Node, source: Source): string {
  const out: string[] = [];
  write(node, source, out);
  return out.join("");
}

function write(value: unknown, source: Source, out: string[]): void {
  if (value === null) {
    out.push("None");
  } else if (typeof value === "string") {
    out.push(quote(value));
  } else if (typeof value === "number") {
    out.push(String(value));
  } else if (Array.isArray(value)) {
    out.push("[");
    value.forEach((item, i) => {
      if (i > 0) out.push(", ");
      write(item, source, out);
    });
    out.push("]");
  } else if (value !== undefined && typeof value === "object" && "type" in value && !("kind" in value)) {
    out.push(constant(value as PyConstant));
  } else {
    const node = value as Node;
    out.push(node.kind);
    if (!PLACELESS.has(node.kind)) {
      const from = source.bytePosition(node.start);
      const to = source.bytePosition(node.end);
      out.push(`@${from.line}:${from.column}-${to.line}:${to.column}`);
    }
    out.push("(");
    FIELDS[node.kind].split(" ").forEach((name, i) => {
      if (name === "") return;
      if (i > 0) out.push(", ");
      out.push(name, "=");
      if (node.kind === "Constant" && node.u_prefix) out.push("u");
      write((node as unknown as Record<string, unknown>)[name], source, out);
    });
    out.push(")");
  }
}

function quote(text: string): string {
  // deno-lint-ignore no-control-regex
  return JSON.stringify(text).replace(/[^\x00-\x7e]/g, (c) => "\\u" + c.charCodeAt(0).toString(16).padStart(4, "0"));
}

function constant(value: PyConstant): string {
  switch (value.type) {
    case "none":
      return "<None>";
    case "bool":
      return value.value ? "<True>" : "<False>";
    case "ellipsis":
      return "<Ellipsis>";
    case "int":
      return `<int ${value.value.toString(16)}>`;
    case "float":
      return `<float ${bits(value.value)}>`;
    case "complex":
      return `<complex ${bits(value.imag)}>`;
    case "str":
      return `<str ${quote(value.value)}>`;
    case "bytes":
      return `<bytes ${[...value.value].map((byte) => byte.toString(16).padStart(2, "0")).join("")}>`;
  }
}

/** The bits of a double, big-endian. */
function bits(value: number): string {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  return view.getBigUint64(0).toString(16).padStart(16, "0");
}

/** `dump` in Python: `oracle_dump(node)`. */
export const ORACLE_DUMP = `
import ast, json, struct

PLACELESS = {"Module", "Interactive", "Expression", "arguments", "comprehension", "withitem", "match_case"}
SKIPPED = {"type_comment", "type_ignores", "kind"}

def oracle_constant(v):
    if v is None or v is True or v is False or v is Ellipsis:
        return f"<{v}>"
    if isinstance(v, int):
        return f"<int {v:x}>"
    if isinstance(v, float):
        return f"<float {struct.pack('>d', v).hex()}>"
    if isinstance(v, complex):
        return f"<complex {struct.pack('>d', v.imag).hex()}>"
    if isinstance(v, str):
        return f"<str {json.dumps(v)}>"
    return f"<bytes {v.hex()}>"

def oracle_dump(node):
    out = []
    def write(v):
        if v is None:
            out.append("None")
        elif isinstance(v, str):
            out.append(json.dumps(v))
        elif isinstance(v, int):
            out.append(str(v))
        elif isinstance(v, list):
            out.append("[")
            for i, item in enumerate(v):
                if i > 0:
                    out.append(", ")
                write(item)
            out.append("]")
        elif isinstance(v, (ast.operator, ast.unaryop, ast.boolop, ast.cmpop, ast.expr_context)):
            out.append(json.dumps(type(v).__name__))
        else:
            name = type(v).__name__
            out.append(name)
            if name not in PLACELESS:
                out.append(f"@{v.lineno}:{v.col_offset}-{v.end_lineno}:{v.end_col_offset}")
            out.append("(")
            first = True
            for field in v._fields:
                if field in SKIPPED:
                    continue
                if not first:
                    out.append(", ")
                first = False
                out.append(field + "=")
                value = getattr(v, field)
                if field == "value" and name in ("Constant", "MatchSingleton"):
                    if name == "Constant" and v.kind:
                        out.append("u")
                    out.append(oracle_constant(value))
                elif name == "Interpolation" and field == "str":
                    out.append(json.dumps(value))
                else:
                    write(value)
            out.append(")")
    write(node)
    return "".join(out)
`;
