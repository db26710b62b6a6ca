/**
 * The requirements of `cond-expand` (R7RS 4.2.1) and the features they ask for.
 */

import { type Datum, isIdentifier, listItems, Pair } from "../reader/datum.ts";
import { write } from "../reader/write.ts";
import type { Where } from "./core.ts";
import { type Environment, isKeyword } from "./environment.ts";
import type { Expander } from "./expander.ts";
import { baseSymbol, fail, strip } from "./syntax.ts";

/** What `(features)` gives. */
export const FEATURES: readonly string[] = [
  "r7rs",
  "exact-closed",
  "exact-complex",
  "ieee-float",
  "full-unicode",
  "ratios",
  "hotpy-scheme",
  "wasm",
];

/** Whether a requirement holds. `environment` null: in a library declaration, where names mean themselves. */
export function conditionHolds(x: Datum, environment: Environment | null, expander: Expander, where: Where): boolean {
  if (isIdentifier(x)) {
    const name = baseSymbol(x).name;
    return (name === "else" && (environment === null || isKeyword(x, environment, "else"))) || FEATURES.includes(name);
  }
  const items = listItems(x);
  if (!(x instanceof Pair) || items === null || !isIdentifier(x.car)) fail("Malformed requirement of cond-expand", where, x);
  const holds = (y: Datum) => conditionHolds(y, environment, expander, where);
  switch (baseSymbol(x.car).name) {
    case "and":
      return items.slice(1).every(holds);
    case "or":
      return items.slice(1).some(holds);
    case "not":
      if (items.length === 2) return !holds(items[1]);
      break;
    case "library":
      if (items.length === 2) return expander.host.hasLibrary(write(strip(items[1])));
      break;
  }
  fail("Malformed requirement of cond-expand", where, x);
}
