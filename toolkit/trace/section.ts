/**
 * The abstract machine code of a unit as the trace builder reads it: written at build time beside the wasm, read lazily.
 *
 * A head of JSON (layouts, signatures, handlers, where each body lies) and the bodies in binary: one byte for the kind of a
 * statement or expression, LEB128 numbers, indices into tables of operations, regions, functions and layouts. A body is
 * decoded when a trace first meets it. The head carries the format number and the size of the wasm it belongs to.
 */

import { OPERATIONS } from "../machine/operations.ts";
import type {
  Continuation,
  Expr,
  Fn,
  Handler,
  LayoutInfo,
  Program,
  Region,
  Resume,
  Signature,
  Spill,
  Stmt,
  Storage,
  Type,
  VmRead,
  VmTransfer,
  VmWrite,
} from "../machine/tree.ts";
import { ByteBuffer } from "../wasm/encoder.ts";

const FORMAT = 6;
const ALLOCATE_SLOW = "allocate.allocateSlow";

/** What the trace builder knows of the languages loaded. */
export interface MachineCode {
  handlers: Handler[];
  continuations: Continuation[];
  layouts: LayoutInfo[];
  /** Functions by slot of the shared table. */
  byTableIndex: Map<number, Fn>;
  /** What allocates when an object is large, stable or has a finalizer. */
  allocateSlow: Fn;
}

const TYPES: Type[] = ["i32", "i64", "f64", "value", "ref"];
const STORAGES: Storage[] = ["i8", "u8", "i16", "u16", "i32", "i64", "f64", "value", "ref"];
const VM_READS: VmRead[] = ["imm", "local", "peek", "code", "func", "extra", "pc", "nextPc", "depth", "frameSlots"];
const VM_WRITES: VmWrite[] = ["setLocal", "poke", "push", "drop", "setExtra", "jump", "jumpTo", "cutStack", "saveFrame", "outOfLine"];
const TRANSFERS: VmTransfer[] = [
  "call",
  "tailCall",
  "leave",
  "unwindFrame",
  "resumeFrame",
  "raise",
  "unwindInto",
  "restart",
];
const EXPRESSIONS = ["const", "get", "op", "load", "cond", "promote", "isConstant", "vm"] as const;
const STATEMENTS = [
  "set",
  "store",
  "call",
  "callSlot",
  "alloc",
  "if",
  "loop",
  "block",
  "break",
  "continue",
  "switch",
  "return",
  "throw",
  "rethrow",
  "memory",
  "trap",
  "vm",
  "transfer",
] as const;
const OPERATION_LIST = [...OPERATIONS.values()];

/** Tables that bodies refer to by index. */
interface Tables {
  functions: Fn[];
  layouts: LayoutInfo[];
  regions: Region[];
}

// ── Writing ──────────────────────────────────────────────────────────────────────────────────────────────────────────

class Writer {
  readonly out = new ByteBuffer(1 << 16);
  private readonly functionIndex = new Map<Fn, number>();
  private readonly layoutIndex: Map<string, number>;
  private readonly regionIndex = new Map<string, number>();
  private readonly operationIndex = new Map(OPERATION_LIST.map((o, i) => [o.name, i]));

  constructor(readonly tables: Tables) {
    tables.functions.forEach((f, i) => this.functionIndex.set(f, i));
    this.layoutIndex = new Map(tables.layouts.map((l, i) => [l.name, i]));
  }

  fn(fn: Fn): void {
    let i = this.functionIndex.get(fn);
    if (i === undefined) this.functionIndex.set(fn, i = this.tables.functions.push(fn) - 1);
    this.out.u32(i);
  }

  private region(r: Region): void {
    let i = this.regionIndex.get(r.name);
    if (i === undefined) this.regionIndex.set(r.name, i = this.tables.regions.push(r) - 1);
    this.out.u32(i);
  }

  list<T>(items: readonly T[], write: (item: T) => void): void {
    this.out.u32(items.length);
    items.forEach(write);
  }

  expr = (e: Expr): void => {
    const { out } = this;
    const kind = EXPRESSIONS.indexOf(e.k as typeof EXPRESSIONS[number]);
    if (kind < 0) throw new Error(`Expressions of kind "${e.k}" have no encoding`);
    out.byte(kind | TYPES.indexOf(e.type) << 4);
    switch (e.k) {
      case "const":
        if (e.type === "f64") return out.f64(e.value as number);
        return typeof e.value === "bigint" ? out.s64(e.value) : out.s32(e.value);
      case "get":
        return out.u32(e.local);
      case "op":
        out.byte(this.operationIndex.get(e.op.name)!);
        return e.args.forEach(this.expr);
      case "load":
        out.byte(STORAGES.indexOf(e.storage) | (e.index === undefined ? 0 : 16));
        this.region(e.region);
        out.u32(e.offset);
        this.expr(e.base);
        if (e.index !== undefined) {
          out.u32(e.scale);
          this.expr(e.index);
        }
        return;
      case "cond":
        this.expr(e.test);
        this.expr(e.then);
        return this.expr(e.else);
      case "promote":
      case "isConstant":
        return this.expr(e.arg);
      case "vm":
        out.byte(VM_READS.indexOf(e.what));
        out.u32(e.index);
        return this.list(e.args, this.expr);
    }
  };

  statements = (list: readonly Stmt[]): void => this.list(list, this.stmt);

  private resume(r: Resume | "next" | null): void {
    if (r === null) return this.out.byte(0);
    if (r === "next") return this.out.byte(1);
    this.out.byte(2);
    this.out.u32(r.continuation);
    this.list(r.saved, this.expr);
  }

  stmt = (s: Stmt): void => {
    const { out } = this;
    out.byte(STATEMENTS.indexOf(s.k));
    switch (s.k) {
      case "set":
        out.u32(s.local);
        return this.expr(s.value);
      case "store":
        out.byte(STORAGES.indexOf(s.storage) | (s.index === undefined ? 0 : 16) | (s.fresh ? 32 : 0));
        this.region(s.region);
        out.u32(s.offset);
        this.expr(s.base);
        if (s.index !== undefined) {
          out.u32(s.scale);
          this.expr(s.index);
        }
        return this.expr(s.value);
      case "call":
        this.fn(s.fn);
        s.args.forEach(this.expr);
        return this.callTail(s);
      case "callSlot":
        this.expr(s.slot);
        this.list(s.signature.results, (t) => out.byte(TYPES.indexOf(t)));
        this.list(s.args, this.expr);
        return this.callTail(s);
      case "alloc":
        out.u32(this.layoutIndex.get(s.layout.name)!);
        out.u32(s.result);
        out.byte(s.length === undefined ? 0 : 1);
        if (s.length !== undefined) this.expr(s.length);
        return;
      case "if":
        this.expr(s.test);
        this.statements(s.then);
        return this.statements(s.else);
      case "loop":
      case "block":
        out.u32(s.label);
        return this.statements(s.body);
      case "break":
      case "continue":
        return out.u32(s.label);
      case "switch":
        this.expr(s.value);
        this.list(s.cases, (c) => {
          this.list(c.values, (v) => out.s32(v));
          this.statements(c.body);
        });
        return this.statements(s.default);
      case "return":
        return this.list(s.values, this.expr);
      case "throw":
        return this.expr(s.value);
      case "vm":
        out.byte(VM_WRITES.indexOf(s.what));
        return this.list(s.args, this.expr);
      case "transfer":
        out.byte(TRANSFERS.indexOf(s.what));
        this.list(s.args, this.expr);
        return this.resume(s.resume);
    }
  };

  private callTail(s: { results: number[]; attempt: boolean; spill: Spill }): void {
    this.list(s.results, (r) => this.out.u32(r));
    this.out.byte(s.attempt ? 1 : 0);
    this.resume(s.spill.resume);
  }
}

const packRegions = (regions: ReadonlySet<string> | null) => regions === null ? null : [...regions].sort();
const unpackRegions = (names: string[] | null) => names === null ? null : new Set(names);

/** Serialises programs (the heap's first, the language's last). */
export function packMachineCode(programs: readonly Program[], wasmBytes: number): Uint8Array<ArrayBuffer> {
  const own = programs[programs.length - 1];
  const layouts = programs.flatMap((p) => p.layouts);
  const tables: Tables = { functions: programs.flatMap((p) => p.functions), layouts, regions: [] };
  const writer = new Writer(tables);
  const head = (fn: Fn, withBody: boolean) => {
    const start = writer.out.length;
    if (withBody) writer.statements(fn.body);
    const { effects: e } = fn;
    return [
      fn.name,
      fn.params,
      fn.locals.map((l) => TYPES.indexOf(l.type)).join(""),
      fn.results.map((t) => TYPES.indexOf(t)).join(""),
      (e.collects ? 1 : 0) | (e.raises ? 2 : 0) | (e.calls ? 4 : 0) | (e.reads ? 8 : 0) | (e.writes ? 16 : 0),
      packRegions(e.writesRegions),
      ["pure", "inline", "residual"].indexOf(fn.inlining),
      fn.tableIndex,
      withBody ? start : -1,
      ...(e.returned === undefined
        ? []
        : [(e.returned.calls ? 1 : 0) | (e.returned.writes ? 2 : 0), packRegions(e.returned.writesRegions)]),
    ];
  };
  const handlers = own.handlers.map((h) => ({ ...h, fn: head(h.fn, true), stack: null, doc: "" }));
  const continuations = own.continuations.map((c) => ({ ...c, handler: own.handlers.indexOf(c.handler), fn: head(c.fn, true) }));
  const functions: unknown[] = [];
  for (let i = 0; i < tables.functions.length; i++) {
    const fn = tables.functions[i];
    functions.push(head(fn, fn.inlining === "inline"));
  }
  const text = JSON.stringify({
    format: FORMAT,
    unit: own.unit,
    wasmBytes,
    functions: functions.map((f, i) =>
      tables.functions[i].inlining === "inline" || tables.functions[i].tableIndex !== 0 ? f : [(f as string[])[0]]
    ),
    layouts: layouts.map((l) => ({
      name: l.name,
      id: l.id,
      stable: l.stable,
      finalizer: l.finalizer,
      sizeBytes: l.sizeBytes,
      tail: l.tail === null ? null : { storage: l.tail.storage, region: (l.tail as unknown as { region: Region }).region.name },
      fields: l.fields.map((f) => [f.name, f.storage, f.offset, f.readonly, f.region.name]),
    })),
    regions: tables.regions.map((r) => (r.readonly ? "!" : "") + r.name),
    handlers,
    continuations,
  });
  const encoded = new TextEncoder().encode(text);
  const out = new ByteBuffer(encoded.length + writer.out.length + 8);
  out.append([encoded.length & 255, encoded.length >> 8 & 255, encoded.length >> 16 & 255, encoded.length >>> 24]);
  out.append(encoded);
  out.appendBuffer(writer.out);
  return out.view().slice();
}

// ── Reading ──────────────────────────────────────────────────────────────────────────────────────────────────────────

class Reader {
  private readonly view: DataView;

  constructor(private readonly bytes: Uint8Array, private at: number, private readonly tables: Tables) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  byte(): number {
    return this.bytes[this.at++];
  }

  u32(): number {
    let v = 0, shift = 0;
    for (;;) {
      const b = this.bytes[this.at++];
      v |= (b & 0x7f) << shift;
      if (b < 0x80) return v >>> 0;
      shift += 7;
    }
  }

  private s32(): number {
    let v = 0, shift = 0;
    for (;;) {
      const b = this.bytes[this.at++];
      v |= (b & 0x7f) << shift;
      shift += 7;
      if (b < 0x80) return shift < 32 && (b & 0x40) !== 0 ? v | -1 << shift : v;
    }
  }

  private s64(): bigint {
    let v = 0n, shift = 0n;
    for (;;) {
      const b = this.bytes[this.at++];
      v |= BigInt(b & 0x7f) << shift;
      shift += 7n;
      if (b < 0x80) return BigInt.asIntN(64, (b & 0x40) !== 0 ? v | (-1n << shift) : v);
    }
  }

  private list<T>(read: () => T): T[] {
    const n = this.u32(), out: T[] = [];
    for (let i = 0; i < n; i++) out.push(read());
    return out;
  }

  expr = (): Expr => {
    const head = this.byte();
    const type = TYPES[head >> 4];
    switch (EXPRESSIONS[head & 15]) {
      case "const": {
        if (type === "f64") {
          const value = this.view.getFloat64(this.at, true);
          this.at += 8;
          return { k: "const", type, value };
        }
        if (type === "i64") return { k: "const", type, value: this.s64() };
        if (type === "value") return { k: "const", type, value: BigInt.asUintN(64, this.s64()) };
        return { k: "const", type, value: this.s32() };
      }
      case "get":
        return { k: "get", type, local: this.u32() };
      case "op": {
        const op = OPERATION_LIST[this.byte()];
        return { k: "op", type, op, args: op.params.map(this.expr) };
      }
      case "load": {
        const flags = this.byte(), region = this.tables.regions[this.u32()], offset = this.u32(), base = this.expr();
        const storage = STORAGES[flags & 15];
        if ((flags & 16) === 0) return { k: "load", type, storage, region, base, offset, scale: 0 };
        const scale = this.u32();
        return { k: "load", type, storage, region, base, offset, scale, index: this.expr() };
      }
      case "cond":
        return { k: "cond", type, test: this.expr(), then: this.expr(), else: this.expr() };
      case "promote":
        return { k: "promote", type, arg: this.expr() };
      case "isConstant":
        return { k: "isConstant", type: "i32", arg: this.expr() };
      default: {
        const what = VM_READS[this.byte()], index = this.u32();
        return { k: "vm", type, what, index, args: this.list(this.expr) };
      }
    }
  };

  statements = (): Stmt[] => this.list(this.stmt);

  private resume(): Resume | "next" | null {
    const kind = this.byte();
    if (kind < 2) return kind === 0 ? null : "next";
    return { continuation: this.u32(), saved: this.list(this.expr) };
  }

  private callTail(): { results: number[]; attempt: boolean; spill: Spill } {
    const results = this.list(() => this.u32()), attempt = this.byte() === 1;
    return { results, attempt, spill: { locals: [], resume: this.resume() } };
  }

  stmt = (): Stmt => {
    const k = STATEMENTS[this.byte()];
    switch (k) {
      case "set":
        return { k, local: this.u32(), value: this.expr() };
      case "store": {
        const flags = this.byte(), region = this.tables.regions[this.u32()], offset = this.u32(), base = this.expr();
        const indexed = (flags & 16) !== 0, scale = indexed ? this.u32() : 0;
        const index = indexed ? this.expr() : undefined, value = this.expr();
        return {
          k,
          storage: STORAGES[flags & 15],
          region,
          base,
          offset,
          scale,
          value,
          fresh: (flags & 32) !== 0,
          ...(index === undefined ? {} : { index }),
        };
      }
      case "call": {
        const fn = this.tables.functions[this.u32()];
        const args: Expr[] = [];
        for (let i = 0; i < fn.params; i++) args.push(this.expr());
        return { k, fn, args, ...this.callTail() };
      }
      case "callSlot": {
        const slot = this.expr(), results = this.list(() => TYPES[this.byte()]), args = this.list(this.expr);
        const signature = { params: [], results } as unknown as Signature;
        return { k, slot, signature, args, ...this.callTail() };
      }
      case "alloc": {
        const layout = this.tables.layouts[this.u32()], result = this.u32();
        const length = this.byte() === 1 ? this.expr() : undefined;
        return { k, layout, result, spill: { locals: [], resume: null }, ...(length === undefined ? {} : { length }) };
      }
      case "if":
        return { k, test: this.expr(), then: this.statements(), else: this.statements() };
      case "loop":
      case "block":
        return { k, label: this.u32(), body: this.statements() };
      case "break":
      case "continue":
        return { k, label: this.u32() };
      case "switch":
        return {
          k,
          value: this.expr(),
          cases: this.list(() => ({ values: this.list(() => this.s32()), body: this.statements() })),
          default: this.statements(),
        };
      case "return":
        return { k, values: this.list(this.expr) };
      case "throw":
        return { k, value: this.expr() };
      case "vm":
        return { k, what: VM_WRITES[this.byte()], args: this.list(this.expr) };
      case "transfer":
        return { k, what: TRANSFERS[this.byte()], args: this.list(this.expr), resume: this.resume() as Resume | null };
      case "memory": // the trace builder stops there, whatever is copied
        return { k: "trap", message: "memory" };
      case "trap":
        return { k, message: "" };
      case "rethrow":
        return { k };
    }
  };
}

/** A function's head as `packMachineCode` writes it; the name alone for one that no trace calls. */
type PackedFunction = [
  name: string,
  params?: number,
  locals?: string,
  results?: string,
  flags?: number,
  writesRegions?: string[] | null,
  inlining?: number,
  tableIndex?: number,
  start?: number,
  returned?: number,
  returnedRegions?: string[] | null,
];

interface FunctionSource {
  readonly unit: string;
  readonly bytes: Uint8Array;
  /** Where the bodies begin. */
  readonly bodies: number;
  readonly tables: Tables;
}

/** A function whose parts are decoded when they are first asked for: most are never part of a trace. */
class LazyFunction implements Fn {
  readonly unroll = false;
  readonly where = "";
  private decodedBody: Stmt[] | null = null;
  private decodedLocals: Fn["locals"] | null = null;
  private decodedResults: Type[] | null = null;
  private decodedEffects: Fn["effects"] | null = null;

  constructor(private readonly packed: PackedFunction, private readonly source: FunctionSource) {}

  get name(): string {
    return this.packed[0];
  }

  get unit(): string {
    return this.source.unit;
  }

  get params(): number {
    return this.packed[1]!;
  }

  get locals(): Fn["locals"] {
    return this.decodedLocals ??= typesOf(this.packed[2]!).map((type) => ({ name: "", type }));
  }

  get results(): Type[] {
    return this.decodedResults ??= typesOf(this.packed[3]!);
  }

  get effects(): Fn["effects"] {
    const [, , , , flags, writesRegions, , , , returned, returnedRegions] = this.packed as Required<PackedFunction>;
    return this.decodedEffects ??= {
      collects: (flags & 1) !== 0,
      raises: (flags & 2) !== 0,
      calls: (flags & 4) !== 0,
      reads: (flags & 8) !== 0,
      writes: (flags & 16) !== 0,
      writesRegions: unpackRegions(writesRegions),
      returned: returned === undefined
        ? undefined
        : { calls: (returned & 1) !== 0, writes: (returned & 2) !== 0, writesRegions: unpackRegions(returnedRegions) },
    };
  }

  get inlining(): Fn["inlining"] {
    return (["pure", "inline", "residual"] as const)[this.packed[6]!];
  }

  get tableIndex(): number {
    return this.packed[7] ?? 0;
  }

  get body(): Stmt[] {
    const { bytes, bodies, tables } = this.source, start = this.packed[8]!;
    return this.decodedBody ??= start < 0 ? [] : new Reader(bytes, bodies + start, tables).statements();
  }
}

function typesOf(digits: string): Type[] {
  return [...digits].map((d) => TYPES[Number(d)]);
}

/** Reads what `packMachineCode` wrote. @throws Error when the format or the wasm does not fit. */
export function unpackMachineCode(bytes: Uint8Array, wasmBytes: number): MachineCode {
  const size = bytes[0] | bytes[1] << 8 | bytes[2] << 16 | bytes[3] << 24;
  const packed = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + size)));
  if (packed.format !== FORMAT || packed.wasmBytes !== wasmBytes) {
    throw new Error(`The machine code of "${packed.unit}" does not belong to its wasm: run deno task build`);
  }
  const layouts: LayoutInfo[] = packed.layouts.map((l: any) => ({
    ...l,
    lastId: l.id,
    parent: null,
    abstract: false,
    fields: l.fields.map(([name, storage, offset, readonly, region]: any) => ({
      name,
      storage,
      offset,
      readonly,
      region: { name: region, readonly },
    })),
  }));
  const regions: Region[] = packed.regions.map((r: string) =>
    r.startsWith("!") ? { name: r.slice(1), readonly: true } : { name: r, readonly: false }
  );
  const tables: Tables = { functions: [], layouts, regions };
  const source: FunctionSource = { unit: packed.unit, bytes, bodies: 4 + size, tables };
  tables.functions.push(...packed.functions.map((f: PackedFunction) => new LazyFunction(f, source)));
  const handlers: Handler[] = packed.handlers.map((h: any) => ({ ...h, fn: new LazyFunction(h.fn, source) }));
  const continuations: Continuation[] = packed.continuations.map((c: any) => ({
    ...c,
    handler: handlers[c.handler],
    fn: new LazyFunction(c.fn, source),
  }));
  const byTableIndex = new Map<number, Fn>();
  for (const fn of tables.functions) if (fn.tableIndex) byTableIndex.set(fn.tableIndex, fn);
  return { handlers, continuations, layouts, byTableIndex, allocateSlow: tables.functions.find((f) => f.name === ALLOCATE_SLOW)! };
}
