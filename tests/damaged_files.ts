/** What every verifier of code files must say of damaged ones. */

import { deepStrictEqual as assertEquals } from "node:assert";

/** `verdict`: null, or why bytes are refused, `"file"` when their form is wrong. `bytes`: a good file. */
export function refusesDamage(bytes: Uint8Array, verdict: (bytes: Uint8Array) => string | null): void {
  assertEquals(verdict(bytes), null);
  for (let size = 0; size < bytes.length; size++) assertEquals([size, verdict(bytes.subarray(0, size)) === null], [size, false]);
  assertEquals(verdict(Uint8Array.from([...bytes, 0])), "file");
  assertEquals(verdict(Uint8Array.from([1, 2, 3, 4])), "file");
  // Whatever byte is changed: refused or accepted, but read within its bounds.
  for (let i = 4; i < bytes.length; i++) {
    for (const change of [1, 0x80, 0xff]) {
      const damaged = Uint8Array.from(bytes);
      damaged[i] ^= change;
      verdict(damaged);
    }
  }
}
