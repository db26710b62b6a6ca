/**
 * The state of a compilation: the code object being made, its slots, names, constants and enclosing blocks, and access to names.
 *
 * Input: scopes of the symbol table; output: instructions in a `Unit`, and code objects when units are left. The rest of the compiler is
 * functions over a `Compiler`.
 */

import { assemble, Assembly, CODE_FLAGS, type CodeUnit, SETUP_HANDLER, SLOT } from "./assembler.ts";
import { OP } from "./bytecodes.ts";
import { type Const, constantKey, int, NONE, str } from "./constants.ts";
import { mangle, mangleIn, type Scope, type SymbolTable, syntaxError } from "./symbol_table.ts";
import type { Source } from "../syntax/source.ts";
import type { SyntaxWarning } from "../syntax/errors.ts";
import type * as ast from "../syntax/ast.ts";

/** What a jump out of a statement has to undo. */
export type Block =
  & { outerRegion: number }
  & (
    /** `breakTo` and `continueTo` are labels; the iterator of a `for` is on the stack. */
    | { kind: "while" | "for"; breakTo: number; continueTo: number }
    | { kind: "try" }
    | { kind: "finally"; body: ast.Stmt[] }
    /** The handler of a `finally`, a copy of its body running: previous, exception. */
    | { kind: "finally_handler" }
    /** A normal copy of a `finally` body: nothing to undo. */
    | { kind: "finally_body" }
    /** An `except` body: previous. */
    | { kind: "except"; name: string | null }
    | { kind: "except_star" }
    /** The pair of the exit function is on the stack. */
    | { kind: "with"; isAsync: boolean; node: ast.Span }
  );

export type UnitKind = "module" | "class" | "function" | "async_function" | "lambda" | "comprehension" | "type_parameters" | "evaluator";

/** A code object in the making. */
export class Unit extends Assembly {
  readonly names = new Map<string, number>();
  readonly constants: Const[] = [];
  readonly #constantKeys = new Map<string, number>();
  readonly slotNames: string[] = [];
  readonly slotKinds: number[] = [];
  /** Slots of the unit's own scope. */
  readonly slots = new Map<string, number>();
  /** Slots of the inlined comprehensions being compiled. */
  readonly inlinedSlots = new Map<Scope, Map<string, number>>();
  readonly #freeSlots = new Map<string, number[]>();
  readonly frees: readonly string[];
  readonly blocks: Block[] = [];
  qualname: string;
  flags = 0;
  positionalOnlyCount = 0;
  positionalCount = 0;
  keywordOnlyCount = 0;
  /** Attributes that methods of this class set on `self`. */
  readonly staticAttributes = new Set<string>();
  /** Annotations to be evaluated later, with their index among the conditional ones. */
  readonly annotations: { node: ast.AnnAssign; index: number }[] = [];
  conditionalCount = 0;
  returnDepth = 0;
  /** Nesting of statements that may not be executed. */
  conditionalDepth = 0;
  /** The scope that goes on when this unit is left. */
  outerScope!: Scope;

  constructor(
    readonly scope: Scope,
    readonly kind: UnitKind,
    readonly name: string,
    readonly parent: Unit | null,
    readonly firstLine: number,
  ) {
    super();
    this.frees = [...scope.frees].sort();
    this.qualname = name;
  }

  constant(c: Const): number {
    const key = constantKey(c);
    let index = this.#constantKeys.get(key);
    if (index === undefined) {
      index = this.constants.push(c) - 1;
      this.#constantKeys.set(key, index);
    }
    return index;
  }

  nameIndex(name: string): number {
    let index = this.names.get(name);
    if (index === undefined) this.names.set(name, index = this.names.size);
    return index;
  }

  newSlot(name: string, kind: number): number {
    this.slotNames.push(name);
    return this.slotKinds.push(kind) - 1;
  }

  /** The slot of a local of the unit's own scope. */
  slotOf(name: string): number {
    let slot = this.slots.get(name);
    if (slot === undefined) this.slots.set(name, slot = this.newSlot(name, SLOT.variable));
    return slot;
  }

  /** A slot for a comprehension's variable, to be given back. */
  takeSlot(name: string, kind: number): number {
    return this.#freeSlots.get(`${kind}${name}`)?.pop() ?? this.newSlot(name, kind);
  }

  giveSlot(slot: number): void {
    const key = `${this.slotKinds[slot]}${this.slotNames[slot]}`;
    const free = this.#freeSlots.get(key);
    if (free === undefined) this.#freeSlots.set(key, [slot]);
    else free.push(slot);
  }
}

export interface CompileOptions {
  /** 0, 1 (no `assert`, `__debug__` is False) or 2 (no docstrings either). */
  optimize?: number;
  /** Flags of `from __future__` features that hold from the start, as `compile()` inherits them. */
  futureFlags?: number;
  allowTopLevelAwait?: boolean;
  warn?: (warning: SyntaxWarning) => void;
}

/** What the functions of the compiler pass along. */
export class Compiler {
  unit!: Unit;
  /** The innermost scope: the unit's or an inlined comprehension's. */
  scope!: Scope;
  readonly optimize: number;
  readonly futureAnnotations: boolean;
  interactive = false;
  readonly #warned = new Set<string>();

  constructor(
    readonly source: Source,
    readonly table: SymbolTable,
    readonly opcodes: Record<string, number>,
    readonly options: CompileOptions,
    readonly future: { flags: number; end: number },
  ) {
    this.optimize = options.optimize ?? 0;
    this.futureAnnotations = (future.flags & CODE_FLAGS.futureAnnotations) !== 0;
  }

  fail(message: string, at: ast.Span): never {
    throw syntaxError(this.source, message, at);
  }

  /** Once for each place: a `finally` body is compiled more than once. */
  warn(message: string, at: ast.Span): void {
    const key = `${at.start}:${message}`;
    if (this.#warned.has(key)) return;
    this.#warned.add(key);
    this.options.warn?.({ message, line: this.source.lineOf(at.start), offset: at.start });
  }

  // ── Units ──────────────────────────────────────────────────────────────────────────────────────────────────────────

  enter(scope: Scope, kind: UnitKind, name: string, at: ast.Span): Unit {
    const line = kind === "module" ? 1 : this.source.lineOf(at.start);
    const unit = new Unit(scope, kind, name, this.unit ?? null, line);
    unit.qualname = this.#qualname(unit);
    unit.outerScope = this.scope;
    this.unit = unit;
    this.scope = scope;
    if (scope.isFunctionLike) unit.flags |= CODE_FLAGS.optimized | CODE_FLAGS.newLocals | (scope.isNested ? CODE_FLAGS.nested : 0);
    if (kind !== "class" && scope.kind === "function" && scope.parent?.kind === "class") unit.flags |= CODE_FLAGS.method;
    unit.flags |= this.future.flags;
    for (const parameter of scope.parameters) unit.slotOf(parameter);
    const makeCell = (name: string) => {
      const slot = unit.slots.get(name) ?? unit.newSlot(name, 0);
      unit.slots.set(name, slot);
      unit.slotKinds[slot] |= SLOT.cell;
      unit.emit(OP.make_cell, slot);
    };
    if (scope.isFunctionLike) {
      for (const [name, resolution] of scope.resolved) if (resolution === "cell") makeCell(name);
    } else if (kind === "class") {
      if (scope.needsClassCell) makeCell("__class__");
      if (scope.needsClassDict) makeCell("__classdict__");
      if (scope.hasConditionalAnnotations) makeCell("__conditional_annotations__");
    }
    return unit;
  }

  /** Assembles the unit and goes on with the one around it. */
  leave(): CodeUnit {
    const unit = this.unit;
    if (unit.slotNames.length > 0xffff) throw syntaxError(this.source, `too many local variables in ${unit.name}`, null);
    this.unit = unit.parent!;
    this.scope = unit.outerScope;
    return assemble(
      unit,
      {
        name: unit.name,
        qualname: unit.qualname,
        filename: this.source.filename,
        firstLine: unit.firstLine,
        positionalOnlyCount: unit.positionalOnlyCount,
        positionalCount: unit.positionalCount,
        keywordOnlyCount: unit.keywordOnlyCount,
        flags: unit.flags,
        localNames: unit.slotNames,
        localKinds: unit.slotKinds,
        freeNames: [...unit.frees],
        names: [...unit.names.keys()],
        constants: unit.constants,
      },
      this.opcodes,
      this.source,
    );
  }

  #qualname(unit: Unit): string {
    let parent = unit.parent;
    if (parent !== null && parent.kind === "type_parameters") parent = parent.parent;
    if (parent === null || parent.kind === "module") return unit.name;
    if (unit.kind === "function" || unit.kind === "async_function" || unit.kind === "class") {
      if (parent.scope.resolved.get(mangleIn(parent.scope, unit.name)) === "global_explicit") return unit.name;
    }
    const hasLocals = parent.kind === "function" || parent.kind === "async_function" || parent.kind === "lambda";
    return `${parent.qualname}${hasLocals ? ".<locals>" : ""}.${unit.name}`;
  }

  // ── Instructions ───────────────────────────────────────────────────────────────────────────────────────────────────

  /** The span of the instructions that follow. */
  at(node: ast.Span): void {
    this.unit.start = node.start;
    this.unit.end = node.end;
  }

  /** Instructions that follow have no place in the source. */
  nowhere(): void {
    this.unit.start = this.unit.end = -1;
  }

  emit(op: number, a = 0, b = 0): void {
    this.unit.emit(op, a, b);
  }

  emitAt(node: ast.Span, op: number, a = 0, b = 0): void {
    this.at(node);
    this.unit.emit(op, a, b);
  }

  label(): number {
    return this.unit.label();
  }

  place(label: number): void {
    this.unit.place(label);
  }

  loadConst(c: Const): void {
    this.unit.emit(OP.load_const, this.unit.constant(c));
  }

  loadNone(): void {
    this.loadConst(NONE);
  }

  loadInt(value: number): void {
    this.loadConst(int(value));
  }

  loadStr(value: string): void {
    this.loadConst(str(value));
  }

  /** An instruction whose immediate is an attribute or global name. */
  emitName(op: number, name: string, b = 0): void {
    this.unit.emit(op, this.unit.nameIndex(this.mangleAttribute(name)), b);
  }

  /** Attribute names are mangled like names. */
  mangleAttribute(name: string): string {
    return this.scope.mangledNames !== null ? mangleIn(this.scope, name) : mangle(this.scope.privateClass, name);
  }

  /**
   * A handler for the instructions until `unit.region` is set back. Its stack depth is the one here less `below`; `push_exception` and the
   * like come behind `place(label)`.
   */
  setupHandler(label: number, below = 0): void {
    const handler = this.unit.handlers.push(label) - 1;
    this.unit.emit(SETUP_HANDLER, handler, below);
    this.unit.region = handler;
  }

  // ── Names ──────────────────────────────────────────────────────────────────────────────────────────────────────────

  loadName(name: string): void {
    this.nameOperation(name, "Load");
  }

  storeName(name: string): void {
    this.nameOperation(name, "Store");
  }

  /** Loads, stores or deletes what a source name means here. */
  nameOperation(sourceName: string, ctx: ast.ExprContext): void {
    const unit = this.unit;
    const name = mangleIn(this.scope, sourceName);
    let scope = this.scope;
    let resolution = scope.resolved.get(name) ?? "global_implicit";
    const fromInlined = scope.inlined;
    while (scope.inlined && resolution === "free") {
      scope = scope.parent!;
      if (scope.kind === "class") resolution = unit.slots.has(name) ? "cell" : "free";
      else resolution = scope.isFunctionLike ? scope.resolved.get(name) ?? "free" : "global_implicit";
    }
    const pick = (load: number, store: number, del: number) => ctx === "Load" ? load : ctx === "Store" ? store : del;
    switch (resolution) {
      case "local":
      case "cell": {
        if (!scope.inlined && !scope.isFunctionLike && !(fromInlined && resolution === "cell")) break;
        const slot = scope.inlined ? unit.inlinedSlots.get(scope)!.get(name)! : unit.slotOf(name);
        if (resolution === "local") unit.emit(pick(OP.load_local, OP.store_local, OP.delete_local), slot);
        else unit.emit(pick(OP.load_cell, OP.store_cell, OP.delete_cell), slot);
        return;
      }
      case "free": {
        const index = unit.frees.indexOf(name);
        if (ctx === "Load" && scope.kind === "class" && !fromInlined) {
          unit.emit(OP.load_namespace);
          unit.emit(OP.load_mapping_or_free, index);
        } else if (ctx === "Load" && scope.seesClass && name !== "__classdict__") {
          this.loadClassDict();
          unit.emit(OP.load_mapping_or_free, index);
        } else {
          unit.emit(pick(OP.load_free, OP.store_free, OP.delete_free), index);
        }
        return;
      }
      case "global_explicit":
        unit.emit(pick(OP.load_global, OP.store_global, OP.delete_global), unit.nameIndex(name));
        return;
      case "global_implicit":
        if (unit.scope.isFunctionLike) {
          if (ctx === "Load" && scope.seesClass) {
            this.loadClassDict();
            unit.emit(OP.load_mapping_or_global, unit.nameIndex(name));
          } else {
            unit.emit(pick(OP.load_global, OP.store_global, OP.delete_global), unit.nameIndex(name));
          }
          return;
        }
        if (ctx === "Load" && fromInlined && unit.scope.kind === "class") {
          unit.emit(OP.load_global, unit.nameIndex(name));
          return;
        }
    }
    unit.emit(pick(OP.load_name, OP.store_name, OP.delete_name), unit.nameIndex(name));
  }

  loadClassDict(): void {
    this.unit.emit(OP.load_free, this.unit.frees.indexOf("__classdict__"));
  }

  /** Pushes the cell that an inner code object closes over. */
  loadClosure(name: string): void {
    const unit = this.unit;
    // The cell may belong to an inlined comprehension around this place.
    for (let scope: Scope | null = this.scope; scope !== null && scope.inlined; scope = scope.parent) {
      const slot = unit.inlinedSlots.get(scope)?.get(name);
      if (slot !== undefined) return unit.emit(OP.load_closure_local, slot);
    }
    const slot = unit.slots.get(name);
    if (slot !== undefined && (unit.slotKinds[slot] & SLOT.cell) !== 0) return unit.emit(OP.load_closure_local, slot);
    unit.emit(OP.load_closure_free, unit.frees.indexOf(name));
  }

  /** `make_function` for finished code; what `flags` says is on the stack already, the closure is added. */
  makeFunction(code: CodeUnit, flags: number): void {
    if (code.freeNames.length > 0) {
      for (const name of code.freeNames) this.loadClosure(name);
      this.unit.emit(OP.build_tuple, code.freeNames.length);
      flags |= 4;
    }
    this.unit.emit(OP.make_function, this.unit.constant({ type: "code", code }), flags);
  }
}
