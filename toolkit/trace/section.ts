/**
 * The abstract machine code of a unit as the trace builder reads it: written at build time beside the wasm, read lazily.
 *
 * One JSON object; bodies are strings of JSON of their own, parsed when a trace first meets them. Carries a format number
 * and the length of the wasm it was built with, so that a stale pair is refused.
 */

import { operation } from "../machine/operations.ts";
import type { Continuation, Fn, Handler, LayoutInfo, Program, Region, Stmt } from "../machine/tree.ts";

const FORMAT = 1;

/** What the trace builder knows of the languages loaded. */
export interface MachineCode {
  handlers: Handler[];
  continuations: Continuation[];
  layouts: LayoutInfo[];
  /** Functions by slot of the shared table. */
  byTableIndex: Map<number, Fn>;
  byName: Map<string, Fn>;
}

interface Packed {
  format: number;
  unit: string;
  wasmBytes: number;
  functions: any[];
  layouts: any[];
  handlers: any[];
  continuations: any[];
}

/** Serialises programs (the heap's first, the language's last). */
export function packMachineCode(programs: readonly Program[], wasmBytes: number): string {
  const functions: Fn[] = [];
  const indexOf = new Map<Fn, number>();
  const add = (fn: Fn): number => {
    let i = indexOf.get(fn);
    if (i === undefined) {
      i = functions.push(fn) - 1;
      indexOf.set(fn, i);
    }
    return i;
  };
  const own = programs[programs.length - 1];
  const layouts = programs.flatMap((p) => p.layouts);
  const layoutIndex = new Map(layouts.map((l, i) => [l.name, i]));
  for (const p of programs) for (const fn of p.functions) add(fn);
  const body = (list: Stmt[]) =>
    JSON.stringify(list, (key, v) => {
      if (typeof v === "bigint") return { $: v.toString() };
      if (v === null || typeof v !== "object") {
        return Object.is(v, -0) ? { $f: "-0" } : typeof v === "number" && !Number.isFinite(v) ? { $f: String(v) } : v;
      }
      if (key === "fn") return add(v);
      if (key === "op") return v.name;
      if (key === "layout") return layoutIndex.get(v.name);
      if (key === "region") return (v.readonly ? "!" : "") + v.name;
      if (key === "signature") return { params: v.params, results: v.results };
      if (key === "spill") return { resume: v.resume };
      return v;
    });
  const head = (fn: Fn, withBody: boolean) => ({
    name: fn.name,
    params: fn.params,
    locals: fn.locals.map((l) => l.type),
    results: fn.results,
    effects: { ...fn.effects, writesRegions: fn.effects.writesRegions === null ? null : [...fn.effects.writesRegions].sort() },
    inlining: fn.inlining,
    unroll: fn.unroll,
    tableIndex: fn.tableIndex,
    body: withBody ? body(fn.body) : null,
  });
  const handlers = own.handlers.map((h) => ({ ...h, fn: head(h.fn, true), doc: undefined }));
  const continuations = own.continuations.map((c) => ({ ...c, handler: own.handlers.indexOf(c.handler), fn: head(c.fn, true) }));
  const packedFunctions = [];
  for (let i = 0; i < functions.length; i++) packedFunctions.push(head(functions[i], functions[i].inlining === "inline"));
  const packed: Packed = {
    format: FORMAT,
    unit: own.unit,
    wasmBytes,
    functions: packedFunctions,
    layouts: layouts.map((l) => ({
      name: l.name,
      id: l.id,
      stable: l.stable,
      finalizer: l.finalizer,
      sizeBytes: l.sizeBytes,
      tail: l.tail === null ? null : { name: l.tail.name, storage: l.tail.storage, region: (l.tail as any).region.name },
      fields: l.fields.map((f) => [f.name, f.storage, f.offset, f.readonly, f.region.name]),
    })),
    handlers,
    continuations,
  };
  return JSON.stringify(packed);
}

/** Reads what `packMachineCode` wrote. @throws Error when the format or the wasm does not fit. */
export function unpackMachineCode(text: string, wasmBytes: number): MachineCode {
  const packed: Packed = JSON.parse(text);
  if (packed.format !== FORMAT || packed.wasmBytes !== wasmBytes) {
    throw new Error(`The machine code of "${packed.unit}" does not belong to its wasm: run deno task build`);
  }
  const layouts: LayoutInfo[] = packed.layouts.map((l) => ({
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
  const regions = new Map<string, Region>();
  const region = (text: string): Region => {
    let r = regions.get(text);
    if (r === undefined) {
      const readonly = text.startsWith("!");
      regions.set(text, r = { name: readonly ? text.slice(1) : text, readonly });
    }
    return r;
  };
  const functions: Fn[] = [];
  const fixUp = (x: any): any => {
    if (Array.isArray(x)) {
      for (let i = 0; i < x.length; i++) x[i] = fixUp(x[i]);
      return x;
    }
    if (typeof x !== "object" || x === null) return x;
    if (x.$ !== undefined) return BigInt(x.$);
    if (x.$f !== undefined) return Number(x.$f);
    for (const key in x) {
      const v = x[key];
      if (key === "fn") x[key] = functions[v];
      else if (key === "op") x[key] = operation(v);
      else if (key === "layout") x[key] = layouts[v];
      else if (key === "region") x[key] = region(v);
      else if (typeof v === "object" && v !== null) x[key] = fixUp(v);
    }
    return x;
  };
  const makeFn = (f: any): Fn => {
    let parsed: Stmt[] | null = null;
    return {
      ...f,
      unit: packed.unit,
      where: "",
      locals: f.locals.map((type: any) => ({ name: "", type })),
      effects: { ...f.effects, writesRegions: f.effects.writesRegions === null ? null : new Set(f.effects.writesRegions) },
      get body() {
        return parsed ??= f.body === null ? [] : fixUp(JSON.parse(f.body));
      },
    };
  };
  for (const f of packed.functions) functions.push(makeFn(f));
  const handlers: Handler[] = packed.handlers.map((h) => ({ ...h, fn: makeFn(h.fn) }));
  const continuations: Continuation[] = packed.continuations.map((c) => ({ ...c, handler: handlers[c.handler], fn: makeFn(c.fn) }));
  const byTableIndex = new Map<number, Fn>();
  for (const fn of functions) if (fn.tableIndex !== 0) byTableIndex.set(fn.tableIndex, fn);
  return { handlers, continuations, layouts, byTableIndex, byName: new Map(functions.map((f) => [f.name, f])) };
}
