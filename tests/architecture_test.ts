/**
 * The house rules that a machine can hold: which folder may import which, and where third-party packages may be named.
 */

import { deepStrictEqual as assertEquals } from "node:assert";

const ROOT = new URL("../", import.meta.url);

/**
 * What each folder may import besides itself. Two flows, each one way: definitions to wasm, guest source to running code. A folder that
 * is not listed may import nothing of the project.
 */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  "toolkit/define": [],
  "toolkit/machine": [],
  "toolkit/front": ["toolkit/machine", "toolkit"],
  "toolkit/optimize": ["toolkit/machine", "toolkit/trace"],
  "toolkit/wasm": ["toolkit/machine"],
  "toolkit/back": ["toolkit/machine", "toolkit/optimize", "toolkit/wasm", "toolkit/front", "toolkit"],
  "toolkit/heap": ["toolkit/define", "toolkit/machine"],
  "toolkit/library": ["toolkit/bytes", "toolkit/define", "toolkit/heap", "toolkit/machine"],
  "toolkit/host": ["toolkit/bytes", "toolkit/machine", "toolkit/trace", "toolkit", ".", "toolkit/observe"],
  "toolkit/observe": ["toolkit/host", "toolkit/machine"],
  "toolkit/trace": ["toolkit/machine", "toolkit/optimize", "toolkit/wasm", "toolkit/back"],
  "toolkit/repl": ["toolkit/host"],
  "toolkit/bytes": [],
  "toolkit/bundle": ["toolkit"],
  // Files directly in toolkit/: the units, the build.
  "toolkit": ["toolkit/bundle", "toolkit/machine", "toolkit/front", "toolkit/back", "toolkit/trace", "toolkit/wasm", "toolkit/host"],
  "hotpy/syntax": ["toolkit/bytes"],
  "hotpy/compiler": ["hotpy/syntax", "toolkit/bytes"],
  "hotpy/vm": ["toolkit/bytes", "toolkit/define", "toolkit/heap", "toolkit/library", "toolkit/machine"],
  "scheme/vm": ["toolkit/define", "toolkit/heap", "toolkit/library", "toolkit/machine"],
  "hotpy/host": [
    "toolkit/bytes",
    "hotpy/syntax",
    "hotpy/compiler",
    "hotpy/vm",
    "toolkit/host",
    "toolkit/library",
    "toolkit/machine",
    "toolkit/observe",
    "toolkit/trace",
    "toolkit",
  ],
  "scheme/reader": [],
  "scheme/expander": ["scheme/reader"],
  "scheme/compiler": ["scheme/expander", "scheme/reader", "toolkit/bytes", "toolkit/machine"],
  "scheme/host": [
    "scheme/reader",
    "scheme/expander",
    "scheme/compiler",
    "toolkit/bytes",
    "toolkit/host",
    "toolkit/library",
    "toolkit/machine",
    "toolkit/observe",
    "toolkit/trace",
  ],
  "examples/tiny": [
    "examples/tiny/vm",
    "toolkit/front",
    "toolkit/back",
    "toolkit/host",
    "toolkit/machine",
    "toolkit/observe",
    "toolkit/trace",
    "toolkit",
  ],
  "examples/tiny/vm": ["toolkit/define", "toolkit/heap", "toolkit/machine"],
  "commands": [
    "toolkit",
    "toolkit/bytes",
    "toolkit/host",
    "toolkit/observe",
    "toolkit/repl",
    "toolkit/trace",
    "toolkit/machine",
    "toolkit/back",
    "hotpy/host",
    "scheme/host",
    "examples/tiny",
    ".",
  ],
  // mod.ts, cli.ts, deps.ts.
  ".": ["commands", "toolkit/host", "toolkit/machine", "hotpy/host", "scheme/host", "scheme/reader", "examples/tiny"],
};
const FOLDERS = Object.keys(MAY_IMPORT).filter((folder) => folder !== ".").sort((a, b) => b.length - a.length);
/** The table of what is built: all of `toolkit/` may read it. */
const UNITS = "toolkit/units.ts";
/** The only files that may name third-party packages. */
const NAME_PACKAGES = ["deps.ts", "toolkit/deps_build.ts"];

/** Paths of all source files, relative to the project. */
function sources(folder = ""): string[] {
  const found: string[] = [];
  for (const entry of Deno.readDirSync(new URL(folder, ROOT))) {
    if (entry.name.startsWith(".") || entry.name === "node_modules") continue;
    if (entry.isDirectory) found.push(...sources(`${folder}${entry.name}/`));
    else if (entry.name.endsWith(".ts")) found.push(folder + entry.name);
  }
  return found;
}

/** Specifiers of all static and dynamic imports and re-exports. */
function imports(path: string): string[] {
  const text = Deno.readTextFileSync(new URL(path, ROOT)).replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "");
  const patterns = [/\bfrom\s+"([^"]+)"/g, /\bimport\s+"([^"]+)"/g, /\bimport\(\s*"([^"]+)"\s*\)/g, /import\.meta\.resolve\(\s*"([^"]+)"/g];
  return patterns.flatMap((pattern) => [...text.matchAll(pattern)].map((match) => match[1]));
}

function folderOf(path: string): string {
  // What stands on the host beside definitions, and is no definition.
  if (/^hotpy\/vm\/host_(functions|report)\.ts$/.test(path)) return "hotpy/host";
  return FOLDERS.find((folder) => path.startsWith(folder + "/")) ?? ".";
}

Deno.test("architecture: a folder imports only from what stands above it", () => {
  const wrong: string[] = [];
  for (const path of sources()) {
    if (path.startsWith("tests/") || path.startsWith("bench/")) continue;
    const from = folderOf(path);
    for (const specifier of imports(path)) {
      if (!specifier.startsWith(".")) continue;
      const target = new URL(specifier, new URL(path, ROOT)).href.slice(ROOT.href.length);
      if (target === UNITS && path.startsWith("toolkit/")) continue;
      const to = folderOf(target);
      if (to !== from && !MAY_IMPORT[from].includes(to)) wrong.push(`${path} imports ${target}`);
    }
  }
  assertEquals(wrong, []);
});

Deno.test("architecture: third-party packages are named in deps.ts and toolkit/deps_build.ts alone, each pinned", () => {
  const wrong: string[] = [];
  for (const path of sources()) {
    for (const specifier of imports(path)) {
      if (specifier.startsWith(".") || specifier.startsWith("node:") || !/^[@a-z]/.test(specifier)) continue;
      const pinned = /^(npm|jsr):(@[^/]+\/)?[^@/]+@\d+\.\d+\.\d+(\/.*)?$/.test(specifier);
      if (!NAME_PACKAGES.includes(path) || !pinned) wrong.push(`${path} names ${specifier}`);
    }
  }
  assertEquals(wrong, []);
});

Deno.test("architecture: modules open with a header that says what they are for", () => {
  const wrong = sources().filter((path) => {
    const text = Deno.readTextFileSync(new URL(path, ROOT));
    return !path.startsWith("tests/") && !/^(\/\/ deno-lint-ignore-file[^\n]*\n)?\/\*\*/.test(text);
  });
  assertEquals(wrong, []);
});

Deno.test("architecture: files are named in snake_case", () => {
  assertEquals(sources().filter((path) => !/^([a-z0-9_]+\/)*[a-z0-9_]+(\.d)?\.ts$/.test(path)), []);
});
