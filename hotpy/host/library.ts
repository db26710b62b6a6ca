/**
 * The standard library: modules written in Python (`hotpy/lib`), found behind the program's own.
 *
 * Invariant: reading the library needs no capability of the guest's; where HotPy is not loaded from files, there is none.
 */

const FOLDER = new URL("../lib/", import.meta.url);

/** A module's source. */
export interface FoundModule {
  path: string;
  bytes: Uint8Array<ArrayBuffer>;
  isPackage: boolean;
}

/** The library's module of a dotted name; null if it has none. */
export function libraryModule(name: string): FoundModule | null {
  if (FOLDER.protocol !== "file:" || !/^\w+(\.\w+)*$/.test(name)) return null;
  const base = name.replaceAll(".", "/");
  for (const [file, isPackage] of [[`${base}.py`, false], [`${base}/__init__.py`, true]] as const) {
    const url = new URL(file, FOLDER);
    try {
      return { path: decodeURIComponent(url.pathname), bytes: Deno.readFileSync(url), isPackage };
    } catch {
      // Not there, or not to be read.
    }
  }
  return null;
}
