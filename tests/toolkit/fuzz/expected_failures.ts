/** Seeds known to disagree, with the first configuration that does and why. One that agrees again fails the test, so the list only shrinks. */

const RAISED_GUARD =
  "trace/walker.ts: where a recorded call raised, the exit for one that does not raise unwinds instead of going on behind it";

export const EXPECTED_FAILURES: ReadonlyMap<number, { configuration: string; reason: string }> = new Map([]);
