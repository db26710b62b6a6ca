/**
 * The abstract syntax tree of Python 3.14: what the parser makes and the symbol table and compiler read.
 *
 * `kind` is the class name in CPython's `ast` module and the fields are those of its ASDL (docs.python.org/3.14/library/ast.html).
 * Invariant: every node has `start` and `end`, half-open UTF-16 offsets into `Source.text`; a node that CPython gives no position
 * (`arguments`, `comprehension`, `withitem`, `match_case`, the module nodes) has the span of its parts, or an empty one.
 *
 * Depth: the parser bounds how deeply nodes nest (a pass may recurse) except on four spines, which source text can make as long as it
 * likes and which a pass must follow with a loop: `BinOp.left`; `value`/`func` of `Attribute`, `Subscript` and `Call`;
 * the `elif` spine, an `If` that is the only statement of `If.orelse`; and `MatchValue`'s dotted `Attribute.value`.
 *
 * The one renamed field: `Constant.kind` (the `u` prefix) is `u_prefix`, as `kind` is the discriminant.
 */

/** What every node carries. */
export interface Span {
  /** UTF-16 offset of the first code unit in `Source.text`. */
  start: number;
  /** UTF-16 offset after the last code unit. */
  end: number;
}

/** The value of a literal. A string may hold lone surrogates (`"\ud800"`). */
export type PyConstant =
  | { type: "none" }
  | { type: "bool"; value: boolean }
  | { type: "ellipsis" }
  | { type: "int"; value: bigint }
  | { type: "float"; value: number }
  | { type: "complex"; imag: number }
  | { type: "str"; value: string }
  | { type: "bytes"; value: Uint8Array };

export type ExprContext = "Load" | "Store" | "Del";
export type BoolOperator = "And" | "Or";
export type BinaryOperator =
  | "Add"
  | "Sub"
  | "Mult"
  | "MatMult"
  | "Div"
  | "Mod"
  | "Pow"
  | "LShift"
  | "RShift"
  | "BitOr"
  | "BitXor"
  | "BitAnd"
  | "FloorDiv";
export type UnaryOperator = "Invert" | "Not" | "UAdd" | "USub";
export type CompareOperator = "Eq" | "NotEq" | "Lt" | "LtE" | "Gt" | "GtE" | "Is" | "IsNot" | "In" | "NotIn";

// ---- modules ----

export interface Module extends Span {
  kind: "Module";
  body: Stmt[];
}
export interface Interactive extends Span {
  kind: "Interactive";
  body: Stmt[];
}
export interface Expression extends Span {
  kind: "Expression";
  body: Expr;
}
export type Mod = Module | Interactive | Expression;

// ---- statements ----

/** A `def` starts at its `def` keyword, not at its decorators, as in CPython. */
export interface FunctionDef extends Span {
  kind: "FunctionDef";
  name: string;
  args: Arguments;
  body: Stmt[];
  decorator_list: Expr[];
  returns: Expr | null;
  type_params: TypeParam[];
}
export interface AsyncFunctionDef extends Span {
  kind: "AsyncFunctionDef";
  name: string;
  args: Arguments;
  body: Stmt[];
  decorator_list: Expr[];
  returns: Expr | null;
  type_params: TypeParam[];
}
export interface ClassDef extends Span {
  kind: "ClassDef";
  name: string;
  bases: Expr[];
  keywords: Keyword[];
  body: Stmt[];
  decorator_list: Expr[];
  type_params: TypeParam[];
}
export interface Return extends Span {
  kind: "Return";
  value: Expr | null;
}
export interface Delete extends Span {
  kind: "Delete";
  targets: Expr[];
}
export interface Assign extends Span {
  kind: "Assign";
  targets: Expr[];
  value: Expr;
}
export interface TypeAlias extends Span {
  kind: "TypeAlias";
  name: Name;
  type_params: TypeParam[];
  value: Expr;
}
export interface AugAssign extends Span {
  kind: "AugAssign";
  target: Name | Attribute | Subscript;
  op: BinaryOperator;
  value: Expr;
}
export interface AnnAssign extends Span {
  kind: "AnnAssign";
  target: Name | Attribute | Subscript;
  annotation: Expr;
  value: Expr | null;
  /** 1 for a bare name, 0 for `(x): T`, `a.b: T` and `a[b]: T`, which declare nothing. */
  simple: 0 | 1;
}
export interface For extends Span {
  kind: "For";
  target: Expr;
  iter: Expr;
  body: Stmt[];
  orelse: Stmt[];
}
export interface AsyncFor extends Span {
  kind: "AsyncFor";
  target: Expr;
  iter: Expr;
  body: Stmt[];
  orelse: Stmt[];
}
export interface While extends Span {
  kind: "While";
  test: Expr;
  body: Stmt[];
  orelse: Stmt[];
}
/** An `elif` is an `If` alone in `orelse`. */
export interface If extends Span {
  kind: "If";
  test: Expr;
  body: Stmt[];
  orelse: Stmt[];
}
export interface With extends Span {
  kind: "With";
  items: WithItem[];
  body: Stmt[];
}
export interface AsyncWith extends Span {
  kind: "AsyncWith";
  items: WithItem[];
  body: Stmt[];
}
export interface Match extends Span {
  kind: "Match";
  subject: Expr;
  cases: MatchCase[];
}
export interface Raise extends Span {
  kind: "Raise";
  exc: Expr | null;
  cause: Expr | null;
}
export interface Try extends Span {
  kind: "Try";
  body: Stmt[];
  handlers: ExceptHandler[];
  orelse: Stmt[];
  finalbody: Stmt[];
}
export interface TryStar extends Span {
  kind: "TryStar";
  body: Stmt[];
  handlers: ExceptHandler[];
  orelse: Stmt[];
  finalbody: Stmt[];
}
export interface Assert extends Span {
  kind: "Assert";
  test: Expr;
  msg: Expr | null;
}
export interface Import extends Span {
  kind: "Import";
  names: Alias[];
}
export interface ImportFrom extends Span {
  kind: "ImportFrom";
  /** Null for `from . import x`. */
  module: string | null;
  names: Alias[];
  /** How many leading dots. */
  level: number;
}
export interface Global extends Span {
  kind: "Global";
  names: string[];
}
export interface Nonlocal extends Span {
  kind: "Nonlocal";
  names: string[];
}
export interface ExprStmt extends Span {
  kind: "Expr";
  value: Expr;
}
export interface Pass extends Span {
  kind: "Pass";
}
export interface Break extends Span {
  kind: "Break";
}
export interface Continue extends Span {
  kind: "Continue";
}
export type Stmt =
  | FunctionDef
  | AsyncFunctionDef
  | ClassDef
  | Return
  | Delete
  | Assign
  | TypeAlias
  | AugAssign
  | AnnAssign
  | For
  | AsyncFor
  | While
  | If
  | With
  | AsyncWith
  | Match
  | Raise
  | Try
  | TryStar
  | Assert
  | Import
  | ImportFrom
  | Global
  | Nonlocal
  | ExprStmt
  | Pass
  | Break
  | Continue;

// ---- expressions ----

export interface BoolOp extends Span {
  kind: "BoolOp";
  op: BoolOperator;
  values: Expr[];
}
export interface NamedExpr extends Span {
  kind: "NamedExpr";
  target: Name;
  value: Expr;
}
export interface BinOp extends Span {
  kind: "BinOp";
  left: Expr;
  op: BinaryOperator;
  right: Expr;
}
export interface UnaryOp extends Span {
  kind: "UnaryOp";
  op: UnaryOperator;
  operand: Expr;
}
export interface Lambda extends Span {
  kind: "Lambda";
  args: Arguments;
  body: Expr;
}
export interface IfExp extends Span {
  kind: "IfExp";
  test: Expr;
  body: Expr;
  orelse: Expr;
}
/** A null key stands for `**value`. */
export interface Dict extends Span {
  kind: "Dict";
  keys: (Expr | null)[];
  values: Expr[];
}
export interface PySet extends Span {
  kind: "Set";
  elts: Expr[];
}
export interface ListComp extends Span {
  kind: "ListComp";
  elt: Expr;
  generators: Comprehension[];
}
export interface SetComp extends Span {
  kind: "SetComp";
  elt: Expr;
  generators: Comprehension[];
}
export interface DictComp extends Span {
  kind: "DictComp";
  key: Expr;
  value: Expr;
  generators: Comprehension[];
}
export interface GeneratorExp extends Span {
  kind: "GeneratorExp";
  elt: Expr;
  generators: Comprehension[];
}
export interface Await extends Span {
  kind: "Await";
  value: Expr;
}
export interface Yield extends Span {
  kind: "Yield";
  value: Expr | null;
}
export interface YieldFrom extends Span {
  kind: "YieldFrom";
  value: Expr;
}
/** `left ops[0] comparators[0] ops[1] …`. */
export interface Compare extends Span {
  kind: "Compare";
  left: Expr;
  ops: CompareOperator[];
  comparators: Expr[];
}
export interface Call extends Span {
  kind: "Call";
  func: Expr;
  args: Expr[];
  keywords: Keyword[];
}
/** One `{…}` of an f-string. */
export interface FormattedValue extends Span {
  kind: "FormattedValue";
  value: Expr;
  /** -1, or the character code of `s`, `r` or `a`. */
  conversion: number;
  format_spec: JoinedStr | null;
}
/** One `{…}` of a t-string. */
export interface Interpolation extends Span {
  kind: "Interpolation";
  value: Expr;
  /** The source text of the expression. */
  str: string;
  /** -1, or the character code of `s`, `r` or `a`. */
  conversion: number;
  format_spec: JoinedStr | null;
}
/** An f-string: `Constant` and `FormattedValue` in order; two neighbours are never both `Constant`. */
export interface JoinedStr extends Span {
  kind: "JoinedStr";
  values: Expr[];
}
/** A t-string: `Constant` and `Interpolation` in order. */
export interface TemplateStr extends Span {
  kind: "TemplateStr";
  values: Expr[];
}
export interface Constant extends Span {
  kind: "Constant";
  value: PyConstant;
  /** Whether a string was written with the `u` prefix (CPython's `kind` field). */
  u_prefix: boolean;
}
export interface Attribute extends Span {
  kind: "Attribute";
  value: Expr;
  attr: string;
  ctx: ExprContext;
}
export interface Subscript extends Span {
  kind: "Subscript";
  value: Expr;
  slice: Expr;
  ctx: ExprContext;
}
export interface Starred extends Span {
  kind: "Starred";
  value: Expr;
  ctx: ExprContext;
}
/** `id` is NFKC normalised. */
export interface Name extends Span {
  kind: "Name";
  id: string;
  ctx: ExprContext;
}
export interface List extends Span {
  kind: "List";
  elts: Expr[];
  ctx: ExprContext;
}
export interface Tuple extends Span {
  kind: "Tuple";
  elts: Expr[];
  ctx: ExprContext;
}
/** Only as `Subscript.slice`, or in a `Tuple` there. */
export interface Slice extends Span {
  kind: "Slice";
  lower: Expr | null;
  upper: Expr | null;
  step: Expr | null;
}
export type Expr =
  | BoolOp
  | NamedExpr
  | BinOp
  | UnaryOp
  | Lambda
  | IfExp
  | Dict
  | PySet
  | ListComp
  | SetComp
  | DictComp
  | GeneratorExp
  | Await
  | Yield
  | YieldFrom
  | Compare
  | Call
  | FormattedValue
  | Interpolation
  | JoinedStr
  | TemplateStr
  | Constant
  | Attribute
  | Subscript
  | Starred
  | Name
  | List
  | Tuple
  | Slice;

// ---- parts ----

export interface Comprehension extends Span {
  kind: "comprehension";
  target: Expr;
  iter: Expr;
  ifs: Expr[];
  is_async: 0 | 1;
}
export interface ExceptHandler extends Span {
  kind: "ExceptHandler";
  type: Expr | null;
  name: string | null;
  body: Stmt[];
}
/** `defaults` belong to the last positional parameters; `kw_defaults` has one entry for each of `kwonlyargs`, null where required. */
export interface Arguments extends Span {
  kind: "arguments";
  posonlyargs: Arg[];
  args: Arg[];
  vararg: Arg | null;
  kwonlyargs: Arg[];
  kw_defaults: (Expr | null)[];
  kwarg: Arg | null;
  defaults: Expr[];
}
export interface Arg extends Span {
  kind: "arg";
  arg: string;
  annotation: Expr | null;
}
/** A null `arg` stands for `**value`. */
export interface Keyword extends Span {
  kind: "keyword";
  arg: string | null;
  value: Expr;
}
/** `name` is dotted in `import a.b`, and `*` in `from a import *`. */
export interface Alias extends Span {
  kind: "alias";
  name: string;
  asname: string | null;
}
export interface WithItem extends Span {
  kind: "withitem";
  context_expr: Expr;
  optional_vars: Expr | null;
}
export interface MatchCase extends Span {
  kind: "match_case";
  pattern: Pattern;
  guard: Expr | null;
  body: Stmt[];
}

// ---- patterns ----

export interface MatchValue extends Span {
  kind: "MatchValue";
  value: Expr;
}
export interface MatchSingleton extends Span {
  kind: "MatchSingleton";
  /** `none` or `bool`. */
  value: PyConstant;
}
export interface MatchSequence extends Span {
  kind: "MatchSequence";
  patterns: Pattern[];
}
export interface MatchMapping extends Span {
  kind: "MatchMapping";
  keys: Expr[];
  patterns: Pattern[];
  rest: string | null;
}
export interface MatchClass extends Span {
  kind: "MatchClass";
  cls: Expr;
  patterns: Pattern[];
  kwd_attrs: string[];
  kwd_patterns: Pattern[];
}
export interface MatchStar extends Span {
  kind: "MatchStar";
  name: string | null;
}
/** The wildcard `_` has neither pattern nor name; a capture has only a name. */
export interface MatchAs extends Span {
  kind: "MatchAs";
  pattern: Pattern | null;
  name: string | null;
}
export interface MatchOr extends Span {
  kind: "MatchOr";
  patterns: Pattern[];
}
export type Pattern =
  | MatchValue
  | MatchSingleton
  | MatchSequence
  | MatchMapping
  | MatchClass
  | MatchStar
  | MatchAs
  | MatchOr;

// ---- type parameters ----

export interface TypeVar extends Span {
  kind: "TypeVar";
  name: string;
  bound: Expr | null;
  default_value: Expr | null;
}
export interface ParamSpec extends Span {
  kind: "ParamSpec";
  name: string;
  default_value: Expr | null;
}
export interface TypeVarTuple extends Span {
  kind: "TypeVarTuple";
  name: string;
  default_value: Expr | null;
}
export type TypeParam = TypeVar | ParamSpec | TypeVarTuple;

/** Any node of the tree. */
export type Node =
  | Mod
  | Stmt
  | Expr
  | Comprehension
  | ExceptHandler
  | Arguments
  | Arg
  | Keyword
  | Alias
  | WithItem
  | MatchCase
  | Pattern
  | TypeParam;
