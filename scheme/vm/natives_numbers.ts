/**
 * Registers the primitives on numbers.
 */

import { literal, slot } from "../../toolkit/define/mod.ts";
import { define2 } from "./native.ts";
import { numberToString } from "./number_text.ts";
import { stringToNumber } from "./number_parse.ts";

export function bootNumbers(): void {
  define2(literal("number->string"), 1, slot(numberToString));
  define2(literal("string->number"), 1, slot(stringToNumber));
}
