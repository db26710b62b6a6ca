/**
 * What `dump` shows of a Scheme program: data, core forms, bytecode.
 */

import { loadUnit } from "../../toolkit/host/built_files.ts";
import { HostFiles } from "../../toolkit/host/capabilities.ts";
import { dumpCode } from "../compiler/dump.ts";
import { compile, InstructionSet } from "../compiler/mod.ts";
import { dumpCore } from "../expander/dump.ts";
import { lambda } from "../expander/core.ts";
import { readAll, Source } from "../reader/reader.ts";
import { write } from "../reader/write.ts";
import { FILES } from "./artefacts.js";
import { Image } from "./image.ts";
import { Libraries } from "./libraries.ts";

/** The stages by name. */
export async function stages(): Promise<Readonly<Record<string, (source: string, filename: string) => string>>> {
  const unit = await loadUnit(FILES.unit);
  const instructions = new InstructionSet(unit);
  const expand = (text: string, filename: string) => {
    const source = new Source(filename, text);
    const libraries = new Libraries(new Image(unit.library), instructions, new HostFiles(), [""]);
    return lambda(null, [], libraries.expand(source), { source, at: 0 });
  };
  return {
    data: (text, filename) => readAll(new Source(filename, text)).map(({ datum }) => write(datum)).join("\n"),
    expanded: (text, filename) => dumpCore(expand(text, filename).body),
    bytecode: (text, filename) => dumpCode(compile(expand(text, filename), instructions), instructions),
  };
}
