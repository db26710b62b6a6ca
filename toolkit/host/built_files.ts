/**
 * Reads what the build made: the modules of a VM, and files beside them.
 *
 * Invariant: a file is read where that is allowed without asking, and imported where it is not.
 */

import { imageInFile } from "./image.ts";
import type { UnitInfo } from "./instance.ts";

/**
 * A built file: where it is, and how to import it. Reading it is faster, but needs a permission; importing needs none beyond that for the
 * program itself, and works over HTTP.
 */
export interface Artefact<T> {
  url: string;
  load: () => Promise<T>;
}

/** Where the built files of a VM lie. */
export interface VmFiles {
  heap: Artefact<WebAssembly.Module>;
  core: Artefact<WebAssembly.Module>;
  image: Artefact<Uint8Array<ArrayBuffer>>;
  unit: Artefact<any>;
}

/** The two modules, compiled; may be instantiated any number of times. */
export interface VmModules {
  heap: WebAssembly.Module;
  core: WebAssembly.Module;
  /** Gives a module what it imports; its exports. Tests run definitions without wasm through it. */
  link?: Linker;
}

/** Instantiates a module with what is provided, by module and name. */
export type Linker = (
  module: WebAssembly.Module,
  provided: Record<string, Record<string, unknown> | undefined>,
) => Readonly<Record<string, unknown>>;

/** What VMs start from. */
export interface VmParts extends VmModules {
  /** The booted heap (`image.ts`). */
  image: Uint8Array<ArrayBuffer>;
  unit: UnitInfo;
}

const loading = new WeakMap<VmFiles, Promise<VmParts>>();

/** Loads what VMs start from, once. Modules are compiled in the background: who calls this early can do something else meanwhile. */
export function loadParts(files: VmFiles): Promise<VmParts> {
  let parts = loading.get(files);
  if (parts === undefined) loading.set(files, parts = readParts(files));
  return parts;
}

async function readParts(files: VmFiles): Promise<VmParts> {
  const compile = (bytes: Uint8Array<ArrayBuffer>) => WebAssembly.compile(bytes);
  const [core, heap, image, unit] = await Promise.all([
    loadArtefact(files.core, compile),
    loadArtefact(files.heap, compile),
    loadImage(files.image),
    loadUnit(files.unit),
  ]);
  return { heap, core, image, unit };
}

/** What the build says of a unit. */
export function loadUnit(file: Artefact<any>): Promise<UnitInfo> {
  return isReadable(file.url) ? Promise.resolve(JSON.parse(Deno.readTextFileSync(pathOf(file.url)))) : file.load();
}

/** The image of a booted heap. */
export function loadImage(file: Artefact<Uint8Array<ArrayBuffer>>): Promise<Uint8Array<ArrayBuffer>> {
  return loadArtefact(file, imageInFile);
}

/** Reads a built file where that is allowed without asking, else imports it. */
export async function loadArtefact<T>({ url, load }: Artefact<T>, parse: (bytes: Uint8Array<ArrayBuffer>) => T | Promise<T>): Promise<T> {
  return isReadable(url) ? await parse(Deno.readFileSync(pathOf(url))) : await load();
}

/** Whether a file may be read without asking. */
export function isReadable(url: string): boolean {
  return url.startsWith("file:") && Deno.permissions.querySync({ name: "read", path: pathOf(url) }).state === "granted";
}

/** The path of a `file:` URL; as text where that is all there is to it, which is faster. */
export function pathOf(url: string): string | URL {
  return Deno.build.os === "windows" || url.includes("%") ? new URL(url) : url.slice("file://".length);
}
