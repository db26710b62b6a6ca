/** The two comparisons that the compiler's tests need. */

/** Fails with the first line that differs. */
export function expectText(actual: string, expected: string): void {
  if (actual === expected) return;
  const a = actual.split("\n");
  const e = expected.split("\n");
  const at = a.findIndex((line, i) => line !== e[i]);
  const line = at < 0 ? a.length : at;
  throw new Error(
    `Line ${line + 1} is ${JSON.stringify(a[line] ?? "missing")}, expected ${JSON.stringify(e[line] ?? "nothing")}\n\n${actual}`,
  );
}

/** Fails unless both have the same JSON text. */
export function expectSame(actual: unknown, expected: unknown): void {
  const text = (value: unknown) => JSON.stringify(value, (_, v) => typeof v === "bigint" ? `${v}n` : v);
  if (text(actual) !== text(expected)) throw new Error(`Got ${text(actual)}, expected ${text(expected)}`);
}
