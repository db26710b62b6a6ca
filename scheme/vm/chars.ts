/** Characters by their code points: case and classes as Unicode says. */

import type { bool, i32 } from "../../toolkit/define/mod.ts";
import { hasProperty, simpleCase, TO_FOLD, TO_LOWER, TO_UPPER, U_ALPHABETIC, U_DECIMAL, U_SPACE } from "../../toolkit/library/unicode.ts";

/** The form of a character where it is one character, else the character. */
function caseOf(c: i32, mode: i32): i32 {
  const other = simpleCase(c, mode);
  return other < 0 ? c : other;
}

export function charUpcase(c: i32): i32 {
  return caseOf(c, TO_UPPER);
}
export function charDowncase(c: i32): i32 {
  return caseOf(c, TO_LOWER);
}
export function charFoldcase(c: i32): i32 {
  return caseOf(c, TO_FOLD);
}
export function isAlphabetic(c: i32): bool {
  return hasProperty(c, U_ALPHABETIC);
}
export function isNumeric(c: i32): bool {
  return hasProperty(c, U_DECIMAL);
}
/** White_Space, which leaves out the separators 28 to 31. */
export function isWhitespace(c: i32): bool {
  return hasProperty(c, U_SPACE) && (c < 28 || c > 31);
}
