/**
 * The image of a booted heap (`NAME.heap.wasm`): starting copies memory instead of booting.
 *
 *     file  := wasmHeader 0 v:sectionBytes "\x05image" image     a module with one custom section, so that it can be imported
 *     image := key key u64:pages run*                            the keys of the heap's and the core's module, the size of memory
 *     run   := u32:address u32:sizeBytes word*                   what new memory of these modules does not hold
 *
 * Everything that booting changes lies in linear memory: modules have no mutable globals, and the function table is filled by their element
 * segments. What depends on the process (arguments, terminals) is no part of it: `start` of the core sees to that. `boot.ts` makes images, the
 * heap writes the runs to their places.
 */

/** Bytes of the key in a module's section `build`: a hash of the module. */
export const KEY_BYTES = 16;
/** Where the size of memory stands in an image, and where the runs begin. */
export const PAGES_AT = 2 * KEY_BYTES, RUNS_AT = PAGES_AT + 8;
export const IMAGE_SECTION = "image", KEY_SECTION = "build";
const WASM_HEADER_BYTES = 8;

/** The image in the bytes of its file. */
export function imageInFile(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  // Behind the header and the section's number are its size, a LEB128 number, and its name.
  let at = WASM_HEADER_BYTES + 1;
  while (bytes[at++] >= 0x80);
  return bytes.subarray(at + 1 + IMAGE_SECTION.length);
}

/** The key of a module; empty if it was not built by `deno task build`. */
export function keyOf(module: WebAssembly.Module): Uint8Array<ArrayBuffer> {
  return new Uint8Array(WebAssembly.Module.customSections(module, KEY_SECTION)[0] ?? new ArrayBuffer(0));
}

/** Whether an image was made with these modules. */
export function isImageOf(image: Uint8Array, modules: readonly WebAssembly.Module[]): boolean {
  return modules.every((module, i) => isKey(keyOf(module), image, i * KEY_BYTES));
}

/** Whether two modules were built together. */
export function isSameBuild(one: WebAssembly.Module, other: WebAssembly.Module): boolean {
  return isKey(keyOf(one), keyOf(other), 0);
}

function isKey(key: Uint8Array, image: Uint8Array, start: number): boolean {
  return key.length === KEY_BYTES && key.every((byte, i) => byte === image[start + i]);
}
