/**
 * Case forms of whole texts: code points (i32) in raw memory. Final sigma follows the Unicode rule (section 3.13 of the standard).
 */

import { type bool, type i32, loadI32, memoryCopy, storeI32 } from "../define/mod.ts";
import { EXCHANGE } from "../machine/memory_map.ts";
import { caseLength, hasProperty, simpleCase, TO_LOWER, U_CASE_IGNORABLE, U_CASED } from "./unicode.ts";

/** A case form has at most so many characters. */
export const MAX_CASE_LENGTH = 3;

const SIGMA = 0x3a3;
const FINAL_SIGMA = 0x3c2;
const SMALL_SIGMA = 0x3c3;

function charOf(text: i32, index: i32): i32 {
  return loadI32(text + 4 * index);
}

/** True for a sigma that ends a word: a cased letter before it, none behind it (case-ignorable ones do not count). */
function isFinalSigma(text: i32, count: i32, at: i32): bool {
  let i = at - 1;
  while (i >= 0 && hasProperty(charOf(text, i), U_CASE_IGNORABLE)) i--;
  if (i < 0 || !hasProperty(charOf(text, i), U_CASED)) return false;
  let k = at + 1;
  while (k < count && hasProperty(charOf(text, k), U_CASE_IGNORABLE)) k++;
  return k === count || !hasProperty(charOf(text, k), U_CASED);
}

/** Writes a case form of character `at` of a text of `count` characters; the address behind it. */
export function putCase(text: i32, count: i32, at: i32, mode: i32, to: i32): i32 {
  const c = charOf(text, at);
  if (mode === TO_LOWER && c === SIGMA) {
    storeI32(to, isFinalSigma(text, count, at) ? FINAL_SIGMA : SMALL_SIGMA);
    return to + 4;
  }
  const simple = simpleCase(c, mode);
  if (simple >= 0) {
    storeI32(to, simple);
    return to + 4;
  }
  const n = caseLength(c, mode);
  memoryCopy(to, EXCHANGE, 4 * n);
  return to + 4 * n;
}

/** Writes a case form of a whole text; the address behind it. */
export function putCaseOfText(text: i32, count: i32, mode: i32, to: i32): i32 {
  let end = to;
  for (let i = 0; i < count; i++) end = putCase(text, count, i, mode, end);
  return end;
}
