/**
 * Regions as text: one instruction a line, edges and loop bodies indented, for `dump trace` and for tests.
 *
 * `n12 = i64.add n7 n9` computes; `guard n12 = 1 else exit 3 [t@40]` leaves or goes on in the indented edge.
 */

import type { Exit, Instruction, Node, Path } from "./nodes.ts";
import type { BuiltRegion } from "./region.ts";

/** The whole region. */
export function printRegion(region: BuiltRegion): string {
  const out: string[] = [];
  printPath(region.trunk, "", out, region.exitKeys);
  return out.join("\n");
}

function name(n: Node): string {
  if (n.kind === "const") return n.type === "value" ? `#${(n.value as bigint).toString(16)}` : `${n.value}`;
  return `n${n.id}`;
}

function describe(n: Node): string {
  const args = n.args.map(name).join(" ");
  switch (n.kind) {
    case "op":
      return `${n.op!.name} ${args}`;
    case "load":
      return `load.${n.storage} ${n.region} ${args} +${n.value}${n.scale > 0 ? ` *${n.scale}` : ""}`;
    case "slot":
      return `slot ${n.value}`;
    default:
      return `${n.kind} ${args}`;
  }
}

function frames(exit: Exit): string {
  return exit.frames.map((f) => `${f.pc}(${f.slots.map((s) => s === null ? "." : name(s)).join(" ")})`).join(" / ");
}

function printPath(path: Path, indent: string, out: string[], keys: Map<Exit, string>): void {
  const line = (s: string) => out.push(indent + s);
  for (const i of path.instructions) printInstruction(i, line, indent, out, keys);
}

function printInstruction(i: Instruction, line: (s: string) => void, indent: string, out: string[], keys: Map<Exit, string>): void {
  switch (i.k) {
    case "node":
      return line(`${name(i.node)} = ${describe(i.node)}`);
    case "guard":
      line(
        `guard ${name(i.condition)} = ${i.want} else exit ${i.exit.id} [${keys.get(i.exit)}]${i.exit.unwind ? " unwind" : ""} ${
          frames(i.exit)
        }`,
      );
      if (i.exit.bridge !== null) printPath(i.exit.bridge, indent + "    ", out, keys);
      return;
    case "store":
      return line(
        `store.${i.storage} ${name(i.base)}${i.index === null ? "" : `[${name(i.index)}*${i.scale}]`} +${i.offset} = ${name(i.value)}${
          i.barrier ? " barrier" : ""
        }`,
      );
    case "call":
      return line(
        `${i.results.map(name).join(" ")} = call ${i.site.name} ${i.args.map(name).join(" ")}${i.site.collects ? " collects" : ""}`,
      );
    case "new":
      return line(`${name(i.node)} = new ${i.node.layout!.name} ${i.length}`);
    case "label":
      return line(`label ${i.label.key} (${i.label.params.map(name).join(" ")}) := (${i.values.map(name).join(" ")})`);
    case "loop":
      line(`loop (${i.label.params.map((p) => `${name(p)}:${p.type}`).join(" ")}) := (${i.values.map(name).join(" ")}) ${frames(i.exit)}`);
      return printPath(i.body, indent + "  ", out, keys);
    case "jump":
      return line(`jump ${i.label.key} (${i.values.map(name).join(" ")})`);
    case "leave":
      return line(`leave ${name(i.result)}`);
    case "exit":
      return line(`exit ${i.exit.id} ${frames(i.exit)}`);
    case "unwind":
      return line("unwind");
    case "link":
      return line(`link ${i.code === null ? `site ${i.slot - 4}` : `code ${name(i.code)}`} ${frames(i.exit)}`);
  }
}
