/** Bytecodes for lists, symbols and texts: calls of the runtime. */

import { boxChar, type i32, isA, literal, op, type Value } from "../../toolkit/define/mod.ts";
import { charDowncase, charUpcase, isAlphabetic, isNumeric, isWhitespace } from "./chars.ts";
import { wrongType } from "./errors.ts";
import { NumericBytecodes } from "./handlers_numeric.ts";
import { append, assq, assv, length, listRef, listTail, memq, memv, reverse } from "./lists.ts";
import { truth } from "./number_kinds.ts";
import { Str, Symbol } from "./objects.ts";
import { compareStrings } from "./strings.ts";
import { intern, sameText } from "./symbols.ts";

export class ListBytecodes extends NumericBytecodes {
  // ── Lists ──────────────────────────────────────────────────────────────────────────────────────────────────────────

  /** `length ( list -- count )` */
  @op({ outline: true })
  length(list: Value): Value {
    return length(list);
  }
  /** `reverse ( list -- list )` */
  @op({ outline: true })
  reverse(list: Value): Value {
    return reverse(list);
  }
  /** `append ( list tail -- list )` */
  @op({ outline: true })
  append(list: Value, tail: Value): Value {
    return append(list, tail);
  }
  /** `memq ( value list -- list )` */
  @op({ outline: true })
  memq(v: Value, list: Value): Value {
    return memq(v, list);
  }
  /** `memv ( value list -- list )` */
  @op({ outline: true })
  memv(v: Value, list: Value): Value {
    return memv(v, list);
  }
  /** `assq ( value list -- pair )` */
  @op({ outline: true })
  assq(v: Value, list: Value): Value {
    return assq(v, list);
  }
  /** `assv ( value list -- pair )` */
  @op({ outline: true })
  assv(v: Value, list: Value): Value {
    return assv(v, list);
  }
  /** `list_tail ( list k -- list )` */
  @op({ outline: true })
  listTail(list: Value, k: Value): Value {
    return listTail(list, k);
  }
  /** `list_ref ( list k -- value )` */
  @op({ outline: true })
  listRef(list: Value, k: Value): Value {
    return listRef(list, k);
  }

  // ── Symbols and strings ────────────────────────────────────────────────────────────────────────────────────────────

  protected stringArgument(who: Symbol, position: i32, v: Value): Str {
    if (!isA(v, Str)) throw wrongType(who, position, literal("a string"), v);
    return v as Str;
  }
  /** `symbol_to_string ( symbol -- string )` */
  @op({ outline: true })
  symbolToString(v: Value): Value {
    if (!isA(v, Symbol)) throw wrongType(literal("symbol->string"), 1, literal("a symbol"), v);
    return (v as Symbol).name;
  }
  /** `string_to_symbol ( string -- symbol )` */
  @op({ outline: true })
  stringToSymbol(v: Value): Value {
    return intern(this.stringArgument(literal("string->symbol"), 1, v));
  }
  /** `is_string_equal ( left right -- boolean )` */
  @op({ outline: true })
  isStringEqual(left: Value, right: Value): Value {
    const a = this.stringArgument(literal("string=?"), 1, left);
    const b = this.stringArgument(literal("string=?"), 2, right);
    return truth(sameText(a, b) !== 0);
  }
  /** `is_string_less ( left right -- boolean )` */
  @op({ outline: true })
  isStringLess(left: Value, right: Value): Value {
    const a = this.stringArgument(literal("string<?"), 1, left);
    const b = this.stringArgument(literal("string<?"), 2, right);
    return truth(compareStrings(a, b) < 0);
  }

  // ── Characters ─────────────────────────────────────────────────────────────────────────────────────────────────────

  /** `char_upcase ( character -- character )` */
  @op({ outline: true })
  charUpcase(c: Value): Value {
    return boxChar(charUpcase(this.charArgument(literal("char-upcase"), 1, c)));
  }
  /** `char_downcase ( character -- character )` */
  @op({ outline: true })
  charDowncase(c: Value): Value {
    return boxChar(charDowncase(this.charArgument(literal("char-downcase"), 1, c)));
  }
  /** `is_char_alphabetic ( character -- boolean )` */
  @op({ outline: true })
  isCharAlphabetic(c: Value): Value {
    return truth(isAlphabetic(this.charArgument(literal("char-alphabetic?"), 1, c)));
  }
  /** `is_char_numeric ( character -- boolean )` */
  @op({ outline: true })
  isCharNumeric(c: Value): Value {
    return truth(isNumeric(this.charArgument(literal("char-numeric?"), 1, c)));
  }
  /** `is_char_whitespace ( character -- boolean )` */
  @op({ outline: true })
  isCharWhitespace(c: Value): Value {
    return truth(isWhitespace(this.charArgument(literal("char-whitespace?"), 1, c)));
  }
}
