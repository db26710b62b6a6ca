/**
 * The verifier of the abstract machine: holds the rules of `tree.ts` for a program before anything is made of it.
 *
 * Checked: types of expressions and statements; locals, labels and immediates in range; calls, returns and continuations match
 * what they belong to; expressions contain no effectful calls; a function's effects cover its body's; memory regions are
 * used with one storage and offset; read-only regions are written only in fresh objects; raw addresses die at safepoints.
 * Input: a Program; output: nothing, or a MachineError that names function and path.
 */

import { MachineError, type MachineReason } from "./errors.ts";
import { printExpr, visitBody, VM_READ_TYPES } from "./print.ts";
import { RawAddresses } from "./raw_addresses.ts";
import {
  type Continuation,
  type Effects,
  type Expr,
  type Fn,
  type Handler,
  type LayoutInfo,
  type Program,
  type Region,
  type Resume,
  type Stmt,
  type Storage,
  STORAGE_BYTES,
  storageType,
  type Type,
  type VmTransfer,
  type VmWrite,
} from "./tree.ts";

const VM_WRITE_PARAMS: Record<VmWrite, Type[]> = {
  setLocal: ["i32", "value"],
  poke: ["i32", "value"],
  push: ["value"],
  drop: ["i32"],
  setExtra: ["value"],
  jump: ["i32"],
  jumpTo: ["i32"],
  cutStack: ["i32"],
  saveFrame: ["ref", "i32"],
  outOfLine: [],
};
const VM_READ_PARAMS: Partial<Record<string, Type[]>> = { local: ["i32"], peek: ["i32"] };
const TRANSFER_PARAMS: Record<VmTransfer, Type[]> = {
  call: ["ref", "value", "i32", "i32", "value"],
  tailCall: ["ref", "value", "i32", "value"],
  leave: ["value"],
  unwindFrame: [],
  resumeFrame: ["ref", "value", "value", "ref", "i32", "i32", "i32", "i32", "value"],
  unwindInto: ["ref", "value", "value", "ref", "i32", "i32", "i32"],
  restart: ["value", "i32", "value", "value"],
  raise: [],
};
/** Operands of a transfer that may be left out. */
const OPTIONAL_PARAMS: Partial<Record<VmTransfer, number>> = { restart: 2 };

/** How a region is laid out: the one storage and offset of its cells. */
interface RegionUse {
  storage: Storage;
  offset: number;
}

/** Verifies a whole program. @throws MachineError */
export function verifyProgram(program: Program): void {
  const regions = new Map<string, RegionUse>();
  const note = (l: LayoutInfo | null): void => {
    for (const f of l?.fields ?? []) regions.set(f.region.name, { storage: f.storage, offset: f.offset });
    if (l !== null) note(l.parent);
  };
  program.layouts.forEach((l) => (verifyLayout(l), note(l)));
  const continuations = new Map(program.continuations.map((c) => [c.index, c]));
  const names = new Set<string>();
  for (const fn of program.functions) {
    if (names.has(fn.name)) throw new MachineError("program", `two functions are called "${fn.name}"`, fn.where);
    names.add(fn.name);
    verifyFunction(fn, { regions });
  }
  verifyHandlers(program);
  for (const h of program.handlers) verifyFunction(h.fn, { regions, handler: h, continuations });
  for (const c of program.continuations) {
    verifyContinuation(c, program);
    verifyFunction(c.fn, { regions, handler: c.handler, continuations, continuation: c });
  }
}

function verifyLayout(l: LayoutInfo): void {
  const fail = (detail: string) => new MachineError("program", detail, `layout ${l.name}`);
  if (l.lastId < l.id) throw fail(`last id ${l.lastId} is below id ${l.id}`);
  if (l.parent !== null && (l.id < l.parent.id || l.lastId > l.parent.lastId) && l.parent.lastId > l.parent.id) {
    throw fail(`ids ${l.id}–${l.lastId} are not inside those of "${l.parent.name}"`);
  }
  let end = 8;
  for (const f of [...l.fields].sort((a, b) => a.offset - b.offset)) {
    const bytes = STORAGE_BYTES[f.storage];
    if (f.offset < end || f.offset % bytes !== 0) throw fail(`field "${f.name}" at ${f.offset} overlaps another or is not aligned`);
    end = f.offset + bytes;
  }
  if (l.sizeBytes < end) throw fail(`size ${l.sizeBytes} is less than its fields need`);
}

function verifyHandlers(program: Program): void {
  const opcodes = new Map<number, Handler>();
  let unwind: Handler | null = null;
  for (const h of program.handlers) {
    const fail = (detail: string) => new MachineError("program", detail, `handler ${h.name}`);
    if (opcodes.has(h.opcode)) throw fail(`opcode ${h.opcode} belongs to "${opcodes.get(h.opcode)!.name}" too`);
    opcodes.set(h.opcode, h);
    const size = h.immediates.reduce((n, i) => n + STORAGE_BYTES[i.storage], 2);
    if (h.sizeBytes !== size) throw fail(`size is ${h.sizeBytes}, its parts need ${size}`);
    if (h.inputs !== h.fn.params) throw fail(`${h.inputs} inputs, but its function has ${h.fn.params} parameters`);
    if (h.outputs !== h.fn.results.length) throw fail(`${h.outputs} outputs, but its function has ${h.fn.results.length} results`);
    const words = [...h.fn.locals.slice(0, h.inputs).map((l) => l.type), ...h.fn.results];
    if (words.some((t) => t !== "value" && t !== "ref")) throw fail("an input or output is no value");
    if (h.unwind && unwind !== null) throw fail(`"${unwind.name}" is marked unwind too`);
    if (h.unwind) unwind = h;
    if (h.loopHeader && (h.immediates.length !== 1 || h.immediates[0].storage !== "i32")) {
      throw fail("a loop header has one i32 immediate, its site");
    }
  }
}

function verifyContinuation(c: Continuation, program: Program): void {
  const fail = (detail: string) => new MachineError("continuation", detail, `continuation ${c.index}`);
  if (!program.handlers.includes(c.handler)) throw fail(`its handler "${c.handler.name}" is not in the program`);
  if (c.fn.locals.slice(0, c.fn.params).some((l) => l.type !== "value")) throw fail("a parameter is no value");
  if (c.pcParameter < 0 || c.pcParameter >= c.fn.params) throw fail(`there is no parameter ${c.pcParameter} for the pc`);
  if (c.outputs !== c.fn.results.length) throw fail(`${c.outputs} outputs, but its function has ${c.fn.results.length} results`);
}

interface Surroundings {
  regions?: Map<string, RegionUse>;
  handler?: Handler;
  continuations?: Map<number, Continuation>;
  continuation?: Continuation;
}

/** Verifies one function; handlers and continuations need their surroundings. @throws MachineError */
export function verifyFunction(fn: Fn, around: Surroundings = {}): void {
  if (fn.hostImport !== undefined || fn.name === "machine.run") return;
  new Verifier(fn, around).run();
  if (fn.unit !== "heap") new RawAddresses(fn).run();
}

class Verifier {
  readonly #path: string[] = [];
  #own: Set<number> | null = null;
  readonly #labels: { label: number; loop: boolean; broken: boolean }[] = [];

  constructor(readonly fn: Fn, readonly around: Surroundings) {}

  run(): void {
    const { fn } = this;
    if (fn.params > fn.locals.length) this.#fail("local", `${fn.params} parameters, but ${fn.locals.length} locals`);
    const ends = this.#body(fn.body, "body");
    if (!ends && fn.results.length > 0) this.#fail("returns", "control can reach the end without a result");
  }

  #fail(reason: MachineReason, detail: string): never {
    const name = this.around.continuation !== undefined ? `continuation ${this.around.continuation.index}` : this.fn.name;
    throw new MachineError(reason, detail, `${this.fn.unit}/${name} ${this.#path.join(".")}`);
  }

  #at<T>(step: string, check: () => T): T {
    this.#path.push(step);
    const result = check();
    this.#path.pop();
    return result;
  }

  // ── Expressions ──────────────────────────────────────────────────────────────────────────────────────────────────

  #expr(e: Expr, want: Type | Type[], step: string): void {
    this.#at(step, () => {
      this.#node(e);
      if (!(Array.isArray(want) ? want.includes(e.type) : e.type === want)) {
        this.#fail("type", `${printExpr(e, this.fn)} is ${e.type}, not ${Array.isArray(want) ? want.join(" or ") : want}`);
      }
    });
  }

  #is(e: Expr, type: Type): void {
    if (e.type !== type) this.#fail("type", `${printExpr(e, this.fn)} says ${e.type}, but is ${type}`);
  }

  #list(args: readonly Expr[], types: readonly Type[], what: string): void {
    if (args.length !== types.length) this.#fail("shape", `${what} takes ${types.length} operands, not ${args.length}`);
    args.forEach((a, i) => this.#expr(a, types[i], `${i}`));
  }

  #node(e: Expr): void {
    switch (e.k) {
      case "const":
        return this.#constant(e);
      case "static":
        return this.#is(e, "i32");
      case "get":
        this.#local(e.local);
        return this.#is(e, this.fn.locals[e.local].type);
      case "op":
        this.#list(e.args, e.op.params, e.op.name);
        return this.#is(e, e.op.result);
      case "load":
        this.#place(e, e.storage, e.region);
        return this.#is(e, storageType(e.storage));
      case "call":
        this.#pure(e.fn);
        this.#list(e.args, e.fn.locals.slice(0, e.fn.params).map((l) => l.type), e.fn.name);
        if (e.fn.results.length !== 1) this.#fail("shape", `"${e.fn.name}" has ${e.fn.results.length} results`);
        return this.#is(e, e.fn.results[0]);
      case "cond":
        this.#expr(e.test, "i32", "test");
        this.#expr(e.then, e.type, "then");
        return this.#expr(e.else, e.type, "else");
      case "promote":
        return this.#expr(e.arg, e.type, "arg");
      case "isConstant":
        this.#at("arg", () => this.#node(e.arg));
        return this.#is(e, "i32");
      case "vm": {
        this.#handler();
        this.#list(e.args, VM_READ_PARAMS[e.what] ?? [], e.what);
        if (e.what !== "imm") return this.#is(e, VM_READ_TYPES[e.what]);
        const immediate = this.around.handler!.immediates[e.index];
        if (immediate === undefined) this.#fail("shape", `there is no immediate ${e.index}`);
        return this.#is(e, storageType(immediate.storage));
      }
    }
  }

  #constant(e: Extract<Expr, { k: "const" }>): void {
    const { value } = e;
    const right = e.type === "i32"
      ? value === (Number(value) | 0)
      : e.type === "ref"
      ? value === Number(value) >>> 0
      : e.type === "f64"
      ? typeof value === "number"
      : typeof value === "bigint" && value === (e.type === "i64" ? BigInt.asIntN(64, value) : BigInt.asUintN(64, value));
    if (!right) this.#fail("type", `${typeof value} ${value} is no ${e.type}`);
  }

  #local(index: number): void {
    if (!Number.isInteger(index) || index < 0 || index >= this.fn.locals.length) this.#fail("local", `${index}`);
  }

  #pure(fn: Fn): void {
    const { effects } = fn;
    const named = (["collects", "raises", "calls", "writes"] as const).find((name) => effects[name]);
    if (named !== undefined) this.#fail("effect", `"${fn.name}" ${named}, so its call must be a statement`);
  }

  #handler(): void {
    if (this.around.handler === undefined) this.#fail("shape", "machine state is known in handlers only");
  }

  #place(e: { base: Expr; offset: number; index?: Expr; scale: number }, storage: Storage, region: Region): void {
    this.#expr(e.base, ["ref", "i32"], "base");
    if (e.index !== undefined) this.#expr(e.index, "i32", "index");
    const use = this.around.regions?.get(region.name);
    if (use !== undefined && e.base.type === "ref" && (use.storage !== storage || use.offset !== e.offset)) {
      this.#fail("region", `${region.name} is ${use.storage} at ${use.offset}, not ${storage} at ${e.offset}`);
    }
  }

  // ── Statements ───────────────────────────────────────────────────────────────────────────────────────────────────

  /** True when control cannot reach the end. */
  #body(body: readonly Stmt[], step: string): boolean {
    let ends = false;
    body.forEach((s, i) => {
      const ended = this.#at(`${step}[${i}]:${s.k}`, () => this.#stmt(s));
      ends ||= ended;
    });
    return ends;
  }

  #stmt(s: Stmt): boolean {
    switch (s.k) {
      case "set":
        this.#local(s.local);
        this.#expr(s.value, this.fn.locals[s.local].type, "value");
        return false;
      case "store":
        this.#place(s, s.storage, s.region);
        this.#expr(s.value, storageType(s.storage), "value");
        if (s.region.readonly && s.base.type === "ref" && !s.fresh && !this.#isOwn(s.base)) {
          this.#fail("region", `${s.region.name} is read only and the object is not fresh`);
        }
        return false;
      case "call":
        this.#list(s.args, s.fn.locals.slice(0, s.fn.params).map((l) => l.type), s.fn.name);
        this.#results(s.results, s.fn.results);
        this.#effects(s.fn.effects, s.attempt);
        this.#resume(s.spill.resume, s.fn.results);
        return false;
      case "callSlot":
        this.#expr(s.slot, "i32", "slot");
        this.#list(s.args, s.signature.params, "the slot");
        this.#results(s.results, s.signature.results);
        this.#effects(s.signature.effects, s.attempt);
        this.#resume(s.spill.resume, s.signature.results);
        return false;
      case "alloc":
        this.#local(s.result);
        if (this.fn.locals[s.result].type !== "ref") this.#fail("type", "the result of an allocation is a ref");
        if (s.layout.abstract) this.#fail("shape", `layout "${s.layout.name}" is abstract`);
        if ((s.layout.tail !== null) !== (s.length !== undefined)) this.#fail("shape", `"${s.layout.name}": length and variable part`);
        if (s.length !== undefined) this.#expr(s.length, "i32", "length");
        this.#covered("collects", true);
        return false;
      case "if": {
        this.#expr(s.test, "i32", "test");
        const then = this.#body(s.then, "then");
        return this.#body(s.else, "else") && then;
      }
      case "loop":
      case "block": {
        const entry = { label: s.label, loop: s.k === "loop", broken: false };
        this.#labels.push(entry);
        const ends = this.#body(s.body, "body");
        this.#labels.pop();
        return (ends || s.k === "loop") && !entry.broken;
      }
      case "break":
      case "continue": {
        const target = this.#labels.findLast((l) => l.label === s.label);
        if (target === undefined) this.#fail("label", `${s.label}`);
        if (s.k === "continue" && !target.loop) this.#fail("label", `${s.label} is no loop`);
        if (s.k === "break") target.broken = true;
        return true;
      }
      case "switch": {
        this.#expr(s.value, "i32", "value");
        const values = s.cases.flatMap((c) => c.values);
        if (new Set(values).size !== values.length) this.#fail("shape", "a case value stands twice");
        const ends = s.cases.map((c, i) => this.#body(c.body, `case${i}`));
        return this.#body(s.default, "default") && ends.every((x) => x);
      }
      case "return":
        if (s.values.length !== this.fn.results.length) {
          this.#fail("returns", `${s.values.length} values for ${this.fn.results.length} results`);
        }
        s.values.forEach((v, i) => this.#expr(v, this.fn.results[i], `${i}`));
        return true;
      case "throw":
        this.#expr(s.value, "value", "value");
        this.#covered("raises", this.around.handler === undefined);
        return true;
      case "rethrow":
        this.#covered("raises", this.around.handler === undefined);
        return true;
      case "memory":
        [s.to, s.from, s.size].forEach((e, i) => this.#expr(e, "i32", ["to", "from", "size"][i]));
        return false;
      case "trap":
        return true;
      case "vm":
        this.#handler();
        this.#list(s.args, VM_WRITE_PARAMS[s.what], s.what);
        return false;
      case "transfer":
        this.#handler();
        this.#list(s.args, this.#transferParams(s), s.what);
        if (s.what !== "call" && s.what !== "resumeFrame" && s.resume !== null) this.#fail("continuation", `${s.what} has none`);
        this.#resume(s.resume, ["value"]);
        return true;
    }
  }

  #transferParams(s: Extract<Stmt, { k: "transfer" }>): Type[] {
    const all = TRANSFER_PARAMS[s.what], optional = OPTIONAL_PARAMS[s.what] ?? 0;
    return all.slice(0, Math.max(all.length - optional, s.args.length));
  }

  /** True for an object that this function allocates: its read-only parts may be filled in a loop. */
  #isOwn(base: Expr): boolean {
    if (base.k !== "get") return false;
    this.#own ??= ownObjects(this.fn);
    return this.#own.has(base.local);
  }

  #results(locals: readonly number[], types: readonly Type[]): void {
    if (locals.length > types.length) this.#fail("shape", `${locals.length} locals for ${types.length} results`);
    locals.forEach((local, i) => {
      if (local < 0) return;
      this.#local(local);
      const { type } = this.fn.locals[local];
      if (type !== types[i]) this.#fail("type", `result ${i} is ${types[i]}, its local ${type}`);
    });
  }

  #effects(callee: Effects, attempt: boolean): void {
    const handler = this.around.handler !== undefined;
    this.#covered("collects", callee.collects && !handler);
    this.#covered("calls", callee.calls && !handler);
    this.#covered("raises", callee.raises && !attempt && !handler);
  }

  /** The function's own effects must include what its body has. */
  #covered(name: "collects" | "calls" | "raises", needed: boolean): void {
    if (needed && this.around.handler === undefined && !this.fn.effects[name]) {
      this.#fail("effect", `the body ${name}, which the function's effects deny`);
    }
  }

  #resume(resume: Resume | "next" | null, results: readonly Type[]): void {
    if (resume === null || resume === "next") return;
    this.#handler();
    const c = this.around.continuations?.get(resume.continuation);
    if (c === undefined) this.#fail("continuation", `there is no continuation ${resume.continuation}`);
    if (c.handler !== this.around.handler) this.#fail("continuation", `${c.index} belongs to "${c.handler.name}"`);
    resume.saved.forEach((e, i) => this.#expr(e, "value", `saved${i}`));
    if (c.pcParameter !== resume.saved.length) {
      this.#fail("continuation", `${resume.saved.length} saved values, but the pc is parameter ${c.pcParameter}`);
    }
    const words = results.reduce((n, t) => n + (t === "i64" ? 2 : 1), 0);
    if (c.fn.params > resume.saved.length + 1 + words) {
      this.#fail("continuation", `${c.fn.params} parameters for ${resume.saved.length + 1 + words} words`);
    }
  }
}

/** Locals that hold objects a function allocates. */
function ownObjects(fn: Fn): Set<number> {
  const own = new Set<number>();
  for (let size = -1; size !== own.size;) {
    size = own.size;
    visitBody(fn.body, (s) => {
      if (s.k === "alloc") own.add(s.result);
      if (s.k === "set" && s.value.k === "get" && own.has(s.value.local)) own.add(s.local);
    });
  }
  return own;
}
