/**
 * What the front end knows of a whole program while it translates: layouts, functions, globals, static data, constants.
 *
 * Things are created on first use, so only what entries and handlers reach is translated; order of creation depends on the
 * sources alone, which keeps the built artefacts the same on every machine.
 */

import { ts } from "../deps_build.ts";
import { operation } from "../machine/operations.ts";
import type { Effects, FieldInfo, Fn, LayoutInfo, Region, Signature } from "../machine/tree.ts";
import { STORAGE_BYTES } from "../machine/tree.ts";
import { type Unit, unitNamed } from "../units.ts";
import type { Declaration, SourceFile, Sources } from "./sources.ts";
import { F64, type FieldType, type FType, I32, I64, machineType, readType, storageOf, typeName, VALUE } from "./types.ts";

export type FunctionDeclaration = Extract<Declaration, { k: "function" }>;
export type ClassDeclaration = Extract<Declaration, { k: "class" }>;

export interface FunctionEntry {
  fn: Fn;
  declaration: FunctionDeclaration;
  params: FType[];
  result: FType;
}

/** A build-time constant: number (i32 or f64), i64, or a value word. */
export type Constant = { type: FType; value: number | bigint; untyped?: boolean };

export const UNKNOWN_EFFECTS: Effects = { collects: true, raises: true, calls: true, reads: true, writes: true, writesRegions: null };
export const NO_EFFECTS: Effects = { collects: false, raises: false, calls: false, reads: false, writes: false, writesRegions: new Set() };

/** Static memory of one unit: roots first, then everything else. */
export class StaticArea {
  readonly data: number[] = [];
  private nextRoot = 0;
  readonly globals: { name: string; storage: import("../machine/tree.ts").Storage; address: number; readonly: boolean }[] = [];
  readonly literals: { text: string; address: number }[] = [];
  private readonly blobs = new Map<string, number>();
  private readonly literalCells = new Map<string, number>();

  constructor(readonly unit: Unit) {}

  root(): number {
    const address = this.unit.staticBase + this.nextRoot;
    this.nextRoot += 8;
    if (this.nextRoot > this.unit.rootBytes) {
      throw new Error(`Unit "${this.unit.name}": more roots than rootBytes allows (toolkit/units.ts)`);
    }
    return address;
  }

  rootRange(): [number, number] {
    return [this.unit.staticBase, this.unit.staticBase + this.nextRoot];
  }

  /** Places bytes; equal contents share an address. */
  place(bytes: Uint8Array, align: number): number {
    const key = align + ":" + bytes.join(",");
    const known = this.blobs.get(key);
    if (known !== undefined) return known;
    while (this.data.length % align !== 0) this.data.push(0);
    const address = this.unit.staticBase + this.unit.rootBytes + this.data.length;
    for (const b of bytes) this.data.push(b);
    if (this.unit.rootBytes + this.data.length > this.unit.staticBytes) throw new Error(`Unit "${this.unit.name}": static area is full`);
    this.blobs.set(key, address);
    return address;
  }

  cell(sizeBytes: number): number {
    while (this.data.length % 8 !== 0) this.data.push(0);
    const address = this.unit.staticBase + this.unit.rootBytes + this.data.length;
    for (let i = 0; i < sizeBytes; i++) this.data.push(0);
    return address;
  }

  literal(text: string): number {
    let address = this.literalCells.get(text);
    if (address === undefined) {
      address = this.root();
      this.literalCells.set(text, address);
      this.literals.push({ text, address });
    }
    return address;
  }
}

export class Context {
  readonly functions = new Map<Declaration, FunctionEntry>();
  readonly layouts = new Map<Declaration | string, LayoutInfo>();
  readonly layoutList: { info: LayoutInfo; unit: string }[] = [];
  readonly fieldTypes = new Map<FieldInfo, FType>();
  readonly statics = new Map<string, StaticArea>();
  readonly globalCells = new Map<string, { address: number; type: FType; region: Region; storage: any }>();
  readonly queue: FunctionEntry[] = [];
  /** Opcodes by bytecode name, known before anything is translated. */
  readonly opcodes = new Map<string, number>();
  private readonly nextTableIndex = new Map<string, number>();
  private readonly regions = new Map<string, Region>();

  constructor(readonly sources: Sources, readonly unit: Unit) {}

  region(name: string, readonly = false): Region {
    let r = this.regions.get(name);
    if (r === undefined) this.regions.set(name, r = { name, readonly });
    return r;
  }

  statik(unit: string): StaticArea {
    let area = this.statics.get(unit);
    if (area === undefined) this.statics.set(unit, area = new StaticArea(unitNamed(unit)));
    return area;
  }

  error(file: SourceFile, node: any, rule: string, message: string, fix = ""): Error {
    return this.sources.error(file, node, rule, message, fix);
  }

  // ── Types ──────────────────────────────────────────────────────────────────────────────────────────────────────────

  /** The type that a type node means in `file`. */
  type(file: SourceFile, node: any): FType {
    const K = ts.SyntaxKind;
    switch (node.kind) {
      case K.VoidKeyword:
        return { k: "void" };
      case K.NeverKeyword:
        return { k: "never" };
      case K.BooleanKeyword:
        return { k: "bool" };
      case K.ParenthesizedType:
        return this.type(file, node.type);
      case K.TupleType:
        return { k: "tuple", items: node.elements.map((e: any) => this.type(file, e.kind === K.NamedTupleMember ? e.type : e)) };
      case K.FunctionType:
        return {
          k: "slot",
          params: node.parameters.map((p: any) => this.type(file, p.type)),
          result: this.type(file, node.type),
        };
      case K.TypeReference:
        return this.namedType(file, node);
    }
    throw this.error(
      file,
      node,
      "type",
      `The type "${node.getText()}" is not part of the definition language`,
      "Use i32, i64, f64, bool, Value or a layout",
    );
  }

  private namedType(file: SourceFile, node: any): FType {
    const name = node.typeName.text;
    const d = this.sources.resolve(file, name);
    if (d === null) throw this.error(file, node, "unknown-type", `Unknown type "${name}"`, "Import it");
    if (d.k === "import") {
      switch (d.imported) {
        case "i32":
        case "u32":
        case "i64":
        case "f64":
        case "bool":
          return { k: d.imported };
        case "u8":
        case "i8":
        case "u16":
        case "i16":
          return { k: "storage", storage: d.imported };
        case "Value":
          return VALUE;
        case "Layout":
          return { k: "layout", layout: this.rootLayout() };
        case "Code":
          return { k: "layout", layout: this.codeLayout() };
        case "Ref":
        case "Fresh":
        case "Slot":
          return this.type(file, node.typeArguments[0]);
        case "Imm":
          return { k: "immediate", of: this.type(file, node.typeArguments[0]) };
        case "Tail":
          return { k: "tail", element: this.type(file, node.typeArguments[0]) };
      }
    } else if (d.k === "class" && d.role === "layout") {
      return { k: "layout", layout: this.layout(d) };
    } else if (d.k === "type" && ts.isTypeAliasDeclaration(d.node)) {
      return this.type(d.file, d.node.type);
    }
    throw this.error(file, node, "type", `"${name}" is no type of the definition language`);
  }

  // ── Layouts ────────────────────────────────────────────────────────────────────────────────────────────────────────

  private rootLayout(): LayoutInfo {
    let info = this.layouts.get("Layout");
    if (info === undefined) {
      info = blankLayout("Layout", null);
      info.abstract = true;
      this.layouts.set("Layout", info);
    }
    return info;
  }

  codeLayout(): LayoutInfo {
    let info = this.layouts.get("Code");
    if (info === undefined) {
      info = blankLayout("Code", null);
      info.abstract = true;
      info.stable = true;
      for (
        const name of ["bytecode", "bytecodeSize", "localCount", "stackSize", "argumentCount", "entrySlot", "entryCounter"]
      ) {
        const readonly = name !== "entrySlot" && name !== "entryCounter";
        this.addField(info, name, I32, readonly, false);
      }
      this.layouts.set("Code", info);
      this.layoutList.push({ info, unit: "heap" });
    }
    return info;
  }

  layout(d: ClassDeclaration): LayoutInfo {
    const known = this.layouts.get(d);
    if (known !== undefined) return known;
    const parent = this.parentLayout(d);
    const info = blankLayout(d.name, parent !== null && parent.name !== "Layout" ? parent : null);
    info.abstract = d.options.abstract === true;
    info.stable = d.options.stable === true;
    info.finalizer = d.options.finalizer === true;
    this.layouts.set(d, info);
    this.layoutList.push({ info, unit: d.file.unit?.name ?? this.unit.name });
    if (info.parent !== null) {
      info.fields.push(...info.parent.fields);
      info.sizeBytes = info.parent.sizeBytes;
      if (info.parent.tail !== null) info.tail = info.parent.tail;
      if (info.parent.stable) info.stable = true;
    }
    for (const member of d.node.members) this.declareField(d, info, member);
    if (info.tail === null) info.sizeBytes = (info.sizeBytes + 7) & ~7;
    return info;
  }

  private parentLayout(d: ClassDeclaration): LayoutInfo | null {
    const clause = d.node.heritageClauses?.[0]?.types[0]?.expression;
    if (clause === undefined) throw this.error(d.file, d.node, "layout-base", `Layout "${d.name}" extends nothing`, "Write extends Layout");
    const base = this.sources.resolve(d.file, clause.text);
    if (base?.k === "import") return base.imported === "Code" ? this.codeLayout() : this.rootLayout();
    if (base?.k === "class" && base.role === "layout") return this.layout(base);
    throw this.error(d.file, clause, "layout-base", `"${clause.text}" is no layout`);
  }

  private declareField(d: ClassDeclaration, info: LayoutInfo, member: any): void {
    if (!ts.isPropertyDeclaration(member) || member.type === undefined) {
      throw this.error(d.file, member, "layout-member", "A layout has fields with declared types only", "Make it a function");
    }
    const name = (member.name as any).text;
    const readonly = (ts.getCombinedModifierFlags(member) & ts.ModifierFlags.Readonly) !== 0;
    const type = this.type(d.file, member.type);
    if (type.k === "tail") {
      const storage = storageOf(type.element);
      if (storage === null || info.tail !== null) throw this.error(d.file, member, "tail", `"${name}" cannot be a variable part here`);
      const size = STORAGE_BYTES[storage];
      info.sizeBytes = (info.sizeBytes + size - 1) & -size;
      info.tail = { name, storage };
      (info.tail as any).elementType = type.element;
      (info.tail as any).region = this.region(`${info.name}.${name}`, readonly);
    } else {
      if (info.tail !== null) {
        throw this.error(d.file, member, "tail", `Field "${name}" follows the variable part`, "Move the tail to the end");
      }
      this.addField(info, name, type, readonly, (d.options.weak ?? []).includes(name));
    }
  }

  private addField(info: LayoutInfo, name: string, type: FType, readonly: boolean, weak: boolean): void {
    const storage = storageOf(type);
    if (storage === null) throw new Error(`Field ${info.name}.${name} has type ${typeName(type)}, which cannot be stored`);
    const size = STORAGE_BYTES[storage];
    const offset = (info.sizeBytes + size - 1) & -size;
    const field: FieldInfo = {
      name,
      storage,
      offset,
      readonly,
      weak,
      region: this.region(`${info.name}.${name}`, readonly),
      target: type.k === "layout" ? type.layout.name : null,
      signature: type.k === "slot" ? this.signature(type) : null,
    };
    this.fieldTypes.set(field, type);
    info.fields.push(field);
    info.sizeBytes = offset + size;
  }

  field(layout: LayoutInfo, name: string): FieldType | null {
    const info = layout.fields.find((f) => f.name === name);
    return info === undefined ? null : { info, type: readType(this.fieldTypes.get(info)!) };
  }

  signature(type: Extract<FType, { k: "slot" }>): Signature {
    return {
      params: type.params.map((p) => machineType(p)!),
      results: resultTypes(type.result),
      effects: UNKNOWN_EFFECTS,
    };
  }

  /** Numbers the layouts: units in order, each tree in preorder, so that a layout and its heirs are a range. */
  numberLayouts(): void {
    const next = new Map<string, number>();
    const number = (info: LayoutInfo, unit: string) => {
      const id = next.get(unit) ?? unitNamed(unit).layoutBase;
      next.set(unit, id + 1);
      info.id = id;
      for (const child of this.layoutList) {
        if (child.info.parent === info && child.unit === unit) number(child.info, unit);
      }
      info.lastId = next.get(unit)! - 1;
    };
    for (const { info, unit } of this.layoutList) {
      const parentUnit = this.layoutList.find((l) => l.info === info.parent)?.unit;
      if (info.parent === null || parentUnit !== unit) number(info, unit);
    }
  }

  // ── Functions ──────────────────────────────────────────────────────────────────────────────────────────────────────

  /** The function of a declaration; queued for translation on first use. */
  function(d: FunctionDeclaration): FunctionEntry {
    const known = this.functions.get(d);
    if (known !== undefined) return known;
    const signature = d.flags.hostImport ? this.hostSignature(d) : d.node;
    const params: FType[] = signature.parameters.map((p: any) => {
      if (p.type === undefined) {
        throw this.error(d.file, p, "parameter-type", "Every parameter has a declared type", "Add : i32 or the like");
      }
      return this.type(d.file, p.type);
    });
    if (signature.type === undefined) throw this.error(d.file, d.node, "result-type", `"${d.name}" has no declared result type`);
    const result = this.type(d.file, signature.type);
    const { line } = d.file.ast.getLineAndCharacterOfPosition(d.node.getStart(d.file.ast));
    const fn: Fn = {
      name: `${d.file.path.split("/").pop()!.replace(/\.ts$/, "")}.${d.name}`,
      unit: d.file.unit?.name ?? this.unit.name,
      params: params.length,
      locals: params.map((t, i) => ({ name: signature.parameters[i].name.text ?? `p${i}`, type: machineType(t)! })),
      results: resultTypes(result),
      body: [],
      effects: { ...NO_EFFECTS, writesRegions: new Set() },
      inlining: d.flags.pure ? "pure" : d.flags.residual || d.flags.entry || d.flags.hostImport ? "residual" : "inline",
      unroll: d.flags.unroll,
      tableIndex: 0,
      where: `${d.file.path}:${line + 1}`,
    };
    if (d.flags.entry) fn.exportName = d.name;
    if (d.flags.hostImport) {
      fn.hostImport = d.name;
      const e = d.hostEffects;
      fn.effects = {
        collects: e.collects === true,
        raises: e.raises === true,
        calls: e.collects === true,
        reads: !e.pure,
        writes: !e.pure,
        writesRegions: e.pure ? new Set() : e.collects ? null : new Set(["raw"]),
      };
      if (e.pure) fn.inlining = "pure";
    }
    const entry = { fn, declaration: d, params, result };
    this.functions.set(d, entry);
    if (!d.flags.hostImport) this.queue.push(entry);
    return entry;
  }

  private hostSignature(d: FunctionDeclaration): any {
    const node: any = d.node;
    if (node.type !== undefined && ts.isFunctionTypeNode(node.type)) return node.type;
    const argument = node.initializer?.typeArguments?.[0];
    if (argument !== undefined && ts.isFunctionTypeNode(argument)) return argument;
    throw this.error(d.file, node, "host-import", `"${d.name}" needs a function type`, "const now: () => f64 = hostImport({})");
  }

  /** A function of the heap unit, by name (the functions behind intrinsics). */
  heapFunction(name: string): FunctionEntry {
    const file = this.sources.load(unitNamed("heap").entry);
    const d = this.sources.resolve(file, name);
    if (d === null || d.k !== "function") throw new Error(`toolkit/heap does not export the function "${name}"`);
    return this.function(d);
  }

  private run: FunctionEntry | null = null;

  /** The unit's generated driver (`run` in docs/interpreter.md): a nested interpreter. */
  runFunction(): FunctionEntry {
    if (this.run === null) {
      const code: FType = { k: "layout", layout: this.codeLayout() };
      const params: FType[] = [code, VALUE, I32];
      const fn: Fn = {
        name: "machine.run",
        unit: this.unit.name,
        params: 3,
        locals: params.map((t, i) => ({ name: ["code", "func", "argc"][i], type: machineType(t)! })),
        results: ["value"],
        body: [],
        effects: UNKNOWN_EFFECTS,
        inlining: "residual",
        unroll: false,
        tableIndex: 0,
        exportName: "run",
        where: "docs/interpreter.md:1",
      };
      const declaration: any = { k: "function", name: "runNested", file: null, node: null };
      this.run = { fn, declaration, params, result: VALUE };
      this.functions.set(declaration, this.run);
    }
    return this.run;
  }

  /** Gives a function a slot of the shared table. */
  tableIndex(fn: Fn): number {
    if (fn.tableIndex === 0) {
      const next = this.nextTableIndex.get(fn.unit) ?? unitNamed(fn.unit).tableBase;
      this.nextTableIndex.set(fn.unit, next + 1);
      fn.tableIndex = next;
    }
    return fn.tableIndex;
  }

  // ── Globals and constants ──────────────────────────────────────────────────────────────────────────────────────────

  global(d: ClassDeclaration, name: string, node: any): { address: number; type: FType; region: Region; storage: any } {
    const key = `${d.file.path}:${d.name}.${name}`;
    const known = this.globalCells.get(key);
    if (known !== undefined) return known;
    const member = d.node.members.find((m: any) => m.name?.text === name);
    if (member === undefined || member.type === undefined) throw this.error(d.file, node, "global", `"${d.name}" has no static "${name}"`);
    const type = this.type(d.file, member.type);
    const storage = storageOf(type)!;
    const readonly = (ts.getCombinedModifierFlags(member) & ts.ModifierFlags.Readonly) !== 0;
    const area = this.statik(d.file.unit?.name ?? this.unit.name);
    const isRoot = storage === "value" || storage === "ref";
    const address = isRoot ? area.root() : area.cell(8);
    const cell = { address, type: readType(type), region: this.region(`${d.name}.${name}`, readonly), storage };
    area.globals.push({ name: `${d.name}.${name}`, storage, address, readonly });
    this.globalCells.set(key, cell);
    return cell;
  }

  /** Value of a module-level constant; null if it is not a build-time constant. */
  constant(d: Extract<Declaration, { k: "const" }>): Constant | null {
    if (d.value !== undefined) return d.value as Constant | null;
    if (d.busy) throw this.error(d.file, d.node, "constant-cycle", `"${d.name}" depends on itself`);
    d.busy = true;
    let value = this.evaluate(d.file, d.node);
    if (value !== null && d.type !== undefined) {
      const type = this.type(d.file, d.type);
      if (type.k === "f64" && value.type.k === "i32") value = { type: F64, value: value.value };
      else value = { ...value, type, untyped: false };
    }
    d.value = value;
    d.busy = false;
    return value;
  }

  /** Build-time evaluation of constant expressions; null when `node` is not one. */
  evaluate(file: SourceFile, node: any): Constant | null {
    const K = ts.SyntaxKind;
    switch (node.kind) {
      case K.NumericLiteral: {
        const text: string = node.getText();
        const isFloat = !/^0[xXbBoO]/.test(text) && /[.eE]/.test(text);
        const n = Number(text.replaceAll("_", ""));
        return { type: isFloat ? F64 : I32, value: isFloat ? n : n | 0, untyped: true };
      }
      case K.BigIntLiteral:
        return { type: I64, value: BigInt.asIntN(64, BigInt(node.getText().replaceAll("_", "").slice(0, -1))) };
      case K.TrueKeyword:
        return { type: { k: "bool" }, value: 1 };
      case K.FalseKeyword:
        return { type: { k: "bool" }, value: 0 };
      case K.ParenthesizedExpression:
      case K.AsExpression:
      case K.SatisfiesExpression:
      case K.NonNullExpression:
        return this.evaluate(file, node.expression);
      case K.Identifier: {
        const d = this.sources.resolve(file, node.text);
        if (d?.k === "const") return this.constant(d);
        if (d?.k === "import" && d.imported === "ERROR") return { type: VALUE, value: 0n };
        if (d?.k === "import" && d.imported === "NIL") return { type: { k: "nil" }, value: 0 };
        return null;
      }
      case K.PropertyAccessExpression: {
        if (!ts.isIdentifier(node.expression)) return null;
        const d = this.sources.resolve(file, node.expression.text);
        if (d?.k !== "const") return null;
        let object = d.node;
        while (ts.isAsExpression(object)) object = object.expression;
        if (!ts.isObjectLiteralExpression(object)) return null;
        const property: any = object.properties.find((p: any) => p.name?.text === node.name.text);
        return property === undefined ? null : this.evaluate(d.file, property.initializer);
      }
      case K.PrefixUnaryExpression: {
        const v = this.evaluate(file, node.operand);
        if (v === null) return null;
        if (node.operator === K.MinusToken) {
          if (v.type.k === "f64") return { ...v, value: -(v.value as number) };
          if (v.type.k === "i32" && v.value === 0) return v;
          return typeof v.value === "bigint" ? { ...v, value: BigInt.asIntN(64, -v.value) } : { ...v, value: -v.value | 0 };
        }
        if (node.operator === K.TildeToken) return { ...v, value: typeof v.value === "bigint" ? ~v.value : ~v.value };
        if (node.operator === K.ExclamationToken) return { type: { k: "bool" }, value: v.value ? 0 : 1 };
        return null;
      }
      case K.BinaryExpression: {
        const l = this.evaluate(file, node.left), r = this.evaluate(file, node.right);
        if (l === null || r === null) return null;
        return foldBinary(node.operatorToken.kind, l, r);
      }
      case K.CallExpression:
        return this.evaluateCall(file, node);
    }
    return null;
  }

  private area(file: SourceFile): StaticArea {
    return this.statik(file.unit?.name ?? this.unit.name);
  }

  /** A table of constants in the data segment: its address. */
  private staticTable(file: SourceFile, name: string, list: any): Constant | null {
    const size = ({ tableU8: 1, tableI32: 4, tableI64: 8, tableF64: 8 } as Record<string, number>)[name];
    if (size === undefined || !ts.isArrayLiteralExpression(list)) return null;
    const bytes = new Uint8Array(list.elements.length * size), view = new DataView(bytes.buffer);
    list.elements.forEach((item: any, i: number) => {
      const c = this.evaluate(file, item);
      if (c === null) throw this.error(file, item, "static-table", "Elements of a static table are build-time constants");
      if (size === 1) view.setUint8(i, Number(c.value));
      else if (size === 4) view.setInt32(i * 4, Number(c.value), true);
      else if (name === "tableI64") view.setBigInt64(i * 8, BigInt(c.value), true);
      else view.setFloat64(i * 8, Number(c.value), true);
    });
    return { type: I32, value: this.area(file).place(bytes, size) };
  }

  private evaluateCall(file: SourceFile, node: any): Constant | null {
    if (!ts.isIdentifier(node.expression)) return null;
    const d = this.sources.resolve(file, node.expression.text);
    if (d?.k !== "import") return null;
    const arg = node.arguments[0];
    if (d.imported === "special" || d.imported === "boxChar") {
      const n = this.evaluate(file, arg);
      if (n === null) return null;
      const op = operation(d.imported === "special" ? "special.box" : "char.box");
      return { type: VALUE, value: op.evaluate(n.value) };
    }
    if (d.imported === "boxInt") {
      const n = this.evaluate(file, arg);
      return n === null ? null : { type: VALUE, value: operation("int.box").evaluate(BigInt(n.value)) };
    }
    if (d.imported === "boxFloat") {
      const n = this.evaluate(file, arg);
      return n === null ? null : { type: VALUE, value: operation("float.box").evaluate(Number(n.value)) };
    }
    if (d.imported === "opcodeOf") {
      const opcode = this.opcodes.get(arg.text);
      if (opcode === undefined) throw this.error(file, arg, "opcode", `There is no bytecode "${arg.text}"`);
      return { type: I32, value: opcode };
    }
    if (d.imported.startsWith("table")) return this.staticTable(file, d.imported, arg);
    if (d.imported === "utf8") {
      return ts.isStringLiteralLike(arg) ? { type: I32, value: this.area(file).place(new TextEncoder().encode(arg.text), 1) } : null;
    }
    if (d.imported === "i64") {
      const n = this.evaluate(file, arg);
      return n === null ? null : { type: I64, value: BigInt(n.value) };
    }
    if (d.imported === "f64") {
      const n = this.evaluate(file, arg);
      return n === null ? null : { type: F64, value: Number(n.value) };
    }
    return null;
  }
}

function blankLayout(name: string, parent: LayoutInfo | null): LayoutInfo {
  return {
    name,
    id: 0,
    lastId: 0,
    parent,
    abstract: false,
    stable: false,
    finalizer: false,
    fields: [],
    tail: null,
    sizeBytes: 8,
  };
}

export function resultTypes(result: FType): import("../machine/tree.ts").Type[] {
  if (result.k === "tuple") return result.items.map((t) => machineType(t)!);
  const m = machineType(result);
  return m === null ? [] : [m];
}

function foldBinary(kind: number, l: Constant, r: Constant): Constant | null {
  const K = ts.SyntaxKind;
  if (typeof l.value === "bigint" || typeof r.value === "bigint") {
    const a = BigInt(l.value), b = BigInt(r.value);
    const out = kind === K.PlusToken
      ? a + b
      : kind === K.MinusToken
      ? a - b
      : kind === K.AsteriskToken
      ? a * b
      : kind === K.LessThanLessThanToken
      ? a << b
      : kind === K.BarToken
      ? a | b
      : kind === K.AmpersandToken
      ? a & b
      : kind === K.AsteriskAsteriskToken
      ? a ** b
      : null;
    return out === null ? null : { type: I64, value: BigInt.asIntN(64, out) };
  }
  const a = l.value, b = r.value;
  const isFloat = l.type.k === "f64" || r.type.k === "f64";
  let out: number | null = null;
  switch (kind) {
    case K.PlusToken:
      out = a + b;
      break;
    case K.MinusToken:
      out = a - b;
      break;
    case K.AsteriskToken:
      out = isFloat ? a * b : Math.imul(a, b);
      break;
    case K.SlashToken:
      out = isFloat ? a / b : b === 0 ? null : Math.trunc(a / b);
      break;
    case K.LessThanLessThanToken:
      out = a << b;
      break;
    case K.BarToken:
      out = a | b;
      break;
    case K.AmpersandToken:
      out = a & b;
      break;
    case K.AsteriskAsteriskToken:
      out = a ** b;
      break;
  }
  if (out === null) return null;
  const untyped = l.untyped === true && r.untyped === true;
  return isFloat ? { type: F64, value: out, untyped } : { type: l.type, value: out | 0, untyped };
}
