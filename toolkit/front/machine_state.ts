/** Machine state of handlers: what `this.…` means (see `Bytecodes` in `toolkit/define`). */

import { type Expr, FREEZE, type VmRead, type VmTransfer, type VmWrite } from "../machine/tree.ts";
import type { ExpressionTranslator } from "./expressions.ts";
import type { Typed } from "./translator.ts";
import { BOOL, type FType, I32, machineType, NEVER, VALUE, VOID } from "./types.ts";

const READS: Record<string, VmRead> = {
  code: "code",
  func: "func",
  extra: "extra",
  pc: "pc",
  nextPc: "nextPc",
  depth: "depth",
  frameSlots: "frameSlots",
};

/** `this.code` and the like. */
export function machineState(x: ExpressionTranslator, node: any): Typed {
  const name = node.name.text;
  const what = READS[name];
  requireHandler(x, node);
  if (what === undefined) throw x.t.error(node, "machine-state", `"this.${name}" is not machine state`, "See Bytecodes in toolkit/define");
  const type: FType = what === "code"
    ? { k: "layout", layout: x.t.context.codeLayout() }
    : what === "func" || what === "extra"
    ? VALUE
    : I32;
  return { e: { k: "vm", type: machineType(type)!, what, args: [], index: 0 }, type };
}

const WRITES: Record<string, { what: VmWrite; params: FType[] }> = {
  setLocal: { what: "setLocal", params: [I32, VALUE] },
  poke: { what: "poke", params: [I32, VALUE] },
  push: { what: "push", params: [VALUE] },
  drop: { what: "drop", params: [I32] },
  setExtra: { what: "setExtra", params: [VALUE] },
  jump: { what: "jump", params: [I32] },
  jumpTo: { what: "jumpTo", params: [I32] },
  cutStack: { what: "cutStack", params: [I32] },
  outOfLine: { what: "outOfLine", params: [] },
};

/** `this.name(…)`: machine state, a transfer, or a part. */
export function machineCall(x: ExpressionTranslator, name: string, node: any): Typed {
  requireHandler(x, node);
  const args = node.arguments;
  const none = { e: x.constant("i32", 0), type: VOID };
  if (name === "local" || name === "peek") {
    const [index] = x.list(args, [I32]);
    return { e: { k: "vm", type: "value", what: name, args: [index], index: 0 }, type: VALUE };
  }
  const write = WRITES[name];
  if (write !== undefined) {
    if (args.length !== write.params.length) throw x.t.error(node, "arity", `"this.${name}" takes ${write.params.length} arguments`);
    x.t.emit({ k: "vm", what: write.what, args: x.list(args, write.params) });
    return none;
  }
  if (name === "saveFrame") {
    const tail = x.tail(args[0]);
    x.t.emit({ k: "vm", what: "saveFrame", args: [tail.base, x.constant("i32", tail.offset)] });
    return none;
  }
  if (name === "call" || name === "tailCall") return callTransfer(x, name, args, node);
  if (name === "resumeFrame") return resumeTransfer(x, args);
  if (name === "unwindInto") return transfer(x, name, frameOperands(x, args, [I32, I32]));
  if (name === "restart") {
    if (args.length < 2 || args.length > 4) throw x.t.error(node, "arity", '"this.restart" takes a chain, an offset and up to two values');
    return transfer(x, name, x.list(args, [VALUE, I32, VALUE, VALUE].slice(0, args.length)));
  }
  if (name === "freeze") return freeze(x, args);
  if (name === "leave" || name === "unwindFrame") {
    const values = name === "leave" ? x.list(args, [VALUE]) : [];
    x.t.emit({ k: "transfer", what: name, args: values, resume: null });
    return { e: x.constant("value", 0n), type: NEVER };
  }
  return x.t.inlinePart(name, args, node);
}

function codeType(x: ExpressionTranslator): FType {
  return { k: "layout", layout: x.t.context.codeLayout() };
}

function callTransfer(x: ExpressionTranslator, what: "call" | "tailCall", args: any, node: any): Typed {
  const types = what === "call" ? [codeType(x), VALUE, I32, I32, VALUE] : [codeType(x), VALUE, I32, VALUE];
  if (args.length < types.length - 1 || args.length > types.length) {
    throw x.t.error(node, "arity", `"this.${what}" takes ${types.length - 1} arguments`);
  }
  const values = x.list(args, types.slice(0, args.length));
  if (args.length < types.length) values.push(x.constant("value", 0n));
  return what === "call" ? guestCall(x, "call", values) : transfer(x, what, values);
}

function resumeTransfer(x: ExpressionTranslator, args: any): Typed {
  return guestCall(x, "resumeFrame", frameOperands(x, args, [I32, I32, I32, VALUE]));
}

/** Code, func, extra and slots (object, offset) of a saved frame, then operands of the types `rest`. */
function frameOperands(x: ExpressionTranslator, args: any, rest: FType[]): Expr[] {
  const head = x.list(args.slice(0, 3), [codeType(x), VALUE, VALUE]);
  const tail = x.tail(args[3]);
  const object = x.hold(tail.base);
  return [...head, object, x.constant("i32", tail.offset), ...x.list(args.slice(4), rest)];
}

/** A call of the heap's `freezeFrames` with what it cannot know of the running frame. */
function freeze(x: ExpressionTranslator, args: any): Typed {
  const read = (what: VmRead): Expr => ({ k: "vm", type: "i32", what, args: [], index: 0 });
  const [tail] = x.list(args, [BOOL]);
  const entry = x.t.context.heapFunction(FREEZE.split(".")[1]);
  return x.emitCall(entry, [tail, read("frameSlots"), read("nextPc"), read("pc")], false);
}

/** A transfer with a result: `front/continuations.ts` makes the rest of the handler its continuation. */
function guestCall(x: ExpressionTranslator, what: VmTransfer, args: Expr[]): Typed {
  const result = x.temporary("value");
  x.t.emit({ k: "transfer", what, args, resume: null, result } as any);
  return { e: { k: "get", type: "value", local: result }, type: VALUE };
}

function transfer(x: ExpressionTranslator, what: VmTransfer, args: Expr[]): Typed {
  x.t.emit({ k: "transfer", what, args, resume: null });
  return { e: x.constant("value", 0n), type: NEVER };
}

function requireHandler(x: ExpressionTranslator, node: any): void {
  if (x.t.handler === null) {
    throw x.t.error(node, "machine-state", '"this" exists only in handlers and their parts', "Pass what you need as an argument");
  }
}
