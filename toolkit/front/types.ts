/** Types of the definition language as the front end sees them, and how they map to machine types and storage. */

import type { FieldInfo, LayoutInfo, Storage, Type } from "../machine/tree.ts";

export type FType =
  | { k: "i32" | "u32" | "i64" | "f64" | "bool" | "value" | "void" | "never" | "nil" }
  | { k: "storage"; storage: Storage } // u8, i8, u16, i16: fields, tails and immediates only
  | { k: "layout"; layout: LayoutInfo }
  | { k: "slot"; params: FType[]; result: FType }
  | { k: "tail"; element: FType }
  | { k: "immediate"; of: FType }
  | { k: "tuple"; items: FType[] };

export const I32: FType = { k: "i32" };
export const U32: FType = { k: "u32" };
export const I64: FType = { k: "i64" };
export const F64: FType = { k: "f64" };
export const BOOL: FType = { k: "bool" };
export const VALUE: FType = { k: "value" };
export const VOID: FType = { k: "void" };
export const NEVER: FType = { k: "never" };

/** Machine type of a value of type `t`; null for void, never and things that are no values. */
export function machineType(t: FType): Type | null {
  switch (t.k) {
    case "i32":
    case "u32":
    case "bool":
    case "storage":
    case "slot":
      return "i32";
    case "i64":
    case "f64":
    case "value":
      return t.k;
    case "layout":
    case "nil":
      return "ref";
    case "immediate":
      return machineType(t.of);
    default:
      return null;
  }
}

/** How a field or element of type `t` is stored. */
export function storageOf(t: FType): Storage | null {
  if (t.k === "storage") return t.storage;
  if (t.k === "immediate") return storageOf(t.of);
  if (t.k === "bool") return "u8";
  const m = machineType(t);
  return m;
}

/** Type a stored thing has when it is read: the small widths become i32. */
export function readType(t: FType): FType {
  return t.k === "storage" ? I32 : t.k === "immediate" ? readType(t.of) : t;
}

export function typeName(t: FType): string {
  switch (t.k) {
    case "layout":
      return t.layout.name;
    case "storage":
      return t.storage;
    case "tail":
      return `Tail<${typeName(t.element)}>`;
    case "slot":
      return `Slot<(${t.params.map(typeName).join(", ")}) => ${typeName(t.result)}>`;
    case "tuple":
      return `[${t.items.map(typeName).join(", ")}]`;
    case "immediate":
      return `Imm<${typeName(t.of)}>`;
    default:
      return t.k;
  }
}

/** A field found on a layout or one of its parents, with its front-end type. */
export interface FieldType {
  info: FieldInfo;
  type: FType;
}
