/**
 * Handles: small integers that stand for objects of the host in the guest, so that no JavaScript object is reachable from there.
 *
 * Invariant: a handle is never 0, and after `release` its number may be given to another object.
 */

/** A side table of host objects. */
export class HandleTable<T> {
  #entries: (T | undefined)[] = [undefined];
  #free: number[] = [];

  /** How many handles are in use. */
  get size(): number {
    return this.#entries.length - 1 - this.#free.length;
  }

  /** A new handle for `entry`. */
  add(entry: T): number {
    const handle = this.#free.pop() ?? this.#entries.length;
    this.#entries[handle] = entry;
    return handle;
  }

  /** The object behind a handle; undefined if there is none. */
  get(handle: number): T | undefined {
    return this.#entries[handle];
  }

  /** Forgets a handle; false if it was not in use. */
  release(handle: number): boolean {
    if (handle <= 0 || handle >= this.#entries.length || this.#entries[handle] === undefined) return false;
    this.#entries[handle] = undefined;
    this.#free.push(handle);
    return true;
  }
}
