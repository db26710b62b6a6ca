/**
 * What a form takes from elsewhere: `include` (R7RS 4.1.7) and `cond-expand` (4.2.1), in bodies, expressions and libraries.
 */

import { type Datum, isIdentifier, listItems, NIL, Pair, Str } from "../reader/datum.ts";
import { readAll } from "../reader/reader.ts";
import { write } from "../reader/write.ts";
import type { Where } from "./core.ts";
import { type Environment, isKeyword } from "./environment.ts";
import type { Expander } from "./expander.ts";
import { baseSymbol, fail, malformed, operands, strip } from "./syntax.ts";

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

/** The data of the files that an `include` names, one list per file. */
export function includedForms(form: Pair, expander: Expander, foldCase: boolean): Datum[] {
  const shape = `(${foldCase ? "include-ci" : "include"} "FILE" …)`;
  return operands(form, shape, 1).map((name) => {
    if (!(name instanceof Str)) malformed(form, shape);
    const source = expander.host.include(name.value, form);
    const data = readAll(source, foldCase);
    let forms: Datum = NIL;
    for (let i = data.length - 1; i >= 0; i--) forms = new Pair(data[i].datum, forms, source, data[i].at);
    return forms;
  });
}

/** What the first clause of a `cond-expand` that holds contains. */
export function chosenClause(form: Pair, environment: Environment | null, expander: Expander): Datum {
  const shape = "(cond-expand (REQUIREMENT FORM …) …)";
  for (const clause of operands(form, shape, 0)) {
    if (!(clause instanceof Pair)) malformed(form, shape);
    if (conditionHolds(clause.car, environment, expander, form)) return clause.cdr;
  }
  fail("No clause of the cond-expand holds", form, form);
}
