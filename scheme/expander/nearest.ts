/**
 * The name that somebody probably meant.
 */

/** The name at the smallest distance from `name`, if it is near; null otherwise. */
export function nearest(name: string, names: Iterable<string>): string | null {
  const most = name.length <= 2 ? 1 : Math.max(1, Math.floor(name.length / 3));
  let best: string | null = null, bestDistance = most + 1;
  for (const other of names) {
    if (other === name || Math.abs(other.length - name.length) >= bestDistance || other.startsWith("%")) continue;
    const found = distance(name, other);
    if (found < bestDistance || (found === bestDistance && best !== null && other < best)) [best, bestDistance] = [other, found];
  }
  return best;
}

/** How many characters must be added, removed, changed or swapped with their neighbour. */
function distance(a: string, b: string): number {
  let before: number[] = [], row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, change);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1);
    }
    [before, row] = [row, next];
  }
  return row[b.length];
}
