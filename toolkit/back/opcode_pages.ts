/**
 * Reference pages in Markdown, generated from what the machine itself reads: the bytecodes of a language, and the table of
 * the abstract machine's operations.
 *
 * Input: a Program, or the operation table; output: text without dates or paths, the same on every machine.
 *
 * @example
 * ```
 * | opcode | bytecode | stack effect | meaning |
 * | 4 | `add` | `( left right -- sum )` | Integers and floats inline, the rest out of line |
 * ```
 */

import { OPERATIONS, TAG_CLASSES } from "../machine/operations.ts";
import type { Effects, Handler, Program } from "../machine/tree.ts";

/** What a handler's documentation comment says: head `name #immediates ( inputs -- outputs )`, then the meaning. */
export interface HandlerDoc {
  stackEffect: string;
  meaning: string;
}

const HEAD = /^`([a-z_0-9]+)((?:\s+#\w+)*)\s*(\([^`]*--[^`]*\))?`\s*:?\s*/;

/** Splits a documentation comment; without a head, the stack effect is made from the signature. */
export function handlerDoc(h: Handler): HandlerDoc {
  const doc = h.doc.replace(/\s+/g, " ").trim();
  const match = HEAD.exec(doc);
  const inputs = h.fn.locals.slice(0, h.inputs).map((l) => l.name);
  const outputs = h.outputs === 0 ? [] : h.outputs === 1 ? ["result"] : Array.from({ length: h.outputs }, (_, i) => `result${i}`);
  const derived = `( ${[...inputs, "--", ...outputs].join(" ")} )`;
  if (match === null) return { stackEffect: derived, meaning: doc };
  return { stackEffect: match[3] ?? derived, meaning: doc.slice(match[0].length) };
}

function sentence(text: string): string {
  const trimmed = text.trim().replace(/\.$/, "");
  return trimmed === "" ? "" : trimmed[0].toUpperCase() + trimmed.slice(1);
}

const cell = (text: string) => text.replaceAll("|", "\\|").replaceAll("\n", " ");

/** A table with columns as wide as `deno fmt` makes them. */
function table(head: string[], rows: string[][]): string {
  const all = [head, ...rows.map((r) => r.map(cell))];
  const widths = head.map((_, i) => Math.max(3, ...all.map((r) => [...r[i]].length)));
  const line = (r: string[]) => `| ${r.map((c, i) => c + " ".repeat(widths[i] - [...c].length)).join(" | ")} |`;
  return [line(head), `| ${widths.map((w) => "-".repeat(w)).join(" | ")} |`, ...all.slice(1).map(line)].join("\n");
}

/** Effects in words. */
export function effectWords(e: Effects): string {
  const words = [
    e.collects ? "may collect" : "",
    e.raises ? "may raise" : "",
    e.calls ? "may run guest code" : "",
    e.writesRegions === null ? "writes anything" : e.writesRegions.size > 0 ? `writes ${[...e.writesRegions].sort().join(", ")}` : "",
  ].filter((w) => w !== "");
  return words.length === 0 ? "none" : words.join(", ");
}

function immediates(h: Handler): string {
  return h.immediates.length === 0 ? "" : h.immediates.map((i) => `\`#${i.name}\` ${i.storage}`).join(", ");
}

function flags(h: Handler, p: Program): string {
  const continuations = p.continuations.filter((c) => c.handler === h).length;
  return [
    h.loopHeader ? "loop header" : "",
    h.unwind ? "unwinder" : "",
    h.hidden ? "hidden" : "",
    h.outline ? "outlined" : "",
    continuations > 0 ? `${continuations} continuation${continuations > 1 ? "s" : ""}` : "",
  ].filter((f) => f !== "").join(", ");
}

/** The page of a language's bytecodes: what its compiler emits first, hidden ones behind. */
export function bytecodePage(program: Program, title: string): string {
  const byName = (a: Handler, b: Handler) => (a.name < b.name ? -1 : 1);
  const row = (h: Handler) => {
    const { stackEffect, meaning } = handlerDoc(h);
    return [`\`${h.name}\``, immediates(h), `\`${stackEffect}\``, sentence(meaning), flags(h, program)];
  };
  const head = ["bytecode", "immediates", "stack effect", "meaning", "remarks"];
  const visible = program.handlers.filter((h) => !h.hidden).sort(byName), hidden = program.handlers.filter((h) => h.hidden).sort(byName);
  const sections = [
    `# ${title}`,
    `Generated from the definitions of \`${program.unit}\`; do not edit. An instruction is a u16 opcode followed by its immediates, little-endian,
without padding. The stack effect is \`( before -- after )\` with the top on the right.`,
    `${visible.length} bytecodes, ${hidden.length} hidden ones, ${program.continuations.length} continuations.`,
    table(head, visible.map(row)),
  ];
  if (hidden.length > 0) {
    sections.push("## Hidden bytecodes", "No compiler emits them; the bytecode verifier refuses them.", table(head, hidden.map(row)));
  }
  return sections.join("\n\n") + "\n";
}

const GROUPS: [prefix: string, title: string][] = [
  ["i32", "32-bit integers"],
  ["i64", "64-bit integers"],
  ["f64", "Doubles"],
  ["ref", "References"],
  ["value", "Words"],
  ["int", "Immediate integers"],
  ["float", "Floats in words"],
  ["special", "Specials"],
  ["char", "Characters"],
  ["memory", "Memory"],
];

/** The page of the abstract machine's operations (`docs/operations.md`). */
export function operationsPage(): string {
  const sections = [
    "# Operations of the abstract machine",
    `Generated from \`toolkit/machine/operations.ts\`; do not edit. Pure operations only: state, memory and control are the nodes of
\`toolkit/machine/tree.ts\`. _Commutes_: operands may be exchanged; _traps_: not to be hoisted above a guard.`,
  ];
  const rest = new Set(OPERATIONS.keys());
  for (const [prefix, title] of GROUPS) {
    const rows = [...OPERATIONS.values()].filter((o) => o.name.startsWith(`${prefix}.`)).map((o) => {
      rest.delete(o.name);
      const code = o.wasm.length === 0
        ? ""
        : o.wasm.length <= 2
        ? o.wasm.map((b) => `0x${b.toString(16).padStart(2, "0")}`).join(" ")
        : "sequence";
      return [
        `\`${o.name}\``,
        `\`${o.params.join(" ") || "–"}\``,
        `\`${o.result}\``,
        code === "" ? "by name" : code,
        [o.commutative ? "commutes" : "", o.traps ? "traps" : ""].filter((x) => x !== "").join(", "),
      ];
    });
    sections.push(`## ${title}`, table(["operation", "operands", "result", "wasm", "remarks"], rows));
  }
  if (rest.size > 0) throw new Error(`opcode_pages.ts: no group for ${[...rest].join(", ")}`);
  const classes = TAG_CLASSES.map((c) => [`\`${c.test}\``, `\`${c.box}\``, `\`${c.unbox}\``]);
  sections.push(
    "## Laws of the tag classes",
    "`is_K(box_K x) = 1`, `unbox_K(box_K x) = x`, and `is_K(box_L x) = 0` for two different classes.",
    table(["test", "boxing", "unboxing"], classes),
  );
  return sections.join("\n\n") + "\n";
}
