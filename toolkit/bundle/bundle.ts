/**
 * Bundles the command line: `commands/main.ts` and what it imports becomes a few modules of JavaScript in `dist/`, because Deno takes longer
 * to load a hundred modules of TypeScript than a small program takes to run. Part of `deno task build`; the output is committed, and the same
 * on any machine.
 *
 * - Code is split at `import()`: what is loaded lazily stays so, and what several parts share is a module of its own, so no class exists twice.
 * - JavaScript modules of the project are not bundled. They hold what depends on a module's place, such as the URLs of built files.
 * - Packages (`deps.ts`) are not bundled.
 * - The functions that a start calls are written so that V8 keeps them in its code cache (`eager.ts`). Their names are in
 *   `startup.txt`, which `deno task profile` writes: names that no longer exist do no harm, those that are missing cost some microseconds.
 *
 * Working on host code: `deno task dev run python FILE` runs the sources, `deno task build cli` bundles them.
 */

import { compiledEagerly } from "./eager.ts";
import { loadEsbuild, type OnResolveResult, type Plugin } from "../deps_build.ts";

const ROOT = new URL("../../", import.meta.url);
const ROOT_PATH = decodeURIComponent(ROOT.pathname);
const ENTRY = "commands/main.ts";
/** The folder; nothing else is in it. */
export const BUNDLE_FOLDER = "dist";
/** Names of the functions that a start calls, one a line. */
export const STARTUP_NAMES = new URL("startup.txt", import.meta.url);

/** What stays outside, with its place as the bundle sees it. */
const outside: Plugin = {
  name: "outside",
  setup(build) {
    build.onResolve({ filter: /^(npm|node):/ }, ({ path }): OnResolveResult => ({ path, external: true }));
    build.onResolve({ filter: /^\..*\.js$/ }, ({ path, resolveDir }): OnResolveResult => {
      const place = new URL(path, `file:///${resolveDir.slice(ROOT_PATH.length)}/`).pathname;
      return { path: `..${place}`, external: true };
    });
  },
};

/** The files of the bundle. */
export function bundle(): Promise<{ path: string; bytes: Uint8Array }[]> {
  const names = new Set(Deno.readTextFileSync(STARTUP_NAMES).split("\n"));
  return bundleWith((text) => compiledEagerly(text, names));
}

/** The files of the bundle, rewritten. */
export async function bundleWith(rewrite: (text: string) => string): Promise<{ path: string; bytes: Uint8Array }[]> {
  const esbuild = await loadEsbuild();
  const { outputFiles } = await esbuild.build({
    absWorkingDir: ROOT_PATH.slice(0, -1),
    entryPoints: [ENTRY],
    outdir: BUNDLE_FOLDER,
    write: false,
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "neutral",
    target: "esnext",
    // Names stay, for stack traces.
    minifyWhitespace: true,
    minifySyntax: true,
    plugins: [outside],
    logLevel: "warning",
  });
  await esbuild.stop();
  const encoder = new TextEncoder();
  return outputFiles.map(({ path, text }) => ({ path: path.slice(ROOT_PATH.length), bytes: encoder.encode(rewrite(text)) }));
}

/** Bundles into the folder; files of an older bundle are gone then. */
export async function writeBundle(write: (file: { path: string; bytes: Uint8Array }) => void): Promise<void> {
  const folder = new URL(`${BUNDLE_FOLDER}/`, ROOT);
  const files = await bundle();
  Deno.mkdirSync(folder, { recursive: true });
  for (const { name } of Deno.readDirSync(folder)) {
    if (!files.some(({ path }) => path === `${BUNDLE_FOLDER}/${name}`)) Deno.removeSync(new URL(name, folder));
  }
  files.forEach(write);
}
